"""Platforms that limit the bot, as they really do: a homeserver by its account, Telegram by the
published limits, each with the program or the outbox as it runs.
"""

from __future__ import annotations

import asyncio
import itertools
import random
from datetime import timedelta
from pathlib import Path

import pytest

from bot.app import App, compose
from bot.clock import WallClock
from bot.transports.matrix import Matrix
from chat.transport import Page, Place, Posted
from domain.fabriques import Fabrique
from storage import Database
from storage.chats import Address
from storage.migrate import migrate
from tests.bot.office import Web
from tests.journeys.kills import answer, question
from tests.journeys.matrix_people import PASSWORD, Person, fresh, joined, someone, until
from tests.journeys.program import program
from tests.journeys.stage import says, town
from tests.read_once import ReadOnce
from tests.servers.synapse import Synapse
from tests.storage.standing import posted
from tests.transports.telegram_wire import Kept

pytestmark = pytest.mark.servers

BURST = 10  # messages that a homeserver takes at once by default, then one each five seconds
ROOMS = 4


async def test_quick_answers_in_one_chat_keep_the_published_pace(tmp_path: Path) -> None:
    """The program as people run it: five at once arrive in order, and Telegram refuses none."""
    async with town() as here:
        here.api.world.enforce_limits, here.api.world.pace.burst = True, 1
        settings = {name: one for name, one in here.environment.items() if name != "AT_ONCE"}
        with program(tmp_path, settings) as running:
            running.start()
            await running.ready()
            for number in range(1, 6):
                here.api.world.say(here.ada, question(number))
            await here.read(here.ada, answer(5))
            said = [one for one in here.api.world.messages(here.ada) if one.from_bot]
            assert [says(one, answer(n)) for n, one in enumerate(said, 1)] == [True] * 5
            assert here.api.world.pace.refused == 0
            assert await running.stop() < 5


async def test_a_homeserver_that_limits_the_account_is_not_hurried(tmp_path: Path) -> None:
    """What it refused waits in its row, in all rooms, as long as it says; all of it arrives once,
    in order in each room.
    """
    with Synapse(rate_limits=True) as strict:
        bot = strict.register(fresh("fabrique"), PASSWORD)
        matrix = Counted(
            strict.url, bot, password=PASSWORD, store=tmp_path / "store", pickle_key="une clé"
        )
        async with someone(strict, tmp_path) as ada:
            await matrix.start(Kept(), ())
            rooms = [await ada.room(bot, encrypted=False) for _ in range(ROOMS)]
            for room in rooms:
                await joined(ada, room, bot)
            database = Database(f"sqlite:///{tmp_path}/limits.db")
            app = await composed(database, matrix)
            texts = [str(number) for number in range(BURST + 2)]
            await written(database, rooms, texts)
            await delivered(app)
            for place, room in enumerate(rooms):
                there = texts[place::ROOMS]
                assert await texts_in(ada, room, bot, len(there)) == there
        await matrix.stop()
        await database.close()
    together = ROOMS  # under way at the first refusal; then one more at most for each that arrives
    assert len(texts) < matrix.tried <= 2 * len(texts) + together, "hurried"


class Counted(Matrix):
    """Counts what is tried."""

    tried = 0

    async def send(self, place: Place, page: Page, *, key: str) -> Posted:
        """Count, and send."""
        self.tried += 1
        return await super().send(place, page, key=key)


async def composed(database: Database, matrix: Matrix) -> App:
    """A bot on that platform, with a fabrique and nobody in it."""
    await migrate(database)
    return compose(
        database,
        [matrix],
        clock=WallClock(),
        chance=random.Random("limits"),
        fetch=Web(),
        strict=True,
        at_once=6,
        library=ReadOnce(),
    )


async def written(database: Database, rooms: list[str], texts: list[str]) -> None:
    """Rows for the rooms in turn."""
    now = WallClock().now()
    async with database.begin() as store:
        made = await store.fabriques.ensure(
            Fabrique(0, "exemple", "Fabrique fictive", "Europe/Paris", "fr")
        )
        store = store.of(made.id)
        chats = [
            (await store.chats.open(Address("matrix", room, True, ""), language="fr", now=now)).id
            for room in rooms
        ]
        for chat, text in zip(itertools.cycle(chats), texts, strict=False):
            await posted(store, chat, text, due_at=now)


async def delivered(app: App) -> None:
    """As the service does, until nothing is left."""
    async with asyncio.timeout(90):
        await app.outbox.drain()
        while (due := await app.outbox.next_due()) is not None:
            wait = max(due - WallClock().now(), timedelta())
            await asyncio.sleep(wait.total_seconds())
            await app.outbox.drain()


async def texts_in(person: Person, room: str, sender: str, count: int) -> list[str]:
    """What the person reads there, once it is so much."""

    async def there() -> bool:
        await person.look()
        return len(person.messages(room, sender)) >= count

    await until(there)
    return [one.text for one in person.messages(room, sender)]
