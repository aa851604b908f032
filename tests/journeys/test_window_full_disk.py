"""A disk that fills up in the middle of a call: it is told, nothing is lost, and the call goes on once there is room."""

from __future__ import annotations

import errno
from collections.abc import Callable

import pytest

from simulator.records.disk import Disk
from simulator.records.reading import read_log
from simulator.ui.scenes.encounter import Encounter
from tests.fixtures.window_driver import Visitor

Visit = Callable[..., Visitor]


def test_a_full_disk_is_told_and_the_act_can_be_done_again(visit: Visit, monkeypatch: pytest.MonkeyPatch) -> None:
    visitor = visit()
    visitor.go_to_call()
    encounter = visitor.scene
    assert isinstance(encounter, Encounter)

    def full(disk: Disk, handle: int, data: bytes) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(Disk, "write", full)
        visitor.say("I'm Sam")
        assert "no room left" in visitor.words
        assert encounter.call.state.turn == 0
    visitor.say("I'm Sam")
    assert encounter.call.state.turn == 1
    (log,) = visitor.data.glob("scratch/*.jsonl")
    assert len(read_log(log).actions) == 1
