"""The schema beside the shipped scenarios is the one that the models make."""

import json

from simulator.authoring.catalogues import shipped
from simulator.authoring.library import SHIPPED
from simulator.scenario.authored.schema import json_schema


def test_the_published_schema_is_up_to_date():
    """Renew it with `uv run main.py schema --output scenarios/schema.json`."""
    published = json.loads((SHIPPED / "schema.json").read_text(encoding="utf-8"))
    assert published == json.loads(json.dumps(json_schema(shipped())))


def test_every_shipped_scenario_switches_the_editor_on_in_its_first_line():
    for path in SHIPPED.glob("*/*.yaml"):
        assert path.read_text(encoding="utf-8").startswith("# yaml-language-server: $schema=../schema.json\n")
