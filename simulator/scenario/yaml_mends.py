"""The slips people make in YAML, each with how to know it and how the lines should be.

A parser names where it gave up, which is often far from the slip. The rules here look at the lines around
for what was meant: a tab, a colon or a bracket in words without quotes, a quote or a space that was
forgotten, a line a space too far in.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from simulator.scenario.yaml_line import (
    KEY_LINE,
    NEXT_ENTRY,
    close_quote,
    closers,
    indent_of,
    open_quote,
    quote_value,
    scan,
    stray_quotes,
    value_start,
)

_GLUED = re.compile(r"(\s*(?:- )?[a-z_][a-z0-9_]*):(?=[\"'\[{A-Za-z(])")


@dataclass(frozen=True, slots=True)
class Fault:
    """Where the parser gave up (`line`, `column`), what it was at (`at_line`, `at_column`), in its words."""

    line: int
    column: int
    at_line: int
    at_column: int
    words: str


@dataclass(frozen=True, slots=True)
class Mend:
    """A guess: what is wrong where, and the lines as they should be."""

    code: str
    line: int
    column: int
    message: str
    lines: dict[int, str]
    hint: str = ""


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


def _tab(lines: list[str], fault: Fault) -> Mend | None:
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
    for number in dict.fromkeys((fault.line, fault.at_line, _above(lines, fault.line))):
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


def _unclosed_bracket(lines: list[str], fault: Fault) -> Mend | None:
    if "flow" not in fault.words or "expected ','" not in fault.words or fault.line == fault.at_line:
        return None
    line = lines[fault.line]
    opened = lines[fault.at_line]
    if line.strip() and (not KEY_LINE.match(line) or indent_of(line) > indent_of(opened)):
        return None
    looked = scan(opened)
    if not looked.brackets or looked.quote is not None:
        return None
    kept = opened[: looked.comment].rstrip()
    mended = kept + closers(opened, looked.brackets) + opened[len(kept) :]
    bracket = looked.brackets[-1]
    message = f"the bracket `{opened[bracket]}` opened here is not closed"
    return Mend("yaml-syntax", fault.at_line, bracket, message, {fault.at_line: mended})


def _wrong_bracket(lines: list[str], fault: Fault) -> Mend | None:
    """`does: [pause, reply: …}`: a brace closes where a list was left open."""
    line, column = lines[fault.line], fault.column
    closing = line[column : column + 1]
    looked = scan(line[:column])
    if closing not in ("]", "}") or not looked.brackets or closers(line, looked.brackets)[0] == closing:
        return None
    opened = looked.brackets[-1]
    missing = closers(line, looked.brackets)[0]
    if line.count(missing) >= line.count(line[opened]):
        return None
    for following in NEXT_ENTRY.finditer(line, opened, column):
        if line[opened] == "[" and not looked.in_quotes(following.start()):
            column = following.start()
            break
    message = f"the bracket `{line[opened]}` opened here is not closed"
    return Mend("yaml-syntax", fault.line, opened, message, {fault.line: line[:column] + missing + line[column:]})


def _cut_in_brackets(lines: list[str], fault: Fault) -> Mend | None:
    """`{say: Room #4, does: …}`: everything behind ` #` is a comment, the closing brace too."""
    for number in dict.fromkeys((fault.at_line, fault.line)):
        line = lines[number]
        looked = scan(line)
        if looked.quote is None and looked.brackets and re.search(r"[\]}]", line[looked.comment :]):
            start = value_start(line, looked.comment)
            if start is not None and start < looked.comment:
                message = "words with ` #` in them need quotes; what follows is a comment"
                return Mend("yaml-hash-cut", number, start, message, {number: quote_value(line, start)})
    return None


def _lost_opening_bracket(lines: list[str], fault: Fault) -> Mend | None:
    """`resources: van: {…}}`: the brace that closes last was never opened."""
    line = lines[fault.line]
    looked = scan(line)
    found = re.match(r"\s*(?:- )?[a-z_][a-z0-9_]*: +(?=[a-z_][a-z0-9_]*: )", line)
    if found is None or looked.quote is not None or not looked.extra:
        return None
    start = found.end()
    mended = line[:start] + "{" + line[start:]
    return Mend("yaml-syntax", fault.line, start, "a `{` is missing here", {fault.line: mended})


def _missing_colon(lines: list[str], fault: Fault) -> Mend | None:
    """`briefing {…}`: a key and its value without the colon between them."""
    for number in dict.fromkeys((fault.line, fault.at_line, _above(lines, fault.line))):
        line = lines[number]
        found = re.match(r"(\s*(?:- )?([a-z_][a-z0-9_]*)) +(?=[\[{\"])", line)
        if found:
            mended = f"{found[1]}: {line[found.end() :]}"
            message = f"a colon is missing after `{found[2]}`"
            return Mend("yaml-colon-space", number, found.end(1), message, {number: mended})
    return None


def _extra_bracket(lines: list[str], fault: Fault) -> Mend | None:
    line = lines[fault.line]
    if line[fault.column : fault.column + 1] not in ("]", "}") or fault.column not in scan(line).extra:
        return None
    mended = line[: fault.column] + line[fault.column + 1 :]
    message = f"`{line[fault.column]}` closes a bracket that was never opened"
    return Mend("yaml-syntax", fault.line, fault.column, message, {fault.line: mended})


def _missing_comma(lines: list[str], fault: Fault) -> Mend | None:
    line = lines[fault.line]
    before, after = line[: fault.column].rstrip(), line[fault.column :]
    for found in re.finditer(r"[\"'\]}](\s+)(?=[a-z_][a-z0-9_]*:\s)", line):
        # The parser stops at the colon of the key behind the missing comma, or at the key itself.
        if found.end() <= fault.column <= found.end() + 40 and not scan(line).in_quotes(found.end()):
            before, after = line[: found.start() + 1], line[found.end() :]
    if "flow" not in fault.words or not re.search(r"[\"'\]}]$", before) or not re.match(r"[a-z_\"'\[{]", after):
        return None
    if re.match(r"[a-z_]", after) and not re.match(r"[a-z_][a-z0-9_]*:\s", after):
        return None
    return Mend("yaml-syntax", fault.line, len(before), "a comma is missing here", {fault.line: f"{before}, {after}"})


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


def _no_colon(lines: list[str], fault: Fault) -> Mend | None:
    for number in dict.fromkeys((fault.at_line, _above(lines, fault.line))):
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


def _indent(lines: list[str], fault: Fault) -> Mend | None:
    """A line that stands between the levels above it; what hangs under it moves along."""
    number, line = fault.line, lines[fault.line]
    if not line.strip() or not KEY_LINE.match(line):
        return None
    wide = indent_of(line)
    levels: list[int] = []
    above = _above(lines, number)
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


def _above(lines: list[str], number: int) -> int:
    """The nearest line above that is neither blank nor a comment."""
    for each in range(number - 1, -1, -1):
        if lines[each].strip() and not lines[each].lstrip().startswith("#"):
            return each
    return number


_RULES: tuple[Callable[[list[str], Fault], Mend | None], ...] = (
    _tab,
    _escape,
    _glued_colon,
    _lost_quote,
    _lost_opening_quote,
    _missing_colon,
    _cut_in_brackets,
    _wrong_bracket,
    _lost_opening_bracket,
    _unclosed_bracket,
    _extra_bracket,
    _missing_comma,
    _no_colon,
    _words_without_quotes,
    _indent,
)
