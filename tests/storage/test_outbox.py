"""The outbox: order in each chat, one taker, and what a dead process left."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import datetime, timedelta

import pytest

from domain.errors import Refusal
from storage import Store
from storage.chats import Address
from storage.outbox import CLAIMED, DEAD, SENT, UNKNOWN, WAITING
from tests.storage.standing import NOW, Standing, posted

HERE = ("telegram",)
LATER = NOW + timedelta(minutes=5)


async def due(store: Store, now: datetime, platforms: Sequence[str]) -> list[int]:
    """The rows that may leave, in the order in which they will."""
    return [one.row for one in await store.outbox.due(now, platforms, at_most=9)]


async def test_only_the_oldest_row_of_each_chat_is_due(standing: Standing) -> None:
    """What follows waits for it."""
    async with standing.database.begin(standing.fabrique) as store:
        first = await posted(store, standing.group, "un")
        await posted(store, standing.group, "deux")
        other = await posted(store, standing.other, "trois")
        assert await due(store, NOW, HERE) == [first, other]


async def test_a_row_that_waits_blocks_its_own_chat_only(standing: Standing) -> None:
    """A group whose platform asked for patience does not make another wait."""
    async with standing.database.begin(standing.fabrique) as store:
        first = await posted(store, standing.group, "un")
        await posted(store, standing.group, "deux")
        other = await posted(store, standing.other, "trois")
        await store.outbox.postpone(first, LATER)
        assert await due(store, NOW, HERE) == [other]
        assert await due(store, LATER, HERE) == [first, other]


async def test_the_next_moment_ignores_what_stands_behind(standing: Standing) -> None:
    """A row due long ago behind one that waits would wake the bot for nothing, again and again."""
    async with standing.database.begin(standing.fabrique) as store:
        first = await posted(store, standing.group, "un", due_at=LATER)
        await posted(store, standing.group, "deux")
        assert await store.outbox.next_due(HERE) == LATER
        assert await store.outbox.next_due(("matrix",)) is None
        await store.outbox.claim(first)
        assert await store.outbox.next_due(HERE) is None


async def test_a_platform_that_is_off_keeps_its_rows(standing: Standing) -> None:
    """They leave when it is on again."""
    async with standing.database.begin(standing.fabrique) as store:
        await posted(store, standing.group)
        assert await due(store, NOW, ("matrix",)) == []


async def test_of_two_takers_one_gets_the_row(standing: Standing) -> None:
    """Two processes during an update of the bot send nothing twice."""
    async with standing.database.begin(standing.fabrique) as store:
        number = await posted(store, standing.group)

    async def take() -> bool:
        async with standing.database.begin() as store:
            return await store.outbox.claim(number) is not None

    assert sorted(await asyncio.gather(take(), take())) == [False, True]


async def test_what_a_dead_process_was_sending_is_found(standing: Standing) -> None:
    """Claimed, and nobody said how it ended."""
    async with standing.database.begin(standing.fabrique) as store:
        left = await posted(store, standing.group, "un")
        done = await posted(store, standing.other, "deux")
        await store.outbox.claim(left)
        await store.outbox.claim(done)
        await store.outbox.delivered(done, "7", (), at=NOW)
    async with standing.database.begin() as store:
        [row] = await store.outbox.left_claimed(("telegram", "matrix"))
        assert (row.id, row.state, row.tries) == (left, CLAIMED, 1)


async def test_what_a_living_process_is_sending_is_left_to_it(standing: Standing) -> None:
    """Of several processes, only those that ended leave rows to the others."""
    async with standing.database.begin(standing.fabrique) as store:
        ended = await posted(store, standing.group, "un")
        lives = await posted(store, standing.other, "deux")
        await store.outbox.claim(ended, by="un")
        await store.outbox.claim(lives, by="deux")
    async with standing.database.begin() as store:
        found = await store.outbox.left_claimed(("telegram",), living=("deux", "trois"))
        assert [row.id for row in found] == [ended]
        assert len(await store.outbox.left_claimed(("telegram",))) == 2


async def test_of_two_that_open_an_issue_one_posts_it(standing: Standing) -> None:
    """Exactly one is told to go on; the other is told no, and nothing breaks."""

    async def ask() -> bool:
        async with standing.database.begin(standing.fabrique) as store:
            fresh = await store.outbox.open_issue(standing.group, "agenda", "2026-W02", now=NOW)
            await asyncio.sleep(0.02)
            return fresh

    assert sorted(await asyncio.gather(ask(), ask())) == [False, True]
    assert await ask() is False


async def test_each_chat_and_kind_has_its_own_issues(standing: Standing) -> None:
    """The same week is an agenda here, an agenda there, and a letter."""
    async with standing.database.begin(standing.fabrique) as store:
        opened = [
            await store.outbox.open_issue(chat, kind, "2026-W02", now=NOW)
            for chat in (standing.group, standing.other)
            for kind in ("agenda", "letter")
        ]
    assert opened == [True] * 4


async def test_an_edit_hands_its_choices_to_the_message(standing: Standing) -> None:
    """What is pressed later is looked up on the message, not on its edits."""
    choice = {"label": "Oui", "command": "confirm", "given": {}}
    async with standing.database.begin(standing.fabrique) as store:
        first = await posted(store, standing.group, "avant")
        await store.outbox.delivered(first, "7", (), at=NOW)
        edit = await posted(store, standing.group, "après", edits=first, choices=[choice])
        await store.outbox.delivered(edit, "7", ("8",), at=NOW)
    async with standing.database.begin() as store:
        row = await store.said.posted(standing.group, "7")
        assert row is not None
        assert (row.id, row.markup, row.choices) == (first, "après", [choice])
        assert row.extras == ["8"]


async def test_a_post_nobody_knows_of_is_decided_once(standing: Standing) -> None:
    """Two people of the team may press at once."""
    async with standing.database.begin(standing.fabrique) as store:
        number = await posted(store, standing.group)
        await store.outbox.settle(number, UNKNOWN, at=NOW)
        assert [row.id for row in await store.outbox.unknown()] == [number]
        await store.outbox.resolve(number, WAITING, at=NOW)
        with pytest.raises(Refusal, match="refusal-already-decided"):
            await store.outbox.resolve(number, SENT, at=NOW)


@pytest.mark.parametrize("ends", ["delivered", "dead"])
async def test_a_file_is_kept_until_its_send_has_ended(standing: Standing, ends: str) -> None:
    """The platform has it then, or never will; that there was one is remembered."""
    async with standing.database.begin(standing.fabrique) as store:
        number = await posted(store, standing.group, file=("a.pdf", "application/pdf", b"x"))
        await store.outbox.settle(number, UNKNOWN, at=NOW)
        assert (await store.outbox.row(number)).file is not None
        if ends == "delivered":
            await store.outbox.delivered(number, "7", (), at=NOW)
        else:
            await store.outbox.settle(number, DEAD, at=NOW)
        row = await store.outbox.row(number)
        assert (row.file, row.has_file) == (None, True)


async def test_old_words_are_forgotten_and_waiting_ones_are_not(standing: Standing) -> None:
    """A database that is stolen holds no old conversations."""
    async with standing.database.begin(standing.fabrique) as store:
        old = await posted(store, standing.group, "ancien", file=("a.ics", "text/calendar", b"x"))
        await store.outbox.settle(old, SENT, at=NOW - timedelta(days=61))
        waits = await posted(store, standing.group, "attend", due_at=NOW - timedelta(days=61))
        await store.said.forget(before=NOW - timedelta(days=60))
    async with standing.database.begin() as store:
        assert ((await store.outbox.row(old)).markup, (await store.outbox.row(old)).file) == (
            "",
            None,
        )
        assert (await store.outbox.row(waits)).markup == "attend"


async def test_an_answer_goes_before_a_digest(standing: Standing) -> None:
    """And what nobody asked for in between; of two of a kind the older one."""
    async with standing.database.begin(standing.fabrique) as store:
        chats = [standing.group, standing.other]
        for number in ("-301", "-302"):
            place = Address("telegram", number, False, "Cercle fictif")
            chats.append((await store.chats.open(place, language="fr", now=NOW)).id)
        kinds = ("agenda", "letter", "notice", "answer")
        rows = [
            await posted(store, chat, kind=kind) for chat, kind in zip(chats, kinds, strict=True)
        ]
        assert await due(store, NOW, HERE) == [rows[3], rows[2], rows[0], rows[1]]


@pytest.mark.parametrize("kind", ["answer", "card", "words", "withdrawn"])
async def test_what_stands_before_an_answer_goes_with_it(standing: Standing, kind: str) -> None:
    """The order in a chat is kept, so its digest is as urgent as what waits behind."""
    async with standing.database.begin(standing.fabrique) as store:
        other = await posted(store, standing.other, kind="notice")
        first = await posted(store, standing.group, kind="agenda")
        await posted(store, standing.group, kind=kind)
        assert await due(store, NOW, HERE) == [first, other]


async def test_an_edit_goes_with_the_answers(standing: Standing) -> None:
    """Somebody pressed, and looks at the message."""
    async with standing.database.begin(standing.fabrique) as store:
        old = await posted(store, standing.group, kind="agenda")
        await store.outbox.delivered(old, "7", (), at=NOW)
        notice = await posted(store, standing.other)
        edit = await posted(store, standing.group, kind="agenda", edits=old)
        assert await due(store, NOW, HERE) == [edit, notice]


async def test_a_row_that_another_took_is_not_held(standing: Standing) -> None:
    """It would be sent twice; whoever took it may hold it, and that was no try."""
    async with standing.database.begin(standing.fabrique) as store:
        number = await posted(store, standing.group)
        await store.outbox.claim(number)
        await store.outbox.hold(number, LATER)
        assert (await store.outbox.row(number)).state == CLAIMED
        await store.outbox.hold(number, LATER, claimed=True)
        row = await store.outbox.row(number)
        assert (row.state, row.due_at, row.tries) == (WAITING, LATER, 0)
