"""The agenda: what happens this week, and how anyone proposes something."""

from __future__ import annotations

import re
from dataclasses import replace

from chat.calendar_cards import agenda_file
from chat.cards import choice
from chat.command import Line, command
from chat.desk import Notice
from chat.words import Reply, Words, option, say, toast
from domain import letter
from domain.agenda_orders import read_order
from domain.event_days import PAST
from domain.event_words import READ_MOST, Said, names_kind
from domain.letter_words import is_item
from domain.postings import Posting
from domain.values import NearDay
from domain.week import Week
from handlers.agenda_questions import look_up
from handlers.agenda_readers import receive
from handlers.agenda_week import (
    PAYLOAD,
    PROPOSING,
    in_private,
    open_in_private,
    private_desk,
    seven_days,
)
from handlers.desk import Desk, begin, must_be_reachable
from handlers.event_drafting import ASKED_ANYWAY
from handlers.event_posters import comes_with_poster, from_poster, offered_poster
from handlers.event_proposals import begin_proposal, take_event
from handlers.event_reading import said_in
from handlers.feeds import follow
from handlers.letter_items import propose_item
from handlers.resources import take_resource

ADDRESS = re.compile(r"(?:https?|webcal)://\S+")
CALENDAR = re.compile(r"webcal://\S+|https?://\S+\.ics(?:[?#]\S*)?", re.I)
"""What is a calendar for certain; any other address may be a page to share."""


@command("agenda")
async def show_agenda(desk: Desk, what: str = "") -> Reply:
    """What happens in the next seven days, as this chat wants it; or what a few words look for."""
    if (order := read_order(what)) is not None:
        return await receive(desk, order)
    if what:
        return await look_up(desk, what)
    return await _seven_days(desk, desk.chat.posting)


@show_agenda.reads_line
async def words_after(desk: Desk, text: str) -> Line:
    """A day, a subject, a place; or that one wants to receive the agenda, or no longer."""
    return Line({"what": text})


@command(keeps_choices=True)
async def see_all(desk: Desk) -> Reply:
    """All of the next seven days, whatever is received here; from a group, in private."""
    return await in_private(desk, await _seven_days(desk, None), opens=PAYLOAD)


@command(keeps_choices=True)
async def propose_from_agenda(desk: Desk) -> Reply:
    """Ask for an event; from a group, in private, where nobody else reads the questions."""
    if desk.chat.private:
        return await begin(desk, propose.name, {})
    there = await private_desk(desk)
    if there is None:
        return open_in_private(desk, PROPOSING)
    await begin(there, propose.name, {})
    prompt = await desk.store.prompts.waiting(there.chat.id, desk.person.id, now=desk.now)
    asked = await propose.question(there, "what", {})
    token = prompt.token if prompt else None
    desk.notices.append(Notice(asked, person=desk.person.id, prompt=token))
    return toast("agenda-in-private")


async def _seven_days(desk: Desk, posting: Posting | None) -> Reply:
    """The agenda as it would be posted now, with a file; None reads all of it."""
    whole, week, reply = await seven_days(desk, posting)
    if reply is not None and not week.is_empty:
        venues = await desk.store.venues.all()
        return reply.attach(agenda_file(week.events, venues, desk.fabrique))
    empty = _nothing(whole)
    return replace(empty, words=(*empty.words, *(reply.words if reply else ())))


def _nothing(whole: Week) -> Reply:
    """Nothing on, or nothing of this taste."""
    first, last = NearDay(whole.first), NearDay(whole.last)
    if whole.is_empty:
        return say("agenda-empty", first=first, last=last)
    reply = say("agenda-not-to-taste", count=len(whole.events), first=first, last=last)
    return reply.choose(option("choice-see-all", see_all))


@command("proposer", "propose")
async def propose(desk: Desk, what: str) -> Reply:
    """Take a calendar's address at once, and read what says a day and an hour as an event; for
    anything else, ask what it is.
    """
    await must_be_reachable(desk)
    if CALENDAR.fullmatch(what):
        return await follow(desk, what)
    if is_item(what):
        return await propose_item.run(desk, {"text": what})
    said = await said_in(desk, what)
    if comes_with_poster(desk):
        return await from_poster(desk, what, said)
    if _is_event(what, said):
        return await begin_proposal(desk, what, said)
    past = said.when.doubt == PAST and said.when.day is None
    if past and said.title and not ADDRESS.fullmatch(what) and _tells(what):
        return await begin_proposal(desk, what, said, words=letter.clean(what), news=True)
    asked = await _which(desk, letter.clean(what))
    if not past:
        return asked
    return replace(asked, words=(Words(PAST, said.when.values), *asked.words))


def _is_event(what: str, said: Said) -> bool:
    """Whether words say a day and an hour, or a kind of event on a day that cannot be."""
    if not _tells(what):
        return False
    impossible = said.when.doubt not in (*ASKED_ANYWAY, PAST) and names_kind(what)
    return bool(said.when.timings) or impossible


def _tells(what: str) -> bool:
    return "?" not in ADDRESS.sub("", what)


async def _which(desk: Desk, what: str) -> Reply:
    """Ask what a few words or an address are."""
    resource = option("choice-resource", take_resource, text=what)
    if ADDRESS.fullmatch(what):
        calendar = option("choice-calendar", follow_calendar, address=what)
        return say("propose-which-link").choose(resource, calendar)
    return say("propose-which").choose(
        option("choice-event", take_event, text=what),
        option("choice-news", propose_item, text=what),
        resource,
    )


@propose.asks("what")
async def what_to_propose(desk: Desk) -> Reply:
    """A few words or a link; a picture that came with the command may say it all, and whoever
    proposed something already is led to it.
    """
    asked, poster = say("propose-ask-what"), await offered_poster(desk)
    if poster is not None:
        return asked.choose(poster)
    if desk.chat.private and await desk.store.events.of_person(desk.person.id, since=desk.now):
        return asked.choose(choice("choice-own-proposals", "own_proposals"))
    return asked


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
    return await follow(desk, address)


@command()
async def news_after_all(desk: Desk, text: str) -> Reply:
    """What is over is news, and no event whose day is still asked."""
    await desk.store.prompts.drop(desk.chat.id, desk.person.id)
    return await propose_item.run(desk, {"text": text})


@command()
async def resource_after_all(desk: Desk, text: str) -> Reply:
    """The same, of something to read or to listen to."""
    await desk.store.prompts.drop(desk.chat.id, desk.person.id)
    return await take_resource.run(desk, {"text": text})


COMMANDS = (
    show_agenda,
    propose,
    news_after_all,
    resource_after_all,
    follow_calendar,
    see_all,
    propose_from_agenda,
)
