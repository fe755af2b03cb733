"""Which events are received in a chat: subjects, places, a distance, families, free ones."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from chat.command import Several, Value, Where, called, command, valued
from chat.settings_cards import places_card, subjects_card, who_card
from chat.words import Reply, Words
from domain.errors import Refusal
from domain.event_subjects import Subject
from domain.people import fold, short_name
from domain.places import NAME_MOST, Level, Place, is_called
from domain.values import Phrase, Quoted
from handlers.desk import Desk
from handlers.reader_places import place_called, places_like
from handlers.settings import around_name, set_here

DISTANCES = (5, 10, 20, 50)
"""Kilometres offered by a tap."""

FARTHEST = 500
PLACES_MOST = 20
OFFERED = 8
"""Places offered by a tap, the fabrique's own; any other can be typed."""


@command(where=Where.OWN_CHAT, keeps_choices=True)
async def choose_subjects(desk: Desk, page: int) -> Reply:
    """Show the subjects, some at a time."""
    return subjects_card(desk.chat.posting, page).redrawn()


@command(where=Where.OWN_CHAT, keeps_choices=True)
async def take_subject(desk: Desk, subject: str, wanted: bool, page: int) -> Reply:
    """Take a subject, or leave it; the same tap twice changes nothing."""
    taste = desk.chat.posting.taste
    kept = {*taste.subjects, subject} if wanted else {*taste.subjects} - {subject}
    subjects = tuple(str(one) for one in Subject if one in kept)
    await _set(desk, subjects=subjects)
    return subjects_card(desk.chat.posting, page).redrawn()


@command(where=Where.OWN_CHAT, keeps_choices=True)
async def clear_subjects(desk: Desk, page: int) -> Reply:
    """Every subject again."""
    await _set(desk, subjects=())
    return subjects_card(desk.chat.posting, page).redrawn()


@command(where=Where.OWN_CHAT, keeps_choices=True)
async def choose_places(desk: Desk) -> Reply:
    """Show the places that were chosen."""
    return _places(desk).redrawn()


@command(where=Where.OWN_CHAT)
async def add_place(desk: Desk, place: str) -> Reply:
    """Hear of one place more: a venue, a district or a commune."""
    places = desk.chat.posting.taste.places
    known = fold(place) in map(fold, places)
    await _set(desk, places=places if known else (*places, place)[-PLACES_MOST:])
    return _places(desk)


@add_place.choices("place")
async def venues_here(desk: Desk) -> Sequence[Value]:
    """The fabrique's own places that are not chosen yet."""
    chosen = set(map(fold, desk.chat.posting.taste.places))
    venues = await desk.store.venues.all()
    return [called(one.name, one.name) for one in venues if fold(one.name) not in chosen][:OFFERED]


@add_place.reads("place")
async def some_place(desk: Desk, typed: str) -> str | Several:
    """A place that is known: of a venue, of what is announced, or of the list of communes. A name
    that nothing bears may leave every week empty: whoever typed it is told, and may keep it.
    """
    name = short_name(typed, most=NAME_MOST)
    known = await place_called(desk, name)
    if known is not None:
        return known
    like = await places_like(desk, name)
    kept = Value(Words("choice-keep-place", {"place": Quoted(name)}), name)
    unknown = Words("settings-place-unknown", {"place": Quoted(name), "like": len(like)})
    return Several((*(called(one, one) for one in like), kept), unknown)


@command(where=Where.OWN_CHAT, keeps_choices=True)
async def clear_places(desk: Desk) -> Reply:
    """Every place again."""
    await _set(desk, places=())
    return _places(desk).redrawn()


@command(where=Where.OWN_CHAT)
async def set_distance(desk: Desk, around: str, within: int) -> Reply:
    """Hear of what is no farther than so many kilometres from a commune."""
    await _set(desk, around=around, within=within)
    return _places(desk)


@set_distance.reads("around")
async def some_commune(desk: Desk, typed: str) -> str | Several:
    """A commune by its name; of several of one name, the reader chooses."""
    found = [one for one in desk.places.find(typed) if one.level is Level.COMMUNE]
    located = [one for one in found if one.latitude is not None]
    if not located:
        raise Refusal("refusal-commune-unknown")
    if len(located) == 1 and is_called(located[0], typed):
        return located[0].code
    values = tuple(called(_with_around(desk, one), one.code) for one in located[:OFFERED])
    return Several(values, Words("settings-which-commune"))


@set_distance.choices("within")
async def usual_distances(desk: Desk) -> Sequence[Value]:
    """From a walk to an hour of train."""
    return [valued(Phrase("kilometres", {"count": one}), one) for one in DISTANCES]


@set_distance.reads("within")
async def kilometres(desk: Desk, typed: str) -> int:
    """A number, with or without its unit."""
    number = fold(typed).removesuffix("kilometres").removesuffix("km").strip()
    if not (number.isascii() and number.isdigit() and 1 <= int(number) <= FARTHEST):
        raise Refusal("refusal-distance-unread", most=FARTHEST)
    return int(number)


@command(where=Where.OWN_CHAT, keeps_choices=True)
async def clear_distance(desk: Desk) -> Reply:
    """However far it is."""
    await _set(desk, around=None, within=None)
    return _places(desk).redrawn()


@command(where=Where.OWN_CHAT, keeps_choices=True)
async def choose_who(desk: Desk) -> Reply:
    """Show what is wanted for families, and for how much."""
    return who_card(desk.chat.posting).redrawn()


@command(where=Where.OWN_CHAT, keeps_choices=True)
async def want_families(desk: Desk, wanted: bool) -> Reply:
    """Only what families can come to, or all."""
    await _set(desk, families=wanted)
    return who_card(desk.chat.posting).redrawn()


@command(where=Where.OWN_CHAT, keeps_choices=True)
async def want_free(desk: Desk, wanted: bool) -> Reply:
    """Only what one may come to without money, or all."""
    await _set(desk, free=wanted)
    return who_card(desk.chat.posting).redrawn()


async def _set(desk: Desk, **chosen: object) -> None:
    posting = desk.chat.posting
    taste = replace(posting.taste, **chosen)  # type: ignore[arg-type]
    await set_here(desk, replace(posting, taste=taste))


def _places(desk: Desk) -> Reply:
    posting = desk.chat.posting
    return places_card(posting, around=around_name(desk, posting))


def _with_around(desk: Desk, place: Place) -> str:
    around = desk.places.around(place)
    return f"{place.name} ({around})" if around else place.name


COMMANDS = (
    choose_subjects,
    take_subject,
    clear_subjects,
    choose_places,
    add_place,
    clear_places,
    set_distance,
    clear_distance,
    choose_who,
    want_families,
    want_free,
)
