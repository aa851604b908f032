"""Setting a rating in place of a computed one: a mark and the reason. The computed one stays beside it."""

from __future__ import annotations

from collections.abc import Callable

from simulator.reports.page.added import who_words
from simulator.scoring.annotations import LONGEST, Override
from simulator.scoring.ratings import Rating
from simulator.ui.desk import Desk
from simulator.ui.review.mark_row import MarkRow
from simulator.ui.review.skills import rating_words
from simulator.ui.scenes.letters import Letters
from simulator.ui.scenes.page import Column, Page
from simulator.ui.widgets.button import Button
from simulator.ui.widgets.text_area import TextArea

FEWEST = 3
"""Letters of a reason."""

OnOverride = Callable[[str, int, str], None]
"""Told skill, mark and reason."""


class SetInPlace(Page):
    """One skill. `standing` is what was set before, if anything."""

    over_others = True
    widest = 84

    def __init__(self, desk: Desk, rating: Rating, standing: Override | None, on_override: OnOverride) -> None:
        super().__init__(desk)
        self.heading = desk.words("set_title", skill=rating.label)
        self._rating, self._standing, self._on_override = rating, standing, on_override
        self._mark: int | None = standing.mark if standing is not None else None
        self._fault = ""
        self._reason = TextArea(
            "reason",
            "",
            self._typed,
            self._set,
            longest=LONGEST,
            placeholder=desk.words("set_field"),
            label=desk.words("set_reason"),
            on_letters=lambda field: self.stack.push(Letters(self.desk, field)),
        )

    def enter(self) -> None:
        """The mark has the focus: one key, then the reason."""
        self.ring.focus("mark")

    def body(self, column: Column) -> None:
        """What was computed, the mark, the reason."""
        canvas, words = column.canvas, column.words
        column.text(words("sheet_computed", rating=rating_words(self._rating, words)), colour=canvas.palette.note)
        if self._standing is not None:
            each = self._standing
            who = who_words(each.by, each.at)
            column.text(words("set_before", mark=each.mark, who=who, reason=each.reason), "small")
        column.gap(1)
        column.put(
            MarkRow(
                "mark", words("set_mark"), words("set_means"), self._mark, self._marked,
                lambda: self.ring.focus("reason"),
            )
        )  # fmt: skip
        column.heading(words("set_reason"))
        column.put(self._reason)
        if self._fault:
            column.gap(1)
            column.text(self._fault, colour=canvas.palette.poor)

    def buttons(self) -> list[Button]:
        """Set it; leave it."""
        words = self.desk.words
        return [
            Button("set", words("set_do"), self._set, look="main"),
            Button("back", words("set_leave"), self.leave, keys="Esc"),
        ]

    def _typed(self, _: str) -> None:
        self._fault = ""

    def _marked(self, mark: int | None) -> None:
        self._mark, self._fault = mark, ""

    def _set(self) -> None:
        reason = self._reason.value.strip()
        if self._mark is None:
            self._fault = self.desk.words("set_no_mark")
            self.ring.focus("mark")
        elif len(reason) < FEWEST:
            self._fault = self.desk.words("set_no_reason")
            self.ring.focus("reason")
        else:
            self.leave()
            self._on_override(self._rating.skill, self._mark, reason)
