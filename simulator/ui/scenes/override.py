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
        self.heading = f"{rating.label}: a rating of your own"
        self._rating, self._standing, self._on_override = rating, standing, on_override
        self._mark: int | None = standing.mark if standing is not None else None
        self._fault = ""
        self._reason = TextArea(
            "reason",
            "",
            self._typed,
            self._set,
            longest=LONGEST,
            placeholder="Why the computed rating does not stand, in a sentence",
            on_letters=lambda field: self.stack.push(Letters(self.desk, field)),
        )

    def enter(self) -> None:
        """The mark has the focus: one key, then the reason."""
        self.ring.focus("mark")

    def body(self, column: Column) -> None:
        """What was computed, the mark, the reason."""
        canvas, rating = column.canvas, self._rating
        column.text(f"Computed: {rating_words(rating)}", colour=canvas.palette.note)
        if self._standing is not None:
            each = self._standing
            column.text(f"Set to {each.mark} before ({who_words(each.by, each.at)}): {each.reason}", "small")
        column.gap(1)
        column.put(
            MarkRow(
                "mark", "Your rating", "It stands in place of the computed one, which stays beside it.", self._mark,
                self._marked, lambda: self.ring.focus("reason"),
            )
        )  # fmt: skip
        column.heading("The reason")
        column.put(self._reason)
        if self._fault:
            column.gap(1)
            column.text(self._fault, colour=canvas.palette.poor)

    def buttons(self) -> list[Button]:
        """Set it; leave it."""
        return [
            Button("set", "Set this rating", self._set, look="main"),
            Button("back", "Leave it as it is", self.leave, keys="Esc"),
        ]

    def _typed(self, _: str) -> None:
        self._fault = ""

    def _marked(self, mark: int | None) -> None:
        self._mark, self._fault = mark, ""

    def _set(self) -> None:
        reason = self._reason.value.strip()
        if self._mark is None:
            self._fault = "Choose a mark from 1 to 7 first."
            self.ring.focus("mark")
        elif len(reason) < FEWEST:
            self._fault = "Say why, in a few words: the trainee reads it beside the computed rating."
            self.ring.focus("reason")
        else:
            self.leave()
            self._on_override(self._rating.skill, self._mark, reason)
