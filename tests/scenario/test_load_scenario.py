"""What a sound file becomes, what a draft is forgiven, and what the graph shows."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from simulator.scenario.authored.migration import FormatRefusedError, migrate
from simulator.scenario.load import Loaded
from simulator.scenario.model import Scenario
from simulator.scenario.parts import Goal

Load = Callable[[str | bytes], Loaded]

DRAFT = """\
format: 1
id: half
title: "Half written"
status: draft
briefing: {dispatch: "Somebody shouts in a hall."}
setting: {place: hall}
cast: {ada: {role: subject, profile: {tension: 50, needs: {fear: 1.0}}}}
start: door
nodes:
  door:
    next: inside
    lines:
      hello: {say: "Hello. I'm Sam.", does: [introduce]}
      ask: {say: "What happened?", does: [open_question], end: talked_out}
"""


@pytest.fixture
def bus(last_bus_text: str, load: Load) -> Scenario:
    scenario = load(last_bus_text).scenario
    assert scenario is not None
    return scenario


def test_numbers_become_fixed_point(bus: Scenario) -> None:
    profile = bus.subject.profile
    assert profile is not None
    assert (profile.tension, profile.reactivity, profile.comfort) == (55_000, 1_000, 2_000)
    assert dict(profile.needs) == {"fear": 400, "injustice": 600, "shame": 0, "despair": 0, "confusion": 0, "gain": 0}
    assert bus.setting.distance == 5_000
    assert bus.resources["van"].eta == 1_800
    assert bus.nodes["story"].timer == 250
    assert bus.events["too_long"].at == 4_800
    assert bus.outcomes["rain"].value == 50_000
    assert bus.stressors["speaker"].levels["loud"] == 12_000
    assert bus.nodes["edge"].lines["back"].deed.move == 2_000


def test_help_is_of_the_kind_its_author_says_or_of_another(bus: Scenario, last_bus_text: str, load: Load) -> None:
    assert bus.resources["van"].help == "other"
    written = last_bus_text.replace("eta: 3:00", "eta: 3:00, help: clinical", 1)
    scenario = load(written).scenario
    assert scenario is not None
    assert scenario.resources["van"].help == "clinical"


def test_a_kind_of_help_that_is_none_is_told_with_the_nearest(last_bus_text: str, load: Load) -> None:
    loaded = load(last_bus_text.replace("eta: 3:00", "eta: 3:00, help: medicl", 1))
    (problem,) = loaded.errors
    assert "`help`" in problem.message
    assert "medical" in problem.hint


def test_a_temperament_is_the_whole_profile_with_its_changes(bus: Scenario) -> None:
    worn = bus.temperaments["worn"]
    assert worn.profile.tension == 40_000
    assert worn.profile.needs["despair"] == 700
    assert worn.profile.rapport == 10_000
    assert worn.profile.triggers == {"fine"}
    assert worn.look["clothes"] == "blanket"
    assert worn.look["age"] == 58


def test_every_reference_is_resolved(bus: Scenario) -> None:
    hush = bus.nodes["story"].lines["hush"]
    assert hush.better == "story.told"
    assert hush.path == "story.hush"
    assert hush.words.id == "story.hush.say"
    assert hush.replies.by_landing["hurts"].id == "story.hush.reply.hurts"
    assert bus.nodes["story"].goal == Goal("node", (("story", 1),))
    assert bus.nodes["van_here"].lines["walk"].goal == Goal("outcome", (("seat_in_van", 1),))
    assert bus.longest == "too_long"
    assert bus.tests[0].line == 74
    assert bus.facts["threat"] == "none"
    assert bus.facts["behind"] is False


def test_times_and_words_keep_their_shape(bus: Scenario) -> None:
    assert bus.setting.time == "22:50"
    assert bus.about.version == "1.0.0"
    assert bus.nodes["window"].lines["move_on"].deed.does == ("commands", "threat")


def test_the_digest_follows_the_text(last_bus_text: str, load: Load, bus: Scenario) -> None:
    other = load(last_bus_text + "# one more remark\n").scenario
    assert other is not None
    assert other.digest != bus.digest
    assert len(bus.digest) == 64


def test_a_draft_loads_and_lists_what_it_lacks(load: Load) -> None:
    loaded = load(DRAFT)
    assert loaded.errors == ()
    scenario = loaded.scenario
    assert scenario is not None
    assert {problem.severity for problem in loaded.problems} == {"todo"}
    assert {problem.code for problem in loaded.todos} == {
        "feedback-missing",
        "longest-missing",
        "no-way-out",
        "outcome-unknown",
        "reply-missing",
        "target-unknown",
        "words-missing",
    }
    assert "inside" in scenario.nodes
    assert "talked_out" in scenario.outcomes
    assert scenario.events[scenario.longest].goal == Goal("outcome", (("talked_out", 1),))
    assert list(scenario.temperaments) == ["usual"]


def test_what_is_wrong_stays_wrong_in_a_draft(load: Load) -> None:
    loaded = load(DRAFT.replace("[introduce]", "[introduse]"))
    assert loaded.scenario is None
    assert [problem.code for problem in loaded.errors] == ["technique-unknown"]


def test_the_same_gaps_stop_a_published_file(load: Load) -> None:
    loaded = load(DRAFT.replace("status: draft", "status: published"))
    assert loaded.scenario is None
    assert {"outcome-unknown", "target-unknown", "longest-missing", "words-missing"} <= {p.code for p in loaded.errors}


def with_node(text: str, node: str) -> str:
    return text.replace("events:\n", f"{node}events:\n", 1)


def test_a_moment_nobody_comes_to_is_noticed(last_bus_text: str, load: Load) -> None:
    node = '  attic:\n    scene: "Dust."\n    lines:\n      go: {act: "Go.", does: [pause], end: rain, reply: "…", debrief: "…"}\n'
    loaded = load(with_node(last_bus_text, node))
    assert [(p.code, p.severity, p.message) for p in loaded.problems] == [
        ("unreachable-node", "warning", "nothing leads to `attic`")
    ]
    assert loaded.scenario is not None


def test_a_moment_nobody_leaves_is_an_error(load: Load) -> None:
    text = (
        DRAFT.replace("status: draft\n", "")
        .replace("    next: inside\n", '    scene: "A door."\n    next: door\n')
        .replace(", end: talked_out", "")
        .replace("does: [introduce]", 'does: [introduce], reply: "…", debrief: "…"')
        .replace("does: [open_question]", 'does: [open_question], reply: "…", debrief: "…"')
        + "events: {late: {at: 9:00, end: out}}\n"
        'outcomes: {out: {kind: voluntary, value: 50, title: "Out", after: "…", lesson: "…"}}\n'
    )
    loaded = load(text)
    assert [(p.code, p.place.line) for p in loaded.problems] == [("no-way-out", 9)]


def test_an_ending_nothing_leads_to_is_noticed(last_bus_text: str, load: Load) -> None:
    loaded = load(last_bus_text.replace("move: -3, end: held", "move: -3, end: rain"))
    assert [(p.code, p.severity) for p in loaded.problems] == [("unreached-outcome", "warning")]


def test_next_in_leads_means_the_lines_own_next(last_bus_text: str, load: Load) -> None:
    scenario = load(last_bus_text.replace("leads: [early, blows]", "leads: [early, next, blows]")).scenario
    assert scenario is not None
    assert scenario.nodes["story"].lines["told"].leads == ("early",)


def test_wordings_conditions_and_weights_are_read(last_bus_text: str, load: Load) -> None:
    text = last_bus_text.replace(
        'scene: "He holds out a wet ticket."',
        'scene: [{when: tension >= 60, say: "He shakes a ticket."}, {say: "A ticket."}, {say: "Wet.", weight: 2}]',
    )
    loaded = load(text)
    assert loaded.problems == ()
    assert loaded.scenario is not None
    variants = loaded.scenario.nodes["story"].scene.variants
    assert [(v.words, v.when is not None, v.weight) for v in variants] == [
        ("He shakes a ticket.", True, 1),
        ("A ticket.", False, 1),
        ("Wet.", False, 2),
    ]


def test_an_older_file_is_read_through_its_migrations() -> None:
    steps = {1: lambda text: text.replace("format: 1", "format: 2"), 2: lambda text: text + "# third\n"}
    assert migrate("format: 1\n", 1, migrations=steps, current=3) == "format: 2\n# third\n"
    with pytest.raises(FormatRefusedError, match="no format 0"):
        migrate("format: 0\n", 0)
    with pytest.raises(FormatRefusedError, match="formats up to 1"):
        migrate("format: 2\n", 2)
