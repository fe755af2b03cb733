"""People on a Matrix homeserver, each with a client that is not ours.

They write, react and read, encrypted where a room is. They know the platform; they must not know
the bot.
"""

from __future__ import annotations

import asyncio
import itertools
import json
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from io import BytesIO
from pathlib import Path
from typing import Any

from Crypto.PublicKey import ECC
from Crypto.Signature import eddsa
from nio import AsyncClient, AsyncClientConfig
from nio.crypto import decrypt_attachment
from unpaddedbase64 import decode_base64

from tests.servers.synapse import Synapse

PASSWORD = "seulement pour les essais"
SOON = 30.0  # seconds on a machine that does other things
ENCRYPTED = {"type": "m.room.encryption", "state_key": "", "content": {}}
ENCRYPTED["content"] = {"algorithm": "m.megolm.v1.aes-sha2"}

Json = dict[str, Any]

_EVERYTHING = {"room": {"timeline": {"limit": 1_000}}}  # what a client would page back for
_numbers = itertools.count()


def fresh(name: str) -> str:
    """A name that no account of this run has: tests share a homeserver."""
    return f"{name}{next(_numbers)}"


@dataclass(frozen=True)
class Message:
    """A message as a person sees it now: its newest words, and its author's own reactions."""

    id: str
    room: str
    sender: str
    text: str
    content: Json
    reactions: dict[str, str] = field(default_factory=dict)
    edits: int = 0

    @property
    def keys(self) -> list[str]:
        """What may be pressed, in the order in which it was offered."""
        return list(self.reactions.values())

    def says(self, *parts: str) -> bool:
        """Whether it has all these words, blanks of any kind being equal."""
        return all(_flat(part) in _flat(self.text) for part in parts)


class Person:
    """Somebody with a client of their own."""

    def __init__(self, client: AsyncClient) -> None:
        self.client = client
        self.seen: list[Json] = []
        self._one_look = asyncio.Lock()

    @property
    def account(self) -> str:
        """The Matrix id."""
        return str(self.client.user_id)

    @property
    def handle(self) -> str:
        """The Matrix id's own part."""
        return self.account[1:].partition(":")[0]

    async def look(self, *, wait: int = 0) -> None:
        """Synchronise, waiting so many milliseconds for news, and do what encryption needs."""
        async with self._one_look:
            await self._look(wait)

    async def _look(self, wait: int) -> None:
        client = self.client
        response = await client.sync(wait, _EVERYTHING, full_state=not client.rooms)
        for room, info in response.rooms.join.items():
            self.seen += [{**event.source, "room_id": room} for event in info.timeline.events]
        if client.should_upload_keys:
            await client.keys_upload()
        if client.should_query_keys:
            await client.keys_query()

    async def room(
        self, *others: str, encrypted: bool = False, direct: bool = True, name: str = "Lilas"
    ) -> str:
        """A room to which the others are invited; only a group has a name."""
        state = [ENCRYPTED] if encrypted else []
        made = await self.client.room_create(
            invite=others, is_direct=direct, initial_state=state, name="" if direct else name
        )
        await self.look()
        return str(made.room_id)

    async def say(self, room: str, text: str, **more: Any) -> str:
        """Send a text, encrypted where the room is."""
        return await self.send(room, "m.room.message", {"msgtype": "m.text", "body": text} | more)

    async def reply(self, message: Message, text: str) -> str:
        """Answer a message."""
        relation = {"m.in_reply_to": {"event_id": message.id}}
        return await self.say(message.room, text, **{"m.relates_to": relation})

    async def edit(self, room: str, message: str, text: str) -> str:
        """Rewrite a text of one's own."""
        new = {"msgtype": "m.text", "body": text}
        relation = {"rel_type": "m.replace", "event_id": message}
        return await self.say(room, f"* {text}", **{"m.new_content": new, "m.relates_to": relation})

    async def take_back(self, room: str, message: str) -> None:
        """Redact a message."""
        await self.client.room_redact(room, message)

    async def file_of(self, message: Message) -> bytes:
        """The file that a message carries, decrypted where it was encrypted."""
        secret = message.content.get("file")
        answer = await self.client.download((secret or message.content)["url"])
        if not secret:
            return bytes(answer.body)
        keys = (secret["key"]["k"], secret["hashes"]["sha256"], secret["iv"])
        return bytes(decrypt_attachment(answer.body, *keys))

    async def press(self, message: Message, key: str) -> str:
        """React as somebody else did, which is what a tap on a reaction does."""
        relation = {"rel_type": "m.annotation", "event_id": message.id, "key": key}
        return await self.send(message.room, "m.reaction", {"m.relates_to": relation})

    async def add(self, room: str, text: str) -> str:
        """Send one more text without looking at what happened meanwhile."""
        return await self._send(room, "m.room.message", {"msgtype": "m.text", "body": text})

    async def send(self, room: str, kind: str, content: Json) -> str:
        """Send an event and return its id."""
        await self.look()
        return await self._send(room, kind, content)

    async def bring(
        self, room: str, name: str, media_type: str, content: bytes, **more: Any
    ) -> str:
        """Send a file, encrypted before it is uploaded where the room is."""
        await self.look()
        secret = bool(self.client.rooms[room].encrypted)
        uploaded, keys = await self.client.upload(
            BytesIO(content), content_type=media_type, encrypt=secret, filesize=len(content)
        )
        url = {"url": uploaded.content_uri}
        source = {"file": {**keys, **url}} if secret else url
        info = {"mimetype": media_type, "size": len(content)}
        said = {"msgtype": "m.file", "body": name, "info": info, **source, **more}
        return await self._send(room, "m.room.message", said)

    async def _send(self, room: str, kind: str, content: Json) -> str:
        sent = await self.client.room_send(room, kind, content, ignore_unverified_devices=True)
        return str(sent.event_id)

    async def reads(self, kind: str, count: int = 1) -> list[Json]:
        """The events of a kind from others, decrypted, once there are so many."""

        mine = (self.client.user_id, None)  # of no sender: what the library could not read

        def theirs() -> list[Json]:
            return [e for e in self.seen if e.get("type") == kind and e.get("sender") not in mine]

        async def enough() -> bool:
            await self.look()
            return len(theirs()) >= count

        await until(enough)
        return theirs()

    def messages(self, room: str, sender: str) -> list[Message]:
        """What an account has said in a room, as it stands after edits and redactions."""
        return drawn(e for e in self.seen if (e["room_id"], e.get("sender")) == (room, sender))

    async def finds(
        self, room: str, sender: str, *parts: str, offering: int | None = None
    ) -> Message:
        """The account's first message with all these words, and so many reactions if asked."""
        found: list[Message] = []

        async def there() -> bool:
            await self.look()
            found[:] = [
                one
                for one in self.messages(room, sender)
                if one.says(*parts) and offering in (None, len(one.reactions))
            ]
            return bool(found)

        try:
            await until(there)
        except TimeoutError:
            said = [(one.text, one.keys) for one in self.messages(room, sender)]
            raise TimeoutError(f"nothing with {parts} among {said}") from None
        return found[0]

    async def call(self, method: str, path: str, body: Json | None = None) -> Json:
        """Ask the homeserver what the library has no name for."""
        headers = {"Authorization": f"Bearer {self.client.access_token}"}
        data = None if body is None else json.dumps(body)
        answer = await self.client.send(method, f"/_matrix/client/v3/{path}", data, headers)
        said: Json = await answer.json()
        return said


def drawn(events: Iterable[Json]) -> list[Message]:
    """One author's events as messages."""
    messages: dict[str, Message] = {}
    for event in events:
        content = event.get("content", {})
        relation = content.get("m.relates_to", {})
        target = messages.get(relation.get("event_id", ""))
        match event.get("type"), relation.get("rel_type"):
            case "m.room.message", "m.replace" if target:
                new = content["m.new_content"]
                edited = replace(target, text=new["body"], content=new, edits=target.edits + 1)
                messages[target.id] = edited
            case "m.room.message", _:
                messages[event["event_id"]] = Message(
                    event["event_id"], event["room_id"], event["sender"], content["body"], content
                )
            case "m.reaction", _ if target:
                target.reactions[event["event_id"]] = relation["key"]
            case "m.room.redaction", _:
                gone = str(content.get("redacts") or event.get("redacts"))
                for message in messages.values():
                    message.reactions.pop(gone, None)
    return list(messages.values())


def _flat(text: str) -> str:
    return " ".join(text.split())


async def until(true: Callable[[], bool | Awaitable[bool]]) -> None:
    """Wait for something that must come soon."""
    async with asyncio.timeout(SOON):
        while not (found := true()) or (not isinstance(found, bool) and not await found):
            await asyncio.sleep(0.05)


@asynccontextmanager
async def someone(
    homeserver: Synapse, folder: Path, name: str = "ada", *, shown: str = ""
) -> AsyncIterator[Person]:
    """A new account with one client, which shows a name if one is given."""
    user = homeserver.register(fresh(name), PASSWORD)
    store = folder / user
    store.mkdir()
    client = AsyncClient(
        homeserver.url, user, store_path=str(store), config=AsyncClientConfig(max_timeouts=3)
    )
    await client.login(PASSWORD)
    if shown:
        await client.set_displayname(shown)
    person = Person(client)
    await person.look()
    try:
        yield person
    finally:
        await client.close()
        client.store.database.close()


async def joined(person: Person, room: str, account: str) -> None:
    """Wait until somebody accepted an invitation."""

    async def there() -> bool:
        path = f"rooms/{room}/joined_members"
        return account in (await person.call("GET", path)).get("joined", {})

    await until(there)
    await person.look()


def is_signed(what: Json, by: Json, user: str) -> bool:
    """Whether a key's signature stands under an object; raises ValueError when it is wrong."""
    ((key_id, public),) = by["keys"].items()
    bare = {key: value for key, value in what.items() if key not in ("signatures", "unsigned")}
    canonical = json.dumps(bare, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    key = eddsa.import_public_key(decode_base64(public))
    if not isinstance(key, ECC.EccKey):
        return False
    signature = decode_base64(what["signatures"][user][key_id])
    eddsa.new(key, "rfc8032").verify(canonical.encode(), signature)
    return True
