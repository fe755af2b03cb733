"""Campaigns that no agenda told in their week, for want of anything else to tell: each is given the
next free week, and the team hears of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time

from chat.letter_cards import campaign_moved
from domain.campaigns import LONGEST, week_for
from domain.due import ONE_WEEK, local_instant, week_of
from domain.editions import Edition
from domain.letter import Item
from scheduling import Round
from scheduling.issues import readers_of

BACK = 2 * ONE_WEEK
"""How long after its week a campaign may still be found to be untold."""


async def look_after(round_: Round) -> None:
    """Give another week to each campaign whose own is over for all who read."""
    for item, week in await _untold(round_):
        await round_.store.leases.one_at_a_time("campaigns")
        then = week_for(await round_.store.letter.weeks(), round_.today, _last_day(round_, item))
        await round_.store.letter.tell_in(item.id, then)
        for chat in await round_.store.chats.team():
            round_.post(chat.id, campaign_moved(item, week, then))


async def next_due(round_: Round) -> datetime | None:
    """When an agenda that nobody had can be sent no more; anything sooner is written down."""
    if await _untold(round_):
        return round_.now
    zone = round_.fabrique.zone
    moments = [
        local_instant(edition.day + ONE_WEEK, time(), zone)
        for item, week in await _promised(round_)
        for edition in await _carrying(round_, item, week)
    ]
    return min((one for one in moments if one > round_.now), default=None)


async def _untold(round_: Round) -> list[tuple[Item, date]]:
    return [
        (item, week)
        for item, week in await _promised(round_)
        if not await _has_its_agenda(round_, item, week) and await _is_closed(round_, week)
    ]


async def _promised(round_: Round) -> list[tuple[Item, date]]:
    """The campaigns of this week and of the last ones."""
    monday = week_of(round_.today)[0]
    found = await round_.store.letter.promised(monday - BACK, monday)
    return [(one, one.week) for one in found if one.week is not None]


async def _has_its_agenda(round_: Round, item: Item, week: date) -> bool:
    """Whether somebody read of it, or may: an agenda that was missed can be sent again."""
    carrying = await _carrying(round_, item, week)
    if any(one.last >= round_.today for one in carrying):
        return True
    return await round_.store.event_posts.posted([one.id for one in carrying])


async def _carrying(round_: Round, item: Item, week: date) -> Sequence[Edition]:
    """The agendas of a week that tell a campaign, among other things."""
    editions = round_.store.editions
    return [
        one
        for one in [*await editions.frozen_since(week), *await editions.undecided(week)]
        if one.day < week + ONE_WEEK
        and one.tells_something
        and one.campaign is not None
        and one.campaign.id == item.id
    ]


async def _is_closed(round_: Round, week: date) -> bool:
    """Whether everybody who reads had the agenda of a week, or will not have it."""
    hours = {
        (reader.chat.id, due.issue)
        for reader in await readers_of(round_)
        for due in reader.dues
        if week_of(due.day)[0] == week
    }
    opened = await round_.store.event_posts.opened({issue for _, issue in hours})
    return bool(hours) and hours <= opened


def _last_day(round_: Round, item: Item) -> date | None:
    """Its last day; one that says none is not put off for ever."""
    if item.ends is not None or item.approved_at is None:
        return item.ends
    return item.approved_at.astimezone(round_.fabrique.zone).date() + LONGEST
