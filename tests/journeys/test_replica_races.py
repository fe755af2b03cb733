"""Two processes that answer at the same moment, on one PostgreSQL."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import select

from bot.dispatcher import Dispatcher
from bot.replicas import Replica
from storage import Database
from storage.tables import NeedRow
from tests.servers.postgres import Postgres
from tests.talk import PEOPLE, Talk, talk_on

pytestmark = pytest.mark.servers

EACH = 12


async def test_each_update_takes_effect_once_and_in_order(
    postgresql: Postgres, tmp_path: Path
) -> None:
    """Both read the same rows and begin with the same ones; a third begins while they are at it."""
    url = postgresql.url("answering")
    async with talk_on("telegram", tmp_path, database=url) as talk:
        for number in range(EACH):
            for account, name in PEOPLE.values():
                said = {"do": "say", "chat": account, "from": account, "name": name}
                await talk.stage.bring(said | {"text": f"/besoin exemple {number}"})
        databases = [Database(url), Database(url)]
        first, second = (
            beside(talk, database, name) for database, name in zip(databases, "ab", strict=True)
        )

        await asyncio.gather(first.drain(), second.drain(), first.drain())
        await asyncio.gather(first.drain(), second.drain())

        needs = defaultdict(list)
        async with databases[0].begin() as store:
            rows = select(NeedRow.person_id, NeedRow.text).order_by(NeedRow.id)
            for person, what in await store.session.execute(rows):
                needs[person].append(what)
        wanted = [f"exemple {number}" for number in range(EACH)]
        assert list(needs.values()) == [wanted] * len(PEOPLE)
        for database in databases:
            await database.close()


def beside(talk: Talk, database: Database, name: str) -> Dispatcher:
    """The dispatcher of another process, on the same platforms."""
    return replace(talk.stage.app.dispatcher, database=database, replica=Replica(database, name))
