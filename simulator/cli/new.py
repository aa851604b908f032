"""`new`: begins a call, as a small draft that plays from the first minute."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path

import click


@click.command(
    "new", epilog='\b\nExample:\n  uv run main.py new night_bus --title "The night bus" --place street --person Ida'
)
@click.argument("id_", metavar="[ID]", required=False)
@click.option("--title", help="What the trainee reads in the library.")
@click.option("--place", help="Where it happens: street, shop, room, hall, bridge, or a word of your own.")
@click.option("--person", help="An invented first name for the person met.")
@click.option(
    "--folder",
    type=click.Path(path_type=Path, file_okay=False),
    help="Make it in this folder. Left out: your own scenario folder.",
)
@click.pass_obj
def command(
    data: Path | None, id_: str | None, title: str | None, place: str | None, person: str | None, folder: Path | None
) -> int:
    """Begin a call: a small draft that can be played, checked and drawn at once, to be written over.

    On a terminal it asks for what was left out. Nothing that exists is written over.
    """
    from simulator.authoring.drafting.draft import Answers, draft, id_fault, place_fault, title_from, words_fault
    from simulator.authoring.library import own_folder
    from simulator.cli.folders import data_folder

    id_ = _answer(id_, "Id of the call (small letters, digits, _)", None, id_fault)
    if id_ is None:
        raise click.UsageError("Name an id for the call: `new night_bus`.")
    title = _answer(title, "Title", title_from(id_), words_fault)
    place = _answer(place, "Place (street, shop, room, hall, bridge, or a word of your own)", "street", place_fault)
    person = _answer(person, "First name of the person, invented", "Robin", words_fault)
    assert title is not None
    assert place is not None
    assert person is not None
    root = (folder or own_folder(data_folder(data))).absolute()
    path = root / id_ / f"{id_}.yaml"
    _write_schema(root)
    _write_new(path, draft(Answers(id_, title, place, person), "../schema.json"))
    shown = id_ if folder is None else _quoted(os.path.relpath(path) if path.is_relative_to(Path.cwd()) else str(path))
    # A call in a data folder of one's own is found by its id only where that folder is named again.
    where = ["--data", _quoted(str(data))] if data is not None and folder is None else []
    click.echo(f"Written: {path}")
    click.echo("It plays as it is, and it is yours to write over. Next:")
    for words, why in (
        ("preview", "play it in the window, and see each save at once"),
        ("validate --watch", "what is still to do, after every save"),
        ("play --text", "play it in the terminal"),
    ):
        name, *options = words.split()
        line = " ".join(["uv run main.py", name, shown, *options, *where])
        click.echo(f"  {line}    # {why}")
    return 0


def _answer(given: str | None, question: str, default: str | None, fault: Callable[[str], str]) -> str | None:
    """What was given, or what a person at a terminal answers, or the default. A usage error for a faulty one."""
    if given is not None:
        said = fault(given)
        if said:
            raise click.UsageError(said)
        return given
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        return default

    def checked(words: str) -> str:
        said = fault(words)
        if said:
            raise click.UsageError(said)
        return words

    return str(click.prompt(question, default=default, value_proc=checked))


def _write_schema(root: Path) -> None:
    """The schema beside the calls, so that an editor completes keys; brought up to date where the program is newer."""
    from simulator.authoring.catalogues import shipped
    from simulator.cli.drafts import make_folder, read_source, write_source
    from simulator.scenario.authored.schema import json_schema

    path = root / "schema.json"
    text = json.dumps(json_schema(shipped()), indent=2, ensure_ascii=False) + "\n"
    make_folder(root)
    if not path.is_file() or read_source(path) != text:
        write_source(path, text)


def _write_new(path: Path, text: str) -> None:
    """A file that was not there before, whole or not at all."""
    from simulator.cli.drafts import make_folder, write_source

    if path.exists():
        raise click.ClickException(f"{path} exists already. Choose another id, or write on in that file.")
    make_folder(path.parent)
    write_source(path, text)


def _quoted(words: str) -> str:
    return f'"{words}"' if " " in words else words
