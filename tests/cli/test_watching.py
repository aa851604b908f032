"""`validate --watch`: a round of findings at the start and after each save, in lines that an editor reads."""

import json
import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from simulator.authoring.catalogues import shipped
from simulator.authoring.library import SHIPPED, read_entry
from simulator.cli.watching import BEGINS, ENDS, PATIENCE, watch

ROOT = Path(__file__).resolve().parents[2]


class LookedEnoughError(Exception):
    """The last look of a test."""


@pytest.fixture
def rounds(tmp_path, last_bus_text, capsys):
    """Watches a file while each look runs the next of some acts on it; gives the rounds that were told."""
    file = tmp_path / "bus.yaml"

    def run(*acts):
        file.write_text(last_bus_text, encoding="utf-8")
        waiting = iter(acts)

        def look_again(_seconds):
            act = next(waiting, None)
            if act is None:
                raise LookedEnoughError
            act(file)

        reads = []

        def read(path):
            reads.append(path)
            return read_entry(path, shipped())

        with pytest.raises(LookedEnoughError):
            watch(lambda: [file], read, look_again)
        told = capsys.readouterr().out.splitlines()
        starts = [number for number, row in enumerate(told) if row.startswith(BEGINS)]
        run.reads = len(reads)
        return [told[a:b] for a, b in zip(starts, [*starts[1:], len(told)], strict=True)]

    return run


def save(old, new):
    def act(file):
        file.write_text(file.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")

    return act


def nothing(file):
    pass


def test_a_sound_file_is_told_of_once(rounds):
    (first,) = rounds(nothing, nothing, nothing)
    assert len(first) == 2
    assert first[1].startswith(f"{ENDS} 1 file: nothing to mend")
    assert rounds.reads == 1


def test_a_save_is_checked_and_its_mend_too(rounds):
    told = rounds(
        save("start: window", "start: windoww"), nothing, save("start: windoww", "start: window"), nothing, nothing
    )
    assert [len(each) for each in told] == [2, 3, 2]
    assert re.search(r"bus\.yaml:\d+:\d+: error: .*windoww.* \[target-unknown\]$", told[1][1])


def test_a_half_written_save_is_waited_out(rounds):
    told = rounds(
        save("start: window", "start: "),
        save("start: ", "start: windo"),
        save("start: windo", "start: window\n"),
        nothing,
        nothing,
    )
    assert [len(each) for each in told] == [2, 2]


def test_a_file_taken_away_for_a_moment_is_not_missed(rounds, last_bus_text):
    def back(file):
        file.write_text(last_bus_text, encoding="utf-8")

    told = rounds(Path.unlink, nothing, back, nothing, nothing)
    assert all("no such file" not in row for each in told for row in each)


def test_a_file_taken_away_for_good_is_told(rounds):
    told = rounds(Path.unlink, *[nothing] * (PATIENCE + 2))
    assert "there is no such file" in told[-1][1]


def test_the_editors_matcher_sees_where_a_round_begins_and_ends(rounds):
    tasks = json.loads((SHIPPED / ".vscode" / "tasks.json").read_text(encoding="utf-8"))["tasks"]
    (task,) = [task for task in tasks if "--watch" in task["args"]]
    marks = task["problemMatcher"]["background"]
    for told in rounds(save("start: window", "start: windoww"), nothing, nothing):
        assert [bool(re.search(marks["beginsPattern"], row)) for row in told] == [True] + [False] * (len(told) - 1)
        assert [bool(re.search(marks["endsPattern"], row)) for row in told] == [False] * (len(told) - 1) + [True]
        assert all(re.search(task["problemMatcher"]["pattern"]["regexp"], row) for row in told[1:-1])


def test_watching_and_json_do_not_go_together(cli, last_bus_file):
    done = cli("validate", last_bus_file, "--watch", "--json")
    assert done.code == 2
    assert "leave --json away" in done.err


@pytest.mark.skipif(sys.platform == "win32", reason="a test cannot press Ctrl-C there without pressing it for itself")
def test_an_interrupt_ends_it_plainly(last_bus_file, tmp_path):
    process = subprocess.Popen(
        [sys.executable, str(ROOT / "main.py"), "--data", str(tmp_path), "validate", str(last_bus_file), "--watch"],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env={**os.environ, "PYTHONUNBUFFERED": "1"},
    )  # fmt: skip
    assert process.stdout is not None
    assert process.stdout.readline().startswith(BEGINS)
    assert process.stdout.readline().startswith(ENDS)
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=30)
    assert err == "No longer watching.\n"
    assert process.returncode == 130
