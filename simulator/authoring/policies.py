"""Simulated trainees: small ways of choosing that a scenario is tuned and judged with.

One-note policies (directive, always_warm, waiter, always_first, always_longest, random) are the scripts that must
never win a call. Novice and typical mix good and poor as the field's studies of recruits and officers describe, by
chances that are a judgement. The expert looks one act ahead through `step` itself and judges what it would see.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import TypeAlias

from simulator.encounter.actions import Action
from simulator.encounter.draws import draw
from simulator.encounter.offer import open_actions, open_lines
from simulator.encounter.passing import load
from simulator.encounter.plans import Plan, Program
from simulator.encounter.state import EncounterState
from simulator.encounter.step import step

Policy: TypeAlias = Callable[[Program, EncounterState], Action]

_UNIT = 1 << 64
_WARM = frozenset({"empathy", "respect"})
_ORDERING = frozenset({"directive", "aversive"})


def _chance(state: EncounterState, purpose: str) -> float:
    """A draw between 0 and 1 for this decision."""
    return draw(state.seed, f"policy:{purpose}", state.node, state.turn) / _UNIT


def _pick(plans: Sequence[Plan], state: EncounterState, purpose: str) -> Action:
    """One of these lines, by a draw."""
    number = draw(state.seed, f"policy:{purpose}", state.node, state.turn)
    return Action("line", plans[number % len(plans)].action)


def _fallback(program: Program, state: EncounterState) -> Action:
    """Something that is open where no line is: whatever comes first; a timer's silence last."""
    actions = open_actions(program, state)
    return actions[0] if actions else Action("silence")


def _poor(program: Program, plan: Plan) -> bool:
    """Whether a line holds a poor habit or force."""
    return any(
        program.techniques[index].poor or program.techniques[index].forced is not None
        for index in plan.doing.techniques
    )


def _is_open(program: Program, state: EncounterState, *ids: str) -> Action | None:
    """The first of these standing acts that is open."""
    for action in open_actions(program, state):
        if action.kind in ("act", "silence") and str(action).partition(":")[0] in ids:
            return action
    return None


def random(program: Program, state: EncounterState) -> Action:
    """Any line, now and then any standing act but leaving."""
    lines = open_lines(program, state)
    if not lines or _chance(state, "random-act") < 0.15:
        acts = [action for action in open_actions(program, state) if action.kind == "act" and action.id != "leave"]
        if acts:
            return acts[draw(state.seed, "policy:random", state.node, state.turn) % len(acts)]
    return _pick(lines, state, "random-line") if lines else _fallback(program, state)


def always_first(program: Program, state: EncounterState) -> Action:
    """The line shown first."""
    lines = open_lines(program, state)
    return Action("line", lines[0].action) if lines else _fallback(program, state)


def always_longest(program: Program, state: EncounterState) -> Action:
    """The line with the most words: what a guesser learns to pick in a weak test."""
    lines = open_lines(program, state)
    if not lines:
        return _fallback(program, state)
    return Action("line", max(lines, key=_length).action)


def _length(plan: Plan) -> int:
    return max(len(words.split()) for words in plan.words.words) if plan.words is not None else 0


def waiter(program: Program, state: EncounterState) -> Action:
    """Waits, holds and is silent as long as it may; steps back or speaks only when nothing else is left."""
    return _is_open(program, state, "wait", "hold", "silence", "back") or always_first(program, state)


def always_warm(program: Program, state: EncounterState) -> Action:
    """The warmest line every time, whatever the moment asks for."""
    lines = open_lines(program, state)
    if not lines:
        return _fallback(program, state)

    def warmth(plan: Plan) -> float:
        families = [program.techniques[index] for index in plan.doing.techniques]
        good = sum(1.0 / (1 + place) for place, t in enumerate(families) if t.family in _WARM)
        return good - 2 * sum(t.poor for t in families)

    return Action("line", max(lines, key=warmth).action)


def directive(program: Program, state: EncounterState) -> Action:
    """Orders, warnings and closing in: the most forceful line every time."""
    lines = open_lines(program, state)
    if not lines:
        return _fallback(program, state)

    def force(plan: Plan) -> tuple[int, int]:
        used = [program.techniques[index] for index in plan.doing.techniques]
        return (sum(t.family in _ORDERING for t in used), sum(max(t.reactive.tension, 0) for t in used))

    return Action("line", max(lines, key=force).action)


def _mixed(name: str, poor_chance: float, act_chance: float) -> Policy:
    """A trainee who picks a poor line with this chance, a standing act now and then, else any other line."""

    def policy(program: Program, state: EncounterState) -> Action:
        lines = open_lines(program, state)
        if not lines or _chance(state, f"{name}-act") < act_chance:
            act = _is_open(program, state, "call", "wait", "back", "cover", "hold")
            if act is not None:
                return act
        if not lines:
            return _fallback(program, state)
        poor = [plan for plan in lines if _poor(program, plan)]
        rest = [plan for plan in lines if not _poor(program, plan)]
        wanted = poor if _chance(state, f"{name}-poor") < poor_chance else rest
        return _pick(wanted or lines, state, name)

    return policy


novice: Policy = _mixed("novice", 0.50, 0.05)
"""Recruits before training: half of what is said is a poor habit (judgement)."""

typical: Policy = _mixed("typical", 0.20, 0.15)
"""A decent officer on a working day: mostly fitting, every fifth line a habit (judgement)."""


def expert(program: Program, state: EncounterState) -> Action:
    """One act ahead: what would leave the person calmer, more trusting, better known and safer, soonest.

    Hand-written: it knows the trade's priorities, not the scenario. It never uses force that nothing calls for and
    says a poor line only if nothing else is open.
    """
    best, best_worth = None, float("-inf")
    for action in open_actions(program, state):
        if action.kind == "silence":
            continue
        after, _ = step(program, state, action)
        worth = prospect(program, state, after)
        if action.kind == "act" and after.due == state.due and after.node == state.node and action.id != "hold":
            worth -= 3  # moving about for its own sake
        plan = program.nodes[state.node].lines.get(action.id) if action.kind == "line" else None
        if plan is not None and _poor(program, plan):
            worth -= 60
        if worth > best_worth:
            best, best_worth = action, worth
    return best if best is not None else _fallback(program, state)


def prospect(program: Program, before: EncounterState, after: EncounterState) -> float:
    """How promising a state looks to an experienced officer, in points of value."""
    if after.outcome:
        return after.value / 1000
    subject = after.subjects[0]
    worth = 50 + 0.45 * (subject.rapport - subject.tension) / 1000 + 8 * subject.acknowledged / 1000
    worth -= 0.25 * load(program, after) / 1000 + 0.15 * subject.sensitisation / 1000
    worth += 3 * after.found.bit_count()
    worth += 4 * sum(due >= 0 for due in after.due)
    worth += sum({0: 0, 1: 2, 2: 5, 3: -15}[status] for status in after.promises)
    worth -= 0.6 * (after.clock - before.clock) / 600
    worth -= 1.5 * (after.beat if after.node == before.node else 0)
    # A call that goes on is worth less than the best end it may come to, however well it goes.
    worth = max(worth, 0)
    return 90 * worth / (worth + 20)


POLICIES: Mapping[str, Policy] = MappingProxyType(
    {
        "expert": expert,
        "typical": typical,
        "novice": novice,
        "directive": directive,
        "always_warm": always_warm,
        "waiter": waiter,
        "always_first": always_first,
        "always_longest": always_longest,
        "random": random,
    }
)
"""Every policy by its name on the command line."""

ONE_NOTE = ("directive", "always_warm", "waiter", "always_first", "always_longest", "random")
"""Policies that no call may let win."""
