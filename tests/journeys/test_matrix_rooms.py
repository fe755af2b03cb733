"""What a room shows of the bot beside its words, and how it comes and goes, on a real homeserver.

Each test has accounts and rooms of its own. They know the contract and the platform; they must not
know what the bot answers.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from nio import AsyncClient

from bot.transports.matrix.draw import POLL, POLL_END, POLL_RESPONSE
from chat.transport import Act, Heard, Page, Place, Rank
from tests.journeys.matrix_device import Device, alone, owner, sent
from tests.journeys.matrix_people import PASSWORD, Json, Person, joined, someone, until
from tests.servers.synapse import Synapse

pytestmark = pytest.mark.servers

BOTH = pytest.mark.parametrize("encrypted", [False, True], ids=["plain", "encrypted"])


def group(room: str, thread: str | None = None) -> Place:
    """A place that several people read."""
    return Place("matrix", room, private=False, thread=thread)


async def heard_in(device: Device, room: str, count: int) -> list[Heard]:
    """What was heard of a room, once there is so much."""
    await until(lambda: len(device.inbox.of(room)) >= count)
    return device.inbox.of(room)


async def state(person: Person, room: str, kind: str) -> Json:
    """What a room's state says."""
    return await person.call("GET", f"rooms/{room}/state/{kind}/")


# Choices and votes


@BOTH
async def test_people_count_with_keycaps_under_each_others_words(
    device: Device, ada: Person, basile: Person, *, encrypted: bool
) -> None:
    """The bot offers choices under its own words only; the same key under Ada's is not for it."""
    async with device.started() as matrix:
        room = await ada.room(basile.account, device.user, encrypted=encrypted, direct=False)
        await basile.client.join(room)
        await joined(ada, room, device.user)
        posted = await sent(matrix, group(room), Page("Oui ?", choices=("a", "b")), key="k1")
        hers = await ada.say(room, "1 ou 2 ?")
        for message in (hers, posted.message):
            relation = {"rel_type": "m.annotation", "event_id": message, "key": "1️⃣"}
            await basile.send(room, "m.reaction", {"m.relates_to": relation})
        pressed = [one for one in await heard_in(device, room, 3) if one.act is Act.PRESSED]
    assert [one.message for one in pressed] == [posted.message]


@BOTH
async def test_a_vote_is_a_poll_that_clients_draw(
    device: Device, ada: Person, *, encrypted: bool
) -> None:
    """A voice, another in its place, none any more; then the end. Also after a restart."""
    async with device.started() as matrix:
        room = await ada.room(device.user, encrypted=encrypted)
        await joined(ada, room, device.user)
        page = Page("<b>Quel jour ?</b>", choices=("mardi", "@room"), vote=True)
        posted = await sent(matrix, alone(room), page, key="k1")
        (poll,) = await ada.reads(POLL)
    drawn = poll["content"][POLL]
    text = "org.matrix.msc1767.text"
    assert drawn["question"][text] == "Quel jour ?"
    assert [one[text] for one in drawn["answers"]] == ["mardi", "@\u200broom"]
    assert (drawn["max_selections"], poll["content"][text].splitlines()[1]) == (1, "1. mardi")
    async with device.started() as matrix:
        for answers in (["0"], ["1"], []):
            relation = {"rel_type": "m.reference", "event_id": posted.message}
            voice = {"m.relates_to": relation, POLL_RESPONSE: {"answers": answers}}
            await ada.send(room, POLL_RESPONSE, voice)
        voices = await heard_in(device, room, 3)
        again = await matrix.edit(alone(room), posted, page, key="k2")
        ended = await matrix.edit(alone(room), posted, Page("Clos.", vote=True), key="k3")
        (end,) = await ada.reads(POLL_END)
    assert [(one.act, one.message, one.choice) for one in voices] == [
        (Act.PRESSED, posted.message, 0),
        (Act.PRESSED, posted.message, 1),
        (Act.RELEASED, posted.message, None),
    ]
    assert again == ended == posted
    assert end["content"]["m.relates_to"]["event_id"] == posted.message


# Threads and mentions


@BOTH
async def test_an_answer_stands_in_the_thread_where_it_was_asked(
    device: Device, ada: Person, basile: Person, *, encrypted: bool
) -> None:
    """So do answers to a press there and to an edit, which do not name the thread themselves."""
    async with device.started() as matrix:
        room = await ada.room(basile.account, device.user, encrypted=encrypted, direct=False)
        await basile.client.join(room)
        await joined(ada, room, device.user)
        root = await ada.say(room, "Parlons-en")
        relation = {"rel_type": "m.thread", "event_id": root, "is_falling_back": True}
        relation["m.in_reply_to"] = {"event_id": root}
        asked = await ada.say(room, "!aide", **{"m.relates_to": relation})
        await heard_in(device, room, 3)
        posted = await sent(
            matrix, group(room, root), Page("Oui ?", ("a",), reply_to=asked), key="k1"
        )
        (answer,) = await ada.reads("m.room.message", 1)
        relation = {"rel_type": "m.annotation", "event_id": posted.message, "key": "1️⃣"}
        await basile.send(room, "m.reaction", {"m.relates_to": relation})
        await ada.edit(room, asked, "!agenda")
        heard = {one.act: one for one in await heard_in(device, room, 5)}
    assert answer["content"]["m.relates_to"]["event_id"] == root
    assert answer["content"]["m.mentions"] == {"user_ids": [ada.account]}
    for act in (Act.SAID, Act.PRESSED, Act.EDITED):
        assert heard[act].place.thread == root, act


# Attention


async def test_the_bot_reads_and_types_until_its_answer_is_there(
    device: Device, ada: Person
) -> None:
    """As anybody does; an answer that comes at once shows no typing."""
    async with device.started() as matrix:
        room = await ada.room(device.user)
        await joined(ada, room, device.user)
        message = await ada.say(room, "Bonjour")
        (heard,) = await device.inbox.updates(1)
        await matrix.attend(heard)
        seen = Ephemeral(ada, room)
        await until(lambda: seen.shows(typing=[device.user]))
        assert await seen.shows(receipt=(message, device.user))
        await matrix.send(alone(room), Page("Bonjour !"), key="k1")
        await until(lambda: seen.shows(typing=[]))
        await matrix.attend(heard)  # and a stop leaves off at once


class Ephemeral:
    """What somebody's client is shown that is no event of the room."""

    def __init__(self, person: Person, room: str) -> None:
        self._person, self._room = person, room
        self._since = ""
        self._typing: list[str] = []
        self._receipts: set[tuple[str, str]] = set()

    async def shows(
        self, *, typing: list[str] | None = None, receipt: tuple[str, str] | None = None
    ) -> bool:
        """Whether these type, and that was read by that account."""
        await self._look()
        return typing in (None, self._typing) and (receipt is None or receipt in self._receipts)

    async def _look(self) -> None:
        since = f"&since={self._since}" if self._since else ""
        seen = await self._person.call("GET", f"sync?timeout=0{since}")
        self._since = seen["next_batch"]
        room = seen.get("rooms", {}).get("join", {}).get(self._room, {})
        for event in room.get("ephemeral", {}).get("events", []):
            if event["type"] == "m.typing":
                self._typing = event["content"]["user_ids"]
                continue
            for message, kinds in event["content"].items():
                self._receipts |= {(message, who) for who in kinds.get("m.read", {})}


# Pins


async def test_the_newest_agenda_is_pinned_in_the_place_of_the_one_before(
    device: Device, ada: Person, basile: Person
) -> None:
    """What people pinned stays; where the bot may not pin, it speaks all the same."""
    async with device.started() as matrix:
        room = await ada.room(basile.account, device.user, direct=False)
        await basile.client.join(room)
        await joined(ada, room, device.user)
        refused = await sent(matrix, group(room), Page("Lundi", pinned=True), key="k1")
        levels = await state(ada, room, "m.room.power_levels")
        users = levels.get("users", {}) | {device.user: 50}
        await ada.client.room_put_state(room, "m.room.power_levels", levels | {"users": users})
        hers = await ada.say(room, "Règles")
        await ada.client.room_put_state(room, "m.room.pinned_events", {"pinned": [hers]})
        first = await matrix.send(group(room), Page("Mardi", pinned=True), key="k2")
        pinned = [(await state(ada, room, "m.room.pinned_events"))["pinned"]]
        page = Page("Mercredi", pinned=True, unpins=first.message)
        second = await matrix.send(group(room), page, key="k3")
        again = await matrix.send(group(room), page, key="k3")
        pinned.append((await state(ada, room, "m.room.pinned_events"))["pinned"])
    assert pinned == [[hers, first.message], [hers, second.message]]
    assert again == second != refused


# Coming and going


async def test_only_administrators_bring_the_bot_into_a_group(
    device: Device, ada: Person, basile: Person, synapse: Synapse, tmp_path: Path
) -> None:
    """A member's invitation is told apart, whatever it calls the room; the bot goes with a word."""
    async with device.started() as matrix, someone(synapse, tmp_path, "chloe") as chloe:
        room = await ada.room(basile.account, chloe.account, direct=False)
        for one in (basile, chloe):
            await one.client.join(room)
        body = {"user_id": device.user}
        await basile.call("POST", f"rooms/{room}/invite", body)
        (brought,) = await heard_in(device, room, 1)
        await sent(matrix, group(room), Page("Au revoir.", leaves=True), key="k1")
        (word,) = await ada.reads("m.room.message")

        async def gone() -> bool:
            members = await ada.call("GET", f"rooms/{room}/joined_members")
            return device.user not in members["joined"]

        await until(gone)
        await until(lambda: room not in matrix._connected().rooms)
        await ada.call("POST", f"rooms/{room}/invite", body)
        _, welcome = await heard_in(device, room, 2)
    assert (brought.act, brought.speaker.account) == (Act.BROUGHT, basile.account)
    assert word["content"]["body"] == "Au revoir."
    assert (welcome.act, welcome.speaker.account) == (Act.JOINED, ada.account)


async def test_creators_of_a_version_12_room_are_its_owners(
    device: Device, ada: Person, basile: Person
) -> None:
    """Additional ones too; none of them is in the list of levels, where the library looks."""
    made = await ada.call(
        "POST",
        "createRoom",
        {
            "room_version": "12",
            "name": "Les Lilas",
            "invite": [basile.account],
            "creation_content": {"additional_creators": [basile.account]},
        },
    )
    room = made["room_id"]
    await basile.client.join(room)
    await ada.look()
    async with device.started() as matrix:
        await basile.call("POST", f"rooms/{room}/invite", {"user_id": device.user})
        (welcome,) = await heard_in(device, room, 1)
        ranks = [await matrix.rank(group(room), one.account) for one in (ada, basile)]
        levels = matrix._connected().rooms[room].power_levels
    assert welcome.act is Act.JOINED
    assert ranks == [Rank.OWNER, Rank.OWNER]
    assert levels.get_user_level(ada.account) == levels.get_user_level(basile.account) == 0


async def test_a_room_that_lies_about_its_past_moves_nothing(
    device: Device, ada: Person, basile: Person
) -> None:
    """Neither does one whose end points at a room of others, where the bot already is."""
    async with device.started():
        room = await ada.room(basile.account, device.user, direct=False)
        await basile.client.join(room)
        await joined(ada, room, device.user)
        await heard_in(device, room, 1)
        made = await basile.call(
            "POST",
            "createRoom",
            {
                "name": "Les Lilas, suite",
                "invite": [ada.account, device.user],
                "creation_content": {"predecessor": {"room_id": room}},
            },
        )
        (arrived,) = await heard_in(device, made["room_id"], 1)
        end = {"body": "ailleurs", "replacement_room": room}
        await basile.client.room_put_state(made["room_id"], "m.room.tombstone", end)
        await basile.say(room, "!aide")
        await heard_in(device, room, 2)
    assert arrived.act is Act.JOINED
    acts = [one.act for one in device.inbox.heard.values()]
    assert acts.count(Act.MIGRATED) == 0


async def test_a_room_moves_when_the_bot_can_follow(
    device: Device, ada: Person, basile: Person
) -> None:
    """A new room that wants an invitation gets none from the old one; it comes later, by Ada."""
    async with device.started():
        invited = [basile.account, device.user]
        made = await ada.call("POST", "createRoom", {"room_version": "11", "invite": invited})
        room = made["room_id"]
        await basile.client.join(room)
        await joined(ada, room, device.user)
        await heard_in(device, room, 1)
    moved = await ada.call("POST", f"rooms/{room}/upgrade", {"new_version": "12"})
    new = moved["replacement_room"]
    async with device.started():
        assert [one.act for one in device.inbox.of(room)] == [Act.JOINED]
    await ada.client.room_invite(new, device.user)
    async with device.started():
        await joined(ada, new, device.user)
        _, update = await heard_in(device, room, 2)
    assert (update.act, update.moved_to) == (Act.MIGRATED, new)
    assert update.speaker.account == ada.account
    assert not device.inbox.of(new)


# The account


async def test_a_password_that_was_changed_is_told_once_and_so_is_its_return(
    device: Device, ada: Person
) -> None:
    """A token that only ended is replaced without a word."""
    async with device.started():
        assert device.inbox.works == [True]
        async with owner(device, ada) as other:
            await change_password(other, PASSWORD, "un autre")
            await until(lambda: device.inbox.works == [True, False])
            await change_password(other, "un autre", PASSWORD)
        await until(lambda: device.inbox.works == [True, False, True])
        room = await ada.room(device.user)
        await joined(ada, room, device.user)
        await ada.say(room, "de retour")
        assert await device.inbox.texts(1) == ["de retour"]


async def change_password(client: AsyncClient, old: str, new: str) -> None:
    """As its owner does, which ends every other login."""
    path = "/_matrix/client/v3/account/password"
    headers = {"Authorization": f"Bearer {client.access_token}"}
    body: Json = {"new_password": new, "logout_devices": True}
    asked = await (await client.send("POST", path, json.dumps(body), headers)).json()
    identifier = {"type": "m.id.user", "user": client.user_id}
    auth = {"type": "m.login.password", "identifier": identifier, "password": old}
    body["auth"] = auth | {"session": asked["session"]}
    answer = await client.send("POST", path, json.dumps(body), headers)
    assert answer.status == 200, await answer.text()
