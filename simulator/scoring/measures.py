"""Process measures: how the call went, counted. They stand beside the ratings and are never averaged into them."""

from __future__ import annotations

from statistics import median

from simulator.encounter.bands import BANDS, STAIR_LINES, STAIRS, stair
from simulator.encounter.course import Course
from simulator.encounter.drift import comfort_distance
from simulator.encounter.happenings import Arrived, Called, Changed, Found, Promised
from simulator.encounter.plans import Program
from simulator.encounter.program import REPLY_SECONDS
from simulator.scoring.acts import TakenAct, fact, words_of
from simulator.scoring.first_words import count_words
from simulator.scoring.session_facts import SessionFacts
from simulator.scoring.tension_path import Path, area, seconds_in_bands, tension_path
from simulator.scoring.values import Value, seconds_of, tenths_of

ASKS_NOTHING = frozenset({"pause", "give_space", "take_cover"})
"""Techniques that ask nothing of the person: an act of these alone buys time."""


class BandTime(Value):
    """Seconds spent in a band of tension."""

    band: str
    label: str
    seconds: float


class StairTime(Value):
    """When a stair of trust was first reached: clock in seconds and turn (0: at the start); None if never."""

    stair: str
    label: str
    seconds: float | None
    turn: int | None


class Talk(Value):
    """How talk and listening were shared: seconds the officer spoke, seconds the person had (replies, waits,
    silences), the share of listening in parts of one (None where nothing was said), and words each way."""

    spoken: float
    listened: float
    share_listened: float | None
    words_said: int
    words_heard: int


class Latency(Value):
    """Seconds of thinking before decisions, where they were measured: half were quicker than `middle`."""

    decisions: int
    middle: float
    longest: float
    longest_turn: int


class Fact(Value):
    """A hidden fact of the call and the turn in which it was found; None if it was not."""

    finding: str
    words: str
    turn: int | None


class StressorChange(Value):
    """A load on everyone: its level at the start and at the end, and the turn of its last change."""

    stressor: str
    label: str
    began: str
    ended: str
    eased: bool
    gone: bool
    turn: int | None


class Distance(Value):
    """Metres to the person at the start, at the end and at the nearest (with its turn, 0: the start), and the
    seconds spent inside the distance they needed. `nearest_weapon` is the nearest to a weapon in hand with nothing
    solid between; None where there was none."""

    began: float
    ended: float
    nearest: float
    nearest_turn: int
    seconds_inside_comfort: float
    nearest_weapon: float | None


class ForceUse(Value):
    """An act of force and the threat that there was when it was used."""

    turn: int
    said: str
    technique: str
    label: str
    threat: str
    in_measure: bool | None
    """True at an immediate threat, False at none, None where only the whole course of events can tell."""


class HelpCalled(Value):
    """A resource: when it was called and when it came, in seconds on the clock, and whether the officer's own act
    called it: an event can do so too."""

    resource: str
    label: str
    called: float
    turn: int
    arrived: float | None
    by_officer: bool = True


class PromiseKept(Value):
    """A promise that was made: `status` is made, kept or broken, with the turns of each."""

    promise: str
    words: str
    status: str
    made: int
    settled: int | None


class Injection(Value):
    """Something an instructor made happen. It never counts against the trainee; `tension` is how far it moved
    the person, in points."""

    turn: int
    event: str
    words: str
    tension: float


class Measures(Value):
    """Every process measure of a call. Seconds are simulated; tension and trust in points."""

    seconds: float
    decisions: int
    bands: tuple[BandTime, ...]
    tension_start: float
    tension_end: float
    tension_peak: float
    peak_turn: int
    peak_injected: bool
    tension_area: float
    """Points times minutes."""
    rapport_start: float
    rapport_end: float
    stairs: tuple[StairTime, ...]
    talk: Talk
    latency: Latency | None
    facts: tuple[Fact, ...]
    facts_found: int
    stressors: tuple[StressorChange, ...]
    stressors_eased: int
    distance: Distance
    force: tuple[ForceUse, ...]
    seconds_bought: float
    """Seconds passed in acts that ask nothing of the person (waits, holds, silences, room, cover) and did not
    hurt."""
    help: tuple[HelpCalled, ...]
    promises: tuple[PromiseKept, ...]
    injected: tuple[Injection, ...]


def measure(program: Program, course: Course, acts: tuple[TakenAct, ...], facts: SessionFacts) -> Measures:
    """The measures of a course."""
    first, last = course.first, course.last
    path = tension_path(program, course, acts)
    kinds = {act.number: act.kind for act in acts}
    found = _facts(program, course)
    stressors = _stressors(program, course)
    spent = seconds_in_bands(path)
    return Measures(
        seconds=seconds_of(last.clock),
        decisions=sum(act.is_deed for act in acts),
        bands=tuple(
            BandTime(band=band, label=program.catalogues.bands[band].label, seconds=spent[band]) for band in BANDS
        ),
        tension_start=tenths_of(first.subjects[0].tension),
        tension_end=tenths_of(last.subjects[0].tension),
        tension_peak=tenths_of(path.peak),
        peak_turn=path.peak_turn,
        peak_injected=kinds.get(path.peak_turn) == "inject",
        tension_area=area(path),
        rapport_start=tenths_of(first.subjects[0].rapport),
        rapport_end=tenths_of(last.subjects[0].rapport),
        stairs=_stairs(program, course),
        talk=_talk(acts),
        latency=_latency(acts, facts),
        facts=found,
        facts_found=sum(fact_.turn is not None for fact_ in found),
        stressors=stressors,
        stressors_eased=sum(change.eased for change in stressors),
        distance=_distance(program, course, path),
        force=_force(program, acts),
        seconds_bought=seconds_of(sum(_bought(act) for act in acts)),
        help=_help(program, course, acts),
        promises=_promises(program, course),
        injected=tuple(_injection(act) for act in acts if act.kind == "inject"),
    )


def _stairs(program: Program, course: Course) -> tuple[StairTime, ...]:
    reached: dict[int, tuple[int, int]] = {}
    for turn, clock, state in [(0, 0, course.first), *((t.number, t.after.clock, t.after) for t in course.turns)]:
        for place in range(1, stair(state.subjects[0].rapport) + 1):
            reached.setdefault(place, (clock, turn))
    return tuple(
        StairTime(
            stair=STAIRS[place],
            label=program.catalogues.stairs[STAIRS[place]].label if STAIRS[place] in program.catalogues.stairs else "",
            seconds=seconds_of(reached[place][0]) if place in reached else None,
            turn=reached[place][1] if place in reached else None,
        )
        for place in range(1, len(STAIR_LINES) + 1)
    )


def _talk(acts: tuple[TakenAct, ...]) -> Talk:
    said = heard = replies = quiet = 0
    for act in acts:
        if not act.is_deed:
            continue
        heard += count_words(act.reply)
        if act.spoken:
            said += count_words(act.said)
            replies += REPLY_SECONDS
        elif "pause" in act.techniques:
            quiet += act.turn.after.clock - act.turn.before.clock
    spoken, listened = 4 * said, replies + quiet
    share = round(listened / (spoken + listened), 2) if spoken + listened else None
    return Talk(
        spoken=seconds_of(spoken),
        listened=seconds_of(listened),
        share_listened=share,
        words_said=said,
        words_heard=heard,
    )


def _latency(acts: tuple[TakenAct, ...], facts: SessionFacts) -> Latency | None:
    times = [
        (taken, act.number)
        for act, taken in zip(acts, facts.thinking_ms, strict=False)
        if taken is not None and act.is_deed and act.kind != "silence"
    ]
    if not times:
        return None
    longest, turn = max(times, key=lambda pair: (pair[0], -pair[1]))
    return Latency(
        decisions=len(times),
        middle=round(median(taken for taken, _ in times) / 1000, 1),
        longest=round(longest / 1000, 1),
        longest_turn=turn,
    )


def _facts(program: Program, course: Course) -> tuple[Fact, ...]:
    turns = {row.finding: turn.number for turn in course.turns for row in turn.happened if isinstance(row, Found)}
    turns |= {row.finding: 0 for row in course.opening if isinstance(row, Found)}
    return tuple(
        Fact(finding=id_, words=words_of(program, text, course.last), turn=turns.get(id_))
        for id_, text in program.scenario.findings.items()
    )


def _stressors(program: Program, course: Course) -> tuple[StressorChange, ...]:
    changed = {
        row.name: turn.number
        for turn in course.turns
        for row in turn.happened
        if isinstance(row, Changed) and row.target == "stressor"
    }
    changes = []
    for place, stressor in enumerate(program.scenario.stressors.values()):
        began, ended = course.first.levels[place], course.last.levels[place]
        loads, names = program.loads[place], program.level_names[place]
        changes.append(
            StressorChange(
                stressor=stressor.id,
                label=stressor.label,
                began=names[began],
                ended=names[ended],
                eased=loads[ended] < loads[began],
                gone=loads[ended] == 0 < loads[began],
                turn=changed.get(stressor.id),
            )
        )
    return tuple(changes)


def _distance(program: Program, course: Course, path: Path) -> Distance:
    nearest, turn = min(
        [(course.first.distance, 0), *((turn.after.distance, turn.number) for turn in course.turns)],
    )
    profile = program.casts[course.first.temperament].profiles[0].source
    inside = sum(
        stretch.tenths
        for stretch in path.stretches
        if stretch.distance < comfort_distance(profile, stretch.begins, stretch.behind)
    )
    states = [course.first, *(turn.after for turn in course.turns)]
    open_to = [state.distance for state in states if fact(state, "weapon") == "in_hand" and not state.cover]
    return Distance(
        began=tenths_of(course.first.distance),
        ended=tenths_of(course.last.distance),
        nearest=tenths_of(nearest),
        nearest_turn=turn,
        seconds_inside_comfort=seconds_of(inside),
        nearest_weapon=tenths_of(min(open_to)) if open_to else None,
    )


def _force(program: Program, acts: tuple[TakenAct, ...]) -> tuple[ForceUse, ...]:
    uses = []
    measure_of = {"immediate": True, "none": False}
    for act in acts:
        threat = str(fact(act.turn.before, "threat"))
        for id_ in act.techniques:
            row = program.catalogues.techniques[id_]
            if row.polarity == "by_threat":
                uses.append(
                    ForceUse(
                        turn=act.number,
                        said=act.said,
                        technique=id_,
                        label=row.label,
                        threat=threat,
                        in_measure=measure_of.get(threat),
                    )
                )
    return tuple(uses)


def _bought(act: TakenAct) -> int:
    if not act.techniques or not set(act.techniques) <= ASKS_NOTHING:
        return 0
    if act.landed is None or act.landed.landing == "hurts":
        return 0
    return act.turn.after.clock - act.turn.before.clock


def _help(program: Program, course: Course, acts: tuple[TakenAct, ...]) -> tuple[HelpCalled, ...]:
    called: dict[str, int] = {}
    by_event = {(act.number, id_) for act in acts for event in act.events for id_ in event.deed.calls}
    arrived: set[str] = set()
    for turn in course.turns:
        for row in turn.happened:
            if isinstance(row, Called):
                called[row.resource] = turn.number
            elif isinstance(row, Arrived):
                arrived.add(row.resource)
    rows = []
    for id_, number in called.items():
        place = program.resources.index(id_)
        due = course.last.due[place]
        rows.append(
            HelpCalled(
                resource=id_,
                label=program.scenario.resources[id_].label,
                called=seconds_of(due - program.etas[place]),
                turn=number,
                arrived=seconds_of(due) if id_ in arrived else None,
                by_officer=(number, id_) not in by_event,
            )
        )
    return tuple(rows)


def _promises(program: Program, course: Course) -> tuple[PromiseKept, ...]:
    made: dict[str, int] = {}
    settled: dict[str, tuple[str, int]] = {}
    for turn in course.turns:
        for row in turn.happened:
            if isinstance(row, Promised):
                if row.status == "made":
                    made[row.promise] = turn.number
                else:
                    settled[row.promise] = (row.status, turn.number)
    rows = []
    for id_, number in made.items():
        status, when = settled.get(id_, ("made", None))
        words = words_of(program, program.scenario.promises[id_], course.last)
        rows.append(PromiseKept(promise=id_, words=words, status=status, made=number, settled=when))
    return tuple(rows)


def _injection(act: TakenAct) -> Injection:
    turn = act.turn
    moved = turn.after.subjects[0].tension - turn.before.subjects[0].tension
    return Injection(turn=act.number, event=turn.action.id, words=act.said, tension=tenths_of(moved))
