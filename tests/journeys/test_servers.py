"""The servers the suite starts: they answer, begin empty, and outlive what is done to them.

They are tested as any other tool is, for a journey on a server that lies proves nothing.
"""

from __future__ import annotations

import os
import socket
import sys
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from subprocess import PIPE, Popen
from tempfile import TemporaryDirectory

import httpx
import pytest
from sqlalchemy import make_url, text
from sqlalchemy.ext.asyncio import AsyncConnection, create_async_engine

from tests.servers.postgres import Postgres, postgres
from tests.servers.synapse import Synapse

pytestmark = pytest.mark.servers

ROOT = Path(__file__).parents[2]
RUN = [
    sys.executable,
    "-c",
    "from tests.servers.postgres import postgres\n"
    "with postgres() as server:\n"
    "    print(server.url('left'), flush=True)\n"
    "    input()\n",
]
PASSWORD = "seulement pour les essais"


@pytest.fixture(scope="module")
def server() -> Iterator[Postgres]:
    """One PostgreSQL for this file."""
    with postgres() as running:
        yield running


@pytest.fixture(scope="module")
def homeserver() -> Iterator[Synapse]:
    """One homeserver for this file, for it is killed here."""
    with Synapse() as running:
        yield running


@asynccontextmanager
async def connection(url: str) -> AsyncIterator[AsyncConnection]:
    """A connection through the driver the application uses."""
    engine = create_async_engine(url)
    async with engine.begin() as opened:
        yield opened
    await engine.dispose()


async def test_postgresql_answers(server: Postgres) -> None:
    """SQLAlchemy and asyncpg reach it by the address it gives."""
    async with connection(server.url("answers")) as opened:
        assert await opened.scalar(text("select 1")) == 1


async def test_a_database_is_empty_each_time_it_is_asked_for(server: Postgres) -> None:
    """A second test of the same name finds nothing of the first."""
    async with connection(server.url("again")) as opened:
        await opened.execute(text("create table kept (id int)"))
    async with connection(server.url("again")) as opened:
        assert await opened.scalar(text("select to_regclass('kept')")) is None


async def test_postgresql_knows_french_letters(server: Postgres) -> None:
    """Upper and lower case work beyond ASCII, as they do where the bot is deployed."""
    async with connection(server.url("letters")) as opened:
        assert await opened.scalar(text("select lower('CHLOÉ')")) == "chloé"


def test_the_homeserver_speaks_matrix(homeserver: Synapse) -> None:
    """A client finds the versions it looks for first."""
    answer = httpx.get(f"{homeserver.url}/_matrix/client/versions", trust_env=False)
    assert "v1.11" in answer.json()["versions"]


def test_two_accounts_are_registered(homeserver: Synapse) -> None:
    """Each gets its own id on the homeserver's domain."""
    ids = [homeserver.register(name, PASSWORD) for name in ("ada", "basile")]
    assert ids == [f"@ada:{homeserver.domain}", f"@basile:{homeserver.domain}"]


def test_accounts_outlive_a_kill(homeserver: Synapse) -> None:
    """A homeserver killed and started again knows who could log in before."""
    chloe = homeserver.register("chloe", PASSWORD, admin=True)
    homeserver.kill()
    homeserver.restart()
    assert log_in(homeserver, "chloe") == chloe


def test_nothing_limits_how_often_one_may_log_in(homeserver: Synapse) -> None:
    """By default the sixth login in a row is refused."""
    driss = homeserver.register("driss", PASSWORD)
    assert [log_in(homeserver, "driss") for _ in range(6)] == [driss] * 6


if sys.platform == "linux":  # elsewhere nobody promises it

    def test_a_killed_run_leaves_no_server_behind() -> None:
        """Otherwise each run that CI cuts short would leave one, and its memory, on the machine."""
        with TemporaryDirectory() as directory:
            Path(directory).chmod(0o711)
            environment = os.environ | {"TMPDIR": directory}
            with Popen(RUN, cwd=ROOT, env=environment, stdin=PIPE, stdout=PIPE, text=True) as run:
                assert run.stdout is not None
                url = make_url(run.stdout.readline().strip())
                run.kill()
            listening = Path(str(url.query["host"]), ".s.PGSQL.5432")
            assert goes_quiet(listening, seconds=10)


def log_in(homeserver: Synapse, name: str) -> str:
    """Log in with the password and return the Matrix id the homeserver answers with."""
    who = {"type": "m.id.user", "user": name}
    body = {"type": "m.login.password", "identifier": who, "password": PASSWORD}
    url = f"{homeserver.url}/_matrix/client/v3/login"
    answer = httpx.post(url, json=body, trust_env=False)
    return str(answer.raise_for_status().json()["user_id"])


def goes_quiet(listening: Path, *, seconds: float) -> bool:
    """Whether nobody listens on the socket any more before the time is up."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        with socket.socket(socket.AF_UNIX) as caller:
            if caller.connect_ex(str(listening)):
                return True
        time.sleep(0.05)
    return False
