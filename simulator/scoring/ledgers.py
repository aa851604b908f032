"""The ledgers of a call, good and poor apart: what was said, what it did, why, and what would have served better.

Words are about the decision and never about the person who made it. Good moves that their moment could not use
stand in a ledger of their own, unless they landed all the same; so do chances that the path gave and nobody took.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from simulator.encounter.plans import Program
from simulator.scenario.parts import Landing
from simulator.scoring.acts import TakenAct, words_of
from simulator.scoring.chances import lines_that_show
from simulator.scoring.critical import CriticalFinding
from simulator.scoring.effects import effect_words
from simulator.scoring.items import EvidenceItem
from simulator.scoring.values import Value, clock_words, seconds_of

MISTIMED = 4
"""The mark of a good move at a moment that could not use it."""


class LedgerEntry(Value):
    """One decision in a ledger. `alternative` is the words of a line that would have served better, "" if none is
    named, and `alternative_spoken` whether they are said and not done; `skills` and `techniques` are
    labels, of this ledger's evidence alone."""

    turn: int
    clock: float
    at: str
    said: str
    spoken: bool
    reply: str
    landing: Landing | None
    skills: tuple[str, ...]
    techniques: tuple[str, ...]
    effect: str
    why: str
    alternative: str
    critical: bool
    alternative_spoken: bool = False


class MissedChance(Value):
    """A skill that a moment called for and that nothing showed; `open` is the words of lines that would have, the
    first offered first, and `spoken` whether that first one is words and not a deed."""

    turn: int
    at: str
    skill: str
    label: str
    moment: str
    open: tuple[str, ...]
    spoken: bool


class Ledgers(Value):
    """The four ledgers, each by turn."""

    good: tuple[LedgerEntry, ...]
    mistimed: tuple[LedgerEntry, ...]
    poor: tuple[LedgerEntry, ...]
    missed: tuple[MissedChance, ...]


class Again(Value):
    """What was done again and is to be said of again in the same words: told once, with all its turns. `effects` are
    what it did, each with the turns in which it did so."""

    entry: LedgerEntry
    turns: tuple[int, ...]
    times: tuple[str, ...]
    effects: tuple[tuple[str, tuple[int, ...]], ...]


def told_once(entries: Iterable[LedgerEntry]) -> tuple[Again, ...]:
    """The entries of a ledger with repeated ones together, in the order of their first turns."""
    groups: dict[tuple[object, ...], list[LedgerEntry]] = {}
    for entry in entries:
        same = (entry.said, entry.spoken, entry.skills, entry.why, entry.alternative)
        groups.setdefault(same, []).append(entry)
    return tuple(_again(group) for group in groups.values())


def _again(group: Sequence[LedgerEntry]) -> Again:
    effects: dict[str, list[int]] = {}
    for entry in group:
        if entry.effect:
            effects.setdefault(entry.effect, []).append(entry.turn)
    return Again(
        entry=group[0],
        turns=tuple(entry.turn for entry in group),
        times=tuple(entry.at for entry in group),
        effects=tuple((effect, tuple(turns)) for effect, turns in effects.items()),
    )


def ledgers_of(
    program: Program,
    acts: Sequence[TakenAct],
    shown: Mapping[int, Sequence[EvidenceItem]],
    items: Iterable[EvidenceItem],
    critical: Iterable[CriticalFinding],
) -> Ledgers:
    """The ledgers. `shown` is every item of each act by turn; `items` the ones that count, missed ones among
    them."""
    gates = {finding.turn: finding for finding in critical}
    good, mistimed, poor = [], [], []
    for act in acts:
        own = shown.get(act.number, ())
        if best := [item for item in own if item.r >= 5]:
            good.append(_entry(program, act, best, None))
        landed = act.landed is not None and act.landed.landing == "lands"
        if not landed and (late := [item for item in own if item.r == MISTIMED]):
            mistimed.append(_entry(program, act, late, None))
        gate = gates.get(act.number)
        if (bad := [item for item in own if item.r <= 3]) or gate:
            poor.append(_entry(program, act, bad, gate))
    by_turn = {act.number: act for act in acts}
    missed = [_missed(program, acts, by_turn[item.turn], item) for item in items if item.kind == "missed"]
    return Ledgers(good=tuple(good), mistimed=tuple(mistimed), poor=tuple(poor), missed=tuple(missed))


def _entry(program: Program, act: TakenAct, items: Sequence[EvidenceItem], gate: CriticalFinding | None) -> LedgerEntry:
    skills, techniques = program.catalogues.skills, program.catalogues.techniques
    clock = seconds_of(act.turn.before.clock)
    reasons = " ".join(item.why for item in items)
    # What an author says of a line is about its words; of a wrong moment only the evidence can tell.
    mistimed = any(item.r == MISTIMED for item in items)
    why = reasons if mistimed else act.debrief or reasons
    alternative = act.better or _right_answer(program, act)
    if gate is not None:
        why = f"{gate.why} {act.debrief}".strip()
        alternative = alternative or gate.instead
    return LedgerEntry(
        turn=act.number,
        clock=clock,
        at=clock_words(clock),
        said=act.said,
        spoken=act.spoken,
        reply=act.reply,
        landing=act.landed.landing if act.landed is not None else None,
        skills=tuple(dict.fromkeys(skills[item.skill].label for item in items)),
        techniques=tuple(dict.fromkeys(techniques[item.technique].label for item in items if item.technique)),
        effect=effect_words(program, act),
        why=why,
        alternative=alternative,
        critical=gate is not None,
        alternative_spoken=act.better_spoken,
    )


def _right_answer(program: Program, act: TakenAct) -> str:
    if act.answering is None or act.answering.mark == "right":
        return ""
    answers = act.answering.prompt.answers
    return next((words_of(program, a.words, act.turn.before) for a in answers if a.mark == "right"), "")


def _missed(program: Program, acts: Sequence[TakenAct], last: TakenAct, item: EvidenceItem) -> MissedChance:
    """A chance that was not taken, with the lines of that visit that would have taken it."""
    decisions = [act for act in acts if act.is_deed and (act.node, act.visit) == (last.node, last.visit)]
    lines = lines_that_show(program, decisions, item.skill)
    scene = program.scenario.nodes[last.node].scene
    return MissedChance(
        turn=last.number,
        at=clock_words(seconds_of(last.turn.before.clock)),
        skill=item.skill,
        label=program.catalogues.skills[item.skill].label,
        moment=words_of(program, scene, last.turn.before),
        open=tuple(words_of(program, line.words, last.turn.before) for line in lines),
        spoken=bool(lines) and lines[0].spoken,
    )
