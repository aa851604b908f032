"""The opening: who you are, why you came, and a question before an order, within the first 45 words said.

In 577 recorded stops the officer's first 45 words told later escalation apart: those stops opened with an order
and not with a reason (Rho et al. 2023).
"""

from __future__ import annotations

from collections.abc import Iterable

from simulator.encounter.program import spoken_tenths
from simulator.scenario.words import Words
from simulator.scoring.acts import TakenAct
from simulator.scoring.values import Value

FIRST_WORDS = 45
TENTHS_A_WORD = 4

WHO = frozenset({"introduce"})
WHY = frozenset({"state_purpose", "explain_why"})
ASK = frozenset(
    {"open_question", "closed_question", "ask_permission", "use_name", "ask_suicide", "ask_weapons", "ask_condition"}
)
ORDER = frozenset({"commands", "one_instruction", "threat"})


class OpeningPart(Value):
    """One part of an opening: the turn and words it came with, and at which of the officer's words that line
    began (from 1). Turn 0 and word 0 mean that it was not there in time."""

    turn: int = 0
    word: int = 0
    said: str = ""

    @property
    def there(self) -> bool:
        """Whether it came within the first words."""
        return self.turn > 0


class Opening(Value):
    """The first words. `ask_before_order` is also true where nothing was ordered and something was asked;
    `words` is how many were said in all, up to the end of the line that holds the 45th."""

    who: OpeningPart
    why: OpeningPart
    ask: OpeningPart
    order: OpeningPart
    ask_before_order: bool
    reason_before_order: bool
    words: int
    summary: tuple[str, ...]


def count_words(said: str) -> int:
    """Words as the law counts them: anything between spaces with a letter or digit, brackets left out."""
    return spoken_tenths(said) // TENTHS_A_WORD


def read_opening(acts: Iterable[TakenAct], words: Words) -> Opening:
    """The opening of a call, told in these words."""
    parts = {"who": OpeningPart(), "why": OpeningPart(), "ask": OpeningPart(), "order": OpeningPart()}
    kinds = {"who": WHO, "why": WHY, "ask": ASK, "order": ORDER}
    total = 0
    for act in acts:
        if not act.spoken:
            continue
        if total >= FIRST_WORDS:
            break
        for name, techniques in kinds.items():
            if not parts[name].there and techniques & set(act.techniques):
                parts[name] = OpeningPart(turn=act.number, word=total + 1, said=act.said)
        total += count_words(act.said)
    order = parts["order"]
    ask_first = parts["ask"].there and (not order.there or parts["ask"].turn < order.turn)
    # A reason in the same line as an order counts as given with it, not after it.
    reason_first = parts["why"].there and (not order.there or parts["why"].turn <= order.turn)
    return Opening(
        **parts,
        ask_before_order=ask_first,
        reason_before_order=reason_first,
        words=total,
        summary=_summary(parts, words, ask_first, reason_first) if total else (words("opening_nothing"),),
    )


def _summary(parts: dict[str, OpeningPart], words: Words, ask_first: bool, reason_first: bool) -> tuple[str, ...]:
    who, why, ask, order = parts["who"], parts["why"], parts["ask"], parts["order"]
    lines = [
        words("opening_who", turn=who.turn) if who.there else words("opening_no_who"),
        words("opening_why", turn=why.turn) if why.there else words("opening_no_why"),
    ]
    if not order.there:
        lines.append(words("opening_no_order"))
    else:
        lines.append(words("opening_order_with_reason" if reason_first else "opening_order_first", turn=order.turn))
    if ask.there:
        lines.append(words("opening_ask_first" if ask_first else "opening_ask_late", turn=ask.turn))
    return tuple(lines)
