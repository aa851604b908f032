"""The solver from the terminal: what it tells can be played."""

import json
import signal

from simulator.authoring.catalogues import shipped
from simulator.authoring.library import SHIPPED, find_library
from simulator.encounter.course import play
from simulator.encounter.program import compile_program


def test_the_line_it_tells_plays_to_the_value_it_tells(cli):
    done = cli("solve", "bridge_rail", "--steps", "1500", "--json")
    assert done.code == 0
    program = compile_program(find_library([SHIPPED], shipped()).playable()["bridge_rail"].scenario, shipped())
    solved = json.loads(done.out)["solved"]
    assert [row["temperament"] for row in solved] == list(program.temperaments)
    for row in solved:
        last = play(program, 1, row["temperament"], row["line"]).last
        assert (last.value / 1000, last.outcome) == (row["low"], row["outcome"])
        assert row["low"] <= row["high"]


def test_it_solves_from_where_acts_lead(cli):
    done = cli("solve", "corner_shop", "--temperament", "worn", "--steps", "400", "--from", "hello,wait")
    assert done.code == 0
    assert "  3. " in done.out
    assert "  1. " not in done.out
    assert "at most once in a visit" in done.out


def test_acts_that_are_not_open_are_refused(cli):
    done = cli("solve", "corner_shop", "--temperament", "worn", "--from", "nonsense")
    assert done.code == 2
    assert "--from cannot be played with worn" in done.err


def test_ctrl_c_tells_what_is_known_and_solves_no_further(cli, monkeypatch):
    from simulator.authoring import solver

    whole = solver.solve

    def interrupted(program, state, limit, reach):
        signal.raise_signal(signal.SIGINT)
        return whole(program, state, limit, reach)

    monkeypatch.setattr(solver, "solve", interrupted)
    done = cli("solve", "corner_shop", "--json")
    assert done.code == 130
    assert "this is what is known so far" in done.err
    assert len(json.loads(done.out)["solved"]) == 1
