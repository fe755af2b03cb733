"""The monthly letter: its sections, its items and when it is due.

Knows months and limits. Must not know who writes or reads the letter, nor what time it is now.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from domain.due import LATEST, latest_due, local_instant, next_change
from domain.errors import Refusal
from domain.events import State, plain
from domain.people import fold
from domain.values import Multiline, Phrase

# Some five lines on a telephone: longer, and nobody reads the next item.
ITEM_MOST = 600
EDITORIAL_MOST = 1_200
TITLE_MOST = 90
LONGEST_MONTH = 31

MONTHS = {
    name: number
    for names in (
        "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre",
        "january february march april may june july august september october november december",
    )
    for number, name in enumerate(names.split(), start=1)
}

_NUMBERED = re.compile(r"(20[0-9]{2})-([0-9]{1,2})|([0-9]{1,2})/(20[0-9]{2})")


class Section(StrEnum):
    """The letter's headings, in the order they are printed."""

    INITIATIVE = "initiative"
    CALL = "call"
    CHANTIER = "chantier"
    EXPERIENCE = "experience"
    RESOURCE = "resource"
    CAMPAIGN = "campaign"
    FIGURES = "figures"
    PODCAST = "podcast"
    MEETING = "meeting"


TO_COME = (Section.CALL, Section.CAMPAIGN, Section.MEETING)
"""Headings of what one may still answer, give to or come to: what is over is told under none."""


class Leaving(StrEnum):
    """Where an issue of the letter stands. GATHERING, it leaves by itself with what is approved;
    HELD, it waits for the team; READY, it is frozen and waits for its hour; GONE, it left.
    """

    GATHERING = "gathering"
    HELD = "held"
    READY = "ready"
    GONE = "gone"


@dataclass(frozen=True)
class Item:
    """One thing the letter says; only approved items are printed.

    `phrase` is what we word ourselves, in each reader's language; `text` is somebody's words.
    `week` is the Monday of the only week in which the agenda tells a campaign; `approved_at` since
    when it may leave; `ends` the last day that it names.
    """

    id: int
    text: str
    proposer: str
    state: State
    section: Section
    phrase: Phrase | None = None
    source: str | None = None
    rank: int | None = None
    week: date | None = None
    approved_at: datetime | None = None
    ends: date | None = None

    def is_over(self, day: date) -> bool:
        """Whether whoever reads it that day comes too late."""
        return self.section in TO_COME and self.ends is not None and self.ends < day

    @property
    def shown(self) -> object:
        """What a sentence shows of it."""
        return self.phrase or Multiline(self.text)


@dataclass(frozen=True)
class Part:
    """A heading of an issue, and what stands under it."""

    section: Section
    items: tuple[Item, ...]


@dataclass(frozen=True)
class Issue:
    """What one letter says. `title` and `editorial` are empty where the team wrote none."""

    name: str
    parts: tuple[Part, ...]
    title: str = ""
    editorial: str = ""

    @property
    def month(self) -> date:
        """The first day of the month that it is named after."""
        return date.fromisoformat(f"{self.name}-01")

    @property
    def items(self) -> tuple[Item, ...]:
        """Everything under its headings, in order."""
        return tuple(item for part in self.parts for item in part.items)


@dataclass(frozen=True)
class Edition:
    """An issue while it is made: what the team wrote above it, and what froze in it once they
    approved it or it left. `awaited` are the chats that were to have it when it left.
    """

    name: str
    state: Leaving = Leaving.GATHERING
    title: str = ""
    editorial: str = ""
    frozen: Issue | None = None
    approved_by: int | None = None
    approved_at: datetime | None = None
    awaited: frozenset[int] = frozenset()

    @property
    def month(self) -> date:
        """The first day of the month that it is named after."""
        return date.fromisoformat(f"{self.name}-01")

    def with_items(self, items: Iterable[Item]) -> Issue:
        """What it says: what is frozen, else these."""
        return self.frozen or Issue(self.name, parts_of(items), self.title, self.editorial)


def still_ahead(items: Iterable[Item], day: date) -> list[Item]:
    """What a letter of that day prints: all that is not over."""
    return [one for one in items if not one.is_over(day)]


def parts_of(items: Iterable[Item]) -> tuple[Part, ...]:
    """Items under their headings, empty ones left out: those that the team placed, then the rest,
    oldest first.
    """
    last = 1 << 30
    in_order = sorted(items, key=lambda one: (last if one.rank is None else one.rank, one.id))
    parts = (Part(one, tuple(i for i in in_order if i.section is one)) for one in Section)
    return tuple(part for part in parts if part.items)


def moved(items: Sequence[Item], number: int, step: int) -> Sequence[Item]:
    """The items of a section in a new order: one of them goes a place up (-1) or down (1)."""
    order = list(items)
    at = next((at for at, one in enumerate(order) if one.id == number), None)
    if at is None or not 0 <= at + step < len(order):
        raise Refusal("refusal-letter-at-the-end")
    order[at], order[at + step] = order[at + step], order[at]
    return order


def issue_of(day: date) -> str:
    """The month, as 2026-11: the same issue however often the clock asks."""
    return f"{day.year}-{day.month:02}"


def letter_due(
    now: datetime,
    *,
    day_of_month: int,
    at: time,
    zone: ZoneInfo,
    late: timedelta = LATEST,
) -> str | None:
    """The issue due now, named after the local month; the 31st is the last day of any month."""
    due = latest_due(_dues_around(now, day_of_month, at, zone, late), now, late)
    return None if due is None else issue_of(due.astimezone(zone).date())


def next_letter(
    now: datetime,
    *,
    day_of_month: int,
    at: time,
    zone: ZoneInfo,
    late: timedelta = LATEST,
) -> datetime:
    """The next moment, in UTC, at which `letter_due` may answer otherwise."""
    dues = _dues_around(now, day_of_month, at, zone, late)
    return next_change(dues, now, late).astimezone(UTC)


def _dues_around(
    now: datetime, day_of_month: int, at: time, zone: ZoneInfo, late: timedelta
) -> list[datetime]:
    """Every due moment that `late` may still reach back to, and those of two months to come."""
    today = now.astimezone(zone).date()
    earliest = today - late - timedelta(days=LONGEST_MONTH)
    latest = today + timedelta(days=2 * LONGEST_MONTH)
    days = (_on(first, day_of_month) for first in _months(earliest, latest))
    return [local_instant(day, at, zone) for day in days]


def _on(first: date, day_of_month: int) -> date:
    """That day of a month, or its last one."""
    return first.replace(day=min(day_of_month, monthrange(first.year, first.month)[1]))


def _months(earliest: date, latest: date) -> Iterator[date]:
    month = earliest.replace(day=1)
    while month <= latest:
        yield month
        month = (month + timedelta(days=LONGEST_MONTH)).replace(day=1)


def clean(text: str, *, most: int = ITEM_MOST) -> str:
    """The text as it will be printed: no markup or control characters, no empty lines in a row."""
    if len(text) > 4 * most:
        raise Refusal("refusal-item-too-long", most=most)
    lines = [plain(line, most=len(line) + 1) for line in text.splitlines()]
    kept = "\n".join(line for line in lines if line)
    if not kept:
        raise Refusal("refusal-item-empty")
    if len(kept) > most:
        raise Refusal("refusal-item-too-long", most=most)
    return kept


def due_of(issue: str, *, day_of_month: int, at: time, zone: ZoneInfo) -> datetime:
    """When an issue leaves, in UTC."""
    first = date.fromisoformat(f"{issue}-01")
    return local_instant(_on(first, day_of_month), at, zone)


def leaving_day(due: datetime, now: datetime, zone: ZoneInfo) -> date:
    """The local day of a letter: that of its hour, or today where it waits past it."""
    return max(due, now).astimezone(zone).date()


def coming_issue(now: datetime, *, day_of_month: int, at: time, zone: ZoneInfo) -> str:
    """The issue that leaves next."""
    today = now.astimezone(zone).date()
    months = _months(today, today + timedelta(days=2 * LONGEST_MONTH))
    return next(
        issue_of(month)
        for month in months
        if due_of(issue_of(month), day_of_month=day_of_month, at=at, zone=zone) > now
    )


def read_issue(text: str, today: date) -> str | None:
    """The issue that somebody names: "2026-10", "10/2026", "octobre", "October 2025"; a month
    without its year is the last one that began. None for anything else.
    """
    words = fold(text).split()
    if match := _NUMBERED.fullmatch(fold(text).strip()):
        year, month = (match[1], match[2]) if match[1] else (match[4], match[3])
        return f"{year}-{int(month):02}" if 1 <= int(month) <= 12 else None
    if not words or len(words) > 2 or words[0] not in MONTHS:
        return None
    month = MONTHS[words[0]]
    if len(words) == 1:
        return f"{today.year - (month > today.month)}-{month:02}"
    return f"{words[1]}-{month:02}" if re.fullmatch("20[0-9]{2}", words[1]) else None


def one_line(text: str, *, most: int) -> str:
    """A title as it is printed: on one line; Refusal when it is empty or too long."""
    kept = " ".join(plain(text[: 4 * most], most=4 * most).split())
    if not kept:
        raise Refusal("refusal-item-empty")
    if len(kept) > most or len(text) > 4 * most:
        raise Refusal("refusal-item-too-long", most=most)
    return kept
