"""Whatever people link, part, note and answer, in any order and in two fabriques: no minute is lost
or doubled, and nobody has what was another's without having held both accounts.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable
from datetime import UTC, date, datetime, timedelta
from functools import cache
from pathlib import Path
from shutil import copyfile, rmtree
from tempfile import mkdtemp
from typing import TypeVar

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from sqlalchemy import select

from domain import timebank
from domain.errors import Refusal
from domain.fabriques import Fabrique
from domain.linking import Identity
from domain.skills import Kind
from domain.timebank import OPEN
from storage import Database, Store
from storage.links import Link
from storage.migrate import migrate
from storage.naming import naming_people
from storage.people import Account
from storage.tables import LegRow, OfferRow

T = TypeVar("T")
NOW = datetime(2026, 1, 5, 9, tzinfo=UTC)
DAY = date(2026, 1, 4)
FABRIQUES = (1, 2)
HUMANS = ("ada", "basile", "chloe")
ACCOUNTS = [Identity(platform, f"@{who}") for who in HUMANS for platform in ("telegram", "matrix")]
ACCOUNT, FABRIQUE = st.sampled_from(ACCOUNTS), st.sampled_from(FABRIQUES)
PLACE = st.integers(0, 10**6)


@cache
def _empty() -> Path:
    file = Path(mkdtemp(prefix="fabrique-tests-")) / "two.db"
    asyncio.run(_fill(file))
    return file


async def _fill(file: Path) -> None:
    database = Database(f"sqlite:///{file}")
    await migrate(database)
    async with database.begin() as store:
        for name in ("exemple", "modele"):
            await store.fabriques.ensure(
                Fabrique(0, name, f"Fabrique {name}", "Europe/Paris", "fr")
            )
    await database.close()


class Linking(RuleBasedStateMachine):
    """Three people with two accounts each, who are told apart by nothing but their links."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(mkdtemp(prefix="fabrique-tests-"))
        copyfile(_empty(), self.folder / "links.db")
        self.runner = asyncio.Runner()
        self.database = Database(f"sqlite:///{self.folder}/links.db")
        self.links: list[Link] = []
        self.legs: Counter[int] = Counter()
        self.held = {one: {one} for one in ACCOUNTS}
        self.minute = 0

    def teardown(self) -> None:
        """Give the file back."""
        self.runner.run(self.database.close())
        self.runner.close()
        rmtree(self.folder)

    @rule(who=ACCOUNT, fabrique=FABRIQUE)
    def speak(self, who: Identity, fabrique: int) -> None:
        """Somebody says a word to a fabrique, perhaps their first."""
        self._in_one(fabrique, lambda store: self._meet(store, who))

    @rule(who=ACCOUNT, fabrique=FABRIQUE)
    def offer(self, who: Identity, fabrique: int) -> None:
        """Somebody says what they can do; the words tell which account said so."""

        async def offer(store: Store) -> None:
            person = await self._meet(store, who)
            await store.offers.keep(
                person, f"{who.platform} {who.account}", Kind.SKILL, None, now=NOW
            )

        self._in_one(fabrique, offer)

    @rule(giver=ACCOUNT, receiver=ACCOUNT, fabrique=FABRIQUE, minutes=st.integers(1, 300))
    def note(self, giver: Identity, receiver: Identity, fabrique: int, minutes: int) -> None:
        """Somebody notes that they gave time, perhaps to themselves."""

        async def note(store: Store) -> None:
            mine, theirs = await self._meet(store, giver), await self._meet(store, receiver)
            proposed = timebank.propose(
                giver=await store.ledger.of_person(mine),
                receiver=await store.ledger.of_person(theirs),
                minutes=minutes,
                day=DAY,
                subject="essai",
                by=await store.ledger.party(mine),
                noted_at=NOW,
                today=NOW.date(),
            )
            assert mine != theirs, "noted with oneself"
            await store.exchanges.add(proposed)

        self._try(fabrique, note)

    @rule(which=PLACE, by=ACCOUNT, fabrique=FABRIQUE, no=st.booleans())
    def answer(self, which: int, by: Identity, fabrique: int, no: bool) -> None:
        """Anybody answers what waits; it counts only if the word was theirs to give."""

        async def answer(store: Store) -> None:
            person = await self._meet(store, by)
            waiting = await store.exchanges.in_state(*OPEN)
            if not waiting:
                return
            before = waiting[which % len(waiting)]
            party = await store.ledger.party(person)
            if no:
                await store.exchanges.change(timebank.contested(before, by=party))
                return
            await store.exchanges.change(timebank.confirmed(before, by=party, at=self._now()))
            assert before.noted_by != person, "confirmed by who noted it"

        self._try(fabrique, answer)

    @rule(one=ACCOUNT, other=ACCOUNT)
    def join(self, one: Identity, other: Identity) -> None:
        """Two accounts turn out to be one person's, as far as they are free to."""
        if one.platform == other.platform:
            return

        async def join(store: Store) -> None:
            self.links.append(await store.links.join(one, other, now=NOW))

        if self._try(1, join):
            for readers in self.held.values():
                if readers & {one, other}:
                    readers |= {one, other}

    @precondition(lambda self: self.links)
    @rule(which=PLACE, how=st.sampled_from(["apart", "first", "second"]))
    def part(self, which: int, how: str) -> None:
        """Two accounts part, in one of the three ways."""
        link = self.links.pop(which % len(self.links))
        keep = {"apart": None, "first": link.identities[0], "second": link.identities[1]}[how]
        self._in_one(1, lambda store: store.links.part(link, keep=keep, now=NOW))

    @invariant()
    def nothing_is_lost_or_shown(self) -> None:
        """No minute, in either ledger; nobody's words to who never held their account."""
        self._in_one(0, self._stands)

    async def _stands(self, store: Store) -> None:
        for fabrique in FABRIQUES:
            await self._adds_up(store.of(fabrique))
            await self._read_by_their_own(store.of(fabrique))
            await self._linked_are_one(store.of(fabrique))
        for column in naming_people():
            for number in list(await store.session.scalars(select(column).distinct())):
                if number is not None:
                    assert (await store.people.person(number)).id == number, column

    async def _linked_are_one(self, store: Store) -> None:
        """As far as the fabrique has met both."""
        for link in self.links:
            met = [await store.people.known(one.platform, one.account) for one in link.identities]
            assert len({person.id for person in met if person}) < 2

    async def _adds_up(self, store: Store) -> None:
        """The ledger is whole, legs are only added, and what people hold adds up to them."""
        assert await store.ledger.faults() == []
        legs = {row.id: row.minutes for row in await store.session.scalars(select(LegRow))}
        assert all(legs[number] == minutes for number, minutes in self.legs.items())
        self.legs = Counter(legs)
        everyone = await store.people.everyone()
        held = 0
        for person in everyone:
            own = await store.ledger.of_person(person.id)
            balance = await store.ledger.balance_of(own.id)
            statement = await store.statements.read(
                own.id, await store.statements.span(), at_most=500
            )
            assert statement.closing == balance == sum(one.moved.minutes for one in statement.lines)
            turned = await store.turnovers.of(own.id, await store.statements.span())
            assert turned.given - turned.received == balance
            held += balance
        assert held == 0

    async def _read_by_their_own(self, store: Store) -> None:
        """An offer is one of whoever made it, or was linked with them some day."""
        for row in await store.session.scalars(
            select(OfferRow).where(OfferRow.fabrique_id == store.fabrique)
        ):
            platform, account = row.text.split()
            readers = {
                Identity(platform, account)
                for platform, account, _ in await store.people.accounts(row.person_id)
            }
            assert readers <= self.held[Identity(platform, account)]

    async def _meet(self, store: Store, who: Identity) -> int:
        account = Account(who.platform, who.account, who.account.strip("@").title(), None)
        return (await store.people.meet(account, language="fr", now=NOW)).id

    def _now(self) -> datetime:
        self.minute += 1
        return NOW + timedelta(minutes=self.minute)

    def _try(self, fabrique: int, act: Callable[[Store], Awaitable[None]]) -> bool:
        try:
            self._in_one(fabrique, act)
        except Refusal:
            return False
        return True

    def _in_one(self, fabrique: int, act: Callable[[Store], Awaitable[T]]) -> T:
        async def run() -> T:
            async with self.database.begin(fabrique) as store:
                return await act(store)

        return self.runner.run(run())


@pytest.mark.parametrize(
    ("examples", "steps"), [(5, 15), pytest.param(200, 50, marks=pytest.mark.soak)]
)
def test_whatever_is_linked_and_parted_nothing_is_lost_or_shown(examples: int, steps: int) -> None:
    """Through every order of words, links and ways to part."""
    how = settings(max_examples=examples, stateful_step_count=steps, deadline=None)
    run_state_machine_as_test(Linking, settings=how)
