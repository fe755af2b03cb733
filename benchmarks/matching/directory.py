"""Statements and milliseconds that a look into the directory takes, rows and words together."""

from __future__ import annotations

import asyncio
import random
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, process_time
from typing import Any

from sqlalchemy import event, insert

from benchmarks.matching.speed import EACH, drawn_offer
from bot.place_files import load as places
from bot.skill_shelf import shipped
from domain.directory import Found
from domain.directory_words import Known, terms_of
from domain.fabriques import Fabrique
from domain.profiles import Audience, Field
from storage import Database
from storage.migrate import migrate
from storage.tables import OfferRow, PersonRow, ProfileRow

SIZES = (100, 1_000)
ROUNDS = 5
NOW = datetime(2026, 3, 12, tzinfo=UTC)
WORDS = (
    "compta Saint-Étienne",
    "Ada",
    "facilitation Loire anglais",
    "Bazile Fictf",
    "42",
    "zorglub",
    "quelqu’un qui parle arabe à Lyon",
    "montage FEDER Auvergne-Rhône-Alpes",
)
FIRST = "Ada Basile Chloé Driss Élodie Farid Gaëlle Hugo".split()
LAST = "Exemple Fictif Modèle Inventé Imaginée Factice".split()
TOWNS = "Saint-Étienne Firminy Lyon Roanne Lille Rennes Grenoble".split()


def directory() -> None:
    """Print a line for each size of alliance."""
    print(f"directory: ms of a search, p50/p99 of {ROUNDS * len(WORDS)}; {EACH} offers an ally")
    for size in SIZES:
        with TemporaryDirectory() as folder:
            asyncio.run(_one(size, Path(folder) / "directory.db"))


async def _one(size: int, file: Path) -> None:
    database = Database(f"sqlite:///{file}")
    await migrate(database)
    fabrique = await _settle(database, size)
    said: list[str] = []
    event.listen(
        database.engine.sync_engine, "before_cursor_execute", lambda *one: said.append(one[2])
    )
    waited, worked, found = [], [], 0
    for typed in WORDS * ROUNDS:
        begun, spent = perf_counter(), process_time()
        found += len((await _search(database, fabrique, typed)).people)
        waited.append(perf_counter() - begun)
        worked.append(process_time() - spent)
    first = worked.pop(0)
    statements = sum(one.startswith("SELECT") for one in said) / len(waited)
    await database.close()
    print(
        f"  {size:6} people: {_shown(waited)} in all, {_shown(worked)} of the processor "
        f"({first * 1000:.0f} ms the first), {statements:.0f} statements, "
        f"{found // len(waited)} found",
        flush=True,
    )


async def _search(database: Database, fabrique: int, typed: str) -> Found:
    async with database.begin(fabrique) as store:
        index = await store.directory.seen_by(Audience.ALLIES)
    known = Known(places(), shipped(), index.names, language="fr")
    return await asyncio.to_thread(index.search, terms_of(typed, known))


async def _settle(database: Database, size: int) -> int:
    """An alliance in which four of five show their name."""
    chance = random.Random(size)
    towns = [places().find(name)[0] for name in TOWNS]
    async with database.begin() as store:
        made = await store.fabriques.ensure(Fabrique(0, "x", "Fictive", "Europe/Paris", "fr"))
        own: dict[str, Any] = {"fabrique_id": made.id}
        people = [
            {**own, "id": at, "name": _name(at), "language": "fr", "known_since": NOW}
            for at in range(1, size + 1)
        ]
        profiles = [_profile(at, chance, towns) | own for at in range(1, size + 1)]
        offers = [
            {**own, "person_id": one.person, "text": f"{one.text} {one.id}", "at": NOW}
            | {"concept": one.concept}
            for number in range(EACH, (size + 1) * EACH)
            for one in [drawn_offer(number, shipped().concepts, chance)]
        ]
        for table, rows in ((PersonRow, people), (ProfileRow, profiles), (OfferRow, offers)):
            await store.session.execute(insert(table), rows)
    return made.id


def _name(number: int) -> str:
    return f"{FIRST[number % len(FIRST)]} {LAST[number // len(FIRST) % len(LAST)]} {number}"


def _profile(number: int, chance: random.Random, towns: list[Any]) -> dict[str, Any]:
    town = chance.choice(towns)
    shown = {Field.NAME.value: int(Audience.ALLIES)} if chance.random() < 0.8 else {}
    return {
        "person_id": number,
        "place": town.name,
        "commune": town.code,
        "epci": town.epci,
        "departement": town.departement,
        "region": town.region,
        "languages": chance.choice([["fr"], ["fr", "ar"], ["en"]]),
        "shown": shown,
        "updated_at": NOW,
    }


def _shown(times: list[float]) -> str:
    ordered = sorted(times)
    middle, worst = ordered[len(ordered) // 2], ordered[int(len(ordered) * 0.99)]
    return f"{middle * 1000:.0f}/{worst * 1000:.0f} ms"


if __name__ == "__main__":
    directory()
