"""The decisions of a call: its course, the scene as it was at each, the story of the one the cursor stands on."""

from __future__ import annotations

from collections.abc import Callable

import pygame

from simulator.encounter.course import Course
from simulator.encounter.plans import Program
from simulator.scenario.words import Words
from simulator.scoring.debrief import Debrief
from simulator.ui.canvas import Canvas
from simulator.ui.focus import FocusRing
from simulator.ui.layout import columns, inset, take_bottom, take_top, wrap_boxes
from simulator.ui.review.chart import Chart
from simulator.ui.review.instructor_words import remarked_turns
from simulator.ui.review.remarks import Remarks
from simulator.ui.review.scene_then import LEAST, SHAPE, SceneThen
from simulator.ui.review.turn_story import paint_start, paint_turn
from simulator.ui.review.weighing import Weighing
from simulator.ui.scene import Scene
from simulator.ui.scenes.page import Column
from simulator.ui.widgets.button import Button
from simulator.ui.widgets.scroll import ScrollPane

SPEEDS = (1, 2, 4)
TURN_SECONDS = 3.0
"""How long a turn stands in a replay at plain speed."""


class Decisions:
    """Chart, scene and story, and the ways between turns: cursor, the turns to talk through, replay.

    `try_again` begins a practice branch at a turn, where there can be one; `weighing` asks for the trainee's thoughts,
    `remarks` are an instructor's.
    """

    def __init__(
        self,
        value: Debrief,
        program: Program,
        course: Course,
        *,
        words: Words,
        try_again: Callable[[int], None] | None = None,
        weighing: Weighing | None = None,
        remarks: Remarks | None = None,
    ) -> None:
        labels = [band.label for band in program.catalogues.bands.values()]
        self._last = len(value.timeline) - 1
        self._words = words
        self.chart = Chart(value.timeline, labels, words, self._turned, share=0.24, walks=True)
        self.pane = ScrollPane("page.decisions")
        self.progress = ""
        """What is being worked out, in words; "" for nothing."""
        self._then = SceneThen(program, course)
        self._try_again, self._weighing, self._remarks = try_again, weighing, remarks
        self._points: list[int] = []
        self._ring: FocusRing | None = None
        self._playing = False
        self._speed = SPEEDS[0]
        self._left = 0.0

    @property
    def turn(self) -> int:
        """The turn the cursor stands on; 0 for how it began."""
        return self.chart.turn

    def go_to(self, turn: int) -> None:
        """Put the cursor on a turn."""
        self._playing = False
        self.chart.move(turn)

    def _turned(self, _: int) -> None:
        # A replay is stopped by its button: that stays in sight.
        if not self._playing:
            self.pane.offset = 0
        self._commit()

    def leave(self) -> None:
        """The page is left: what was written is told, and replay stops."""
        self._playing = False
        self._commit()

    def _commit(self) -> None:
        if self._weighing is not None:
            self._weighing.commit()
        if self._remarks is not None:
            self._remarks.commit()

    def close(self) -> None:
        """Let the picture go."""
        self._then.close()

    def update(self, seconds: float) -> None:
        """Time passes: the scene moves, and so does replay."""
        self._then.update(seconds)
        if not self._playing:
            return
        self._left -= seconds * self._speed
        if self._left <= 0:
            self._left = TURN_SECONDS
            self.chart.move(self.turn + 1)
            self._playing = self.turn < self._last

    def key(self, event: pygame.event.Event) -> bool:
        """N and P go through the turns to talk through, R replays, S changes its speed, T tries again; an instructor's
        keys flag and write."""
        if self._remarks is not None and self._remarks.key(event, self.turn):
            return True
        does = {
            pygame.K_n: self._next,
            pygame.K_p: self._previous,
            pygame.K_r: self._play,
            pygame.K_s: self._faster,
            pygame.K_t: self._again,
        }
        if event.type != pygame.KEYDOWN or event.key not in does:
            return False
        does[event.key]()
        return True

    # --- ways between turns ---------------------------------------------------------------------------------

    def _after(self) -> int | None:
        return next((turn for turn in self._points if turn > self.turn), self._points[0] if self._points else None)

    def _before(self) -> int | None:
        earlier = [turn for turn in self._points if turn < self.turn]
        return earlier[-1] if earlier else None

    def _next(self) -> None:
        if (turn := self._after()) is not None:
            self.go_to(turn)

    def _previous(self) -> None:
        if (turn := self._before()) is not None:
            self.go_to(turn)

    def _play(self) -> None:
        self._playing = not self._playing
        self._left = TURN_SECONDS
        if self._playing and self.turn >= self._last:
            self.chart.move(0)

    def _faster(self) -> None:
        self._speed = SPEEDS[(SPEEDS.index(self._speed) + 1) % len(SPEEDS)]

    def _again(self) -> None:
        if self._try_again is not None and self.turn:
            self.leave()
            self._try_again(self.turn)

    def _pressed(self, way: Callable[[], None]) -> Callable[[], None]:
        """A way to another turn by its button: the page then begins at its top again, and so does the focus."""

        def go() -> None:
            way()
            if self._ring is not None:
                self._ring.focus(self.chart.name)

        return go

    def _buttons(self) -> list[Button]:
        buttons, words = [], self._words
        after, before = self._after(), self._before()
        if after is not None and after != self.turn:
            buttons.append(
                Button("point_next", words("decision_next", turn=after), self._pressed(self._next), keys="N")
            )
        if before is not None:
            buttons.append(
                Button("point_before", words("decision_before", turn=before), self._pressed(self._previous), keys="P")
            )
        if self._try_again is not None and self.turn:
            buttons.append(Button("again", words("decision_again"), self._again, keys="T"))
        replay = words("decision_halt" if self._playing else "decision_replay")
        buttons.append(Button("replay", replay, self._play, look="quiet", keys="R"))
        speed = words("decision_speed", speed=self._speed)
        buttons.append(Button("speed", speed, self._faster, look="quiet", keys="S"))
        return buttons

    # --- picture --------------------------------------------------------------------------------------------

    def paint(self, scene: Scene, canvas: Canvas, box: pygame.Rect, value: Debrief) -> None:
        """Chart above, the scene at the left, the story at the right; one below the other where letters are large."""
        self._ring = scene.ring
        own = value.added.self_rating.turning_point if value.added.self_rating is not None else None
        points = {point.turn for point in value.turning_points} | ({own} if own else set())
        self.chart.remarked = remarked_turns(value)
        points |= {flag.turn for flag in value.added.flags}
        self._points = sorted(points)
        if canvas.theme.cramped:
            self._pane(scene, canvas, box, lambda column: self._paint_below(column, value))
            return
        theme = canvas.theme
        chart, rest = take_top(box, self.chart.height(canvas, box.width), theme.space(1.5))
        scene.ring.put(canvas, self.chart, chart)
        left, right = columns(rest, (0.4, 0.6), theme.space(3))
        self._paint_left(scene, canvas, left)
        self._pane(scene, canvas, right, lambda column: self._paint_story(column, value))

    def _paint_left(self, scene: Scene, canvas: Canvas, box: pygame.Rect) -> None:
        theme, buttons = canvas.theme, self._buttons()
        widths = [button.natural_width(canvas) for button in buttons]
        rects = wrap_boxes(box, widths, theme.control(), theme.space(0.75))
        foot, rest = take_bottom(box, rects[-1].bottom - box.y, theme.space(1))
        wide = min(rest.width, round(rest.height * SHAPE))
        picture = pygame.Rect(rest.x + (rest.width - wide) // 2, rest.y, wide, round(wide / SHAPE))
        if picture.width >= LEAST[0] and picture.height >= LEAST[1]:
            self._then.draw(canvas, picture, self.turn)
        Column(scene, canvas, foot).row(buttons, 0.75)

    def _paint_below(self, column: Column, value: Debrief) -> None:
        """Where letters are large all of it scrolls: the course, below it scene and ways beside the story, so that the
        story's beginning is in sight while one walks from turn to turn."""
        canvas = column.canvas
        column.put(self.chart)
        column.gap(1.5)
        area = pygame.Rect(column.box.x, column.y, column.box.width, 0)
        left, right = columns(area, (0.4, 0.6), canvas.theme.space(2))
        picture = pygame.Rect(left.x, left.y, left.width, round(left.width / SHAPE))
        if picture.colliderect(canvas.surface.get_clip()):
            self._then.draw(canvas, picture, self.turn)
        ways, story = Column(column.scene, canvas, left), Column(column.scene, canvas, right)
        ways.y = picture.bottom
        ways.gap(1)
        ways.row(self._buttons(), 0.75)
        self._paint_story(story, value)
        column.y += max(ways.taken, story.taken)

    def _pane(self, scene: Scene, canvas: Canvas, box: pygame.Rect, fill: Callable[[Column], None]) -> None:
        margin = canvas.theme.space(0.75)

        def paint(area: pygame.Rect) -> int:
            column = Column(scene, canvas, inset(area, margin))
            fill(column)
            return column.taken + 2 * margin

        self.pane.show(canvas, scene.ring, box.inflate(2 * margin, 0), paint)

    def _paint_story(self, column: Column, value: Debrief) -> None:
        story = next((story for story in value.turns if story.turn == self.turn), None)
        if story is None:
            paint_start(column, value)
            return
        weighing = self._weighing if self.turn in self._points else None
        paint_turn(column, value, story, weighing=weighing, remarks=self._remarks, progress=self.progress)
