"""Lanes: how many chats of a platform are written to at once, and platforms that want silence.

Knows platforms by name and moments. Must not know what is sent.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime


@dataclass
class Lane:
    """Platforms that share places, `most` of them; after a refusal of the account only one, and one
    more with each send that arrives, so that what is most urgent goes first meanwhile.
    """

    platforms: Sequence[str]
    most: int
    places: int
    _quiet: dict[str, datetime] = field(default_factory=dict)

    def open_at(self, now: datetime) -> list[str]:
        """Its platforms that may be written to."""
        return [one for one in self.platforms if one not in self._quiet or self._quiet[one] <= now]

    def not_before(self, platform: str, moment: datetime | None) -> datetime | None:
        """When what is due at a moment may leave."""
        if moment is None or platform not in self._quiet:
            return moment
        return max(moment, self._quiet[platform])

    def narrow(self, platform: str, until: datetime) -> None:
        """Write nothing to the platform for a while, then carefully."""
        self._quiet[platform] = max(until, self._quiet.get(platform, until))
        self.places = 1

    def widen(self) -> None:
        """A send arrived."""
        self.places = min(self.most, self.places + 1)


def lanes(platforms: Sequence[str], at_once: int) -> list[Lane]:
    """One for each platform, so that a slow one holds up no other; one for all where the order
    between them is to be total.
    """
    if at_once == 1:
        return [Lane(platforms, 1, 1)]
    return [Lane((platform,), at_once, at_once) for platform in platforms]
