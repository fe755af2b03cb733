"""What the Matrix library does by itself, against a real homeserver, and what we therefore do not.

Each test shows a fault of the library alone, and names the test that shows the bot without it. One
that fails here says that the library was mended: what guards against the fault may then go.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from nio import (
    AsyncClient,
    AsyncClientConfig,
    ErrorResponse,
    InviteMemberEvent,
    LocalProtocolError,
    MatrixRoom,
    OlmUnverifiedDeviceError,
    RoomMessageText,
)

from tests.journeys.matrix_people import PASSWORD, Person, fresh, until
from tests.servers.synapse import Synapse

pytestmark = pytest.mark.servers

CONFIG = AsyncClientConfig(store_sync_tokens=True, max_timeouts=3)


class Bare:
    """A bot on the library alone, over several starts on the same device."""

    def __init__(self, synapse: Synapse, folder: Path) -> None:
        self.user = synapse.register(fresh("nue"), PASSWORD)
        self.heard: list[str] = []
        self.fails_at = ""
        self._url, self._store = synapse.url, folder / "bare"
        self._store.mkdir()
        self._login: tuple[str, str, str] | None = None

    @asynccontextmanager
    async def started(self) -> AsyncIterator[AsyncClient]:
        """Its client from a start to an end."""
        client = AsyncClient(self._url, self.user, store_path=str(self._store), config=CONFIG)
        if self._login is None:
            await client.login(PASSWORD)
            self._login = (client.user_id, client.device_id, client.access_token)
        else:
            client.restore_login(*self._login)
        client.add_event_callback(self._hears, RoomMessageText)
        client.add_event_callback(self._invited, InviteMemberEvent)
        yield client
        await client.close()
        client.store.database.close()

    async def _hears(self, _room: MatrixRoom, event: RoomMessageText) -> None:
        if event.body == self.fails_at:
            raise OSError("the disk is full")
        self.heard.append(event.body)

    async def _invited(self, room: MatrixRoom, _event: Any) -> None:
        self.heard.append(room.room_id)
        if self.fails_at:
            raise OSError("the disk is full")


@pytest.fixture
def bare(synapse: Synapse, tmp_path: Path) -> Bare:
    """An account that was never used."""
    return Bare(synapse, tmp_path)


async def with_ada(bare: Bare, ada: Person, client: AsyncClient, **room: Any) -> str:
    """A room of the two, which the client knows."""
    made = await ada.room(bare.user, **room)
    await client.join(made)
    await client.sync()
    await ada.look()
    return made


async def shown(ada: Person, room: str, count: int) -> bool:
    """Whether a synchronisation names so many of her messages."""
    await ada.look()
    return len(ada.messages(room, ada.account)) == count


async def test_one_failure_loses_what_came_with_it(bare: Bare, ada: Person) -> None:
    """The library notes how far it read before it says what it read.

    The bot: test_a_refused_put_loses_nothing.
    """
    async with bare.started() as client:
        room = await with_ada(bare, ada, client)
        for number in range(4):
            await ada.add(room, str(number))
        await until(lambda: shown(ada, room, 4))  # a homeserver shows them one by one
        bare.fails_at = "1"
        with pytest.raises(OSError, match="disk"):
            await client.sync()
    bare.fails_at = ""
    async with bare.started() as client:
        await client.sync()
    assert bare.heard == ["0"]


async def test_an_invitation_is_named_once(bare: Bare, ada: Person) -> None:
    """Who was not able to take it then never hears of it again.

    The bot: test_an_invitation_that_failed_is_found_again.
    """
    async with bare.started() as client:
        await client.sync()
        room = await ada.room(bare.user)
        bare.fails_at = "always"
        with pytest.raises(OSError, match="disk"):
            await client.sync()
    async with bare.started() as client:
        again = await client.sync()
    assert (bare.heard, again.rooms.invite) == ([room], {})


async def test_a_first_synchronisation_repeats_history(bare: Bare, ada: Person) -> None:
    """Whatever was said while nobody was there would be answered now.

    The bot: test_a_first_start_answers_no_history.
    """
    room = await ada.room(bare.user)
    async with bare.started() as client:
        await client.join(room)
        await ada.say(room, "vieux")
        await client.sync()
    assert bare.heard == ["vieux"]


async def test_a_long_absence_leaves_a_gap(bare: Bare, ada: Person) -> None:
    """Ten of forty messages come, and a mark that there were more.

    The bot: test_what_is_said_meanwhile_comes_once_and_in_order.
    """
    async with bare.started() as client:
        room = await with_ada(bare, ada, client)
    for number in range(40):
        await ada.add(room, str(number))
    async with bare.started() as client:
        timeline = (await client.sync()).rooms.join[room].timeline
    assert (timeline.limited, bare.heard) == (True, [str(number) for number in range(30, 40)])


async def test_a_restart_knows_no_room(bare: Bare, ada: Person) -> None:
    """Nothing can be sent before somebody writes there.

    The bot: test_a_restart_reads_and_writes_on.
    """
    async with bare.started() as client:
        room = await with_ada(bare, ada, client)
    async with bare.started() as client:
        await client.sync()
        assert client.rooms == {}
        with pytest.raises(LocalProtocolError):
            await client.room_send(room, "m.room.message", {"msgtype": "m.text", "body": "?"})


async def test_a_device_that_nobody_verified_gets_nothing(bare: Bare, ada: Person) -> None:
    """Which every person's is, to a bot.

    The bot: test_a_page_is_read_by_another_client.
    """
    async with bare.started() as client:
        room = await with_ada(bare, ada, client, encrypted=True)
        await client.keys_upload()
        await client.keys_query()
        with pytest.raises(OlmUnverifiedDeviceError):
            await client.room_send(room, "m.room.message", {"msgtype": "m.text", "body": "?"})


async def test_a_room_is_not_upgraded_to_version_12(bare: Bare, ada: Person) -> None:
    """The library carries what version 12 refuses over into the new room; the homeserver can.

    The bot: test_a_room_moves_when_the_bot_can_follow.
    """
    made = await ada.call("POST", "createRoom", {"room_version": "11"})
    await ada.look()
    assert isinstance(await ada.client.room_upgrade(made["room_id"], "12"), ErrorResponse)
    moved = await ada.call("POST", f"rooms/{made['room_id']}/upgrade", {"new_version": "12"})
    assert moved["replacement_room"]


async def test_a_room_that_one_was_kicked_from_is_still_listed(bare: Bare, ada: Person) -> None:
    """And refusals are returned, not raised.

    The bot: test_a_kick_is_heard_and_a_send_there_is_gone.
    """
    async with bare.started() as client:
        room = await with_ada(bare, ada, client)
        await ada.client.room_kick(room, bare.user)
        await client.sync()
        assert room in client.rooms
        content = {"msgtype": "m.text", "body": "?"}
        assert isinstance(await client.room_send(room, "m.room.message", content), ErrorResponse)


async def test_an_edit_looks_like_a_new_message(bare: Bare, ada: Person) -> None:
    """With a star before it.

    The bot: test_edits_reactions_and_deletions_reach_the_inbox.
    """
    async with bare.started() as client:
        room = await with_ada(bare, ada, client)
        said = await ada.say(room, "2 h")
        await ada.edit(room, said, "3 h")
        await client.sync()
    assert bare.heard == ["2 h", "* 3 h"]


async def test_one_transaction_is_one_event_whatever_it_says(bare: Bare, ada: Person) -> None:
    """The homeserver's doing: a reaction under a message's transaction is that message.

    The bot: test_the_same_key_twice_is_one_message, whose reactions have transactions of their own.
    """
    async with bare.started() as client:
        room = await with_ada(bare, ada, client)
        words = {"msgtype": "m.text", "body": "?"}
        first = await client.room_send(room, "m.room.message", words, tx_id="k")
        relation = {"rel_type": "m.annotation", "event_id": first.event_id, "key": "1️⃣"}
        second = await client.room_send(room, "m.reaction", {"m.relates_to": relation}, tx_id="k")
        other = await client.room_send(room, "m.reaction", {"m.relates_to": relation}, tx_id="k-r")
        again = await client.room_send(room, "m.reaction", {"m.relates_to": relation}, tx_id="r")
    assert first.event_id == second.event_id != other.event_id
    assert again.status_code == "M_DUPLICATE_ANNOTATION"
