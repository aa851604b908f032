"""What a trainee, a timer or an instructor can do, and how it is written in logs, tests and play lists."""

from __future__ import annotations

from typing import Literal, NamedTuple

from simulator.scenario.parts import PLAIN_ACTS

ActionKind = Literal["line", "act", "silence", "answer", "inject", "stop"]

_PREFIXED: dict[str, ActionKind] = {
    "call": "act",
    "partner": "act",
    "answer": "answer",
    "inject": "inject",
    "line": "line",
}
_BARE = frozenset({*PLAIN_ACTS, "silence", "stop"})
"""Bare words that are no lines; a line with such an id is written `line:back`."""

_LONGEST = 200
"""Characters of the longest token: two ids and a word."""


class Action(NamedTuple):
    """One action. `id` is a line of the present node; a standing act (`wait`, `call:van`, `partner:ann`);
    `PROMPT.ANSWER`; an event an instructor fires; empty for silence and stop.

    Silence is a timer that ran out. Answers, injections and a stop take no time.
    """

    kind: ActionKind
    id: str = ""

    def __str__(self) -> str:
        if self.kind in ("silence", "stop"):
            return self.kind
        if self.kind in ("answer", "inject") or (self.kind == "line" and self.id in _BARE):
            return f"{self.kind}:{self.id}"
        return self.id


SILENCE = Action("silence")
STOP = Action("stop")


class ActionRefused(ValueError):  # noqa: N818 - it is a refusal, said in plain words, not a fault
    """An action that is not open now; the message says why and what is open."""


def parse_action(token: str) -> Action:
    """The action a token stands for. A bare word that is no standing act is a line of the present node; `line:back`
    is the line called `back`."""
    token = token.strip()
    if not token:
        raise ActionRefused("An empty word is not an action.")
    if len(token) > _LONGEST:
        raise ActionRefused(f"“{token[:40]}…” is far too long for an action.")
    if token == "silence":
        return SILENCE
    if token == "stop":
        return STOP
    prefix, colon, rest = token.partition(":")
    if colon:
        kind = _PREFIXED.get(prefix)
        if kind is not None and not rest:
            raise ActionRefused(f"“{token}” names nothing behind its colon.")
        if kind is None:
            raise ActionRefused(
                f"“{token}” is not an action: before the colon stands line, call, partner, answer or inject."
            )
        return Action(kind, token if kind == "act" else rest)
    return Action("act" if token in PLAIN_ACTS else "line", token)
