"""Trying again: from a decision in a debrief, and by going back during practice; and hints when asked for."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from simulator.records.reading import read_log
from simulator.ui.scenes.debrief_pages import DebriefPages
from simulator.ui.scenes.encounter import Encounter
from tests.fixtures.window_driver import Visitor

Visit = Callable[..., Visitor]


def in_a_debrief(visit: Visit, *size: tuple[int, int], assessed: bool = False, **settings: object) -> Visitor:
    visitor = visit(*size, **settings)
    if assessed:
        visitor.go_to_assessed_call()
    else:
        visitor.go_to_call()
    visitor.play_well()
    assert visitor.at == "Debrief"
    return visitor


def logs(visitor: Visitor, folder: str) -> list[dict[str, object]]:
    """The headers of the logs in a folder."""
    found = sorted((visitor.data / folder).glob("*.jsonl"))
    return [json.loads(path.read_text(encoding="utf-8").splitlines()[0]) for path in found]


def test_any_turn_is_two_keys_away_and_trying_again_shows_both_courses(visit: Visit) -> None:
    visitor = in_a_debrief(visit)
    visitor.key("2", "n")
    pages = visitor.scene
    assert isinstance(pages, DebriefPages)
    turn = pages._decisions.turn
    visitor.key("t")
    assert visitor.at == "BranchEncounter"
    assert f"Practice branch from turn {turn}" in visitor.words
    (own,) = [row for row in logs(visitor, "scratch") if "branch" in row]
    assert own["branch"]["turn"] == turn  # type: ignore[index]
    visitor.decide()
    visitor.key("f10")
    visitor.scene.ring.focus("stop")
    visitor.key("return")
    assert visitor.at == "TwoWays"
    assert "As you played it" in visitor.words
    assert "Stopped by you" in visitor.words
    visitor.key("escape")
    assert visitor.at == "Debrief"
    assert not [row for row in logs(visitor, "scratch") if "branch" in row]


def test_a_branch_of_an_assessed_call_is_practice_and_leaves_its_record_alone(visit: Visit) -> None:
    visitor = in_a_debrief(visit, assessed=True)
    (log,) = (visitor.data / "sessions").glob("*.jsonl")
    sealed = log.read_bytes()
    visitor.key("2", "right", "t")
    visitor.decide()
    scene = visitor.scene
    assert isinstance(scene, Encounter)
    assert scene.call.practice
    visitor.play_well()
    assert visitor.at == "TwoWays"
    visitor.click("Keep this branch")
    assert log.read_bytes() == sealed
    headers = logs(visitor, "sessions")
    # Both may have begun within one second, and then stand in any order.
    assert sorted(row["mode"] for row in headers) == ["assessed", "practice"]
    visitor.key("escape")
    assert visitor.at == "Debrief"


def test_once_more_begins_the_same_branch_again(visit: Visit) -> None:
    visitor = in_a_debrief(visit)
    visitor.key("2", "right", "t")
    visitor.decide()
    visitor.key("f10")
    visitor.scene.ring.focus("stop")
    visitor.key("return")
    visitor.click("Once more")
    assert visitor.at == "BranchEncounter"
    visitor.decide()
    visitor.close()
    assert not [row for row in logs(visitor, "scratch") if "branch" in row]


def test_what_was_weighed_is_kept_with_the_record(visit: Visit) -> None:
    visitor = in_a_debrief(visit)
    visitor.key("2", "n")
    visitor.scene.ring.focus("weighing")
    visitor.type("2 of us, no rush")
    visitor.scene.ring.focus("chart")
    visitor.key("right")
    visitor.scene.ring.focus("keep")
    visitor.key("return")
    (notes,) = visitor.data.glob("sessions/*.notes")
    assert "2 of us, no rush" in notes.read_text(encoding="utf-8")
    visitor.key("escape")
    visitor.close()
    again = visit()
    again.key("return")
    again.wait(0.3)
    again.scene.ring.focus("sessions")
    again.key("return", "return")
    assert again.at == "PastDebrief"
    again.key("2", "n")
    assert "2 of us, no rush" in again.words


def test_replay_walks_through_the_turns_by_itself(visit: Visit) -> None:
    visitor = in_a_debrief(visit)
    visitor.key("2", "s", "s", "r")
    pages = visitor.scene
    assert isinstance(pages, DebriefPages)
    visitor.wait(2)
    assert 2 <= pages._decisions.turn <= 3
    visitor.wait(10)
    assert pages._decisions.turn == len(pages.value.turns)


def test_going_back_in_practice_makes_a_marked_branch(visit: Visit) -> None:
    visitor = visit()
    visitor.go_to_call()
    visitor.say("Ask the cleaner")
    visitor.say("I'm Sam")
    visitor.key("escape")
    visitor.click("Back to an earlier decision")
    assert visitor.at == "Rewind"
    visitor.key("return")
    assert visitor.at == "PracticeEncounter"
    visitor.decide()
    scene = visitor.scene
    assert isinstance(scene, Encounter)
    assert len(scene.call.session.course.turns) == 1
    (own,) = logs(visitor, "scratch")
    assert own["branch"]["turn"] == 2  # type: ignore[index]
    visitor.play_well(1)
    assert visitor.at == "Debrief"


def test_a_hint_gives_a_cue_and_a_skill_and_is_counted(visit: Visit) -> None:
    visitor = visit()
    visitor.go_to_call()
    visitor.key("i")
    assert "Asked for here:" in visitor.words
    visitor.say("I'm Sam")
    scene = visitor.scene
    assert isinstance(scene, Encounter)
    assert read_log(scene.call.session.path).actions[0].hints == 1


def test_an_assessed_call_has_neither(visit: Visit) -> None:
    visitor = visit()
    visitor.go_to_assessed_call()
    visitor.key("i")
    assert "Asked for here:" not in visitor.words
    visitor.key("escape")
    assert visitor.at == "Pause"
    assert "Back to an earlier decision" not in visitor.words


@pytest.mark.parametrize(("size", "text_size"), [((1280, 720), 200)])
def test_nothing_is_cut_or_too_small(visit: Visit, size: tuple[int, int], text_size: int) -> None:
    visitor = visit(size, text_size=text_size)
    found: list[str] = []

    def look() -> None:
        visitor.wait(0.05)
        found.extend(f"{visitor.at}: {fault}" for fault in [*visitor.faults(), *visitor.small_targets()])

    visitor.go_to_call()
    visitor.key("i")
    look()
    visitor.say("Ask the cleaner")
    visitor.key("escape")
    look()
    visitor.click("Back to an earlier decision")
    look()
    visitor.key("escape")
    visitor.play_well(1)
    for keys in (["2"], ["n"], ["tab"], ["tab"], ["tab"], ["tab"], ["tab"], ["n"]):
        visitor.key(*keys)
        look()
    visitor.scene.ring.focus("chart")
    visitor.key("t")
    visitor.decide()
    visitor.key("f10")
    visitor.scene.ring.focus("stop")
    visitor.key("return")
    look()
    assert not found
