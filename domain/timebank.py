"""An exchange of time: who may say yes, no or never mind to it, and what it enters in the ledger.

Must not know balances, rows or chats.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from domain import days, durations
from domain.errors import Refusal
from domain.ledger import COMMON, Account, AccountKind, Kind, Leg, legs_of
from domain.people import fold

SUBJECT_MOST = 300  # letters; a card shows the subject whole, more is a report


class ExchangeState(StrEnum):
    """Where an exchange stands; only a confirmed one counts. INVITED waits for somebody new."""

    PROPOSED = "proposed"
    INVITED = "invited"
    CONFIRMED = "confirmed"
    CONTESTED = "contested"
    CANCELLED = "cancelled"
    EXPIRED = "expired"


OPEN = frozenset({ExchangeState.PROPOSED, ExchangeState.INVITED})
"""States in which an exchange still waits for a word."""


@dataclass(frozen=True)
class Party:
    """Who speaks: a person, the accounts they may act for, and whether in the team's name."""

    person: int
    accounts: frozenset[int] = frozenset()
    team: bool = False


@dataclass(frozen=True)
class Exchange:
    """Time that `giver` gave and `receiver` received, on a day. `id` is 0 until it is stored.

    `noted_for` is the account on whose side the noter stands; None when they stand on neither (the
    team). `paid` counts in no balance. `spoken`: noted with the spoken agreement of somebody
    without a telephone. `referent` leads what was given to the common, and may confirm it.
    `corrects` is the exchange that this one corrects, `replaces` the note in whose place it stands,
    `twin` its other half, kept by another fabrique.
    """

    id: int
    giver: Account
    receiver: Account
    minutes: int
    day: date
    subject: str
    noted_by: int
    noted_at: datetime
    state: ExchangeState
    noted_for: int | None = None
    kind: Kind = Kind.EXCHANGE
    paid: bool = False
    spoken: bool = False
    referent: int | None = None
    corrects: int | None = None
    twin: int | None = None
    replaces: int | None = None
    session: int | None = None
    skill: str = ""
    need: int | None = None
    offer: int | None = None
    group: int | None = None
    reason: str = ""
    reminders: int = 0
    confirmed_by: int | None = None
    confirmed_at: datetime | None = None

    @property
    def counts(self) -> bool:
        """Whether it is in the ledger."""
        return self.state is ExchangeState.CONFIRMED and not self.paid

    @property
    def awaited(self) -> Account | None:
        """The side that has to speak; None when nobody but the team can."""
        if self.spoken or self.noted_for not in (self.giver.id, self.receiver.id):
            return None
        return self.receiver if self.noted_for == self.giver.id else self.giver

    @property
    def waits_for_team(self) -> bool:
        """Whether the team has to speak, for the common or for somebody without a telephone."""
        return self.awaited is None or self.awaited.kind in COMMON

    @property
    def across(self) -> Account | None:
        """The mutual account, when the other side is of another fabrique."""
        sides = (self.giver, self.receiver)
        return next((side for side in sides if side.kind is AccountKind.FABRIQUE), None)

    @property
    def is_between_people(self) -> bool:
        """Whether both sides speak for themselves: no account of all, no other fabrique."""
        own = (AccountKind.PERSON, AccountKind.ORGANISATION)
        return self.giver.kind in own and self.receiver.kind in own

    def other_side(self, account: int) -> Account:
        """Who stands across from one of the two."""
        return self.receiver if account == self.giver.id else self.giver


def propose(
    *,
    giver: Account,
    receiver: Account,
    minutes: int,
    day: date,
    subject: str,
    by: Party,
    noted_at: datetime,
    today: date,
    kind: Kind = Kind.EXCHANGE,
) -> Exchange:
    """An exchange as one side tells it; it counts once the other side confirms."""
    if giver.id == receiver.id:
        raise Refusal("refusal-exchange-oneself")
    mine = [side.id for side in (giver, receiver) if side.id in by.accounts]
    if not mine and not by.team:
        raise Refusal("refusal-exchange-not-a-side")
    if len(subject) > SUBJECT_MOST:
        raise Refusal("refusal-subject-too-long", most=SUBJECT_MOST)
    return Exchange(
        id=0,
        giver=giver,
        receiver=receiver,
        minutes=durations.allowed(minutes),
        day=days.allowed(day, today),
        subject=subject,
        noted_by=by.person,
        noted_at=noted_at,
        state=ExchangeState.PROPOSED,
        noted_for=_side_of(by.person, giver, receiver, mine),
        kind=kind,
    )


def _side_of(person: int, giver: Account, receiver: Account, mine: list[int]) -> int | None:
    """The noter's side: their own account before one that they act for."""
    own = [side.id for side in (giver, receiver) if side.person == person]
    return next(iter([*own, *mine]), None)


def subject_typed(typed: str) -> str:
    """What an exchange was for, on one line, within what a statement can show."""
    subject = " ".join(typed.split())
    if not subject:
        raise Refusal("refusal-subject-empty")
    if len(subject) > SUBJECT_MOST:
        raise Refusal("refusal-subject-too-long", most=SUBJECT_MOST)
    return subject


def confirmed(exchange: Exchange, *, by: Party, at: datetime) -> Exchange:
    """The exchange once the other side has said yes: nobody credits themselves alone."""
    must_be_answerable(exchange, by)
    state = ExchangeState.CONFIRMED
    return replace(exchange, state=state, confirmed_by=by.person, confirmed_at=at)


def needs_no_word(exchange: Exchange, *, below: int) -> bool:
    """Whether it counts as soon as it is noted: short, and told by the side that owes it then.

    Nobody credits themselves alone, nor changes alone what the other side had noted.
    """
    return (
        exchange.minutes < below
        and exchange.kind is Kind.EXCHANGE
        and exchange.noted_for == exchange.receiver.id
        and exchange.replaces is None
        and _may_go_without_a_word(exchange)
    )


def may_take_silence_for_yes(exchange: Exchange) -> bool:
    """Whether no answer for long may count as a yes, where the fabrique wants it so; a gift is
    accepted, or it is none.
    """
    asked = exchange.kind not in (Kind.CORRECTION, Kind.GIFT)
    return asked and _may_go_without_a_word(exchange)


def _may_go_without_a_word(exchange: Exchange) -> bool:
    """The common, the absent and other fabriques are never taken at their silence."""
    waits = exchange.state is ExchangeState.PROPOSED and exchange.awaited is not None
    return waits and exchange.is_between_people


def confirmed_unanswered(exchange: Exchange, *, at: datetime) -> Exchange:
    """The exchange once it counts without a word of the other side: by nobody."""
    _open(exchange)
    state = ExchangeState.CONFIRMED
    return replace(exchange, state=state, confirmed_by=None, confirmed_at=at)


def may_change(exchange: Exchange) -> bool:
    """Whether the other side may answer with other words: not to what several or none can say."""
    here = AccountKind.FABRIQUE not in (exchange.giver.kind, exchange.receiver.kind)
    return exchange.kind is Kind.EXCHANGE and here and exchange.awaited is not None


def changed(
    exchange: Exchange,
    *,
    by: Party,
    at: datetime,
    today: date,
    minutes: int | None = None,
    day: date | None = None,
    subject: str | None = None,
    swapped: bool = False,
) -> tuple[Exchange, Exchange]:
    """The note taken back, and what the other side says instead, which the first must confirm."""
    must_be_answerable(exchange, by)
    awaited = exchange.awaited
    if awaited is None or not may_change(exchange):
        raise Refusal("refusal-exchange-fixed")
    giver, receiver = exchange.giver, exchange.receiver
    said = replace(
        exchange,
        giver=receiver if swapped else giver,
        receiver=giver if swapped else receiver,
        minutes=durations.allowed(exchange.minutes if minutes is None else minutes),
        day=exchange.day if day is None else days.allowed(day, today),
        subject=exchange.subject if subject is None else subject_typed(subject),
    )
    if said == exchange:
        raise Refusal("refusal-exchange-same")
    return replace(exchange, state=ExchangeState.CANCELLED), replace(
        said,
        id=0,
        replaces=exchange.id,
        noted_by=by.person,
        noted_at=at,
        noted_for=awaited.id,
        reminders=0,
    )


def contested(exchange: Exchange, *, by: Party) -> Exchange:
    """The exchange once the other side has said no."""
    must_be_answerable(exchange, by)
    return replace(exchange, state=ExchangeState.CONTESTED)


def cancelled(exchange: Exchange, *, by: Party) -> Exchange:
    """The exchange taken back by the side that noted it, before any answer."""
    _open(exchange)
    if by.person != exchange.noted_by and exchange.noted_for not in by.accounts:
        raise Refusal("refusal-exchange-not-yours")
    return replace(exchange, state=ExchangeState.CANCELLED)


def claimed(exchange: Exchange, account: Account) -> Exchange:
    """The exchange once somebody invited has come: they are the side that was missing."""
    if exchange.state is not ExchangeState.INVITED:
        raise Refusal("refusal-exchange-not-open")
    if account.id == exchange.noted_for or account.person == exchange.noted_by:
        raise Refusal("refusal-exchange-oneself")
    state = ExchangeState.PROPOSED
    if exchange.noted_for == exchange.giver.id:
        return replace(exchange, receiver=account, state=state)
    return replace(exchange, giver=account, state=state)


def expired(exchange: Exchange) -> Exchange:
    """The exchange after nobody answered for too long."""
    _open(exchange)
    return replace(exchange, state=ExchangeState.EXPIRED)


def must_be_answerable(exchange: Exchange, by: Party) -> None:
    """Refuse who has no yes or no to give, and what nobody can answer any more."""
    mine = {exchange.giver.id, exchange.receiver.id} & by.accounts
    if not (mine or by.team or by.person in (exchange.noted_by, exchange.referent)):
        raise Refusal("refusal-exchange-not-yours")
    _open(exchange)
    if by.person == exchange.noted_by:
        raise Refusal("refusal-exchange-own-word")
    if not _may_answer(exchange, by):
        raise Refusal("refusal-exchange-not-yours")


def _may_answer(exchange: Exchange, by: Party) -> bool:
    """The awaited side; the team or the one who leads for the common; the team for an absent."""
    awaited = exchange.awaited
    if awaited is not None and awaited.id in by.accounts:
        return True
    if exchange.waits_for_team and by.team:
        return True
    return awaited is not None and awaited.kind in COMMON and by.person == exchange.referent


def _open(exchange: Exchange) -> None:
    if exchange.state is ExchangeState.CONFIRMED:
        raise Refusal("refusal-exchange-already-confirmed")
    if exchange.state not in OPEN:
        raise Refusal("refusal-exchange-not-open")


def legs(exchange: Exchange) -> tuple[Leg, Leg]:
    """The two sides of an exchange in the ledger; together they are zero."""
    giver, receiver = exchange.giver.id, exchange.receiver.id
    return legs_of(exchange.kind, giver=giver, receiver=receiver, minutes=exchange.minutes)


def may_be_same(noted: Exchange, again: Exchange) -> bool:
    """Whether somebody may be noting what was noted already: the same time given by one to the
    other, on the same day; by the same side only when it is said to be for the same thing.
    """
    if _said(noted) != _said(again):
        return False
    by_both = noted.noted_for != again.noted_for
    return by_both or fold(noted.subject) == fold(again.subject)


def _said(exchange: Exchange) -> tuple[object, ...]:
    sides = exchange.giver.id, exchange.receiver.id
    return (*sides, exchange.minutes, exchange.day, exchange.kind)


def subjects_of(exchange: Exchange) -> list[str]:
    """What cards of an exchange say that they are about: it, or its other half."""
    halves = (exchange.id, exchange.twin)
    return [f"exchange:{number}" for number in halves if number is not None]
