"""The durable inbox: what a transport hears is a committed row before the platform is told."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from typing import Protocol

from chat.kept import heard_to_json
from chat.transport import Heard
from storage import Database


class Told(Protocol):
    """Whoever wants to know whether a platform takes the bot's account."""

    async def __call__(self, platform: str, *, works: bool) -> None:
        """Never raises."""


async def _nobody(platform: str, *, works: bool) -> None:
    """Where no platform refuses anybody."""


class StoredInbox:
    """Stores what one platform hears, then wakes whoever answers."""

    def __init__(
        self,
        database: Database,
        platform: str,
        *,
        woken: Callable[[], None],
        told: Told = _nobody,
    ) -> None:
        self._database = database
        self._platform = platform
        self._woken = woken
        self._told = told

    async def put(self, heard: Sequence[Heard], *, cursor: str | None = None) -> None:
        """Store updates and how far their platform was read, in one transaction.

        A transport that stops may be cancelled here; the transaction still ends.
        """
        await asyncio.shield(self._keep(heard, cursor))
        self._woken()

    async def _keep(self, heard: Sequence[Heard], cursor: str | None) -> None:
        async with self._database.begin() as store:
            updates = [(one.update, heard_to_json(one)) for one in heard]
            await store.inbox.keep(self._platform, updates)
            if cursor is not None:
                await store.inbox.advance(self._platform, cursor)

    async def cursor(self) -> str | None:
        """How far the platform was read."""
        async with self._database.begin() as store:
            return await store.inbox.cursor(self._platform)

    async def account(self, *, works: bool) -> None:
        """Pass on that the platform refuses the account, or takes it."""
        await self._told(self._platform, works=works)
