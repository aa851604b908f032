"""Stages three and four of a step: time passes, help arrives, events fire, bands settle."""

from __future__ import annotations

from operator import getitem

from simulator.encounter.bands import BANDS, settled_band
from simulator.encounter.drift import drift
from simulator.encounter.happenings import Arrived, Banded, Drifted, Fired, Happening, Landed
from simulator.encounter.law import Act, apply
from simulator.encounter.moment import Moment
from simulator.encounter.plans import EventPlan, Program
from simulator.encounter.reading import FACT_PLACES, View
from simulator.encounter.scene import change_scene, lies_found
from simulator.encounter.ways import go
from simulator.encounter.wording import choose

_BEHIND = FACT_PLACES["behind"]


def load(program: Program, view: View) -> int:
    """The stressors' load now, in thousandths."""
    return sum(map(getitem, program.loads, view.levels))


def next_cut(program: Program, moment: Moment, *, expected: bool = False) -> int | None:
    """When the next arrival or timed event falls due; None if nothing is to come.

    `expected` leaves out timed events whose condition does not hold now: nobody waits for those.
    """
    soonest: int | None = None
    for place, due in enumerate(moment.due):
        if due >= 0 and not moment.arrived >> place & 1 and (soonest is None or due < soonest):
            soonest = due
    for event in program.timed:
        passed = event.test is not None and (event.at <= moment.clock or (expected and not event.test(moment)))
        if not moment.fired & event.bit and not passed:
            if soonest is None or event.at < soonest:
                soonest = event.at
            break
    return soonest


def pass_time(program: Program, moment: Moment, tenths: int, happened: list[Happening]) -> bool:
    """Drift for so long, cut by whatever falls due. Gives whether an event moved or ended the scene, which stops
    the act there."""
    end = moment.clock + tenths
    while True:
        cut = next_cut(program, moment)
        if cut is None or cut > end:
            _drift(program, moment, end - moment.clock, happened)
            return False
        if cut > moment.clock:
            _drift(program, moment, cut - moment.clock, happened)
        moved = _fall_due(program, moment, cut, happened)
        if moved or moment.outcome:
            return True


def _drift(program: Program, moment: Moment, tenths: int, happened: list[Happening]) -> None:
    """Everybody drifts; the clock moves."""
    if tenths <= 0:
        return
    weight = load(program, moment)
    behind = bool(moment.facts[_BEHIND])
    profiles = program.casts[moment.temperament].profiles
    after = []
    for place, subject in enumerate(moment.subjects):
        moved, toward = drift(profiles[place].source, subject, weight, moment.distance, behind, tenths)
        after.append(moved)
        happened.append(Drifted(program.subjects[place], tenths, moved.tension, moved.sensitisation, toward))
    moment.subjects = tuple(after)
    moment.clock += tenths


def _fall_due(program: Program, moment: Moment, at: int, happened: list[Happening]) -> bool:
    """What falls due at this time: arrivals first, then timed events, in file order."""
    for place, due in enumerate(moment.due):
        if 0 <= due <= at and not moment.arrived >> place & 1:
            moment.arrived |= 1 << place
            happened.append(Arrived(program.resources[place]))
            for event in program.arriving.get(place, ()):
                if moment.fired & event.bit or (event.test is not None and not event.test(moment)):
                    continue
                if fire(program, moment, event, happened):
                    return True
    for event in program.timed:
        if event.at > at:
            break
        if moment.fired & event.bit or (event.test is not None and not event.test(moment)):
            continue
        if fire(program, moment, event, happened):
            return True
    return False


def _has_come(moment: Moment, event: EventPlan) -> bool:
    """Whether the time or the help that an event waits for is here; True for one that waits for neither."""
    return event.at <= moment.clock and (event.arrives < 0 or bool(moment.arrived >> event.arrives & 1))


def conditional_events(program: Program, moment: Moment, happened: list[Happening]) -> bool:
    """Events on a condition, in file order, until none fires. Gives whether one moved or ended the scene.

    Those whose time or help has come and whose condition did not hold then are among them. An event that may
    happen again happens once a step at most, so that the step ends.
    """
    moved, again, done = False, True, 0
    while again:
        again = False
        for event in program.conditional:
            if (moment.fired & event.bit and not event.again) or done & event.bit:
                continue
            if event.test is not None and event.test(moment) and _has_come(moment, event):
                done |= event.bit
                moved = fire(program, moment, event, happened) or moved
                if moment.outcome:
                    return True
                again = True
    return moved


def fire(
    program: Program, moment: Moment, event: EventPlan, happened: list[Happening], *, injected: bool = False
) -> bool:
    """An event happens: words, effects, changes, and where it leads. Gives whether it moved or ended the scene."""
    moment.fired |= event.bit
    visit = moment.visits[program.nodes[moment.node].index]
    say = event.say
    variant = choose(say, moment, visit, moment.beat) if say is not None else 0
    happened.append(Fired(event.id, say.id if say is not None else "", variant, injected))
    doing = event.doing
    subject = moment.subjects[event.person]
    lie_found = lies_found(moment, doing, subject)
    if doing.techniques or doing.topics or doing.author is not None or lie_found:
        profile = program.casts[moment.temperament].profiles[event.person]
        triggers = len(doing.topics & profile.source.triggers)
        hook = bool(doing.topics & profile.source.hooks)
        act = Act(doing.techniques, triggers, hook, doing.author, lie_found)
        result = apply(program.techniques, program.families, profile, subject, moment.history, act)
        subjects = moment.subjects
        moment.subjects = (*subjects[: event.person], result.subject, *subjects[event.person + 1 :])
        happened.append(Landed(program.subjects[event.person], *result[1:]))
    if doing.scene or lie_found:
        change_scene(program, moment, doing, happened)
    if event.goal is None:
        return False
    return go(program, moment, event.goal, f"event:{event.id}", visit, happened)


def settle_bands(program: Program, moment: Moment, happened: list[Happening]) -> None:
    """The band of each person, with hysteresis, becomes a field of the state."""
    for place, subject in enumerate(moment.subjects):
        before = subject.band
        band = settled_band(before, subject.tension)
        if band != before:
            happened.append(Banded(program.subjects[place], BANDS[before], BANDS[band]))
            subjects = moment.subjects
            moment.subjects = (*subjects[:place], subject._replace(band=band), *subjects[place + 1 :])
