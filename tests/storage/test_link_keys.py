"""The key that proves a fabrique's links: kept once, and whose a link is."""

from __future__ import annotations

import pytest

from domain.deep_links import Claim, Opens, claimed, word
from domain.fabriques import Fabrique
from storage import Database, Store


async def _two(store: Store) -> tuple[int, int]:
    made = [
        await store.fabriques.ensure(Fabrique(0, slug, "Fictive", "Europe/Paris", "fr"))
        for slug in ("une", "autre")
    ]
    return made[0].id, made[1].id


def _claim(key: str, number: int) -> Claim:
    claim = claimed(word(key, Opens.FABRIQUE, number))
    assert claim is not None
    return claim


async def test_the_first_key_is_kept(database: Database) -> None:
    """Whoever comes second signs with it too, and the settings change nothing of it."""
    async with database.begin() as store:
        one, other = await _two(store)
        assert await store.fabriques.link_key(one) is None
        assert await store.fabriques.keep_link_key(one, "première") == "première"
        assert await store.fabriques.keep_link_key(one, "seconde") == "première"
    async with database.begin() as store:
        await _two(store)
        assert await store.fabriques.link_key(one) == "première"
        assert await store.fabriques.link_key(other) is None


@pytest.mark.parametrize("key", ["clé", "une autre"])
async def test_a_link_is_of_the_fabrique_that_proves_it(database: Database, key: str) -> None:
    """Not of the one that it names, nor of one that does not exist."""
    async with database.begin() as store:
        one, other = await _two(store)
        await store.fabriques.keep_link_key(one, "clé")
        found = await store.fabriques.that_linked(_claim(key, one))
        assert (found is not None and found.id == one) == (key == "clé")
        assert await store.fabriques.that_linked(_claim("clé", other)) is None
        assert await store.fabriques.that_linked(_claim("clé", 999)) is None
