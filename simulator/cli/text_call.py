"""A call in a terminal, for a screen reader as much as for a script: words in, plain lines out."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from simulator.cli.telling import briefing, happened, known, person_seen, scene, word_of
from simulator.encounter.actions import SILENCE, STOP, Action, ActionRefused, parse_action
from simulator.encounter.answering import answered
from simulator.encounter.bands import STAIRS, stair
from simulator.encounter.naming import name_in
from simulator.encounter.offer import Offer
from simulator.records.problem import RecordsProblem
from simulator.reports.quotes import curved

if TYPE_CHECKING:
    from simulator.records.live import LiveSession

HELP = """\
Type the number of a line, then Enter. Or type one of these words:
wait, hold, back, closer, cover, leave: what you can do instead of talking, where it is open.
{helpers}acts: everything you can do now, and why some of it is closed.
what: where things stand, and the lines again.
know: what you know by now.
history: what was said and done so far.
stop: leave the call at any moment. It is never held against you.
?: this help."""

PRACTICE_HELP = "gauge: the person's tension and trust, in practice alone."

LONGEST_ANSWER = 400
"""Characters of an answer that are looked at."""


class InputEndedError(Exception):
    """Nobody is there to answer any more."""


Ask = Callable[[str], str]
Say = Callable[[str], None]


def ask_person(prompt: str) -> str:
    """One line from whoever types, or from a pipe. Raises InputEndedError at its end."""
    if sys.stdin.isatty():
        try:
            return input(prompt)
        except EOFError:
            raise InputEndedError from None
    line = sys.stdin.readline()
    if not line:
        raise InputEndedError
    print(f"{prompt}{line.rstrip()}")
    return line.rstrip("\r\n")


class TextCall:
    """Plays a session by asking for each act. `timed` lets a timer that ran out act as silence."""

    def __init__(self, session: LiveSession, say: Say, ask: Ask = ask_person, *, timed: bool = False) -> None:
        self.session = session
        self.program = session.program
        self._say_line = say
        self._ask = ask
        self._timed = timed
        self._history: list[str] = []
        self._where = ("", 0)

    def brief(self) -> None:
        """Tell the briefing."""
        self._tell(briefing(self.program, self.session.course.first))

    def play(self) -> None:
        """Ask until the call is over. Raises InputEndedError if there is nobody to ask."""
        for turn in self.session.course.turns:
            self._history += happened(self.program, turn.before, turn.after, turn.happened)
        while not self.session.state.over:
            offered = self.session.offer()
            if self._where != (offered.node, offered.visit):
                self._where = (offered.node, offered.visit)
                self._say("")
                self._tell(scene(self.program, self.session.state, offered))
            self._tell_choices(offered)
            self._take(offered)

    def play_fixed(self, tokens: Iterable[str]) -> None:
        """Do these acts without asking, telling each. Raises ActionRefused at one that is not open."""
        for token in tokens:
            offered = self.session.offer()
            if self._where != (offered.node, offered.visit):
                self._where = (offered.node, offered.visit)
                self._say("")
                self._tell(scene(self.program, self.session.state, offered))
            self._do(parse_action(token), None)

    def _take(self, offered: Offer) -> None:
        """Ask until something is done."""
        began = time.monotonic()
        while True:
            answer = self._ask("> ")[:LONGEST_ANSWER].strip()
            thought = int((time.monotonic() - began) * 1000)
            if self._timed and offered.timer is not None and thought > offered.timer * 100:
                self._say(
                    f"You took {thought // 1000} seconds; there were {offered.timer // 10}. The moment has passed."
                )
                action: Action | None = SILENCE
            else:
                action = self._understand(answer, offered)
            if action is None:
                continue
            try:
                self._do(action, thought)
            except ActionRefused as refused:
                self._say(f"{refused} Choose again; ? is help.")
                continue
            except RecordsProblem as problem:
                self._say(str(problem))
                continue
            return

    def _understand(self, answer: str, offered: Offer) -> Action | None:
        """The act an answer means; None if it was a question or was not understood, and that is told."""
        word = " ".join(answer.casefold().split())
        if word.isdecimal() and word.isascii():
            return self._numbered(int(word), offered)
        questions: dict[str, Callable[[], None]] = {
            "?": self._tell_help,
            "help": self._tell_help,
            "what": lambda: self._tell_again(offered),
            "know": lambda: self._tell(known(self.program, self.session.state)),
            "history": lambda: self._tell(self._history or ["Nothing was said yet."]),
            "acts": lambda: self._tell_acts(offered),
            "": lambda: self._say("Type the number of a line, or ? for help."),
        }
        if self.session.header.mode == "practice":
            questions["gauge"] = self._tell_gauge
        if word in questions:
            questions[word]()
            return None
        if word in ("stop", "quit", "exit"):
            return STOP
        return self._named(word, answer, offered)

    def _numbered(self, number: int, offered: Offer) -> Action | None:
        choices = offered.prompt.answers if offered.prompt is not None else offered.lines
        if 1 <= number <= len(choices):
            return choices[number - 1].action
        self._say(f"There is no {number}; the numbers go from 1 to {len(choices)}.")
        return None

    def _named(self, word: str, answer: str, offered: Offer) -> Action | None:
        if offered.prompt is not None:
            self._say(f"Answer with a number from 1 to {len(offered.prompt.answers)} first, or ? for help.")
            return None
        if word == "silence" and offered.timer is not None:
            return SILENCE
        for act in offered.acts:
            if word in (act.action.id, word_of(act.action.id)):
                return act.action
        of_kind = [act for act in offered.acts if act.action.id.partition(":")[0] == word]
        if len(of_kind) == 1:
            return of_kind[0].action
        if of_kind:
            self._say("Say which: " + ", ".join(word_of(act.action.id) for act in of_kind) + ".")
            return None
        for line in offered.lines:
            if word == line.id:
                return line.action
        shown = "".join(sign for sign in answer[:40] if sign.isprintable())
        self._say(f"“{shown}” is not understood. Type the number of a line, acts, or ? for help.")
        return None

    def _do(self, action: Action, thought: int | None) -> None:
        before = self.session.state
        rows = self.session.act(action, thought)
        lines = list(happened(self.program, before, self.session.state, rows))
        if action.kind == "answer":
            practice = self.session.header.mode == "practice"
            lines.append(answered(self.program, action, before, practice=practice))
        self._history += lines
        self._tell(lines)

    def _say(self, line: str) -> None:
        self._say_line(curved(line))

    def _tell(self, lines: Iterable[str]) -> None:
        for line in lines:
            self._say(line)

    def _tell_help(self) -> None:
        self._say(HELP.format(helpers=self._helpers()))
        if self.session.header.mode == "practice":
            self._say(PRACTICE_HELP)

    def _helpers(self) -> str:
        """How to call this call's own help and let its own partner speak; nothing where there is neither."""
        acts = [act.action.id for act in self.session.offer().acts]
        shown = [act for kind in ("call:", "partner:") if (act := next((a for a in acts if a.startswith(kind)), ""))]
        what = {"call": "call help by its name", "partner": "let a partner speak"}
        meaning = ", ".join(what[act.partition(":")[0]] for act in shown)
        return f"{', '.join(map(word_of, shown))}: {meaning}.\n" if shown else ""

    def _tell_again(self, offered: Offer) -> None:
        self._tell(scene(self.program, self.session.state, offered))
        self._tell_choices(offered)

    def _tell_choices(self, offered: Offer) -> None:
        self._say("")
        if offered.prompt is not None:
            self._say(f"Question: {offered.prompt.ask}")
            for number, answer in enumerate(offered.prompt.answers, start=1):
                self._say(f"{number}. {answer.words}")
            return
        main = self.program.subjects[0]
        for number, line in enumerate(offered.lines, start=1):
            to = f" to {name_in(self.program, self.session.state, line.person)}" if line.person != main else ""
            again = f" ({'said' if line.spoken else 'done'} before)" if line.said_before else ""
            self._say(f"{number}. {'Say' if line.spoken else 'Do'}{to}: {line.words}{again}")
        if offered.timer is not None:
            limit = f"You have {offered.timer // 10} seconds." if self._timed else "Take your time."
            self._say(f"{limit} Or say nothing: silence.")
        open_acts = [word_of(act.action.id) for act in offered.acts if act.open]
        self._say(f"Or: {', '.join([*open_acts, 'stop'])}. ? is help.")

    def _tell_acts(self, offered: Offer) -> None:
        for act in offered.acts:
            closed = "" if act.open else f" (closed: {act.why_closed})"
            self._say(f"{word_of(act.action.id)}: {act.label}{closed}")

    def _tell_gauge(self) -> None:
        subject = self.session.state.subjects[0]
        self._say(
            f"Tension {subject.tension / 1000:.0f} of 100. Trust {max(0, subject.rapport) / 1000:.0f} of 100, "
            f"on the stair of {STAIRS[stair(subject.rapport)]}."
        )
        self._tell(person_seen(self.program, self.session.state))
