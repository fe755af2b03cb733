"""Profiles as rows: what is kept comes back, on each engine, and two become one."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.place_files import load
from domain.linking import Identity
from domain.places import Place, typed_place
from domain.profiles import Audience, Circle, Field, Profile
from domain.skills import Kind
from storage import Database
from tests.storage.standing import ADA, BASILE, NOW, stand

ACCOUNTS = [Identity(one.platform, one.account) for one in (ADA, BASILE)]
PLACES = [
    *(load().find(name)[0] for name in ("Firminy", "Saint-Étienne Métropole", "Loire", "Corse")),
    typed_place("Bruxelles"),
    None,
]


@pytest.mark.parametrize("place", PLACES)
async def test_a_profile_comes_back_as_it_was(database: Database, place: Place | None) -> None:
    """Saved twice, it is as it was saved last; every kind of place keeps its level."""
    standing = await stand(database)
    whole = Profile(
        standing.ada,
        place,
        ("fr", "fsl"),
        3,
        1,
        NOW.date() + timedelta(days=30),
        never_asked=True,
        shown={Field.NAME: Audience.ALLIES},
    )
    async with database.begin(standing.fabrique) as store:
        assert await store.profiles.of(standing.ada) == Profile(standing.ada)
        await store.profiles.save(Profile(standing.ada), now=NOW)
        await store.profiles.save(whole, now=NOW)
    async with database.begin(standing.fabrique) as store:
        assert await store.profiles.of(standing.ada) == whole
        assert await store.profiles.all() == [whole]


async def test_whose_pause_is_over_is_known_by_day(database: Database) -> None:
    """The first to come back is known before, and on that day."""
    standing, today = await stand(database), NOW.date()
    async with database.begin(standing.fabrique) as store:
        for person, days in ((standing.ada, 3), (standing.basile, 9)):
            paused = Profile(person, paused_until=today + timedelta(days=days))
            await store.profiles.save(paused, now=NOW)
        assert await store.profiles.first_back() == today + timedelta(days=3)
        back = await store.profiles.back_by(today + timedelta(days=3))
        assert [one.person for one in back] == [standing.ada]
        assert await store.profiles.back_by(today) == []


async def test_circles_are_kept_several_at_once_and_forgotten_with_the_profile(
    database: Database,
) -> None:
    """From an offer one supports; the team makes members."""
    standing = await stand(database)
    async with database.begin(standing.fabrique) as store:
        await store.offers.keep(standing.ada, "relecture", Kind.SKILL, None, now=NOW)
        assert await store.profiles.join_circle(standing.ada, Circle.MEMBER, "", now=NOW)
        assert not await store.profiles.join_circle(standing.ada, Circle.MEMBER, "", now=NOW)
        await store.profiles.keep_circles(standing.ada, now=NOW)
        await store.profiles.keep_circles(standing.basile, now=NOW)
        both = [Circle.SUPPORTING, Circle.MEMBER]
        assert await store.profiles.circles(standing.ada) == both
        assert await store.profiles.circles(standing.basile) == []
        await store.profiles.save(Profile(standing.ada, hours_month=3), now=NOW)
        await store.profiles.forget(standing.ada)
        assert await store.profiles.circles(standing.ada) == []
        assert await store.profiles.of(standing.ada) == Profile(standing.ada)


async def test_two_profiles_of_one_person_become_one(database: Database) -> None:
    """That of the account that is kept holds, but for a wish never to be asked."""
    standing = await stand(database)
    async with database.begin(standing.fabrique) as store:
        await store.profiles.save(Profile(standing.ada, hours_month=3), now=NOW)
        wish = Profile(standing.basile, hours_month=8, never_asked=True)
        await store.profiles.save(wish, now=NOW)
    async with database.begin(standing.fabrique) as store:
        link = await store.links.join(*ACCOUNTS, now=NOW)
        (one,) = await store.profiles.all()
        assert one == Profile(standing.ada, hours_month=3, never_asked=True)
    async with database.begin(standing.fabrique) as store:
        await store.links.part(link, keep=None, now=NOW)
        kept = {one.person: one for one in await store.profiles.all()}
        assert kept == {
            standing.ada: Profile(standing.ada, hours_month=3),
            standing.basile: wish,
        }
