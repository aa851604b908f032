"""The part store: drawn parts kept by key, drawn ahead by one worker thread, bounded in memory.

The frame never waits: it asks for a part and gets it or nothing. Only `draw_now` draws in the calling thread, for the
very first picture.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Iterable

import pygame

from simulator.ui.background import FIGURE, draw_behind
from simulator.ui.characters.figure import Part, PartKey, draw_part

DEFAULT_LIMIT_BYTES = 96 * 1024 * 1024
"""How much memory drawn parts may take; a whole figure at 1080p takes about 4 MB."""


class PartStore:
    """Parts by key, least recently used thrown away first."""

    def __init__(self, limit_bytes: int = DEFAULT_LIMIT_BYTES, draw: Callable[[PartKey], Part] = draw_part) -> None:
        self._limit = limit_bytes
        self._draw = draw
        self._parts: OrderedDict[PartKey, Part] = OrderedDict()
        self._bytes = 0
        self._urgent: list[PartKey] = []
        self._ahead: list[PartKey] = []
        self._failed: set[PartKey] = set()
        self._wake = threading.Condition()
        self._closed = False
        self._worker: threading.Thread | None = None

    @property
    def size_bytes(self) -> int:
        """Memory the kept parts take."""
        return self._bytes

    def get(self, key: PartKey) -> Part | None:
        """The part, if it has been drawn."""
        with self._wake:
            part = self._parts.get(key)
            if part is not None:
                self._parts.move_to_end(key)
            return part

    def has(self, keys: Iterable[PartKey]) -> bool:
        """Whether all these parts are there (or can never be)."""
        with self._wake:
            return all(key in self._parts or key in self._failed for key in keys)

    def draw_now(self, key: PartKey) -> Part:
        """The part, drawn here and now if need be."""
        part = self.get(key)
        if part is None:
            part = _prepared(self._draw(key))
            self._keep(key, part)
        return part

    def need(self, keys: Iterable[PartKey]) -> None:
        """What the picture needs next, soonest first. Replaces the last such list."""
        with self._wake:
            self._urgent = [key for key in keys if key not in self._parts and key not in self._failed]
            self._start()

    def prepare(self, keys: Iterable[PartKey]) -> None:
        """What the picture may need later. Replaces the last such list."""
        with self._wake:
            self._ahead = [key for key in keys if key not in self._parts and key not in self._failed]
            self._start()

    @property
    def idle(self) -> bool:
        """Whether nothing is waiting to be drawn."""
        with self._wake:
            return not self._urgent and not self._ahead

    def close(self) -> None:
        """Stop the worker and let everything go."""
        with self._wake:
            self._closed = True
            self._urgent, self._ahead = [], []
            self._wake.notify_all()
            worker = self._worker
        if worker is not None and worker is not threading.current_thread():
            worker.join(timeout=2.0)
        with self._wake:
            self._parts.clear()
            self._bytes = 0

    def _start(self) -> None:
        if self._closed or not (self._urgent or self._ahead):
            return
        if self._worker is None:
            self._worker = threading.Thread(target=self._work, name=FIGURE, daemon=True)
            self._worker.start()
        self._wake.notify()

    def _work(self) -> None:
        draw_behind()
        while True:
            with self._wake:
                while not self._urgent and not self._ahead and not self._closed:
                    self._wake.wait()
                if self._closed:
                    return
                key = self._urgent[0] if self._urgent else self._ahead[0]
                known = key in self._parts
            if not known:
                try:
                    self._keep(key, _prepared(self._draw(key)))
                except Exception:
                    # A part that cannot be drawn leaves the old one standing; drawing must never stop an encounter.
                    with self._wake:
                        self._failed.add(key)
            with self._wake:
                self._urgent = [k for k in self._urgent if k != key]
                self._ahead = [k for k in self._ahead if k != key]

    def _keep(self, key: PartKey, part: Part) -> None:
        with self._wake:
            if self._closed or key in self._parts:
                return
            self._parts[key] = part
            self._bytes += part.size_bytes
            while self._bytes > self._limit and len(self._parts) > 1:
                _, old = self._parts.popitem(last=False)
                self._bytes -= old.size_bytes


def _prepared(part: Part) -> Part:
    """The part in the window's own pixel format. Not run-length encoded: SDL encodes anew for each destination, in the
    middle of a frame."""
    if pygame.display.get_init() and pygame.display.get_surface() is not None:
        return Part(part.picture.convert_alpha(), part.offset)
    return part
