"""Addresses read again and again: when, what their answer is, and when it is not to be believed.

Must not know how an answer was obtained, nor what is kept of it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from hashlib import blake2b

from domain.calendar_lines import UNREADABLE
from domain.calendars import TOO_MANY, Calendar
from domain.errors import Refusal
from domain.news import News
from domain.values import Phrase

EVERY = timedelta(hours=6)
"""Between two readings of an address that answers."""

LONGEST_WAIT = timedelta(days=2)
"""Between two tries of one that does not."""

LONGEST_ASKED = timedelta(days=7)
"""However long a server asks to be left alone."""

SPREAD = 0.1
"""The part by which waits are drawn out, so that a dozen places are not read at one minute."""

LOST_LEAST = 5
"""Fewer events gone than that are a week's ordinary changes."""

SHRUNK = "feed-shrunk"
"""The trouble of a calendar that lists too few events to be believed."""

_SEEN = 65_536
_MARKS = re.compile(
    rb"(?P<ics>^[\s\0\xef\xbb\xbf\xff\xfe]*BEGIN:VCALENDAR)"
    rb"|(?P<rss><(?:[a-z]+:)?(?:rss|feed|rdf)[\s>])"
    rb"|(?P<page><(?:!doctype\s+html|html|head|body)[\s>])",
    re.I | re.M,
)


class Kind(StrEnum):
    """What an address gives."""

    CALENDAR = "ics"
    NEWS = "rss"


@dataclass(frozen=True)
class Feed:
    """An address that is read again and again, and how its last readings went.

    `trouble` is what is wrong with it, `told` whether the team knows; `listed` how many events to
    come it told when it was well, `missing` those told to be no longer there. `read_at` is when all
    of it was last taken in, `answered_at` when its server last answered.
    """

    id: int
    address: str
    failures: int
    proposed_by: int
    fabrique: int
    due_at: datetime
    kind: Kind = Kind.CALENDAR
    venue: int | None = None
    etag: str | None = None
    modified: str | None = None
    listed: int = 0
    told: bool = False
    trouble: Phrase | None = None
    read_at: datetime | None = None
    answered_at: datetime | None = None
    missing: tuple[int, ...] = ()
    left_at: datetime | None = None


@dataclass(frozen=True)
class Told:
    """What one reading gave: a calendar, news, nothing new, or why there is nothing.

    `etag` and `modified` are its version's marks. `wait` is how long the server asks to be left
    alone, `gone` that it says the address is no more.
    """

    what: Calendar | News | Refusal | None
    etag: str | None = None
    modified: str | None = None
    wait: timedelta | None = None
    gone: bool = False


def is_address(source: str) -> bool:
    """Whether a source of events is an address that is read, and nobody's own words or file."""
    return source.lower().startswith(("http://", "https://", "webcal://"))


def kind_of(content: bytes) -> Kind:
    """What a content is, by how it begins; refuses a page, which is mostly a login.

    What shows no mark may still be a calendar of some forgotten program.
    """
    found = _MARKS.search(content[:_SEEN].replace(b"\0", b""))
    if found is not None and found["page"]:
        raise Refusal("refusal-address-page")
    return Kind.NEWS if found is not None and found["rss"] else Kind.CALENDAR


def spread(wait: timedelta, seed: str) -> timedelta:
    """The wait, drawn out by up to a tenth; the same for the same seed."""
    drawn = int.from_bytes(blake2b(seed.encode(), digest_size=4).digest()) / 2**32
    return wait + wait * SPREAD * drawn


def wait_after(failures: int, *, asked: timedelta | None, seed: str) -> timedelta:
    """How long to leave an address alone that failed so many times in succession."""
    wait = spread(min(EVERY * failures, LONGEST_WAIT), seed)
    return max(wait, min(asked, LONGEST_ASKED)) if asked is not None else wait


def shrunk(now: int, before: int) -> bool:
    """Whether so much is missing that a calendar is rather broken than changed: more than half of
    it, and five events at least.
    """
    return now * 2 < before and before - now >= LOST_LEAST


def reads_well(calendar: Calendar) -> bool:
    """Whether what it does not list is missing there, and not only unread here."""
    return not {UNREADABLE, TOO_MANY} & set(calendar.problems)
