"""No question is lost, and none answered twice, by a process that is killed, whenever that is.

On Matrix a send carries its transaction's name, so what was under way at a kill comes once.
"""

from __future__ import annotations

import asyncio
import random
import sys
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager, suppress
from itertools import cycle
from pathlib import Path

import pytest

from tests.journeys.kills import Moment, Ordeal, watched
from tests.journeys.matrix_stage import Ally, Hamlet, hamlet
from tests.journeys.program import Program, program
from tests.servers.synapse import Synapse

pytestmark = pytest.mark.servers

_NEWS = 10_000  # milliseconds that a person's client waits for news


class OnMatrix:
    """People write in rooms of two, most of them encrypted; the homeserver keeps what they wrote.

    An answer counts once for each event of the timeline that its reader can decrypt.
    """

    verb = "run"
    repeats = False

    def __init__(self, here: Hamlet, allies: Sequence[Ally]) -> None:
        self._here = here
        self._allies = allies
        self._writers = cycle(allies)
        self.moments: Mapping[str, Moment] = {"message posted": self._posted}

    def environment(self) -> Mapping[str, str]:
        """The settings of the place."""
        return self._here.environment

    async def begun(self, program: Program) -> None:
        """The homeserver repeats by itself what the program did not store."""

    async def send(self, text: str) -> None:
        """One of them writes; a message begun is sent, whatever becomes of whoever waits."""
        ally = next(self._writers)
        await asyncio.shield(asyncio.create_task(ally.person.add(ally.room, text)))

    def answers(self) -> Sequence[str]:
        """What they can read."""
        return [
            one.text
            for ally in self._allies
            for one in ally.person.messages(ally.room, self._here.bot)
        ]

    async def read(self) -> None:
        """Everybody reads as it comes."""
        await asyncio.gather(*(_reading(ally) for ally in self._allies))

    async def _posted(self) -> None:
        """A message stands in a room, and the program may not know yet."""
        before = len(self.answers())
        while len(self.answers()) == before:
            await asyncio.sleep(0.002)


async def _reading(ally: Ally) -> None:
    while True:
        await ally.person.look(wait=_NEWS)


@asynccontextmanager
async def on_matrix(here: Hamlet, running: Program) -> AsyncIterator[OnMatrix]:
    """Two encrypted rooms and a plain one, which the bot entered in a first short life."""
    running.start()
    await running.ready()
    people = (here.ada, here.basile, here.chloe)
    allies = [await here.alone(one, encrypted=one is not here.chloe) for one in people]
    for ally in allies:
        await ally.asks("!debut", "Bonjour")
    running.kill()
    platform = OnMatrix(here, allies)
    reading = asyncio.create_task(platform.read())
    yield platform
    reading.cancel()
    with suppress(asyncio.CancelledError):
        await reading


async def test_every_question_is_answered_once_whenever_the_program_is_killed(
    synapse: Synapse, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Fifty kills while receiving, in handlers, at commits, while sending: nothing is lost, and
    nothing comes twice.
    """
    async with hamlet(synapse, tmp_path) as here:
        with (
            watched(tmp_path) as (watch, seen_by),
            program(tmp_path, {**here.environment, **seen_by}) as running,
        ):
            async with on_matrix(here, running) as platform:
                record = await Ordeal(platform, running, watch, random.Random(30)).endure()
    with capsys.disabled():
        sys.stdout.write(f"\n{record.told()}")
