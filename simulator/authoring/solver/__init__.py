"""The best value that can still be reached from a state, with the line that reaches it as witness.

Everything goes through `step`. `low` is witnessed: the line plays to exactly it. `high` is proved: no line of play
does better. They meet where the search was complete or the witness reached the bound; else the gap is told.
"""

from simulator.authoring.solver.options import options
from simulator.authoring.solver.order import Break, Order
from simulator.authoring.solver.reach import Reach
from simulator.authoring.solver.search import Best, Limit, solve

__all__ = ["Best", "Break", "Limit", "Order", "Reach", "options", "solve"]
