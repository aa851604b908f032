"""`simulate`: how trainees of different skill fare in a call."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from simulator.authoring.program_texts import ProgramTexts
    from simulator.authoring.simulation import Simulated
    from simulator.encounter.plans import Program


@click.command(
    "simulate", epilog="\b\nExample:\n  uv run main.py simulate corner_shop --policy expert --runs 20 --seed 1"
)
@click.argument("name", metavar="ID|FILE")
@click.option("--policy", "policies", multiple=True, metavar="NAME", help="Who plays; can be given again. All without.")
@click.option("--temperament", metavar="ID", help="Only this temperament. All without.")
@click.option("--runs", type=click.IntRange(1, 100_000), default=20, show_default=True, help="Runs of each.")
@click.option("--seed", type=click.IntRange(0, 2**63), default=1, show_default=True, help="Seed of the whole.")
@click.option("--jobs", type=click.IntRange(1, 64), help="Processes to share the work; one a core without.")
@click.option("--curves", is_flag=True, help="Print how tension goes, act by act.")
@click.option(
    "--lines", "lines_too", is_flag=True, help="Print how often each line was open, chosen, and how it landed."
)
@click.option("--json", "as_json", is_flag=True, help="Print summaries, usage and every run as JSON.")
@click.pass_obj
def command(
    data: Path | None,
    name: str,
    policies: tuple[str, ...],
    temperament: str | None,
    runs: int,
    seed: int,
    jobs: int | None,
    curves: bool,
    lines_too: bool,
    as_json: bool,
) -> int:
    """Let simulated trainees play the call ID many times, and print what became of it.

    The same seed gives the same runs, over however many processes. Policies: expert, typical, novice; of one note,
    none of which should win: directive, limit_setter, always_warm, kindest, waiter, leaver, most_techniques,
    always_first, always_longest, random; and solver, which searches for the best line there is and plays only where
    it is named.

    The value is that of the ending, from 0 to 100, lowered by tension and missing trust.
    """
    from simulator.authoring.program_texts import ProgramTexts
    from simulator.authoring.trainees import POLICIES
    from simulator.cli.folders import load_call, temperament_named
    from simulator.cli.simulated import coverage_rows, curve_rows, line_rows, tables

    _known(policies)
    call = load_call(name, data)
    program = call.program
    temperaments = [temperament_named(program, temperament)] if temperament else list(program.temperaments)
    texts = ProgramTexts(call.text, call.catalogue_texts)
    made = _made(texts, policies or tuple(POLICIES), temperaments, runs, seed, jobs, quiet=as_json)
    if as_json:
        click.echo(json.dumps(_as_json(program, made, seed), indent=2))
        return 0
    for row in tables(program, made):
        click.echo(row)
    if curves:
        for row in curve_rows(made):
            click.echo(row)
    if lines_too:
        for row in line_rows(program, made):
            click.echo(row)
    click.echo("")
    for row in coverage_rows(program, made):
        click.echo(row)
    return 0


def _known(policies: tuple[str, ...]) -> None:
    from simulator.authoring.trainees import EVERY_POLICY
    from simulator.cli.folders import ended
    from simulator.scenario.problem import did_you_mean

    for policy in policies:
        if policy not in EVERY_POLICY:
            raise click.UsageError(f"“{policy:.60}” is not a policy: {ended(did_you_mean(policy, EVERY_POLICY))}")


def _made(
    texts: ProgramTexts,
    policies: tuple[str, ...],
    temperaments: list[str],
    runs: int,
    seed: int,
    jobs: int | None,
    *,
    quiet: bool,
) -> Simulated:
    """The runs, with a bar that shows how far they are."""
    from simulator.authoring.crew import CrewError, cores
    from simulator.authoring.simulation import simulate_parallel
    from simulator.cli.costs import bar

    so_far = 0
    try:
        with bar(len(policies) * len(temperaments) * runs, "Calls played", hidden=quiet) as advance:

            def progress(done: int, _: int) -> None:
                nonlocal so_far
                advance(done - so_far)
                so_far = done

            return simulate_parallel(
                texts, policies, temperaments, runs, seed, jobs=jobs or cores(), scores=True, progress=progress
            )
    except CrewError as fault:
        raise click.ClickException(str(fault)) from None
    except KeyboardInterrupt:
        click.echo("\nStopped. Nothing was written.", err=True)
        raise


def _as_json(program: Program, made: Simulated, seed: int) -> dict[str, object]:
    from dataclasses import asdict

    from simulator.authoring.simulation import coverage, hardness_of, hardship_count, summarise

    summaries = summarise(made.runs)
    usage = asdict(made.usage)
    usage["landings"] = {act: made.usage.landed(act) for act in made.usage.used}
    return {
        "call": program.scenario.id,
        "seed": seed,
        "summary": [
            asdict(summary) | {"outcomes": dict(summary.outcomes), "critical": dict(summary.critical)}
            for summary in summaries
        ],
        "difficulty": {
            "hardships": hardship_count(program),
            "proved": [asdict(hardness) for hardness in hardness_of(summaries)],
        },
        "usage": usage,
        "coverage": [asdict(row) for row in coverage(program, made.usage)],
        "runs": [asdict(run) for run in made.runs],
    }
