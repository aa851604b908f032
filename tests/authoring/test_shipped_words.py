"""The shipped words and the code that fills them in: every key is used, every used key is there, every name is given."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from simulator.authoring.catalogues import WORD_FILES, shipped, shipped_words
from simulator.scenario.words import read_templates
from tests.fixtures.plain_and_kind import hard_to_take

SIMULATOR = Path(__file__).parents[2] / "simulator"


@dataclass(frozen=True)
class Filled:
    """One place in the code that fills templates in: the keys it may mean as patterns, and the names it gives."""

    where: str
    keys: tuple[str, ...]
    names: frozenset[str] | None
    """None where they cannot be read from the code."""


def _patterns(node: ast.expr) -> Iterator[str]:
    """The keys that an expression may be: what is put into an f-string may be anything."""
    match node:
        case ast.Constant(value=str(key)) if key.isidentifier():  # a sentence is no key: other things are called words
            yield key
        case ast.IfExp():
            yield from _patterns(node.body)
            yield from _patterns(node.orelse)
        case ast.JoinedStr():
            pattern = "".join(_part(part) for part in node.values)
            if " " not in pattern:
                yield pattern


def _part(part: ast.expr) -> str:
    match part:
        case ast.Constant():
            return re.escape(str(part.value))
        case ast.FormattedValue(value=ast.IfExp() as choice):
            return f"(?:{'|'.join(_patterns(choice))})"
    return r"\w+"


@cache
def _nodes() -> tuple[tuple[Path, ast.AST], ...]:
    """Every node of the code, read when a test first asks and not while tests are collected."""
    packages = ("encounter", "scoring", "reports", "ui", "cli")
    files = [path for package in packages for path in (SIMULATOR / package).rglob("*.py")]
    return tuple((path, node) for path in files for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))))


@cache
def _calls() -> tuple[Filled, ...]:
    return tuple(_found())


def _found() -> Iterator[Filled]:
    for path, node in _nodes():
        if isinstance(node, ast.Call) and node.args:
            called = ast.unparse(node.func)
            counting = called.endswith("words.count")
            if not counting and not re.search(r"\bwords$|shipped_words\(\)$", called):
                continue
            keys = tuple(_patterns(node.args[0]))
            # `program.words(text, variant)` are words of a scenario, and no keys.
            if not keys or (len(node.args) > 1 and not counting):
                continue
            given = [keyword.arg for keyword in node.keywords]
            names = None if None in given else frozenset([*filter(None, given), *(["number"] if counting else [])])
            both = (*keys, *(f"{key}_one" for key in keys)) if counting else keys
            yield Filled(f"{path.name}:{node.lineno}", both, names)


KEYS = shipped_words().keys
DEBRIEF = (
    "branch.py", "debrief.py", "debrief_pages.py", "feelings.py", "instructor_debrief.py", "keep_practice.py",
    "override.py", "own_view.py", "unkept.py",
)  # fmt: skip
"""The scenes around a debrief. What keeps a record from being shown at all is a fault, and told by `past_debrief`."""
KEY_NAMES = frozenset({"Esc"})


def _meant(pattern: str) -> list[str]:
    return [key for key in KEYS if re.fullmatch(pattern, key)]


def test_the_code_asks_for_many_words():
    assert len(_calls()) > 200


def test_every_key_that_is_asked_for_is_there():
    assert [(call.where, key) for call in _calls() for key in call.keys if not _meant(key)] == []


def test_every_key_is_asked_for():
    used = {key for call in _calls() for pattern in call.keys for key in _meant(pattern)}
    # Keys that are chosen first and filled in later stand as plain strings in the code.
    plain = {node.value for _, node in _nodes() if isinstance(node, ast.Constant) and isinstance(node.value, str)}
    assert [key for key in KEYS if key not in used and not {key, key.removesuffix("_one")} & plain] == []


def test_every_template_has_only_names_that_it_is_given():
    words = shipped_words()
    wrong = [
        (call.where, key, sorted(words.names(key) - call.names))
        for call in _calls()
        if call.names is not None
        for pattern in call.keys
        if not pattern.startswith(r"\w+")  # an ending alone says too little about which keys are meant
        for key in _meant(pattern)
        if words.names(key) - call.names
    ]
    assert wrong == []


def test_what_a_debrief_in_the_window_says_is_a_template():
    told_there = [*(SIMULATOR / "ui" / "review").glob("*.py"), *map((SIMULATOR / "ui" / "scenes").joinpath, DEBRIEF)]
    sentences = []
    for path in told_there:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        documentation = {
            id(node.value)
            for node in ast.walk(tree)
            if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
        }
        sentences += [
            (path.name, node.lineno, node.value)
            for node in ast.walk(tree)
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in documentation
            if re.search(r"[A-Za-z]{2,} [A-Za-z]|^[A-Z][a-z]+$", node.value) and node.value not in KEY_NAMES
        ]
    assert sentences == []


def test_no_key_stands_in_two_files():
    keys = [
        key
        for file in WORD_FILES
        for key in read_templates((SIMULATOR / "data" / file).read_text(encoding="utf-8"), file)
    ]
    assert len(keys) == len(set(keys)) == len(KEYS)


def test_no_template_is_long_or_a_verdict_on_a_person():
    assert [key for key in KEYS if hard_to_take(shipped_words()(key))] == []


def test_words_are_in_no_digest():
    catalogues = shipped()
    assert not [file for file in catalogues.digests if "words" in file]
