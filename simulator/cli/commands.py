"""The commands by name. A command's module is imported when it is asked for, so that each starts quickly."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import click

from simulator.version import VERSION

# name → (module, its help in a list of commands, so that listing them imports none)
COMMANDS: dict[str, tuple[str, str]] = {
    "play": ("play", "Play a call, in the window or as text."),
    "library": ("library", "List the calls that can be played."),
    "new": ("new", "Begin a call: a small draft that plays at once."),
    "preview": ("preview", "See a scenario file in the window while it is written."),
    "validate": ("validate", "Say what is wrong in scenario files, and how to mend it."),
    "lint": ("lint", "Say what is wrong with scenarios that play: smells, gaps, unfairness."),
    "fmt": ("fmt", "Put quotes round the words in scenario files."),
    "rename": ("rename", "Move an id everywhere in a scenario."),
    "migrate": ("migrate", "Bring older scenario files up to date."),
    "test": ("scenario_test", "Run the tests in scenario files."),
    "solve": ("solve", "Search for the best end a call can come to."),
    "simulate": ("simulate", "Let simulated trainees play a call many times."),
    "graph": ("graph", "Show what leads where in a call, in words or as a picture."),
    "schema": ("schema", "Print the schema of scenario files, for editors."),
    "report": ("report", "Print the debrief of a recorded session."),
    "replay": ("replay", "Check that a record replays to the same events."),
    "progress": ("progress", "Tell how several runs of one trainee went."),
    "compare": ("compare", "Lay two trainees side by side, ranking neither."),
    "annotate": ("annotate", "Add notes, flags and ratings to a record."),
    "records": ("records", "List and show recorded sessions."),
}


class Commands(click.Group):
    """A group that imports a command's module when the command is asked for."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """`--data FOLDER` may stand anywhere in the line: it is moved to the front, where the group reads it."""
        return super().parse_args(ctx, _data_first(args))

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names, in the order in which they are of use."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        """The command of this name, or None."""
        if name not in COMMANDS:
            return None
        command = import_module(f"simulator.cli.{COMMANDS[name][0]}").command
        assert isinstance(command, click.Command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list in the help, from the table above."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, about) for name, (_, about) in COMMANDS.items()])

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command the words name; one that is nearly right is asked about."""
        name = args[0]
        if name not in COMMANDS:
            from simulator.cli.folders import ended
            from simulator.scenario.problem import did_you_mean

            raise click.UsageError(f"There is no command “{name:.60}”: {ended(did_you_mean(name, COMMANDS))}", ctx)
        return super().resolve_command(ctx, args)


def _data_first(args: list[str]) -> list[str]:
    front, rest = [], []
    words = iter(args)
    for word in words:
        if word == "--":
            rest += [word, *words]
        elif word == "--data":
            front += [word, *(value for value in [next(words, None)] if value is not None)]
        elif word.startswith("--data="):
            front.append(word)
        else:
            rest.append(word)
    return front + rest


@click.group(
    cls=Commands,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="\b\nExample:\n  uv run main.py play corner_shop --text",
)
@click.option(
    "--data",
    "data",
    metavar="FOLDER",
    type=click.Path(path_type=Path),
    help="Keep sessions, settings and own scenarios in this folder.",
)
@click.version_option(VERSION, message="deescalation-simulator %(version)s")
@click.pass_context
def commands(ctx: click.Context, data: Path | None) -> None:
    """A police de-escalation training simulator. Without a command it opens the window.

    Exit codes: 0 fine, 1 something was found or went wrong, 2 the command was not understood.
    """
    ctx.obj = data
    if ctx.invoked_subcommand is None:
        from simulator.cli.window import open_window

        ctx.exit(open_window(data))
