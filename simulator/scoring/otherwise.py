"""What else was open at a decision, for the turns of which no author names a line that serves better.

It claims no more than is known: that a line shows a skill which the moment called for, or that it would have done
more at once. What comes of it later is for whoever plays on from there.
"""

from __future__ import annotations

from simulator.encounter.offer import open_lines
from simulator.encounter.plans import Plan, Program
from simulator.scoring.acts import TakenAct, words_of
from simulator.scoring.chances import lines_that_show
from simulator.scoring.sound import gain, sound_landing
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
    own = gain(act.landed)
    best: tuple[tuple[bool, bool, int], Plan] | None = None
    for plan in open_lines(program, act.turn.before):
        if (landed := sound_landing(program, act, plan)) is None:
            continue
        gained = gain(landed)
        if plan.action not in skills and gained <= own:
            continue
        rank = (plan.action in skills, not act.turn.before.said & plan.bit, gained)
        if best is None or rank > best[0]:
            best = (rank, plan)
    if best is None:
        return None
    (_, _, gained), plan = best
    line = program.scenario.nodes[act.node].lines[plan.action]
    return Otherwise(
        line=plan.action,
        said=words_of(program, line.words, act.turn.before),
        spoken=line.spoken,
        skill=skills.get(plan.action, ""),
        more=gained > own,
    )


def _skills(program: Program, act: TakenAct) -> dict[str, str]:
    """The lines that show a skill called for at this moment, with the label of the first such skill."""
    found: dict[str, str] = {}
    for skill in program.scenario.nodes[act.node].calls_for:
        for line in lines_that_show(program, (act,), skill):
            found.setdefault(line.id, program.catalogues.skills[skill].label)
    return found
