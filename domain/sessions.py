"""A session: one person led it, others were there, and the time is shared among them or given by
or to the pot. What it enters, and who may say so.

Must not know chats, rows or balances.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum

from domain import days, durations
from domain.errors import Refusal
from domain.ledger import Account, Kind
from domain.numbers import TAKEN, blank
from domain.people import flat
from domain.sentences import SENTENCE_MOST
from domain.timebank import SUBJECT_MOST, Exchange, ExchangeState, Party

REMIND_AFTER = timedelta(days=7)
EXPIRE_AFTER = timedelta(days=30)
"""An open session is the organiser's to close; one that nobody closed in a month counts nothing."""


class Way(StrEnum):
    """Whose time a session is.

    SHARED: the organiser gave it, those present received it together. OFFERED: the organiser gave
    it, the pot received it for everybody. COMMON: each one present gave it to the pot.
    """

    SHARED = "shared"
    OFFERED = "offered"
    COMMON = "common"


class SessionState(StrEnum):
    """Where a session stands; only a closed one entered anything."""

    OPEN = "open"
    CLOSED = "closed"
    CANCELLED = "cancelled"
    EXPIRED = "expired"


class Presence(StrEnum):
    """What is known of somebody: named by the organiser, there by their own word, or not."""

    ASKED = "asked"
    THERE = "there"
    AWAY = "away"


@dataclass(frozen=True)
class Session:
    """A session of a day. `chat` is the group in which people say that they were there; in private
    the organiser names them. `version` grows whenever somebody comes or goes.
    """

    id: int
    way: Way
    organiser: int
    chat: int | None
    subject: str
    day: date
    minutes: int
    state: SessionState
    at: datetime
    version: int = 0
    reminded: bool = False

    @property
    def is_open(self) -> bool:
        """Whether people may still come and go."""
        return self.state is SessionState.OPEN

    @property
    def due(self) -> datetime:
        """When the organiser is reminded of it or, after that, when it expires."""
        return self.at + (EXPIRE_AFTER if self.reminded else REMIND_AFTER)


@dataclass(frozen=True)
class Announced:
    """What one message says of a session; `refusal` is why its time or its day cannot stand."""

    minutes: int | None = None
    day: date | None = None
    subject: str | None = None
    names: str | None = None
    refusal: Refusal | None = None


_WITH = re.compile(r"\b(?:avec|with)\s+(?=@|[A-ZÀ-ÖØ-Þ])(.+?)(?= pour | for |$)")
_AND = re.compile(r"\s*(?:,|;|\n|\bet\b|\band\b|&)\s*")
_LEADING = re.compile(r"(?:[\s,;:.–-]+|(?:pour|for|de|du|of|sur|on|the|le|la)\s|d')+")
_TRAILING = re.compile(r"(?:[\s,;:.–-]+|\s(?:de|du|le|pour|for|on|en|a)(?=\s*$))+$")


def read(text: str, today: date, *, day: int = durations.DAY) -> Announced:
    """The duration, the day, those named after "avec", and what it was; each of them once."""
    if len(text) > SENTENCE_MOST:
        return Announced(refusal=Refusal("refusal-subject-too-long", most=SUBJECT_MOST))
    text = " ".join(unicodedata.normalize("NFC", text).replace(TAKEN, " ").split())
    lasting = durations.find(text, day=day)
    for one in lasting:
        text = blank(text, one.start, one.end)
    said = days.find_all(text, today)
    for found in said:
        text = blank(text, found.start, found.end)
    names = _WITH.search(text)
    if names:
        text = blank(text, *names.span())
    subject = _subject(text)
    try:
        minutes = durations.settle(lasting) if lasting else None
        told = _one_day({one.day for one in said}, text, today)
        fits(subject or "")
    except Refusal as refusal:
        return Announced(refusal=refusal)
    return Announced(minutes, told, subject, names[1].replace(TAKEN, " ") if names else None)


def _one_day(said: Collection[date], rest: str, today: date) -> date | None:
    """The one day that is said; two of them, or one that nobody can name, would be a guess."""
    if len(said) > 1 or (not said and days.hints_at_day(rest)):
        raise Refusal("refusal-day-unread")
    return days.allowed(next(iter(said)), today) if said else None


def fits(subject: str) -> str:
    """The same subject, when a card can show it."""
    if len(subject) > SUBJECT_MOST:
        raise Refusal("refusal-subject-too-long", most=SUBJECT_MOST)
    return subject


def _subject(text: str) -> str | None:
    return " ".join(filter(None, map(_trimmed, text.split(TAKEN)))) or None


def _trimmed(piece: str) -> str:
    """The words without those that tied them to a duration, a day or a name."""
    said = flat(piece)
    leading, trailing = _LEADING.match(said), _TRAILING.search(said)
    start = leading.end() if leading else 0
    return piece[start : max(start, trailing.start() if trailing else len(piece))].strip()


def names_in(text: str) -> list[str]:
    """The names of a list as people write it: commas, "et", one on each line."""
    each = dict.fromkeys(part.strip(" .") for part in _AND.split(text))
    return [name for name in each if any(map(str.isalnum, name))]


def shares(minutes: int, people: Collection[int], *, turn: int = 0) -> dict[int, int]:
    """What each one present receives: the whole in all, to the minute.

    Odd minutes are one each; whose they are goes round with `turn`, so that it is not always the
    same people's.
    """
    ordered = sorted(set(people))
    if not ordered:
        return {}
    each, odd = divmod(minutes, len(ordered))
    first = turn % len(ordered)
    turned = ordered[first:] + ordered[:first]
    return {person: each + (place < odd) for place, person in enumerate(turned)}


def lengths(session: Session, present: Collection[int]) -> dict[int, int]:
    """How long the session counts for each one present."""
    if session.way is Way.SHARED:
        return shares(session.minutes, present, turn=session.id)
    return dict.fromkeys(sorted(set(present)), session.minutes)


def may_lead(session: Session, by: Party, *, administers: bool) -> None:
    """Refuse whoever is neither its organiser, nor an administrator of its group, nor the team."""
    if by.person != session.organiser and not administers and not by.team:
        raise Refusal("refusal-session-not-yours")


def still_open(session: Session) -> Session:
    """The same session, if people may still come and go."""
    if not session.is_open:
        raise Refusal("refusal-session-over")
    return session


def may_come(session: Session, person: int) -> None:
    """Refuse the organiser, whose own time is counted already, among those who receive it."""
    still_open(session)
    if person == session.organiser and session.way is not Way.COMMON:
        raise Refusal("refusal-session-organiser")


def is_thin(session: Session, count: int) -> bool:
    """Whether so many would share less than a minute each."""
    return session.way is Way.SHARED and count > session.minutes


def must_be_worth(session: Session, count: int) -> None:
    """Refuse to close a session at which nobody says to have been, or too many for its time."""
    if not count:
        raise Refusal("refusal-session-nobody")
    if is_thin(session, count):
        raise Refusal("refusal-session-thin", count=count)


@dataclass(frozen=True)
class Closing:
    """A session as it is closed: who was there, the accounts of everybody in it, who closes.

    `witness`: one of those present who may confirm the organiser's own hours, where no team can.
    """

    session: Session
    present: Collection[int]
    holders: Mapping[int, Account]
    pot: Account
    by: Party
    at: datetime
    witness: int | None = None

    def exchanges(self) -> list[Exchange]:
        """What it enters, in a fixed order.

        Whoever said that they were there agreed to be counted. What the pot gives is confirmed at
        once when whoever closes leads the chantier or speaks for the team; never for themselves.
        """
        organiser, minutes = self.session.organiser, self.session.minutes
        if self.session.way is Way.OFFERED:
            return [self._from_pot(organiser, minutes)]
        counted = lengths(self.session, self.present)
        if self.session.way is Way.COMMON:
            return [self._from_pot(one, counted[one]) for one in sorted(counted)]
        return [self._received(one, counted[one]) for one in sorted(counted)]

    def _received(self, person: int, minutes: int) -> Exchange:
        organiser = self.session.organiser
        noted = self._noted(organiser, self.holders[person], minutes)
        return self._confirmed(noted, by=person)

    def _from_pot(self, person: int, minutes: int) -> Exchange:
        leads = self.session.way is Way.COMMON and self.by.person == self.session.organiser
        noted = self._noted(person, self.pot, minutes)
        if person == self.session.organiser:
            noted = replace(noted, referent=self.witness)
        if person != self.by.person and (leads or self.by.team):
            return self._confirmed(noted, by=self.by.person)
        return noted

    def _noted(self, person: int, receiver: Account, minutes: int) -> Exchange:
        giver, session = self.holders[person], self.session
        return Exchange(
            id=0,
            giver=giver,
            receiver=receiver,
            minutes=minutes,
            day=session.day,
            subject=session.subject,
            noted_by=person,
            noted_at=self.at,
            state=ExchangeState.PROPOSED,
            noted_for=giver.id,
            kind=Kind.SESSION,
            session=session.id,
            group=session.chat,
        )

    def _confirmed(self, noted: Exchange, *, by: int) -> Exchange:
        state = ExchangeState.CONFIRMED
        return replace(noted, state=state, confirmed_by=by, confirmed_at=self.at)
