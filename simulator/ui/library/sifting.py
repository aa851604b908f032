"""Which calls a search and a category leave."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from simulator.ui.library.card_words import CATEGORIES, category_words, weight

if TYPE_CHECKING:
    from simulator.ui.shelf import CallCard


def in_order(cards: Iterable[CallCard]) -> list[CallCard]:
    """The cards as one would take them up: everyday calls before crises, lighter before harder."""
    kinds = list(CATEGORIES)

    def place(card: CallCard) -> tuple[int, int, str]:
        about = card.scenario.about
        kind = kinds.index(about.category) if about.category in kinds else len(kinds)
        return kind, weight(card.scenario, card.catalogues), about.title

    return sorted(cards, key=place)


def sifted(cards: Iterable[CallCard], search: str, category: str) -> list[CallCard]:
    """The cards that hold every word of the search somewhere, in a category ("" for any)."""
    words = search.casefold().split()
    return [
        card
        for card in cards
        if (not category or card.scenario.about.category == category) and all(word in _text(card) for word in words)
    ]


def _text(card: CallCard) -> str:
    about = card.scenario.about
    labels = (card.catalogues.hardships[id_].label for id_ in about.hardships if id_ in card.catalogues.hardships)
    parts = (card.scenario.id, about.title, about.summary, category_words(about.category), *about.objectives,
             *about.content_notes, *labels)  # fmt: skip
    return "\n".join(parts).casefold()


def categories(cards: Iterable[CallCard]) -> list[str]:
    """The categories there are, in the order of the cards."""
    return list(dict.fromkeys(card.scenario.about.category for card in cards))
