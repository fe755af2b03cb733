"""Housekeeping: what is forgotten after a while."""

from __future__ import annotations

from datetime import timedelta

from scheduling import Round

SEEN_KEPT = timedelta(days=30)
"""No platform delivers an update again after so long."""

WORDS_KEPT = timedelta(days=60)
"""Messages delivered longer ago are emptied: their words are in the chats, not here."""

CODES_KEPT = timedelta(days=1)
"""Codes are worth nothing after ten minutes; how many were guessed is counted for an hour."""

PICTURES_KEPT = timedelta(days=2)
"""A picture of a proposal that nobody finished: the question it came with is a day old at most."""


async def tidy(round_: Round) -> None:
    """Forget old updates, presses, words and codes; bring home what two at once left apart."""
    await round_.store.inbox.forget_seen(before=round_.now - SEEN_KEPT)
    await round_.store.presses.forget(before=round_.now - SEEN_KEPT)
    await round_.store.said.forget(before=round_.now - WORDS_KEPT)
    await round_.store.link_codes.forget(before=round_.now - CODES_KEPT)
    await round_.store.pictures.forget(before=round_.now - PICTURES_KEPT)
    await round_.store.links.tidy()
