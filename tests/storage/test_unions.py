"""Two people become one and two again, whatever the tables hold of them."""

from __future__ import annotations

import random
from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from functools import cache
from pathlib import Path
from shutil import copyfile
from tempfile import TemporaryDirectory, mkdtemp
from typing import Any

import pytest
from sqlalchemy import Column, Table, UniqueConstraint, select

from domain.fabriques import Fabrique
from domain.introductions import IntroductionState
from domain.linking import Identity
from domain.organisations import Speaker
from domain.people import Standing
from domain.sessions import Presence, SessionState
from domain.skills import Kind
from domain.support import RelayState
from domain.timebank import ExchangeState
from storage import Database, Store
from storage.engines import insert_or_ignore
from storage.migrate import migrate
from storage.naming import TABLES, keys_with, naming_people
from storage.people import Account
from storage.tables import Moment, Row
from storage.unions import BETTER

NOW = datetime(2026, 1, 5, 8, tzinfo=UTC)
KEPT, JOINED, OTHER = 1, 2, 3
ADA, ADA_TOO = Identity("telegram", "1001"), Identity("matrix", "@ada:exemple.org")
GIVEN = {"fabriques", "people", "accounts", "chats"}
"""Made by hand, since what they say hangs together."""

OURS = {"links", "linked_accounts", "unions", "link_codes", "link_tries"}
STATES: Mapping[str, tuple[Any, ...]] = {
    "introductions.state": tuple(IntroductionState),
    "session_people.presence": tuple(Presence),
    "organisation_people.state": tuple(Speaker),
    "exchanges.state": tuple(ExchangeState),
    "sessions.state": tuple(SessionState),
    "support_relays.state": tuple(RelayState),
}
Rows = dict[str, set[str]]


@cache
def _folder() -> Path:
    return Path(mkdtemp(prefix="fabrique-tests-"))


async def _peopled() -> Path:
    """A fabrique with three people, two of whom are one, and their chats; made once."""
    file = _folder() / "peopled.db"
    if not file.exists():
        await _people(file)
    return file


async def _people(file: Path) -> None:
    database = Database(f"sqlite:///{file}")
    await migrate(database)
    async with database.begin(1) as store:
        await store.fabriques.ensure(
            Fabrique(0, "exemple", "Fabrique fictive", "Europe/Paris", "fr")
        )
        for identity in (ADA, ADA_TOO, Identity("telegram", "1002")):
            known = Account(identity.platform, identity.account, "Ada Exemple", None)
            await store.people.meet(known, language="fr", now=NOW)
        for number, (platform, person) in enumerate(
            (("telegram", KEPT), ("matrix", JOINED), ("telegram", None))
        ):
            values = {
                "fabrique_id": 1,
                "platform": platform,
                "address": f"c{number}",
                "private": person is not None,
                "title": "",
                "language": "fr",
                "person_id": person,
                "since": NOW,
                "heard_at": NOW,
            }
            await insert_or_ignore(store.session, _class("chats"), values)
    await database.close()


def _class(name: str) -> type[Row]:
    return next(one.class_ for one in Row.registry.mappers if one.local_table is TABLES[name])


def _filled() -> list[Table]:
    """The tables in which people stand, and what their rows hang from, parents first."""
    wanted = {column.table.name for column in naming_people()}
    for table in reversed(Row.metadata.sorted_tables):
        if table.name in wanted:
            wanted |= {key.column.table.name for key in table.foreign_keys}
    skipped = GIVEN | OURS
    return [one for one in Row.metadata.sorted_tables if one.name in wanted - skipped]


async def _fill(store: Store, table: Table, chance: random.Random, number: int) -> None:
    """One row of a table, with whatever its columns take."""
    values = {}
    for column in table.columns:
        value = await _value(store, column, chance, number)
        if value is not None:
            values[column.name] = value
    required = {one.name for one in table.columns if not one.nullable and one.name != "id"}
    if required <= values.keys():
        await insert_or_ignore(store.session, _class(table.name), values)


async def _value(store: Store, column: Column[Any], chance: random.Random, number: int) -> Any:
    if column.foreign_keys:
        return await _parent(store, column, chance)
    if column.primary_key:
        return None
    states = STATES.get(f"{column.table.name}.{column.name}")
    if states:
        return chance.choice(states)
    samples: Mapping[type, Any] = {
        str: f"{column.name[:4]}{number // 2 if column.name == 'text' else number}",
        bool: number % 2 == 0,
        int: number,
        float: float(number),
        date: NOW.date(),
        time: time(8),
        bytes: b"",
        object: {},
    }
    return NOW if isinstance(column.type, Moment) else samples[column.type.python_type]


async def _parent(store: Store, column: Column[Any], chance: random.Random) -> Any:
    """A row that exists already; none of its own table."""
    (key,) = column.foreign_keys
    if key.column.table is column.table:
        return None
    found = list(await store.session.scalars(select(key.column).order_by(key.column)))
    if not found or (column.nullable and chance.random() < 0.25):
        return None
    return chance.choice(found)


async def _rows(store: Store) -> Rows:
    """Everything that tables hold, but for what tells of links, and how often a session changed."""
    shown: Rows = {}
    for name in sorted(TABLES.keys() - OURS):
        columns = [one for one in TABLES[name].columns if one.name != "version"]
        shown[name] = {repr(tuple(row)) for row in await store.session.execute(select(*columns))}
    return shown


@pytest.mark.parametrize(
    "seed", [0, 1, *(pytest.param(seed, marks=pytest.mark.soak) for seed in range(2, 40))]
)
async def test_whatever_is_theirs_follows_and_comes_back(seed: int) -> None:
    """Once they are one, no row names the other number; once they are two again, all is as it was,
    also what only one of them could keep.
    """
    chance = random.Random(seed)
    with TemporaryDirectory() as folder:
        copyfile(await _peopled(), Path(folder) / "union.db")
        database = Database(f"sqlite:///{folder}/union.db")
        async with database.begin(1) as store:
            for table in _filled():
                for number in range(chance.randint(2, 9)):
                    await _fill(store, table, chance, number)
            before = await _rows(store)
        async with database.begin(1) as store:
            link = await store.links.join(ADA, ADA_TOO, now=NOW)
            for column in naming_people():
                found = select(column).where(column == JOINED)
                assert (await store.session.execute(found)).all() == [], column
            assert (await store.people.person(JOINED)).id == KEPT
        async with database.begin(1) as store:
            await store.links.part(link, keep=None, now=NOW)
            after = await _rows(store)
        await database.close()
    own = "person:1"
    after["ledger_accounts"] = {one for one in after["ledger_accounts"] if own not in one}
    assert after == before


async def test_each_key_that_a_person_is_part_of_has_its_rule() -> None:
    """Where one person has one row, it is said which word of two holds."""
    keyed = {column.table.name for column in naming_people() if keys_with(column)}
    assert keyed == BETTER.keys()
    for name in keyed:
        uniques = [one for one in TABLES[name].constraints if isinstance(one, UniqueConstraint)]
        assert uniques or len(TABLES[name].primary_key) == 2


async def test_a_block_holds_for_both_and_a_new_one_stays_with_both(database: Database) -> None:
    """Nobody is let in by a second account, nor gets rid of a block by parting."""
    async with database.begin() as store:
        made = await store.fabriques.ensure(
            Fabrique(0, "exemple", "Fabrique fictive", "Europe/Paris", "fr")
        )
    async with database.begin(made.id) as store:
        met = []
        for identity in (ADA, ADA_TOO):
            known = Account(identity.platform, identity.account, "Ada Exemple", None)
            met.append((await store.people.meet(known, language="fr", now=NOW)).id)
        await store.people.stand(met[1], Standing.BLOCKED)
        link = await store.links.join(ADA, ADA_TOO, now=NOW)
        assert (await store.people.person(met[0])).standing is Standing.BLOCKED
        await store.links.part(link, keep=None, now=NOW)
        stands = [(await store.people.person(one)).standing for one in met]
        assert stands == [Standing.MET, Standing.BLOCKED]

        await store.people.stand(met[1], Standing.MET)
        link = await store.links.join(ADA, ADA_TOO, now=NOW)
        await store.people.stand(met[0], Standing.BLOCKED)
        await store.links.part(link, keep=None, now=NOW)
        stands = [(await store.people.person(one)).standing for one in met]
        assert stands == [Standing.BLOCKED, Standing.BLOCKED]

        link = await store.links.join(ADA, ADA_TOO, now=NOW)
        await store.links.part(link, keep=ADA, now=NOW)
        anew = await store.people.known(ADA_TOO.platform, ADA_TOO.account)
        assert anew is not None
        assert anew.standing is Standing.BLOCKED
        assert anew.id not in met


async def test_what_was_written_for_the_other_number_meanwhile_comes_home(
    database: Database,
) -> None:
    """As by a transaction that had met the person just before; said twice, it is kept once."""
    async with database.begin() as store:
        made = await store.fabriques.ensure(
            Fabrique(0, "exemple", "Fabrique fictive", "Europe/Paris", "fr")
        )
    async with database.begin(made.id) as store:
        for identity in (ADA, ADA_TOO):
            known = Account(identity.platform, identity.account, "Ada Exemple", None)
            await store.people.meet(known, language="fr", now=NOW)
        await store.offers.keep(KEPT, "jonglage", Kind.SKILL, None, now=NOW)
        await store.links.join(ADA, ADA_TOO, now=NOW)
        for text in ("jonglage", "cuisine"):
            await store.offers.keep(JOINED, text, Kind.SKILL, None, now=NOW)

        assert await store.links.tidy() == 2
        assert await store.links.tidy() == 0

        offers = await store.offers.all()
        assert sorted(one.text for one in offers) == ["cuisine", "jonglage"]
        assert {one.person for one in offers} == {KEPT}
