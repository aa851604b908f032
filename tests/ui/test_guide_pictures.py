"""The guide for authors tells every word that is drawn."""

import re

import pytest

from simulator.authoring.library import SHIPPED
from simulator.ui.backdrops.places import PLACES
from simulator.ui.characters.artwork import section, words


@pytest.fixture(scope="module")
def told():
    guide = (SHIPPED / "README.md").read_text(encoding="utf-8")
    found = re.search(r"^- \*\*Pictures\*\*: (.*?)^- ", guide, re.M | re.S)
    assert found
    return set(re.findall(r"[a-z_]+", found[1]))


def test_every_place_that_is_drawn_is_in_the_guide(told):
    assert set(PLACES) <= told


def test_every_look_is_in_the_guide(told):
    people, palette = "characters/people.yaml", "palettes/people.yaml"
    for name in ("figures", "builds"):
        assert set(section(people, name)) <= told, name
    for name in ("hair_shapes", "garments", "chins"):
        assert set(words(people, name)) <= told, name
    for name in ("skins", "hairs", "cloths"):
        assert set(section(palette, name)) <= told, name
