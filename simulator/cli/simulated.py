"""What simulated trainees made of a call, as aligned tables and sentences for a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from textwrap import wrap
from typing import TYPE_CHECKING

from simulator.scenario.parts import LANDINGS

if TYPE_CHECKING:
    from simulator.authoring.simulation import Simulated, Summary
    from simulator.encounter.plans import Program

COLUMNS = 100
"""Columns that tables and sentences keep to."""

_ENDINGS_TOLD = 3
_EVERY = 5
"""Of the tension curve, the value after every so many acts is printed."""


def tables(program: Program, made: Simulated) -> Iterator[str]:
    """For each temperament: how hard it proved, and a row for each simulated trainee."""
    from simulator.authoring.simulation import hardness_of, hardship_count, summarise

    summaries = summarise(made.runs)
    proved = {each.temperament: each for each in hardness_of(summaries)}
    played = _number(len(made.runs), "call")
    yield f"{program.scenario.about.title}: {played} played. Hardships count {hardship_count(program)}."
    for temperament in dict.fromkeys(summary.temperament for summary in summaries):
        yield ""
        hardness = proved.get(temperament)
        told = f", {hardness.word}: novices and typical trainees reach {hardness.mean:.0f}" if hardness else ""
        yield f"{program.scenario.temperaments[temperament].label} ({temperament}){told}"
        own = [summary for summary in summaries if summary.temperament == temperament]
        yield from aligned(
            ("", "value", "spread", "middle 80 %", "rating", "acts", "minutes", "endings"), [_row(each) for each in own]
        )


def _row(summary: Summary) -> tuple[str, ...]:
    told = [f"{outcome} {count}" for outcome, count in summary.outcomes[:_ENDINGS_TOLD]]
    left = sum(count for _, count in summary.outcomes[_ENDINGS_TOLD:])
    return (
        summary.policy,
        f"{summary.mean:.1f}",
        f"{summary.spread:.1f}",
        f"{summary.low:.0f} to {summary.high:.0f}",
        f"{summary.rating:.1f}" if summary.rating is not None else "none",
        f"{summary.turns:.1f}",
        f"{summary.minutes:.1f}",
        ", ".join([*told, *([f"others {left}"] if left else [])]),
    )


def curve_rows(made: Simulated) -> Iterator[str]:
    """The mean tension at the start and after every fifth act, a row for each trainee and temperament."""
    from simulator.authoring.simulation import summarise

    summaries = summarise(made.runs)
    longest = max((len(summary.curve) for summary in summaries), default=0)
    heads = ("Tension after acts", *(str(act) for act in range(0, longest, _EVERY)))
    rows = [
        (
            f"{summary.policy}, {summary.temperament}",
            *(f"{summary.curve[act]:.0f}" if act < len(summary.curve) else "" for act in range(0, longest, _EVERY)),
        )
        for summary in summaries
    ]
    yield ""
    yield from aligned(heads, rows)


def line_rows(program: Program, made: Simulated) -> Iterator[str]:
    """For each moment, how often each line was open and chosen, and how it landed where it was chosen."""
    from simulator.authoring.simulation.usage import act_name

    usage = made.usage
    for node in program.nodes.values():
        yield ""
        names = [act_name(node.id, line) for line in node.lines]
        acts = [act for act in usage.used if act.partition(".")[0] == node.id and act not in names]
        rows = []
        for act in (*names, *sorted(acts)):
            landed = usage.landed(act)
            opened = str(usage.open.get(act, 0)) if act in names else ""
            counts = (str(landed.get(landing, 0)) for landing in LANDINGS)
            rows.append((act.partition(".")[2], opened, str(usage.used.get(act, 0)), *counts))
        yield f"{node.id}: visited {_number(usage.nodes.get(node.id, 0), 'time')}"
        yield from aligned(("", "open", "chosen", *LANDINGS), rows)


def coverage_rows(program: Program, made: Simulated) -> Iterator[str]:
    """How much of the scenario all of them together came upon, and what they never did."""
    from simulator.authoring.simulation import coverage

    rows = coverage(program, made.usage)
    told = ", ".join(f"{row.seen} of {row.there} {row.what}" for row in rows if row.there)
    yield from wrap(f"Came upon {told}.", COLUMNS)
    for row in rows:
        if row.never:
            yield from wrap(f"Never, of {row.what}: {', '.join(row.never)}.", COLUMNS, subsequent_indent="  ")


def aligned(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Rows in columns, indented by two: the first and the last to the left, the others to the right."""
    widths = [max(len(row[place]) for row in (heads, *rows)) for place in range(len(heads))]
    last = len(heads) - 1
    words = heads[last] == "endings"
    for row in (heads, *rows):
        cells = [
            cell.ljust(widths[place]) if place == 0 or (words and place == last) else cell.rjust(widths[place])
            for place, cell in enumerate(row)
        ]
        yield ("  " + "  ".join(cells)).rstrip()


def _number(count: int, word: str) -> str:
    return f"{count:,} {word if count == 1 else word + 's'}"
