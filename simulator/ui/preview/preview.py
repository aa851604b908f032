"""What all screens of a preview share: the file, the last version of it that plays, and where one stood in it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from simulator.authoring.catalogues import shipped
from simulator.authoring.drafting.playing_on import Beginning, PlayedOn, begun, played_on
from simulator.authoring.library import read_entry
from simulator.encounter.actions import Action
from simulator.encounter.plans import Program
from simulator.encounter.program import compile_program
from simulator.scenario.problem import Problem
from simulator.ui.desk import Desk
from simulator.ui.preview.file_watch import FileWatch
from simulator.ui.preview.session import PreviewSession
from simulator.ui.scene import Scene

ShowScene = Callable[["Preview", PreviewSession, str], Scene]


class Preview:
    """A file on its way. `program` is None until a version of it could be played; `problems` are those of the last
    save, whether it plays or not."""

    def __init__(self, desk: Desk, path: Path, show: ShowScene, *, seed: int = 1, timed: bool = False) -> None:
        self.desk = desk
        self.path = path
        self.timed = timed
        self.program: Program | None = None
        self.problems: tuple[Problem, ...] = ()
        self.shows_numbers = False
        self._show = show
        self._seed = seed
        self.beginning: Beginning | None = None
        self._watch = FileWatch(path)
        self.read()

    @property
    def broken(self) -> bool:
        """Whether the file as it was saved last cannot be played."""
        return any(problem.severity == "error" for problem in self.problems)

    def read(self) -> bool:
        """Read the file; whether it plays. The last version that does stays where it does not."""
        entry = read_entry(self.path, shipped())
        self.problems = entry.problems
        if entry.scenario is None:
            return False
        self.program = compile_program(entry.scenario, shipped())
        if self.beginning is None:
            self.beginning = Beginning(self._seed, self.program.temperaments[0])
        return True

    def saved(self, seconds: float) -> bool:
        """Whether the file was saved as these seconds go by; it has been read then."""
        if not self._watch.saved(seconds):
            return False
        self.read()
        return True

    def play_on(self, acts: list[Action]) -> None:
        """The present version in place of the scene on top, played forward by the same acts."""
        assert self.program is not None
        assert self.beginning is not None
        on = played_on(self.program, self.beginning, acts)
        count = len(on.course.turns)
        fine = f"Saved: played forward {count} {'act' if count == 1 else 'acts'}." if count else "Saved: read again."
        self._put(on, on.note or fine)

    def begin(self, beginning: Beginning | None = None) -> None:
        """From the start, or from another beginning, in place of the scene on top."""
        assert self.program is not None
        assert self.beginning is not None
        on = begun(self.program, beginning or self.beginning)
        self._put(on, on.note)

    def _put(self, on: PlayedOn, note: str) -> None:
        assert self.program is not None
        self.beginning = on.beginning
        session = PreviewSession(self.program, on.course, untimed=not self.timed)
        self.desk.stack.replace(self._show(self, session, note))
