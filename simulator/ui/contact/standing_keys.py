"""The standing acts on their own row: a short name and a key each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from simulator.encounter.offer import OfferedAct
from simulator.ui.key_map import KeyMap

_SHORT = {"wait": "Wait", "hold": "Hold", "back": "Back", "closer": "Closer", "cover": "Cover", "leave": "Leave"}
_PARTNERS = ("partner1", "partner2", "partner3")


@dataclass(frozen=True, slots=True)
class ActKey:
    """A standing act on screen: its short name, the command it stands for, that command's key as written and as
    pygame has it, and the acts behind it."""

    name: str
    command: str
    letter: str
    key: int
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
            return "Call for help" if self.open else f"Call for help: not now. {self.acts[0].why_closed}"
        act = self.acts[0]
        return act.label if act.open else f"{act.label}: not now. {act.why_closed}"


def act_keys(acts: Iterable[OfferedAct], names: dict[str, str], map_: KeyMap | None = None) -> list[ActKey]:
    """The row for these acts. `names` are people's names by id. All calls for help share one key."""
    map_ = map_ or KeyMap()
    keys: list[ActKey] = []
    calls: list[OfferedAct] = []
    partners = iter(_PARTNERS)

    def key(name: str, command: str, behind: tuple[OfferedAct, ...]) -> ActKey:
        return ActKey(name, command, map_.shown(command), map_.code(command), behind)

    for act in acts:
        kind, _, what = act.action.id.partition(":")
        if kind == "call":
            calls.append(act)
        elif kind == "partner":
            command = next(partners, "")
            if command:
                keys.append(key(names.get(what, what), command, (act,)))
        else:
            keys.append(key(_SHORT[kind], kind, (act,)))
    if calls:
        place = len(keys) - 1 if keys and keys[-1].command == "leave" else len(keys)
        keys.insert(place, key("Call help" if len(calls) > 1 else "Call", "help", tuple(calls)))
    return keys
