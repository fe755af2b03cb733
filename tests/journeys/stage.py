"""A strict Bot API server with people in it, and how they find what the bot tells them.

Knows Telegram's side of a journey. Must not know the program.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from zoneinfo import ZoneInfo

from locales import Languages
from tests.wire.bot_api import BotApi
from tests.wire.bot_api_records import Message

_FRENCH = Languages(strict=True)["fr"]
_PATIENCE = 15.0  # seconds; a machine that is busy elsewhere is no fault


def fr(id: str, **values: object) -> str:
    """A message of the bot, as a French reader sees it."""
    return _FRENCH.plain(id, values, zone=ZoneInfo("Europe/Paris"))


def opening(id: str, *names: str) -> str:
    """The first line of a message, none of whose values of these names stands in it."""
    return fr(id, **dict.fromkeys(names, "")).splitlines()[0]


def says(message: Message, *parts: str) -> bool:
    """Whether a message has all these words, blanks of any kind being equal."""
    return all(flat(part) in flat(message.text) for part in parts)


def flat(text: str) -> str:
    """A text on one line, with one kind of blank."""
    return " ".join(text.split())


@dataclass(frozen=True)
class Town:
    """Four fictional people, the team's group with Driss in it, and the server they are on."""

    api: BotApi
    ada: int
    basile: int
    chloe: int
    driss: int
    team: int

    @property
    def environment(self) -> dict[str, str]:
        """The settings of a program that serves this town."""
        return {
            "FABRIQUE_TELEGRAM__TOKEN": self.api.token,
            "FABRIQUE_TELEGRAM__BASE_URL": self.api.base_url,
            "FABRIQUE_TELEGRAM__BASE_FILE_URL": self.api.base_file_url,
            "FABRIQUE_TEAM__TELEGRAM": str(self.team),
            "PYTHONPATH": str(Path(__file__).parent / "watch"),
            "AT_ONCE": "1",
        }

    def posted_to(self, port: int) -> dict[str, str]:
        """The same, of a program that listens on a port of this machine and is posted there."""
        host = "robot.exemple.org"
        self.api.poster.proxies[host] = f"http://127.0.0.1:{port}"
        return {
            **self.environment,
            "FABRIQUE_WEB__LISTEN": f"127.0.0.1:{port}",
            "FABRIQUE_WEBHOOK__URL": f"https://{host}/telegram",
        }

    async def read(self, chat: int, *parts: str, labels: bool = False) -> Message:
        """The bot's first message in a chat with all these words, and with choices if wanted."""
        return await self.seen(
            lambda one: (
                one.chat_id == chat and says(one, *parts) and (bool(one.labels) or not labels)
            )
        )

    async def seen(self, is_it: Callable[[Message], object]) -> Message:
        """The bot's first message that is the one."""
        return await self.api.world.wait_for(is_it, _PATIENCE)

    async def asked(self, who: int, words: str, *answer: str, chat: int | None = None) -> Message:
        """Somebody writes; what they read next with these words."""
        said = self.api.world.say(who, words, chat)
        place = chat or who
        return await self.seen(
            lambda one: one.chat_id == place and one.id > said and says(one, *answer)
        )

    async def pressed(self, who: int, message: Message, label: str) -> str:
        """Somebody presses; the toast they see."""
        query = self.api.world.press(who, message.id, label, message.chat_id)
        async with asyncio.timeout(_PATIENCE):
            while not (toasts := self._toasts(query)):
                await asyncio.sleep(0.01)
        return toasts[0]

    def _toasts(self, query: str) -> list[str]:
        return [one.text for one in self.api.world.answers if one.query == query]


@asynccontextmanager
async def town(*, forum: bool = False, pace: float = 1.0) -> AsyncIterator[Town]:
    """A town whose bot is in the team's group already, and has not been told of anything.

    In a `forum` the bot may open topics, which makes it an administrator who hears everything.
    `pace` shortens the pauses before what was not taken is posted again.
    """
    api = BotApi(pace=pace)
    await api.start()
    try:
        yield _peopled(api, forum=forum)
    finally:
        await api.stop()


def _peopled(api: BotApi, *, forum: bool) -> Town:
    world = api.world
    ada = world.user("ada_exemple", "Ada Exemple")
    basile = world.user("basile_fictif", "Basile Fictif")
    chloe = world.user("chloe_modele", "Chloé Modèle")
    driss = world.user("driss_invente", "Driss Inventé")
    team = world.group("Équipe fictive", forum=forum)
    world.add_bot(team, by=driss)
    if forum:
        world.member(team, world.bot.id, "administrator")
    return Town(api, ada, basile, chloe, driss, team)
