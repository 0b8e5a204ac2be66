"""Python's collector of garbage, at rest while a collection is read and told of.

Nearly all that is made is kept to the end, and what is not is freed without the collector, which would look
through everything again and again: a third of the time of a check, and a quarter of a build's.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


def for_good() -> None:
    """Leave alone all that there is now, for a process that ends soon: the system cleans up after it."""
    gc.freeze()


@contextmanager
def at_rest() -> Iterator[None]:
    """Let the collector rest, if it does not already."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
