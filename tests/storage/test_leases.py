"""Leases: one process leads, each that lives is known, and a right ends by itself."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta

import pytest
from sqlalchemy import text

from storage import Database
from storage.leases import Ear
from storage.migrate import migrate
from tests.servers.postgres import Postgres

pytestmark = pytest.mark.servers

LONG, SHORT = timedelta(seconds=60), timedelta(seconds=0.2)


@pytest.fixture
async def database(postgresql: Postgres) -> AsyncIterator[Database]:
    """Only PostgreSQL has several processes."""
    database = Database(postgresql.url("leases"))
    await migrate(database)
    yield database
    await database.close()


async def renewed(database: Database, process: str, length: timedelta = LONG) -> bool:
    """One beat of a process."""
    async with database.begin() as store:
        return await store.leases.renew(process, length)


async def living(database: Database) -> list[str]:
    """Who lives."""
    async with database.begin() as store:
        return list(await store.leases.living())


async def test_of_two_one_leads_and_goes_on_to(database: Database) -> None:
    """However often both ask."""
    for _ in range(3):
        assert await renewed(database, "un")
        assert not await renewed(database, "deux")
    assert await living(database) == ["deux", "un"]


async def test_many_who_begin_at_once_agree_on_one(database: Database) -> None:
    """Nobody else leads."""
    leads = await asyncio.gather(*(renewed(database, f"p{n}") for n in range(8)))
    assert sum(leads) == 1


async def test_a_lease_that_is_over_is_another_ones(database: Database) -> None:
    """Whoever was slow finds it taken, and is told."""
    assert await renewed(database, "un", SHORT)
    await asyncio.sleep(0.3)
    assert await living(database) == []
    assert await renewed(database, "deux")
    assert not await renewed(database, "un")
    async with database.begin() as store:
        assert await store.leases.leads("deux")
        assert not await store.leases.leads("un")


async def test_who_ends_in_good_order_is_followed_at_once(database: Database) -> None:
    """Nobody waits for the end of the lease."""
    assert await renewed(database, "un")
    async with database.begin() as store:
        await store.leases.give_up("un")
    assert await renewed(database, "deux")
    assert await living(database) == ["deux"]


async def test_what_is_done_under_a_lease_is_done_before_another_leads(database: Database) -> None:
    """Its holder looked in its transaction: the next one waits for the commit, even when the lease
    is over meanwhile.
    """
    assert await renewed(database, "un", SHORT)
    async with database.begin() as store:
        assert await store.leases.leads("un")
        next_one = asyncio.create_task(renewed(database, "deux"))
        await asyncio.sleep(0.5)
        assert not next_one.done()
    assert await next_one


async def test_one_thing_is_done_by_one_at_a_time(database: Database) -> None:
    """The second waits for the first one's commit; something else waits for nobody."""
    async with database.begin() as store:
        await store.leases.one_at_a_time("telegram 1001")
        same = asyncio.create_task(alone_in(database, "telegram 1001"))
        await alone_in(database, "telegram 1002")
        await asyncio.sleep(0.2)
        assert not same.done()
    await same


async def test_a_ring_is_heard_by_the_others_once_it_is_committed(database: Database) -> None:
    """Also after the connection that hears was lost."""
    rung = asyncio.Event()
    ear = Ear(database.engine)
    for _ in range(2):
        await ear.listen(rung.set)
        async with database.begin() as store:
            await store.leases.ring()
            await asyncio.sleep(0.1)
            assert not rung.is_set()
        await asyncio.wait_for(rung.wait(), 10)
        rung.clear()
        async with database.begin() as store:
            others = "select pg_terminate_backend(pid) from pg_stat_activity where pid <>"
            await store.session.execute(text(f"{others} pg_backend_pid() and query like 'LISTEN%'"))
        await asyncio.sleep(0.2)
    await ear.close()


async def test_all_processes_share_the_first_ones_folder_of_keys(database: Database) -> None:
    """Until one that is alone forgets it; a lease that is over is not the folder's."""
    async with database.begin() as store:
        assert await store.leases.folder("là") == "là"
        assert await store.leases.folder("ailleurs") == "là"
        await store.leases.clear()
        assert await store.leases.folder("ailleurs") == "là"
        await store.leases.forget_folder()
        assert await store.leases.folder("ailleurs") == "ailleurs"
    assert await living(database) == []


async def alone_in(database: Database, what: str) -> None:
    """A short transaction about something."""
    async with database.begin() as store:
        await store.leases.one_at_a_time(what)
