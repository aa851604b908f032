"""Whatever is in a file, reading it gives findings and never an exception."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from simulator.authoring.lint.loader_rules import LOADER_RULES
from simulator.scenario.load import Loaded
from simulator.scenario.problem import MAX_PROBLEMS, Place, Problem, show

Load = Callable[[str | bytes], Loaded]

QUIET = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])

FILES = {
    "empty": (b"", "file-empty"),
    "blank": (b" \n\n", "file-empty"),
    "only a remark": (b"# nothing yet\n", "file-empty"),
    "a list": (b"- a\n- b\n", "type"),
    "a word": (b"hello", "type"),
    "UTF-16": ("format: 1".encode("utf-16"), "yaml-bom-utf16"),
    "UTF-16 without a mark": ("format: 1".encode("utf-16-le"), "yaml-bom-utf16"),
    "UTF-32": ("format: 1".encode("utf-32"), "yaml-bom-utf16"),
    "UTF-32 without a mark": ("format: 1".encode("utf-32-be"), "yaml-bom-utf16"),
    "zeros": (bytes(64), "yaml-control-character"),
    "words turned round": ("title: a \u202eb".encode(), "yaml-control-character"),
    "a zero": (b"a: \0", "yaml-control-character"),
    "another encoding": ("format: 1\ntitle: café".encode("latin-1"), "not-utf8"),
    "half a surrogate": (b"title: \xed\xa0\x80", "not-utf8"),
    "fifty megabytes": (b"a: b\n" * 10_000_000, "yaml-too-big"),
    "deep": (b"[" * 100_000, "yaml-too-deep"),
    "many unknown keys": (b"".join(b"k%d: 1\n" % i for i in range(20_000)), "unknown-key"),
    "one key over and over": (b"k: 1\n" * 20_000, "yaml-duplicate-key"),
    "quotes": (b'"' * 10_000, "yaml-syntax"),
    "an endless number": (b"format: " + b"9" * 10_000, "type"),
    "a format of the future": (b"format: 99\n", "format-unknown"),
    "no such format": (b"format: -1\n", "format-unknown"),
}


@pytest.mark.parametrize(("data", "code"), FILES.values(), ids=FILES)
def test_a_hopeless_file_is_refused_in_plain_words(data: bytes, code: str, load: Load) -> None:
    loaded = load(data)
    assert loaded.scenario is None
    assert code in {problem.code for problem in loaded.problems}
    assert len(loaded.problems) <= MAX_PROBLEMS + 1
    for problem in loaded.problems[:50]:
        assert show(problem).startswith("call.yaml")
        assert "Error" not in problem.message
        assert problem.code in LOADER_RULES


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32"])
def test_the_encoding_of_a_file_is_named(encoding: str, load: Load) -> None:
    (problem,) = load("format: 1".encode(encoding)).problems
    assert encoding.upper() in problem.message


def test_a_byte_order_mark_and_other_line_ends_change_nothing(last_bus_text: str, load: Load) -> None:
    plain = load(last_bus_text)
    windows = load(b"\xef\xbb\xbf" + last_bus_text.replace("\n", "\r\n").encode())
    assert windows.problems == ()
    assert plain.scenario is not None
    assert windows.scenario is not None
    assert windows.scenario.digest == plain.scenario.digest


def test_text_with_half_a_character_is_refused(load: Load) -> None:
    assert load("title: \ud800\n").scenario is None


@QUIET
@given(data=st.binary(max_size=300))
def test_any_bytes_give_findings(data: bytes, load: Load) -> None:
    assert load(data).problems


@QUIET
@given(text=st.text(alphabet="ab:-{}[]\"'#&*!|>%@`? \n\t,\\", max_size=120))
def test_any_signs_give_findings(text: str, load: Load) -> None:
    assert load(text).problems


SIGNS = "\"'{}[]:,#&*!|>%@`-?\t\n \\~<=\x00\x85\u2028é0aA"


@QUIET
@given(
    edits=st.lists(
        st.tuples(st.floats(0, 1), st.integers(0, 40), st.text(alphabet=SIGNS, max_size=3)), min_size=1, max_size=8
    )
)
def test_a_mutilated_scenario_gives_findings_or_plays(
    edits: list[tuple[float, int, str]], last_bus_text: str, load: Load
) -> None:
    text = last_bus_text
    for where, gone, new in edits:
        at = int(where * len(text))
        text = text[:at] + new + text[at + gone :]
    loaded = load(text)
    assert loaded.scenario is not None or loaded.errors
    for problem in loaded.problems:
        assert show(problem)
        assert problem.place.line <= text.count("\n") + text.count("\x85") + text.count("\u2028") + 1


@pytest.mark.parametrize("sign", ["\\e", "\\x1b", "\\u001b", "\\a", "\\0", "\\x9b", "\\N", "\\u202e"])
def test_a_command_to_a_terminal_written_as_an_escape_is_refused(sign: str, last_bus_text: str, load: Load) -> None:
    loaded = load(last_bus_text.replace('title: "', f'title: "{sign}[2J', 1))
    (problem,) = loaded.errors
    assert problem.code == "yaml-control-character"
    assert "A seat in the van" in problem.place.source_line


def test_words_may_be_broken_into_lines_and_joined_signs(last_bus_text: str, load: Load) -> None:
    assert load(last_bus_text.replace('title: "', 'title: "A\\n\\u00a0B\\u200dC ', 1)).problems == ()


def test_a_finding_shows_no_sign_that_a_terminal_would_obey() -> None:
    shown = show(Problem("error", "type", Place("call.yaml", 1, 1), "`a\x1b[2J\nb` is none", "write `\x9b`"))
    assert all(line.isprintable() for line in shown.split("\n"))
    assert len(shown.split("\n")) == 2


def test_an_alias_is_told_once_however_often_it_stands_there(load: Load) -> None:
    loaded = load("a: &a x\nb: [" + "*a," * 5000 + "]\n")
    assert sum(problem.code == "yaml-alias" for problem in loaded.problems) == 1
