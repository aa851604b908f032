"""Findings on a file that is being read: noted with a path, placed through the tree."""

from __future__ import annotations

from collections.abc import Collection

from simulator.scenario.problem import MAX_PROBLEMS, Problem, Severity, did_you_mean
from simulator.scenario.reading.places import Path, Tree

UNKNOWN = "missing_value"
"""Stands in for something an author left out, after that was noted; nothing more is said about it."""

GAPS = frozenset(
    {
        "empty-value",
        "event-silent",
        "fall-through",
        "feedback-missing",
        "longest-missing",
        "missing-key",
        "no-way-out",
        "outcome-unknown",
        "reply-missing",
        "target-unknown",
        "unreachable-node",
        "unreached-outcome",
        "words-missing",
    }
)
"""Kinds of finding that are gaps: in a draft they are things still to do."""


BROKEN_WAYS = frozenset(
    {
        "act-unknown",
        "fall-through",
        "id-shape",
        "outcome-unknown",
        "resource-unknown",
        "route-unknown",
        "target-unknown",
    }
)
"""Kinds of finding that leave a hole in the graph: what cannot be reached shows once they are mended."""


class Findings:
    """Collects what is wrong with one file."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        self.problems: list[Problem] = []

    @property
    def full(self) -> bool:
        """Whether so much is wrong that nothing more is noted."""
        return len(self.problems) >= MAX_PROBLEMS

    def add(
        self,
        code: str,
        path: Path,
        message: str,
        hint: str = "",
        *,
        severity: Severity = "error",
        key: bool = False,
        offset: int | None = None,
    ) -> None:
        """Notes a finding at the value at `path`, or at its key, or `offset` characters into its words."""
        if self.full:
            return
        place = self.tree.place(path, key=key, offset=offset)
        self.problems.append(Problem(severity, code, place, message, hint))

    def told(self, path: Path) -> bool:
        """Whether something was noted at this very value: what follows from it need not be said too."""
        place = self.tree.place(path)
        return any(problem.place.path == place.path for problem in self.problems)

    def warn(self, code: str, path: Path, message: str, hint: str = "", *, key: bool = False) -> None:
        """Notes something that plays but is most likely not meant."""
        self.add(code, path, message, hint, severity="warning", key=key)

    def known(self, code: str, path: Path, name: str, names: Collection[str], what: str, *, key: bool = False) -> bool:
        """Whether `name` is one of `names`; if not, that is noted with the nearest of them.

        `what` is the kind of thing, for the message: "node", "technique".
        """
        if name in names:
            return True
        if name == UNKNOWN or self.full:
            return False
        article = "an" if what[0] in "aeiou" else "a"
        here = "" if " of " in what else " here"
        self.add(code, path, f"`{name}` is not {article} {what}{here}", did_you_mean(name, names, what), key=key)
        return False
