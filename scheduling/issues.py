"""Who reads the agenda and when; what an edition of it holds, and how one reader is told it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
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
from domain.agenda import touches
from domain.calls import CallState
from domain.due import ONE_WEEK, week_of
from domain.editions import (
    WEEKS_BACK,
    Due,
    Edition,
    Telling,
    dues,
    is_quiet,
    last_told,
    told_from,
    zone_of,
)
from domain.event_waits import is_over
from domain.events import Event, State
from domain.fabriques import Chat
from domain.overlays import Laid, differ
from domain.overlays import changed as became
from domain.postings import Posting
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

    @property
    def posting(self) -> Posting:
        """What they chose."""
        return self.chat.posting


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


async def gathered(round_: Round, day: date, alone: str) -> Edition:
    """What the edition of a day would tell now."""
    store, zone = round_.store, round_.fabrique.zone
    first, last, since = day, last_told(day, alone), told_from(day, alone, zone)
    approved = await store.events.approved(first, last, zone)
    events = await expected(
        round_, [one for one in approved if one.start >= since or not is_over(one, since)]
    )
    week = Week(first, last, events)
    hosted = [one for one in await store.hostings.to_come(first) if one.day <= last]
    below = with_hosted(Reply(), hosted, None) if digest(week, zone) else None
    below = with_calls(below, await store.needs.called(round_.now))
    words = below.words if below else ()
    live = await store.calls.in_state(CallState.OPEN)
    calls = [one for one in live if one.in_digest and day <= one.closes]
    if calls:
        words = (*words, digest_calls(calls))
    campaign = await store.letter.campaign_of(week_of(day)[0])
    return Edition(
        day=day,
        events=events,
        changes=await _changes(round_, day),
        campaign=None if campaign is None or campaign.is_over(day) else campaign,
        below=kept_words(words),
        alone=alone,
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


def told_to(
    edition: Edition,
    first: date,
    reader: Reader,
    ground: Ground,
    knew: Collection[int],
    zone: ZoneInfo,
) -> tuple[Reply | None, tuple[int, ...], tuple[int, ...]]:
    """What a reader is told, by the clock of `zone`, where things happen; the events in it, and
    those of which it tells what became: of these they `knew`. What is not to their taste is left
    out.
    """
    pairs = _pairs(edition, edition.events)
    laid = [Laid(frozen, now) for frozen, now in pairs if differ(frozen, now)]
    changes = [one for one in (*edition.changes, *laid) if one.now.id in knew]
    week = for_reader(_week(edition, first, pairs, changes, zone), reader.posting, ground)
    reply = edition_reply(week, edition.below, zone, ground, read_in=reader.zone)
    return reply, _numbers(week.events), _numbers(one.now for one in week.changes)


def told_again(
    edition: Edition,
    first: date,
    telling: Telling,
    told: Collection[int],
    ground: Ground,
    zone: ZoneInfo,
) -> Reply | None:
    """A post as it tells what is so now of the events that it `told`, and of no others."""
    before = edition.as_of(telling.begun)
    pairs = _pairs(edition, [one for one in edition.events if one.id in told])
    earlier = [one for one in edition.changes if one.now.id in telling.changes]
    laid = [Laid(before[one.id], now) for one, now in pairs]
    changes = [*earlier, *(one for one in laid if differ(one.before, one.now))]
    week = _week(edition, first, pairs, changes, zone)
    return edition_reply(week, edition.below, zone, ground, read_in=ZoneInfo(telling.zone))


def _pairs(edition: Edition, events: Iterable[Event]) -> list[tuple[Event, Event]]:
    """Events as they were frozen, and as they are; what went into another is told there."""
    now = edition.as_of(edition.version)
    found = [(one, now[one.id]) for one in events]
    return [pair for pair in found if pair[1].state is not State.MERGED]


def _week(
    edition: Edition,
    first: date,
    pairs: Sequence[tuple[Event, Event]],
    changes: Sequence[Laid],
    zone: ZoneInfo,
) -> Week:
    """What became of the events of an edition is laid over them: each stands on its new day, and
    one that left the week only where it is told what changed.
    """
    last = edition.last
    shown = tuple(now for _, now in pairs if touches(now, edition.day, last, zone))
    told = tuple(Change(one.now, one.before) for one in changes)
    return Week(first, last, shown, told, edition.campaign)


def _numbers(events: Iterable[Event]) -> tuple[int, ...]:
    return tuple(one.id for one in events)


def post(round_: Round, reader: Reader, due: Due, reply: Reply, events: tuple[int, ...]) -> None:
    """Post an edition where and as its reader wants it."""
    posting = reader.posting
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
        shared=True,
    )
    round_.notices.append(notice)


def first_told(edition: Edition, now: datetime, zone: ZoneInfo) -> date:
    """A late post begins with today, where things happen."""
    return max(edition.day, now.astimezone(zone).date())
