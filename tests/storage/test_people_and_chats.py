"""People and chats: met once, moved without losing anything."""

from __future__ import annotations

import asyncio
from dataclasses import replace

from domain.fabriques import Fabrique
from storage import Database
from storage.chats import Address
from storage.people import Account
from tests.storage.standing import ADA, GROUP, NOW, Standing, posted

CHLOE = Account("telegram", "1003", "Chloé Modèle", "chloe")
MOVED = replace(GROUP, address="-1000100")


async def test_two_first_words_at_once_make_one_person(standing: Standing) -> None:
    """Somebody writes in private and in a group in the same second."""

    async def meet() -> int:
        async with standing.database.begin(standing.fabrique) as store:
            person = await store.people.meet(CHLOE, language="fr", now=NOW)
            await asyncio.sleep(0.02)
            return person.id

    first, second = await asyncio.gather(meet(), meet())
    async with standing.database.begin(standing.fabrique) as store:
        names = [one.name for one in await store.people.everyone()]
    assert first == second
    assert names == ["Ada Exemple", "Basile Fictif", "Chloé Modèle"]


async def test_a_new_name_is_taken_over(standing: Standing) -> None:
    """People are called as they call themselves today."""
    async with standing.database.begin(standing.fabrique) as store:
        renamed = replace(ADA, name="Ada Modèle", handle="ada2")
        person = await store.people.meet(renamed, language="en", now=NOW)
        assert (person.id, person.name, person.handles) == (standing.ada, "Ada Modèle", ("ada2",))
        assert await store.people.language(standing.ada) == "fr"


async def test_the_same_account_is_somebody_else_in_another_fabrique(standing: Standing) -> None:
    """A fabrique is the unit of privacy."""
    async with standing.database.begin() as store:
        other = await store.fabriques.ensure(Fabrique(0, "b", "Autre", "Europe/Paris", "fr"))
        person = await store.of(other.id).people.meet(ADA, language="fr", now=NOW)
        assert person.id != standing.ada
        assert [one.id for one in await store.of(other.id).people.everyone()] == [person.id]


async def test_two_first_words_in_a_chat_make_one_chat(standing: Standing) -> None:
    """Two processes during an update of the bot."""

    async def enter() -> int:
        async with standing.database.begin(standing.fabrique) as store:
            chat = await store.chats.open(MOVED, language="fr", now=NOW)
            await asyncio.sleep(0.02)
            return chat.id

    assert len(set(await asyncio.gather(enter(), enter()))) == 1


async def test_a_group_goes_on_under_a_new_address(standing: Standing) -> None:
    """Its settings stay with it."""
    async with standing.database.begin(standing.fabrique) as store:
        await store.chats.leave(standing.group)
        await store.chats.move(standing.group, MOVED.address)
        chat = await store.chats.open(MOVED, language="en", now=NOW)
        assert (chat.id, chat.present, chat.language) == (standing.group, True, "fr")


async def test_a_row_made_for_the_new_address_gives_way(standing: Standing) -> None:
    """The platform told of the new address late; what was posted there stays posted once."""
    async with standing.database.begin(standing.fabrique) as store:
        twin = await store.chats.open(MOVED, language="fr", now=NOW)
        waits = await posted(store, twin.id, "attend")
        for chat, issue in ((standing.group, "W01"), (twin.id, "W01"), (twin.id, "W02")):
            assert await store.outbox.open_issue(chat, "agenda", issue, now=NOW)
        await store.chats.move(standing.group, MOVED.address)
    async with standing.database.begin(standing.fabrique) as store:
        assert (await store.chats.open(MOVED, language="fr", now=NOW)).id == standing.group
        assert not (await store.chats.chat(twin.id)).present
        assert (await store.outbox.address(waits)).address == MOVED.address
        for issue in ("W01", "W02"):
            assert not await store.outbox.open_issue(standing.group, "agenda", issue, now=NOW)


async def test_a_group_told_twice_of_its_move_stays(standing: Standing) -> None:
    """The old and the new chat both announce it."""
    async with standing.database.begin(standing.fabrique) as store:
        for _ in range(2):
            await store.chats.move(standing.group, MOVED.address)
        assert [chat.id for chat in await store.chats.groups()] == [standing.group, standing.other]


async def test_an_old_address_heard_again_gives_way_to_the_group_that_moved(
    standing: Standing,
) -> None:
    """The move was told by a refused send first, and is told again by the chat that was left."""
    async with standing.database.begin(standing.fabrique) as store:
        await store.chats.speak(standing.group, "en")
        await store.chats.move(standing.group, MOVED.address)
        again = await store.chats.open(GROUP, language="fr", now=NOW)
        assert again.id != standing.group
        waits = await posted(store, again.id, "attend")
        await store.chats.move(again.id, MOVED.address)
    async with standing.database.begin(standing.fabrique) as store:
        chat = await store.chats.open(MOVED, language="fr", now=NOW)
        assert (chat.id, chat.language, chat.present) == (standing.group, "en", True)
        assert not (await store.chats.chat(again.id)).present
        assert (await store.outbox.address(waits)).address == MOVED.address


async def test_somebody_is_reached_where_they_last_spoke(standing: Standing) -> None:
    """Not where they blocked the bot."""
    async with standing.database.begin(standing.fabrique) as store:
        chats = []
        for platform in ("matrix", "telegram"):
            address = Address(platform, f"{platform}-ada", True, "")
            chat = await store.chats.open(address, language="fr", now=NOW)
            await store.chats.belongs_to(chat.id, standing.ada)
            chats.append(chat.id)
        assert await store.people.private_chat(standing.ada) == chats[1]
        await store.chats.leave(chats[1])
        assert await store.people.private_chat(standing.ada) == chats[0]
        assert await store.people.private_chat(standing.basile) is None


async def test_an_unknown_chat_belongs_to_the_first_fabrique(database: Database) -> None:
    """Until somebody says otherwise."""
    async with database.begin() as store:
        for slug in ("un", "deux"):
            await store.fabriques.ensure(Fabrique(0, slug, slug, "Europe/Paris", "fr"))
        assert (await store.fabriques.of_chat("telegram", "-1")).slug == "un"
