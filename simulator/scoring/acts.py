"""The turns of a course as a debrief reads them: what was said, with which techniques, to whom, how it landed.

The techniques are read from what `step` remembered, not worked out again: a step closer that crowded nobody
holds none.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from simulator.encounter.course import Course, Turn
from simulator.encounter.happenings import Acted, Answered, Entered, Fired, Landed, LieFound, Moved, Promised, Replied
from simulator.encounter.offer import act_label
from simulator.encounter.plans import Plan, Program
from simulator.encounter.reading import FACT_PLACES
from simulator.encounter.state import EncounterState
from simulator.encounter.wording import choose
from simulator.scenario.model import ActRule, Answer, EventRule, Prompt
from simulator.scenario.parts import FACTS, Deed, Mark, Text

WAITING = frozenset({"wait", "hold"})
"""The standing acts that let time pass."""

Kind = Literal["line", "act", "silence", "answer", "inject", "stop"]


@dataclass(frozen=True, slots=True)
class Answering:
    """An answer that was given to a prompt."""

    prompt: Prompt
    answer: Answer
    mark: Mark


@dataclass(frozen=True, slots=True)
class TakenAct:
    """One turn. `person` is the place of the one addressed among the subjects; `techniques` are ids, the main
    one first; `better` holds the words of the line that would have served better; `left` is whether the visit
    ended with it."""

    turn: Turn
    kind: Kind
    visit: int
    said: str
    spoken: bool
    person: int
    techniques: tuple[str, ...]
    landed: Landed | None
    reply: str
    deed: Deed
    debrief: str
    better: str
    better_spoken: bool
    left: bool
    events: tuple[EventRule, ...]
    """Events that happened by themselves in this turn; an injected one is the turn's own kind."""
    event_words: tuple[str, ...]
    answering: Answering | None = None
    topics: frozenset[str] = field(default_factory=frozenset)

    @property
    def number(self) -> int:
        """The turn's number, from 1."""
        return self.turn.number

    @property
    def node(self) -> str:
        """The node it was done in."""
        return self.turn.before.node

    @property
    def is_deed(self) -> bool:
        """Whether the officer did something to or before the person: a line, a standing act or a silence."""
        return self.kind in ("line", "act", "silence")

    @property
    def waits(self) -> bool:
        """Whether it let time pass and no more: a wait, a hold, or a time that ran out."""
        return self.kind == "silence" or (self.kind == "act" and self.turn.action.id in WAITING)

    @property
    def own_move(self) -> int | None:
        """The distance in millimetres after the officer's own movement; None where they did not move."""
        for happening in self.turn.happened:
            if isinstance(happening, Replied):
                break
            if isinstance(happening, Moved):
                return happening.distance
        return None

    @property
    def lie_came_out(self) -> bool:
        """Whether somebody found out in it that they had been told something untrue.

        Records hold a LieFound for a promise broken once more as well, though nothing new came to light with it.
        """
        if not any(isinstance(happening, LieFound) for happening in self.turn.happened):
            return False
        if any(isinstance(happening, Promised) and happening.status == "broken" for happening in self.turn.happened):
            return True
        people = zip(self.turn.before.subjects, self.turn.after.subjects, strict=True)
        return any((before.lied_to and not after.lied_to) or before.cap > after.cap for before, after in people)


def fact(state: EncounterState, name: str) -> bool | str:
    """A scene fact in the author's words."""
    options = FACTS[name]
    value = state.facts[FACT_PLACES[name]]
    return options[value] if options else bool(value)


def words_of(program: Program, text: Text | None, state: EncounterState) -> str:
    """A text as the state chooses it; "" for none."""
    return _chosen(program, text, state, state.beat)


def seen_of(program: Program, text: Text | None, state: EncounterState) -> str:
    """A text that stands there for a whole visit (a scene, a cue, a question), in the words that were seen."""
    return _chosen(program, text, state, 0)


def _chosen(program: Program, text: Text | None, state: EncounterState, beat: int) -> str:
    if text is None or text.id not in program.texts:
        return ""
    wording = program.texts[text.id]
    return wording.words[choose(wording, state, visit_of(program, state), beat)]


def visit_of(program: Program, state: EncounterState) -> int:
    """The number of the present visit of the present node."""
    return state.visits[program.nodes[state.node].index]


def act_rules(program: Program, node: str, id_: str) -> list[ActRule]:
    """What node, scenario and cast say of a standing act, the nearest first."""
    scenario = program.scenario
    prefix, _, what = id_.partition(":")
    own = scenario.cast[what].act if prefix == "partner" else None
    return [rule for rule in (scenario.nodes[node].acts.get(id_), scenario.acts.get(id_), own) if rule is not None]


def praised(acts: Sequence[TakenAct]) -> tuple[TakenAct, ...]:
    """The acts that may be told as a strength. A time that ran out was nobody's choice; and where a whole call was
    waited through, a pause answered nobody."""
    deeds = [act for act in acts if act.is_deed and act.kind != "silence"]
    return tuple(deeds) if any(not act.waits for act in deeds) else ()


def read_acts(program: Program, course: Course) -> tuple[TakenAct, ...]:
    """Every turn of a course, read once for the whole debrief."""
    return tuple(_read(program, turn) for turn in course.turns)


def _read(program: Program, turn: Turn) -> TakenAct:
    kind = turn.action.kind
    if kind == "answer":
        return _answer(program, turn)
    if kind == "inject":
        return _bare(program, turn, "inject", _injected_words(program, turn))
    if kind == "stop":
        return _bare(program, turn, "stop", "")
    before = turn.before
    node = program.nodes[before.node]
    authored = program.scenario.nodes[before.node]
    id_ = turn.action.id
    if kind == "line":
        line = authored.lines[id_]
        plan = node.lines[id_]
        acted = next(row for row in turn.happened if isinstance(row, Acted))
        said, spoken = program.words(acted.text, acted.variant), line.spoken
        deed, debrief, better = line.deed, line.debrief, line.better
    elif kind == "act":
        plan = node.acts[id_]
        rules = act_rules(program, before.node, id_)
        said, spoken = act_label(program, before, plan, visit_of(program, before)), False
        deed = rules[0].deed if rules else Deed()
        debrief = next((rule.debrief for rule in rules if rule.debrief is not None), None)
        better = next((rule.better for rule in rules if rule.better is not None), None)
    else:
        plan = node.silence
        rule = authored.silence
        said, spoken = program.catalogues.words("silence_said"), False
        deed = rule.deed if rule is not None else Deed()
        debrief = rule.debrief if rule is not None else None
        better = rule.better if rule is not None else None
    events, event_words = _events(program, turn)
    told, told_spoken = _better(program, before, better)
    return TakenAct(
        turn=turn,
        kind="line" if kind == "line" else "act" if kind == "act" else "silence",
        visit=visit_of(program, before),
        said=said,
        spoken=spoken,
        person=plan.person,
        techniques=_techniques(program, turn, plan),
        landed=next((row for row in turn.happened if isinstance(row, Landed)), None),
        reply=next((program.words(row.text, row.variant) for row in turn.happened if isinstance(row, Replied)), ""),
        deed=deed,
        debrief=words_of(program, debrief, before),
        better=told,
        better_spoken=told_spoken,
        left=_left(turn),
        events=events,
        event_words=event_words,
        topics=frozenset(deed.topics),
    )


def _techniques(program: Program, turn: Turn, plan: Plan) -> tuple[str, ...]:
    """The techniques that `step` put into the history for this act."""
    before, after = turn.before.history, turn.after.history
    if plan.kind in ("line", "silence") or not before:
        used = after[-1]
    else:
        used = after[-1][len(before[-1]) :]
    return tuple(program.techniques[index].id for index in used)


def _better(program: Program, state: EncounterState, name: str | None) -> tuple[str, bool]:
    if not name:
        return "", False
    node, _, line = name.rpartition(".")
    authored = program.scenario.nodes.get(node or state.node)
    if authored is None or line not in authored.lines:
        return "", False
    return words_of(program, authored.lines[line].words, state), authored.lines[line].spoken


def _left(turn: Turn) -> bool:
    return bool(turn.after.outcome) or any(isinstance(row, Entered) for row in turn.happened)


def _events(program: Program, turn: Turn) -> tuple[tuple[EventRule, ...], tuple[str, ...]]:
    fired = [row for row in turn.happened if isinstance(row, Fired) and not row.injected]
    events = tuple(program.scenario.events[row.event] for row in fired)
    return events, tuple(program.words(row.text, row.variant) for row in fired if row.text)


def _injected_words(program: Program, turn: Turn) -> str:
    for row in turn.happened:
        if isinstance(row, Fired) and row.injected:
            return program.words(row.text, row.variant)
    return ""


def _bare(program: Program, turn: Turn, kind: Kind, said: str, answering: Answering | None = None) -> TakenAct:
    debrief = words_of(program, answering.answer.debrief, turn.before) if answering else ""
    return TakenAct(
        turn=turn,
        kind=kind,
        visit=visit_of(program, turn.before),
        said=said,
        spoken=False,
        person=0,
        techniques=(),
        landed=None,
        reply="",
        deed=Deed(),
        debrief=debrief,
        better="",
        better_spoken=False,
        left=_left(turn),
        events=(),
        event_words=(),
        answering=answering,
    )


def _answer(program: Program, turn: Turn) -> TakenAct:
    given = next(row for row in turn.happened if isinstance(row, Answered))
    for prompt in program.scenario.nodes[turn.before.node].prompts:
        for answer in prompt.answers:
            if prompt.id == given.prompt and answer.id == given.answer:
                answering = Answering(prompt, answer, given.mark)
                return _bare(program, turn, "answer", seen_of(program, answer.words, turn.before), answering)
    raise ValueError(f"the scenario has no answer “{given.prompt}.{given.answer}”")
