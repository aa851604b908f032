"""A catalogue that cannot be used says which file, which entry, what is wrong and what to do."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.authoring.catalogues import shipped_texts, shipped_words
from simulator.scenario.catalogue import CatalogueError, build_catalogues

CHANGES = [
    ("techniques.yaml", "family: respect", "family: respekt", "techniques.introduce.family", "must be"),
    ("techniques.yaml", "    skill: respect\n", "    skill: respct\n", "techniques.introduce.skill", "respct"),
    ("techniques.yaml", "    tension: -2\n", "    tension: lots\n", "techniques.introduce.tension", "number"),
    ("techniques.yaml", "    tension: -2\n", "    tension: -2.0005\n", "techniques.introduce.tension", "number"),
    ("techniques.yaml", "    tension: -2\n", "", "techniques.introduce.tension", "is missing"),
    ("techniques.yaml", "    stair: listening\n", "    stair: heard\n", "techniques.i_message.stair", "heard"),
    ("techniques.yaml", "    habit: calm_down\n", "", "techniques.calm_down.habit", "is missing"),
    ("techniques.yaml", "    lie: true\n", "    lie: perhaps\n", "techniques.play_along.lie", "true or false"),
    ("techniques.yaml", "  use_name:\n", "  introduce:\n", "introduce", "second time"),
    ("needs.yaml", "version: 1", "version: 2", "version", "must be 1"),
    ("needs.yaml", "  give_space: {fear: 1.0", "  give_space: {fear: 1.2", "fit.give_space.fear", "number"),
    ("needs.yaml", "  give_space: {", "  give_spase: {", "fit.give_spase", "no technique"),
    ("needs.yaml", "{fear: 1.0", "{feer: 1.0", "fit.give_space.feer", "no need"),
    ("competencies.yaml", "      4: ", "      5: ", "skills.listening.anchors", "1, 4 and 7"),
    ("competencies.yaml", "domain: interpersonal", "domain: personal", "skills.listening.domain", "no domain"),
    ("habits.yaml", "  calm_down:", "  calming:", "techniques.calm_down.habit", "no habit"),
    ("critical_errors.yaml", "[hands_on], facts", "[hand_on], facts", "when.1.techniques", "no technique"),
    ("critical_errors.yaml", "{threat: [none]}", "{threat: [nil]}", "when.1.facts.threat", "nil"),
    ("critical_errors.yaml", "{threat: [none]}", "{treat: [none]}", "when.1.facts.treat", "no scene fact"),
    ("critical_errors.yaml", "detained: [false]", "detained: [no]", "when.1.facts.detained", "`no`"),
    ("critical_errors.yaml", "techniques: [hands_on]", "technique: [hands_on]", "when.1.technique", "not known"),
    ("reactions.yaml", "      calm:", "      cool:", "reactions.reactive.lands", "`calm` is missing"),
    ("hardships.yaml", "weight: 3", "weight: 30", "hardships.weapon.weight", "number"),
    ("bands.yaml", "starts: 40", "starts: 45", "bands.agitated.starts", "must be 40"),
    ("stairs.yaml", "rapport: 15", "rapport: 10", "stairs.listening.rapport", "must be 15"),
    ("stairs.yaml", "version: 1", "version: 1\nnotes: x", "notes", "not known"),
]


def faults_of(texts):
    with pytest.raises(CatalogueError) as caught:
        build_catalogues(texts, shipped_words())
    return caught.value.problems


@pytest.mark.parametrize(("file", "old", "new", "entry", "says"), CHANGES)
def test_a_fault_names_its_file_line_and_entry(file, old, new, entry, says):
    texts = shipped_texts()
    assert old in texts[file]
    texts[file] = texts[file].replace(old, new, 1)
    found = [problem for problem in faults_of(texts) if entry in problem.message and says in problem.message]
    assert found, [str(problem) for problem in faults_of(texts)]
    assert found[0].place.file in (file, "techniques.yaml")
    assert found[0].place.line > 0
    assert found[0].place.source_line


def test_faults_of_several_files_come_together():
    texts = shipped_texts()
    texts["needs.yaml"] = texts["needs.yaml"].replace("version: 1", "version: one")
    texts["bands.yaml"] = texts["bands.yaml"].replace("starts: 40", "starts: forty").replace("hysteresis: 5", "")
    del texts["habits.yaml"]
    files = [problem.place.file for problem in faults_of(texts)]
    assert files == ["bands.yaml", "bands.yaml", "habits.yaml", "needs.yaml"]


def test_a_nearly_right_name_is_offered():
    texts = shipped_texts()
    texts["techniques.yaml"] = texts["techniques.yaml"].replace("skill: listening", "skill: lisening", 1)
    assert faults_of(texts)[0].hint == "did you mean `listening`?"


def test_a_misspelt_key_is_offered_the_known_one():
    texts = shipped_texts()
    texts["techniques.yaml"] = texts["techniques.yaml"].replace("appeasement: true", "appeasment: true", 1)
    assert faults_of(texts)[0].hint == "did you mean `appeasement`?"


@pytest.mark.parametrize(
    "text",
    ["", "- a\n- b\n", "version: 1", "\t", "{", "version: 1\nneeds: *all\n", "x" * 3_000_000, "[" * 500, "\0"],
    ids=["empty", "list", "bare", "tab", "brace", "alias", "long", "deep", "nul"],
)
def test_text_that_is_no_catalogue_is_refused_by_name(text):
    problems = faults_of({**shipped_texts(), "needs.yaml": text})
    assert {problem.place.file for problem in problems} == {"needs.yaml"}


@settings(max_examples=25, deadline=None)
@given(st.data())
def test_a_damaged_file_is_read_or_refused_but_never_breaks_the_reader(data):
    texts = shipped_texts()
    text = texts["stairs.yaml"]
    start = data.draw(st.integers(0, len(text)))
    cut = data.draw(st.integers(0, 12))
    texts["stairs.yaml"] = text[:start] + data.draw(st.text(max_size=6)) + text[start + cut :]
    problems = ()
    try:
        catalogues = build_catalogues(texts, shipped_words())
    except CatalogueError as error:
        catalogues, problems = None, error.problems
    assert (catalogues is None) == bool(problems)
