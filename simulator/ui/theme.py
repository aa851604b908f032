"""The theme: one palette, one type scale, one spacing unit, from which every length on screen is computed.

A theme belongs to a window size and a reader's settings. Lengths grow with the window (1 at 1280 × 720), letters
grow with the window and with the reader's text size, so a panel asks for `space` and a line of words for `letters`.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from typing import Literal, TypeAlias

Colour: TypeAlias = tuple[int, int, int]
Size = Literal["small", "body", "lead", "title", "display"]
Weight = Literal["regular", "bold", "italic"]

UNIT = 8
"""The spacing unit: every gap is a multiple of it, in pixels at 1280 × 720."""

TYPE_SCALE: dict[Size, int] = {"small": 17, "body": 20, "lead": 24, "title": 33, "display": 56}
"""Letter heights in pixels at 1280 × 720 and 100 % text size."""

TEXT_SIZES = (100, 125, 150, 175, 200)
"""The text sizes a reader can choose, in per cent."""


def colour(code: str) -> Colour:
    """`#rrggbb` as red, green, blue."""
    return (int(code[1:3], 16), int(code[3:5], 16), int(code[5:7], 16))


@dataclass(frozen=True, slots=True)
class Palette:
    """Every colour the interface uses, by what it is for.

    ground  the empty window          panel   what text stands on       raised  buttons and cards on a panel
    hair    lines that only decorate  edge    outlines of controls      text    words
    muted   words of second rank      accent  the lamp: what acts       on_accent  words on the accent
    focus   the ring round what the keys reach     good, poor, note  served, did not serve, look here
    """

    ground: Colour
    panel: Colour
    raised: Colour
    hair: Colour
    edge: Colour
    text: Colour
    muted: Colour
    accent: Colour
    on_accent: Colour
    focus: Colour
    good: Colour
    poor: Colour
    note: Colour
    veil: int
    """How opaque the cover is between a scene and what stands on top of it, 0 to 255."""

    def colours(self) -> dict[str, Colour]:
        """The colours by name."""
        return {field.name: getattr(self, field.name) for field in fields(self) if field.name != "veil"}


LAMPLIGHT = Palette(
    ground=colour("#11161c"),
    panel=colour("#182028"),
    raised=colour("#222c36"),
    hair=colour("#33404d"),
    edge=colour("#77879a"),
    text=colour("#efe9dd"),
    muted=colour("#b9bdbd"),
    accent=colour("#efb263"),
    on_accent=colour("#1d1406"),
    focus=colour("#ffd596"),
    good=colour("#93cda8"),
    poor=colour("#eda08c"),
    note=colour("#a4c8ea"),
    veil=255,
)
"""Dark slate with a lamp in it."""

HIGH_CONTRAST = Palette(
    ground=colour("#000000"),
    panel=colour("#000000"),
    raised=colour("#101010"),
    hair=colour("#8a8a8a"),
    edge=colour("#ffffff"),
    text=colour("#ffffff"),
    muted=colour("#e4e4e4"),
    accent=colour("#ffd24a"),
    on_accent=colour("#000000"),
    focus=colour("#4ae0ff"),
    good=colour("#7dffa8"),
    poor=colour("#ffb0a0"),
    note=colour("#9fdcff"),
    veil=255,
)
"""Black and white with two strong colours."""

_GROUNDS = ("ground", "panel", "raised")

WORDS_ON: tuple[tuple[str, str], ...] = (
    *((words, ground) for ground in _GROUNDS for words in ("text", "muted", "accent", "good", "poor", "note")),
    ("on_accent", "accent"),
)
"""Every pair of colours in which words are drawn; each has a contrast of 4.5 or more."""

SHAPES_ON: tuple[tuple[str, str], ...] = tuple(
    (shape, ground) for ground in _GROUNDS for shape in ("edge", "focus", "accent", "good", "poor")
)
"""Every pair in which a control's outline or a mark must be seen; each has a contrast of 3 or more."""


def luminance(shade: Colour) -> float:
    """Relative luminance, 0 black to 1 white, as WCAG 2 defines it."""

    def linear(value: int) -> float:
        share = value / 255
        return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(value) for value in shade)
    return float(0.2126 * red + 0.7152 * green + 0.0722 * blue)


def contrast(one: Colour, other: Colour) -> float:
    """The contrast ratio of two colours, 1 to 21, as WCAG 2 defines it."""
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def mixed(one: Colour, other: Colour, share: float) -> Colour:
    """A colour `share` (0 to 1) of the way from one to the other."""
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(one, other, strict=True))
    return (red, green, blue)


@dataclass(frozen=True, slots=True)
class Theme:
    """Palette and lengths for one window and one reader. `text_size` is per cent."""

    palette: Palette = LAMPLIGHT
    window: tuple[int, int] = (1280, 720)
    text_size: int = 100
    reduced_motion: bool = False

    scale: float = field(init=False)
    """Window pixels a design pixel: 1 at 1280 × 720, never below .7."""
    heights: dict[str, int] = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        scale = max(0.7, min(self.window[0] / 1280, self.window[1] / 720))
        object.__setattr__(self, "scale", scale)
        object.__setattr__(self, "heights", {size: self._letters(size) for size in TYPE_SCALE})

    @property
    def large(self) -> bool:
        """Whether letters are so large that side panels give up their room to them."""
        return self.text_size >= 150

    @property
    def cramped(self) -> bool:
        """Whether a window is too narrow for three columns of words."""
        return self.window[0] / self.letters("body") < 52

    def space(self, units: float = 1) -> int:
        """A gap of so many spacing units, in pixels."""
        return max(1, round(UNIT * units * self.scale))

    def letters(self, size: Size) -> int:
        """The height of letters, in pixels. Titles grow less than body text: they are large already."""
        return self.heights[size]

    def _letters(self, size: Size) -> int:
        grown = self.text_size / 100
        if size == "title":
            grown = 1 + (grown - 1) * 0.6
        elif size == "display":
            grown = 1 + (grown - 1) * 0.35
        return max(10, round(TYPE_SCALE[size] * grown * self.scale))

    def row(self, size: Size = "body") -> int:
        """The height of one row of words with its leading."""
        return round(self.letters(size) * 1.32)

    def control(self) -> int:
        """The least height of something to click: one row and air, never below 24 pixels."""
        return max(24, self.row() + self.space(1.5))

    @property
    def radius(self) -> int:
        """The rounding of corners."""
        return self.space(0.75)

    @property
    def stroke(self) -> int:
        """The width of an outline."""
        return max(1, round(1.5 * self.scale))
