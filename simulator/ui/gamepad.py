"""Gamepads: what is pressed on one means a key, so that everything the keys reach a pad reaches too.

Cross and left stick move the focus, A is Enter, B and Start are Escape (pause in a call, else one step back), X shows
everything so far, Y what you know, the shoulders go round all controls, the right stick turns pages, Back explains.
Pads may be plugged in and out at any time.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pygame

FIRST_REPEAT, NEXT_REPEAT = 0.42, 0.13
"""Seconds for which a direction is held before it counts again, and again."""
_FAR, _NEAR = 0.6, 0.4
"""A stick counts as held beyond the first share of its way, and as let go below the second."""

_A, _B, _X, _Y, _START, _BACK, _LEFT, _RIGHT = "a", "b", "x", "y", "start", "back", "left shoulder", "right shoulder"
_RAW_BUTTONS = {0: _A, 1: _B, 2: _X, 3: _Y, 4: _LEFT, 5: _RIGHT, 6: _BACK, 7: _START}
_HATS = {(0, 1): pygame.K_UP, (0, -1): pygame.K_DOWN, (-1, 0): pygame.K_LEFT, (1, 0): pygame.K_RIGHT}
_CROSS = {
    pygame.CONTROLLER_BUTTON_DPAD_UP: pygame.K_UP,
    pygame.CONTROLLER_BUTTON_DPAD_DOWN: pygame.K_DOWN,
    pygame.CONTROLLER_BUTTON_DPAD_LEFT: pygame.K_LEFT,
    pygame.CONTROLLER_BUTTON_DPAD_RIGHT: pygame.K_RIGHT,
}
_BUTTONS = {
    pygame.CONTROLLER_BUTTON_A: _A,
    pygame.CONTROLLER_BUTTON_B: _B,
    pygame.CONTROLLER_BUTTON_X: _X,
    pygame.CONTROLLER_BUTTON_Y: _Y,
    pygame.CONTROLLER_BUTTON_START: _START,
    pygame.CONTROLLER_BUTTON_BACK: _BACK,
    pygame.CONTROLLER_BUTTON_LEFTSHOULDER: _LEFT,
    pygame.CONTROLLER_BUTTON_RIGHTSHOULDER: _RIGHT,
}
_AXES = {0: (pygame.K_LEFT, pygame.K_RIGHT), 1: (pygame.K_UP, pygame.K_DOWN)}
_PAGES = {
    pygame.CONTROLLER_AXIS_RIGHTX: (pygame.K_LEFT, pygame.K_RIGHT),
    pygame.CONTROLLER_AXIS_RIGHTY: (pygame.K_PAGEUP, pygame.K_PAGEDOWN),
}
_PRESSED = (pygame.JOYBUTTONDOWN, pygame.CONTROLLERBUTTONDOWN)
_RELEASED = (pygame.JOYBUTTONUP, pygame.CONTROLLERBUTTONUP)
_MOVED = (pygame.JOYAXISMOTION, pygame.CONTROLLERAXISMOTION)
_ADDED = (pygame.JOYDEVICEADDED, pygame.CONTROLLERDEVICEADDED)
_REMOVED = (pygame.JOYDEVICEREMOVED, pygame.CONTROLLERDEVICEREMOVED)
_MINE = frozenset((*_PRESSED, *_RELEASED, *_MOVED, *_ADDED, *_REMOVED, pygame.JOYHATMOTION))


def key_event(key: int, mod: int = 0) -> pygame.event.Event:
    """A key press as the window's scenes take it; `pad` tells that no keyboard may be there."""
    return pygame.event.Event(pygame.KEYDOWN, key=key, mod=mod, unicode="", pad=True)


class Gamepads:
    """The pads that are plugged in. `history` and `know` are the keys that X and Y stand for."""

    def __init__(self) -> None:
        self.history, self.know = pygame.K_t, pygame.K_k
        self._open: dict[int, Any] = {}
        self._controllers: set[int] = set()
        self._held: dict[tuple[int, object], int] = {}
        self._until = 0.0

    def find(self) -> None:
        """Open the pads there are. A machine that cannot say is one without."""
        try:
            pygame.joystick.init()
            for place in range(pygame.joystick.get_count()):
                self._add(place)
        except pygame.error:
            return

    def translated(self, event: pygame.event.Event) -> Iterator[pygame.event.Event]:
        """The event itself, or the keys that what happened on a pad stands for."""
        if event.type not in _MINE:
            yield event
            return
        pad = int(getattr(event, "instance_id", getattr(event, "joy", -1)))
        plain = event.type not in (
            pygame.CONTROLLERBUTTONDOWN, pygame.CONTROLLERBUTTONUP, pygame.CONTROLLERAXISMOTION
        )  # fmt: skip
        if event.type in _ADDED:
            self._add(event.device_index)
        elif event.type in _REMOVED:
            self._remove(pad)
        elif plain and pad in self._controllers:
            return  # the same press comes as a controller's, with its buttons named
        elif event.type == pygame.JOYHATMOTION:
            yield from self._hold((pad, "hat"), _HATS.get(tuple(event.value)))
        elif event.type in _MOVED:
            yield from self._stick(pad, event, plain)
        elif event.type in _RELEASED:
            self._held.pop((pad, event.button), None)
        elif not plain and event.button in _CROSS:
            yield from self._hold((pad, event.button), _CROSS[event.button])
        else:
            yield from self._press((_RAW_BUTTONS if plain else _BUTTONS).get(event.button, ""))

    def held(self, seconds: float) -> Iterator[pygame.event.Event]:
        """The keys that directions still held stand for, as time passes."""
        if not self._held:
            return
        self._until -= seconds
        if self._until <= 0:
            self._until = NEXT_REPEAT
            yield key_event(next(reversed(self._held.values())))

    def _press(self, button: str) -> Iterator[pygame.event.Event]:
        if button in (_LEFT, _RIGHT):
            yield key_event(pygame.K_TAB, pygame.KMOD_SHIFT if button == _LEFT else 0)
            return
        keys = {
            _A: pygame.K_RETURN,
            _B: pygame.K_ESCAPE,
            _START: pygame.K_ESCAPE,
            _X: self.history,
            _Y: self.know,
            _BACK: pygame.K_F1,
        }
        if button in keys:
            yield key_event(keys[button])

    def _stick(self, pad: int, event: pygame.event.Event, plain: bool) -> Iterator[pygame.event.Event]:
        ways = _AXES.get(event.axis) or (None if plain else _PAGES.get(event.axis))
        if ways is None:
            return
        # A controller's axes come as whole numbers, a plain stick's as shares.
        share = event.value / 32768 if abs(event.value) > 1 else float(event.value)
        name = (pad, f"axis {event.axis}")
        if abs(share) >= _FAR:
            key = ways[share > 0]
            if self._held.get(name) != key:
                yield from self._hold(name, key)
        elif abs(share) < _NEAR:
            self._held.pop(name, None)

    def _hold(self, name: tuple[int, object], key: int | None) -> Iterator[pygame.event.Event]:
        self._held.pop(name, None)
        if key is not None:
            self._held[name] = key
            self._until = FIRST_REPEAT
            yield key_event(key)

    def _add(self, place: int) -> None:
        try:
            made = _controller(place) or pygame.joystick.Joystick(place)
            stick = made if isinstance(made, pygame.joystick.JoystickType) else made.as_joystick()
            number = stick.get_instance_id()
        except (pygame.error, IndexError):
            return  # gone again before it could be opened
        self._open[number] = made
        if made is not stick:
            self._controllers.add(number)

    def _remove(self, pad: int) -> None:
        self._open.pop(pad, None)
        self._controllers.discard(pad)
        for name in [name for name in self._held if name[0] == pad]:
            del self._held[name]


def _controller(place: int) -> Any:
    """The pad as one whose buttons are known by name, where SDL knows it; None otherwise."""
    try:
        from pygame._sdl2 import controller
    except ImportError:
        return None
    controller.init()
    return controller.Controller(place) if controller.is_controller(place) else None
