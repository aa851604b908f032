"""The briefing: what dispatch says, what is known, what policy is, what help can be had."""

from __future__ import annotations

from simulator.scenario.parts import Text
from simulator.ui.call import Call, CallPlan
from simulator.ui.desk import Desk
from simulator.ui.scenes.page import Column, Page
from simulator.ui.widgets.button import Button
from simulator.ui.words import minutes_words


class Briefing(Page):
    """Read as long as you like: the clock starts at contact."""

    widest = 96

    def __init__(self, desk: Desk, plan: CallPlan) -> None:
        super().__init__(desk)
        self._plan = plan
        self._fault = ""
        self.heading = plan.card.scenario.about.title

    def body(self, column: Column) -> None:
        """The briefing's parts."""
        scenario, colours = self._plan.card.scenario, column.canvas.palette
        briefing, setting = scenario.briefing, scenario.setting
        mode = "Class, no record" if self._plan.classroom else self._plan.mode.capitalize()
        column.text(f"{mode} · {setting.time} · {setting.weather}", colour=colours.muted)
        column.heading("Dispatch")
        column.text(f"“{_only(briefing.dispatch)}”", "lead")
        if briefing.known:
            column.heading("What is known")
            for text in briefing.known:
                column.point(_only(text))
        if briefing.policy:
            column.heading("Policy and what you may do")
            for text in briefing.policy:
                column.point(_only(text))
        # Help that only a finding opens is not given away here.
        sent = [(each.label, each.under_way) for each in scenario.resources.values() if each.under_way is not None]
        known_help = [each for each in scenario.resources.values() if each.only_if is None and each.under_way is None]
        if known_help:
            column.heading("Help you can call")
            for resource in known_help:
                column.point(f"{resource.label}: {minutes_words(resource.eta / 10)} from the call.")
        if sent:
            column.heading("Help on its way")
            for label, due in sent:
                column.point(f"{label}: here in {minutes_words(due / 10)}.")
        if self._fault:
            column.gap(2)
            column.text(self._fault, colour=colours.poor)

    def buttons(self) -> list[Button]:
        """In, or back."""
        return [
            Button("go", "Go in", self._go, look="main"),
            Button("back", "Back", self.leave, keys="Esc"),
        ]

    def _go(self) -> None:
        from simulator.records.problem import RecordsProblem
        from simulator.ui.scenes.practice_encounter import encounter_of

        settings = self.desk.settings
        try:
            session = self._plan.start(
                self.desk.data_folder,
                settings.academy_id,
                untimed=settings.untimed,
                # Large letters take longer to read: timers grow with them, and the record says so.
                timer_percent=settings.text_size,
            )
        except RecordsProblem as problem:
            self._fault = str(problem)
            return
        call = Call(session, classroom=self._plan.classroom, gauge=self._plan.gauge)
        self.stack.replace(encounter_of(self.desk, call))


def _only(text: Text) -> str:
    """The first wording: before contact nothing has happened that another could depend on."""
    return text.variants[0].words
