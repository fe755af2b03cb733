"""Calendars read again and again: what is new is proposed, a failure deletes nothing."""

from __future__ import annotations

from datetime import timedelta

from chat.event_cards import batch_card
from chat.words import Reply, say
from domain.calendars import Calendar
from domain.errors import Refusal
from scheduling import Round
from storage.feeds import Feed

EVERY = timedelta(hours=6)
"""Between two readings of a calendar that answers."""

LONGEST_WAIT = timedelta(days=2)
"""Between two tries of one that does not."""


async def take_in(round_: Round, feed: Feed, calendar: Calendar) -> None:
    """Propose what is new in a calendar to the team."""
    coming = [event for event in calendar.events if (event.end or event.start) >= round_.now]
    batch = round_.token()
    fresh = await round_.store.events.take_in(
        coming, source=feed.address, batch=batch, by=feed.proposed_by, follows=True
    )
    if fresh:
        proposer = await round_.store.people.person(feed.proposed_by)
        card = batch_card(batch, fresh, source=feed.address, proposer=proposer.name)
        await _tell_team(round_, card)
    await round_.store.feeds.read(feed.id, failures=0, due_at=round_.now + EVERY)


async def failed(round_: Round, feed: Feed, refusal: Refusal) -> None:
    """Try again later, and tell its proposer and the team once, at the first failure."""
    failures = feed.failures + 1
    wait = min(EVERY * failures, LONGEST_WAIT)
    await round_.store.feeds.read(feed.id, failures=failures, due_at=round_.now + wait)
    if failures == 1:
        told = say("feed-failed", address=feed.address).then(refusal.name, **refusal.values)
        round_.tell(feed.proposed_by, told)
        await _tell_team(round_, told)


async def _tell_team(round_: Round, reply: Reply) -> None:
    for chat in await round_.store.chats.team():
        round_.post(chat.id, reply)
