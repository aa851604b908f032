"""Light: each place owns one lamp. The same person stands anywhere by changing only this record."""

from __future__ import annotations

from dataclasses import dataclass, replace

from simulator.ui.characters.colours import mix


@dataclass(frozen=True)
class Light:
    """How a place lights a person.

    `key` points from the person to the lamp (x right, y down). `warm` is the lamp's colour, `cool` the colour shadows
    lean to, `rim` the light from behind. `shade` (0 to 1) is how far shadows go, `lit` (0 to 1) how strong the lamp
    is, `rim_width` and `key_edge` are widths in units, `ambient` tints everything by `tint` (0 to 1), and `wet`
    (0 to 1) puts rain on shoulders.
    """

    key: tuple[float, float] = (-0.6, -0.75)
    warm: str = "#fff0d2"
    cool: str = "#4b4656"
    rim: str = "#d6e4ea"
    shade: float = 0.55
    rim_width: float = 2.4
    ambient: str = "#8a8270"
    tint: float = 0.10
    lit: float = 0.30
    key_edge: float = 2.2
    wet: float = 0.0

    @property
    def shadow_side(self) -> int:
        """+1 when shadows fall on the viewer's right, -1 on the left."""
        return 1 if self.key[0] < 0 else -1

    def tinted(self, colour: str, share: float = 1.0) -> str:
        """A colour under this place's air; skin takes less of it than cloth (`share`)."""
        return mix(colour, self.ambient, self.tint * share)

    def dimmed(self, amount: float) -> Light:
        """The same place with its lamps turned down by `amount` (0 to 1)."""
        return replace(
            self,
            lit=self.lit * (1 - 0.6 * amount),
            shade=min(0.85, self.shade + 0.25 * amount),
            ambient=mix(self.ambient, self.cool, 0.8 * amount),
            tint=min(0.5, self.tint + 0.34 * amount),
            warm=mix(self.warm, self.cool, 0.35 * amount),
        )
