"""Resources in the database: one address is kept once."""

from __future__ import annotations

import asyncio

from domain.events import State
from domain.resources import Resource, read
from tests.storage.standing import NOW, Standing

TEXT = "https://example.org/guide guide de la facilitation, méthode"


async def test_an_address_is_kept_once(standing: Standing) -> None:
    """However it is spelt, unless the team refused it before."""
    async with standing.database.begin(standing.fabrique) as store:
        shared = store.resources
        first = await shared.propose(read(TEXT), by=standing.ada, now=NOW)
        assert first is not None
        assert (first.state, first.proposed_by, first.tags) == (
            State.PROPOSED,
            standing.ada,
            ("méthode",),
        )
        again = read("http://www.example.org/guide/?utm_source=x Autre titre")
        assert await shared.propose(again, by=standing.basile, now=NOW) is None
        await shared.decide(first.id, State.REFUSED)
        second = await shared.propose(again, by=standing.basile, now=NOW)
        assert second is not None
        assert (second.id, second.title, second.proposed_by) == (
            first.id,
            "Autre titre",
            standing.basile,
        )
        assert list(await shared.in_state(State.PROPOSED)) == [second]


async def test_two_who_share_at_once_share_one(standing: Standing) -> None:
    """The other is told that it is known."""

    async def propose(by: int) -> Resource | None:
        async with standing.database.begin(standing.fabrique) as store:
            kept = await store.resources.propose(read(TEXT), by=by, now=NOW)
            await asyncio.sleep(0.02)
            return kept

    kept = await asyncio.gather(propose(standing.ada), propose(standing.basile))
    assert kept.count(None) == 1


async def test_a_fabrique_s_resources_are_its_own(standing: Standing) -> None:
    """Another may share the same address."""
    async with standing.database.begin(standing.fabrique) as store:
        kept = await store.resources.propose(read(TEXT), by=standing.ada, now=NOW)
        assert kept is not None
        other = store.of(standing.fabrique + 1).resources
        assert await other.known(kept.address) is None
        assert await other.resource(kept.id) is None
        assert list(await other.in_state(State.PROPOSED)) == []
