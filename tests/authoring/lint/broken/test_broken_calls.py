"""Twenty calls, each broken in one way: the break is found at its line, with a hint that names the mend."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from simulator.authoring.catalogues import shipped
from simulator.authoring.lint.engine import lint
from simulator.authoring.lint.examples import example_text


class Break(NamedTuple):
    """One break: the words it replaces and those it puts there, the rule that finds it, words of its line, of its
    message or hint."""

    what: str
    before: str
    after: str
    rule: str
    line: str
    says: str


BREAKS = (
    Break("a node's name is misspelt", "next: talk\n    routes: {angry", "next: tlak\n    routes: {angry", "target-unknown", "next: tlak", "did you mean `talk`?"),
    Break("a tab indents a line", "    calls_for: [respect, listening]", "\tcalls_for: [respect, listening]", "yaml-tab", "calls_for: [respect", "spaces"),
    Break("a closing quote is lost", 'flat: "Help how?"', 'flat: "Help how?', "yaml-quote-odd", "Help how?", "quote"),
    Break("a hash cuts words off", 'scene: "He has picked up a stone, and holds it low."', "scene: He has picked up stone #4", "yaml-hash-cut", "stone #4", '"He has picked up stone #4"'),
    Break("a key stands twice", "    timer: 60\n", "    timer: 60\n    timer: 30\n", "yaml-duplicate-key", "timer: 30", "first is on line"),
    Break("a space is missing after a colon", "once: true", "once:true", "yaml-colon-space", "once:true", "once: true"),
    Break("a space is missing before a number", "        move: 2", "        move:2", "yaml-colon-space", "move:2", "write: move: 2"),
    Break("a key is misspelt", "    timer: 60", "    tmer: 60", "unknown-key", "tmer", "did you mean `timer`?"),
    Break("a technique is misspelt", "does: [open_question]", "does: [open_questions]", "technique-unknown", "open_questions", "did you mean `open_question`?"),
    Break("a variable is not declared", "when: \"key_found and", "when: \"key_fond and", "condition", "key_fond", "key_found"),
    Break("a condition is never true", "rapport >= 34", "rapport >= 340", "cond-constant", "340", "never"),
    Break("an outcome is not there", "end: ride}", "end: rides}", "outcome-unknown", "end: rides", "did you mean `ride`?"),
    Break("`better` names nothing", "better: heard", "better: herd", "better-unknown", "better: herd", "did you mean `heard`?"),
    Break("a debrief is missing", '        debrief: "Help was offered, asked about, and tied to a promise that can be kept."\n', "", "feedback-missing", "caretaker:", "debrief"),
    Break("nothing leads to a moment", "to: edge}", "to: talk}", "unreachable-node", "edge:", "name it in a `next`"),
    Break("all lines of a moment are poor", "        does: [give_space, use_name]", "        does: [commands]", "all-poor", "  edge:", "what a good officer would say"),
    Break("no event ends the call", 'too_long: {at: "8:00", end: walked}', 'late: {at: "8:00", say: "It is late."}', "longest-missing", "events:", "too_long"),
    Break("a promise is not declared", "promise: wait\n", "promise: waits\n", "promise-unknown", "promise: waits", "did you mean `wait`?"),
    Break("nothing sets a variable", "        set: {key_found: true}\n", "", "var-never-set", "key_found: false", "add a `set`"),
    Break("a line is too long", "You did everything right, and", "You did everything right from the first minute to the last, as far as I can see from where I stand tonight, and", "option-words", "first minute", "25 words or fewer"),
    Break("a timer is too short", "timer: 60", "timer: 5", "timer-unfair", "timer: 5", "or more"),
    Break("a debrief gives a verdict", "An order and a price came", "You failed him. An order and a price came", "feedback-blames", "You failed him", "name the behaviour"),
    Break("a topic has no content note", "My bike. I start work at ten.", "My bike. Without it I think of suicide.", "content-note", "content_notes:", "where help is found"),
)  # fmt: skip


@pytest.mark.parametrize("broken", BREAKS, ids=lambda each: each.what)
def test_a_break_is_found_at_its_line_with_its_mend(broken: Break) -> None:
    text = example_text()
    assert broken.before in text
    text = text.replace(broken.before, broken.after)
    report = lint(text, "call.yaml", shipped())
    told = [each.problem for each in report.findings if each.problem.code == broken.rule]
    assert told, [str(each.problem) for each in report.findings]
    problem = told[0]
    line = next(number for number, row in enumerate(text.split("\n"), start=1) if broken.line in row)
    assert problem.place.line == line, str(problem)
    assert broken.says in f"{problem.message} {problem.hint}"


@pytest.mark.parametrize(
    ("before", "after"),
    [("        move: 2", "        move:2"), ("    timer: 60", "    timer:60"), ("minutes: 3", "minutes:3"),
     ("value: 92", "value:92"), ("injustice: 0.6", "injustice:0.6"), ("age: 44", "age:44")],
)  # fmt: skip
def test_a_space_missing_before_a_number_is_all_that_is_found(before: str, after: str) -> None:
    report = lint(example_text().replace(before, after, 1), "call.yaml", shipped())
    assert [each.problem.code for each in report.findings] == ["yaml-colon-space"]
