"""What to take away: one thing to keep, one to change, a plan in one's own words, and what to practise next."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from simulator.scenario.words import Words
from simulator.scoring.debrief import Debrief
from simulator.scoring.next_practice import NextPractice
from simulator.ui.review.keep_and_change import paint_keep_and_change
from simulator.ui.scenes.page import Column
from simulator.ui.widgets.button import Button
from simulator.ui.widgets.text_area import TextArea
from simulator.ui.widgets.text_field import TextField

LONGEST = 400
"""Letters of a plan: a sentence or two."""


class PlanField:
    """The trainee's plan as it is written. `on_words` is told when the page is left and there is something new."""

    def __init__(self, words: Words, on_words: Callable[[str], None], on_letters: Callable[[TextField], None]) -> None:
        self._on_words = on_words
        self._told = ""
        self._area = TextArea(
            "plan", "", lambda _: None, self.commit,
            longest=LONGEST, placeholder=words("plan_field"), label=words("window_plan_kept"), on_letters=on_letters,
        )  # fmt: skip

    @property
    def words(self) -> str:
        """What is written."""
        return self._area.value.strip()

    def commit(self) -> None:
        """Tell what was written and not told yet."""
        if self.words and self.words != self._told:
            self._told = self.words
            self._on_words(self.words)

    def paint(self, column: Column, proposed: str) -> None:
        """The field, and the proposed plan to begin from."""
        column.put(self._area)
        if proposed and proposed != self.words:
            column.gap(1)
            column.row([Button("take_plan", column.words("plan_take"), lambda: self._take(proposed))])

    def _take(self, proposed: str) -> None:
        self._area.replace(proposed)
        self.commit()


def proposed_plan(value: Debrief) -> str:
    """The if-then sentence of the one thing to change, without the example behind it; "" where there is none."""
    return value.change.plan if value.change is not None else ""


def paint_take_away(
    column: Column, value: Debrief, field: PlanField | None, ahead: NextPractice | None, on_ahead: Callable[[], None]
) -> None:
    """Keep, change, plan, next. Without a field the plan is shown as it was kept."""
    words = column.words
    paint_keep_and_change(column, value, "lead")
    if field is not None:
        column.heading(words("window_plan"))
        field.paint(column, proposed_plan(value))
    elif value.added.plan is not None:
        column.heading(words("window_plan_kept"))
        column.text(value.added.plan.words, "lead")
    if ahead is not None:
        column.heading(words("window_next"))
        column.put(
            Button(
                "next",
                ahead.title,
                on_ahead,
                note=f"{ahead.why} {_from_words(date.today() + timedelta(days=ahead.days), words)}",
            )
        )


def _from_words(day: date, words: Words) -> str:
    """When it is best met."""
    return words("next_from", day=day.day, month=words(f"month_{day.month}"))
