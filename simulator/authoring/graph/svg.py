"""A picture of a graph as an SVG file: one that a browser, a printer or a word processor shows alike."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from xml.etree import ElementTree

from simulator.authoring.graph.card import FOOT_HEIGHT, WIDTH, chip_told, draw_card, draw_foot, height_of
from simulator.authoring.graph.elements import PAPER, SUBTLE, Element, Shades, box, clean, group, note, text
from simulator.authoring.graph.layout import Curve, Layout, lay_out
from simulator.authoring.graph.lettering import width_of
from simulator.authoring.graph.picture import Line, Picture, percent

MARGIN = 36.0
_HEAD = 92.0
_GAP = 14.0

_STROKES = {  # the class of a line: colour, width, dashes
    "first": ("#37424d", 1.9, ""),
    "way": ("#87929d", 1.3, ""),
    "back": ("#a9581f", 1.3, "6 4"),
    "marked": ("#155a9c", 3.2, ""),
    "unused": ("#c4cbd2", 1.1, "2 4"),
}


def svg(picture: Picture) -> str:
    """The whole file."""
    graph = picture.graph
    sizes = {name: (WIDTH, height_of(card)) for name, card in picture.cards.items()}
    start = graph.start if graph.start in sizes else next(iter(sizes), "")
    layout = lay_out(sizes, [(line.source, line.target) for line in picture.lines], start)
    lead = _lead(picture)
    width = max(layout.width, 3 * WIDTH + 2 * _GAP, width_of(lead, 12.5), _legend_width(picture)) + 2 * MARGIN
    feet_top = MARGIN + _HEAD + layout.height + 56
    across = max(1, int((width - 2 * MARGIN + _GAP) // (WIDTH + _GAP)))
    rows = -(-len(picture.feet) // across)
    height = feet_top + rows * (FOOT_HEIGHT + _GAP) + MARGIN
    root = Element(
        "svg",
        {
            "xmlns": "http://www.w3.org/2000/svg",
            "width": f"{width:.0f}",
            "height": f"{height:.0f}",
            "viewBox": f"0 0 {width:.0f} {height:.0f}",
            "role": "img",
            "aria-labelledby": "title desc",
            "font-family": "'Source Sans 3', 'Segoe UI', 'Helvetica Neue', Arial, 'Liberation Sans', sans-serif",
        },
    )
    ElementTree.SubElement(root, "title", {"id": "title"}).text = clean(f"{graph.title}: what leads where")
    ElementTree.SubElement(root, "desc", {"id": "desc"}).text = clean(description(picture))
    _arrowheads(root)
    ElementTree.SubElement(root, "rect", {"width": "100%", "height": "100%", "fill": PAPER})
    text(root, graph.title, MARGIN, MARGIN + 22, 24, weight="600")
    text(root, lead, MARGIN, MARGIN + 46, 12.5, SUBTLE)
    _legend(root, picture, MARGIN, MARGIN + 66)
    middle = MARGIN + (width - 2 * MARGIN - layout.width) / 2
    drawing = group(root, middle, MARGIN + _HEAD)
    shades = Shades(picture.colouring)
    _lines(drawing, picture.lines, layout)
    for name, card in picture.cards.items():
        at = layout.boxes[name]
        draw_card(group(drawing, at.x - at.width / 2, at.top), card, at.height, graph, shades)
    if picture.feet:
        text(root, "Endings", MARGIN, feet_top - 14, 15, weight="600")
    for number, foot in enumerate(picture.feet):
        x = MARGIN + number % across * (WIDTH + _GAP)
        draw_foot(group(root, x, feet_top + number // across * (FOOT_HEIGHT + _GAP)), foot)
    ElementTree.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ElementTree.tostring(root, encoding="unicode") + "\n"


def description(picture: Picture) -> str:
    """The picture in words, for whoever cannot see it: each moment with where it leads."""
    sentences = [f"{_lead(picture)} It begins in {picture.graph.start}."]
    following: dict[str, list[str]] = {}
    for line in picture.lines:
        following.setdefault(line.source, []).append(line.target)
    for name, card in picture.cards.items():
        to = following.get(name, []) + [chip.name for chip in card.chips if chip.to != "from"]
        sentences.append(f"{name} leads to {', '.join(to)}." if to else f"{name} leads nowhere else.")
    return " ".join(sentences)


def _lead(picture: Picture) -> str:
    graph, traffic = picture.graph, picture.traffic
    ways = len({pair for pair in graph.between() if pair[0] in graph.moments and pair[1] in graph.moments})
    words = (
        f"{note(len(graph.moments), 'moment')}, {note(ways, 'way')} between them, {note(len(graph.endings), 'ending')}."
    )
    if traffic is not None:
        words += f" Played {note(traffic.calls, 'time')} by simulated trainees: {traffic.who}."
    if picture.way_in:
        words += f" Marked: the shortest way to {picture.way_in[-1]}."
    return words


def _legend_entries(picture: Picture) -> list[tuple[str, str]]:
    entries = [("first", "shortest way in"), ("way", "other way"), ("back", "leads back")]
    if picture.traffic is not None:
        entries.append(("unused", "never taken here"))
    if picture.way_in:
        entries.insert(0, ("marked", "the way asked for"))
    return entries


_RAMP = {
    "plain": "",
    "visits": "came here: none to all",
    "value": "value at the end: 0 to 100",
    "best": "best value met: 0 to 100",
}


def _legend_width(picture: Picture) -> float:
    lines = sum(55 + width_of(words, 12) for _, words in _legend_entries(picture))
    return lines + 98 + width_of(_RAMP[picture.colouring], 12)


def _legend(root: Element, picture: Picture, x: float, y: float) -> None:
    for kind, words in _legend_entries(picture):
        colour, width, dashes = _STROKES[kind]
        ElementTree.SubElement(root, "path", _stroke(f"M{x:.1f} {y:.1f}h30", colour, width, dashes))
        text(root, words, x + 37, y + 4, 12, SUBTLE)
        x += 55 + width_of(words, 12)
    if picture.traffic is None or picture.colouring == "plain":
        return
    shades = Shades(picture.colouring)
    for step in range(5):
        box(root, x + step * 18, y - 6, 18, 12, fill=shades.at(step / 4))
    text(root, _RAMP[picture.colouring], x + 98, y + 4, 12, SUBTLE)


def _lines(drawing: Element, lines: Sequence[Line], layout: Layout) -> None:
    curves = {(curve.source, curve.target): curve for curve in layout.curves}
    order = ["unused", "back", "way", "first", "marked"]
    drawn = [(line, curves[line.source, line.target]) for line in lines]
    for line, curve in sorted(drawn, key=lambda each: order.index(_kind(*each))):
        kind = _kind(line, curve)
        colour, width, dashes = _STROKES[kind]
        if line.share and kind != "marked":
            width = 1.1 + 4.4 * line.share
        attributes = _stroke(_path(curve), colour, width, dashes)
        path = ElementTree.SubElement(drawing, "path", attributes | {"marker-end": f"url(#to-{kind})"})
        told = f"{line.source} → {line.target}" + (f": {percent(line.share)}" if line.share is not None else "")
        ElementTree.SubElement(path, "title").text = clean("\n".join([told, *map(chip_told, line.ways)]))


def _kind(line: Line, curve: Curve) -> str:
    if line.marked:
        return "marked"
    if line.share == 0:
        return "unused"
    return "back" if curve.back else "first" if line.first else "way"


def _stroke(path: str, colour: str, width: float, dashes: str) -> dict[str, str]:
    made = {"d": path, "fill": "none", "stroke": colour, "stroke-width": f"{width:.1f}", "stroke-linecap": "round"}
    return made | ({"stroke-dasharray": dashes} if dashes else {})


def _path(curve: Curve) -> str:
    """Upright at every point: a soft S from row to row, straight past the boxes of a row. It stops short of the
    box by the length of the arrowhead."""
    points = [*curve.points]
    (x, y) = points[-1]
    points[-1] = (x, y + 7 if curve.back else y - 7)
    words = [f"M{points[0][0]:.1f} {points[0][1]:.1f}"]
    for (from_x, from_y), (to_x, to_y) in pairwise(points):
        if abs(from_x - to_x) < 0.05:
            words.append(f"V{to_y:.1f}")
        else:
            bend = (to_y - from_y) * 0.5
            words.append(f"C{from_x:.1f} {from_y + bend:.1f} {to_x:.1f} {to_y - bend:.1f} {to_x:.1f} {to_y:.1f}")
    return "".join(words)


def _arrowheads(root: Element) -> None:
    heads = ElementTree.SubElement(root, "defs")
    for kind, (colour, _, _) in _STROKES.items():
        marker = ElementTree.SubElement(
            heads,
            "marker",
            {
                "id": f"to-{kind}",
                "viewBox": "0 0 8 8",
                "refX": "1",
                "refY": "4",
                "markerWidth": "8",
                "markerHeight": "8",
                "markerUnits": "userSpaceOnUse",
                "orient": "auto",
            },
        )
        ElementTree.SubElement(marker, "path", {"d": "M0 0.5L8 4L0 7.5z", "fill": colour})
