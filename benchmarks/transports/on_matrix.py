"""Matrix's side: a real homeserver, and a bare echo on the same library's own loop."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from nio import AsyncClient, MatrixRoom, RoomMessageText

from benchmarks.transports.asking import QUESTION
from benchmarks.transports.ours import serving
from bot.transports.matrix import Matrix
from tests.journeys.matrix_people import PASSWORD, Person, fresh, joined, someone
from tests.servers.synapse import Synapse

_HELD = 10_000  # milliseconds that the homeserver holds a synchronisation open


class InRooms:
    """Somebody with a plain room for each of the people that are imagined."""

    def __init__(self, person: Person, rooms: list[str], bot: str) -> None:
        self.people = len(rooms)
        self._person, self._rooms, self._bot = person, rooms, bot
        self._news = asyncio.Condition()

    async def ask(self, place: int) -> None:
        """Write, and look at what the homeserver brings."""
        room = self._rooms[place]
        before = self._count(room)
        await self._person.add(room, QUESTION)
        async with self._news:
            await self._news.wait_for(lambda: self._count(room) > before)

    async def watch(self) -> None:
        """Read on and on."""
        while True:
            await self._person.look(wait=_HELD)
            async with self._news:
                self._news.notify_all()

    def _count(self, room: str) -> int:
        said = (room, self._bot, "m.room.message")
        return sum(
            (one["room_id"], one.get("sender"), one.get("type")) == said
            for one in self._person.seen
        )


@asynccontextmanager
async def bare(homeserver: Synapse, folder: Path, people: int) -> AsyncIterator[InRooms]:
    """The library's own loop, with one callback that says the same words."""
    bot = homeserver.register(fresh("echo"), PASSWORD)
    client = AsyncClient(homeserver.url, bot)
    await client.login(PASSWORD)

    async def echo(room: MatrixRoom, event: RoomMessageText) -> None:
        if event.sender != bot:
            said = {"msgtype": "m.notice", "body": event.body}
            await client.room_send(room.room_id, "m.room.message", said)

    client.add_event_callback(echo, RoomMessageText)
    async with someone(homeserver, folder, shown="Ada Exemple") as ada:
        rooms = [await ada.room(bot) for _ in range(people)]
        for room in rooms:
            await client.join(room)
        hearing = asyncio.create_task(client.sync_forever(timeout=_HELD))
        try:
            async with _watched(InRooms(ada, rooms, bot)) as line:
                yield line
        finally:
            hearing.cancel()
            await asyncio.wait({hearing})
            await client.close()


@asynccontextmanager
async def ours(homeserver: Synapse, folder: Path, people: int) -> AsyncIterator[InRooms]:
    """The whole bot."""
    bot = homeserver.register(fresh("fabrique"), PASSWORD)
    matrix = Matrix(
        homeserver.url, bot, password=PASSWORD, store=folder / "matrix", pickle_key="une clé"
    )
    async with (
        someone(homeserver, folder, shown="Ada Exemple") as ada,
        serving(matrix, folder),
    ):
        rooms = [await ada.room(bot) for _ in range(people)]
        for room in rooms:
            await joined(ada, room, bot)
        async with _watched(InRooms(ada, rooms, bot)) as line:
            yield line


@asynccontextmanager
async def _watched(line: InRooms) -> AsyncIterator[InRooms]:
    watching = asyncio.create_task(line.watch())
    try:
        yield line
    finally:
        watching.cancel()
        await asyncio.wait({watching})
