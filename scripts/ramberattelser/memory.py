"""What a process that builds again and again holds on to between two builds."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any, TypeVar

_Thing = TypeVar("_Thing")


class Memory:
    """What a process holds on to from one build to the next: things made, by what they were made from.

    As with a store, what the last build did not ask for is gone.
    """

    def __init__(self) -> None:
        self._before: dict[Hashable, Any] = {}
        self._now: dict[Hashable, Any] = {}

    def kept(self, key: Hashable, make: Callable[[], _Thing]) -> _Thing:
        """Return what was made of ``key`` before, or what ``make`` gives now: not to be changed."""
        if key not in self._now:
            self._now[key] = self._before[key] if key in self._before else make()
        thing: _Thing = self._now[key]
        return thing

    def before(self, name: str) -> Any:
        """Return what the last build left under a name, or None."""
        return self._before.get((name,))

    def leave(self, name: str, thing: object) -> None:
        """Leave something for the next build under a name."""
        self._now[(name,)] = thing

    def again(self) -> Memory:
        """Return the memory of the next build."""
        new = Memory()
        new._before = self._now
        return new
