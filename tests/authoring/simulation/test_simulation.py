"""Simulated runs: the same over one process and several, summed up, and what they never came upon."""

import pytest

from simulator.authoring.catalogues import shipped_texts
from simulator.authoring.crew import Crew, CrewError
from simulator.authoring.program_texts import ProgramTexts
from simulator.authoring.simulation import (
    Run,
    coverage,
    hardness_of,
    run_once,
    simulate,
    simulate_parallel,
    summarise,
    usage_of,
)
from simulator.authoring.simulation import parallel as parallel_module
from simulator.authoring.simulation.hardness import hardness_word
from simulator.authoring.simulation.summary import mean_curve, quantile
from simulator.authoring.simulation.usage import together


@pytest.fixture(scope="module")
def texts(pytestconfig):
    return ProgramTexts(
        (pytestconfig.rootpath / "tests" / "fixtures" / "last_bus.yaml").read_text("utf-8"), shipped_texts()
    )


def a_run(value, **more):
    given = {"policy": "typical", "temperament": "loud", "seed": 1, "outcome": "home", "turns": 4, "minutes": 2.0}
    return Run(**(given | {"value": value, "tension": 10.0, "rapport": 5.0, "said": ()} | more))


def test_several_processes_make_the_same_runs_in_the_same_order_as_one(texts, last_bus, monkeypatch):
    monkeypatch.setattr(parallel_module, "FEW", 0)
    asked = (("novice", "waiter"), tuple(last_bus.temperaments), 12, 5)
    over_two = simulate_parallel(texts, *asked, jobs=2)
    here = simulate_parallel(texts, *asked, jobs=1)
    assert over_two == here
    assert list(over_two.runs) == list(simulate(last_bus, *asked))


def test_progress_is_told_and_stopping_keeps_what_was_made(texts, last_bus):
    heard = []
    made = simulate_parallel(
        texts,
        ("novice",),
        last_bus.temperaments,
        20,
        1,
        jobs=1,
        progress=lambda *told: heard.append(told),
        stop=lambda: len(heard) == 2,
    )
    assert heard == [(10, 20 * len(last_bus.temperaments)), (20, 20 * len(last_bus.temperaments))]
    assert len(made.runs) == made.usage.calls == 20


def _first_word(program, word):
    return f"{program.scenario.id} {word}"


def _breaks(program, word):
    raise ValueError("nothing works")


def test_a_crew_gives_results_in_order_and_its_processes_end(texts):
    with Crew(texts, _first_word, [(str(number),) for number in range(5)], jobs=2) as crew:
        assert list(crew.in_order()) == [f"last_bus {number}" for number in range(5)]
        assert crew.finished
        processes = crew._processes
    assert not any(process.is_alive() for process in processes)


def test_a_crew_says_in_words_what_went_wrong_in_a_process(texts):
    with Crew(texts, _breaks, [("a",)], jobs=1) as crew, pytest.raises(CrewError, match="nothing works"):
        list(crew.in_order())


def test_a_crew_can_be_asked_without_waiting_and_closed_in_the_middle(texts):
    crew = Crew(texts, _first_word, [(str(number),) for number in range(4)], jobs=1)
    found = []
    while not crew.finished:
        found += crew.ready(30)
    assert dict(found) == {number: f"last_bus {number}" for number in range(4)}
    crew.close()
    crew.close()


def test_a_summary_holds_quantiles_bins_and_the_mean_of_ratings():
    (summary,) = summarise([a_run(0.0, rating=3.0), a_run(50.0), a_run(100.0, rating=5.0, critical=("threat",))])
    assert (summary.mean, summary.low, summary.middle, summary.high) == (50.0, 10.0, 50.0, 90.0)
    assert summary.bins == (1, 0, 0, 0, 0, 1, 0, 0, 0, 1)
    assert summary.rating == 4.0
    assert summary.critical == (("threat", 1),)


def test_a_quantile_lies_between_neighbours_in_proportion():
    assert quantile([10.0, 20.0], 0.25) == 12.5
    assert quantile([7.0], 0.9) == 7.0


def test_a_mean_curve_stops_where_too_few_runs_go_on():
    assert mean_curve([(10, 20), (20, 30), (30, 40), (40,), (50, 10, 99)]) == (30.0, 25.0)


def test_scores_are_there_where_they_are_asked_for(shipped_call):
    program = shipped_call("corner_shop")
    temperament = program.temperaments[0]
    assert run_once(program, "typical", 1, temperament).rating is None
    assert 1 <= run_once(program, "typical", 1, temperament, scores=True).rating <= 7


def test_usage_counts_what_calls_did(last_bus):
    usage = usage_of(last_bus, ("typical", "novice"), 6, 3)
    runs = list(simulate(last_bus, ("typical", "novice"), last_bus.temperaments, 6, 3))
    assert usage.calls == len(runs)
    said = [act for run in runs for act in run.said]
    assert sum(usage.used.values()) == len(said)
    assert all(usage.used[act] == said.count(act) for act in said)
    assert sum(usage.outcomes.values()) == len(runs)
    lines = [act for act in usage.used if act in usage.open]
    assert lines
    assert all(usage.used[act] <= usage.open[act] for act in lines)
    assert all(sum(usage.landed(act).values()) == usage.used[act] for act in lines)


def test_a_line_called_as_an_act_is_counted_apart_from_the_act(last_bus):
    usage = usage_of(last_bus, ("typical", "novice", "random"), 10, 1)
    (lines,) = [row for row in coverage(last_bus, usage) if row.what == "lines"]
    assert usage.used["edge.line:back"] <= usage.open["edge.line:back"]
    assert "edge.line:back" not in lines.never


def test_usages_add_up(last_bus):
    novice, typical = usage_of(last_bus, ("novice",), 4, 3), usage_of(last_bus, ("typical",), 4, 3)
    assert together([novice, typical]) == usage_of(last_bus, ("novice", "typical"), 4, 3)


def test_coverage_names_what_was_never_come_upon(small):
    program = small(
        lines='hidden: {say: "You never hear this.", only_if: tension > 99, does: [validate], debrief: "."}'
    )
    rows = {row.what: row for row in coverage(program, usage_of(program, ("always_first",), 2, 1))}
    assert "here.hidden" in rows["lines"].never
    assert rows["lines"].seen + len(rows["lines"].never) == rows["lines"].there


def test_a_call_is_as_hard_as_novices_and_typical_trainees_find_it():
    runs = [a_run(40.0, policy="novice"), a_run(60.0), a_run(90.0, policy="expert")]
    (hardness,) = hardness_of(summarise(runs))
    assert (hardness.word, hardness.mean, hardness.room) == ("moderate", 50.0, 30.0)
    assert [hardness_word(mean) for mean in (80, 50, 40, 20)] == ["easy", "moderate", "hard", "very hard"]
