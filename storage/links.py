"""Accounts that are the same person's: joined in every fabrique that knows them, and parted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, and_, delete, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from domain.errors import Refusal
from domain.linking import Identity
from domain.people import Standing
from domain.timebank import OPEN, ExchangeState
from storage.engines import insert_or_ignore
from storage.naming import TABLES
from storage.people import Account, People
from storage.tables import (
    AccountRow,
    ChatRow,
    ExchangeRow,
    LedgerAccountRow,
    LinkedAccountRow,
    LinkRow,
    PersonRow,
    PromptRow,
    UnionRow,
)
from storage.unions import Change, Unions, change, kept_change, undo

_EXCHANGES = TABLES[ExchangeRow.__tablename__]


@dataclass(frozen=True)
class Link:
    """Two accounts that are the same person's, the one that asked first."""

    id: int
    at: datetime
    identities: tuple[Identity, ...]

    def other_than(self, identity: Identity) -> Identity:
        """The other account."""
        return next(one for one in self.identities if one != identity)


@dataclass(frozen=True)
class Known:
    """An account as a fabrique knows it, and the person it is there."""

    id: int
    identity: Identity
    person: int


@dataclass(frozen=True)
class Links:
    """The links of every fabrique: what is true of an account is true in each."""

    session: AsyncSession

    async def of(self, identity: Identity) -> Link | None:
        """The link that an account is part of."""
        side = await self.session.get(LinkedAccountRow, (identity.platform, identity.account))
        return await self.link(side.link_id) if side else None

    async def of_person(self, person: int) -> Link | None:
        """The link of somebody's accounts."""
        number = await self.session.scalar(
            select(LinkedAccountRow.link_id)
            .join(
                AccountRow,
                (AccountRow.platform == LinkedAccountRow.platform)
                & (AccountRow.account == LinkedAccountRow.account),
            )
            .where(AccountRow.person_id == person)
            .limit(1)
        )
        return await self.link(number) if number is not None else None

    async def link(self, number: int) -> Link | None:
        """A link that holds, about to be looked at or undone: whoever comes second waits."""
        row = await self.session.get(LinkRow, number, with_for_update=True, populate_existing=True)
        if row is None or row.ended_at is not None:
            return None
        sides = await self.session.scalars(
            select(LinkedAccountRow)
            .where(LinkedAccountRow.link_id == number)
            .order_by(LinkedAccountRow.platform.desc())
        )
        return Link(row.id, row.at, tuple(Identity(one.platform, one.account) for one in sides))

    async def join(self, one: Identity, other: Identity, *, now: datetime) -> Link:
        """Let two accounts be the same person's, in each fabrique that knows either."""
        made = LinkRow(at=now, changed=[])
        self.session.add(made)
        await self.session.flush()
        number = made.id
        for side in sorted((one, other), key=lambda side: (side.platform, side.account)):
            values = {"platform": side.platform, "account": side.account, "link_id": number}
            if not await insert_or_ignore(self.session, LinkedAccountRow, values):
                raise Refusal("refusal-link-taken")
        for accounts in await self._by_fabrique((one, other)):
            await self._meet_as_one(number, accounts, (one, other))
        open_ones = await self._with_oneself((one, other))
        row = await self.session.get_one(LinkRow, number)
        row.changed = [kept_change(one) for one in open_ones]
        await self.session.flush()
        return Link(number, now, (one, other))

    async def part(self, link: Link, *, keep: Identity | None, now: datetime) -> None:
        """Let two accounts be two people's again: each with what it brought or, with `keep`, all
        with one of them, and the other begins anew.
        """
        row = await self.session.get_one(LinkRow, link.id)
        row.ended_at, changed = now, row.changed
        await self.session.execute(
            delete(LinkedAccountRow).where(LinkedAccountRow.link_id == link.id)
        )
        unions = {} if keep else await self._unions(link.id)
        for accounts in await self._by_fabrique(link.identities):
            people = {known.person for known in accounts}
            if union := unions.get(await self._fabrique_of(accounts[0].person)):
                await Unions(self.session).divide(union)
                await self._sort_chats(accounts)
            elif len(accounts) == 2 and len(people) == 1:
                await self._let_go(_leaving(accounts, keep))
            await self._tell_anywhere(people)
        if keep is None:
            await undo(self.session, changed)
        self.session.expire_all()

    async def tidy(self) -> int:
        """What was written for somebody at the moment they were joined is theirs too."""
        return await Unions(self.session).bring_home()

    async def people(self, identity: Identity) -> Sequence[int]:
        """Everybody that an account is, in each fabrique that met it."""
        return [row.person_id for row in await self._accounts([identity])]

    async def _by_fabrique(self, both: Sequence[Identity]) -> list[list[Known]]:
        """What each fabrique knows of two accounts, the one it met first in front."""
        found: dict[int, list[Known]] = {}
        for row in await self._accounts(both):
            known = Known(row.id, Identity(row.platform, row.account), row.person_id)
            found.setdefault(row.fabrique_id, []).append(known)
        return [found[fabrique] for fabrique in sorted(found)]

    async def _accounts(self, identities: Sequence[Identity]) -> Sequence[AccountRow]:
        rows = await self.session.scalars(
            select(AccountRow)
            .where(or_(*(_is(AccountRow, one) for one in identities)))
            .order_by(AccountRow.id)
            .execution_options(populate_existing=True)
        )
        return list(rows)

    async def _meet_as_one(
        self, link: int, accounts: Sequence[Known], both: Sequence[Identity]
    ) -> None:
        """One fabrique learns that two accounts are the same person's."""
        people = sorted({known.person for known in accounts})
        if len(people) == 2:
            await Unions(self.session).unite(link, *people)
        elif len(accounts) == 1:
            (missing,) = (one for one in both if one != accounts[0].identity)
            handle = await self._handle(missing)
            here = People(self.session, await self._fabrique_of(people[0]))
            account = Account(missing.platform, missing.account, "", handle)
            await here.also_known(people[0], account)

    async def _fabrique_of(self, person: int) -> int:
        return (await self.session.get_one(PersonRow, person)).fabrique_id

    async def _handle(self, identity: Identity) -> str | None:
        """How an account is called where it was met."""
        found = select(AccountRow.handle).where(_is(AccountRow, identity)).limit(1)
        return await self.session.scalar(found)

    async def _with_oneself(self, both: Sequence[Identity]) -> list[Change]:
        """Nothing is left open between two who are one, in one fabrique or between two."""
        people = {number for one in both for number in await self.people(one)}
        twin = aliased(ExchangeRow)
        rows = await self.session.execute(
            select(ExchangeRow.id, ExchangeRow.state)
            .outerjoin(twin, twin.id == ExchangeRow.twin_id)
            .where(
                ExchangeRow.state.in_([*OPEN, ExchangeState.CONTESTED]),
                or_(
                    and_(*_sides(ExchangeRow, people)),
                    and_(or_(*_sides(ExchangeRow, people)), or_(*_sides(twin, people))),
                ),
            )
            .order_by(ExchangeRow.id)
        )
        then = {"state": ExchangeState.CANCELLED.value}
        return [
            await change(self.session, _EXCHANGES, {"id": number}, {"state": state}, then)
            for number, state in rows.all()
        ]

    async def _unions(self, link: int) -> dict[int, UnionRow]:
        rows = await self.session.scalars(select(UnionRow).where(UnionRow.link_id == link))
        return {row.fabrique_id: row for row in rows}

    async def _sort_chats(self, accounts: Sequence[Known]) -> None:
        """A private chat is with whoever writes there, also one that was opened meanwhile."""
        here = {known.id for known in accounts}
        found = await self._accounts([known.identity for known in accounts])
        whose = {row.platform: row.person_id for row in found if row.id in here}
        for platform, person in whose.items():
            await self._give_chats(platform, set(whose.values()) - {person}, person)

    async def _give_chats(
        self, platform: str, people: set[int], person: int | None, language: str = ""
    ) -> None:
        """Let private chats be with somebody else, or with nobody known yet, who reads a language;
        what was asked there is dropped.
        """
        chats = await self.session.scalars(
            select(ChatRow.id).where(
                ChatRow.private, ChatRow.platform == platform, ChatRow.person_id.in_(people)
            )
        )
        for chat in list(chats):
            await self.session.execute(
                delete(PromptRow).where(PromptRow.chat_id == chat, PromptRow.person_id.in_(people))
            )
            await self.session.execute(
                update(ChatRow)
                .where(ChatRow.id == chat)
                .values(person_id=person, language=language or ChatRow.language)
            )

    async def _let_go(self, known: Known) -> None:
        """An account begins anew, with nothing; a block goes with it."""
        account = await self.session.get_one(AccountRow, known.id)
        person = await self.session.get_one(PersonRow, known.person)
        if person.standing != Standing.BLOCKED.value:
            await self.session.delete(account)
            await self._give_chats(known.identity.platform, {known.person}, None, person.language)
            return
        anew = PersonRow(
            fabrique_id=person.fabrique_id,
            name=person.name,
            language=person.language,
            known_since=person.known_since,
            standing=person.standing,
        )
        self.session.add(anew)
        await self.session.flush()
        account.person_id = anew.id
        await self._give_chats(known.identity.platform, {known.person}, anew.id)

    async def _tell_anywhere(self, people: set[int]) -> None:
        """What was chosen for two accounts says nothing of one."""
        await self.session.execute(
            update(PersonRow).where(PersonRow.id.in_(people)).values(told_on=None)
        )


def _leaving(accounts: Sequence[Known], keep: Identity | None) -> Known:
    """Which of two accounts goes: not the one that is kept, else the one met later."""
    if keep is None:
        return accounts[-1]
    return next(known for known in accounts if known.identity != keep)


def _is(table: type[AccountRow], identity: Identity) -> ColumnElement[bool]:
    return (table.platform == identity.platform) & (table.account == identity.account)


def _sides(table: type[ExchangeRow], people: set[int]) -> list[ColumnElement[bool]]:
    """Whether each side of an exchange is one of some people."""
    accounts = select(LedgerAccountRow.id).where(LedgerAccountRow.person_id.in_(people))
    return [table.giver_id.in_(accounts), table.receiver_id.in_(accounts)]
