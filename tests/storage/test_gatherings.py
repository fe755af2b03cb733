"""The monthly meeting's rows: made once, claimed once, whoever comes at the same moment."""

from __future__ import annotations

import asyncio
from datetime import datetime, timedelta

from domain.fabriques import Fabrique, Policy
from domain.meetings import Meeting, by_rule
from storage import Database
from storage.people import Account
from tests.talk import START

NOW = datetime.fromisoformat(START)
MEETING = by_rule("2026-01", Policy())


async def prepared(database: Database) -> tuple[int, int]:
    """A fabrique, and somebody in it."""
    async with database.begin() as store:
        wanted = Fabrique(0, "modele", "Modèle", "Europe/Paris", "fr")
        fabrique = await store.fabriques.ensure(wanted)
        account = Account("telegram", "@ada", "Ada Exemple", "ada")
        person = await store.of(fabrique.id).people.meet(account, language="fr", now=NOW)
    return fabrique.id, person.id


async def opened(database: Database, fabrique: int) -> Meeting:
    """The meeting, kept by a transaction of its own."""
    async with database.begin(fabrique) as store:
        return await store.gatherings.open(MEETING)


async def test_two_who_look_at_once_make_one_meeting(database: Database) -> None:
    """And both are given the same."""
    fabrique, _ = await prepared(database)
    first, second = await asyncio.gather(opened(database, fabrique), opened(database, fabrique))
    assert first == second


async def test_two_who_sign_the_same_person_up_write_one_row(database: Database) -> None:
    """One of them is told that it was new."""
    fabrique, person = await prepared(database)
    meeting = await opened(database, fabrique)

    async def sign_up() -> bool:
        async with database.begin(fabrique) as store:
            return await store.gatherings.sign_up(meeting.id, person, now=NOW)

    assert sorted(await asyncio.gather(sign_up(), sign_up())) == [False, True]


async def test_of_two_who_remind_one_claims(database: Database) -> None:
    """Each person is given to one of them; about another day they are reminded anew."""
    fabrique, person = await prepared(database)
    meeting = await opened(database, fabrique)
    later = NOW + timedelta(hours=9)
    async with database.begin(fabrique) as store:
        await store.gatherings.sign_up(meeting.id, person, now=NOW)

    async def remind(shift: int) -> list[int]:
        async with database.begin(fabrique) as store:
            day = meeting.day + timedelta(days=shift)
            return list(await store.gatherings.remind_of_day(meeting.id, day, signed_before=later))

    assert sorted(await asyncio.gather(remind(0), remind(0))) == [[], [person]]
    assert await remind(1) == [person]


async def test_whoever_signed_up_since_is_not_reminded(database: Database) -> None:
    """They have just read it."""
    fabrique, person = await prepared(database)
    meeting = await opened(database, fabrique)
    async with database.begin(fabrique) as store:
        await store.gatherings.sign_up(meeting.id, person, now=NOW)
        told = await store.gatherings.remind_of_start(meeting.id, NOW, signed_before=NOW)
    assert told == []


async def test_a_meeting_is_its_own_fabrique_s(database: Database) -> None:
    """Its number opens it nowhere else."""
    fabrique, _ = await prepared(database)
    meeting = await opened(database, fabrique)
    async with database.begin(fabrique + 1) as store:
        assert await store.gatherings.meeting(meeting.id) is None
        assert await store.gatherings.kept() == {}
