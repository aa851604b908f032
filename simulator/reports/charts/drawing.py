"""A drawing of lines, shapes and words as SVG. Colours are left to classes, so that a page can set them."""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree import ElementTree

STYLE = """
.word{font-family:"Source Sans Pro","Source Sans 3","Segoe UI",Arial,sans-serif;font-size:11px;fill:#1d2733}
.quiet{fill:#56616d}.strong{font-weight:700}.on{fill:#ffffff}
.tension{stroke:#a5371f;stroke-width:2.4;fill:none;stroke-linejoin:round}
.trust{stroke:#22684a;stroke-width:2.2;fill:none;stroke-dasharray:6 4;stroke-linejoin:round}
.other{stroke:#56616d;stroke-width:1.3;fill:none;stroke-dasharray:1.5 3}
.hair{stroke:#d5dae0;stroke-width:1}.edge{stroke:#56616d;stroke-width:1.2;fill:none}
.ground{fill:#ffffff}.band0{fill:#f4f6f8}.band1{fill:#e9edf0}.band2{fill:#d9dfe4}.band3{fill:#c3ccd4}.band4{fill:#a9b5bf}
.good{fill:#22684a;stroke:#22684a}.poor{fill:none;stroke:#a5371f;stroke-width:2.4}.bad{fill:#a5371f}
.mark{fill:#ffffff;stroke:#1d2733;stroke-width:1.6}.dot{fill:#1d2733}.spread{stroke:#7a8692;stroke-width:4;stroke-linecap:round}
.turning{fill:none;stroke:#1d2733;stroke-width:1.2;stroke-dasharray:2 2}
"""
"""How a drawing looks on paper: every difference that colour makes, a shape or a shade of grey makes too."""


def number(value: float) -> str:
    """A length with at most two decimals, so that a drawing is the same text on every machine."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


class Drawing:
    """A drawing `width` by `height`, with a title and a description in words."""

    def __init__(self, width: float, height: float, title: str, description: str) -> None:
        self.width, self.height = width, height
        self.title, self.description = title, description
        self._shapes: list[ElementTree.Element] = []

    def _add(self, tag: str, class_: str, **attributes: float | str) -> ElementTree.Element:
        given = {
            name.replace("_", "-"): value if isinstance(value, str) else number(value)
            for name, value in attributes.items()
        }
        shape = ElementTree.Element(tag, {"class": class_, **given})
        self._shapes.append(shape)
        return shape

    def rect(self, x: float, y: float, width: float, height: float, class_: str, round_: float = 0) -> None:
        """A box."""
        self._add("rect", class_, x=x, y=y, width=width, height=height, rx=round_)

    def line(self, x1: float, y1: float, x2: float, y2: float, class_: str) -> None:
        """A straight line."""
        self._add("line", class_, x1=x1, y1=y1, x2=x2, y2=y2)

    def path(self, places: Sequence[tuple[float, float]], class_: str) -> None:
        """Straight lines from place to place; nothing for fewer than two."""
        if len(places) > 1:
            points = " ".join(f"{number(x)},{number(y)}" for x, y in places)
            self._add("polyline", class_, points=points)

    def circle(self, x: float, y: float, radius: float, class_: str) -> None:
        """A circle."""
        self._add("circle", class_, cx=x, cy=y, r=radius)

    def text(self, x: float, y: float, words: str, class_: str = "", anchor: str = "start") -> None:
        """Words on their base line; `anchor` is start, middle or end."""
        shape = self._add("text", f"word {class_}".strip(), x=x, y=y, text_anchor=anchor)
        shape.text = words

    def svg(self, name: str, *, style: str = STYLE) -> str:
        """The drawing as SVG text. `name` makes the ids in it its own; with `style` empty the page styles it."""
        root = ElementTree.Element(
            "svg",
            {
                "xmlns": "http://www.w3.org/2000/svg",
                "viewBox": f"0 0 {number(self.width)} {number(self.height)}",
                "width": number(self.width),
                "height": number(self.height),
                "role": "img",
                "aria-labelledby": f"{name}-title {name}-words",
            },
        )
        ElementTree.SubElement(root, "title", {"id": f"{name}-title"}).text = self.title
        ElementTree.SubElement(root, "desc", {"id": f"{name}-words"}).text = self.description
        if style:
            ElementTree.SubElement(root, "style").text = style
        root.extend(self._shapes)
        return ElementTree.tostring(root, encoding="unicode")


def draw_landing(drawing: Drawing, x: float, y: float, landing: str, size: float = 4.5) -> None:
    """The mark of a landing: a full circle, a ring, a struck ring, a cross."""
    if landing == "lands":
        drawing.circle(x, y, size, "good")
    elif landing == "hurts":
        drawing.line(x - size, y - size, x + size, y + size, "poor")
        drawing.line(x - size, y + size, x + size, y - size, "poor")
    else:
        drawing.circle(x, y, size, "mark")
        if landing == "unheard":
            drawing.line(x - size, y + size, x + size, y - size, "edge")
