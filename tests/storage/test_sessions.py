"""Sessions closed at once: each counts once, and none waits for another for ever."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import date

from domain.errors import Refusal
from domain.sessions import Presence, Session, SessionState, Way, still_open
from storage.people import Account
from tests.storage.standing import NOW, Standing

AT_ONCE = 8
CROWD = 12


async def crowd(standing: Standing) -> list[int]:
    """People who were there."""
    async with standing.database.begin(standing.fabrique) as store:
        met = [
            await store.people.meet(
                Account("telegram", str(5000 + at), f"Invitée Modèle {at}", None),
                language="fr",
                now=NOW,
            )
            for at in range(CROWD)
        ]
    return [person.id for person in met]


async def opened(standing: Standing, organiser: int, way: Way) -> int:
    """An open session of Saturday; its number."""
    async with standing.database.begin(standing.fabrique) as store:
        session = Session(
            0, way, organiser, None, "atelier", date(2026, 1, 3), 60, SessionState.OPEN, NOW
        )
        return (await store.sessions.open(session)).id


async def comes(standing: Standing, number: int, person: int) -> bool:
    """Somebody says that they were there; False when it is over, or known."""
    async with standing.database.begin(standing.fabrique) as store:
        session = await store.sessions.lock(number)
        assert session is not None
        if not session.is_open:
            return False
        return await store.sessions.answer(session, person, Presence.THERE, now=NOW)


async def closes(standing: Standing, number: int) -> bool:
    """Its organiser closes it, as a handler does; whether it was this close that counted."""
    async with standing.database.begin(standing.fabrique) as store:
        session = await store.sessions.lock(number)
        assert session is not None
        try:
            closed = replace(still_open(session), state=SessionState.CLOSED)
        except Refusal:
            return False
        present = [one.person for one in await store.sessions.present(number)]
        by = await store.ledger.party(session.organiser)
        await store.sessions.enter(closed, present, by=by, at=NOW)
        return True


async def test_many_sessions_of_the_same_people_close_at_once(standing: Standing) -> None:
    """On accounts that nobody had opened before."""
    people = await crowd(standing)
    numbers = [await opened(standing, people[at], Way.SHARED) for at in range(AT_ONCE)]
    for at, number in enumerate(numbers):
        for person in people[at + 1 :]:
            await comes(standing, number, person)
    assert all(await asyncio.gather(*(closes(standing, number) for number in numbers)))
    async with standing.database.begin(standing.fabrique) as store:
        assert await store.ledger.faults() == []
        assert sum(minutes for _, minutes in await store.ledger.balances()) == 0
        made = [await store.exchanges.of_session(number) for number in numbers]
    assert [sum(one.minutes for one in each) for each in made] == [60] * AT_ONCE


async def test_one_session_closed_many_times_at_once_counts_once(standing: Standing) -> None:
    """The others see that it is over."""
    people = await crowd(standing)
    number = await opened(standing, standing.ada, Way.COMMON)
    for person in people:
        await comes(standing, number, person)
    won = await asyncio.gather(*(closes(standing, number) for _ in range(AT_ONCE)))
    assert won.count(True) == 1
    async with standing.database.begin(standing.fabrique) as store:
        assert await store.ledger.faults() == []
        assert len(await store.exchanges.of_session(number)) == CROWD


async def test_whoever_comes_while_it_closes_is_in_or_out(standing: Standing) -> None:
    """Never counted without a share, nor with one and not counted."""
    people = await crowd(standing)
    number = await opened(standing, standing.ada, Way.SHARED)
    await comes(standing, number, people[0])
    acts = [comes(standing, number, person) for person in people[1:]]
    acts.insert(CROWD // 2, closes(standing, number))
    came = await asyncio.gather(*acts)
    in_time = sum(came)  # the close itself stands for the first of them
    async with standing.database.begin(standing.fabrique) as store:
        made = await store.exchanges.of_session(number)
        present = await store.sessions.present(number)
        assert await store.ledger.faults() == []
    assert len(made) == len(present) == in_time
    assert sum(one.minutes for one in made) == 60


async def test_somebody_said_twice_is_there_once(standing: Standing) -> None:
    """And the version grows with each change, not with each word."""
    number = await opened(standing, standing.ada, Way.SHARED)
    assert await comes(standing, number, standing.basile)
    assert not await comes(standing, number, standing.basile)
    async with standing.database.begin(standing.fabrique) as store:
        session = await store.sessions.lock(number)
        assert session is not None
        assert session.version == 1
        assert [one.person for one in await store.sessions.present(number)] == [standing.basile]
