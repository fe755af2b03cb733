"""The weekly agenda: posted to each group at its hour, once, also after a night off."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from chat.call_cards import digest_calls
from chat.digest_cards import digest
from chat.hosting_cards import with_hosted
from chat.need_cards import with_calls
from chat.words import Reply
from domain.calls import CallState
from domain.due import ONE_WEEK, digest_due, due_at, next_digest, week_of
from domain.fabriques import Chat
from domain.week import Week
from scheduling import Round

SPAN = timedelta(days=6)
"""A digest tells seven days, the day of the post included."""


async def post_due(round_: Round) -> None:
    """Post the agenda to every group whose hour has come; an empty week is passed over."""
    for chat in await round_.store.chats.groups():
        issue = _due(round_, chat)
        if issue and await round_.store.outbox.open_issue(chat.id, "agenda", issue, now=round_.now):
            await _post(round_, chat, issue)


async def next_due(round_: Round) -> datetime | None:
    """When the next group's hour comes."""
    groups = [chat for chat in await round_.store.chats.groups() if chat.posting.agenda]
    zone = round_.fabrique.zone
    return min(
        (
            next_digest(round_.now, weekday=chat.posting.weekday, at=chat.posting.at, zone=zone)
            for chat in groups
        ),
        default=None,
    )


def _due(round_: Round, chat: Chat) -> str | None:
    """The issue due in a group, unless the bot came after its hour."""
    zone, posting = round_.fabrique.zone, chat.posting
    if not posting.agenda:
        return None
    issue = digest_due(round_.now, weekday=posting.weekday, at=posting.at, zone=zone)
    hours = (
        due_at(posting.weekday, posting.at, zone, day)
        for day in (round_.today, round_.today - ONE_WEEK)
    )
    last = max((hour for hour in hours if hour <= round_.now), default=None)
    return issue if last is not None and chat.since <= last else None


async def _post(round_: Round, chat: Chat, issue: str) -> None:
    zone = round_.fabrique.zone
    first, last = round_.today, round_.today + SPAN
    events = await round_.store.events.approved(first, last, zone)
    called = await round_.store.needs.called(round_.now)
    campaign = await round_.store.letter.campaign_of(week_of(round_.today)[0])
    week = digest(Week(first, last, tuple(events), campaign=campaign), zone)
    hosted = [one for one in await round_.store.hostings.to_come(first) if one.day <= last]
    shown = with_hosted(week, hosted, None) if week else None
    reply = await _with_calls(round_, with_calls(shown, called))
    if reply is not None:
        round_.post(chat.id, reply, kind="agenda", issue=issue)


async def _with_calls(round_: Round, reply: Reply | None) -> Reply | None:
    """The agenda with the open calls that the team wants under it, also in an empty week."""
    live = await round_.store.calls.in_state(CallState.OPEN)
    calls = [one for one in live if one.in_digest and round_.today <= one.closes]
    if not calls:
        return reply
    return replace(reply or Reply(), words=(*(reply.words if reply else ()), digest_calls(calls)))
