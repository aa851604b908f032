"""Evidence: what each act showed of each competency, as items with a mark, a weight, a turn and a reason.

Marks (judgement, after the anchors of the 1-7 scale): 7 shown, called for, and it landed; 6 landed, not called
for; 4 a good move at a moment that could not use it (flat, unheard, below its stair, third use in the history);
3 called for and not shown (weight a half), or a good technique in an act that hurt (weight 1); 2 a poor habit;
1 a poor habit at tension 60 or more, or a critical error. Poor items weigh 2 (direction from ORBIT and Maguire).

A node's called-for skills are settled once a visit, by the best act of that visit. A poor act always makes its
own item; where it is all that was shown of the skill it stands for the chance, which is not counted as missed
too. A chance can be missed only where a line that was open would have shown the skill. Standing acts and silence
give evidence, where more was done than waiting: alone they answered nobody. A wait that goes on from a wait is the
same pause, and no new chance of a skill that is not called for. A visit in which nothing else was done misses
nothing, nor does one that an instructor cut short or that was still open at a stop. Force at an immediate threat is
judged by the threat alone, for it always hurts.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

from simulator.encounter.law import HOOK_ROOM, INFLUENCE_CLOSED
from simulator.encounter.plans import Program
from simulator.scenario.catalogue import Technique
from simulator.scoring.acts import TakenAct, fact
from simulator.scoring.chances import lines_that_show
from simulator.scoring.critical import CriticalFinding
from simulator.scoring.quality import quality
from simulator.scoring.values import Value

ItemKind = Literal["shown", "mistimed", "missed", "hurt", "poor", "critical", "answer", "author"]

HOT = 60_000
"""Tension before the act, in thousandths, from which a poor habit is marked 1."""

POOR_WEIGHT = 2.0
MISSED_WEIGHT = 0.5
POOR_AT_MOST = 2
"""An author's own item of this mark or less counts as poor."""

ANSWER_MARKS = {"right": 7, "part": 5, "wrong": 3}

STEADY_FAMILIES = frozenset({"safety", "assessment", "directive"})
"""For these *landed* means *did not hurt*: a question asked and cover taken are right whatever the face says."""


class EvidenceItem(Value):
    """One item: mark `r` 1-7, weight, the turn that earned it, the skill, and why in plain words.

    `technique` is the one that showed it, "" for missed chances, answers and authors' items.
    """

    turn: int
    skill: str
    r: int
    weight: float
    kind: ItemKind
    called_for: bool
    technique: str
    why: str

    @property
    def poor(self) -> bool:
        """Whether it stands in the poor ledger by itself."""
        return self.r <= POOR_AT_MOST


@dataclass(slots=True)
class _Visit:
    """One visit of a node while its acts are read."""

    node: str
    called: tuple[str, ...]
    best: dict[str, EvidenceItem] = field(default_factory=dict)
    poor: set[str] = field(default_factory=set)
    decisions: list[TakenAct] = field(default_factory=list)
    settled: bool = False


def evidence(
    program: Program, acts: Iterable[TakenAct], critical: Iterable[CriticalFinding] = ()
) -> tuple[EvidenceItem, ...]:
    """Every item of a course, by turn, then in the order of the competencies."""
    gates: dict[int, list[CriticalFinding]] = {}
    for finding in critical:
        gates.setdefault(finding.turn, []).append(finding)
    visits: dict[tuple[str, int], _Visit] = {}
    items: list[EvidenceItem] = []
    acts = tuple(acts)
    idle = all(act.waits for act in acts if act.is_deed)
    waited = False
    for act in acts:
        key = (act.node, act.visit)
        visit = visits.get(key)
        if visit is None:
            visit = visits[key] = _Visit(act.node, program.scenario.nodes[act.node].calls_for)
        if act.answering is not None:
            items.append(_answer_item(program, act))
            continue
        if act.is_deed:
            visit.decisions.append(act)
            for item in act_items(program, act, gates.get(act.number, ())):
                if _counts(item, act, idle=idle, waited=waited):
                    _place(visit, item, items)
            waited = act.waits
        if act.left:
            visit.settled = act.kind not in ("inject", "stop")
    for visit in visits.values():
        items += visit.best.values()
        if visit.settled and any(act.kind == "line" for act in visit.decisions):
            items += _missed(program, visit)
    order = {skill: place for place, skill in enumerate(program.catalogues.skills)}
    return tuple(sorted(items, key=lambda item: (item.turn, order.get(item.skill, len(order)), item.r)))


def _counts(item: EvidenceItem, act: TakenAct, *, idle: bool, waited: bool) -> bool:
    """Whether an item counts: `idle` says that nothing but waiting was done in the call, `waited` that a wait came just
    before."""
    if item.poor or item.kind == "author":
        return True
    return not idle and (item.called_for or not (waited and act.waits))


def _place(visit: _Visit, item: EvidenceItem, items: list[EvidenceItem]) -> None:
    """A poor item stands by itself; a good one for a called-for skill contends to settle the chance."""
    if item.poor:
        visit.poor.add(item.skill)
        items.append(item)
    elif not item.called_for:
        items.append(item)
    elif item.skill not in visit.best or item.r > visit.best[item.skill].r:
        visit.best[item.skill] = item


def _missed(program: Program, visit: _Visit) -> Iterable[EvidenceItem]:
    for skill in visit.called:
        if skill in visit.best or skill in visit.poor or not lines_that_show(program, visit.decisions, skill):
            continue
        label = program.catalogues.skills[skill].label
        yield EvidenceItem(
            turn=visit.decisions[-1].number,
            skill=skill,
            r=3,
            weight=MISSED_WEIGHT,
            kind="missed",
            called_for=True,
            technique="",
            why=program.catalogues.words("shown_missed", skill=label),
        )


def _answer_item(program: Program, act: TakenAct) -> EvidenceItem:
    answering = act.answering
    assert answering is not None
    return EvidenceItem(
        turn=act.number,
        skill=answering.prompt.skill,
        r=ANSWER_MARKS[answering.mark],
        weight=1.0,
        kind="answer",
        called_for=True,
        technique="",
        why=act.debrief or program.catalogues.words(f"answer_{answering.mark}"),
    )


def act_items(program: Program, act: TakenAct, critical: Iterable[CriticalFinding] = ()) -> list[EvidenceItem]:
    """What one act shows, one item a skill: a critical error before an author's item, an author's before the
    derived one, poor before good, and of several good techniques the best."""
    called = program.scenario.nodes[act.node].calls_for
    chosen: dict[str, EvidenceItem] = {}
    for id_ in act.techniques:
        row = program.catalogues.techniques[id_]
        item = _technique_item(program, act, id_, row, row.skill in called)
        if item is None:
            continue
        known = chosen.get(row.skill)
        if known is None or _outranks(item, known):
            chosen[row.skill] = item
    for source in (act.deed, *(event.deed for event in act.events)):
        for own in source.evidence:
            chosen[own.skill] = EvidenceItem(
                turn=act.number,
                skill=own.skill,
                r=own.r,
                weight=POOR_WEIGHT if own.r <= POOR_AT_MOST else 1.0,
                kind="author",
                called_for=own.skill in called,
                technique="",
                why=own.why,
            )
    for finding in critical:
        chosen[finding.skill] = EvidenceItem(
            turn=act.number,
            skill=finding.skill,
            r=1,
            weight=POOR_WEIGHT,
            kind="critical",
            called_for=finding.skill in called,
            technique="",
            why=program.catalogues.words("shown_critical", error=finding.label, why=finding.why),
        )
    return list(chosen.values())


def _outranks(item: EvidenceItem, known: EvidenceItem) -> bool:
    """Poor beats good; of two poor or two good ones, the stronger mark of its kind wins."""
    if item.poor or known.poor:
        return item.poor and (not known.poor or item.r < known.r)
    return item.r > known.r


def _technique_item(program: Program, act: TakenAct, id_: str, row: Technique, called: bool) -> EvidenceItem | None:
    landed = act.landed
    if landed is None:
        return None
    words, before = program.catalogues.words, act.turn.before
    subject = before.subjects[act.person]
    kind = quality(row, fact(before, "threat"))
    if kind == "none":
        return None
    if kind == "poor":
        hot = subject.tension >= HOT
        r, weight, shown = (1 if hot else 2), POOR_WEIGHT, "poor"
        why = words("shown_habit_hot" if hot else "shown_habit", technique=row.label)
    elif landed.landing == "hurts" and row.polarity != "by_threat":
        r, weight, shown = 3, 1.0, "hurt"
        why = words("shown_hurt", technique=row.label)
    elif moment := _wrong_moment(program, act, id_, row):
        r, weight, shown = 4, 1.0, "mistimed"
        told = "mistimed_landed" if landed.landing == "lands" else "mistimed_flat"
        why = words(told, technique=row.label, moment=words(f"moment_{moment}"))
    else:
        r, weight, shown = (7 if called else 6), 1.0, "shown"
        if row.family in STEADY_FAMILIES:
            why = words("shown_called_done" if called else "shown_done", technique=row.label)
        else:
            why = words("shown_called" if called else "shown_landed", technique=row.label)
    return EvidenceItem(
        turn=act.number,
        skill=row.skill,
        r=r,
        weight=weight,
        kind=shown,
        called_for=called,
        technique=id_,
        why=why,
    )


def _wrong_moment(program: Program, act: TakenAct, id_: str, row: Technique) -> str:
    """Why the moment could not use a good move, as the ending of a key of the words; "" if it could."""
    landed = act.landed
    assert landed is not None
    before = act.turn.before
    subject = before.subjects[act.person]
    index = program.technique_index[id_]
    if row.stair is not None:
        needed = program.techniques[index].stair
        profile = program.casts[before.temperament].profiles[act.person].source
        if row.family == "influence":
            needed -= HOOK_ROOM if act.topics & profile.hooks else 0
            if subject.tension >= INFLUENCE_CLOSED:
                return "too_tense"
        if subject.rapport < needed:
            return "no_trust"
    if sum(slot.count(index) for slot in before.history) >= 2:
        return "used"
    if row.family not in STEADY_FAMILIES and landed.landing != "lands":
        return "unheard" if landed.landing == "unheard" else "little"
    return ""
