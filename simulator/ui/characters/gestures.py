"""Gestures: what one arm and hand do, read from `assets/characters/gestures.yaml`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from simulator.ui.characters.artwork import ArtworkError, table

_FILE = "characters/gestures.yaml"
Triple = tuple[float, float, float]
Curls = tuple[float, float, float, float, float]


@dataclass(frozen=True)
class Gesture:
    """An arm's joints and a hand's shape; `assets/characters/gestures.yaml` tells the meaning of each number.

    `holds` names the thing in the hand (`objects.THINGS`), empty for none.
    """

    elbow: Triple
    wrist: Triple
    fingers: Triple
    palm: Triple
    curl: Curls
    spread: float
    holds: str = ""

    @property
    def at_head(self) -> bool:
        """Whether the hand touches the head and so moves with it."""
        return self.wrist[1] < -10

    def mixed(self, other: Gesture, share: float) -> Gesture:
        """The gesture `share` (0 to 1) of the way to another. Each halfway pose is itself a possible gesture."""
        if share <= 0:
            return self
        if share >= 1:
            return other

        def between(a: Sequence[float], b: Sequence[float]) -> tuple[float, ...]:
            return tuple(x + (y - x) * share for x, y in zip(a, b, strict=True))

        return Gesture(
            between(self.elbow, other.elbow),  # type: ignore[arg-type]
            between(self.wrist, other.wrist),  # type: ignore[arg-type]
            between(self.fingers, other.fingers),  # type: ignore[arg-type]
            between(self.palm, other.palm),  # type: ignore[arg-type]
            between(self.curl, other.curl),  # type: ignore[arg-type]
            self.spread + (other.spread - self.spread) * share,
            self.holds if share < 0.5 else other.holds,
        )

    def rounded(self) -> Gesture:
        """The gesture in steps too small to see."""

        def steps(values: Sequence[float], digits: int) -> tuple[float, ...]:
            return tuple(round(float(v), digits) + 0.0 for v in values)

        return Gesture(
            steps(self.elbow, 0),  # type: ignore[arg-type]
            steps(self.wrist, 0),  # type: ignore[arg-type]
            steps(self.fingers, 2),  # type: ignore[arg-type]
            steps(self.palm, 2),  # type: ignore[arg-type]
            steps(self.curl, 2),  # type: ignore[arg-type]
            round(self.spread, 2),
            self.holds,
        )


@lru_cache(maxsize=64)
def gesture(name: str) -> Gesture:
    """A gesture by its name in the file; raises `ArtworkError` for a name or shape that is wrong."""
    row = table(_FILE).get(name)
    if not isinstance(row, dict):
        raise ArtworkError(f"assets/{_FILE} has no gesture `{name}`. Add it, or name another one in bands.yaml.")
    try:
        parts = {key: tuple(float(v) for v in row[key]) for key in ("elbow", "wrist", "fingers", "palm", "curl")}
        if any(len(parts[key]) != (5 if key == "curl" else 3) for key in parts):
            raise ValueError(name)
        return Gesture(**parts, spread=float(row["spread"]))  # type: ignore[arg-type]
    except (KeyError, TypeError, ValueError) as fault:
        raise ArtworkError(
            f"assets/{_FILE}: `{name}` needs elbow, wrist, fingers, palm (three numbers each), curl (five) and spread."
        ) from fault
