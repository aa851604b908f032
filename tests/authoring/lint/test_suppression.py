"""Comments that answer for a finding: with a reason, on its entry; what they no longer answer for is found."""

from __future__ import annotations

import pytest

from simulator.authoring.catalogues import shipped
from simulator.authoring.lint.engine import Report, lint
from simulator.authoring.lint.examples import example_text

SCENE = '    scene: "A man pulls at the door of a shed. It rattles."\n'
CRAZY = '    scene: "A crazy man pulls at the door of a shed."'


def judged(text: str) -> Report:
    report = lint(text, "call.yaml", shipped(), only=["stigma", "var-unused"])
    assert report.scenario is not None
    return report


def with_scene(lines: str) -> str:
    assert SCENE in example_text()
    return example_text().replace(SCENE, lines)


def codes(report: Report) -> list[str]:
    return [each.problem.code for each in report.findings]


def test_without_a_comment_the_finding_stands() -> None:
    assert codes(judged(with_scene(CRAZY + "\n"))) == ["stigma"]


@pytest.mark.parametrize("dash", ["—", "–", "--", "-", ":"])
def test_a_comment_with_a_reason_at_the_end_of_the_line_excuses_it(dash: str) -> None:
    report = judged(with_scene(f"{CRAZY}  # lint: ok stigma {dash} the word is the matter of this call\n"))
    assert codes(report) == []
    ((finding, comment),) = report.excused
    assert finding.problem.code == "stigma"
    assert comment.reason == "the word is the matter of this call"


def test_a_comment_above_an_entry_covers_all_of_it() -> None:
    text = with_scene(CRAZY + "\n").replace(
        "  door:\n", "  # lint: ok stigma — the word is the matter of this call\n  # and stays.\n  door:\n"
    )
    assert codes(judged(text)) == []


def test_a_comment_on_another_entry_excuses_nothing_here_and_is_found() -> None:
    text = with_scene(CRAZY + "\n").replace("  talk:\n", "  talk:  # lint: ok stigma — a reason\n")
    assert codes(judged(text)) == ["stigma", "comment-unused"]


def test_a_comment_on_the_id_covers_the_file() -> None:
    text = with_scene(CRAZY + "\n").replace("id: locked_out", "id: locked_out  # lint: ok stigma — a reason")
    assert codes(judged(text)) == []


def test_a_comment_without_a_reason_excuses_nothing() -> None:
    report = judged(with_scene(f"{CRAZY}  # lint: ok stigma\n"))
    assert sorted(codes(report)) == ["comment-reason", "stigma"]
    (found,) = [each.problem for each in report.findings if each.problem.code == "comment-reason"]
    assert found.hint == "write `# lint: ok stigma — the reason in a few words`"
    assert found.place.source_line[found.place.column - 1 :].startswith("# lint")


def test_a_comment_with_an_unknown_rule_names_the_nearest() -> None:
    report = judged(with_scene(f"{CRAZY}  # lint: ok stigmas — a reason\n"))
    (found,) = [each.problem for each in report.findings if each.problem.code == "comment-unknown"]
    assert found.hint == "did you mean `stigma`?"


def test_a_comment_for_a_rule_that_did_not_run_is_not_called_unused() -> None:
    assert codes(judged(example_text().replace("start: door", "start: door  # lint: ok one-note-wins — short"))) == []


def test_one_comment_may_name_two_rules() -> None:
    text = with_scene(f"{CRAZY}  # lint: ok stigma, var-unused — a reason\n")
    report = judged(text)
    assert codes(report) == ["comment-unused"]
    assert len(report.excused) == 1


def test_words_that_look_like_a_comment_are_words() -> None:
    assert codes(judged(with_scene('    scene: "A crazy man # lint: ok stigma — a reason"\n'))) == ["stigma"]


def test_a_comment_in_one_line_entries_covers_their_line() -> None:
    text = example_text().replace(
        "variables: {key_found: false}",
        "variables: {key_found: false, spare: false}  # lint: ok var-unused — for the next act",
    )
    assert codes(judged(text)) == []


def test_an_error_cannot_be_excused() -> None:
    text = example_text().replace(
        "next: talk\n    routes: {angry", "next: tlk  # lint: ok target-unknown — soon\n    routes: {angry"
    )
    assert "target-unknown" in codes(lint(text, "call.yaml", shipped()))
