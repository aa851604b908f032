"""A real call, a data folder, and disks that fail, for tests of records."""

from __future__ import annotations

import errno
import os

import pytest

from simulator.authoring.catalogues import shipped_texts
from simulator.encounter.actions import parse_action
from simulator.records.disk import Disk
from simulator.records.live import LiveSession

HEARD = ("speaker_off", "hello", "told", "offer", "hold", "walk")


@pytest.fixture
def data(tmp_path):
    return tmp_path / "data"


@pytest.fixture
def begin(last_bus, last_bus_text, data):
    """Begins a session of the last bus: `begin(mode="assessed", trainee="2024-117")`."""
    begun = []

    def make(mode="practice", trainee="", seed=1, temperament="loud", **more):
        session = LiveSession.start(
            last_bus, seed, temperament, mode=mode, trainee=trainee, data_folder=data,
            scenario_text=last_bus_text, catalogue_texts=shipped_texts(), **more,
        )  # fmt: skip
        begun.append(session)
        return session

    yield make
    for session in begun:
        session._log.close()


@pytest.fixture
def act():
    """Plays tokens through a session: `act(session, "hello", "told")`."""

    def play(session, *tokens):
        return [session.act(parse_action(token), 1_000 + place) for place, token in enumerate(tokens)]

    return play


@pytest.fixture
def heard(begin, act):
    """A whole assessed call that went well, closed."""
    session = begin(mode="assessed", trainee="2024-117")
    act(session, *HEARD)
    session.close()
    return session


class FailingDisk(Disk):
    """A disk that fails once `room` bytes were written; with room for half of a line it writes that half."""

    def __init__(self, room: int, code: int = errno.ENOSPC) -> None:
        self.room, self.code = room, code

    def write(self, handle, data):
        if self.room <= 0:
            raise OSError(self.code, os.strerror(self.code))
        written = os.write(handle, data[: self.room])
        self.room -= written
        return written


@pytest.fixture
def failing_disk():
    return FailingDisk
