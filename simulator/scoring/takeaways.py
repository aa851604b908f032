"""What to take away: one strength to keep that is true, and one change as an if-then plan."""

from __future__ import annotations

import re
from collections.abc import Sequence

from simulator.encounter.happenings import LieFound, Promised
from simulator.encounter.offer import open_lines
from simulator.encounter.plans import Program
from simulator.scenario.words import Words
from simulator.scoring.acts import TakenAct, praised, words_of
from simulator.scoring.critical import CriticalFinding
from simulator.scoring.habits import HabitCount
from simulator.scoring.items import EvidenceItem
from simulator.scoring.ledgers import LedgerEntry, Ledgers, MissedChance
from simulator.scoring.measures import Measures
from simulator.scoring.values import Value

ASK = "ask_suicide"
"""The question that no other skill stands in for: what was not asked here, nobody knew afterwards."""

DECEPTION = "deception"
"""The habit under which everything said stands that was not so."""


class Takeaway(Value):
    """One thing to keep or to change. `words` says it in full; `turns` are what it rests on; `said` is what was
    said there, "" where it rests on the whole call; `source` names the habit, critical error or skill (an id). `plan`
    is the if-then sentence in the words of a change, "" where there is none."""

    words: str
    turns: tuple[int, ...]
    said: str
    source: str
    plan: str = ""


def strength(
    program: Program,
    ledgers: Ledgers,
    acts: Sequence[TakenAct],
    items: Sequence[EvidenceItem],
    measures: Measures,
    *,
    stopped: bool,
) -> Takeaway | None:
    """One strength that is true: the good decision that moved the person most, else something that was kept up;
    None where nothing was done at all. Waiting is one only where more than waiting was done."""
    moved = {act.number: act.landed.rapport - act.landed.tension for act in acts if act.landed is not None}
    words = program.catalogues.words
    poor = {entry.turn for entry in ledgers.poor}
    may = {act.number for act in praised(acts)} | {act.number for act in acts if act.answering is not None}
    best: tuple[int, int, LedgerEntry] | None = None
    for entry in ledgers.good:
        if entry.turn in poor or entry.turn not in may:
            continue
        mark = max((item.r for item in items if item.turn == entry.turn), default=0)
        rank = (mark, moved.get(entry.turn, 0), entry)
        if best is None or rank[:2] > best[:2]:
            best = rank
    if best is not None:
        entry = best[2]
        skill = entry.skills[0]
        told = words(
            "strength_said" if entry.spoken else "strength_done",
            skill=skill,
            turn=entry.turn,
            at=entry.at,
            said=entry.said if entry.spoken else entry.said.rstrip("."),
            effect=entry.effect,
            why=_first(entry.why),
        )
        return Takeaway(words=told.strip(), turns=(entry.turn,), said=entry.said, source=_skill_id(program, skill))
    return _kept_up(measures, words, acts[-1].number if acts else 0, stopped=stopped)


def _first(why: str) -> str:
    """The first sentence of a reason: enough to say why, short enough to keep."""
    found = re.match(r".+?[.!?](?=\s|$)", why)
    return found.group() if found else why


def _skill_id(program: Program, label: str) -> str:
    return next((id_ for id_, row in program.catalogues.skills.items() if row.label == label), "")


def _kept_up(measures: Measures, words: Words, last: int, *, stopped: bool) -> Takeaway | None:
    """Something that was kept up to the `last` turn."""
    for called in measures.help:
        if not called.by_officer:
            continue
        told = words("strength_called", turn=called.turn, help=called.label)
        return Takeaway(words=told, turns=(called.turn,), said="", source="resolution")
    for found in measures.facts:
        if found.turn:
            told = words("strength_found", turn=found.turn, words=found.words)
            return Takeaway(words=told, turns=(found.turn,), said="", source="assessment")
    if measures.decisions and measures.distance.seconds_inside_comfort == 0:
        return Takeaway(words=words.count("strength_distance", last), turns=(last,), said="", source="safety")
    if stopped and last:
        return Takeaway(words=words("strength_stopped", turn=last), turns=(last,), said="", source="")
    if measures.decisions:
        return Takeaway(words=words("strength_stayed", turn=last), turns=(last,), said="", source="")
    return None


def _unanswered(program: Program, ledgers: Ledgers, acts: Sequence[TakenAct]) -> list[MissedChance]:
    """The missed chances of moments whose first call went unanswered. Where the skill named first was shown, one
    decision could hardly show the next as well, and to ask for it would unteach the better act."""
    by_turn = {act.number: act for act in acts}
    shown = {
        (by_turn[entry.turn].node, by_turn[entry.turn].visit, label) for entry in ledgers.good for label in entry.skills
    }

    def answered(missed: MissedChance) -> bool:
        act = by_turn[missed.turn]
        first = program.scenario.nodes[act.node].calls_for[0]
        return (act.node, act.visit, program.catalogues.skills[first].label) in shown

    return [missed for missed in ledgers.missed if not answered(missed)]


def _unasked(program: Program, acts: Sequence[TakenAct]) -> tuple[TakenAct, str] | None:
    """Where the question about suicide could first have been asked, and its words; None where it was asked, or
    there was no place for it."""
    if any(ASK in act.techniques for act in acts):
        return None
    for act in acts:
        if act.kind != "line":
            continue
        before = act.turn.before
        for plan in open_lines(program, before):
            line = program.scenario.nodes[act.node].lines[plan.action]
            if ASK in line.deed.does:
                return act, words_of(program, line.words, before)
    return None


def _plan(program: Program, missed: MissedChance) -> str:
    """The if-then plan of the skill; what the skill is about, where the catalogue has no plan."""
    row = program.catalogues.skills[missed.skill]
    return row.plan or program.catalogues.words("plan_skill", about=row.about)


def _example(words: Words, missed: MissedChance, *, alone: bool) -> str:
    """What would have shown the skill there. The line may have been open only before the turn that is named."""
    key = "example" if alone else "example_of_several"
    if missed.spoken:
        return words(f"{key}_said", turn=missed.turn, said=missed.open[0])
    return words(f"{key}_done", turn=missed.turn, said=missed.open[0].rstrip("."))


def _came_out(act: TakenAct) -> bool:
    """Whether words of the officer's were found not to hold in this turn."""
    return any(
        isinstance(row, LieFound) or (isinstance(row, Promised) and row.status == "broken") for row in act.turn.happened
    )


def change(
    program: Program,
    critical: Sequence[CriticalFinding],
    habits: Sequence[HabitCount],
    ledgers: Ledgers,
    acts: Sequence[TakenAct],
) -> Takeaway | None:
    """One change: what serves in place of a critical error, else the question about suicide where it was open and
    never asked, else the plan against saying what is not so where it came out, else against the most frequent habit
    (of equals, the one whose acts raised tension most), else a skill that was first called for and not shown, else a
    better moment; None where nothing stood out."""
    words = program.catalogues.words
    if critical:
        gate = critical[0]
        return Takeaway(words=gate.instead, turns=(gate.turn,), said=gate.said, source=gate.error)
    if (unasked := _unasked(program, acts)) is not None:
        act, question = unasked
        told = words("plan_ask", question=question)
        return Takeaway(words=told, turns=(act.number,), said=act.said, source="assessment", plan=told)
    if habits:
        came_out = any(_came_out(act) for act in acts)
        raised = {act.number: act.landed.tension for act in acts if act.landed is not None}
        worst = max(
            habits,
            key=lambda habit: (
                came_out and habit.habit == DECEPTION,
                habit.count,
                sum(raised.get(turn, 0) for turn in habit.turns),
            ),
        )
        told = worst.instead
        return Takeaway(words=told, turns=worst.turns, said=worst.said[0], source=worst.habit, plan=told)
    if open_chances := _unanswered(program, ledgers, acts):
        by_skill: dict[str, list[MissedChance]] = {}
        for missed in open_chances:
            by_skill.setdefault(missed.skill, []).append(missed)
        own = max(by_skill.values(), key=len)
        first, turns = own[0], tuple(missed.turn for missed in own)
        plan = _plan(program, first)
        told = words("plan_with_example", plan=plan, example=_example(words, first, alone=len(own) == 1))
        return Takeaway(words=told, turns=turns, said="", source=first.skill, plan=plan)
    if ledgers.mistimed:
        entry = ledgers.mistimed[0]
        told = words("plan_not_reached" if entry.spoken else "plan_waited")
        return Takeaway(words=told, turns=(entry.turn,), said=entry.said, source="", plan=told)
    return None
