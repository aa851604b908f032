"""The rules, by subject; importing this package registers all of them."""

from simulator.authoring.lint.rules import (
    choices,
    flow,
    giveaways,
    learning,
    library,
    names,
    record,
    simulated,
    temptation,
    voices,
    words,
    worth,
)

ALL_SUBJECTS = (
    flow, choices, temptation, giveaways, learning, words, voices, names, record, simulated, worth, library,
)  # fmt: skip
"""The modules that hold rules, in the order in which they are told of."""
