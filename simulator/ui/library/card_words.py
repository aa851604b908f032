"""What a card says of a call: what kind it is, how long, how hard, what you have done with it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from simulator.records.listing import RecordSummary
    from simulator.scenario.catalogue import Catalogues
    from simulator.scenario.model import Scenario

CATEGORIES = {
    "routine": "Routine",
    "community": "Community",
    "colleague": "With a colleague",
    "conflict": "Conflict",
    "crisis": "Person in crisis",
}
"""What categories are called, in the order in which one begins with them."""

_HARDNESS = ((0, "Gentle"), (1, "Moderate"), (3, "Demanding"), (6, "Very demanding"))


def category_words(category: str) -> str:
    """A category as it is called on screen."""
    return CATEGORIES.get(category, category.replace("_", " ").capitalize())


def hardness_words(weight: int) -> str:
    """How hard a call is, from the sum of the weights of its hardships.

    >>> hardness_words(0), hardness_words(2), hardness_words(5), hardness_words(7)
    ('Gentle', 'Moderate', 'Demanding', 'Very demanding')
    """
    return next(words for least, words in reversed(_HARDNESS) if weight >= least)


def weight(scenario: Scenario, catalogues: Catalogues) -> int:
    """The sum of the weights of a call's hardships."""
    return sum(catalogues.hardships[id_].weight for id_ in scenario.about.hardships if id_ in catalogues.hardships)


def hardness(scenario: Scenario, catalogues: Catalogues) -> tuple[str, tuple[str, ...]]:
    """How hard a call is in a word, and what makes it so."""
    labels = (catalogues.hardships[id_].label for id_ in scenario.about.hardships if id_ in catalogues.hardships)
    return hardness_words(weight(scenario, catalogues)), tuple(labels)


def kind_words(scenario: Scenario, catalogues: Catalogues) -> str:
    """Category, minutes and how hard, in one row."""
    about = scenario.about
    return f"{category_words(about.category)} · about {about.minutes} minutes · {hardness(scenario, catalogues)[0]}"


def done_words(scenario: Scenario, records: Iterable[RecordSummary]) -> str:
    """What a trainee has done with a call, from their records with the latest first; "" for nothing yet."""
    mine = [record for record in records if record.scenario == scenario.id]
    if not mine:
        return ""
    times = "once" if len(mine) == 1 else "twice" if len(mine) == 2 else f"{len(mine)} times"
    return f"You kept it {times}. Last: {outcome_words(scenario, mine[0])}, {day_words(mine[0].started_at)}."


def outcome_words(scenario: Scenario | None, record: RecordSummary) -> str:
    """How a session ended, in the scenario's words where it is still in the library."""
    if record.outcome == "stopped":
        return "you stopped"
    if not record.outcome:
        return "not finished"
    outcome = scenario.outcomes.get(record.outcome) if scenario is not None else None
    return outcome.title.variants[0].words if outcome is not None else record.outcome.replace("_", " ")


NO_TIME = (ValueError, OverflowError, OSError)
"""What a stamp raises that stands for no time here: a clock without a battery gives years that no zone can move, and
on Windows even 1970 cannot be moved west."""


def day_words(stamp: str) -> str:
    """The day of a UTC stamp, as it was here.

    >>> day_words("2024-03-05T12:00:00.000Z")
    '5 March 2024'
    """
    try:
        moment = datetime.fromisoformat(stamp).astimezone()
    except NO_TIME:
        return "on a day that cannot be read"
    return f"{moment.day} {moment.strftime('%B %Y')}"


def time_words(stamp: str) -> str:
    """The day and time of a UTC stamp, as it was here."""
    try:
        moment = datetime.fromisoformat(stamp).astimezone()
    except NO_TIME:
        return day_words(stamp)
    return f"{day_words(stamp)}, {moment.strftime('%H:%M')}"
