"""Which key does what in a call. Everybody may choose their own; two things never share a key."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pygame

COMMANDS: dict[str, tuple[str, str]] = {
    "wait": ("Wait", "w"),
    "hold": ("Hold until something comes", "h"),
    "back": ("Step back", "b"),
    "closer": ("Come closer", "c"),
    "cover": ("Take cover, or leave it", "v"),
    "leave": ("Leave", "l"),
    "help": ("Call help", "r"),
    "partner1": ("Your partner", "p"),
    "partner2": ("A second partner", "o"),
    "partner3": ("A third partner", "n"),
    "history": ("All said so far", "t"),
    "know": ("What you know", "k"),
    "hint": ("A hint, in practice", "i"),
    "discuss": ("Discuss, before a class", "d"),
    "pause": ("Pause (Esc does it too)", "space"),
    "stop": ("Stop the call", "f10"),
}
"""What can be done by a key of its own: what it is called, and its usual key."""

_NAMES = (*"abcdefghijklmnopqrstuvwxyz", *(f"f{number}" for number in (2, 3, 4, 5, 6, 7, 8, 9, 10, 12)), "space")
CODES: dict[str, int] = {name: int(getattr(pygame, f"K_{name.upper() if len(name) > 1 else name}")) for name in _NAMES}
"""The keys that can be chosen, by name."""
_BY_CODE = {code: name for name, code in CODES.items()}
_FIXED = {
    pygame.K_RETURN: "Enter does what is chosen",
    pygame.K_KP_ENTER: "Enter does what is chosen",
    pygame.K_ESCAPE: "Esc pauses or goes one step back",
    pygame.K_TAB: "Tab goes round everything on screen",
    pygame.K_F1: "F1 explains how this works",
    pygame.K_F11: "F11 fills the screen",
}


class KeyRefused(ValueError):  # noqa: N818 - told to a person, not a fault of the program
    """Why a key cannot be taken, in plain words."""


@dataclass(frozen=True, slots=True)
class KeyMap:
    """The keys of a call: the usual ones, and those that were changed, as pairs of command and key name."""

    changed: tuple[tuple[str, str], ...] = ()

    def _name(self, command: str) -> str:
        return dict(self.changed).get(command, COMMANDS[command][1])

    def code(self, command: str) -> int:
        """The pygame key of a command."""
        return CODES[self._name(command)]

    def shown(self, command: str) -> str:
        """The key of a command as it is written on screen."""
        name = self._name(command)
        return "Space" if name == "space" else name.upper()

    def command(self, code: int) -> str:
        """What a key does; "" for nothing of its own."""
        return next((command for command in COMMANDS if self.code(command) == code), "")

    def with_key(self, command: str, code: int) -> KeyMap:
        """The map with another key for a command. Raises KeyRefused if that key cannot be had."""
        if code in _FIXED:
            raise KeyRefused(f"{_FIXED[code]}, on every screen. Choose another key.")
        if code not in _BY_CODE:
            raise KeyRefused("Choose a letter, F2 to F12, or Space: numbers and arrows choose lines.")
        holder = self.command(code)
        if holder and holder != command:
            shown = self.shown(holder)
            raise KeyRefused(
                f"{shown} is the key of “{COMMANDS[holder][0]}”. Give that another key first, or choose another here."
            )
        rest = {each: name for each, name in self.changed if each != command}
        if _BY_CODE[code] != COMMANDS[command][1]:
            rest[command] = _BY_CODE[code]
        return KeyMap(tuple(sorted(rest.items())))


def read_changes(value: Any) -> tuple[tuple[str, str], ...] | None:
    """The changed keys as settings hold them; None where they make no sense or two things would share a key."""
    if not isinstance(value, list):
        return None
    keys: dict[str, str] = {}
    for pair in value:
        sound = isinstance(pair, list) and len(pair) == 2 and all(isinstance(each, str) for each in pair)
        if not sound or pair[0] not in COMMANDS or pair[1] not in CODES:
            return None
        keys[pair[0]] = pair[1]
    whole = KeyMap(tuple(sorted(keys.items())))
    return whole.changed if len({whole.code(command) for command in COMMANDS}) == len(COMMANDS) else None
