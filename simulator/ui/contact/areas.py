"""Where things stand during a call: the person in the middle, words left, facts right, choices below.

No words ever lie over the person's face, and none of the columns over their hands: the person stands in the middle of
what the columns leave free, and the picture is so high that hands held up or before the body end above the choices.
Only an arm that hangs at rest runs out of the picture at its lower edge.
"""

from __future__ import annotations

from dataclasses import dataclass

import pygame

from simulator.ui.layout import inset
from simulator.ui.theme import Theme

_HANDS_END = 0.76
"""Hands held before the body end above this share of the picture's height."""
_HANDS_END_LOW = 0.68
"""The same where large letters leave a low picture: the face must stay large enough to be read."""


@dataclass(frozen=True, slots=True)
class Areas:
    """Boxes in window pixels. `facts` is None where large letters leave no room for a third column; `strip` is the
    row of time, distance and help that then takes its place (None otherwise)."""

    picture: pygame.Rect
    focus_x: float
    words: pygame.Rect
    facts: pygame.Rect | None
    strip: pygame.Rect | None
    choices: pygame.Rect


def areas(window: pygame.Rect, theme: Theme) -> Areas:
    """The places for a window and a theme."""
    margin = theme.space(2.5)
    row = theme.row()
    # A timer, five lines, the row of hints, the row of acts.
    needed = round(5 * (row + theme.space(1)) + 2 * theme.row("small") + theme.control() + theme.space(7.5))
    height = min(needed, round(window.height * (0.56 if theme.large else 0.44)))
    choices = pygame.Rect(window.x, window.bottom - height, window.width, height)
    top = choices.y
    roomy = not theme.large and window.width >= 46 * theme.letters("body")
    strip = None
    if not roomy:
        strip = pygame.Rect(window.x, window.y, window.width, theme.control() + theme.space(1.5))
    above = strip.bottom if strip is not None else window.y
    share = 0.27 if roomy else 0.44
    left = pygame.Rect(window.x, above, round(window.width * share), top - above)
    words = inset(left, margin)
    picture_height = round((top - above) / (_HANDS_END if roomy else _HANDS_END_LOW))
    if not roomy:
        # The picture takes what the words leave, whole: whoever else is in it stands where their place draws them.
        picture = pygame.Rect(words.right, above, window.right - words.right, picture_height)
        return Areas(picture, 0.5, words, None, strip, choices)
    wide = round(window.width * 0.24)
    facts = inset(pygame.Rect(window.right - wide, above, wide, top - above), margin)
    picture = pygame.Rect(window.x, above, window.width, min(window.height, picture_height))
    focus = ((left.right + facts.left) / 2 - window.x) / window.width
    return Areas(picture, round(focus, 3), words, facts, None, choices)
