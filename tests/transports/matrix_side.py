"""The people's side of Matrix, on a real homeserver: see `sides`."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from bot.transports.matrix import Matrix
from bot.transports.matrix.draw import KEYS
from chat.transport import Heard, Place, Posted, Transport
from tests.journeys.matrix_people import PASSWORD, Message, Person, fresh, joined, someone
from tests.servers.synapse import Synapse
from tests.transports.sides import ELEMENTS, Ears, Ground, Seen, Side

_TAG = re.compile(r"<([a-z]+)[ >]")
_NAMES = {"strong": "b", "em": "i", "del": "s"}
_CHOICE = re.compile(r"(\d+)\. (.*)")


class InRoom:
    """Somebody alone with the bot."""

    formats = answers = presses = plays = describes = True
    nowhere: Place | None = Place("matrix", "!nulle-part:fabrique.test", private=True)

    def __init__(
        self, person: Person, room: str, bot: str, transport: Transport, *, encrypted: bool
    ) -> None:
        self.transport = transport
        self._encrypted = encrypted
        self.place = Place("matrix", room, private=True)
        self.ears = Ears()
        self._person, self._bot = person, bot

    async def group(self) -> Place:
        """A room of the same kind with a name, in which the bot was heard."""
        room = await self._person.room(self._bot, encrypted=self._encrypted, direct=False)
        await joined(self._person, room, self._bot)
        before = len(self.ears.of(room))
        await self._person.say(room, "Bonjour")
        await self.ears.next(room, after=before)
        return Place("matrix", room, private=False)

    def topics(self, place: Place) -> list[str]:
        """A thread has no name."""
        return []

    async def sees(self, posted: Posted, place: Place | None = None) -> Seen:
        """The message after its edits; a number stands before each choice in both its forms."""
        await self._person.look()
        messages = self._person.messages((place or self.place).chat, self._bot)
        (message,) = [one for one in messages if one.id == posted.message]
        html = str(message.content.get("formatted_body", ""))
        text, labels = _parted(message, html)
        relation = message.content.get("m.relates_to", {})
        return Seen(
            text=text,
            labels=labels,
            buttons=len(message.keys),
            elements=frozenset(_NAMES.get(one, one) for one in _TAG.findall(html)) & ELEMENTS,
            file=await self._file(message),
            reply_to=relation.get("m.in_reply_to", {}).get("event_id"),
            kind=_kind(message.content),
            alt=_alt(message.content),
        )

    async def read(self) -> list[str]:
        """Every message."""
        await self._person.look()
        return [one.text for one in self._person.messages(self.place.chat, self._bot)]

    async def types(self, text: str) -> Heard:
        """Write in the room."""
        before = len(self.ears.of(self.place.chat))
        await self._person.say(self.place.chat, text)
        return await self.ears.next(self.place.chat, after=before)

    async def takes(self, posted: Posted, choice: int) -> Heard:
        """Send the reaction that the bot offered."""
        before = len(self.ears.of(self.place.chat))
        message = Message(posted.message, self.place.chat, self._bot, "", {})
        await self._person.press(message, KEYS[choice])
        return await self.ears.next(self.place.chat, after=before)

    async def _file(self, message: Message) -> tuple[str, bytes] | None:
        name = message.content.get("filename")
        return (name, await self._person.file_of(message)) if name else None


def _kind(content: dict[str, Any]) -> str:
    if content["msgtype"] == "m.audio" and "org.matrix.msc3245.voice" in content:
        return "voice"
    return {"m.image": "photo", "m.video": "film"}.get(content["msgtype"], "document")


def _alt(content: dict[str, Any]) -> str:
    told = content.get("org.matrix.msc1767.alt_text", {}).get("org.matrix.msc1767.text", [])
    return "".join(one["body"] for one in told)


def _parted(message: Message, html: str) -> tuple[str, tuple[str, ...]]:
    """The words, and the choices below them, as many as the list in the HTML has; the longest page
    has no room for HTML, and as many choices as reactions.
    """
    count = html.count("<li>") if html else len(message.keys)
    lines = message.text.split("\n")
    words, choices = lines[: len(lines) - count], lines[len(lines) - count :]
    numbered = [_CHOICE.fullmatch(line) for line in choices]
    labels = [line[2] for line in numbered if line]
    text = "\n".join(words)
    return "" if text == message.content.get("filename") else text, tuple(labels)


def on_matrix(*, encrypted: bool) -> Callable[..., AbstractAsyncContextManager[Ground]]:
    """One bot and one person for all rooms, on the homeserver of the whole run."""

    @asynccontextmanager
    async def ground(request: pytest.FixtureRequest, folder: Path) -> AsyncIterator[Ground]:
        homeserver: Synapse = request.getfixturevalue("synapse")
        async with someone(homeserver, folder, shown="Ada Exemple") as ada:
            bot = homeserver.register(fresh("fabrique"), PASSWORD)
            ears = Ears()
            matrix = Matrix(
                homeserver.url, bot, password=PASSWORD, store=folder / "store", pickle_key="une clé"
            )
            await matrix.start(ears, ())

            @asynccontextmanager
            async def room() -> AsyncIterator[Side]:
                chat = await ada.room(bot, encrypted=encrypted)
                await joined(ada, chat, bot)
                side = InRoom(ada, chat, bot, matrix, encrypted=encrypted)
                side.ears = ears
                await side.types("Bonjour")  # heard, so the bot knows the room
                yield side

            yield room
            await matrix.stop()

    return ground
