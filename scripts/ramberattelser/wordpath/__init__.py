"""Ordens väg: how words travelled through a chain of texts, as data and as geometry.

Texts in, counts and shapes out. Knows nothing of files, pages or how shapes are written.
"""

from .path import Older, Row, Share, WordPath
from .shapes import Drawing
from .texts import Named, Text
from .trace import BAND, Block, Flow, Trace, trace

__all__ = [
    "BAND",
    "Block",
    "Drawing",
    "Flow",
    "Named",
    "Older",
    "Row",
    "Share",
    "Text",
    "Trace",
    "WordPath",
    "trace",
]
