"""The window: opens, runs sixty frames a second, and hands events to the scene on top.

Sound is not used, so a machine without a sound device is as good as any. A machine without a screen gets a
sentence that says what to do.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable

import pygame

from simulator.ui.background import PLACE, a_frame, finish_drawing
from simulator.ui.canvas import Canvas
from simulator.ui.desk import Desk
from simulator.ui.fonts import Faces
from simulator.ui.gamepad import Gamepads
from simulator.ui.icon import icon
from simulator.ui.input_names import InputNames
from simulator.ui.opening_size import opening_size
from simulator.ui.text import Typesetter

TITLE = "De-escalation simulator"
FRAMES_A_SECOND = 60
SWITCH_SECONDS = 0.001
"""How long a thread that draws ahead may hold the interpreter while the window waits for it: Python's usual 5 ms,
taken twice in a frame, would be most of the frame."""
LONGEST_STEP = 0.1
"""Seconds: after a pause of the machine (a laptop lid), time goes on from here, not from where it was."""


class NoScreenError(RuntimeError):
    """There is no screen to open a window on; the message says what to do."""


class Window:
    """The one window. `faces` fixes the letters (tests do); otherwise the machine's best are used."""

    def __init__(self, desk: Desk, size: tuple[int, int] | None = None, faces: Faces | None = None) -> None:
        self.desk = desk
        self._faces = faces
        self._open = False
        self._pads = Gamepads()
        self._by_pad = False
        self.pointer = (-1, -1)
        if sys.platform.startswith("linux"):
            # The picture is drawn in memory. Without a GPU, handing it to the screen through a software OpenGL costs
            # more than drawing it (14 ms against 1 at 1920 × 1080); the window system takes it as it is.
            os.environ.setdefault("SDL_FRAMEBUFFER_ACCELERATION", "0")
        try:
            pygame.display.init()
            pygame.font.init()
            pygame.display.set_caption(TITLE)
            pygame.display.set_icon(icon())
            self._size = size or opening_size(pygame.display.get_desktop_sizes())
            self._surface = self._open_surface(full=desk.wants_fullscreen and size is None)
        except pygame.error as error:
            raise NoScreenError(
                f"No window can be opened here ({error}). Start it on a machine with a screen, or use "
                "`uv run main.py play --text` in a terminal."
            ) from None
        pygame.key.set_repeat(400, 45)
        sys.setswitchinterval(SWITCH_SECONDS)
        self.canvas = Canvas(self._surface, self._typesetter())
        self._open = True

    def _open_surface(self, *, full: bool) -> pygame.Surface:
        finish_drawing(PLACE)
        if full:
            return pygame.display.set_mode((0, 0), pygame.FULLSCREEN)
        return pygame.display.set_mode(self._size, pygame.RESIZABLE)

    def _typesetter(self) -> Typesetter:
        return Typesetter(self.desk.theme(self._surface.get_size()), self._faces)

    def run(self) -> int:
        """Frames until the last scene is left; gives the exit code."""
        clock = pygame.time.Clock()
        self.frame(0.0, ())
        self._pads.find()
        while self.frame(min(LONGEST_STEP, clock.tick(FRAMES_A_SECOND) / 1000), pygame.event.get()):
            pass
        self.close()
        return 0

    def close(self) -> None:
        """Leave every scene and close the window."""
        self.desk.stack.clear()
        if self._open:
            self._open = False
            finish_drawing()
            pygame.display.quit()

    def frame(self, seconds: float, events: Iterable[pygame.event.Event]) -> bool:
        """One frame: events, time, picture. False when there is nothing left to show."""
        with a_frame():
            return self._make(seconds, events)

    def _make(self, seconds: float, events: Iterable[pygame.event.Event]) -> bool:
        for event in events:
            for meant in self._pads.translated(event):
                self._handle(meant)
        for meant in self._pads.held(seconds):
            self._handle(meant)
        scene = self.desk.stack.top
        if scene is None:
            return False
        scene.update(seconds)
        self._keep_up()
        scenes = self.desk.stack.shown()
        self.canvas.begin(clear=not (scenes and scenes[0].fills_window))
        self.canvas.pointer = self.pointer
        for shown in scenes:
            shown.draw(self.canvas)
        pygame.display.flip()
        return self.desk.stack.top is not None

    def _keep_up(self) -> None:
        """Follow the window's size and the reader's settings."""
        self._surface = pygame.display.get_surface() or self._surface
        theme = self.desk.theme(self._surface.get_size())
        if theme != self.canvas.theme:
            self.canvas = Canvas(self._surface, Typesetter(theme, self._faces))
        self.canvas.surface = self._surface
        keys = self.desk.keys
        self.canvas.names = InputNames(self._by_pad, keys.shown("history"), keys.shown("know"))
        self._pads.history, self._pads.know = self.desk.keys.code("history"), self.desk.keys.code("know")

    def _handle(self, event: pygame.event.Event) -> None:
        stack = self.desk.stack
        if event.type == pygame.QUIT:
            stack.clear()
            return
        if event.type in (pygame.KEYDOWN, pygame.MOUSEBUTTONDOWN):
            self._by_pad = getattr(event, "pad", False)
        if event.type in (pygame.MOUSEMOTION, pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP):
            self.pointer = event.pos
        if event.type == pygame.WINDOWLEAVE:
            self.pointer = (-1, -1)
        if event.type == pygame.KEYDOWN and event.key == pygame.K_F11:
            self._turn_fullscreen()
            return
        scene = stack.top
        if scene is None:
            return
        if scene.handle(event):
            return
        if event.type == pygame.KEYDOWN and event.key == pygame.K_F1:
            from simulator.ui.scenes.how_it_works import HowItWorks

            if not isinstance(scene, HowItWorks):
                stack.push(HowItWorks(self.desk))

    def _turn_fullscreen(self) -> None:
        full = not self.desk.settings.fullscreen
        if full:
            self._size = self._surface.get_size()
        try:
            self._surface = self._open_surface(full=full)
        except pygame.error:
            self._surface = self._open_surface(full=False)
            full = False
        self.desk.change(fullscreen=full)
