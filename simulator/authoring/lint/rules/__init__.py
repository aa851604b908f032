"""The rules, by subject; importing this package registers all of them."""

from simulator.authoring.lint.rules import (
    choices,
    critical,
    flow,
    giveaways,
    learning,
    library,
    names,
    order,
    recipes,
    record,
    replies,
    simulated,
    temptation,
    voices,
    words,
    worth,
)

ALL_SUBJECTS = (
    flow,
    choices,
    temptation,
    giveaways,
    learning,
    words,
    voices,
    names,
    record,
    simulated,
    replies,
    critical,
    worth,
    recipes,
    order,
    library,
)
"""The modules that hold rules, in the order in which they are told of."""
