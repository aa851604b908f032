"""The store of drawn parts: bounded, never waiting, never broken by one part."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

import pygame
import pytest

from simulator.ui.characters.figure import Part, PartKey, Sitter
from simulator.ui.characters.light import Light
from simulator.ui.characters.looks import Look
from simulator.ui.characters.store import PartStore


def key(number: int) -> PartKey:
    return PartKey("head", Sitter(Look(), Light()), None, None, float(number))


def small_part(_: PartKey) -> Part:
    return Part(pygame.Surface((10, 10), pygame.SRCALPHA), (0, 0))


def wait_for(condition: Callable[[], bool]) -> bool:
    until = time.monotonic() + 5
    while not condition():
        if time.monotonic() > until:
            return False
        time.sleep(0.002)
    return True


def test_the_least_recently_used_part_goes_first():
    store = PartStore(limit_bytes=1200, draw=small_part)
    for number in (1, 2, 3):
        store.draw_now(key(number))
    store.get(key(1))
    store.draw_now(key(4))
    assert store.get(key(2)) is None
    assert store.get(key(1)) is not None
    assert store.size_bytes <= 1200
    store.close()


def test_asking_never_waits_and_the_worker_draws_the_soonest_first():
    order: list[float] = []
    gate = threading.Event()

    def slow(wanted: PartKey) -> Part:
        gate.wait(5)
        order.append(wanted.scale)
        return small_part(wanted)

    store = PartStore(draw=slow)
    store.prepare([key(9)])
    assert store.get(key(9)) is None
    store.need([key(1), key(2)])
    gate.set()
    assert wait_for(lambda: store.has([key(1), key(2), key(9)]))
    assert order.index(1) < order.index(2)
    store.close()


def test_one_part_that_cannot_be_drawn_does_not_stop_the_others():
    def sometimes(wanted: PartKey) -> Part:
        if wanted.scale == 1:
            raise ValueError("cannot")
        return small_part(wanted)

    store = PartStore(draw=sometimes)
    store.need([key(1), key(2)])
    assert wait_for(lambda: store.get(key(2)) is not None)
    assert store.has([key(1), key(2)])
    store.close()


def test_a_closed_store_keeps_nothing():
    store = PartStore(draw=small_part)
    store.draw_now(key(1))
    store.close()
    assert store.get(key(1)) is None
    assert store.size_bytes == 0
    store.need([key(2)])
    assert store.get(key(2)) is None


@pytest.mark.parametrize("count", [0, 3])
def test_it_is_idle_when_nothing_waits(count):
    store = PartStore(draw=small_part)
    store.need([key(number) for number in range(count)])
    assert wait_for(lambda: store.idle)
    store.close()
