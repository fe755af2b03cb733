"""The web server: it listens where it is told, tells how the bot is, and closes at once."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from io import StringIO

import httpx
import pytest
from sqlalchemy import event
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.web import health
from bot.web.health import Health
from bot.web.server import Web
from storage import Database
from tests.bot.office import Wire

SECRET = "mot-de-passe-fictif"
NOBODY = f"postgresql://fabrique:{SECRET}@127.0.0.1:9/fabrique"


@asynccontextmanager
async def served(*routes: Route, host: str = "127.0.0.1") -> AsyncIterator[httpx.AsyncClient]:
    """A client of a server with these routes."""
    web = Web(host, 0)
    for route in routes:
        web.add(route)
    await web.start()
    shown = f"[{host}]" if ":" in host else host
    async with httpx.AsyncClient(base_url=f"http://{shown}:{web.port}") as client:
        yield client
    await web.stop()


async def test_a_bot_that_is_well_says_so(database: Database) -> None:
    """To whoever asks, and to no cache."""
    async with served(Health(database, [Wire("telegram"), Wire("matrix")]).route) as client:
        answer = await client.get("/sante")
        assert (answer.status_code, answer.json()) == (200, {"status": "ok", "away": []})
        assert answer.headers["cache-control"] == "no-store"
        assert (await client.head("/sante")).status_code == 200
        assert (await client.post("/sante")).status_code == 405


async def test_what_is_away_is_named_and_nothing_else() -> None:
    """A platform that is not heard, a database that does not answer: no address, no secret."""
    database, matrix = Database(NOBODY), Wire("matrix")
    matrix.away = True
    async with served(Health(database, [Wire("telegram"), matrix]).route) as client:
        answer = await client.get("/sante")
    await database.close()
    assert answer.status_code == 503
    assert answer.json() == {"status": "away", "away": ["database", "matrix"]}
    told = f"{answer.text}{answer.headers}"
    assert [one for one in (SECRET, "127.0.0.1", "uvicorn", "postgres") if one in told] == []


async def test_a_database_that_takes_its_time_is_away(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever asks is answered all the same."""
    monkeypatch.setattr(health, "PATIENCE", 0.05)
    lines = []
    silence = await asyncio.start_server(lambda _, line: lines.append(line), "127.0.0.1", 0)
    port = silence.sockets[0].getsockname()[1]
    database = Database(f"postgresql://fabrique@127.0.0.1:{port}/fabrique")
    async with served(Health(database, []).route) as client:
        assert (await client.get("/sante")).json()["away"] == ["database"]
    silence.close()
    for line in lines:
        line.close()
    await database.close()


async def test_whoever_asks_often_costs_the_database_one_look(database: Database) -> None:
    """Many at once, or within two seconds, share it."""
    looks: list[object] = []
    event.listen(database.engine.sync_engine, "begin", looks.append)
    async with served(Health(database, []).route) as client:
        answers = await asyncio.gather(*(client.get("/sante") for _ in range(20)))
    assert {one.status_code for one in answers} == {200}
    assert len(looks) == 1


async def test_no_more_is_served_than_routes() -> None:
    """And no path leads elsewhere."""
    async with served() as client:
        for path in ("/", "/sante", "/docs", "/..", "/sante/"):
            answer = await client.get(path)
            assert (answer.status_code, answer.text) == (404, "Not Found")


async def test_it_listens_on_both_kinds_of_addresses() -> None:
    """IPv6 too, where the machine has it."""
    for host in ("127.0.0.1", "::1"):
        async with served(host=host) as client:
            assert (await client.get("/")).status_code == 404


async def test_an_address_that_is_taken_is_refused() -> None:
    """Before anything else is begun."""
    first = Web("127.0.0.1", 0)
    taken = first.bind()
    with pytest.raises(OSError, match="in use"):
        Web("127.0.0.1", first.port).bind()
    taken.close()


async def test_a_stop_waits_for_nobody(log: StringIO) -> None:
    """What is never answered is broken off, a line that is only open too: no fault of anybody."""
    begun, ended = asyncio.Event(), asyncio.Event()

    async def never(_request: Request) -> Response:
        begun.set()
        try:
            await asyncio.Event().wait()
        finally:
            ended.set()
        return Response()

    web = Web("127.0.0.1", 0)
    web.add(Route("/", never))
    await web.start()
    _, idle = await asyncio.open_connection("127.0.0.1", web.port)
    async with httpx.AsyncClient() as client:
        asked = asyncio.create_task(client.get(f"http://127.0.0.1:{web.port}/"))
        await begun.wait()
        before = asyncio.get_running_loop().time()
        await web.stop()
        assert asyncio.get_running_loop().time() - before < 1
        with pytest.raises(httpx.HTTPError):
            await asked
    assert ended.is_set()
    idle.close()
    assert "error" not in log.getvalue()


async def test_signals_stay_with_the_service() -> None:
    """The library would take them, and raise them once more at its end."""
    before = [signal.getsignal(one) for one in (signal.SIGTERM, signal.SIGINT)]
    async with served():
        assert [signal.getsignal(one) for one in (signal.SIGTERM, signal.SIGINT)] == before
