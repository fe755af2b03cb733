"""How long the event loop is held up while needs are answered from a real database.

A heartbeat sleeps for a millisecond, again and again; what it oversleeps, nobody else was served.
Beside it, in the same run, the heartbeat of an idle loop: what the machine itself takes.
"""

from __future__ import annotations

import asyncio
import random
import tempfile
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from time import perf_counter

from sqlalchemy import insert

from benchmarks.matching.alliance import FRAMES
from benchmarks.matching.speed import EACH, NOW, drawn_offer, named
from bot.garbage import leave_alone
from bot.offer_search import OfferIndexes
from bot.skill_files import load
from domain.offer_index import meant
from domain.ranking import Wanted, rank
from domain.skills import Skills
from storage import Database
from storage.migrate import migrate
from storage.tables import ChatRow, FabriqueRow, OfferRow, PersonRow

ALLIES = 10_000
NEEDS = 300
BEAT = 0.001  # seconds
IDLE = 3.0  # seconds
PIECE = 1_000  # rows written at a time
FABRIQUE = 1


def loop() -> None:
    """Print a line each for an idle loop, the first need of all, and those that follow."""
    asyncio.run(_loop())


async def _loop() -> None:
    skills = Skills.of(concept for group in load() for concept in group.concepts)
    print(f"loop: ms that it is held up, median/p99/worst; {ALLIES} allies × {EACH}, SQLite")
    with tempfile.TemporaryDirectory() as folder:
        database = Database(f"sqlite:///{Path(folder) / 'bot.db'}")
        await _fill(database, skills)
        skills.near(skills.concepts[0].key)  # the index of names, which the bot makes at its start
        leave_alone()
        search, chance = OfferIndexes(), random.Random(1)
        async with _heartbeat("idle"):
            await asyncio.sleep(IDLE)
        async with _heartbeat("the first need, which reads all offers"):
            await _need(database, search, skills, chance)
        async with _heartbeat(f"{NEEDS} needs, one after the other"):
            for _ in range(NEEDS):
                await _need(database, search, skills, chance)
        search.close()
        await database.close()


async def _need(
    database: Database, search: OfferIndexes, skills: Skills, chance: random.Random
) -> None:
    """From words to three people, as a need is answered."""
    concept = chance.choice(skills.concepts)
    wording = chance.choice(FRAMES).format(named(concept, chance))
    async with database.begin(FABRIQUE) as store:
        near = meant(concept.key, skills.near(concept.key))
        found = await search.closest(store, [wording], but=0, chance=chance, concepts=near)
        wanted = Wanted(0)
        pool = await store.candidates.of(found, wanted, now=NOW, concept=concept.key)
        rank(wanted, pool, now=NOW, chance=chance)


@asynccontextmanager
async def _heartbeat(what: str) -> AsyncIterator[None]:
    late: list[float] = []
    beating = asyncio.create_task(_beat(late))
    try:
        yield
    finally:
        beating.cancel()
        print(f"  {what:42} {_shown(late)}", flush=True)


async def _beat(late: list[float]) -> None:
    while True:
        begun = perf_counter()
        await asyncio.sleep(BEAT)
        late.append(perf_counter() - begun - BEAT)


def _shown(late: Sequence[float]) -> str:
    ordered = sorted(late)
    picked = (ordered[len(ordered) // 2], ordered[int(len(ordered) * 0.99)], ordered[-1])
    return " / ".join(f"{one * 1000:.1f}" for one in picked)


async def _fill(database: Database, skills: Skills) -> None:
    await migrate(database)
    chance = random.Random(ALLIES)
    offers = [drawn_offer(number, skills.concepts, chance) for number in range(ALLIES * EACH)]
    once = {(one.person, one.text): one for one in offers}.values()
    everybody = {"fabrique_id": FABRIQUE, "language": "fr", "known_since": NOW}
    common = {"fabrique_id": FABRIQUE, "at": NOW}
    people = [{"id": 1 + at, "name": f"Personne {at}", **everybody} for at in range(ALLIES)]
    rows = [
        {"person_id": 1 + one.person, "text": one.text, "concept": one.concept, **common}
        for one in once
    ]
    chat = {"fabrique_id": FABRIQUE, "platform": "matrix", "private": True, "title": ""}
    chat |= {"language": "fr", "since": NOW, "heard_at": NOW}
    chats = [{"person_id": one["id"], "address": f"!{one['id']}", **chat} for one in people]
    async with database.engine.begin() as connection:
        fabrique = {"id": FABRIQUE, "slug": "exemple", "name": "Exemple"}
        await connection.execute(
            insert(FabriqueRow).values(**fabrique, timezone="Europe/Paris", language="fr")
        )
        for table, values in ((PersonRow, people), (ChatRow, chats), (OfferRow, rows)):
            for at in range(0, len(values), PIECE):
                await connection.execute(insert(table), values[at : at + PIECE])
