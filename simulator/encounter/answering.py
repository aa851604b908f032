"""What a trainee is told when they have answered a prompt."""

from __future__ import annotations

from simulator.encounter.actions import Action
from simulator.encounter.plans import Program
from simulator.encounter.state import EncounterState
from simulator.encounter.wording import choose

NOTED = "Noted."
LATER = "Noted. It comes up again in the debrief."


def answered(program: Program, action: Action, state: EncounterState, *, practice: bool) -> str:
    """In practice the author's reason for the answer given, where there is one; in an assessed call only that it
    is noted. `state` is the one it was asked in."""
    if not practice:
        return NOTED
    prompt_id, _, answer_id = action.id.partition(".")
    for node in program.scenario.nodes.values():
        for prompt in node.prompts:
            if prompt.id != prompt_id:
                continue
            reason = next((answer.debrief for answer in prompt.answers if answer.id == answer_id), None)
            if reason is None:
                return LATER
            wording = program.texts[reason.id]
            return wording.words[choose(wording, state, state.visits[program.nodes[node.id].index], 0)]
    return LATER
