"""The conditions of a scenario: a small language that reads as a sentence, checked once, never run as code.

>>> vocabulary = Vocabulary(
...     {"tension": Number(1000, 0, 100), "knows_name": Flag()},
...     {"visits": Signature((frozenset({"offer"}),), Number(1, 0), "a node")},
... )
>>> expr = parse("tension < 40 and knows_name and visits('offer') == 0")
>>> check(expr, vocabulary)
(Flag(), ())
"""

from simulator.scenario.conditions.bind import bind
from simulator.scenario.conditions.check import check, names_read, understand
from simulator.scenario.conditions.constant import remarks_on, warnings
from simulator.scenario.conditions.faults import ConditionError, ConditionWarning
from simulator.scenario.conditions.syntax import parse
from simulator.scenario.conditions.tree import Expr, calls_used, names_used, to_text
from simulator.scenario.conditions.vocabulary import Choice, Flag, Number, Signature, Type, Vocabulary

__all__ = [
    "Choice",
    "ConditionError",
    "ConditionWarning",
    "Expr",
    "Flag",
    "Number",
    "Signature",
    "Type",
    "Vocabulary",
    "bind",
    "calls_used",
    "check",
    "names_read",
    "names_used",
    "parse",
    "remarks_on",
    "to_text",
    "understand",
    "warnings",
]
