"""Who reads the agenda and when; what an edition of it holds, and how one reader is told it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from chat.call_cards import digest_calls
from chat.desk import Notice
from chat.digest_cards import digest
from chat.edition_cards import edition_reply, kept_words
from chat.hosting_cards import with_hosted
from chat.need_cards import with_calls
from chat.words import Reply
from domain.calls import CallState
from domain.due import ONE_WEEK, week_of
from domain.editions import TELLS, WEEKS_BACK, Due, Edition, dues, is_quiet, zone_of
from domain.events import State
from domain.fabriques import Chat
from domain.overlays import Laid, differ, in_its_place
from domain.overlays import changed as became
from domain.week import Change, Ground, Week, for_reader
from scheduling import Round
from scheduling.untold import expected
from storage.outbox import AGENDA

_LONG_AGO = (WEEKS_BACK + 2) * ONE_WEEK


@dataclass(frozen=True)
class Reader:
    """A chat that reads the agenda, the zone of its hours, and what is due there."""

    chat: Chat
    zone: ZoneInfo
    dues: tuple[Due, ...]


async def readers_of(round_: Round) -> Sequence[Reader]:
    """Everybody who reads the agenda; whose hours are the same is counted once."""
    known: dict[tuple[object, ...], tuple[Due, ...]] = {}
    found = []
    for chat, changed in await round_.store.chats.scheduled(round_.fabrique.zone, now=round_.now):
        posting, zone = chat.posting, zone_of(chat.posting, round_.fabrique.zone)
        since = max(chat.since, round_.now - _LONG_AGO)
        since = since if since == chat.since else datetime.min.replace(tzinfo=since.tzinfo)
        key = (posting.weekday, posting.at, zone.key, posting.late, since, changed)
        if key not in known:
            known[key] = tuple(dues(posting, zone, round_.now, since=since, changed=changed))
        found.append(Reader(chat, zone, known[key]))
    return found


async def gathered(round_: Round, day: date) -> Edition:
    """What the edition of a day would tell now."""
    store, zone = round_.store, round_.fabrique.zone
    first, last = day, day + TELLS
    events = await expected(round_, await store.events.approved(first, last, zone))
    week = Week(first, last, events)
    hosted = [one for one in await store.hostings.to_come(first) if one.day <= last]
    below = with_hosted(Reply(), hosted, None) if digest(week, zone) else None
    below = with_calls(below, await store.needs.called(round_.now))
    words = below.words if below else ()
    live = await store.calls.in_state(CallState.OPEN)
    calls = [one for one in live if one.in_digest and day <= one.closes]
    if calls:
        words = (*words, digest_calls(calls))
    return Edition(
        day=day,
        events=events,
        changes=await _changes(round_, day),
        campaign=await store.letter.campaign_of(week_of(day)[0]),
        below=kept_words(words),
    )


async def _changes(round_: Round, day: date) -> tuple[Laid, ...]:
    """What the last week's editions told otherwise than it is now, and still lies ahead."""
    zone, found = round_.fabrique.zone, dict[int, Laid]()
    for edition in await round_.store.editions.frozen_since(day - ONE_WEEK):
        if edition.day >= day:
            continue
        known = await round_.store.events.some([one.id for one in edition.events])
        for one in became(edition.events, {}, known):
            ahead = max(one.before.start, one.now.start).astimezone(zone).date() >= day
            if ahead and one.now.state is not State.MERGED:
                found.setdefault(one.now.id, one)
    return tuple(found.values())


async def ground_of(round_: Round) -> Ground:
    """Where things are, as this fabrique knows it."""
    return Ground.of(await round_.store.venues.all(), round_.places)


def as_read(edition: Edition, first: date, reader: Reader, ground: Ground, zone: ZoneInfo) -> Week:
    """An edition as one reader is told it: what became of its events since is laid over it, and
    what is not to their taste is left out. Days are those of `zone`, where things happen.
    """
    last = edition.day + TELLS
    told = [edition.told.get(one.id, one) for one in edition.events]
    pairs = [
        (frozen, now)
        for frozen, now in zip(edition.events, told, strict=True)
        if now.state is not State.MERGED
    ]
    shown = tuple(in_its_place(frozen, now, first, last, zone) for frozen, now in pairs)
    laid = [Laid(frozen, now) for frozen, now in pairs if differ(frozen, now)]
    changes = tuple(Change(one.now, one.before) for one in (*edition.changes, *laid))
    week = Week(first, last, shown, changes, edition.campaign)
    return for_reader(week, reader.chat.posting, ground)


def told_to(
    edition: Edition, first: date, reader: Reader, ground: Ground, zone: ZoneInfo
) -> tuple[Reply | None, tuple[int, ...]]:
    """What a reader is told, by the clock of `zone`, where things happen; and the events in it."""
    week = as_read(edition, first, reader, ground, zone)
    reply = edition_reply(week, edition.below, zone, ground, read_in=reader.zone)
    return reply, tuple(one.id for one in week.events)


def post(round_: Round, reader: Reader, due: Due, reply: Reply, events: tuple[int, ...]) -> None:
    """Post an edition where and as its reader wants it."""
    posting = reader.chat.posting
    notice = Notice(
        reply,
        chat=reader.chat.id,
        kind=AGENDA,
        issue=due.issue,
        thread=posting.thread,
        silent=is_quiet(posting, reader.zone, round_.now),
        unpinned=not posting.pinned,
        until=due.until,
        tells=events,
    )
    round_.notices.append(notice)


def first_told(edition: Edition, now: datetime, zone: ZoneInfo) -> date:
    """A late post begins with today, where things happen."""
    return max(edition.day, now.astimezone(zone).date())
