"""An instructor opens a trainee's kept session in the window: flags, notes, the sheet, and a rating set in place."""

from __future__ import annotations

import errno
from collections.abc import Callable
from pathlib import Path

import pytest

from simulator.authoring.catalogues import shipped_texts
from simulator.encounter.actions import parse_action
from simulator.encounter.plans import Program
from simulator.records.annotations import read_annotations
from simulator.records.disk import Disk
from simulator.records.live import LiveSession
from simulator.records.reading import read_log
from simulator.scoring.annotations import Annotation, Flag, InstructorRating, Note, Override
from simulator.ui.review.mark_row import MarkRow
from simulator.ui.scenes.instructor_debrief import InstructorDebrief
from tests.fixtures.inputs import INPUTS, Keys, Mouse
from tests.fixtures.window_driver import Visitor

Visit = Callable[..., Visitor]
HEARD = ("speaker_off", "hello", "told", "offer", "hold", "walk")


@pytest.fixture
def log(tmp_path: Path, last_bus: Program, last_bus_text: str) -> Path:
    """A whole assessed call of trainee 24-117."""
    session = LiveSession.start(
        last_bus, 1, "loud", mode="assessed", trainee="24-117", data_folder=tmp_path / "data",
        scenario_text=last_bus_text, catalogue_texts=shipped_texts(),
    )  # fmt: skip
    for token in HEARD:
        session.act(parse_action(token), 2_000)
    session.close()
    return session.path


def added(log: Path) -> tuple[Annotation, ...]:
    return read_annotations(log, read_log(log).header.session)


def look(visitor: Visitor) -> None:
    assert [*visitor.faults(), *visitor.small_targets()] == [], visitor.at


def open_session(hand: Keys | Mouse, by: str = "11") -> None:
    """From the title to the trainee's debrief, as an instructor."""
    visitor = hand.visitor
    hand.open("instructor")
    look(visitor)
    hand.write("by", by)
    hand.open("go")
    visitor.desk.own_records.wait()
    visitor.wait(0.1)
    look(visitor)
    hand.open("trainee:24-117")
    look(visitor)
    hand.open(next(one.name for one in visitor.scene.ring.controls if one.name.startswith("session:")))
    assert visitor.at == "InstructorDebrief"
    look(visitor)


def mark(hand: Keys | Mouse, name: str, given: int) -> None:
    """Mark a skill without number keys: a click on the number, or one press after the other."""
    if isinstance(hand, Mouse):
        row = hand._find(name)
        assert isinstance(row, MarkRow)
        hand.visitor.click_at(row._cells[given].center)
        return
    for _ in range(given):
        hand.open(name)


def instructor(visitor: Visitor) -> InstructorDebrief:
    assert isinstance(visitor.scene, InstructorDebrief)
    return visitor.scene


@pytest.mark.parametrize("hand_of", INPUTS, ids=lambda hand: hand.name)
def test_each_input_by_itself_does_all_of_it(visit: Visit, log: Path, hand_of: type[Keys] | type[Mouse]) -> None:
    before = log.read_bytes()
    visitor = visit()
    hand = hand_of(visitor)
    open_session(hand)
    hand.open("tab.decisions")
    hand.open("point_next")
    turn = instructor(visitor)._decisions.turn
    hand.open("flag:talk")
    hand.open("write")
    hand.write("note", "12")
    hand.open("keep_note")
    look(visitor)
    hand.open("tab.sheet")
    mark(hand, "mark:listening", 2)
    hand.open("keep_marks")
    hand.open("override:empathy")
    assert visitor.at == "SetInPlace"
    look(visitor)
    mark(hand, "mark", 1)
    hand.write("reason", "123")
    hand.open("set")
    look(visitor)
    hand.open("done")
    assert visitor.at == "TraineeSessions"
    flag, note, sheet, override = added(log)
    assert isinstance(flag, Flag)
    assert (flag.turn, flag.flag, flag.by) == (turn, "talk", "11")
    assert isinstance(note, Note)
    assert (note.turn, note.words) == (turn, "12")
    assert isinstance(sheet, InstructorRating)
    assert sheet.marks == {"listening": 2}
    assert isinstance(override, Override)
    assert (override.skill, override.mark, override.reason) == ("empathy", 1, "123")
    assert log.read_bytes() == before


def test_one_key_flags_the_turn_and_the_same_key_takes_it_off(visit: Visit, log: Path) -> None:
    visitor = visit()
    open_session(Keys(visitor), "I-7")
    visitor.key("2", "a")
    assert added(log) == ()  # before the first act there is nothing to flag
    visitor.key("right", "right", "a", "f")
    assert [(flag.turn, flag.flag) for flag in instructor(visitor).value.added.flags] == [
        (2, "strength"),
        (2, "safety"),
    ]
    assert "A strength  (I-7, 20" in visitor.words
    visitor.key("a")
    assert [flag.flag for flag in instructor(visitor).value.added.flags] == ["safety"]


def test_a_note_is_kept_as_its_turn_is_left_and_escape_only_leaves_the_note(visit: Visit, log: Path) -> None:
    visitor = visit()
    open_session(Keys(visitor))
    visitor.key("2", "right", "w")
    visitor.type("Ask why 2")
    visitor.key("escape")
    assert visitor.at == "InstructorDebrief"
    visitor.key("w")
    visitor.type("more")
    visitor.scene.ring.focus("chart")
    visitor.wait(0.1)
    visitor.key("right")
    first, second = added(log)
    assert isinstance(first, Note)
    assert isinstance(second, Note)
    assert [(note.turn, note.words) for note in (first, second)] == [(1, "Ask why 2"), (1, "more")]


def test_number_keys_mark_and_go_on_and_both_sides_are_told(visit: Visit, log: Path) -> None:
    visitor = visit()
    open_session(Keys(visitor))
    visitor.key("7")
    visitor.scene.ring.focus("mark:listening")
    visitor.wait(0.1)
    visitor.key(*"565434567")
    focused = visitor.scene.ring.focused
    assert focused is not None
    assert focused.name == "keep_marks"
    assert "You and the computed ratings:" in visitor.words
    visitor.scene.ring.focus("tab.skills")
    visitor.key("return")
    (sheet,) = added(log)
    assert isinstance(sheet, InstructorRating)
    skills = [rating.skill for rating in instructor(visitor).value.ratings]
    assert [sheet.marks[skill] for skill in skills] == [5, 6, 5, 4, 3, 4, 5, 6, 7]
    assert "11 and the computed ratings:" in visitor.words
    assert "Instructor’s mark: 5  (11, 20" in visitor.words
    visitor.key("escape")
    assert added(log) == (sheet,)


def test_a_rating_set_in_place_needs_a_mark_and_a_reason(visit: Visit, log: Path) -> None:
    visitor = visit()
    open_session(Keys(visitor))
    Keys(visitor).open("tab.sheet")
    Keys(visitor).open("override:respect")
    visitor.key("tab", "return")
    assert "Choose a mark from 1 to 7 first." in visitor.words
    visitor.key("6", "return")
    assert "Say why, in a few words" in visitor.words
    visitor.type("Tone carried it")
    visitor.key("return")
    assert "Set to 6 in place of the computed rating" in visitor.words
    assert "Tone carried it" in visitor.words


@pytest.mark.parametrize(
    ("number", "told"), [(errno.ENOSPC, "no room left"), (errno.EROFS, "may not be written to here")]
)
def test_what_cannot_be_written_is_told_and_kept_once_it_can(
    visit: Visit, log: Path, monkeypatch: pytest.MonkeyPatch, number: int, told: str
) -> None:
    visitor = visit()
    open_session(Keys(visitor))

    def fails(disk: Disk, handle: int, data: bytes) -> int:
        raise OSError(number, "no")

    with monkeypatch.context() as patch:
        patch.setattr(Disk, "write", fails)
        visitor.key("2", "right", "d", "w")
        visitor.type("Still here")
        visitor.key("return")
        assert told in visitor.words
        assert "Nothing is lost while this window is open." in visitor.words
        assert "Still here" in visitor.words
        look(visitor)
        visitor.key("escape")
        assert visitor.at == "AskUnkept"
        look(visitor)
        visitor.key("return")
        assert visitor.at == "AskUnkept"
        visitor.click("Stay here")
        assert visitor.at == "InstructorDebrief"
    visitor.click("Keep it now")
    assert told not in visitor.words
    assert [one.kind for one in added(log)] == ["flag", "note"]
    visitor.key("escape")
    assert visitor.at == "TraineeSessions"


def test_a_trainee_meets_none_of_the_tools_but_reads_what_was_added(visit: Visit, log: Path) -> None:
    visitor = visit(academy_id="24-117")
    visitor.desk.own_records.wait()
    visitor.wait(0.1)
    open_session(Keys(visitor), "I-7")
    visitor.key("2", "right", "right", "a", "w")
    visitor.type("Well waited")
    visitor.key("return", "escape", "escape", "escape")
    assert visitor.at == "Title"
    visitor.click("My sessions")
    visitor.click("The last bus")
    assert visitor.at == "PastDebrief"
    names = {one.name for one in visitor.scene.ring.controls}
    assert "tab.sheet" not in names
    Keys(visitor).open("remark2")
    assert "From your instructor" in visitor.words
    assert "Well waited  (I-7, 20" in visitor.words
    assert not [one.name for one in visitor.scene.ring.controls if one.name.startswith(("flag:", "write", "override:"))]
    visitor.key("d")
    assert len(added(log)) == 2


def test_without_an_id_nothing_opens(visit: Visit, log: Path) -> None:
    visitor = visit()
    Keys(visitor).open("instructor")
    visitor.key("return")
    assert visitor.at == "InstructorIdentity"
    assert "Type your id first" in visitor.words


def test_an_unfinished_session_says_why_it_does_not_open(
    visit: Visit, tmp_path: Path, last_bus: Program, last_bus_text: str
) -> None:
    session = LiveSession.start(
        last_bus, 1, "loud", mode="assessed", trainee="24-118", data_folder=tmp_path / "data",
        scenario_text=last_bus_text, catalogue_texts=shipped_texts(),
    )  # fmt: skip
    session.act(parse_action("hello"), 2_000)
    visitor = visit()
    hand = Keys(visitor)
    hand.open("instructor")
    hand.write("by", "11")
    hand.open("go")
    visitor.desk.own_records.wait()
    visitor.wait(0.1)
    hand.open("trainee:24-118")
    visitor.key("return")
    assert visitor.at == "TraineeSessions"
    assert "is not finished" in visitor.words
    session._log.close()


def test_a_turn_tells_the_other_line_that_was_open(visit: Visit, log: Path) -> None:
    visitor = visit()
    open_session(Keys(visitor))
    scene = instructor(visitor)
    taken = {option.line for found in scene.value.alternatives for option in found.options}
    told = [story for story in scene.value.turns if story.otherwise is not None and story.otherwise.line not in taken]
    assert told
    visitor.key("2")
    for story in told:
        scene._decisions.go_to(story.turn)
        visitor.wait(0.1)
        assert story.otherwise is not None
        assert story.otherwise.said in visitor.words
        assert ("more at once" if story.otherwise.more else "This was open too") in visitor.words


@pytest.mark.parametrize(("size", "text_size"), [((1280, 720), 200), ((1280, 720), 150), ((1920, 1080), 200)])
def test_tabs_stay_in_one_row_and_nothing_is_cut(
    visit: Visit, log: Path, size: tuple[int, int], text_size: int
) -> None:
    visitor = visit(size, text_size=text_size)
    hand = Keys(visitor)
    open_session(hand)
    for page in "1234567":
        visitor.scene.ring.focus("done")
        visitor.key(page)
        look(visitor)
        tabs = [one.rect.y for one in visitor.scene.ring.controls if one.name.startswith("tab.")]
        assert len(tabs) == 7
        assert len(set(tabs)) == 1
    for skill in ("mark:listening", "override:composure", "mark:resolution", "keep_marks", "keep_note_whole"):
        visitor.scene.ring.focus(skill)
        visitor.wait(0.1)
        look(visitor)
    hand.open("tab.decisions")
    visitor.key("right", "w")
    visitor.type("x y")
    look(visitor)


def test_a_notes_file_that_was_changed_is_told_and_the_session_opens_all_the_same(visit: Visit, log: Path) -> None:
    log.with_suffix(".notes").write_bytes(b'{"kind":"about"}\n')
    visitor = visit()
    open_session(Keys(visitor))
    visitor.key("2", "right", "a")
    assert "was changed after it was written" in visitor.words
    visitor.key("escape")
    assert visitor.at == "AskUnkept"
    visitor.click("Leave without it")
    assert visitor.at == "TraineeSessions"
    assert log.with_suffix(".notes").read_bytes() == b'{"kind":"about"}\n'
