"""The canvas: what scenes and widgets draw on. It knows the theme and the letters, and remembers every text drawn.

The record of drawn texts is what a test reads to find words that are cut off or lie on one another.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Literal

import pygame

from simulator.ui.input_names import InputNames
from simulator.ui.text import Block, Run, Typesetter
from simulator.ui.theme import Colour, Palette, Size, Theme, Weight

Align = Literal["left", "centre", "right"]


@dataclass(frozen=True, slots=True)
class DrawnText:
    """A text of this frame: its words, where its letters stand, the box it was given, what of it is seen.

    `layer` counts the veils drawn before it: a text under a veil is covered on purpose. `scrolls` is set inside
    a scroll area, where a part may wait outside. `row` is the height of one of its rows.
    """

    words: str
    letters: pygame.Rect
    box: pygame.Rect
    clip: pygame.Rect
    layer: int
    scrolls: bool
    row: int

    @property
    def fits(self) -> bool:
        """Whether every letter stands inside its box, and in sight unless it scrolls."""
        return self.box.contains(self.letters) and (self.scrolls or self.clip.contains(self.letters))


class Canvas:
    """A surface with a theme, drawn anew each frame."""

    def __init__(self, surface: pygame.Surface, type_: Typesetter) -> None:
        self.surface = surface
        self.type = type_
        self.texts: list[DrawnText] = []
        self.layer = 0
        self.pointer = (-1, -1)
        self.names = InputNames()
        """What keys are called, for what the reader used last."""
        self._scrolling = False

    @property
    def theme(self) -> Theme:
        """The theme that lengths come from."""
        return self.type.theme

    @property
    def palette(self) -> Palette:
        """The theme's colours."""
        return self.type.theme.palette

    @property
    def rect(self) -> pygame.Rect:
        """The whole window."""
        return self.surface.get_rect()

    def begin(self, *, clear: bool = True) -> None:
        """Start a frame: an empty record, and an empty window unless the scene fills it."""
        self.texts.clear()
        self.layer = 0
        if clear:
            self.surface.fill(self.palette.ground)

    def block(
        self,
        words: str | tuple[Run, ...],
        width: int,
        size: Size = "body",
        weight: Weight = "regular",
        colour: Colour | None = None,
    ) -> Block:
        """Words broken to a width, to be measured or drawn."""
        runs = words if isinstance(words, tuple) else (Run(words, weight, colour or self.palette.text),)
        return self.type.block(runs, size, max(1, width))

    def text(
        self,
        words: str | tuple[Run, ...],
        box: pygame.Rect,
        size: Size = "body",
        weight: Weight = "regular",
        colour: Colour | None = None,
        align: Align = "left",
        middle: bool = False,
    ) -> pygame.Rect:
        """Draw words into a box, broken to its width; gives the place of the letters.

        `middle` centres them upright. What does not fit is drawn all the same, and is a fault the record shows.
        """
        block = self.block(words, box.width, size, weight, colour)
        top = box.y + (max(0, box.height - block.height) // 2 if middle else 0)
        left = box.x
        if align == "centre":
            left += (box.width - block.width) // 2
        elif align == "right":
            left += box.width - block.width
        letters = pygame.Rect(left, top, block.width, block.height)
        said = words if isinstance(words, str) else "".join(run.words for run in words)
        clip = self.surface.get_clip()
        if said.strip():
            self.texts.append(DrawnText(said, letters, box.copy(), clip, self.layer, self._scrolling, block.row_height))
        if letters.colliderect(clip):
            if align == "left" or len(block.rows) == 1:
                self.type.draw(self.surface, block, left, top)
            else:
                self._draw_aligned(block, box, top, align)
        return letters

    def _draw_aligned(self, block: Block, box: pygame.Rect, top: int, align: Align) -> None:
        for place, (row, width) in enumerate(zip(block.rows, block.widths, strict=True)):
            spare = box.width - width
            left = box.x + (spare // 2 if align == "centre" else spare)
            one = Block((row,), (width,), block.row_height, block.size)
            self.type.draw(self.surface, one, left, top + place * block.row_height)

    def fill(self, rect: pygame.Rect, shade: Colour, *, rounded: bool = True) -> None:
        """A filled box."""
        pygame.draw.rect(self.surface, shade, rect, border_radius=self.theme.radius if rounded else 0)

    def outline(self, rect: pygame.Rect, shade: Colour, width: int | None = None) -> None:
        """A box's outline."""
        pygame.draw.rect(self.surface, shade, rect, width or self.theme.stroke, border_radius=self.theme.radius)

    def ring(self, rect: pygame.Rect) -> None:
        """The ring round what the keys reach."""
        gap = max(2, self.theme.space(0.375))
        around = rect.inflate(2 * gap, 2 * gap).clip(self.rect)
        pygame.draw.rect(
            self.surface, self.palette.focus, around, max(2, round(2.5 * self.theme.scale)), self.theme.radius + gap
        )

    def rule(self, left: int, right: int, y: int) -> None:
        """A thin line that only decorates."""
        pygame.draw.line(self.surface, self.palette.hair, (left, y), (right, y), 1)

    def veil(self) -> None:
        """Cover everything drawn so far, for something that stands over it."""
        self.layer += 1
        cover = pygame.Surface(self.surface.get_size())
        cover.fill(self.palette.ground)
        cover.set_alpha(self.palette.veil)
        self.surface.blit(cover, (0, 0))

    @contextmanager
    def clipped(self, rect: pygame.Rect, *, scrolls: bool = False) -> Iterator[None]:
        """Draw only inside a box. `scrolls` tells that what lies outside can be scrolled to."""
        before, was = self.surface.get_clip(), self._scrolling
        self.surface.set_clip(rect.clip(before))
        self._scrolling = was or scrolls
        try:
            yield
        finally:
            self.surface.set_clip(before)
            self._scrolling = was
