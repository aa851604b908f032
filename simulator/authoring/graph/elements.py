"""The few kinds of mark a drawing is made of, its colours, and words made fit for XML."""

from __future__ import annotations

import re
from xml.etree import ElementTree

from simulator.scenario.problem import TURNING

Element = ElementTree.Element

PAPER = "#fbfaf7"
INK = "#1d242b"
SUBTLE = "#4d5863"
EDGE = "#5d6974"
CARD = "#ffffff"

_NOT_SHOWN = re.compile(f"[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|[{TURNING}]")

_RAMPS = {  # nothing or worst, half, all or best: each step darker, so that it reads in greyscale too
    "visits": ((255, 255, 255), (205, 223, 241), (139, 184, 224)),
    "value": ((255, 243, 222), (233, 224, 160), (128, 189, 160)),
    "best": ((255, 243, 222), (233, 224, 160), (128, 189, 160)),
}


class Shades:
    """The colour of an amount between 0 and 1."""

    def __init__(self, colouring: str) -> None:
        self._ramp = _RAMPS.get(colouring, ((255, 255, 255),) * 3)

    def at(self, amount: float | None) -> str:
        """The colour as `#rrggbb`; plain where there is no amount."""
        if amount is None:
            return CARD
        low, half, high = self._ramp
        near, far, part = (low, half, amount * 2) if amount < 0.5 else (half, high, amount * 2 - 1)
        return "#" + "".join(f"{round(a + (b - a) * min(1, max(0, part))):02x}" for a, b in zip(near, far, strict=True))


def clean(words: str) -> str:
    """Words without the signs that XML cannot hold, and without those that turn the order of words round."""
    return _NOT_SHOWN.sub("�", words)


def note(count: int, word: str) -> str:
    """`1 way`, `3 ways`."""
    return f"{count} {word}" if count == 1 else f"{count} {word}s"


def group(parent: Element, x: float, y: float) -> Element:
    """A group moved to a place."""
    return ElementTree.SubElement(parent, "g", {"transform": f"translate({x:.1f} {y:.1f})"})


def text(
    parent: Element,
    words: str,
    x: float,
    y: float,
    size: float,
    fill: str = INK,
    *,
    weight: str = "",
    anchor: str = "",
    style: str = "",
) -> None:
    """One line of words; `y` is the line they stand on."""
    attributes = {"x": f"{x:.1f}", "y": f"{y:.1f}", "font-size": f"{size:g}", "fill": fill}
    for name, value in (("font-weight", weight), ("text-anchor", anchor), ("font-style", style)):
        if value:
            attributes[name] = value
    ElementTree.SubElement(parent, "text", attributes).text = clean(words)


def box(parent: Element, x: float, y: float, width: float, height: float, **attributes: str) -> Element:
    """A rectangle; attributes are SVG's with _ for -."""
    made = {"x": f"{x:.1f}", "y": f"{y:.1f}", "width": f"{width:.1f}", "height": f"{height:.1f}"}
    return ElementTree.SubElement(parent, "rect", made | {k.replace("_", "-"): v for k, v in attributes.items()})
