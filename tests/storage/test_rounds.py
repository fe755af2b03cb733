"""Rounds as rows: once a month whatever happens, and two people who are one are no pair."""

from __future__ import annotations

import random
from collections import Counter
from datetime import datetime, timedelta
from itertools import combinations

import pytest
from sqlalchemy import select

from chat import desk
from domain.fabriques import Fabrique
from domain.linking import Identity
from domain.rounds import WITHOUT_REPEAT, How, has_round
from scheduling import get_togethers
from storage import Database, Store
from storage.chats import Address
from storage.people import Account
from storage.rounds import MEETUPS
from storage.tables import MeetupPersonRow, MeetupRow, RoundRow
from tests.storage.standing import ADA, BASILE, NOW, stand

ACCOUNTS = [Identity(one.platform, one.account) for one in (ADA, BASILE)]


class Killed(Exception):
    """A process that ends in the middle of its transaction."""


async def _people(store: Store, count: int) -> list[int]:
    """People who can be told something in private."""
    found = []
    for number in range(count):
        account = Account("telegram", f"{3000 + number}", f"Personne Fictive {number}", None)
        person = await store.people.meet(account, language="fr", now=NOW)
        found.append(person.id)
    return found


async def _fabrique(store: Store, number: int) -> Fabrique:
    return next(one for one in await store.fabriques.all() if one.id == number)


async def _drawn(store: Store) -> dict[int, list[tuple[int, ...]]]:
    """The groups of each round."""
    rows = await store.session.execute(
        select(MeetupRow.round_id, MeetupRow.id, MeetupPersonRow.person_id)
        .join(MeetupPersonRow, MeetupPersonRow.meetup_id == MeetupRow.id)
        .order_by(MeetupPersonRow.id)
    )
    groups: dict[tuple[int, int], tuple[int, ...]] = {}
    for round_, meetup, person in rows:
        groups[round_, meetup] = (*groups.get((round_, meetup), ()), person)
    found: dict[int, list[tuple[int, ...]]] = {}
    for (round_, _), people in groups.items():
        found.setdefault(round_, []).append(people)
    return found


@pytest.mark.parametrize("seed", range(4))
async def test_a_month_has_one_round_whatever_happens(database: Database, seed: int) -> None:
    """People come and go, two processes wake, one of them dies, days go by."""
    standing, chance, now = await stand(database), random.Random(seed), NOW
    told: Counter[tuple[int, str]] = Counter()
    async with database.begin(standing.fabrique) as store:
        people = await _people(store, 7)
        for person in people:
            await store.chats.belongs_to((await _chat(store, person)), person)
    for _ in range(40):
        now += timedelta(days=chance.randint(0, 12), hours=chance.randint(0, 23))
        await _somebody_changes_their_mind(database, standing.fabrique, people, chance, now)
        for _process in range(2):
            dies = chance.random() < 0.3
            try:
                told.update(await _wakes(database, standing.fabrique, now, chance, dies=dies))
            except Killed:
                continue
    async with database.begin(standing.fabrique) as store:
        months = list(await store.session.scalars(select(RoundRow.month)))
        drawn = await _drawn(store)
    assert len(months) == len(set(months)) > 3
    assert all(has_round(month) for month in months)
    for groups in drawn.values():
        assert max(Counter(person for group in groups for person in group).values()) == 1
    met = Counter(
        frozenset(both)
        for groups in drawn.values()
        for group in groups
        for both in combinations(group, 2)
    )
    assert len(drawn) <= WITHOUT_REPEAT
    assert max(met.values()) == 1
    assert max(told.values()) == 1


async def _chat(store: Store, person: int) -> int:
    address = Address("telegram", f"private-{person}", True, "")
    return (await store.chats.open(address, language="fr", now=NOW)).id


async def _somebody_changes_their_mind(
    database: Database, fabrique: int, people: list[int], chance: random.Random, now: datetime
) -> None:
    async with database.begin(fabrique) as store:
        person = chance.choice(people)
        if chance.random() < 0.75:
            await store.rounds.join(person, chance.choice(list(How)), now=now)
        else:
            await store.rounds.leave(person)


async def _wakes(
    database: Database, fabrique: int, now: datetime, chance: random.Random, *, dies: bool
) -> list[tuple[int, str]]:
    """One process looks after get-togethers; gives whom it told of which question and month."""
    async with database.begin(fabrique) as store:
        there = await _fabrique(store, fabrique)
        round_ = desk.Round(store, there, now, lambda: str(chance.random()))
        await get_togethers.look_after(round_)
        due = await get_togethers.next_due(round_)
        assert due is None or due > now
        if dies:
            raise Killed
    met = [one for one in round_.notices if one.reply.words[0].id == "meetup"]
    return [(one.person or 0, f"{now:%Y-%m}") for one in met]


async def test_a_month_is_begun_once(database: Database) -> None:
    """By whoever comes first; another kind, another month and another fabrique are their own."""
    standing, month = await stand(database), NOW.date().replace(day=1)
    async with database.begin(standing.fabrique) as store:
        assert await store.rounds.begin(MEETUPS, month, now=NOW) is not None
        assert await store.rounds.begin(MEETUPS, month, now=NOW) is None
        assert await store.rounds.begun(MEETUPS, month)
        assert not await store.rounds.begun("hosts", month)


async def test_two_accounts_of_one_person_are_no_pair(database: Database) -> None:
    """A newcomer and a guide who turn out to be one are asked nothing, and met nobody."""
    standing = await stand(database)
    async with database.begin(standing.fabrique) as store:
        pair = await store.pairs.ask(standing.ada, standing.basile, now=NOW)
        await store.rounds.join(standing.ada, How.NEAR, now=NOW)
        await store.rounds.join(standing.basile, How.REMOTE, now=NOW)
        assert await store.pairs.asked() == [pair]
        await store.links.join(*ACCOUNTS, now=NOW)
    async with database.begin(standing.fabrique) as store:
        assert await store.pairs.asked() == []
        assert await store.pairs.of(standing.ada) == []
        assert (await store.pairs.figures()) == {"well": 0}
        assert await store.rounds.count() == 1
