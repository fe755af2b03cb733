"""The real program, posted its updates by a strict Bot API server instead of asking for them."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Mapping
from pathlib import Path

import httpx
import pytest
import pytest_asyncio

from bot.transports.telegram.hearing import SECRET_HEADER
from tests.journeys.kills import answer, question, rows
from tests.journeys.program import LONGEST_STOP, Program, free_port, program
from tests.journeys.stage import Town, fr, says, town

pytestmark = [pytest.mark.slow, pytest.mark.asyncio(loop_scope="module")]


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def here() -> AsyncIterator[Town]:
    """A town whose Telegram posts again soon."""
    async with town(pace=0.05) as place:
        yield place


@pytest.fixture(scope="module")
def port() -> int:
    """Where the program listens, behind a proxy."""
    return free_port()


@pytest.fixture(scope="module")
def posted(here: Town, port: int) -> Mapping[str, str]:
    """The settings of a program that is posted its updates."""
    return here.posted_to(port)


@pytest_asyncio.fixture(scope="module", loop_scope="module", autouse=True)
async def bot(
    posted: Mapping[str, str], tmp_path_factory: pytest.TempPathFactory
) -> AsyncIterator[Program]:
    """One program for all of it."""
    with program(tmp_path_factory.mktemp("bot"), posted) as running:
        running.start()
        await running.ready(seconds=90)
        yield running


async def test_a_question_is_posted_answered_and_pressed(here: Town) -> None:
    """As by polling."""
    await here.asked(here.ada, "/start", "Bonjour")
    found = await here.asked(here.ada, "Qui préside la Fabrique ?", "Qui préside la Fabrique")
    assert await here.pressed(here.ada, found, fr("choice-right")) == fr("answer-right-thanks")
    assert "getUpdates" not in [one.method for one in here.api.world.calls]


async def test_a_post_with_a_wrong_secret_is_refused(here: Town, bot: Program, port: int) -> None:
    """Without a word; whoever wrote it is not met."""
    stranger = {"id": 666, "is_bot": False, "first_name": "Driss"}
    message = {"message_id": 1, "date": 1, "chat": {"id": 666, "type": "private"}}
    update = {"update_id": 1, "message": message | {"from": stranger, "text": question(99)}}
    async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}") as client:
        for headers in ({}, {SECRET_HEADER: "0" * 64}):
            refused = await client.post("/telegram", json=update, headers=headers)
            assert (refused.status_code, refused.content) == (403, b"")
        webhook = here.api.world.rooms.updates.webhook
        assert webhook is not None
        right = {SECRET_HEADER: webhook.secret}
        assert (await client.post("/telegram", content=b"{", headers=right)).status_code == 400
    assert rows(bot, "select * from inbox") == []
    assert rows(bot, "select * from accounts where account = '666'") == []
    assert webhook.secret not in bot.log


async def test_the_program_says_that_it_is_well(port: int) -> None:
    """To whoever watches over it; and its agenda is there, for whoever has an address of it."""
    async with httpx.AsyncClient() as client:
        told = await client.get(f"http://127.0.0.1:{port}/sante")
        agenda = [await client.get(f"http://127.0.0.1:{port}/agenda{one}") for one in ("", "/x")]
    assert (told.status_code, told.json()) == (200, {"status": "ok", "away": []})
    assert [one.status_code for one in agenda] == [404, 400]  # not open to all; no address of ours


async def test_what_is_said_between_the_two_ways_is_answered_once_and_in_order(
    here: Town, bot: Program, posted: Mapping[str, str]
) -> None:
    """From the webhook to polling and back, with people who write all the while."""
    number = 0
    for way in (here.environment, posted):
        for _ in range(5):
            here.api.world.say(here.basile, question(number := number + 1))
        assert await bot.stop() < LONGEST_STOP
        here.api.world.say(here.basile, question(number := number + 1))
        bot.environment = way
        bot.start()
        await bot.ready(seconds=90)
        await here.read(here.basile, answer(number))
    said = [one for one in here.api.world.messages(here.basile) if one.from_bot]
    order = [n for one in said for n in range(1, number + 1) if says(one, answer(n))]
    assert order == list(range(1, number + 1))


async def test_an_address_that_is_taken_is_said(
    bot: Program, posted: Mapping[str, str], tmp_path: Path
) -> None:
    """The second program ends at once, with a line that says why."""
    await bot.ready(seconds=90)
    with program(tmp_path, posted) as second:
        second.start()
        assert second.process is not None
        assert await asyncio.to_thread(second.process.wait, 30) == 2
        address = posted["FABRIQUE_WEB__LISTEN"]
        assert f"✗ web.listen: {address} cannot be listened on (" in second.log
        assert "Traceback" not in second.log


async def test_it_stops_within_two_seconds_and_the_log_keeps_every_secret(
    here: Town, bot: Program
) -> None:
    """Status 0 after SIGTERM; the webhook stays, so that nothing is lost until the next start."""
    webhook = here.api.world.rooms.updates.webhook
    assert await bot.stop() < LONGEST_STOP
    assert here.api.world.rooms.updates.webhook is webhook
    assert webhook is not None
    assert [one for one in bot.events if one["level"] != "info"] == []
    assert [one for one in (here.api.token, webhook.secret) if one in bot.log] == []
