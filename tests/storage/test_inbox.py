"""The inbox: kept once, answered once, and read no further than it was kept."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.inbox import StoredInbox
from chat.transport import Act, Heard, Place, Speaker
from storage import Database
from storage.inbox import Received
from tests.storage.standing import NOW

ONE, TWO = ("1", {"text": "Bonjour"}), ("2", {"text": "Bonsoir"})


def heard(update: str, text: str) -> Heard:
    """Something that Ada said in private."""
    place = Place("telegram", "1001", private=True)
    return Heard(update, Act.SAID, place, Speaker("1001", "Ada Exemple"), NOW, text)


async def waiting(database: Database) -> list[Received]:
    """What is not answered yet."""
    async with database.begin() as store:
        return list(await store.inbox.waiting(("telegram", "matrix", "console"), at_most=10))


async def test_a_repeat_is_kept_once(database: Database) -> None:
    """A platform delivers again whatever it is not sure of."""
    for updates in ([ONE], [ONE, TWO], [TWO]):
        async with database.begin() as store:
            await store.inbox.keep("telegram", updates)
    assert [one.update for one in await waiting(database)] == ["1", "2"]


async def test_the_same_number_on_two_platforms_is_two_updates(database: Database) -> None:
    """Each platform counts for itself."""
    async with database.begin() as store:
        await store.inbox.keep("telegram", [ONE])
        await store.inbox.keep("matrix", [ONE])
    assert [one.platform for one in await waiting(database)] == ["telegram", "matrix"]


async def test_what_took_effect_is_not_kept_again(database: Database) -> None:
    """Its words are forgotten, its number is not."""
    async with database.begin() as store:
        await store.inbox.keep("telegram", [ONE])
    async with database.begin() as store:
        [received] = await store.inbox.waiting(("telegram", "matrix", "console"), at_most=10)
        await store.inbox.done(received, now=NOW)
    async with database.begin() as store:
        assert await store.inbox.was_seen("telegram", "1")
        await store.inbox.keep("telegram", [ONE])
    assert await waiting(database) == []


async def test_old_numbers_are_forgotten_and_new_ones_kept(database: Database) -> None:
    """The memory does not grow for ever."""
    async with database.begin() as store:
        await store.inbox.done(Received(0, "telegram", "old", {}), now=NOW - timedelta(days=31))
        await store.inbox.done(Received(0, "telegram", "new", {}), now=NOW)
        await store.inbox.forget_seen(before=NOW - timedelta(days=30))
        assert not await store.inbox.was_seen("telegram", "old")
        assert await store.inbox.was_seen("telegram", "new")


async def test_the_cursor_advances_with_what_was_heard(database: Database) -> None:
    """One transaction: a crash loses both or none."""
    woken: list[None] = []
    inbox = StoredInbox(database, "matrix", woken=lambda: woken.append(None))
    assert await inbox.cursor() is None
    await inbox.put([heard("1", "Bonjour")], cursor="s1")
    await inbox.put([], cursor="s2")
    assert await inbox.cursor() == "s2"
    assert [one.body["text"] for one in await waiting(database)] == ["Bonjour"]
    assert len(woken) == 2


async def test_a_failing_put_advances_nothing_and_wakes_nobody(database: Database) -> None:
    """The platform is asked again from where it was read."""
    woken: list[None] = []
    inbox = StoredInbox(database, "matrix", woken=lambda: woken.append(None))
    await inbox.put([], cursor="s1")
    unkept = heard(None, "Bonsoir")  # type: ignore[arg-type]  # a row that no database takes
    with pytest.raises(Exception, match=r"(?i)null"):
        await inbox.put([heard("1", "Bonjour"), unkept], cursor="s2")
    assert await inbox.cursor() == "s1"
    assert await waiting(database) == []
    assert len(woken) == 1
