"""A vote: one choice each, which may change until it is closed; the most chosen lead."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

FEWEST, MOST = 2, 10
"""Options of a vote: with one there is nothing to choose, and Matrix draws ten choices."""


@dataclass(frozen=True)
class Poll:
    """Something put to the vote; `votes` counts them by the place of the option."""

    id: int
    about: str
    options: tuple[str, ...]
    closed: bool
    votes: Mapping[int, int]

    @property
    def turnout(self) -> int:
        """How many people chose."""
        return sum(self.votes.values())

    @property
    def leading(self) -> tuple[int, ...]:
        """The options with the most votes, in their order; none while nobody chose."""
        most = max(self.votes.values(), default=0)
        return tuple(at for at in range(len(self.options)) if most and self.votes.get(at) == most)
