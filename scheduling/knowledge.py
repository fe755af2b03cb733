"""Entries to review: the team is told of each day of review once, in one message a week."""

from __future__ import annotations

from datetime import datetime, time

from chat.knowledge_cards import reviews
from domain.due import digest_due, next_digest
from scheduling import Round

WEEKDAY = 0
AT = time(9, 0)
"""Monday at nine: never a message for each entry, nor on the day each falls due."""


async def post_due(round_: Round) -> None:
    """Tell the team of the entries that fell due since it was last told."""
    issue = digest_due(round_.now, weekday=WEEKDAY, at=AT, zone=round_.fabrique.zone)
    due = await round_.store.knowledge.not_told(round_.today) if issue else ()
    if issue is None or not due:
        return
    told = False
    for chat in await round_.store.chats.team():
        if await round_.store.outbox.open_issue(chat.id, "review", issue, now=round_.now):
            round_.post(chat.id, reviews(due))
            told = True
    if told:
        await round_.store.knowledge.told(due)


async def next_due(round_: Round) -> datetime | None:
    """The next Monday, when any entry has a day of review that the team was not told of."""
    if not await round_.store.knowledge.awaits_review():
        return None
    return next_digest(round_.now, weekday=WEEKDAY, at=AT, zone=round_.fabrique.zone)
