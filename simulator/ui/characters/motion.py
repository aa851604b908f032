"""Motion: how a person goes from one pose to the next, and the small life in between.

Movement is small and slow. A change of pose takes 350 to 500 ms, eased; a blink 140 ms; nothing bounces or shakes. In
recovery shoulders come down first, then hands, the face last.
"""

from __future__ import annotations

import math
import random
from collections.abc import Callable
from dataclasses import dataclass, replace

from simulator.ui.characters.contours import smooth
from simulator.ui.characters.expression import Expression
from simulator.ui.characters.pose import Pose

POSE_SECONDS = 0.45
"""A change of pose."""
RECOVERY_SECONDS = 1.0
"""A change of pose while tension falls after a height."""
REACTION_SECONDS = (0.16, 0.30)
"""Going into a reaction, and holding it."""
BLINK_SECONDS = 0.14
_STEP_SECONDS = 0.06


@dataclass(frozen=True)
class Beat:
    """One drawn moment of a movement: when it is due (seconds from its start), the pose, and the figure's size."""

    due: float
    pose: Pose
    scale: float


def _steps(start: Beat, end: Beat, seconds: float, recovering: bool, cut: bool) -> list[Beat]:
    if cut or seconds <= 0:
        return [Beat(start.due, end.pose, end.scale)]
    count = max(2, round(seconds / _STEP_SECONDS))
    beats = []
    for index in range(1, count + 1):
        share = index / count
        if recovering:
            shoulders, hands, face = smooth(share / 0.35), smooth(share / 0.65), smooth(share)
        else:
            shoulders = hands = face = smooth(share)
        pose = start.pose.mixed(end.pose, shoulders, hands, face)
        size = start.scale + (end.scale - start.scale) * _coarse(smooth(share))
        beats.append(Beat(start.due + seconds * share, pose, round(size, 4)))
    return beats


def _coarse(share: float) -> float:
    """Size changes in quarters: every size is drawn anew."""
    return 1.0 if share >= 1 else math.floor(share * 4) / 4


def movement(
    start: Pose,
    end: Pose,
    start_scale: float,
    end_scale: float,
    reaction: Pose | None = None,
    recovering: bool = False,
    cut: bool = False,
) -> list[Beat]:
    """The beats from one pose to another, by way of a reaction if there is one.

    With `cut` (reduced motion) the person is simply there.
    """
    if cut:
        return [Beat(0.0, end, end_scale)]
    now = Beat(0.0, start, start_scale)
    beats: list[Beat] = []
    if reaction is not None:
        into, hold = REACTION_SECONDS
        beats += _steps(now, Beat(0, reaction, end_scale), into, False, False)
        now = Beat(into + hold, reaction, end_scale)
    seconds = RECOVERY_SECONDS if recovering else POSE_SECONDS
    if start == end and reaction is None and start_scale == end_scale:
        return [Beat(0.0, end, end_scale)]
    return beats + _steps(now, Beat(0, end, end_scale), seconds, recovering, False)


class Life:
    """Blinks, breath, a searching gaze in crisis and a talking mouth, on a clock of their own.

    Everything returns 0 when `still` (reduced motion).
    """

    def __init__(self, seed: int = 7, still: bool = False) -> None:
        self.still = still
        self._chance = random.Random(seed)
        self._now = 0.0
        self._next_blink = 1.8
        self._breath = 0.0

    def advance(self, seconds: float, breath_rate: float) -> None:
        """Let time pass; breath keeps its phase when its rate changes."""
        self._now += seconds
        self._breath += seconds * breath_rate
        if self._now > self._next_blink + BLINK_SECONDS:
            self._next_blink = self._now + self._chance.uniform(2.4, 5.6)

    def blink(self) -> int:
        """0 open, 1 half shut, 2 shut."""
        if self.still:
            return 0
        since = self._now - self._next_blink
        if not 0 <= since <= BLINK_SECONDS:
            return 0
        return 2 if 0.035 < since < 0.1 else 1

    def breath(self) -> float:
        """-1 out to 1 in."""
        return 0.0 if self.still else math.sin(2 * math.pi * self._breath)

    def gaze(self) -> int:
        """-1, 0 or 1: where searching eyes are just now, moving in jumps as eyes do."""
        if self.still:
            return 0
        return (0, 1, 1, 0, -1, -1, 1, 0, -1, 0)[int(self._now / 0.7) % 10]

    def mouth(self) -> int:
        """0 as the band holds it, 1 half open, 2 open, while speaking: about four syllables a second."""
        if self.still:
            return 1
        return (0, 1, 2, 1, 0, 1, 1, 2, 0, 2, 1, 0, 0, 1, 2, 1)[int(self._now * 8) % 16]


_SPEECH = ((0.0, 0.0), (0.16, 0.06), (0.34, 0.16))


def blinking(face: Expression, phase: int) -> Expression:
    """A face with its eyes open (phase 0), half shut (1) or shut (2)."""
    return replace(face, blink=(0.0, 0.55, 1.0)[phase])


def glancing(face: Expression, side: int) -> Expression:
    """A face looking a little to one side (-1 or 1)."""
    return replace(face, gaze_x=face.gaze_x + 0.3 * side)


def speaking(face: Expression, shape: int) -> Expression:
    """A face in the midst of a word: its own mouth (0), half open (1) or open (2)."""
    mouth, jaw = _SPEECH[shape]
    if shape == 0:
        return face
    return replace(
        face,
        mouth=min(0.6, max(mouth, face.mouth * 0.5 + mouth)),
        jaw=min(0.6, face.jaw * 0.6 + jaw),
        press=face.press * 0.3,
        teeth=max(face.teeth, 0.5),
    )


CHANGES: dict[str, Callable[[Expression, int], Expression]] = {
    "blink": blinking,
    "glance": glancing,
    "speak": speaking,
}
"""The small changes of a face that lie over a pose."""
