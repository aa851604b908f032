"""The last word on anything that goes wrong: one plain sentence and an exit code, never a traceback.

Programmers who want the traceback set DEESCALATION_TRACEBACK=1.
"""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Sequence

import click

_MOST = 10
FINE, FINDINGS, USAGE, INTERRUPTED = 0, 1, 2, 130


def guarded(command: click.Command, arguments: Sequence[str] | None) -> int:
    """Run a command; gives its exit code whatever happens in it."""
    _open_streams()
    _say_everything()
    try:
        code = _run(command, arguments)
        sys.stdout.flush()
        return code
    except BrokenPipeError:
        # Whoever read our output has seen enough. Python would complain once more when it flushes at the end.
        with contextlib.suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FINE
    except KeyboardInterrupt:
        return INTERRUPTED


def _run(command: click.Command, arguments: Sequence[str] | None) -> int:
    words = sys.argv[1:] if arguments is None else list(arguments)
    try:
        # Not `command.main`, which has its own exit code for output that nobody reads to its end.
        with command.make_context("uv run main.py", words) as context:
            done = command.invoke(context)
    except click.exceptions.Exit as left:
        return left.exit_code
    except click.Abort:
        return INTERRUPTED
    except click.ClickException as told:
        told.show()
        return USAGE if isinstance(told, click.UsageError) else FINDINGS
    except (BrokenPipeError, KeyboardInterrupt):
        raise
    except Exception as fault:
        if os.environ.get("DEESCALATION_TRACEBACK"):
            raise
        click.echo(_words(fault), err=True)
        return FINDINGS
    return done if isinstance(done, int) else FINE


def _words(fault: Exception) -> str:
    """Plain words for a failure that no command told of by itself."""
    from simulator.records.problem import RecordsProblem
    from simulator.scenario.catalogue import CatalogueError
    from simulator.scenario.problem import first_few, show

    if isinstance(fault, RecordsProblem):
        return str(fault)
    if isinstance(fault, CatalogueError):
        found = [show(problem) for problem in fault.problems]
        shown, left = first_few(found, _MOST)
        more = [f"… and {left} more"] if left else []
        what = "The program's catalogues (its folder simulator/data) cannot be used. Mend this, or install it again:"
        return "\n".join([what, *shown, *more])
    if isinstance(fault, OSError):
        named = f"{fault.filename}: " if fault.filename else ""
        return f"{named}the system says “{fault.strerror or fault}”. Check the name, the disk and who may use it."
    if isinstance(fault, ModuleNotFoundError) and not (fault.name or "").startswith("simulator"):
        return (
            f"This Python has no “{fault.name}”, which the program needs. Start it with `uv run main.py`, which sets "
            "everything up; README.md, under Start, has the whole line."
        )
    if isinstance(fault, MemoryError):
        return "There is not enough memory for this. Close other programs, or ask for less at once."
    return (
        f"Something went wrong inside the program ({type(fault).__name__}{_spot(fault)}). Nothing recorded is lost; "
        "please report this line, with the command you gave."
    )


def _spot(fault: Exception) -> str:
    trace = fault.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    if trace is None:
        return ""
    code = trace.tb_frame.f_code
    return f" in {code.co_name}, {os.path.basename(code.co_filename)}:{trace.tb_lineno}"  # noqa: PTH119 - a name, no file


def _open_streams() -> None:
    """A program that was started without input or output (a service, a shortcut, `>&-`) reads nothing and writes
    nowhere. In this order each also takes the place of its own closed handle, which no file of ours can then get."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115, PTH123 - open to the end


def _say_everything() -> None:
    """A console that cannot show a sign shows a question mark for it, and does not stop."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            with contextlib.suppress(OSError, ValueError):
                reconfigure(errors="replace")
