"""Simulated calls shared out among processes: the same as in one, and nothing left of them when somebody stops."""

from __future__ import annotations

from multiprocessing import active_children

import pytest

from simulator.authoring.catalogues import shipped_texts
from simulator.authoring.lint.examples import example_text
from simulator.authoring.lint.plays import simulated_plays
from simulator.authoring.lint.team import Team
from simulator.authoring.program_texts import ProgramTexts

TEXTS = ProgramTexts(example_text(), shipped_texts())


def test_two_processes_play_what_one_plays() -> None:
    program = TEXTS.compile()
    assert simulated_plays(program, 2, team=Team(TEXTS, 2)) == simulated_plays(program, 2)
    assert active_children() == []


def test_an_interrupt_ends_the_processes() -> None:
    def stop(what: str) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        simulated_plays(TEXTS.compile(), 2, stop, Team(TEXTS, 2))
    assert active_children() == []
