"""When each reader's agenda is due, and what became of an edition of it.

An issue is the ISO week of the local day on which it is due, so that no clock, no downtime and no
change of mind makes two of it. Must not know what an edition tells, nor the time now.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from domain.due import ONE_DAY, ONE_WEEK, due_at, issue_of, local_instant
from domain.postings import Posting

WEEKS_BACK = 5
"""What was due longer ago is not even worth a note."""

TELLS = timedelta(days=6)
"""A digest tells seven days, the day of the post included."""

PREVIEW_AT = time(18, 0)
"""The evening before, the team sees what will leave."""


class EditionState(StrEnum):
    """What the team said of an edition, or that it left without a word of theirs."""

    DRAFT = "draft"
    HELD = "held"
    FROZEN = "frozen"


class Missed(StrEnum):
    """Why a chat did not get its agenda."""

    LATE = "late"
    HELD = "held"
    REFUSED = "refused"


@dataclass(frozen=True)
class Due:
    """An issue for one reader: the local day that names its edition, its hour, its last moment."""

    issue: str
    day: date
    at: datetime
    until: datetime


def schedule_of(posting: Posting, zone: ZoneInfo) -> str:
    """When the agenda comes, in one line that changes when that does."""
    return f"{posting.weekday} {posting.at:%H:%M} {zone.key}"


def zone_of(posting: Posting, usual: ZoneInfo) -> ZoneInfo:
    """The zone of a reader's hours."""
    return ZoneInfo(posting.zone) if posting.zone else usual


def dues(
    posting: Posting, zone: ZoneInfo, now: datetime, *, since: datetime, changed: datetime | None
) -> Iterator[Due]:
    """Each issue of the last weeks, this one and the next for a reader who is here `since` then.

    A day or zone `changed` so that the week's hour is past already brings the issue at the first
    such hour after the change, while its week lasts.
    """
    today = now.astimezone(zone).date()
    for week in range(-WEEKS_BACK, 2):
        at = due_at(posting.weekday, posting.at, zone, today + week * ONE_WEEK)
        issue = issue_of(at.astimezone(zone).date())
        if changed is not None and since <= at < changed:
            at = _first_after(changed, posting.at, zone)
        day = at.astimezone(zone).date()
        if at >= since and issue_of(day) == issue:
            yield Due(issue, day, at, at + posting.late)


def _first_after(moment: datetime, at: time, zone: ZoneInfo) -> datetime:
    day = moment.astimezone(zone).date()
    first = local_instant(day, at, zone)
    return first if first >= moment else local_instant(day + ONE_DAY, at, zone)


def is_quiet(posting: Posting, zone: ZoneInfo, now: datetime) -> bool:
    """Whether a post makes no sound: it never does, or the hour is one of the quiet ones."""
    if posting.silent or posting.quiet is None:
        return posting.silent
    begin, end = posting.quiet
    here = now.astimezone(zone).time()
    return begin <= here < end if begin <= end else here >= begin or here < end


def preview_at(day: date, zone: ZoneInfo) -> datetime:
    """When the team sees the edition of a day."""
    return local_instant(day - ONE_DAY, PREVIEW_AT, zone)
