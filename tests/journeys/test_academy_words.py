"""An academy's own words, from its file to the hint, the debrief in the window, and the one in a terminal."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from simulator.cli import run
from tests.fixtures.window_driver import CALL, Visitor

Visit = Callable[..., Visitor]
OWN = """
hint_skill: "Schauen: {cue} Gefragt: {skill}."
landed_lands: "Es kam an"
strength_said: "{skill}, Schritt {turn}: “{said}”"
turn_called: "Gerufen: {help}."
tab_summary: "Wie es ausging"
skills_habits: "Gewohnheiten"
text_keep: "Behalten: {words}"
"""


def write_words(folder: Path, words: str) -> None:
    """Lay an academy's words into the data folder of a visitor."""
    academy = folder / "data" / "academy"
    academy.mkdir(parents=True)
    (academy / "words.yaml").write_text(words, encoding="utf-8")


def play(visitor: Visitor) -> None:
    """A call that ends well, to its debrief."""
    visitor.play_well()
    assert visitor.at == "Debrief"


def test_the_window_tells_hints_and_debriefs_in_an_academys_words(visit: Visit, tmp_path: Path) -> None:
    write_words(tmp_path, OWN)
    visitor = visit()
    visitor.go_to_call()
    visitor.key("i")
    assert "Schauen: " in visitor.words
    play(visitor)
    assert ", Schritt " in visitor.words
    assert "Es kam an" in visitor.words
    visitor.key("3")
    assert "Es kam an" in visitor.words
    assert "It landed" not in visitor.words
    visitor.key("5")
    assert "Gewohnheiten" in visitor.words
    assert "Habits to watch" not in visitor.words
    visitor.key("1")
    assert "Wie es ausging" in visitor.words
    assert "How it ended" not in visitor.words


def test_words_that_cannot_be_used_are_told_where_calls_are_chosen_and_cost_no_debrief(
    visit: Visit, tmp_path: Path
) -> None:
    write_words(tmp_path, 'landed_landed: "Es kam an"')
    visitor = visit(academy_id="24-117", how_seen=True)
    (note,) = visitor.desk.shelf.wait().notes
    assert "words.yaml: “landed_landed” is not the key of a text; did you mean “landed_lands”?" in note
    assert note.endswith("Until it is mended, the program’s own words are used.")
    visitor.click("Take a call")
    assert "is not the key of a text" in visitor.words
    visitor.key("escape")
    visitor.go_to_call()
    play(visitor)
    assert "It landed" in visitor.words


@pytest.mark.parametrize(
    ("words", "told"),
    [(OWN, "Behalten: "), ('text_kept: "x"', "Keep: ")],
)
def test_a_terminal_tells_a_debrief_in_an_academys_words(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], words: str, told: str
) -> None:
    write_words(tmp_path, words)
    choices = "speaker_off,hello,told,offer,hold,walk"
    assert run(["--data", str(tmp_path / "data"), "play", str(CALL), "--seed", "1", "--choices", choices]) == 0
    printed = capsys.readouterr()
    assert told in printed.out
    assert ("“text_kept” is not the key of a text" in printed.err) is (told == "Keep: ")
