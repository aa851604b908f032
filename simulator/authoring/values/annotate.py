"""Every decision of a played call judged by what it led to: its expected value, its cost, what serves better."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from simulator.authoring.values.best import reached
from simulator.authoring.values.expected import continuation_seeds, estimate, values_of_act
from simulator.encounter.actions import Action, parse_action
from simulator.encounter.course import Course, Turn
from simulator.encounter.offer import act_label, lines_to_choose, open_acts
from simulator.encounter.plans import Plan, Program
from simulator.encounter.state import EncounterState
from simulator.encounter.wording import choose
from simulator.scoring.debrief import Consequence

SEEDS = 32
"""Continuations on which acts are compared, and as many fresh ones on which the cost is measured."""

FIRST_LOOK = 12
"""Continuations after which acts that are clearly worse are looked at no longer."""

CLEARLY_WORSE = 12.0
"""How many points below the best an act has to be in a first look (and certainly so) to be looked at no longer."""


def is_decision(turn: Turn) -> bool:
    """Whether a turn was the trainee's to decide: answers, injections and a stop lead to nothing by themselves."""
    return turn.action.kind in ("line", "act", "silence")


def annotate(
    program: Program, course: Course, *, seeds: int = SEEDS, stop: Callable[[], bool] = lambda: False
) -> dict[int, Consequence]:
    """What each decision of a course led to, by turn; as far as it came where `stop` said so."""
    found = {}
    for turn in decisions(course):
        if stop():
            break
        found[turn.number] = judge(program, turn.before, actions_from(course, turn), seeds)
    return found


def decisions(course: Course) -> list[Turn]:
    """The turns that are judged."""
    return [turn for turn in course.turns if is_decision(turn)]


def actions_from(course: Course, turn: Turn) -> tuple[str, ...]:
    """What was done from this turn on, the turn's own act first."""
    return tuple(str(each.action) for each in course.turns[turn.number - 1 :])


def judge(program: Program, before: EncounterState, played: Sequence[str], seeds: int = SEEDS) -> Consequence:
    """What the first act of `played` leads to in this state, against everything else that was open. The rest of it,
    what was done afterwards, is one of the ways that are known to be open.

    The best act is chosen on some continuations and the cost measured on others, the same for both acts: measured on
    those it was chosen by, the best of many would look better than it is, and every act would seem to cost something.
    """
    done = parse_action(played[0])
    best_so_far = reached(program, before, tuple(parse_action(token) for token in played))
    offered = list(dict.fromkeys([done, *_offered(program, before)]))
    chosen_on = continuation_seeds(before.seed, seeds)
    measured_on = continuation_seeds(before.seed, seeds, seeds)
    means = _compared(program, before, offered, chosen_on)
    best = max(means, key=lambda action: (means[action], action == done))
    own = values_of_act(program, before, done, measured_on)
    worth = estimate(own)
    if best == done:
        return Consequence(
            expected=_points(worth.mean),
            low=_points(worth.low),
            high=_points(worth.high),
            best_act=str(done),
            best_expected=_points(worth.mean),
            cost=0.0,
            cost_low=0.0,
            cost_high=0.0,
            best=best_so_far.value,
            best_line=best_so_far.line,
            loss=best_so_far.loss,
        )
    others = values_of_act(program, before, best, measured_on)
    fall = estimate([other - mine for other, mine in zip(others, own, strict=True)])
    certain = fall.low > 0
    better, better_values = best, others
    if certain:
        better, better_values = _authored(program, before, done, best, others, means, measured_on)
    return Consequence(
        expected=_points(worth.mean),
        low=_points(worth.low),
        high=_points(worth.high),
        best_act=str(best),
        best_expected=_points(estimate(others).mean),
        cost=_points(fall.mean) if certain else 0.0,
        cost_low=_points(max(fall.low, 0.0)),
        cost_high=_points(max(fall.high, 0.0)),
        better=str(better) if certain else "",
        better_said=_said(program, before, better) if certain else "",
        better_spoken=_spoken(program, before, better),
        better_expected=_points(estimate(better_values).mean) if certain else None,
        best=best_so_far.value,
        best_line=best_so_far.line,
        loss=best_so_far.loss,
    )


def _points(value: float) -> float:
    """Points with one decimal."""
    return round(value, 1) + 0.0


def _offered(program: Program, state: EncounterState) -> list[Action]:
    """Everything a trainee could choose here. That a timer runs out is nobody's choice."""
    lines = [Action("line", plan.action) for plan in lines_to_choose(program, state)]
    return lines + [action for action in open_acts(program, state) if action.kind == "act"]


def _compared(
    program: Program, state: EncounterState, offered: Sequence[Action], seeds: Sequence[int]
) -> Mapping[Action, float]:
    """The mean value of each act, in thousandths, over the same continuations; of those clearly worse after a first
    look, none."""
    look, rest = seeds[:FIRST_LOOK], seeds[FIRST_LOOK:]
    values = {action: values_of_act(program, state, action, look) for action in offered}
    leader = max(values.values(), key=sum)
    behind = {
        action: estimate([ahead - mine for ahead, mine in zip(leader, own, strict=True)])
        for action, own in values.items()
    }
    for action, fall in behind.items():
        if rest and fall.low > 0 and fall.mean > CLEARLY_WORSE:
            del values[action]
        else:
            values[action] = values[action] + values_of_act(program, state, action, rest)
    return {action: sum(own) / len(own) for action, own in values.items()}


def _authored(
    program: Program,
    before: EncounterState,
    done: Action,
    best: Action,
    others: list[int],
    means: Mapping[Action, float],
    seeds: Sequence[int],
) -> tuple[Action, list[int]]:
    """The line that the author names as better, where it is open and no certain fall from the best; else the best."""
    plan = _plan(program, before, done)
    node = program.scenario.nodes[before.node]
    line = node.lines.get(plan.action) if plan is not None and plan.kind == "line" else None
    named = Action("line", line.better) if line is not None and line.better else None
    if named is None or named not in means or named == best:
        return best, others
    values = values_of_act(program, before, named, seeds)
    if estimate([other - own for other, own in zip(others, values, strict=True)]).low > 0:
        return best, others
    return named, values


def _plan(program: Program, state: EncounterState, action: Action) -> Plan | None:
    node = program.nodes[state.node]
    return node.lines.get(action.id) if action.kind == "line" else node.acts.get(action.id)


def _spoken(program: Program, state: EncounterState, action: Action) -> bool:
    line = program.scenario.nodes[state.node].lines.get(action.id) if action.kind == "line" else None
    return line is not None and line.spoken


def _said(program: Program, state: EncounterState, action: Action) -> str:
    """The words of an act as they stood on screen."""
    plan = _plan(program, state, action)
    if plan is None:
        return ""
    visit = state.visits[program.nodes[state.node].index]
    if plan.kind == "line" and plan.words is not None:
        return plan.words.words[choose(plan.words, state, visit, state.beat)]
    return act_label(program, state, plan, visit)
