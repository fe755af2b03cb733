"""What is said while the program is away is answered when it is back: all of it, once, in order."""

from __future__ import annotations

import asyncio
import sys
import time
from collections import Counter
from collections.abc import Sequence
from itertools import cycle
from pathlib import Path

import pytest

from tests.journeys.kills import answer, question, rows, subject
from tests.journeys.matrix_stage import Ally
from tests.journeys.stage import Town, flat
from tests.journeys.test_crossing import Both, both
from tests.servers.synapse import Synapse

pytestmark = pytest.mark.servers

MEANWHILE = 40
"""Messages on each platform."""

PATIENCE = 180.0  # seconds on a machine that does other things


async def test_forty_messages_sent_meanwhile_are_answered_once_and_in_order(
    synapse: Synapse, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """On Telegram by four people, on Matrix in one encrypted room."""
    async with both(synapse, tmp_path, without="TELEGRAM") as world:
        ada = await world.hamlet.alone(world.hamlet.ada)
        await ada.asks("!debut", "Bonjour")
        world.bot.kill()
        by_person = await write_meanwhile(world, ada)
        began = time.monotonic()
        await world.start()
        async with asyncio.timeout(PATIENCE):
            while sum(map(len, await answered(world, ada))) < 2 * MEANWHILE:
                await asyncio.sleep(0.2)
        took = time.monotonic() - began
        assert await answered(world, ada) == by_person
        assert await world.bot.stop() > 0
        needs = Counter(text for (text,) in rows(world.bot, "select text from needs"))
        assert needs == {subject(n): 1 for n in range(1, 2 * MEANWHILE + 1)}
    with capsys.disabled():
        sys.stdout.write(f"\n{2 * MEANWHILE} messages answered {took:.1f} s after the start\n")


def people(here: Town) -> tuple[int, ...]:
    """Who writes on Telegram."""
    return here.ada, here.basile, here.chloe, here.driss


async def write_meanwhile(world: Both, ada: Ally) -> list[list[int]]:
    """Everybody asks; the numbers of each one's questions, the person on Matrix last."""
    here, writers = world.town, cycle(people(world.town))
    for number in range(1, MEANWHILE + 1):
        here.api.world.say(next(writers), question(number))
        await ada.person.add(ada.room, question(MEANWHILE + number))
    each = [list(range(start, MEANWHILE + 1, 4)) for start in range(1, 5)]
    return [*each, list(range(MEANWHILE + 1, 2 * MEANWHILE + 1))]


async def answered(world: Both, ada: Ally) -> list[list[int]]:
    """The numbers of the questions whose answers each one reads, in the order of reading."""
    await ada.person.look()
    api = world.town.api.world
    told = [
        [one.text for one in api.messages(person) if one.from_bot] for person in people(world.town)
    ]
    told.append([one.text for one in ada.person.messages(ada.room, ada.bot)])
    return [numbers(texts) for texts in told]


def numbers(texts: Sequence[str]) -> list[int]:
    """Which questions some texts answer."""
    known = {answer(number): number for number in range(1, 2 * MEANWHILE + 1)}
    lines = [flat(line) for text in texts for line in text.splitlines()]
    return [known[line] for line in lines if line in known]
