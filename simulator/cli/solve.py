"""`solve`: the best that a call can come to, and the line that gets there."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from simulator.authoring.solver import Best, Break, Reach
    from simulator.encounter.course import Course
    from simulator.encounter.plans import Program

RULE = "Each standing act is tried at most once in a visit of a moment."


@click.command("solve", epilog="\b\nExample:\n  uv run main.py solve corner_shop --temperament worn --steps 2000")
@click.argument("name", metavar="ID")
@click.option("--temperament", metavar="ID", help="Only this temperament. All without.")
@click.option("--seed", type=click.IntRange(0, 2**63), default=1, show_default=True, help="The call's draws.")
@click.option("--from", "begun", metavar="a,b,c", default="", help="Solve from where these acts lead.")
@click.option("--steps", type=click.IntRange(100), default=60_000, show_default=True, help="Steps to search, each.")
@click.option("--seconds", type=click.FloatRange(min=0.1), help="Stop each search after this time.")
@click.option("--why", is_flag=True, help="List the conditions that cost a proof.")
@click.option("--json", "as_json", is_flag=True, help="Print it as JSON.")
@click.pass_obj
def command(
    data: Path | None,
    name: str,
    temperament: str | None,
    seed: int,
    begun: str,
    steps: int,
    seconds: float | None,
    why: bool,
    as_json: bool,
) -> int:
    """Search for the best end that the call ID can come to, with the line of play that reaches it.

    What is told is witnessed: the line plays to exactly that value. Where the search cannot prove that no line does
    better, it tells how much better one might do, and with --why which conditions of the call stand in the way. Ctrl-C
    tells what is known by then.
    """
    from simulator.authoring.solver import Reach
    from simulator.cli.folders import load_call, temperament_named
    from simulator.cli.guard import FINE, INTERRUPTED
    from simulator.encounter.actions import ActionRefused
    from simulator.encounter.course import extend, open_course, play

    program = load_call(name, data).program
    reach, rows, stopped, proved = Reach(program), [], False, True
    acts = [word.strip() for word in begun.split(",") if word.strip()]
    for one in [temperament_named(program, temperament)] if temperament else program.temperaments:
        try:
            course = play(program, seed, one, acts) if acts else open_course(program, seed, one)
        except ActionRefused as refused:
            raise click.UsageError(f"--from cannot be played with {one}: {refused}") from None
        best, took, stopped = _searched(program, course, steps, seconds, reach)
        proved = proved and best.exact
        whole = course
        for action in best.line:
            whole = extend(program, whole, action)
        if as_json:
            rows.append(_row(one, best, whole, took))
        else:
            for line in _told(program, one, best, whole, len(course.turns), took):
                click.echo(line)
        if stopped:
            break
    if as_json:
        breaks = [{"place": one.place, "condition": one.condition, "of": one.subject} for one in reach.order.breaks]
        told = {"call": program.scenario.id, "seed": seed, "rule": RULE, "solved": rows, "costs_a_proof": breaks}
        click.echo(json.dumps(told, indent=2))
    else:
        click.echo(RULE)
        if why or not proved:
            for line in _why(reach.order.breaks, whole=why):
                click.echo(line)
    return INTERRUPTED if stopped else FINE


def _searched(
    program: Program, course: Course, steps: int, seconds: float | None, reach: Reach
) -> tuple[Best, float, bool]:
    """The answer, the seconds it took, and whether Ctrl-C ended it."""
    import signal

    from simulator.authoring.solver import Limit, solve

    began = time.monotonic()
    interrupted = False

    def stop() -> bool:
        return interrupted or (seconds is not None and time.monotonic() - began > seconds)

    def note(*_: object) -> None:
        nonlocal interrupted
        if interrupted:
            raise KeyboardInterrupt
        interrupted = True

    before = signal.signal(signal.SIGINT, note)
    try:
        best = solve(program, course.last, Limit(steps, stop), reach)
    finally:
        signal.signal(signal.SIGINT, before)
    if interrupted:
        click.echo("Stopped; this is what is known so far.", err=True)
    return best, time.monotonic() - began, interrupted


def _told(program: Program, temperament: str, best: Best, whole: Course, begun: int, took: float) -> Iterator[str]:
    from simulator.cli.telling import happened
    from simulator.encounter.happenings import Acted

    outcome = program.scenario.outcomes.get(whole.last.outcome)
    known = "the best there is" if best.exact else f"no line does better than {best.high / 1000:.1f}"
    ended = f", {outcome.title.variants[0].words}" if outcome is not None else ""
    yield f"{temperament}: {best.low / 1000:.1f}{ended} ({known}; {best.steps} steps, {took:.1f} s)"
    for turn in whole.turns[begun:]:
        acted = tuple(row for row in turn.happened if isinstance(row, Acted))
        (words,) = happened(program, turn.before, turn.after, acted)
        yield f"  {turn.number}. {turn.action}  {words}"
    yield ""


def _why(breaks: Sequence[Break], *, whole: bool) -> Iterator[str]:
    """What stands in the way of a proof: by number, or one by one."""
    if not breaks:
        yield "No condition of this call costs a proof; more `--steps` may bring it."
        return
    count = f"{len(breaks)} conditions" if len(breaks) > 1 else "1 condition"
    of = "" if whole else " (`--why` lists them)"
    yield (
        f"{count}{of} ask how somebody is, and more ease may lead to less there: states that look worse have to be "
        "searched too."
    )
    for one in breaks if whole else ():
        yield f"  {one.place}: {one.condition} ({one.subject})"


def _row(temperament: str, best: Best, whole: Course, took: float) -> dict[str, object]:
    return {
        "temperament": temperament,
        "low": best.low / 1000,
        "high": best.high / 1000,
        "exact": best.exact,
        "outcome": whole.last.outcome,
        "line": [str(action) for action in best.line],
        "steps": best.steps,
        "seconds": round(took, 2),
    }
