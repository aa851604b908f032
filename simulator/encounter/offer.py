"""What the trainee is offered at a decision: the scene in words, the lines in the seed's order, the acts, a prompt.

Window, terminal and simulated trainees all read this value; it decides nothing.
"""

from __future__ import annotations

from dataclasses import dataclass

from simulator.encounter.actions import SILENCE, Action
from simulator.encounter.draws import shuffled
from simulator.encounter.opening import line_is_open, why_closed
from simulator.encounter.plans import NodePlan, Plan, Program, Wording
from simulator.encounter.standing import STANDING
from simulator.encounter.state import EncounterState
from simulator.encounter.wording import choose
from simulator.scenario.parts import PromptKind


@dataclass(frozen=True, slots=True)
class OfferedLine:
    """A line that is open now. `person` is the id of the one addressed; `spoken` tells words from a deed."""

    action: Action
    id: str
    words: str
    spoken: bool
    person: str
    said_before: bool


@dataclass(frozen=True, slots=True)
class OfferedAct:
    """A standing act; `why_closed` is empty where it is open."""

    action: Action
    label: str
    why_closed: str

    @property
    def open(self) -> bool:
        """Whether it can be chosen now."""
        return not self.why_closed


@dataclass(frozen=True, slots=True)
class OfferedAnswer:
    """One answer to a prompt."""

    action: Action
    words: str


@dataclass(frozen=True, slots=True)
class OfferedPrompt:
    """A question to the trainee before the lines."""

    id: str
    kind: PromptKind
    ask: str
    answers: tuple[OfferedAnswer, ...]


@dataclass(frozen=True, slots=True)
class Offer:
    """One decision. `timer` is tenths of a second, None for none; `cues` are (id, words)."""

    node: str
    visit: int
    scene: str
    cues: tuple[tuple[str, str], ...]
    lines: tuple[OfferedLine, ...]
    acts: tuple[OfferedAct, ...]
    timer: int | None
    prompt: OfferedPrompt | None


def offer(program: Program, state: EncounterState) -> Offer:
    """The decision that a state stands at."""
    node = program.nodes[state.node]
    visit = state.visits[node.index]
    authored = program.scenario.nodes[node.id]
    return Offer(
        node=node.id,
        visit=visit,
        scene=_words(program, state, program.texts[authored.scene.id], visit),
        cues=tuple((id_, _words(program, state, program.texts[cue.id], visit)) for id_, cue in authored.cues.items()),
        lines=tuple(
            OfferedLine(
                action=Action("line", plan.action),
                id=plan.action,
                words=_words(program, state, plan.words, visit, state.beat),
                spoken=authored.lines[plan.action].spoken,
                person=program.subjects[plan.person],
                said_before=bool(state.said & plan.bit),
            )
            for plan in open_lines(program, state)
        ),
        acts=tuple(
            OfferedAct(
                action := Action("act", plan.action),
                act_label(program, state, plan, visit),
                why_closed(program, state, plan, action),
            )
            for plan in node.acts.values()
            if not _hidden(plan)
        ),
        timer=node.timer if node.timer >= 0 else None,
        prompt=_prompt(program, state, node, visit),
    )


def open_lines(program: Program, state: EncounterState) -> list[Plan]:
    """The lines open now, in the seed's order for this node and visit: as a trainee sees them."""
    node = program.nodes[state.node]
    visit = state.visits[node.index]
    plans = shuffled(list(node.lines.values()), state.seed, "lines", node.id, visit)
    return [plan for plan in plans if line_is_open(state, plan)]


def lines_to_choose(program: Program, state: EncounterState) -> list[Plan]:
    """The lines open now, in the file's order: for who chooses without regard to where a line stands."""
    return [plan for plan in program.nodes[state.node].lines.values() if line_is_open(state, plan)]


def open_acts(program: Program, state: EncounterState) -> list[Action]:
    """The standing acts open now, and silence where a timer runs."""
    node = program.nodes[state.node]
    actions = []
    for plan in node.acts.values():
        action = Action("act", plan.action)
        if not why_closed(program, state, plan, action):
            actions.append(action)
    if node.timer >= 0:
        actions.append(SILENCE)
    return actions


def open_actions(program: Program, state: EncounterState) -> list[Action]:
    """Every line, act and silence open now; prompts aside."""
    return [Action("line", plan.action) for plan in open_lines(program, state)] + open_acts(program, state)


def _hidden(plan: Plan) -> bool:
    """Leaving is shown only where its ending is named."""
    return plan.kind == "leave" and plan.goal is None and not plan.leads


def act_label(program: Program, state: EncounterState, plan: Plan, visit: int) -> str:
    """What a standing act is called on screen."""
    if plan.label is not None:
        return _words(program, state, plan.label, visit)
    what = plan.action.partition(":")[2]
    if plan.kind == "call":
        return f"Call: {program.scenario.resources[what].label}"
    if plan.kind == "partner":
        return f"{STANDING['partner'].label}: {program.scenario.cast[what].name}"
    return STANDING[plan.kind].label


def _prompt(program: Program, state: EncounterState, node: NodePlan, visit: int) -> OfferedPrompt | None:
    for plan in node.prompts:
        if state.answered & plan.bit:
            continue
        prompt = plan.prompt
        answers = shuffled(prompt.answers, state.seed, f"answers:{prompt.id}", node.id, visit)
        return OfferedPrompt(
            prompt.id,
            prompt.kind,
            _words(program, state, program.texts[prompt.ask.id], visit),
            tuple(
                OfferedAnswer(
                    Action("answer", f"{prompt.id}.{answer.id}"),
                    _words(program, state, program.texts[answer.words.id], visit),
                )
                for answer in answers
            ),
        )
    return None


def _words(program: Program, state: EncounterState, wording: Wording | None, visit: int, beat: int = 0) -> str:
    return wording.words[choose(wording, state, visit, beat)] if wording is not None else ""
