"""A reader's settings, kept as JSON. A file that is broken or cannot be written never stops anybody."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any

from simulator.ui.theme import TEXT_SIZES

FILE_NAME = "settings.json"
MAX_BYTES = 100_000


@dataclass(frozen=True, slots=True)
class Settings:
    """What a person set. `one_key` says a line at once by its number; `untimed` takes timers away;
    `how_seen` is set once *How this works* has been read; with `own_view_first` a debrief begins with the trainee's
    own view, with `work_out_costs` it tells what each decision cost; `keys` are the changed keys (see `key_map`)."""

    academy_id: str = ""
    one_key: bool = False
    text_size: int = 100
    reduced_motion: bool = False
    high_contrast: bool = False
    untimed: bool = False
    fullscreen: bool = False
    how_seen: bool = False
    own_view_first: bool = True
    work_out_costs: bool = True
    keys: tuple[tuple[str, str], ...] = ()


def default_folder() -> Path:
    """Where settings are kept when no folder is named."""
    from platformdirs import user_config_path

    return user_config_path("deescalation-simulator", appauthor=False)


def academy_id_fault(written: str, a: str = "a trainee") -> str:
    """What is wrong with an academy id of `a`, in plain words; "" for a good one, or for none."""
    from simulator.records.problem import RecordsProblem
    from simulator.records.trainee import trainee_id

    try:
        trainee_id(written, a)
    except RecordsProblem as problem:
        return str(problem)
    return ""


def load_settings(path: Path) -> tuple[Settings, str]:
    """The settings of a file, and a note in plain words if not all of it could be used."""
    from simulator.records.disk import read_whole

    try:
        if path.stat().st_size > MAX_BYTES:
            return Settings(), f"{path} is too large for settings; the usual ones are used."
        found = json.loads(read_whole(path).decode("utf-8"))
    except FileNotFoundError:
        return Settings(), ""
    except (OSError, ValueError, RecursionError):
        return Settings(), f"Your settings in {path} could not be read; the usual ones are used. Saving mends the file."
    if not isinstance(found, dict):
        return Settings(), f"{path} does not hold settings; the usual ones are used. Saving mends the file."
    return _from_row(found)


def _from_row(row: dict[str, Any]) -> tuple[Settings, str]:
    settings, spoilt = Settings(), []
    for field in fields(Settings):
        if field.name not in row:
            continue
        value = row[field.name]
        if field.name == "keys":
            from simulator.ui.key_map import read_changes

            # JSON knows lists only; what is no list of keys is told as spoilt like any other.
            changes = read_changes(value)
            value = value if changes is None else changes
        sound = type(value) is type(getattr(settings, field.name))
        if field.name == "text_size":
            sound = sound and value in TEXT_SIZES
        elif field.name == "academy_id":
            sound = sound and academy_id_fault(value) == ""
        if sound:
            settings = replace(settings, **{field.name: value})
        else:
            spoilt.append(field.name.replace("_", " "))
    note = f"These settings could not be read and are as usual again: {', '.join(spoilt)}." if spoilt else ""
    return settings, note


def save_settings(path: Path, settings: Settings) -> str:
    """Keep the settings; gives a note in plain words if that was not possible."""
    beside = path.with_name(path.name + ".new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        beside.write_text(json.dumps(asdict(settings), indent=2) + "\n", encoding="utf-8")
        beside.replace(path)
    except OSError as error:
        why = error.strerror or "it cannot be written"
        return f"Your settings hold until you close the window, but were not kept in {path}: {why}."
    return ""
