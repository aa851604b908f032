"""A crew: processes that each build one program from its texts and share out a list of tasks among them.

Every task is a function at the top of a module, called with the program and the task's own values, all of which
must travel between processes. Task n is done by process n modulo their number, so that results can be taken in
order without waiting for more than one of them. The processes are daemons: they end with the program, and with
`close`. They are started anew (not forked), the same way on every system.
"""

from __future__ import annotations

import signal
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from os import cpu_count
from types import TracebackType
from typing import Generic, TypeVar

from simulator.authoring.program_texts import ProgramTexts

R = TypeVar("R")

_ENDED = "A process that worked on this ended early. Run it again, or with one process."

_STOPPING = 5.0
"""Seconds for which the end of a process is waited for."""


class CrewError(RuntimeError):
    """A process of the crew ended before its work; the message says what it told last."""


def cores() -> int:
    """How many processes are of use on this machine."""
    return cpu_count() or 1


class Crew(Generic[R]):
    """Processes at work on tasks. Use it in a `with`, or call `close` when it is no longer wanted.

    Where they are `staying`, processes wait for `more` when they have done their tasks; else each ends by itself.
    """

    def __init__(
        self,
        texts: ProgramTexts,
        function: Callable[..., R],
        tasks: Sequence[tuple[object, ...]],
        jobs: int,
        *,
        staying: bool = False,
    ) -> None:
        context = get_context("spawn")
        count = max(1, min(jobs, len(tasks)))
        numbered = list(enumerate(tasks))
        self.size = len(tasks)
        """How many tasks there are."""
        self.done = 0
        """How many results were taken."""
        self._pipes: list[Connection] = []
        self._owed: list[int] = []
        self._processes = []
        with _undisturbed():
            for place in range(count):
                ours, theirs = context.Pipe()
                process = context.Process(target=_work, args=(theirs, staying), daemon=True)
                self._pipes.append(ours)
                self._owed.append(len(numbered[place::count]))
                self._processes.append(process)
                process.start()
                theirs.close()
        try:
            # What is large goes to processes that are there already: one that finds half of what it was started with
            # tells of it in a traceback.
            for place, pipe in enumerate(self._pipes):
                pipe.send((texts, function, numbered[place::count]))
        except OSError:
            self.close()
            raise CrewError(_ENDED) from None
        except BaseException:
            self.close()
            raise

    def more(self, tasks: Sequence[tuple[object, ...]]) -> None:
        """Hands out further tasks to a crew that stays, once every result so far was taken."""
        numbered = list(enumerate(tasks, start=self.size))
        self.size += len(tasks)
        for place, pipe in enumerate(self._pipes):
            mine = [each for each in numbered if each[0] % len(self._pipes) == place]
            self._owed[place] += len(mine)
            try:
                pipe.send(mine)
            except OSError:
                raise CrewError(_ENDED) from None

    def in_order(self) -> Iterator[R]:
        """The results in the order of the tasks, each as soon as it is there. Raises CrewError."""
        while self.done < self.size:
            yield self._take(self.done % len(self._pipes))[1]

    def ready(self, seconds: float = 0.0) -> list[tuple[int, R]]:
        """The results that are there and were not taken yet, each with its task's place; waits up to `seconds` for
        the first. Raises CrewError."""
        waiting = [pipe for pipe, owed in zip(self._pipes, self._owed, strict=True) if owed]
        if waiting:
            wait(waiting, seconds)
        found: list[tuple[int, R]] = []
        for place, pipe in enumerate(self._pipes):
            while self._owed[place] and pipe.poll():
                found.append(self._take(place))
        return found

    @property
    def finished(self) -> bool:
        """Whether every result was taken."""
        return self.done == self.size

    def close(self) -> None:
        """End the processes, whatever they are doing. May be called twice."""
        for process in self._processes:
            if process.is_alive():
                process.kill()  # they hold nothing but results that nobody waits for
        for process in self._processes:
            process.join(_STOPPING)
        for pipe in self._pipes:
            pipe.close()

    def __enter__(self) -> Crew[R]:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _take(self, place: int) -> tuple[int, R]:
        try:
            number, result = self._pipes[place].recv()
        except (EOFError, OSError):
            raise CrewError(_ENDED) from None
        if number < 0:
            raise CrewError(str(result))
        self.done += 1
        self._owed[place] -= 1
        return number, result


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Holds Ctrl-C and the request to end (SIGTERM) back until the block is left, where the system can do so.

    Processes that are started meanwhile never see Ctrl-C, and a request to end when they have loaded. Without this, one
    that is still loading its modules would tell of Ctrl-C, or of the end of this program, in a traceback.
    """
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    from multiprocessing import resource_tracker

    resource_tracker.ensure_running()  # Python starts it with the first process, and lets interrupts in again then
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, signal.SIGTERM})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _work(pipe: Connection, staying: bool) -> None:
    """The whole life of one process. An interrupt from the keyboard is for the process that started it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGTERM})
    try:
        texts, function, tasks = pipe.recv()
        program = texts.compile()
        while True:
            for number, task in tasks:
                pipe.send((number, function(program, *task)))
            if not staying:
                break
            tasks = pipe.recv()
    except (BrokenPipeError, ConnectionResetError, EOFError):
        return  # nobody waits for it any more
    except Exception:
        # The line that names the fault is enough for the one who reads it; the rest would be a traceback.
        last = traceback.format_exc().strip().splitlines()[-1]
        with suppress(OSError):
            pipe.send((-1, f"A process that worked on this failed ({last})."))
    finally:
        pipe.close()
