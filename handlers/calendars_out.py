"""The agenda in one's own calendar: a file of the coming weeks, or an address that is followed."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from chat.calendar_cards import calendar_card, followed_at, one_event_file, read_at
from chat.command import command
from chat.words import Reply, say
from domain.errors import Refusal
from domain.events import Event, State
from domain.week import Ground, Week, for_reader
from handlers.agenda_week import PAYLOAD, in_private
from handlers.desk import Desk
from storage.calendar_addresses import CalendarAddress

AHEAD = timedelta(weeks=8)
"""What is announced later still changes; who follows an address has it too."""

TOKENS = 3
"""Of sixty bits each: nobody guesses such an address."""


@command("calendrier", "calendar")
async def my_calendar(desk: Desk) -> Reply:
    """The coming weeks as this chat wants them, and where that is followed."""
    reply = calendar_card(
        await _coming(desk),
        await desk.store.venues.all(),
        desk.fabrique,
        private=desk.chat.private,
    )
    if desk.fabrique.site is not None:
        reply = _followed(desk, reply, await _address(desk))
    page = desk.fabrique.agenda_page
    return read_at(reply, page) if page else reply


@command(keeps_choices=True)
async def calendar_from_agenda(desk: Desk) -> Reply:
    """The same for whoever presses under an agenda; from a group, in private, where the address
    cannot be ended by mistake.
    """
    reply = await my_calendar.run(desk, {})
    if desk.chat.private:
        return reply
    return await in_private(desk, replace(reply, choices=()), opens=PAYLOAD)


@command()
async def new_address(desk: Desk, number: int) -> Reply:
    """End an address of this chat, for whoever follows it; a press on an older drawing only tells
    which one holds.
    """
    if desk.fabrique.site is None:
        raise Refusal("refusal-no-site")
    if not (desk.chat.private or desk.chat.team or desk.rank.administers):
        raise Refusal("refusal-admin-only")
    current = await _address(desk)
    if current.id != number:
        return _followed(desk, Reply(), current).redrawn()
    made = await desk.store.calendar_addresses.make(desk.chat.id, _token(desk), now=desk.now)
    return _followed(desk, Reply(), made, renewed=True).redrawn()


@command(keeps_choices=True)
async def event_file(desk: Desk, event: int) -> Reply:
    """One event for one's own calendar."""
    found = await desk.store.events.event(event)
    if found is None or found.state is not State.APPROVED:
        raise Refusal("refusal-event-not-published")
    venues = await desk.store.venues.all()
    return say("event-file").attach(one_event_file(found, venues, desk.fabrique))


async def _coming(desk: Desk) -> tuple[Event, ...]:
    """What is announced from today on, by this chat's taste."""
    first, last = desk.today, desk.today + AHEAD
    events = await desk.store.events.approved(first, last, desk.fabrique.zone)
    ground = Ground.of(await desk.store.venues.all(), desk.places)
    return for_reader(Week(first, last, tuple(events)), desk.chat.posting, ground).events


async def _address(desk: Desk) -> CalendarAddress:
    """The address of this chat, made when it is first wanted."""
    addresses = desk.store.calendar_addresses
    known = await addresses.current(desk.chat.id)
    return known or await addresses.make(desk.chat.id, _token(desk), now=desk.now)


def _followed(
    desk: Desk, reply: Reply, address: CalendarAddress, *, renewed: bool = False
) -> Reply:
    at = f"{desk.fabrique.site}/agenda/{address.token}.ics"
    return followed_at(reply, at, number=address.id, renewed=renewed)


def _token(desk: Desk) -> str:
    return "".join(desk.token() for _ in range(TOKENS))


COMMANDS = (my_calendar, calendar_from_agenda, new_address, event_file)
