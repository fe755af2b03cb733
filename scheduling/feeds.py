"""Addresses read again and again: what is new is proposed, and what fails deletes nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from chat import feed_cards
from chat.event_cards import batch_card, twin_card
from chat.revision_cards import revision_card
from chat.words import Reply
from domain.calendars import Calendar
from domain.errors import Refusal
from domain.events import Event, FoundEvent, State, Status
from domain.feeds import (
    EVERY,
    SHRUNK,
    Feed,
    Kind,
    Told,
    reads_well,
    shrunk,
    spread,
    wait_after,
)
from domain.news import FIRST_SHOWN, SHOWN, Fate, News
from domain.overlays import Made
from domain.values import Phrase
from domain.venues import Venue
from scheduling import Round
from storage.event_readings import Reading


async def take_in(round_: Round, number: int, told: Told) -> None:
    """Do what an address told; one that was left meanwhile says nothing any more."""
    feed = await round_.store.feeds.feed(number)
    if feed is None or feed.left_at is not None:
        return
    match told.what:
        case Refusal() as refusal:
            await _failed(round_, feed, refusal, told)
        case Calendar() as calendar:
            await _calendar(round_, replace(feed, kind=Kind.CALENDAR), calendar, told)
        case News() as news:
            await _news(round_, replace(feed, kind=Kind.NEWS), news, told)
        case None:
            await _well(round_, feed, told)


async def _calendar(round_: Round, feed: Feed, calendar: Calendar, told: Told) -> None:
    """Take in what is new, unless so much is missing that nothing is believed."""
    events = [one for one in calendar.events if (one.end or one.start) >= round_.now]
    heard = await round_.store.feeds.heard(feed, round_.now)
    before = min(feed.listed, len(heard))
    if shrunk(len(events), before):
        trouble = Phrase(SHRUNK, {"count": len(events), "before": before})
        await _ill(round_, feed, trouble, told)
        return
    await _propose(round_, feed, events)
    missing = feed.missing
    if reads_well(calendar):
        missing = await _missing(round_, feed, {one.uid for one in calendar.events})
    feed = replace(feed, listed=len(events), missing=missing, read_at=round_.now)
    await _well(round_, feed, told)


async def _propose(round_: Round, feed: Feed, events: Sequence[FoundEvent]) -> None:
    """New events go before the team; those at a trusted place are approved, and the team told."""
    venue = await _venue(round_, feed)
    trusted = venue is not None and venue.trusted
    reading = Reading(
        feed.address,
        round_.token(),
        feed.proposed_by,
        aside=round_.token(),
        follows=True,
        state=State.APPROVED if trusted else State.PROPOSED,
        at=venue,
        now=round_.now,
    )
    taken = await round_.store.events.read(events, reading)
    await _show_fresh(round_, feed, reading, taken.fresh)
    await _show_changed(round_, feed, taken.changed)
    await _show_revised(round_, feed, taken.revised)


async def _show_fresh(round_: Round, feed: Feed, reading: Reading, fresh: Sequence[Event]) -> None:
    entered = [one for one in fresh if one.state is State.APPROVED]
    if entered:
        name = await _name(round_, feed)
        await _tell_team(
            round_, feed_cards.taken_by_itself(entered, batch=reading.batch, name=name)
        )
    waiting = [one for one in fresh if one.state is State.PROPOSED]
    if waiting:
        proposer = await round_.store.people.person(feed.proposed_by)
        card = batch_card(reading.aside, waiting, source=feed.address, proposer=proposer.name)
        await _tell_team(round_, card)
    for number, first, second in await round_.store.events.pairs_of([one.id for one in fresh]):
        await _tell_team(round_, twin_card(number, first, second))


async def _show_changed(round_: Round, feed: Feed, changed: Sequence[Made]) -> None:
    """What takes place otherwise from now on, in one message that can take each of it back."""
    if not changed:
        return
    name = await _name(round_, feed)
    for one in changed:
        on = f"event:{one.laid.now.id}"
        await round_.store.audit.note("change-event", on, by=None, now=round_.now, why=name)
    await _tell_team(round_, feed_cards.changes_told(changed, feed=feed.id, name=name))


async def _show_revised(round_: Round, feed: Feed, revised: Sequence[int]) -> None:
    """What its source says otherwise of approved events, where it is shown already in that card."""
    left, name = [], await _name(round_, feed)
    for number in revised:
        revision = await round_.store.event_revisions.of(number)
        if revision is None:
            continue
        card = revision_card(revision, name=name)
        shown = await round_.store.said.about(f"revision:{number}")
        standing = [row for row in shown if row.choices]
        for row in standing:
            round_.rewrite(row.chat, [row.id], card)
        if not standing:
            left.append(card)
    for card in left[:SHOWN]:
        await _tell_team(round_, card)
    if len(left) > SHOWN:
        await _tell_team(round_, feed_cards.more_revised(len(left) - SHOWN, name=name))


async def _missing(round_: Round, feed: Feed, listed: set[str]) -> tuple[int, ...]:
    """Approved events that are no longer listed: each is told once, and left as it is."""
    heard = await round_.store.feeds.heard(feed, round_.now)
    there = {number for uid, number in heard.items() if uid in listed}
    gone = list(dict.fromkeys(one for one in heard.values() if one not in there))
    for number in gone:
        event = await round_.store.events.event(number)
        if number not in feed.missing and event is not None and _expected(event):
            await _tell_team(round_, feed_cards.missing(event, name=await _name(round_, feed)))
    return tuple(gone)


def _expected(event: Event) -> bool:
    return event.state is State.APPROVED and event.status is not Status.CANCELLED


async def _news(round_: Round, feed: Feed, news: News, told: Told) -> None:
    """Show the team what is new, a few at a time; of a site's first reading only the newest."""
    entries = round_.store.feed_entries
    unseen = list(await entries.unseen(feed.id, news.entries))
    if feed.read_at is None:
        await entries.keep(feed.id, unseen[FIRST_SHOWN:], Fate.OLD, round_.now)
        unseen = unseen[:FIRST_SHOWN]
    shown = list(reversed(unseen))[:SHOWN]
    for entry in await entries.keep(feed.id, shown, Fate.PROPOSED, round_.now):
        await _tell_team(round_, feed_cards.entry_card(entry, name=await _name(round_, feed)))
    feed = replace(feed, listed=len(news.entries), read_at=round_.now)
    rest = len(shown) < len(unseen)  # asked without marks, it is answered whole once more
    await _well(round_, feed, Told(None) if rest else told)


async def _well(round_: Round, feed: Feed, told: Told) -> None:
    """Read again in some hours; if the team was told of trouble, it is told that it is over."""
    if feed.told:
        await _tell_team(round_, feed_cards.well_again(await _name(round_, feed)))
    well = replace(
        feed,
        failures=0,
        told=False,
        trouble=None,
        due_at=round_.now + spread(EVERY, round_.token()),
        answered_at=round_.now,
        etag=told.etag,
        modified=told.modified,
    )
    await round_.store.feeds.keep(well)


async def _failed(round_: Round, feed: Feed, refusal: Refusal, told: Told) -> None:
    """Try again later; an address that is gone for good is not read any more."""
    if told.gone:
        feed = replace(feed, left_at=round_.now)
    await _ill(round_, feed, Phrase(refusal.name, refusal.values), told)


async def _ill(round_: Round, feed: Feed, trouble: Phrase, told: Told) -> None:
    """Keep everything as it was, and tell the team once; its proposer too, if it never worked."""
    failures = feed.failures + 1
    wait = wait_after(failures, asked=told.wait, seed=round_.token())
    ill = replace(feed, failures=failures, trouble=trouble, told=True, due_at=round_.now + wait)
    await round_.store.feeds.keep(ill)
    if not feed.told or told.gone:
        words = feed_cards.unwell(ill, trouble)
        if feed.read_at is None:
            round_.tell(feed.proposed_by, words)
        await _tell_team(round_, feed_cards.with_choices(words, ill))


async def _venue(round_: Round, feed: Feed) -> Venue | None:
    return await round_.store.venues.venue(feed.venue) if feed.venue is not None else None


async def _name(round_: Round, feed: Feed) -> str:
    """What an address is called: its place, where one is named."""
    venue = await _venue(round_, feed)
    return venue.name if venue is not None else feed.address


async def _tell_team(round_: Round, reply: Reply) -> None:
    for chat in await round_.store.chats.team():
        round_.post(chat.id, reply)
