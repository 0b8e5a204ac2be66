"""Comparing Swedish clauses: text in, data out. Knows nothing of files, sites or templates.

`compare(old, new)` gives a `Comparison`: links (which word came from which) and, apart from them, what to show.
"""

from .analysis import Analysis, analyse
from .engine import Comparison, compare
from .results import Change, Segment, UnitPair, WordLink
from .units import Unit, sentences, word_count

__all__ = [
    "Analysis",
    "Change",
    "Comparison",
    "Segment",
    "Unit",
    "UnitPair",
    "WordLink",
    "analyse",
    "compare",
    "sentences",
    "word_count",
]
