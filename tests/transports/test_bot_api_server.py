"""The suite's Bot API server over HTTP: tokens, parameters, updates and broken connections.

Its clients are python-telegram-bot, unmodified, and raw requests for what that library never sends.
"""

from __future__ import annotations

import asyncio
import re
import signal
import sys
from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

import aiohttp
import pytest
import telegram
from telegram.ext import ApplicationBuilder, MessageHandler, filters

from tests.wire.bot_api import METHODS, BotApi
from tests.wire.bot_api_parameters import PARAMETERS
from tests.wire.bot_api_world import World


@pytest.fixture
async def api() -> AsyncIterator[BotApi]:
    """A server of its own for each test."""
    api = BotApi()
    await api.start()
    yield api
    await api.stop()


@pytest.fixture
def world(api: BotApi) -> World:
    """What the server serves."""
    return api.world


@pytest.fixture
async def bot(api: BotApi) -> AsyncIterator[telegram.Bot]:
    """The unmodified client."""
    bot = telegram.Bot(api.token, base_url=api.base_url, base_file_url=api.base_file_url)
    async with bot:
        yield bot


@pytest.fixture
def ada(world: World) -> int:
    """Ada, who wrote to the bot."""
    ada = world.user("ada_exemple", "Ada Exemple")
    world.say(ada, "Bonjour")
    return ada


async def raw(api: BotApi, method: str, **request: Any) -> dict[str, Any]:
    """The answer to a request made by hand: `verb`, `token`, and aiohttp's own arguments."""
    verb, token = request.pop("verb", "POST"), request.pop("token", api.token)
    async with (
        aiohttp.ClientSession() as session,
        session.request(verb, f"{api.base_url}{token}/{method}", **request) as answer,
    ):
        body: dict[str, Any] = await answer.json()
        assert answer.status == body.get("error_code", 200)
        return body


def test_the_token_has_the_real_shape(api: BotApi) -> None:
    """Ten digits at most, a colon and 35 characters; made anew for each server."""
    assert re.fullmatch(r"\d{8,10}:[A-Za-z0-9_-]{35}", api.token)
    assert BotApi().token != api.token


def test_every_method_has_parameters_and_every_parameter_list_a_method() -> None:
    """A method that is served is also checked."""
    assert METHODS.keys() == PARAMETERS.keys()


async def test_get_me_says_what_the_library_needs_to_start(bot: telegram.Bot) -> None:
    """`is_bot` and the three abilities are there."""
    me = await bot.get_me()
    assert (me.is_bot, me.can_join_groups, me.can_read_all_group_messages) == (True, True, False)


@pytest.mark.parametrize(
    ("token", "code", "description"),
    [
        ("8100200300:" + "A" * 35, 401, "Unauthorized"),
        ("nonsense", 404, "Not Found"),
        ("8100200300:court", 404, "Not Found"),
    ],
)
async def test_a_wrong_token_is_refused(
    api: BotApi, token: str, code: int, description: str
) -> None:
    """401 for one of the right shape, 404 for anything else."""
    answer = await raw(api, "getMe", token=token)
    assert answer == {"ok": False, "error_code": code, "description": description}


async def test_the_library_reports_a_wrong_token(api: BotApi) -> None:
    """As it does with Telegram."""
    bot = telegram.Bot("8100200300:" + "B" * 35, base_url=api.base_url)
    with pytest.raises(telegram.error.InvalidToken):
        await bot.initialize()
    await bot.shutdown()


async def test_an_unknown_method_is_not_found_and_recorded(api: BotApi) -> None:
    """404, in Telegram's words."""
    answer = await raw(api, "sendLove")
    assert answer == {"ok": False, "error_code": 404, "description": "Not Found"}
    assert api.world.calls[-1] == ("sendLove", {})


@pytest.mark.parametrize("given", ["params", "data", "json", "parts", "GET"])
async def test_parameters_come_in_every_way(api: BotApi, ada: int, given: str) -> None:
    """Query, form, JSON, multipart, and GET; the method's name in any case."""
    values = {"chat_id": str(ada), "text": "é"}
    form = aiohttp.FormData(values, default_to_multipart=True)
    request: dict[str, Any] = {given: values}
    if given == "parts":
        request = {"data": form}
    elif given == "GET":
        request = {"params": values, "verb": "GET"}
    answer = await raw(api, "SENDmessage", **request)
    assert answer["result"]["text"] == "é"
    assert api.world.calls[-1] == ("sendMessage", values)


@pytest.mark.parametrize(
    ("method", "params", "reason"),
    [
        ("sendMessage", {"text": "x"}, "chat_id is empty"),
        ("sendMessage", {"chat_id": "", "text": "x"}, "chat_id is empty"),
        ("sendMessage", {"chat_id": "ada", "text": "x"}, "chat not found"),
        ("sendMessage", {"chat_id": "@nobody_here", "text": "x"}, "chat not found"),
        ("sendMessage", {"chat_id": 12, "text": "x"}, "chat not found"),
        ("sendMessage", {"chat_id": 1, "text": 5}, 'field "text" must be of type String'),
        ("sendMessage", {"chat_id": 1, "text": "\ud83c"}, "strings must be encoded in UTF-8"),
        ("sendMessage", {"chat_id": 1, "text": "x", "reply_markup": "{"}, "object expected as"),
        ("sendMessage", {"chat_id": 1, "text": "x", "reply_markup": [1]}, "object expected as"),
        ("sendMessage", {"chat_id": 1, "text": "x", "entities": "{}"}, "can't parse entities"),
        ("sendMessage", {"chat_id": 1, "text": "x", "reply_parameters": {}}, "can't find field"),
        ("sendMessage", {"chat_id": 1, "text": "x", "protect_content": "maybe"}, "Boolean"),
        (
            "sendMessage",
            {"chat_id": 1, "text": "x", "link_preview_options": {"is_disabled": "yes"}},
            'field "is_disabled" must be of type Boolean',
        ),
        ("sendMessage", {"chat_id": 1, "text": "x", "repli": 2}, 'has no parameter "repli"'),
        ("editMessageText", {"chat_id": 1, "text": "x"}, "message identifier is not specified"),
        ("deleteMessage", {"chat_id": 1, "message_id": "x"}, '"message_id" must be a valid Number'),
        ("sendChatAction", {"chat_id": 1, "action": "sing"}, "wrong parameter action in request"),
        ("setMyCommands", {"commands": "x"}, "can't parse commands"),
    ],
)
async def test_malformed_parameters_are_refused(
    api: BotApi, method: str, params: dict[str, Any], reason: str
) -> None:
    """400 with a reason, whatever else is right."""
    answer = await raw(api, method, json=params)
    assert answer["error_code"] == 400
    assert answer["description"].startswith("Bad Request: ")
    assert reason in answer["description"]


@pytest.mark.parametrize(
    ("headers", "body", "reason"),
    [
        ("application/json", b"[1]", "JSON object expected"),
        ("application/json", b"\xff", "JSON object expected"),
        ("text/csv", b"a;b", "unsupported content type"),
    ],
)
async def test_a_body_that_is_no_request_is_refused(
    api: BotApi, headers: str, body: bytes, reason: str
) -> None:
    """Neither JSON object nor form."""
    answer = await raw(api, "getMe", data=body, headers={"Content-Type": headers})
    assert reason in answer["description"]


@pytest.mark.parametrize(("part", "code"), [("papier", 200), ("rien", 400)])
async def test_an_attached_part_is_found_by_its_name(
    api: BotApi, ada: int, part: str, code: int
) -> None:
    """attach:// names another part of the same request."""
    form = aiohttp.FormData({"chat_id": str(ada), "document": f"attach://{part}"})
    form.add_field("papier", b"a,b", filename="heures.csv", content_type="text/csv")
    answer = await raw(api, "sendDocument", data=form)
    assert answer.get("error_code", 200) == code
    assert [one.document for one in api.world.messages(ada)[1:]] == [b"a,b"][: code == 200]


async def test_only_get_and_post_are_methods(api: BotApi) -> None:
    """Anything else is 405."""
    assert (await raw(api, "getMe", verb="PUT"))["error_code"] == 405


async def test_a_flood_names_its_wait_once(
    bot: telegram.Bot, world: World, ada: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """429 for the chat named, as often as planned."""
    monkeypatch.setenv("PTB_TIMEDELTA", "true")
    basile = world.user("basile_fictif", "Basile Fictif")
    world.say(basile, "Bonjour")
    world.fail_next("sendMessage", ada, "flood", retry_after=7)
    await bot.send_message(basile, "Sans attendre")
    with pytest.raises(telegram.error.RetryAfter) as caught:
        await bot.send_message(ada, "Trop")
    assert caught.value.retry_after == timedelta(seconds=7)
    assert (await bot.send_message(ada, "Enfin")).text == "Enfin"


async def test_a_planned_refusal_is_a_bad_request(
    bot: telegram.Bot, world: World, ada: int
) -> None:
    """400, as many times as planned, and nothing is done."""
    world.fail_next("sendMessage", kind="refused", times=2)
    for _ in range(2):
        with pytest.raises(telegram.error.BadRequest):
            await bot.send_message(ada, "Non")
    assert [one.text for one in world.messages(ada)] == ["Bonjour"]


@pytest.mark.parametrize(
    ("kind", "stands"), [("lost_answer", ["Bonjour", "Perdu"]), ("down", ["Bonjour"])]
)
async def test_a_broken_connection_leaves_the_client_in_doubt(
    bot: telegram.Bot, world: World, ada: int, kind: Any, stands: list[str]
) -> None:
    """A lost answer was carried out, a server that is down did nothing; both look the same."""
    world.fail_next("sendMessage", kind=kind)
    with pytest.raises(telegram.error.NetworkError, match="disconnected without"):
        await bot.send_message(ada, "Perdu")
    assert [one.text for one in world.messages(ada)] == stands
    assert world.calls[-1].method == "sendMessage"


def test_an_unknown_fault_is_no_fault() -> None:
    """A test that misspells it should know."""
    misspelt: Any = "lost-answer"
    with pytest.raises(ValueError, match="unknown kind"):
        World().fail_next("sendMessage", kind=misspelt)


async def test_a_server_that_comes_back_has_kept_its_world(
    api: BotApi, bot: telegram.Bot, ada: int
) -> None:
    """Same port, same chats."""
    await api.stop()
    with pytest.raises(telegram.error.NetworkError):
        await bot.send_message(ada, "Personne")
    await api.start()
    assert (await bot.send_message(ada, "Revenu")).text == "Revenu"


async def test_a_client_cut_in_the_middle_of_a_request_does_nothing(api: BotApi, ada: int) -> None:
    """Half a body is no request, and the next one is served."""
    host, port = "127.0.0.1", int(api.base_url.split(":")[2].split("/")[0])
    _, writer = await asyncio.open_connection(host, port)
    head = f"POST /bot{api.token}/sendMessage HTTP/1.1\r\nHost: {host}\r\n"
    kind = "Content-Type: application/json\r\nContent-Length: 900\r\n\r\n"
    writer.write((head + kind + '{"chat_id":').encode())
    await writer.drain()
    writer.transport.abort()
    assert (await raw(api, "getMe"))["ok"]
    assert len(api.world.messages(ada)) == 1


_READER = """
import asyncio, sys, telegram
async def read():
    async with telegram.Bot(sys.argv[1], base_url=sys.argv[2]) as bot:
        offset = 0
        while True:
            for update in await bot.get_updates(offset=offset, timeout=20):
                await bot.send_message(update.message.chat.id, update.message.text)
                offset = update.update_id + 1
asyncio.run(read())
"""


async def test_a_bot_killed_in_its_long_poll_misses_nothing(
    api: BotApi, bot: telegram.Bot, world: World, ada: int
) -> None:
    """The dead poll takes no update; whoever reads next gets what was said meanwhile."""
    reader = await asyncio.create_subprocess_exec(
        sys.executable, "-c", _READER, api.token, api.base_url
    )
    await world.wait_for(lambda message: message.text == "Bonjour", timeout=20)
    while world.calls[-1].method != "getUpdates":
        await asyncio.sleep(0.01)
    reader.send_signal(signal.SIGKILL)
    await reader.wait()
    world.say(ada, "Tu es là ?")
    (update,) = await bot.get_updates()
    assert update.to_dict()["message"]["text"] == "Tu es là ?"


async def test_the_librarys_updater_runs_against_it(api: BotApi, world: World, ada: int) -> None:
    """Polling, a handler's answer, and an orderly stop that confirms what was read."""

    async def echo(update: telegram.Update, _context: Any) -> None:
        assert update.effective_message is not None
        await update.effective_message.reply_text("Merci")

    app = ApplicationBuilder().token(api.token).base_url(api.base_url).build()
    app.add_handler(MessageHandler(filters.TEXT, echo))
    async with app:
        assert app.updater is not None
        await app.updater.start_polling()
        await app.start()
        assert (await world.wait_for(lambda message: message.text == "Merci")).chat_id == ada
        await app.updater.stop()
        await app.stop()
    assert world.rooms.updates.pending == 0


async def test_waiting_in_vain_tells_what_was_said(
    bot: telegram.Bot, world: World, ada: int
) -> None:
    """A failed wait shows the bot's messages."""
    await bot.send_message(ada, "Autre chose")
    with pytest.raises(TimeoutError, match="Autre chose"):
        await world.wait_for(lambda message: message.text == "Attendu", timeout=0.05)
