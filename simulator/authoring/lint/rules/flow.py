"""Moments, ways between them, and what was declared for them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from simulator.authoring.lint.case import Case, choices_of, line_path
from simulator.authoring.lint.rule import Found, rule
from simulator.authoring.lint.wording import words_of
from simulator.scenario.building.flow import goals_of
from simulator.scenario.conditions.tree import calls_used, names_used
from simulator.scenario.parts import Deed, Goal

_HUB = 8
_SHORT_NAME = 3
_STEM = 4
_EIGHT = ("now", "then", "here", "still", "soon", "first", "next", "today")


@rule(
    "var-unused",
    finds="A variable that is declared and neither set nor asked for.",
    why="Whoever reads the file looks for what it does.",
    mend="use it in a condition and a `set`, or take it away",
    level="smell",
    bad={"variables.door_open": False},
)
def var_unused(case: Case) -> Iterator[Found]:
    read, written = _read(case), case.changed_variables
    for name in case.scenario.variables:
        if name not in read and name not in written:
            yield Found(("variables", name), f"`{name}` is never set and never asked for")


@rule(
    "var-write-only",
    finds="A variable that is set and never asked for.",
    why="What the trainee did was noted, and nothing comes of it: most often a condition was forgotten.",
    mend="ask for it in a condition (a route, an `only_if`, a wording), or take it and its `set` away",
    level="smell",
    bad={"variables.was_rude": False, "nodes.talk.lines.hush.set": {"was_rude": True}},
    good={
        "variables.was_rude": False,
        "nodes.talk.lines.hush.set": {"was_rude": True},
        "nodes.talk.routes.angry.when": "tension >= 75 or was_rude",
    },
)
def var_write_only(case: Case) -> Iterator[Found]:
    read, written = _read(case), case.changed_variables
    for name in case.scenario.variables:
        if name in written and name not in read:
            yield Found(("variables", name), f"`{name}` is set, and no condition asks for it")


@rule(
    "var-never-set",
    finds="A variable that conditions ask for and nothing sets.",
    why="Those conditions always come out the same way, so a part of the call is never seen.",
    mend="add a `set` to the line, route or event that changes it",
    level="wrong",
    bad={"nodes.talk.lines.caretaker.set": None},
)
def var_never_set(case: Case) -> Iterator[Found]:
    read, written = _read(case), case.changed_variables
    for name, variable in case.scenario.variables.items():
        if name in read and name not in written:
            yield Found(("variables", name), f"`{name}` stays {_shown(variable.start)}: nothing sets it")


@rule(
    "route-unused",
    finds="A route that no line, act or silence of its moment leads to.",
    why="The author meant something to happen there; it never does.",
    mend="name it in a line's `leads`, or take it away",
    level="smell",
    bad={"nodes.talk.routes.bored": {"when": "visit >= 4", "end": "walked"}},
)
def route_unused(case: Case) -> Iterator[Found]:
    for node in case.scenario.nodes.values():
        used = {name for each in choices_of(node) for name in each.leads}
        for name in node.routes:
            if name not in used:
                yield Found(("nodes", node.id, "routes", name), f"nothing in `{node.id}` leads to the route `{name}`")


@rule(
    "finding-unused",
    finds="Something there is to find out that no line, act or event finds.",
    why="The debrief counts it as missed in every play.",
    mend="add `finds` to what brings it to light, or take it away",
    level="wrong",
    bad={"findings.badge": "He wears the badge of a hospital."},
)
def finding_unused(case: Case) -> Iterator[Found]:
    used = {name for deed in case.deeds for name in deed.finds}
    for name in case.scenario.findings:
        if name not in used:
            yield Found(("findings", name), f"nothing finds `{name}`")


@rule(
    "promise-unused",
    finds="A promise that no line makes.",
    why="It cannot be kept or broken.",
    mend="add `promise` to the line that makes it, or take it away",
    level="smell",
    bad={"promises.ride_home": "I will drive you home."},
)
def promise_unused(case: Case) -> Iterator[Found]:
    made = {deed.promise for deed in case.deeds}
    for name in case.scenario.promises:
        if name not in made:
            yield Found(("promises", name), f"nothing promises `{name}`")


@rule(
    "promise-never-kept",
    finds="A promise that is made and that nothing keeps or breaks.",
    why="To keep one's word is a skill that is scored; here it can be neither shown nor missed.",
    mend="add `keeps` to what fulfils it, or `breaks` to what goes against it (leaving, for example)",
    level="smell",
    bad={"nodes.talk.acts.leave": {"end": "walked"}},
)
def promise_never_kept(case: Case) -> Iterator[Found]:
    deeds = case.deeds
    settled = {name for deed in deeds for name in (*deed.keeps, *deed.breaks)}
    for name in {deed.promise: None for deed in deeds if deed.promise}:
        if name not in settled and name in case.scenario.promises:
            yield Found(("promises", str(name)), f"`{name}` is promised, and nothing keeps or breaks it")


@rule(
    "cue-unused",
    finds="A cue that nothing in its moment takes up: no word of it comes up in a line, an answer, a question or the "
    "feedback there; or that says what the scene has said.",
    why="A cue is there to be noticed and acted on. Where nothing follows from it, trainees learn to look past it.",
    mend="let a line answer it, or a debrief say what it meant; or take it away",
    level="info",
    bad={"nodes.door.cues": {"dog": "Somewhere a dog barks twice."}},
    good={"nodes.door.cues": {"hands": "Both hands are on the handle, and it is a bicycle shed he wants into."}},
)
def cue_unused(case: Case) -> Iterator[Found]:
    for node in case.scenario.nodes.values():
        here = [each for each in case.wordings if each.path[:2] == ("nodes", node.id) and "cues" not in each.path]
        scene = {stem for each in here if each.field == "scene" for stem in _stems(each.words)}
        answered = {stem for each in here if each.field != "scene" for stem in _stems(each.words)}
        for name, cue in node.cues.items():
            stems = {stem for variant in cue.variants for stem in _stems(variant.words)}
            place = ("nodes", node.id, "cues", name)
            if stems and stems <= scene:
                yield Found(place, f"`{name}` says what the scene has said already")
            elif stems and not stems & answered:
                yield Found(place, f"nothing in `{node.id}` takes up `{name}`")


@rule(
    "cast-silent",
    finds="Somebody in the cast who does nothing, is not spoken to and is not spoken of.",
    why="They stand in the picture, and trainees wonder what for.",
    mend="let them speak (an event's `say` with `for`), name them in the words, or take them away",
    level="smell",
    bad={"cast.aunt": {"role": "bystander", "name": "Mrs. Orlova"}},
    good={
        "cast.aunt": {"role": "bystander", "name": "Mrs. Orlova"},
        "nodes.edge.scene": "He has picked up a stone. Mrs. Orlova has come to the fence.",
    },
)
def cast_silent(case: Case) -> Iterator[Found]:
    scenario = case.scenario
    named = {line.person for line in case.lines} | {event.person for event in scenario.events.values()}
    said = {word for each in case.wordings if each.path[0] != "cast" for word in words_of(each.words)}
    said |= {word.removesuffix("'s").removesuffix("’s") for word in said}
    for person in scenario.cast.values():
        if person.role == "subject" or person.act is not None or person.id in named:
            continue
        names = {word for word in words_of(f"{person.name} {person.id} {person.known_as}") if len(word) >= _SHORT_NAME}
        if not names & said:
            yield Found(("cast", person.id), f"`{person.id}` does nothing here and is never spoken of")


@rule(
    "loop-without-change",
    finds="A line that leads back to its own moment and changes nothing.",
    why="A trainee may say it for ever; it costs a choice and teaches nothing.",
    mend="say what it does (`does`, `set`, `finds`), let it lead on, or make it `once`",
    level="wrong",
    bad={
        "nodes.talk.lines.look": {
            "act": "Look at the shed.",
            "reply": "(It is a shed.)",
            "debrief": "You looked at the shed for a while.",
        }
    },
)
def loop_without_change(case: Case) -> Iterator[Found]:
    for line in case.lines:
        back = line.goal or case.scenario.nodes[line.node].goal
        if back == Goal("node", ((line.node, 1),)) and not line.leads and not line.once and line.deed == Deed():
            yield Found(line_path(line), f"`{line.id}` leads back to `{line.node}` and changes nothing")


@rule(
    "hub",
    finds=f"A moment with {_HUB} ways in or more.",
    why="Where everything comes together, what was chosen before matters little, unless the moment reads it.",
    mend="let its words or routes ask for what came before, or split it",
    level="info",
    needs="graph",
    bad={
        **{
            f"nodes.talk_{letter}": {
                "scene": "He looks at his watch.",
                "calls_for": ["listening"],
                "next": "edge",
                "lines": {
                    "ask": {
                        "say": f"What would help you most, {word}?",
                        "does": ["open_question"],
                        "reply": "A key.",
                        "debrief": "You asked, and he answered with what he needed.",
                    }
                },
            }
            for letter, word in zip("abcdefgh", _EIGHT, strict=True)
        }
    },
)
def hub(case: Case) -> Iterator[Found]:
    ways: Counter[str] = Counter()
    scenario = case.scenario
    for node in scenario.nodes.values():
        ways.update({name for goal in goals_of(node) if goal.kind == "node" for name, _ in goal.choices} - {node.id})
    of_events = {
        name
        for event in scenario.events.values()
        if event.goal is not None and event.goal.kind == "node"
        for name, _ in event.goal.choices
    }
    read = {argument for part in case.play_conditions for _, names in calls_used(part.expr) for argument in names}
    for name, count in ways.items():
        if count >= _HUB and name not in of_events and name not in read:
            yield Found(("nodes", name), f"{count} moments lead to `{name}`")


@rule(
    "one-line",
    finds="A moment with a single line.",
    why="Nothing is decided there; the standing acts are the only choice.",
    mend="add what an officer is tempted to say, or join it with the moment before",
    level="info",
    bad={"nodes.edge.lines.grab": None, "outcomes.held": None},
)
def one_line(case: Case) -> Iterator[Found]:
    for node in case.scenario.nodes.values():
        if len(node.lines) == 1:
            yield Found(("nodes", node.id), f"`{node.id}` has one line only")


@rule(
    "id-confusable",
    finds="Two ids of one kind that differ only by an underscore or a plural.",
    why="The wrong one is soon written, and it exists, so nobody is warned.",
    mend="give one of the two a name of its own",
    level="smell",
    bad={
        "variables.keyfound": False,
        "nodes.talk.lines.heard.set": {"keyfound": True},
        "nodes.talk.routes.angry.when": "tension >= 75 and not keyfound",
    },
)
def id_confusable(case: Case) -> Iterator[Found]:
    scenario = case.scenario
    kinds: tuple[tuple[str, list[str]], ...] = (
        ("nodes", list(scenario.nodes)),
        ("outcomes", list(scenario.outcomes)),
        ("variables", list(scenario.variables)),
        ("events", list(scenario.events)),
        ("findings", list(scenario.findings)),
        ("promises", list(scenario.promises)),
    )
    for kind, names in kinds:
        met: dict[str, str] = {}
        for name in names:
            folded = name.replace("_", "").removesuffix("s")
            if folded in met:
                yield Found((kind, name), f"`{name}` is easily taken for `{met[folded]}`")
            met.setdefault(folded, name)


def _read(case: Case) -> set[str]:
    return {name for condition in case.conditions for name in names_used(condition.expr)}


def _stems(text: str) -> set[str]:
    """The beginnings of its longer words, in which forms of a word agree: `shake`, `shaking`."""
    return {word[:_STEM] for word in words_of(text) if len(word) > _SHORT_NAME}


def _shown(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else f"`{value}`"
