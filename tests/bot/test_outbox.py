"""Delivery: what each failure of a platform leads to, and who waits for whom."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from datetime import timedelta
from pathlib import Path

import pytest

from bot.outbox import GIVEN_UP, RETRIES
from chat.transport import TransportError
from storage.chats import Address
from storage.outbox import CLAIMED, DEAD, SENT, UNKNOWN, WAITING
from tests.bot.office import PRIVATE, TEAM, Archive, Furnished, Office, office_in
from tests.storage.standing import GROUP, NOW, posted

AT_ONCE = 6


@pytest.fixture
async def crowd(tmp_path: Path, furnished: Furnished) -> AsyncIterator[Office]:
    """An office that serves several chats side by side."""
    async with office_in(tmp_path, furnished, at_once=AT_ONCE) as office:
        yield office


async def until(is_so: Callable[[], object]) -> None:
    """Return once it is so."""
    async with asyncio.timeout(10):
        while not is_so():
            await asyncio.sleep(0.005)


async def test_rows_of_a_chat_arrive_in_order(office: Office) -> None:
    """The second leaves when the first arrived, and each knows its message."""
    numbers = [await office.write(office.private, text) for text in ("un", "deux", "trois")]
    assert await office.app.outbox.drain() == 3
    assert office.telegram.texts == ["un", "deux", "trois"]
    assert [(await office.row(one)).message for one in numbers] == ["1", "2", "3"]


async def test_patience_that_is_asked_for_is_kept(office: Office) -> None:
    """Not a second less, and under the same key; another chat is served meanwhile."""
    office.telegram.troubles = [TransportError("flood", retry_after=30)]
    number = await office.write(office.private, "un")
    await office.write(office.standing.group, "deux")
    await office.app.outbox.drain()
    assert office.telegram.texts == ["deux"]
    assert (await office.row(number)).due_at == NOW + timedelta(seconds=30)
    office.wait(seconds=29)
    assert await office.app.outbox.drain() == 0
    office.wait(seconds=1)
    await office.app.outbox.drain()
    assert office.telegram.texts == ["deux", "un"]
    assert {key for _, key in office.telegram.tried} == {"un", "deux"}


async def test_waits_grow_while_a_platform_is_down(office: Office) -> None:
    """Then stay at the longest."""
    number = await office.write(office.private, "un")
    waits = []
    for _ in range(len(RETRIES) + 1):
        office.telegram.troubles = [TransportError("down")]
        await office.app.outbox.drain()
        waits.append((await office.row(number)).due_at - office.clock.now())
        office.clock.set((await office.row(number)).due_at)
    assert waits == [*RETRIES, RETRIES[-1]]


async def test_what_can_never_arrive_is_given_up_and_holds_nothing_up(office: Office) -> None:
    """The next row of the chat leaves in the same round."""
    office.telegram.troubles = [TransportError("refused", permanent=True)]
    number = await office.write(office.private, "un")
    await office.write(office.private, "deux")
    await office.app.outbox.drain()
    assert (await office.row(number)).state == DEAD
    assert office.telegram.texts == ["deux"]


async def test_a_chat_that_is_gone_is_marked_absent(office: Office) -> None:
    """Nothing is gathered for it until somebody speaks there again."""
    office.telegram.troubles = [TransportError("kicked", permanent=True, gone=True)]
    await office.write(office.standing.group, "un")
    await office.app.outbox.drain()
    async with office.app.database.begin(office.standing.fabrique) as store:
        assert not (await store.chats.chat(office.standing.group)).present


async def test_a_group_that_moved_gets_its_post_at_the_new_address(office: Office) -> None:
    """In the same round, and nothing is lost."""
    office.telegram.troubles = [TransportError("upgraded", moved_to="-1000100")]
    number = await office.write(office.standing.group, "un")
    await office.app.outbox.drain()
    assert office.telegram.tried == [(GROUP.address, "un"), ("-1000100", "un")]
    assert (await office.row(number)).state == SENT


async def test_a_group_that_moves_for_ever_is_given_up(office: Office) -> None:
    """Two addresses that name each other would keep the bot busy until it is stopped."""
    office.telegram.troubles = [
        TransportError("upgraded", moved_to=f"-{turn % 2}") for turn in range(2 * GIVEN_UP)
    ]
    number = await office.write(office.standing.group, "un")
    await office.app.outbox.drain()
    assert (await office.row(number)).state == DEAD


async def test_a_private_answer_that_may_have_arrived_is_said_once_more(office: Office) -> None:
    """A double is better than silence; a third is not, and nobody else is bothered with it."""
    office.telegram.troubles = [TransportError("lost", unknown=True) for _ in range(3)]
    number = await office.write(office.private, "un")
    for _ in range(3):
        await office.app.outbox.drain()
        office.wait(minutes=1)
    assert office.telegram.tried == [(PRIVATE.address, "un")] * 2
    assert (await office.row(number)).state == UNKNOWN


async def test_a_post_to_a_group_that_may_have_arrived_is_left_to_the_team(office: Office) -> None:
    """A group is not told twice; people look, and choose one of two."""
    office.telegram.troubles = [TransportError("lost", unknown=True)]
    number = await office.write(office.standing.group, "un", kind="agenda", issue="2026-W02")
    await office.app.outbox.drain()
    assert (await office.row(number)).state == UNKNOWN
    assert [chat for chat, _ in office.telegram.tried] == [GROUP.address, TEAM.address]
    [card] = office.telegram.delivered
    assert card.choices == ("C’est arrivé", "Renvoyer")
    assert GROUP.title in card.markup


async def test_where_keys_are_known_the_same_send_is_repeated(office: Office) -> None:
    """Matrix posts nothing twice under one key, so nobody has to be asked, however often."""
    wire = office.wires["matrix"]
    wire.troubles = [TransportError("lost", unknown=True) for _ in range(4)]
    number = await office.write(office.room, "un")
    for _ in range(5):
        await office.app.outbox.drain()
        office.wait(minutes=2)
    assert {key for _, key in wire.tried} == {"un"}
    assert wire.texts == ["un"]
    assert (await office.row(number)).state == SENT


async def test_a_key_that_the_platform_may_have_forgotten_is_not_trusted(office: Office) -> None:
    """A server remembers keys for half an hour; later the same send may be another message."""
    wire = office.wires["matrix"]
    wire.troubles = [TransportError("lost", unknown=True)]
    number = await office.write(office.room, "un")
    await office.app.outbox.drain()
    office.wait(hours=1)
    await office.app.outbox.drain()
    assert wire.texts == []
    assert (await office.row(number)).state == UNKNOWN
    [card] = office.telegram.delivered
    assert card.choices == ("C’est arrivé", "Renvoyer")


async def test_parts_wait_for_the_one_before_them(office: Office) -> None:
    """The second replies to the first; while nobody knows of that one it waits, it alone."""
    office.telegram.troubles = [TransportError("lost", unknown=True)]
    issue = {"kind": "agenda", "issue": "2026-W02"}
    first = await office.write(office.standing.group, "un", **issue)
    second = await office.write(office.standing.group, "deux", part=2, **issue)
    await office.write(office.standing.group, "autre chose")
    await office.app.outbox.drain()
    assert "deux" not in office.telegram.texts
    assert "autre chose" in office.telegram.texts
    async with office.app.database.begin(office.standing.fabrique) as store:
        await store.outbox.resolve(first, WAITING, at=NOW)
    await office.app.outbox.drain()
    assert office.telegram.texts[-2:] == ["un", "deux"]
    assert office.telegram.delivered[-1].reply_to == (await office.row(first)).message
    assert (await office.row(second)).state == SENT


async def test_a_first_part_that_never_arrives_takes_the_others_along(office: Office) -> None:
    """Half an agenda helps nobody; what else is said in the chat is said."""
    office.telegram.troubles = [TransportError("refused", permanent=True)]
    issue = {"kind": "agenda", "issue": "2026-W02"}
    await office.write(office.standing.group, "un", **issue)
    second = await office.write(office.standing.group, "deux", part=2, **issue)
    await office.write(office.standing.group, "autre chose")
    await office.app.outbox.drain()
    assert office.telegram.texts == ["autre chose"]
    assert (await office.row(second)).state == DEAD


async def test_what_comes_too_late_does_not_leave(office: Office) -> None:
    """A platform was away longer than its group wants to wait for an agenda."""
    office.telegram.troubles = [TransportError("down")]
    until = NOW + timedelta(hours=12)
    number = await office.write(office.standing.group, "un", kind="agenda", until=until)
    await office.app.outbox.drain()
    office.wait(hours=13)
    await office.app.outbox.drain()
    assert office.telegram.texts == []
    assert (await office.row(number)).state == DEAD


async def test_what_the_team_is_to_read_is_posted_anew_where_nobody_knows_its_place(
    office: Office,
) -> None:
    """Its answer was lost, and somebody said that it arrived: what it says later is not lost."""
    team = office.team
    first = await office.write(team, "cinq groupes")
    async with office.app.database.begin(office.standing.fabrique) as store:
        await store.outbox.claim(first)
        await store.outbox.settle(first, SENT, at=NOW)
    await office.write(team, "six groupes", edits=first)
    await office.app.outbox.drain()
    stands = (await office.row(first)).message
    assert stands is not None
    await office.write(team, "sept groupes", edits=first)
    await office.app.outbox.drain()
    assert office.telegram.texts == ["six groupes", "sept groupes"]
    assert (await office.row(first)).message == stands


async def test_an_edit_of_what_never_arrived_is_given_up(office: Office) -> None:
    """There is nothing to redraw; the platform is not even asked."""
    office.telegram.troubles = [TransportError("refused", permanent=True)]
    first = await office.write(office.private, "un")
    edit = await office.write(office.private, "deux", edits=first)
    await office.app.outbox.drain()
    assert (await office.row(edit)).state == DEAD
    assert len(office.telegram.tried) == 1


@pytest.mark.parametrize(
    ("where", "state"), [("private", WAITING), ("team", WAITING), ("room", WAITING)]
)
async def test_after_a_death_what_may_be_repeated_is_tried_again(
    office: Office, where: str, state: str
) -> None:
    """At once: the crash says nothing against the message."""
    number = await office.write(getattr(office, where), "un")
    async with office.app.database.begin() as store:
        claimed = await store.outbox.claim(number)
        assert claimed is not None
        assert claimed.state == CLAIMED
    await office.app.outbox.recover()
    row = await office.row(number)
    assert (row.state, row.due_at) == (state, NOW)


async def test_after_a_death_a_post_to_a_group_is_left_to_the_team(office: Office) -> None:
    """Nobody knows how far the dead process came."""
    number = await office.write(office.standing.group, "un")
    async with office.app.database.begin() as store:
        await store.outbox.claim(number)
    await office.app.outbox.recover()
    await office.app.outbox.drain()
    assert (await office.row(number)).state == UNKNOWN
    assert [chat for chat, _ in office.telegram.tried] == [TEAM.address]


async def test_nothing_begins_once_the_bot_is_closing(office: Office) -> None:
    """What waits is in its row for the next start."""
    number = await office.write(office.private, "un")
    office.app.outbox.close()
    assert await office.app.outbox.drain() == 0
    assert (await office.row(number)).state == WAITING


async def test_the_next_moment_is_the_first_row_that_may_leave(office: Office) -> None:
    """What the alarm is set to; nothing when all is delivered."""
    assert await office.app.outbox.next_due() is None
    later = NOW + timedelta(minutes=3)
    await office.write(office.private, "un", due_at=later)
    await office.write(office.private, "deux")
    assert await office.app.outbox.next_due() == later


async def test_a_wait_that_is_asked_for_is_no_try(office: Office) -> None:
    """However often: it says nothing against the message."""
    number = await office.write(office.private, "un")
    for _ in range(GIVEN_UP + 1):
        office.telegram.troubles = [TransportError("flood", retry_after=5)]
        await office.app.outbox.drain()
        office.wait(seconds=5)
    assert (await office.row(number)).tries == 0
    await office.app.outbox.drain()
    assert office.telegram.texts == ["un"]


async def test_a_chat_that_must_wait_is_not_taken(office: Office) -> None:
    """A kill meanwhile would leave a row of which nobody knows whether it arrived."""
    office.telegram.pauses[GROUP.address] = 40
    number = await office.write(office.standing.group, "un")
    await office.write(office.private, "deux")
    await office.app.outbox.drain()
    assert office.telegram.texts == ["deux"]
    row = await office.row(number)
    assert (row.state, row.tries, row.due_at) == (WAITING, 0, NOW + timedelta(seconds=40))


async def test_a_short_pause_is_waited_for(office: Office) -> None:
    """By the delivery itself, without a word to the row; whoever may be written to goes first."""
    waits = []

    async def rest(seconds: float) -> None:
        waits.append(seconds)
        office.telegram.pauses.clear()

    office.app.outbox.sleep = rest
    office.telegram.pauses[GROUP.address] = 0.9
    number = await office.write(office.standing.group, "un")
    await office.write(office.private, "deux")
    assert await office.app.outbox.drain() == 2
    assert waits[0] == 0.9
    assert office.telegram.texts == ["deux", "un"]
    assert (await office.row(number)).due_at == NOW


async def test_a_stop_waits_for_no_pause(office: Office) -> None:
    """The row is there for the next start."""
    office.telegram.pauses[GROUP.address] = 2
    number = await office.write(office.standing.group, "un")
    drained = asyncio.ensure_future(office.app.outbox.drain())
    await asyncio.sleep(0.2)
    office.app.outbox.close()
    assert await asyncio.wait_for(drained, 1) == 0
    assert (await office.row(number)).state == WAITING


async def test_an_account_that_was_too_fast_waits_in_all_its_chats(office: Office) -> None:
    """The other platform goes on; the alarm is set to the moment."""
    matrix = office.wires["matrix"]
    matrix.troubles = [TransportError("limited", retry_after=20, account=True)]
    other = Address("matrix", "!autre:exemple.org", False, "Autre salon fictif")
    async with office.app.database.begin(office.standing.fabrique) as store:
        second = (await store.chats.open(other, language="fr", now=NOW)).id
    for chat, text in ((office.room, "un"), (second, "deux"), (office.private, "trois")):
        await office.write(chat, text)
    await office.app.outbox.drain()
    assert [key for _, key in matrix.tried] == ["un"]
    assert office.telegram.texts == ["trois"]
    assert await office.app.outbox.next_due() == NOW + timedelta(seconds=20)
    office.wait(seconds=20)
    await office.app.outbox.drain()
    assert matrix.texts == ["un", "deux"]


async def test_a_slow_chat_holds_up_no_other(crowd: Office) -> None:
    """Nor what is written while it is waited for."""
    crowd.telegram.slow[GROUP.address] = free = asyncio.Event()
    await crowd.write(crowd.standing.group, "lent")
    drained = asyncio.ensure_future(crowd.app.outbox.drain())
    await until(lambda: crowd.telegram.tried)
    await crowd.write(crowd.private, "vite")
    await crowd.write(crowd.room, "ailleurs")
    crowd.app.outbox.written.set()
    await until(lambda: crowd.telegram.texts and crowd.wires["matrix"].texts)
    assert crowd.telegram.texts == ["vite"]
    free.set()
    assert await drained == 3


async def test_a_slow_platform_holds_up_no_other(crowd: Office) -> None:
    """Though all its places are taken."""
    async with crowd.app.database.begin(crowd.standing.fabrique) as store:
        for number in range(8):
            place = Address("telegram", str(2000 + number), True, "")
            chat = await store.chats.open(place, language="fr", now=NOW)
            crowd.telegram.slow[place.address] = asyncio.Event()
            await posted(store, chat.id, str(number))
    drained = asyncio.ensure_future(crowd.app.outbox.drain())
    await until(lambda: len(crowd.telegram.tried) == AT_ONCE)
    await crowd.write(crowd.room, "ailleurs")
    crowd.app.outbox.written.set()
    await until(lambda: crowd.wires["matrix"].texts)
    assert len(crowd.telegram.tried) == AT_ONCE
    for free in crowd.telegram.slow.values():
        free.set()
    assert await drained == 9


async def test_what_arrived_is_written_down_when_the_database_is_back(crowd: Office) -> None:
    """A row left claimed would hold its chat up until the next start."""
    archive = crowd.app.database
    assert isinstance(archive, Archive)
    crowd.telegram.slow[PRIVATE.address] = free = asyncio.Event()
    number = await crowd.write(crowd.private, "un")
    drained = asyncio.ensure_future(crowd.app.outbox.drain())
    await until(lambda: crowd.telegram.tried)
    archive.away = True

    async def comes_back(_seconds: float) -> None:
        archive.away = False

    crowd.app.outbox.sleep = comes_back
    free.set()
    await drained
    assert (await crowd.row(number)).state == SENT


async def test_a_week_s_agenda_is_pinned_in_the_place_of_the_one_before(office: Office) -> None:
    """By its first part; the pages of other kinds ask for nothing."""
    group = office.standing.group
    for text, kind, part in (("S1", "agenda", 1), ("…", "agenda", 2), ("Oui", "answer", 1)):
        await office.write(group, text, kind=kind, part=part)
    await office.write(group, "S2", kind="agenda")
    await office.app.outbox.drain()
    pages = [(one.markup, one.pinned, one.unpins) for one in office.telegram.delivered]
    assert pages == [
        ("S1", True, None),
        ("…", False, None),
        ("Oui", False, None),
        ("S2", True, "1"),
    ]


async def test_a_vote_and_a_farewell_are_sent_as_such(office: Office) -> None:
    """The transport draws the one as a poll, and goes after the other."""
    for kind in ("vote", "farewell"):
        await office.write(office.standing.group, kind, kind=kind)
    await office.app.outbox.drain()
    pages = [(one.vote, one.leaves) for one in office.telegram.delivered]
    assert pages == [(True, False), (False, True)]
