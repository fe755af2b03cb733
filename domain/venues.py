"""Places where things happen: a hall, a garden, a shop, with what is known of them.

Must not know which events are held there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from domain.events import Access
from domain.people import fold


@dataclass(frozen=True)
class Venue:
    """A place by its name and the names it is also called by.

    `commune` is INSEE's code. What a `trusted` one announces is approved by itself.
    """

    id: int
    name: str
    aliases: tuple[str, ...] = ()
    address: str = ""
    district: str = ""
    commune: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    access: tuple[Access, ...] = ()
    trusted: bool = False


def venue_in(place: str, venues: Iterable[Venue]) -> Venue | None:
    """The venue that a place names, whatever stands around its name; the longest name wins."""
    said = _padded(place)
    names = ((name, one) for one in venues for name in (one.name, *one.aliases))
    called = [(without_article(name), one) for name, one in names if fold(name)]
    named = [(len(name), one) for name, one in called if _padded(name) in said]
    return max(named, key=lambda pair: pair[0])[1] if named else None


def stands_for(venue: Venue, place: str) -> bool:
    """Whether a place as it was said is this venue: by one of its names, by its address, or because
    nothing was said.
    """
    names = (*map(without_article, (venue.name, *venue.aliases)), venue.address)
    return not fold(place) or any(is_named(one, place) for one in names)


def is_named(name: str, text: str) -> bool:
    """Whether a text says a place's name, whole words of it, whatever stands around it."""
    return bool(fold(name)) and _padded(name) in _padded(text)


def without_article(name: str) -> str:
    """A name as it stands after "au" or "à la": "La Roue Libre" is at the Roue Libre. What is too
    short to be told apart without its article keeps it.
    """
    bare = _ARTICLE.sub("", name)
    return bare if len(fold(bare)) >= SHORT_NAME else name


SHORT_NAME = 5
"""Letters of a name that nothing else is called by chance."""

_ARTICLE = re.compile(r"^(?:l[ae]s? |l['’]|the )", re.I)


def _padded(name: str) -> str:
    return f" {_GAP.sub(' ', fold(name)).strip()} "


_GAP = re.compile(r"[\W_]+")
