"""The agenda: what happens this week, and how anyone proposes something."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime, timedelta

from chat.cards import batch_card, event_phrase
from chat.command import Line, command
from chat.digest_cards import digest
from chat.hosting_cards import with_hosted
from chat.need_cards import with_calls
from chat.transport import File
from chat.words import Reply, option, say
from domain import days, letter
from domain.calendars import Calendar
from domain.errors import Refusal
from domain.events import FoundEvent, Status
from domain.ics import ics
from domain.values import NearDay
from domain.week import Week
from handlers.desk import Desk, must_be_reachable, tell_team
from handlers.letter_items import propose_item
from handlers.resources import take_resource

WEEK = timedelta(days=6)
"""From today on, seven days: what one can still go to."""

ADDRESS = re.compile(r"(?:https?|webcal)://\S+")
CALENDAR = re.compile(r"webcal://\S+|https?://\S+\.ics(?:[?#]\S*)?", re.I)
"""What is a calendar for certain; any other address may be a page to share."""


@command("agenda")
async def show_agenda(desk: Desk) -> Reply:
    """What happens in the next seven days, and a file for one's own calendar."""
    first, last = desk.today, desk.today + WEEK
    events = await desk.store.events.approved(first, last, desk.fabrique.zone)
    reply = digest(Week(first, last, tuple(events)), desk.fabrique.zone)
    hosted = [one for one in await desk.store.hostings.to_come(first) if one.day <= last]
    if reply is not None:
        reply = with_hosted(reply, hosted, desk.person.id if desk.chat.private else None)
    calls = await desk.store.needs.called(desk.now)
    if reply is None:
        empty = say("agenda-empty", first=NearDay(first), last=NearDay(last))
        return with_calls(empty, calls) or empty
    content = ics(events, zone=desk.fabrique.zone, name=desk.fabrique.name, at=desk.now)
    return (with_calls(reply, calls) or reply).attach(File("agenda.ics", "text/calendar", content))


@command("proposer", "propose")
async def propose(desk: Desk, what: str) -> Reply:
    """Take a calendar's address at once; for anything else, ask what it is."""
    await must_be_reachable(desk)
    if CALENDAR.fullmatch(what):
        return await _follow(desk, what)
    resource = option("choice-resource", take_resource, text=what)
    if ADDRESS.fullmatch(what):
        calendar = option("choice-calendar", follow_calendar, address=what)
        return say("propose-which-link").choose(resource, calendar)
    return say("propose-which").choose(
        option("choice-event", propose_event, title=what),
        option("choice-news", propose_item, text=what),
        resource,
    )


@propose.reads_line
async def with_or_without_file(desk: Desk, text: str) -> Line:
    """The words as they are, within what a letter takes."""
    return Line({"what": letter.clean(text)})


@propose.reads("what")
async def in_words(desk: Desk, typed: str) -> str:
    """An address, or what to propose in a few lines."""
    return letter.clean(typed)


@command()
async def propose_event(desk: Desk, title: str, when: datetime, place: str) -> Reply:
    """Propose one event to the team."""
    found = FoundEvent(
        uid=desk.token(),
        title=" ".join(title.split()),
        start=when,
        end=None,
        all_day=False,
        place=place,
        link="",
        status=Status.SCHEDULED,
    )
    return await _propose(desk, [found], source="chat")


@propose_event.reads("when")
async def day_and_hour(desk: Desk, typed: str) -> datetime:
    """A day to come, and an hour."""
    return days.read_moment(typed, desk.now.astimezone(desk.fabrique.zone))


@propose_event.reads("place")
async def somewhere(desk: Desk, typed: str) -> str:
    """A place in the writer's words, on one line."""
    return " ".join(typed.split())[:200]


@command()
async def follow_calendar(desk: Desk, address: str) -> Reply:
    """The address is that of a calendar: read it again and again."""
    return await _follow(desk, address)


async def take_calendar(desk: Desk) -> Reply:
    """Propose the events of a calendar file; raises Refusal for any other."""
    file = desk.file
    if file is None or file.refusal is not None:
        raise file.refusal if file and file.refusal else Refusal("refusal-file-kind")
    if not isinstance(file.content, Calendar):
        raise Refusal("refusal-file-not-calendar")
    coming = [event for event in file.content.events if not _over(event, desk.now)]
    if not coming:
        raise Refusal("refusal-calendar-past")
    return await _propose(desk, coming, source=file.name)


async def _propose(desk: Desk, found: Sequence[FoundEvent], *, source: str) -> Reply:
    batch = desk.token()
    fresh = await desk.store.events.take_in(found, source=source, batch=batch, by=desk.person.id)
    if not fresh:
        return say("events-known")
    card = batch_card(batch, fresh, source=source, proposer=desk.person.name)
    await tell_team(desk, card)
    if len(fresh) == 1:
        return say("event-proposed", event=event_phrase(fresh[0]))
    return say("events-proposed", count=len(fresh))


async def _follow(desk: Desk, address: str) -> Reply:
    if not await desk.store.feeds.add(address, by=desk.person.id, now=desk.now):
        return say("feed-known")
    return say("feed-followed")


def _over(event: FoundEvent, now: datetime) -> bool:
    return (event.end or event.start) < now


COMMANDS = (show_agenda, propose, propose_event, follow_calendar)
