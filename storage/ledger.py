"""The ledger of one fabrique: accounts, entries and legs, which are only ever added."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import groupby
from typing import Any

from sqlalchemy import Integer, and_, bindparam, case, cast, func, insert, null, select, union_all
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from domain.balances import must_allow
from domain.fabriques import TimePolicy
from domain.ledger import (
    Account,
    AccountKind,
    Entry,
    Fault,
    Kind,
    Leg,
    following,
)
from domain.timebank import Exchange, Party, legs
from domain.values import Phrase
from storage.engines import has_one_writer, insert_or_ignore, one_after_the_other
from storage.ledger_check import LedgerCheck, faults_in
from storage.people import today
from storage.tables import (
    FabriqueRow,
    LedgerAccountRow,
    LedgerEntryRow,
    LegRow,
    OrganisationPersonRow,
    OrganisationRow,
    PersonRow,
)

MAY_ACT = "allowed"
"""The state of somebody who may act for an organisation."""

HELD_BY = {
    AccountKind.PERSON: "person_id",
    AccountKind.ORGANISATION: "organisation_id",
    AccountKind.FABRIQUE: "partner_id",
}
"""The column that says who holds an account of a kind."""


OF_ALL = {AccountKind.POT: "holder-pot", AccountKind.TEAM: "holder-team"}
"""How the accounts are called that nobody holds alone."""

_TABLES = LegRow.metadata.tables
_ENTRY = _TABLES[LedgerEntryRow.__tablename__]
# Built once: to build a statement anew takes longer than to run it.
_KEYED = select(LedgerAccountRow).where(
    LedgerAccountRow.fabrique_id == bindparam("fabrique"), LedgerAccountRow.key == bindparam("key")
)
_OF_FABRIQUE = LedgerAccountRow.fabrique_id == bindparam("fabrique")
_SPEAKS_FOR = union_all(
    select(cast(null(), Integer), LedgerAccountRow.id).where(
        _OF_FABRIQUE, LedgerAccountRow.person_id == bindparam("person")
    ),
    select(OrganisationPersonRow.organisation_id, LedgerAccountRow.id)
    .outerjoin(
        LedgerAccountRow,
        and_(
            LedgerAccountRow.organisation_id == OrganisationPersonRow.organisation_id, _OF_FABRIQUE
        ),
    )
    .where(
        OrganisationPersonRow.person_id == bindparam("person"),
        OrganisationPersonRow.state == MAY_ACT,
    ),
)
"""The person's own account, without an organisation, and those of the organisations."""
_TURN = (
    select(FabriqueRow.id)
    .where(FabriqueRow.id == bindparam("fabrique"))
    .with_for_update(key_share=True)
)
_LAST = (
    select(LedgerEntryRow)
    .where(LedgerEntryRow.fabrique_id == bindparam("fabrique"))
    .order_by(LedgerEntryRow.number.desc())
    .limit(1)
)
_ENTER = insert(_ENTRY).returning(_ENTRY.c.id)
_LEGS = insert(_TABLES[LegRow.__tablename__])


@dataclass(frozen=True)
class Ledger:
    """Who holds how much time in one fabrique, and why."""

    session: AsyncSession
    fabrique: int

    async def account(self, kind: AccountKind, holder: int | None = None) -> Account:
        """The account of a holder, opened when it is first needed; no two are opened at once."""
        key = kind.value if holder is None else f"{kind.value}:{holder}"
        which = {"fabrique": self.fabrique, "key": key}
        row = await self.session.scalar(_KEYED, which)
        if row is None:
            values: dict[str, Any] = {"fabrique_id": self.fabrique, "kind": kind.value, "key": key}
            if kind in HELD_BY:
                values[HELD_BY[kind]] = holder
            await one_after_the_other(self.session, self.fabrique)
            await insert_or_ignore(self.session, LedgerAccountRow, values)
            row = (await self.session.scalars(_KEYED, which)).one()
        return account_from(row)

    async def of_person(self, person: int) -> Account:
        """Somebody's own account, which is in their own fabrique, whoever asks. Who was two holds
        another one too, in which nothing new is noted.
        """
        row = await self.session.scalar(
            select(LedgerAccountRow).where(
                LedgerAccountRow.person_id == person,
                LedgerAccountRow.key == f"{AccountKind.PERSON.value}:{person}",
            )
        )
        if row is not None:
            return account_from(row)
        number = await today(self.session, person)
        if number != person:
            return await self.of_person(number)
        home = (await self.session.get_one(PersonRow, person)).fabrique_id
        return await replace(self, fabrique=home).account(AccountKind.PERSON, person)

    async def held_with(self, accounts: Collection[int]) -> list[int]:
        """Accounts, with every other one that the same person holds."""
        return await held_with(self.session, accounts)

    async def across(self, fabrique: int, person: int) -> Account:
        """The mutual account kept with another fabrique, with somebody of it behind."""
        mutual = await self.account(AccountKind.FABRIQUE, fabrique)
        return replace(mutual, behind=await self.of_person(person))

    async def party(self, person: int, *, team: bool = False) -> Party:
        """A person who speaks, with their own account and those of their organisations."""
        which = {"fabrique": self.fabrique, "person": person}
        found = (await self.session.execute(_SPEAKS_FOR, which)).all()
        accounts = {account for _, account in found if account is not None}
        if not any(organisation is None for organisation, _ in found):
            accounts.add((await self.of_person(person)).id)
        for organisation in [number for number, account in found if account is None]:
            accounts.add((await self.account(AccountKind.ORGANISATION, organisation)).id)
        return Party(person, frozenset(accounts), team)

    async def people_for(self, account: Account) -> Sequence[int]:
        """Who speaks for an account: its person, or those who may act for an organisation; for a
        mutual account, whoever stands behind it.
        """
        if account.behind is not None:
            return await self.people_for(account.behind)
        if account.person is not None:
            return [account.person]
        if account.kind is not AccountKind.ORGANISATION:
            return []
        people = await self.session.scalars(
            select(OrganisationPersonRow.person_id)
            .where(
                OrganisationPersonRow.organisation_id == account.holder,
                OrganisationPersonRow.state == MAY_ACT,
            )
            .order_by(OrganisationPersonRow.person_id)
        )
        return list(people)

    async def called(self, account: Account) -> str | Phrase:
        """The name of whoever holds an account, or words for the pot and the team; of whoever
        stands behind a mutual account, with their fabrique.
        """
        if account.behind is not None:
            fabrique = await self.called(replace(account, behind=None))
            values = {"name": await self.called(account.behind), "fabrique": fabrique}
            return Phrase("holder-elsewhere", values)
        if account.kind is AccountKind.PERSON:
            name = select(PersonRow.name).where(PersonRow.id == account.holder)
        elif account.kind is AccountKind.ORGANISATION:
            name = select(OrganisationRow.name).where(OrganisationRow.id == account.holder)
        elif account.kind is AccountKind.FABRIQUE:
            name = select(FabriqueRow.name).where(FabriqueRow.id == account.holder)
        else:
            return Phrase(OF_ALL[account.kind])
        return (await self.session.scalars(name)).one()

    async def sides(self, exchange: Exchange) -> tuple[str | Phrase, str | Phrase]:
        """How the giver and the receiver are called; between fabriques, each with theirs."""
        giver, receiver = exchange.giver, exchange.receiver
        if exchange.across is not None:
            here = Account(0, AccountKind.FABRIQUE, self.fabrique)
            giver, receiver = (
                side if side is exchange.across else replace(here, behind=side)
                for side in (giver, receiver)
            )
        return await self.called(giver), await self.called(receiver)

    async def enter(self, exchange: Exchange, *, at: datetime) -> Entry:
        """Add what was confirmed, in its place in the chain; whoever comes second waits.

        The fabrique's row is what they wait for. So that no two wait for each other, all lock
        exchanges first, in the order of their numbers, then open accounts, then enter.
        """
        await self.hold()
        new = Entry(0, at, exchange.kind, exchange.id, legs(exchange))
        entry = following(await self.last(), new)
        values = entry_columns(entry, self.fabrique)
        row = (await self.session.execute(_ENTER, values)).scalar_one()
        sides = [
            {"entry_id": row, "account_id": leg.account, "minutes": leg.minutes}
            for leg in entry.legs
        ]
        await self.session.execute(_LEGS, sides)
        return entry

    async def hold(self) -> None:
        """Let nobody else enter anything until the end: what is read now stays true."""
        if not has_one_writer(self.session):
            await self.session.execute(_TURN, {"fabrique": self.fabrique})

    async def has_counted(self, account: int) -> bool:
        """Whether anything was ever entered in an account, or its holder's other one."""
        held = await self.held_with([account])
        found = select(LegRow.id).where(LegRow.account_id.in_(held)).limit(1)
        return await self.session.scalar(found) is not None

    async def must_fit(self, exchange: Exchange, policy: TimePolicy) -> None:
        """Refuse what would take a side beyond a limit that the fabrique set, if it set any.

        Corrections are never refused: they say what was true.
        """
        if policy.floor is None and policy.ceiling is None:
            return
        if not exchange.counts or exchange.kind is Kind.CORRECTION:
            return
        await self.hold()
        for leg, side in zip(legs(exchange), (exchange.giver, exchange.receiver), strict=True):
            if side.kind in (AccountKind.PERSON, AccountKind.ORGANISATION):
                balance, name = await self.balance_of(side.id), await self.called(side)
                first = not await self.has_counted(side.id)
                must_allow(balance, leg.minutes, policy, name=name, first=first)

    async def balance_of(self, account: int) -> int:
        """The sum of an account's legs, in minutes; with those of its holder's other account."""
        held = await self.held_with([account])
        total = await self.session.scalar(
            select(func.coalesce(func.sum(LegRow.minutes), 0)).where(LegRow.account_id.in_(held))
        )
        return int(total or 0)

    async def turnover_of(self, account: int) -> tuple[int, int]:
        """Minutes that came in and minutes that went out of an account, both counted up."""
        came = func.sum(case((LegRow.minutes > 0, LegRow.minutes), else_=0))
        went = func.sum(case((LegRow.minutes < 0, -LegRow.minutes), else_=0))
        row = await self.session.execute(select(came, went).where(LegRow.account_id == account))
        total = row.one()
        return int(total[0] or 0), int(total[1] or 0)

    async def balances(self) -> Sequence[tuple[Account, int]]:
        """Each account that has entries, with its balance in minutes, by account."""
        sums = (
            select(LegRow.account_id, func.sum(LegRow.minutes).label("minutes"))
            .group_by(LegRow.account_id)
            .subquery()
        )
        rows = await self.session.execute(
            select(LedgerAccountRow, sums.c.minutes)
            .join(sums, sums.c.account_id == LedgerAccountRow.id)
            .where(LedgerAccountRow.fabrique_id == self.fabrique)
            .order_by(LedgerAccountRow.id)
        )
        return [(account_from(row), int(minutes)) for row, minutes in rows]

    async def entries(self) -> Sequence[Entry]:
        """The whole chain, in order."""
        rows = await self.session.execute(
            select(LedgerEntryRow, LegRow.account_id, LegRow.minutes)
            .outerjoin(LegRow, LegRow.entry_id == LedgerEntryRow.id)
            .where(LedgerEntryRow.fabrique_id == self.fabrique)
            .order_by(LedgerEntryRow.number, LegRow.id)
        )
        return [
            _entry(row, [Leg(account, minutes) for _, account, minutes in each if account])
            for row, each in groupby(rows, key=lambda found: found[0])
        ]

    async def faults(self) -> Sequence[Fault]:
        """Everything that is wrong with the ledger; empty, or the team must know.

        The chain is unbroken, each entry is zero, each exchange that counts has its entry with
        just its legs, and the sum of all legs is zero.
        """
        check = LedgerCheck(self.session, self.fabrique)
        found: list[Fault] = []
        last: Entry | None = None
        while seen := (await check.piece(last)).seen():
            found += faults_in(seen, after=last)
            last = seen[-1].entry
        return [*found, *await check.beside_the_chain()]

    async def last(self) -> Entry | None:
        """The end of the chain, without its legs."""
        row = await self.session.scalar(_LAST, {"fabrique": self.fabrique})
        return _entry(row, []) if row else None


async def held_with(session: AsyncSession, accounts: Collection[int]) -> list[int]:
    """Accounts, with every other one that the same person holds: who was two people has two."""
    other = aliased(LedgerAccountRow)
    found = await session.scalars(
        select(other.id)
        .join(LedgerAccountRow, LedgerAccountRow.person_id == other.person_id)
        .where(LedgerAccountRow.id.in_(accounts))
    )
    return sorted({*accounts, *found})


def entry_columns(entry: Entry, fabrique: int) -> dict[str, Any]:
    """An entry as its row keeps it, without its legs."""
    return {
        "fabrique_id": fabrique,
        "number": entry.number,
        "exchange_id": entry.exchange,
        "kind": entry.kind,
        "at": entry.at,
        "previous": entry.previous,
        "digest": entry.digest,
    }


def account_from(row: LedgerAccountRow) -> Account:
    """An account as the domain knows it."""
    kind = AccountKind(row.kind)
    holder = getattr(row, HELD_BY[kind]) if kind in HELD_BY else None
    return Account(row.id, kind, holder)


def _entry(row: LedgerEntryRow, legs: Sequence[Leg]) -> Entry:
    return Entry(
        number=row.number,
        at=row.at,
        kind=Kind(row.kind),
        exchange=row.exchange_id,
        legs=tuple(legs),
        previous=row.previous,
        digest=row.digest,
    )
