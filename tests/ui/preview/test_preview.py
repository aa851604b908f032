"""A call in the window while its file is being written."""

import shutil

import pygame
import pytest

from simulator.authoring.drafting.playing_on import Beginning
from simulator.encounter.actions import parse_action
from simulator.encounter.placing import Spot
from simulator.ui.app import Window
from simulator.ui.desk import Desk
from simulator.ui.fonts import PLAIN
from simulator.ui.preview.encounter import open_preview, show
from simulator.ui.preview.preview import Preview
from simulator.ui.shelf import Shelf
from tests.fixtures.window_driver import CALL

STEP = 0.4


class Author:
    """Somebody with an editor beside the window."""

    def __init__(self, folder, size):
        self.folder, self.path = folder, folder / "bus.yaml"
        shutil.copy(CALL, self.path)
        self.desk = Desk(folder / "data", folder / "settings.json", Shelf)
        self.window = Window(self.desk, size, PLAIN)
        self.preview = Preview(self.desk, self.path, show)
        self.desk.stack.push(open_preview(self.preview))
        self.wait(2)

    @property
    def scene(self):
        return self.desk.stack.top

    @property
    def at(self):
        return type(self.scene).__name__

    @property
    def state(self):
        return self.scene.call.state

    @property
    def words(self):
        return " ".join(" ".join(drawn.words.split()) for drawn in self.window.canvas.texts)

    def wait(self, seconds):
        for _ in range(max(1, round(seconds / STEP))):
            self.window.frame(STEP, ())

    def key(self, *names):
        for name in names:
            self.window.frame(
                0.05, [pygame.event.Event(pygame.KEYDOWN, key=pygame.key.key_code(name), mod=0, unicode="")]
            )
            self.window.frame(0.05, ())
            self.window.frame(0.05, ())

    def act(self, *lines):
        for line in lines:
            self.scene._act(parse_action(line))
            for _ in range(40):
                if self.at != "PreviewEncounter" or self.scene.phase == "deciding":
                    break
                self.scene._skip()
                self.wait(0.4)

    def save(self, old, new):
        text = self.path.read_text(encoding="utf-8")
        assert old in text
        self.path.write_text(text.replace(old, new), encoding="utf-8")
        self.wait(2)


@pytest.fixture
def author(tmp_path):
    opened = []

    def sit_down(size=(1280, 720)):
        opened.append(Author(tmp_path, size))
        return opened[-1]

    yield sit_down
    for each in opened:
        each.window.close()


def test_a_save_is_shown_at_once_at_the_same_spot(author):
    at = author()
    at.act("speaker_off", "hello")
    before = at.state
    at.save("He holds out a wet ticket.", "He holds out a torn ticket.")
    assert at.state == before
    assert at.preview.program.scenario.nodes["story"].scene.variants[0].words == "He holds out a torn ticket."
    assert any("played forward 2 acts" in told.words for told in at.scene._telling)


def test_a_save_that_closes_the_way_says_where_it_stopped(author):
    at = author()
    at.act("speaker_off", "hello")
    at.save("only_if: speaker == loud", "only_if: speaker == silent")
    assert at.state.turn == 0
    assert any("cannot be done here any more" in told.words for told in at.scene._telling)


def test_a_save_with_a_fault_leaves_the_version_before_and_tells_the_line(author):
    at = author()
    at.act("speaker_off")
    at.save("set: {ticket_seen: true}", "set: {ticket_sen: true}")
    assert at.at == "PreviewEncounter"
    assert at.state.turn == 1
    at.wait(0.4)
    assert "This save cannot be played" in at.words
    assert "Line" in at.words
    at.save("ticket_sen:", "ticket_seen:")
    at.wait(0.4)
    assert "This save cannot be played" not in at.words
    assert at.state.turn == 1


def test_f2_shows_the_numbers_and_what_changed_them(author):
    at = author((1920, 1080))
    at.act("speaker_off", "hello")
    at.key("f2")
    assert "Tension" in at.words
    assert "introduce: tension" in at.words
    assert "ticket_seen = false" in at.words
    at.key("f2")
    assert "introduce: tension" not in at.words


def test_f3_leads_to_any_moment_and_f5_back_to_the_start(author):
    at = author()
    at.key("f3")
    assert at.at == "Jump"
    at.scene.ring.focus("node:story")
    at.key("return")
    for _ in range(3):
        at.scene._step("Tension", -5, (0, 100)).press()
    at.scene._turn("ticket_seen", at.preview.program.scenario.variables["ticket_seen"], 1).press()
    at.scene._go()
    at.wait(0.8)
    assert (at.at, at.state.node, at.state.subjects[0].tension) == ("PreviewEncounter", "story", 40_000)
    assert at.state.variables == (1,)
    at.save("He holds out a wet ticket.", "He holds out a torn ticket.")
    assert at.state.node == "story"
    at.key("f3")
    at.scene._start()
    assert at.state.node == "window"


def test_the_end_tells_its_value_and_a_save_plays_on_to_it(author):
    at = author()
    at.preview.begin(Beginning(1, "loud", Spot("edge")))
    at.wait(0.8)
    at.act("take_it")
    at.scene._to_debrief()
    at.wait(0.4)
    assert at.at == "PreviewEnd"
    assert "held · force · value" in at.words
    at.save("On the floor", "On the ground")
    at.wait(0.4)
    assert at.at == "PreviewEnd"
    assert "On the ground" in at.words
    at.key("return")
    assert at.at == "PreviewEncounter"
    assert at.state.turn == 0


def test_stopping_ends_the_preview_of_a_call(author):
    at = author()
    at.scene.stop()
    at.wait(0.4)
    assert at.at == "PreviewEnd"


def test_a_file_that_cannot_be_played_is_told_until_it_is_mended(author, tmp_path):
    at = author()
    broken = tmp_path / "broken.yaml"
    broken.write_text("format: 1\nid: x\n", encoding="utf-8")
    preview = Preview(at.desk, broken, show)
    at.desk.stack.push(open_preview(preview))
    at.wait(0.4)
    assert at.at == "Faults"
    assert "Line" in at.words
    shutil.copy(CALL, broken)
    at.wait(2)
    assert at.at == "PreviewEncounter"


def test_nothing_is_written(author):
    at = author()
    at.act("speaker_off", "hello")
    assert not (at.folder / "data").exists()
