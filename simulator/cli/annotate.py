"""`annotate`: what an instructor adds to a record: notes, flags, marks, overrides."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from simulator.records.reading import SessionRecord
    from simulator.scoring.annotations import Annotation

BY = click.option("--by", required=True, metavar="ID", help="Who adds it: your id, never your name.")


@click.group("annotate", epilog="\b\nExample:\n  uv run main.py annotate flag 1a2b3c4d 2 talk --by I-7")
def command() -> None:
    """Add notes, flags and ratings to a record. Its log is not changed; reports show both."""


@command.command("note", epilog="\b\nExample:\n  uv run main.py annotate note 1a2b3c4d --by I-7 --turn 1 Good")
@click.argument("name", metavar="LOG")
@click.argument("words")
@click.option("--turn", type=click.IntRange(1), help="The turn it is about; without it, the whole call.")
@BY
@click.pass_obj
def note_command(data: Path | None, name: str, words: str, turn: int | None, by: str) -> int:
    """Add a note, on a turn or on the whole call."""
    from simulator.scoring.annotations import Note

    _check_words(words, "note")
    return _add(data, name, turn, lambda at: Note(by=_id(by), at=at, turn=turn, words=words))


@command.command("flag", epilog="\b\nExample:\n  uv run main.py annotate flag 1a2b3c4d 2 talk --by I-7")
@click.argument("name", metavar="LOG")
@click.argument("turn", type=click.IntRange(1))
@click.argument("what", type=click.Choice(["strength", "talk", "safety"]))
@BY
@click.pass_obj
def flag_command(data: Path | None, name: str, turn: int, what: str, by: str) -> int:
    """Flag a turn as a strength, as something to talk about or as a matter of safety; the same again takes it off."""
    from simulator.scoring.annotations import Flag

    return _add(data, name, turn, lambda at: Flag.model_validate({"by": _id(by), "at": at, "turn": turn, "flag": what}))


@command.command("rate", epilog="\b\nExample:\n  uv run main.py annotate rate 1a2b3c4d --by I-7 listening=5 empathy=4")
@click.argument("name", metavar="LOG")
@click.argument("marks", nargs=-1, required=True, metavar="SKILL=MARK...")
@BY
@click.pass_obj
def rate_command(data: Path | None, name: str, marks: tuple[str, ...], by: str) -> int:
    """Rate skills from 1 to 7 on the same sheet as the computed ratings."""
    from simulator.scoring.annotations import InstructorRating

    given = _marks(marks)
    return _add(data, name, None, lambda at: InstructorRating(by=_id(by), at=at, marks=given))


@command.command(
    "override", epilog="\b\nExample:\n  uv run main.py annotate override 1a2b3c4d respect=5 --reason Tone --by I-7"
)
@click.argument("name", metavar="LOG")
@click.argument("mark", metavar="SKILL=MARK")
@click.option("--reason", required=True, help="Why the computed rating does not stand.")
@BY
@click.pass_obj
def override_command(data: Path | None, name: str, mark: str, reason: str, by: str) -> int:
    """Set a rating in place of the computed one, which stays beside it with your reason."""
    from simulator.scoring.annotations import Override

    ((skill, value),) = _marks((mark,)).items()
    if len(reason.strip()) < 3:
        raise click.UsageError("Say why, in a few words.")
    _check_words(reason, "reason")
    return _add(data, name, None, lambda at: Override(by=_id(by), at=at, skill=skill, mark=value, reason=reason))


def _check_words(words: str, what: str) -> None:
    """Refuses words that no record can hold, or that say nothing: nothing added can be taken back."""
    from simulator.scoring.annotations import LONGEST

    if not words.strip():
        raise click.UsageError(f"The {what} is empty: say what you mean to add, in quotes.")
    if len(words) > LONGEST:
        raise click.UsageError(f"A {what} has at most {LONGEST} signs; this one has {len(words)}. Cut it, or add two.")
    if any("\ud800" <= sign <= "\udfff" for sign in words):
        raise click.UsageError(f"The {what} holds a sign that is no UTF-8 text. Type it again.")


def _id(by: str) -> str:
    from simulator.records.trainee import trainee_id

    return trainee_id(by, "an instructor")


def _marks(written: tuple[str, ...]) -> dict[str, int]:
    """`listening=5` as a skill of the catalogue and a mark from 1 to 7."""
    from simulator.authoring.catalogues import shipped
    from simulator.cli.folders import ended
    from simulator.scenario.problem import did_you_mean

    marks: dict[str, int] = {}
    for each in written:
        skill, _, mark = each.partition("=")
        if skill not in shipped().skills:
            raise click.UsageError(f"“{skill:.40}” is not a skill: {ended(did_you_mean(skill, shipped().skills))}")
        if mark not in tuple("1234567"):
            raise click.UsageError(f"“{each:.60}” needs a mark from 1 to 7, as in {skill}=5.")
        marks[skill] = int(mark)
    return marks


def _add(data: Path | None, name: str, turn: int | None, make: Callable[[str], Annotation]) -> int:
    from simulator.cli.folders import data_folder
    from simulator.cli.report import refuse_unfinished
    from simulator.records.annotations import annotate
    from simulator.records.listing import find_record
    from simulator.records.live import stamp, utc_now
    from simulator.records.reading import read_log

    path = find_record(data_folder(data), name)
    record = read_log(path)
    refuse_unfinished(record)
    if record.state == "damaged":
        raise click.ClickException(
            f"{path} was changed after it was written ({record.problems[0]}). Nothing was added: it would stand beside "
            "what did not happen. Restore the file from a copy."
        )
    _check_turn(record, turn)
    annotate(path, record.header.session, make(stamp(utc_now())))
    click.echo(f"Added to {path.name}.")
    return 0


def _check_turn(record: SessionRecord, turn: int | None) -> None:
    if turn is not None and turn > len(record.actions):
        raise click.UsageError(f"There is no turn {turn}: this call has {len(record.actions)}.")
