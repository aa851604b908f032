"""What is said of conditions that can be read and do not fit their names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.scenario.conditions import (
    Choice,
    ConditionError,
    Flag,
    Number,
    Vocabulary,
    check,
    names_read,
    parse,
    warnings,
)


@pytest.mark.parametrize(
    ("text", "column", "says"),
    [
        ("tenshun < 40", 0, "Did you mean `tension`?"),
        ("knows_nam", 0, "Did you mean `knows_name`?"),
        ("xyzzy", 0, "declare it under `variables:`"),
        ("yes", 0, "Write true."),
        ("low", 0, "Write speaker == low."),
        ("visits > 2", 0, "Write visits('…')."),
        ("visit('offer') > 2", 0, "Did you mean visits(…)?"),
        ("tension('offer') > 2", 0, "write it without parentheses"),
        ("whatsoever('offer') > 2", 0, "There are: called, level, visits."),
        ("visits('ofer') > 2", 7, "'ofer' is not a node. Did you mean 'offer'?"),
        ("called('bus')", 7, "'bus' is not a resource. There are: van."),
        ("visits() > 2", 0, "takes one id, not 0"),
        ("visits(offer, edge) > 2", 0, "takes one id, not 2"),
        ("tension", 0, "Compare it with something"),
        ("40", 0, "Compare it with something"),
        ("tension < 40 or 50", 16, "Compare it with something"),
        ("not tension", 4, "Compare it with something"),
        ("knows_name and tension + 2", 15, "Compare it with something"),
        ("speaker", 0, "Write speaker == loud."),
        ("'offer'", 0, "says nothing by itself"),
        ("knows_name < tension", 0, "cannot be compared"),
        ("knows_name == 1", 0, "`knows_name` is true or false and `1` is a number"),
        ("speaker == 2", 0, "`speaker` is one of loud, low, silent and `2` is a number"),
        ("speaker == knows_name", 0, "cannot be compared"),
        ("speaker == level('radio')", 0, "cannot be compared"),
        ("speaker == laud", 11, "Did you mean `loud`?"),
        ("laud == speaker", 0, "Did you mean `loud`?"),
        ("speaker == 'xyzzy'", 11, "It has: loud, low, silent."),
        ("speaker in (low, laud)", 17, "Did you mean `loud`?"),
        ("speaker == loud or low", 19, "Write speaker in (loud, low)."),
        ("speaker != loud and low", 20, "Write speaker not in (loud, low)."),
        ("speaker != loud or low", 19, "Write speaker != loud or speaker == low."),
        ("speaker < low", 0, "have no order"),
        ("speaker < lamp", 0, "have no order"),
        ("tension == '40'", 11, "Write numbers, true and false without quotes."),
        ("'a' == 'b'", 0, "compared with each other"),
        ("knows_name > seated", 0, "Compare them with == or !="),
        ("tension + knows_name > 2", 10, "only numbers can be added"),
        ("-speaker > 2", 1, "only numbers can be added"),
    ],
)
def test_faults_say_what_to_do_instead(vocabulary: Vocabulary, text: str, column: int, says: str) -> None:
    _, errors = check(parse(text), vocabulary)
    assert [(error.column, says in str(error)) for error in errors] == [(column, True)], [str(e) for e in errors]


def test_all_faults_are_told_at_once_from_the_left(vocabulary: Vocabulary) -> None:
    _, errors = check(parse("tenshun < 40 and speaker == laud or visits('ofer') == 2 and 3"), vocabulary)
    assert [error.column for error in errors] == [0, 28, 43, 60]


def test_a_fault_shared_by_two_comparisons_is_told_once(vocabulary: Vocabulary) -> None:
    assert len(check(parse("20 < tenshun < 40"), vocabulary)[1]) == 1
    assert len(check(parse("tenshun in (1, 2, 3)"), vocabulary)[1]) == 1


@pytest.mark.parametrize(
    "text",
    [
        "knows_name",
        "knows_name == true and seated != knows_name",
        "tension < 40 and knows_name and visits('offer') == 0",
        "clock >= 8:00 or clock - distance < 2:30",
        "20 <= tension < 40",
        "low == speaker",
        "speaker == 'loud' or lamp == speaker",
        "band in (calm, 'uneasy') or band > volatile",
        "called(van) == not_used or true",
    ],
)
def test_sound_conditions_are_true_or_false(vocabulary: Vocabulary, text: str) -> None:
    names = {**vocabulary.names, "not_used": Flag()}
    assert check(parse(text), Vocabulary(names, vocabulary.functions)) == (Flag(), ())


def test_a_number_alone_keeps_its_type_beside_the_fault(vocabulary: Vocabulary) -> None:
    kind, errors = check(parse("tension + distance"), vocabulary)
    assert kind == Number(1000, 0, 120)
    assert len(errors) == 1


def test_names_read_leaves_out_the_values(vocabulary: Vocabulary) -> None:
    expr = parse("speaker == loud and tension < 40 and visits(offer) == 0")
    assert names_read(expr, vocabulary) == {"speaker", "tension"}


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("tension < 120", "`tension < 120` is always true. `tension` goes from 0 to 100."),
        ("knows_name and tension > 100", "`tension > 100` is never true."),
        ("tension >= 0", "always"),
        ("visits('edge') < 0", "`visits(…)` is 0 or more."),
        ("visits('edge') == 0.5", "whole number"),
        ("band >= calm", "`band` goes from calm to crisis."),
        ("tension > 40 and tension < 20", "never hold together. Perhaps `or` was meant."),
        ("knows_name and (seated and tension > 40) and not seated", None),
        ("knows_name and not knows_name", "never hold together"),
        ("speaker != loud or speaker != low", "always holds. Perhaps `and` was meant."),
        ("speaker == loud and speaker == low", "never hold together"),
        ("40 < tension < 20", "`40 < tension < 20` is never true."),
        ("speaker in (loud, low, silent)", "`speaker in (loud, low, silent)` is always true."),
        ("speaker not in (loud, low, silent)", "`speaker not in (loud, low, silent)` is never true."),
        ("visits('edge') > 0 and visits('edge') < 1", "never hold together"),
        ("tension < rapport + 141", "always"),
        ("tension + distance == 121", "never"),
        ("tension == tension", "always"),
        ("1 < 2", "always"),
        ("thirds > 5", None),
        ("tension < 100", None),
        ("tension == rapport", None),
        ("20 <= tension < 40 or tension > 90", None),
        ("true", None),
    ],
)
def test_conditions_that_never_change_are_pointed_out(vocabulary: Vocabulary, text: str, says: str | None) -> None:
    assert check(parse(text), vocabulary)[1] == ()
    found = [str(each) for each in warnings(parse(text), vocabulary)]
    assert len(found) == (says is not None), found
    assert all(says in each for each in found if says)


def test_a_value_that_is_also_a_name_is_the_value_with_a_warning(vocabulary: Vocabulary) -> None:
    both = Vocabulary({**vocabulary.names, "loud": vocabulary.names["lamp"]}, vocabulary.functions)
    expr = parse("speaker == loud and loud == low")
    assert check(expr, both)[1] == ()
    assert [each.column for each in warnings(expr, both)] == [11]
    assert warnings(parse("speaker == 'loud' and loud == low"), both) == ()
    assert names_read(expr, both) == {"speaker", "loud"}


def test_a_value_spelled_like_a_name_of_another_kind_needs_no_warning(vocabulary: Vocabulary) -> None:
    stairs = Choice(("contact", "rapport", "change"), ordered=True)
    both = Vocabulary({**vocabulary.names, "stair": stairs}, vocabulary.functions)
    expr = parse("stair >= rapport")
    assert check(expr, both)[1] == ()
    assert warnings(expr, both) == ()
    assert names_read(expr, both) == {"stair"}


def test_nothing_is_warned_of_what_has_faults(vocabulary: Vocabulary) -> None:
    assert warnings(parse("tension < 120 and tenshun > 2"), vocabulary) == ()


_SIGNS = [
    "and",
    "or",
    "not",
    "==",
    "<",
    "in",
    "(",
    ")",
    ",",
    "+",
    "-",
    "true",
    "3",
    "8:00",
    "tension",
    "band",
]
_OTHERS = ["calm", "loud", "speaker", "knows_name", "visits(offer)", "called('x')", "'low'"]
_PIECES = st.sampled_from([*_SIGNS, *_OTHERS])


@given(text=st.lists(_PIECES, max_size=12).map(" ".join))
def test_whatever_can_be_read_can_be_checked(text: str, vocabulary: Vocabulary) -> None:
    try:
        expr = parse(text)
    except ConditionError:
        return
    kind, errors = check(expr, vocabulary)
    assert errors or kind == Flag()
    assert all(0 <= error.column <= len(text) for error in errors)
    warnings(expr, vocabulary)
