"""Places by the words a scenario writes in its `setting: {place: …}`."""

from __future__ import annotations

from collections.abc import Callable

import pygame

from simulator.ui.backdrops.bridge import bridge, is_dry
from simulator.ui.backdrops.hall import hall
from simulator.ui.backdrops.railing import with_railing
from simulator.ui.backdrops.room import room
from simulator.ui.backdrops.scenery import HEIGHT, WIDTH, Backdrop, Size, Switches
from simulator.ui.backdrops.shop import shop
from simulator.ui.backdrops.street import street
from simulator.ui.backdrops.traffic import with_traffic

PLACES: dict[str, Callable[[Size, Switches], Backdrop]] = {
    "shop": shop,
    "hall": hall,
    "bridge": bridge,
    "street": street,
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
    "bus": "street",
    "road": "street",
    "pavement": "street",
    "sidewalk": "street",
    "car_park": "street",
    "parking": "street",
    "station": "street",
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


_FOCUS = (0.42, 0.30)
"""Where in a place a person's eyes are expected, as shares of its width and height."""


def framed(place: str, size: Size, switches: Switches | None = None, focus_x: float = _FOCUS[0]) -> Backdrop:
    """A place baked for a picture of any shape: never stretched, cut so that a person at `focus_x` fits in."""
    scale = max(size[0] / WIDTH, size[1] / HEIGHT)
    full = (max(size[0], round(WIDTH * scale)), max(size[1], round(HEIGHT * scale)))
    left = max(0, min(full[0] - size[0], round(_FOCUS[0] * full[0] - focus_x * size[0])))
    top = round(_FOCUS[1] * (full[1] - size[1]))
    baked = backdrop(place, full, switches).cut(pygame.Rect((left, top), size))
    if place_of(place) == "bridge":
        baked = with_traffic(with_railing(baked, switches or {}, not is_dry(switches or {})), switches or {})
    return baked


def backdrop(place: str, size: Size, switches: Switches | None = None) -> Backdrop:
    """A place baked at a size in pixels, with the scenario's switches set."""
    return PLACES[place_of(place)](size, switches or {})
