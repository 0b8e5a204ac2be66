"""YAML text to plain values with the position of every key and value. The only import of yaml."""

from ramberattelser.reading.document import Document, Mark, Problem, read_text
from ramberattelser.reading.files import read_file

__all__ = ["Document", "Mark", "Problem", "read_file", "read_text"]
