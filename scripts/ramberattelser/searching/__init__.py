"""Search made for Swedish: from finished pages to an index that the reader's browser can ask.

Text in, files out: nothing here reads or writes. The scripts ``sok*.js`` in ``scripts/theme/assets/`` are
the other half, and treat a query just as ``tokens``, ``folding`` and ``stemming`` treat the text.
"""

from ramberattelser.searching.compounds import Splitter, WordLists, listed
from ramberattelser.searching.documents import Document, Section
from ramberattelser.searching.extracting import sections
from ramberattelser.searching.guiding import guide
from ramberattelser.searching.indexing import Index, counted, index
from ramberattelser.searching.synonyms import also_called, asked_with, read_pairs
from ramberattelser.searching.writing import FOLDER, files

__all__ = [
    "FOLDER",
    "Document",
    "Index",
    "Section",
    "Splitter",
    "WordLists",
    "also_called",
    "asked_with",
    "counted",
    "files",
    "guide",
    "index",
    "listed",
    "read_pairs",
    "sections",
]
