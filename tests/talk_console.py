"""A conversation at the real terminal transport: one pipe of lines, several people in turn.

Gives the same scene as an imagined platform, so that one dialogue runs on both. A choice is taken
as people take it there: by typing its label.
"""

from __future__ import annotations

import asyncio
import io
import random
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from bot.app import App, compose
from bot.clock import VirtualClock
from bot.inbox import StoredInbox
from bot.preparation import prepare
from bot.settings import Settings
from bot.simulation.run import SimulatedFetch
from bot.simulation.world import World
from bot.transports.console import Console
from bot.transports.console_words import FRENCH
from storage import Database
from storage.chats import Address
from tests.talk import PEOPLE, START, TEAM, Dialogue, empty_database

_HEADING = re.compile(r"→ (?P<chat>.+)\n")
_CHOICE = re.compile(r"  \d+\) (?P<label>.+)\n")
_ECHO = re.compile(r"\S+(?: #\S+)? › ")


class Paper(io.StringIO):
    """What the terminal prints, one page for each write."""

    def __init__(self) -> None:
        super().__init__()
        self.pages: list[str] = []

    def write(self, text: str) -> int:
        """Keep a page; the echo of what was typed is none."""
        if not _ECHO.match(text):
            self.pages.append(text)
        return len(text)


@dataclass
class ConsoleTalk:
    """The scene of a dialogue in a terminal."""

    app: App
    lines: asyncio.Queue[str]
    paper: Paper
    events: list[dict[str, Any]] = field(default_factory=list)

    async def say(self, who: str, text: str, *, chat: str | None = None, **_: Any) -> None:
        """Somebody sits down at the keyboard and types a line."""
        account, _name = PEOPLE[who]
        turn = [f":{account.lstrip('@')}", *([f":{chat}"] if chat else []), text]
        for line in turn:
            self.lines.put_nowait(line)
        await asyncio.wait_for(self.lines.join(), timeout=10)
        self.events += [_event(page, chat or account) for page in self.paper.pages]
        self.paper.pages.clear()

    async def press(self, who: str, label: str, *, chat: str | None = None) -> None:
        """Somebody types the label of a choice."""
        await self.say(who, label, chat=chat)

    def last(self, chat: str) -> dict[str, Any]:
        """The newest message in a chat; a terminal's messages have no ids."""
        return {"id": "", **[one for one in self.events if one["chat"] == chat][-1]}

    async def goes(self, dialogue: str) -> None:
        """Play a written dialogue."""
        await Dialogue(self).goes(dialogue)


@asynccontextmanager
async def talk_in_console(folder: Path) -> AsyncIterator[ConsoleTalk]:
    """A bot at a terminal, with the standing people."""
    database = Database(await empty_database(folder))
    faults: list[str] = []
    paper, lines = Paper(), asyncio.Queue[str]()
    clock = VirtualClock(datetime.fromisoformat(START))
    console = Console(
        clock=clock.now,
        files=folder,
        words=FRENCH,
        on_end=lambda: None,
        name="Vous",
        people={account.lstrip("@"): name for account, name in PEOPLE.values()},
        idle=lambda: app.settle(),
        source=_typed(lines),
        output=paper,
    )
    app = compose(
        database,
        [console],
        clock=clock,
        chance=random.Random("talk"),
        fetch=SimulatedFetch(World(now=START)),
        strict=True,
        at_once=1,
        told=faults.append,
    )
    team = Address(console.platform, TEAM, False, TEAM)
    await prepare(database, Settings(), teams=[team], now=clock.now())
    await console.start(StoredInbox(database, console.platform, woken=lambda: None), [])
    try:
        yield ConsoleTalk(app, lines, paper)
    finally:
        await console.stop()
        await database.close()
    assert faults == []


async def _typed(lines: asyncio.Queue[str]) -> AsyncIterator[str]:
    """Lines as they come; one is done when the next is asked for, everything being said by then."""
    while True:
        yield await lines.get()
        lines.task_done()


def _event(page: str, here: str) -> dict[str, Any]:
    """A printed page as a platform's event."""
    heading = _HEADING.match(page)
    body = page[heading.end() :] if heading else page
    accounts = {name: account for account, name in PEOPLE.values()}
    chat = accounts.get(heading["chat"], heading["chat"]) if heading else here
    choices = [found["label"] for found in _CHOICE.finditer(body)]
    return {"event": "message", "chat": chat, "text": body, "choices": choices}
