"""The monthly meeting, for the team: its day, its hour, its link, the months without one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, time

from chat.command import Value, Where, command, valued
from chat.meeting_cards import calendar_file, changed_notice, skipped_notice, team_card, when
from chat.words import Choice, Reply, Words, say
from domain import days, meetings
from domain.errors import Refusal
from domain.meetings import Meeting, MeetingState, morning_after
from domain.values import Clock, NearDay
from handlers.desk import Desk

HOURS = (time(11), time(12, 30), time(14), time(18))
"""Hours offered by a tap; any other can be typed."""

MONTHS_SHOWN = 9
"""Months to choose from: Matrix draws ten choices."""


async def the_meeting(desk: Desk, number: int) -> Meeting:
    """A meeting by number, locked until this update is done."""
    found = await desk.store.gatherings.meeting(number)
    if found is None:
        raise Refusal("refusal-choice-stale")
    return found


async def next_for_team(desk: Desk) -> Reply:
    """The next meeting before the team."""
    fabrique = desk.fabrique
    meeting = await desk.store.gatherings.next(fabrique.policy, desk.now, fabrique.zone)
    if meeting is None:
        return await other_months.run(desk, {})
    return await _shown(desk, meeting)


@command(where=Where.TEAM)
async def other_months(desk: Desk) -> Reply:
    """The months to come, to look at one."""
    fabrique = desk.fabrique
    coming = await desk.store.gatherings.coming(fabrique.policy, desk.now, fabrique.zone)
    return say("meeting-months").choose(*(_month(one) for one in coming[:MONTHS_SHOWN]))


@command(where=Where.TEAM)
async def see_month(desk: Desk, issue: str) -> Reply:
    """A month's meeting before the team, kept from now on."""
    fabrique = desk.fabrique
    coming = await desk.store.gatherings.coming(fabrique.policy, desk.now, fabrique.zone)
    found = next((one for one in coming if one.issue == issue), None)
    if found is None:
        raise Refusal("refusal-meeting-over")
    return await _shown(desk, found if found.id else await desk.store.gatherings.open(found))


@command(where=Where.TEAM)
async def change_day(desk: Desk, meeting: int, day: date) -> Reply:
    """Another day; those who signed up are told."""
    found = await to_change(desk, meeting)
    return await _changed(desk, found, meetings.moved(found, day, desk.now, desk.fabrique.zone))


@change_day.reads("day")
async def one_day(desk: Desk, typed: str, meeting: int) -> date:
    """One day to come; of several none is guessed."""
    answer = f"le {typed.strip()}" if typed.strip().isdigit() else typed
    found = {one.day for one in days.find_all(answer, desk.today, ahead=True)}
    if len(found) != 1:
        raise Refusal("refusal-meeting-day")
    day = found.pop()
    meetings.moved(await the_meeting(desk, meeting), day, desk.now, desk.fabrique.zone)
    return day


@command(where=Where.TEAM)
async def change_hour(desk: Desk, meeting: int, hour: str) -> Reply:
    """Another hour; those who signed up are told."""
    found = await to_change(desk, meeting)
    at = time.fromisoformat(hour)
    return await _changed(desk, found, meetings.at_hour(found, at, desk.now, desk.fabrique.zone))


@change_hour.choices("hour")
async def usual_hours(desk: Desk) -> Sequence[Value]:
    """Hours at which people have time."""
    return [valued(Clock(hour), hour.strftime("%H:%M")) for hour in HOURS]


@change_hour.reads("hour")
async def hour_of_day(desk: Desk, typed: str) -> str:
    """An hour as people write it."""
    return days.read_hour(typed).strftime("%H:%M")


@command(where=Where.TEAM)
async def change_link(desk: Desk, meeting: int, link: str) -> Reply:
    """Another address for the video; those who signed up are told."""
    found = await to_change(desk, meeting)
    other = found if found.link == link else meetings.changed(replace(found, link=link))
    return await _changed(desk, found, other)


@change_link.reads("link")
async def safe_address(desk: Desk, typed: str) -> str:
    """An address that begins with https."""
    return meetings.read_link(typed)


@command(where=Where.TEAM)
async def keep_day(desk: Desk, meeting: int) -> Reply:
    """The meeting takes place although the day is a public holiday."""
    found = await to_change(desk, meeting)
    await _note(desk, "meeting-kept", found)
    return say("meeting-kept", day=NearDay(found.day))


@command(where=Where.TEAM)
async def skip_month(desk: Desk, meeting: int) -> Reply:
    """No meeting this month: those who signed up are told, their questions wait for the next."""
    found = await to_change(desk, meeting)
    if found.planned:
        skipped = meetings.changed(replace(found, state=MeetingState.SKIPPED))
        await desk.store.gatherings.change(skipped)
        await _note(desk, "meeting-skipped", found)
        await _tell_skipped(desk, skipped)
        found = skipped
    return await _shown(desk, found)


@command(where=Where.TEAM)
async def restore_month(desk: Desk, meeting: int) -> Reply:
    """The meeting takes place after all: those who had signed up are told."""
    found = await to_change(desk, meeting)
    if found.planned:
        return await _shown(desk, found)
    restored = meetings.changed(replace(found, state=MeetingState.PLANNED))
    return await _changed(desk, found, restored)


async def to_change(desk: Desk, number: int) -> Meeting:
    """A meeting that is not over, locked until this update is done."""
    found = await the_meeting(desk, number)
    if found.ends(desk.fabrique.zone) <= desk.now:
        raise Refusal("refusal-meeting-over")
    return found


async def _changed(desk: Desk, before: Meeting, after: Meeting) -> Reply:
    """Keep a change, tell those who signed up, and show the team what now holds."""
    if after != before:
        await desk.store.gatherings.change(after)
        await _note(desk, "meeting-changed", after)
        for guest in await desk.store.gatherings.signed_up(after.id):
            desk.tell(guest.person, _notice(desk, after))
        await _spare_reminders(desk, after)
    return await _shown(desk, after)


def _notice(desk: Desk, meeting: Meeting) -> Reply:
    file = calendar_file(meeting, desk.fabrique, desk.now, with_link=True)
    return changed_notice(meeting, when(meeting, desk.now, desk.fabrique), file)


async def _spare_reminders(desk: Desk, meeting: Meeting) -> None:
    """Whoever was just told of a change needs no reminder that would follow within the minute."""
    store, zone = desk.store.gatherings, desk.fabrique.zone
    if meetings.evening_before(meeting, zone).opens <= desk.now:
        await store.remind_of_day(meeting.id, meeting.day, signed_before=desk.now)
    hour = meetings.hour_before(meeting, zone)
    if hour is not None and hour.opens <= desk.now:
        await store.remind_of_start(meeting.id, meeting.starts(zone), signed_before=desk.now)


async def _tell_skipped(desk: Desk, meeting: Meeting) -> None:
    store, fabrique = desk.store.gatherings, desk.fabrique
    after = await store.next(fabrique.policy, desk.now, fabrique.zone)
    then = when(after, desk.now, fabrique) if after else None
    file = calendar_file(meeting, fabrique, desk.now, with_link=True)
    for guest in await store.signed_up(meeting.id):
        desk.tell(guest.person, skipped_notice(meeting, after, then).attach(file))
    if after is None:
        return
    for asked in await store.brought(meeting.id):
        if asked.waits:
            desk.tell(asked.person, say("brought-waits", day=NearDay(after.day)))
    await store.hand_on(meeting.id, after.id)


async def _shown(desk: Desk, meeting: Meeting) -> Reply:
    store = desk.store.gatherings
    guests, brought = await store.signed_up(meeting.id), await store.brought(meeting.id)
    shown = when(meeting, desk.now, desk.fabrique)
    return team_card(meeting, shown, guests, brought, last=await _last(desk))


async def _last(desk: Desk) -> Meeting | None:
    """The meeting of which the team may still tell how it went."""
    zone = desk.fabrique.zone
    for one in reversed(list((await desk.store.gatherings.kept()).values())):
        over = one.planned and one.ends(zone) <= desk.now < morning_after(one, zone).closes
        if over and await desk.store.gatherings.counted_on(one.id):
            return one
    return None


def _month(meeting: Meeting) -> Choice:
    label = "choice-month" if meeting.planned else "choice-month-skipped"
    return Choice(
        Words(label, {"day": NearDay(meeting.day)}), "see_month", {"issue": meeting.issue}
    )


async def _note(desk: Desk, act: str, meeting: Meeting) -> None:
    on = f"permanence:{meeting.issue}"
    await desk.store.audit.note(act, on, by=desk.person.id, now=desk.now)
