"""Habits by name, and the first 45 words."""

from __future__ import annotations

from simulator.scoring.acts import read_acts
from simulator.scoring.first_words import FIRST_WORDS, count_words, read_opening
from simulator.scoring.habits import count_habits


def test_habits_are_counted_by_name_with_their_turns_the_most_frequent_first(call):
    lines = {"loud": ["shout"], "row": ["commands"], "both": ["commands", "shout"]}
    program, course = call(lines, play_=["loud", "row", "both", "row", "done"])
    habits = count_habits(program, read_acts(program, course))
    assert [(habit.habit, habit.count, habit.turns) for habit in habits] == [
        ("order_before_reason", 3, (2, 3, 4)),
        ("raised_voice", 2, (1, 3)),
    ]


def test_force_is_a_habit_only_where_nobody_is_in_danger(call):
    lines = {"draw": ["display_weapon"]}
    for threat, expected in (("none", ["force_first"]), ("possible", []), ("immediate", [])):
        program, course = call(lines, facts={"threat": threat}, play_=["draw"])
        assert [habit.habit for habit in count_habits(program, read_acts(program, course))] == expected


def opening(call, lines, play_):
    program, course = call(lines, play_=play_)
    return read_opening(read_acts(program, course), program.catalogues.words)


HELLO = {"say": "I'm Sam from the police.", "does": ["introduce"]}
WHY = {"say": "I came to see if you are all right.", "does": ["state_purpose"]}
ORDER = {"say": "Step back. Now. Hands up.", "does": ["commands"]}
ASK = {"say": "What happened?", "does": ["open_question"]}


def test_who_why_and_a_question_before_an_order(call):
    read = opening(call, {"hello": HELLO, "why": WHY, "ask": ASK, "order": ORDER}, ["hello", "why", "ask", "order"])
    assert (read.who.turn, read.why.turn, read.ask.turn, read.order.turn) == (1, 2, 3, 4)
    assert (read.who.word, read.why.word, read.ask.word) == (1, 6, 15)
    assert read.ask_before_order
    assert read.reason_before_order


def test_an_order_first_is_said_to_come_before_any_reason(call):
    read = opening(call, {"why": WHY, "order": ORDER}, ["order", "why"])
    assert not read.reason_before_order
    assert "before any reason" in " ".join(read.summary)


def test_what_comes_after_the_first_forty_five_words_is_too_late(call):
    long = {"say": " ".join(["word"] * FIRST_WORDS), "does": []}
    read = opening(call, {"long": long, "hello": HELLO}, ["long", "hello"])
    assert not read.who.there
    assert read.words == FIRST_WORDS


def test_deeds_and_words_in_brackets_are_not_said(call):
    lines = {"sit": {"act": "Sit down on the kerb beside them.", "does": ["introduce"]}, "hello": HELLO}
    read = opening(call, lines, ["sit", "hello"])
    assert read.who.turn == 2
    assert count_words("(Quietly.) Good evening.") == 2


def test_a_call_without_words_says_so(call):
    assert opening(call, {}, ["wait"]).summary == ("Nothing was said.",)
