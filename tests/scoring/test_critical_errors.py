"""Critical errors: what the clauses of the catalogue find in a course."""

from __future__ import annotations

from simulator.scoring.acts import read_acts
from simulator.scoring.critical import critical_findings


def found(program, course):
    return [(finding.turn, finding.error) for finding in critical_findings(program, read_acts(program, course))]


def test_hands_on_without_a_threat_is_found_and_under_one_is_not(call):
    lines = {"grab": ["hands_on"]}
    assert found(*call(lines, play_=["grab"])) == [(1, "unjustified_force")]
    assert found(*call(lines, facts={"threat": "possible"}, play_=["grab"])) == []


def test_leaving_someone_who_said_they_would_die_is_found(call):
    rest = {"facts": {"intent_stated": True, "weapon": "near"}, "acts": {"leave": {"end": "left"}}}
    assert found(*call({}, play_=["leave"], **rest)) == [(1, "left_at_risk")]


def test_leaving_after_help_was_called_or_a_voice_took_over_is_not(call):
    rest = {"facts": {"intent_stated": True, "weapon": "near"}, "acts": {"leave": {"end": "left"}}}
    team = {"team": {"label": "The team", "eta": "5:00"}}
    assert found(*call({}, play_=["call:team", "leave"], resources=team, **rest)) == []
    assert found(*call({"over": ["hand_over_voice"]}, play_=["over", "leave"], **rest)) == []


def test_stopping_is_no_leaving(call):
    rest = {"facts": {"intent_stated": True, "weapon": "near"}, "acts": {"leave": {"end": "left"}}}
    assert found(*call({}, play_=["stop"], **rest)) == []


def test_closing_on_a_weapon_without_cover_is_found_inside_six_and_a_half_metres(call):
    lines = {"in": {"act": "Step in.", "does": [], "move": -2}}
    rest = {"facts": {"weapon": "in_hand", "threat": "possible"}}
    assert found(*call(lines, play_=["in"], **rest)) == [(1, "closed_on_weapon")]
    assert found(*call(lines, play_=["in"], setting={"distance": 8.6}, **rest)) == []
    assert found(*call(lines, play_=["cover", "in"], **rest)) == []


def test_a_person_who_comes_nearer_is_not_the_officers_closing(call):
    events = {"comes": {"when": "clock >= 3", "move": -4}}
    rest = {"facts": {"weapon": "in_hand", "threat": "possible"}, "events": events}
    program, course = call({}, play_=["wait"], **rest)
    assert course.last.distance == 4000
    assert found(program, course) == []


def test_danger_signs_at_an_end_without_medical_help_are_found(call):
    medic = {"ambulance": {"label": "An ambulance", "eta": "5:00"}}
    rest = {"facts": {"danger_signs": True}, "resources": medic}
    assert found(*call({}, play_=["done", "finish"], **rest)) == [(2, "no_medical_help")]
    assert found(*call({}, play_=["call:ambulance", "done", "finish"], **rest)) == []


def test_help_of_a_medical_kind_is_medical_help_whatever_its_id(call):
    rest = {"facts": {"danger_signs": True}}
    bus = {"label": "The first responders", "eta": "5:00"}
    for kind, errors in (("medical", []), ("family", [(3, "no_medical_help")])):
        resources = {"bus": {**bus, "help": kind}}
        assert found(*call({}, play_=["call:bus", "done", "finish"], resources=resources, **rest)) == errors


def test_detaining_without_authority_is_found_at_the_act_that_does_it(call):
    lines = {"hold_him": {"does": ["limit"], "set": {"detained": True}}}
    assert found(*call(lines, play_=["hold_him", "done"])) == [(1, "no_authority")]
    assert found(*call(lines, facts={"authority": True}, play_=["hold_him"])) == []


def test_an_author_can_mark_a_line_and_an_event(call):
    lines = {"tell": {"does": [], "critical": "revealed_statement"}}
    assert found(*call(lines, play_=["tell"])) == [(1, "revealed_statement")]
    events = {"struck": {"when": "clock >= 5", "critical": "silent_bystander"}}
    assert found(*call({}, events=events, play_=["wait"])) == [(1, "silent_bystander")]


def test_what_an_instructor_injects_shows_none(call):
    events = {"end_it": {"by_hand": True, "end": "over"}}
    assert found(*call({}, facts={"danger_signs": True}, events=events, play_=["inject:end_it"])) == []
