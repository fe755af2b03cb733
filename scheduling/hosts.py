"""Hosted get-togethers in time: allies are called to host, those near by are told, people are
reminded the day before, and the host is asked the day after.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from chat.hosting_cards import (
    call_card,
    held_card,
    host_reminder,
    invitation_card,
    reminder_card,
)
from domain.hosting import (
    Hosting,
    asked_after,
    call_moment,
    month_to_call,
    next_call,
    reminded_at,
)
from domain.places import Nearness, nearness
from domain.rounds import How
from scheduling import Round
from storage.rounds import HOSTS

AT_ONCE = 40
"""People whom one transaction tells of something."""

SOON = timedelta(seconds=1)


async def look_after(round_: Round) -> None:
    """Do what is due about hosts."""
    await _call(round_)
    for hosting, upto in await round_.store.hostings.untold():
        await _invite(round_, hosting, upto)
    for hosting in await round_.store.hostings.unasked():
        await _look_after_one(round_, hosting)


async def next_due(round_: Round) -> datetime | None:
    """When the next of these is due; at once, while there are more to tell."""
    zone, soon = round_.fabrique.zone, round_.now + SOON
    moments = [soon for _ in await round_.store.hostings.untold()]
    for hosting in await round_.store.hostings.unasked():
        moments.append(max(asked_after(hosting, zone), soon))
        if await _is_to_remind(round_, hosting):
            moments.append(max(reminded_at(hosting, zone), soon))
    if await round_.store.rounds.count():
        month = month_to_call(round_.now, zone)
        left = month is not None and await _left_to_call(round_, month)
        moments.append(soon if left else next_call(round_.now, zone))
    return min(moments, default=None)


async def _call(round_: Round) -> None:
    """Call those who want to meet others, a few at a time, unless somebody offered already."""
    month = month_to_call(round_.now, round_.fabrique.zone)
    if month is None or not await _is_to_call(round_, month):
        return
    await round_.store.rounds.begin(HOSTS, month, now=round_.now)
    for person in await _left_to_call(round_, month):
        if not (await round_.store.profiles.of(person)).is_paused(round_.today):
            round_.tell(person, call_card(month))
        await round_.store.rounds.tell_upto(HOSTS, month, person)


async def _is_to_call(round_: Round, month: date) -> bool:
    if await round_.store.hostings.in_month(month):
        return False
    if await round_.store.rounds.begun(HOSTS, month):
        return True
    return await round_.store.rounds.since(call_moment(month, round_.fabrique.zone))


async def _left_to_call(round_: Round, month: date) -> Sequence[int]:
    """Some of those who were not called yet, of a call that began."""
    if not await round_.store.rounds.begun(HOSTS, month):
        return ()
    if await round_.store.hostings.in_month(month):
        return ()
    upto = await round_.store.rounds.told_upto(HOSTS, month)
    by = call_moment(month, round_.fabrique.zone)
    return await round_.store.rounds.everybody(after=upto, at_most=AT_ONCE, by=by)


async def _invite(round_: Round, hosting: Hosting, upto: int) -> None:
    """Tell those who want to meet others near by, in the order of their numbers."""
    people = await round_.store.rounds.everybody(after=upto, at_most=AT_ONCE, by=round_.now)
    place = hosting.town or (await round_.store.profiles.of(hosting.host)).place
    host = await _name(round_, hosting.host)
    for person in people:
        profile = await round_.store.profiles.of(person)
        near = nearness(profile.place, place) >= Nearness.SAME_DEPARTEMENT
        remote = await round_.store.rounds.guest(person) is How.REMOTE
        comes = await round_.store.gatherings.comes(hosting.gathering, person)
        paused = profile.is_paused(round_.today)
        if near and not (remote or comes or paused or person == hosting.host):
            round_.tell(person, invitation_card(hosting, host, round_.fabrique.zone))
    over = hosting.starts(round_.fabrique.zone) <= round_.now
    last = None if over or len(people) < AT_ONCE else people[-1]
    await round_.store.hostings.tell_upto(hosting.id, last)


async def _look_after_one(round_: Round, hosting: Hosting) -> None:
    zone = round_.fabrique.zone
    if asked_after(hosting, zone) <= round_.now:
        await round_.store.hostings.ask(hosting.id)
        round_.tell(hosting.host, held_card(hosting))
    elif reminded_at(hosting, zone) <= round_.now and await _is_to_remind(round_, hosting):
        await _remind(round_, hosting)


async def _is_to_remind(round_: Round, hosting: Hosting) -> bool:
    """Whether it is still ahead, and somebody comes who was not reminded."""
    zone = round_.fabrique.zone
    ahead = hosting.starts(zone) > round_.now
    by = reminded_at(hosting, zone)
    return ahead and await round_.store.hostings.unreminded(hosting, signed_before=by)


async def _remind(round_: Round, hosting: Hosting) -> None:
    """Remind those who come, and tell the host who does; whoever signs up later knows the day."""
    gatherings, zone = round_.store.gatherings, round_.fabrique.zone
    people = await gatherings.remind_of_day(
        hosting.gathering, hosting.day, signed_before=reminded_at(hosting, zone)
    )
    host = await _name(round_, hosting.host)
    for person in people:
        round_.tell(person, reminder_card(hosting, host, zone))
    names = [one.name for one in await gatherings.signed_up(hosting.gathering)]
    round_.tell(hosting.host, host_reminder(names, day=hosting.day))


async def _name(round_: Round, person: int) -> str:
    return (await round_.store.people.person(person)).name
