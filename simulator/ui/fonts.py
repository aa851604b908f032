"""Finding the letters: an installed font package first, then a good face of the system, then pygame's own.

No font file is copied into this project. A font package from the Python index is used where it is installed; its
folder is looked up, its code is not run.
"""

from __future__ import annotations

import importlib.util
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pygame

PACKAGES = (
    ("font_source_sans_pro", ("SourceSansPro-Regular.ttf", "SourceSansPro-Semibold.ttf", "SourceSansPro-It.ttf")),
    ("font_lato", ("Lato-Regular.ttf", "Lato-Bold.ttf", "Lato-Italic.ttf")),
)
"""Font packages (open licences) and their regular, bold and italic files, best first."""

SYSTEM_FACES = (
    "segoeui",
    "sfnstext",
    "helveticaneue",
    "sourcesans3",
    "sourcesanspro",
    "inter",
    "notosans",
    "opensans",
    "cantarell",
    "ubuntu",
    "liberationsans",
    "dejavusans",
    "nimbussans",
    "arial",
)
"""Faces that Windows, macOS and Linux come with, best first, as pygame spells them."""


@dataclass(frozen=True, slots=True)
class Faces:
    """Paths of a face's regular, bold and italic; None is pygame's own face, slanted or thickened by hand.

    `factor` evens out how large faces look at the same nominal size.
    """

    regular: str | None = None
    bold: str | None = None
    italic: str | None = None
    factor: float = 1.0


PLAIN = Faces(factor=0.86)
"""pygame's own face: the same on every machine, so tests of layout use it."""


@cache
def best_faces() -> Faces:
    """The best face this machine has."""
    for package, names in PACKAGES:
        spec = importlib.util.find_spec(package)
        if spec is None or spec.origin is None:
            continue
        files = [Path(spec.origin).parent / "files" / name for name in names]
        if all(file.is_file() for file in files):
            return Faces(str(files[0]), str(files[1]), str(files[2]))
    for name in SYSTEM_FACES:
        plain = pygame.font.match_font(name)
        if plain is not None:
            bold, italic = pygame.font.match_font(name, bold=True), pygame.font.match_font(name, italic=True)
            return Faces(plain, bold or plain, italic or plain, factor=0.9)
    return PLAIN


def open_font(faces: Faces, weight: str, pixels: int) -> pygame.font.Font:
    """A font at a letter height. A file that cannot be opened gives way to pygame's own face."""
    path = {"regular": faces.regular, "bold": faces.bold, "italic": faces.italic}[weight]
    height = max(8, round(pixels * faces.factor))
    try:
        font = pygame.font.Font(path, height)
        font.size("x")  # a file that holds no letters opens without a word, and fails here
    except (OSError, pygame.error):
        path = None
        font = pygame.font.Font(None, height)
    if path is None:
        font.italic = weight == "italic"
        font.bold = weight == "bold"
    return font
