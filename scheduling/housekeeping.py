"""Housekeeping: what is forgotten after a while."""

from __future__ import annotations

from datetime import timedelta

from scheduling import Round

SEEN_KEPT = timedelta(days=30)
"""No platform delivers an update again after so long."""

WORDS_KEPT = timedelta(days=60)
"""Messages delivered longer ago are emptied: their words are in the chats, not here."""


async def tidy(round_: Round) -> None:
    """Forget old updates, presses and words."""
    await round_.store.inbox.forget_seen(before=round_.now - SEEN_KEPT)
    await round_.store.presses.forget(before=round_.now - SEEN_KEPT)
    await round_.store.said.forget(before=round_.now - WORDS_KEPT)
