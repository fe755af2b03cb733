"""What an address has to say: asked for politely, recognised by its content, read apart.

Knows the web and processes. Must not know what becomes of what is read.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from bot.apart import read_apart
from bot.calendar_reader import read_calendar
from bot.fetch import NEVER_READ, Answer, Fetch, FetchError, Version
from bot.look import HORIZON
from domain.calendars import Calendar
from domain.errors import Refusal
from domain.fabriques import Fabrique
from domain.feeds import Feed, Kind, Told, kind_of
from domain.news import Entry, News

GONE = 410
NEWS_SECONDS = 10.0
INSTEAD = {"refusal-file-not-calendar": "refusal-address-nothing"}
"""What is said of an address instead of a file."""


async def ask(fetch: Fetch, feed: Feed, fabrique: Fabrique, now: datetime) -> Told:
    """What an address tells now, or why it tells nothing."""
    try:
        answer = await fetch.get(feed.address, _known(feed, fabrique, now))
    except FetchError as error:
        refusal = Refusal(error.name, **error.values)
        return Told(refusal, wait=error.wait, gone=error.values.get("status") == GONE)
    told = Told(None, etag=answer.version.etag, modified=answer.version.modified)
    return replace(told, what=await _read(answer, feed, fabrique, now))


def _known(feed: Feed, fabrique: Fabrique, now: datetime) -> Version:
    """The version last read; none at the first reading of a calendar on a day, because repeating
    events come nearer while their calendar stays the same.
    """
    read_on = feed.read_at and feed.read_at.astimezone(fabrique.zone).date()
    if feed.kind is Kind.CALENDAR and read_on != now.astimezone(fabrique.zone).date():
        return NEVER_READ
    return Version(feed.etag, feed.modified)


async def _read(
    answer: Answer, feed: Feed, fabrique: Fabrique, now: datetime
) -> Calendar | News | Refusal | None:
    if answer.content is None:
        return None
    try:
        if kind_of(answer.content) is Kind.NEWS:
            return await read_news(answer.content, address=feed.address)
        return await _calendar(answer.content, fabrique, now)
    except Refusal as refusal:
        return Refusal(INSTEAD.get(refusal.name, refusal.name), **refusal.values)


async def _calendar(content: bytes, fabrique: Fabrique, now: datetime) -> Calendar:
    """A calendar; an empty one is a quiet season, and nothing is wrong with it."""
    today = now.astimezone(fabrique.zone).date()
    try:
        return await read_calendar(
            content, zone=fabrique.timezone, first=today, last=today + HORIZON
        )
    except Refusal as refusal:
        if refusal.name == "refusal-calendar-empty":
            return Calendar((), ())
        raise


async def read_news(content: bytes, *, address: str, seconds: float = NEWS_SECONDS) -> News:
    """A site's news, newest first; refuses what is none."""
    said = await read_apart("domain.news", content, address, seconds=seconds)
    return News(tuple(Entry(**one) for one in said["entries"]))
