"""What keys are called on screen: by their names, or by a gamepad's buttons while somebody plays with a pad.

A key that no button of a pad stands for is not named there: its control is reached by moving to it.
"""

from __future__ import annotations

from dataclasses import dataclass

_BUTTONS = {"Enter": "A", "Esc": "B", "F1": "Back"}
"""The pad's button for a key, whatever keys a reader has chosen; see `gamepad`."""
_NO_KEYS = frozenset({"✓"})
"""What stands in a cap without being a key."""
_SAYINGS = (
    ("Choose with ↑ ↓, a number or a click", "Choose with the cross"),
    ("press ↑ or ↓ or a number, or click, then Enter", "use the cross, then A"),
    ("Enter or a second click", "A"),
    ("↑ ↓ or the wheel", "the cross"),
    ("Enter goes on · Space holds it still · Esc leaves", "A goes on · B leaves"),
    ("Enter or a click goes on", "A goes on"),
    ("F1 how this works · F11 full screen", "Back button: how this works"),
)  # fmt: skip
"""What is said of keys, and how a pad's player does the same; longer sayings before those that stand in them."""


@dataclass(frozen=True, slots=True)
class InputNames:
    """The names for what was used last. `pad` tells whether that was a gamepad; `history` and `know` are the keys, as
    written on screen, that its X and Y stand for."""

    pad: bool = False
    history: str = "T"
    know: str = "K"

    def cap(self, keys: str) -> str:
        """What stands in the cap of a key; "" for no cap.

        >>> InputNames().cap("Esc"), InputNames(pad=True).cap("Esc"), InputNames(pad=True).cap("N")
        ('Esc', 'B', '')
        """
        if not self.pad or keys in _NO_KEYS:
            return keys
        return {self.history: "X", self.know: "Y", **_BUTTONS}.get(keys, "")

    def words(self, words: str) -> str:
        """Words that say how to do something, for what is used.

        >>> InputNames(pad=True).words("2 more below: ↑ ↓ or the wheel · Enter or a second click says it")
        '2 more below: the cross · A says it'
        """
        if self.pad:
            for keys, buttons in _SAYINGS:
                words = words.replace(keys, buttons)
        return words
