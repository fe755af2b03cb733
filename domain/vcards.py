"""Cards of people for an address book, as RFC 6350 writes them (vCard 4.0)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

LINE_MOST = 75
"""Octets of a line; what is longer goes on in the next, after a blank."""

_ESCAPED = str.maketrans({"\\": "\\\\", ",": "\\,", ";": "\\;", "\n": "\\n", "\r": None})


@dataclass(frozen=True)
class Card:
    """What an address book is told of somebody; a later file changes those of its `uid`."""

    uid: str
    name: str
    locality: str = ""
    region: str = ""
    skills: Sequence[str] = ()
    languages: Sequence[str] = ()
    organisations: Sequence[str] = ()


def vcards(cards: Iterable[Card], *, now: datetime) -> bytes:
    """All cards in one file."""
    lines = [line for card in cards for line in _lines(card, now)]
    return b"".join(folded(line) for line in lines)


def folded(line: str) -> bytes:
    """A line in pieces of at most 75 octets, none of which ends inside a letter."""
    pieces, piece, room = [], b"", LINE_MOST
    for letter in line:
        octets = letter.encode()
        if len(piece) + len(octets) > room:
            pieces.append(piece)
            piece, room = b"", LINE_MOST - 1
        piece += octets
    return b"\r\n ".join([*pieces, piece]) + b"\r\n"


def _lines(card: Card, now: datetime) -> Iterator[str]:
    yield "BEGIN:VCARD"
    yield "VERSION:4.0"
    yield f"UID;VALUE=text:{_escaped(card.uid)}"
    yield f"REV:{now.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    yield f"FN:{_escaped(card.name)}"
    for organisation in card.organisations:
        yield f"ORG:{_escaped(organisation)}"
    if card.locality or card.region:
        yield f"ADR:;;;{_escaped(card.locality)};{_escaped(card.region)};;"
    for place, code in enumerate(card.languages, 1):
        yield f"LANG;PREF={min(place, 100)}:{code}"
    if card.skills:
        yield f"CATEGORIES:{','.join(map(_escaped, card.skills))}"
    yield "END:VCARD"


def _escaped(text: str) -> str:
    return text.translate(_ESCAPED)
