"""What an event is, before and after moderation, and how its words are made plain.

Knows states and fields. Must not know which days are asked for, nor who reads.
"""

from __future__ import annotations

import html
import re
import unicodedata
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class State(StrEnum):
    """Where moderation stands. Only what is approved is ever published."""

    PROPOSED = "proposed"
    APPROVED = "approved"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


class Status(StrEnum):
    """What becomes of the event itself, whatever moderation says."""

    SCHEDULED = "scheduled"
    CANCELLED = "cancelled"
    MOVED = "moved"
    RESCHEDULED = "rescheduled"
    POSTPONED = "postponed"
    FULL = "full"


@dataclass(frozen=True)
class Event:
    """An event of the agenda. `start` and `end` are aware, `end` is exclusive, as in iCalendar.

    An event of whole days starts at a local midnight and ends at the one after its last day.
    `source` is "chat", a file's name or a feed's address; `uid` is the same at each reading of it.
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


def plain(text: str, *, most: int) -> str:
    """One line without markup, control or direction characters, at most `most` characters long."""
    text = _TAG.sub(" ", _INLINE_TAG.sub("", html.unescape(text)))
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
