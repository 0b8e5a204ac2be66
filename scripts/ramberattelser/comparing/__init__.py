"""Comparing Swedish clauses: text in, data out. Knows nothing of files, sites or templates.

`compare(old, new)` gives a `Comparison`: links (which word came from which) and, apart from them, what to
show.
"""

from .analysis import Analysis, analyse
from .engine import Comparison, compare
from .likeness import Likenesses, likeness, likenesses
from .lineage import Traced, origins
from .nearest import Nearest, distinct_runs, nearest, runs
from .results import Change, Segment, UnitPair, WordLink
from .reuse import Band, bands
from .sharing import Sharing, sharing
from .units import Unit, sentences, word_count

__all__ = [
    "Analysis",
    "Band",
    "Change",
    "Comparison",
    "Likenesses",
    "Nearest",
    "Segment",
    "Sharing",
    "Traced",
    "Unit",
    "UnitPair",
    "WordLink",
    "analyse",
    "bands",
    "compare",
    "distinct_runs",
    "likeness",
    "likenesses",
    "nearest",
    "origins",
    "runs",
    "sentences",
    "sharing",
    "word_count",
]
