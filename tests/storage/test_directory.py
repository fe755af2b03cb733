"""The directory as rows: who is in it, how few statements it takes, and what a merge leaves."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import event

from domain.directory import Listed, Skill
from domain.linking import Identity
from domain.organisations import OrganisationState, Speaker
from domain.people import Standing
from domain.places import typed_place
from domain.profiles import Audience, Field, Profile
from domain.skills import Kind
from storage import Database
from tests.storage.standing import ADA, BASILE, NOW, stand
from tests.storage.standing import Standing as Stand

EVERYONE = {Field.NAME: Audience.EVERYONE}


async def test_each_is_seen_as_they_show_themselves(database: Database) -> None:
    """With offers, place and organisations; not what is only asked for, nor what they refused."""
    standing = await stand(database)
    async with database.begin(standing.fabrique) as store:
        for text, concept in (("vélo", "velo"), ("compta", None)):
            await store.offers.keep(standing.ada, text, Kind.SKILL, concept, now=NOW)
        ada = Profile(standing.ada, typed_place("Bruxelles"), ("fr",), 3, shown=EVERYONE)
        await store.profiles.save(ada, now=NOW)
        for name, state in (("Les Exemples", Speaker.ALLOWED), ("Les Fictifs", Speaker.ASKED)):
            made = await store.organisations.propose(name, now=NOW)
            await store.organisations.decide(made.id, OrganisationState.APPROVED)
            await store.organisations.ask(made.id, standing.ada, now=NOW)
            if state is Speaker.ALLOWED:
                await store.organisations.allow(made.id, standing.ada)
    async with database.begin(standing.fabrique) as store:
        skills = (Skill("vélo", "velo"), Skill("compta"))
        seen = Listed(
            standing.ada, "Ada Exemple", skills, ada.place, ("fr",), ("Les Exemples",), None
        )
        assert (await store.directory.seen_by(Audience.ALLIES)).people == (seen,)
        assert (await store.directory.seen_by(Audience.EVERYONE)).people == (
            Listed(standing.ada, "Ada Exemple"),
        )
        (for_team,) = (await store.directory.seen_by(Audience.TEAM)).people
        assert for_team.hours == 3


async def test_who_said_nothing_is_not_there(database: Database) -> None:
    """Who only offers something is, without a name, until they show it."""
    standing = await stand(database)
    async with database.begin(standing.fabrique) as store:
        assert (await store.directory.seen_by(Audience.TEAM)).people == ()
        await store.offers.keep(standing.ada, "vélo", Kind.SKILL, None, now=NOW)
        unnamed = (Listed(standing.ada, "", (Skill("vélo"),)),)
        assert (await store.directory.seen_by(Audience.ALLIES)).people == unnamed
        assert (await store.directory.seen_by(Audience.EVERYONE)).people == ()


@pytest.mark.parametrize("gone", [one for one in Standing if one is not Standing.MET])
async def test_who_is_not_here_is_not_listed(database: Database, gone: Standing) -> None:
    """Left, blocked, invited, without a telephone, or somebody else by now."""
    standing = await stand(database)
    async with database.begin(standing.fabrique) as store:
        await store.profiles.save(Profile(standing.ada, shown=EVERYONE), now=NOW)
        assert len((await store.directory.seen_by(Audience.ALLIES)).people) == 1
        await store.people.stand(standing.ada, gone)
        assert (await store.directory.seen_by(Audience.ALLIES)).people == ()


async def test_two_accounts_of_one_person_are_one_line(database: Database) -> None:
    """With the skills of both."""
    standing = await stand(database)
    async with database.begin(standing.fabrique) as store:
        await store.offers.keep(standing.ada, "vélo", Kind.SKILL, None, now=NOW)
        await store.offers.keep(standing.basile, "compta", Kind.SKILL, None, now=NOW)
        await store.profiles.save(Profile(standing.ada, shown=EVERYONE), now=NOW)
    ids = [Identity(one.platform, one.account) for one in (ADA, BASILE)]
    async with database.begin(standing.fabrique) as store:
        await store.links.join(*ids, now=NOW)
        (one,) = (await store.directory.seen_by(Audience.ALLIES)).people
        assert one.person == standing.ada
        assert {skill.text for skill in one.skills} == {"vélo", "compta"}


async def test_another_fabrique_sees_nobody(database: Database) -> None:
    """Each has a directory of its own."""
    standing = await stand(database)
    async with database.begin(standing.fabrique) as store:
        await store.profiles.save(Profile(standing.ada, shown=EVERYONE), now=NOW)
        assert (await store.of(standing.fabrique + 1).directory.seen_by(Audience.TEAM)).people == ()


async def test_three_statements_read_it_whole(database: Database) -> None:
    """However many people there are."""
    standing = await stand(database)
    counted: list[str] = []

    def count(*said: Any) -> None:
        counted.append(said[2])

    async with database.begin(standing.fabrique) as store:
        for person in (standing.ada, standing.basile):
            await store.profiles.save(Profile(person, shown=EVERYONE), now=NOW)
            await store.offers.keep(person, "vélo", Kind.SKILL, None, now=NOW)
        event.listen(database.engine.sync_engine, "before_cursor_execute", count)
        assert len((await store.directory.seen_by(Audience.ALLIES)).people) == 2
        event.remove(database.engine.sync_engine, "before_cursor_execute", count)
    assert len(counted) == 3


async def test_what_is_kept_of_a_directory_follows_each_change(database: Database) -> None:
    """A name that is shown, hidden and left; and of what is undone nothing is kept."""
    standing = await stand(database)

    async def names() -> list[str]:
        async with database.begin(standing.fabrique) as store:
            index = await store.directory.seen_by(Audience.ALLIES)
            assert await store.directory.seen_by(Audience.ALLIES) is index, "kept, not read again"
        return [one.name for one in index.people]

    async def show(to: Audience) -> None:
        async with database.begin(standing.fabrique) as store:
            profile = Profile(standing.ada, languages=("fr",), shown={Field.NAME: to})
            await store.profiles.save(profile, now=NOW)

    assert await names() == []
    await show(Audience.ALLIES)
    assert await names() == ["Ada Exemple"]
    await show(Audience.TEAM)
    assert await names() == [""]
    with pytest.raises(ZeroDivisionError):
        await _show_and_fail(database, standing)
    assert await names() == [""]
    await show(Audience.ALLIES)
    async with database.begin(standing.fabrique) as store:
        await store.people.stand(standing.ada, Standing.LEFT)
    assert await names() == []


async def _show_and_fail(database: Database, standing: Stand) -> None:
    async with database.begin(standing.fabrique) as store:
        await store.profiles.save(Profile(standing.ada, shown=EVERYONE), now=NOW)
        (mine,) = (await store.directory.seen_by(Audience.ALLIES)).people
        assert mine.name == "Ada Exemple"
        raise ZeroDivisionError
