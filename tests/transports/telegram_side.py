"""The people's side of Telegram, on a strict server: see `sides`."""

from __future__ import annotations

import itertools
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from bot.transports.telegram.pace import Pace
from bot.transports.telegram.transport import Telegram
from chat.transport import Heard, Page, Place, Posted, Transport
from tests.transports.sides import Ears, Ground, Seen, Side
from tests.transports.telegram_wire import AT_ONCE, group, private, serving
from tests.wire.bot_api import BotApi
from tests.wire.bot_api_records import Message

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


_WAY = re.compile(r"^◀ \d+/\d+$|^\d+/\d+ ▶$")  # a button that leads to another page


class Remembering(Telegram):
    """The transport, and the choices that it drew last under each message."""

    def __init__(self, api: BotApi) -> None:
        super().__init__(
            api.token,
            base_url=api.base_url,
            base_file_url=api.base_file_url,
            pace=Pace(AT_ONCE),
        )
        self.drawn: dict[str, Page] = {}

    async def send(self, place: Place, page: Page, *, key: str) -> Posted:
        """Deliver."""
        posted = await super().send(place, page, key=key)
        self.drawn[posted.message] = page
        return posted

    async def edit(self, place: Place, posted: Posted, page: Page, *, key: str) -> Posted:
        """Redraw."""
        self.drawn[posted.message] = page
        return await super().edit(place, posted, page, key=key)


_KINDS = {"video": "film"}


class OnTelegram:
    """Somebody who wrote to the bot once, on a strict server."""

    formats = answers = presses = plays = True
    describes = False
    nowhere: Place | None = private(1)

    def __init__(self, api: BotApi, transport: Remembering, ears: Ears, account: int) -> None:
        self.transport: Transport = transport
        self._drawn = transport.drawn
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
        message = self._message(posted, place)
        kinds = {_ENTITIES.get(one["type"], "") for one in message.entities}
        addresses = "".join(f" ({one['url']})" for one in message.entities if "url" in one)
        labels = tuple([label async for label in self._choices(posted, place)])
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
        """Press a button by its place, on the page where it is."""
        place = 0
        async for label in self._choices(posted):
            if place == choice:
                return await self._presses(posted, label)
            place += 1
        raise LookupError(f"there is no choice {choice}")

    async def _choices(self, posted: Posted, place: Place | None = None) -> AsyncIterator[str]:
        """Each choice, the pages turned as the bot turns them for whoever presses."""
        while await self._turns(posted, "◀", place):
            continue
        while True:
            for label in self._message(posted, place).labels:
                if not _WAY.search(label):
                    yield label
            if not await self._turns(posted, "▶", place):
                return

    async def _turns(self, posted: Posted, sign: str, place: Place | None) -> bool:
        """Turn to the page before or after; False where there is none."""
        ways = [
            one for one in self._message(posted, place).labels if _WAY.search(one) and sign in one
        ]
        for way in ways:
            heard = await self._presses(posted, way)
            await self.transport.turn(heard, self._drawn[posted.message])
        return bool(ways)

    async def _presses(self, posted: Posted, label: str) -> Heard:
        before = len(self._ears.of(self.place.chat))
        self._api.world.press(self._account, int(posted.message), label)
        return await self._ears.next(self.place.chat, after=before)

    def _message(self, posted: Posted, place: Place | None = None) -> Message:
        messages = self._api.world.messages(int((place or self.place).chat))
        (message,) = [one for one in messages if str(one.id) == posted.message]
        return message


@asynccontextmanager
async def on_telegram(request: pytest.FixtureRequest, folder: Path) -> AsyncIterator[Ground]:
    """One server and one bot for all conversations."""
    numbers = itertools.count()
    async with serving() as api:
        ears, transport = Ears(), Remembering(api)
        await transport.start(ears, [])

        @asynccontextmanager
        async def fresh() -> AsyncIterator[Side]:
            account = api.world.user(f"ada_exemple_{next(numbers)}", "Ada Exemple")
            side = OnTelegram(api, transport, ears, account)
            await side.types("Bonjour")
            yield side

        yield fresh
        await transport.stop()
