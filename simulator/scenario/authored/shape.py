"""What kind of value stands where in a file, so that the reader takes words as words.

In a field of words `no`, `22:50` and `017` are what an author typed; in a number's place `017` is seventeen.
Shapes are derived from the authored models, so there is one description of the format.
"""

from __future__ import annotations

import types
import typing
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Annotated, Any, Literal

from pydantic import BaseModel

_NOTHING: Mapping[str, Shape] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Words:
    """Marks a field as words that people read or hear, where a cut or a stray quote must be noticed."""


@dataclass(frozen=True, slots=True)
class Shape:
    """What may stand at one place of a file.

    `written`: a scalar is taken as it is written. `words`: and it is prose for people. `keys` are the shapes
    under known keys, `each` the shape under any id, `items` that of a list's entries. `about` is what the
    format says of the key.
    """

    written: bool = False
    words: bool = False
    keys: Mapping[str, Shape] = field(default_factory=lambda: _NOTHING)
    each: Shape | None = None
    items: Shape | None = None
    about: str = ""

    def under(self, key: str) -> Shape:
        """The shape of the value at `key`; where none is known, the core rules of YAML 1.2 apply."""
        return self.keys.get(key) or self.each or ANYTHING

    def within(self) -> Shape:
        """The shape of an entry of a list that stands here."""
        return self.items or ANYTHING

    def joined(self, other: Shape) -> Shape:
        """The shape of a place where either of two kinds may stand."""
        return Shape(
            self.written or other.written,
            self.words or other.words,
            MappingProxyType({**self.keys, **other.keys}),
            self.each or other.each,
            self.items or other.items,
        )


ANYTHING = Shape()
WRITTEN = Shape(written=True)
WORDS = Shape(written=True, words=True)


def shape_of(annotation: Any) -> Shape:
    """The shape a pydantic model, or the annotation of one of its fields, describes."""
    origin = typing.get_origin(annotation)
    if origin is Annotated:
        inner, *marks = typing.get_args(annotation)
        shape = shape_of(inner)
        if any(isinstance(mark, Words) or mark is Words for mark in marks):
            shape = replace(shape, written=True, words=True)
        return shape
    if origin is typing.Union or origin is types.UnionType:
        return _union(typing.get_args(annotation))
    if origin is dict:
        return Shape(each=shape_of(typing.get_args(annotation)[1]))
    if origin is list:
        return Shape(items=shape_of(typing.get_args(annotation)[0]))
    if annotation is str:
        return WRITTEN
    if origin is Literal:
        return WRITTEN if all(isinstance(each, str) for each in typing.get_args(annotation)) else ANYTHING
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        keys = {info.alias or name: _field_shape(info) for name, info in annotation.model_fields.items()}
        return Shape(keys=MappingProxyType(keys))
    return ANYTHING


def _field_shape(info: Any) -> Shape:
    marked = Annotated[(info.annotation, *info.metadata)] if info.metadata else info.annotation
    return replace(shape_of(marked), about=info.description or "")


def _union(options: tuple[Any, ...]) -> Shape:
    """A place where a number or a flag may stand beside words is read by the core rules."""
    shapes = [shape_of(option) for option in options if option is not type(None)]
    joined = shapes[0]
    for shape in shapes[1:]:
        joined = joined.joined(shape)
    if any(_bare(option) in (bool, int, float) for option in options) and joined.written and not joined.words:
        return replace(joined, written=False)
    return joined


def _bare(annotation: Any) -> Any:
    while typing.get_origin(annotation) is Annotated:
        annotation = typing.get_args(annotation)[0]
    return annotation
