"""The data as tables (CSV) and as one JSON document, with a description of every column.

:mod:`.tables` says which tables there are and what their columns mean, :mod:`.rows` fills them out of the
corpus, :mod:`.writing` makes the files.
"""

from .rows import Row
from .tables import TABLES, Table
from .writing import files, listed

__all__ = ["TABLES", "Row", "Table", "files", "listed"]
