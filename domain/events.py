"""What an event is, before and after moderation, and how its words are made plain.

Knows states and fields. Must not know which days are asked for, nor who reads.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import datetime
from enum import StrEnum
from typing import Any


class State(StrEnum):
    """Where moderation stands. Only what is approved is ever published."""

    PROPOSED = "proposed"
    APPROVED = "approved"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    MERGED = "merged"
    """It is in the agenda as another event, which tells of the same."""
    PASSED = "passed"
    """Its day passed before anybody could read of it."""


class Status(StrEnum):
    """What becomes of the event itself, whatever moderation says."""

    SCHEDULED = "scheduled"
    CANCELLED = "cancelled"
    MOVED = "moved"
    RESCHEDULED = "rescheduled"
    POSTPONED = "postponed"
    FULL = "full"


class Cost(StrEnum):
    """What coming costs, in three words; the price itself stands beside it."""

    FREE = "free"
    OPEN = "open"
    """One gives what one can ("prix libre")."""
    PAID = "paid"


class Access(StrEnum):
    """Who can take part without help. What nobody said is absent, which is not a no."""

    STEP_FREE = "step_free"
    TOILETS = "toilets"
    HEARING_LOOP = "hearing_loop"
    SIGN_LANGUAGE = "sign_language"
    SIGHT = "sight"
    EASY_WORDS = "easy_words"


@dataclass(frozen=True)
class Details:
    """What else is known of an event; what nobody said is empty.

    `cost` sorts, `price` is what people read. `volunteers` says what help is wanted, in the
    proposer's words. `tags` are subjects of domain.subjects. `credit` is whose picture it is.
    """

    text: str = ""
    cost: Cost | None = None
    price: str = ""
    conditions: str = ""
    access: tuple[Access, ...] = ()
    tags: tuple[str, ...] = ()
    families: bool = False
    volunteers: str = ""
    district: str = ""
    commune: str = ""
    credit: str = ""

    def kept(self) -> dict[str, Any]:
        """As a row or another process keeps it: only what was said, in plain data."""
        values = ((one.name, getattr(self, one.name)) for one in fields(self))
        return {
            name: _plain_data(value) for name, value in values if value not in (None, "", (), False)
        }


def details_of(kept: Mapping[str, Any]) -> Details:
    """What `Details.kept` wrote; a word that no version knows any more is left out."""
    known = {one.name for one in fields(Details)}
    given = {name: value for name, value in kept.items() if name in known}
    if given.get("cost"):
        given["cost"] = Cost(given["cost"])
    if "access" in given:
        codes = {str(one) for one in Access}
        given["access"] = tuple(Access(one) for one in given["access"] if one in codes)
    if "tags" in given:
        given["tags"] = tuple(given["tags"])
    return Details(**given)


def _plain_data(value: object) -> object:
    if isinstance(value, tuple):
        return [str(one) for one in value]
    return value if isinstance(value, bool) else str(value)


PERMANENCE = "permanence"
HOSTED = "hosted"

MEETINGS = (PERMANENCE, HOSTED)
"""Sources that are the fabrique's own meetings, each set up by a command."""


@dataclass(frozen=True)
class Event:
    """An event of the agenda on one date. `start` and `end` are aware, `end` is exclusive, as in
    iCalendar.

    An event of whole days starts at a local midnight and ends at the one after its last day.
    `source` is "chat", a file's name or a feed's address; `uid` is the same at each reading of it.
    The dates of a `series` are events of their own. `sequence` counts the changes that calendars
    which follow it have to hear of (RFC 5545, 3.8.7.4).
    """

    id: int
    title: str
    start: datetime
    end: datetime | None
    all_day: bool
    place: str
    link: str
    state: State
    status: Status
    source: str
    uid: str
    details: Details = Details()
    venue: int | None = None
    series: str | None = None
    sequence: int = 0
    changed_at: datetime | None = None


@dataclass(frozen=True)
class FoundEvent:
    """What a calendar yields before moderation; the fields mean the same as those of Event."""

    uid: str
    title: str
    start: datetime
    end: datetime | None
    all_day: bool
    place: str
    link: str
    status: Status
    details: Details = Details()
    series: str | None = None


def plain(text: str, *, most: int) -> str:
    """One line without markup, control or direction characters, at most `most` characters long."""
    text = html.unescape(text)
    if "<" in text:
        text = _TAG.sub(" ", _INLINE_TAG.sub("", text))
    if not text.isprintable():
        text = "".join(_visible(letter) for letter in text)
    text = _SPACES.sub(" ", text).strip()
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


_INLINE_TAG = re.compile(r"</?(?:a|b|i|u|s|em|strong|span|font|code|sub|sup)(?:\s[^<>]*)?/?>", re.I)
_TAG = re.compile(r"</?[a-z][^<>]*>|<!--[^<>]*-->", re.I)
_SPACES = re.compile(" {2,}")
_JOINER = "\u200d"  # holds families of emoji together


def _visible(letter: str) -> str:
    if letter.isascii():
        return letter if letter.isprintable() else " "
    kind = unicodedata.category(letter)
    if kind in ("Zl", "Zp") or letter == "\x85":
        return " "
    return "" if kind in ("Cc", "Cf", "Cs", "Co") and letter != _JOINER else letter
