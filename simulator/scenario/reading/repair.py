"""Reads a file whose YAML is broken: each fault is named in plain words and mended in a copy, then reading
goes on, so that an author sees every fault at once and each with the line as it should be.
"""

from __future__ import annotations

import re

import yaml

from simulator.scenario.authored.shape import ANYTHING, Shape
from simulator.scenario.problem import TURNING, Place, Problem
from simulator.scenario.reading.fault import Fault, Mend
from simulator.scenario.reading.mends import guess
from simulator.scenario.reading.places import Tree, split_lines
from simulator.scenario.reading.tree import MAX_DEPTH, LostQuoteError, build

MAX_MENDS = 40
MAX_PARSED = 12_000_000
"""Characters parsed over all rounds, after which the reading gives up (about a second of work)."""

_MAX_TABS_SHOWN = 10
_HINT_WIDTH = 110
_RETYPE = "delete it: select the space around it and type it again"
_CONTROL = re.compile(f"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff{TURNING}]")


def read(text: str, file: str, shape: Shape = ANYTHING) -> Tree:
    """Reads a file into a tree, mending what is broken; every fault is among the tree's problems."""
    findings: list[Problem] = []
    text = _without_control_characters(text, file, findings)
    lines = split_lines(text)
    original = list(lines)
    times_mended: dict[int, int] = {}
    parsed = 0
    for _ in range(MAX_MENDS):
        mended = "\n".join(lines)
        try:
            tree = build(mended, file, shape)
        except LostQuoteError as lost:
            fault = Fault(lost.line, lost.column, lost.line, lost.column, "lost quote")
        except yaml.MarkedYAMLError as error:
            if "nesting depth" in str(error.problem):
                return _too_deep(error, file, text, findings)
            fault = _fault(error, len(lines))
        else:
            tree.problems[:0] = findings
            tree.show_lines(original)
            return tree
        parsed += sum(map(len, lines[: fault.line + 1]))
        mend = guess(lines, fault, times_mended)
        for number, line in mend.lines.items():
            times_mended[number] = times_mended.get(number, 0) + 1
            lines[number] = line
        findings += _findings(mend, file, original)
        if parsed > MAX_PARSED:
            break
    tree = Tree(file, text, problems=findings, complete=False)
    place = Place(file, 0, 0)
    tree.note("error", "yaml-syntax", place, "there are more faults than can be read past", "mend these first")
    return tree


def _too_deep(error: yaml.MarkedYAMLError, file: str, text: str, findings: list[Problem]) -> Tree:
    """What is said where the parser's own limit of depth came before ours."""
    tree = Tree(file, text, problems=findings, complete=False)
    mark = error.problem_mark or error.context_mark
    place = tree.at(mark.line, mark.column) if mark is not None else Place(file, 1, 1)
    message = f"things nest more than {MAX_DEPTH} deep here"
    tree.note("error", "yaml-too-deep", place, message, "the file was not read further")
    return tree


def _fault(error: yaml.MarkedYAMLError, count: int) -> Fault:
    mark = error.problem_mark or error.context_mark
    context = error.context_mark or mark
    if mark is None or context is None:
        return Fault(0, 0, 0, 0, str(error.problem))
    line = min(mark.line, count - 1)
    at_line = min(context.line, count - 1)
    return Fault(line, mark.column, at_line, context.column, f"{error.context or ''}: {error.problem or ''}")


def _findings(mend: Mend, file: str, original: list[str]) -> list[Problem]:
    found = []
    shown = list(mend.lines)[:_MAX_TABS_SHOWN] if mend.code == "yaml-tab" else [mend.line]
    for number in shown:
        column = mend.column if number == mend.line else 0
        place = Place(file, number + 1, column + 1, "", original[number])
        hint = mend.hint or f"write: {_stretch(mend.lines.get(number, ''), column)}"
        found.append(Problem("error", mend.code, place, mend.message, hint))
    return found


def _stretch(line: str, column: int) -> str:
    """The part of a mended line that matters, not all of a long one."""
    if len(line.strip()) <= _HINT_WIDTH:
        return line.strip()
    start = max(0, min(column - 30, len(line) - _HINT_WIDTH))
    end = start + _HINT_WIDTH
    return f"{'…' if line[:start].strip() else ''}{line[start:end].strip()}{'…' if line[end:].strip() else ''}"


def _without_control_characters(text: str, file: str, findings: list[Problem]) -> str:
    found = _CONTROL.search(text)
    if found is None:
        return text
    before = text[: found.start()]
    line = len(split_lines(before))
    column = len(split_lines(before)[-1]) + 1
    source = split_lines(text)[line - 1]
    message, hint = "an invisible control character stands here", _RETYPE
    if re.match(f"[{TURNING}]", found[0]):
        message = f"an invisible sign that turns the order of words round (U+{ord(found[0]):04X}) stands here"
    if found[0] == "\0":
        message, hint = (
            "a zero byte stands here, which no text holds",
            "the file may be damaged: restore it from a copy",
        )
    findings.append(
        Problem(
            "error",
            "yaml-control-character",
            Place(file, line, column, "", _CONTROL.sub("\ufffd", source)),
            message,
            hint,
        )
    )
    return _CONTROL.sub(" ", text)
