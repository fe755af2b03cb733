"""People and their accounts: one person, several platforms."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import Select, case, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from domain.people import Person, Standing
from storage.engines import insert_or_ignore
from storage.tables import (
    AccountRow,
    ChatRow,
    LinkedAccountRow,
    MembershipRow,
    PersonRow,
    UnionRow,
)


@dataclass(frozen=True)
class Account:
    """An account as a platform names it."""

    platform: str
    account: str
    name: str
    handle: str | None


@dataclass(frozen=True)
class People:
    """The people of one fabrique."""

    session: AsyncSession
    fabrique: int

    async def known(self, platform: str, account: str) -> Person | None:
        """The person behind an account, if the fabrique met them."""
        row = await self._account(platform, account)
        return await self.person(row.person_id) if row else None

    async def meet(self, account: Account, *, language: str, now: datetime) -> Person:
        """The person behind an account, made on the first word. Their name is kept up to date by
        the account they came with first.
        """
        row = await self._account(account.platform, account.account)
        if row is None:
            row = await self._welcome(account, language=language, now=now)
        person = await self.session.get_one(PersonRow, row.person_id)
        row.handle = account.handle
        if person.name != account.name and await self._came_with(row):
            person.name = account.name
        if person.standing == Standing.LEFT.value:
            person.standing = Standing.MET.value
        await self.session.flush()
        return await self.person(row.person_id)

    async def person(self, number: int) -> Person:
        """A person by number, with every handle they are called by."""
        row = await self._row(number)
        handles = await self.session.scalars(
            select(AccountRow.handle).where(AccountRow.person_id == row.id).order_by(AccountRow.id)
        )
        standing = Standing(row.standing)
        return Person(row.id, row.name, tuple(handle for handle in handles if handle), standing)

    async def everyone(self) -> Sequence[Person]:
        """Everybody the fabrique knows, in the order in which it met them, also those who left or
        have no telephone; not those who were only invited.
        """
        rows = await self.session.execute(
            select(PersonRow.id, PersonRow.name, PersonRow.standing, AccountRow.handle)
            .outerjoin(AccountRow, AccountRow.person_id == PersonRow.id)
            .where(
                PersonRow.fabrique_id == self.fabrique,
                PersonRow.standing.not_in((Standing.INVITED, Standing.JOINED)),
            )
            .order_by(PersonRow.id, AccountRow.id)
        )
        people: dict[int, Person] = {}
        for number, name, standing, handle in rows:
            earlier = people.get(number, Person(number, name, (), Standing(standing)))
            handles = (*earlier.handles, handle) if handle else earlier.handles
            people[number] = replace(earlier, handles=handles)
        return list(people.values())

    async def stand(self, number: int, standing: Standing) -> None:
        """Let somebody stand otherwise to the fabrique."""
        (await self._row(number)).standing = standing.value

    async def standing_as(
        self, numbers: Collection[int], standings: Collection[Standing]
    ) -> Sequence[Person]:
        """Those of some people who stand so, in the order in which they came."""
        found = await self.session.scalars(
            select(PersonRow.id)
            .where(PersonRow.id.in_(numbers), PersonRow.standing.in_(standings))
            .order_by(PersonRow.id)
        )
        return [await self.person(number) for number in list(found)]

    async def introduce(
        self, name: str, standing: Standing, *, language: str, now: datetime
    ) -> Person:
        """Somebody named by another: without a telephone, or invited and not here yet."""
        row = PersonRow(
            fabrique_id=self.fabrique,
            name=name,
            language=language,
            known_since=now,
            standing=standing.value,
        )
        self.session.add(row)
        await self.session.flush()
        return await self.person(row.id)

    async def accounts(self, number: int) -> Sequence[tuple[str, str, str | None]]:
        """Platform, account and handle of a person, the first platform they came from first."""
        rows = await self.session.execute(
            select(AccountRow.platform, AccountRow.account, AccountRow.handle)
            .where(AccountRow.person_id == number)
            .order_by(AccountRow.id)
        )
        return [(platform, account, handle) for platform, account, handle in rows]

    async def language(self, number: int) -> str:
        """The language a person chose, or was guessed to speak."""
        return (await self._row(number)).language

    async def speak(self, number: int, language: str) -> None:
        """Remember the language a person chose."""
        (await self._row(number)).language = language

    async def private_chat(self, number: int) -> int | None:
        """Where a person can be told something in private, if anywhere: on the platform they chose,
        else where they wrote last; where they speak to this fabrique before where to another.
        """
        person = await self._row(number)
        return await self.session.scalar(
            select(ChatRow.id)
            .where(
                or_(ChatRow.person_id == person.id, ChatRow.person_id.in_(_selves(person.id))),
                ChatRow.private,
                ChatRow.present,
            )
            .order_by(
                case((ChatRow.platform == person.told_on, 0), else_=1),
                case((ChatRow.person_id == person.id, 0), else_=1),
                ChatRow.heard_at.desc(),
                ChatRow.id.desc(),
            )
            .limit(1)
        )

    async def private_chat_on(self, platform: str, number: int) -> int | None:
        """Where a person was last heard in private on a platform."""
        return await self.session.scalar(
            select(ChatRow.id)
            .where(
                or_(ChatRow.person_id == number, ChatRow.person_id.in_(_selves(number))),
                ChatRow.private,
                ChatRow.platform == platform,
            )
            .order_by(ChatRow.heard_at.desc(), ChatRow.id.desc())
            .limit(1)
        )

    async def told_on(self, number: int) -> str | None:
        """The platform on which somebody wants to be told things, if they chose one."""
        return (await self._row(number)).told_on

    async def tell_on(self, number: int, platform: str | None) -> None:
        """Remember where somebody wants to be told things, whichever fabrique has some to tell."""
        whose = or_(PersonRow.id == number, PersonRow.id.in_(_selves(number)))
        await self.session.execute(update(PersonRow).where(whose).values(told_on=platform))

    async def selves(self, number: int) -> Sequence[int]:
        """Whoever shares an account with a person: the same one, in each fabrique that met them."""
        return list(await self.session.scalars(_selves(number)))

    async def fabrique_of(self, number: int) -> int:
        """The fabrique that knows somebody under this number."""
        return (await self._row(number)).fabrique_id

    async def remember_rank(self, chat: int, person: int, rank: str) -> None:
        """Keep what the platform said of a person in a group."""
        row = await self.session.get(MembershipRow, (chat, person))
        if row is None:
            self.session.add(MembershipRow(chat_id=chat, person_id=person, rank=rank))
        else:
            row.rank = rank

    async def names_in(self, chats: Sequence[int]) -> Sequence[str]:
        """The names of those who were heard in these groups."""
        found = await self.session.scalars(
            select(PersonRow.name)
            .join(MembershipRow, MembershipRow.person_id == PersonRow.id)
            .where(MembershipRow.chat_id.in_(chats))
            .distinct()
            .order_by(PersonRow.name)
        )
        return list(found)

    async def _row(self, number: int) -> PersonRow:
        """Somebody by number, also by one they had before they turned out to be somebody else."""
        return await self.session.get_one(PersonRow, await today(self.session, number))

    async def _came_with(self, account: AccountRow) -> bool:
        """Whether a person has no account that they came with earlier."""
        first = select(func.min(AccountRow.id)).where(AccountRow.person_id == account.person_id)
        return await self.session.scalar(first) == account.id

    async def _account(self, platform: str, account: str) -> AccountRow | None:
        return await self.session.scalar(self._named(platform, account))

    async def _welcome(self, account: Account, *, language: str, now: datetime) -> AccountRow:
        """Make a person of a first word, unless they are known here by the account it is linked
        with; of two at once, the second finds the first one's.
        """
        if (other := await self._other_account(account)) is not None:
            await self.also_known(other.person_id, account)
            return (
                await self.session.scalars(self._named(account.platform, account.account))
            ).one()
        person = PersonRow(
            fabrique_id=self.fabrique, name=account.name, language=language, known_since=now
        )
        self.session.add(person)
        await self.session.flush()
        if not await self.also_known(person.id, account):
            await self.session.delete(person)
        return (await self.session.scalars(self._named(account.platform, account.account))).one()

    async def also_known(self, person: int, account: Account) -> bool:
        """Let somebody be known by one account more; False when it is known already."""
        row = {
            "fabrique_id": self.fabrique,
            "person_id": person,
            "platform": account.platform,
            "account": account.account,
            "handle": account.handle,
        }
        return await insert_or_ignore(self.session, AccountRow, row)

    async def _other_account(self, account: Account) -> AccountRow | None:
        """The account that one is linked with, as far as this fabrique knows it."""
        mine, other = aliased(LinkedAccountRow), aliased(LinkedAccountRow)
        return await self.session.scalar(
            select(AccountRow)
            .join(
                other,
                (other.platform == AccountRow.platform) & (other.account == AccountRow.account),
            )
            .join(mine, mine.link_id == other.link_id)
            .where(
                AccountRow.fabrique_id == self.fabrique,
                mine.platform == account.platform,
                mine.account == account.account,
            )
        )

    def _named(self, platform: str, account: str) -> Select[AccountRow]:
        return select(AccountRow).where(
            AccountRow.fabrique_id == self.fabrique,
            AccountRow.platform == platform,
            AccountRow.account == account,
        )


async def today(session: AsyncSession, number: int) -> int:
    """The number of somebody today, who may have turned out to be somebody else."""
    person = await session.get_one(PersonRow, number)
    if person.standing != Standing.JOINED.value:
        return number
    kept = select(UnionRow.kept_id).where(UnionRow.joined_id == number)
    return await today(session, (await session.scalars(kept)).one())


def _selves(number: int) -> Select[int]:
    """Everybody who shares an account with a person."""
    theirs, same = aliased(AccountRow), aliased(AccountRow)
    return (
        select(same.person_id)
        .join(theirs, (theirs.platform == same.platform) & (theirs.account == same.account))
        .where(theirs.person_id == number)
        .distinct()
    )
