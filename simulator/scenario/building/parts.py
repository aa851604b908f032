"""The pieces every part of a scenario is built from: texts, conditions, goals, changes, deeds, replies.

Each method takes what was authored and its path, notes what does not hold together, and returns the value
the simulation reads.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal
from functools import cached_property
from types import MappingProxyType
from typing import Any, TypeVar

from simulator.scenario.authored.file import ScenarioFile
from simulator.scenario.authored.moments import Led, Line
from simulator.scenario.authored.parts import DeedPart, Replies, Variant
from simulator.scenario.building.conditions import Conditions
from simulator.scenario.building.findings import UNKNOWN, Findings
from simulator.scenario.catalogue import Catalogues
from simulator.scenario.model import ActRule, Variable
from simulator.scenario.parts import (
    FACTS,
    LANDINGS,
    PLAIN_ACTS,
    AuthorEffects,
    AuthorEvidence,
    Change,
    Condition,
    Deed,
    Goal,
    Landing,
    Text,
)
from simulator.scenario.parts import Replies as BuiltReplies
from simulator.scenario.parts import Variant as Wording
from simulator.scenario.reading.places import Path

Value = TypeVar("Value")

AuthoredText = str | list[Variant]
AuthoredGoal = str | dict[str, int]


def thousandths(value: float) -> int:
    """A number in thousandths, as it was written (0.6 is 600), half away from zero past the third decimal."""
    return int((Decimal(str(value)) * 1000).to_integral_value(ROUND_HALF_UP))


def tenths(value: float) -> int:
    """Seconds in tenths."""
    return int((Decimal(str(value)) * 10).to_integral_value(ROUND_HALF_UP))


def label_of(label: Any, name: str) -> str:
    """A label of one wording; of several the first is taken."""
    if isinstance(label, str):
        return label
    return label[0].say if label else name.replace("_", " ").capitalize()


def frozen(values: Mapping[str, Value]) -> Mapping[str, Value]:
    """A mapping nobody can change, in the file's order."""
    return MappingProxyType(dict(values))


class Parts:
    """Builds pieces for one file; `drafted_nodes` and `drafted_outcomes` are those named and not yet written."""

    def __init__(self, authored: ScenarioFile, catalogues: Catalogues, findings: Findings) -> None:
        self.authored = authored
        self.catalogues = catalogues
        self.findings = findings
        self.draft = authored.status == "draft"
        self.drafted_nodes: dict[str, None] = {}
        self.drafted_outcomes: dict[str, None] = {}
        self.variables: dict[str, Variable] = {}
        self.conditions = Conditions(findings)

    @cached_property
    def acts(self) -> frozenset[str]:
        """The standing acts of this call: the plain ones, a call for each resource, an act for each partner."""
        calls = (f"call:{name}" for name in self.authored.resources)
        partners = (f"partner:{name}" for name, each in self.authored.cast.items() if each.role == "partner")
        return frozenset((*PLAIN_ACTS, *calls, *partners))

    def condition(self, source: str | None, path: Path, *, for_tests: bool = False) -> Condition | None:
        """A parsed condition, or None where there is none or it cannot be read (which is noted)."""
        return self.conditions.read(source, path, for_tests=for_tests)

    def text(self, authored: AuthoredText | None, id_: str, path: Path) -> Text | None:
        """Words with their path id; None where there are none."""
        if authored is None:
            return None
        if isinstance(authored, str):
            if not authored.strip():
                self.findings.add("words-missing", path, "no words stand in these quotes", "write them")
            return Text(id_, (Wording(authored),))
        wordings = []
        for number, each in enumerate(authored):
            condition = self.condition(each.when, (*path, number, "when"))
            if each.when is None or condition is not None:
                wordings.append(Wording(each.say, condition, each.weight))
        if all(each.when is not None for each in authored):
            self.findings.add(
                "words-missing",
                path,
                "every wording here has a condition; when none holds there are no words",
                'add one without `when`: {say: "…"}',
            )
        return Text(id_, tuple(wordings))

    def words(self, authored: AuthoredText | None, id_: str, path: Path, stand_in: str = "…") -> Text:
        """Words that must be there; while they are not, something stands in for them."""
        return self.text(authored, id_, path) or Text(id_, (Wording(stand_in),))

    def goal(self, node: AuthoredGoal | None, outcome: AuthoredGoal | None, path: Path, node_key: str) -> Goal | None:
        """Where something leads: to an outcome (`end`) if that is given, else to a node."""
        if node is not None and outcome is not None:
            self.findings.warn(
                "two-ways",
                (*path, node_key),
                f"both `{node_key}` and `end` stand here; `end` is the one that counts",
                f"take `{node_key}` away, or name a route for one of them",
                key=True,
            )
        if outcome is not None:
            names = self._goals(outcome, (*path, "end"), "outcome")
            return Goal("outcome", names) if names else None
        if node is not None:
            names = self._goals(node, (*path, node_key), "node")
            return Goal("node", names) if names else None
        return None

    def _goals(self, authored: AuthoredGoal, path: Path, what: str) -> tuple[tuple[str, int], ...]:
        weights = {authored: 1} if isinstance(authored, str) else authored
        known = self.authored.nodes if what == "node" else self.authored.outcomes
        other = self.authored.outcomes if what == "node" else self.authored.nodes
        good = []
        for name, weight in weights.items():
            place = path if isinstance(authored, str) else (*path, name)
            if name in known:
                good.append((name, weight))
            elif name in other and name != UNKNOWN:
                wrong, right = ("node", "end") if what == "node" else ("outcome", "to` or `next")
                elsewhere = "an outcome" if what == "node" else "a node"
                self.findings.add(
                    f"{'target' if what == 'node' else 'outcome'}-unknown",
                    place,
                    f"`{name}` is {elsewhere}, not {'a' if wrong == 'node' else 'an'} {wrong}",
                    f"write it after `{right}`",
                )
            else:
                code = "target-unknown" if what == "node" else "outcome-unknown"
                self.findings.known(code, place, name, known, what, key=not isinstance(authored, str))
                if self.draft and name != UNKNOWN:
                    (self.drafted_nodes if what == "node" else self.drafted_outcomes)[name] = None
                    good.append((name, weight))
        return tuple(good)

    def nowhere(self) -> Goal:
        """A goal that keeps a draft whole where a route leads nowhere yet: back to where the call begins."""
        return Goal("node", ((self.authored.start, 1),))

    def changes(
        self, authored: Mapping[str, bool | int | str], added: Mapping[str, int], path: Path
    ) -> tuple[Change, ...]:
        """Values set on variables, stressors and scene facts, and numbers added to."""
        made = [self._set(name, value, (*path, "set", name)) for name, value in authored.items()]
        made += [self._add(name, value, (*path, "add", name)) for name, value in added.items()]
        return tuple(change for change in made if change is not None)

    def _set(self, name: str, value: bool | int | str, path: Path) -> Change | None:
        if name in self.variables:
            return self._set_variable(self.variables[name], value, path)
        if name in self.authored.stressors:
            levels = self.authored.stressors[name].levels
            if self.findings.known("level-unknown", path, _spelled(value), levels, f"level of `{name}`"):
                return Change("stressor", name, _spelled(value))
            return None
        if name in FACTS:
            legal = FACTS[name]
            if legal is None and not isinstance(value, bool):
                self._wants(path, name, "`true` or `false`", value)
                return None
            if legal is not None and not self.findings.known(
                "value-unknown", path, _spelled(value), legal, f"value of `{name}`"
            ):
                return None
            return Change("fact", name, value)
        names = [*self.variables, *self.authored.stressors, *FACTS]
        self.findings.known("var-undeclared", path, name, names, "variable, stressor or scene fact", key=True)
        return None

    def _set_variable(self, variable: Variable, value: bool | int | str, path: Path) -> Change | None:
        if variable.values is not None:
            what = f"value of `{variable.id}`"
            if not self.findings.known("value-unknown", path, _spelled(value), variable.values, what):
                return None
            return Change("variable", variable.id, _spelled(value))
        if variable.low is None or variable.high is None:
            if not isinstance(value, bool):
                self._wants(path, variable.id, "`true` or `false`", value)
                return None
        elif isinstance(value, bool) or not isinstance(value, int):
            self._wants(path, variable.id, "a whole number", value)
            return None
        elif not variable.low <= value <= variable.high:
            self._wants(path, variable.id, f"a number from {variable.low} to {variable.high}", value)
            return None
        return Change("variable", variable.id, value)

    def _add(self, name: str, value: int, path: Path) -> Change | None:
        variable = self.variables.get(name)
        if variable is None or variable.low is None:
            numbers = [each.id for each in self.variables.values() if each.low is not None]
            self.findings.known("var-undeclared", path, name, numbers, "number variable", key=True)
            return None
        return Change("variable", name, value, add=True)

    def _wants(self, path: Path, name: str, wanted: str, value: bool | int | str) -> None:
        self.findings.add("type", path, f"`{name}` wants {wanted}, not `{_spelled(value)}`")

    def techniques(self, authored: Sequence[str], path: Path) -> tuple[str, ...]:
        """Technique ids that the catalogue knows."""
        known = self.catalogues.techniques
        found = [
            name
            for number, name in enumerate(authored)
            if self.findings.known("technique-unknown", (*path, "does", number), name, known, "technique")
        ]
        for number, name in enumerate(authored):
            if name in authored[:number] and name in known:
                self.findings.warn(
                    "technique-twice", (*path, "does", number), f"`{name}` is named twice here", "name it once"
                )
        return tuple(dict.fromkeys(found))

    def skills(self, authored: Sequence[str], path: Path) -> tuple[str, ...]:
        """Skill ids that the catalogue knows."""
        known = self.catalogues.skills
        return tuple(
            name
            for number, name in enumerate(authored)
            if self.findings.known("competency-unknown", (*path, number), name, known, "skill")
        )

    def ids(
        self, authored: Sequence[str], path: Path, known: Mapping[str, object], code: str, what: str
    ) -> tuple[str, ...]:
        """Ids of a list that are declared."""
        if not authored:
            return ()
        return tuple(
            name
            for number, name in enumerate(authored)
            if self.findings.known(code, (*path, number), name, known, what)
        )

    def one(self, authored: str | None, path: Path, known: Mapping[str, object], code: str, what: str) -> str | None:
        """An id that is declared, or None."""
        if authored is None or not self.findings.known(code, path, authored, known, what):
            return None
        return authored

    def deed(self, authored: DeedPart, path: Path) -> Deed:
        """What is done, and what it changes."""
        file = self.authored
        given = authored.model_fields_set
        effects = None
        if authored.effects is not None:
            effects = AuthorEffects(
                thousandths(authored.effects.tension),
                thousandths(authored.effects.rapport),
                thousandths(authored.effects.sensitisation),
            )
        return Deed(
            does=self.techniques(authored.does, path),
            topics=tuple(authored.topics),
            effects=effects,
            changes=self.changes(authored.set, authored.add, path) if given & {"set", "add"} else (),
            move=thousandths(authored.move) if authored.move else 0,
            cover=authored.cover,
            calls=self.ids(authored.call, (*path, "call"), file.resources, "resource-unknown", "resource"),
            finds=self.ids(authored.finds, (*path, "finds"), file.findings, "finding-unknown", "finding"),
            promise=self.one(authored.promise, (*path, "promise"), file.promises, "promise-unknown", "promise"),
            keeps=self.ids(authored.keeps, (*path, "keeps"), file.promises, "promise-unknown", "promise"),
            breaks=self.ids(authored.breaks, (*path, "breaks"), file.promises, "promise-unknown", "promise"),
            lie_found=authored.lie_found,
            critical=self.one(
                authored.critical,
                (*path, "critical"),
                self.catalogues.critical_errors,
                "critical-unknown",
                "critical error",
            ),
            evidence=tuple(
                AuthorEvidence(skill, item.r, item.why)
                for skill, item in authored.evidence.items()
                if self.findings.known(
                    "competency-unknown",
                    (*path, "evidence", skill),
                    skill,
                    self.catalogues.skills,
                    "skill",
                    key=True,
                )
            ),
        )

    def replies(self, authored: AuthoredText | Replies | None, id_: str, path: Path) -> BuiltReplies:
        """The answers to an act, by how it landed."""
        path = (*path, "reply")
        if authored is None:
            return BuiltReplies()
        if not isinstance(authored, Replies):
            return BuiltReplies(any=self.text(authored, f"{id_}.reply", path))
        by_landing: dict[Landing, Text] = {}
        for landing in LANDINGS:
            text = self.text(getattr(authored, landing), f"{id_}.reply.{landing}", (*path, landing))
            if text is not None:
                by_landing[landing] = text
        any_ = self.text(authored.any, f"{id_}.reply.any", (*path, "any"))
        return BuiltReplies(MappingProxyType(by_landing), any_)

    def leads(self, authored: Led, routes: Mapping[str, object], path: Path) -> tuple[tuple[str, ...], Goal | None]:
        """The routes tried in order, and where it leads when none holds.

        `next` or `end` among the names stops there: the act's own `next` or `end` is meant.
        """
        names: list[str] = []
        node, outcome = authored.next, authored.end
        for number, name in enumerate(authored.leads):
            if name in ("next", "end") and name not in routes:
                if name == "end" and authored.end is None:
                    self.findings.add(
                        "route-unknown",
                        (*path, "leads", number),
                        "`end` is named here, and this has no `end:`",
                        "add `end:` with an outcome, or name a route",
                    )
                if name == "next":
                    outcome = None if authored.next is not None else outcome
                else:
                    node = None
                break
            if self.findings.known("route-unknown", (*path, "leads", number), name, routes, "route of this node"):
                names.append(name)
        return tuple(names), self.goal(node, outcome, path, "next")

    def act_rule(self, authored: Led, id_: str, text_id: str, path: Path, routes: Mapping[str, object]) -> ActRule:
        """What is added to a standing act or to silence."""
        leads, goal = self.leads(authored, routes, path)
        label = getattr(authored, "label", None)
        return ActRule(
            id=id_,
            label=self.text(label, f"{text_id}.label", (*path, "label")),
            techniques=self.techniques(authored.does, path) if "does" in authored.model_fields_set else None,
            deed=self.deed(authored.model_copy(update={"does": []}), path),
            replies=self.replies(authored.reply, text_id, path),
            leads=leads,
            goal=goal,
            debrief=self.text(authored.debrief, f"{text_id}.debrief", (*path, "debrief")),
            only_if=self.condition(authored.only_if, (*path, "only_if")),
        )

    def better(self, name: str | None, node: str, path: Path) -> str | None:
        """A line named as better, as `node.line`; a bare name means this node's."""
        if name is None or name == UNKNOWN:
            return None
        lines: dict[str, Line] = self.authored.nodes[node].lines if node in self.authored.nodes else {}
        if name in lines:
            return f"{node}.{name}"
        place = (*path, "better")
        there, dot, line = name.partition(".")
        if dot and there in self.authored.nodes:
            if self.findings.known(
                "better-unknown", place, line, self.authored.nodes[there].lines, f"line of `{there}`"
            ):
                return name
            return None
        self.findings.known("better-unknown", place, name, lines, "line of this node")
        return None


def _spelled(value: bool | int | str) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)
