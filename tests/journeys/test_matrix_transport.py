"""The Matrix transport in rooms of a real homeserver, beside a person's client that is not ours.

Each test has accounts and rooms of its own. They know the contract and the platform; they must not
know what the bot answers.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from chat.transport import Act, File, Page, Place, Rank, TransportError
from tests.journeys.matrix_device import Device, alone, owner, sent
from tests.journeys.matrix_people import (
    Json,
    Person,
    is_signed,
    joined,
    someone,
    until,
)
from tests.servers.synapse import Synapse

pytestmark = pytest.mark.servers

BOTH = pytest.mark.parametrize("encrypted", [False, True], ids=["plain", "encrypted"])


@pytest.fixture(scope="module")
def homeserver() -> Iterator[Synapse]:
    """One homeserver for this file, for it is killed here."""
    with Synapse() as running:
        yield running


@BOTH
async def test_what_a_person_says_is_heard_once(
    device: Device, ada: Person, *, encrypted: bool
) -> None:
    """In a plain room and in an encrypted one."""
    async with device.started():
        room = await ada.room(device.user, encrypted=encrypted)
        await joined(ada, room, device.user)
        message = await ada.say(room, "Bonjour")
        (update,) = await device.inbox.updates(1)
    assert (update.text, update.message) == ("Bonjour", message)
    assert (update.place.private, update.speaker.account) == (True, ada.client.user_id)


@BOTH
async def test_a_page_is_read_by_another_client(
    device: Device, ada: Person, *, encrypted: bool
) -> None:
    """With its choices, and one reaction for each, in order."""
    async with device.started() as matrix:
        room = await ada.room(device.user, encrypted=encrypted)
        await joined(ada, room, device.user)
        posted = await sent(matrix, alone(room), Page("<b>Oui ?</b>", ("a", "b")), key="k1")
        (message,) = await ada.reads("m.room.message")
        reactions = await ada.reads("m.reaction", 2)
    shown = message["content"]["formatted_body"]
    assert shown == "<strong>Oui ?</strong><ol><li>a</li><li>b</li></ol>"
    assert [r["content"]["m.relates_to"]["key"] for r in reactions] == ["1️⃣", "2️⃣"]
    assert [r["event_id"] for r in reactions] == list(posted.extras)


@BOTH
async def test_the_same_key_twice_is_one_message(
    device: Device, ada: Person, *, encrypted: bool
) -> None:
    """Also when the bot stopped between the two tries: the device is the same."""
    page = Page("Une fois", choices=("a",))
    async with device.started() as matrix:
        room = await ada.room(device.user, encrypted=encrypted)
        await joined(ada, room, device.user)
        first = await sent(matrix, alone(room), page, key="k1")
        second = await sent(matrix, alone(room), page, key="k1")
    async with device.started() as matrix:
        third = await sent(matrix, alone(room), page, key="k1")
        await sent(matrix, alone(room), Page("Fin"), key="k2")
        messages = await ada.reads("m.room.message", 2)
    assert first == second == third
    assert [message["content"]["body"] for message in messages] == ["Une fois\n1. a", "Fin"]


@BOTH
async def test_an_edited_page_loses_its_reactions(
    device: Device, ada: Person, *, encrypted: bool
) -> None:
    """The choice was taken, so nothing is left to press."""
    async with device.started() as matrix:
        room = await ada.room(device.user, encrypted=encrypted)
        await joined(ada, room, device.user)
        posted = await sent(matrix, alone(room), Page("Oui ?", choices=("a", "b")), key="k1")
        edited = await matrix.edit(alone(room), posted, Page("Oui."), key="k2")
        redactions = await ada.reads("m.room.redaction", 2)
        _, edit = await ada.reads("m.room.message", 2)
    assert edit["content"]["m.new_content"]["body"] == "Oui."
    assert edit["content"]["m.relates_to"]["event_id"] == posted.message == edited.message
    assert [r["content"]["redacts"] for r in redactions] == list(posted.extras)
    assert edited.extras == ()


@BOTH
async def test_edits_reactions_and_deletions_reach_the_inbox(
    device: Device, ada: Person, *, encrypted: bool
) -> None:
    """Taking a reaction back names the reaction, taking a message back the message."""
    async with device.started() as matrix:
        room = await ada.room(device.user, encrypted=encrypted)
        await joined(ada, room, device.user)
        posted = await sent(matrix, alone(room), Page("Oui ?", choices=("a", "b")), key="k1")
        said = await ada.say(room, "2 h")
        relation = {"rel_type": "m.replace", "event_id": said}
        new = {"msgtype": "m.text", "body": "3 h"}
        await ada.say(room, "* 3 h", **{"m.new_content": new, "m.relates_to": relation})
        relation = {"rel_type": "m.annotation", "event_id": posted.message, "key": "2️⃣"}
        press = await ada.send(room, "m.reaction", {"m.relates_to": relation})
        for taken_back in (press, said):
            await ada.client.room_redact(room, taken_back)
        await ada.say(room, "fin")
        await until(lambda: any(u.text == "fin" for u in device.inbox.heard.values()))
    updates = list(device.inbox.heard.values())
    assert [(u.act, u.text, u.message, u.choice, u.press) for u in updates[:-1]] == [
        (Act.SAID, "2 h", said, None, None),
        (Act.EDITED, "3 h", said, None, None),
        (Act.PRESSED, "", posted.message, 1, press),
        (Act.RELEASED, "", None, None, press),
        (Act.DELETED, "", said, None, None),
    ]


@BOTH
async def test_a_restart_reads_and_writes_on(
    device: Device, ada: Person, *, encrypted: bool
) -> None:
    """From the store alone: the same device, the same keys, no password."""
    async with device.started():
        room = await ada.room(device.user, encrypted=encrypted)
        await joined(ada, room, device.user)
        await ada.say(room, "avant")
        await device.inbox.updates(1)
    async with device.started(password=None) as matrix:
        await ada.say(room, "après")
        assert await device.inbox.texts(2) == ["avant", "après"]
        await sent(matrix, alone(room), Page("Lu"), key="k1")
        (message,) = await ada.reads("m.room.message")
    assert message["content"]["body"] == "Lu"


@BOTH
async def test_what_is_said_meanwhile_comes_once_and_in_order(
    device: Device, ada: Person, *, encrypted: bool
) -> None:
    """More than the homeserver puts in one synchronisation, the keys included."""
    async with device.started():
        room = await ada.room(device.user, encrypted=encrypted)
        await joined(ada, room, device.user)
        await ada.say(room, "avant")
        await device.inbox.updates(1)
    said = [str(number) for number in range(80)]
    for text in said:
        await ada.add(room, text)
    async with device.started():
        assert await device.inbox.texts(81) == ["avant", *said]


async def test_a_first_start_answers_no_history(device: Device, ada: Person) -> None:
    """Whoever moves the bot to a new database does not wake a year of messages."""
    room = await ada.room(device.user)
    async with owner(device, ada) as other:
        await other.join(room)
    await ada.say(room, "vieux")
    async with device.started():
        await ada.say(room, "neuf")
        assert await device.inbox.texts(1) == ["neuf"]


async def test_an_invitation_from_before_the_first_start_is_accepted(
    device: Device, ada: Person
) -> None:
    """With what was said in private since; nobody says hello twice."""
    room = await ada.room(device.user)
    await ada.say(room, "Bonjour")
    async with device.started():
        await joined(ada, room, device.user)
        assert await device.inbox.texts(1) == ["Bonjour"]


async def test_an_invitation_that_failed_is_found_again(device: Device, ada: Person) -> None:
    """A synchronisation names it once; a start asks for all of them."""
    room = await ada.room(device.user)
    async with owner(device, ada) as other:
        device.inbox.last = (await other.sync(timeout=0)).next_batch
    async with device.started():
        await joined(ada, room, device.user)


async def test_a_group_is_told_but_not_its_past(
    homeserver: Synapse, tmp_path: Path, device: Device, ada: Person
) -> None:
    """Joining is heard with who invited; what others said before stays theirs."""
    async with someone(homeserver, tmp_path, "basile") as basile, device.started():
        room = await ada.room(basile.client.user_id, direct=False)
        await basile.client.join(room)
        await ada.say(room, "entre nous")
        await ada.client.room_invite(room, device.user)
        await joined(ada, room, device.user)
        await ada.say(room, "!aide")
        arrived, asked = await device.inbox.updates(2)
    assert (arrived.act, arrived.speaker.account) == (Act.JOINED, ada.client.user_id)
    assert (arrived.place.title, arrived.place.private) == ("Lilas", False)
    assert (asked.text, asked.addressed) == ("/aide", True)


async def test_a_group_reply_to_the_bot_is_addressed(
    homeserver: Synapse, tmp_path: Path, device: Device, ada: Person
) -> None:
    """Also when the message answered is from before a restart: the homeserver knows its author."""
    async with someone(homeserver, tmp_path, "basile") as basile:
        room = await ada.room(basile.client.user_id, device.user, direct=False)
        await basile.client.join(room)
        async with device.started() as matrix:
            await joined(ada, room, device.user)
            await device.inbox.updates(1)
            posted = await sent(matrix, Place("matrix", room, private=False), Page("?"), key="k1")
        async with device.started():
            relation = {"m.in_reply_to": {"event_id": posted.message}}
            await ada.say(room, "moi", **{"m.relates_to": relation})
            _, update = await device.inbox.updates(2)
    assert (update.text, update.reply_to, update.addressed) == ("moi", posted.message, True)


async def test_a_refused_put_loses_nothing(device: Device, ada: Person) -> None:
    """The homeserver is asked for the same again until the inbox has it, keys included."""
    async with device.started():
        room = await ada.room(device.user, encrypted=True)
        await joined(ada, room, device.user)
        device.inbox.refusals = 2
        await ada.say(room, "un")
        await ada.say(room, "deux")
        assert await device.inbox.texts(2) == ["un", "deux"]
    assert device.inbox.refusals == 0


async def test_a_message_is_heard_when_its_key_comes_late(device: Device, ada: Person) -> None:
    """Federation brings the two on different ways."""
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
        await ada.say(room, "sans elle non plus")
        await asyncio.sleep(1)
        assert len(device.inbox.heard) == 1
        await ada.call("PUT", "sendToDevice/m.room.encrypted/late", keys)
        assert (await device.inbox.texts(3))[1:] == ["sans sa clé", "sans elle non plus"]


async def test_a_malformed_key_does_not_stop_the_bot(device: Device, ada: Person) -> None:
    """Anybody may send one, and the library raises in the middle of a synchronisation."""
    async with device.started() as matrix:
        room = await ada.room(device.user, encrypted=True)
        await joined(ada, room, device.user)
        mine = (await ada.call("POST", "keys/query", {"device_keys": {device.user: []}}))[
            "device_keys"
        ][device.user]
        ((device_id, keys),) = mine.items()
        poison = {
            "algorithm": "m.olm.v1.curve25519-aes-sha2",
            "sender_key": "AAAA",
            "ciphertext": {keys["keys"][f"curve25519:{device_id}"]: {"type": 0, "body": "!"}},
        }
        path = "sendToDevice/m.room.encrypted/poison"
        await ada.call("PUT", path, {"messages": {device.user: {device_id: poison}}})
        await ada.say(room, "toujours là ?")
        assert await device.inbox.texts(1) == ["toujours là ?"]
        assert matrix.verified()


@pytest.mark.parametrize(
    "forged",
    [
        {"type": "m.room.message", "content": {"body": "a"}, "unsigned": 5},
        {"type": "m.room.message", "content": []},
        {"type": "m.room.tombstone", "content": {"replacement_room": "!x"}, "state_key": ""},
        {"type": "m.room.redaction", "content": {"redacts": "$x"}, "redacts": "$x"},
        {"type": "m.room.member", "content": {"membership": "leave"}, "state_key": "bot"},
    ],
    ids=["unsigned", "list", "move", "redaction", "kick"],
)
async def test_encryption_hides_no_forgery(device: Device, ada: Person, forged: Json) -> None:
    """What the homeserver cannot read it has not checked; nor may it stop the bot."""
    async with device.started() as matrix:
        room = await ada.room(device.user, encrypted=True)
        await joined(ada, room, device.user)
        await ada.say(room, "un")
        if "state_key" in forged:
            before = {"prev_content": {"membership": "join"}}
            state_key = forged["state_key"] and device.user
            forged = forged | {"state_key": state_key, "unsigned": before}
        sealed = ada.client.olm.group_encrypt(room, dict(forged))
        await ada.call("PUT", f"rooms/{room}/send/m.room.encrypted/forged", sealed)
        await ada.add(room, "deux")
        assert await device.inbox.texts(2) == ["un", "deux"]
        await sent(matrix, alone(room), Page("Lu"), key="k1")
        (message,) = await ada.reads("m.room.message")
    assert message["content"]["body"] == "Lu"


@BOTH
async def test_a_file_goes_and_comes(device: Device, ada: Person, *, encrypted: bool) -> None:
    """Encrypted where the room is; what is announced as small and is not, is refused."""
    content = bytes(range(256)) * 300
    async with device.started() as matrix:
        room = await ada.room(device.user, encrypted=encrypted)
        await joined(ada, room, device.user)
        page = Page("Voici", file=File("lettre.pdf", "application/pdf", content))
        await sent(matrix, alone(room), page, key="k1")
        (message,) = await ada.reads("m.room.message")
        echo = {key: message["content"][key] for key in ("filename", "body", "info")}
        source = {key: value for key, value in message["content"].items() if key in ("url", "file")}
        await ada.send(room, "m.room.message", {"msgtype": "m.file"} | echo | source)
        (update,) = await device.inbox.updates(1)
        assert update.attachment is not None
        assert await matrix.read(update.attachment, at_most=len(content)) == content
        with pytest.raises(TransportError) as refused:
            await matrix.read(update.attachment, at_most=len(content) - 1)
    assert refused.value.permanent
    assert list(source) == ["file" if encrypted else "url"]
    assert (update.text, update.attachment.name) == ("Voici", "lettre.pdf")


async def test_ranks_come_from_the_rooms_state(
    homeserver: Synapse, tmp_path: Path, device: Device, ada: Person
) -> None:
    """A creator of today's default version is in no list of levels; a level taken away is gone."""
    async with someone(homeserver, tmp_path, "basile") as basile, device.started() as matrix:
        them = basile.client.user_id
        room = await ada.room(device.user, them, direct=False)
        await joined(ada, room, device.user)
        place = Place("matrix", room, private=False)
        ranks = [await matrix.rank(place, ada.client.user_id), await matrix.rank(place, them)]
        await basile.client.join(room)
        for users in ({them: 50}, {}):
            await ada.client.room_put_state(room, "m.room.power_levels", {"users": users})
            ranks.append(await matrix.rank(place, them))
    assert ranks == [Rank.OWNER, Rank.GONE, Rank.ADMIN, Rank.MEMBER]


async def test_a_kick_is_heard_and_a_send_there_is_gone(device: Device, ada: Person) -> None:
    """The library forgets no room, the homeserver does."""
    async with device.started() as matrix:
        room = await ada.room(device.user)
        await joined(ada, room, device.user)
        await ada.say(room, "un")
        await ada.client.room_kick(room, device.user)
        _, update = await device.inbox.updates(2)
        with pytest.raises(TransportError) as refused:
            await matrix.send(alone(room), Page("?"), key="k1")
        with pytest.raises(TransportError) as unranked:
            await matrix.rank(alone(room), ada.client.user_id)
    assert (update.act, update.speaker.account) == (Act.LEFT, ada.client.user_id)
    assert (refused.value.permanent, refused.value.gone) == (True, True)
    assert unranked.value.gone


async def test_a_kick_while_the_bot_is_down_is_heard(device: Device, ada: Person) -> None:
    """The first synchronisation after it tells, of a room the library no more knows."""
    async with device.started():
        room = await ada.room(device.user)
        await joined(ada, room, device.user)
        await ada.say(room, "un")
        await device.inbox.updates(1)
    await ada.client.room_kick(room, device.user)
    async with device.started():
        _, update = await device.inbox.updates(2)
    assert (update.act, update.place.private) == (Act.LEFT, True)


async def test_nothing_private_is_said_once_somebody_else_is_there(
    device: Device, ada: Person, homeserver: Synapse, tmp_path: Path
) -> None:
    """A balance for Ada is not read by whoever she invited meanwhile."""
    async with device.started() as matrix, someone(homeserver, tmp_path, "basile") as basile:
        room = await ada.room(device.user)
        await joined(ada, room, device.user)
        await sent(matrix, alone(room), Page("Votre solde"), key="s1")
        await ada.client.room_invite(room, basile.account)
        await until(lambda: len(matrix._connected().rooms[room].users) == 3)

        with pytest.raises(TransportError) as refused:
            await matrix.send(alone(room), Page("Votre solde"), key="s2")

    assert refused.value.permanent


async def test_a_room_that_moves_takes_the_bot_along(
    homeserver: Synapse, tmp_path: Path, device: Device, ada: Person
) -> None:
    """It is invited or the new room is open; the old name of the group stays answerable for."""
    async with someone(homeserver, tmp_path, "basile") as basile, device.started():
        room = await ada.room(basile.client.user_id, device.user, direct=False)
        await basile.client.join(room)
        await joined(ada, room, device.user)
        await device.inbox.updates(1)
        moved = await ada.call("POST", f"rooms/{room}/upgrade", {"new_version": "12"})
        new = moved["replacement_room"]
        await ada.client.room_invite(new, device.user)
        await joined(ada, new, device.user)
        await ada.say(new, "nous voici")
        updates = (await device.inbox.updates(3))[1:]
    assert [(u.act, u.place.chat) for u in updates] == [(Act.MIGRATED, room), (Act.SAID, new)]
    assert updates[0].moved_to == new


async def test_the_device_is_signed_by_its_account(device: Device, ada: Person) -> None:
    """Others see the whole chain, and it stays the same over a restart."""
    seen = []
    for _ in range(2):
        async with device.started() as matrix:
            assert matrix.verified()
        asking: Json = {"device_keys": {device.user: []}}
        seen.append(await ada.call("POST", "keys/query", asking))
    master, signing = (seen[0][f"{role}_keys"][device.user] for role in ("master", "self_signing"))
    ((_, own_device),) = seen[0]["device_keys"][device.user].items()
    assert is_signed(signing, master, device.user)
    assert is_signed(own_device, signing, device.user)
    assert seen[0]["master_keys"] == seen[1]["master_keys"]


async def test_the_store_is_for_the_bot_alone(device: Device) -> None:
    """Neither the token nor the seeds of the identity can be read by another account."""
    async with device.started():
        pass
    kept = {file.name: file.stat().st_mode & 0o777 for file in device.store.iterdir()}
    assert kept["session.json"] == kept["identity.json"] == 0o600
    assert device.store.stat().st_mode & 0o777 == 0o700
    identity = json.loads((device.store / "identity.json").read_text())
    assert set(identity) == {"user", "nonce", "data", "tag"}


async def test_a_revoked_token_is_replaced_on_the_same_device(device: Device, ada: Person) -> None:
    """The homeserver forgets the device's keys with it; they are published and signed again."""
    async with device.started():
        room = await ada.room(device.user, encrypted=True)
        await joined(ada, room, device.user)
        await ada.say(room, "un")
        await device.inbox.updates(1)
        before = json.loads((device.store / "session.json").read_text())
        async with owner(device, ada) as other:
            await other.logout(all_devices=True)
        await until(
            lambda: (device.store / "session.json").read_text().find(before["access_token"]) < 0
        )
    async with device.started() as matrix:
        assert matrix.verified()
        await ada.say(room, "deux")
        assert await device.inbox.texts(2) == ["un", "deux"]
    assert (
        json.loads((device.store / "session.json").read_text())["device_id"] == before["device_id"]
    )


async def test_a_wrong_password_is_said_at_once(homeserver: Synapse, tmp_path: Path) -> None:
    """No later try would succeed."""
    device = Device(homeserver, tmp_path)
    with pytest.raises(TransportError) as refused:
        async with device.started(password="une autre"):
            pass
    assert refused.value.permanent


async def test_a_wrong_key_for_the_store_is_said_at_once(device: Device) -> None:
    """Nothing in the store is touched, so the right key still opens it."""
    async with device.started():
        pass
    with pytest.raises(TransportError) as refused:
        async with device.started(pickle_key="une autre"):
            pass
    async with device.started() as matrix:
        assert matrix.verified()
    assert refused.value.permanent


async def test_a_homeserver_that_dies_is_heard_again(
    homeserver: Synapse, device: Device, ada: Person
) -> None:
    """What cannot be sent meanwhile is neither lost nor refused for ever; a stop stays quick."""
    async with device.started() as matrix:
        room = await ada.room(device.user)
        await joined(ada, room, device.user)
        homeserver.kill()
        with pytest.raises(TransportError) as unsent:
            await matrix.send(alone(room), Page("?"), key="k1")
        homeserver.restart()
        await ada.say(room, "de retour")
        assert await device.inbox.texts(1) == ["de retour"]
    assert (unsent.value.permanent, unsent.value.gone) == (False, False)


async def test_a_bot_started_before_its_homeserver_waits_for_it(
    homeserver: Synapse, device: Device, ada: Person
) -> None:
    """After a power cut nothing decides which comes first."""
    room = await ada.room(device.user)
    homeserver.kill()
    starting = device.started()
    entering = asyncio.create_task(starting.__aenter__())
    await asyncio.sleep(0.2)
    homeserver.restart()
    matrix = await entering
    await joined(ada, room, device.user)
    await matrix.stop()


async def test_a_limit_says_how_long_to_wait(tmp_path: Path) -> None:
    """By default ten messages at once, then one each five seconds, reactions included."""
    with Synapse(rate_limits=True) as strict:
        device = Device(strict, tmp_path)
        async with someone(strict, tmp_path) as person, device.started() as matrix:
            room = await person.room(device.user)
            await joined(person, room, device.user)
            page = Page("?", choices=tuple("abcdefghij"))
            posted = await sent(matrix, alone(room), page, key="k1")
            with pytest.raises(TransportError) as limited:
                await matrix.send(alone(room), Page("!"), key="k2")
    assert len(posted.extras) < len(page.choices)
    assert 0 < (limited.value.retry_after or 0) <= 10
    assert not limited.value.permanent
