"""YAML text to plain values with the position of every key and value. The only import of yaml."""

from ramberattelser.reading.building import read_text
from ramberattelser.reading.document import Document, Mark, Path, Problem
from ramberattelser.reading.files import Parse, read_file
from ramberattelser.reading.syntax import TYPOGRAPHIC

__all__ = ["TYPOGRAPHIC", "Document", "Mark", "Parse", "Path", "Problem", "read_file", "read_text"]
