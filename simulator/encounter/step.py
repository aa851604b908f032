"""The one meaning of *what happens next*: `step(program, state, action)` gives the next state and what happened.

Pure: no clock, no chance but hashed draws, no files. Live play, replay, simulated trainees and scenario tests all
come through here. The order inside a step: 1 effects on the person, 2 movement, stressors, variables, 3 drift to
each arrival and timed event in time order, 4 conditional events, then the band, 5 routes.
"""

from __future__ import annotations

from simulator.encounter.actions import Action, ActionRefused
from simulator.encounter.bands import settled_band
from simulator.encounter.drift import comfort_distance
from simulator.encounter.happenings import Acted, Answered, Entered, Happening, Landed, Replied, Stopped
from simulator.encounter.law import Act, apply
from simulator.encounter.moment import Moment
from simulator.encounter.opening import why_closed
from simulator.encounter.passing import conditional_events, fire, next_cut, pass_time, settle_bands
from simulator.encounter.plans import Doing, Plan, Program
from simulator.encounter.reading import FACT_PLACES
from simulator.encounter.scene import change_scene, lies_found
from simulator.encounter.standing import HOLD_AT_MOST
from simulator.encounter.state import EncounterState, Subject
from simulator.encounter.ways import follow
from simulator.encounter.wording import choose
from simulator.scenario.parts import FACTS, LANDINGS

_BEHIND = FACT_PLACES["behind"]
_USED = {"wait": 0, "back": 1, "closer": 2}
_SLOTS = 4
_LANDING_PLACE = {landing: place for place, landing in enumerate(LANDINGS)}

Step = tuple[EncounterState, tuple[Happening, ...]]


def begin(program: Program, seed: int, temperament: str) -> Step:
    """The state before the first act, and the entry into the first node."""
    scenario = program.scenario
    place = program.temperaments.index(temperament)
    profiles = program.casts[place].profiles
    subjects = tuple(
        Subject(p.source.tension, p.source.rapport, band=settled_band(0, p.source.tension)) for p in profiles
    )
    variables = []
    for variable in scenario.variables.values():
        values = variable.values
        variables.append(values.index(str(variable.start)) if values else int(variable.start))
    facts = []
    for name, options in FACTS.items():
        value = scenario.facts.get(name, options[0] if options else False)
        facts.append(options.index(str(value)) if options else int(value))
    start = EncounterState(
        seed=seed,
        temperament=place,
        node=scenario.start,
        clock=0,
        distance=scenario.setting.distance,
        cover=scenario.setting.cover,
        subjects=subjects,
        levels=tuple(
            names.index(stressor.starts)
            for names, stressor in zip(program.level_names, scenario.stressors.values(), strict=True)
        ),
        variables=tuple(variables),
        facts=tuple(facts),
        due=tuple(-1 if each.under_way is None else each.under_way for each in scenario.resources.values()),
        arrived=0,
        promises=(0,) * len(program.promises),
        visits=tuple(int(id_ == scenario.start) for id_ in program.nodes),
        history=(),
        used=(0, 0, 0),
        acts_used=0,
        spaced=False,
        beat=0,
        turn=0,
        said=0,
        fired=0,
        found=0,
        partners=0,
        answered=0,
        outcome="",
        value=0,
        stopped=False,
    )
    moment = Moment(start)
    happened: list[Happening] = [Entered(scenario.start, 1)]
    change_scene(program, moment, program.openings[place], happened)
    change_scene(program, moment, program.nodes[scenario.start].entry, happened)
    return moment.freeze(), tuple(happened)


def step(program: Program, state: EncounterState, action: Action) -> Step:
    """What an action leads to. Raises ActionRefused, in plain words, if it is not open in this state."""
    kind = action.kind
    if state.outcome or state.stopped:
        raise ActionRefused("The call is over; nothing more can be done in it.")
    if kind == "line" or kind == "act":
        node = program.nodes[state.node]
        plan = node.lines.get(action.id) if kind == "line" else node.acts.get(action.id)
        closed = why_closed(program, state, plan, action)
        if closed:
            raise ActionRefused(closed)
        assert plan is not None
        return _perform(program, state, plan)
    if kind == "silence":
        if program.nodes[state.node].timer < 0:
            raise ActionRefused("No timer runs here; to say nothing, wait.")
        return _perform(program, state, program.nodes[state.node].silence)
    if kind == "stop":
        moment = Moment(state)
        moment.stopped = True
        return moment.freeze(), (Stopped(state.node),)
    if kind == "answer":
        return _answer(program, state, action)
    return _inject(program, state, action)


def _perform(program: Program, state: EncounterState, plan: Plan) -> Step:
    moment = Moment(state)
    happened: list[Happening] = []
    doing = plan.doing
    visit = state.visits[program.nodes[state.node].index]
    variant = choose(plan.words, state, visit, state.beat) if plan.words is not None else 0
    seconds = plan.seconds[variant]
    if seconds < 0:
        cut = next_cut(program, moment, expected=True)
        seconds = min(cut - state.clock, HOLD_AT_MOST) if cut is not None else HOLD_AT_MOST
    happened.append(Acted(plan.action, plan.words.id if plan.words is not None else "", variant, seconds))

    # 1 effects, all read from the state before
    techniques = doing.techniques
    if plan.crowds and _ends_inside(program, state, plan):
        techniques = plan.crowds
    lie_found = lies_found(moment, doing, state.subjects[plan.person])
    landing = _affect(program, moment, state, plan, doing, techniques, lie_found, happened)
    _remember(program, moment, plan, techniques)

    # 2 movement, stressors, variables
    if doing.scene or lie_found:
        change_scene(program, moment, doing, happened)
    happened.append(_reply(program, moment, plan, landing, visit, state.beat))

    # 3 time, with what falls due in it; 4 what happens by itself; 5 ways out
    moved = pass_time(program, moment, seconds, happened)
    if not moment.outcome:
        moved = conditional_events(program, moment, happened) or moved
    settle_bands(program, moment, happened)
    if not moment.outcome and not moved:
        follow(program, moment, plan, visit, happened)
    return moment.freeze(), tuple(happened)


def _ends_inside(program: Program, state: EncounterState, plan: Plan) -> bool:
    """Whether an act ends inside the comfort distance of the person addressed."""
    profile = program.casts[state.temperament].profiles[plan.person].source
    near = max(0, state.distance + plan.doing.move)
    return near < comfort_distance(profile, state.subjects[plan.person].tension, bool(state.facts[_BEHIND]))


def _affect(
    program: Program,
    moment: Moment,
    state: EncounterState,
    plan: Plan,
    doing: Doing,
    techniques: tuple[int, ...],
    lie_found: bool,
    happened: list[Happening],
) -> str:
    """Step 1 on the person addressed; gives how it landed."""
    person = plan.person
    profile = program.casts[state.temperament].profiles[person]
    subject = state.subjects[person]
    triggers, hook = 0, False
    if doing.topics:
        triggers = len(doing.topics & profile.source.triggers)
        hook = bool(doing.topics & profile.source.hooks)
    act = Act(techniques, triggers, hook, doing.author, lie_found, state.spaced)
    result = apply(program.techniques, program.families, profile, subject, state.history, act)
    subjects = state.subjects
    moment.subjects = (*subjects[:person], result.subject, *subjects[person + 1 :])
    happened.append(Landed(program.subjects[person], *result[1:]))
    if len(subjects) > 1:
        _overhear(program, moment, state, person, act, doing, happened)
    return result.landing


def _overhear(
    program: Program,
    moment: Moment,
    state: EncounterState,
    addressed: int,
    act: Act,
    doing: Doing,
    happened: list[Happening],
) -> None:
    """What was said to one person reaches the others who overhear, in part; a lie comes to light for all of them."""
    for place, profile in enumerate(program.casts[state.temperament].profiles):
        share = profile.source.overhears
        if place == addressed or not share:
            continue
        heard = act._replace(
            triggers=len(doing.topics & profile.source.triggers),
            hook=bool(doing.topics & profile.source.hooks),
            author=None,
            share=share,
        )
        result = apply(program.techniques, program.families, profile, state.subjects[place], state.history, heard)
        moment.subjects = (*moment.subjects[:place], result.subject, *moment.subjects[place + 1 :])
        happened.append(Landed(program.subjects[place], *result[1:]))


def _remember(program: Program, moment: Moment, plan: Plan, techniques: tuple[int, ...]) -> None:
    """History, counters and what has been said."""
    history = moment.history
    if plan.kind in ("line", "silence") or not history:
        moment.history = (*history[1 - _SLOTS :], techniques) if len(history) >= _SLOTS else (*history, techniques)
    elif techniques:
        moment.history = (*history[:-1], history[-1] + techniques)
    for index in techniques:
        if program.techniques[index].gives_space:
            moment.spaced = True
    moment.beat += 1
    moment.turn += 1
    if plan.kind == "line":
        moment.said |= plan.bit
        return
    if plan.kind == "silence":
        return
    moment.acts_used += 1
    moment.partners |= plan.partner
    place = _USED.get(plan.kind)
    if place is not None:
        used = list(moment.used)
        used[place] += 1
        moment.used = (used[0], used[1], used[2])


def _reply(program: Program, moment: Moment, plan: Plan, landing: str, visit: int, beat: int) -> Replied:
    """The words (or deed) that answer, as the person is right after the act."""
    place = _LANDING_PLACE[landing]  # type: ignore[index]
    wording = plan.replies[place]
    person = plan.person
    if wording is None:
        kind = program.casts[moment.temperament].profiles[person].source.kind
        shown = "proactive" if kind == "proactive" else "reactive"
        subject = moment.subjects[person]
        band = settled_band(subject.band, subject.tension)
        wording = program.reactions[shown, landing][band]
    return Replied(program.subjects[person], wording.id, choose(wording, moment, visit, beat))


def _answer(program: Program, state: EncounterState, action: Action) -> Step:
    prompt_id, _, answer = action.id.partition(".")
    for prompt in program.nodes[state.node].prompts:
        if prompt.prompt.id != prompt_id:
            continue
        if state.answered & prompt.bit:
            raise ActionRefused(f"“{prompt_id}” has been answered already.")
        if answer not in prompt.marks:
            raise ActionRefused(f"“{answer}” is no answer here; there are: {', '.join(prompt.marks)}.")
        moment = Moment(state)
        moment.answered |= prompt.bit
        return moment.freeze(), (Answered(prompt_id, answer, prompt.marks[answer]),)
    raise ActionRefused(f"Nothing called “{prompt_id}” is asked here.")


def _inject(program: Program, state: EncounterState, action: Action) -> Step:
    """An instructor's hand: the event happens now, whatever its condition. No time passes."""
    event = program.events.get(action.id)
    if event is None:
        raise ActionRefused(f"No event is called “{action.id}”; there are: {', '.join(program.events)}.")
    moment = Moment(state)
    happened: list[Happening] = []
    fire(program, moment, event, happened, injected=True)
    settle_bands(program, moment, happened)
    return moment.freeze(), tuple(happened)
