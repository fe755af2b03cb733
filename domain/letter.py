"""The monthly letter: its sections, its items and when it is due.

Knows months and limits. Must not know who writes or reads the letter, nor what time it is now.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from domain.due import LATEST, latest_due, local_instant, next_change
from domain.errors import Refusal
from domain.events import State, plain

# Some five lines on a telephone: longer, and nobody reads the next item.
ITEM_MOST = 600
LONGEST_MONTH = 31


class Section(StrEnum):
    """The letter's headings, in the order they are printed."""

    INITIATIVE = "initiative"
    CALL = "call"
    RESOURCE = "resource"
    CAMPAIGN = "campaign"
    MEETING = "meeting"


@dataclass(frozen=True)
class Item:
    """One thing the letter says; only approved items are printed."""

    id: int
    text: str
    proposer: str
    state: State
    section: Section


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
    days = (
        first.replace(day=min(day_of_month, monthrange(first.year, first.month)[1]))
        for first in _months(earliest, latest)
    )
    return [local_instant(day, at, zone) for day in days]


def _months(earliest: date, latest: date) -> Iterator[date]:
    month = earliest.replace(day=1)
    while month <= latest:
        yield month
        month = (month + timedelta(days=LONGEST_MONTH)).replace(day=1)


def clean(text: str) -> str:
    """The text as it will be printed: no markup or control characters, no empty lines in a row."""
    if len(text) > 4 * ITEM_MOST:
        raise Refusal("refusal-item-too-long", most=ITEM_MOST)
    lines = [plain(line, most=len(line) + 1) for line in text.splitlines()]
    kept = "\n".join(line for line in lines if line)
    if not kept:
        raise Refusal("refusal-item-empty")
    if len(kept) > ITEM_MOST:
        raise Refusal("refusal-item-too-long", most=ITEM_MOST)
    return kept
