"""The call turn by turn: cue, words, answer, effect, what moved the person, evidence, alternative, cost."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from simulator.reports.consequence_words import consequence_lines
from simulator.reports.page.blocks import (
    Block,
    Card,
    Line,
    Paragraph,
    Points,
    Run,
    Speech,
    Tone,
    line,
    plain,
    quiet,
    strong,
)
from simulator.reports.page.sentences import clean, quoted, sentence
from simulator.reports.words import Words
from simulator.scoring.debrief import Debrief, TurnStory

LEAST_TOLD = 0.5
"""Points of tension that time has to move by more than this before a turn tells of it."""


@dataclass(frozen=True, slots=True)
class _Told:
    """Where what a turn has to tell stands in full: the number of that turn itself, or of an earlier one that told the
    same."""

    cues: int
    otherwise: int
    reasons: int
    comment: int


def turn_cards(debrief: Debrief, words: Words) -> Iterator[Block]:
    """A card for each turn, with the anchor that links to turns lead to."""
    scene = ""
    for turn, told in zip(debrief.turns, _told(debrief.turns), strict=True):
        yield _card(turn, told, words, new_scene=turn.scene != scene)
        scene = turn.scene
    if not debrief.turns:
        yield plain(words("nothing_kept"), "quiet")


def _told(turns: Iterable[TurnStory]) -> Iterator[_Told]:
    last: dict[str, tuple[object, int]] = {}
    for turn in turns:
        other = turn.otherwise if _shows_otherwise(turn) else None
        parts: dict[str, object] = {
            "cues": turn.cues,
            "otherwise": (turn.node, other.said) if other is not None else (),
            "reasons": _time_and_reasons(turn)[1],
            "comment": turn.comment,
        }
        for name, part in parts.items():
            if name not in last or (part and part != last[name][0]):
                last[name] = (part, turn.turn)
        yield _Told(**{name: last[name][1] for name in parts})


def _shows_otherwise(turn: TurnStory) -> bool:
    """Whether the card names what else was open: where the author or what was worked out names a better act, not."""
    led_to = turn.consequence
    worked_out = led_to is not None and led_to.better_said
    return turn.kind in ("line", "act", "silence") and not turn.alternative and not worked_out


def _noticed(turn: TurnStory, told: _Told, words: Words) -> Iterator[Block]:
    """What could be noticed; where it is what an earlier turn tells, a link to that."""
    if not turn.cues:
        return
    if told.cues == turn.turn:
        rest: Line = (quiet(" ".join(sentence(cue) for cue in turn.cues)),)
    else:
        rest = (quiet(f"{words('cues_same')} "), Run(words("turn", number=told.cues), turn=told.cues), quiet("."))
    yield Paragraph(line(quiet(f"{words('cues')}: "), *rest))


def _card(turn: TurnStory, told: _Told, words: Words, *, new_scene: bool) -> Card:
    tone: Tone = ""
    if turn.critical or turn.landing == "hurts":
        tone = "poor"
    elif turn.landing == "lands":
        tone = "good"
    title = line(words("at_turn", turn=turn.turn, at=turn.at))
    return Card(title, tuple(_blocks(turn, told, words, new_scene=new_scene)), tone, f"turn-{turn.turn}")


def _blocks(turn: TurnStory, told: _Told, words: Words, *, new_scene: bool) -> Iterator[Block]:
    if new_scene and turn.scene:
        yield plain(clean(turn.scene), "quiet")
    yield from _noticed(turn, told, words)
    yield from _done(turn, words)
    for label in turn.critical:
        yield Paragraph(line(strong(f"{words('critical_here')}: "), sentence(label)), "poor")
    if turn.reply:
        yield Speech(clean(turn.person), clean(turn.reply))
    for event in turn.events:
        yield plain(clean(event))
    if turn.effect:
        yield Paragraph(line(strong(clean(turn.effect))))
    if turn.injected:
        yield plain(words("injected_note"), "quiet")
    if turn.comment:
        same = told.comment != turn.turn
        yield _as_in("comment_same", told.comment, words) if same else plain(clean(turn.comment))
    yield from _else(turn, told.otherwise, words)
    if turn.consequence is not None and (led := tuple(consequence_lines(turn.consequence, words, better=False))):
        yield plain(" ".join(led))
    yield from _why(turn, told, words)
    yield from _showed(turn, words)


def _done(turn: TurnStory, words: Words) -> Iterator[Block]:
    if turn.kind == "inject":
        yield Speech(words("by_instructor"), sentence(turn.said))
    elif turn.kind == "stop":
        yield plain(words("stopped_here"))
    elif turn.kind == "answer":
        yield Speech(words("asked"), clean(turn.asked))
        yield Speech(words("you_answered"), sentence(turn.said))
    else:
        yield Speech(words("you" if turn.spoken else "you_did"), quoted(turn.said, turn.spoken))


def _else(turn: TurnStory, first: int, words: Words) -> Iterator[Block]:
    """What might serve better: in the author's words, else what was worked out, else what else was open; where that
    is what the turns before it name too, a link to the `first` of them."""
    led_to, other = turn.consequence, turn.otherwise
    if turn.kind not in ("line", "act", "silence"):
        return
    if turn.alternative:
        yield Paragraph(line(strong(f"{words('better')}: "), quoted(turn.alternative, turn.alternative_spoken)))
        if led_to is None or led_to.better_said in ("", turn.alternative):
            return
    if led_to is not None and led_to.better_said:
        yield Paragraph(
            line(strong(f"{words('better_worth')}: "), quoted(led_to.better_said, led_to.better_spoken)),
        )
    elif other is None:
        yield plain(words("nothing_else"))
    else:
        why = quiet(f" {words('shows_called', skill=other.skill)}") if other.skill else ""
        label = words("more_at_once" if other.more else "open_too")
        if first == turn.turn:
            yield Paragraph(line(strong(f"{label}: "), quoted(other.said, other.spoken), why))
        else:
            same = Run(words("turn", number=first), turn=first)
            yield Paragraph(line(strong(f"{label}: "), f"{words('open_same')} ", same, "."))


def time_told(turn: TurnStory, pulls: int = 2) -> Iterator[str]:
    """How the time after a turn moved tension, and at most so many `pulls` that did it; nothing where it hardly did."""
    moved, reasons = _time_and_reasons(turn, pulls)
    if moved:
        yield " ".join([moved, *reasons])


def _time_and_reasons(turn: TurnStory, pulls: int = 2) -> tuple[str, tuple[str, ...]]:
    """How the time after a turn moved tension, and what did it; "" and nothing where it hardly did."""
    inner = turn.inner
    if inner is None or abs(inner.by_time) <= LEAST_TOLD:
        return "", ()
    same = [cause.words for cause in inner.causes if (cause.points > 0) is (inner.by_time > 0)]
    return inner.time_words, tuple(same[:pulls])


def _as_in(key: str, turn: int, words: Words, before: str = "") -> Paragraph:
    """A sentence that leads to an earlier turn in place of telling the same again."""
    return Paragraph(line(f"{before}{words(key)} ", Run(words("turn", number=turn), turn=turn), "."))


def _why(turn: TurnStory, told: _Told, words: Words) -> Iterator[Block]:
    moved, reasons = _time_and_reasons(turn)
    lines: list[Line] = []
    if reasons and told.reasons != turn.turn:
        lines.append(_as_in("reasons_same", told.reasons, words, f"{clean(moved)} ").line)
    elif moved:
        lines.append(line(sentence(" ".join([moved, *reasons]))))
    lines += [line(sentence(change)) for change in turn.changes]
    if lines:
        yield Points(tuple(lines))


def _showed(turn: TurnStory, words: Words) -> Iterator[Block]:
    lines: list[Line] = []
    for shown in turn.evidence:
        mark = words("evidence", skill=shown.skill_label, mark=shown.item.r)
        settled = "" if shown.counted else f" {words('not_counted')}"
        lines.append(line(Run(f"{mark} "), sentence(shown.item.why), quiet(settled) if settled else ""))
    lines += [line(strong(f"{words('habit_here')}: "), sentence(label)) for label in turn.habits]
    if lines:
        yield Points(tuple(lines))
    if turn.techniques:
        yield plain(f"{words('techniques')}: {'; '.join(turn.techniques)}.", "quiet")
