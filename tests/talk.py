"""Written conversations: people write and press, and what the bot says is looked at.

A dialogue reads as one:

    Ada: /heures 2h30 avec @basile pour relecture
    Bot: Qui a donné de son temps ? [Moi] [Basile Fictif]
    Ada: [Moi]
    Bot → Basile: … a noté un échange avec vous

A line of the bot is found among its new messages to that person by what it contains; `…` stands for
any words. Nobody is answered without the dialogue saying so, unless it says `Bot: …`.
"""

from __future__ import annotations

import random
import re
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache
from pathlib import Path
from shutil import copyfile
from tempfile import mkdtemp
from typing import Any, Protocol

from bot.app import App, compose
from bot.clock import VirtualClock
from bot.inbox import StoredInbox
from bot.offered import label_key
from bot.preparation import prepare
from bot.settings import Settings
from bot.simulation.run import SimulatedFetch
from bot.simulation.stage import Stage
from bot.simulation.world import Screen, World
from bot.transports.simulated import Simulated
from storage import Database
from storage.chats import Address
from storage.migrate import migrate
from tests.read_once import ReadOnce

PEOPLE = {
    "Ada": ("@ada", "Ada Exemple"),
    "Basile": ("@basile", "Basile Fictif"),
    "Chloé": ("@chloe", "Chloé Modèle"),
    "Driss": ("@driss", "Driss Inventé"),
    "Zoé": ("@zoe", "Zoé Imaginée"),
    "Yann": ("@yann", "Yann Fictif"),
    "Adax": ("@ada:exemple.org", "Ada Fictive"),
}
"""Standing people, visibly fictional. Driss is of the team. Zoé and Yann are of the second fabrique
where there is one, Yann of its team. Adax is Ada, with her other account.
"""

PLATFORMS = ("telegram", "matrix")
START = "2026-01-05T09:00:00+01:00"
TEAM = "#equipe"
SECOND = "La Fabrique de Saint-Étienne"
SECOND_TEAM = "#stephanois"
_LINE = re.compile(r"(?P<who>\w+)(?: (?P<where>#\w+))?(?: → (?P<to>#?\w+))?: ?(?P<what>.*)")
_PRESS = re.compile(r"\[(?P<label>[^\]]+)\]$")


@dataclass
class Talk:
    """A stage with a memory: what the bot said is kept until a test looked at it."""

    stage: Stage
    events: list[dict[str, Any]] = field(default_factory=list)

    async def do(self, operation: Mapping[str, Any]) -> list[dict[str, Any]]:
        """Play one operation; gives the events that it caused."""
        before = len(self.events)
        await self.stage.play(operation)
        return self.events[before:]

    async def say(self, who: str, text: str, *, chat: str | None = None, **more: Any) -> list[str]:
        """Somebody writes; gives the texts that the bot sent."""
        account, name = PEOPLE[who]
        said = {"do": "say", "chat": chat or account, "from": account, "text": text, "name": name}
        return texts(await self.do(said | more))

    async def press(
        self, who: str, label: str | int, *, chat: str | None = None, **more: Any
    ) -> list[str]:
        """Somebody presses a choice; gives the texts and toasts that the bot sent."""
        account, _ = PEOPLE[who]
        pressed = {"do": "press", "chat": chat or account, "from": account, "choice": label}
        return texts(await self.do(pressed | more))

    async def tap(
        self, who: str, label: str, message: str, *, chat: str | None = None, **more: Any
    ) -> list[str]:
        """Somebody presses a choice that an earlier message carries now."""
        drawn = [label_key(one) for one in self.stage.world.posts[message].choices]
        place = drawn.index(label_key(label))
        return await self.press(who, place, chat=chat, message=message, **more)

    async def dump(self, what: str) -> list[dict[str, Any]]:
        """The rows of a dump."""
        events = await self.do({"do": "dump", "what": what})
        rows: list[dict[str, Any]] = events[-1]["rows"]
        return rows

    def last(self, chat: str) -> dict[str, Any]:
        """The newest message in a chat."""
        return [one for one in self.events if one["event"] == "message" and one["chat"] == chat][-1]

    def received(self, chat: str) -> list[bytes]:
        """What is in the files that a chat received, oldest first."""
        folder = self.stage.screen.files
        assert folder is not None
        posted = [one for one in self.events if one["event"] == "message" and one["chat"] == chat]
        shown = [file for one in posted for file in one["files"]]
        return [(folder / file["path"]).read_bytes() for file in shown]

    async def goes(self, dialogue: str) -> None:
        """Play a written dialogue, and fail at the first line that went otherwise."""
        await Dialogue(self).goes(dialogue)

    async def restart(self) -> None:
        """The process is killed, and another one begins on the same database."""
        stage = self.stage
        stage.app = _app(stage.app.database, stage.world, stage.screen, stage.clock, self.events)
        await stage.app.outbox.recover()
        await stage.app.settle()

    async def second(self, **timebank: Any) -> int:
        """An operator lets the bot serve a second fabrique too, with a team; gives its number."""
        platform = self.stage.platform
        further = {
            "slug": "saint-etienne",
            "name": SECOND,
            "team": {platform: SECOND_TEAM},
            "timebank": timebank,
        }
        settings = Settings.model_validate({"fabriques": [further]})
        await self.settle_on(settings, Address(platform, TEAM, False, TEAM))
        await self.do({"do": "rank", "chat": SECOND_TEAM, "from": "@yann", "as": "member"})
        async with self.stage.app.database.begin() as store:
            return (await store.fabriques.all())[1].id

    async def settle_on(self, settings: Settings, *teams: Address) -> None:
        """An operator changes the settings, and starts the bot anew with them."""
        now = self.stage.clock.now()
        await prepare(self.stage.app.database, settings, teams=teams, now=now)
        await self.restart()


class Scene(Protocol):
    """Where a dialogue is played: somebody who hears, and what was said."""

    events: list[dict[str, Any]]

    async def say(self, who: str, text: str, *, chat: str | None = None, **more: Any) -> Any:
        """Somebody writes."""

    async def press(self, who: str, label: str, *, chat: str | None = None) -> Any:
        """Somebody takes a choice."""

    def last(self, chat: str) -> dict[str, Any]:
        """The newest message in a chat."""


@dataclass
class Dialogue:
    """A written dialogue while it is played; what the bot said since the last line is looked at."""

    scene: Scene
    looked: int = 0
    chat: str = ""

    async def goes(self, dialogue: str) -> None:
        """Play a written dialogue, and fail at the first line that went otherwise."""
        for line in filter(None, map(str.strip, dialogue.splitlines())):
            match = _LINE.fullmatch(line)
            assert match, f"not a line of a dialogue: {line}"
            if match["who"] == "Bot":
                self._expects(match["to"], match["what"], line)
            else:
                await self._does(match["who"], match["where"], match["what"])

    async def _does(self, who: str, where: str | None, what: str) -> None:
        self.looked = len(self.scene.events)
        self.chat = where or PEOPLE[who][0]
        press = _PRESS.fullmatch(what)
        if press:
            await self.scene.press(who, press["label"], chat=where)
            return
        more: dict[str, Any] = {}
        if where and not what.startswith("/"):
            more["reply_to"] = self.scene.last(where)["id"]
        await self.scene.say(who, what.replace("\\n", "\n"), chat=where, **more)

    def _expects(self, to: str | None, what: str, line: str) -> None:
        chat = self.chat
        if to is not None:
            chat = to if to.startswith("#") else PEOPLE[to][0]
        *parts, choices = re.split(r"(?=\[)", what, maxsplit=1) if "[" in what else (what, "")
        heard = [one for one in self.scene.events[self.looked :] if one.get("chat") == chat]
        wanted = [part.strip() for part in "".join(parts).split("…") if part.strip()]
        labels = re.findall(r"\[([^\]]+)\]", choices)
        for one in heard:
            drawn = [" ".join(label.split()) for label in one.get("choices", [])][: len(labels)]
            if _in_order(wanted, one.get("text", "")) and labels == drawn:
                return
        said = "\n".join(f"  {one.get('text')!r} {one.get('choices', '')}" for one in heard)
        raise AssertionError(f"{line}\nbut in {chat} the bot said:\n{said or '  nothing'}")


def texts(events: list[dict[str, Any]]) -> list[str]:
    """The words of messages and toasts."""
    return [one["text"] for one in events if one["event"] in ("message", "toast")]


@asynccontextmanager
async def talk_on(
    platform: str,
    folder: Path,
    *,
    database: str | None = None,
    team: str = TEAM,
    start: str = START,
) -> AsyncIterator[Talk]:
    """A bot on an imagined platform, with Driss in the team's chat."""
    opened = Database(database or await empty_database(folder))
    try:
        if database is not None:
            await migrate(opened)
        talk = await _compose(opened, folder / "files", platform, team=team, start=start)
        await talk.do({"do": "rank", "chat": TEAM, "from": "@driss", "as": "member"})
        yield talk
    finally:
        await opened.close()
    assert talk.stage.world.faults == 0, "the program has a fault: see the log"


async def _compose(
    database: Database, files: Path, platform: str, *, team: str, start: str
) -> Talk:
    world, clock = World(now=start), VirtualClock(datetime.fromisoformat(start))
    settings = Settings()
    events: list[dict[str, Any]] = []
    screen = Screen(events.append, lambda: clock.now().astimezone(settings.zone), files)
    app = _app(database, world, screen, clock, events)
    teams = [Address(platform, team, False, team)]
    fabrique = await prepare(database, settings, teams=teams, now=clock.now())
    inboxes = {name: StoredInbox(database, name, woken=lambda: None) for name in PLATFORMS}
    return Talk(Stage(app, world, screen, clock, inboxes, fabrique, platform), events)


def _app(
    database: Database,
    world: World,
    screen: Screen,
    clock: VirtualClock,
    events: list[dict[str, Any]],
) -> App:
    def told(code: str) -> None:
        world.faults += 1
        events.append({"event": "fault", "code": code})

    return compose(
        database,
        [Simulated(name, world, screen) for name in PLATFORMS],
        clock=clock,
        chance=random.Random(f"talk {len(events)}"),
        fetch=SimulatedFetch(world),
        strict=True,
        at_once=1,
        told=told,
        library=ReadOnce(),
    )


async def empty_database(folder: Path) -> str:
    """The address of a migrated database in a folder, with the shipped knowledge and no people."""
    copyfile(await _empty(), folder / "talk.db")
    return f"sqlite:///{folder}/talk.db"


@cache
def _folder() -> Path:
    return Path(mkdtemp(prefix="fabrique-tests-"))


async def _empty() -> Path:
    """A migrated database with the shipped knowledge, made once and copied for each test."""
    file = _folder() / "empty.db"
    if not file.exists():
        database = Database(f"sqlite:///{file}")
        await migrate(database)
        start = datetime.fromisoformat(START)
        await prepare(database, Settings(), teams=[], now=start)
        await database.close()
    return file


def _in_order(parts: list[str], text: str) -> bool:
    """Whether the parts follow each other in a text, blanks of any kind being equal."""
    flat = " ".join(text.split())
    at = 0
    for part in parts:
        found = flat.find(" ".join(part.split()), at)
        if found < 0:
            return False
        at = found + len(part)
    return True
