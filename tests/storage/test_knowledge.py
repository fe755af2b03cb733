"""The knowledge base: every change is a version, none is lost, and an index can follow."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import date

import pytest

from domain.errors import Refusal
from domain.permanence import Entry, EntryState
from storage import Store
from tests.storage.standing import NOW, Standing

LATER = date(2026, 6, 1)


def fiche(title: str, *wordings: str, key: str = "", tags: tuple[str, ...] = ()) -> Entry:
    """An entry about nothing real."""
    return Entry(
        id=0,
        key=key,
        title=title,
        wordings=wordings,
        body=f"Réponse fictive : {title}",
        source="Document fictif, page 1",
        true_on=date(2023, 12, 14),
        tags=tags,
        language="fr",
    )


async def kept(store: Store, title: str, *wordings: str, tags: tuple[str, ...] = ()) -> Entry:
    """The entry once it is in the base."""
    return await store.knowledge.add(fiche(title, *wordings, tags=tags), by=None, now=NOW)


async def test_each_act_is_kept_with_who_and_what_it_left(standing: Standing) -> None:
    """The history of an entry tells it whole."""
    async with standing.database.begin(standing.fabrique) as store:
        base, ada = store.knowledge, standing.ada
        entry = await kept(store, "Prêter une salle")
        await base.change(replace(entry, body="Oui."), by=ada, now=NOW)
        await base.add_wording(entry.id, "salle à prêter ?", by=ada, now=NOW)
        await base.retire(entry.id, by=ada, now=NOW)
        await base.restore(entry.id, by=standing.basile, now=NOW)
    async with standing.database.begin(standing.fabrique) as store:
        history = await store.knowledge.history(entry.id)
        now = await store.knowledge.entry(entry.id)
    acts = ["created", "edited", "wording", "retired", "restored"]
    assert [one.act for one in history] == acts
    assert [one.by for one in history] == [None, ada, ada, ada, standing.basile]
    assert {one.at for one in history} == {NOW}
    assert history[0].entry == entry
    assert history[-1].entry == now
    assert history[3].entry.state is EntryState.RETIRED
    assert now is not None
    assert (now.body, now.wordings) == ("Oui.", ("salle à prêter ?",))


async def test_what_changes_nothing_is_no_version(standing: Standing) -> None:
    """The same words, and a wording that differs by accents and capitals alone."""
    async with standing.database.begin(standing.fabrique) as store:
        entry = await kept(store, "Prêter une salle", "une salle à prêter")
        await store.knowledge.change(entry, by=None, now=NOW)
        for wording in ("Une salle a PRETER", "preter une salle", " "):
            same = await store.knowledge.add_wording(entry.id, wording, by=None, now=NOW)
            assert same == entry
        assert len(await store.knowledge.history(entry.id)) == 1


async def test_keys_are_made_of_titles_and_set_apart(standing: Standing) -> None:
    """Nobody who writes in a chat thinks of file names."""
    async with standing.database.begin(standing.fabrique) as store:
        keys = [(await kept(store, "Où est l’œuvre ?")).key for _ in range(3)]
        assert keys == ["ou-est-l-oeuvre", "ou-est-l-oeuvre-2", "ou-est-l-oeuvre-3"]
        assert (await kept(store, "¿?")).key == "fiche"
        found = await store.knowledge.by_key("ou-est-l-oeuvre-2")
        assert found is not None
        assert await store.knowledge.by_key("ou-est-l-oeuvre", "en") is None


async def test_a_merged_entry_gives_its_ways_of_asking(standing: Standing) -> None:
    """Whoever held on to the one is led to the other."""
    async with standing.database.begin(standing.fabrique) as store:
        one = await kept(store, "Prêter une salle", "salle libre ?", tags=("salles", "prêt"))
        other = await kept(store, "Trouver une salle", "Salle libre ?", tags=("salles",))
        whole = await store.knowledge.merge(one.id, other.id, by=None, now=NOW)
        assert whole.wordings == ("Salle libre ?", "Prêter une salle")
        assert whole.tags == ("salles", "prêt")
        assert [entry.id for entry in await store.knowledge.entries()] == [other.id]
        assert await store.knowledge.entry(one.id) == whole
        assert await store.knowledge.by_key(one.key) == whole
        gone = await store.knowledge.any_entry(one.id)
        assert gone is not None
        assert (gone.state, gone.merged_into) == (EntryState.RETIRED, other.id)
        more = await store.knowledge.add_wording(one.id, "une salle svp", by=None, now=NOW)
        assert (more.id, more.wordings[-1]) == (other.id, "une salle svp")


async def test_an_entry_merges_into_another_that_answers(standing: Standing) -> None:
    """Not into itself, nor into one that is retired."""
    async with standing.database.begin(standing.fabrique) as store:
        one, other = await kept(store, "Un"), await kept(store, "Deux")
        await store.knowledge.retire(other.id, by=None, now=NOW)
        for into in (one.id, other.id):
            with pytest.raises(Refusal, match="refusal-merge-elsewhere"):
                await store.knowledge.merge(one.id, into, by=None, now=NOW)


@pytest.mark.parametrize("pressed", ["one", "other"])
async def test_undoing_a_merger_undoes_both_sides(standing: Standing, pressed: str) -> None:
    """Wherever it is undone."""
    async with standing.database.begin(standing.fabrique) as store:
        one, other = await kept(store, "Un", "le premier"), await kept(store, "Deux")
        await store.knowledge.merge(one.id, other.id, by=None, now=NOW)
        number = one.id if pressed == "one" else other.id
        await store.knowledge.undo(number, by=standing.ada, now=NOW)
        assert list(await store.knowledge.entries()) == [one, other]


async def test_a_side_that_was_changed_since_keeps_its_change(standing: Standing) -> None:
    """Undoing the merger of the one would take somebody's later work away."""
    async with standing.database.begin(standing.fabrique) as store:
        one, other = await kept(store, "Un"), await kept(store, "Deux")
        whole = await store.knowledge.merge(one.id, other.id, by=None, now=NOW)
        later = await store.knowledge.change(replace(whole, body="Mieux."), by=None, now=NOW)
        await store.knowledge.undo(one.id, by=None, now=NOW)
        assert list(await store.knowledge.entries()) == [one, later]


async def test_undoing_goes_back_step_by_step(standing: Standing) -> None:
    """Further each time, and from a change made after an undo to what was undone to."""
    async with standing.database.begin(standing.fabrique) as store:
        base = store.knowledge
        first = await kept(store, "Un")
        for body in ("deux", "trois"):
            await base.change(replace(first, body=body), by=None, now=NOW)

        async def undone() -> str:
            return (await base.undo(first.id, by=None, now=NOW)).body

        assert await undone() == "deux"
        await base.change(replace(first, body="autre"), by=None, now=NOW)
        assert [await undone(), await undone()] == ["deux", first.body]
        with pytest.raises(Refusal, match="refusal-nothing-to-undo"):
            await undone()
        assert len(await base.history(first.id)) == 7


async def test_revisions_are_seen_in_order(standing: Standing) -> None:
    """Two who write at once: whoever reads in between misses neither."""
    order = []

    async def write(title: str, wait: float) -> None:
        async with standing.database.begin(standing.fabrique) as store:
            await kept(store, title)
            order.append(await store.knowledge.revision())
            await asyncio.sleep(wait)

    await asyncio.gather(write("Un", 0.05), write("Deux", 0.0))
    assert order == sorted(order)
    assert len(set(order)) == 2


async def test_writers_that_wrote_something_else_before_do_not_wait_for_each_other_forever(
    standing: Standing,
) -> None:
    """Each update leaves rows of the fabrique first; PostgreSQL would break a deadlock by a
    fault.
    """

    async def write(title: str) -> None:
        async with standing.database.begin(standing.fabrique) as store:
            await store.audit.note("essai", title, by=None, now=NOW)
            await asyncio.sleep(0.05)
            await kept(store, title)

    await asyncio.gather(write("Un"), write("Deux"))
    async with standing.database.begin(standing.fabrique) as store:
        assert len(await store.knowledge.entries()) == 2


async def test_a_fabrique_knows_nothing_of_another(standing: Standing) -> None:
    """Neither entries nor their history."""
    async with standing.database.begin(standing.fabrique) as store:
        entry = await kept(store, "Un")
        other = store.of(standing.fabrique + 1).knowledge
        assert await other.is_empty()
        assert await other.any_entry(entry.id) is None
        assert list(await other.history(entry.id)) == []
        assert await other.revision() == 0
        with pytest.raises(Refusal):
            await other.retire(entry.id, by=None, now=NOW)


async def test_a_day_of_review_is_told_once(standing: Standing) -> None:
    """Until there is another day."""
    async with standing.database.begin(standing.fabrique) as store:
        base = store.knowledge
        dated = replace(await kept(store, "Un"), review_on=LATER)
        await kept(store, "Sans date")
        await base.change(dated, by=None, now=NOW)
        assert list(await base.to_review(date(2026, 5, 31))) == []
        assert await base.awaits_review()
        for found in (await base.to_review(LATER), await base.not_told(LATER)):
            assert list(found) == [dated]
        await base.told([dated])
        assert list(await base.not_told(LATER)) == []
        assert not await base.awaits_review()
        moved = replace(dated, review_on=date(2027, 6, 1))
        await base.change(moved, by=None, now=NOW)
        assert await base.awaits_review()
        assert list(await base.not_told(date(2027, 6, 1))) == [moved]
        await base.retire(moved.id, by=None, now=NOW)
        assert not await base.awaits_review()
