"""Process measures of a call."""

from __future__ import annotations

from itertools import pairwise
from math import log2

import pytest

from simulator.encounter.course import play
from simulator.encounter.drift import drift
from simulator.scoring.acts import read_acts
from simulator.scoring.measures import measure
from simulator.scoring.session_facts import SessionFacts
from simulator.scoring.tension_path import Stretch, seconds_in_bands, tension_path


def measured(program, course, facts=None):
    return measure(program, course, read_acts(program, course), facts or SessionFacts())


@pytest.fixture
def good(last_bus):
    return play(last_bus, 1, "loud", ["speaker_off", "hello", "told", "offer", "hold", "walk"])


def test_time_in_the_bands_is_the_time_of_the_call(last_bus, good):
    measures = measured(last_bus, good)
    assert measures.seconds == 215.0
    assert sum(band.seconds for band in measures.bands) == pytest.approx(215.0, abs=0.2)


def test_time_in_a_band_and_area_follow_the_curve_within_one_long_wait(call):
    # From 10 to 60 with a half-life of 30 s: a straight line would be far off over two minutes.
    profile = {"tension": 10, "baseline": 60, "grievance": 0, "rapport": 0}
    node = {"timer": 120, "silence": {"does": []}}
    program, course = call({}, profile=profile, node=node, play_=["silence"])
    (stretch,) = tension_path(program, course, read_acts(program, course)).stretches
    assert stretch.tenths == 1200
    person = program.casts[0].profiles[0].source
    states = [course.first.subjects[0]]
    for _ in range(40):
        states.append(drift(person, states[-1], 0, 8000, False, 30)[0])
    stepped = 3 * sum((a.tension + b.tension) / 2000 for a, b in pairwise(states))
    assert stretch.area == pytest.approx(stepped, rel=0.01)
    path = tension_path(program, course, read_acts(program, course))
    assert seconds_in_bands(path)["calm"] == pytest.approx(30 * log2(50 / 40), abs=0.1)


def test_a_stretch_at_its_equilibrium_is_a_straight_line():
    still = Stretch(1, 0, 100, 30_000, 30_000, 30_000, 5000, False)
    assert still.area == 300.0


def test_the_path_ends_each_turn_where_the_state_stands(last_bus):
    course = play(last_bus, 1, "loud", ["move_on", "hush", "take_it"])
    path = tension_path(last_bus, course, read_acts(last_bus, course))
    ends = {stretch.turn: stretch.ends for stretch in path.stretches}
    assert ends == {turn.number: turn.after.subjects[0].tension for turn in course.turns}
    assert path.peak_turn == 3


def test_force_drives_the_path_to_its_peak(call):
    program, course = call({"grab": ["hands_on"]}, play_=["grab"])
    measures = measured(program, course)
    assert (measures.tension_peak, measures.peak_turn) == (90.0, 1)
    assert [(use.threat, use.in_measure) for use in measures.force] == [("none", False)]


def test_stairs_are_timed_where_they_were_first_reached(last_bus, good):
    stairs = {stair.stair: (stair.seconds, stair.turn) for stair in measured(last_bus, good).stairs}
    assert stairs["contact"] == (0.0, 0)
    assert stairs["listening"] == (14.6, 2)
    assert stairs["influence"] == (None, None)


def test_talk_is_weighed_against_replies_and_quiet(call):
    lines = {"say": {"say": "One two three four five.", "does": ["open_question"]}}
    program, course = call(lines, play_=["say", "wait"])
    talk = measured(program, course).talk
    assert (talk.spoken, talk.listened, talk.words_said) == (2.0, 14.0, 5)
    assert talk.share_listened == round(14 / 16, 2)


def test_thinking_times_are_told_where_they_were_measured(last_bus, good):
    assert measured(last_bus, good).latency is None
    facts = SessionFacts(thinking_ms=(1000, 2000, None, 9500, 3000, 4000))
    latency = measured(last_bus, good, facts).latency
    assert (latency.decisions, latency.middle, latency.longest, latency.longest_turn) == (5, 3.0, 9.5, 4)


def test_what_was_found_stands_beside_what_was_there(call):
    lines = {"ask": {"does": ["open_question"], "finds": ["pills"]}}
    findings = {"pills": "He stopped his pills.", "sister": "His sister would come."}
    program, course = call(lines, findings=findings, play_=["ask"])
    measures = measured(program, course)
    assert measures.facts_found == 1
    assert [(fact.finding, fact.turn) for fact in measures.facts] == [("pills", 1), ("sister", None)]


def test_stressors_help_and_promises_are_told_with_their_turns(last_bus, good):
    measures = measured(last_bus, good)
    (speaker,) = measures.stressors
    assert (speaker.began, speaker.ended, speaker.eased, speaker.gone, speaker.turn) == ("loud", "low", True, False, 1)
    (van,) = measures.help
    assert (van.turn, van.called, van.arrived) == (4, 25.4, 205.4)
    (stay,) = measures.promises
    assert (stay.status, stay.made, stay.settled) == ("kept", 4, 6)


def test_distance_counts_seconds_nearer_than_they_could_bear(call):
    program, course = call({}, setting={"distance": 4}, play_=["closer", "wait"])
    distance = measured(program, course).distance
    assert (distance.began, distance.nearest, distance.nearest_turn) == (4.0, 3.0, 1)
    assert distance.seconds_inside_comfort == 0.0
    program, course = call({}, setting={"distance": 3}, play_=["closer", "wait"])
    assert measured(program, course).distance.seconds_inside_comfort == 14.0


def test_seconds_bought_are_those_of_acts_that_ask_nothing(call):
    program, course = call({"ask": ["open_question"]}, play_=["wait", "back", "ask", "cover"])
    assert measured(program, course).seconds_bought == 20.0


def test_what_an_instructor_injects_is_marked_as_theirs(call):
    events = {"siren": {"by_hand": True, "say": "A siren.", "effects": {"tension": 30}}}
    program, course = call({}, events=events, play_=["wait", "inject:siren", "wait"])
    measures = measured(program, course)
    (injection,) = measures.injected
    assert (injection.turn, injection.event, injection.words, injection.tension) == (2, "siren", "A siren.", 30.0)
    assert (measures.peak_turn, measures.peak_injected) == (2, True)
    assert measures.decisions == 2
