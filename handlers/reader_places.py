"""The places of which a reader may hear: those that are known, and what a name may have meant."""

from __future__ import annotations

from collections.abc import Iterator

from rapidfuzz import fuzz

from domain.agenda_asks import HORIZON
from domain.people import fold
from domain.places import Level
from domain.venues import is_named, without_article
from domain.week import Ground, Week
from handlers.agenda_week import ground_of, week_of
from handlers.desk import Desk

NEARLY = 80
"""How like a name must be, of a hundred: one letter of seven wrong, or forgotten."""

NEAR_MOST = 3


async def place_called(desk: Desk, name: str) -> str | None:
    """A place that is known by a name: a venue, a district, a commune, or one that is announced."""
    ground = await ground_of(desk)
    bare = fold(without_article(name))
    for one in _of_venues(ground):
        if bare == fold(without_article(one)):
            return one
    for place in desk.places.called(name):
        if place.level is Level.COMMUNE:
            return place.name
    week = await week_of(desk, desk.today, desk.today + HORIZON)
    if any(is_named(name, one) for event in week.events for one in ground.names(event)):
        return name
    return None


async def places_like(desk: Desk, name: str) -> tuple[str, ...]:
    """Names of places that are nearly this one, the likest first."""
    ground = await ground_of(desk)
    week = await week_of(desk, desk.today, desk.today + HORIZON)
    known = dict.fromkeys((*_of_venues(ground), *_announced(ground, week)))
    return nearly_called(name, tuple(known))


def nearly_called(name: str, known: tuple[str, ...]) -> tuple[str, ...]:
    """Those of some names that are nearly this one, the likest first."""
    typed = fold(without_article(name))
    like = [(fuzz.ratio(typed, fold(without_article(one))), one) for one in known]
    like.sort(key=lambda pair: -pair[0])
    return tuple(one for ratio, one in like if ratio >= NEARLY)[:NEAR_MOST]


def _of_venues(ground: Ground) -> Iterator[str]:
    for venue in ground.venues.values():
        yield from filter(None, (venue.name, *venue.aliases, venue.district))


def _announced(ground: Ground, week: Week) -> Iterator[str]:
    for event in week.events:
        yield from ground.names(event)
