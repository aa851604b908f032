"""Whole journeys in a terminal, as a person or a script has them: the program started, words piped in."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from simulator.authoring.catalogues import shipped
from simulator.authoring.library import SHIPPED, find_library
from simulator.encounter.actions import parse_action
from simulator.encounter.course import extend, open_course
from simulator.encounter.offer import offer
from simulator.encounter.program import compile_program
from simulator.records.reading import read_log

ROOT = Path(__file__).parents[2]


@pytest.fixture
def data(tmp_path):
    return tmp_path / "data"


@pytest.fixture
def program(data):
    """Starts the program on an own data folder: `program("library")`, `program("play", …, typed="1\\n")`."""

    def start(*words, typed=""):
        return subprocess.run(
            [sys.executable, "main.py", "--data", str(data), *map(str, words)],
            cwd=ROOT, input=typed, capture_output=True, text=True, encoding="utf-8",
            env={**os.environ, "PYTHONIOENCODING": "utf-8"}, check=False,
        )  # fmt: skip

    return start


@pytest.fixture(scope="module")
def good_line():
    """A test of the first shipped call that ends it well: its temperament, its seed, its acts with every
    question answered by the first answer, and what a person types for them."""
    entry = find_library([SHIPPED], shipped()).playable()["corner_shop"]
    test = next(test for test in entry.scenario.tests if test.id.endswith("_good"))
    program = compile_program(entry.scenario, shipped())
    course, acts, typed = open_course(program, test.seed, test.temperament), [], []
    for token in test.play:
        while (prompt := offer(program, course.last).prompt) is not None:
            answer = prompt.answers[0].action
            course = extend(program, course, answer)
            acts.append(str(answer))
            typed.append("1")
        course = extend(program, course, parse_action(token))
        acts.append(token)
        typed.append(token.replace(":", " "))
    return test.temperament, test.seed, acts, typed


def test_from_the_library_to_the_debrief_by_typing_alone(program, data, good_line):
    temperament, seed, acts, words = good_line
    assert "corner_shop: Closing time" in program("library").stdout
    typed = "".join(f"{word}\n" for word in ("?", "what", "know", *words, "yes"))
    played = program("play", "corner_shop", "--text", "--seed", seed, "--temperament", temperament, typed=typed)
    assert played.returncode == 0, played.stderr
    assert "The call has ended: " in played.stdout
    assert "TO TAKE AWAY" in played.stdout
    (path,) = (data / "sessions").iterdir()
    assert [line.action for line in read_log(path).actions] == acts
    assert program("replay", path).stdout.startswith("Same:")
    assert "DEBRIEF" in program("report", path).stdout
    assert "1 record in" in program("records", "list").stdout


def test_by_numbers_alone(program):
    played = program("play", "corner_shop", "--text", "--seed", "5", typed="1\n" * 80)
    assert played.returncode == 0, played.stderr
    assert "The call has ended: " in played.stdout or "The call is not over" in played.stderr


def test_a_screen_reader_meets_plain_lines(program):
    told = program("play", "corner_shop", "--text", "--seed", "5", typed="1\nstop\n").stdout
    assert not {sign for sign in told if 0x2500 <= ord(sign) <= 0x27BF or sign in "\t\x1b|"}


def test_an_assessed_call_leaves_a_sealed_record(program, data):
    done = program("play", "corner_shop", "--choices", "wait,stop", "--mode", "assessed", "--class-word", "rowan",
                   "--trainee", "2024-117")  # fmt: skip
    assert done.returncode == 0, done.stderr
    (path,) = (data / "sessions").iterdir()
    record = read_log(path)
    assert f"Its hash: {record.chain}" in done.stdout
    assert record.state == "closed"


def test_a_reader_who_has_seen_enough_is_no_fault():
    process = subprocess.Popen(
        [sys.executable, "main.py", "simulate", "corner_shop", "--policy", "always_first", "--runs", "2", "--json"],
        cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    process.stdout.close()
    told = process.stderr.read()
    process.stderr.close()
    assert process.wait() == 0
    assert told == ""


def test_after_a_kill_the_call_goes_on_with_all_that_was_on_screen(program, data):
    bus = ROOT / "tests" / "fixtures" / "last_bus.yaml"
    process = subprocess.Popen(
        [sys.executable, "-u", "main.py", "--data", str(data), "play", str(bus), "--text", "--seed", "5"],
        cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8",
    )  # fmt: skip
    process.stdin.write("wait\nback\n")
    process.stdin.flush()
    shown = []
    for line in process.stdout:
        shown.append(line)
        if line.startswith("You: ") and "Step back" in line:
            break
    process.kill()
    process.communicate()
    done = program("play", "--resume", typed="history\nstop\nyes\n")
    assert done.returncode == 0, done.stderr
    (path,) = (data / "sessions").iterdir()
    assert [line.action for line in read_log(path).actions] == ["wait", "back", "stop"]
    told = [line for line in shown if line.startswith("You: ")]
    assert len(told) == 2
    for line in told:
        assert line in done.stdout


def test_a_python_that_lacks_what_the_program_needs_is_told_how_to_start():
    done = subprocess.run(
        [sys.executable, "-S", "main.py", "library"],
        cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False,
        env={**os.environ, "PYTHONIOENCODING": "utf-8", "PYTHONPATH": ""},
    )  # fmt: skip
    assert done.returncode == 1
    assert "which the program needs" in done.stderr
    assert "uv run main.py" in done.stderr
    assert "Traceback" not in done.stderr
