"""The agenda: what happens this week, and how anyone proposes something."""

from __future__ import annotations

import re
from datetime import timedelta

from chat.cards import item_card
from chat.command import Line, command
from chat.digest_cards import digest
from chat.hosting_cards import with_hosted
from chat.need_cards import with_calls
from chat.transport import File
from chat.words import Reply, option, say
from domain import letter
from domain.event_words import READ_MOST
from domain.events import State
from domain.ics import ics
from domain.letter import Item, Section
from domain.values import NearDay
from domain.week import Week
from handlers.desk import Desk, must_be_reachable, tell_team
from handlers.event_proposals import begin_proposal, said_in, take_event
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
    """Take a calendar's address at once, and read what says a day and an hour as an event; for
    anything else, ask what it is.
    """
    await must_be_reachable(desk)
    if CALENDAR.fullmatch(what):
        return await _follow(desk, what)
    said = await said_in(desk, what)
    if said.when.timings and "?" not in ADDRESS.sub("", what):
        return await begin_proposal(desk, what, said)
    what = letter.clean(what)
    resource = option("choice-resource", take_resource, text=what)
    if ADDRESS.fullmatch(what):
        calendar = option("choice-calendar", follow_calendar, address=what)
        return say("propose-which-link").choose(resource, calendar)
    return say("propose-which").choose(
        option("choice-event", take_event, text=what),
        option("choice-news", propose_item, text=what),
        resource,
    )


@propose.reads_line
async def with_or_without_file(desk: Desk, text: str) -> Line:
    """The words as they are; how long they may be depends on what they are."""
    return Line({"what": await in_words(desk, text)})


@propose.reads("what")
async def in_words(desk: Desk, typed: str) -> str:
    """An address, an event, or what to propose in a few lines."""
    whole = (await said_in(desk, typed)).when.timings and len(typed) <= READ_MOST
    return typed if whole else letter.clean(typed)


@command()
async def follow_calendar(desk: Desk, address: str) -> Reply:
    """The address is that of a calendar: read it again and again."""
    return await _follow(desk, address)


@command()
async def propose_item(desk: Desk, text: str) -> Reply:
    """Propose something for the letter to the team."""
    clean = letter.clean(text)
    number = await desk.store.letter.propose(
        clean, Section.INITIATIVE, by=desk.person.id, now=desk.now
    )
    item = Item(number, clean, desk.person.name, State.PROPOSED, Section.INITIATIVE)
    await tell_team(desk, item_card(item, proposer=desk.person.name))
    return say("item-proposed")


async def _follow(desk: Desk, address: str) -> Reply:
    if not await desk.store.feeds.add(address, by=desk.person.id, now=desk.now):
        return say("feed-known")
    return say("feed-followed")


COMMANDS = (show_agenda, propose, propose_item, follow_calendar)
