"""A place of the agenda as the team writes it down: one line, the name first, commas between.

Must not know the communes: it is told.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from domain.errors import Refusal
from domain.event_terms import access_in
from domain.events import Access, plain
from domain.people import flat, fold
from domain.places import Place
from domain.venues import Venue, venue_in

NAME_MOST = 80
LINE_MOST = 200
ALIASES_MOST = 8

_STREET = re.compile(
    r"^(?:[0-9]{1,4} ?(?:bis|ter)?\b,? ?.*|.*\b(?:rue|avenue|av\.?|boulevard|bd|quai|cours"
    r"|allee|chemin"
    r"|impasse|route|square|street|road|lane)\b.*)$"
)
_ALIAS = re.compile(r"^(?:alias|dite?s?|aussi|aka|also|ou bien)\b[ :]*")
_POSTCODE = re.compile(r"^[0-9]{5} +|\s*\(?[0-9]{5}\)?$")


def read(text: str, *, commune: Callable[[str], Place | None]) -> Venue:
    """The place that a line writes down; raises Refusal without a name."""
    name, *parts = [plain(one, most=LINE_MOST) for one in re.split(r"[,;\n]", text)]
    venue = Venue(0, called(name))
    for part in filter(None, parts):
        venue = _with(venue, part, commune)
    return venue


def called(typed: str) -> str:
    """A name; raises Refusal for what is none."""
    name = plain(" ".join(typed.split()), most=NAME_MOST)
    if not re.search(r"[^\W\d_]{2}", name) or "://" in name:
        raise Refusal("refusal-venue-name")
    return name


def _with(venue: Venue, part: str, commune: Callable[[str], Place | None]) -> Venue:
    said = flat(part)
    if alias := _ALIAS.match(said):
        return also_called(venue, part[alias.end() :])
    if codes := access_in(part):
        return replace(venue, access=tuple(dict.fromkeys((*venue.access, *codes))))
    if _STREET.match(said) and not _POSTCODE.match(part):
        return replace(venue, address=part)
    if (found := commune(_POSTCODE.sub("", part))) is not None:
        return in_commune(venue, found)
    if not venue.district:
        return replace(venue, district=part)
    return replace(venue, address=f"{venue.address}, {part}".strip(", ")[:LINE_MOST])


def in_commune(venue: Venue, place: Place) -> Venue:
    """The same in a commune, whose middle stands for it in distances."""
    return replace(venue, commune=place.code, latitude=place.latitude, longitude=place.longitude)


def also_called(venue: Venue, name: str) -> Venue:
    """The same with another name; once more, without it."""
    other = called(name)
    if fold(other) in {fold(one) for one in venue.aliases}:
        kept = tuple(one for one in venue.aliases if fold(one) != fold(other))
        return replace(venue, aliases=kept)
    return replace(venue, aliases=(*venue.aliases, other)[-ALIASES_MOST:])


def turned(venue: Venue, code: str) -> Venue:
    """The same with one word of access more, or without it."""
    one = Access(code)
    left = tuple(known for known in venue.access if known is not one)
    return replace(venue, access=left if one in venue.access else (*venue.access, one))


def known(name: str, venues: Sequence[Venue]) -> Venue | None:
    """The place of that very name."""
    found = venue_in(name, venues)
    names = {fold(one) for one in (found.name, *found.aliases)} if found else set()
    return found if fold(name) in names else None
