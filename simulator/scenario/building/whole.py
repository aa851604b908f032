"""From an authored file to the scenario the simulation plays, with all that does not hold together noted."""

from __future__ import annotations

from simulator.scenario.authored.file import ScenarioFile
from simulator.scenario.building.findings import UNKNOWN, Findings
from simulator.scenario.building.flow import check_flow
from simulator.scenario.building.moments import acts_of, drafted_node, nodes_of
from simulator.scenario.building.parts import Parts, frozen, tenths
from simulator.scenario.building.people import cast_of, subject_missing, temperaments_of
from simulator.scenario.building.scene import (
    about_of,
    briefing_of,
    drafted_outcome,
    events_of,
    facts_of,
    outcomes_of,
    resources_of,
    setting_of,
    stressors_of,
    tests_of,
    variables_of,
)
from simulator.scenario.catalogue import Catalogues
from simulator.scenario.model import EventRule, Scenario
from simulator.scenario.parts import Goal
from simulator.scenario.vocabulary_of import Declared, vocabulary_of

_RESERVED_NODES = frozenset(ScenarioFile.model_fields) | {"next", "end"}
"""Node ids that would make the id of a text mean two things, or that routes give a meaning."""

_LATEST = "too_long"
_DRAFT_ENDING = "unwritten_ending"


def build(authored: ScenarioFile, catalogues: Catalogues, findings: Findings, digest: str) -> Scenario | None:
    """The scenario of an authored file; None if nothing playable could be made even of what is right.

    With errors among the findings the value is only good for finding more of them.
    """
    parts = Parts(authored, catalogues, findings)
    _check_names(parts)
    if subject_missing(parts):
        return None
    parts.variables = variables_of(parts)
    parts.ids(authored.hardships, ("hardships",), catalogues.hardships, "hardship-unknown", "hardship")
    nodes = nodes_of(parts)
    cast = cast_of(parts)
    temperaments = temperaments_of(parts, cast)
    events = events_of(parts)
    outcomes = outcomes_of(parts)
    acts = acts_of(parts, authored.acts, "", ("acts",), {})
    stressors, resources = stressors_of(parts), resources_of(parts)
    findings_ = {
        name: parts.words(text, f"findings.{name}", ("findings", name)) for name, text in authored.findings.items()
    }
    promises = {
        name: parts.words(text, f"promises.{name}", ("promises", name)) for name, text in authored.promises.items()
    }
    briefing = briefing_of(parts)
    tests = tests_of(parts, temperaments)
    longest = _longest(parts, events)
    if parts.draft:
        nodes.update((name, drafted_node(name)) for name in parts.drafted_nodes)
        outcomes.update((name, drafted_outcome(name)) for name in parts.drafted_outcomes)
    declared = Declared(
        temperaments=tuple(temperaments),
        variables=parts.variables,
        levels={name: tuple(each.levels) for name, each in stressors.items()},
        nodes=tuple(nodes),
        resources=tuple(resources),
        promises=tuple(promises),
        findings=tuple(findings_),
        lines=tuple(line.path for node in nodes.values() for line in node.lines.values()),
        events=tuple(events),
        subjects=tuple(person.id for person in cast.values() if person.role == "subject"),
        outcomes=tuple(outcomes),
    )
    parts.conditions.check(vocabulary_of(declared), vocabulary_of(declared, for_tests=True))
    scenario = Scenario(
        id=authored.id,
        digest=digest,
        about=about_of(authored),
        briefing=briefing,
        setting=setting_of(authored),
        facts=frozen(facts_of(authored)),
        stressors=frozen(stressors),
        resources=frozen(resources),
        variables=frozen(parts.variables),
        findings=frozen(findings_),
        promises=frozen(promises),
        cast=frozen(cast),
        temperaments=frozen(temperaments),
        start=authored.start,
        nodes=frozen(nodes),
        events=frozen(events),
        outcomes=frozen(outcomes),
        acts=frozen(acts),
        longest=longest,
        tests=tests,
    )
    check_flow(scenario, findings)
    return scenario


def _check_names(parts: Parts) -> None:
    file, findings = parts.authored, parts.findings
    for name in file.nodes:
        if name in _RESERVED_NODES:
            findings.add(
                "id-reserved",
                ("nodes", name),
                f"`{name}` is a key of the format and cannot name a node",
                "call it otherwise",
                key=True,
            )
    for name in file.outcomes:
        if name in ("next", "end", "none", "stopped"):
            findings.add(
                "id-reserved",
                ("outcomes", name),
                f"`{name}` has a meaning of its own and cannot name an outcome",
                "call it otherwise",
                key=True,
            )
    if file.start != UNKNOWN and file.start not in file.nodes:
        findings.known("target-unknown", ("start",), file.start, file.nodes, "node")
        if parts.draft:
            parts.drafted_nodes[file.start] = None


def _longest(parts: Parts, events: dict[str, EventRule]) -> str:
    """The timed event that ends the call at the latest; a draft without one is given it."""
    ending = [
        event
        for event in events.values()
        if event.at is not None and event.when is None and event.goal is not None and event.goal.kind == "outcome"
    ]
    if ending:
        return min(ending, key=lambda event: event.at or 0).id
    minutes = parts.authored.minutes
    # An ending whose outcome is unknown has been noted already.
    timed = [each for each in parts.authored.events.values() if each.at is not None and each.when is None]
    if not any(each.end is not None for each in timed):
        parts.findings.add(
            "longest-missing",
            ("events",),
            "no event ends the call when it has lasted too long",
            f"add to `events`: `too_long: {{at: {minutes}:00, end: …}}`",
            key=True,
        )
    outcome = next(iter((*parts.authored.outcomes, *parts.drafted_outcomes)), _DRAFT_ENDING)
    if outcome == _DRAFT_ENDING:
        parts.drafted_outcomes[outcome] = None
    name = _LATEST if _LATEST not in events else "longest"
    events[name] = EventRule(name, at=tenths(minutes * 60), goal=Goal("outcome", ((outcome, 1),)))
    return name
