"""Simulating on the command line: the same for the same seed, as tables a person reads and JSON a program reads."""

import json

from simulator.authoring.simulation import parallel

WORDS = ("--policy", "typical", "--policy", "random", "--policy", "novice", "--runs", "3", "--seed", "5")


def test_the_same_seed_gives_the_same_runs_over_however_many_processes(cli, last_bus_file, monkeypatch):
    here = cli("simulate", last_bus_file, *WORDS, "--jobs", "1", "--json")
    monkeypatch.setattr(parallel, "FEW", 0)
    assert cli("simulate", last_bus_file, *WORDS, "--jobs", "2", "--json").out == here.out
    assert len(json.loads(here.out)["runs"]) == 18


def test_the_table_has_a_row_for_each_trainee_under_each_temperament(cli, last_bus_file):
    done = cli("simulate", last_bus_file, *WORDS)
    assert done.code == 0
    rows = done.out.splitlines()
    assert rows[0] == "The last bus: 18 calls played. Hardships count 2."
    assert sum(row.startswith("  typical ") for row in rows) == 2
    assert any(
        row.startswith("Loud and wronged (loud), ") and "novices and typical trainees reach" in row for row in rows
    )
    assert "Came upon " in done.out
    assert max(map(len, rows)) <= 120


def test_one_temperament_alone_can_be_asked_for(cli, last_bus_file):
    done = cli("simulate", last_bus_file, *WORDS, "--temperament", "loud")
    assert "(worn)" not in done.out


def test_curves_and_lines_are_printed_where_they_are_asked_for(cli, last_bus_file):
    done = cli("simulate", last_bus_file, *WORDS, "--curves", "--lines")
    assert "Tension after acts" in done.out
    assert "window: visited " in done.out
    plain = cli("simulate", last_bus_file, *WORDS)
    assert "Tension after acts" not in plain.out
    assert "window: visited " not in plain.out


def test_the_json_tells_all_that_the_tables_do_and_the_runs(cli, last_bus_file):
    told = json.loads(cli("simulate", last_bus_file, *WORDS, "--json").out)
    assert {"call", "seed", "summary", "difficulty", "usage", "coverage", "runs"} == set(told)
    assert sum(sum(row["bins"]) for row in told["summary"]) == len(told["runs"]) == told["usage"]["calls"]
    assert {row["word"] for row in told["difficulty"]["proved"]} <= {"easy", "moderate", "hard", "very hard"}
    for act, times in told["usage"]["used"].items():
        assert sum(told["usage"]["landings"][act].values()) == times


def test_the_solver_plays_where_it_is_named(cli, last_bus_file):
    done = cli("simulate", last_bus_file, "--policy", "solver", "--policy", "expert", "--runs", "1", "--json")
    values = {(run["policy"], run["temperament"]): run["value"] for run in json.loads(done.out)["runs"]}
    for temperament in ("loud", "worn"):
        assert values["solver", temperament] >= values["expert", temperament]
    assert "  solver" not in cli("simulate", last_bus_file, "--runs", "1").out
