"""The command line in this process: words in, exit code and texts out."""

from __future__ import annotations

import io
from dataclasses import dataclass
from pathlib import Path

import pytest

from simulator.cli import run

LAST_BUS = Path(__file__).parents[1] / "fixtures" / "last_bus.yaml"
HEARD = "speaker_off,hello,told,offer,hold,walk"


@dataclass
class Done:
    """What a command left: its exit code and what it printed."""

    code: int
    out: str
    err: str


@pytest.fixture
def data(tmp_path):
    return tmp_path / "data"


@pytest.fixture
def cli(data, capsys, monkeypatch):
    """Runs a command line on an own data folder: `cli("library", "--json")`; `typed` is what a person types."""

    def command(*words, typed="", folder=None):
        monkeypatch.setattr("sys.stdin", io.StringIO(typed))
        code = run(["--data", str(folder or data), *map(str, words)])
        told = capsys.readouterr()
        assert "Traceback" not in told.out + told.err
        return Done(code, told.out, told.err)

    return command


@pytest.fixture
def last_bus_file():
    return LAST_BUS


@pytest.fixture
def record(cli, data, last_bus_file):
    """A kept assessed record of a call that went well."""
    done = cli("play", last_bus_file, "--choices", HEARD, "--mode", "assessed", "--class-word", "tuesday",
               "--trainee", "2024-117")  # fmt: skip
    assert done.code == 0, done.err
    (path,) = (data / "sessions").iterdir()
    return path
