"""One-note trainees: each follows a single idea whatever the moment asks for. None of them may win a call."""

from __future__ import annotations

from simulator.authoring.trainees.choosing import fallback, first_open, is_poor
from simulator.encounter.actions import Action
from simulator.encounter.offer import open_lines
from simulator.encounter.plans import Plan, Program
from simulator.encounter.state import EncounterState

_WARM = frozenset({"empathy", "respect"})
_ORDERING = frozenset({"directive", "aversive"})


def always_first(program: Program, state: EncounterState) -> Action:
    """The line shown first."""
    lines = open_lines(program, state)
    return Action("line", lines[0].action) if lines else fallback(program, state)


def always_longest(program: Program, state: EncounterState) -> Action:
    """The line with the most words: what a guesser learns to pick in a weak test."""
    lines = open_lines(program, state)
    if not lines:
        return fallback(program, state)
    return Action("line", max(lines, key=_length).action)


def _length(plan: Plan) -> int:
    return max(len(words.split()) for words in plan.words.words) if plan.words is not None else 0


def waiter(program: Program, state: EncounterState) -> Action:
    """Waits, holds and is silent as long as it may; steps back or speaks only when nothing else is left."""
    return first_open(program, state, "wait", "hold", "silence", "back") or always_first(program, state)


def always_warm(program: Program, state: EncounterState) -> Action:
    """The warmest line every time, whatever the moment asks for."""
    lines = open_lines(program, state)
    if not lines:
        return fallback(program, state)

    def warmth(plan: Plan) -> float:
        families = [program.techniques[index] for index in plan.doing.techniques]
        good = sum(1.0 / (1 + place) for place, t in enumerate(families) if t.family in _WARM)
        return good - 2 * sum(t.poor for t in families)

    return Action("line", max(lines, key=warmth).action)


def directive(program: Program, state: EncounterState) -> Action:
    """Orders, warnings and closing in: the most forceful line every time."""
    lines = open_lines(program, state)
    if not lines:
        return fallback(program, state)

    def force(plan: Plan) -> tuple[int, int]:
        used = [program.techniques[index] for index in plan.doing.techniques]
        return (sum(t.family in _ORDERING for t in used), sum(max(t.reactive.tension, 0) for t in used))

    return Action("line", max(lines, key=force).action)


def limit_setter(program: Program, state: EncounterState) -> Action:
    """Limits, else instructions, else few words that are no poor habit: firm, whatever the person needs."""
    lines = open_lines(program, state)
    if not lines:
        return fallback(program, state)

    def firmness(plan: Plan) -> tuple[int, int, bool, int]:
        used = [program.techniques[index] for index in plan.doing.techniques]
        directive_ones = sum(t.family == "directive" and t.forced is None for t in used)
        return (sum(t.sets_limit for t in used), directive_ones, not is_poor(program, plan), -_length(plan))

    return Action("line", max(lines, key=firmness).action)


def kindest(program: Program, state: EncounterState) -> Action:
    """The gentlest line: what the catalogue says calms most and earns most trust in anybody, at any moment."""
    lines = open_lines(program, state)
    if not lines:
        return fallback(program, state)

    def kindness(plan: Plan) -> int:
        effects = [program.techniques[index].reactive for index in plan.doing.techniques]
        return sum(effect.rapport - effect.tension for effect in effects)

    return Action("line", max(lines, key=kindness).action)


def most_techniques(program: Program, state: EncounterState) -> Action:
    """The line that does most at once; among equals the longest."""
    lines = open_lines(program, state)
    if not lines:
        return fallback(program, state)
    return Action("line", max(lines, key=lambda plan: (len(plan.doing.techniques), _length(plan))).action)


def leaver(program: Program, state: EncounterState) -> Action:
    """Leaves at the first chance; until then the shortest line, to be done with it."""
    leaving = first_open(program, state, "leave")
    if leaving is not None:
        return leaving
    lines = open_lines(program, state)
    return Action("line", min(lines, key=_length).action) if lines else fallback(program, state)
