"""What the team looks at in the time bank, and what a spreadsheet brings into it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import TypeVar

from sqlalchemy import Select, func, insert, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from domain.journals import Book, Holding, Posting
from domain.ledger import Account, Entry, following, legs_of
from domain.people import Standing
from domain.time_records import Record
from domain.timebank import Exchange, ExchangeState
from domain.values import Phrase
from storage.exchanges import Exchanges, columns_of
from storage.ledger import OF_ALL, Ledger, account_from, entry_columns
from storage.tables import (
    ChatRow,
    ExchangeRow,
    FabriqueRow,
    LedgerAccountRow,
    LedgerEntryRow,
    LegRow,
    MembershipRow,
    OfferRow,
    OrganisationPersonRow,
    OrganisationRow,
    PersonRow,
)

T = TypeVar("T")

AT_A_TIME = 500
"""Rows that one statement inserts; SQLite takes some 32,000 values."""


@dataclass(frozen=True)
class Leaver:
    """Somebody who left and still holds or owes time."""

    person: int
    name: str
    balance: int


@dataclass(frozen=True)
class TimeKeeping:
    """The time bank of one fabrique, as its team keeps it."""

    session: AsyncSession
    fabrique: int

    async def holders(self) -> dict[int, tuple[Account, str | Phrase]]:
        """Each account by its number, with how it is called."""
        rows = await self.session.execute(
            select(LedgerAccountRow, PersonRow.name, OrganisationRow.name, FabriqueRow.name)
            .outerjoin(PersonRow, PersonRow.id == LedgerAccountRow.person_id)
            .outerjoin(OrganisationRow, OrganisationRow.id == LedgerAccountRow.organisation_id)
            .outerjoin(FabriqueRow, FabriqueRow.id == LedgerAccountRow.partner_id)
            .where(LedgerAccountRow.fabrique_id == self.fabrique)
            .order_by(LedgerAccountRow.id)
        )
        found: dict[int, tuple[Account, str | Phrase]] = {}
        for row, *names in rows:
            account = account_from(row)
            name = next((name for name in names if name is not None), None)
            found[account.id] = (account, name or Phrase(OF_ALL[account.kind]))
        return found

    async def records(
        self, first: date | None = None, last: date | None = None
    ) -> Sequence[Record]:
        """Every exchange of some days with all its names, people who left included."""
        holders = await self.holders()
        people = await self._pairs(
            select(PersonRow.id, PersonRow.name).where(PersonRow.fabrique_id == self.fabrique)
        )
        groups = await self._pairs(
            select(ChatRow.id, ChatRow.title).where(ChatRow.fabrique_id == self.fabrique)
        )
        exchanges = await Exchanges(self.session, self.fabrique).on_days(first, last)
        return [
            Record(
                exchange=one,
                giver=holders[one.giver.id][1],
                receiver=holders[one.receiver.id][1],
                noted_by=people.get(one.noted_by, ""),
                confirmed_by=people.get(one.confirmed_by or 0, ""),
                group=groups.get(one.group or 0, ""),
            )
            for one in exchanges
        ]

    async def reversing(self, records: Sequence[Record]) -> frozenset[int]:
        """Those corrections that take time back: their giver received what they correct."""
        corrected = {one.exchange.corrects for one in records} - {None}
        receivers = await self._pairs(
            select(ExchangeRow.id, ExchangeRow.receiver_id).where(
                ExchangeRow.fabrique_id == self.fabrique, ExchangeRow.id.in_(corrected)
            )
        )
        return frozenset(
            one.exchange.id
            for one in records
            if receivers.get(one.exchange.corrects or 0) == one.exchange.giver.id
        )

    async def book(self, title: str, first: date | None, last: date | None) -> Book:
        """What was entered for some days, with every account, for a journal."""
        ledger = Ledger(self.session, self.fabrique)
        entries = {entry.exchange: entry for entry in await ledger.entries()}
        exchanges = await Exchanges(self.session, self.fabrique).on_days(first, last)
        return Book(
            title,
            [
                Holding(account, name if isinstance(name, str) else "")
                for account, name in (await self.holders()).values()
            ],
            [Posting(one, entries[one.id]) for one in exchanges if one.id in entries],
        )

    async def asleep(self, since: date, before: datetime) -> Sequence[str]:
        """The names of those who offered something before a moment and exchanged nothing since a
        day.
        """
        recent = (
            select(LedgerAccountRow.person_id)
            .join(
                ExchangeRow,
                or_(
                    ExchangeRow.giver_id == LedgerAccountRow.id,
                    ExchangeRow.receiver_id == LedgerAccountRow.id,
                ),
            )
            .where(
                LedgerAccountRow.fabrique_id == self.fabrique,
                LedgerAccountRow.person_id.is_not(None),
                ExchangeRow.state == ExchangeState.CONFIRMED,
                ExchangeRow.day >= since,
            )
        )
        here = (Standing.MET.value, Standing.OFFLINE.value)
        names = await self.session.scalars(
            select(PersonRow.name)
            .join(OfferRow, OfferRow.person_id == PersonRow.id)
            .where(
                PersonRow.fabrique_id == self.fabrique,
                PersonRow.standing.in_(here),
                PersonRow.id.not_in(recent),
            )
            .group_by(PersonRow.id, PersonRow.name)
            .having(func.min(OfferRow.at) < before)
            .order_by(PersonRow.name)
        )
        return list(names)

    async def leavers(self) -> Sequence[Leaver]:
        """Those who left with a balance."""
        rows = await self.session.execute(
            select(PersonRow.id, PersonRow.name, func.sum(LegRow.minutes))
            .join(LedgerAccountRow, LedgerAccountRow.person_id == PersonRow.id)
            .join(LegRow, LegRow.account_id == LedgerAccountRow.id)
            .where(
                PersonRow.fabrique_id == self.fabrique, PersonRow.standing == Standing.LEFT.value
            )
            .group_by(PersonRow.id, PersonRow.name)
            .having(func.sum(LegRow.minutes) != 0)
            .order_by(PersonRow.name, PersonRow.id)
        )
        return [Leaver(number, name, int(minutes)) for number, name, minutes in rows]

    async def organisation_of(self) -> dict[int, str]:
        """The organisation of each person who may act for just one."""
        return await self._pairs(
            select(OrganisationPersonRow.person_id, func.min(OrganisationRow.name))
            .join(OrganisationRow, OrganisationRow.id == OrganisationPersonRow.organisation_id)
            .where(
                OrganisationRow.fabrique_id == self.fabrique,
                OrganisationPersonRow.state == "allowed",
            )
            .group_by(OrganisationPersonRow.person_id)
            .having(func.count() == 1)
        )

    async def group_of(self) -> dict[int, str]:
        """The first group in which each person was heard; the team's chats are none."""
        return await self._pairs(
            select(MembershipRow.person_id, ChatRow.title)
            .join(ChatRow, ChatRow.id == MembershipRow.chat_id)
            .where(
                ChatRow.fabrique_id == self.fabrique,
                ~ChatRow.private,
                ~ChatRow.team,
                ChatRow.title != "",
            )
            .order_by(MembershipRow.chat_id.desc())
        )

    async def organisations(self) -> dict[str, int]:
        """Each organisation by its name."""
        names = await self._pairs(
            select(OrganisationRow.id, OrganisationRow.name).where(
                OrganisationRow.fabrique_id == self.fabrique
            )
        )
        return {name: number for number, name in names.items()}

    async def bring_in(self, exchanges: Sequence[Exchange]) -> None:
        """Keep many confirmed exchanges at once, and enter those that count, in their order."""
        ledger = Ledger(self.session, self.fabrique)
        await ledger.hold()
        last = await ledger.last()
        for at in range(0, len(exchanges), AT_A_TIME):
            piece = exchanges[at : at + AT_A_TIME]
            rows = [{"fabrique_id": self.fabrique, **columns_of(one)} for one in piece]
            numbers = await self.session.scalars(
                insert(ExchangeRow).returning(ExchangeRow.id, sort_by_parameter_order=True), rows
            )
            kept = [replace(one, id=number) for one, number in zip(piece, numbers, strict=True)]
            last = await self._enter([one for one in kept if one.counts], last)

    async def _enter(self, exchanges: Sequence[Exchange], last: Entry | None) -> Entry | None:
        entries: list[Entry] = []
        for one in exchanges:
            giver, receiver = one.giver.id, one.receiver.id
            legs = legs_of(one.kind, giver=giver, receiver=receiver, minutes=one.minutes)
            at = one.confirmed_at or one.noted_at
            last = following(last, Entry(0, at, one.kind, one.id, legs))
            entries.append(last)
        if not entries:
            return last
        rows = [entry_columns(entry, self.fabrique) for entry in entries]
        numbers = await self.session.scalars(
            insert(LedgerEntryRow).returning(LedgerEntryRow.id, sort_by_parameter_order=True), rows
        )
        legs_rows = [
            {"entry_id": number, "account_id": leg.account, "minutes": leg.minutes}
            for number, entry in zip(numbers, entries, strict=True)
            for leg in entry.legs
        ]
        await self.session.execute(insert(LegRow), legs_rows)
        return last

    async def _pairs(self, wanted: Select[int, T]) -> dict[int, T]:
        """What is told of each number; of several, the last."""
        return {row[0]: row[1] for row in await self.session.execute(wanted)}
