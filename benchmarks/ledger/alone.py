"""Storage alone: exchanges that wait, and tasks that confirm them as a handler does."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from time import perf_counter

from domain.fabriques import Fabrique
from domain.ledger import AccountKind
from domain.timebank import confirmed, propose
from storage import Database
from storage.migrate import migrate
from storage.people import Account

NOW = datetime(2026, 1, 5, 9, tzinfo=UTC)
PAIRS = 16


@dataclass(frozen=True)
class Speed:
    """Acts a second, and the milliseconds of the fastest, of half of them and of nearly all."""

    rate: float
    best: float
    p50: float
    p99: float


def speed_of(times: Sequence[float], wall: float) -> Speed:
    """Of acts that took these seconds each, and so many in all."""
    ordered = sorted(times)
    middle, late = ordered[len(ordered) // 2], ordered[int(len(ordered) * 0.99)]
    return Speed(len(ordered) / wall, ordered[0] * 1000, middle * 1000, late * 1000)


@dataclass
class Waiting:
    """A migrated database with exchanges that wait, each with who has to confirm it."""

    database: Database
    fabrique: int
    exchanges: list[tuple[int, int]]

    async def confirm(self, number: int, person: int) -> None:
        """One transaction: the exchange is locked, its rules asked, its entry added."""
        async with self.database.begin(self.fabrique) as store:
            exchange = await store.exchanges.lock(number)
            if exchange is None:
                raise LookupError(number)
            party = await store.ledger.party(person)
            await store.exchanges.change(confirmed(exchange, by=party, at=NOW))

    async def confirm_some(self, count: int, *, tasks: int) -> Speed:
        """So many of them, by tasks that take the next one each."""
        some, self.exchanges = self.exchanges[:count], self.exchanges[count:]
        times = []

        async def task() -> None:
            while some:
                begun = perf_counter()
                await self.confirm(*some.pop(0))
                times.append(perf_counter() - begun)

        begun = perf_counter()
        await asyncio.gather(*(task() for _ in range(tasks)))
        return speed_of(times, perf_counter() - begun)


async def waiting(url: str, count: int) -> Waiting:
    """Sixteen pairs of people who noted exchanges in turn."""
    database = Database(url)
    await migrate(database)
    async with database.begin() as store:
        made = await store.fabriques.ensure(
            Fabrique(0, "exemple", "Fabrique fictive", "Europe/Paris", "fr")
        )
    async with database.begin(made.id) as store:
        people = [
            await store.people.meet(
                Account("telegram", str(one), f"Ada Exemple {one}", None), language="fr", now=NOW
            )
            for one in range(2 * PAIRS)
        ]
        exchanges = []
        for place in range(count):
            giver, receiver = (people[(2 * place + side) % len(people)].id for side in (0, 1))
            exchange = propose(
                giver=await store.ledger.account(AccountKind.PERSON, giver),
                receiver=await store.ledger.account(AccountKind.PERSON, receiver),
                minutes=90,
                day=date(2026, 1, 4),
                subject="relecture (exemple)",
                by=await store.ledger.party(giver),
                noted_at=NOW,
                today=NOW.date(),
            )
            exchanges.append(((await store.exchanges.add(exchange)).id, receiver))
    return Waiting(database, made.id, exchanges)
