"""Mends of layout: tabs, lines a space too far in, lines that belong to no key."""

from __future__ import annotations

import re

from simulator.scenario.reading.fault import Fault, Mend, above_line
from simulator.scenario.reading.lines import KEY_LINE, indent_of


def leading_tab(lines: list[str], fault: Fault) -> Mend | None:
    """Tabs at the start of lines; all such lines are put right at once."""
    if not _has_tab(lines[fault.line]):
        return None
    mended: dict[int, str] = {}
    for number, line in enumerate(lines):
        if _has_tab(line):
            above = next(
                (mended.get(each, lines[each]) for each in range(number - 1, -1, -1) if lines[each].strip()),
                "",
            )
            wide = indent_of(above) + (2 if above.rstrip().endswith(":") else 0)
            mended[number] = " " * wide + line.lstrip()
    first = min(mended)
    return Mend(
        "yaml-tab",
        first,
        0,
        "a tab stands at the start of this line; YAML knows only spaces",
        mended,
        "use spaces, two for each step in",
    )


def _has_tab(line: str) -> bool:
    return "\t" in line[: len(line) - len(line.lstrip())] and bool(line.strip())


def no_colon(lines: list[str], fault: Fault) -> Mend | None:
    """A line of words that belongs to no key."""
    for number in dict.fromkeys((fault.at_line, above_line(lines, fault.line))):
        line = lines[number]
        if line.strip() and re.match(r"\s*[^\s:#\"'\[{}\]-][^:]*$", line):
            word = line.strip()
            return Mend(
                "yaml-syntax",
                number,
                indent_of(line),
                "this line has no colon, so it belongs to no key",
                {number: ""},
                f"write `{word}:` if it is a key, or put the words in the quotes of the line above",
            )
    return None


def wrong_indent(lines: list[str], fault: Fault) -> Mend | None:
    """A line that stands between the levels above it; what hangs under it moves along."""
    number, line = fault.line, lines[fault.line]
    if not line.strip() or not KEY_LINE.match(line):
        return None
    wide = indent_of(line)
    levels: list[int] = []
    above = above_line(lines, number)
    if lines[above].rstrip().endswith(":"):
        levels.append(indent_of(lines[above]) + 2)
    lowest = 10_000
    for each in range(above, -1, -1):
        if lines[each].strip() and not lines[each].lstrip().startswith("#") and indent_of(lines[each]) < lowest:
            lowest = indent_of(lines[each])
            levels.append(lowest)
    levels = [level for level in levels if level != wide]
    if not levels:
        return None
    below = number + 1
    while below < len(lines) and not lines[below].strip():
        below += 1
    child = indent_of(lines[below]) if below < len(lines) and line.rstrip().endswith(":") else -1
    wanted = min(levels, key=lambda level: (child > wide and child != level + 2, abs(level - wide), -level))
    culprit = _odd_one(lines, number, wanted)
    if culprit is not None:
        number, line, wide, wanted = culprit, lines[culprit], wanted, wide
        below, child = number + 1, -1
    mended = {number: " " * wanted + line.lstrip()}
    # A whole block that slipped moves along; lines that stand right already stay.
    if child == wide + 2:
        for each in range(below, len(lines)):
            if lines[each].strip() and indent_of(lines[each]) <= wide:
                break
            if lines[each].strip():
                mended[each] = " " * (indent_of(lines[each]) + wanted - wide) + lines[each].lstrip()
    return Mend(
        "yaml-indent",
        number,
        wide,
        f"this line stands {_spaces(wide)} in, which fits none of the lines above",
        mended,
        f"put it {_spaces(wanted)} in",
    )


def _odd_one(lines: list[str], number: int, level: int) -> int | None:
    """The line that really slipped, where all that follow stand like the fault's line: the only one at `level`."""
    wide = indent_of(lines[number])
    alike = 0
    for line in lines[number:]:
        if line.strip() and indent_of(line) < wide:
            break
        alike += bool(line.strip()) and indent_of(line) == wide
    if alike < 2:
        return None
    at_level = []
    for each in range(number - 1, -1, -1):
        if not lines[each].strip() or lines[each].lstrip().startswith("#"):
            continue
        if indent_of(lines[each]) < min(level, wide):
            break
        if indent_of(lines[each]) == level:
            at_level.append(each)
        elif indent_of(lines[each]) == wide:
            return None
    return at_level[0] if len(at_level) == 1 and KEY_LINE.match(lines[at_level[0]]) else None


def _spaces(count: int) -> str:
    return "1 space" if count == 1 else f"{count} spaces"
