"""A digest for two hundred groups, through the outbox and Telegram's own counting, on a clock that
passes only while everybody waits.
"""

from __future__ import annotations

import asyncio
import random
from collections.abc import AsyncIterator, Coroutine
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.app import App, compose
from bot.transports.telegram.pace import Pace
from bot.transports.telegram.transport import Telegram
from domain.events import FoundEvent, State, Status
from domain.fabriques import Fabrique
from storage import Database, Store
from storage.chats import Address
from storage.migrate import migrate
from storage.outbox import WAITING
from tests.bot.office import Web
from tests.read_once import ReadOnce
from tests.storage.standing import NOW, posted
from tests.virtual_time import VirtualTime
from tests.wire.bot_api import BotApi
from tests.wire.bot_api_world import World


class Timed(Pace):
    """The published pace, which notes when each message arrived and whether one is on its way."""

    def __init__(self, time: VirtualTime) -> None:
        super().__init__(clock=time, sleep=time.sleeper())
        self._time = time
        self.arrived: list[tuple[str, float]] = []
        self.calling = 0

    async def process_request(self, callback: Any, *given: Any, **named: Any) -> Any:
        """A call in its turn, noted."""

        async def noted(*args: Any, **kwargs: Any) -> Any:
            self.calling += 1
            try:
                answer = await callback(*args, **kwargs)
            finally:
                self.calling -= 1
            self.arrived.append((str(named["data"]["chat_id"]), self._time()))
            return answer

        return await super().process_request(noted, *given, **named)


class Busy(Database):
    """Says whether somebody is in a transaction."""

    inside = 0

    @asynccontextmanager
    async def begin(self, fabrique: int = 0) -> AsyncIterator[Store]:
        """A transaction, counted."""
        self.inside += 1
        try:
            async with super().begin(fabrique) as store:
                yield store
        finally:
            self.inside -= 1


@dataclass
class Region:
    """Groups that receive the agenda, a person in private, and the bot that serves them."""

    app: App
    api: BotApi
    time: VirtualTime
    pace: Timed
    fabrique: int
    groups: list[int]
    numbers: list[int]
    person: int
    private: int

    async def write(self, chat: int, text: str, **more: object) -> int:
        """A row of the outbox, which is told of it."""
        async with self.app.database.begin(self.fabrique) as store:
            number = await posted(store, chat, text, **more)
        self.app.outbox.written.set()
        return number

    def said(self, chat: int) -> list[str]:
        """What the bot said in a chat."""
        return [one.text for one in self.api.world.messages(chat) if one.from_bot]

    async def lives(self) -> None:
        """As the service does: deliver, and come back when something is due."""
        await self.app.outbox.drain()
        while (due := await self.app.outbox.next_due()) is not None:
            await self.time.reached(due.timestamp())
            await self.app.outbox.drain()

    async def passes(self, *work: Coroutine[Any, Any, object]) -> None:
        """Let all of it be done."""
        database = self.app.database
        assert isinstance(database, Busy)
        await self.time.until(
            _together(*work), busy=lambda: self.pace.calling + database.inside > 0
        )

    def arrived(self, chat: int) -> list[float]:
        """When something came to a chat, in seconds from the beginning."""
        begin = NOW.timestamp()
        return [at - begin for where, at in self.pace.arrived if where == str(chat)]


async def _together(*work: Coroutine[Any, Any, object]) -> None:
    await asyncio.gather(*work)


@asynccontextmanager
async def region(folder: Path, *, groups: int) -> AsyncIterator[Region]:
    """A bot in so many groups on the morning of the digest, and one event to tell."""
    time = VirtualTime(NOW.timestamp())
    async with AsyncExitStack() as stack:
        api = BotApi(World(time))
        api.world.enforce_limits, api.world.pace.burst = True, 1
        await api.start()
        stack.push_async_callback(api.stop)
        database = Busy(f"sqlite:///{folder}/region.db")
        stack.push_async_callback(database.close)
        pace = Timed(time)
        telegram = Telegram(api.token, base_url=api.base_url, pace=pace)
        stack.push_async_callback(telegram.stop)
        await migrate(database)
        person = api.world.user("ada_exemple", "Ada Exemple")
        api.world.say(person, "Bonjour")
        chats = [api.world.group(f"Collectif fictif {n}") for n in range(groups)]
        for chat in chats:
            api.world.add_bot(chat, by=person)
        fabrique, (private, *numbers) = await furnished(database, chats, person)
        app = compose(
            database,
            [telegram],
            clock=Wall(time),
            chance=random.Random("region"),
            fetch=Web(),
            strict=True,
            at_once=6,
            library=ReadOnce(),
        )
        app.outbox.sleep = time.sleeper()
        yield Region(app, api, time, pace, fabrique, chats, numbers, person, private)


@dataclass
class Wall:
    """The clock of the program, by the time that passes here."""

    time: VirtualTime

    def now(self) -> datetime:
        """The present moment."""
        return datetime.fromtimestamp(self.time(), UTC)


async def furnished(database: Database, chats: list[int], person: int) -> tuple[int, list[int]]:
    """The fabrique, the person's chat and the groups, by number; all there since last month."""
    since = NOW - timedelta(days=30)
    addresses = [Address("telegram", str(person), True, "")]
    addresses += [Address("telegram", str(chat), False, "Collectif fictif") for chat in chats]
    async with database.begin() as store:
        made = await store.fabriques.ensure(
            Fabrique(0, "exemple", "Fabrique fictive", "Europe/Paris", "fr")
        )
        store = store.of(made.id)
        opened = [await store.chats.open(one, language="fr", now=since) for one in addresses]
        start = NOW + timedelta(days=2)
        found = FoundEvent("1", "Atelier fictif", start, None, False, "", "", Status.SCHEDULED)
        [event] = await store.events.take_in([found], source="chat", batch="b", by=None)
        await store.events.decide(event.id, State.APPROVED)
    return made.id, [chat.id for chat in opened]


@pytest.mark.slow
async def test_two_hundred_groups_get_their_digest_inside_the_limits(tmp_path: Path) -> None:
    """Telegram refuses nothing by its own counting; of two floods that it reports all the same
    each holds up its own group; and who asks something meanwhile does not wait for the digest.
    """
    async with region(tmp_path, groups=200) as here:
        early, late = here.groups[3], here.groups[150]
        here.api.world.fail_next("sendMessage", early, kind="flood", retry_after=2)
        here.api.world.fail_next("sendMessage", late, kind="flood", retry_after=40)
        await here.app.jobs.run_due()
        while here.app.jobs.more:
            await here.app.jobs.run_due()

        async def asks() -> None:
            await here.time.reached(NOW.timestamp() + 1.5)
            await here.write(here.private, "Oui", kind="answer")

        await here.passes(here.lives(), asks())

        assert {len(here.said(chat)) for chat in here.groups} == {1}
        assert here.api.world.pace.refused == 0
        [answered] = here.arrived(here.person)
        assert answered < 2
        last = {chat: here.arrived(chat)[-1] for chat in here.groups}
        assert 40 < last.pop(late) < 50
        assert max(last.values()) < 200 * 0.034 + 1


async def test_long_posts_arrive_in_order_as_fast_as_allowed(tmp_path: Path) -> None:
    """A chat that waits for its second takes no place: twelve chats take as long as one."""
    async with region(tmp_path, groups=12) as here:
        for number in here.numbers:
            for text in ("un", "deux", "trois"):
                await here.write(number, text)
        await here.passes(here.lives())
        assert {tuple(here.said(chat)) for chat in here.groups} == {("un", "deux", "trois")}
        assert here.api.world.pace.refused == 0
        assert here.time() - NOW.timestamp() < 4


async def test_a_group_that_had_twenty_in_a_minute_waits_in_its_row(tmp_path: Path) -> None:
    """The moment is noted, for a stop may come before it; another group is served meanwhile."""
    async with region(tmp_path, groups=2) as here:
        full, other = here.numbers
        rows = [await here.write(full, str(number)) for number in range(22)]
        await here.passes(here.app.outbox.drain())
        async with here.app.database.begin() as store:
            row = await store.outbox.row(rows[20])
        assert (row.state, row.tries) == (WAITING, 0)
        assert 55 < (row.due_at - NOW).total_seconds() < 61
        await here.write(other, "ici")
        await here.passes(here.app.outbox.drain())
        assert here.said(here.groups[1]) == ["ici"]
        await here.passes(here.lives())
        assert here.said(here.groups[0]) == [str(number) for number in range(22)]
        assert here.api.world.pace.refused == 0


async def test_floods_of_two_groups_at_once_hold_up_all_for_once(tmp_path: Path) -> None:
    """It is the bot then that is too fast; afterwards everything arrives, once."""
    async with region(tmp_path, groups=12) as here:
        for chat in here.groups[:2]:
            here.api.world.fail_next("sendMessage", chat, kind="flood", retry_after=20)
        for number in here.numbers:
            await here.write(number, "un")
        await here.passes(here.lives())
        assert {tuple(here.said(chat)) for chat in here.groups} == {("un",)}
        late = [chat for chat in here.groups if here.arrived(chat)[-1] > 19]
        assert set(here.groups[:2]) < set(late)


@pytest.mark.parametrize("kind", ["agenda", "notice"])
async def test_an_answer_in_a_group_takes_what_stands_before_it_along(
    tmp_path: Path, kind: str
) -> None:
    """The order in a chat is kept; the chat goes first."""
    async with region(tmp_path, groups=4) as here:
        for number in here.numbers:
            await here.write(number, "avant", kind=kind)
        await here.write(here.numbers[-1], "réponse", kind="answer")
        await here.passes(here.lives())
        assert here.pace.arrived[0][0] == str(here.groups[-1])
        assert here.said(here.groups[-1]) == ["avant", "réponse"]
