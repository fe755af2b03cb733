"""People and their accounts: one person, several platforms."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import ColumnElement, Select, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from domain.people import Person, Standing
from storage.engines import insert_or_ignore
from storage.tables import AccountRow, ChatRow, MembershipRow, PersonRow


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
        """The person behind an account, made on the first word, with the name kept up to date."""
        row = await self._account(account.platform, account.account)
        if row is None:
            row = await self._welcome(account, language=language, now=now)
        person = await self.session.get_one(PersonRow, row.person_id)
        person.name, row.handle = account.name, account.handle
        if person.standing == Standing.LEFT.value:
            person.standing = Standing.MET.value
        await self.session.flush()
        return await self.person(row.person_id)

    async def person(self, number: int) -> Person:
        """A person by number, with every handle they are called by."""
        row = await self.session.get_one(PersonRow, number)
        handles = await self.session.scalars(
            select(AccountRow.handle).where(AccountRow.person_id == number).order_by(AccountRow.id)
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
                PersonRow.fabrique_id == self.fabrique, PersonRow.standing != Standing.INVITED.value
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
        (await self.session.get_one(PersonRow, number)).standing = standing.value

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
        return (await self.session.get_one(PersonRow, number)).language

    async def speak(self, number: int, language: str) -> None:
        """Remember the language a person chose."""
        (await self.session.get_one(PersonRow, number)).language = language

    async def private_chat(self, number: int) -> int | None:
        """Where a person was last heard in private, if they can be reached; also where they speak
        to another fabrique now.
        """
        own = await self._private_chat(ChatRow.person_id == number)
        return own or await self._private_chat(ChatRow.person_id.in_(_selves(number)))

    async def selves(self, number: int) -> Sequence[int]:
        """Whoever shares an account with a person: the same one, in each fabrique that met them."""
        return list(await self.session.scalars(_selves(number)))

    async def fabrique_of(self, number: int) -> int:
        """The fabrique that knows somebody under this number."""
        return (await self.session.get_one(PersonRow, number)).fabrique_id

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

    async def _private_chat(self, whose: ColumnElement[bool]) -> int | None:
        return await self.session.scalar(
            select(ChatRow.id)
            .where(whose, ChatRow.private, ChatRow.present)
            .order_by(ChatRow.heard_at.desc(), ChatRow.id.desc())
            .limit(1)
        )

    async def _account(self, platform: str, account: str) -> AccountRow | None:
        return await self.session.scalar(self._named(platform, account))

    async def _welcome(self, account: Account, *, language: str, now: datetime) -> AccountRow:
        """Make a person of a first word; of two at once, the second finds the first one's."""
        person = PersonRow(
            fabrique_id=self.fabrique, name=account.name, language=language, known_since=now
        )
        self.session.add(person)
        await self.session.flush()
        row = {
            "fabrique_id": self.fabrique,
            "person_id": person.id,
            "platform": account.platform,
            "account": account.account,
            "handle": account.handle,
        }
        if not await insert_or_ignore(self.session, AccountRow, row):
            await self.session.delete(person)
        return (await self.session.scalars(self._named(account.platform, account.account))).one()

    def _named(self, platform: str, account: str) -> Select[AccountRow]:
        return select(AccountRow).where(
            AccountRow.fabrique_id == self.fabrique,
            AccountRow.platform == platform,
            AccountRow.account == account,
        )


def _selves(number: int) -> Select[int]:
    """Everybody who shares an account with a person."""
    theirs, same = aliased(AccountRow), aliased(AccountRow)
    return (
        select(same.person_id)
        .join(theirs, (theirs.platform == same.platform) & (theirs.account == same.account))
        .where(theirs.person_id == number)
        .distinct()
    )
