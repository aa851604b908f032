"""Scenes and their stack: one screen is shown, those beneath wait.

A scene is entered, shown, left for another on top of it and resumed, and at last exited. Keys and mouse go to the
top scene only; a scene that is `over_others` is drawn on top of the one beneath.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from simulator.ui.canvas import Canvas
from simulator.ui.focus import FocusRing

if TYPE_CHECKING:
    from simulator.ui.desk import Desk


class Scene:
    """One screen. Its controls are put on `ring` each time it is drawn."""

    over_others = False
    """Whether the scene beneath stays in sight."""
    fills_window = False
    """Whether it draws over the whole window, so that nothing has to be cleared first."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.ring = FocusRing()

    @property
    def stack(self) -> SceneStack:
        """The stack it stands on."""
        return self.desk.stack

    def enter(self) -> None:
        """It is shown for the first time."""

    def resume(self) -> None:
        """It is shown again, after what was on top of it has gone."""

    def cover(self) -> None:
        """Another scene stands on top of it now."""

    def exit(self) -> None:
        """It goes for good."""

    def handle(self, event: pygame.event.Event) -> bool:
        """An event; True if it was used. Escape leaves unless a scene says otherwise."""
        if self.ring.handle(event):
            return True
        if event.type == pygame.KEYDOWN and event.key == pygame.K_ESCAPE:
            self.leave()
            return True
        return False

    def leave(self) -> None:
        """What Escape does: back to what is beneath."""
        self.stack.pop()

    def update(self, seconds: float) -> None:
        """Time passes."""

    def draw(self, canvas: Canvas) -> None:
        """Draw the scene and its focus ring."""
        self.ring.begin()
        self.paint(canvas)
        self.ring.end(canvas)

    def paint(self, canvas: Canvas) -> None:
        """What it shows; controls go through `self.ring.put`."""


class SceneStack:
    """The scenes that are open, the shown one last."""

    def __init__(self) -> None:
        self._scenes: list[Scene] = []

    @property
    def top(self) -> Scene | None:
        """The scene that is shown."""
        return self._scenes[-1] if self._scenes else None

    def push(self, scene: Scene) -> None:
        """Show a scene on top."""
        if self._scenes:
            self._scenes[-1].cover()
        self._scenes.append(scene)
        scene.enter()

    def pop(self) -> None:
        """Leave the top scene; the one beneath is resumed. The window closes with the last."""
        if self._scenes:
            self._scenes.pop().exit()
        if self._scenes:
            self._scenes[-1].resume()

    def replace(self, scene: Scene) -> None:
        """Leave the top scene for another in its place."""
        if self._scenes:
            self._scenes.pop().exit()
        self._scenes.append(scene)
        scene.enter()

    def home(self) -> None:
        """Leave everything but the first scene."""
        while len(self._scenes) > 1:
            self._scenes.pop().exit()
        if self._scenes:
            self._scenes[-1].resume()

    def clear(self) -> None:
        """Leave everything: the window closes."""
        while self._scenes:
            self._scenes.pop().exit()

    def shown(self) -> list[Scene]:
        """The scenes to draw, from the back."""
        shown: list[Scene] = []
        for scene in reversed(self._scenes):
            shown.append(scene)
            if not scene.over_others:
                break
        return shown[::-1]
