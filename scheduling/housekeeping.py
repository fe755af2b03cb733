"""Housekeeping: what is forgotten after a while, and the nightly look at the ledger."""

from __future__ import annotations

from datetime import timedelta

from chat.words import say
from scheduling import Round

SEEN_KEPT = timedelta(days=30)
"""No platform delivers an update again after so long."""

WORDS_KEPT = timedelta(days=60)
"""Messages delivered longer ago are emptied: their words are in the chats, not here."""


async def tidy(round_: Round) -> None:
    """Forget old updates and words; tell the team if the ledger is wrong."""
    await round_.store.inbox.forget_seen(before=round_.now - SEEN_KEPT)
    await round_.store.outbox.forget(before=round_.now - WORDS_KEPT)
    if await round_.store.ledger.faults():
        for chat in await round_.store.chats.team():
            round_.post(chat.id, say("ledger-broken"))
