"""From the text of a catalogue file to checked rows, with problems that name file, line and entry."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, Generic, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from simulator.scenario.catalogue.rows import CatalogueFile, known_keys
from simulator.scenario.problem import Place, Problem, in_file_order, nearest
from simulator.scenario.reading.repair import read
from simulator.scenario.reading.tree import MapMark, Path, Tree

MAX_CHARACTERS = 2_000_000

File = TypeVar("File", bound=CatalogueFile)


class CatalogueError(ValueError):
    """Catalogue files that cannot be used; `problems` holds every fault found, each naming file and entry."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = in_file_order(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))


@dataclass(frozen=True, slots=True)
class ReadFile(Generic[File]):
    """A catalogue file that is sound by itself: its rows, and the tree that knows where each stands."""

    rows: File
    tree: Tree


def digest(text: str) -> str:
    """The sha256 of a text, the same whatever line ends a machine or an editor gave it."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    return sha256(plain.encode("utf-8", "surrogatepass")).hexdigest()


def whole_file(file: str, message: str, hint: str = "") -> Problem:
    """A fault of a file as a whole."""
    return Problem("error", "catalogue-file", Place(file), message, hint)


def entry_fault(tree: Tree, path: Path, message: str, hint: str = "", code: str = "catalogue-entry") -> Problem:
    """A fault of the entry at `path`; the message begins with the entry's name."""
    place = tree.place(path, key=True)
    return Problem("error", code, place, f"{spelled(path)}: {message}" if path else message, hint)


def spelled(path: Path) -> str:
    """A path as a person reads it, list entries counted from 1.

    >>> spelled(("skills", "listening", "good", 0))
    'skills.listening.good.1'
    """
    return ".".join(str(part + 1) if isinstance(part, int) else part for part in path)


def read_rows(file: str, text: str, model: type[File]) -> ReadFile[File]:
    """The rows of one catalogue file.

    Raises CatalogueError with every fault of the file: not YAML, an entry twice, an unknown key, a wrong
    value.
    """
    if len(text) > MAX_CHARACTERS:
        message = f"the file is longer than {MAX_CHARACTERS:,} characters"
        raise CatalogueError([whole_file(file, message, "shorten it, or put the shipped one back")])
    tree = read(text.replace("\r\n", "\n").replace("\r", "\n"), file)
    faults = [problem for problem in tree.problems if problem.severity == "error"]
    if not tree.complete:
        raise CatalogueError(faults)
    if not isinstance(tree.value, dict):
        hint = "copy the shipped file and change it"
        raise CatalogueError(faults or [whole_file(file, "there are no entries in this file", hint)])
    try:
        rows = model.model_validate(tree.value)
    except ValidationError as error:
        raise CatalogueError([*faults, *(_fault(tree, model, each) for each in error.errors())]) from None
    if faults:
        raise CatalogueError(faults)
    return ReadFile(rows, tree)


def _fault(tree: Tree, model: type[CatalogueFile], details: ErrorDetails) -> Problem:
    """One of pydantic's faults in our words."""
    path = _path_in(tree, details["loc"])
    kind = details["type"]
    context: dict[str, Any] = details.get("ctx", {})
    given = details.get("input")
    shown = f", not `{given}`" if isinstance(given, str | int | float) and 0 < len(str(given)) < 60 else ""
    hint = ""
    if kind == "missing":
        message, hint = "is missing", "every entry of this kind needs it"
    elif kind == "extra_forbidden":
        near = nearest(str(path[-1]), model.model_fields if len(path) == 1 else known_keys())
        message = "this key is not known here"
        hint = f"did you mean `{near}`?" if near else "correct its spelling or take it out"
    elif kind == "literal_error" and path == ("version",):
        message = f"must be 1{shown}"
        hint = "this program reads version 1 of the file; a file of a later version needs a newer program"
    elif kind == "literal_error":
        message = f"must be {context.get('expected', 'one of the known words')}{shown}"
    elif kind == "string_type":
        message, hint = f"must be words{shown}", 'put words in "…"'
    elif kind == "string_pattern_mismatch":
        message = f"must be a name{shown}"
        hint = "a name has small letters, digits and _, and begins with a letter"
    elif kind.startswith("bool"):
        message = f"must be true or false{shown}"
    elif kind.startswith(("decimal", "int", "greater_than", "less_than", "finite", "is_instance")):
        message = f"must be a number{shown}"
        hint = details["msg"]
    elif kind in ("tuple_type", "list_type"):
        message, hint = f"must be a list{shown}", "write it as [one, two]"
    elif kind in ("mapping_type", "dict_type", "model_type", "model_attributes_type"):
        message, hint = f"must hold keys with values{shown}", "write them below it, indented"
    elif kind in ("too_short", "string_too_short"):
        message = f"holds too little; it needs {context.get('min_length', 1)} or more"
    elif kind == "string_too_long":
        message = f"is longer than {context.get('max_length', 0)} characters"
    else:
        message = details["msg"]
    return entry_fault(tree, path, message, hint)


def _path_in(tree: Tree, location: Iterable[str | int]) -> Path:
    """The steps of a fault's place that the file knows, and the last one, which may be a missing key.

    Pydantic adds steps of its own (`[key]`, the member of a union) that no author wrote.
    """
    mark: Any = tree.mark
    path: list[str | int] = []
    for step in location:
        if isinstance(mark, MapMark):
            name = str(step)
            if name in ("[key]",):
                continue
            path.append(name)
            mark = mark.values.get(name)
        elif mark is not None and isinstance(step, int) and hasattr(mark, "items"):
            path.append(step)
            mark = mark.items[step] if step < len(mark.items) else None
    return tuple(path)
