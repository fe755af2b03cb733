"""What every test may use: databases of both engines, an imagined world, a talk in it."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from bot.logs import configure
from storage import Database
from storage.migrate import migrate
from tests.servers.postgres import Postgres, postgres
from tests.servers.synapse import Synapse
from tests.talk import Talk, talk_on

os.environ["FABRIQUE_ENCODER"] = "false"
"""Programs that tests start search by words alone; those that try the encoder say so."""


settings.register_profile("quick", derandomize=False, max_examples=20)
settings.register_profile("fuzz", derandomize=False, max_examples=3_000)
settings.register_profile("whole", derandomize=True)
settings.load_profile("whole")
"""A hundred tries of each property, the same at each run: a change is judged by what it changes.

New tries are made by `make check`, twenty of each, and by `make fuzz`, three thousand.
"""


@pytest.fixture(autouse=True, scope="session")
def quiet_logs() -> None:
    """Logs as an operator has them, warnings and worse."""
    configure("warning", "text")


@pytest.fixture(scope="session")
def postgresql() -> Iterator[Postgres]:
    """One PostgreSQL for the whole run."""
    with postgres() as server:
        yield server


@pytest.fixture(scope="session")
def synapse() -> Iterator[Synapse]:
    """One Matrix homeserver for the whole run."""
    with Synapse() as server:
        yield server


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.servers)])
async def empty(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Database]:
    """A database without a table: the same test runs on both engines."""
    if request.param == "sqlite":
        url = f"sqlite:///{tmp_path}/fabrique.db"
    else:
        url = request.getfixturevalue("postgresql").url("claims")
    database = Database(url)
    yield database
    await database.close()


@pytest.fixture
async def database(empty: Database) -> Database:
    """The same, migrated."""
    await migrate(empty)
    return empty


@pytest.fixture(params=["telegram", pytest.param("matrix", marks=pytest.mark.slow)])
async def talk(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Talk]:
    """A conversation on an imagined platform: in the whole suite, the same on each."""
    async with talk_on(request.param, tmp_path) as talk:
        yield talk
