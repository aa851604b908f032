"""The debrief of a call as one value: `debrief(program, course)`.

Everything in it follows from the program and the course and cites the turn it rests on; the same course told in the
same words gives the same debrief on every machine. It is frozen, written as JSON by `model_dump(mode="json")`,
described by `Debrief.model_json_schema()`, and read by window, text and every report.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final, Literal

from simulator.encounter.course import Course, course_hash
from simulator.encounter.happenings import Fired
from simulator.encounter.plans import Program
from simulator.scenario.parts import Landing
from simulator.scenario.words import Words
from simulator.scoring.acts import Kind, TakenAct, read_acts, seen_of, words_of
from simulator.scoring.alternatives import Alternatives, alternatives_at
from simulator.scoring.annotations import Added, Annotation, gathered
from simulator.scoring.company import Company, Fared, company
from simulator.scoring.critical import CriticalFinding, critical_findings
from simulator.scoring.difficulty import Difficulty, difficulty_of
from simulator.scoring.effects import changes_in, effect_words
from simulator.scoring.first_words import Opening, read_opening
from simulator.scoring.habits import HabitCount, count_habits, habits_in
from simulator.scoring.inner_course import Inner, inner_of
from simulator.scoring.items import EvidenceItem, act_items, evidence
from simulator.scoring.ledgers import Ledgers, ledgers_of
from simulator.scoring.measures import Measures, measure
from simulator.scoring.otherwise import Otherwise, otherwise_at
from simulator.scoring.ratings import Overall, Rating, overall_of, rate_skills
from simulator.scoring.runs import Earlier
from simulator.scoring.session_facts import SessionFacts
from simulator.scoring.takeaways import Takeaway, change, strength
from simulator.scoring.timeline import Point, timeline_of
from simulator.scoring.turning_points import TurningPoint, turning_points
from simulator.scoring.values import Value, clock_words, seconds_of, tenths_of

DEBRIEF_FORMAT: Final = 1
"""The version of this value's shape."""

Status = Literal["ended", "stopped", "unfinished"]


class Origin(Value):
    """What the debrief was computed from: enough to compute it again. The seed is text: it may exceed 2^53."""

    scenario: str
    title: str
    version: str
    digests: Mapping[str, str]
    law: int
    seed: str
    temperament: str
    course_hash: str


class Ending(Value):
    """How the call ended: its outcome, what happened next, the lesson, the value 0-100 at this actual end, and
    the turn; `by_event` names an event that ended it, "" where an act did."""

    outcome: str
    kind: str
    title: str
    after: str
    lesson: str
    value: float
    turn: int
    by_event: str
    injected: bool


class Consequence(Value):
    """What a decision led to, in outcome value 0-100. None where not computed.

    `expected` is the mean when a typical trainee goes on from this act, with the 95 % interval `low` to `high`.
    `best_act` is the act offered with the highest expected value, `best_expected`. `cost` is the fall against it,
    from `cost_low` to `cost_high`, 0 where no fall is certain. `better` is the act that would have served better,
    "" where none is certain to: the author's own where it is among the best, else the best; `better_said` its words
    (`better_spoken` tells words from a deed), `better_expected` how it would have gone. `best` is the highest value
    that could still be reached after this act, by the actions `best_line`; `loss` how far that certainly fell.

    Scoring leaves these empty; who computes them fills them in with `with_consequences`.
    """

    expected: float | None = None
    low: float | None = None
    high: float | None = None
    best_act: str = ""
    best_expected: float | None = None
    cost: float | None = None
    cost_low: float | None = None
    cost_high: float | None = None
    better: str = ""
    better_said: str = ""
    better_spoken: bool = True
    better_expected: float | None = None
    best: float | None = None
    best_line: tuple[str, ...] = ()
    loss: float | None = None


class ShownItem(Value):
    """An item that an act showed; `counted` is False where a better act of the same visit settled the chance."""

    item: EvidenceItem
    skill_label: str
    counted: bool


class TurnStory(Value):
    """One turn from beginning to end: what was there, what was done, the answer, how it landed, what it moved and
    why. `cues` is what could be noticed before it; `person` the name of the one addressed; `alternative` the words
    that the author says serve better (`alternative_spoken`: said and not done), and `otherwise` what else was open
    where there are none; `lie_found` whether the person found out in it that something said was not so."""

    turn: int
    clock: float
    at: str
    node: str
    scene: str
    cues: tuple[str, ...]
    kind: Kind
    said: str
    spoken: bool
    person: str
    asked: str
    techniques: tuple[str, ...]
    reply: str
    events: tuple[str, ...]
    landing: Landing | None
    effect: str
    inner: Inner | None
    changes: tuple[str, ...]
    evidence: tuple[ShownItem, ...]
    habits: tuple[str, ...]
    critical: tuple[str, ...]
    comment: str
    alternative: str
    otherwise: Otherwise | None
    injected: bool
    lie_found: bool = False
    alternative_spoken: bool = False
    consequence: Consequence | None = None


class Debrief(Value):
    """Everything a session showed. Process (ratings, habits, measures) and outcome stand apart."""

    format: Literal[1] = DEBRIEF_FORMAT
    status: Status
    person: str
    origin: Origin
    session: SessionFacts
    ending: Ending | None
    critical: tuple[CriticalFinding, ...]
    keep: Takeaway | None
    change: Takeaway | None
    turning_points: tuple[TurningPoint, ...]
    alternatives: tuple[Alternatives, ...]
    """What else was open at the turning points, where experts would differ."""
    ratings: tuple[Rating, ...]
    overall: Overall
    habits: tuple[HabitCount, ...]
    opening: Opening
    ledgers: Ledgers
    measures: Measures
    difficulty: Difficulty
    timeline: tuple[Point, ...]
    turns: tuple[TurnStory, ...]
    items: tuple[EvidenceItem, ...]
    company: Company | None = None
    """Where the end stands among simulated trainees; None where that was not worked out, or there is no end."""
    earlier: Earlier | None = None
    """Where the session stands beside the trainee's own earlier runs; None where there are none, or was not asked."""
    added: Added = Added()
    """What people added; it changes nothing that was computed."""


def debrief(program: Program, course: Course, facts: SessionFacts | None = None, words: Words | None = None) -> Debrief:
    """The debrief of a course, ended, stopped or as far as it was played, told in these words, else in those of the
    program. Pure and deterministic."""
    program = program.told_in(words)
    facts = facts or SessionFacts()
    acts = read_acts(program, course)
    status: Status = "ended" if course.last.outcome else "stopped" if course.last.stopped else "unfinished"
    stopped = status == "stopped"
    critical = critical_findings(program, acts)
    items = evidence(program, acts, critical)
    shown = _shown(program, acts, items, critical)
    ratings = rate_skills(program.catalogues, items, stopped=stopped)
    habits = count_habits(program, acts)
    ledgers = ledgers_of(program, acts, shown, items, critical)
    measures = measure(program, course, acts, facts)
    points = turning_points(program, acts, critical, ledgers.missed)
    return Debrief(
        status=status,
        person=program.scenario.subject.name,
        origin=_origin(program, course),
        session=facts,
        ending=_ending(program, course),
        critical=critical,
        keep=strength(program, ledgers, acts, items, measures, stopped=stopped),
        change=change(program, critical, habits, ledgers, acts),
        turning_points=points,
        alternatives=alternatives_at(program, acts, (point.turn for point in points)),
        ratings=ratings,
        overall=overall_of(ratings, program.catalogues.words, critical=bool(critical), stopped=stopped),
        habits=habits,
        opening=read_opening(acts, program.catalogues.words),
        ledgers=ledgers,
        measures=measures,
        difficulty=difficulty_of(program, course),
        timeline=timeline_of(program, course, acts),
        turns=tuple(_story(program, act, shown.get(act.number, ()), items, critical) for act in acts),
        items=items,
    )


def with_consequences(value: Debrief, by_turn: Mapping[int, Consequence]) -> Debrief:
    """The debrief with what a solver found out about its turns."""
    turns = tuple(
        turn.model_copy(update={"consequence": by_turn[turn.turn]}) if turn.turn in by_turn else turn
        for turn in value.turns
    )
    return value.model_copy(update={"turns": turns})


def with_company(value: Debrief, fared: Sequence[Fared]) -> Debrief:
    """The debrief with where its end stands among simulated trainees; a call without an end stands nowhere."""
    if value.ending is None or not fared:
        return value
    return value.model_copy(update={"company": company(value.ending.value, value.measures.tension_end, fared)})


def with_added(value: Debrief, annotations: Iterable[Annotation]) -> Debrief:
    """The debrief with what trainee and instructors added to it."""
    return value.model_copy(update={"added": gathered(annotations, value.ratings)})


def _shown(
    program: Program,
    acts: tuple[TakenAct, ...],
    items: tuple[EvidenceItem, ...],
    critical: tuple[CriticalFinding, ...],
) -> dict[int, tuple[EvidenceItem, ...]]:
    """Every item of each act, whether or not it settled a chance."""
    shown: dict[int, tuple[EvidenceItem, ...]] = {}
    for act in acts:
        if act.is_deed:
            own = [finding for finding in critical if finding.turn == act.number]
            shown[act.number] = tuple(act_items(program, act, own))
        elif act.answering is not None:
            shown[act.number] = tuple(item for item in items if item.turn == act.number)
    return shown


def _origin(program: Program, course: Course) -> Origin:
    start, about = course.start, program.scenario.about
    return Origin(
        scenario=start.scenario,
        title=about.title,
        version=about.version,
        digests=dict(start.digests),
        law=start.law,
        seed=str(start.seed),
        temperament=start.temperament,
        course_hash=course_hash(course),
    )


def _ending(program: Program, course: Course) -> Ending | None:
    last = course.last
    if not last.outcome:
        return None
    outcome = program.scenario.outcomes[last.outcome]
    turn = course.turns[-1]
    fired = [row for row in turn.happened if isinstance(row, Fired) and program.scenario.events[row.event].goal]
    by_event = fired[-1].event if fired else ""
    return Ending(
        outcome=outcome.id,
        kind=outcome.kind,
        title=words_of(program, outcome.title, last),
        after=words_of(program, outcome.after, last),
        lesson=words_of(program, outcome.lesson, last),
        value=tenths_of(last.value),
        turn=turn.number,
        by_event=by_event,
        injected=turn.action.kind == "inject",
    )


def _story(
    program: Program,
    act: TakenAct,
    shown: tuple[EvidenceItem, ...],
    items: tuple[EvidenceItem, ...],
    critical: tuple[CriticalFinding, ...],
) -> TurnStory:
    catalogues = program.catalogues
    before = act.turn.before
    node = program.scenario.nodes[act.node]
    clock = seconds_of(before.clock)
    asked = seen_of(program, act.answering.prompt.ask, before) if act.answering is not None else ""
    return TurnStory(
        turn=act.number,
        clock=clock,
        at=clock_words(clock),
        node=act.node,
        scene=seen_of(program, node.scene, before),
        cues=tuple(seen_of(program, cue, before) for cue in node.cues.values()),
        kind=act.kind,
        said=act.said,
        spoken=act.spoken,
        person=program.scenario.cast[program.subjects[act.person]].name,
        asked=asked,
        techniques=tuple(catalogues.techniques[id_].label for id_ in act.techniques),
        reply=act.reply,
        events=act.event_words,
        landing=act.landed.landing if act.landed is not None else None,
        effect=effect_words(program, act),
        inner=inner_of(program, act),
        changes=changes_in(program, act),
        evidence=tuple(
            ShownItem(item=item, skill_label=catalogues.skills[item.skill].label, counted=item in items)
            for item in shown
        ),
        habits=tuple(catalogues.habits[id_].label for id_ in habits_in(program, act)),
        critical=tuple(finding.label for finding in critical if finding.turn == act.number),
        comment=act.debrief,
        alternative=act.better,
        alternative_spoken=act.better_spoken,
        otherwise=otherwise_at(program, act),
        injected=act.kind == "inject",
        lie_found=act.lie_came_out,
    )
