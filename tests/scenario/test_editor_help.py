"""What an author meets in an editor: the real yaml-language-server, asked over its own protocol, with our schema.

It is looked for in YAML_LANGUAGE_SERVER, in `.tools/` (where `.ci/run` puts it) and on the PATH.
"""

from __future__ import annotations

import itertools
import json
import os
import queue
import shutil
import subprocess
import threading
from pathlib import Path
from typing import Any

import pytest

from simulator.scenario.authored.schema import json_schema
from simulator.scenario.catalogue import Catalogues

ROOT = Path(__file__).resolve().parents[2]
FIRST_LINE = "# yaml-language-server: $schema=../schema.json\n"
SETTINGS = {"schemaStore": {"enable": False}, "validate": True, "completion": True, "hover": True}
PATIENCE = 60


def server_command() -> list[str] | None:
    """How to start the server; None where it is not installed."""
    beside = ROOT / ".tools" / "node_modules" / ".bin" / "yaml-language-server"
    for place in (os.environ.get("YAML_LANGUAGE_SERVER"), str(beside), "yaml-language-server"):
        found = shutil.which(place) if place else None
        if found and shutil.which("node"):
            return [found, "--stdio"]
    return None


class Editor:
    """A client of the server with one folder of scenarios: what is wrong, what completes, what a hover says."""

    def __init__(self, command: list[str], folder: Path) -> None:
        self.folder = folder
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        self.numbers = itertools.count(1)
        self.answers: dict[int, queue.Queue[Any]] = {}
        self.found: dict[str, queue.Queue[Any]] = {}
        threading.Thread(target=self.listen, daemon=True).start()
        kinds = {"codeActionKind": {"valueSet": ["quickfix"]}}
        self.ask(
            "initialize",
            processId=None,
            rootUri=None,
            capabilities={
                "workspace": {"configuration": True},
                "textDocument": {
                    "completion": {"completionItem": {"snippetSupport": True}},
                    "hover": {"contentFormat": ["markdown"]},
                    "codeAction": {"codeActionLiteralSupport": kinds},
                },
            },
        )
        self.send({"method": "initialized", "params": {}})

    def send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self.process.stdin is not None
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n%b" % (len(body), body))
        self.process.stdin.flush()

    def ask(self, method: str, **params: Any) -> Any:
        number = next(self.numbers)
        self.answers[number] = queue.Queue()
        self.send({"id": number, "method": method, "params": params})
        return self.answers[number].get(timeout=PATIENCE)

    def listen(self) -> None:
        stream = self.process.stdout
        assert stream is not None
        while True:
            length = 0
            while (row := stream.readline()) != b"\r\n":
                if not row:
                    return
                name, _, value = row.partition(b":")
                length = int(value) if name.lower() == b"content-length" else length
            self.hear(json.loads(stream.read(length)))

    def hear(self, message: dict[str, Any]) -> None:
        method, number = message.get("method"), message.get("id")
        if method == "workspace/configuration":
            asked = message["params"]["items"]
            self.send({"id": number, "result": [SETTINGS if each.get("section") == "yaml" else None for each in asked]})
        elif method is not None and number is not None:
            self.send({"id": number, "result": None})
        elif method == "textDocument/publishDiagnostics":
            self.found[message["params"]["uri"]].put(message["params"]["diagnostics"])
        elif method is None and number is not None:
            self.answers[number].put(message.get("result"))

    def open(self, text: str, first_line: str = FIRST_LINE) -> tuple[str, list[Any]]:
        """Opens a scenario; gives its address and what the server finds wrong in it."""
        uri = (self.folder / f"call{next(self.numbers)}" / "call.yaml").as_uri()
        self.found[uri] = queue.Queue()
        document = {"uri": uri, "languageId": "yaml", "version": 1, "text": first_line + text}
        self.send({"method": "textDocument/didOpen", "params": {"textDocument": document}})
        return uri, self.found[uri].get(timeout=PATIENCE)

    def complete(self, text: str) -> dict[str, str]:
        """What is offered at the mark `@@`, by label, with what it would insert."""
        uri, _ = self.open(text.replace("@@", "", 1))
        place = place_of(text, "@@")
        found = self.ask("textDocument/completion", textDocument={"uri": uri}, position=place)
        items = found["items"] if isinstance(found, dict) else found
        return {item["label"]: item.get("insertText", "") for item in items}

    def hover(self, text: str, mark: str) -> str:
        """What is said when the pointer rests on the second sign of the mark."""
        uri, _ = self.open(text)
        place = place_of(text, mark)
        place["character"] += 1
        found = self.ask("textDocument/hover", textDocument={"uri": uri}, position=place)
        return found["contents"]["value"] if found else ""

    def fixes(self, uri: str, problem: Any) -> list[str]:
        """The titles of the quick fixes for one finding."""
        context = {"diagnostics": [problem]}
        found = self.ask("textDocument/codeAction", textDocument={"uri": uri}, range=problem["range"], context=context)
        return [action["title"] for action in found or []]

    def close(self) -> None:
        self.process.kill()
        self.process.wait()


def place_of(text: str, mark: str) -> dict[str, int]:
    """Where a mark stands, in a document with the first line that switches help on."""
    before = (FIRST_LINE + text).partition(mark)[0]
    return {"line": before.count("\n"), "character": len(before.rpartition("\n")[2])}


@pytest.fixture(scope="module")
def editor(catalogues: Catalogues, tmp_path_factory: pytest.TempPathFactory):
    command = server_command()
    if command is None:
        pytest.skip("yaml-language-server is not installed here: .ci/run does it with npm, where there is one")
    folder = tmp_path_factory.mktemp("scenarios")
    (folder / "schema.json").write_text(json.dumps(json_schema(catalogues)), encoding="utf-8")
    editor = Editor(command, folder)
    yield editor
    editor.close()


def put(text: str, old: str, new: str) -> str:
    assert old in text
    return text.replace(old, new, 1)


def test_a_sound_scenario_is_left_in_peace(editor: Editor, last_bus_text: str) -> None:
    assert editor.open(last_bus_text)[1] == []


@pytest.mark.parametrize(
    ("old", "new", "word", "message", "fix"),
    [
        ("    scene: ", "    scen: ", "scen", "Property scen is not allowed.", "scene"),
        ("reply: {hurts:", "reply: {hurtz:", "hurtz", "Property hurtz is not allowed.", "hurts"),
        ('debrief: "Who', 'debreif: "Who', "debreif", "Property debreif is not allowed.", None),
        ("[commands, threat]", "[commands, thret]", "thret", "not a technique: Ctrl+Space lists them", "threat"),
        ("[respect, safety]", "[respekt, safety]", "respekt", "not a skill: Ctrl+Space lists them", "respect"),
        ("role: subject", "role: subjct", "subjct", "Value is not accepted. Valid values:", "subject"),
        ("  story:", "  Story-2:", "Story-2", "ids: small letters, digits and _, a letter first", None),
        ('{act: "Go for', '{say: "No.", act: "Go for', "act", "Property act is not allowed.", None),
        ("minutes: 8", "minutes: eight", "eight", "write a whole number from 1 to 180", None),
        ("eta: 3:00", "eta: soon", "soon", "write seconds (25) or minutes and seconds (8:00)", None),
        ("version: 1.0.0", "version: 1.0", "1.0", "write three numbers: 1.0.0", None),
        ("once: true", "once: yes", "yes", "write true or false", None),
        ('say: "(Headlights swing in.)"', "say: 5", "5", "words in quotes belong here", None),
        (
            'say: "(Headlights swing in.)"',
            'say: [{wen: "tension > 5", say: "(Headlights.)"}]',
            "wen",
            "Property wen is not allowed.",
            "when",
        ),
    ],
)
def test_a_slip_gets_one_plain_message_on_its_word(
    editor: Editor, last_bus_text: str, old: str, new: str, word: str, message: str, fix: str | None
) -> None:
    text = put(last_bus_text, old, new)
    uri, found = editor.open(text)
    assert len(found) == 1
    assert found[0]["message"].startswith(message)
    assert len(found[0]["message"]) < 150
    start, end = found[0]["range"]["start"], found[0]["range"]["end"]
    row = (FIRST_LINE + text).splitlines()[start["line"]]
    assert row[start["character"] : end["character"]] == word
    if fix is not None:
        assert fix in editor.fixes(uri, found[0])


def test_a_missing_key_is_named(editor: Editor, last_bus_text: str) -> None:
    (problem,) = editor.open(put(last_bus_text, "start: window\n", ""))[1]
    assert problem["message"] == 'Missing property "start".'


def test_a_new_line_is_offered_whole_and_its_words_in_quotes(editor: Editor, last_bus_text: str) -> None:
    offered = editor.complete(put(last_bus_text, "      hush: {say", "      @@\n      hush: {say"))
    assert offered["new line"].startswith('${1:line_id}:\n  say: "$2"\n  does:')


def test_inside_a_line_every_key_is_offered_as_it_is_written(editor: Editor, last_bus_text: str) -> None:
    offered = editor.complete(put(last_bus_text, "      hush: {say", "      fresh:\n        @@\n      hush: {say"))
    assert {"say", "act", "does", "reply", "leads", "better", "only_if", "for"} <= set(offered)
    assert offered["say"] == 'say: "$1"'
    assert offered["debrief"] == 'debrief: "$1"'
    assert offered["reply"].startswith('reply:\n  lands: "$1"')
    assert not any("null" in body or "false" in body for body in offered.values())


def test_replies_and_wordings_complete_inside(editor: Editor, last_bus_text: str) -> None:
    landing = put(last_bus_text, "      hush: {say", "      fresh:\n        reply:\n          @@\n      hush: {say")
    assert {"lands", "flat", "unheard", "hurts", "any"} <= set(editor.complete(landing))
    wording = put(last_bus_text, "      hush: {say", "      fresh:\n        say:\n          - @@\n      hush: {say")
    assert {"say", "when", "weight"} <= set(editor.complete(wording))


@pytest.mark.parametrize("shape", ["does: [@@]", "does:\n          - @@"])
def test_techniques_complete_in_a_list_of_either_shape(
    editor: Editor, last_bus_text: str, catalogues: Catalogues, shape: str
) -> None:
    fresh = f"      fresh:\n        {shape}\n      hush: {{say"
    assert set(catalogues.techniques) <= set(editor.complete(put(last_bus_text, "      hush: {say", fresh)))


def test_values_and_keys_complete_inside_braces_too(editor: Editor, last_bus_text: str) -> None:
    landing = put(last_bus_text, 'reply: {hurts: "A fine?', 'reply: {la@@: "Yes.", hurts: "A fine?')
    assert "lands" in editor.complete(landing)
    kind = put(last_bus_text, "seat_in_van: {kind: referral", "seat_in_van: {kind: @@")
    assert {"voluntary", "referral", "force"} <= set(editor.complete(kind))
    assert {"draft", "published"} == set(
        editor.complete(put(last_bus_text, "start: window", "status: @@\nstart: window"))
    )


def test_a_hover_explains_the_key(editor: Editor, last_bus_text: str) -> None:
    assert "The officer's words, 25 or fewer." in editor.hover(last_bus_text, 'say: "Evening')
    assert "Seconds to decide" in editor.hover(last_bus_text, "timer: 25")
    assert "The answer when it reached the person." in editor.hover(last_bus_text, 'lands: "(He turns')


def test_a_hover_on_a_technique_begins_with_that_technique(editor: Editor, last_bus_text: str) -> None:
    told = editor.hover(last_bus_text, "state_purpose], reply")
    assert told.partition("Allowed Values:")[2].lstrip().startswith("* `state_purpose`: **Say the good reason")


def test_without_the_first_line_the_server_is_silent(editor: Editor, last_bus_text: str) -> None:
    assert editor.open(put(last_bus_text, "    scene: ", "    scen: "), first_line="")[1] == []
