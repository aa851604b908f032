"""Moments and endings as cards: what stands on them, how tall that makes them, and how they are drawn."""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree import ElementTree

from simulator.authoring.graph.elements import CARD, EDGE, INK, SUBTLE, Element, Shades, box, clean, group, note, text
from simulator.authoring.graph.lettering import fitted, width_of, wrapped
from simulator.authoring.graph.picture import Card, Chip, Foot
from simulator.authoring.graph.ways import Graph, Way

WIDTH = 204.0
FOOT_HEIGHT = 87.0
_PAD = 10.0
_ROOM = WIDTH - 2 * _PAD
_WORDS, _SMALL, _CHIP = 11.5, 10.5, 11.0
_LINE = 14.5
_CHIP_HEIGHT, _CHIP_GAP = 18.0, 4.0

_KINDS = {  # what became of everybody: the fill of an ending's mark, and the ink on it
    "voluntary": ("#cfe6da", INK),
    "referral": ("#cfe6da", INK),
    "medical": ("#cfe6da", INK),
    "disengaged": ("#e3e3de", INK),
    "fled": ("#e3e3de", INK),
    "arrest": ("#5a5148", "#ffffff"),
    "force": ("#6d2f2a", "#ffffff"),
    "injury": ("#6d2f2a", "#ffffff"),
    "death": ("#2b2b2b", "#ffffff"),
}


def height_of(card: Card) -> float:
    """How tall a card must be for what stands on it."""
    rows = len(_chip_rows(card.chips))
    return (
        _PAD * 2
        + 14
        + _LINE * len(wrapped(card.moment.words, _WORDS, _ROOM, 2))
        + _LINE * bool(card.events)
        + 18
        + rows * (_CHIP_HEIGHT + _CHIP_GAP)
        + (4 if rows else 0)
    )


def draw_card(parent: Element, card: Card, height: float, graph: Graph, shades: Shades) -> None:
    """A moment: its id, its first words, what it offers, and the ways that are not drawn as lines."""
    ElementTree.SubElement(parent, "title").text = clean(_told(card, graph))
    border = {"stroke": INK, "stroke_width": "2.4"} if card.starts else {"stroke": EDGE, "stroke_width": "1.2"}
    box(parent, 0, 0, WIDTH, height, rx="9", fill=shades.at(card.amount), **border)
    y = _PAD + 11
    mark = "start" if card.starts else card.told
    room = _ROOM - (width_of(mark, _SMALL) + 8 if mark else 0)
    text(parent, fitted(card.moment.id, 13.5, room), _PAD, y, 13.5, weight="600")
    if mark:
        text(parent, mark, WIDTH - _PAD, y, _SMALL, anchor="end", weight="600")
    y += 4
    for line in wrapped(card.moment.words, _WORDS, _ROOM, 2):
        y += _LINE
        text(parent, line, _PAD, y, _WORDS, SUBTLE)
    if card.events:
        y += _LINE
        by = f"by itself: {', '.join(card.events)}"
        text(parent, fitted(by, _WORDS, _ROOM), _PAD, y, _WORDS, INK, style="italic")
    y += 17
    offers = note(card.moment.lines, "line") + (", timed" if card.moment.timed else "")
    told = f"{offers}, {card.told}" if card.starts and card.told else offers
    text(parent, told, _PAD, y, _SMALL, SUBTLE)
    y += 8
    for row in _chip_rows(card.chips):
        x = _PAD
        for chip, words, width in row:
            _draw_chip(group(parent, x, y), chip, words, width, graph)
            x += width + _CHIP_GAP
        y += _CHIP_HEIGHT + _CHIP_GAP


def draw_foot(parent: Element, foot: Foot) -> None:
    """An ending: its id, its title, its worth, and from how many moments it is reached."""
    fill, ink = _KINDS.get(foot.ending.kind, ("#e3e3de", INK))
    ElementTree.SubElement(parent, "title").text = clean(f"{foot.ending.id} ({foot.ending.kind}): {foot.ending.title}")
    box(parent, 0, 0, WIDTH, FOOT_HEIGHT, rx="3", fill=CARD, stroke=EDGE, stroke_width="1.2")
    box(parent, 0, 0, WIDTH, 24, rx="3", fill=fill, stroke=EDGE, stroke_width="1.2")
    worth = f"{foot.ending.value:.0f}"
    text(parent, fitted(foot.ending.id, 13, _ROOM - 26), _PAD, 17, 13, ink, weight="600")
    text(parent, worth, WIDTH - _PAD, 17, 13, ink, anchor="end", weight="600")
    text(parent, fitted(foot.ending.title, _WORDS, _ROOM), _PAD, 42, _WORDS, INK)
    text(parent, foot.ending.kind, _PAD, 59, _SMALL, SUBTLE)
    if foot.told:
        text(parent, foot.told, WIDTH - _PAD, 59, _SMALL, anchor="end", weight="600")
    text(parent, fitted(_reached(foot), _SMALL, _ROOM), _PAD, 75, _SMALL, SUBTLE)


def chip_told(way: Way) -> str:
    """One way in words: `hush, by blows: tension >= 80`."""
    told = f"{way.by}, by {way.route}" if way.route else way.by
    return f"{told}: {way.condition}" if way.condition else told


def _reached(foot: Foot) -> str:
    parts = [f"from {note(foot.sources, 'moment')}"] if foot.sources else []
    parts += [f"by {', '.join(foot.anywhere)}"] if foot.anywhere else []
    return ", ".join(parts) or "nothing leads here"


def _told(card: Card, graph: Graph) -> str:
    sources = dict.fromkeys(way.source or way.by for way in graph.into(card.moment.id))
    lead = f"led to by {', '.join(sources)}" if sources else "nothing leads here" if not card.starts else "the start"
    return f"{card.moment.id}: {card.moment.words}\n{lead}"


def _chip_words(chip: Chip) -> str:
    return {"ending": "■ ", "moment": "→ ", "from": "from "}[chip.to] + chip.name


def _chip_rows(chips: Sequence[Chip]) -> list[list[tuple[Chip, str, float]]]:
    """Chips in rows no wider than a card, in their order."""
    rows: list[list[tuple[Chip, str, float]]] = []
    x = 0.0
    for chip in chips:
        words = fitted(_chip_words(chip), _CHIP, _ROOM - 12)
        width = min(_ROOM, width_of(words, _CHIP) + 12)
        if not rows or x + width > _ROOM:
            rows.append([])
            x = 0.0
        rows[-1].append((chip, words, width))
        x += width + _CHIP_GAP
    return rows


def _draw_chip(parent: Element, chip: Chip, words: str, width: float, graph: Graph) -> None:
    fill, ink = ("#eef2f6", INK)
    if chip.to == "ending" and chip.name in graph.endings:
        fill, ink = _KINDS.get(graph.endings[chip.name].kind, (fill, ink))
    ElementTree.SubElement(parent, "title").text = clean("\n".join([_chip_words(chip), *map(chip_told, chip.ways)]))
    corner = "3" if chip.to == "ending" else "9"
    box(parent, 0, 0, width, _CHIP_HEIGHT, rx=corner, fill=fill, stroke=EDGE, stroke_width="0.8")
    text(parent, words, width / 2, 13, _CHIP, ink, anchor="middle")
