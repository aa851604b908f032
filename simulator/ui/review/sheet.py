"""The instructor's sheet: the nine skills on the trainee's own scale, with what was computed beside each mark."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from simulator.reports.page.added import who_words
from simulator.scenario.catalogue import Catalogues
from simulator.scenario.words import Words
from simulator.scoring.annotations import agreement
from simulator.scoring.debrief import Debrief
from simulator.scoring.ratings import Rating
from simulator.ui.review.added_by_instructor import AddedByInstructor
from simulator.ui.review.instructor_words import agreement_words, paint_beside_rating, paint_remarks
from simulator.ui.review.mark_row import MarkRow, marking
from simulator.ui.review.note_field import NoteField
from simulator.ui.review.skills import rating_words
from simulator.ui.scenes.page import Column
from simulator.ui.widgets.button import Button
from simulator.ui.widgets.text_field import TextField


class Sheet:
    """An instructor's marks as they are given, kept as the page is left. `tell` does what adds something and says
    where it could not be written; `on_override` opens what sets a rating in place of a computed one."""

    def __init__(
        self,
        added: AddedByInstructor,
        catalogues: Catalogues,
        words: Words,
        tell: Callable[[Callable[[], None]], None],
        on_override: Callable[[Rating], None],
        on_letters: Callable[[TextField], None],
    ) -> None:
        self._added, self._skills, self._domains = added, catalogues.skills, catalogues.domains
        self._tell, self._on_override = tell, on_override
        self._marks = added.marks
        self._note = NoteField("note_whole", words("sheet_whole_field"), self._noted, on_letters)

    @property
    def unkept(self) -> bool:
        """Whether marks were given that are not kept yet."""
        return self._marks != self._added.marks

    def commit(self) -> None:
        """Keep marks and note."""
        self._keep_marks()
        self._note.commit()

    def paint(self, column: Column, value: Debrief) -> None:
        """Marks by domain, how far they agree, the note."""
        muted, words = column.canvas.palette.muted, column.words
        column.text(words("sheet_how_pad" if column.canvas.names.pad else "sheet_how", who=self._added.by))
        column.text(words("own_scale"), "small", colour=muted)
        domain = ""
        for rating in value.ratings:
            if rating.domain != domain:
                domain = rating.domain
                column.heading(rating.domain_label)
            self._paint_skill(column, value, rating)
        self._paint_agreement(column, value)
        column.gap(1)
        column.row([Button("keep_marks", words("sheet_keep"), self._keep_marks, enabled=self.unkept)])
        column.heading(words("sheet_whole"))
        paint_remarks(column, value, None)
        self._note.paint(column)

    def _paint_skill(self, column: Column, value: Debrief, rating: Rating) -> None:
        colours, skill, words = column.canvas.palette, self._skills[rating.skill], column.words
        name = f"mark:{rating.skill}"
        column.put(
            MarkRow(
                name, rating.label, skill.about, self._marks.get(rating.skill), marking(self._marks, rating.skill),
                lambda: self._after(column, name),
            )
        )  # fmt: skip
        indented = column.indented(1)
        told = [words("sheet_computed", rating=rating_words(rating, words))]
        own = value.added.self_rating.marks if value.added.self_rating is not None else {}
        if rating.skill in own:
            told.append(words("sheet_own_mark", mark=own[rating.skill]))
        indented.text("  ·  ".join(told), "small", colour=colours.note)
        paint_beside_rating(indented, value, rating.skill, but=self._added.by)
        indented.text(_anchors(skill.anchors, words), "small", colour=colours.muted)
        indented.gap(0.5)
        indented.row(
            [
                Button(
                    f"override:{rating.skill}",
                    words("sheet_override"),
                    lambda: self._on_override(rating),
                    look="quiet",
                )
            ]
        )
        column.y = indented.y
        column.gap(0.75)

    def _paint_agreement(self, column: Column, value: Debrief) -> None:
        """This instructor's marks as they stand now; those of others as they were kept."""
        found = agreement(value.ratings, self._added.by, "", self._marks)
        others = [each for each in value.added.instructor_agreements if each.by != self._added.by]
        if found is None and not others and not value.added.self_agreement:
            return
        words = column.words
        column.heading(words("sheet_agree"))
        if found is not None:
            column.text(agreement_words(column, found, words("sheet_you")))
        if value.added.self_agreement is not None:
            column.text(agreement_words(column, value.added.self_agreement, words("sheet_trainee")), "small")
        for each in others:
            told = words("sheet_agreed_by", agreed=agreement_words(column, each), who=who_words(each.by, each.at))
            column.text(told, "small")

    def _after(self, column: Column, name: str) -> None:
        """After a number key: the next skill, after the last the button that keeps them."""
        names = [*(f"mark:{skill}" for skill in self._skills), "keep_marks"]
        column.scene.ring.focus(names[names.index(name) + 1])

    def _keep_marks(self) -> None:
        if self.unkept:
            self._tell(lambda: self._added.rate(self._marks))

    def _noted(self, words: str) -> None:
        self._tell(lambda: self._added.note(None, words))


def _anchors(anchors: Mapping[int, str], words: Words) -> str:
    """What 1, 4 and 7 look like for a skill."""
    return "  ".join(words("sheet_anchor", mark=mark, words=told) for mark, told in sorted(anchors.items()))
