"""Answering a funding call together: who is in, who holds the pen, by when, and what came of it.

Must not know chats or rows.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from domain.calls import titled
from domain.errors import Refusal

LINKS_MOST = 10
FARTHEST = timedelta(days=2 * 365)
LAST_DAYS = timedelta(days=3)
MORNING = time(9, 0)


class BidState(StrEnum):
    """What became of it."""

    OPEN = "open"
    SUBMITTED = "submitted"
    ABANDONED = "abandoned"


class Reminder(StrEnum):
    """What those who are in are told on the way, each once."""

    HALFWAY = "halfway"
    LAST_DAYS = "last-days"
    OVER = "over"


@dataclass(frozen=True)
class Bid:
    """An answer that several write. `halfway` is the day they set themselves on the way; `told`
    are the reminders behind us.
    """

    id: int
    title: str
    by: int
    at: datetime
    deadline: date
    state: BidState = BidState.OPEN
    writer: int | None = None
    halfway: date | None = None
    links: tuple[str, ...] = ()
    told: tuple[Reminder, ...] = ()

    @property
    def is_open(self) -> bool:
        """Whether it is still being written."""
        return self.state is BidState.OPEN


def named(text: str) -> str:
    """What is answered, on one line."""
    return titled(text)


def due_by(day: date, today: date) -> date:
    """The day before which it has to be handed in."""
    if day <= today:
        raise Refusal("refusal-bid-past", day=day)
    if day > today + FARTHEST:
        raise Refusal("refusal-call-far")
    return day


def still_open(bid: Bid) -> Bid:
    """The same one, as long as it is being written."""
    if not bid.is_open:
        raise Refusal("refusal-bid-over")
    return bid


def written_by(bid: Bid, person: int, people: Collection[int]) -> Bid:
    """Somebody who is in takes the pen, when nobody holds it."""
    _must_be_in(bid, person, people)
    if bid.writer not in (None, person):
        raise Refusal("refusal-bid-pen-taken")
    return replace(bid, writer=person)


def handed_over(bid: Bid, to: int, *, by: int, people: Collection[int]) -> Bid:
    """Whoever holds the pen gives it to another who is in."""
    if still_open(bid).writer != by:
        raise Refusal("refusal-bid-pen-not-yours")
    if to not in people:
        raise Refusal("refusal-choice-stale")
    return replace(bid, writer=to)


def left_by(bid: Bid, person: int) -> Bid:
    """Somebody is in no more; the pen they held is free."""
    still_open(bid)
    return replace(bid, writer=None) if bid.writer == person else bid


def with_halfway(bid: Bid, day: date, today: date) -> Bid:
    """A day on the way, after today and before the last one."""
    if not today < day < still_open(bid).deadline:
        raise Refusal("refusal-bid-halfway", deadline=bid.deadline)
    told = tuple(one for one in bid.told if one is not Reminder.HALFWAY)
    return replace(bid, halfway=day, told=told)


def with_links(bid: Bid, links: Collection[str]) -> Bid:
    """Documents beside it, each once."""
    if not links:
        raise Refusal("refusal-bid-no-link")
    all_of_them = tuple(dict.fromkeys((*still_open(bid).links, *links)))
    if len(all_of_them) > LINKS_MOST:
        raise Refusal("refusal-bid-links", most=LINKS_MOST)
    return replace(bid, links=all_of_them)


def finished(bid: Bid, state: BidState, *, by: int, team: bool) -> Bid:
    """Handed in, or given up; said by whoever began it, holds the pen, or is of the team."""
    if not team and by not in (bid.by, bid.writer):
        raise Refusal("refusal-bid-not-yours")
    if state is BidState.OPEN:
        raise Refusal("refusal-choice-stale")
    return replace(still_open(bid), state=state)


def reminders(bid: Bid, zone: ZoneInfo) -> dict[Reminder, datetime]:
    """When those who are in are told what; halfway is half the time, unless they set a day. What
    would have been due before it began is left out.
    """
    begun = bid.at.astimezone(zone).date()
    days = {
        Reminder.HALFWAY: bid.halfway or begun + (bid.deadline - begun) / 2,
        Reminder.LAST_DAYS: bid.deadline - LAST_DAYS,
        Reminder.OVER: bid.deadline + timedelta(days=1),
    }
    moments = {one: datetime.combine(day, MORNING, tzinfo=zone) for one, day in days.items()}
    return {one: moment for one, moment in moments.items() if moment > bid.at}


def next_reminder(bid: Bid, zone: ZoneInfo) -> datetime | None:
    """When something is told next."""
    left = [moment for one, moment in reminders(bid, zone).items() if one not in bid.told]
    return min(left, default=None) if bid.is_open else None


def reminded(bid: Bid, now: datetime, zone: ZoneInfo) -> tuple[Bid, Reminder | None]:
    """The last of what is due, told once for all that was missed; None when nothing is."""
    moments = reminders(bid, zone)
    due = [one for one in moments if one not in bid.told and moments[one] <= now]
    if not due or not bid.is_open:
        return bid, None
    return replace(bid, told=(*bid.told, *due)), max(due, key=lambda one: moments[one])


def _must_be_in(bid: Bid, person: int, people: Collection[int]) -> None:
    still_open(bid)
    if person not in people:
        raise Refusal("refusal-bid-join-first")
