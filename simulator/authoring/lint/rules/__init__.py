"""The rules, by subject; importing this package registers all of them."""

from simulator.authoring.lint.rules import choices, flow, giveaways, learning, library, record, simulated, words, worth

ALL_SUBJECTS = (flow, choices, giveaways, learning, words, record, simulated, worth, library)
"""The modules that hold rules, in the order in which they are told of."""
