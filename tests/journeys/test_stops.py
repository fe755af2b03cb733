"""SIGTERM ends the real program before anybody kills it, whatever Telegram is doing to it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from tests.journeys.kills import answer, question
from tests.journeys.program import LONGEST_STOP, Program, program
from tests.journeys.stage import Town, says, town
from tests.wire import bot_api
from tests.wire.bot_api_errors import Json
from tests.wire.bot_api_world import World

pytestmark = pytest.mark.servers

QUESTIONS = 40


@pytest.fixture
async def here() -> AsyncIterator[Town]:
    """A town of its own for each test."""
    async with town() as place:
        yield place


@pytest.fixture
def bot(here: Town, tmp_path: Path) -> Iterator[Program]:
    """A program that serves it, not started yet."""
    with program(tmp_path, here.environment) as running:
        yield running


@asynccontextmanager
async def silence() -> AsyncIterator[tuple[Mapping[str, str], asyncio.Event]]:
    """The settings of a Telegram that takes every call and answers none; whether one came."""
    called = asyncio.Event()
    open_lines = []

    def take(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        open_lines.append(writer)
        called.set()

    server = await asyncio.start_server(take, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    try:
        yield {"FABRIQUE_TELEGRAM__BASE_URL": f"http://127.0.0.1:{port}/bot"}, called
    finally:
        server.close()
        for line in open_lines:
            line.close()


async def test_a_telegram_that_never_answers_holds_up_no_stop(here: Town, tmp_path: Path) -> None:
    """The program is at its very first call then."""
    async with silence() as (settings, called):
        with program(tmp_path, {**here.environment, **settings}) as running:
            running.start()
            await asyncio.wait_for(called.wait(), 30)
            assert await running.stop() < LONGEST_STOP


async def test_a_send_without_an_answer_holds_up_no_stop_and_is_made_again(
    here: Town, bot: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody knows whether it arrived: the next start says it once more."""
    asked = asyncio.Event()

    async def never(_world: World, _given: Json) -> None:
        asked.set()
        await asyncio.Event().wait()

    with monkeypatch.context() as patch:
        patch.setitem(bot_api.METHODS, "sendMessage", never)
        bot.start()
        here.api.world.say(here.ada, question(1))
        await asyncio.wait_for(asked.wait(), 30)
        assert await bot.stop() < LONGEST_STOP
    bot.start()
    await here.read(here.ada, answer(1))


async def test_a_stop_in_the_middle_of_a_conversation_costs_no_answer_and_repeats_none(
    here: Town, bot: Program
) -> None:
    """What is under way is finished or waits in its row: nothing is said twice."""
    bot.start()
    await bot.ready()
    for number in range(1, QUESTIONS + 1):
        here.api.world.say(here.ada, question(number))
    await here.read(here.ada, answer(3))
    assert await bot.stop() < LONGEST_STOP
    bot.start()
    await here.read(here.ada, answer(QUESTIONS))
    said = [one for one in here.api.world.messages(here.ada) if one.from_bot]
    times = [sum(says(one, answer(n)) for one in said) for n in range(1, QUESTIONS + 1)]
    assert times == [1] * QUESTIONS


async def test_a_refused_token_ends_the_program_and_stays_out_of_its_log(
    here: Town, tmp_path: Path
) -> None:
    """Status 1, one line that says why, and no trace of the program's inside."""
    wrong = f"{here.api.token[:-5]}wrong"
    with program(tmp_path, {**here.environment, "FABRIQUE_TELEGRAM__TOKEN": wrong}) as running:
        running.start()
        assert running.process is not None
        assert await asyncio.to_thread(running.process.wait, 30) == 1
        assert "token was refused" in running.log
        assert "Traceback" not in running.log
        assert wrong.partition(":")[2] not in running.log
