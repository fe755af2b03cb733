"""A place of the agenda as the team writes it down: one line, the name first, commas between.

Must not know the communes: it is told.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from rapidfuzz import fuzz

from domain.errors import Refusal
from domain.event_terms import access_in
from domain.events import Access, plain
from domain.people import flat, fold
from domain.places import Place
from domain.venues import SHORT_NAME, Venue, without_article

NAME_MOST = 80
LINE_MOST = 200
ALIASES_MOST = 8
NEARLY = 80
"""How like two names are, of a hundred, that a slip of the finger may tell apart."""

LIKE_MOST = 3

_STREET = re.compile(
    r"^(?:[0-9]{1,4} ?(?:bis|ter)?\b,? ?.*|.*\b(?:rue|avenue|av\.?|boulevard|bd|quai|cours"
    r"|allee|chemin"
    r"|impasse|route|square|street|road|lane)\b.*)$"
)
_ALIAS = re.compile(r"^(?:alias|dite?s?|aussi|aka|also|ou bien)\b[ :]*")
_ACCESS = re.compile(
    r"\b(?:ascenseurs?|rampes?|acces\b|accessib\w+|inaccessib\w+|handicap\w*|wc|toilettes?|escaliers?"
    r"|parking|lifts?|elevators?|ramps?|stairs?|access|toilets?|step|steps|disab\w+)\b"
)
"""Words that speak of access, whether or not they are known."""

_POSTCODE = re.compile(r"^[0-9]{5} +|\s*\(?[0-9]{5}\)?$")


def read(text: str, *, commune: Callable[[str], Place | None]) -> Venue:
    """The place that a line writes down; raises Refusal without a name."""
    name, *parts = [plain(one, most=LINE_MOST) for one in re.split(r"[,;\n]", text)]
    venue = Venue(0, called(name))
    for part in filter(None, parts):
        if not _is_unread_access(part):
            venue = _with(venue, part, commune)
    return venue


def unread(text: str) -> tuple[str, ...]:
    """What a line says of access in words that are not known: no district, and no promise."""
    parts = [plain(one, most=LINE_MOST) for one in re.split(r"[,;\n]", text)[1:]]
    return tuple(one for one in parts if _is_unread_access(one))


def _is_unread_access(part: str) -> bool:
    return _ACCESS.search(flat(part)) is not None and not access_in(part)


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
    """The place of that very name, with or without its article."""
    return next((one for one in venues if _bare(name) in map(_bare, _names(one))), None)


def like(name: str, venues: Sequence[Venue]) -> Sequence[Venue]:
    """Places whose name is nearly this one, or begins with it, the likest first."""
    said = _bare(name)
    near = [(max(fuzz.ratio(said, _bare(one)) for one in _names(venue)), venue) for venue in venues]
    found = [
        (ratio, venue)
        for ratio, venue in near
        if ratio >= NEARLY or (len(said) >= SHORT_NAME and any(_begins(said, venue)))
    ]
    return [venue for _, venue in sorted(found, key=lambda pair: -pair[0])][:LIKE_MOST]


def _begins(said: str, venue: Venue) -> Iterator[bool]:
    return (f"{_bare(one)} ".startswith(f"{said} ") for one in _names(venue))


def _names(venue: Venue) -> tuple[str, ...]:
    return (venue.name, *venue.aliases)


def _bare(name: str) -> str:
    return fold(without_article(" ".join(name.split())))
