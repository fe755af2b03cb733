"""When each reader's agenda is due, and what became of an edition of it.

An issue is the ISO week of the local day on which it is due, so that no clock, no downtime and no
change of mind makes two of it. Must not know how an edition is written, nor the time now.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from typing import Any
from zoneinfo import ZoneInfo

from domain.agenda import touches
from domain.due import ONE_DAY, ONE_WEEK, due_at, issue_of, local_instant
from domain.events import Event
from domain.letter import Item
from domain.overlays import SETTLING, Laid
from domain.postings import Posting
from domain.week import Change, Week

WEEKS_BACK = 5
"""What was due longer ago is not even worth a note."""

TELLS = timedelta(days=6)
"""A digest tells seven days, the day of the post included."""

EVENING, OF_EVENING = time(17), "~"
"""Who reads from this hour on is told no more of the day than its evening, and a day more: the same
day a week later would else be told when it is over. How such an edition is called besides its day.
"""

SOON = 2 * ONE_DAY
"""An agenda that comes so soon makes up for one that did not."""

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
    PART = "part"
    """It got the beginning, and its platform refused the rest."""


@dataclass(frozen=True)
class Due:
    """An issue for one reader: the local day that names its edition, its hour, its last moment, and
    what else its edition is called.
    """

    issue: str
    day: date
    at: datetime
    until: datetime
    of: str = ""


@dataclass(frozen=True)
class Noticed:
    """A change that settles: what the event is now, and since when it is that."""

    now: Event
    at: datetime


@dataclass(frozen=True)
class Telling:
    """How a post told its edition, so that it is drawn again as its reader wanted it then.

    `begun` is the version that it began with, `changes` are the events of earlier weeks of which it
    told what became. `said` are the versions up to which a change was said below it, by event.
    """

    zone: str
    begun: int = 0
    changes: tuple[int, ...] = ()
    said: Mapping[int, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Edition:
    """What the groups of one posting day are told.

    `alone`: what it is called besides the day, that of an evening, or of the only hour that it is
    for, where that comes before the team sees the day's own.
    `below` are paragraphs in plain data. `told` are its events as they were last told, where
    that is otherwise than they were frozen; `passes` the changes of each `version`; `noticed` those
    that settle. Who did not get it may still be sent it by `again_until`.
    """

    day: date
    events: tuple[Event, ...]
    changes: tuple[Laid, ...] = ()
    campaign: Item | None = None
    below: tuple[Mapping[str, Any], ...] = ()
    state: EditionState = EditionState.DRAFT
    version: int = 0
    told: Mapping[int, Event] = field(default_factory=dict)
    passes: Mapping[int, tuple[Laid, ...]] = field(default_factory=dict)
    noticed: Mapping[int, Noticed] = field(default_factory=dict)
    again_until: datetime | None = None
    alone: str = ""
    id: int = 0

    @property
    def name(self) -> str:
        """What no other edition is called."""
        return f"{self.day.isoformat()}{self.alone}"

    @property
    def last(self) -> date:
        """The last day that it tells."""
        return last_told(self.day, self.alone)

    def is_of(self, due: Due) -> bool:
        """Whether it may be what that issue tells."""
        evening = self.alone.startswith(OF_EVENING)
        return due.day == self.day and evening is bool(due.of)

    @property
    def tells_something(self) -> bool:
        """Whether there is anything to post; a campaign alone is nothing."""
        return bool(self.events or self.changes or self.below)

    @property
    def week(self) -> Week:
        """What it tells, as it was frozen."""
        changes = tuple(Change(one.now, one.before) for one in self.changes)
        return Week(self.day, self.last, self.events, changes, self.campaign)

    @property
    def settles(self) -> datetime | None:
        """When all that was noticed has settled, if nothing else changes before."""
        return max((one.at + SETTLING for one in self.noticed.values()), default=None)

    def reaching(self, due: Due) -> Due:
        """An issue of it, to be sent later than it was to be where the team said so."""
        later = self.again_until
        return due if later is None or later <= due.until else replace(due, until=later)

    def lacks(self, event: Event, zone: ZoneInfo) -> bool:
        """Whether it tells the days of an event, and not the event."""
        here = touches(event, self.day, self.last, zone)
        return here and event.id not in {one.id for one in self.events}

    def with_added(self, event: Event) -> Edition:
        """The same with an event that came too late for it: its posts are brought to tell it."""
        version = self.version + 1
        passes = {**self.passes, version: (Laid(event, event),)}
        return replace(self, events=(*self.events, event), version=version, passes=passes)

    def as_of(self, version: int) -> Mapping[int, Event]:
        """Its events as that version told them."""
        found = {one.id: one for one in self.events}
        for number in sorted(self.passes):
            if number <= version:
                found |= {one.now.id: one.now for one in self.passes[number]}
        return found

    def same_as(self, other: Edition) -> bool:
        """Whether both tell the same; of a campaign, its words alone."""
        mine, others = (
            replace(one, id=0, state=self.state, campaign=None) for one in (self, other)
        )
        return mine == others and _words(self.campaign) == _words(other.campaign)


def _words(campaign: Item | None) -> tuple[int, str] | None:
    return (campaign.id, campaign.text) if campaign else None


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
    such hour after the change; where the week ends before that, at once, unless the next one comes
    so soon that it tells the same.
    """
    today = now.astimezone(zone).date()
    for week in range(-WEEKS_BACK, 2):
        at = due_at(posting.weekday, posting.at, zone, today + week * ONE_WEEK)
        issue = issue_of(at.astimezone(zone).date())
        if changed is not None and since <= at < changed:
            at = _first_after(changed, posting.at, zone)
            next_one = due_at(posting.weekday, posting.at, zone, today + (week + 1) * ONE_WEEK)
            if issue_of(at.astimezone(zone).date()) != issue and next_one - changed > SOON:
                at = changed
        day = at.astimezone(zone).date()
        if at >= since and issue_of(day) == issue:
            yield Due(issue, day, at, at + posting.late, of_hour(posting.at))


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


def alone_at(due: Due, zone: ZoneInfo, now: datetime) -> str:
    """What an edition is called besides its day: nothing of an hour from the one on at which the
    team sees it in its own zone. Who reads before that is told what is approved then, and freezes
    nothing.
    """
    seen = now >= preview_at(due.day, zone)
    return due.of if seen else f"{due.of}@{due.at.astimezone(UTC):%dT%H:%M}"


def preview_at(day: date, zone: ZoneInfo) -> datetime:
    """When the team sees the edition of a day."""
    return local_instant(day - ONE_DAY, PREVIEW_AT, zone)


def of_hour(at: time) -> str:
    """What the edition of readers at that hour is called besides its day."""
    return OF_EVENING if at >= EVENING else ""


def last_told(day: date, of: str) -> date:
    """The last day that an edition of that name tells."""
    return day + TELLS + (ONE_DAY if of.startswith(OF_EVENING) else timedelta())


def told_from(day: date, of: str, zone: ZoneInfo) -> datetime:
    """What is over by then, an edition of that name does not tell."""
    return local_instant(day, EVENING if of.startswith(OF_EVENING) else time(), zone)
