"""Critical errors: those that an author marks have to be possible, and a good officer has to be able to avoid them."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.authoring.lint.case import Case, acts_in
from simulator.authoring.lint.rule import Found, rule
from simulator.authoring.simulation import Usage
from simulator.encounter.actions import Action
from simulator.scenario.reading.places import Path


@rule(
    "critical-unreachable",
    finds="An act or event that is marked as a critical error and never came about in a simulated call; or one whose "
    "error takes no mark.",
    why="What stands above every rating has to be met in practice, or it is neither tested nor taught here.",
    mend="look at what the act or event waits for (`only_if`, `when`), or take the mark away",
    level="wrong",
    needs="simulation",
    bad={
        "nodes.edge.lines.grab.critical": "unjustified_force",
        "nodes.edge.lines.grab.only_if": "tension >= 99 and rapport > 60",
    },
    good={"nodes.edge.lines.grab.critical": "unjustified_force"},
)
def critical_unreachable(case: Case) -> Iterator[Found]:
    usage, calls = case.plays.usage, case.plays.calls
    marked = [(path, act.deed.critical, _times(usage, path)) for path, act in acts_in(case.scenario)]
    marked += [
        (("events", name), event.deed.critical, usage.events.get(name, 0))
        for name, event in case.scenario.events.items()
        if not event.by_hand
    ]
    for path, error, times in marked:
        if error is None:
            continue
        if not case.catalogues.critical_errors[error].by_author:
            yield Found((*path, "critical"), f"`{error}` is found by what happens alone, and takes no mark")
        elif not times:
            yield Found((*path, "critical"), f"this is marked `{error}`, and came about in none of {calls} calls")


@rule(
    "critical-unfair",
    finds="A critical error that every finished call of able trainees shows, and every test.",
    why="Whoever plays well is then told of a grave error that could not be avoided, and believes the next one less.",
    mend="open a way that avoids it (the help that the error asks for, a line before it), or change the facts",
    level="wrong",
    needs="simulation",
    bad={"facts": {"danger_signs": True}},
)
def critical_unfair(case: Case) -> Iterator[Found]:
    for error in sorted(case.plays.always):
        marked = [path for path, act in acts_in(case.scenario) if act.deed.critical == error]
        label = case.catalogues.critical_errors[error].label
        message = f"every finished call of {case.plays.able} by able trainees shows `{error}` ({label.lower()})"
        yield Found(marked[0] if marked else ("nodes",), message)


def _times(usage: Usage, path: Path) -> int:
    """How often simulated trainees did the act at a place of the file."""
    kind, owner, *rest = (str(part) for part in path)
    if kind == "nodes":
        action = str(Action("line", rest[1])) if rest[0] == "lines" else rest[-1]
        return usage.used.get(f"{owner}.{action}", 0)
    action = owner if kind == "acts" else f"partner:{owner}"
    return sum(count for act, count in usage.used.items() if act.partition(".")[2] == action)
