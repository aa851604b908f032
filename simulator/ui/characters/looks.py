"""Looks: from an author's plain words to the numbers and colours of one person.

Words may come in any order, joined by `_`, `-` or blanks: `hair: black_bun`, `clothes: ochre coat`. A word nobody knows
becomes the nearest one known, or the default: a look never stops a scenario.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise

from simulator.ui.characters.artwork import ArtworkError, section, words
from simulator.ui.characters.light import Light

_PEOPLE = "characters/people.yaml"
_PALETTE = "palettes/people.yaml"


@dataclass(frozen=True)
class Look:
    """One person's appearance. Lengths are in units (1/200 of the bare head); factors are about 1.

    `age_lines` (0 to 1) deepens bags and folds, `stubble` (0 to 1.6, a beard above 1) darkens the chin, `lash` (0 to
    1) the lashes.
    """

    skin: str = "#8a5a40"
    lip: str = "#7d3f3a"
    iris: str = "#2c1a12"
    hair: str = "#1d1714"
    brow: str = "#1a1210"
    hair_shape: str = "short"
    garment: str = "jacket"
    cloth: str = "#46524c"
    trim: str = "#2f3936"
    under: str = "#59606b"
    shoulder: float = 200
    neck: float = 40
    build: float = 1.0
    belly: float = 1.0
    jaw: float = 1.0
    chin: float = 1.0
    face_height: float = 1.0
    brow_weight: float = 1.0
    nose: float = 1.0
    eye: float = 1.0
    lash: float = 0.0
    lip_fullness: float = 1.0
    age_lines: float = 0.3
    stubble: float = 0.0

    def under_light(self, light: Light) -> Look:
        """The same person in the air of a place: skin takes 60 % of its tint, hair 80 %, cloth all."""
        return replace(
            self,
            skin=light.tinted(self.skin, 0.6),
            lip=light.tinted(self.lip, 0.6),
            iris=light.tinted(self.iris, 0.5),
            hair=light.tinted(self.hair, 0.8),
            brow=light.tinted(self.brow, 0.6),
            cloth=light.tinted(self.cloth),
            trim=light.tinted(self.trim),
            under=light.tinted(self.under),
        )


def legal_words() -> dict[str, list[str]]:
    """Every word an author may use, by key of `look` (for documentation and lint)."""
    hairs, cloths = section(_PALETTE, "hairs"), section(_PALETTE, "cloths")
    return {
        "figure": list(section(_PEOPLE, "figures")),
        "build": list(section(_PEOPLE, "builds")),
        "skin": list(section(_PALETTE, "skins")),
        "hair": [*hairs, *words(_PEOPLE, "hair_shapes")],
        "clothes": [*cloths, *words(_PEOPLE, "garments")],
        "chin": words(_PEOPLE, "chins"),
    }


def _tokens(value: object) -> list[str]:
    text = str(value).lower().strip() if value is not None else ""
    parts = [part for part in re.split(r"[\s_\-,/]+", text) if part]
    pairs = [f"{a}_{b}" for a, b in pairwise(parts)]
    return [text.replace(" ", "_"), *pairs, *parts] if text else []


def _choose(value: object, known: Iterable[str], default: str) -> str:
    """The first known word in an author's value; else the nearest; else `default`."""
    names = list(known)
    synonyms = section(_PEOPLE, "synonyms")
    tokens = [str(synonyms.get(token, token)) for token in _tokens(value)]
    for token in tokens:
        if token in names:
            return token
    for token in tokens:
        near = difflib.get_close_matches(token, names, n=1, cutoff=0.75)
        if near:
            return near[0]
    return default


def _age(value: object) -> float:
    try:
        return max(18.0, min(95.0, float(str(value))))
    except ValueError:
        return {"young": 22.0, "old": 68.0, "elderly": 75.0}.get(str(value).lower(), 38.0)


def look_from(authored: Mapping[str, object]) -> Look:
    """A person from plain authored keys: `figure`, `age`, `build`, `skin`, `hair`, `clothes`, `chin`, all optional.

    >>> look_from({"age": 34, "build": "slight", "hair": "black_bun", "clothes": "coat_ochre"}).hair_shape
    'bun'
    """
    shapes = words(_PEOPLE, "hair_shapes")
    shape = _choose(authored.get("hair"), shapes, "")
    figures, builds = section(_PEOPLE, "figures"), section(_PEOPLE, "builds")
    asked = authored.get("figure", authored.get("sex", authored.get("gender")))
    guessed = "woman" if shape in ("bun", "bob", "long", "scarf") else "man"
    figure = _choose(asked, figures, guessed)
    shape = shape or ("bun" if figure == "woman" else "short")

    age = _age(authored.get("age", 38))
    greying = "grey" if age >= 62 else "dark_grey" if age >= 50 and figure == "man" else "black"
    skin = section(_PALETTE, "skins")[_choose(authored.get("skin"), section(_PALETTE, "skins"), "olive")]
    hair = section(_PALETTE, "hairs")[_choose(authored.get("hair"), section(_PALETTE, "hairs"), greying)]
    garment = _choose(authored.get("clothes"), words(_PEOPLE, "garments"), "coat" if figure == "woman" else "jacket")
    fallback = "ochre" if garment == "coat" else "green" if garment == "jacket" else "navy"
    cloth = section(_PALETTE, "cloths")[_choose(authored.get("clothes"), section(_PALETTE, "cloths"), fallback)]

    numbers = {name: float(value) for name, value in figures[figure].items()}
    build = builds[_choose(authored.get("build"), builds, "medium")]
    for name, factor in build.items():
        numbers[name] = numbers.get(name, 1.0) * float(factor)
    chin = _choose(authored.get("chin"), words(_PEOPLE, "chins"), "")
    if chin:
        numbers["stubble"] = {"clean": 0.0, "stubble": 0.9, "beard": 1.5}[chin]
    colours = {name: str(value) for part in (skin, hair, cloth) for name, value in part.items()}
    try:
        base = Look(hair_shape=shape, garment=garment, age_lines=_lines(age))
        return replace(replace(base, **colours), **numbers)  # type: ignore[arg-type]
    except TypeError as fault:
        raise ArtworkError(
            f"assets/{_PEOPLE} or assets/{_PALETTE} names something no look has ({fault}). Undo the last change."
        ) from fault


def _lines(age: float) -> float:
    """How deep age draws the folds of a face: 0 to 1."""
    return max(0.05, min(1.0, (age - 26) / 34))
