"""The terminal as a platform: one keyboard that may speak as several people, in several chats.

Knows who is at the keyboard and what was printed; must not know what a message does. Choices are
taken by typing their number or label, so nothing is ever pressed here.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import TextIO

from prompt_toolkit.input import Input
from prompt_toolkit.output import Output

from bot.transports.console_draw import (
    DIM,
    STRONG,
    Fragments,
    harmless,
    on_one_line,
    page_drawn,
)
from bot.transports.console_files import announced, content, save
from bot.transports.console_screen import screen_for
from bot.transports.console_typed import (
    YOU,
    AskedHelp,
    AskedWho,
    Became,
    Entered,
    Quit,
    Said,
    Sent,
    Typed,
    meant,
)
from bot.transports.console_words import ConsoleWords
from bot.transports.markup import measure_utf16
from chat.transport import (
    Act,
    Attachment,
    Heard,
    Inbox,
    Limits,
    Lookup,
    Menu,
    Page,
    Place,
    Posted,
    Rank,
    Speaker,
    TransportError,
)

LIMITS = Limits(text=100_000, measure=measure_utf16, choices=99, caption=100_000)
"""A terminal scrolls: the text's limit only stops a runaway, the choices' is two digits to type."""

_STOPPING = 2.0  # seconds the contract leaves for stopping
_MENTION = re.compile(r"(?<![\w@])@([^\W_][\w-]{0,31})")


async def _at_once() -> None:
    """Wait for nobody."""


class Console:
    """A conversation in a terminal, or with the lines of a pipe.

    `people` are the names of handles, these in lower case. `idle` returns once the bot has nothing
    left to say; it is awaited before each line of a pipe. `on_end` is told that no more will be
    typed. `source` and `output` are the process's own streams unless given.
    """

    platform = "console"
    limits = LIMITS
    idempotent = True
    numbered = True
    toasts = True
    hangs_threads = False
    away = False
    one_device = True

    def __init__(
        self,
        *,
        clock: Callable[[], datetime],
        files: Path,
        words: ConsoleWords,
        on_end: Callable[[], None],
        name: str,
        team: str = "#equipe",
        people: Mapping[str, str] | None = None,
        completions: Sequence[str] = (),
        idle: Callable[[], Awaitable[None]] = _at_once,
        source: Input | AsyncIterator[str] | None = None,
        output: Output | TextIO | None = None,
    ) -> None:
        self._clock = clock
        self._files = files
        self._words = words
        self._on_end = on_end
        self._names = {**(people or {}), YOU: name}
        self._team = team
        self._completions = completions
        self._screen = screen_for(source, output, complete=self._completed, idle=idle)
        self._handle, self._group = YOU, ""
        self._spoke: dict[str, None] = {}
        self._number = 0
        self._printed: dict[str, str] = {}
        self._keys: set[str] = set()
        self._conversing: asyncio.Task[None] | None = None

    def look_up_in(self, lookup: Lookup) -> None:
        """Nobody looks anything up from elsewhere."""

    async def join(self, inbox: Inbox) -> None:
        """There is one terminal."""

    async def start(self, inbox: Inbox, menus: Sequence[Menu]) -> None:
        """Begin to read; numbers go on from the last run, so that none looks like a repeat."""
        self._number = int(await inbox.cursor() or 0)
        if not self._completions:
            names = (entry.name for menu in menus for entry in menu.entries)
            self._completions = tuple(dict.fromkeys(f"/{name}" for name in names))
        self._conversing = asyncio.create_task(self._converse(inbox))
        self._conversing.add_done_callback(self._ended)

    async def stop(self) -> None:
        """Stop reading; a fault of the conversation comes out here."""
        task, self._conversing = self._conversing, None
        if task is None:
            return
        task.cancel()
        await asyncio.wait({task}, timeout=_STOPPING)
        if task.done() and not task.cancelled():
            task.result()

    async def send(self, place: Place, page: Page, *, key: str) -> Posted:
        """Print a page, once for each key."""
        if key not in self._keys:
            drawn = page_drawn(page)
            if page.file is not None:
                saved = await asyncio.to_thread(save, page.file, self._files)
                drawn.append((DIM, f"{self._words.saved.format(path=harmless(str(saved)))}\n"))
            await self._print(place, drawn)
            self._keys.add(key)
            self._printed[f"b{key}"] = page.markup
        return Posted(f"b{key}")

    async def edit(self, place: Place, posted: Posted, page: Page, *, key: str) -> Posted:
        """Print what is new: the words added at the end, else the whole page again."""
        if key not in self._keys:
            drawn = self._changed(self._printed.get(posted.message), page)
            if drawn:
                await self._print(place, drawn)
            self._keys.add(key)
            self._printed[posted.message] = page.markup
        return posted

    def pause(self, place: Place) -> float:
        """None: a terminal is as fast as its reader."""
        del place
        return 0.0

    async def open_topic(self, place: Place, title: str) -> str | None:
        """A terminal has one column."""

    async def retitle_topic(self, place: Place, title: str, *, closed: bool) -> None:
        """There is none."""

    def link(self, payload: str) -> str | None:
        """There is none."""

    def awaits_toast(self, heard: Heard) -> bool:
        """A press has no passing answer here."""
        del heard
        return False

    async def attend(self, heard: Heard) -> None:
        """Nothing: whoever types looks on."""

    async def toast(self, heard: Heard, words: str) -> None:
        """Print a passing line; that it could not be printed is nobody's loss."""
        if words:
            try:
                await self._print(heard.place, [(DIM, f"· {on_one_line(words)}\n")])
            except TransportError:
                return

    async def turn(self, heard: Heard, page: Page) -> None:
        """Choices are shown all at once."""

    async def rank(self, place: Place, account: str) -> Rank:
        """Whoever is at the keyboard runs every group: it is one keyboard."""
        return Rank.MEMBER if place.private or not account.startswith("@") else Rank.OWNER

    async def read(self, attachment: Attachment, *, at_most: int) -> bytes:
        """The file at the path that was typed."""
        return await asyncio.to_thread(content, Path(attachment.ref), at_most)

    def _completed(self) -> Sequence[str]:
        words = self._words
        own = (words.you, words.who, f"{words.file} ", words.quit, words.help_name, self._team)
        others = (handle for handle in self._names if handle != YOU)
        return (*self._completions, *(f":{name}" for name in (*own, *others)))

    def _ended(self, task: asyncio.Task[None]) -> None:
        if not task.cancelled():
            self._on_end()

    async def _converse(self, inbox: Inbox) -> None:
        if self._screen.live:
            await self._help()
        while (line := await self._screen.ask(self._prompt())) is not None:
            typed = meant(line, self._words)
            if isinstance(typed, Quit):
                return
            await self._take(typed, inbox)

    async def _take(self, typed: Typed, inbox: Inbox) -> None:
        match typed:
            case Said(text) if text.strip():
                await self._tell(inbox, text)
            case Sent(path, caption):
                await self._bring(inbox, path, caption)
            case Became(handle):
                self._handle, self._group = handle, ""
            case Entered(group):
                self._group = self._team if group == self._team.casefold() else group
            case AskedWho():
                people = (f"@{handle}  {self._name(handle)}\n" for handle in self._spoke)
                await self._screen.show([("", line) for line in people])
            case AskedHelp():
                await self._help()

    async def _help(self) -> None:
        await self._screen.show([(DIM, f"{self._words.help.format(team=self._team)}\n")])

    async def _bring(self, inbox: Inbox, typed: str, caption: str) -> None:
        file = announced(typed)
        if file is not None:
            await self._tell(inbox, caption, file)
            return
        missing = self._words.missing.format(path=on_one_line(typed))
        await self._screen.show([(DIM, f"{missing}\n")])

    async def _tell(self, inbox: Inbox, text: str, attachment: Attachment | None = None) -> None:
        self._number += 1
        self._spoke[self._handle] = None
        heard = Heard(
            update=f"c{self._number}",
            act=Act.SAID,
            place=self._place(),
            speaker=self._speaker(self._handle),
            sent_at=self._clock(),
            text=text,
            message=f"w{self._number}",
            attachment=attachment,
            mentions=tuple(self._speaker(handle.casefold()) for handle in _MENTION.findall(text)),
        )
        await inbox.put([heard], cursor=str(self._number))

    def _place(self) -> Place:
        if self._group:
            return Place(self.platform, self._group, private=False, title=self._group)
        return Place(self.platform, f"@{self._handle}", private=True)

    def _speaker(self, handle: str) -> Speaker:
        return Speaker(f"@{handle}", self._name(handle), handle)

    def _name(self, handle: str) -> str:
        return self._names.get(handle) or handle[:1].upper() + handle[1:]

    def _prompt(self) -> str:
        who = self._words.you if self._handle == YOU else self._handle
        return f"{who} {self._group} › " if self._group else f"{who} › "

    def _changed(self, printed: str | None, page: Page) -> Fragments:
        if printed is None or not page.markup.startswith(printed):
            return [(DIM, f"{self._words.edited}\n"), *page_drawn(page)]
        added = page.markup[len(printed) :].lstrip("\n")
        return page_drawn(Page(added, page.choices))

    async def _print(self, place: Place, drawn: Fragments) -> None:
        """Print, under the chat's name when it is not the chat at the prompt."""
        heading: Fragments = []
        if place.chat != self._place().chat:
            chat = self._name(place.chat.removeprefix("@")) if place.private else place.chat
            heading = [(STRONG, f"→ {on_one_line(chat)}\n")]
        try:
            await self._screen.show([*heading, *drawn, ("", "\n")])
        except OSError as error:
            raise TransportError(f"the terminal is gone: {error.strerror}") from error
