"""The people's side of each transport, for what every transport promises alike.

A ground is a platform that runs; a side is one fresh conversation on it: what a person sees of the
bot, and what they do. Knows the platforms; must not know what is promised.
"""

from __future__ import annotations

import asyncio
import io
import itertools
import re
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Protocol

import pytest

from bot.simulation.stage import Stage
from bot.simulation.world import Screen
from bot.transports.console import Console
from bot.transports.console_words import FRENCH
from bot.transports.simulated import Simulated
from chat.transport import Heard, Place, Posted, Transport
from tests.talk import talk_on

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
ELEMENTS = frozenset({"b", "i", "u", "s", "code", "pre", "blockquote", "a"})

_SOON = 30.0  # seconds on a machine that does other things
_TAG = re.compile(r"<([a-z]+)[ >]")


@dataclass(frozen=True)
class Seen:
    """A message of the bot as a person sees it: its words, its choices, its file.

    `alt` is what a client for the blind reads of a picture, beside the words. `elements` are the
    kinds of formatting shown; `buttons` how many choices can be pressed; `kind` is what the file is
    shown as.
    """

    text: str
    labels: tuple[str, ...] = ()
    buttons: int = 0
    elements: frozenset[str] = frozenset()
    file: tuple[str, bytes] | None = None
    reply_to: str | None = None
    kind: str = "document"
    alt: str = ""


class Side(Protocol):
    """One conversation. `formats`: formatting is shown; `answers`: so is what a message answers.

    `plays`: pictures are shown and voices heard in place. `describes`: what a picture shows has a
    place beside the words.

    `presses`: whether a choice can be pressed at all. `nowhere`: where nobody is, if such a place
    can be named.
    """

    transport: Transport
    place: Place
    nowhere: Place | None
    formats: bool
    answers: bool
    presses: bool
    plays: bool
    describes: bool

    async def sees(self, posted: Posted, place: Place | None = None) -> Seen:
        """The message as it stands now, or what was newly shown of it, in a place or here."""

    async def group(self) -> Place:
        """A group as a team has one, with topics where the platform has them."""

    def topics(self, place: Place) -> list[str]:
        """The names of the topics of a group that were opened there."""

    async def read(self) -> list[str]:
        """All that the bot said here, by the words of each message."""

    async def types(self, text: str) -> Heard:
        """Write; what reaches the inbox."""

    async def takes(self, posted: Posted, choice: int) -> Heard:
        """Press a choice; what reaches the inbox."""


_numbers = itertools.count()


def fresh() -> str:
    """A key that no other send has."""
    return f"clé-{next(_numbers)}"


Ground = Callable[[], AbstractAsyncContextManager[Side]]
"""Opens a fresh conversation."""


class Ears:
    """An inbox in memory, where each conversation finds its own."""

    def __init__(self) -> None:
        self.heard: list[Heard] = []

    async def put(self, heard: Sequence[Heard], *, cursor: str | None = None) -> None:
        """Keep."""
        self.heard.extend(heard)

    async def cursor(self) -> None:
        """From the beginning."""

    async def account(self, *, works: bool) -> None:
        """Nobody is told."""

    def of(self, chat: str) -> list[Heard]:
        """What was heard in a chat."""
        return [one for one in self.heard if one.place.chat == chat]

    async def next(self, chat: str, *, after: int) -> Heard:
        """What is heard in a chat beyond what was heard already."""
        async with asyncio.timeout(_SOON):
            while len(self.of(chat)) <= after:
                await asyncio.sleep(0.005)
        return self.of(chat)[after]


# The terminal


class Paper(io.StringIO):
    """A stream that knows each piece written to it."""

    def __init__(self) -> None:
        super().__init__()
        self.pieces: list[str] = []

    def write(self, text: str) -> int:
        """Keep the piece."""
        self.pieces.append(text)
        return len(text)


class AtConsole:
    """A pipe into a terminal: what was printed last is what is seen."""

    formats = answers = presses = plays = describes = False
    nowhere: Place | None = None

    def __init__(self, files: Path) -> None:
        self.place = Place("console", "@vous", private=True)
        self._paper, self._ears = Paper(), Ears()
        self._typed: asyncio.Queue[str] = asyncio.Queue()
        self._saved = FRENCH.saved.format(path="")
        self.transport: Transport = Console(
            clock=lambda: NOON,
            files=files,
            words=FRENCH,
            on_end=lambda: None,
            name="Ada Exemple",
            source=self._lines(),
            output=self._paper,
        )

    async def begin(self) -> None:
        """Sit down."""
        await self.transport.start(self._ears, ())

    async def sees(self, posted: Posted, place: Place | None = None) -> Seen:
        """The piece printed last, without the name of the chat that it is in."""
        return self.seen(self._printed()[-1].removeprefix(f"→ {place.chat}\n" if place else ""))

    async def group(self) -> Place:
        """Any name makes one."""
        return Place("console", "#equipe", private=False)

    def topics(self, place: Place) -> list[str]:
        """A terminal has one column."""
        return []

    def seen(self, piece: str) -> Seen:
        """A printed piece as it is read."""
        lines = piece.removesuffix("\n\n").split("\n")
        file = None
        if lines[-1].startswith(self._saved):
            path = Path(lines.pop().removeprefix(self._saved))
            file = (path.name, path.read_bytes())
        labels: list[str] = []
        while lines and (line := re.fullmatch(r"  (\d+)\) (.+)", lines[-1])):
            labels.insert(0, line[2])
            lines.pop()
        return Seen("\n".join(lines), tuple(labels), file=file)

    async def read(self) -> list[str]:
        """Every piece."""
        return self._printed()

    async def types(self, text: str) -> Heard:
        """A line."""
        before = len(self._ears.heard)
        self._typed.put_nowait(text)
        return await self._ears.next(self.place.chat, after=before)

    async def takes(self, posted: Posted, choice: int) -> Heard:
        """There is nothing to press."""
        raise NotImplementedError

    def _printed(self) -> list[str]:
        return [piece for piece in self._paper.pieces if not piece.startswith("vous › ")]

    async def _lines(self) -> AsyncIterator[str]:
        while True:
            yield await self._typed.get()


@asynccontextmanager
async def on_console(request: pytest.FixtureRequest, folder: Path) -> AsyncIterator[Ground]:
    """A terminal for each conversation."""

    numbers = itertools.count()

    @asynccontextmanager
    async def fresh() -> AsyncIterator[Side]:
        side = AtConsole(folder / str(next(numbers)))
        await side.begin()
        yield side
        await side.transport.stop()

    yield fresh


# The imagined platforms


class InImagination:
    """A stage whose operations end in ears."""

    formats = answers = presses = describes = True
    plays = False
    nowhere: Place | None = None

    def __init__(self, stage: Stage, files: Path) -> None:
        self._events: list[dict[str, Any]] = []
        self._ears = Ears()
        ears: Any = {stage.platform: self._ears}  # the stage's own type names the stored inbox
        self._stage = replace(stage, inboxes=ears)
        screen = Screen(self._events.append, lambda: NOON, files)
        self._files = files
        self.place = Place(stage.platform, "@ada", private=True)
        self.transport: Transport = Simulated(stage.platform, stage.world, screen)

    async def group(self) -> Place:
        """Any name makes one."""
        return Place(self.place.platform, "#equipe", private=False)

    def topics(self, place: Place) -> list[str]:
        """No imagined group has any."""
        return []

    async def sees(self, posted: Posted, place: Place | None = None) -> Seen:
        """The newest event of the message."""
        event = [one for one in self._events if one["id"] == posted.message][-1]
        shown = [(one["name"], (self._files / one["path"]).read_bytes()) for one in event["files"]]
        labels = tuple(event["choices"])
        return Seen(
            text=event["text"],
            labels=labels,
            buttons=len(labels),
            elements=frozenset(_TAG.findall(event["html"])) & ELEMENTS,
            file=shown[0] if shown else None,
            reply_to=event["reply_to"],
            alt="".join(one.get("alt", "") for one in event["files"]),
        )

    async def read(self) -> list[str]:
        """Every message."""
        return [one["text"] for one in self._events if one["event"] == "message"]

    async def types(self, text: str) -> Heard:
        """Say it on the stage."""
        return await self._plays({"do": "say", "text": text})

    async def takes(self, posted: Posted, choice: int) -> Heard:
        """Press it on the stage."""
        return await self._plays({"do": "press", "message": posted.message, "choice": choice})

    async def _plays(self, operation: dict[str, Any]) -> Heard:
        before = len(self._ears.heard)
        await self._stage.play(operation | {"chat": self.place.chat, "from": "@ada"})
        return self._ears.heard[before]


def imagined(platform: str) -> Callable[..., AbstractAsyncContextManager[Ground]]:
    """A simulated platform."""

    @asynccontextmanager
    async def ground(request: pytest.FixtureRequest, folder: Path) -> AsyncIterator[Ground]:
        numbers = itertools.count()

        @asynccontextmanager
        async def fresh() -> AsyncIterator[Side]:
            place = folder / str(next(numbers))
            place.mkdir()
            async with talk_on(platform, place) as talk:
                yield InImagination(talk.stage, place / "files")

        yield fresh

    return ground
