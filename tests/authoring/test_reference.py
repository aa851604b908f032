"""The page of all keys: whole, and the same as the one that stands beside the scenarios."""

import re

from simulator.authoring.catalogues import shipped
from simulator.authoring.library import SHIPPED
from simulator.authoring.reference import NAMES, QUESTIONS, field_reference
from simulator.scenario.authored.file import ScenarioFile
from simulator.scenario.vocabulary_of import Declared, vocabulary_of


def test_the_published_page_is_up_to_date():
    """Renew it with `uv run main.py schema --markdown --output scenarios/FIELDS.md`."""
    assert (SHIPPED / "FIELDS.md").read_text(encoding="utf-8") == field_reference(shipped())


def test_every_key_has_its_row_and_its_meaning():
    page = field_reference(shipped())
    for name in ScenarioFile.model_fields:
        assert re.search(rf"^\| (\*\*)?`{name}`(\*\*)? \|", page, re.M), name
    for row in re.findall(r"^\| (?:\*\*)?`[a-z_.A-Z]+`.*$", page, re.M):
        assert not row.endswith("|  |"), row


def test_every_link_leads_to_a_heading():
    page = field_reference(shipped())
    anchors = {heading.lower().replace(" ", "-") for heading in re.findall(r"^## (.+)$", page, re.M)}
    assert set(re.findall(r"\]\(#([^)]+)\)", page)) <= anchors


def test_every_name_and_question_of_conditions_is_explained():
    vocabulary = vocabulary_of(Declared(), for_tests=True)
    assert set(NAMES) == set(vocabulary.names)
    assert set(QUESTIONS) == set(vocabulary.functions)


def test_needs_and_what_a_technique_shows_and_asks_for_can_be_looked_up():
    """An author would have to guess them otherwise: nothing else that they read has them."""
    catalogues = shipped()
    page = field_reference(catalogues)
    for id_, technique in catalogues.techniques.items():
        row = next(line for line in page.splitlines() if line.startswith(f"| `{id_}` | {technique.label} |"))
        assert row.endswith(f"| `{technique.skill}` | {f'`{technique.stair}`' if technique.stair else 'any'} |")
    for id_ in catalogues.needs:
        assert re.search(rf"^\| `needs` .*`{id_}`", page, re.M), id_
        assert re.search(rf"^\| `{id_}` \|.*\| {re.escape(catalogues.needs[id_].asks_for)} \|$", page, re.M), id_
