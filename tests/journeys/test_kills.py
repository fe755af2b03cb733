"""No question is lost by a process that is killed, whenever that is."""

from __future__ import annotations

import asyncio
import random
import sys
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass, field
from itertools import cycle
from pathlib import Path

import pytest

from tests.journeys.forks import forked_program
from tests.journeys.kills import KILLS, Moment, Ordeal, Platform, rows, watched
from tests.journeys.program import Program, free_port, program
from tests.journeys.stage import Town, town

pytestmark = pytest.mark.servers


class OnTelegram:
    """Three people write in private; Telegram keeps what they wrote until the program took it."""

    verb = "run"
    repeats = True

    def __init__(self, here: Town, environment: Mapping[str, str]) -> None:
        self._here = here
        self._environment = environment
        self._writers = cycle((here.ada, here.basile, here.chloe))
        self.moments: Mapping[str, Moment] = {
            "update handed out": self._handed_out,
            "message posted": self._posted,
        }

    def environment(self) -> Mapping[str, str]:
        """The settings of the town."""
        return self._environment

    async def begun(self, program: Program) -> None:
        """Telegram repeats by itself what was not acknowledged."""

    async def send(self, text: str) -> None:
        """One of them writes."""
        self._here.api.world.say(next(self._writers), text)

    def answers(self) -> Sequence[str]:
        """What the three can read."""
        people = (self._here.ada, self._here.basile, self._here.chloe)
        said = (one for person in people for one in self._here.api.world.messages(person))
        return [one.text for one in said if one.from_bot]

    async def _handed_out(self) -> None:
        """An update has just left the server, and is not acknowledged."""
        newest = self._here.api.world.last_update
        while self._here.api.world.last_update == newest:
            await self._here.api.world.rooms.bell.heard()
        for _ in range(4):  # turns of the loop until the waiting poll is answered
            await asyncio.sleep(0)

    async def _posted(self) -> None:
        """A message stands in the chat, and the program does not know yet."""
        before = len(self.answers())
        while len(self.answers()) == before:
            await self._here.api.world.rooms.bell.heard()


@dataclass
class OnConsole:
    """One person types, and types again what the program had not stored when it died.

    A line is stored when its number is in the inbox or among the updates that took effect. What was
    printed counts as read.
    """

    verb: str = "console"
    repeats: bool = True
    moments: Mapping[str, Moment] = field(default_factory=dict)
    _typed: list[str] = field(default_factory=list)
    _program: Program | None = None

    def environment(self) -> Mapping[str, str]:
        """Nothing to set."""
        return {}

    async def begun(self, program: Program) -> None:
        """Every line has a number of its own, in the order typed."""
        self._program = program
        numbers = "select update_id from inbox union select update_id from seen"
        for line in self._typed[len(rows(program, numbers)) :]:
            program.type(line)

    async def send(self, text: str) -> None:
        """Type a line, even into the void."""
        self._typed.append(text)
        if self._program is not None:
            self._program.type(text)

    def answers(self) -> Sequence[str]:
        """What was printed."""
        return [self._program.printed] if self._program is not None else []


@asynccontextmanager
async def on_telegram() -> AsyncIterator[Platform]:
    """A strict Bot API server."""
    async with town() as here:
        yield OnTelegram(here, here.environment)


@asynccontextmanager
async def by_webhook() -> AsyncIterator[Platform]:
    """The same server, which posts."""
    async with town(pace=0.05) as here:
        yield OnTelegram(here, here.posted_to(free_port()))


@asynccontextmanager
async def on_console() -> AsyncIterator[Platform]:
    """A pipe."""
    yield OnConsole()


PLATFORMS = {"telegram": (on_telegram, KILLS), "console": (on_console, 20)}
"""Each gives a platform for one conversation, and how often it is broken off."""


@pytest.mark.parametrize(("opened", "kills"), PLATFORMS.values(), ids=PLATFORMS)
async def test_every_question_is_answered_whenever_the_program_is_killed(
    opened: type[AbstractAsyncContextManager[Platform]],
    kills: int,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Killed while receiving, in handlers, at commits, while sending: no answer is lost, and
    twice comes only what was on its way.
    """
    async with opened() as platform:
        with watched(tmp_path) as (watch, seen_by):
            environment = {**platform.environment(), **seen_by}
            with program(tmp_path, environment, verb=platform.verb) as running:
                chance = random.Random(30)
                record = await Ordeal(platform, running, watch, chance, kills=kills).endure()
    with capsys.disabled():
        sys.stdout.write(f"\n{record.told()}")


async def test_the_same_holds_for_what_is_posted(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Fifty kills: while the program is down or is killed under a post, Telegram posts again."""
    async with by_webhook() as platform:
        with (
            watched(tmp_path) as (watch, seen_by),
            forked_program(tmp_path, {**platform.environment(), **seen_by}) as running,
        ):
            chance = random.Random(30)
            record = await Ordeal(platform, running, watch, chance, latest=2.0).endure()
    with capsys.disabled():
        sys.stdout.write(f"\nby webhook: {record.told()}")
