"""Several processes on one PostgreSQL: another leads when one dies, and nothing is done twice."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

from tests.journeys.kills import answer, question
from tests.journeys.program import Program, free_port, program
from tests.journeys.stage import Town, flat, town
from tests.servers.postgres import Postgres

pytestmark = pytest.mark.servers

PATIENCE = 60.0
"""Seconds; a machine that is busy elsewhere is no fault."""


@pytest.fixture
async def here() -> AsyncIterator[Town]:
    """A town of its own for each test."""
    async with town() as place:
        yield place


@pytest.fixture
def pair(here: Town, postgresql: Postgres, tmp_path: Path) -> Iterator[list[Program]]:
    """Two programs on one database, not started yet."""
    with programs([here.environment] * 2, postgresql.url("replicas"), tmp_path) as several:
        yield several


@contextmanager
def programs(
    settings: Sequence[Mapping[str, str]], url: str, folder: Path
) -> Iterator[list[Program]]:
    """A program for each of these settings, in a folder of its own."""
    with ExitStack() as stack:
        several = []
        for number, each in enumerate(settings):
            own = folder / str(number)
            own.mkdir()
            one = program(own, {**each, "FABRIQUE_DATABASE": url}, options=("--replicas",))
            several.append(stack.enter_context(one))
        yield several


async def logged(one: Program, event: str) -> None:
    """Return once a program wrote that to its log."""
    async with asyncio.timeout(PATIENCE):
        while not any(line["event"] == event for line in one.events):
            assert one.alive, f"ended:\n{one.last_words}"
            await asyncio.sleep(0.05)


async def both_run(pair: list[Program]) -> None:
    """The first leads, the second has joined."""
    pair[0].start()
    await logged(pair[0], "hearing")
    pair[1].start()
    await logged(pair[1], "joined")


def answers(here: Town, asked: int) -> Counter[int]:
    """How often each question was answered."""
    said = flat("\n".join(one.text for one in here.api.world.messages(here.ada) if one.from_bot))
    counted = ((number, said.count(answer(number))) for number in range(asked))
    return Counter({number: times for number, times in counted if times})


async def all_answered(here: Town, asked: int) -> None:
    """Return once no question is without an answer."""
    async with asyncio.timeout(PATIENCE):
        while len(answers(here, asked)) < asked:
            await asyncio.sleep(0.05)


async def test_one_hears_and_another_takes_over_when_it_is_killed(
    here: Town, pair: list[Program]
) -> None:
    """What was asked meanwhile is answered; what was answered is not answered again, but for the
    one that was under way.
    """
    await both_run(pair)
    assert all(line["event"] != "hearing" for line in pair[1].events)
    asked = 0
    for leader, follower in (pair, pair[::-1]):
        for _ in range(10):
            here.api.world.say(here.ada, question(asked))
            asked += 1
        await asyncio.sleep(0.2 * (asked % 3))
        leader.kill()
        await logged(follower, "hearing")
        await all_answered(here, asked)
        leader.start()
        await logged(leader, "joined")
    assert answers(here, asked).total() <= asked + 2


async def test_who_stops_in_good_order_is_followed_at_once(here: Town, pair: list[Program]) -> None:
    """No lease is waited for, and nothing is said twice."""
    await both_run(pair)
    for number in range(8):
        here.api.world.say(here.ada, question(number))
    await asyncio.sleep(0.3)
    await pair[0].stop()
    async with asyncio.timeout(4):
        await logged(pair[1], "hearing")
    await all_answered(here, 8)
    assert answers(here, 8) == Counter(range(8))


async def test_a_leader_that_hung_finds_its_place_taken_and_ends(
    here: Town, pair: list[Program]
) -> None:
    """Stopped for longer than its lease, it wakes up beside another leader and acts no more."""
    await both_run(pair)
    pair[0].freeze()
    for number in range(5):
        here.api.world.say(here.ada, question(number))
    await logged(pair[1], "hearing")
    await all_answered(here, 5)
    pair[0].thaw()
    assert pair[0].process is not None
    assert await asyncio.to_thread(pair[0].process.wait, 30) == 1
    here.api.world.say(here.ada, question(5))
    await all_answered(here, 6)
    assert answers(here, 6) == Counter(range(6))


async def test_what_is_posted_may_arrive_at_any_of_them(
    here: Town, postgresql: Postgres, tmp_path: Path
) -> None:
    """A proxy leads to one that follows, then to the one that is left."""
    settings = [here.posted_to(free_port()) for _ in range(2)]  # the proxy leads to the second
    with programs(settings, postgresql.url("posted"), tmp_path) as pair:
        await both_run(pair)
        for number in range(6):
            here.api.world.say(here.ada, question(number))
        await all_answered(here, 6)
        pair[1].kill()
        here.posted_to(int(settings[0]["FABRIQUE_WEB__LISTEN"].rpartition(":")[2]))
        here.api.world.say(here.ada, question(6))
        await all_answered(here, 7)
        assert answers(here, 7) == Counter(range(7))


async def test_a_process_of_its_own_is_refused_beside_them(
    here: Town, pair: list[Program], tmp_path: Path
) -> None:
    """It would answer a second time; the reason is told."""
    pair[0].start()
    await logged(pair[0], "hearing")
    pair[1].options = ()
    pair[1].start()
    assert pair[1].process is not None
    assert await asyncio.to_thread(pair[1].process.wait, 60) == 2
    assert "--replicas" in pair[1].log
    assert "Traceback" not in pair[1].log
