"""The people's side of Telegram, on a strict server: see `sides`."""

from __future__ import annotations

import itertools
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from chat.transport import Heard, Place, Posted, Transport
from tests.transports.sides import Ears, Ground, Seen, Side
from tests.transports.telegram_wire import connected, group, private, serving
from tests.wire.bot_api import BotApi

_ENTITIES = {
    "bold": "b",
    "italic": "i",
    "underline": "u",
    "strikethrough": "s",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
    "text_link": "a",
}


_KINDS = {"video": "film"}


class OnTelegram:
    """Somebody who wrote to the bot once, on a strict server."""

    formats = answers = presses = plays = True
    describes = False
    nowhere: Place | None = private(1)

    def __init__(self, api: BotApi, transport: Transport, ears: Ears, account: int) -> None:
        self.transport = transport
        self.place = private(account)
        self._api, self._ears, self._account = api, ears, account

    async def group(self) -> Place:
        """A forum in which the bot may open topics."""
        world = self._api.world
        chat = world.group("Équipe fictive", forum=True)
        world.add_bot(chat, by=self._account)
        world.member(chat, world.bot.id, "administrator")
        return group(chat)

    def topics(self, place: Place) -> list[str]:
        """Those of the forum."""
        return list(self._api.world.rooms.chats[int(place.chat)].topics.values())

    async def sees(self, posted: Posted, place: Place | None = None) -> Seen:
        """The message, read by its entities."""
        messages = self._api.world.messages(int((place or self.place).chat))
        (message,) = [one for one in messages if str(one.id) == posted.message]
        kinds = {_ENTITIES.get(one["type"], "") for one in message.entities}
        addresses = "".join(f" ({one['url']})" for one in message.entities if "url" in one)
        labels = tuple(message.labels)
        return Seen(
            text=message.text + addresses,
            labels=labels,
            buttons=len(labels),
            elements=frozenset(kinds - {""}),
            file=(message.file.name, message.file.content) if message.file else None,
            reply_to=str(message.reply_to) if message.reply_to else None,
            kind=_KINDS.get(message.file.kind, message.file.kind) if message.file else "document",
        )

    async def read(self) -> list[str]:
        """Every message of the bot."""
        return [one.text for one in self._api.world.messages(self._account) if one.from_bot]

    async def types(self, text: str) -> Heard:
        """Write in private."""
        before = len(self._ears.of(self.place.chat))
        self._api.world.say(self._account, text)
        return await self._ears.next(self.place.chat, after=before)

    async def takes(self, posted: Posted, choice: int) -> Heard:
        """Press a button by its place."""
        before = len(self._ears.of(self.place.chat))
        self._api.world.press(self._account, int(posted.message), choice)
        return await self._ears.next(self.place.chat, after=before)


@asynccontextmanager
async def on_telegram(request: pytest.FixtureRequest, folder: Path) -> AsyncIterator[Ground]:
    """One server and one bot for all conversations."""
    numbers = itertools.count()
    async with serving() as api:
        ears, transport = Ears(), connected(api)
        await transport.start(ears, [])

        @asynccontextmanager
        async def fresh() -> AsyncIterator[Side]:
            account = api.world.user(f"ada_exemple_{next(numbers)}", "Ada Exemple")
            side = OnTelegram(api, transport, ears, account)
            await side.types("Bonjour")
            yield side

        yield fresh
        await transport.stop()
