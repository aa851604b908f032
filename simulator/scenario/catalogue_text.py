"""From the text of a catalogue file to checked rows, with faults in plain words that name file and entry."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from hashlib import sha256
from typing import Any, TypeVar

import yaml
from pydantic import ValidationError
from pydantic_core import ErrorDetails

from simulator.scenario.catalogue_rows import CatalogueFile

Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

MAX_CHARACTERS = 2_000_000
MAX_DEPTH = 20

File = TypeVar("File", bound=CatalogueFile)


@dataclass(frozen=True, slots=True)
class CatalogueFault:
    """One mistake: the file, the entry in it (`techniques.mirror.skill`, empty for the whole file), the words."""

    file: str
    entry: str
    message: str

    def __str__(self) -> str:
        return ": ".join(part for part in (self.file, self.entry, self.message) if part)


class CatalogueError(ValueError):
    """Catalogue files that cannot be used; `faults` holds every mistake found, each naming file and entry."""

    def __init__(self, faults: Iterable[CatalogueFault]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(str(fault) for fault in self.faults))


def digest(text: str) -> str:
    """The sha256 of a text, the same whatever line ends a machine or an editor gave it."""
    return sha256(text.replace("\r\n", "\n").replace("\r", "\n").encode("utf-8", "surrogatepass")).hexdigest()


def read_rows(file: str, text: str, model: type[File]) -> File:
    """The rows of one catalogue file.

    Raises CatalogueError with every fault of the file: not YAML, an entry twice, an unknown key, a wrong value.
    """
    tree = _tree(file, text)
    if not isinstance(tree, dict):
        raise CatalogueError([CatalogueFault(file, "", "the file must begin with keys, such as `version: 1`")])
    try:
        return model.model_validate(tree)
    except ValidationError as error:
        raise CatalogueError(_fault(file, details) for details in error.errors()) from None


def nearest(name: str, names: Iterable[str]) -> str:
    """A tail for a message about an unknown name: the likeliest one meant, or the names there are."""
    known = list(names)
    close = get_close_matches(name, known, 1)
    if close:
        return f"did you mean `{close[0]}`?"
    return "it can be " + ", ".join(known) if len(known) <= 12 else "no name here is like it"


def _tree(file: str, text: str) -> object:
    if len(text) > MAX_CHARACTERS:
        limit = f"{MAX_CHARACTERS:,}"
        raise CatalogueError([CatalogueFault(file, "", f"the file is longer than {limit} characters; shorten it")])
    loader = None
    try:
        loader = Loader(text)
        node = loader.get_single_node()
        if node is None:
            raise CatalogueError([CatalogueFault(file, "", "the file is empty; put the shipped one back")])
        faults = _structure_faults(file, node)
        if faults:
            raise CatalogueError(faults)
        value: object = loader.construct_document(node)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        where = f"line {mark.line + 1}, column {mark.column + 1}" if mark else ""
        message = f"this is not YAML that can be read ({error.problem}); look at quotes and indentation there"
        raise CatalogueError([CatalogueFault(file, where, message)]) from None
    except (yaml.YAMLError, ValueError, RecursionError, OverflowError) as error:
        if isinstance(error, CatalogueError):
            raise
        message = "this is not a text that can be read as YAML; save it as plain UTF-8 text"
        raise CatalogueError([CatalogueFault(file, "", message)]) from None
    finally:
        if loader is not None:
            loader.dispose()
    return value


def _structure_faults(file: str, root: yaml.Node) -> list[CatalogueFault]:
    """Entries written twice, shared parts (anchors) and too deep nesting, which PyYAML accepts silently."""
    faults: list[CatalogueFault] = []
    seen: set[int] = set()
    stack: list[tuple[yaml.Node, str, int]] = [(root, "", 1)]
    while stack:
        node, entry, depth = stack.pop()
        if id(node) in seen:
            message = "shared parts (`&name` and `*name`) are not used in catalogues; write it out"
            faults.append(CatalogueFault(file, entry, message))
            continue
        seen.add(id(node))
        if depth > MAX_DEPTH:
            return [CatalogueFault(file, entry, f"nested more than {MAX_DEPTH} levels deep")]
        if isinstance(node, yaml.MappingNode):
            lines: dict[str, int] = {}
            for key, value in node.value:
                name = str(key.value) if isinstance(key, yaml.ScalarNode) else "?"
                path = f"{entry}.{name}" if entry else name
                line = key.start_mark.line + 1
                if name in lines:
                    message = f"written twice, on lines {lines[name]} and {line}; keep one"
                    faults.append(CatalogueFault(file, path, message))
                lines[name] = line
                if not isinstance(key, yaml.ScalarNode):
                    faults.append(CatalogueFault(file, path, f"a key on line {line} is not a plain word"))
                stack.append((value, path, depth + 1))
        elif isinstance(node, yaml.SequenceNode):
            stack.extend((item, f"{entry}.{n}", depth + 1) for n, item in enumerate(node.value, 1))
    return faults


def _fault(file: str, details: ErrorDetails) -> CatalogueFault:
    """A fault in our words for one of pydantic's; positions in lists count from 1."""
    steps = [step for step in details["loc"] if step not in ("[key]", "bool")]
    entry = ".".join(str(step + 1) if isinstance(step, int) else step for step in steps)
    kind, context = details["type"], details.get("ctx", {})
    given = details.get("input")
    shown = f" (it is {given!r})" if isinstance(given, str | int | float) and len(str(given)) < 60 else ""
    if kind == "missing":
        message = "is missing; every entry here needs it"
    elif kind == "extra_forbidden":
        message = "is not a key that is known here; correct its spelling or take it out"
    elif kind == "literal_error":
        message = f"must be {context.get('expected', 'one of the known words')}{shown}"
    elif kind == "string_type":
        message = f'must be words; put them in "…"{shown}'
    elif kind == "string_pattern_mismatch":
        message = f"must be a name of small letters, digits and _, beginning with a letter{shown}"
    elif kind in ("bool_type", "bool_parsing"):
        message = f"must be true or false{shown}"
    elif kind.startswith(("decimal", "int", "greater_than", "less_than", "finite")):
        message = f"must be a number: {details['msg'][0].lower()}{details['msg'][1:]}{shown}"
    elif kind in ("tuple_type", "list_type"):
        message = f"must be a list, such as [one, two]{shown}"
    elif kind in ("mapping_type", "dict_type", "model_type", "model_attributes_type"):
        message = f"must hold keys with values under it{shown}"
    elif kind in ("too_short", "string_too_short"):
        message = "holds too little; it needs " + (
            f"{context['min_length']} or more" if "min_length" in context else "more"
        )
    else:
        message = f"{details['msg'][0].lower()}{details['msg'][1:]}{shown}"
    return CatalogueFault(file, entry, message)
