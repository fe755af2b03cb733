"""The bot's Matrix account beside a person's client: its store over several starts, its inbox.

Knows the contract of a transport; must not know what the bot answers.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress
from pathlib import Path

from nio import AsyncClient

from bot.transports.matrix import Matrix
from chat.transport import Heard, Page, Place, Posted, TransportError
from tests.journeys.matrix_people import PASSWORD, Person, fresh, until
from tests.servers.synapse import Synapse


class Kept:
    """An inbox in memory, as strict as the stored one: a repeat changes nothing."""

    def __init__(self) -> None:
        self.heard: dict[str, Heard] = {}
        self.last: str | None = None
        self.works: list[bool] = []
        self.refusals = 0

    async def put(self, heard: Sequence[Heard], *, cursor: str | None = None) -> None:
        """Keep updates in order; fail first as often as `refusals` says."""
        if heard and self.refusals:
            self.refusals -= 1
            raise OSError("the disk is full")
        for update in heard:
            self.heard.setdefault(update.update, update)
        self.last = cursor or self.last

    def of(self, room: str) -> list[Heard]:
        """What was heard of one room."""
        return [update for update in self.heard.values() if update.place.chat == room]

    async def cursor(self) -> str | None:
        """How far it was read."""
        return self.last

    async def account(self, *, works: bool) -> None:
        """Note each change."""
        if self.works[-1:] != [works]:
            self.works.append(works)

    async def texts(self, count: int) -> list[str]:
        """What was said or edited, once there are so many updates."""
        return [update.text for update in await self.updates(count)]

    async def updates(self, count: int) -> list[Heard]:
        """What was heard, once there is so much."""
        await until(lambda: len(self.heard) >= count)
        return list(self.heard.values())


class Device:
    """The bot's account and store, over several starts."""

    def __init__(self, homeserver: Synapse, tmp_path: Path) -> None:
        self.user = homeserver.register(fresh("fabrique"), PASSWORD)
        self.inbox = Kept()
        self.store = tmp_path / "store"
        self._url = homeserver.url

    @asynccontextmanager
    async def started(
        self, *, password: str | None = PASSWORD, pickle_key: str = "une clé"
    ) -> AsyncIterator[Matrix]:
        """The transport from its start to its stop."""
        matrix = Matrix(
            self._url, self.user, password=password, store=self.store, pickle_key=pickle_key
        )
        await matrix.start(self.inbox, ())
        try:
            yield matrix
        finally:
            async with asyncio.timeout(2):
                await matrix.stop()


@asynccontextmanager
async def owner(device: Device, ada: Person) -> AsyncIterator[AsyncClient]:
    """Another login to the bot's account, as whoever runs the bot may have."""
    client = AsyncClient(ada.client.homeserver, device.user)
    await client.login(PASSWORD)
    yield client
    await client.close()


def alone(room: str) -> Place:
    """A private place."""
    return Place("matrix", room, private=True)


async def sent(matrix: Matrix, place: Place, page: Page, *, key: str) -> Posted:
    """Try as the outbox does: a room joined a moment ago is not known yet."""
    posted: list[Posted] = []

    async def tried() -> bool:
        with suppress(TransportError):
            posted.append(await matrix.send(place, page, key=key))
        return bool(posted)

    await until(tried)
    return posted[0]
