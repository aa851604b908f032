"""Mends of brackets and commas: left open, closed twice, never opened, cut off by a remark."""

from __future__ import annotations

import re

from simulator.scenario.reading.fault import Fault, Mend
from simulator.scenario.reading.lines import KEY_LINE, NEXT_ENTRY, closers, indent_of, quote_value, scan, value_start


def unclosed_bracket(lines: list[str], fault: Fault) -> Mend | None:
    """A bracket whose next line begins a key of its own."""
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


def wrong_bracket(lines: list[str], fault: Fault) -> Mend | None:
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


def cut_in_brackets(lines: list[str], fault: Fault) -> Mend | None:
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


def lost_opening_bracket(lines: list[str], fault: Fault) -> Mend | None:
    """`resources: van: {…}}`: the brace that closes last was never opened."""
    line = lines[fault.line]
    looked = scan(line)
    found = re.match(r"\s*(?:- )?[a-z_][a-z0-9_]*: +(?=[a-z_][a-z0-9_]*: )", line)
    if found is None or looked.quote is not None or not looked.extra:
        return None
    start = found.end()
    mended = line[:start] + "{" + line[start:]
    return Mend("yaml-syntax", fault.line, start, "a `{` is missing here", {fault.line: mended})


def extra_bracket(lines: list[str], fault: Fault) -> Mend | None:
    """A bracket that closes what was never opened."""
    line = lines[fault.line]
    if line[fault.column : fault.column + 1] not in ("]", "}") or fault.column not in scan(line).extra:
        return None
    mended = line[: fault.column] + line[fault.column + 1 :]
    message = f"`{line[fault.column]}` closes a bracket that was never opened"
    return Mend("yaml-syntax", fault.line, fault.column, message, {fault.line: mended})


def missing_comma(lines: list[str], fault: Fault) -> Mend | None:
    """Two entries in brackets without the comma between them."""
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
