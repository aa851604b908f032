"""A drawing: shapes, gradients and ink lines gathered as SVG text and turned into pixels.

Only what the vector renderer behind pygame really draws is offered: paths, opacity, and gradients in user space. It
knows no clip, mask or filter and ignores them silently, so none is written here.
"""

from __future__ import annotations

import io
import math
from collections.abc import Sequence

import numpy as np
import pygame

from simulator.ui.background import give_way
from simulator.ui.characters.contours import Points, directions, ellipse

Stops = Sequence[tuple[float, str, float]]
"""Gradient stops: place (0 to 1), colour, opacity (0 to 1)."""

Extents = tuple[Points, Points, Points]
"""Heights with the left and right edges there, as `contours.extents` gives them."""


def path_data(points: Points, closed: bool = True) -> str:
    """Points as SVG path data, one decimal."""
    give_way()
    pairs = ("%.1f %.1fL" * len(points)) % tuple(points.ravel().tolist())
    return "M" + pairs[:-1] + ("Z" if closed else "")


class Drawing:
    """One picture in the making, back to front, in its own units.

    `flat` leaves out every soft shade (`shade`, `spot`): the high-contrast mode. `within` keeps soft spots inside a
    shape while that shape is being shaded.
    """

    def __init__(self, flat: bool = False) -> None:
        self.flat = flat
        self.within: Extents | None = None
        self._elements: list[str] = []
        self._gradients: list[str] = []

    def fill(self, contour: Points, paint: str, opacity: float = 1.0) -> None:
        """Fill a closed contour with a colour or a gradient."""
        alpha = "" if opacity >= 1 else f' fill-opacity="{opacity:.3f}"'
        self._elements.append(f'<path d="{path_data(contour)}" fill="{paint}"{alpha}/>')

    def line(self, points: Points, colour: str, width: float, opacity: float = 1.0, closed: bool = False) -> None:
        """A stroke of constant width with round ends."""
        alpha = "" if opacity >= 1 else f' stroke-opacity="{opacity:.3f}"'
        self._elements.append(
            f'<path d="{path_data(points, closed)}" fill="none" stroke="{colour}" stroke-width="{width:.2f}" '
            f'stroke-linecap="round" stroke-linejoin="round"{alpha}/>'
        )

    def ink(self, points: Points, colour: str, start: float, middle: float, end: float, opacity: float = 1.0) -> None:
        """A drawn line of varying width along an open curve: folds, lids, wrinkles, strands of hair."""
        heading = directions(points)
        normal = np.stack([-heading[:, 1], heading[:, 0]], 1)
        share = np.linspace(0, 1, len(points))
        swell = np.sin(share * math.pi)
        width = np.where(share < 0.5, start + (middle - start) * swell, end + (middle - end) * swell) / 2
        offset = normal * width[:, None]
        self.fill(np.concatenate([points + offset, (points - offset)[::-1]]), colour, opacity)

    def linear(self, x1: float, y1: float, x2: float, y2: float, stops: Stops) -> str:
        """A linear gradient from (x1, y1) to (x2, y2), as a paint for `fill`."""
        name = f"g{len(self._gradients) + 1}"
        self._gradients.append(
            f'<linearGradient id="{name}" gradientUnits="userSpaceOnUse" x1="{x1:.1f}" y1="{y1:.1f}" '
            f'x2="{x2:.1f}" y2="{y2:.1f}">{_stops(stops)}</linearGradient>'
        )
        return f"url(#{name})"

    def radial(self, x: float, y: float, rx: float, ry: float, stops: Stops, degrees: float = 0.0) -> str:
        """An elliptical gradient round (x, y), as a paint for `fill`."""
        name = f"g{len(self._gradients) + 1}"
        self._gradients.append(
            f'<radialGradient id="{name}" gradientUnits="userSpaceOnUse" cx="0" cy="0" r="{rx:.2f}" '
            f'gradientTransform="translate({x:.1f} {y:.1f}) rotate({degrees:.1f}) scale(1.000 {ry / rx:.3f})">'
            f"{_stops(stops)}</radialGradient>"
        )
        return f"url(#{name})"

    def shade(self, contour: Points, x1: float, y1: float, x2: float, y2: float, stops: Stops) -> str:
        """Fill a contour again with a fading gradient: the light on a form. Returns the paint, to share it."""
        if self.flat:
            return ""
        paint = self.linear(x1, y1, x2, y2, stops)
        self.fill(contour, paint)
        return paint

    def shade_with(self, contour: Points, paint: str) -> None:
        """Shade a second contour with the very paint of another, so that no seam shows between them."""
        if paint and not self.flat:
            self.fill(contour, paint)

    def spot(
        self,
        x: float,
        y: float,
        rx: float,
        ry: float,
        colour: str,
        opacity: float,
        degrees: float = 0.0,
        core: float = 0.45,
    ) -> None:
        """A soft blot, densest in the middle (`core` is where it falls to about half): the only blur there is."""
        if self.flat:
            return
        stops = [(0.0, colour, opacity), (core, colour, opacity * 0.55), (1.0, colour, 0.0)]
        shape = ellipse(x, y, rx, ry, degrees)
        if self.within is not None:
            heights, left, right = self.within
            shape[:, 1] = np.clip(shape[:, 1], heights[0], heights[-1])
            shape[:, 0] = np.clip(
                shape[:, 0], np.interp(shape[:, 1], heights, left), np.interp(shape[:, 1], heights, right)
            )
        self.fill(shape, self.radial(x, y, rx, ry, stops, degrees))

    def dot(self, x: float, y: float, radius: float, colour: str, opacity: float = 1.0) -> None:
        """A hard round dot."""
        self._elements.append(
            f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius:.2f}" fill="{colour}" fill-opacity="{opacity:.2f}"/>'
        )

    def begin(self, transform: str) -> None:
        """Start a group drawn under an SVG transform; `end` closes it."""
        self._elements.append(f'<g transform="{transform}">')

    def end(self) -> None:
        """Close the group that `begin` started."""
        self._elements.append("</g>")

    def svg(self, size: tuple[int, int], view: tuple[float, float, float, float]) -> str:
        """The drawing as SVG text: `view` (x, y, width, height in units) shown at `size` pixels."""
        box = " ".join(f"{v:.3f}" for v in view)
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{size[0]}" height="{size[1]}" viewBox="{box}">'
            f"<defs>{''.join(self._gradients)}</defs>{''.join(self._elements)}</svg>"
        )

    def raster(self, size: tuple[int, int], view: tuple[float, float, float, float]) -> pygame.Surface:
        """The drawing as pixels with alpha."""
        return pygame.image.load_sized_svg(io.BytesIO(self.svg(size, view).encode()), size)


def _stops(stops: Stops) -> str:
    return "".join(
        f'<stop offset="{place:.3f}" stop-color="{colour}" stop-opacity="{opacity:.3f}"/>'
        for place, colour, opacity in stops
    )
