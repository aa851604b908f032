"""Critical errors: acts that stand above every rating, found by the catalogue's clauses or an author's mark."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from simulator.encounter.plans import Program
from simulator.encounter.state import EncounterState
from simulator.scenario.catalogue import Clause, CriticalError
from simulator.scoring.acts import TakenAct, fact
from simulator.scoring.values import Value, clock_words, seconds_of


class CriticalFinding(Value):
    """A critical error with the turn that shows it, its words from the catalogue, and the competency it is
    evidence for."""

    error: str
    turn: int
    clock: float
    at: str
    said: str
    skill: str
    label: str
    why: str
    instead: str


def critical_findings(program: Program, acts: Iterable[TakenAct]) -> tuple[CriticalFinding, ...]:
    """Every critical error of a course, in order; one act shows an error once. What an instructor injected and
    the trainee's own stop show none."""
    found: list[CriticalFinding] = []
    done: set[str] = set()
    for act in acts:
        if not act.is_deed:
            continue
        done.update(act.techniques)
        marked = {act.deed.critical, *(event.deed.critical for event in act.events)}
        for id_, row in program.catalogues.critical_errors.items():
            by_author = row.by_author and id_ in marked
            if by_author or any(_holds(program, clause, act, done) for clause in row.when):
                found.append(_finding(id_, row, act))
    return tuple(found)


def _finding(id_: str, row: CriticalError, act: TakenAct) -> CriticalFinding:
    clock = seconds_of(act.turn.before.clock)
    return CriticalFinding(
        error=id_,
        turn=act.number,
        clock=clock,
        at=clock_words(clock),
        said=act.said,
        skill=row.skill,
        label=row.label,
        why=row.why,
        instead=row.instead,
    )


def _holds(program: Program, clause: Clause, act: TakenAct, done: set[str]) -> bool:
    """Whether an act shows what a clause describes: every key given must hold."""
    before, after = act.turn.before, act.turn.after
    kind = program.scenario.outcomes[after.outcome].kind if after.outcome else ""
    if clause.techniques and not set(clause.techniques) & set(act.techniques):
        return False
    if not _facts(clause.facts, {name: fact(before, name) for name in clause.facts}):
        return False
    if not _facts(clause.facts_after, {name: fact(after, name) for name in clause.facts_after}):
        return False
    if clause.closes is not None:
        own = act.own_move
        if clause.closes is not (own is not None and own < before.distance):
            return False
    if clause.cover is not None and clause.cover is not after.cover:
        return False
    if clause.distance_below is not None and after.distance >= int(clause.distance_below * 1000):
        return False
    if clause.ended is not None and clause.ended is not bool(kind):
        return False
    if clause.outcome_kinds and kind not in clause.outcome_kinds:
        return False
    if kind and kind in clause.unless_outcome_kinds:
        return False
    if _called(program, after) & set(clause.unless_called):
        return False
    return not set(clause.unless_done) & done


def _called(program: Program, state: EncounterState) -> set[str]:
    """Everything by which a clause may name the help called so far: ids, kinds of help, and `any`."""
    called = [id_ for id_, due in zip(program.resources, state.due, strict=True) if due >= 0]
    kinds = {program.scenario.resources[id_].help for id_ in called}
    return {"any", *called, *kinds} if called else set()


def _facts(wanted: Mapping[str, tuple[bool | str, ...]], there: Mapping[str, bool | str]) -> bool:
    # `True in (1, …)` and `False in (0, …)` hold in Python; the catalogue's values are booleans or words alone.
    return all(there[name] in values for name, values in wanted.items())
