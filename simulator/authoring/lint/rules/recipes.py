"""Recipes: whether the best line of a moment is found without looking at the person."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from statistics import fmean

from simulator.authoring.lint.case import Case
from simulator.authoring.lint.example_rows import decisions
from simulator.authoring.lint.rule import Found, rule
from simulator.scenario.model import Node

MOST_GAIN = 0.27
"""How much of what chance leaves a recipe may find: 45 of 100 where one line in four is the best."""

_LEAST_DECISIONS = 6
_DEVIATIONS = 2.0
_APART = 2.0


@rule(
    "best-most-techniques",
    finds="The line that is worth most is the one with the most techniques, far more often than by chance.",
    why="Whoever puts a greeting, a reason and an offer into every sentence then does best without having listened.",
    mend="let a plain line be the best now and then: a pause, one question, one word of theirs",
    level="smell",
    needs="values",
    bad={
        **decisions(
            "Tell me more about that, {word}.",
            "You stop all of that, {word}.",
            "Be quiet over there, {word}.",
            good_does=("open_question", "validate", "pause"),
        ),
        "temperaments.tired": None,
        "temperaments.proud": None,
        "nodes.talk.routes.opened.when": "key_found and tension < 42",
    },
)
def best_most_techniques(case: Case) -> Iterator[Found]:
    hits, shares = 0.0, []
    for node in case.decisions:
        found, chances = [], []
        for moment in case.moments_of(node.id):
            most = max((len(node.lines[name].deed.does) for name in moment.worth), default=0)
            top = [name for name in moment.worth if len(node.lines[name].deed.does) == most]
            if len(top) < len(moment.worth):
                best = max(moment.worth, key=lambda name: moment.worth[name])
                found.append((best in top) / len(top))
                chances.append(1 / len(moment.worth))
        if found:
            hits += fmean(found)
            shares.append(fmean(chances))
    excess, left = hits - sum(shares), len(shares) - sum(shares)
    deviation = sum(share * (1 - share) for share in shares) ** 0.5
    if len(shares) >= _LEAST_DECISIONS and excess > MOST_GAIN * left and excess > _DEVIATIONS * deviation:
        message = f"the best line is the one with the most techniques in {hits:.1f} of {len(shares)} decisions; chance "
        yield Found(("nodes",), f"{message}would give {sum(shares):.1f}")


@rule(
    "all-positive-paths-same",
    finds=f"In every decision the same line serves best whoever the person is today, or within {_APART:.0f} points.",
    why="Then the answers are learned in one play, and the second is no practice.",
    mend="let temperaments ask for different lines: other needs, triggers and hooks, a route that asks for one of them",
    level="smell",
    needs="values",
    bad={
        "temperaments.tired": {"label": "Tired"},
        "temperaments.proud": {"label": "Proud"},
        "nodes.talk.routes.opened.when": "key_found and tension < 48",
    },
)
def all_positive_paths_same(case: Case) -> Iterator[Found]:
    compared = [apart for node in case.decisions if (apart := _apart(case, node)) is not None]
    if compared and max(compared) < _APART:
        yield Found(
            ("temperaments",), f"in none of {len(compared)} decisions does another temperament ask for another line"
        )


def _apart(case: Case, node: Node) -> float | None:
    """How many points a temperament's best line is ahead of another's best, at most; None for one temperament."""
    worths: defaultdict[str, defaultdict[str, list[float]]] = defaultdict(lambda: defaultdict(list))
    for moment in case.moments_of(node.id):
        for name, worth in moment.worth.items():
            worths[moment.temperament][name].append(worth)
    means = [{name: fmean(each) for name, each in lines.items()} for lines in worths.values()]
    if len(means) < 2:
        return None
    bests = [max(mean, key=lambda name, mean=mean: mean[name]) for mean in means]  # type: ignore[misc]
    return max(max(mean.values()) - mean[best] for mean in means for best in bests if best in mean)
