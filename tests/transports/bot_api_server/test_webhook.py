"""The strict server posts to a webhook as Telegram does: in order, until taken, with the secret."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import AsyncIterator
from dataclasses import dataclass, field

import pytest
import telegram
from aiohttp import web

from tests.wire.bot_api import BotApi
from tests.wire.bot_api_world import World

URL = "https://robot.exemple.org/telegram?a=b"
SECRET = "secret-fictif"


@dataclass
class Receiver:
    """A web server that notes what is posted to it, and answers what it is told to."""

    texts: list[str] = field(default_factory=list)
    secrets: set[str | None] = field(default_factory=set)
    answers: list[web.Response] = field(default_factory=list)
    at_once: int = 0
    most_at_once: int = 0
    came: asyncio.Event = field(default_factory=asyncio.Event)

    async def take(self, request: web.Request) -> web.Response:
        """200 once the planned answers are used up."""
        assert request.path_qs == "/telegram?a=b"
        assert request.content_type == "application/json"
        self.secrets.add(request.headers.get("X-Telegram-Bot-Api-Secret-Token"))
        update = await request.json()
        self.texts.append(update["message"]["text"])
        self.came.set()
        self.at_once += 1
        self.most_at_once = max(self.at_once, self.most_at_once)
        await asyncio.sleep(0.001)
        self.at_once -= 1
        return self.answers.pop(0) if self.answers else web.Response()

    async def told(self, count: int) -> list[str]:
        """What was posted, once there are `count` posts."""
        async with asyncio.timeout(5):
            while len(self.texts) < count:
                self.came.clear()
                await self.came.wait()
        return self.texts


@pytest.fixture
async def api() -> AsyncIterator[BotApi]:
    """A server whose pauses are short."""
    api = BotApi(World(lambda: 1_790_000_000.75), pace=0.01)
    await api.start()
    yield api
    await api.stop()


@pytest.fixture
async def receiver(api: BotApi) -> AsyncIterator[Receiver]:
    """Behind the proxy of robot.exemple.org."""
    receiver = Receiver()
    app = web.Application()
    app.router.add_post("/telegram", receiver.take)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    api.poster.proxies["robot.exemple.org"] = f"http://127.0.0.1:{runner.addresses[0][1]}"
    yield receiver
    await runner.cleanup()


async def test_what_waited_and_what_comes_is_posted_with_the_secret(
    bot: telegram.Bot, world: World, ada: int, receiver: Receiver
) -> None:
    """And is done with when it was taken."""
    await bot.set_webhook(URL, secret_token=SECRET)
    world.say(ada, "Encore")
    assert await receiver.told(2) == ["Bonjour", "Encore"]
    assert receiver.secrets == {SECRET}
    async with asyncio.timeout(5):
        while (await bot.get_webhook_info()).pending_update_count:
            await asyncio.sleep(0.01)


async def test_what_is_not_taken_comes_again_before_what_follows(
    bot: telegram.Bot, world: World, ada: int, receiver: Receiver
) -> None:
    """Whatever the status, if it is not of success; a redirection is none."""
    receiver.answers = [web.Response(status=one) for one in (503, 302, 404)]
    await bot.set_webhook(URL)
    world.say(ada, "Encore")
    assert await receiver.told(5) == [*["Bonjour"] * 4, "Encore"]


async def test_one_chat_does_not_wait_for_another(
    bot: telegram.Bot, world: World, ada: int, receiver: Receiver
) -> None:
    """A pause asked for holds up its own chat alone."""
    receiver.answers = [web.Response(status=503, headers={"Retry-After": "20"})]
    await bot.set_webhook(URL)
    await receiver.told(1)
    world.say(world.user("basile_fictif", "Basile Fictif"), "Salut")
    assert await receiver.told(3) == ["Bonjour", "Salut", "Bonjour"]


async def test_the_last_error_is_shown_and_the_secret_is_not(
    api: BotApi, bot: telegram.Bot, ada: int, receiver: Receiver
) -> None:
    """To whoever asks with the token."""
    receiver.answers = [web.Response(status=403)]
    await bot.set_webhook(URL, secret_token=SECRET)
    await receiver.told(2)
    info = await bot.get_webhook_info()
    assert info.last_error_message == "Wrong response from the webhook: 403 Forbidden"
    assert SECRET not in info.to_json()


async def test_a_host_that_nobody_serves_gets_nothing(
    bot: telegram.Bot, api: BotApi, ada: int
) -> None:
    """The update waits."""
    await bot.set_webhook("https://absent.exemple.org/")
    async with asyncio.timeout(5):
        while len(api.poster.posts) < 3:
            await asyncio.sleep(0.01)
    info = await bot.get_webhook_info()
    assert (info.last_error_message, info.pending_update_count) == ("Connection refused", 1)


async def test_without_a_webhook_whoever_asks_has_what_was_not_taken(
    bot: telegram.Bot, world: World, ada: int, receiver: Receiver
) -> None:
    """Between the two ways nothing is lost."""
    receiver.answers = [web.Response(status=503, headers={"Retry-After": "3600"})]
    await bot.set_webhook(URL)
    await receiver.told(1)
    await bot.delete_webhook()
    assert [one.message.text for one in await bot.get_updates() if one.message] == ["Bonjour"]


async def test_no_more_posts_at_once_than_wanted(
    api: BotApi, bot: telegram.Bot, world: World, receiver: Receiver
) -> None:
    """Whoever can only serve one at a time says so."""
    people = [world.user(f"a{n}_exemple", f"Exemple {n}") for n in range(20)]
    for person in people:
        world.say(person, f"de {person}")
    await bot.set_webhook(URL, max_connections=1)
    assert Counter(await receiver.told(20)) == {f"de {one}": 1 for one in people}
    assert receiver.most_at_once == 1
    assert (await bot.get_webhook_info()).max_connections == 1
