"""What we said: looked up by number, by person, by what it replies to."""

from __future__ import annotations

from datetime import timedelta

from tests.storage.standing import NOW, Standing, posted


async def test_the_newest_of_two_messages_with_one_number_is_meant(standing: Standing) -> None:
    """A group that moved to a new address counts its messages from the start."""
    async with standing.database.begin(standing.fabrique) as store:
        for text in ("avant", "après"):
            number = await posted(store, standing.group, text)
            await store.outbox.delivered(number, "7", (), at=NOW)
        row = await store.said.posted(standing.group, "7")
        assert row is not None
        assert row.markup == "après"


async def test_what_a_person_was_told_lately_is_theirs_alone(standing: Standing) -> None:
    """Newest first, in one chat, with what was said to everybody there; older ones are left out."""
    async with standing.database.begin(standing.fabrique) as store:
        earlier = NOW - timedelta(minutes=30)
        await posted(store, standing.group, "avant", due_at=earlier)
        to_all = await posted(store, standing.group, "à tous")
        to_ada = await posted(store, standing.group, "à Ada", person=standing.ada)
        await posted(store, standing.group, "à Basile", person=standing.basile)
        await posted(store, standing.other, "ailleurs")
        since = NOW - timedelta(minutes=10)
        told = await store.said.told(standing.group, standing.ada, since=since)

    assert [row.id for row in told] == [to_ada, to_all]


async def test_a_message_that_was_replied_to_is_known(standing: Standing) -> None:
    """In its own chat."""
    async with standing.database.begin(standing.fabrique) as store:
        await posted(store, standing.group, reply_to="m1")
        assert await store.said.replied_to(standing.group, "m1")
        assert not await store.said.replied_to(standing.other, "m1")
        assert not await store.said.replied_to(standing.group, "m2")
