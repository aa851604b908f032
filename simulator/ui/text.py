"""Words on screen: breaking them into rows, measuring them, drawing them from a cache.

A text is a row of *runs*: pieces of words in one weight and colour. A stage direction in brackets is a run of its
own, so that what is done looks different from what is said, by slant as well as by colour.
"""

from __future__ import annotations

import re
from collections import OrderedDict
from dataclasses import dataclass, replace
from functools import lru_cache

import pygame

from simulator.ui.fonts import Faces, best_faces, open_font
from simulator.ui.theme import Colour, Size, Theme, Weight

MAX_CACHED_BYTES = 24_000_000
_DIRECTION = re.compile(r"\([^()]*\)")


@dataclass(frozen=True, slots=True)
class Run:
    """Words in one weight and colour."""

    words: str
    weight: Weight
    colour: Colour


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a run as it stands in a row: `x` is pixels from the row's left edge."""

    words: str
    weight: Weight
    colour: Colour
    x: int


@dataclass(frozen=True, slots=True)
class Block:
    """Runs broken into rows of at most a width; `width` is that of the widest row."""

    rows: tuple[tuple[Piece, ...], ...]
    widths: tuple[int, ...]
    row_height: int
    size: Size

    @property
    def width(self) -> int:
        """Pixels of the widest row."""
        return max(self.widths, default=0)

    @property
    def height(self) -> int:
        """Pixels of all rows."""
        return len(self.rows) * self.row_height


def speech_runs(words: str, said: Colour, done: Colour) -> tuple[Run, ...]:
    """What a person says and does: stage directions, in brackets, apart from the words said."""
    runs: list[Run] = []
    place = 0
    for found in _DIRECTION.finditer(words):
        if before := words[place : found.start()]:
            runs.append(Run(before, "regular", said))
        runs.append(Run(found.group(), "italic", done))
        place = found.end()
    if rest := words[place:]:
        runs.append(Run(rest, "regular", said))
    return tuple(runs)


class Typesetter:
    """Breaks and draws words under one theme. Rendered words are kept, least used dropped first."""

    def __init__(self, theme: Theme, faces: Faces | None = None) -> None:
        self.theme = theme
        self.faces = faces or best_faces()
        self._fonts: dict[tuple[int, str], pygame.font.Font] = {}
        self._pictures: OrderedDict[tuple[str, Weight, int, Colour], pygame.Surface] = OrderedDict()
        self._bytes = 0
        self.block = lru_cache(maxsize=1500)(self._block)

    def font(self, size: Size, weight: Weight = "regular") -> pygame.font.Font:
        """The font of a size and weight."""
        pixels = self.theme.letters(size)
        key = (pixels, weight)
        if key not in self._fonts:
            self._fonts[key] = open_font(self.faces, weight, pixels)
        return self._fonts[key]

    def width(self, words: str, size: Size, weight: Weight = "regular") -> int:
        """Pixels that words take in one row."""
        return self.font(size, weight).size(words)[0]

    def _block(self, runs: tuple[Run, ...], size: Size, width: int) -> Block:
        """The runs broken into rows of at most `width` pixels. A word wider than that is broken itself."""
        rows: list[tuple[Piece, ...]] = []
        widths: list[int] = []
        row: list[Piece] = []
        x = 0

        def end_row() -> None:
            nonlocal row, x
            if row:
                row[-1] = replace(row[-1], words=row[-1].words.rstrip())
            rows.append(tuple(piece for piece in row if piece.words))
            last = row[-1] if row else None
            widths.append(last.x + self.width(last.words, size, last.weight) if last else 0)
            row, x = [], 0

        def with_row(word: str, run: Run) -> Piece:
            """A word as it would stand in the row: joined to what stands before it in the same weight and colour, for
            fewer pictures and kerning across words. Widths of single words do not add up to that of the whole."""
            last = row[-1] if row else None
            if last is not None and (last.weight, last.colour) == (run.weight, run.colour):
                return replace(last, words=last.words + word)
            return Piece(word, run.weight, run.colour, x)

        def end_of(piece: Piece) -> int:
            return piece.x + self.width(piece.words, size, piece.weight)

        def add(piece: Piece) -> None:
            nonlocal x
            if row and row[-1].x == piece.x:
                row.pop()
            row.append(piece)
            x = end_of(piece)

        for run in runs:
            for place, paragraph in enumerate(run.words.split("\n")):
                if place:
                    end_row()
                for word in _words(paragraph):
                    if row and end_of(with_row(word.rstrip(), run)) > width:
                        end_row()
                        word = word.lstrip()
                        if not word:
                            continue
                    while self.width(word.rstrip(), size, run.weight) > width and len(word.rstrip()) > 1:
                        head = self._fitting(word, size, run.weight, width)
                        add(with_row(word[:head], run))
                        end_row()
                        word = word[head:]
                    add(with_row(word, run))
        if row or not rows:
            end_row()
        return Block(tuple(rows), tuple(widths), self.theme.row(size), size)

    def _fitting(self, word: str, size: Size, weight: Weight, width: int) -> int:
        """How many letters of a word fit; at least one."""
        count = 1
        while count < len(word) and self.width(word[: count + 1], size, weight) <= width:
            count += 1
        return count

    def picture(self, words: str, size: Size, weight: Weight, colour: Colour) -> pygame.Surface:
        """Rendered words."""
        key = (words, weight, self.theme.letters(size), colour)
        found = self._pictures.get(key)
        if found is not None:
            self._pictures.move_to_end(key)
            return found
        made = self.font(size, weight).render(words, True, colour)
        self._pictures[key] = made
        self._bytes += made.get_width() * made.get_height() * 4
        while self._bytes > MAX_CACHED_BYTES and len(self._pictures) > 1:
            _, dropped = self._pictures.popitem(last=False)
            self._bytes -= dropped.get_width() * dropped.get_height() * 4
        return made

    def draw(self, surface: pygame.Surface, block: Block, left: int, top: int) -> None:
        """Draw a block with its upper left corner at a place."""
        y = top
        for row in block.rows:
            for piece in row:
                picture = self.picture(piece.words, block.size, piece.weight, piece.colour)
                surface.blit(picture, (left + piece.x, y + (block.row_height - picture.get_height()) // 2))
            y += block.row_height


def _words(paragraph: str) -> list[str]:
    """The words of a paragraph, each with the blanks after it."""
    return re.findall(r"\s*\S+\s?|\s+", paragraph)
