"""Chances: which lines, open at some decision of a visit, would have shown a skill that the moment called for."""

from __future__ import annotations

from collections.abc import Iterable

from simulator.encounter.offer import open_lines
from simulator.encounter.plans import Program
from simulator.scenario.catalogue import Technique
from simulator.scenario.model import Line
from simulator.scoring.acts import TakenAct, fact
from simulator.scoring.quality import Quality, quality

SHOWS_FROM = 5
"""An author's own item of this mark or more counts as showing a skill."""


def lines_that_show(program: Program, decisions: Iterable[TakenAct], skill: str) -> tuple[Line, ...]:
    """The lines, each once, in the order in which they were first offered. A line with a poor technique in it is
    no chance to show anything, and neither is one of which its author says that another serves better."""
    found: dict[str, Line] = {}
    for act in decisions:
        before = act.turn.before
        threat = fact(before, "threat")
        for plan in open_lines(program, before):
            line = program.scenario.nodes[before.node].lines[plan.action]
            if _shows(program, line, skill, threat):
                found.setdefault(line.id, line)
    return tuple(found.values())


def _shows(program: Program, line: Line, skill: str, threat: bool | str) -> bool:
    for own in line.deed.evidence:
        if own.skill == skill:
            return own.r >= SHOWS_FROM
    rows: list[Technique] = [program.catalogues.techniques[id_] for id_ in line.deed.does]
    kinds: list[Quality] = [quality(row, threat) for row in rows]
    if "poor" in kinds or line.better:
        return False
    return any(row.skill == skill and kind == "good" for row, kind in zip(rows, kinds, strict=True))
