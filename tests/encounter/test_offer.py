"""What the trainee is offered."""

import pytest

from simulator.encounter.actions import ActionRefused, parse_action
from simulator.encounter.course import play
from simulator.encounter.offer import offer, open_actions
from simulator.encounter.step import begin, step


def offered(program, *tokens, seed=1):
    return offer(program, play(program, seed, "plain", tokens).last)


def test_the_order_of_lines_is_the_seeds_and_stays_for_the_visit(small):
    program = small()
    orders = {tuple(line.id for line in offered(program, seed=seed).lines) for seed in range(30)}
    assert len(orders) == 6
    first, later = offered(program), offered(program, "ask")
    assert [line.id for line in first.lines] == [line.id for line in later.lines]


def test_lines_said_before_are_known(small):
    assert {line.id: line.said_before for line in offered(small(), "ask").lines}["ask"]


def test_a_closed_act_is_shown_with_the_reason(small):
    acts = {str(act.action): act for act in offered(small()).acts}
    assert acts["hold"].why_closed == "Nobody is on the way to wait for."
    assert acts["wait"].open
    assert "leave" not in acts
    assert not {str(a.action): a for a in offered(small(node="closed: [wait]")).acts}["wait"].open


def test_leaving_is_shown_where_its_ending_is_named(small):
    acts = [str(act.action) for act in offered(small(node="acts: {leave: {end: late}}")).acts]
    assert acts[-1] == "leave"


def test_partners_and_help_are_called_by_their_names(small):
    program = small(top='resources: {van: {label: "The van", eta: 3:00}}')
    labels = [act.label for act in offered(program).acts]
    assert "Let your partner speak: Max" in labels
    assert "Call: The van" in labels


def test_a_prompt_is_asked_until_it_is_answered(small):
    program = small(
        node='prompts: {see: {kind: observation, ask: "What do you see?", answers: {a: {say: "Hands.", mark: right}, '
        'b: {say: "Shoes.", mark: wrong}}}}'
    )
    prompt = offered(program).prompt
    assert prompt is not None
    assert {answer.words for answer in prompt.answers} == {"Hands.", "Shoes."}
    assert offered(program, "answer:see.b").prompt is None


def test_everything_offered_can_be_done(last_bus):
    state, _ = begin(last_bus, 5, "worn")
    for _ in range(60):
        if state.over:
            break
        actions = open_actions(last_bus, state)
        for action in actions:
            step(last_bus, state, parse_action(str(action)))
        state, _ = step(last_bus, state, actions[state.turn % len(actions)])
    assert state.turn > 3


def test_a_refusal_names_only_what_is_open_now(small):
    program = small(top='resources: {van: {label: "The van", eta: 3:00, only_if: distance < 1}}')
    state, _ = begin(program, 1, "plain")
    with pytest.raises(ActionRefused, match="there are: wait") as refused:
        step(program, state, parse_action("call:bus"))
    assert "call:van" not in str(refused.value)
