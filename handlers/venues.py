"""The places of the agenda, kept by the team: names, access, and whose word is enough."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from enum import StrEnum
from typing import Any

from chat.command import Line, Several, Value, Where, command, labelled
from chat.words import Reply, Words, named, option, say
from domain import venue_words
from domain.errors import Refusal
from domain.events import Access, plain
from domain.feeds import Feed
from domain.places import Level, Place
from domain.values import Items, Lines, Phrase, Quoted
from domain.venues import Venue, stands_for
from handlers.about_somebody import somebody_named
from handlers.desk import Desk
from handlers.feeds import name_feed_place, with_waiting


class Field(StrEnum):
    """What is written down of a place."""

    NAME = "name"
    ALIAS = "alias"
    ADDRESS = "address"
    DISTRICT = "district"
    COMMUNE = "commune"
    ACCESS = "access"


LABELS = {
    Field.NAME: Words("choice-venue-name"),
    Field.ALIAS: Words("choice-venue-alias"),
    Field.ADDRESS: Words("choice-venue-address"),
    Field.DISTRICT: Words("choice-venue-district"),
    Field.COMMUNE: Words("choice-venue-commune"),
    Field.ACCESS: Words("choice-venue-access"),
}


@command("lieux", "venues", where=Where.TEAM)
async def list_venues(desk: Desk, line: str = "") -> Reply:
    """Every place; one more, or the one that is named, with a line."""
    venues = await desk.store.venues.all()
    if line:
        return await _named(desk, line, venues)
    if not venues:
        return say("venues-none")
    lines = tuple(_line(desk, one) for one in venues)
    shown = say("venues", lines=Lines(lines))
    return shown.choose(*(named(one.name, show_venue, venue=one.id) for one in venues))


@list_venues.reads_line
async def one_line(_desk: Desk, text: str) -> Line:
    """All of it is about one place."""
    return Line({"line": text})


async def _named(desk: Desk, line: str, venues: Sequence[Venue]) -> Reply:
    """The place of that name; one that is nearly called so is asked about before a new one."""
    if known := venue_words.known(line, venues):
        return await _card(desk, known)
    like = venue_words.like(re.split(r"[,;\n]", line)[0], venues)
    if not like or venue_words.known(re.split(r"[,;\n]", line)[0], venues):
        return await _add(desk, line)
    return say("venues-like").choose(
        *(named(one.name, show_venue, venue=one.id) for one in like),
        option("choice-venue-new", add_venue, line=line),
    )


@command(where=Where.TEAM)
async def add_venue(desk: Desk, line: str) -> Reply:
    """It is another place indeed."""
    return await _add(desk, line)


async def _add(desk: Desk, text: str) -> Reply:
    venue = venue_words.read(text, commune=lambda name: commune_named(desk, name))
    if (known := venue_words.known(venue.name, await desk.store.venues.all())) is not None:
        raise Refusal("refusal-venue-known", name=known.name)
    kept = await desk.store.venues.keep(venue)
    await _settle(desk, kept, "created")
    card = await _card(desk, kept)
    if not (unread := venue_words.unread(text)):
        return card
    words = Items(tuple(Phrase("access-name", {"code": str(one)}) for one in Access))
    return card.then("venue-access-unread", said=Items(tuple(map(Quoted, unread))), known=words)


def commune_named(desk: Desk, name: str) -> Place | None:
    """The commune of that very name, the most peopled first."""
    found = desk.places.called(name) if len(name) > 1 else []
    return next((one for one in found if one.level is Level.COMMUNE), None)


@command(where=Where.TEAM, keeps_choices=True)
async def show_venue(desk: Desk, venue: int) -> Reply:
    """One place, with what may be changed about it."""
    return await _card(desk, await _known(desk, venue))


@command(where=Where.TEAM, keeps_choices=True)
async def change_venue(desk: Desk, venue: int, part: str, value: str) -> Reply:
    """Say one line of a place anew."""
    kept = await desk.store.venues.keep(_changed(desk, await _known(desk, venue), part, value))
    await _settle(desk, kept, "edited")
    return await _card(desk, kept)


@change_venue.choices("part")
async def lines_of_venue(_desk: Desk) -> Sequence[Value]:
    """Each of them."""
    return [Value(label, part.value) for part, label in LABELS.items()]


@change_venue.asks("value")
async def what_then(_desk: Desk, part: str) -> Reply:
    """Ask for the line."""
    return say("venue-ask", part=part)


@change_venue.choices("value")
async def values_of_line(_desk: Desk, part: str) -> Sequence[Value]:
    """Where a tap says it."""
    if part != Field.ACCESS:
        return []
    codes = [str(one) for one in Access]
    shown = [
        Words("choice-value", {"value": Phrase("access-name", {"code": one})}) for one in codes
    ]
    return [Value(label, code) for label, code in zip(shown, codes, strict=True)]


@change_venue.reads("value")
async def value_of_line(desk: Desk, typed: str, part: str) -> str:
    """What was typed for the line."""
    line = plain(" ".join(typed.split()), most=venue_words.LINE_MOST)
    if part == Field.ACCESS or not line:
        raise Refusal("refusal-choose")
    if part == Field.COMMUNE and commune_named(desk, line) is None:
        raise Refusal("refusal-venue-commune")
    return venue_words.called(line) if part in (Field.NAME, Field.ALIAS) else line


def _changed(desk: Desk, venue: Venue, part: str, value: str) -> Venue:
    if part == Field.ALIAS:
        return venue_words.also_called(venue, value)
    if part == Field.ACCESS:
        return venue_words.turned(venue, value)
    if part == Field.COMMUNE:
        place = commune_named(desk, value)
        return venue_words.in_commune(venue, place) if place else venue
    said: dict[str, Any] = {part: value}
    return replace(venue, **said)


@command(where=Where.TEAM, keeps_choices=True)
async def trust_venue(desk: Desk, venue: int, trusted: bool) -> Reply:
    """What a trusted place announces is approved by itself; or it is no longer."""
    kept = await desk.store.venues.keep(replace(await _known(desk, venue), trusted=trusted))
    await _note(desk, "trusted" if trusted else "distrusted", venue)
    if trusted:
        for feed in await _calendars_of(desk, kept):
            desk.post(desk.chat.id, _is_it_theirs(feed, kept))
    card = await _card(desk, kept)
    return (await with_waiting(desk, card, kept) if trusted else card).redrawn()


async def _calendars_of(desk: Desk, venue: Venue) -> Sequence[Feed]:
    """Calendars of which nobody said whose they are, and all of whose events are at a place."""
    found = []
    for feed in await desk.store.feeds.all():
        if feed.venue is None and feed.left_at is None:
            numbers = (await desk.store.feeds.heard(feed, desk.now)).values()
            events = (await desk.store.events.some(tuple(numbers))).values()
            if events and all(one.place and stands_for(venue, one.place) for one in events):
                found.append(feed)
    return found


def _is_it_theirs(feed: Feed, venue: Venue) -> Reply:
    """Naming the place of a calendar is what lets it in by itself: nobody has to find out how."""
    asked = say("venue-calendar", venue=venue.name, address=feed.address)
    return asked.choose(
        option("choice-venue-calendar", name_feed_place, feed=feed.id, place=venue.name)
    )


@command(where=Where.TEAM)
async def forget_venue(desk: Desk, venue: int, sure: bool) -> Reply:
    """Know a place no more, once that is sure; events keep what they say."""
    place = await _known(desk, venue)
    if not sure:
        return await _card(desk, place)
    await desk.store.venues.forget(venue)
    await _note(desk, "deleted", venue)
    return say("venue-forgotten", name=place.name)


@forget_venue.asks("sure")
async def is_it_sure(desk: Desk, venue: int) -> Reply:
    """It cannot be undone but by writing it anew."""
    return say("venue-ask-sure", name=(await _known(desk, venue)).name)


@forget_venue.choices("sure")
async def sure_or_not(_desk: Desk) -> Sequence[Value]:
    """Delete, or keep."""
    return [labelled("choice-venue-forget-sure", True), labelled("choice-venue-keep", False)]


@command(where=Where.TEAM, keeps_choices=True)
async def name_speaker(desk: Desk, venue: int, person: int) -> Reply:
    """Somebody speaks for a place from now on; named again, no more. They are told."""
    found, place = await desk.store.people.person(person), await _known(desk, venue)
    speaks = person not in await desk.store.venues.speakers(venue)
    if speaks:
        await desk.store.venues.name_speaker(venue, person)
    else:
        await desk.store.venues.unname_speaker(venue, person)
    desk.tell(found.id, say("venue-speaker-told", venue=place.name, speaks=speaks))
    await _note(desk, "edited", venue)
    return await _card(desk, place)


@name_speaker.asks("person")
async def who_speaks(_desk: Desk) -> Reply:
    """A name or a handle."""
    return say("venue-ask-speaker")


@name_speaker.reads("person")
async def by_name(desk: Desk, typed: str) -> int | Several:
    """One person; of several, one is chosen."""
    return await somebody_named(desk, typed)


async def _card(desk: Desk, venue: Venue) -> Reply:
    speakers = await desk.store.venues.speakers(venue.id)
    names = tuple([(await desk.store.people.person(one)).name for one in speakers])
    shown = say(
        "venue",
        venue=_line(desk, venue),
        aliases=Items(venue.aliases),
        access=Items(tuple(Phrase("access-name", {"code": str(one)}) for one in venue.access)),
        speakers=Items(names),
        trusted=venue.trusted,
    )
    trust = "choice-venue-distrust" if venue.trusted else "choice-venue-trust"
    return shown.choose(
        option("choice-edit", change_venue, venue=venue.id),
        option(trust, trust_venue, venue=venue.id, trusted=not venue.trusted),
        option("choice-venue-speaker", name_speaker, venue=venue.id),
        option("choice-venue-forget", forget_venue, venue=venue.id),
    )


def _line(desk: Desk, venue: Venue) -> Phrase:
    commune = desk.places.at(Level.COMMUNE, venue.commune) if venue.commune else None
    where = [venue.address, venue.district, commune.name if commune else ""]
    values = {"name": venue.name, "where": ", ".join(filter(None, where)), "trusted": venue.trusted}
    return Phrase("venue-line", values)


async def _settle(desk: Desk, venue: Venue, act: str) -> None:
    """Events to come that name the place are linked to it."""
    await desk.store.events.settle(since=desk.now)
    await _note(desk, act, venue.id)


async def _known(desk: Desk, number: int) -> Venue:
    venue = await desk.store.venues.venue(number)
    if venue is None:
        raise Refusal("refusal-choice-stale")
    return venue


async def _note(desk: Desk, act: str, venue: int) -> None:
    await desk.store.audit.note(act, f"venue:{venue}", by=desk.person.id, now=desk.now)


COMMANDS = (
    list_venues,
    add_venue,
    show_venue,
    change_venue,
    trust_venue,
    name_speaker,
    forget_venue,
)
