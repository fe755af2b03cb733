"""What takes long and hangs on nothing but what it is made of: worked out once for many readers,
outside of any transaction.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from functools import partial
from typing import TypeVar, cast

T = TypeVar("T")

LONG = 25
"""Lines whose drawing holds nobody up: about ten milliseconds."""


class Apart(Exception):
    """Something long has to be thought before what raised this begins anew."""

    def __init__(self, think: Callable[[], None]) -> None:
        super().__init__()
        self.think = think


@dataclass
class Thoughts:
    """Each thought by its name, as long as what it is made of is the same. `apart`: what is long is
    not thought here and now.
    """

    apart: bool = False
    _known: dict[Hashable, tuple[object, object]] = field(default_factory=dict)

    def of(self, name: Hashable, made_of: object, work: Callable[[], T], *, lines: int) -> T:
        """What `work` gives; raises `Apart` where that takes too long for now."""
        if name not in self._known or self._known[name][0] != made_of:
            think = partial(self._think, name, made_of, work)
            if self.apart and lines > LONG:
                raise Apart(think)
            think()
        return cast(T, self._known[name][1])

    def _think(self, name: Hashable, made_of: object, work: Callable[[], object]) -> None:
        self._known[name] = made_of, work()
