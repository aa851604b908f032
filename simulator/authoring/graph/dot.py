"""A picture of a graph in the DOT language, for whoever has Graphviz or a tool that reads it."""

from __future__ import annotations

from simulator.authoring.graph.elements import Shades, clean
from simulator.authoring.graph.lettering import wrapped
from simulator.authoring.graph.picture import Card, Picture, route_names


def dot(picture: Picture) -> str:
    """The whole text. Endings stand in one row at the foot."""
    shades = Shades(picture.colouring)
    rows = [
        f"digraph {_quoted(picture.graph.id)} {{",
        f"  graph [label={_quoted(picture.graph.title)}, labelloc=t, rankdir=TB, fontname=Helvetica];",
        '  node [shape=box, style="rounded,filled", fillcolor=white, fontname=Helvetica, fontsize=11];',
        "  edge [fontname=Helvetica, fontsize=9, color=gray40];",
    ]
    for name, card in picture.cards.items():
        extra = ", penwidth=2.4" if card.starts else ""
        colour = f", fillcolor={_quoted(shades.at(card.amount))}" if card.amount is not None else ""
        rows.append(f"  {_quoted(name)} [label={_label(card)}{extra}{colour}];")
    rows.append("  { rank=sink;")
    for foot in picture.feet:
        label = _quoted(f"{foot.ending.title}\n{foot.ending.value:.0f}")
        rows.append(f"    {_quoted('ending ' + foot.ending.id)} [label={label}, shape=hexagon, style=filled];")
    rows.append("  }")
    for line in picture.lines:
        label = route_names(line.ways)
        attributes = [f"label={_quoted(label)}"] if label else []
        attributes += ["penwidth=3"] if line.marked else [] if line.first else ["style=dashed"]
        said = f" [{', '.join(attributes)}]" if attributes else ""
        rows.append(f"  {_quoted(line.source)} -> {_quoted(line.target)}{said};")
    for name, card in picture.cards.items():
        for end in dict.fromkeys(chip.name for chip in card.chips if chip.to == "ending"):
            rows.append(f"  {_quoted(name)} -> {_quoted('ending ' + end)} [style=dotted, constraint=false];")
    rows.append("}")
    return "\n".join(rows) + "\n"


def _label(card: Card) -> str:
    parts = [card.moment.id, *wrapped(card.moment.words, 11.5, 200, 2)]
    parts += [f"by itself: {', '.join(card.events)}"] if card.events else []
    said = [f"{'from' if chip.to == 'from' else 'to'} {chip.name}" for chip in card.chips if chip.to != "ending"]
    parts += [", ".join(said)] if said else []
    parts += [card.told] if card.told else []
    return _quoted("\n".join(parts))


def _quoted(words: str) -> str:
    """Words as a DOT string, line by line."""
    return '"' + clean(words).replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'
