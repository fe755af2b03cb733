"""`/sante`: whether the bot is well, for whoever watches over it.

Tells what is away by its name alone: no address, no count, no word of anybody.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

from sqlalchemy.exc import SQLAlchemyError
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from bot.web import HEALTH
from chat.transport import Transport
from storage import Database

PATIENCE = 5.0
"""Seconds that the database is given to answer."""

FRESH = 2.0
"""Seconds for which its answer counts: whoever asks often costs no more."""


class Health:
    """What is away now: the database, or a platform that is not heard."""

    def __init__(self, database: Database, transports: Sequence[Transport]) -> None:
        self._database = database
        self._transports = transports
        self._look: asyncio.Task[bool] | None = None
        self._looked = 0.0

    @property
    def route(self) -> Route:
        """Where it is read."""
        return Route(HEALTH, self._tell)

    async def _tell(self, _request: Request) -> JSONResponse:
        """200 when all is well, 503 when something is away."""
        away = [one.platform for one in self._transports if one.away]
        if not await self._database_answers():
            away.insert(0, "database")
        return JSONResponse(
            {"status": "away" if away else "ok", "away": away},
            status_code=503 if away else 200,
            headers={"cache-control": "no-store"},
        )

    async def _database_answers(self) -> bool:
        """What the last look found, or a new one; many who ask at once share it."""
        now = asyncio.get_running_loop().time()
        if self._look is None or (self._look.done() and now - self._looked > FRESH):
            self._look, self._looked = asyncio.create_task(self._looks()), now
        done, _ = await asyncio.wait({self._look}, timeout=PATIENCE)
        return bool(done) and self._look.result()

    async def _looks(self) -> bool:
        try:
            async with self._database.begin() as store:
                await store.inbox.cursor(HEALTH)
        except (SQLAlchemyError, OSError):
            return False
        return True
