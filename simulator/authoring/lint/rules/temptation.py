"""Whether poor lines tempt: a choice is one only where a decent officer might take the other way."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from statistics import median

from simulator.authoring.lint.case import Case, line_path, longest
from simulator.authoring.lint.rule import Found, rule
from simulator.authoring.lint.word_lists import listed
from simulator.authoring.lint.wording import has_word
from simulator.scenario.model import Line

_DEAR = 60
_LEAST_STATES = 4
_SELDOM = 0.03
_LEAST_VISITS = 20
_MOST_HABITS = 2
_SHOUTED = re.compile(r"!.*!|\b[A-Z]{4,}\b", re.DOTALL)


@rule(
    "poor-is-silly",
    finds="A decision whose poor lines are all crude: an insult, a scream, three poor habits at once.",
    why="No decent officer is tempted by them, so nothing is decided. What goes wrong on a working day is said in good "
    "faith: a comfort too early, an order without its reason.",
    mend="write one poor line as a tired officer who means well would say it",
    level="smell",
    bad={
        "nodes.talk.lines.hush.say": "Grow up. It is a bicycle.",
        "nodes.door.lines.stop.say": "Shut up and leave that door alone, you idiot.",
    },
)
def poor_is_silly(case: Case) -> Iterator[Found]:
    for node in case.decisions:
        good, poor = case.split(node)
        signs = [_crude(case, line) for line in poor]
        if good and signs and all(signs):
            message = f"every poor line of `{node.id}` is one that no decent officer would say: {', '.join(signs)}"
            yield Found(("nodes", node.id), message)


@rule(
    "throw-away",
    finds=f"A poor line that costs more than {_DEAR} points and that nobody takes: it is crude, or novices come to it "
    f"in fewer than {_SELDOM:.0%} of their visits.",
    why="A line that nobody takes is no choice; it only makes the others easier to tell apart.",
    mend="write what an officer is tempted to say there, or let it lead to a harder moment in place of an ending",
    level="smell",
    needs="values",
    bad={
        "nodes.talk.lines.hush.say": "Shut up. It is a bicycle, you idiot.",
        "nodes.talk.lines.hush.leads": [],
        "nodes.talk.lines.hush.end": "held",
        "nodes.talk.lines.caretaker.end": "ride",
        "outcomes.held.value": 0,
    },
)
def throw_away(case: Case) -> Iterator[Found]:
    said = Counter(act for run in case.plays.of("novice") for act in run.said)
    visits = Counter[str]()
    for act, count in said.items():
        visits[act.partition(".")[0]] += count
    for node in case.decisions:
        for line in case.split(node)[1]:
            worths = [moment.worth for moment in case.moments_of(node.id) if line.id in moment.worth]
            costs = [max(worth.values()) - worth[line.id] for worth in worths]
            if len(costs) < _LEAST_STATES or median(costs) <= _DEAR:
                continue
            why = _crude(case, line)
            if not why and visits[node.id] >= _LEAST_VISITS and said[line.path] < _SELDOM * visits[node.id]:
                why = f"novices took it {said[line.path]} of {visits[node.id]} times"
            if why:
                yield Found(line_path(line), f"`{line.id}` costs {median(costs):.0f} points, and tempts nobody: {why}")


def _crude(case: Case, line: Line) -> str:
    """What marks a poor line as one that no decent officer is tempted by; "" where nothing does."""
    words = longest(line.words)
    insult = next((word for word in (*listed("insults"), *listed("crude")) if has_word(words, word) is not None), None)
    if insult is not None:
        return f"“{insult}”"
    if line.spoken and _SHOUTED.search(words):
        return "it is screamed"
    habits = sum(case.catalogues.techniques[name].family == "aversive" for name in line.deed.does)
    return f"{habits} poor habits at once" if habits > _MOST_HABITS else ""
