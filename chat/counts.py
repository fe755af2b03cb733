"""Counts of people that a team reads: of fewer than five, nobody should be guessed."""

from __future__ import annotations

from domain.values import Phrase

FEW = 5


def counted(count: int) -> Phrase:
    """A count as it is said; a small one, but for none, only as small."""
    if 0 < count < FEW:
        return Phrase("count-few", {"most": FEW})
    return Phrase("count-known", {"count": count})
