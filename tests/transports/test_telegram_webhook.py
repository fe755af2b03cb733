"""Being posted Telegram's updates: only from Telegram, stored before answered, lost never."""

from __future__ import annotations

import asyncio
import copy
import json
from collections.abc import AsyncIterator, Callable
from typing import Any

import httpx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.transports.telegram import hearing
from bot.transports.telegram.hearing import LARGEST_POST, SECRET_HEADER, secret_of
from bot.web import bodies
from bot.web.server import Web
from chat.transport import Transport
from tests.transports.telegram_wire import (
    PUBLIC,
    Kept,
    connected,
    posted_to,
    serving,
    who_wrote_once,
)
from tests.wire.bot_api import BotApi

UPDATE = {"update_id": 1, "message": {"message_id": 1, "date": "hier"}}


@pytest.fixture
async def api() -> AsyncIterator[BotApi]:
    """A Telegram that posts again soon."""
    async with serving(pace=0.01) as server:
        yield server


@pytest.fixture
async def site(api: BotApi) -> AsyncIterator[tuple[Transport, Web]]:
    """The bot, not started, and its web server, started."""
    async with posted_to(api) as site:
        yield site


@pytest.fixture
def transport(site: tuple[Transport, Web]) -> Transport:
    """The bot alone."""
    return site[0]


@pytest.fixture
async def door(site: tuple[Transport, Web]) -> AsyncIterator[httpx.AsyncClient]:
    """Whoever finds the address of the bot."""
    async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{site[1].port}") as client:
        yield client


@pytest.fixture
def right(api: BotApi) -> dict[str, str]:
    """What Telegram shows with each post."""
    return {SECRET_HEADER: secret_of(api.token, PUBLIC)}


def statuses(api: BotApi) -> list[int]:
    """What each post was answered."""
    return [one.status for one in api.poster.posts]


async def nothing_waits(api: BotApi) -> None:
    """Return once every update was taken."""
    async with asyncio.timeout(5):
        while api.world.rooms.updates.pending:
            await asyncio.sleep(0.01)


async def test_everything_said_is_heard_in_order(
    api: BotApi, transport: Transport, ada: int
) -> None:
    """What waited before the start comes first; each is posted once."""
    inbox = Kept()
    await transport.start(inbox, [])
    for number in range(3):
        api.world.say(ada, f"n° {number}")
    assert await inbox.texts(4) == ["Bonjour", "n° 0", "n° 1", "n° 2"]
    await nothing_waits(api)
    assert statuses(api) == [200] * 4


async def test_an_inbox_that_fails_loses_nothing(
    api: BotApi, transport: Transport, ada: int
) -> None:
    """Telegram is told to come again, and keeps the order."""
    inbox = Kept(failing=2)
    await transport.start(inbox, [])
    api.world.say(ada, "un")
    assert await inbox.texts(2) == ["Bonjour", "un"]
    await nothing_waits(api)
    assert statuses(api) == [503, 503, 200, 200]


async def test_nothing_is_acknowledged_before_it_is_stored(
    api: BotApi, transport: Transport, ada: int
) -> None:
    """While the inbox takes its time, the post is not answered."""
    slow = Kept()
    slow.open.clear()
    await transport.start(slow, [])
    await slow.asked.wait()
    await asyncio.sleep(0.05)
    assert (api.world.rooms.updates.pending, statuses(api)) == (1, [])
    slow.open.set()
    await nothing_waits(api)
    assert [one.text for one in slow.heard] == ["Bonjour"]


async def test_a_stop_lets_what_is_being_stored_be_stored(
    api: BotApi, site: tuple[Transport, Web], ada: int
) -> None:
    """And whoever asks for a line afterwards has none."""
    transport, web = site
    slow = Kept()
    slow.open.clear()
    await transport.start(slow, [])
    await slow.asked.wait()
    stopping = asyncio.gather(web.stop(), transport.stop())
    await asyncio.sleep(0.05)
    slow.open.set()
    await stopping
    assert [one.text for one in slow.heard] == ["Bonjour"]
    with pytest.raises(httpx.ConnectError):
        async with httpx.AsyncClient() as client:
            await client.get(f"http://127.0.0.1:{web.port}/")


async def test_whoever_does_not_know_the_secret_is_refused_without_a_word(
    transport: Transport, door: httpx.AsyncClient, right: dict[str, str]
) -> None:
    """An empty 403, before anything of the body is read."""
    inbox = Kept()
    await transport.start(inbox, [])
    almost = right[SECRET_HEADER][:-1]
    wrong = ("", "faux", "é" * 64, almost, f"{almost}é", secret_of("1:autre", PUBLIC), "x" * 5000)
    for secret in (None, *wrong):
        headers = [] if secret is None else [(SECRET_HEADER.encode(), secret.encode())]
        for body in (json.dumps(UPDATE).encode(), b"", b"x" * (2 * LARGEST_POST)):
            answer = await door.post("/telegram", content=body, headers=headers)
            assert (answer.status_code, answer.content) == (403, b""), secret
    assert inbox.heard == []


async def test_the_secret_is_new_for_each_token_and_address(api: BotApi) -> None:
    """It tells nothing of the token, and is one that Telegram takes."""
    secrets = {secret_of(token, url) for token in ("1:a", "1:b") for url in (PUBLIC, PUBLIC + "/")}
    assert len(secrets) == 4
    assert all(len(one) == 64 and one.isalnum() for one in secrets)


NO_UPDATES = (
    b"",
    b"Bonjour",
    b"\xff\xfe",
    b"[]",
    b"null",
    b"{}",
    b'{"update_id": "1"}',
    b'{"update_id": true}',
    b"[" * 100_000,
)


async def test_what_is_no_update_is_refused(
    transport: Transport, door: httpx.AsyncClient, right: dict[str, str]
) -> None:
    """400 each time, and nothing breaks."""
    await transport.start(Kept(), [])
    for body in NO_UPDATES:
        answer = await door.post("/telegram", content=body, headers=right)
        assert (answer.status_code, answer.content) == (400, b""), body[:20]


async def test_an_update_that_cannot_be_read_is_taken_and_passed_over(
    api: BotApi, transport: Transport, door: httpx.AsyncClient, right: dict[str, str], ada: int
) -> None:
    """Telegram would otherwise post it for a day, and nothing of that chat meanwhile."""
    inbox = Kept()
    await transport.start(inbox, [])
    assert (await door.post("/telegram", json=UPDATE, headers=right)).status_code == 200
    api.world.say(ada, "après")
    assert await inbox.texts(2) == ["Bonjour", "après"]


async def test_a_body_is_read_up_to_a_limit(
    transport: Transport, door: httpx.AsyncClient, right: dict[str, str]
) -> None:
    """Announced or in pieces; just below, it is an update like any other."""

    async def in_pieces() -> AsyncIterator[bytes]:
        for _ in range(LARGEST_POST // 2**16 + 1):
            yield b" " * 2**16

    await transport.start(Kept(), [])
    full = json.dumps(UPDATE).encode().ljust(LARGEST_POST)
    for content, status in ((full, 200), (full + b" ", 413), (in_pieces(), 413)):
        answer = await door.post("/telegram", content=content, headers=right)
        assert answer.status_code == status


async def test_a_body_that_does_not_come_is_given_up(
    transport: Transport,
    door: httpx.AsyncClient,
    right: dict[str, str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Whoever holds a line open holds it for some seconds."""
    monkeypatch.setattr(bodies, "PATIENCE", 0.05)

    async def never() -> AsyncIterator[bytes]:
        yield b"{"
        await asyncio.sleep(1)

    await transport.start(Kept(), [])
    assert (await door.post("/telegram", content=never(), headers=right)).status_code == 408


async def test_before_the_start_and_after_the_stop_telegram_is_to_come_again(
    transport: Transport, door: httpx.AsyncClient, right: dict[str, str]
) -> None:
    """503, with a wait that does not grow."""
    for _ in range(2):
        answer = await door.post("/telegram", json={"update_id": 1}, headers=right)
        assert (answer.status_code, answer.headers["retry-after"]) == (503, "2")
        await transport.start(Kept(), [])
        await transport.stop()


async def test_other_paths_and_methods_are_not_there(door: httpx.AsyncClient) -> None:
    """Nothing else is told."""
    assert (await door.get("/telegram")).status_code == 405
    assert (await door.post("/telegram/", json={})).status_code == 404
    assert (await door.get("/")).status_code == 404


async def test_from_polling_to_a_webhook_and_back_nothing_is_lost(api: BotApi, ada: int) -> None:
    """What was handed out and not acknowledged comes the other way, under the same number."""
    unsure = Kept()
    unsure.open.clear()
    polling = connected(api)
    await polling.start(unsure, [])
    await unsure.asked.wait()
    await polling.stop()
    api.world.say(ada, "entre les deux")
    posted = Kept()
    async with posted_to(api) as (transport, _):
        await transport.start(posted, [])
        assert await posted.texts(2) == ["Bonjour", "entre les deux"]
        await nothing_waits(api)
    api.world.say(ada, "après")
    last = Kept()
    again = connected(api)
    await again.start(last, [])
    assert await last.texts(1) == ["après"]
    assert api.world.rooms.updates.webhook is None
    await again.stop()


async def test_what_is_said_while_the_bot_is_down_is_posted_when_it_is_back(
    api: BotApi, ada: int
) -> None:
    """The webhook outlives a stop."""
    for text in ("premier", "second"):
        api.world.say(ada, text)
        inbox = Kept()
        async with posted_to(api) as (transport, _):
            await transport.start(inbox, [])
            await nothing_waits(api)
        assert inbox.heard[-1].text == text
    assert [one.text for one in inbox.heard] == ["second"]


async def test_starting_without_telegram_waits_for_it(
    api: BotApi, transport: Transport, ada: int
) -> None:
    """The start returns, and the bot says that it is deaf until then."""
    inbox = Kept()
    await api.stop()
    await transport.start(inbox, [])
    assert transport.away
    await api.start()
    assert await inbox.texts(1) == ["Bonjour"]
    assert not transport.away


async def test_a_webhook_that_another_program_took_away_is_set_again(
    api: BotApi, transport: Transport, ada: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever tries the same token at home makes the bot deaf for a moment only."""
    monkeypatch.setattr(hearing, "WATCH", 0.05)
    inbox = Kept()
    await transport.start(inbox, [])
    await inbox.texts(1)
    other = connected(api)
    await other.start(Kept(), [])
    await other.stop()
    api.world.say(ada, "après")
    assert await inbox.texts(2) == ["Bonjour", "après"]


async def test_posts_that_do_not_arrive_are_noticed(
    api: BotApi, transport: Transport, ada: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """While something waits and fails again; not when it was delivered since."""
    monkeypatch.setattr(hearing, "WATCH", 0.05)
    inbox = Kept()
    await transport.start(inbox, [])
    await inbox.texts(1)
    proxy = api.poster.proxies.pop("robot.exemple.org")
    api.world.say(ada, "pendant")
    await until(lambda: transport.away)
    api.poster.proxies["robot.exemple.org"] = proxy
    assert await inbox.texts(2) == ["Bonjour", "pendant"]
    await until(lambda: not transport.away)
    await api.stop()
    await until(lambda: transport.away)


async def until(so: Callable[[], object]) -> None:
    """Return once it is so."""
    async with asyncio.timeout(10):
        while not so():
            await asyncio.sleep(0.01)


async def test_polling_says_when_it_hears_nothing(api: BotApi) -> None:
    """From the lost network to the first answer after it."""
    polling = connected(api)
    assert polling.away
    await polling.start(Kept(), [])
    assert not polling.away
    await api.stop()
    await until(lambda: polling.away)
    await api.start()
    who_wrote_once(api)  # a long poll says nothing while it waits
    await until(lambda: not polling.away)
    await polling.stop()


ADA = {"id": 5, "is_bot": False, "first_name": "Ada", "username": "ada_exemple"}
CHAT = {"id": -4, "type": "supergroup", "title": "Groupe inventé", "is_forum": True}
MESSAGE = {
    "message_id": 7,
    "message_thread_id": 3,
    "is_topic_message": True,
    "date": 1_750_000_000,
    "chat": CHAT,
    "from": ADA,
    "text": "@fabrique_essai_bot 🌱 bonjour",
    "entities": [{"type": "mention", "offset": 0, "length": 19}],
    "reply_to_message": {"message_id": 3, "date": 1, "chat": CHAT, "from": ADA, "text": "oui"},
    "document": {"file_id": "f", "file_unique_id": "u", "file_name": "a.pdf", "file_size": 1},
}
PRESS = {"id": "9", "from": ADA, "chat_instance": "1", "data": "c:0", "message": MESSAGE}
PLACE = {"user": ADA, "status": "member"}
CHANGE = {"chat": CHAT, "from": ADA, "date": 1, "old_chat_member": PLACE, "new_chat_member": PLACE}
SOUND = [
    {"update_id": 1, "message": MESSAGE},
    {"update_id": 2, "edited_message": MESSAGE},
    {"update_id": 3, "callback_query": PRESS},
    {"update_id": 4, "my_chat_member": CHANGE},
]
ODD: st.SearchStrategy[Any] = st.sampled_from(
    [None, True, -1, 10**30, 1.5, "", "hier", "\ud800", [], [[]], {}, [{}]]
)


@st.composite
def spoilt(draw: st.DrawFn) -> dict[str, Any]:
    """An update with something odd in one place, or without it."""
    update: dict[str, Any] = copy.deepcopy(draw(st.sampled_from(SOUND)))
    inner: Any = update[next(key for key in update if key != "update_id")]
    while True:
        key = draw(st.sampled_from(list(inner) if isinstance(inner, dict) else range(len(inner))))
        if not isinstance(inner[key], dict | list) or draw(st.booleans()):
            break
        inner = inner[key]
    if draw(st.booleans()):
        inner[key] = draw(ODD)
    else:
        del inner[key]
    return update


@settings(max_examples=3, deadline=None)
@given(sent=st.lists(spoilt(), min_size=30, max_size=30))
async def test_whatever_update_is_posted_is_taken(sent: list[dict[str, Any]]) -> None:
    """None breaks the bot or is posted for a day: what cannot be read is passed over."""
    async with serving() as api, posted_to(api) as (transport, web):
        await transport.start(Kept(), [])
        headers = {SECRET_HEADER: secret_of(api.token, PUBLIC)}
        async with httpx.AsyncClient() as client:
            url = f"http://127.0.0.1:{web.port}/telegram"
            for update in sent:
                body = json.dumps(update).encode()
                answer = await client.post(url, content=body, headers=headers)
                assert answer.status_code == 200
