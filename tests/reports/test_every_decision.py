"""Every decision of the shipped calls has a card in the report: its cue, its effect, its place, and what else there was."""

from __future__ import annotations

from functools import cache

import pytest

from simulator.authoring.catalogues import shipped
from simulator.authoring.library import SHIPPED, find_library
from simulator.authoring.simulation.runs import play_policy
from simulator.authoring.trainees import POLICIES
from simulator.encounter.happenings import Landed
from simulator.encounter.offer import offer
from simulator.encounter.program import compile_program
from simulator.encounter.step import step
from simulator.reports.page.blocks import Card, Paragraph, Points, Speech
from simulator.reports.page.sentences import clean, sentence
from simulator.reports.page.whole import report_of
from simulator.reports.text import debrief_text
from simulator.reports.words import shipped_words
from simulator.scoring.acts import read_acts
from simulator.scoring.chances import lines_that_show
from simulator.scoring.debrief import Consequence, debrief, with_consequences

CALLS = ("corner_shop", "bridge_rail", "coffee_morning")
WORDS = shipped_words()


@cache
def program_of(call):
    return compile_program(find_library([SHIPPED], shipped()).playable()[call].scenario, shipped())


@cache
def played(call, policy, place):
    program = program_of(call)
    course = play_policy(program, POLICIES[policy], 3, list(program.temperaments)[place])
    return program, course, debrief(program, course)


def cards_of(value):
    report = report_of(value)
    return [
        block
        for section in report.detail
        if section.name == "chapter-turn-by-turn"
        for block in section.blocks
        if isinstance(block, Card)
    ]


def told(card):
    """The card's blocks as words, a string each."""
    parts = []
    for block in card.blocks:
        if isinstance(block, Paragraph):
            parts.append("".join(run.words for run in block.line))
        elif isinstance(block, Speech):
            parts.append(f"{block.who}: {block.words}")
        elif isinstance(block, Points):
            parts += ["".join(run.words for run in line) for line in block.lines]
    return parts


@pytest.mark.parametrize("place", range(3))
@pytest.mark.parametrize("policy", ["expert", "novice", "waiter"])
@pytest.mark.parametrize("call", CALLS)
def test_every_decision_is_told_whole(call, policy, place):
    program, course, value = played(call, policy, place)
    cards = cards_of(value)
    assert [card.anchor for card in cards] == [f"turn-{turn.number}" for turn in course.turns]
    scene, cues = "", ()
    for turn, story, card in zip(course.turns, value.turns, cards, strict=True):
        rows = told(card)
        there = offer(program, turn.before)
        title = "".join(run.words for run in card.title)
        assert title == WORDS("at_turn", turn=turn.number, at=story.at)

        # The cue: the scene where it is new, and what was to be noticed, in the words that were on screen.
        noticed = [row for row in rows if row.startswith(WORDS("cues"))]
        assert (clean(there.scene) in rows) is (there.scene != scene)
        assert noticed or there.scene != scene
        if there.cues != cues:
            assert all(clean(words) in noticed[0] for _, words in there.cues)
            first = turn.number
        elif noticed:
            assert noticed[0] == f"{WORDS('cues')}: {WORDS('cues_same')} {WORDS('turn', number=first)}."
        scene, cues = there.scene, there.cues

        # What it did, in the law's own sums.
        landed = next((row for row in turn.happened if isinstance(row, Landed)), None)
        assert landed is None or clean(story.effect) in rows
        assert landed is not None

        # What else there was: one sentence or two, and a true one.
        begins = [
            WORDS(key).split("{")[0] for key in ("better", "better_worth", "more_at_once", "open_too", "nothing_else")
        ]
        assert any(row.startswith(begin) for row in rows for begin in begins), rows


@pytest.mark.parametrize("call", CALLS)
def test_nothing_else_is_said_only_where_it_is_true(call):
    program, course, value = played(call, "novice", 0)
    for turn, story in zip(course.turns, value.turns, strict=True):
        if story.alternative or story.otherwise is not None:
            continue
        own = gain(program, turn.before, turn.action)
        for line in offer(program, turn.before).lines:
            authored = program.scenario.nodes[turn.before.node].lines[line.id]
            rows = [program.catalogues.techniques[id_] for id_ in authored.deed.does]
            poor = any(row.polarity in ("poor", "by_threat") for row in rows) or authored.better
            if line.action == turn.action or poor or not rows:
                continue
            landing, more = gain(program, turn.before, line.action)
            assert landing == "hurts" or more <= own[1], (story.turn, line.id)


def gain(program, state, action):
    _, happened = step(program, state, action)
    landed = next((row for row in happened if isinstance(row, Landed)), None)
    return (landed.landing, landed.rapport - landed.tension) if landed else ("", 0)


@pytest.mark.parametrize("call", CALLS)
def test_a_skill_is_said_to_be_called_for_only_where_it_is(call):
    for policy in ("expert", "waiter"):
        program, _, value = played(call, policy, 0)
        for story in value.turns:
            other = story.otherwise
            if other is not None and other.skill:
                called = program.scenario.nodes[story.node].calls_for
                assert other.skill in [program.catalogues.skills[skill].label for skill in called]


def test_what_was_worked_out_stands_before_what_was_merely_open():
    _, _, value = played("corner_shop", "waiter", 0)
    led_to = Consequence(
        expected=40.0, low=35.0, high=45.0, best_act="x", best_expected=60.0, cost=20.0, cost_low=12.0, cost_high=28.0,
        better="x", better_said="A better thing to say", better_expected=60.0,
    )  # fmt: skip
    worked_out = with_consequences(value, {1: led_to})
    text = " ".join(debrief_text(worked_out).split("\nTurn 1,")[1].split("\nTurn 2,")[0].split())
    assert "A better thing to say" in text
    assert WORDS("more_at_once") not in text
    assert WORDS("open_too") not in text
    ended = value.turns[-1].turn
    over = led_to.model_copy(update={"expected": 16.0, "low": 16.0, "high": 16.0})
    sure = " ".join(debrief_text(with_consequences(value, {ended: over})).split(f"Turn {ended},")[-1].split())
    assert "After this the call comes to 16 of 100." in sure
    assert "typical trainee" not in sure
    card = cards_of(worked_out)[0]
    rows = told(card)
    assert f"{WORDS('better_worth')}: {sentence('“A better thing to say”')}" in rows
    assert not [row for row in rows if row.startswith((WORDS("more_at_once"), WORDS("open_too")))]


def test_chances_and_cards_read_the_same_lines():
    """A line that a card says shows a skill is one that counts as a chance for it."""
    program, course, value = played("bridge_rail", "waiter", 0)
    acts = read_acts(program, course)
    for act, story in zip(acts, value.turns, strict=True):
        if story.otherwise is not None and story.otherwise.skill:
            ids = {
                line.id
                for skill in program.scenario.nodes[act.node].calls_for
                for line in lines_that_show(program, (act,), skill)
            }
            assert story.otherwise.line in ids
