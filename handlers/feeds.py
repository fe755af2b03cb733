"""Addresses that are read for the agenda, and what becomes of the news they tell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from chat import feed_cards
from chat.command import Value, Where, called, command
from chat.event_cards import batch_card
from chat.letter_cards import item_card
from chat.words import Reply, say, toast
from domain import days, letter
from domain.calendar_details import details_in
from domain.campaigns import end_of
from domain.due import ONE_DAY
from domain.errors import Refusal
from domain.event_waits import is_over
from domain.events import FoundEvent, State, Status, plain
from domain.feeds import Feed
from domain.letter import ITEM_MOST, Item, Section
from domain.news import Fate, KeptEntry
from domain.people import fold
from domain.values import Quoted
from domain.venues import Venue
from handlers.desk import Desk, of_team
from handlers.event_arrivals import ask_about_twins

PLACE_MOST = 200
OFFERED = 8
"""Places that may be pressed instead of typed."""

GIVEN_MOST = 5
"""Addresses that are read because one person gave them, unless the team gives more."""

GIVEN_A_DAY = 3


async def follow(desk: Desk, address: str) -> Reply:
    """Read an address again and again; what it is shows at the first reading. Outside the team's
    chat nobody gives more than a few.
    """
    if not of_team(desk):
        read, new = await desk.store.feeds.given_by(desk.person.id, since=desk.now - ONE_DAY)
        if read >= GIVEN_MOST:
            raise Refusal("refusal-feeds-enough", most=GIVEN_MOST)
        if new >= GIVEN_A_DAY:
            raise Refusal("refusal-feeds-today", most=GIVEN_A_DAY)
    if not await desk.store.feeds.add(address.strip(), by=desk.person.id, now=desk.now):
        return say("feed-known")
    return say("feed-followed")


@command("flux", "feeds", where=Where.TEAM)
async def show_feeds(desk: Desk, address: str = "") -> Reply:
    """List the addresses that are read; one that is given is read from now on."""
    if address:
        return await follow(desk, address)
    feeds = await desk.store.feeds.all()
    if not feeds:
        return say("feeds-none")
    if len(feeds) == 1:
        return await _card(desk, feeds[0])
    return feed_cards.listed(feeds, {one.id: await _name(desk, one) for one in feeds}, desk.now)


@show_feeds.reads("address")
async def an_address(desk: Desk, typed: str) -> str:
    """An address of the web, or one that calendars give for subscribing."""
    address = typed.strip()
    if not address.lower().startswith(("http://", "https://", "webcal://")):
        raise Refusal("refusal-address-unread")
    return address


@command(where=Where.TEAM, keeps_choices=True)
async def see_feed(desk: Desk, feed: int) -> Reply:
    """One address, and what may be done about it."""
    return await _card(desk, await _feed(desk, feed))


@command(where=Where.TEAM, keeps_choices=True)
async def read_feed_again(desk: Desk, feed: int) -> Reply:
    """Read the whole of an address now, also one that was left."""
    await _read_now(desk, await _feed(desk, feed))
    return toast("feed-read-soon")


@command(where=Where.TEAM)
async def accept_fewer(desk: Desk, feed: int) -> Reply:
    """A calendar has really become that short: believe it from now on."""
    known = await _feed(desk, feed)
    await _read_now(desk, replace(known, listed=0))
    return toast("feed-read-soon")


@command(where=Where.TEAM)
async def stop_feed(desk: Desk, feed: int) -> Reply:
    """Read an address no more; what it told stays."""
    known = await _feed(desk, feed)
    left = replace(known, left_at=desk.now, told=False, trouble=None)
    await desk.store.feeds.keep(left)
    return feed_cards.with_choices(say("feed-left", name=await _name(desk, left)), left).redrawn()


@command(where=Where.TEAM, keeps_choices=True)
async def name_feed_place(desk: Desk, feed: int, place: str) -> Reply:
    """Say of which place an address tells; a place that is not known yet is written down."""
    known = await _feed(desk, feed)
    venue = await _venue_called(desk, place) or await desk.store.venues.keep(Venue(0, place))
    placed = replace(known, venue=venue.id)
    await desk.store.feeds.keep(placed)
    await desk.store.feeds.stand_at(placed, venue)
    await desk.store.events.settle(since=desk.now)
    told = say("feed-placed", name=venue.name, trusted="yes" if venue.trusted else "no")
    return await with_waiting(desk, told, venue)


async def with_waiting(desk: Desk, told: Reply, venue: Venue) -> Reply:
    """How much at a place waits all the same: trust lets in what is announced from then on."""
    addresses = {one.address for one in await desk.store.feeds.all() if one.venue == venue.id}
    count = sum(
        event.venue == venue.id or event.source in addresses
        for _, events in await desk.store.events.waiting()
        for event in events
        if not is_over(event, desk.now)
    )
    return told.then("feed-still-waiting", count=count) if count else told


@name_feed_place.reads("place")
async def a_place(desk: Desk, typed: str) -> str:
    """The name of a place, on one line."""
    return _place(typed)


@name_feed_place.choices("place")
async def known_places(desk: Desk) -> Sequence[Value]:
    """Places that are known already."""
    return [called(one.name, one.name) for one in (await desk.store.venues.all())[:OFFERED]]


@command(where=Where.TEAM)
async def news_is_event(desk: Desk, entry: int, when: datetime, place: str) -> Reply:
    """An entry tells of an event: with its day and place it is proposed as one."""
    kept = await _entry(desk, entry)
    feed = await _feed(desk, kept.feed)
    found = FoundEvent(
        uid=desk.token(),
        title=kept.title,
        start=when,
        end=None,
        all_day=False,
        place=place,
        link=kept.link,
        status=Status.SCHEDULED,
        details=details_in(kept.title, kept.text, ()),
    )
    batch = desk.token()
    fresh = await desk.store.events.take_in(
        [found], source=feed.address, batch=batch, by=desk.person.id, now=desk.now
    )
    await desk.store.feed_entries.decide(entry, Fate.EVENT)
    if not fresh:
        return say("news-event-known", title=Quoted(kept.title))
    await ask_about_twins(desk, fresh)
    return batch_card(batch, fresh, source=feed.address, proposer=desk.person.name)


@news_is_event.asks("when")
async def its_day(desk: Desk, entry: int) -> Reply:
    """The title stands in the question, for several may be asked about at once."""
    return say("news-is-event-ask-when", title=Quoted((await _entry(desk, entry)).title))


@news_is_event.reads("when")
async def day_and_hour(desk: Desk, typed: str) -> datetime:
    """A day to come, and an hour."""
    return days.read_moment(typed, desk.now.astimezone(desk.fabrique.zone))


@news_is_event.reads("place")
async def its_place(desk: Desk, typed: str) -> str:
    """A place in the writer's words, on one line."""
    return _place(typed)


@news_is_event.choices("place")
async def place_of_the_site(desk: Desk, entry: int) -> Sequence[Value]:
    """The place whose site it is, where one is named."""
    feed = await _feed(desk, (await _entry(desk, entry)).feed)
    venue = await desk.store.venues.venue(feed.venue) if feed.venue is not None else None
    return [called(venue.name, venue.name)] if venue is not None else []


@command(where=Where.TEAM)
async def news_for_letter(desk: Desk, entry: int) -> Reply:
    """An entry is proposed for the letter, with its link."""
    kept = await _entry(desk, entry)
    text = letter.clean(_for_letter(kept))
    number = await desk.store.letter.propose(
        text,
        Section.INITIATIVE,
        by=desk.person.id,
        now=desk.now,
        ends=end_of(text, desk.today),
    )
    await desk.store.feed_entries.decide(entry, Fate.LETTER)
    item = Item(number, text, desk.person.name, State.PROPOSED, Section.INITIATIVE)
    return item_card(item, proposer=desk.person.name)


@command(where=Where.TEAM)
async def ignore_news(desk: Desk, entry: int) -> Reply:
    """An entry is nothing for the agenda or the letter."""
    await _entry(desk, entry)
    await desk.store.feed_entries.decide(entry, Fate.IGNORED)
    return toast("done")


async def cards_of_news(desk: Desk) -> list[Reply]:
    """The entries of which nobody has said what they are."""
    waiting = await desk.store.feed_entries.waiting()
    names = {one.id: await _name(desk, one) for one in await desk.store.feeds.all()}
    return [feed_cards.entry_card(one, name=names[one.feed]) for one in waiting]


def _for_letter(entry: KeptEntry) -> str:
    """Title, text and link, as far as an item of the letter holds them."""
    link = f"\n{entry.link}" if len(entry.title) + len(entry.link) < ITEM_MOST - 1 else ""
    room = ITEM_MOST - len(entry.title) - len(link) - 1
    text = f"\n{plain(entry.text, most=room)}" if entry.text and room > 1 else ""
    return f"{entry.title}{text}{link}"


def _place(typed: str) -> str:
    place = plain(typed, most=PLACE_MOST)
    if not place:
        raise Refusal("refusal-choose")
    return place


async def _read_now(desk: Desk, feed: Feed) -> None:
    again = replace(feed, due_at=desk.now, left_at=None, etag=None, modified=None)
    await desk.store.feeds.keep(again)


async def _venue_called(desk: Desk, name: str) -> Venue | None:
    wanted = fold(name)
    for one in await desk.store.venues.all():
        if wanted in (fold(known) for known in (one.name, *one.aliases)):
            return one
    return None


async def _card(desk: Desk, feed: Feed) -> Reply:
    return feed_cards.feed_card(feed, name=await _name(desk, feed), now=desk.now)


async def _name(desk: Desk, feed: Feed) -> str:
    venue = await desk.store.venues.venue(feed.venue) if feed.venue is not None else None
    return venue.name if venue is not None else feed.address


async def _feed(desk: Desk, number: int) -> Feed:
    feed = await desk.store.feeds.feed(number)
    if feed is None:
        raise Refusal("refusal-choice-stale")
    return feed


async def _entry(desk: Desk, number: int) -> KeptEntry:
    """An entry of which nobody has said what it is."""
    entry = await desk.store.feed_entries.entry(number)
    if entry is None:
        raise Refusal("refusal-choice-stale")
    if entry.fate is not Fate.PROPOSED:
        raise Refusal("refusal-already-decided")
    return entry


COMMANDS = (
    show_feeds,
    see_feed,
    read_feed_again,
    accept_fewer,
    stop_feed,
    name_feed_place,
    news_is_event,
    news_for_letter,
    ignore_news,
)
