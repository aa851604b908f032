"""From a tree to the authored models, with every misfit named at its place and mended in passing.

Misfits do not stop the pass: a key that is nearly right is read under its right name, a value that cannot
stand is left out, so that what hangs together with it is still checked.
"""

from __future__ import annotations

from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from simulator.scenario.authored.file import ScenarioFile
from simulator.scenario.authored.parts import is_id
from simulator.scenario.authored.shape import Shape, shape_of
from simulator.scenario.building.findings import UNKNOWN, Findings
from simulator.scenario.parts import NEEDS
from simulator.scenario.problem import did_you_mean, nearest
from simulator.scenario.reading.places import ListMark, MapMark, Path

FILE_SHAPE: Shape = shape_of(ScenarioFile)
"""What may stand where in a scenario file."""

_ROUNDS = 8
_SHOWN = 60

_WANTED = {
    "bool_type": "`true` or `false`",
    "dict_type": "keys with values",
    "float_type": "a number",
    "int_from_float": "a whole number",
    "int_type": "a whole number",
    "list_type": "a list such as `[one, two]`",
    "model_type": "keys with values",
    "string_type": "words",
}

_PATTERNS = {
    "version": ("three numbers", "write it as `1.0.0`"),
    "time": ("a time of day", "write hour and minute with two digits each: `06:10`, `22:50`"),
    "language": ("a language", "write it as `en`"),
}

_STAND_INS: dict[str, Any] = {
    "answers": {},
    "ask": "…",
    "briefing": {"dispatch": "…"},
    "cast": {"somebody": {"role": "subject"}},
    "dispatch": "…",
    "eta": 60.0,
    "expect": [],
    "format": 1,
    "label": "…",
    "levels": {"on": 0.0},
    "mark": "wrong",
    "nodes": {},
    "play": [],
    "r": 4,
    "role": "bystander",
    "say": "…",
    "setting": {"place": "…"},
    "title": "…",
    "value": 0.0,
    "why": "…",
}


def validate(findings: Findings) -> ScenarioFile | None:
    """The authored file in the tree of `findings`, mended where that is possible; None where it is not."""
    tree = findings.tree
    if not isinstance(tree.value, dict):
        findings.add(
            "type",
            (),
            "a scenario file consists of keys with values",
            "begin with `format: 1`, then `id:`, `title:` …",
        )
        return None
    dropped: set[Path] = set()
    for _ in range(_ROUNDS):
        try:
            return ScenarioFile.model_validate(tree.value)
        except ValidationError as error:
            misfits = error.errors(include_url=False, include_context=True, include_input=True)
        _mend(findings, misfits, dropped)
    return None


def _mend(findings: Findings, misfits: list[ErrorDetails], dropped: set[Path]) -> None:
    """Notes all misfits of a round and puts them right; what a mend moves out of reach comes back next round."""
    unknown: dict[Path, list[str]] = {}
    missing: dict[Path, list[str]] = {}
    others: list[tuple[Path, ErrorDetails]] = []
    for misfit in misfits:
        loc = misfit["loc"]
        if misfit["type"] == "extra_forbidden":
            unknown.setdefault(_path(loc[:-1]), []).append(str(loc[-1]))
        elif misfit["type"] == "missing":
            missing.setdefault(_path(loc[:-1]), []).append(str(loc[-1]))
        else:
            path = _path(loc)
            while path and not _exists(findings.tree.value, path):
                path = path[:-1]
            others.append((path, misfit))
    for entry, names in unknown.items():
        for name in names:
            if _exists(findings.tree.value, (*entry, name)):
                _unknown_key(findings, entry, name, missing.get(entry, []))
    for entry, names in missing.items():
        for name in names:
            if _exists(findings.tree.value, entry):
                if (*entry, name) not in dropped:
                    message = f"`{name}` is missing{_of(entry)}"
                    findings.add("missing-key", (*entry, name), message, _how(entry, name), key=True)
                _stand_in(findings, entry, name)
    for path, misfit in others:
        if misfit["type"] == "too_short" and findings.told(path):
            continue  # it stands in for what is missing
        if path not in dropped and _exists(findings.tree.value, path):
            _misfit(findings, path, misfit, dropped)


def _of(entry: Path) -> str:
    return f" in `{entry[-1]}`" if entry else ""


def _how(entry: Path, name: str) -> str:
    about = _shape_at((*entry, name)).about
    return f"add `{name}:` ({_gist(about)})" if about else f"add `{name}:`"


def _gist(about: str) -> str:
    """What the format says of a key, as the end of a hint."""
    return about.replace("\n", " ").rstrip(".")


def _path(loc: tuple[str | int, ...]) -> Path:
    """The path a location means: names of alternatives, which stand in no file, are left out."""
    return tuple(part for part in loc if not (isinstance(part, str) and part[:1] in "<[" and part[-1:] in ">]"))


def _unknown_key(findings: Findings, entry: Path, name: str, missing: list[str]) -> None:
    value = _get(findings.tree.value, entry)
    if findings.full:
        del value[name]
        return
    legal = _shape_at(entry).keys
    absent = [key for key in legal if key not in value]
    meant = nearest(name, missing) or nearest(name, absent)
    if meant is None:
        hint = did_you_mean(name, legal) if nearest(name, legal) else f"keys here: {', '.join(legal)}"
        if name in FILE_SHAPE.keys and entry:
            hint = f"`{name}` belongs to the whole file: move it to the left edge"
        findings.add("unknown-key", (*entry, name), f"`{name}` is not a key{_of(entry)}", hint, key=True)
        del value[name]
        return
    also = f"; `{meant}` is missing" if meant in missing else ""
    findings.add(
        "unknown-key",
        (*entry, name),
        f"`{name}` is not a key{_of(entry)}{also}",
        f"did you mean `{meant}`?",
        key=True,
    )
    _rename(findings, entry, name, meant)
    if meant in missing:
        missing.remove(meant)


def _misfit(findings: Findings, path: Path, misfit: ErrorDetails, dropped: set[Path]) -> None:
    kind = misfit["type"]
    if misfit["loc"][-1:] == ("[key]",):
        _bad_id(findings, path, dropped)
        return
    name = str(path[-1]) if path else "the file"
    if path and isinstance(path[-1], int):
        name = f"entry {path[-1] + 1} of {path[-2]}"
    value = _get(findings.tree.value, path)
    message, hint = _say(name, kind, misfit, value)
    code = "id-shape" if kind == "string_pattern_mismatch" and name not in _PATTERNS else "type"
    about = _gist(_shape_at(path).about)
    findings.add(code, path, message, hint or (f"what `{name}` tells: {about}" if about else ""))
    _put_right(findings, path, misfit, value)
    dropped.add(path)


def _put_right(findings: Findings, path: Path, misfit: ErrorDetails, value: Any) -> None:
    """Reads a value as what it was most likely meant to be, or leaves it out."""
    if path:
        holder = _get(findings.tree.value, path[:-1])
        near = nearest(str(value), _legal(misfit)) if misfit["type"] == "literal_error" else None
        if near is not None:
            holder[path[-1]] = near
            return
        most = misfit.get("ctx", {}).get("max_length")
        if misfit["type"] in ("too_long", "string_too_long") and isinstance(most, int):
            holder[path[-1]] = value[:most]
            return
    _drop(findings, path)


def _legal(misfit: ErrorDetails) -> list[str]:
    expected = str(misfit.get("ctx", {}).get("expected", ""))
    return [word.strip("' ") for word in expected.replace(" or ", ", ").split(",")]


def _say(name: str, kind: str, misfit: ErrorDetails, value: Any) -> tuple[str, str]:
    shown = _shown(value)
    context = misfit.get("ctx", {})
    if kind in _WANTED:
        hint = ""
        if kind == "bool_type" and str(value).lower() in ("yes", "on", "no", "off"):
            hint = f"write `{'true' if str(value).lower() in ('yes', 'on') else 'false'}`"
        if kind in ("dict_type", "model_type") and isinstance(value, str):
            hint = f"write the keys of `{name}` on the lines below, two spaces further in"
        return f"`{name}` wants {_WANTED[kind]}, not {shown}", hint
    if kind == "literal_error":
        legal = _legal(misfit)
        near = nearest(str(value), legal)
        listed = ", ".join(f"`{word}`" for word in legal)
        return f"{shown} is not a value of `{name}`", f"did you mean `{near}`?" if near else f"one of {listed}"
    if kind == "string_pattern_mismatch":
        if name in _PATTERNS:
            wanted, hint = _PATTERNS[name]
            return f"`{name}` wants {wanted}, not {shown}", hint
        slug = _slug(str(value))
        return (
            f"{shown} is not an id: small letters, digits and _ only, a letter first",
            f"write `{slug}`" if slug else "",
        )
    if kind in ("greater_than", "greater_than_equal", "less_than", "less_than_equal"):
        limit = next(iter(context.values()), "")
        words = {
            "greater_than": "more than",
            "greater_than_equal": "at least",
            "less_than": "less than",
            "less_than_equal": "at most",
        }[kind]
        return f"`{name}` must be {words} {limit:g}, and is {shown}", ""
    if kind == "too_long":
        most = context.get("max_length")
        return f"`{name}` holds {context.get('actual_length')} entries; {most} are the most", "keep the main ones"
    if kind in ("too_short", "string_too_short"):
        return f"`{name}` is empty", "write at least one entry"
    if kind == "string_too_long":
        return f"`{name}` is longer than {context.get('max_length')} characters", "shorten it"
    if kind == "finite_number":
        return f"`{name}` wants a number, not {shown}", ""
    if kind == "value_error":
        return f"`{name}` wants a length of time, not {shown}", str(context.get("error", ""))
    if kind in ("words", "target", "reply", "scalar", "variable"):
        return f"{misfit['msg']}, not {shown} (at `{name}`)", ""
    return f"`{name}` cannot be {shown}", misfit["msg"]


def _shown(value: Any) -> str:
    if isinstance(value, dict):
        return "a set of keys"
    if isinstance(value, list):
        return "a list"
    if isinstance(value, bool):
        return f"`{str(value).lower()}`"
    text = str(value)
    return f"`{text if len(text) <= _SHOWN else text[:_SHOWN] + '…'}`"


def _bad_id(findings: Findings, path: Path, dropped: set[Path]) -> None:
    name = str(path[-1])
    if path[-2:-1] == ("needs",):
        findings.known("need-unknown", path, name, NEEDS, "need", key=True)
    else:
        slug = _slug(name)
        findings.add(
            "id-shape",
            path,
            f"{_shown(name)} is not an id: small letters, digits and _ only, a letter first",
            f"write `{slug}`" if slug else "for example `ask_why`",
            key=True,
        )
        holder = _get(findings.tree.value, path[:-1])
        if slug and slug not in holder:
            _rename(findings, path[:-1], name, slug)
            return
    _drop(findings, path)
    dropped.add(path)


def _rename(findings: Findings, entry: Path, name: str, meant: str) -> None:
    """Reads a key under another name, with its place."""
    value = _get(findings.tree.value, entry)
    value[meant] = value.pop(name)
    mark = _mark(findings, entry)
    if mark is not None and name in mark.values:
        mark.keys[meant] = mark.keys[name]
        mark.values[meant] = mark.values[name]


def _slug(name: str) -> str:
    slug = "".join(char if char.isascii() and char.isalnum() else "_" for char in name.lower()).strip("_")
    while "__" in slug:
        slug = slug.replace("__", "_")
    slug = slug[:40].strip("_")
    return slug if is_id(slug) else ""


def _get(value: Any, path: Path) -> Any:
    for part in path:
        value = value[part]
    return value


def _exists(value: Any, path: Path) -> bool:
    try:
        _get(value, path)
    except (KeyError, IndexError, TypeError):
        return False
    return True


def _drop(findings: Findings, path: Path) -> None:
    """Leaves a value out. An entry of a list is replaced, so that the others keep their places."""
    if not path:
        findings.tree.value = {}
        return
    holder = _get(findings.tree.value, path[:-1])
    if isinstance(holder, dict):
        del holder[path[-1]]
    elif all(isinstance(entry, str) for entry in holder if entry is not holder[path[-1]]):
        holder[path[-1]] = UNKNOWN
    else:
        holder[path[-1]] = {"say": "…"}


def _stand_in(findings: Findings, entry: Path, name: str) -> None:
    holder = _get(findings.tree.value, entry)
    stand_in = _STAND_INS.get(name, UNKNOWN)
    if name == "kind":
        stand_in = "observation" if "prompts" in entry else "disengaged"
    elif name == "title" and not entry:
        stand_in = "…"
    holder[name] = stand_in.copy() if isinstance(stand_in, dict) else stand_in


def _shape_at(path: Path) -> Shape:
    shape = FILE_SHAPE
    for part in path:
        shape = shape.within() if isinstance(part, int) else shape.under(part)
    return shape


def _mark(findings: Findings, path: Path) -> MapMark | None:
    mark = findings.tree.mark
    for part in path:
        if isinstance(mark, MapMark):
            mark = mark.values.get(str(part))
        elif isinstance(mark, ListMark) and isinstance(part, int):
            mark = mark.items[part]
    return mark if isinstance(mark, MapMark) else None
