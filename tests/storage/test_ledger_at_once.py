"""The ledger when everybody comes at once: each minute counts once, and nobody waits for ever."""

from __future__ import annotations

import asyncio
import random
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date

import pytest

from domain import ledger, timebank
from domain.errors import Refusal
from domain.ledger import Kind
from domain.timebank import Exchange, ExchangeState, Party
from storage import Database, Store
from storage.people import Account
from tests.storage.standing import NOW, Standing

AT_ONCE = 64
HOT, SPREAD = 2, 48
"""People among whom all the tasks act: one pair, or hardly ever the same two."""

Rule = Callable[[Exchange, Party], Exchange]
RULES: dict[str, Rule] = {
    "confirm": lambda exchange, by: timebank.confirmed(exchange, by=by, at=NOW),
    "contest": lambda exchange, by: timebank.contested(exchange, by=by),
    "cancel": lambda exchange, by: timebank.cancelled(exchange, by=by),
    "expire": lambda exchange, by: timebank.expired(exchange),
}
CHANCES = ("confirm", "confirm", "confirm", "contest", "cancel", "expire")


@dataclass
class Bank:
    """People who note and answer at once, and what they were told."""

    database: Database
    fabrique: int
    people: list[int]
    chance: random.Random
    noted: list[Exchange] = field(default_factory=list)
    told: Counter[int] = field(default_factory=Counter)
    confirmed: dict[int, Exchange] = field(default_factory=dict)

    async def note(
        self, giver: int, receiver: int, *, kind: Kind = Kind.EXCHANGE, corrects: int | None = None
    ) -> Exchange:
        """One of two notes, the accounts being opened in whatever order."""
        async with self.database.begin(self.fabrique) as store:
            sides = await self._accounts(store, giver, receiver)
            by = await store.ledger.party(self.chance.choice((giver, receiver)))
            exchange = timebank.propose(
                giver=sides[giver],
                receiver=sides[receiver],
                minutes=self.chance.randint(5, 240),
                day=date(2026, 1, 4),
                subject="relecture (exemple)",
                by=by,
                noted_at=NOW,
                today=NOW.date(),
                kind=kind,
            )
            kept = await store.exchanges.add(replace(exchange, corrects=corrects))
        self.noted.append(kept)
        return kept

    async def _accounts(self, store: Store, *people: int) -> dict[int, ledger.Account]:
        order = self.chance.sample(people, len(people))
        return {person: await store.ledger.of_person(person) for person in order}

    async def answer(self, exchange: Exchange, how: str) -> None:
        """The side that may try; what it is told is kept."""
        awaited = exchange.awaited
        assert awaited is not None
        assert awaited.person is not None
        person = exchange.noted_by if how == "cancel" else awaited.person
        try:
            async with self.database.begin(self.fabrique) as store:
                locked = await store.exchanges.lock(exchange.id)
                assert locked is not None
                changed = RULES[how](locked, await store.ledger.party(person))
                await store.exchanges.change(changed)
        except Refusal:
            return
        self.told[exchange.id] += 1
        if changed.state is ExchangeState.CONFIRMED:
            self.confirmed[exchange.id] = changed

    async def live(self, life: int) -> None:
        """One task: somebody notes, answers what others noted, corrects it, gives hours away."""
        here, there = life % len(self.people), (life + 1) % len(self.people)
        pair = [self.people[here], self.people[there]]
        self.chance.shuffle(pair)
        await self.note(pair[0], pair[1])
        for exchange in self.chance.choices(self.noted, k=2):
            await self.answer(exchange, self.chance.choice(CHANCES))
        other = self.chance.choice(self.noted)
        correction = await self.note(
            pair[1],
            pair[0],
            kind=self.chance.choice((Kind.CORRECTION, Kind.GIFT)),
            corrects=other.id,
        )
        await asyncio.gather(*(self.answer(correction, "confirm") for _ in range(2)))

    async def check(self) -> None:
        """Nobody was told twice, and the ledger is what everybody was told, to the minute."""
        assert max(self.told.values()) == 1
        async with self.database.begin(self.fabrique) as store:
            assert await store.ledger.faults() == []
            entries = await store.ledger.entries()
            balances = {account.id: held for account, held in await store.ledger.balances()}
        assert [entry.number for entry in entries] == list(range(1, len(entries) + 1))
        assert sorted(entry.exchange for entry in entries) == sorted(self.confirmed)
        explained: Counter[int] = Counter()
        for exchange in self.confirmed.values():
            for leg in timebank.legs(exchange):
                explained[leg.account] += leg.minutes
        assert balances == dict(explained)


async def bank_of(standing: Standing, people: int) -> Bank:
    """People who are known, and hold no account yet."""
    async with standing.database.begin(standing.fabrique) as store:
        met = [
            await store.people.meet(
                Account("telegram", f"7{one}", f"Ada Exemple {one}", None), language="fr", now=NOW
            )
            for one in range(people)
        ]
    return Bank(standing.database, standing.fabrique, [one.id for one in met], random.Random(5))


@pytest.mark.parametrize("people", [HOT, SPREAD], ids=["hot", "spread"])
async def test_no_minute_is_lost_or_doubled_by_many_at_once(
    standing: Standing, people: int
) -> None:
    """Sixty-four tasks note, confirm, contest, take back, correct and give among few or many."""
    bank = await bank_of(standing, people)
    await asyncio.gather(*(bank.live(life) for life in range(AT_ONCE)))
    await bank.check()
    assert len(bank.confirmed) > AT_ONCE


async def test_one_exchange_that_all_want_is_answered_once(standing: Standing) -> None:
    """Sixty-four devices press yes, no and never mind on the same card."""
    bank = await bank_of(standing, HOT)
    exchange = await bank.note(*bank.people)
    await asyncio.gather(
        *(bank.answer(exchange, how) for how in bank.chance.choices(CHANCES, k=AT_ONCE))
    )
    assert bank.told == {exchange.id: 1}
    await bank.check()


async def test_first_accounts_are_opened_in_any_order_at_once(standing: Standing) -> None:
    """Ada opens her account and then Basile's, Basile his and then Ada's: both come through."""
    bank = await bank_of(standing, HOT)

    async def open_all(people: list[int]) -> list[int]:
        async with bank.database.begin(bank.fabrique) as store:
            opened = []
            for person in people:
                opened.append((await store.ledger.of_person(person)).id)
                await asyncio.sleep(0.05)
            return sorted(opened)

    ways = (bank.people, bank.people[::-1])
    opened = await asyncio.gather(*(open_all(list(way)) for way in ways * 4))
    assert all(one == opened[0] for one in opened)


async def test_two_who_confirm_the_same_session_do_not_wait_for_each_other(
    standing: Standing,
) -> None:
    """All its exchanges are locked, in the order of their numbers, before the first is entered."""
    bank = await bank_of(standing, 6)
    noter, *others = bank.people
    parts = [await bank.note(noter, other) for other in others]
    parts = [replace(part, noted_by=noter) for part in parts]
    leader = standing.ada

    async def confirm_all() -> int:
        async with bank.database.begin(bank.fabrique) as store:
            locked = [await store.exchanges.lock(part.id) for part in parts]
            by = await store.ledger.party(leader, team=True)
            open_ones = [one for one in locked if one and one.state is ExchangeState.PROPOSED]
            for one in open_ones:
                changed = timebank.confirmed(replace(one, noted_for=None), by=by, at=NOW)
                await store.exchanges.change(changed)
                bank.confirmed[one.id] = changed
            return len(open_ones)

    counted = await asyncio.gather(*(confirm_all() for _ in range(8)))
    assert sorted(counted) == [0] * 7 + [len(parts)]
    bank.told[0] = 1
    await bank.check()
