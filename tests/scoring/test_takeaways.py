"""What to take away: praise only for what was done, and the change that the moment first called for."""

from __future__ import annotations

from dataclasses import replace

from simulator.scoring.debrief import debrief

SQUAD = {"squad": {"label": "A second car", "eta": "5:00"}}


def takeaways(program, course):
    value = debrief(program, course)
    return value.keep, value.change


def test_help_that_an_event_called_is_no_strength_of_the_officer(call):
    events = {"comes_anyway": {"when": "clock >= 1", "call": "squad", "say": "A car is sent."}}
    program, course = call({"loud": ["shout"]}, resources=SQUAD, events=events, play_=["loud"])
    (help_,) = debrief(program, course).measures.help
    assert not help_.by_officer
    keep, _ = takeaways(program, course)
    assert "called for help" not in keep.words


def test_help_that_the_officer_called_is_one(call):
    program, course = call({"loud": ["shout"]}, resources=SQUAD, play_=["loud", "call:squad"])
    assert debrief(program, course).measures.help[0].by_officer
    keep, _ = takeaways(program, course)
    assert "called for help" in keep.words


def test_what_to_keep_says_why_in_one_sentence(call):
    line = {"does": ["paraphrase"], "debrief": "She heard it back. That is worth a great deal."}
    keep, _ = takeaways(*call({"hear": line}, play_=["hear"]))
    assert keep.words.endswith("She heard it back.")


def test_a_question_about_suicide_that_was_open_and_never_asked_comes_before_any_habit(call):
    lines = {"ask": ["ask_suicide"], "loud": ["shout"]}
    _, change = takeaways(*call(lines, play_=["loud"]))
    assert (change.turns, change.source) == ((1,), "assessment")
    assert "Words of ask." in change.words
    _, change = takeaways(*call(lines, play_=["loud", "ask"]))
    assert change.source == "raised_voice"


def test_what_came_out_as_untrue_comes_before_a_more_frequent_habit(call):
    lines = {"lie": {"does": ["false_promise"], "promise": "told"}, "loud": ["shout"]}
    events = {"comes_out": {"when": "clock >= 1", "breaks": "told"}}
    promises = {"told": "I will ring them."}
    _, change = takeaways(*call(lines, promises=promises, events=events, play_=["lie", "loud", "loud"]))
    assert change.source == "deception"


def test_who_only_waited_is_not_told_to_wait(call):
    _, change = takeaways(*call({"hear": ["paraphrase"]}, play_=["wait", "wait", "wait"]))
    assert change.words.startswith("If waiting has stopped helping")


def test_a_call_left_before_its_end_is_not_praised_as_a_whole(call):
    keep, _ = takeaways(*call({"hear": ["paraphrase"]}, play_=["wait"]))
    assert (keep.source, "whole call" in keep.words) == ("safety", False)


def test_a_pause_is_praised_only_where_more_than_waiting_was_done(call):
    lines = {"hear": {"does": []}}
    waited, _ = takeaways(*call(lines, node={"timer": 20}, play_=["silence", "wait", "wait"]))
    assert "Listening" not in waited.words
    ran_out, _ = takeaways(*call(lines, node={"timer": 20}, play_=["hear", "silence"]))
    assert "Listening" not in ran_out.words
    paused, _ = takeaways(*call(lines, play_=["hear", "wait"]))
    assert paused.words.startswith("Listening: in turn 2")


def test_a_line_that_has_a_better_one_is_no_missed_chance(call):
    lines = {"half": {"does": ["explain_why"], "better": "hello"}, "hello": ["introduce"], "ask": ["closed_question"]}
    program, course = call(lines, calls_for=("respect",), play_=["ask", "done"])
    (missed,) = debrief(program, course).ledgers.missed
    assert missed.open == ("Words of hello.",)


def test_where_the_first_call_was_answered_the_second_is_not_the_change(call):
    lines = {"hear": ["paraphrase"], "name": ["emotion_label"]}
    second = {"calls_for": ("listening", "empathy")}
    _, change = takeaways(*call(lines, **second, play_=["hear", "done"]))
    assert change is None
    _, change = takeaways(*call(lines, **second, play_=["done"]))
    assert change.source == "listening"


def test_the_example_of_a_deed_is_no_speech(call):
    lines = {"light": {"act": "Switch off the light.", "does": ["remove_stressor"]}, "ask": ["closed_question"]}
    _, change = takeaways(*call(lines, calls_for=("safety",), play_=["ask", "done"]))
    assert change.words.endswith("this was open to you: Switch off the light.")


def test_a_catalogue_without_plans_still_gives_a_change(call):
    program, course = call({"hear": ["paraphrase"]}, calls_for=("listening",), play_=["done", "finish"])
    skills = {id_: row.model_copy(update={"plan": None}) for id_, row in program.catalogues.skills.items()}
    older = replace(program, catalogues=replace(program.catalogues, skills=skills))
    _, change = takeaways(older, course)
    assert change.words.startswith("If such a moment comes again, then I ")
