"""`simulate`: how trainees of different skill fare in a call."""

from __future__ import annotations

import json
from pathlib import Path

import click


@click.command(
    "simulate", epilog="\b\nExample:\n  uv run main.py simulate corner_shop --policy expert --runs 20 --seed 1"
)
@click.argument("name", metavar="ID")
@click.option("--policy", "policies", multiple=True, metavar="NAME", help="Who plays; can be given again. All without.")
@click.option("--temperament", metavar="ID", help="Only this temperament. All without.")
@click.option("--runs", type=click.IntRange(1, 100_000), default=20, show_default=True, help="Runs of each.")
@click.option("--seed", type=click.IntRange(0, 2**63), default=1, show_default=True, help="Seed of the whole.")
@click.option("--json", "as_json", is_flag=True, help="Print a summary and every run as JSON.")
@click.pass_obj
def command(
    data: Path | None,
    name: str,
    policies: tuple[str, ...],
    temperament: str | None,
    runs: int,
    seed: int,
    as_json: bool,
) -> int:
    """Let simulated trainees play the call ID many times, and print what became of it.

    The same seed gives the same runs. Policies: expert, typical, novice, directive, always_warm, waiter,
    always_first, always_longest, random.
    """
    from dataclasses import asdict

    from simulator.authoring.simulation import Run, simulate, summarise
    from simulator.authoring.trainees import POLICIES
    from simulator.cli.folders import ended, load_call, temperament_named
    from simulator.scenario.problem import did_you_mean

    for policy in policies:
        if policy not in POLICIES:
            raise click.UsageError(f"“{policy:.60}” is not a policy: {ended(did_you_mean(policy, POLICIES))}")
    program = load_call(name, data).program
    temperaments = [temperament_named(program, temperament)] if temperament else list(program.temperaments)
    chosen = policies or tuple(POLICIES)
    everything: list[Run] = []
    for policy in chosen:
        for one in temperaments:
            batch = list(simulate(program, [policy], [one], runs, seed))
            everything += batch
            if not as_json:
                (summary,) = summarise(batch)
                ends = ", ".join(f"{outcome} {count}" for outcome, count in summary.outcomes)
                click.echo(
                    f"{policy} with {one}: value {summary.mean:.1f} (spread {summary.spread:.1f}), "
                    f"{summary.turns:.1f} acts, {summary.minutes:.1f} minutes; {ends}"
                )
    if as_json:
        rows = [asdict(summary) | {"outcomes": dict(summary.outcomes)} for summary in summarise(everything)]
        told = {"call": program.scenario.id, "seed": seed, "summary": rows, "runs": [asdict(run) for run in everything]}
        click.echo(json.dumps(told, indent=2))
    return 0
