"""Broken YAML: what was meant is read, and each fault is named with the line as it should be."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from simulator.scenario.problem import show
from simulator.scenario.reading.repair import read

CASES: list[tuple[str, str, int, str, dict[str, Any]]] = [
    ('a:\n  say: You said: go home\n  b: 1\n', "yaml-syntax", 2, 'say: "You said: go home"', {"say": "You said: go home", "b": 1}),
    ('a: {say: You said: go home, b: 1}\n', "yaml-syntax", 1, 'a: {say: "You said: go home", b: 1}', {"say": "You said: go home", "b": 1}),
    ('a:\n  say:"Hello"\n  b: 1\n', "yaml-colon-space", 2, 'say: "Hello"', {"say": "Hello", "b": 1}),
    ('a:\n  move:2\n  b: 1\n', "yaml-colon-space", 2, "move: 2", {"move": 2, "b": 1}),
    ('a:\n  move:-3\n  b: 1\n', "yaml-colon-space", 2, "move: -3", {"move": -3, "b": 1}),
    ('a: {b: 1, move:2}\n', "yaml-colon-space", 1, "move: 2", {"move": 2, "b": 1}),
    ('a: {b: 1, once:true}\n', "yaml-colon-space", 1, "once: true", {"once": True, "b": 1}),
    ('a: {say:"Hello", b: 1}\n', "yaml-colon-space", 1, 'say: "Hello"', {"say": "Hello", "b": 1}),
    ('a:\n  say: "Hello\n  b: "x"\n', "yaml-quote-odd", 2, 'say: "Hello"', {"say": "Hello", "b": "x"}),
    ('a:\n  say: "Hello\n  b: x\n', "yaml-quote-odd", 2, 'say: "Hello"', {"say": "Hello", "b": "x"}),
    ('a: {say: "Hello, you, b: [1], c: "x"}\n', "yaml-quote-odd", 1, '{say: "Hello, you", b: [1]', {"say": "Hello, you", "b": [1], "c": "x"}),
    ('a: {say: "x", reply: {lands: "y}, d: "z"}\n', "yaml-quote-odd", 1, '{lands: "y"}', {"say": "x", "reply": {"lands": "y"}, "d": "z"}),
    ('a:\n  say: [sighs] Fine.\n', "yaml-syntax", 2, 'say: "[sighs] Fine."', {"say": "[sighs] Fine."}),
    ('a: {say: [sighs] Fine., b: 1}\n', "yaml-syntax", 1, '"[sighs] Fine."', {"say": "[sighs] Fine.", "b": 1}),
    ('a:\n  say: {name} says no.\n', "yaml-syntax", 2, '"{name} says no."', {"say": "{name} says no."}),
    ('a:\n  say: *What*\n', "yaml-syntax", 2, 'say: "*What*"', {"say": "*What*"}),
    ('a:\n  say: @you\n', "yaml-syntax", 2, 'say: "@you"', {"say": "@you"}),
    ('a:\n  say: %50 sure\n', "yaml-syntax", 2, 'say: "%50 sure"', {"say": "%50 sure"}),
    ('a:\n  say: `so`\n', "yaml-syntax", 2, 'say: "`so`"', {"say": "`so`"}),
    ('a:\n  say: - hi\n', "yaml-syntax", 2, 'say: "- hi"', {"say": "- hi"}),
    ('a:\n  say: ? really\n', "yaml-syntax", 2, 'say: "? really"', {"say": "? really"}),
    ('a:\n  say: > then\n', "yaml-syntax", 2, 'say: "> then"', {"say": "> then"}),
    ("a:\n  say: 'Tis late\n  b: 1\n", "yaml-quote-odd", 2, "say: 'Tis late'", {"say": "Tis late", "b": 1}),
    ("a:\n  say: 'I'm here'\n", "yaml-syntax", 2, 'say: "I\'m here"', {"say": "I'm here"}),
    ('a:\n  say: "Stop" he said\n', "yaml-syntax", 2, "\"'Stop' he said\"", {"say": "'Stop' he said"}),
    ('a:\n  say: &Co\n', "yaml-anchor", 2, '"&Co"', {"say": "&Co"}),
    ('a:\n  say: !Stop now\n', "yaml-tag", 2, '"!Stop now"', {"say": "!Stop now"}),
    ('a: {say: Room #4, b: 1}\n', "yaml-hash-cut", 1, '"Room #4"', {"say": "Room #4", "b": 1}),
    ('a:\n\tsay: "x"\n', "yaml-tab", 2, "use spaces", {"say": "x"}),
    ('a:\n  b: "x"\n   c: 1\n', "yaml-indent", 3, "put it 2 spaces in", {"b": "x", "c": 1}),
    ('a:\n  b:\n    c: 1\n   d: 2\n', "yaml-indent", 4, "put it 4 spaces in", {"b": {"c": 1, "d": 2}}),
    ('a:\n   b: 1\n  c: 2\n  d: 3\n', "yaml-indent", 2, "put it 2 spaces in", {"b": 1, "c": 2, "d": 3}),
    ('a:\n  does: [b, c\n  d: 1\n', "yaml-syntax", 2, "does: [b, c]", {"does": ["b", "c"], "d": 1}),
    ('a: {does: [b, c, d: 1}\n', "yaml-syntax", 1, "does: [b, c], d: 1}", None),
    ('a: {does: [b, say: 1}\n', "yaml-syntax", 1, "does: [b], say: 1}", {"does": ["b"], "say": 1}),
    ('a:\n  does: [b]]\n', "yaml-syntax", 2, "does: [b]", {"does": ["b"]}),
    ('a: b: {c: 1}}\n', "yaml-syntax", 1, "a: {b: {c: 1}}", {"b": {"c": 1}}),
    ('a {b: "x", c: 1}\n', "yaml-colon-space", 1, 'a: {b: "x", c: 1}', {"b": "x", "c": 1}),
    ('a: {say: "x" b: 1}\n', "yaml-syntax", 1, '"x", b: 1', {"say": "x", "b": 1}),
    ('a:\n  b: 1\n  hello\n  c: 1\n', "yaml-syntax", 3, "write `hello:`", {"b": 1, "c": 1}),
    ('a: {say: "x \\q y"}\n', "yaml-syntax", 1, "two backslashes", {"say": "x \\q y"}),
    ('a: {b: 1, b: 2}\n', "yaml-duplicate-key", 1, "take one of the two away", {"b": 1}),
    ('a: {<<: {b: 1}}\n', "yaml-merge", 1, "write the keys out", {}),
    ('a: {b: 1}\n---\nc: 1\n', "yaml-multi-doc", 2, "`---`", {"b": 1}),
    ('a: {b: *c}\n', "yaml-alias", 1, '"*c"', {"b": "*c"}),
    ('a: {b: 1, c: }\n', "empty-value", 1, "take the line away", {"b": 1}),
    ('a: {b: "x\x07y"}\n', "yaml-control-character", 1, "delete it", {"b": "x y"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "code", "line", "hint", "value"), CASES, ids=[repr(case[0])[:40] for case in CASES])
def test_a_fault_is_named_and_what_was_meant_is_read(
    text: str, code: str, line: int, hint: str, value: dict[str, Any] | None
) -> None:
    tree = read(text, "call.yaml")
    shown = "\n".join(show(problem) for problem in tree.problems)
    assert [(problem.code, problem.place.line) for problem in tree.problems] == [(code, line)], shown
    assert hint in tree.problems[0].hint, shown
    if value is not None:
        assert tree.value["a"] == value


@pytest.mark.parametrize(
    "case", [case for case in CASES if case[1].startswith("yaml-s")], ids=lambda case: repr(case[0])[:40]
)
def test_the_mended_line_offered_is_sound_yaml(case: tuple[str, str, int, str, Any]) -> None:
    text, _, line, _, _ = case
    hint = read(text, "call.yaml").problems[0].hint
    if hint.startswith("write: "):
        lines = text.split("\n")
        indent = lines[line - 1][: len(lines[line - 1]) - len(lines[line - 1].lstrip())]
        lines[line - 1] = indent + hint.removeprefix("write: ")
        assert yaml.safe_load("\n".join(lines)) == read(text, "call.yaml").value


def test_faults_far_apart_are_all_named() -> None:
    text = "\n".join(
        [
            "one: {say: [sighs] Well., b: 1}",
            "two:",
            '  say:"Hello"',
            "three: You said: go",
            "four: {does: [x, y",
            "five: 'I'm late'",
            "six: 1",
        ]
    )
    tree = read(text, "call.yaml")
    assert [problem.place.line for problem in tree.problems] == [1, 3, 4, 5, 6]
    assert tree.value["one"]["say"] == "[sighs] Well."
    assert tree.value["six"] == 1


def test_a_hopeless_file_is_given_up_in_bounded_time() -> None:
    tree = read("a: b: c\n%\n" * 5_000, "call.yaml")
    assert not tree.complete
    assert len(tree.problems) < 60
