"""People, place, variables, events, outcomes and tests, from authored to played."""

from __future__ import annotations

from typing import Any

from simulator.scenario.authored import scene as written
from simulator.scenario.authored.file import ScenarioFile
from simulator.scenario.building.findings import UNKNOWN
from simulator.scenario.building.parts import Parts, frozen, label_of, tenths, thousandths
from simulator.scenario.model import (
    About,
    Briefing,
    EventRule,
    Outcome,
    Resource,
    ScenarioTest,
    Setting,
    Stressor,
    Temperament,
    Variable,
)
from simulator.scenario.parts import FACTS, Text, Variant
from simulator.scenario.reading.places import Path
from simulator.scenario.vocabulary_of import FIXED

_TAKEN = frozenset((*FIXED, *FACTS, "temperament", "outcome", "value", "node", "landing", "minutes", "share_found")) | {
    "and",
    "or",
    "not",
    "in",
    "true",
    "false",
}
"""Names that conditions already have a meaning for."""


def about_of(file: ScenarioFile) -> About:
    """Everything that describes a scenario and moves nothing in it."""
    return About(
        title=file.title,
        version=file.version,
        summary=file.summary,
        status=file.status,
        authors=tuple(file.authors),
        reviewed_by=tuple(file.reviewed_by),
        licence=file.licence,
        language=file.language,
        category=file.category,
        minutes=file.minutes,
        content_notes=tuple(file.content_notes),
        objectives=tuple(file.objectives),
        frameworks=tuple(file.frameworks),
        sources=tuple(file.sources),
        hardships=tuple(file.hardships),
    )


def briefing_of(parts: Parts) -> Briefing:
    """What the trainee is told before contact."""
    briefing = parts.authored.briefing

    def texts(key: str, entries: list[Any]) -> tuple[Text, ...]:
        return tuple(
            parts.words(entry, f"briefing.{key}.{number + 1}", ("briefing", key, number))
            for number, entry in enumerate(entries)
        )

    return Briefing(
        parts.words(briefing.dispatch, "briefing.dispatch", ("briefing", "dispatch")),
        texts("known", briefing.known),
        texts("policy", briefing.policy),
    )


def setting_of(file: ScenarioFile) -> Setting:
    """Where and when."""
    setting = file.setting
    return Setting(
        setting.place,
        setting.time,
        setting.weather,
        setting.ambience,
        thousandths(setting.distance),
        setting.cover == "cover",
    )


def variables_of(parts: Parts) -> dict[str, Variable]:
    """The declared variables; names that mean something already are noted."""
    file = parts.authored
    made = {}
    for name, declared in file.variables.items():
        path: Path = ("variables", name)
        _free(parts, name, path)
        variable = _variable(parts, name, declared, path)
        if variable is not None:
            made[name] = variable
    for name in file.stressors:
        _free(parts, name, ("stressors", name))
        if name in file.variables:
            line = parts.findings.tree.line_of(("variables", name))
            parts.findings.add(
                "id-taken",
                ("stressors", name),
                f"`{name}` is the name of a variable too (line {line})",
                "give one of them another name",
                key=True,
            )
    return made


def _free(parts: Parts, name: str, path: Path) -> None:
    if name in _TAKEN:
        parts.findings.add(
            "id-reserved", path, f"`{name}` means something already in conditions", "choose another name", key=True
        )


def _variable(parts: Parts, name: str, declared: bool | int | str | written.Variable, path: Path) -> Variable | None:
    findings = parts.findings
    if isinstance(declared, bool):
        return Variable(name, declared)
    if not isinstance(declared, written.Variable):
        shown = str(declared)
        hint = f"for a number write `{{from: 0, to: 5, start: {shown}}}`"
        if isinstance(declared, str):
            hint = f"for one of a few words write `{{one_of: [{shown}, …], start: {shown}}}`; a flag is true or false"
        findings.add("type", path, f"`{name}` is given a bare `{shown}`, which leaves its range open", hint)
        return None
    if declared.one_of is not None:
        words = tuple(word for word in declared.one_of if word != UNKNOWN)
        if not words:
            findings.add("type", path, f"`{name}` can be nothing", "list its words: `one_of: [calm, upset]`")
            return None
        start = words[0] if declared.start is None else str(declared.start)
        if not findings.known("value-unknown", (*path, "start"), start, words, f"value of `{name}`"):
            start = words[0]
        return Variable(name, start, values=words)
    if declared.low is None or declared.high is None:
        findings.add(
            "type",
            path,
            f"`{name}` has no range",
            "write `{from: 0, to: 5}` for a number or `{one_of: [a, b]}` for words",
            key=True,
        )
        return None
    if declared.low > declared.high:
        findings.add("type", path, f"the range of `{name}` runs backwards", "`from` is the lower one", key=True)
        return None
    start_number = declared.low if declared.start is None else declared.start
    if not isinstance(start_number, int) or not declared.low <= start_number <= declared.high:
        findings.add(
            "type",
            (*path, "start"),
            f"`{name}` starts at {start_number}, outside {declared.low} to {declared.high}",
            "start it inside its range",
        )
        start_number = declared.low
    return Variable(name, start_number, low=declared.low, high=declared.high)


def stressors_of(parts: Parts) -> dict[str, Stressor]:
    """The stressors with their levels in thousandths."""
    made = {}
    for name, stressor in parts.authored.stressors.items():
        path: Path = ("stressors", name)
        starts = stressor.starts
        if not parts.findings.known("level-unknown", (*path, "starts"), starts, stressor.levels, f"level of `{name}`"):
            starts = next(iter(stressor.levels), starts)
        levels = {level: thousandths(load) for level, load in stressor.levels.items()}
        made[name] = Stressor(name, label_of(stressor.label, name), frozen(levels), starts)
    return made


def resources_of(parts: Parts) -> dict[str, Resource]:
    """Help that can be called."""
    return {name: _resource(parts, name, resource) for name, resource in parts.authored.resources.items()}


def _resource(parts: Parts, name: str, resource: written.Resource) -> Resource:
    path: Path = ("resources", name)
    under_way = tenths(resource.under_way) if resource.under_way is not None else None
    told = any(parts.findings.told((*path, key)) for key in ("eta", "under_way"))
    if resource.eta is None and under_way is None and not told:
        parts.findings.add(
            "missing-key", (*path, "eta"), f"`eta` is missing in `{name}`",
            "add `eta:` (how long it takes to come from the call), or `under_way:` if it is coming already",
            key=True,
        )  # fmt: skip
    return Resource(
        name,
        label_of(resource.label, name),
        tenths(resource.eta) if resource.eta is not None else under_way or 0,
        parts.condition(resource.only_if, (*path, "only_if")),
        resource.help,
        under_way,
    )


def facts_of(file: ScenarioFile) -> dict[str, bool | str]:
    """Scene facts at the start, every one of them."""
    return {name: getattr(file.facts, name) for name in FACTS}


def events_of(parts: Parts) -> dict[str, EventRule]:
    """What happens by itself."""
    return {name: _event(parts, name, event) for name, event in parts.authored.events.items()}


def _event(parts: Parts, name: str, event: written.Event) -> EventRule:
    path: Path = ("events", name)
    file, findings = parts.authored, parts.findings
    given = [key for key in ("when", "arrives", "at") if getattr(event, key) is not None]
    if event.by_hand:
        given.append("by_hand")
    if len(given) != 1 and given not in (["when", "arrives"], ["when", "at"]):
        message = f"`{name}` never happens: nothing says when"
        if given:
            message = f"`{name}` has {' and '.join(f'`{key}`' for key in given)}; one of them can say when"
        hint = "keep one of `arrives`, `at` and `by_hand: true`; `when` stands alone or beside `arrives` or `at`"
        findings.add("event-trigger", path, message, hint, key=True)
    goal = parts.goal(event.to, event.end, path, "to")
    deed = parts.deed(event, path)
    if (
        event.say is None
        and goal is None
        and not (event.model_fields_set - {"when", "arrives", "at", "again", "by_hand"})
    ):
        findings.warn("event-silent", path, f"`{name}` does nothing", "give it words, or somewhere to lead", key=True)
    return EventRule(
        id=name,
        when=parts.condition(event.when, (*path, "when")),
        arrives=parts.one(event.arrives, (*path, "arrives"), file.resources, "resource-unknown", "resource"),
        at=tenths(event.at) if event.at is not None else None,
        again=event.again,
        by_hand=event.by_hand,
        say=parts.text(event.say, f"events.{name}.say", (*path, "say")),
        person=parts.one(event.person, (*path, "for"), file.cast, "cast-unknown", "person"),
        deed=deed,
        goal=goal,
    )


def outcomes_of(parts: Parts) -> dict[str, Outcome]:
    """The ways the call can end."""
    made = {}
    for name, outcome in parts.authored.outcomes.items():
        path: Path = ("outcomes", name)
        for key, text, what in (
            ("after", outcome.after, "what happened next"),
            ("lesson", outcome.lesson, "what it teaches"),
        ):
            if text is None:
                parts.findings.add(
                    "words-missing", path, f"`{name}` has no `{key}`", f'add `{key}: "…"`: {what}', key=True
                )
        made[name] = Outcome(
            name,
            outcome.kind,
            thousandths(outcome.value),
            parts.words(outcome.title, f"outcomes.{name}.title", (*path, "title")),
            parts.words(outcome.after, f"outcomes.{name}.after", (*path, "after")),
            parts.words(outcome.lesson, f"outcomes.{name}.lesson", (*path, "lesson")),
        )
    return made


def drafted_outcome(name: str) -> Outcome:
    """An outcome that a draft ends in and that is still to be written."""

    def words(key: str, text: str) -> Text:
        return Text(f"outcomes.{name}.{key}", (Variant(text),))

    title = name.replace("_", " ").capitalize()
    return Outcome(name, "disengaged", 0, words("title", title), words("after", "…"), words("lesson", "…"))


def tests_of(parts: Parts, temperaments: dict[str, Temperament]) -> tuple[ScenarioTest, ...]:
    """The lines of play with what must hold after them."""
    file = parts.authored
    made = []
    lines = {line for node in file.nodes.values() for line in node.lines}
    prompts = {
        f"answer:{prompt}.{answer}"
        for node in file.nodes.values()
        for prompt, each in node.prompts.items()
        for answer in each.answers
    }
    tokens = lines | {f"line:{line}" for line in lines} | prompts | parts.acts | {"silence", "stop"}
    tokens |= {f"inject:{name}" for name in file.events}
    for name, test in file.tests.items():
        path: Path = ("tests", name)
        parts.findings.known(
            "temperament-unknown", (*path, "temperament"), test.temperament, temperaments, "temperament"
        )
        for number, token in enumerate(test.play):
            parts.findings.known("line-unknown", (*path, "play", number), token, tokens, "line or act")
        expected = [
            parts.condition(each, (*path, "expect", number), for_tests=True)
            for number, each in enumerate(test.expect)
            if each != UNKNOWN
        ]
        made.append(
            ScenarioTest(
                name,
                test.temperament,
                test.seed,
                tuple(test.play),
                tuple(each for each in expected if each is not None),
                parts.findings.tree.line_of(path),
            )
        )
    return tuple(made)
