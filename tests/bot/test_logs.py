"""The log: what happened; no secret, and nobody's words."""

from __future__ import annotations

import json
import logging
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from io import StringIO
from pathlib import Path

import nio
import pytest
import structlog
from aiohttp import web
from telegram import Bot
from telegram.error import TelegramError

from bot.logs import configure
from tests.talk import talk_on
from tests.transports.telegram_wire import serving

MATRIX_TOKEN = "syt_ZmFicmlxdWU_QqWwEeRrTtYyUuIiOoPp_1aB2cD"
OTHER_TOKEN = "mct_AbCdEfGhIjKlMnOpQrStUvWxYz012345_abcdef"
TELEGRAM_TOKEN = "987654321:AAwrong-wrong-wrong-wrong-wrong-wro"


@asynccontextmanager
async def homeserver() -> AsyncIterator[str]:
    """A server that answers every question with somebody's account, and a redirect's address."""

    async def whoami(request: web.Request) -> web.Response:
        return web.json_response({"user_id": "@fabrique:exemple.org"})

    app = web.Application()
    app.router.add_route("*", "/{any:.*}", whoami)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    yield f"http://127.0.0.1:{runner.addresses[0][1]}"
    await runner.cleanup()


async def test_a_telegram_token_never_appears(log: StringIO) -> None:
    """Neither when it is accepted nor when the library complains of it."""
    async with serving() as api:
        for token in (api.token, TELEGRAM_TOKEN):
            bot = Bot(token, base_url=api.base_url)
            try:
                await bot.initialize()
            except TelegramError:
                logging.getLogger("telegram").exception("refused %s", api.base_url + token)
                structlog.get_logger().exception("refused", address=api.base_url + token)
            await bot.shutdown()
            assert token not in log.getvalue()
    assert log.getvalue().count("refused") >= 2
    assert "AAwrong" not in log.getvalue()


async def test_a_matrix_access_token_never_appears(log: StringIO) -> None:
    """In whichever way the library sends it."""
    async with homeserver() as address:
        client = nio.AsyncClient(address, "@fabrique:exemple.org")
        client.access_token = MATRIX_TOKEN
        answer = await client.whoami()
        await client.close()
    logging.getLogger("nio").error("asked with %s", MATRIX_TOKEN)
    assert isinstance(answer, nio.WhoamiResponse)
    assert "asked with" in log.getvalue()
    assert MATRIX_TOKEN not in log.getvalue()


@pytest.mark.parametrize(
    "written",
    [
        "GET /sync?access_token={}&since=1",
        "Authorization: Bearer {}",
        "{{'Authorization': 'Bearer {}'}}",
        '{{"access_token": "{}", "device_id": "A"}}',
        "{{'access_token': '{}'}}",
        '"{{\\"access_token\\": \\"{}\\"}}"',
    ],
)
@pytest.mark.parametrize("token", [MATRIX_TOKEN, OTHER_TOKEN])
def test_a_token_is_taken_out_wherever_a_library_writes_it(
    log: StringIO, token: str, written: str
) -> None:
    """Homeservers shape their tokens as they like; the words around them are known."""
    logging.getLogger("library").warning(written.format(token))
    structlog.get_logger().warning(written.format(token))
    assert token not in log.getvalue()
    assert token[:12] not in log.getvalue()


def test_what_is_no_secret_stays(log: StringIO) -> None:
    """Times, addresses and codes are what a log is for."""
    line = "2026-01-05T08:00:00Z row=12345678:90 !room:exemple.org access_token expired"
    logging.getLogger("library").warning(line)
    assert json.loads(log.getvalue())["event"] == line


def test_a_traceback_is_kept_without_the_token(log: StringIO) -> None:
    """The message of an error is where libraries put addresses."""
    try:
        raise OSError(f"cannot reach https://api.exemple.org/bot{TELEGRAM_TOKEN}/getMe")
    except OSError as error:
        logging.getLogger("library").exception("away")
        structlog.get_logger().error("away", exc_info=error)
    assert log.getvalue().count("OSError: cannot reach https://api.exemple.org/bot…/getMe") == 2
    assert TELEGRAM_TOKEN not in log.getvalue()


@pytest.mark.parametrize("form", ["text", "json"])
def test_every_line_says_when_and_how_bad(form: str) -> None:
    """Ours and the libraries'; a trace in JSON stays on its line."""
    stream = StringIO()
    configure("info", form, stream)
    logging.getLogger("library").warning("%s is slow", "it")
    structlog.get_logger().warning("it is slow")
    configure("warning", "text")
    for line in stream.getvalue().splitlines():
        assert "it is slow" in line
        assert "warning" in line
        assert re.search(r"\d{4}-\d\d-\d\dT\d\d:\d\d", line)
    assert stream.getvalue().count("it is slow") == 2


@pytest.mark.parametrize("platform", ["telegram", "matrix"])
async def test_nobodys_words_appear(log: StringIO, tmp_path: Path, platform: str) -> None:
    """Questions, names, answers, refusals: at the most talkative level."""
    async with talk_on(platform, tmp_path) as talk:
        await talk.say("Basile", "/debut")
        await talk.say("Ada", "/heures 2h30 avec @basile pour ornithorynque")
        await talk.say("Ada", "Moi")
        await talk.say("Ada", "/heures 99h avec personne pour xylophone")
        await talk.say("Chloé", "Pourquoi le caribou migre-t-il ?")
        await talk.say("Ada", "wapiti", chat="#jardin")
    logged = log.getvalue().casefold()
    for word in ("ornithorynque", "xylophone", "caribou", "wapiti", "exemple", "fictif", "basile"):
        assert word not in logged
    events = [json.loads(line) for line in log.getvalue().splitlines()]
    assert sum(one["event"] == "answered" for one in events) == 5
    assert all(one["update"] for one in events if one["event"] == "answered")
