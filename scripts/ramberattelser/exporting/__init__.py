"""The data as tables (CSV) and as one JSON document, with a description of every column.

:mod:`.tables` says which tables there are and what their columns mean, :mod:`.rows` and :mod:`.told`
fill them out of the corpus, :mod:`.writing` makes the files.
"""

from .rows import Row
from .tables import STORIES, TABLES, Table
from .writing import Written, files, listed, stories

__all__ = ["STORIES", "TABLES", "Row", "Table", "Written", "files", "listed", "stories"]
