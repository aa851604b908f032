"""The standing acts on their own row: a short name and a letter key each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import pygame

from simulator.encounter.offer import OfferedAct

_SHORT = {
    "wait": ("Wait", "W"),
    "hold": ("Hold", "H"),
    "back": ("Back", "B"),
    "closer": ("Closer", "C"),
    "cover": ("Cover", "V"),
    "leave": ("Leave", "L"),
}
_PARTNER_KEYS = "PON"


@dataclass(frozen=True, slots=True)
class ActKey:
    """A standing act on screen: its short name, its letter, and what it does or why it is closed. `calls` holds the
    acts behind the one button for help."""

    name: str
    letter: str
    acts: tuple[OfferedAct, ...]

    @property
    def open(self) -> bool:
        """Whether any act behind it can be chosen."""
        return any(act.open for act in self.acts)

    @property
    def calls(self) -> bool:
        """Whether it stands for several acts and asks which."""
        return len(self.acts) > 1

    @property
    def hint(self) -> str:
        """What it does, in the act's own words; why not, where it is closed."""
        if self.calls:
            return "Call for help" if self.open else self.acts[0].why_closed
        act = self.acts[0]
        return act.label if act.open else f"{act.label}: {act.why_closed}"

    @property
    def key(self) -> int:
        """The pygame key."""
        return int(getattr(pygame, f"K_{self.letter.lower()}"))


def act_keys(acts: Iterable[OfferedAct], names: dict[str, str]) -> list[ActKey]:
    """The row for these acts. `names` are people's names by id. All calls for help share the key R."""
    keys: list[ActKey] = []
    calls: list[OfferedAct] = []
    letters = iter(_PARTNER_KEYS)
    for act in acts:
        kind, _, what = act.action.id.partition(":")
        if kind == "call":
            calls.append(act)
        elif kind == "partner":
            letter = next(letters, "")
            if letter:
                keys.append(ActKey(names.get(what, what), letter, (act,)))
        else:
            name, letter = _SHORT[kind]
            keys.append(ActKey(name, letter, (act,)))
    if calls:
        place = len(keys) - 1 if keys and keys[-1].letter == "L" else len(keys)
        keys.insert(place, ActKey("Call help" if len(calls) > 1 else "Call", "R", tuple(calls)))
    return keys
