"""The words of reports: what is written around a debrief, and what the debrief says itself.

Both are templates by key, read from the program's data; an academy may replace any of them.
"""

from simulator.authoring.catalogues import shipped_words
from simulator.scenario.words import Words, WordsError

__all__ = ["Words", "WordsError", "shipped_words"]
