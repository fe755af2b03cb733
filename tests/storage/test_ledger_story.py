"""Whatever people do in whatever order, also across restarts, the stored ledger stays right."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from functools import cache
from pathlib import Path
from shutil import copyfile, rmtree
from tempfile import mkdtemp
from typing import TypeVar

import pytest
from hypothesis import settings
from hypothesis.stateful import run_state_machine_as_test

from domain.fabriques import Fabrique
from domain.ledger import Account, AccountKind, Entry, Fault
from domain.organisations import OrganisationState
from domain.timebank import Exchange, Party
from storage import Database, Store
from storage.migrate import migrate
from storage.people import Account as Met
from tests.ledger_story import INVITED, MAY_ACT, NOW, ORGANISATION, PEOPLE, Story

T = TypeVar("T")
FABRIQUE = 1


@cache
def _peopled() -> Path:
    """A file in which everybody is known, made once."""
    file = Path(mkdtemp(prefix="fabrique-tests-")) / "peopled.db"
    asyncio.run(_fill(file))
    return file


async def _fill(file: Path) -> None:
    database = Database(f"sqlite:///{file}")
    await migrate(database)
    async with database.begin(FABRIQUE) as store:
        made = await store.fabriques.ensure(
            Fabrique(0, "exemple", "Fabrique fictive", "Europe/Paris", "fr")
        )
        assert made.id == FABRIQUE
        for one in (*PEOPLE, INVITED):
            account = Met("telegram", str(one), f"Ada Exemple {one}", None)
            assert (await store.people.meet(account, language="fr", now=NOW)).id == one
        firm = await store.organisations.propose("Atelier fictif", now=NOW)
        assert firm.id == ORGANISATION
        await store.organisations.decide(firm.id, OrganisationState.APPROVED)
        for one in MAY_ACT:
            await store.organisations.ask(firm.id, one, now=NOW)
            await store.organisations.allow(firm.id, one)
    await database.close()


class Stored:
    """A book in SQLite: each act is a transaction, as each update is."""

    def __init__(self) -> None:
        self._folder = Path(mkdtemp(prefix="fabrique-tests-"))
        copyfile(_peopled(), self._folder / "book.db")
        self._runner = asyncio.Runner()
        self._database = self._opened()

    def account(self, kind: AccountKind, holder: int | None = None) -> Account:
        """Opened when it is first needed."""
        return self._in_one(lambda store: store.ledger.account(kind, holder))

    def party(self, person: int, *, team: bool) -> Party:
        """With the organisation, for those who may act for it."""
        return self._in_one(lambda store: store.ledger.party(person, team=team))

    def add(self, *exchanges: Exchange) -> Sequence[Exchange]:
        """In one transaction."""

        async def add(store: Store) -> Sequence[Exchange]:
            return [await store.exchanges.add(one) for one in exchanges]

        return self._in_one(add)

    def change(self, numbers: Sequence[int], rule: Callable[[Exchange], Exchange]) -> None:
        """In one transaction, which a refusal undoes."""

        async def change(store: Store) -> None:
            locked = [await store.exchanges.lock(number) for number in sorted(numbers)]
            for one in locked:
                assert one is not None
                await store.exchanges.change(rule(one))

        self._in_one(change)

    def entries(self) -> Sequence[Entry]:
        """As stored."""
        return self._in_one(lambda store: store.ledger.entries())

    def balances(self) -> dict[int, int]:
        """As the ledger sums them, which one account asked alone agrees with."""

        async def balances(store: Store) -> dict[int, int]:
            held = {account.id: minutes for account, minutes in await store.ledger.balances()}
            for account, minutes in held.items():
                assert await store.ledger.balance_of(account) == minutes
                came, went = await store.ledger.turnover_of(account)
                assert came - went == minutes
            return held

        return self._in_one(balances)

    def faults(self) -> Sequence[Fault]:
        """What the nightly check would say."""
        return self._in_one(lambda store: store.ledger.faults())

    def restart(self) -> None:
        """Another program on the same file."""
        self._runner.run(self._database.close())
        self._database = self._opened()

    def close(self) -> None:
        """The file goes."""
        self._runner.run(self._database.close())
        self._runner.close()
        rmtree(self._folder)

    def _opened(self) -> Database:
        return Database(f"sqlite:///{self._folder}/book.db")

    def _in_one(self, act: Callable[[Store], Awaitable[T]]) -> T:
        async def run() -> T:
            async with self._database.begin(FABRIQUE) as store:
                return await act(store)

        return self._runner.run(run())


class StoredStory(Story):
    """The rules, the tables and the triggers."""

    opened = Stored


@pytest.mark.parametrize(
    ("examples", "steps"), [(8, 20), pytest.param(300, 60, marks=pytest.mark.soak)]
)
def test_whatever_happens_every_stored_balance_is_explained(examples: int, steps: int) -> None:
    """Through restarts and refusals: the sum stays zero, and nothing counts twice."""
    how = settings(max_examples=examples, stateful_step_count=steps, deadline=None)
    run_state_machine_as_test(StoredStory, settings=how)
