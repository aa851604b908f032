"""`lint`: what is wrong with scenarios that play, and how to mend it."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from simulator.cli.guard import INTERRUPTED

if TYPE_CHECKING:
    from simulator.authoring.library import Entry
    from simulator.authoring.lint.engine import Finding, Report
    from simulator.authoring.lint.rule import Needs
    from simulator.scenario.model import Scenario

_OF_A_KIND = 10
_HEADINGS = {
    "error": "Errors: mend these first",
    "wrong": "Wrong: not to be published like this",
    "smell": "Smells: most likely not meant",
    "todo": "Still to do",
    "info": "Worth knowing",
}


@click.command("lint", epilog="\b\nExample:\n  uv run main.py lint corner_shop --quick")
@click.argument("names", metavar="[FILES|FOLDERS|IDS]...", nargs=-1)
@click.option("--quick", is_flag=True, help="Look at the words and the ways only; play nothing.")
@click.option("--all", "everything", is_flag=True, help="Show every finding, not only the first ten of a kind.")
@click.option("--explain", metavar="RULE", help="Say what a rule finds, why, and how to mend it; `all` lists them.")
@click.option("--json", "as_json", is_flag=True, help="Print the findings as JSON.")
@click.option("--jobs", type=click.IntRange(1, 64), help="Processes to share the work; one a core without.")
@click.option("--strict", is_flag=True, help="Exit with 1 for smells and things still to do too.")
@click.pass_obj
def command(
    data: Path | None,
    names: tuple[str, ...],
    quick: bool,
    everything: bool,
    explain: str | None,
    as_json: bool,
    jobs: int | None,
    strict: bool,
) -> int:
    """Judge scenarios: what is wrong with them though they play, each with its reason and its mend.

    Without a name it looks at the whole library. A finding that is meant is excused in the file by a comment on
    its entry, with the reason: `# lint: ok best-longest — the long one is the trap`. The exit code is 1 if anything
    is an error or wrong.
    """
    if explain is not None:
        from simulator.cli.lint_rules import explained

        click.echo(explained(explain))
        return 0
    from simulator.cli.folders import entries_named

    entries = entries_named(names, data)
    try:
        reports = _reports(entries, quick, data, jobs)
    except KeyboardInterrupt:
        click.echo("Stopped; nothing was changed.", err=True)
        return INTERRUPTED
    if as_json:
        click.echo(json.dumps({"files": [_row(report) for report in reports]}, indent=2))
    else:
        for report in reports:
            _tell(report, everything)
        if not entries:
            click.echo("There is nothing to look at: the library is empty.")
    grave = ("error", "wrong", "smell", "todo") if strict else ("error", "wrong")
    return 1 if any(finding.level in grave for report in reports for finding in report.findings) else 0


def _reports(entries: Sequence[Entry], quick: bool, data: Path | None, jobs: int | None) -> list[Report]:
    """A report on each file, the progress on standard error where somebody looks on."""
    from simulator.authoring.catalogues import shipped, shipped_texts
    from simulator.authoring.crew import CrewError, cores
    from simulator.authoring.lint.engine import Team, lint, unplayable
    from simulator.authoring.lint.rule import QUICK
    from simulator.authoring.program_texts import ProgramTexts
    from simulator.cli.folders import whole_library

    levels: frozenset[Needs] = QUICK
    others: tuple[Scenario, ...] = ()
    if not quick:
        levels = frozenset({*QUICK, "simulation", "values", "library"})
        others = tuple(each.scenario for each in whole_library(data).playable().values() if each.scenario is not None)
    watched = not quick and sys.stderr.isatty()
    reports = []
    for entry in entries:
        if entry.scenario is None:
            reports.append(unplayable(str(entry.path), entry.problems))
            continue

        def progress(what: str, name: str = entry.path.name) -> None:
            if watched:
                click.echo(f"\r\x1b[K{name}: {what}", nl=False, err=True)

        team = Team(ProgramTexts(entry.text, shipped_texts()), jobs or cores())
        try:
            reports.append(
                lint(entry.text, str(entry.path), shipped(), levels=levels, others=others, progress=progress, team=team)
            )
        except CrewError as fault:
            raise click.ClickException(str(fault)) from None
        finally:
            if watched:
                click.echo("\r\x1b[K", nl=False, err=True)
    return reports


def _tell(report: Report, everything: bool) -> None:
    from simulator.authoring.lint.rule import LEVELS

    click.echo(report.file)
    for level in LEVELS:
        findings = report.of(level)
        if findings:
            click.echo(f"\n{_HEADINGS[level]}")
            _tell_group(findings, everything)
    if not report.findings:
        click.echo("\nNothing to mend.")
    if report.excused:
        count = len(report.excused)
        click.echo(f"\n{count} {'finding is' if count == 1 else 'findings are'} excused in the file, with a reason.")
    if report.scenario is None:
        click.echo("\nIt cannot be played yet; the other rules are looked at once it can.")
    if report.statistics is not None:
        click.echo("\nWhat you have made")
        for sentence in report.statistics.told():
            click.echo(f"  {sentence}")
    click.echo("")


def _tell_group(findings: Sequence[Finding], everything: bool) -> None:
    """Findings of one level, those of a kind after one another; of many only the first ten. Each hint stands under
    the findings it is for."""
    from simulator.scenario.problem import first_few

    kinds: dict[str, list[Finding]] = {}
    for finding in findings:
        kinds.setdefault(finding.problem.code, []).append(finding)
    for code, rows in kinds.items():
        shown, left = (rows, 0) if everything else first_few(rows, _OF_A_KIND)
        hints = [finding.problem.hint for finding in shown]
        for number, finding in enumerate(shown):
            problem = finding.problem
            click.echo(f"{problem.place}: {finding.level}: {problem.message} [{code}]")
            # A hint that is the next finding's too is told once, after the last of them.
            if hints[number] and hints[number : number + 1] != hints[number + 1 : number + 2]:
                click.echo(f"    hint: {hints[number]}")
        if left:
            click.echo(f"  … and {left} more of this kind; `--all` shows them")


def _row(report: Report) -> dict[str, object]:
    from dataclasses import asdict

    return {
        "file": report.file,
        "findings": [_finding_row(finding) for finding in report.findings],
        "excused": [_finding_row(finding) | {"reason": comment.reason} for finding, comment in report.excused],
        "statistics": asdict(report.statistics) if report.statistics is not None else None,
    }


def _finding_row(finding: Finding) -> dict[str, object]:
    problem = finding.problem
    return {
        "line": problem.place.line,
        "column": problem.place.column,
        "path": problem.place.path,
        "level": finding.level,
        "rule": problem.code,
        "message": problem.message,
        "hint": problem.hint,
    }
