"""How to reach somebody: each account under the name its platform finds it by."""

from __future__ import annotations

from collections.abc import Sequence

from domain import reach
from domain.reach import Account
from domain.values import Items, Phrase


def ways(accounts: Sequence[Account], *, carried: bool = False) -> Items:
    """Where somebody is found, as a list to read; who is found nowhere, the team can reach, or the
    bot where it carries words.
    """
    found = tuple(Phrase("way-to-reach", way._asdict()) for way in reach.ways(accounts))
    return Items(found or (Phrase("way-by-bot" if carried else "way-by-team"),))
