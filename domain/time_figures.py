"""What a year of the time bank was, in figures that say what they include.

Knows exchanges with their names. Must not know the chat.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from statistics import median

from domain.ledger import COMMON, Account, AccountKind, Kind
from domain.people import fold
from domain.time_records import Holder, Record
from domain.timebank import OPEN, Exchange, ExchangeState

FEW = 4
"""Figures about fewer people than this stay with the team."""

SOON = timedelta(days=7)


@dataclass(frozen=True)
class Part:
    """A share of all hours, and how many people stand behind it."""

    name: str
    minutes: int
    people: int


@dataclass(frozen=True)
class Flow:
    """How much time went from one party to another."""

    giver: Holder
    receiver: Holder
    minutes: int


@dataclass(frozen=True)
class Figures:
    """A period in figures. Minutes are of exchanges, sessions and corrections that count."""

    minutes: int
    exchanges: int
    givers: int
    receivers: int
    both: int
    organisations: int
    to_common: int
    from_common: int
    gifts: int
    paid: int
    paid_minutes: int
    contested: int
    waiting: int
    days_to_confirm: float | None
    soon: float | None
    skills: Sequence[Part] = ()
    months: Mapping[date, int] = field(default_factory=dict)

    @property
    def people(self) -> int:
        """Everybody who gave or received."""
        return self.givers + self.receivers - self.both


def figures(records: Sequence[Record], *, reversing: frozenset[int], now: datetime) -> Figures:
    """The figures of some exchanges. `reversing`: corrections that take time back."""
    all_of_them = [record.exchange for record in records]
    counted = [one for one in all_of_them if one.counts]
    given = [one for one in counted if not one.kind.moves_hours]
    signed = {one.id: -one.minutes if one.id in reversing else one.minutes for one in given}
    onwards = [one for one in given if one.id not in reversing]
    gave = {one.giver.person for one in onwards} - {None}
    received = {one.receiver.person for one in onwards} - {None}
    paid = [one for one in all_of_them if one.paid and one.state is ExchangeState.CONFIRMED]

    def total(wanted: Callable[[Exchange], bool]) -> int:
        return sum(signed[one.id] for one in given if wanted(one))

    return Figures(
        minutes=total(lambda _: True),
        exchanges=sum(1 for one in given if one.kind is not Kind.CORRECTION),
        givers=len(gave),
        receivers=len(received),
        both=len(gave & received),
        organisations=len(_organisations(onwards)),
        to_common=total(lambda one: _common(one.receiver) and not _common(one.giver)),
        from_common=total(lambda one: _common(one.giver) and not _common(one.receiver)),
        gifts=sum(one.minutes for one in counted if one.kind is Kind.GIFT),
        paid=len(paid),
        paid_minutes=sum(one.minutes for one in paid),
        contested=sum(one.state is ExchangeState.CONTESTED for one in all_of_them),
        waiting=sum(one.state in OPEN for one in all_of_them),
        days_to_confirm=_days_to_confirm(all_of_them),
        soon=_soon(all_of_them, now),
        skills=_skills(given, signed),
        months=_months(given, signed),
    )


def for_everybody(told: Figures) -> Figures | None:
    """The same without what concerns fewer than four people; None when all of it does."""
    if told.people < FEW:
        return None
    kept = [part for part in told.skills if part.people >= FEW]
    return Figures(**{**vars(told), "skills": kept, "months": {}})


def flows(records: Iterable[Record], party: Callable[[Account, Holder], Holder]) -> Sequence[Flow]:
    """Who gave to whom, the largest first; `party` says of whom an account is part."""
    sums: Counter[tuple[str, str]] = Counter()
    parties: dict[str, Holder] = {}
    for record in records:
        one = record.exchange
        if one.counts and one.kind in (Kind.EXCHANGE, Kind.SESSION):
            sides = party(one.giver, record.giver), party(one.receiver, record.receiver)
            keys = [str(side) for side in sides]
            parties.update(zip(keys, sides, strict=True))
            sums[keys[0], keys[1]] += one.minutes
    return [Flow(parties[a], parties[b], minutes) for (a, b), minutes in sums.most_common()]


def _common(account: Account) -> bool:
    return account.kind in COMMON


def _organisations(exchanges: Iterable[Exchange]) -> set[int]:
    sides = (side for one in exchanges for side in (one.giver, one.receiver))
    return {side.id for side in sides if side.kind is AccountKind.ORGANISATION}


def _asked(exchange: Exchange) -> bool:
    """Whether somebody else's word was asked for: imports and settlements ask nobody."""
    one = exchange
    alone = one.confirmed_by is not None and one.confirmed_by == one.noted_by
    return one.kind in (Kind.EXCHANGE, Kind.GIFT) and not alone


def _days_to_confirm(exchanges: Iterable[Exchange]) -> float | None:
    waited = [
        (one.confirmed_at - one.noted_at) / timedelta(days=1)
        for one in exchanges
        if one.state is ExchangeState.CONFIRMED and one.confirmed_at and _asked(one)
    ]
    return median(waited) if waited else None


def _soon(exchanges: Iterable[Exchange], now: datetime) -> float | None:
    """The share that was confirmed within a week, of what had a week and was not taken back."""
    asked = [
        one
        for one in exchanges
        if _asked(one)
        and one.state is not ExchangeState.CANCELLED
        and (one.state is ExchangeState.CONFIRMED or one.noted_at <= now - SOON)
    ]
    soon = [one for one in asked if one.confirmed_at and one.confirmed_at - one.noted_at <= SOON]
    return len(soon) / len(asked) if asked else None


def _skills(exchanges: Sequence[Exchange], signed: Mapping[int, int]) -> Sequence[Part]:
    """Hours by skill, however it is spelt, the most first; what names none comes under ""."""
    minutes: Counter[str] = Counter()
    people: dict[str, set[int]] = defaultdict(set)
    names: dict[str, str] = {}
    for one in exchanges:
        key = fold(one.skill)
        names.setdefault(key, one.skill)
        minutes[key] += signed[one.id]
        people[key] |= {side.id for side in (one.giver, one.receiver) if side.person is not None}
    return [Part(names[key], total, len(people[key])) for key, total in minutes.most_common()]


def _months(exchanges: Sequence[Exchange], signed: Mapping[int, int]) -> Mapping[date, int]:
    sums: Counter[date] = Counter()
    for one in exchanges:
        sums[one.day.replace(day=1)] += signed[one.id]
    return dict(sorted(sums.items()))
