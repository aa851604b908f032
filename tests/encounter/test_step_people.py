"""What a step does to people: promises and lies, their words, what they remember, who else hears."""

import pytest

from simulator.encounter.happenings import (
    Acted,
    Banded,
    Drifted,
    Found,
    Landed,
    LieFound,
    Promised,
    Replied,
)
from tests.fixtures.playing import run, subject, told

# -- promises and lies -------------------------------------------------------------------------------------

STAY = 'promises: {stay: "I will stay."}'
PROMISE = 'vow: {say: "I will stay with you.", does: [next_step], promise: stay, reply: "All right.", debrief: "D."}'


def test_a_broken_promise_halves_rapport_and_lowers_its_ceiling(small):
    program = small(top=STAY, lines=PROMISE, node="acts: {wait: {breaks: stay}}", rapport=40)
    kept = run(program, "vow")
    course = run(program, "vow", "wait")
    assert told(course, Promised) == [Promised("stay", "broken")]
    assert told(course, LieFound) == [LieFound("ira")]
    assert subject(course).cap == 60_000
    assert subject(course).rapport < 0.6 * subject(kept).rapport


def test_breaking_a_promise_that_was_never_made_breaks_nothing(small):
    program = small(top=STAY, lines=PROMISE, node="acts: {wait: {breaks: stay}}", rapport=40)
    course = run(program, "wait")
    assert told(course, Promised) == []
    assert subject(course).cap == 100_000


def test_a_lie_bites_only_when_it_was_told_and_comes_to_light(small):
    program = small(
        rapport=40,
        lines='fib: {say: "No one is coming.", does: [false_promise], reply: "Good.", better: ask, debrief: "D."}\n'
        '      seen: {act: "The van shows.", lie_found: true, reply: "(They see it.)", debrief: "D."}',
    )
    assert subject(run(program, "seen")).cap == 100_000
    course = run(program, "fib", "seen", "seen")
    assert subject(course).cap == 60_000
    assert [bool(told(course, LieFound, turn)) for turn in range(3)] == [False, True, False]
    assert told(course, Landed, 1)[0].landing == "hurts"


# -- words -------------------------------------------------------------------------------------------------


def test_what_is_not_written_for_hurts_never_falls_back_to_kinder_words(small):
    program = small(lines='jab: {say: "Calm down.", does: [calm_down], reply: "Thanks.", better: ask, debrief: "D."}')
    replied = told(run(program, "jab"), Replied)[0]
    assert replied.text.startswith("reaction.reactive.hurts.")


def test_a_variant_whose_condition_holds_goes_before_the_others(small):
    program = small(
        lines='talk: {say: [{when: "visit == 1 and clock < 0:30", say: "First words."}, {say: "Later words."}], '
        'does: [open_question], reply: "Yes.", debrief: "D."}'
    )
    course = run(program, "talk", "wait", "wait", "wait", "talk")
    spoken = [program.words(row.text, row.variant) for turn in course.turns for row in turn.happened
              if isinstance(row, Acted) and row.text]  # fmt: skip
    assert spoken == ["First words.", "Later words."]


def test_bands_settle_with_hysteresis_at_the_end_of_a_step(small):
    program = small(tension=59)
    course = run(program, "order")
    assert told(course, Banded) == [Banded("ira", "agitated", "volatile")]


# -- history and triggers ----------------------------------------------------------------------------------


def test_the_same_line_again_does_less(small):
    course = run(small(), "ask", "ask", "ask")
    first, second, third = (told(course, Landed, turn)[0].rapport for turn in range(3))
    assert first > second > third


def test_a_standing_act_joins_the_slot_of_the_line_before_it(small):
    course = run(small(), "ask", "wait", "wait")
    assert len(course.last.history) == 1
    assert len(course.last.history[0]) == 3


def test_acts_before_the_first_line_have_a_slot_of_their_own_and_so_has_silence(small):
    course = run(small(node="timer: 25"), "wait", "ask", "silence")
    assert len(course.last.history) == 3


def test_only_four_slots_are_remembered(small):
    course = run(small(), *["ask"] * 7)
    assert len(course.last.history) == 4


def test_naming_a_trigger_is_one_more_blow(small):
    program = small(
        lines='fined: {say: "I could fine you.", topics: [fine], does: [closed_question], reply: "What?", better: ask, '
        'debrief: "D."}'
    )
    assert told(run(program, "fined"), Landed)[0].tension == 4_000


# -- several people ----------------------------------------------------------------------------------------

NEIGHBOUR = (
    '  neighbour:\n    role: subject\n    name: "Ola"\n    look: {{age: 70}}\n'
    "    profile: {{tension: 40, rapport: 10, baseline: 20, grievance: 10, reactivity: 1, kind: reactive,\n"
    "      needs: {{injustice: 1}}, comfort: 2, overhears: {share}}}\n"
)


@pytest.fixture
def two_people(small_with_cast):
    return lambda share: small_with_cast(NEIGHBOUR.format(share=share).replace("{{", "{").replace("}}", "}"))


def test_what_is_said_to_one_reaches_another_who_overhears_in_part(two_people):
    half, whole, none = (told(run(two_people(share), "order"), Landed) for share in ("0.5", "1", "0"))
    assert [row.person for row in half] == ["ira", "neighbour"]
    assert half[1].tension == whole[1].tension // 2 == 3_000
    assert [row.person for row in none] == ["ira"]


def test_everybody_drifts(two_people):
    course = run(two_people("0"), "wait")
    assert [row.person for row in told(course, Drifted)] == ["ira", "neighbour"]


def test_coming_to_a_moment_finds_and_sets_what_its_entry_says(small):
    program = small(
        top='findings: {photo: "A photo on the wall."}\nvariables: {seen: false}',
        nodes='hall: {scene: "A hall.", entry: {finds: photo, set: {seen: true}}, next: here, '
        'lines: {on: {act: "Go on.", next: here, reply: "(On.)", debrief: "D."}}}',
        lines='in: {act: "Go in.", next: hall, reply: "(They nod.)", debrief: "D."}',
    )
    course = run(program, "in")
    assert told(course, Found) == [Found("photo")]
    assert course.last.variables == (1,)
