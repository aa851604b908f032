"""Simulated calls shared out among processes: the same as in one, and nothing left of them when somebody stops."""

from __future__ import annotations

import signal
import subprocess
import sys
from multiprocessing import active_children
from pathlib import Path

import pytest

from simulator.authoring.catalogues import shipped_texts
from simulator.authoring.lint.examples import example_text
from simulator.authoring.lint.plays import simulated_plays
from simulator.authoring.lint.team import Hands, Team
from simulator.authoring.lint.worths import worths
from simulator.authoring.program_texts import ProgramTexts

ENDED = """
import os, signal, sys
from simulator.authoring.catalogues import shipped_texts
from simulator.authoring.crew import Crew
from simulator.authoring.lint.examples import example_text
from simulator.authoring.program_texts import ProgramTexts
signal.signal(signal.SIGALRM, lambda *_: os.kill(os.getpid(), signal.SIGTERM))
texts = ProgramTexts(example_text(), shipped_texts())
signal.setitimer(signal.ITIMER_REAL, float(sys.argv[1]))
Crew(texts, print, [()] * 2, 2)
signal.pause()
"""
TEXTS = ProgramTexts(example_text(), shipped_texts())


def test_two_processes_play_what_one_plays() -> None:
    program = TEXTS.compile()
    with Hands(Team(TEXTS, 2)) as hands:
        plays = simulated_plays(program, 1, hands=hands)
        met = dict(list(plays.met.items())[:2])
        working = active_children()
        moments = worths(program, met, frozenset({"talk.hush"}), hands=hands)
        assert set(active_children()) <= set(working)
    assert plays == simulated_plays(program, 1)
    assert moments == worths(program, met, frozenset({"talk.hush"}))
    assert active_children() == []


def test_an_interrupt_ends_the_processes() -> None:
    asked: list[bool] = []

    def stop(what: str) -> None:
        asked.extend(holds_back_interrupts(process.pid) for process in active_children())
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt), Hands(Team(TEXTS, 2)) as hands:
        simulated_plays(TEXTS.compile(), 1, stop, hands)
    assert active_children() == []
    assert all(asked)


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="this system has no such timer")
def test_a_program_that_is_ended_while_its_processes_start_leaves_no_word_of_theirs() -> None:
    ended = subprocess.run(
        [sys.executable, "-c", ENDED, "0.03"], capture_output=True, text=True, timeout=60, check=False
    )
    assert ended.returncode == -signal.SIGTERM
    assert ended.stderr == ""


def holds_back_interrupts(process: int | None) -> bool:
    """Whether Ctrl-C cannot reach a process, so that it tells of none: asked where the system shows it."""
    try:
        rows = Path(f"/proc/{process}/status").read_text(encoding="ascii").splitlines()
    except OSError:
        return True
    blocked = next(int(row.split()[1], 16) for row in rows if row.startswith("SigBlk:"))
    return bool(blocked >> (signal.SIGINT - 1) & 1)
