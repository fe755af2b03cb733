"""What members' clients are shown of the bot, over losses, resets and forgeries, on a homeserver.

They know the contract and the platform; they must not know what the bot answers.
"""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from time import time

import pytest
from nio import AsyncClient, AsyncClientConfig, EncryptionError, MegolmEvent

from bot.transports.matrix.identity import Identity, Published
from bot.transports.matrix.store import Store
from bot.transports.matrix.trust import publish
from chat.transport import Page, TransportError
from tests.journeys.matrix_device import Device, alone, sent
from tests.journeys.matrix_people import PASSWORD, Json, Person, joined, someone, until
from tests.servers.synapse import Synapse

pytestmark = pytest.mark.servers


@asynccontextmanager
async def operator(device: Device, ada: Person, folder: Path) -> AsyncIterator[AsyncClient]:
    """Another application on the bot's account, with keys of its own."""
    folder.mkdir()
    config = AsyncClientConfig(max_timeouts=3)
    client = AsyncClient(ada.client.homeserver, device.user, store_path=str(folder), config=config)
    await client.login(PASSWORD)
    await client.sync(full_state=True)
    await client.keys_upload()
    yield client
    await client.close()
    client.store.database.close()


async def shown(ada: Person, user: str) -> Json:
    """What anybody is told of an account's keys."""
    return await ada.call("POST", "keys/query", {"device_keys": {user: []}})


async def master_of(ada: Person, user: str) -> Json:
    """By which key an account is known."""
    keys: Json = (await shown(ada, user))["master_keys"][user]["keys"]
    return keys


def another_identity(device: Device, folder: Path) -> Identity:
    """One that some application made for the bot's account."""
    folder.mkdir()
    return Identity.made(Store(folder, "une autre phrase", device.user), device.user)


async def test_an_identity_that_members_know_is_not_replaced(
    device: Device, ada: Person, caplog: pytest.LogCaptureFixture
) -> None:
    """Without its file the bot goes on unsigned or as it was signed, and says what to do."""
    async with device.started():
        room = await ada.room(device.user, encrypted=True)
        await joined(ada, room, device.user)
        await ada.say(room, "un")
        await device.inbox.updates(1)
    before = await shown(ada, device.user)
    (device.store / "identity.json").rename(device.store.parent / "sauvegarde.json")
    async with device.started() as matrix:
        assert not matrix.verified()
        await ada.say(room, "deux")
        assert await device.inbox.texts(2) == ["un", "deux"]
    assert await shown(ada, device.user) == before
    assert not (device.store / "identity.json").exists()
    assert "put identity.json back from a backup" in caplog.text
    (device.store.parent / "sauvegarde.json").rename(device.store / "identity.json")
    async with device.started() as matrix:
        assert matrix.verified()


async def test_an_identity_that_nobody_saw_gives_way(
    device: Device, ada: Person, tmp_path: Path
) -> None:
    """Whoever makes the account with an application gives it one, before the bot meets anyone."""
    async with operator(device, ada, tmp_path / "application") as other:
        await publish(other, another_identity(device, tmp_path / "autre"), PASSWORD)
    before = await master_of(ada, device.user)
    async with device.started() as matrix:
        assert matrix.verified()
    assert await master_of(ada, device.user) != before


async def test_a_reset_elsewhere_is_seen_at_once_and_left(
    device: Device, ada: Person, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """Whoever did it, the members were warned already: a second change would warn them again."""
    async with operator(device, ada, tmp_path / "application") as other, device.started() as matrix:
        room = await ada.room(device.user, encrypted=True)
        await joined(ada, room, device.user)
        await ada.say(room, "un")
        await device.inbox.updates(1)
        assert matrix.verified()
        await publish(other, another_identity(device, tmp_path / "autre"), PASSWORD)
        reset = await master_of(ada, device.user)
        await until(lambda: not matrix.verified())
        assert "somebody gave the account another identity" in caplog.text
        assert await master_of(ada, device.user) == reset


async def test_a_device_without_its_keys_is_given_up(device: Device, ada: Person) -> None:
    """Others would never believe new keys in its name; the identity signs the next device."""
    async with device.started():
        room = await ada.room(device.user, encrypted=True)
        await joined(ada, room, device.user)
        await ada.say(room, "un")
        await device.inbox.updates(1)
    before = await master_of(ada, device.user)
    (keys,) = device.store.glob("*.db")
    keys.unlink()
    async with device.started() as matrix:
        assert matrix.verified()
        await ada.say(room, "deux")
        assert await device.inbox.texts(2) == ["un", "deux"]
    assert await master_of(ada, device.user) == before
    (left,) = (await shown(ada, device.user))["device_keys"][device.user]
    assert left not in keys.name


async def test_keys_that_are_not_the_devices_own_are_not_signed(
    device: Device, ada: Person, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """A signature says to everybody that these keys are the bot's."""
    async with device.started():
        pass
    session = json.loads((device.store / "session.json").read_text())
    (tmp_path / "autre").mkdir()
    thief = AsyncClient(ada.client.homeserver, device.user, store_path=str(tmp_path / "autre"))
    thief.restore_login(*(session[one] for one in ("user_id", "device_id", "access_token")))
    await thief.keys_upload()
    await thief.close()
    thief.store.database.close()
    async with device.started() as matrix:
        assert not matrix.verified()
    others_see = Published.of(await shown(ada, device.user), device.user)
    assert not others_see.signs(session["device_id"])
    assert "shows other keys for the device than the store's" in caplog.text


async def test_a_wrong_phrase_changes_nothing(device: Device, ada: Person) -> None:
    """Neither on the disk nor for the members; the error names the setting."""
    async with device.started():
        pass
    before = await shown(ada, device.user)
    files = {one.name: one.read_bytes() for one in device.store.iterdir()}
    with pytest.raises(TransportError, match=r"matrix\.pickle_key does not open") as refused:
        async with device.started(pickle_key="une autre"):
            pass
    assert refused.value.permanent
    assert {one.name: one.read_bytes() for one in device.store.iterdir()} == files
    assert await shown(ada, device.user) == before


async def test_keys_are_given_to_no_other_device(
    device: Device, ada: Person, tmp_path: Path
) -> None:
    """Whoever gets into the account asks for what was said before: only a device that somebody
    verified would get it, and nobody verifies any.
    """
    async with device.started() as matrix:
        room = await ada.room(device.user, encrypted=True)
        await joined(ada, room, device.user)
        await ada.say(room, "un")
        await device.inbox.updates(1)
        bot = matrix._connected()
        (known,) = [one for one in bot.olm.inbound_group_store if one.room_id == room]
        async with operator(device, ada, tmp_path / "application") as other:
            own = other.device_id
            asking = {"action": "request", "request_id": "1", "requesting_device_id": own}
            wanted = {"algorithm": "m.megolm.v1.aes-sha2", "room_id": room, "session_id": known.id}
            words = {**asking, "body": {**wanted, "sender_key": known.sender_key}}
            path = "/_matrix/client/v3/sendToDevice/m.room_key_request/1"
            bearer = {"Authorization": f"Bearer {other.access_token}"}
            content = {"messages": {device.user: {bot.device_id: words}}}
            await until(lambda: own in bot.olm.device_store.devices(device.user))
            await other.send("PUT", path, json.dumps(content), bearer)

            async def refused() -> bool:
                """Anything that happens lets the bot go on with what it was asked."""
                topic = {"topic": str(time())}
                await ada.call("PUT", f"rooms/{room}/state/m.room.topic/", topic)
                return "1" in bot.olm.key_request_from_untrusted

            await until(refused)
            await other.sync(timeout=1_000)
            assert list(other.olm.inbound_group_store) == []


async def test_what_one_seals_is_not_taken_for_anothers(
    device: Device, ada: Person, synapse: Synapse, tmp_path: Path
) -> None:
    """A homeserver may put any name on a message; only its author's device could have sealed it."""
    async with someone(synapse, tmp_path, "driss") as driss, device.started() as matrix:
        room = await ada.room(driss.account, device.user, encrypted=True, direct=False)
        await driss.client.join(room)
        await joined(ada, room, device.user)
        await ada.look()
        await driss.say(room, "!aide")
        await until(lambda: any(one.text == "/aide" for one in device.inbox.heard.values()))
        bot = matrix._connected()
        await until(lambda: bool(bot.olm.device_store.devices(driss.account)))
        sealed = driss.client.olm.group_encrypt(room, {"type": "m.room.message", "content": {}})
        event = {"type": "m.room.encrypted", "event_id": "$faux", "origin_server_ts": 1}
        event |= {"room_id": room, "content": sealed}
        opened = bot.olm.decrypt_megolm_event(
            MegolmEvent.from_dict({**event, "sender": driss.account}), room
        )
        assert opened.sender == driss.account
        with pytest.raises(EncryptionError, match="somebody else"):
            bot.olm.decrypt_megolm_event(
                MegolmEvent.from_dict({**event, "sender": ada.account}), room
            )


async def test_a_message_waits_for_its_key_over_a_restart(device: Device, ada: Person) -> None:
    """Sealed as it came; once it is read the file holds nothing."""
    async with device.started():
        room = await ada.room(device.user, encrypted=True)
        await joined(ada, room, device.user)
        await ada.say(room, "avec sa clé")
        await device.inbox.updates(1)
        olm = ada.client.olm
        olm.rotate_outbound_group_session(room)
        users = list(ada.client.rooms[room].users)
        parts = olm.share_group_session_parallel(room, users, ignore_unverified_devices=True)
        ((_, keys),) = list(parts)
        olm.outbound_group_sessions[room].shared = True
        await ada.say(room, "sans sa clé")
        waiting = device.store / "waiting.json"
        await until(lambda: waiting.exists() and len(json.loads(waiting.read_text())) == 1)
        assert waiting.stat().st_mode & 0o777 == 0o600
    async with device.started() as matrix:
        await ada.call("PUT", "sendToDevice/m.room.encrypted/late", keys)
        assert (await device.inbox.texts(2))[1:] == ["sans sa clé"]
        await sent(matrix, alone(room), Page("Lu"), key="k1")
        await ada.say(room, "fin")
        await device.inbox.updates(3)
        await until(lambda: json.loads(waiting.read_text()) == [])
