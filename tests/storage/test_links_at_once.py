"""Links that are made at once, and words that are written while two become one."""

from __future__ import annotations

import asyncio

import pytest

from domain.errors import Refusal
from domain.linking import Identity, Side, digest, fresh, read, typed_by
from domain.skills import Kind
from storage import Database
from storage.people import Account
from tests.storage.standing import ADA, BASILE, NOW, Standing

ADA_TOO = Account("matrix", "@ada:exemple.org", "Ada Fictive", None)


def identity(account: Account) -> Identity:
    """An account, as a link names it."""
    return Identity(account.platform, account.account)


@pytest.fixture
async def ada_too(standing: Standing) -> int:
    """Ada's other account was met as somebody."""
    async with standing.database.begin(standing.fabrique) as store:
        return (await store.people.meet(ADA_TOO, language="fr", now=NOW)).id


async def _join(database: Database, one: Account, other: Account) -> bool:
    try:
        async with database.begin() as store:
            await store.links.join(identity(one), identity(other), now=NOW)
    except Refusal:
        return False
    return True


async def test_of_two_links_at_once_that_share_an_account_one_holds(
    standing: Standing, ada_too: int
) -> None:
    """The other is told so, and joined nobody."""
    made = await asyncio.gather(
        _join(standing.database, ADA, ADA_TOO),
        _join(standing.database, ADA, BASILE),
        _join(standing.database, ADA_TOO, ADA),
    )
    assert sorted(made) == [False, False, True]
    async with standing.database.begin(standing.fabrique) as store:
        joined = [
            number
            for number in (ada_too, standing.basile)
            if (await store.people.person(number)).id == standing.ada
        ]
        assert len(joined) == 1


async def test_what_is_being_written_for_one_of_two_is_waited_for(
    standing: Standing, ada_too: int
) -> None:
    """It is under the number that is kept when both have ended."""
    written = asyncio.Event()

    async def write() -> None:
        async with standing.database.begin(standing.fabrique) as store:
            await store.offers.keep(ada_too, "jonglage", Kind.SKILL, None, now=NOW)
            written.set()
            await asyncio.sleep(0.3)

    async def join() -> None:
        await written.wait()
        assert await _join(standing.database, ADA, ADA_TOO)

    await asyncio.gather(write(), join())
    async with standing.database.begin(standing.fabrique) as store:
        (offer,) = await store.offers.all()
        assert offer.person == standing.ada


async def test_a_code_is_typed_by_one_of_two_at_once(standing: Standing) -> None:
    """Whoever comes second waits for the first, and sees what became of it."""
    letters = read(fresh("hasard")) or ""
    async with standing.database.begin(standing.fabrique) as store:
        side = Side(identity(ADA), standing.ada)
        given = await store.link_codes.give(side, digest(letters), now=NOW)

    async def type_it(account: Account) -> bool:
        async with standing.database.begin(standing.fabrique) as store:
            found = await store.link_codes.lock(given.id)
            assert found is not None
            if found.typer is not None:
                return False
            await asyncio.sleep(0.1)
            side = Side(identity(account), standing.basile)
            await store.link_codes.change(typed_by(found, side))
            return True

    assert sorted(await asyncio.gather(type_it(BASILE), type_it(ADA_TOO))) == [False, True]
