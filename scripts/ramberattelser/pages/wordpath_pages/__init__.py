"""Ordens väg: how the words of a declared chain of wordings travelled, as picture, prose and table."""

from .chains import path_of, wordings
from .page import pages
from .summary import older, summary

__all__ = ["older", "pages", "path_of", "summary", "wordings"]
