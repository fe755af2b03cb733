"""A chat's own calendar: the file, and the address under which it is followed."""

from __future__ import annotations

from collections.abc import Sequence

from chat.cards import choice
from chat.papers import Diary
from chat.words import Reply, Words, say
from domain.events import Event
from domain.fabriques import Fabrique
from domain.venues import Venue


def calendar_card(
    events: Sequence[Event], venues: Sequence[Venue], fabrique: Fabrique, *, private: bool
) -> Reply:
    """The coming events as a file, and how to keep them; without events, no file."""
    reply = say("calendar-file", count=len(events), private="yes" if private else "no")
    return reply.attach(agenda_file(events, venues, fabrique)) if events else reply


def agenda_file(events: Sequence[Event], venues: Sequence[Venue], fabrique: Fabrique) -> Diary:
    """Several events for one's own calendar."""
    return Diary(Words("calendar-stem"), tuple(events), fabrique, tuple(venues))


def one_event_file(event: Event, venues: Sequence[Venue], fabrique: Fabrique) -> Diary:
    """One event for one's own calendar."""
    return Diary(Words("event-stem", {"title": event.title}), (event,), fabrique, tuple(venues))


def followed_at(reply: Reply, address: str, *, number: int, renewed: bool = False) -> Reply:
    """Say where a calendar is followed, which of its addresses `number` is, and how to end it."""
    words = {"https": address, "webcal": f"webcal{address.removeprefix('https')}"}
    if renewed:
        reply = reply.then("calendar-address-ended")
    return (
        reply.then("calendar-address", **words)
        .then("calendar-address-secret")
        .choose(choice("choice-new-address", "new_address", number=number))
    )


def read_at(reply: Reply, page: str) -> Reply:
    """Say where everybody reads the agenda."""
    return reply.then("calendar-page", page=page)
