"""The agenda on the web: calendars that are followed, a feed, and pages that anybody reads.

It only reads, and tells only what the team approved. Must not know how a page is drawn.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Awaitable, Callable, Hashable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from functools import partial
from http import HTTPStatus

from sqlalchemy.exc import SQLAlchemyError
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.clock import Clock
from bot.told_events import Teller
from bot.web.agenda_page import agenda_page, event_page, gone_page
from bot.web.answers import Content, answered, refused
from bot.web.drawings import Drawing, Drawings
from bot.web.limits import Limit, asker_of
from bot.web.spoken import spoken
from domain.atom import Entry, Feed, atom
from domain.due import local_instant
from domain.events import Event
from domain.fabriques import Chat, Fabrique
from domain.ics import key_of, lasts, struck
from domain.places import Places
from domain.venues import Venue
from domain.week import Ground, Week, for_reader
from locales import Languages
from storage import Database, Store

PAST = timedelta(days=30)
"""What is over stays in a calendar that is followed, and what was called off is struck there."""

AHEAD = timedelta(days=400)
PAGE = timedelta(days=27)
"""Four weeks, today included: what one plans, and a page that is read to its end."""

NEWS = timedelta(weeks=8)
"""How far ahead a feed tells."""

_TOKEN = re.compile(r"([a-z0-9]{36})\.ics")
_NUMBER = re.compile(r"(\d{1,9})(\.ics)?")
_SLUG = re.compile(r"[a-z0-9-]{1,60}")


class Refused(Exception):
    """What is not answered; `status` says why."""

    def __init__(self, status: HTTPStatus) -> None:
        super().__init__(status.phrase)
        self.status = status


@dataclass(frozen=True)
class Asked:
    """A request, with the fabrique it is about and what tells of it in its reader's language."""

    request: Request
    store: Store
    fabrique: Fabrique
    teller: Teller
    now: datetime

    @property
    def today(self) -> date:
        """The date there."""
        return self.now.astimezone(self.fabrique.zone).date()

    @property
    def dawn(self) -> datetime:
        """When the day began: files written on one day are the same while nothing changed."""
        return local_instant(self.today, time.min, self.fabrique.zone)

    def drawing(self, *about: Hashable, draw: Callable[[], Content]) -> Drawing:
        """What is drawn of these things, in this fabrique's name and this reader's language."""
        ground = (self.fabrique, self.teller.language.code, self.dawn)
        return Drawing((*ground, *about), draw)


Answers = Callable[[Asked], Awaitable[Drawing]]
"""Reads what is asked for; it is drawn once nothing is held of the database."""


@dataclass
class Agenda:
    """The pages and files of every fabrique: the first one's without its name, and by their names
    those of all.
    """

    database: Database
    clock: Clock
    languages: Languages
    places: Places
    limit: Limit = field(default_factory=Limit)
    drawings: Drawings = field(default_factory=Drawings)

    @property
    def routes(self) -> Sequence[Route]:
        """Where they are read."""
        answers: dict[str, Answers] = {
            "/agenda": self._page,
            "/agenda.ics": self._calendar,
            "/agenda.atom": self._feed,
            "/agenda/evenement/{number}": self._event,
            "/agenda/{token}": self._followed,
        }
        return [
            Route(f"{prefix}{path}", self._answering(answer))
            for prefix in ("", "/{slug}")
            for path, answer in answers.items()
        ]

    def _answering(self, answer: Answers) -> Callable[[Request], Awaitable[Response]]:
        async def answers(request: Request) -> Response:
            moment = asyncio.get_running_loop().time()
            if wait := self.limit.wait(asker_of(request), moment):
                return refused(HTTPStatus.TOO_MANY_REQUESTS, retry_after=str(wait))
            try:
                drawing = await self._read(request, answer)
                return answered(request, await self.drawings.of(drawing))
            except Refused as refusal:
                return refused(refusal.status)
            except (SQLAlchemyError, OSError):
                return refused(HTTPStatus.SERVICE_UNAVAILABLE, retry_after="60")

        return answers

    async def _read(self, request: Request, answer: Answers) -> Drawing:
        async with self.database.begin() as store:
            fabrique = await _fabrique(store, request.path_params.get("slug"))
            language = self.languages[spoken(request, fabrique.language)]
            return await answer(
                Asked(
                    request,
                    store.of(fabrique.id),
                    fabrique,
                    Teller(language, fabrique),
                    self.clock.now(),
                )
            )

    async def _page(self, asked: Asked) -> Drawing:
        """The coming days."""
        _must_be_public(asked.fabrique)
        first, last = asked.today, asked.today + PAGE
        week = Week(first, last, await _approved(asked, first, last))
        venues = await _venues(asked)
        return asked.drawing(
            "page", week, venues, draw=partial(agenda_page, asked.teller, week, venues)
        )

    async def _calendar(self, asked: Asked) -> Drawing:
        """The whole agenda, to be followed."""
        _must_be_public(asked.fabrique)
        events = await _approved(asked, asked.today - PAST, asked.today + AHEAD)
        left = await _left(asked, events, asked.today - PAST, asked.today + AHEAD)
        return await _file(asked, events, "agenda", left=left)

    async def _feed(self, asked: Asked) -> Drawing:
        """What is new in the agenda."""
        page = _must_be_public(asked.fabrique)
        events = await _approved(asked, asked.today, asked.today + NEWS)
        left = await _left(asked, events, asked.today, asked.today + NEWS)
        gone = tuple(one for one in map(struck, left) if lasts(one, asked.now))
        told = (*events, *gone)
        return asked.drawing("feed", told, draw=partial(_news, asked, told, page))

    async def _event(self, asked: Asked) -> Drawing:
        """One event: its page, or its file."""
        _must_be_public(asked.fabrique)
        named = _NUMBER.fullmatch(asked.request.path_params["number"])
        if named is None:
            raise Refused(HTTPStatus.BAD_REQUEST)
        event = await asked.store.events.published(int(named[1]))
        if event is not None and named[2]:
            return await _file(asked, (event,), f"evenement-{event.id}")
        if event is not None:
            venues = await _venues(asked)
            draw = partial(event_page, asked.teller, event, venues)
            return asked.drawing("event", event, venues, draw=draw)
        if named[2]:
            raise Refused(HTTPStatus.NOT_FOUND)
        return asked.drawing("gone", draw=partial(gone_page, asked.teller))

    async def _followed(self, asked: Asked) -> Drawing:
        """The agenda of one chat, by its secret address, in that chat's own language."""
        named = _TOKEN.fullmatch(asked.request.path_params["token"])
        if named is None:
            raise Refused(HTTPStatus.BAD_REQUEST)
        address = await asked.store.calendar_addresses.called(named[1])
        if address is None:
            raise Refused(HTTPStatus.NOT_FOUND)
        chat = await asked.store.chats.chat(address.chat)
        if address.ended or not chat.present:
            raise Refused(HTTPStatus.GONE)
        return await self._of_chat(asked, chat)

    async def _of_chat(self, asked: Asked, chat: Chat) -> Drawing:
        fabrique = await asked.store.fabriques.fabrique(chat.fabrique)
        teller = Teller(self.languages[chat.language], fabrique)
        there = Asked(asked.request, asked.store.of(fabrique.id), fabrique, teller, asked.now)
        first, last = there.today - PAST, there.today + AHEAD
        week = Week(first, last, await _approved(there, first, last))
        ground = Ground.of(await _venues(there), self.places)
        events = for_reader(week, chat.posting, ground).events
        left = Week(first, last, await _left(there, events, first, last))
        gone = for_reader(left, chat.posting, ground).events
        return await _file(there, events, "agenda", left=gone, shared=False)


VARY = {"vary": "Accept-Language"}


async def _fabrique(store: Store, slug: str | None) -> Fabrique:
    """The fabrique of a name, the first one without a name."""
    if slug is not None and not _SLUG.fullmatch(slug):
        raise Refused(HTTPStatus.BAD_REQUEST)
    for fabrique in await store.fabriques.all():
        if slug in (None, fabrique.slug):
            return fabrique
    raise Refused(HTTPStatus.NOT_FOUND)


def _must_be_public(fabrique: Fabrique) -> str:
    """Where the agenda is read; as if there were none, where an operator did not open it."""
    if fabrique.agenda_page is None:
        raise Refused(HTTPStatus.NOT_FOUND)
    return fabrique.agenda_page


async def _approved(asked: Asked, first: date, last: date) -> tuple[Event, ...]:
    return tuple(await asked.store.events.approved(first, last, asked.fabrique.zone))


async def _left(
    asked: Asked, beside: Sequence[Event], first: date, last: date
) -> tuple[Event, ...]:
    """What those who follow had, and is no more."""
    numbers = [one.id for one in beside]
    zone = asked.fabrique.zone
    return tuple(await asked.store.events.left(first, last, zone, beside=numbers))


async def _venues(asked: Asked) -> tuple[Venue, ...]:
    return tuple(await asked.store.venues.all())


async def _file(
    asked: Asked,
    events: tuple[Event, ...],
    name: str,
    *,
    left: tuple[Event, ...] = (),
    shared: bool = True,
) -> Drawing:
    venues = await _venues(asked)
    headers = {"content-disposition": f'inline; filename="{name}.ics"'}
    headers |= VARY if shared else {"x-robots-tag": "noindex"}

    def draw() -> Content:
        body = asked.teller.calendar(events, venues=venues, at=asked.dawn, left=left)
        return Content(body, "text/calendar", shared, headers)

    return asked.drawing(name, shared, events, left, venues, draw=draw)


def _news(asked: Asked, events: tuple[Event, ...], page: str) -> Content:
    teller = asked.teller
    feed = Feed(
        f"{page}.atom",
        page,
        teller.plain(teller.calendar_name),
        asked.fabrique.name,
        teller.language.code,
    )
    entries = [_entry(asked, event) for event in events]
    return Content(atom(feed, entries, at=asked.dawn), "application/atom+xml", headers=VARY)


def _entry(asked: Asked, event: Event) -> Entry:
    teller, told = asked.teller, asked.teller.told(event)
    where = ", ".join(part for part in (teller.when(event), event.place) if part)
    return Entry(
        key=key_of(event),
        title=told.title,
        updated=event.changed_at or _since(event, asked.fabrique),
        page=told.page,
        text="\n\n".join(part for part in (where, told.text) if part),
        subjects=told.subjects,
    )


def _since(event: Event, fabrique: Fabrique) -> datetime:
    """From when a feed tells of an event that nobody changed: the same at each look."""
    day = event.start.astimezone(fabrique.zone).date()
    return local_instant(day - NEWS, time.min, fabrique.zone)
