"""The call turn by turn as plain text."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.reports.consequence_words import consequence_lines
from simulator.reports.page.sentences import quoted, sentence
from simulator.reports.page.turns import time_told
from simulator.reports.words import Words
from simulator.scoring.debrief import Debrief, TurnStory


def turn_lines(debrief: Debrief, words: Words) -> Iterator[str]:
    """Every turn in order, each with what was done first; nothing where no decision was made."""
    if not debrief.turns:
        return
    yield words("turn_by_turn").upper()
    for turn in debrief.turns:
        yield ""
        yield from _turn(turn, words)


def _turn(turn: TurnStory, words: Words) -> Iterator[str]:
    yield words("text_turn", turn=turn.turn, at=turn.at, words=_done(turn, words))
    if turn.kind == "answer":
        yield f"  {words('text_answered', words=sentence(turn.said))}"
    for label in turn.critical:
        yield f"  {words('critical_here')}: {sentence(label)}"
    if turn.reply:
        yield f"  {turn.person}: {turn.reply}"
    if turn.effect:
        yield f"  {turn.effect}"
    yield from (f"  {told}" for told in time_told(turn, pulls=1))
    for happened in (*turn.events, *turn.changes):
        yield f"  {sentence(happened)}"
    for shown in turn.evidence:
        key = "text_evidence" if shown.counted else "text_evidence_settled"
        yield f"  {words(key, skill=shown.skill_label, mark=shown.item.r, why=shown.item.why)}"
    if turn.comment and turn.kind != "answer":
        yield f"  {turn.comment}"
    if turn.alternative:
        yield f"  {words('better')}: {quoted(turn.alternative, turn.alternative_spoken)}"
    elif turn.otherwise is not None and not (turn.consequence is not None and turn.consequence.better_said):
        label = words("more_at_once" if turn.otherwise.more else "open_too")
        yield f"  {label}: {quoted(turn.otherwise.said, turn.otherwise.spoken)}"
    if turn.consequence is not None:
        yield from (f"  {told}" for told in consequence_lines(turn.consequence, words))


def _done(turn: TurnStory, words: Words) -> str:
    """What was done in a turn, by whoever did it."""
    match turn.kind:
        case "inject":
            said = sentence(turn.said)
            return words("text_by_hand", words=said) if said else words("text_by_hand_bare")
        case "stop":
            return words("text_stop")
        case "answer":
            return words("text_asked", words=turn.asked)
        case _:
            return words("text_said" if turn.spoken else "text_did", said=quoted(turn.said, turn.spoken))
