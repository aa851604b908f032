"""From a scenario and its catalogues to the program that `step` runs. Pure, done once, shared by everyone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType

from simulator.encounter.bands import BANDS
from simulator.encounter.binding import Binder
from simulator.encounter.plans import (
    Cast,
    Doing,
    EventPlan,
    NodePlan,
    Plan,
    Program,
    PromptPlan,
    RoutePlan,
    Wording,
)
from simulator.encounter.standing import STANDING, act_ids
from simulator.encounter.techniques import compile_profile, compile_techniques
from simulator.scenario.catalogue import Catalogues
from simulator.scenario.model import ActRule, Answer, EventRule, Line, Node, Scenario
from simulator.scenario.parts import LANDINGS, Deed, Replies, Text

REPLY_SECONDS = 40
"""Tenths for the reply to something said."""

DEED_SECONDS = 50
"""Tenths of an `act` without `secs`."""

_BRACKETED = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")


def spoken_tenths(words: str) -> int:
    """Tenths it takes to say something, at 2.5 words a second; what stands in brackets is not said.

    A word is anything between spaces with a letter or digit in it.
    """
    said = _BRACKETED.sub(" ", words)
    return 4 * sum(any(sign.isalnum() for sign in word) for word in said.split())


class _Compiler:
    """Holds the tables while one program is made."""

    def __init__(self, scenario: Scenario, catalogues: Catalogues) -> None:
        self.scenario = scenario
        self.catalogues = catalogues
        self.techniques = compile_techniques(catalogues)
        self.index = {technique.id: technique.index for technique in self.techniques}
        self.bind = Binder(scenario)
        self.texts: dict[str, Wording] = {}

    # -- words -----------------------------------------------------------------------------------------

    def wording(self, text: Text | None) -> Wording | None:
        """The text ready to choose from, and kept under its id."""
        if text is None:
            return None
        known = self.texts.get(text.id)
        if known is None:
            known = self.texts[text.id] = Wording(
                text.id,
                tuple(variant.words for variant in text.variants),
                tuple(self.bind.test(variant.when) for variant in text.variants),
                tuple(variant.weight for variant in text.variants),
                len(text.variants) == 1 and text.variants[0].when is None,
            )
        return known

    def replies(self, replies: Replies) -> tuple[Wording | None, ...]:
        """One wording a landing. What is not written for *hurts* never falls back to words of another landing."""
        return tuple(
            self.wording(replies.by_landing.get(landing) or (None if landing == "hurts" else replies.any))
            for landing in LANDINGS
        )

    def reactions(self) -> Mapping[tuple[str, str], tuple[Wording, ...]]:
        """The catalogue's generic reactions."""
        table: dict[tuple[str, str], tuple[Wording, ...]] = {}
        for kind in ("reactive", "proactive"):
            for landing in LANDINGS:
                row = []
                for band in BANDS:
                    words = self.catalogues.generic_reactions(kind, landing, band)
                    wording = Wording(
                        f"reaction.{kind}.{landing}.{band}",
                        words,
                        (None,) * len(words),
                        (1,) * len(words),
                        len(words) == 1,
                    )
                    self.texts[wording.id] = wording
                    row.append(wording)
                table[kind, landing] = tuple(row)
        return MappingProxyType(table)

    # -- what is done ----------------------------------------------------------------------------------

    def doing(self, deed: Deed, does: tuple[str, ...]) -> Doing:
        """A deed as indexes, with the techniques that are used."""
        bind = self.bind
        sets = tuple(bind.change(change) for change in deed.changes)
        scene = bool(
            sets
            or deed.move
            or deed.cover is not None
            or deed.calls
            or deed.finds
            or deed.promise
            or deed.keeps
            or deed.breaks
        )
        return Doing(
            techniques=tuple(self.index[id_] for id_ in does),
            topics=frozenset(deed.topics),
            author=deed.effects,
            sets=sets,
            move=deed.move,
            cover=deed.cover,
            calls=tuple(bind.places.resources[id_] for id_ in deed.calls),
            finds=deed.finds,
            promise=bind.places.promises[deed.promise] if deed.promise else -1,
            keeps=tuple(bind.places.promises[id_] for id_ in deed.keeps),
            breaks=tuple(bind.places.promises[id_] for id_ in deed.breaks),
            lie_found=deed.lie_found,
            scene=scene,
        )

    def person(self, id_: str | None) -> int:
        """The place among the subjects of the one addressed; the main subject unless named."""
        return self.bind.places.subjects.get(id_ or self.scenario.subject.id, 0)

    def leads(self, names: tuple[str, ...], routes: Mapping[str, RoutePlan]) -> tuple[RoutePlan | None, ...]:
        """Named routes; None stands for `next`."""
        return tuple(None if name == "next" else routes[name] for name in names)

    def line(self, line: Line, node: Node, routes: Mapping[str, RoutePlan]) -> Plan:
        """A line."""
        words = self.wording(line.words)
        assert words is not None
        self.wording(line.debrief)
        if line.seconds is not None:
            seconds = (line.seconds,) * len(words.words)
        elif line.spoken:
            seconds = tuple(spoken_tenths(text) + REPLY_SECONDS for text in words.words)
        else:
            seconds = (DEED_SECONDS,) * len(words.words)
        goal = line.goal or node.goal
        return Plan(
            action=line.id,
            kind="line",
            words=words,
            doing=self.doing(line.deed, line.deed.does),
            seconds=seconds,
            person=self.person(line.person),
            replies=self.replies(line.replies),
            leads=self.leads(line.leads, routes),
            goal=self.bind.destination(goal),
            only_if=self.bind.test(line.only_if),
            bit=1 << self.bind.places.lines[line.path],
            once=line.once,
        )

    def act(self, id_: str, rules: list[ActRule], routes: Mapping[str, RoutePlan]) -> Plan:
        """A standing act under the rules that touch it, the nearest first; the first that says a thing wins."""
        prefix, _, what = id_.partition(":")
        base = STANDING[prefix]
        techniques = next((rule.techniques for rule in rules if rule.techniques is not None), base.techniques)
        rule = rules[0] if rules else ActRule(id_)
        for other in rules:
            self.wording(other.debrief)
        replies = next((r.replies for r in rules if r.replies.by_landing or r.replies.any), Replies())
        label = next((r.label for r in rules if r.label is not None), None)
        crowds = techniques if base.crowds else ()
        deed = replace(rule.deed, move=rule.deed.move + base.metres)
        if prefix == "cover" and deed.cover is None:
            deed = replace(deed, cover=True)
        if prefix == "call":
            deed = replace(deed, calls=(what, *deed.calls))
        doing = self.doing(deed, () if base.crowds else techniques)
        return Plan(
            action=id_,
            kind=prefix,
            words=None,
            doing=doing,
            seconds=(base.seconds,),
            person=self.person(None),
            replies=self.replies(replies),
            leads=self.leads(rule.leads, routes),
            goal=self.bind.destination(rule.goal),
            only_if=self.bind.test(rule.only_if),
            label=self.wording(label),
            resource=self.bind.places.resources[what] if prefix == "call" else -1,
            partner=1 << self.partners.index(what) if prefix == "partner" else 0,
            crowds=tuple(self.index[technique] for technique in crowds),
        )

    @property
    def partners(self) -> list[str]:
        """The partners in the cast, in order: the bits of the state's mask."""
        return [person.id for person in self.scenario.cast.values() if person.role == "partner"]

    def silence(self, node: Node, routes: Mapping[str, RoutePlan]) -> Plan:
        """The act of a timer that ran out."""
        rule = node.silence or ActRule("silence")
        techniques = ("pause",) if rule.techniques is None else rule.techniques
        self.wording(rule.debrief)
        return Plan(
            action="silence",
            kind="silence",
            words=None,
            doing=self.doing(rule.deed, techniques),
            seconds=(node.timer or 100,),
            person=self.person(None),
            replies=self.replies(rule.replies),
            leads=self.leads(rule.leads, routes),
            goal=self.bind.destination(rule.goal),
            only_if=None,
        )

    # -- places and happenings -------------------------------------------------------------------------

    def node(self, node: Node, prompt_bits: Iterator[int]) -> NodePlan:
        """A node with everything that can be done there."""
        routes = {id_: self.route(id_, node) for id_ in node.routes}
        self.wording(node.scene)
        for cue in node.cues.values():
            self.wording(cue)
        acts = {}
        for id_ in act_ids(self.scenario):
            kind, _, what = id_.partition(":")
            own = self.scenario.cast[what].act if kind == "partner" else None
            rules = [rule for rule in (node.acts.get(id_), self.scenario.acts.get(id_), own) if rule is not None]
            acts[id_] = self.act(id_, rules, routes)
        prompts = []
        for prompt in node.prompts:
            self.wording(prompt.ask)
            self.answers(prompt.answers)
            marks = {answer.id: answer.mark for answer in prompt.answers}
            prompts.append(PromptPlan(prompt, 1 << next(prompt_bits), MappingProxyType(marks)))
        return NodePlan(
            id=node.id,
            index=self.bind.places.nodes[node.id],
            lines=MappingProxyType({id_: self.line(line, node, routes) for id_, line in node.lines.items()}),
            acts=MappingProxyType(acts),
            silence=self.silence(node, routes),
            timer=node.timer or -1,
            prompts=tuple(prompts),
            closed=frozenset(node.closed),
            entry=self.doing(node.entry, ()),
        )

    def answers(self, answers: tuple[Answer, ...]) -> None:
        """Keep the words of a prompt's answers."""
        for answer in answers:
            self.wording(answer.words)
            self.wording(answer.debrief)

    def route(self, id_: str, node: Node) -> RoutePlan:
        """A way out of a node."""
        route = node.routes[id_]
        to = self.bind.destination(route.goal)
        assert to is not None
        return RoutePlan(
            id_, self.bind.test(route.when), to, tuple(self.bind.change(change) for change in route.changes)
        )

    def event(self, event: EventRule) -> EventPlan:
        """An event."""
        return EventPlan(
            id=event.id,
            bit=1 << self.bind.places.events[event.id],
            test=self.bind.test(event.when),
            arrives=self.bind.places.resources[event.arrives] if event.arrives else -1,
            at=event.at if event.at is not None else -1,
            again=event.again and event.arrives is None and event.at is None,
            by_hand=event.by_hand,
            say=self.wording(event.say),
            person=self.person(event.person),
            doing=self.doing(event.deed, event.deed.does),
            goal=self.bind.destination(event.goal),
        )

    def casts(self) -> tuple[Cast, ...]:
        """The people under each temperament."""
        main = self.scenario.subject.id
        casts = []
        for temperament in self.scenario.temperaments.values():
            profiles = []
            for id_ in self.bind.places.subjects:
                profile = temperament.profile if id_ == main else self.scenario.cast[id_].profile
                assert profile is not None
                profiles.append(compile_profile(profile, self.techniques, self.catalogues))
            casts.append(Cast(tuple(profiles)))
        return tuple(casts)

    def program(self) -> Program:
        """The whole."""
        scenario, places = self.scenario, self.bind.places
        bits = iter(range(10_000))
        nodes = {id_: self.node(node, bits) for id_, node in scenario.nodes.items()}
        events = {id_: self.event(event) for id_, event in scenario.events.items()}
        rest = [event for event in events.values() if not event.by_hand]
        arriving = {
            place: tuple(event for event in rest if event.arrives == place) for place in places.resources.values()
        }
        for text in (*scenario.findings.values(), *scenario.promises.values()):
            self.wording(text)
        for outcome in scenario.outcomes.values():
            for text in (outcome.title, outcome.after, outcome.lesson):
                self.wording(text)
        for text in (scenario.briefing.dispatch, *scenario.briefing.known, *scenario.briefing.policy):
            self.wording(text)
        reactions = self.reactions()
        return Program(
            scenario=scenario,
            catalogues=self.catalogues,
            places=places,
            techniques=self.techniques,
            families=tuple(technique.family_index for technique in self.techniques),
            technique_index=MappingProxyType(self.index),
            subjects=tuple(places.subjects),
            temperaments=tuple(scenario.temperaments),
            casts=self.casts(),
            openings=tuple(
                self.doing(Deed(changes=temperament.changes), ()) for temperament in scenario.temperaments.values()
            ),
            loads=tuple(tuple(stressor.levels.values()) for stressor in scenario.stressors.values()),
            level_names=tuple(tuple(stressor.levels) for stressor in scenario.stressors.values()),
            resources=tuple(places.resources),
            resource_tests=tuple(self.bind.test(resource.only_if) for resource in scenario.resources.values()),
            etas=tuple(resource.eta for resource in scenario.resources.values()),
            promises=tuple(places.promises),
            named=MappingProxyType(
                {id_: test for id_, p in scenario.cast.items() if (test := self.bind.test(p.named_when)) is not None}
            ),
            nodes=MappingProxyType(nodes),
            conditional=tuple(e for e in rest if e.test is not None),
            timed=tuple(sorted((e for e in rest if e.at >= 0), key=lambda event: event.at)),
            arriving=MappingProxyType(arriving),
            events=MappingProxyType(events),
            reactions=reactions,
            texts=MappingProxyType(self.texts),
        )


def compile_program(scenario: Scenario, catalogues: Catalogues) -> Program:
    """The program of a scenario under these catalogues."""
    return _Compiler(scenario, catalogues).program()
