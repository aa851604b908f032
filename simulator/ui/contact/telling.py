"""What happened, told in the order in which it happened: your words, their answer, what went on around you."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from simulator.encounter.actions import Action
from simulator.encounter.answering import answered
from simulator.encounter.happenings import Acted, Arrived, Called, Ended, Fired, Found, Happening, Promised, Replied
from simulator.encounter.naming import speaker_of, spoken_part
from simulator.encounter.offer import act_label, offer
from simulator.encounter.state import EncounterState
from simulator.ui.call import Call
from simulator.ui.words import clock_words

Kind = Literal["scene", "sign", "you", "said", "event", "note", "advice"]
"""`advice` is a note that was asked for: what an answer was worth in practice, a hint."""


@dataclass(frozen=True, slots=True)
class Told:
    """One thing told. `who` is a name, for what a person says or does, and `person` the id of who says it; `turn`
    counts the acts, 0 before the first."""

    kind: Kind
    words: str
    who: str = ""
    turn: int = 0
    person: str = ""

    @property
    def reveal_seconds(self) -> float:
        """How long it stands before the next is told. It stays on screen: nobody has to read faster than they do."""
        spoken = len(self.words.split())
        if self.kind == "you":
            return 0.5 + min(0.9, spoken * 0.05)
        return 0.6 + min(1.8, spoken * 0.09)

    @property
    def speaking_seconds(self) -> float:
        """How long the person's mouth moves: only for words said, not for stage directions."""
        said = spoken_part(self.words)
        return min(5.0, len(said.split()) / 2.8) if self.kind == "said" else 0.0


def quoted(words: str, spoken: bool) -> str:
    """An officer's line as it is shown: words in quotation marks, a deed without."""
    return f"“{words}”" if spoken else words


def told_answer(call: Call, action: Action, before: EncounterState) -> Told:
    """What an answer to a prompt was worth; in an assessed call, that it was taken."""
    words = answered(call.program, action, before, practice=call.practice)
    return Told("advice" if call.practice else "note", words)


def own_words(call: Call, action: Action, before: EncounterState, acted: Acted | None) -> str:
    """What the officer said or did, as it was worded then."""
    if action.kind == "silence":
        return "(You say nothing, and the moment passes.)"
    if action.kind == "line":
        line = call.scenario.nodes[before.node].lines[action.id]
        words = call.words(acted.text, acted.variant) if acted is not None else ""
        return quoted(words or line.words.variants[0].words, line.spoken)
    node = call.program.nodes[before.node]
    return act_label(call.program, before, node.acts[action.id], before.visits[node.index])


def to_name(call: Call, person: str | None) -> str:
    """Whom words are for, where that is not the one in front: "to NAME"; "" otherwise."""
    return f"to {call.name(person)}" if person is not None and person != call.main else ""


def _addressing(call: Call, action: Action, before: EncounterState) -> str:
    line = call.scenario.nodes[before.node].lines.get(action.id) if action.kind == "line" else None
    to = to_name(call, line.person) if line is not None else ""
    return f"You, {to}" if to else "You"


def told(call: Call, action: Action, before: EncounterState, happened: Iterable[Happening], turn: int) -> list[Told]:
    """Everything an act brought, to be shown one after the other; `before` is the state it was done in."""
    rows = list(happened)
    acted = next((row for row in rows if isinstance(row, Acted)), None)
    if action.kind in ("answer", "inject", "stop"):
        telling = []
    else:
        telling = [Told("you", own_words(call, action, before, acted), _addressing(call, action, before), turn)]
    for row in rows:
        one = _one(call, row, turn)
        if one is not None and one.words:
            telling.append(one)
    return telling


def _one(call: Call, row: Happening, turn: int) -> Told | None:
    if isinstance(row, Replied):
        words = call.words(row.text, row.variant)
        return Told("said", words, speaker_of(call.program, call.state, row.person, words), turn, row.person)
    if isinstance(row, Fired):
        return Told("event", call.words(row.text, row.variant), "", turn)
    if isinstance(row, Found):
        return Told("note", f"You found out: {call.scenario.findings[row.finding].variants[0].words}", "", turn)
    if isinstance(row, Called):
        resource = call.scenario.resources[row.resource]
        return Told("note", f"Called: {resource.label}, in {clock_words(resource.eta / 10)}.", "", turn)
    if isinstance(row, Arrived):
        return Told("note", f"Here now: {call.scenario.resources[row.resource].label}.", "", turn)
    if isinstance(row, Promised):
        promise = call.scenario.promises[row.promise].variants[0].words
        said = {"made": "You promised", "kept": "You kept your promise", "broken": "A promise was broken"}[row.status]
        return Told("note", f"{said}: “{promise}”", "", turn)
    if isinstance(row, Ended):
        return Told("event", call.scenario.outcomes[row.outcome].title.variants[0].words, "", turn)
    return None


def history(call: Call) -> list[Told]:
    """Everything said and done so far, from the session's course."""
    course = call.session.course
    telling: list[Told] = []
    place: tuple[str, str] | None = None
    for number, turn in enumerate(course.turns, start=1):
        scene = offer(call.program, turn.before).scene
        if (turn.before.node, scene) != place:
            telling.append(Told("scene", scene, "", number))
            place = (turn.before.node, scene)
        telling += told(call, turn.action, turn.before, turn.happened, number)
    return telling
