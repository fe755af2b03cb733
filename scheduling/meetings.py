"""The monthly meeting in time: the next one is opened, people are reminded, the team is asked.

Nothing happens before somebody looked at a meeting once, and nobody is troubled about one on which
nobody counts.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from chat.meeting_cards import (
    attendance_card,
    brought_card,
    calendar_file,
    changed_notice,
    day_reminder,
    eve_card,
    holiday_card,
    holiday_phrase,
    hour_reminder,
    incomplete_card,
    when,
)
from chat.words import Reply
from domain.meetings import (
    Meeting,
    evening_before,
    followed,
    hour_before,
    morning_after,
    three_days_before,
    windows,
)
from scheduling import Round


async def post_due(round_: Round) -> None:
    """Do what is due about each meeting that somebody looked at."""
    store, zone = round_.store.gatherings, round_.fabrique.zone
    if not await store.kept():
        return
    next_one = await store.next(round_.fabrique.policy, round_.now, zone)
    if next_one is not None:
        await _ask_about_holiday(round_, await _up_to_date(round_, next_one))
    for meeting in (await store.kept()).values():
        if morning_after(meeting, zone).closes <= round_.now:
            continue
        if meeting.ends(zone) > round_.now:
            await store.publish(meeting, zone=zone, slug=round_.fabrique.slug)
        if meeting.planned and await store.counted_on(meeting.id):
            await _remind(round_, meeting)
            await _ask_how_it_went(round_, meeting)


async def next_due(round_: Round) -> datetime | None:
    """When something about a meeting falls due next."""
    zone = round_.fabrique.zone
    moments = [
        moment
        for meeting in (await round_.store.gatherings.kept()).values()
        for moment in (meeting.ends(zone), *(one.opens for one in windows(meeting, zone)))
    ]
    return min((moment for moment in moments if moment > round_.now), default=None)


async def _up_to_date(round_: Round, meeting: Meeting) -> Meeting:
    """What the settings now say; those who signed up are told when an hour or a link was found."""
    store, policy = round_.store.gatherings, round_.fabrique.policy
    counted_on = await store.counted_on(meeting.id)
    if followed(meeting, policy, counted_on=counted_on) == meeting:
        return meeting
    meeting = await store.meeting(meeting.id) or meeting  # as it is under the lock
    wanted = followed(meeting, policy, counted_on=counted_on)
    await store.change(wanted)
    if wanted.sequence > meeting.sequence:
        file = calendar_file(wanted, round_.fabrique, round_.now, with_link=True)
        for guest in await store.signed_up(wanted.id):
            shown = when(wanted, round_.now, round_.fabrique)
            round_.tell(guest.person, changed_notice(wanted, shown, file))
    return wanted


async def _ask_about_holiday(round_: Round, meeting: Meeting) -> None:
    name = holiday_phrase(meeting)
    if name is not None:
        await _tell_team(round_, "perm-free", meeting, [holiday_card(meeting, name)])


async def _remind(round_: Round, meeting: Meeting) -> None:
    store, zone, now = round_.store.gatherings, round_.fabrique.zone, round_.now
    shown = when(meeting, now, round_.fabrique)
    if now in three_days_before(meeting, zone) and not (meeting.at and meeting.link):
        card = incomplete_card(meeting, shown, count=await store.count(meeting.id))
        await _tell_team(round_, "perm-lacks", meeting, [card])
    eve = evening_before(meeting, zone)
    if now in eve:
        told = await store.remind_of_day(meeting.id, meeting.day, signed_before=eve.opens)
        _tell(round_, told, day_reminder(meeting, shown))
        guests, brought = await store.signed_up(meeting.id), await store.brought(meeting.id)
        await _tell_team(round_, "perm-eve", meeting, [eve_card(shown, guests, brought)])
    hour = hour_before(meeting, zone)
    if hour is not None and now in hour:
        start = meeting.starts(zone)
        told = await store.remind_of_start(meeting.id, start, signed_before=hour.opens)
        _tell(round_, told, hour_reminder(meeting))


async def _ask_how_it_went(round_: Round, meeting: Meeting) -> None:
    if round_.now not in morning_after(meeting, round_.fabrique.zone):
        return
    store = round_.store.gatherings
    asked = [brought_card(one) for one in await store.brought(meeting.id) if one.waits]
    cards = [attendance_card(meeting, await store.signed_up(meeting.id)), *asked]
    await _tell_team(round_, "perm-after", meeting, cards)


def _tell(round_: Round, people: Sequence[int], reply: Reply) -> None:
    for person in people:
        round_.tell(person, reply)


async def _tell_team(round_: Round, kind: str, meeting: Meeting, cards: Sequence[Reply]) -> None:
    """Say something once in each of the team's chats; about another day it may be said again."""
    outbox, issue = round_.store.outbox, meeting.day.isoformat()
    for chat in await round_.store.chats.team():
        if await outbox.open_issue(chat.id, kind, issue, now=round_.now):
            for card in cards:
                round_.post(chat.id, card)
