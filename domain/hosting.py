"""Get-togethers that an ally hosts: offered for a day, approved by the team, ten months a year.

Knows when allies are called to host, and who may still come. Must not know chats or rows.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from domain.due import local_instant
from domain.errors import Refusal
from domain.events import FoundEvent, Status
from domain.meetings import nth_weekday
from domain.people import flat
from domain.places import Place

NAME = "Rencontre d’allié·es"
"""What the agenda calls it, in every language."""

_BETWEEN = re.compile(r"[,;()]| [-–—] ")
_AT = re.compile(r"(?:^|.*\s)(?:à|a|au|aux|in|at)\s+(\S.*)$", re.I)
_COMES = re.compile(
    r"(?:oui[ ,]+|ok[ ,]+|yes[ ,]+)?(?:je (?:viens|viendrai|serai la|passe)(?: aussi)?|j'y serai"
    r"|(?:i'm|i am) coming|i(?:'ll| will) (?:come|be there))(?: a la rencontre)?[ .!]*"
)

LASTS = timedelta(hours=2)
SEATS_LEAST, SEATS_MOST = 2, 60
PLACE_MOST = 120
DETAILS_MOST = 300

SUMMER = frozenset({7, 8})
"""Months without a get-together, which leaves ten a year."""

CALL_NTH, CALL_WEEKDAY, MORNING = 3, 3, time(9, 0)
"""Allies are called on the third Thursday, for the month that follows; nothing else is due then."""


class HostingState(StrEnum):
    """Where a get-together stands. HELD, or MISSED: what its host said afterwards."""

    ASKED = "asked"
    APPROVED = "approved"
    REFUSED = "refused"
    CANCELLED = "cancelled"
    HELD = "held"
    MISSED = "missed"


@dataclass(frozen=True)
class Hosting:
    """A get-together somebody hosts. `gathering` is where sign-ups are kept; `details` are for
    those who come: an address, a link, a code at the door. `offered_at`: since when its host waits
    for the team's word. `town`: the one that `place` names, where the list has it.
    """

    id: int
    gathering: int
    host: int
    day: date
    at: time
    place: str
    seats: int
    details: str
    state: HostingState
    offered_at: datetime
    town: Place | None = None

    def starts(self, zone: ZoneInfo) -> datetime:
        """When it begins, in UTC."""
        return local_instant(self.day, self.at, zone)

    @property
    def to_come(self) -> bool:
        """Whether people may count on it."""
        return self.state is HostingState.APPROVED


def place_of(text: str) -> str:
    """Where it takes place, as everybody may read it."""
    return _line(text, PLACE_MOST, "refusal-hosting-place")


def says_to_come(sentence: str) -> bool:
    """Whether a whole sentence says that one comes, and not to what."""
    return _COMES.fullmatch(" ".join(flat(sentence).split())) is not None


def towns_in(place: str) -> list[str]:
    """Words of a place that may name its town, the likeliest first: the whole, each part between
    commas, what follows « à ».
    """
    parts = [part.strip() for part in _BETWEEN.split(place) if part.strip()]
    after = [found[1].strip() for part in parts if (found := _AT.search(part))]
    return list(dict.fromkeys((place, *parts, *after)))


def details_of(text: str) -> str:
    """What only those who come are told."""
    return _line(text, DETAILS_MOST, "refusal-hosting-details")


def seats_of(typed: str) -> int:
    """How many can come."""
    digits = "".join(one for one in typed if one.isdigit())[:4]
    if not digits or not SEATS_LEAST <= int(digits) <= SEATS_MOST:
        raise Refusal("refusal-hosting-seats", least=SEATS_LEAST, most=SEATS_MOST)
    return int(digits)


def decided(hosting: Hosting, *, approved: bool) -> Hosting:
    """The team's word, once."""
    if hosting.state is not HostingState.ASKED:
        raise Refusal("refusal-choice-stale")
    state = HostingState.APPROVED if approved else HostingState.REFUSED
    return replace(hosting, state=state)


def cancelled(hosting: Hosting, *, by: int, now: datetime, zone: ZoneInfo) -> Hosting:
    """The host cannot after all."""
    _of_host(hosting, by)
    if hosting.state not in (HostingState.ASKED, HostingState.APPROVED):
        raise Refusal("refusal-choice-stale")
    if hosting.starts(zone) <= now:
        raise Refusal("refusal-hosting-over")
    return replace(hosting, state=HostingState.CANCELLED)


def told(hosting: Hosting, *, by: int, held: bool, now: datetime, zone: ZoneInfo) -> Hosting:
    """What its host says afterwards."""
    _of_host(hosting, by)
    if not hosting.to_come or hosting.starts(zone) > now:
        raise Refusal("refusal-choice-stale")
    return replace(hosting, state=HostingState.HELD if held else HostingState.MISSED)


def may_come(hosting: Hosting, person: int, *, taken: int, now: datetime, zone: ZoneInfo) -> None:
    """Refuse whoever comes too late, or has no need to sign up."""
    if not hosting.to_come:
        raise Refusal("refusal-choice-stale")
    if hosting.starts(zone) <= now:
        raise Refusal("refusal-hosting-over")
    if hosting.host == person:
        raise Refusal("refusal-hosting-yours")
    if taken >= hosting.seats:
        raise Refusal("refusal-hosting-full")


def asked_after(hosting: Hosting, zone: ZoneInfo) -> datetime:
    """When its host is asked how it went: the next morning."""
    return local_instant(hosting.day + timedelta(days=1), MORNING, zone)


def reminded_at(hosting: Hosting, zone: ZoneInfo) -> datetime:
    """When those who come are reminded: the morning before."""
    return local_instant(hosting.day - timedelta(days=1), MORNING, zone)


def event_of(hosting: Hosting, zone: ZoneInfo, slug: str) -> FoundEvent:
    """The get-together as the agenda shows it, without what only those who come are told."""
    starts = hosting.starts(zone)
    return FoundEvent(
        uid=f"hosted-{hosting.id}@{slug}",
        title=NAME,
        start=starts,
        end=starts + LASTS,
        all_day=False,
        place=hosting.place,
        link="",
        status=Status.SCHEDULED if hosting.to_come else Status.CANCELLED,
    )


def call_moment(month: date, zone: ZoneInfo) -> datetime:
    """When allies are called to host in a month: in the one before."""
    before = (month.replace(day=1) - timedelta(days=1)).replace(day=1)
    return datetime.combine(nth_weekday(before, CALL_NTH, CALL_WEEKDAY), MORNING, tzinfo=zone)


def month_to_call(now: datetime, zone: ZoneInfo) -> date | None:
    """The month for which allies may be called now: always the next one, never in summer."""
    month = _after(now.astimezone(zone).date())
    return month if month.month not in SUMMER and call_moment(month, zone) <= now else None


def next_call(now: datetime, zone: ZoneInfo) -> datetime:
    """When allies are called next."""
    month = _after(now.astimezone(zone).date())
    while month.month in SUMMER or call_moment(month, zone) <= now:
        month = _after(month)
    return call_moment(month, zone)


def _after(day: date) -> date:
    return (day.replace(day=1) + timedelta(days=31)).replace(day=1)


def _of_host(hosting: Hosting, person: int) -> None:
    if hosting.host != person:
        raise Refusal("refusal-choice-not-yours")


def _line(text: str, most: int, refusal: str) -> str:
    line = " ".join(text.split())
    if not any(one.isalnum() for one in line) or len(line) > most:
        raise Refusal(refusal, most=most)
    return line
