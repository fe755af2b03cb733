"""Skills by fabrique: one index for all whose team kept no name, a new one when it kept another."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.skill_shelf import SkillShelf, shipped
from domain.events import State
from domain.fabriques import Fabrique
from domain.skills import Kind
from storage import Database
from storage.migrate import migrate

NOW = datetime(2026, 1, 5, 9, tzinfo=UTC)


@pytest.fixture
async def database(tmp_path: Path) -> Database:
    """A migrated database."""
    opened = Database(f"sqlite:///{tmp_path}/shelf.db")
    await migrate(opened)
    return opened


async def test_an_index_is_made_when_a_name_is_kept_and_not_before(database: Database) -> None:
    """Each fabrique has its own names."""
    shelf = SkillShelf()
    async with database.begin() as store:
        first = await store.fabriques.ensure(Fabrique(0, "un", "Un", "Europe/Paris", "fr"))
        second = await store.fabriques.ensure(Fabrique(0, "deux", "Deux", "Europe/Paris", "fr"))
        ours, theirs = store.of(first.id), store.of(second.id)
        assert await shelf.of(ours) is shipped()

        await ours.aliases.teach("trésoflou", "fr", Kind.SKILL, "budget", now=NOW)
        taught = await shelf.of(ours)
        assert taught.read("trésoflou").sure
        assert await shelf.of(ours) is taught
        assert await shelf.of(theirs) is shipped()

        await ours.aliases.teach("sousflou", "fr", Kind.SKILL, "budget", now=NOW)
        assert (await shelf.of(ours)).read("sousflou").sure
        assert len(await ours.aliases.in_state(State.APPROVED)) == 2
    await database.close()
