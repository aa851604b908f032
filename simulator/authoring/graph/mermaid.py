"""A picture of a graph as Mermaid text, for pages that draw it themselves and for reviews of changes."""

from __future__ import annotations

from simulator.authoring.graph.elements import SUBTLE, Shades, clean
from simulator.authoring.graph.lettering import wrapped
from simulator.authoring.graph.picture import Card, Picture, route_names

_ENTITIES = {sign: f"#{ord(sign)};" for sign in '#&"<>`:[]{}|'}


def mermaid(picture: Picture) -> str:
    """The whole text. Ids get an `m_` or `e_` in front: `end` and others are words of Mermaid's own."""
    shades = Shades(picture.colouring)
    rows = ["---", f"title: {_plain(picture.graph.title)}", "---", "flowchart TD"]
    for name, card in picture.cards.items():
        opening, closing = ('(["', '"])') if card.starts else ('["', '"]')
        rows.append(f"    m_{name}{opening}{_label(card)}{closing}")
    for foot in picture.feet:
        rows.append(f'    e_{foot.ending.id}{{{{"{_plain(foot.ending.title)} ({foot.ending.value:.0f})"}}}}')
    for line in picture.lines:
        arrow = "==>" if line.marked else "-->"
        label = route_names(line.ways)
        rows.append(f"    m_{line.source} {arrow}{f'|{label}|' if label else ''} m_{line.target}")
    for name, card in picture.cards.items():
        for end in dict.fromkeys(chip.name for chip in card.chips if chip.to == "ending"):
            rows.append(f"    m_{name} -.-> e_{end}")
    for name, card in picture.cards.items():
        if card.amount is not None:
            rows.append(f"    style m_{name} fill:{shades.at(card.amount)},stroke:{SUBTLE},color:#1d242b")
    return "\n".join(rows) + "\n"


def _label(card: Card) -> str:
    parts = [f"<b>{card.moment.id}</b>", *map(_plain, wrapped(card.moment.words, 11.5, 200, 2))]
    parts += [f"by itself: {', '.join(card.events)}"] if card.events else []
    said = [f"{'from' if chip.to == 'from' else 'to'} {chip.name}" for chip in card.chips if chip.to != "ending"]
    parts += [", ".join(said)] if said else []
    parts += [card.told] if card.told else []
    return "<br/>".join(parts)


def _plain(words: str) -> str:
    """Words in which nothing means anything to Mermaid."""
    return "".join(_ENTITIES.get(sign, sign) for sign in " ".join(clean(words).split()))
