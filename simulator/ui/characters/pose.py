"""From a person's state to a pose: which face, stance and breath show how things stand between you.

The tables are `assets/characters/bands.yaml`. Tension moves the face between the middles of the bands; the arms belong
to the band. Rapport turns the person toward you or away.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from simulator.ui.characters.artwork import ArtworkError, section
from simulator.ui.characters.body import Stance
from simulator.ui.characters.contours import smooth
from simulator.ui.characters.expression import Expression
from simulator.ui.characters.gestures import gesture
from simulator.ui.characters.objects import THINGS

BANDS = ("calm", "uneasy", "agitated", "volatile", "crisis")
"""The bands of tension, quietest first."""
MANNERS = ("fear", "anger", "sorrow")
"""How a person's tension shows: frightened, angry, or worn out and grieving."""
LANDINGS = ("lands", "flat", "unheard", "hurts")
"""How an act can land; only `lands`, `unheard` and `hurts` move the face."""

_FILE = "characters/bands.yaml"
_MIDDLES = (10.0, 30.0, 50.0, 70.0, 90.0)
_FACE_NAMES = (
    "inner_brow", "outer_brow", "knit", "lid", "squint", "mouth", "corner", "stretch", "press", "jaw", "teeth",
    "nostril", "flush",
)  # fmt: skip
_BODY_NAMES = ("shoulders", "head_x", "head_y", "pitch", "roll", "breath_rate", "breath_depth")


@dataclass(frozen=True)
class PersonState:
    """What the encounter tells of a person, as plain values.

    `tension` 0 to 100, `rapport` -40 to 100, `band` one of `BANDS`, `recovering` while tension falls after a height,
    `proactive` for pressure with an aim, `distance_m` in metres, `landing` how the last act landed (or None),
    `speaking` while the person's words are being said, `holding` what is in the person's hand (`bottle`, `phone`; other
    words show an empty hand). `perched` is for one who sits on a rail: `rail` holds on to it, `lap` has the
    hands in the lap while calm; empty for everybody else.
    """

    tension: float = 10.0
    rapport: float = 40.0
    band: str = "calm"
    recovering: bool = False
    proactive: bool = False
    distance_m: float = 2.5
    landing: str | None = None
    speaking: bool = False
    holding: str = ""
    perched: str = ""


@dataclass(frozen=True)
class Pose:
    """A face, a stance and a breath (breaths a second, depth about 1)."""

    face: Expression
    stance: Stance
    breath_rate: float
    breath_depth: float

    def mixed(self, other: Pose, shoulders: float, hands: float, face: float) -> Pose:
        """A pose on the way to another; body parts may be at different shares (0 to 1) of the way."""
        arms = self.stance.mixed(other.stance, hands)
        trunk = self.stance.mixed(other.stance, shoulders)
        return Pose(
            self.face.mixed(other.face, face),
            replace(trunk, left=arms.left, right=arms.right),
            self.breath_rate + (other.breath_rate - self.breath_rate) * shoulders,
            self.breath_depth + (other.breath_depth - self.breath_depth) * shoulders,
        )


@dataclass(frozen=True)
class _Row:
    face: Mapping[str, float]
    body: Mapping[str, float]
    arms: tuple[str, str]


def _row(manner: str, band: str) -> _Row:
    entry: Any = section(_FILE, manner).get(band)
    try:
        face = {name: float(entry["face"][name]) for name in _FACE_NAMES}
        body = {name: float(entry["body"][name]) for name in _BODY_NAMES}
        left, right = (str(name) for name in entry["arms"])
    except (KeyError, TypeError, ValueError) as fault:
        raise ArtworkError(
            f"assets/{_FILE}: `{manner}: {band}` needs face, body and two arms, every number of the list at its top."
        ) from fault
    return _Row(face, body, (left, right))


@dataclass(frozen=True)
class _Perch:
    """What sitting on a rail does to a body: its arms, and what is added to shoulders, head and its lean."""

    arms: tuple[str, str]
    shoulders: float
    head_y: float
    pitch: float


@lru_cache(maxsize=16)
def _perch(hands: str, band: str) -> _Perch:
    entry: Any = section(_FILE, "perched").get(band)
    try:
        left, right = (str(name) for name in entry.get(hands, entry["arms"]))
        return _Perch((left, right), float(entry["shoulders"]), float(entry["head_y"]), float(entry["pitch"]))
    except (KeyError, TypeError, ValueError) as fault:
        raise ArtworkError(f"assets/{_FILE}: `perched: {band}` needs two arms, shoulders, head_y and pitch.") from fault


@lru_cache(maxsize=8)
def _rows(manner: str) -> tuple[_Row, ...]:
    return tuple(_row(manner, band) for band in BANDS)


def _between(rows: tuple[_Row, ...], tension: float, part: str) -> dict[str, float]:
    """The table's values at a tension: linear between the middles of the bands."""
    place = (max(_MIDDLES[0], min(_MIDDLES[-1], tension)) - _MIDDLES[0]) / 20
    index = min(len(rows) - 2, int(place))
    share = place - index
    low, high = getattr(rows[index], part), getattr(rows[index + 1], part)
    return {name: low[name] + (high[name] - low[name]) * share for name in low}


def pose_for(state: PersonState, manner: str = "fear") -> Pose:
    """The pose a state holds once everything has come to rest.

    `manner` is how tension shows (`MANNERS`; an unknown word reads as fear). A proactive person has a table of their
    own.
    """
    tension = round(max(0.0, min(100.0, state.tension)) / 2) * 2.0
    rapport = max(0.0, min(100.0, round(state.rapport / 5) * 5.0))
    chosen = "proactive" if state.proactive else manner if manner in MANNERS else "fear"
    rows = _rows(chosen)
    face, body = _between(rows, tension, "face"), _between(rows, tension, "body")
    band = state.band if state.band in BANDS else BANDS[min(4, int(tension // 20))]
    left, right = rows[BANDS.index(band)].arms

    stares = 0.0 if chosen in ("fear", "sorrow") else 0.85 * smooth((tension - 56) / 14)
    away = (1 - rapport / 100) ** 1.3 * (1 - stares)
    soft = rapport / 100 * (1 - tension / 100)
    crisis = smooth((tension - 80) / 8)
    yaw, turn, gaze_x, gaze_y = _facing(chosen, tension, away, crisis)
    expression = Expression(
        **{
            **face,
            "inner_brow": face["inner_brow"] + (0.25 * soft if not state.proactive else 0),
            "lid": face["lid"] - (0.16 * away if tension < 60 else 0) - (0.15 if state.recovering else 0),
            "squint": face["squint"] + 0.15 * soft,
            "corner": face["corner"] + 0.3 * soft,
            "yaw": yaw,
            "pitch": body["pitch"] + 6 * away - 2 * soft + (5 if state.recovering else 0),
            "roll": body["roll"] - 2.5 * soft + 2 * away,
            "gaze_x": gaze_x,
            "gaze_y": gaze_y + (0.15 if state.recovering else 0),
        }
    )
    shoulders = body["shoulders"] * (0.55 if state.recovering else 1.0)
    stance = Stance(
        turn=turn,
        shoulders=shoulders,
        head_x=body["head_x"] + 6 * away,
        head_y=body["head_y"] + 4 * away + (4 if state.recovering else 0),
        left=gesture(left),
        right=replace(gesture("hold"), holds=state.holding) if state.holding in THINGS else gesture(right),
    )
    pose = Pose(expression, stance, body["breath_rate"], body["breath_depth"])
    return _perched(pose, _perch(state.perched, band)) if state.perched else pose


def _perched(pose: Pose, perch: _Perch) -> Pose:
    """The pose on a rail: turned half toward the viewer, hands where the perch says, the head lower."""
    face, stance = pose.face, pose.stance
    return replace(
        pose,
        face=replace(face, pitch=face.pitch + perch.pitch),
        stance=replace(
            stance,
            perched=True,
            turn=min(stance.turn, 16.0),
            shoulders=min(1.0, stance.shoulders + perch.shoulders),
            head_y=stance.head_y + perch.head_y,
            left=gesture(perch.arms[0]),
            right=gesture(perch.arms[1]),
        ),
    )


def _facing(manner: str, tension: float, away: float, crisis: float) -> tuple[float, float, float, float]:
    """Head yaw and body turn in degrees, and where the eyes look.

    A gaze of -.22 meets the viewer from a head turned 8 degrees. Anger above 56 becomes the stare. Fear keeps
    watching from a head turned away: the eyes stay on you.
    """
    settled = smooth((tension - 58) / 8)
    yaw = (8 + 23 * away) * (1 - 0.25 * settled)
    turn = 4 + 26 * away - 5 * smooth((tension - 60) / 10)
    gaze_x = -0.22 + 0.95 * away
    gaze_y = 0.05 + 0.5 * away * (1 - crisis)
    if manner == "fear":
        watchful = smooth((tension - 34) / 14) * (1 - crisis)
        gaze_x += (-0.22 - 0.030 * (yaw - 8) - gaze_x) * watchful
        gaze_y += (0.02 - gaze_y) * watchful
    if manner == "sorrow":
        gaze_y += 0.45 * (0.3 + 0.7 * away)
        return yaw, turn, gaze_x, gaze_y
    return yaw, turn, gaze_x * (1 - crisis) + -0.12 * crisis, gaze_y


_MANNER_OF_NEED = {
    "fear": "fear",
    "confusion": "fear",
    "pain": "fear",
    "injustice": "anger",
    "control": "anger",
    "respect": "anger",
    "despair": "sorrow",
    "grief": "sorrow",
    "loss": "sorrow",
    "shame": "sorrow",
    "loneliness": "sorrow",
}


def manner_of(needs: Mapping[str, float]) -> str:
    """How the tension of a person with these needs (name to strength) shows: by the strongest; fear if none is known.

    >>> manner_of({"injustice": 0.7, "shame": 0.3})
    'anger'
    """
    weights: dict[str, float] = {}
    for need, strength in needs.items():
        manner = _MANNER_OF_NEED.get(need)
        if manner is not None:
            weights[manner] = weights.get(manner, 0.0) + strength
    return max(weights, key=lambda manner: (weights[manner], manner)) if weights else "fear"


def reaction_to(pose: Pose, landing: str | None) -> Pose | None:
    """The pose just after an act: who is hurt flinches, who is reached softens, who did not hear looks elsewhere."""
    face, stance = pose.face, pose.stance
    if landing == "hurts":
        return replace(
            pose,
            face=replace(
                face,
                pitch=face.pitch - 5,
                yaw=face.yaw + 7,
                lid=face.lid + 0.14,
                knit=min(1.0, face.knit + 0.3),
                corner=max(-0.85, face.corner - 0.3),
                press=min(0.9, face.press + 0.3),
            ),
            stance=replace(
                stance, shoulders=min(1.0, stance.shoulders + 0.22), head_x=stance.head_x + 5, head_y=stance.head_y - 3
            ),
        )
    if landing == "lands":
        return replace(
            pose,
            face=replace(
                face,
                inner_brow=min(0.9, face.inner_brow + 0.22),
                knit=max(0.0, face.knit - 0.2),
                lid=face.lid - 0.06,
                corner=face.corner + 0.22,
                press=max(0.0, face.press - 0.2),
                pitch=face.pitch + 2,
            ),
            stance=replace(stance, shoulders=max(0.0, stance.shoulders - 0.18), head_y=stance.head_y + 2),
        )
    if landing == "unheard":
        return replace(pose, face=replace(face, gaze_x=face.gaze_x + 0.55, gaze_y=face.gaze_y + 0.15))
    return None
