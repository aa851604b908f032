"""The opening: who you are, why you came, and a question before an order, within the first 45 words said.

In 577 recorded stops the officer's first 45 words told later escalation apart: those stops opened with an order
and not with a reason (Rho et al. 2023).
"""

from __future__ import annotations

from collections.abc import Iterable

from simulator.encounter.program import spoken_tenths
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


def read_opening(acts: Iterable[TakenAct]) -> Opening:
    """The opening of a call."""
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
        summary=_summary(parts, ask_first, reason_first, total),
    )


def _summary(parts: dict[str, OpeningPart], ask_first: bool, reason_first: bool, total: int) -> tuple[str, ...]:
    if not total:
        return ("Nothing was said.",)
    who, why, ask, order = parts["who"], parts["why"], parts["ask"], parts["order"]
    lines = [
        f"Who you are: said in turn {who.turn}." if who.there else "Who you are: not in the first words.",
        f"Why you came: said in turn {why.turn}." if why.there else "Why you came: not in the first words.",
    ]
    if not order.there:
        lines.append("No order was given in the first words.")
    elif reason_first:
        lines.append(f"An order came in turn {order.turn}, with a reason given by then.")
    else:
        lines.append(f"An order came in turn {order.turn}, before any reason.")
    if ask.there:
        lines.append(
            f"A question came in turn {ask.turn}, before any order."
            if ask_first
            else f"A question came in turn {ask.turn}, after the order or with it."
        )
    return tuple(lines)
