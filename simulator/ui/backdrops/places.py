"""Places by the words a scenario writes in its `setting: {place: …}`."""

from __future__ import annotations

from collections.abc import Callable

from simulator.ui.backdrops.bridge import bridge
from simulator.ui.backdrops.hall import hall
from simulator.ui.backdrops.room import room
from simulator.ui.backdrops.scenery import Backdrop, Size, Switches
from simulator.ui.backdrops.shop import shop

PLACES: dict[str, Callable[[Size, Switches], Backdrop]] = {
    "shop": shop,
    "hall": hall,
    "bridge": bridge,
    "room": room,
}
"""Every place that is drawn."""

_WORDS = {
    "store": "shop",
    "kiosk": "shop",
    "grocer": "shop",
    "church": "hall",
    "school": "hall",
    "centre": "hall",
    "meeting": "hall",
    "river": "bridge",
    "parapet": "bridge",
    "overpass": "bridge",
}


def place_of(word: str) -> str:
    """The drawn place a scenario's word means: `corner_shop` is the shop; unknown words are a calm room."""
    lowered = word.lower()
    for name in PLACES:
        if name in lowered:
            return name
    for part, name in _WORDS.items():
        if part in lowered and name in PLACES:
            return name
    return "room"


def backdrop(place: str, size: Size, switches: Switches | None = None) -> Backdrop:
    """A place baked at a size in pixels, with the scenario's switches set."""
    return PLACES[place_of(place)](size, switches or {})
