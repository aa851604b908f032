"""Conditions of one file: parsed when they are met, checked when all that the file declares is known."""

from __future__ import annotations

from dataclasses import dataclass

from simulator.scenario.building.findings import Findings
from simulator.scenario.conditions import ConditionError, Expr, Vocabulary, parse, remarks_on, understand
from simulator.scenario.parts import Condition
from simulator.scenario.reading.places import Path


@dataclass(frozen=True, slots=True)
class Pending:
    """A condition that was parsed and waits to be checked against all that the file declares."""

    expr: Expr
    source: str
    path: Path
    for_tests: bool


class Conditions:
    """Collects the conditions of a file; the same words are parsed and checked once."""

    def __init__(self, findings: Findings) -> None:
        self.findings = findings
        self.pending: list[Pending] = []
        self._parsed: dict[str, Expr | ConditionError] = {}

    def read(self, source: str | None, path: Path, *, for_tests: bool = False) -> Condition | None:
        """A parsed condition, or None where there is none or it cannot be read (which is noted)."""
        if source is None:
            return None
        parsed = self._parsed.get(source)
        if parsed is None:
            try:
                parsed = parse(source)
            except ConditionError as error:
                parsed = error
            self._parsed[source] = parsed
        if isinstance(parsed, ConditionError):
            self._fault(parsed, path)
            return None
        self.pending.append(Pending(parsed, source, path, for_tests))
        return Condition(source, parsed)

    def check(self, vocabulary: Vocabulary, for_tests: Vocabulary) -> None:
        """Checks every condition met so far against the names the file declares."""
        seen: dict[tuple[str, bool], tuple[tuple[ConditionError, ...], tuple[tuple[str, int, str], ...]]] = {}
        for pending in self.pending:
            if self.findings.full:
                return
            key = (pending.source, pending.for_tests)
            if key not in seen:
                words = for_tests if pending.for_tests else vocabulary
                found = understand(pending.expr, words)
                odd = () if pending.for_tests else remarks_on(found)
                remarks = tuple((_plain(each.message), each.column, _plain(each.hint)) for each in odd)
                seen[key] = (found.errors, remarks)
            errors, remarks = seen[key]
            for error in errors:
                self._fault(error, pending.path)
            for message, column, hint in remarks:
                self.findings.add("cond-constant", pending.path, message, hint, severity="warning", offset=column)

    def _fault(self, error: ConditionError, path: Path) -> None:
        self.findings.add("condition", path, _plain(error.message), _plain(error.hint), offset=error.column)


def _plain(sentence: str) -> str:
    """A sentence as findings are written: no capital for its first word, no full stop at its end."""
    first = sentence[:1].lower() if sentence[1:2].islower() or sentence[:2] == "A " else sentence[:1]
    return first + sentence[1:].removesuffix(".")
