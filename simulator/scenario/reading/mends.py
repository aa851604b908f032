"""The slips people make in YAML, each with how to know it and how the lines should be.

A parser names where it gave up, which is often far from the slip. The rules here look at the lines around
for what was meant: a tab, a colon or a bracket in words without quotes, a quote or a space that was
forgotten, a line a space too far in.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from simulator.scenario.reading.brackets import (
    cut_in_brackets,
    extra_bracket,
    lost_opening_bracket,
    missing_comma,
    unclosed_bracket,
    wrong_bracket,
)
from simulator.scenario.reading.fault import Fault, Mend, above_line
from simulator.scenario.reading.layout import leading_tab, no_colon, wrong_indent
from simulator.scenario.reading.lines import (
    KEY_LINE,
    close_quote,
    indent_of,
    open_quote,
    quote_value,
    scan,
    stray_quotes,
    value_start,
)

_GLUED = re.compile(r"(\s*(?:- )?[a-z_][a-z0-9_]*):(?=[\"'\[{A-Za-z(0-9+.-])")


def guess(lines: list[str], fault: Fault, times_mended: dict[int, int]) -> Mend:
    """The first rule that explains the fault and changes something; at worst the line is left out."""
    for rule in _RULES:
        mend = rule(lines, fault)
        if mend is None:
            continue
        changes = any(lines[number] != line for number, line in mend.lines.items())
        if changes and all(times_mended.get(number, 0) < 3 for number in mend.lines):
            return mend
    return _left_out(lines, fault)


def _lost_quote(lines: list[str], fault: Fault) -> Mend | None:
    """Quoted words without their closing quote, at the fault or up to forty lines above it."""
    lowest = max(min(fault.at_line, fault.line - 40), 0)
    for number in range(fault.line, lowest - 1, -1):
        line = lines[number]
        if line.count('"') % 2 == 0 and line.count("'") == 0:
            continue
        following = next((each for each in lines[number + 1 :] if each.strip()), "")
        looked = scan(line)
        column = looked.quote
        if column is None:
            column = _swallowed(line, fault.column if number == fault.line else len(line))
            if column is None:
                continue
        elif following and not KEY_LINE.match(following):
            continue
        return Mend(
            "yaml-quote-odd",
            number,
            column,
            "the quote opened here is not closed",
            {number: close_quote(line, column)},
        )
    return None


def _swallowed(line: str, before: int) -> int | None:
    """The column of a quote that closes only at the opening of a later one: `{say: "Hello, does: "x"}`."""
    if line.count('"') % 2 == 0:
        return None
    for start, end in scan(line).quoted:
        if start < before and line[start] == '"' and re.search(r",\s*[a-z_]+:\s", line[start:end]):
            return start
    return None


def _lost_opening_quote(lines: list[str], fault: Fault) -> Mend | None:
    line = lines[fault.line]
    stray = stray_quotes(line)
    if not stray or line.count('"') % 2 == 0:
        return None
    mended = open_quote(line, stray[0])
    if scan(mended).quote is not None or stray_quotes(mended):
        return None
    return Mend(
        "yaml-quote-odd",
        fault.line,
        value_start(line, stray[0]) or 0,
        "an opening quote is missing",
        {fault.line: mended},
    )


def _glued_colon(lines: list[str], fault: Fault) -> Mend | None:
    for number in dict.fromkeys((fault.line, fault.at_line, above_line(lines, fault.line))):
        found = _GLUED.match(lines[number])
        if found and not KEY_LINE.match(lines[number]):
            mended = f"{found[1]}: {lines[number][found.end() :]}"
            name = found[1].strip().removeprefix("- ")
            message = f"a space is missing after `{name}:`"
            return Mend("yaml-colon-space", number, found.end() - 1, message, {number: mended})
    return None


def _escape(lines: list[str], fault: Fault) -> Mend | None:
    if "escape" not in fault.words:
        return None
    line = lines[fault.line]
    column = min(fault.column, len(line))
    column = line.rfind("\\", 0, column + 1)
    if column < 0:
        return None
    return Mend(
        "yaml-syntax",
        fault.line,
        column,
        "a backslash in quotes means something special here",
        {fault.line: line[:column] + "\\" + line[column:]},
        "write two backslashes for one, or leave it out",
    )


def _missing_colon(lines: list[str], fault: Fault) -> Mend | None:
    """`briefing {…}`: a key and its value without the colon between them."""
    for number in dict.fromkeys((fault.line, fault.at_line, above_line(lines, fault.line))):
        line = lines[number]
        found = re.match(r"(\s*(?:- )?([a-z_][a-z0-9_]*)) +(?=[\[{\"])", line)
        if found:
            mended = f"{found[1]}: {line[found.end() :]}"
            message = f"a colon is missing after `{found[2]}`"
            return Mend("yaml-colon-space", number, found.end(1), message, {number: mended})
    return None


def _words_without_quotes(lines: list[str], fault: Fault) -> Mend | None:
    """Words that begin with a sign YAML takes for its own, or that hold a colon or a quoted part."""
    line = lines[fault.line]
    if fault.column <= indent_of(line) and fault.at_line != fault.line:
        return None
    column = fault.column
    if "alias" in fault.words or "tag" in fault.words or "anchor" in fault.words or "scalar" in fault.words:
        if fault.at_line != fault.line:
            line, column = lines[fault.at_line], fault.at_column
            return _quoted(fault.at_line, line, column)
        column = fault.at_column
    return _quoted(fault.line, line, column)


def _quoted(number: int, line: str, column: int) -> Mend | None:
    start = value_start(line, column)
    if start is None or start >= len(line.rstrip()):
        return None
    mended = quote_value(line, start)
    if mended == line:
        return None
    sign = line[start]
    if sign in "[{*&!@%`>|?-#,]}":
        message = f"words that begin with `{sign}` need quotes"
    elif sign in "\"'":
        message = "quotes stand around a part of the words only, or inside them"
    else:
        message = "words with a colon in them need quotes"
    return Mend("yaml-syntax", number, start, message, {number: mended})


def _left_out(lines: list[str], fault: Fault) -> Mend:
    """Nothing explains the fault: the line is passed over, with what hangs under it."""
    number = fault.line
    while number > 0 and not lines[number].strip():
        number -= 1
    wide = indent_of(lines[number])
    left = {number: ""}
    if lines[number].rstrip().endswith(":"):
        for each in range(number + 1, len(lines)):
            if lines[each].strip() and indent_of(lines[each]) <= wide:
                break
            left[each] = ""
    return Mend(
        "yaml-syntax",
        number,
        min(fault.column, len(lines[number])) if number == fault.line else wide,
        "this line cannot be read",
        left,
        "look at its quotes, colons, commas and brackets, and at those of the line above",
    )


_RULES: tuple[Callable[[list[str], Fault], Mend | None], ...] = (
    leading_tab,
    _escape,
    _glued_colon,
    _lost_quote,
    _lost_opening_quote,
    _missing_colon,
    cut_in_brackets,
    wrong_bracket,
    lost_opening_bracket,
    unclosed_bracket,
    extra_bracket,
    missing_comma,
    no_colon,
    _words_without_quotes,
    wrong_indent,
)
