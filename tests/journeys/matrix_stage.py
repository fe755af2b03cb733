"""A homeserver with an alliance on it, and the bot's account among its people.

Knows Matrix's side of a journey. Must not know the program.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.journeys.matrix_people import PASSWORD, Message, Person, fresh, joined, someone
from tests.servers.synapse import Synapse

PICKLE_KEY = "une clé pour les essais"

_NAMES = (
    ("ada", "Ada Exemple"),
    ("basile", "Basile Fictif"),
    ("chloe", "Chloé Modèle"),
    ("driss", "Driss Inventé"),
)


@dataclass(frozen=True)
class Ally:
    """Somebody, and the room in which they are alone with the bot."""

    person: Person
    bot: str
    room: str

    @property
    def handle(self) -> str:
        """How others name them."""
        return self.person.handle

    async def says(self, text: str) -> str:
        """Write to the bot."""
        return await self.person.say(self.room, text)

    async def reads(self, *parts: str, offering: int | None = None) -> Message:
        """The bot's first message here with all these words."""
        return await self.person.finds(self.room, self.bot, *parts, offering=offering)

    async def asks(self, text: str, *parts: str, offering: int | None = None) -> Message:
        """Write, and read what comes with these words."""
        await self.says(text)
        return await self.reads(*parts, offering=offering)


@dataclass(frozen=True)
class Hamlet:
    """Four fictional people, and an encrypted room of two of them that is the team's."""

    homeserver: Synapse
    bot: str
    ada: Person
    basile: Person
    chloe: Person
    driss: Person
    team: str

    @property
    def environment(self) -> dict[str, str]:
        """The settings of a program that serves this place."""
        return {
            "FABRIQUE_MATRIX__HOMESERVER": self.homeserver.url,
            "FABRIQUE_MATRIX__USER": self.bot,
            "FABRIQUE_MATRIX__PASSWORD": PASSWORD,
            "FABRIQUE_MATRIX__PICKLE_KEY": PICKLE_KEY,
            "FABRIQUE_TEAM__MATRIX": self.team,
        }

    async def alone(self, person: Person, *, encrypted: bool = True) -> Ally:
        """Somebody invites the bot into a room of two, and it comes."""
        room = await person.room(self.bot, encrypted=encrypted)
        await joined(person, room, self.bot)
        return Ally(person, self.bot, room)


@asynccontextmanager
async def hamlet(homeserver: Synapse, folder: Path) -> AsyncIterator[Hamlet]:
    """A place whose bot is invited into the team's room, and was never started."""
    async with AsyncExitStack() as stack:
        ada, basile, chloe, driss = [
            await stack.enter_async_context(someone(homeserver, folder, name, shown=shown))
            for name, shown in _NAMES
        ]
        bot = homeserver.register(fresh("fabrique"), PASSWORD)
        team = await driss.room(chloe.account, bot, encrypted=True, direct=False, name="Équipe")
        await chloe.client.join(team)
        await driss.look()
        yield Hamlet(homeserver, bot, ada, basile, chloe, driss, team)
