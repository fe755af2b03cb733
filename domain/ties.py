"""People who were brought together: what one of them says to the bot may be meant for another.

Knows how long it may be. Must not know how anybody is told or reached.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

LISTENED_FOR = timedelta(days=14)
"""How long after the last word between them free words may be meant for the other: whoever writes
once a week is still understood, and a pair that has gone quiet is not asked about for ever.
"""

MET_FOR = timedelta(days=28)
"""How long words are carried within a get-together: until the next one."""


class Bond(StrEnum):
    """What brought them together, as messages about it are marked."""

    INTRODUCTION = "introduction"
    SUPPORT = "relay"
    PAIR = "pair"
    MEETUP = "meetup"


@dataclass(frozen=True)
class Tie:
    """Somebody and whom they were brought together with, since a moment."""

    bond: Bond
    number: int
    others: tuple[int, ...]
    since: datetime

    @property
    def subject(self) -> str:
        """Under which everything stands that was said about it."""
        return f"{self.bond.value}:{self.number}"

    @property
    def confided(self) -> bool:
        """Whether what is said in it is nobody else's, wherever else the two may write."""
        return self.bond is Bond.SUPPORT


def listens(tie: Tie, last: datetime | None, now: datetime) -> bool:
    """Whether free words may be meant for it still."""
    return now - max(tie.since, last or tie.since) <= LISTENED_FOR
