"""Reading conditions: their trees, how those are written back, what is said of text that cannot be read."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.scenario.conditions import ConditionError, calls_used, names_used, parse, to_text
from simulator.scenario.conditions.tokens import LONGEST_TEXT
from simulator.scenario.conditions.tree import (
    And,
    Call,
    Comparison,
    Id,
    Membership,
    Negative,
    Not,
    Numeral,
    Or,
    Quoted,
    Sum,
    Time,
    Truth,
    Word,
    walk,
)


def fault(text: str) -> ConditionError:
    with pytest.raises(ConditionError) as caught:
        parse(text)
    return caught.value


def test_and_binds_tighter_than_or_and_not_tighter_than_both() -> None:
    assert parse("a or not b and c") == Or((Word("a"), And((Not(Word("b")), Word("c")))))


def test_not_covers_a_whole_comparison() -> None:
    assert parse("not tension < 40") == Not(Comparison((Word("tension"), Numeral(40_000)), ("<",)))


def test_comparisons_chain() -> None:
    assert parse("20 <= tension < 40.5") == Comparison((Numeral(20_000), Word("tension"), Numeral(40_500)), ("<=", "<"))


def test_sums_run_from_the_left() -> None:
    assert parse("a - b + 2 > 0") == Comparison(
        (Sum((Word("a"), Word("b"), Numeral(2000)), (1, -1, 1)), Numeral(0)), (">",)
    )


def test_minus_belongs_to_a_number_and_stands_before_a_name() -> None:
    assert parse("rapport < -5") == Comparison((Word("rapport"), Numeral(-5000)), ("<",))
    assert parse("-rapport > +5") == Comparison((Negative(Word("rapport")), Numeral(5000)), (">",))
    assert parse("-(5) == 5 - -5") == parse("-5 == 5 - (-5)")


def test_times_are_seconds() -> None:
    assert parse("clock >= 8:05") == Comparison((Word("clock"), Time(485)), (">=",))


def test_lists_hold_words_quoted_or_bare() -> None:
    assert parse("mood in (sad, 'angry')") == Membership(Word("mood"), (Word("sad"), Quoted("angry")))
    assert parse('mood not in ("sad")') == Membership(Word("mood"), (Quoted("sad"),), negated=True)


def test_questions_take_ids_quoted_or_bare_or_none() -> None:
    assert parse("visits(offer)") == parse("visits('offer')") == Call("visits", (Id("offer"),))
    assert parse('pair("a b", c)') == Call("pair", (Id("a b"), Id("c")))
    assert parse("alone()") == Call("alone", ())


def test_a_condition_may_run_over_lines() -> None:
    assert parse("tension < 40\n  and\tknows_name\n") == parse("tension < 40 and knows_name")


def test_names_may_have_a_point() -> None:
    assert parse("lena.tension < 40") == Comparison((Word("lena.tension"), Numeral(40_000)), ("<",))


def test_every_node_knows_its_column() -> None:
    columns = {to_text(node): node.column for node in walk(parse("a and  not (b < 2 or visits('x'))"))}
    assert columns["a"] == 0
    assert columns["not (b < 2 or visits('x'))"] == 7
    assert columns["b < 2"] == 12
    assert columns["2"] == 16
    assert columns["visits('x')"] == 21


def test_columns_do_not_make_trees_differ() -> None:
    assert parse("  a   and b") == parse("a and b")
    assert hash(parse("  a   and b")) == hash(parse("a and b"))


@pytest.mark.parametrize(
    "text",
    [
        "not (a or b) and c",
        "(a and b) and c",
        "a - (b - c) < 2",
        "-(a + b) < 2",
        "(a or b) == c",
        "not not a",
        "(a < b) == (b < c)",
        "a in (b, c + 1)",
        "not a in (b)",
        "(not a) == b",
        'f("it\'s")',
        "true or false",
    ],
)
def test_writing_back_keeps_what_parentheses_said(text: str) -> None:
    expr = parse(text)
    assert parse(to_text(expr)) == expr


@pytest.mark.parametrize("text", ["not (a or b) and c", "a - (b - c) < 2.05", "x not in ('a', b)", "clock < 0:07"])
def test_what_is_written_simply_is_written_back_the_same(text: str) -> None:
    assert to_text(parse(text)) == text


def test_what_is_mentioned_can_be_listed() -> None:
    expr = parse("tension < 40 and (speaker == loud or visits('offer') > visits(edge))")
    assert names_used(expr) == {"tension", "speaker", "loud"}
    assert calls_used(expr) == {("visits", ("offer",)), ("visits", ("edge",))}


@pytest.mark.parametrize(
    ("text", "column", "says"),
    [
        ("", 0, "empty"),
        ("   ", 0, "empty"),
        ("tension = 40", 8, "Use == to compare"),
        ("tension === 40", 8, "Use == to compare"),
        ("a && b", 2, "Write and"),
        ("a || b", 2, "Write or"),
        ("!a", 0, "Write not"),
        ("a => 3", 2, "Write >="),
        ("a =< 3", 2, "Write <="),
        ("a <> 3", 2, "Write !="),
        ("a ≥ 3", 2, "Write >="),
        ("a − 3 < 2", 2, "keyboard"),
        ("a AND b", 2, "Write and in small letters"),
        ("a == True", 5, "Write true in small letters"),
        ("(a or (b and c)", 0, "not closed"),
        ("a and b)", 7, "closes nothing"),
        ("()", 0, "nothing between the parentheses"),
        ("tension <", 9, "stops after `<`"),
        ("tension < ", 10, "stops after `<`"),
        ("a and", 5, "stops after `and`"),
        ("and a", 0, "cannot begin with `and`"),
        ("a or < 3", 5, "After `or` comes"),
        ("a b", 2, "without a link"),
        ("tension < 40 rapport > 3", 13, "without a link"),
        ("tension is 40", 8, "Use == for"),
        ("tension above 40", 8, "Use > for"),
        ("a == b in (c)", 7, "Put and between"),
        ("a == not b", 5, "Write not before"),
        ("a not b", 2, "Use !="),
        ("mood in sad", 8, "list in parentheses"),
        ("mood in ()", 8, "list is empty"),
        ("mood in (a", 8, "not closed"),
        ("mood in (a b)", 11, "comma"),
        ("(a, b)", 2, "comma"),
        ("a < 1,5", 5, "Decimals have a point"),
        ("visits(", 6, "not closed"),
        ("visits(a b)", 9, "comma"),
        ("visits(3)", 7, "Write the id in quotes"),
        ("visits(and)", 7, "Write the id in quotes"),
        ("visits('offer)", 7, "not closed"),
        ("visits('')", 7, "nothing between the quotation marks"),
        ("visits(‘offer’)", 7, "Use ' or"),
        ("a < 0.1234", 4, "Three decimals"),
        ("a < 5.", 4, "ends with a point"),
        ("a < .5", 4, "Write 0.5"),
        ("a < 1234567890", 4, "too large"),
        ("a < 3m", 4, "without a unit"),
        ("clock < 8:75", 8, "two digits below 60"),
        ("clock < 8:5", 8, "two digits below 60"),
        ("clock < 1:00:00", 8, "Write minutes and seconds only"),
        ("a * 2 > 3", 2, "not multiplied"),
        ("a[0]", 1, "list in parentheses"),
        ("a; b", 1, "no meaning"),
        ("naïve", 2, "no meaning"),
        ("a \x00", 2, "character number 0"),
    ],
)
def test_faults_are_told_in_plain_words_at_their_column(text: str, column: int, says: str) -> None:
    error = fault(text)
    assert says in str(error)
    assert error.column == column


def test_a_text_may_be_2000_characters_long_and_no_longer() -> None:
    longest = "a" + " " * (LONGEST_TEXT - 1)
    assert parse(longest) == Word("a")
    assert "2001 characters" in str(fault(longest + " "))


@pytest.mark.parametrize(("opening", "closing"), [("(", ")"), ("not ", ""), ("not (", ")"), ("(-", ")")])
def test_forty_things_may_stand_inside_each_other(opening: str, closing: str) -> None:
    each = 1 + (len(opening.split()) > 1 or "(-" in opening) if "(" in opening else 1
    within, beyond = 40 // each, 40 // each + 1
    parse(opening * within + "a" + closing * within)
    assert "40" in str(fault(opening * beyond + "a" + closing * beyond))


def test_many_things_may_stand_beside_each_other() -> None:
    assert parse(" or ".join(["a"] * 400)) == Or((Word("a"),) * 400)


def test_no_word_of_python_is_run() -> None:
    assert parse("__import__('os')") == Call("__import__", (Id("os"),))
    assert "no meaning" in str(fault("a @ b"))


_SIGNS = [
    "and",
    "or",
    "not",
    "in",
    "true",
    "false",
    "tension",
    "loud",
    "==",
    "!=",
    "<",
    "<=",
    ">",
    ">=",
    "+",
    "-",
]
_OTHERS = [
    "(",
    ")",
    ",",
    "'",
    '"',
    "'x'",
    "visits(",
    "8:00",
    "3",
    "0.5",
    "=",
    "&",
    "|",
    "!",
    ".",
    ":",
    "é",
    "\n",
]
_PIECES = st.sampled_from([*_SIGNS, *_OTHERS])
_SCRAPS = st.lists(_PIECES, max_size=15)


@given(text=st.one_of(st.text(max_size=60), _SCRAPS.map(" ".join), _SCRAPS.map("".join)))
def test_any_text_is_read_or_refused_with_a_place_and_a_reason(text: str) -> None:
    error: ConditionError | None = None
    try:
        expr = parse(text)
    except ConditionError as raised:
        error = raised
    if error is None:
        assert parse(to_text(expr)) == expr
    else:
        assert 0 <= error.column <= len(text)
        assert error.message


@settings(max_examples=200)
@given(data=st.data())
def test_any_tree_written_out_is_read_back_the_same(data: st.DataObject, bench: Any) -> None:
    expr = data.draw(bench.conditions)
    text = to_text(expr)
    if len(text) <= LONGEST_TEXT:
        again = parse(text)
        assert again == expr
        assert to_text(again) == text


def test_truth_is_a_word_of_the_language() -> None:
    assert parse("true") == Truth(True)
    assert parse("'true'") == Quoted("true")
