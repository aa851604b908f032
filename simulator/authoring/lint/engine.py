"""Judging one scenario: the loader's findings, every rule's, and what comments in the file excuse."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from simulator.authoring.lint.case import PLAYS_EACH, Case
from simulator.authoring.lint.loader_rules import LOADER_RULES
from simulator.authoring.lint.rule import QUICK, RULES, SEVERITIES, Found, Level, Needs, Rule
from simulator.authoring.lint.rules import ALL_SUBJECTS
from simulator.authoring.lint.statistics import Statistics, statistics_of
from simulator.authoring.lint.suppression import Suppression, suppressions
from simulator.authoring.lint.team import Hands, Team
from simulator.scenario.catalogue import Catalogues
from simulator.scenario.load import load_scenario
from simulator.scenario.model import Scenario
from simulator.scenario.problem import Problem, Severity, did_you_mean

__all__ = ["ALL_SUBJECTS", "COMMENT_RULES", "RULES", "Finding", "Report", "Team", "lint", "unplayable"]

COMMENT_RULES: Mapping[str, str] = {
    "comment-reason": "A comment excuses a finding without a reason, or without naming a rule.",
    "comment-unknown": "A comment names a rule that there is not.",
    "comment-unused": "A comment excuses what is not found there any more.",
}
"""What is found in the comments that excuse findings."""

Progress = Callable[[str], None]
"""Told the id of each rule before it runs."""

_FEW = 800
"""Lines, each as often as a trainee plays: a call of twenty lines, played forty times, is still done here."""

LOADER_LEVELS: Mapping[Severity, Level] = {"error": "error", "warning": "wrong", "todo": "todo", "note": "info"}
"""How grave what the loader finds counts here."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A finding with its level, which says more than a problem's severity: a smell is no mere note."""

    level: Level
    problem: Problem


@dataclass(frozen=True, slots=True)
class Report:
    """What was found in one file, in its order; `excused` are findings that a comment answers for. `statistics` is
    None where the file cannot be played."""

    file: str
    scenario: Scenario | None
    findings: tuple[Finding, ...]
    excused: tuple[tuple[Finding, Suppression], ...] = ()
    statistics: Statistics | None = None

    def of(self, *levels: Level) -> tuple[Finding, ...]:
        """The findings of these levels."""
        return tuple(finding for finding in self.findings if finding.level in levels)


def lint(
    source: str | bytes,
    file_name: str,
    catalogues: Catalogues,
    *,
    levels: Iterable[Needs] = QUICK,
    others: tuple[Scenario, ...] = (),
    only: Iterable[str] | None = None,
    plays_each: int = PLAYS_EACH,
    progress: Progress | None = None,
    team: Team | None = None,
) -> Report:
    """Judges the text of a scenario file. Never raises for anything in it.

    `levels` is what to look at; `others` the rest of the library; `only` the ids of rules to run, where not all;
    `plays_each` how often each simulated trainee plays on each temperament. A `team` for this text shares out the
    simulated calls where there are many; the findings are the same. CrewError then tells of a process that ended
    early.
    """
    loaded = load_scenario(source, file_name, catalogues)
    found = [Finding(LOADER_LEVELS[problem.severity], problem) for problem in loaded.problems]
    if loaded.tree is None:
        return Report(file_name, None, tuple(found))
    levels = frozenset(levels)
    names = RULES if only is None else only
    rules = [RULES[name] for name in names if RULES[name].needs in levels]
    statistics = None
    if loaded.scenario is not None:
        draft = loaded.scenario.about.status == "draft"
        with Hands(team if _is_large(loaded.scenario, plays_each) else None) as hands:
            case = Case(
                loaded.scenario, loaded.tree, catalogues, others, plays_each=plays_each, progress=progress, hands=hands
            )
            for rule in rules:
                if progress is not None:
                    progress(rule.id)
                level = "todo" if draft and rule.subject == "record" else rule.level
                found += [Finding(level, _problem(rule, each, case)) for each in rule.check(case)]
            statistics = statistics_of(case, played="simulation" in levels)
    comments = suppressions(loaded.tree)
    ran = {rule.id for rule in rules} if loaded.scenario is not None else set()
    kept, excused = _sifted(found, comments)
    kept += _about_comments(comments, excused, ran | set(LOADER_RULES))
    kept.sort(key=lambda finding: (finding.problem.place.line, finding.problem.place.column))
    return Report(file_name, loaded.scenario, tuple(dict.fromkeys(kept)), tuple(excused), statistics)


def unplayable(file_name: str, problems: Iterable[Problem]) -> Report:
    """The report on a file that cannot be played, or read, from what its reading found."""
    return Report(file_name, None, tuple(Finding(LOADER_LEVELS[each.severity], each) for each in problems))


def _is_large(scenario: Scenario, plays_each: int) -> bool:
    """Whether its simulated calls take longer than starting processes for them."""
    return plays_each * sum(len(node.lines) for node in scenario.nodes.values()) > _FEW


def _problem(rule: Rule, found: Found, case: Case) -> Problem:
    place = case.tree.place(found.path, key=found.key and found.offset is None, offset=found.offset)
    return Problem(SEVERITIES[rule.level], rule.id, place, found.message, found.hint or rule.mend)


def _sifted(
    found: Iterable[Finding], comments: tuple[Suppression, ...]
) -> tuple[list[Finding], list[tuple[Finding, Suppression]]]:
    """What stands, and what a comment with a reason excuses. What must stay an error stands."""
    kept: list[Finding] = []
    excused: list[tuple[Finding, Suppression]] = []
    for finding in found:
        code = finding.problem.code
        rule = RULES.get(code)
        firm = rule.least == "error" if rule is not None else finding.level == "error"
        comment = next((each for each in comments if code in each.ids and each.covers(finding.problem)), None)
        if comment is None or firm or not comment.reason:
            kept.append(finding)
        else:
            excused.append((finding, comment))
    return kept, excused


def _about_comments(
    comments: tuple[Suppression, ...], excused: list[tuple[Finding, Suppression]], ran: set[str]
) -> list[Finding]:
    """Findings on the comments themselves: without a rule or a reason, of an unknown rule, or of no more use."""
    used = {(id(comment), finding.problem.code) for finding, comment in excused}
    known = {*RULES, *LOADER_RULES}
    found: list[Finding] = []
    for comment in comments:
        note = Problem("warning", "comment-reason", comment.place, "")
        if not comment.ids or not comment.reason:
            message = "this comment excuses a finding and does not say " + ("why" if comment.ids else "which")
            hint = "write `# lint: ok " + (", ".join(comment.ids) or "ID") + " — the reason in a few words`"
            found.append(Finding("wrong", replace(note, message=message, hint=hint)))
            continue
        for name in comment.ids:
            if name not in known:
                message, hint = f"there is no rule `{name}`", did_you_mean(name, known, "rule")
                found.append(Finding("wrong", replace(note, code="comment-unknown", message=message, hint=hint)))
            elif name in ran and (id(comment), name) not in used:
                message = f"nothing is found here that `{name}` would have to be excused for"
                problem = replace(note, severity="note", code="comment-unused", message=message)
                found.append(Finding("smell", replace(problem, hint="take the comment away")))
    return found
