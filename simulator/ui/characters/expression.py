"""Expressions: what a face does, as numbers an artist can read."""

from __future__ import annotations

from dataclasses import dataclass, fields


@dataclass(frozen=True)
class Expression:
    """A face at one moment. 0 is neutral and 1 (or -1) the most we allow, unless said otherwise.

    `yaw`, `pitch` and `roll` turn the head (degrees; positive yaw to the viewer's right, positive pitch down, yaw
    held to 31). `lid` is how open the eyes are (1 awake, 1.4 wide), `blink` closes them (0 to 1). `gaze_x`, `gaze_y`
    turn the eyes. Brows, mouth and the rest follow `assets/characters/bands.yaml`.
    """

    yaw: float = 8.0
    pitch: float = 0.0
    roll: float = 0.0
    inner_brow: float = 0.0
    outer_brow: float = 0.0
    knit: float = 0.0
    lid: float = 1.0
    squint: float = 0.0
    blink: float = 0.0
    gaze_x: float = 0.0
    gaze_y: float = 0.0
    mouth: float = 0.0
    corner: float = 0.0
    stretch: float = 0.0
    press: float = 0.0
    jaw: float = 0.0
    teeth: float = 0.0
    nostril: float = 0.0
    flush: float = 0.0

    def mixed(self, other: Expression, share: float) -> Expression:
        """The face `share` (0 to 1) of the way to another."""
        if share <= 0:
            return self
        if share >= 1:
            return other
        return Expression(
            **{
                f.name: getattr(self, f.name) + (getattr(other, f.name) - getattr(self, f.name)) * share
                for f in fields(self)
            }
        )

    def rounded(self) -> Expression:
        """The face in steps too small to see, so that near-equal faces are drawn once."""
        values: dict[str, float] = {}
        for f in fields(self):
            value = getattr(self, f.name)
            step = 1.0 if f.name == "yaw" else 0.5 if f.name in ("pitch", "roll") else 0.04
            values[f.name] = round(round(value / step) * step, 3) + 0.0
        values["yaw"] = max(-31.0, min(31.0, values["yaw"]))
        return Expression(**values)
