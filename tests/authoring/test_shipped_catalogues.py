"""The catalogues that come with the program say what the law and the competency framework say."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest

from simulator.authoring.catalogues import shipped, shipped_texts
from simulator.scenario.catalogue import CATALOGUE_FILES, digest
from simulator.scenario.catalogue.checks import BAND_STARTS
from simulator.scenario.parts import LANDINGS, NEEDS

# id, family, tension, rapport, stair (- is none), skill, polarity: written out apart from the file it checks.
TECHNIQUES = """
introduce              respect      -2   4 -         respect         good
use_name               empathy      -2   4 -         empathy         good
state_purpose          respect      -3   3 -         respect         good
open_question          listening    -2   3 -         listening       good
closed_question        assessment    0   0 -         assessment      good
minimal_encourager     listening    -1   2 -         listening       good
mirror                 listening    -1   2 -         listening       good
paraphrase             listening    -3   4 -         listening       good
emotion_label          empathy      -4   5 -         empathy         good
validate               empathy      -4   5 -         empathy         good
pause                  listening    -2   2 -         listening       good
i_message              empathy      -2   3 listening empathy         good
summary                listening    -3   5 empathy   listening       good
self_disclosure        empathy      -1   3 empathy   empathy         good
apologise              respect      -4   5 -         respect         good
explain_why            respect      -3   3 -         respect         good
next_step              respect      -3   3 -         respect         good
ask_permission         respect      -2   4 -         respect         good
keep_promise           respect      -3   6 -         respect         good
give_space             safety       -5   2 -         safety          good
lower_stance           safety       -3   2 -         composure       good
take_cover             safety        0   0 -         safety          good
remove_stressor        safety        0   1 -         safety          good
hand_over_voice        safety       -3   2 -         composure       good
orient                 safety       -3   2 -         adaptation      good
ask_suicide            assessment   -2   4 listening assessment      good
ask_weapons            assessment    0   0 -         safety          good
ask_condition          assessment   -2   3 listening adaptation      good
acknowledge_experience empathy      -4   4 -         adaptation      good
one_instruction        directive    -1   0 -         composure       good
offer_choices          autonomy     -4   3 -         resolution      good
small_agreement        autonomy     -2   3 listening resolution      good
offer_service          autonomy     -3   3 listening resolution      good
hook                   influence    -6   5 rapport   resolution      good
plan                   influence    -5   4 rapport   resolution      good
persuade               influence    -3   2 influence resolution      good
limit                  directive    -1   0 -         proportionality good
consequence            directive     2  -1 -         proportionality good
calm_down              aversive      5  -3 -         empathy         poor
stacked_questions      aversive      4  -2 -         listening       poor
commands               aversive      6  -4 -         composure       poor
shout                  aversive      7  -4 -         composure       poor
threat                 aversive      9  -7 -         composure       poor
argue_delusion         aversive      7  -5 -         adaptation      poor
play_along             aversive     -1  -2 -         adaptation      poor
false_promise          aversive     -4   2 -         respect         poor
sarcasm                aversive      8  -8 -         respect         poor
minimise               aversive      4  -5 -         empathy         poor
take_sides             aversive      4  -5 -         respect         poor
lecture                aversive      4  -4 -         listening       poor
advice                 aversive      3  -3 -         listening       poor
plead                  aversive      1  -1 -         composure       poor
interrupt              aversive      4  -3 -         listening       poor
crowd_in               aversive      6  -3 -         safety          poor
second_voice           aversive      4  -2 -         safety          poor
touch                  aversive      9  -5 -         adaptation      poor
display_weapon         directive    12  -6 -         proportionality by_threat
hands_on               directive     0   0 -         proportionality by_threat
"""

FITS = {
    ("give_space",): {"fear": "1.0", "injustice": ".3", "shame": ".6", "confusion": ".6"},
    ("state_purpose", "next_step"): {"fear": ".8", "injustice": ".5", "confusion": ".9"},
    ("explain_why", "apologise"): {"fear": ".5", "injustice": "1.0", "shame": ".5", "confusion": ".7"},
    ("paraphrase", "validate"): {"fear": ".5", "injustice": ".9", "shame": ".8", "despair": ".8"},
    ("emotion_label",): {"fear": ".8", "injustice": ".7", "shame": ".6", "despair": ".9"},
    ("pause",): {"fear": ".5", "injustice": ".4", "despair": ".7", "confusion": ".8"},
    ("offer_choices",): {"fear": ".6", "injustice": ".8", "shame": ".9", "gain": ".3"},
    ("plan", "hook"): {"fear": ".7", "injustice": ".7", "shame": ".5", "despair": "1.0"},
    ("limit", "consequence"): {"confusion": ".3", "gain": "1.0"},
}

PROACTIVE = {
    "use_name": (0, 4),
    "limit": (-5, 0),
    "consequence": (-4, 0),
    "one_instruction": (-2, 0),
    "plead": (3, -1),
}

GENDERED = re.compile(r"\b(he|she|his|hers?|him)\b", re.IGNORECASE)

DIFFICULTY = {
    "weapon": 3,
    "height_or_traffic": 3,
    "child_present": 2,
    "intoxicated": 2,
    "psychosis": 2,
    "language_or_hearing": 2,
    "hostile_crowd": 2,
    "alone_without_cover": 2,
    "under_a_minute": 3,
    "harm_by_police": 2,
    "hidden_medical_cause": 2,
    "second_aggressor": 2,
}


def flagged(name: str) -> set[str]:
    return {id_ for id_, row in shipped().techniques.items() if getattr(row, name)}


@pytest.mark.parametrize("written", TECHNIQUES.strip().splitlines(), ids=lambda line: line.split()[0])
def test_each_technique_has_the_numbers_of_the_law(written):
    id_, family, tension, rapport, stair, skill, polarity = written.split()
    row = shipped().techniques[id_]
    assert (row.family, row.tension, row.rapport) == (family, int(tension), int(rapport))
    assert (row.stair or "-", row.skill, row.polarity) == (stair, skill, polarity)


def test_there_is_no_technique_beside_those_of_the_law():
    assert list(shipped().techniques) == [line.split()[0] for line in TECHNIQUES.strip().splitlines()]


def test_flags_stand_where_the_law_names_the_technique():
    assert flagged("appeasement") == {
        "give_space",
        "apologise",
        "ask_permission",
        "lower_stance",
        "self_disclosure",
    }
    assert flagged("sets_limit") == {"limit", "consequence"}
    assert flagged("band_free") == {"use_name", "one_instruction", "pause"}
    assert flagged("lie") == {"play_along", "false_promise"}
    assert flagged("acknowledges_always") == {"summary"}
    assert flagged("acknowledges") == {
        "paraphrase",
        "validate",
        "emotion_label",
        "summary",
        "explain_why",
        "apologise",
    }


def test_a_proactive_person_meets_other_numbers_only_where_the_law_says_so():
    rows = {id_: row.proactive for id_, row in shipped().techniques.items() if row.proactive}
    assert {id_: (row.tension, row.rapport) for id_, row in rows.items()} == PROACTIVE


def test_force_has_its_floor_and_ceiling():
    assert flagged("forced") == {"hands_on"}
    forced = shipped().techniques["hands_on"].forced
    assert (forced.tension_at_least, forced.rapport_at_most, forced.sensitisation) == (90, -20, 20)


def test_the_fit_table_is_the_laws_one_row_a_technique():
    expected = {id_: row for ids, row in FITS.items() for id_ in ids}
    assert set(shipped().fit) == set(expected)
    for id_, row in expected.items():
        assert shipped().fit[id_] == {need: Decimal(share) for need, share in row.items()}


def test_there_are_six_needs_in_the_models_order():
    assert tuple(shipped().needs) == NEEDS


def test_bands_and_stairs_start_where_the_law_says():
    assert [band.starts for band in shipped().bands.values()] == [0, 20, 40, 60, 80]
    assert shipped().hysteresis == 5
    assert [stair.rapport for stair in shipped().stairs.values()] == [0, 15, 30, 50, 65, 80]


def test_nine_skills_stand_in_two_domains_with_three_anchors_each():
    catalogues = shipped()
    assert catalogues.skills_of("interpersonal") == ("listening", "empathy", "respect", "composure")
    assert catalogues.skills_of("crisis_intervention") == (
        "safety",
        "assessment",
        "adaptation",
        "resolution",
        "proportionality",
    )
    for skill in catalogues.skills.values():
        assert sorted(skill.anchors) == [1, 4, 7]


def test_every_skill_can_be_shown_well_and_most_can_be_shown_poorly():
    catalogues = shipped()
    good = {row.skill for row in catalogues.techniques.values() if row.polarity != "poor"}
    assert good == set(catalogues.skills)


def test_every_poor_technique_counts_as_a_named_habit():
    catalogues = shipped()
    for id_, row in catalogues.techniques.items():
        if row.polarity == "poor":
            assert id_ in catalogues.techniques_of(row.habit)
    assert catalogues.habits["order_before_reason"].label == "Order before reason"
    assert all(habit.instead.startswith("If ") for habit in catalogues.habits.values())


def test_difficulty_weights_are_those_of_the_framework():
    assert {id_: row.weight for id_, row in shipped().hardships.items()} == DIFFICULTY


def test_the_eight_critical_errors_are_there_and_each_can_be_found():
    errors = shipped().critical_errors
    assert len(errors) == 8
    assert {id_ for id_, row in errors.items() if not row.when} == {
        "silent_bystander",
        "revealed_statement",
        "false_promise_custody",
    }


def test_there_are_two_or_three_reactions_for_every_landing_band_and_kind():
    for kind in ("reactive", "proactive", "mixed"):
        for landing in LANDINGS:
            for band in BAND_STARTS:
                words = shipped().generic_reactions(kind, landing, band)
                assert 2 <= len(set(words)) <= 3
                assert all(text.startswith("(") and text.endswith(")") for text in words)
                assert not GENDERED.search(" ".join(words))


def test_words_are_short_enough_to_read_in_a_debrief():
    for row in shipped().techniques.values():
        assert len(row.cue.split()) <= 25
        assert len(row.example.split()) <= 25
    for error in shipped().critical_errors.values():
        assert len(error.why.split()) + len(error.instead.split()) <= 60


def test_digests_name_every_file_and_ignore_line_ends():
    catalogues = shipped()
    assert set(catalogues.digests) == set(CATALOGUE_FILES)
    text = shipped_texts()["needs.yaml"]
    assert digest(text.replace("\n", "\r\n")) == catalogues.digests["needs.yaml"]
    assert digest(text + "#") != catalogues.digests["needs.yaml"]


def test_the_shipped_value_is_read_once():
    assert shipped() is shipped()


def test_every_skill_has_an_if_then_plan():
    for row in shipped().skills.values():
        assert re.fullmatch(r"If .+, then I .+\.", row.plan)
