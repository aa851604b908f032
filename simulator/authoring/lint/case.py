"""A scenario as the rules see it: its values, its file, and what is asked of both again and again."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from functools import cached_property
from typing import Any, TypeVar

from simulator.authoring.lint.plays import Plays, simulated_plays
from simulator.authoring.lint.team import Hands
from simulator.authoring.lint.wording import word_count
from simulator.authoring.lint.worths import Moment, worths
from simulator.encounter.plans import Program
from simulator.encounter.program import compile_program
from simulator.scenario.authored.shape import Shape
from simulator.scenario.authored.validation import FILE_SHAPE
from simulator.scenario.catalogue import Catalogues
from simulator.scenario.model import ActRule, Line, Node, Scenario
from simulator.scenario.parts import Change, Condition, Deed, Text
from simulator.scenario.reading.places import Path, Tree

T = TypeVar("T")

PLAYS_EACH = 40
"""How often each simulated trainee plays on each temperament."""


@dataclass(frozen=True, slots=True)
class Wording:
    """Words that stand in the file: where, and which."""

    path: Path
    words: str

    @property
    def field(self) -> str:
        """The key of the text they belong to: `say`, `debrief`, `scene` …; a reply's landing counts as `reply`."""
        names = [part for part in self.path if isinstance(part, str)]
        if names[-1] == "say" and isinstance(self.path[-2], int) and len(names) > 1:
            names = names[:-1]
        return "reply" if "reply" in names[-2:] else names[-1]


class Case:
    """One scenario under judgement. `others` are the other calls of the library, for rules that compare."""

    def __init__(
        self,
        scenario: Scenario,
        tree: Tree,
        catalogues: Catalogues,
        others: tuple[Scenario, ...] = (),
        *,
        plays_each: int = PLAYS_EACH,
        progress: Callable[[str], None] | None = None,
        hands: Hands | None = None,
    ) -> None:
        self.scenario = scenario
        self.tree = tree
        self.catalogues = catalogues
        self.others = others
        self._plays_each = plays_each
        self._progress = progress
        self._hands = hands

    @cached_property
    def program(self) -> Program:
        """The scenario compiled, ready to be played."""
        return compile_program(self.scenario, self.catalogues)

    @cached_property
    def plays(self) -> Plays:
        """Simulated calls, played when first asked for."""
        return simulated_plays(self.program, self._plays_each, self._progress, self._hands)

    @cached_property
    def moments(self) -> tuple[Moment, ...]:
        """What lines are worth in moments that simulated trainees met, found out when first asked for."""
        poor = frozenset(line.path for line in self.lines if self.is_poor(line))
        return worths(self.program, self.plays.met, poor, progress=self._progress, hands=self._hands)

    def moments_of(self, node: str) -> list[Moment]:
        """Those of one moment of the call."""
        return [moment for moment in self.moments if moment.node == node]

    @cached_property
    def neighbours(self) -> tuple[Case, ...]:
        """The other calls in the same language, without copies of this one."""
        own = self.scenario
        return tuple(
            Case(other, self.tree, self.catalogues)
            for other in self.others
            if other.id != own.id and other.digest != own.digest and other.about.language == own.about.language
        )

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """Every line, in the order of the file."""
        return tuple(line for node in self.scenario.nodes.values() for line in node.lines.values())

    @cached_property
    def decisions(self) -> tuple[Node, ...]:
        """Moments with two lines or more to choose from."""
        return tuple(node for node in self.scenario.nodes.values() if len(node.lines) > 1)

    @cached_property
    def wordings(self) -> tuple[Wording, ...]:
        """All words that people read or hear, in the order of the file."""
        return tuple(_wordings(self.tree.value, FILE_SHAPE, ()))

    @cached_property
    def conditions(self) -> tuple[Condition, ...]:
        """Every condition, those of the tests too."""
        return tuple(found(self.scenario, Condition))

    @cached_property
    def play_conditions(self) -> tuple[Condition, ...]:
        """Every condition that moves something: all but what the tests expect."""
        expected = {id(each) for test in self.scenario.tests for each in test.expect}
        return tuple(each for each in self.conditions if id(each) not in expected)

    @cached_property
    def time_is_up(self) -> frozenset[str]:
        """The endings that a call comes to when it has lasted too long."""
        goal = self.scenario.events[self.scenario.longest].goal
        return frozenset(name for name, _ in goal.choices) if goal is not None else frozenset()

    @cached_property
    def deeds(self) -> tuple[Deed, ...]:
        """Everything that lines, acts, events and coming to a moment do."""
        return tuple(found(self.scenario, Deed))

    @cached_property
    def changed_variables(self) -> frozenset[str]:
        """The variables that something sets or adds to."""
        return frozenset(change.name for change in found(self.scenario, Change) if change.target == "variable")

    def is_poor(self, line: Line) -> bool:
        """Whether the author holds this line for a poor one: a better one is named, or it uses a poor technique."""
        if line.better is not None:
            return True
        techniques = self.catalogues.techniques
        return any(techniques[name].family == "aversive" for name in line.deed.does)

    def split(self, node: Node) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
        """The good lines of a moment and its poor ones."""
        lines = node.lines.values()
        return tuple(each for each in lines if not self.is_poor(each)), tuple(filter(self.is_poor, lines))


def line_path(line: Line, *more: str) -> Path:
    """Where a line stands in its file, or something under it."""
    return ("nodes", line.node, "lines", line.id, *more)


def words_path(line: Line) -> Path:
    """Where the words of a line stand: its `say` or its `act`."""
    return line_path(line, "say" if line.spoken else "act")


def longest(text: Text) -> str:
    """The longest wording of a text."""
    return max((variant.words for variant in text.variants), key=word_count)


def choices_of(node: Node) -> tuple[Line | ActRule, ...]:
    """What can be done at one moment and is written there: its lines, its own acts, its silence."""
    return (*node.lines.values(), *node.acts.values(), *([node.silence] if node.silence is not None else []))


def acts_in(scenario: Scenario) -> Iterator[tuple[Path, Line | ActRule]]:
    """Everything an officer can do, with where it stands: lines, standing acts, silences, partners' acts."""
    for node in scenario.nodes.values():
        here: Path = ("nodes", node.id)
        for line in node.lines.values():
            yield (*here, "lines", line.id), line
        for name, act in node.acts.items():
            yield (*here, "acts", name), act
        if node.silence is not None:
            yield (*here, "silence"), node.silence
    for name, act in scenario.acts.items():
        yield ("acts", name), act
    for person in scenario.cast.values():
        if person.act is not None:
            yield ("cast", person.id, "act"), person.act


def found(value: object, kind: type[T]) -> Iterator[T]:
    """Every value of a kind within another, in order; values of that kind are not looked into."""
    if isinstance(value, kind):
        yield value
    elif isinstance(value, Mapping):
        for each in value.values():
            yield from found(each, kind)
    elif isinstance(value, tuple):
        for each in value:
            yield from found(each, kind)
    elif is_dataclass(value) and not isinstance(value, type):
        for part in fields(value):
            yield from found(getattr(value, part.name), kind)


def _wordings(value: Any, shape: Shape, path: Path) -> Iterator[Wording]:
    if isinstance(value, dict):
        for key, below in value.items():
            yield from _wordings(below, shape.under(key), (*path, key))
    elif isinstance(value, list):
        for number, below in enumerate(value):
            yield from _wordings(below, shape.within(), (*path, number))
    elif isinstance(value, str) and shape.words:
        yield Wording(path, value)
