"""A composed bot whose platforms are wires that fail on order: what it sends, and when."""

from __future__ import annotations

import asyncio
import random
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import timedelta
from pathlib import Path
from shutil import copyfile

from bot.app import App, compose
from bot.clock import VirtualClock
from bot.fetch import NEVER_READ, Answer, Fetch, FetchError, Version
from bot.transports.simulated import LIMITS
from chat.transport import (
    Attachment,
    Heard,
    Inbox,
    Lookup,
    Menu,
    Page,
    Place,
    Posted,
    Rank,
    Transport,
    TransportError,
)
from storage import Database, Store
from storage.chats import Address
from storage.migrate import migrate
from storage.outbox import Outgoing
from tests.read_once import ReadOnce
from tests.storage.standing import NOW, Standing, posted, stand

TEAM = Address("telegram", "-300", False, "Équipe fictive")
ROOM = Address("matrix", "!room:exemple.org", False, "Salon fictif")
PRIVATE = Address("telegram", "1001", True, "")


@dataclass
class Wire:
    """A platform that raises what it was told to, once each, and notes what it delivers."""

    platform: str
    troubles: list[TransportError] = field(default_factory=list)
    tried: list[tuple[str, str]] = field(default_factory=list)
    delivered: list[Page] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)
    pauses: dict[str, float] = field(default_factory=dict)
    slow: dict[str, asyncio.Event] = field(default_factory=dict)
    forum: bool = False
    topics: list[str] = field(default_factory=list)
    topic_troubles: list[TransportError] = field(default_factory=list)
    titles: list[tuple[str | None, str, bool]] = field(default_factory=list)
    attended: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.limits = LIMITS[self.platform]
        self.idempotent = self.numbered = self.platform == "matrix"
        self.toasts = self.platform == "telegram"
        self.hangs_threads = self.one_device = self.platform == "matrix"
        self.away = False

    @property
    def texts(self) -> list[str]:
        """What arrived."""
        return [page.markup for page in self.delivered]

    def look_up_in(self, lookup: Lookup) -> None:
        """Nobody looks anything up from elsewhere."""

    async def join(self, inbox: Inbox) -> None:
        """Nothing to open."""

    async def start(self, inbox: Inbox, menus: Sequence[Menu]) -> None:
        """Nothing is heard here."""

    async def stop(self) -> None:
        """Nothing to close."""

    async def send(self, place: Place, page: Page, *, key: str) -> Posted:
        """Deliver, or raise what was ordered; where somebody is slow, once they are free."""
        self.tried.append((place.chat, key))
        if place.chat in self.slow:
            await self.slow[place.chat].wait()
        if self.troubles:
            raise self.troubles.pop(0)
        self.delivered.append(page)
        self.places.append(place)
        return Posted(str(len(self.delivered)))

    async def edit(self, place: Place, posted: Posted, page: Page, *, key: str) -> Posted:
        """Redraw, or raise what was ordered."""
        return await self.send(place, page, key=key)

    def pause(self, place: Place) -> float:
        """What was ordered for the chat."""
        return self.pauses.get(place.chat, 0.0)

    async def open_topic(self, place: Place, title: str) -> str | None:
        """Open a topic where there are some, or raise what was ordered."""
        if not self.forum:
            return None
        self.topics.append(title)
        if self.topic_troubles:
            raise self.topic_troubles.pop(0)
        return str(100 + len(self.topics))

    async def retitle_topic(self, place: Place, title: str, *, closed: bool) -> None:
        """Note the name."""
        self.titles.append((place.thread, title, closed))

    def link(self, payload: str) -> str | None:
        """There is none."""

    def awaits_toast(self, heard: Heard) -> bool:
        """Nobody presses anything here."""
        return heard.press is not None

    async def attend(self, heard: Heard) -> None:
        """Note it."""
        self.attended.append(heard.update)

    async def toast(self, heard: Heard, words: str) -> None:
        """Nobody presses anything here."""

    async def turn(self, heard: Heard, page: Page) -> None:
        """Nor turns any page."""

    async def rank(self, place: Place, account: str) -> Rank:
        """Everybody is a member."""
        return Rank.MEMBER

    async def read(self, attachment: Attachment, *, at_most: int) -> bytes:
        """No file comes along."""
        raise TransportError("no file", permanent=True)


class Archive(Database):
    """A database that can be away."""

    away = False

    @asynccontextmanager
    async def begin(self, fabrique: int = 0) -> AsyncIterator[Store]:
        """A transaction, unless it is away."""
        if self.away:
            raise ConnectionRefusedError("the database is away")
        async with super().begin(fabrique) as store:
            yield store


@dataclass
class Web:
    """What every address answers: some bytes, or what it raises. With a `version`, whoever has it
    is told that nothing is new.
    """

    answer: bytes | Exception = field(
        default_factory=lambda: FetchError("refusal-address-unreachable")
    )
    version: Version = NEVER_READ
    asked: int = 0
    known: list[Version] = field(default_factory=list)

    async def get(self, url: str, known: Version = NEVER_READ) -> Answer:
        """The same for every address."""
        self.asked += 1
        self.known.append(known)
        if isinstance(self.answer, Exception):
            raise self.answer
        same = self.version != NEVER_READ and self.version == known
        return Answer(None if same else self.answer, self.version)


@dataclass
class Office:
    """The bot, its clock, its wires, and who stands in its database."""

    app: App
    clock: VirtualClock
    wires: dict[str, Wire]
    web: Web
    standing: Standing
    team: int
    room: int
    private: int
    faults: list[str]

    @property
    def telegram(self) -> Wire:
        """The wire that knows no keys."""
        return self.wires["telegram"]

    async def write(self, chat: int, text: str, **more: object) -> int:
        """A row of the outbox; its number."""
        async with self.app.database.begin(self.standing.fabrique) as store:
            return await posted(store, chat, text, **more)

    async def row(self, number: int) -> Outgoing:
        """How a row stands."""
        async with self.app.database.begin(self.standing.fabrique) as store:
            return await store.outbox.row(number)

    def wait(self, **span: float) -> None:
        """Let time pass."""
        self.clock.set(self.clock.now() + timedelta(**span))


@dataclass(frozen=True)
class Furnished:
    """A database with everybody in it, made once and copied for each office."""

    file: Path
    standing: Standing
    team: int
    room: int
    private: int


async def furnish(folder: Path) -> Furnished:
    """Two groups, Ada in private, the team's chat and a room on Matrix."""
    file = folder / "furnished.db"
    database = Database(f"sqlite:///{file}")
    await migrate(database)
    standing = await stand(database)
    async with database.begin(standing.fabrique) as store:
        team = await store.chats.make_team(TEAM, language="fr", now=NOW)
        room = await store.chats.open(ROOM, language="fr", now=NOW)
        private = await store.chats.open(PRIVATE, language="fr", now=NOW)
        await store.chats.belongs_to(private.id, standing.ada)
    await database.close()
    return Furnished(file, standing, team.id, room.id, private.id)


@asynccontextmanager
async def office_in(folder: Path, made: Furnished, *, at_once: int = 1) -> AsyncIterator[Office]:
    """An office with a database of its own."""
    copyfile(made.file, folder / "office.db")
    database = Archive(f"sqlite:///{folder}/office.db")
    standing = replace(made.standing, database=database)
    wires, web, faults = {name: Wire(name) for name in ("telegram", "matrix")}, Web(), list[str]()
    clock = VirtualClock(NOW)
    app = _app(database, list(wires.values()), clock, web, faults.append, at_once)
    yield Office(app, clock, wires, web, standing, made.team, made.room, made.private, faults)
    await database.close()


def _app(
    database: Database,
    wires: Sequence[Transport],
    clock: VirtualClock,
    web: Fetch,
    told: Callable[[str], None],
    at_once: int,
) -> App:
    return compose(
        database,
        wires,
        clock=clock,
        chance=random.Random("office"),
        fetch=web,
        strict=True,
        at_once=at_once,
        told=told,
        library=ReadOnce(),
    )
