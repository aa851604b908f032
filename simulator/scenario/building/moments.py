"""Nodes, lines, standing acts, routes and prompts, from authored to played."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from simulator.scenario.authored import moments as written
from simulator.scenario.building.findings import UNKNOWN
from simulator.scenario.building.parts import Parts, frozen, tenths
from simulator.scenario.model import ActRule, Answer, Line, Node, Prompt, Route
from simulator.scenario.parts import Deed, Text, Variant
from simulator.scenario.reading.places import Path

_NODE_KEYS = frozenset(("scene", "cues", "silence", "acts", "prompts", "routes", "next", "end"))
"""Ids a line may not have: texts are named `node.line.say`, and these would name something else."""

_PROMPT_SKILLS = {"observation": "assessment", "articulation": "proportionality"}


def nodes_of(parts: Parts) -> dict[str, Node]:
    """Every node of the file."""
    closed = tuple(act for at, act in enumerate(parts.authored.closed) if _is_act(parts, act, ("closed", at)))
    return {name: _node(parts, name, node, closed) for name, node in parts.authored.nodes.items()}


def drafted_node(name: str) -> Node:
    """A node that a draft leads to and that is still to be written."""
    return Node(name, Text(f"{name}.scene", (Variant("(This moment is not written yet.)"),)))


def _node(parts: Parts, name: str, node: written.Node, closed: tuple[str, ...]) -> Node:
    path: Path = ("nodes", name)
    here = (act for number, act in enumerate(node.closed) if _is_act(parts, act, (*path, "closed", number)))
    if node.scene is None:
        parts.findings.add(
            "words-missing", path, f"`{name}` has no scene", 'add `scene: "…"`: what the officer sees', key=True
        )
    routes = {route: _route(parts, route, each, (*path, "routes", route)) for route, each in node.routes.items()}
    goal = parts.goal(node.next, node.end, path, "next")
    lines = {id_: _line(parts, name, id_, line, node) for id_, line in node.lines.items()}
    silence = None
    if node.silence is not None:
        silence = _act(parts, node.silence, "silence", f"{name}.silence", (*path, "silence"), name, routes)
    timer = tenths(node.timer) if node.timer is not None else None
    if timer == 0:
        parts.findings.add("type", (*path, "timer"), "a timer of 0 leaves no time", "leave it out for none")
        timer = None
    if silence is not None and timer is None:
        parts.findings.warn(
            "silence-without-timer",
            (*path, "silence"),
            "silence happens when a timer runs out, and this node has none",
            "add `timer: 25`",
            key=True,
        )
    return Node(
        id=name,
        scene=parts.words(node.scene, f"{name}.scene", (*path, "scene")),
        cues=frozen(
            {cue: parts.words(text, f"{name}.cues.{cue}", (*path, "cues", cue)) for cue, text in node.cues.items()}
        ),
        entry=_entry(parts, node.entry, (*path, "entry")),
        calls_for=parts.skills(node.calls_for, (*path, "calls_for")),
        timer=timer,
        silence=silence,
        goal=goal,
        routes=frozen(routes),
        acts=frozen(acts_of(parts, node.acts, name, (*path, "acts"), routes)),
        closed=tuple(dict.fromkeys((*closed, *here))),
        lines=frozen({id_: line for id_, line in lines.items() if line is not None}),
        prompts=tuple(
            _prompt(parts, name, id_, prompt, (*path, "prompts", id_)) for id_, prompt in node.prompts.items()
        ),
    )


_NOT_BY_COMING = ("does", "topics", "effects", "promise", "keeps", "breaks", "lie_found", "critical", "evidence")


def _entry(parts: Parts, entry: written.Entry | None, path: Path) -> Deed:
    """What coming to a node does to the scene; what is done to a person belongs to a line, an act or an event."""
    if entry is None:
        return Deed()
    for key in _NOT_BY_COMING:
        if key in entry.model_fields_set:
            parts.findings.add(
                "entry-deed", (*path, key), f"`{key}` cannot stand in `entry`",
                "coming to a moment only finds, sets, adds, moves, covers or calls; put this on a line or an event",
                key=True,
            )  # fmt: skip
    return parts.deed(entry, path)


def _route(parts: Parts, name: str, route: written.Route, path: Path) -> Route:
    if name in ("next", "end"):
        parts.findings.add(
            "id-reserved", path, f"`{name}` has a meaning of its own in `leads`", "call it otherwise", key=True
        )
    goal = parts.goal(route.to, route.end, path, "to")
    if goal is None:
        if route.to is None and route.end is None:
            parts.findings.add(
                "fall-through",
                path,
                f"the route `{name}` leads nowhere",
                "add `to:` with a node or `end:` with an outcome",
                key=True,
            )
        goal = parts.nowhere()
    return Route(
        name,
        parts.condition(route.when, (*path, "when")),
        goal,
        parts.changes(route.set, {}, path),
    )


def _line(parts: Parts, node_name: str, name: str, line: written.Line, node: written.Node) -> Line | None:
    path: Path = ("nodes", node_name, "lines", name)
    findings = parts.findings
    if name in _NODE_KEYS:
        findings.add(
            "id-reserved", path, f"`{name}` is a key of nodes and cannot name a line", "call it otherwise", key=True
        )
    if (line.say is None) == (line.act is None):
        if line.say is None:
            message, hint = f"`{name}` has no words", 'add `say: "…"`, or `act: "…"` for a deed'
        else:
            message, hint = f"`{name}` has both `say` and `act`", "keep one: words are `say`, a deed is `act`"
        code = "words-missing" if line.say is None else "say-and-act"
        findings.add(code, path, message, hint, key=True)
    if not line.does:
        findings.warn(
            "techniques-missing",
            path,
            f"`{name}` names no technique, so it moves nobody",
            "add `does:` with one to three techniques, the main one first",
            key=True,
        )
    leads, goal = parts.leads(line, node.routes, path)
    sure = any(node.routes[each].when is None for each in leads)
    if goal is None and node.next is None and node.end is None and not sure and not (line.next or line.end):
        when = " when no route holds" if leads else ""
        findings.add(
            "fall-through",
            path,
            f"`{name}` leads nowhere{when}, and the node `{node_name}` has no `next`",
            "add `next:` to the node or the line, or `end:` with an outcome",
            key=True,
        )
    if line.reply is None:
        findings.warn("reply-missing", path, f"nobody answers `{name}`", 'add `reply: {lands: "…"}`', key=True)
    if line.debrief is None:
        findings.warn(
            "feedback-missing",
            path,
            f"`{name}` has no debrief",
            'add `debrief: "…"`: what it did and why, in a sentence or two',
            key=True,
        )
    text_id = f"{node_name}.{name}"
    spoken = line.say is not None or line.act is None
    key = "say" if spoken else "act"
    return Line(
        id=name,
        node=node_name,
        words=parts.words(line.say if spoken else line.act, f"{text_id}.{key}", (*path, key)),
        spoken=spoken,
        deed=parts.deed(line, path),
        seconds=tenths(line.secs) if line.secs is not None else None,
        only_if=parts.condition(line.only_if, (*path, "only_if")),
        once=line.once,
        person=parts.one(line.person, (*path, "for"), parts.authored.cast, "cast-unknown", "person"),
        replies=parts.replies(line.reply, text_id, path),
        leads=leads,
        goal=goal,
        debrief=parts.text(line.debrief, f"{text_id}.debrief", (*path, "debrief")),
        better=parts.better(line.better, node_name, path),
        paraphrases=tuple(line.paraphrases),
    )


def acts_of(
    parts: Parts,
    acts: Mapping[str, written.Act],
    node: str,
    path: Path,
    routes: Mapping[str, Any],
) -> dict[str, ActRule]:
    """What a node (or the scenario, with `node` empty) adds to standing acts."""
    prefix = f"{node}.acts" if node else "acts"
    return {
        id_: _act(parts, act, id_, f"{prefix}.{id_}", (*path, id_), node, routes)
        for id_, act in acts.items()
        if _is_act(parts, id_, (*path, id_), key=True)
    }


def _act(
    parts: Parts,
    act: written.Act | written.Silence,
    id_: str,
    text_id: str,
    path: Path,
    node: str,
    routes: Mapping[str, Any],
) -> ActRule:
    rule = parts.act_rule(act, id_, text_id, path, routes)
    return replace(rule, better=parts.better(act.better, node, path))


def _is_act(parts: Parts, name: str, path: Path, *, key: bool = False) -> bool:
    return parts.findings.known("act-unknown", path, name, parts.acts, "act", key=key)


def _prompt(parts: Parts, node: str, name: str, prompt: written.Prompt, path: Path) -> Prompt:
    text_id = f"{node}.prompts.{name}"
    skill = prompt.skill or _PROMPT_SKILLS[prompt.kind]
    if prompt.skill is not None and prompt.skill != UNKNOWN:
        parts.findings.known("competency-unknown", (*path, "skill"), prompt.skill, parts.catalogues.skills, "skill")
    answers = tuple(
        Answer(
            id_,
            parts.words(answer.say, f"{text_id}.{id_}.say", (*path, "answers", id_, "say")),
            answer.mark,
            parts.text(answer.debrief, f"{text_id}.{id_}.debrief", (*path, "answers", id_, "debrief")),
        )
        for id_, answer in prompt.answers.items()
    )
    if answers and not any(answer.mark == "right" for answer in answers):
        parts.findings.add(
            "prompt-without-right",
            path,
            f"no answer to `{name}` is right",
            "mark at least one answer `mark: right`",
            key=True,
        )
    return Prompt(name, node, prompt.kind, parts.words(prompt.ask, f"{text_id}.ask", (*path, "ask")), answers, skill)
