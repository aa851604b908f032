"""A batch of simulated calls, and what is kept of it: little enough to travel between processes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from types import MappingProxyType

from simulator.authoring.lint.seen import words_seen
from simulator.authoring.lint.wording import spoken
from simulator.authoring.simulation import Run, Usage, play_policy, run_of, run_seed
from simulator.authoring.simulation.usage import counted
from simulator.authoring.trainees import POLICIES, Policy
from simulator.encounter.actions import Action, ActionRefused
from simulator.encounter.course import Course, play
from simulator.encounter.draws import draw
from simulator.encounter.happenings import Landed, Replied
from simulator.encounter.plans import Program
from simulator.encounter.state import EncounterState
from simulator.scoring.acts import read_acts
from simulator.scoring.critical import critical_findings
from simulator.scoring.items import evidence
from simulator.scoring.ratings import rate_skills

SEED = 1
"""The seed of all these calls: the same file gives the same findings."""

SLIPPING = "slipping_expert"

SLIPS_IN = 6
"""One act in so many of a slipping expert is anything at all."""

STATES = 2
"""States of a moment that are kept, of each batch: as many as are looked at for each temperament."""

ABLE = ("typical", "expert", SLIPPING)
"""Who plays well or nearly so: what lines are worth is asked where these come."""


def slipping(program: Program, state: EncounterState) -> Action:
    """The expert, with every sixth act anything at all: what is met when nearly everything goes well."""
    slips = draw(state.seed, "lint:slips", state.node, state.turn) % SLIPS_IN == 0
    return POLICIES["random" if slips else "expert"](program, state)


PLAYERS: Mapping[str, Policy] = MappingProxyType({**POLICIES, SLIPPING: slipping})
"""Everybody who plays for the rules, by name."""


@dataclass(frozen=True, slots=True)
class Batch:
    """Calls and what came up in them. `stuck` counts the moments at which nothing was left to do; such calls are not
    among the others. By `NODE.LINE`: `trust` is the least and the most rapport, in thousandths, of whoever the line
    was said to; `generic` counts, by landing, replies of the catalogue's own; `again` the calls
    in which an able trainee was answered twice in the same spoken words.

    Of typical trainees `read` tells the words read in each call, and `rated` the skills rated in some. Of able ones
    `met` holds a few states of each moment, and `always` the critical errors that every call of theirs shows which
    came to its end: None where none did.
    """

    runs: tuple[Run, ...]
    usage: Usage
    stuck: Mapping[str, int]
    trust: Mapping[str, tuple[int, int]]
    generic: Mapping[str, Counter[str]]
    again: Mapping[str, int]
    read: tuple[int, ...] = ()
    rated: tuple[frozenset[str], ...] = ()
    met: Mapping[str, tuple[EncounterState, ...]] = field(default_factory=dict)
    always: frozenset[str] | None = None


def batch_of(program: Program, name: str, temperament: str, first: int, last: int, every: int) -> Batch:
    """The calls from `first` up to, not including, `last` of one player; every so many of typical ones is rated."""
    stuck: Counter[str] = Counter()
    numbered = [
        (number, course)
        for number in range(first, last)
        if (course := _played(program, PLAYERS[name], run_seed(SEED, number), temperament, stuck)) is not None
    ]
    courses = [course for _, course in numbered]
    typical, able = name == "typical", name in ABLE
    return Batch(
        tuple(run_of(program, name, course) for course in courses) if name != SLIPPING else (),
        counted(program, courses),
        dict(stuck),
        _trust(program, courses),
        _generic(courses),
        _again(program, courses) if able else {},
        tuple(words_seen(program, courses)) if typical else (),
        tuple(_rated(program, course) for number, course in numbered if number % every == 0) if typical else (),
        _met(courses) if able else {},
        _always(program, courses) if able else None,
    )


def batch_of_tests(program: Program) -> Batch:
    """The scenario's own tests, those that can be played."""
    courses = list(_tests(program))
    return Batch((), counted(program, courses), {}, {}, _generic(courses), {}, always=_always(program, courses))


def _played(program: Program, policy: Policy, seed: int, temperament: str, stuck: Counter[str]) -> Course | None:
    """A call played to its end; None where nothing was left to do in it, which is noted in `stuck`."""
    at = ""

    def watched(program: Program, state: EncounterState) -> Action:
        nonlocal at
        at = state.node
        return policy(program, state)

    try:
        return play_policy(program, watched, seed, temperament)
    except ActionRefused:
        stuck[at] += 1
        return None


def _tests(program: Program) -> Iterator[Course]:
    for test in program.scenario.tests:
        if test.temperament not in program.temperaments:
            continue
        with suppress(ActionRefused):
            yield play(program, test.seed, test.temperament, test.play)


def _met(courses: Sequence[Course]) -> dict[str, tuple[EncounterState, ...]]:
    """The first states in which each moment was come to."""
    met: dict[str, tuple[EncounterState, ...]] = {}
    for course in courses:
        for turn in course.turns:
            here = met.get(turn.before.node, ())
            if len(here) < STATES and turn.before.beat == 0:
                met[turn.before.node] = (*here, turn.before)
    return met


def _always(program: Program, courses: Sequence[Course]) -> frozenset[str] | None:
    """The critical errors that every finished call shows; None where no call was finished."""
    always: frozenset[str] | None = None
    for course in courses:
        if course.last.outcome and always != frozenset():
            shown = frozenset(each.error for each in critical_findings(program, read_acts(program, course)))
            always = shown if always is None else always & shown
    return always


def _rated(program: Program, course: Course) -> frozenset[str]:
    """The skills that a debrief would rate."""
    acts = read_acts(program, course)
    items = evidence(program, acts, critical_findings(program, acts))
    return frozenset(each.skill for each in rate_skills(program.catalogues, items, stopped=False) if each.rating)


def _trust(program: Program, courses: Sequence[Course]) -> dict[str, tuple[int, int]]:
    """The least and the most rapport at which each line was said."""
    trust: dict[str, tuple[int, int]] = {}
    for course in courses:
        for turn in course.turns:
            if turn.action.kind == "line":
                plan = program.nodes[turn.before.node].lines[turn.action.id]
                here = turn.before.subjects[plan.person].rapport
                low, high = trust.get(name := f"{turn.before.node}.{turn.action.id}", (here, here))
                trust[name] = (min(low, here), max(high, here))
    return trust


def _generic(courses: Sequence[Course]) -> dict[str, Counter[str]]:
    """Replies of the catalogue's, by the line that they answered."""
    generic: dict[str, Counter[str]] = {}
    for course in courses:
        for turn in course.turns:
            if turn.action.kind != "line":
                continue
            landing = next((each.landing for each in turn.happened if isinstance(each, Landed)), None)
            reply = next((each for each in turn.happened if isinstance(each, Replied)), None)
            if landing is not None and reply is not None and reply.text.startswith("reaction."):
                generic.setdefault(f"{turn.before.node}.{turn.action}", Counter())[landing] += 1
    return generic


def _again(program: Program, courses: Sequence[Course]) -> Counter[str]:
    """The calls in which a line was answered twice in the same spoken words, by line."""
    again: Counter[str] = Counter()
    for course in courses:
        heard: set[tuple[str, str, int]] = set()
        twice: set[str] = set()
        for turn in course.turns:
            reply = next((each for each in turn.happened if isinstance(each, Replied)), None)
            if turn.action.kind != "line" or reply is None or not spoken(program.words(reply.text, reply.variant)):
                continue
            line = f"{turn.before.node}.{turn.action}"
            if (line, reply.text, reply.variant) in heard:
                twice.add(line)
            heard.add((line, reply.text, reply.variant))
        again.update(twice)
    return again
