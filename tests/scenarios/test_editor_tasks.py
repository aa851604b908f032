"""What Visual Studio Code is told in the folder of scenarios: the tasks exist, and their matchers read our lines."""

import json
import re

import pytest

from simulator.authoring.library import SHIPPED
from simulator.cli.commands import COMMANDS
from simulator.scenario.problem import Place, Problem

FOLDER = SHIPPED / ".vscode"
TASKS = {task["label"]: task for task in json.loads((FOLDER / "tasks.json").read_text(encoding="utf-8"))["tasks"]}
WATCH = TASKS["Check scenarios as I save"]


@pytest.mark.parametrize("label", list(TASKS))
def test_each_task_starts_a_command_that_there_is(label):
    assert TASKS[label]["args"][:2] == ["run", "main.py"]
    assert TASKS[label]["args"][2] in COMMANDS


@pytest.mark.parametrize("severity", ["error", "warning", "todo", "note"])
@pytest.mark.parametrize("file", ["scenarios/a/a.yaml", "C:\\Users\\ana\\a b\\a.yaml"])
def test_the_matcher_reads_a_finding(severity, file):
    problem = Problem(severity, "target-unknown", Place(file, 12, 7), "`pats` is not a node here: try [this]")
    pattern = WATCH["problemMatcher"]["pattern"]
    found = re.match(pattern["regexp"], str(problem))
    assert found is not None
    told = [found[pattern[key]] for key in ("file", "line", "column", "severity", "message", "code")]
    assert told == [file, "12", "7", severity, "`pats` is not a node here: try [this]", "target-unknown"]


def test_the_matcher_passes_over_hints_and_the_line_itself():
    pattern = WATCH["problemMatcher"]["pattern"]["regexp"]
    for row in ("    hint: did you mean `past`?", "        next: pats", "              ^", "a.yaml: fine"):
        assert re.match(pattern, row) is None


def test_the_language_server_formats_nothing_and_fetches_nothing():
    settings = json.loads((FOLDER / "settings.json").read_text(encoding="utf-8"))
    assert settings["yaml.format.enable"] is False
    assert settings["yaml.schemaStore.enable"] is False
