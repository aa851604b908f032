"""What else was open at a decision, for the turns of which no author names a line that serves better.

It claims no more than is known: that a line shows a skill which the moment called for, or that it would have done
more at once. What comes of it later is for whoever plays on from there.
"""

from __future__ import annotations

from simulator.encounter.actions import Action
from simulator.encounter.happenings import Landed
from simulator.encounter.offer import open_lines
from simulator.encounter.plans import Plan, Program
from simulator.encounter.step import step
from simulator.scoring.acts import TakenAct, fact, words_of
from simulator.scoring.chances import lines_that_show
from simulator.scoring.quality import quality
from simulator.scoring.values import Value


class Otherwise(Value):
    """Another line that was open: its words, the label of the skill it shows that the moment called for ("" for
    none), and whether it would have done more at once: tension and trust together, by the law one act ahead."""

    line: str
    said: str
    spoken: bool
    skill: str
    more: bool


def otherwise_at(program: Program, act: TakenAct) -> Otherwise | None:
    """The other line to name at this decision: the one that does most at once among those that show a skill called
    for here, else the one that does most if that is more than was done. None where there is no such line, where
    nothing was decided, and where the author's better line is told already.

    Lines with a poor technique, lines of which the author names a better one, and lines that would have hurt are never
    named.
    """
    if not act.is_deed or act.better:
        return None
    skills = _skills(program, act)
    own = _gain(act.landed)
    best: tuple[tuple[bool, bool, int], Plan] | None = None
    for plan in open_lines(program, act.turn.before):
        if (gain := _sound(program, act, plan)) is None:
            continue
        if plan.action not in skills and gain <= own:
            continue
        rank = (plan.action in skills, not act.turn.before.said & plan.bit, gain)
        if best is None or rank > best[0]:
            best = (rank, plan)
    if best is None:
        return None
    (_, _, gain), plan = best
    line = program.scenario.nodes[act.node].lines[plan.action]
    return Otherwise(
        line=plan.action,
        said=words_of(program, line.words, act.turn.before),
        spoken=line.spoken,
        skill=skills.get(plan.action, ""),
        more=gain > own,
    )


def _skills(program: Program, act: TakenAct) -> dict[str, str]:
    """The lines that show a skill called for at this moment, with the label of the first such skill."""
    found: dict[str, str] = {}
    for skill in program.scenario.nodes[act.node].calls_for:
        for line in lines_that_show(program, (act,), skill):
            found.setdefault(line.id, program.catalogues.skills[skill].label)
    return found


def _sound(program: Program, act: TakenAct, plan: Plan) -> int | None:
    """What a line would have gained at once, in thousandths; None for the line that was chosen, for one with a poor
    technique or that its author calls poor, and for one that would have hurt or moved nobody."""
    before = act.turn.before
    if act.turn.action == Action("line", plan.action):
        return None
    line = program.scenario.nodes[act.node].lines[plan.action]
    if line.better or line.deed.critical:
        return None
    threat = fact(before, "threat")
    rows = (program.catalogues.techniques[program.techniques[index].id] for index in plan.doing.techniques)
    if not plan.doing.techniques or any(quality(row, threat) == "poor" for row in rows):
        return None
    _, happened = step(program, before, Action("line", plan.action))
    landed = next((row for row in happened if isinstance(row, Landed)), None)
    return None if landed is None or landed.landing == "hurts" else _gain(landed)


def _gain(landed: Landed | None) -> int:
    return landed.rapport - landed.tension if landed is not None else 0
