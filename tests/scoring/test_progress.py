"""Progress over several runs of one trainee."""

from __future__ import annotations

from pathlib import Path

import pytest

from simulator.authoring.catalogues import shipped
from simulator.encounter.course import play
from simulator.encounter.program import compile_program
from simulator.scenario.load import load_scenario
from simulator.scoring.debrief import debrief
from simulator.scoring.progress import MixedTraineesError, progress, reliability_of, runs_wanted
from simulator.scoring.session_facts import SessionFacts

LAST_BUS = Path(__file__).parents[1] / "fixtures" / "last_bus.yaml"
GOOD = ("speaker_off", "hello", "told", "offer", "hold", "walk")
POOR = ("move_on", "hush", "take_it")


@pytest.fixture(scope="module")
def run():
    loaded = load_scenario(LAST_BUS.read_text(encoding="utf-8"), "last_bus.yaml", shipped())
    program = compile_program(loaded.scenario, shipped())

    def make(day: int, *actions: str, trainee: str = "T-1"):
        facts = SessionFacts(session=f"s{day}", trainee=trainee, started_at=f"2026-03-{day:02d}T10:00:00.000Z")
        return debrief(program, play(program, 1, "loud", actions), facts)

    return make


def test_habits_that_fall_are_told_once_there_are_runs_enough(run):
    few = progress([run(1, *POOR), run(2, *GOOD)])
    assert few.all_habits == "too_few"
    enough = progress([run(1, *POOR), run(2, *POOR), run(3, *GOOD), run(4, *GOOD)])
    assert enough.all_habits == "falling"
    assert all(trend.counts[2:] == (0, 0) and trend.direction == "falling" for trend in enough.habits)


def test_the_order_of_the_files_means_nothing(run):
    runs = [run(3, *GOOD), run(1, *POOR), run(2, *POOR), run(4, *GOOD)]
    assert progress(runs) == progress(sorted(runs, key=lambda value: value.session.started_at))


def test_a_stopped_run_is_listed_and_not_counted(run):
    value = progress([run(1, *GOOD), run(2, "move_on", "stop")])
    assert [each.kind for each in value.runs] == ["referral", "stopped"]
    assert value.habits == ()
    assert value.reliability == reliability_of(1)


def test_ratings_rest_on_the_items_of_all_runs(run):
    one, two = run(1, *GOOD), run(2, *GOOD)
    value = progress([one, two])
    for rating in value.ratings:
        items = [item for each in (one, two) for item in each.items if item.skill == rating.skill]
        assert rating.chances == len(items)
        if rating.rating is not None:
            weight = sum(item.weight for item in items)
            told = (4 * 3 + sum(item.weight * item.r for item in items)) / (3 + weight)
            assert rating.rating == pytest.approx(told, abs=0.006)


def test_two_trainees_are_never_mixed(run):
    with pytest.raises(MixedTraineesError, match="T-1, T-2"):
        progress([run(1, *GOOD), run(2, *GOOD, trainee="T-2")])


def test_reliability_follows_spearman_and_brown():
    assert reliability_of(4) == 0.5
    assert reliability_of(0) == 0.0
    assert runs_wanted() == 16
    assert reliability_of(runs_wanted()) >= 0.8 > reliability_of(runs_wanted() - 1)
