"""The offers in memory follow what each transaction sees."""

from __future__ import annotations

import random
from collections.abc import Sequence

import pytest

from bot.offer_search import OfferIndexes
from domain.skills import Kind
from storage import Store
from tests.talk import Talk

pytestmark = pytest.mark.parametrize("talk", ["matrix"], indirect=True)


async def _found(search: OfferIndexes, store: Store, need: str = "réparer un vélo") -> list[str]:
    found = await search.closest(store, [need], but=0, chance=random.Random(0))
    return sorted(one.offer.text for one in found)


async def _meet(talk: Talk) -> Sequence[int]:
    """Two people's numbers."""
    await talk.say("Ada", "bonjour")
    await talk.say("Basile", "bonjour")
    async with talk.stage.app.database.begin(talk.stage.fabrique.id) as store:
        known = [await store.people.known("matrix", one) for one in ("@ada", "@basile")]
    return [one.id for one in known if one is not None]


async def test_what_is_offered_and_withdrawn_is_seen_at_once(talk: Talk) -> None:
    """And what was rolled back never was."""
    ada, basile = await _meet(talk)
    search, now = OfferIndexes(), talk.stage.clock.now()
    async with talk.stage.app.database.begin(talk.stage.fabrique.id) as store:
        assert await _found(search, store) == []
        await store.offers.keep(ada, "réparation de vélos", Kind.SKILL, None, now=now)
        assert await _found(search, store) == ["réparation de vélos"]
    async with talk.stage.app.database.begin(talk.stage.fabrique.id) as store:
        undone = await store.session.begin_nested()
        await store.offers.keep(basile, "vélos à réparer", Kind.SKILL, None, now=now)
        assert len(await _found(search, store)) == 2
        await undone.rollback()
    async with talk.stage.app.database.begin(talk.stage.fabrique.id) as store:
        assert await _found(search, store) == ["réparation de vélos"]
        (kept,) = await store.offers.of(ada)
        await store.offers.withdraw(kept.id)
        assert await _found(search, store) == []
    search.close()


async def test_offers_of_another_fabrique_are_not_found(talk: Talk) -> None:
    """Each has its own index, in the one search."""
    ada, _ = await _meet(talk)
    second = await talk.second()
    search = OfferIndexes()
    async with talk.stage.app.database.begin(talk.stage.fabrique.id) as store:
        await store.offers.keep(
            ada, "réparation de vélos", Kind.SKILL, None, now=talk.stage.clock.now()
        )
        assert await _found(search, store) == ["réparation de vélos"]
        assert await _found(search, store.of(second)) == []
    search.close()


async def test_only_what_is_new_is_read_again(talk: Talk) -> None:
    """Unless something else changed with it: then all is, and nothing is missed."""
    ada, basile = await _meet(talk)
    search, now = OfferIndexes(), talk.stage.clock.now()
    async with talk.stage.app.database.begin(talk.stage.fabrique.id) as store:
        await store.offers.keep(ada, "réparation de vélos", Kind.SKILL, None, now=now)
        assert await _found(search, store) == ["réparation de vélos"]
        before = await store.offers.stamp()
        await store.offers.keep(basile, "vélos à réparer", Kind.SKILL, None, now=now)
        newer = await store.offers.all(after=before.newest)
        assert [one.text for one in newer] == ["vélos à réparer"]
        assert before.with_newer(newer) == await store.offers.stamp()
        assert await _found(search, store) == ["réparation de vélos", "vélos à réparer"]
        (first,) = await store.offers.of(ada)
        await store.offers.withdraw(first.id)
        await store.offers.keep(ada, "vélos, réparation", Kind.SKILL, None, now=now)
        assert await _found(search, store) == ["vélos à réparer", "vélos, réparation"]
        (again,) = await store.offers.of(basile)
        await store.offers.mean(again.id, Kind.SKILL, "reparation-de-velos")
        found = await search.closest(store, ["vélo"], but=ada, chance=random.Random(0))
        assert [one.offer.concept for one in found] == ["reparation-de-velos"]
    search.close()
