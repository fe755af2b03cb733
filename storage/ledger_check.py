"""The ledger read again from its first entry, a piece at a time, beside what it says it enters.

Only reads. What it reads may be looked at after its transaction has ended, so that nobody waits.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from domain.ledger import AccountKind, Entry, Fault, FaultKind, Kind, Leg, faults_of, legs_of
from domain.timebank import ExchangeState
from storage.tables import ExchangeRow, LedgerAccountRow, LedgerEntryRow, LegRow

PIECE = 5_000
"""Entries that one transaction reads: some tenths of a second on a small server."""


@dataclass(frozen=True)
class Seen:
    """An entry, and the legs that its exchange calls for; None when the exchange does not count."""

    entry: Entry
    wanted: frozenset[Leg] | None


@dataclass(frozen=True)
class Piece:
    """Rows of some entries that follow each other, as they came: a transaction ends the sooner."""

    rows: Sequence[Any]

    def seen(self) -> Sequence[Seen]:
        """The entries, in order."""
        return [_seen(list(each)) for _, each in groupby(self.rows, key=lambda row: row[0])]


@dataclass(frozen=True)
class LedgerCheck:
    """Looks through the ledger of one fabrique."""

    session: AsyncSession
    fabrique: int

    async def piece(self, after: Entry | None, *, at_most: int = PIECE) -> Piece:
        """The entries that follow one; none when it was the last."""
        entries = select(LedgerEntryRow).where(LedgerEntryRow.fabrique_id == self.fabrique)
        if after is not None:
            entries = entries.where(LedgerEntryRow.number > after.number)
        page = entries.order_by(LedgerEntryRow.number).limit(at_most).subquery()
        rows = await self.session.execute(
            select(
                *(page.c[name] for name in ("number", "at", "kind", "exchange_id")),
                *(page.c[name] for name in ("previous", "digest")),
                LegRow.account_id,
                LegRow.minutes,
                ExchangeRow.state,
                ExchangeRow.paid,
                ExchangeRow.kind,
                ExchangeRow.giver_id,
                ExchangeRow.receiver_id,
                ExchangeRow.minutes,
            )
            .outerjoin(LegRow, LegRow.entry_id == page.c.id)
            .outerjoin(ExchangeRow, ExchangeRow.id == page.c.exchange_id)
            .order_by(page.c.number, LegRow.id)
        )
        return Piece(rows.all())

    async def beside_the_chain(self) -> Sequence[Fault]:
        """What no entry shows: exchanges that were not entered, sums that do not meet."""
        return [*await self.missing(), *await self.apart(), *await self.uneven()]

    async def missing(self) -> Sequence[Fault]:
        """Exchanges that count and were never entered."""
        numbers = await self.session.scalars(
            select(ExchangeRow.id)
            .outerjoin(LedgerEntryRow, LedgerEntryRow.exchange_id == ExchangeRow.id)
            .where(
                ExchangeRow.fabrique_id == self.fabrique,
                ExchangeRow.state == ExchangeState.CONFIRMED,
                ExchangeRow.paid.is_(False),
                LedgerEntryRow.id.is_(None),
            )
            .order_by(ExchangeRow.id)
        )
        return [Fault(FaultKind.MISSING, number) for number in numbers]

    async def apart(self) -> Sequence[Fault]:
        """Mutual accounts against those that the other fabriques keep: they are opposite."""
        mutual = {
            (int(holds), int(holder or 0)): int(minutes)
            for holds, holder, minutes in await self.session.execute(
                select(
                    LedgerAccountRow.fabrique_id,
                    LedgerAccountRow.partner_id,
                    func.sum(LegRow.minutes),
                )
                .join(LegRow, LegRow.account_id == LedgerAccountRow.id)
                .where(LedgerAccountRow.kind == AccountKind.FABRIQUE)
                .group_by(LedgerAccountRow.fabrique_id, LedgerAccountRow.partner_id)
            )
        }
        partners = {holder for pair in mutual for holder in pair if self.fabrique in pair}
        return [
            Fault(FaultKind.APART, partner)
            for partner in sorted(partners - {self.fabrique})
            if mutual.get((self.fabrique, partner), 0) + mutual.get((partner, self.fabrique), 0)
        ]

    async def uneven(self) -> Sequence[Fault]:
        """What all balances make together, when that is not zero."""
        total = await self.session.scalar(
            select(func.sum(LegRow.minutes))
            .join(LedgerAccountRow, LedgerAccountRow.id == LegRow.account_id)
            .where(LedgerAccountRow.fabrique_id == self.fabrique)
        )
        return [Fault(FaultKind.SUM, int(total))] if total else []


def faults_in(seen: Sequence[Seen], *, after: Entry | None) -> Iterator[Fault]:
    """What is wrong with a piece that follows an entry."""
    yield from faults_of((one.entry for one in seen), after=after)
    yield from _compared(seen)


def _compared(seen: Iterable[Seen]) -> Iterator[Fault]:
    for one in seen:
        if one.wanted is None:
            yield Fault(FaultKind.ALONE, one.entry.number)
        elif frozenset(one.entry.legs) != one.wanted:
            yield Fault(FaultKind.DIFFERENT, one.entry.number)


def _seen(rows: Sequence[Any]) -> Seen:
    """The rows of one entry: one for each of its legs."""
    number, at, kind, exchange, previous, digest = rows[0][:6]
    state, paid, noted, giver, receiver, minutes = rows[0][8:]
    legs = tuple(Leg(row[6], row[7]) for row in rows if row[6] is not None)
    wanted = None
    if state == ExchangeState.CONFIRMED and not paid:
        wanted = frozenset(legs_of(Kind(noted), giver=giver, receiver=receiver, minutes=minutes))
    return Seen(Entry(number, at, _kind(kind), exchange, legs, previous, digest), wanted)


def _kind(written: str) -> Kind:
    """A kind of entry; whatever stands for one that does not exist, the seal is broken."""
    return Kind(written) if written in tuple(Kind) else Kind.CORRECTION
