"""Where the terminal's lines come from and go to: a live prompt, or a pipe.

Knows prompt_toolkit and the standard streams; must not know what a line means.
"""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from typing import Protocol, TextIO

from prompt_toolkit import PromptSession
from prompt_toolkit.application import run_in_terminal
from prompt_toolkit.completion import WordCompleter
from prompt_toolkit.history import InMemoryHistory
from prompt_toolkit.input import Input
from prompt_toolkit.output import Output
from prompt_toolkit.patch_stdout import patch_stdout
from prompt_toolkit.renderer import print_formatted_text
from prompt_toolkit.styles import default_ui_style

from bot.transports.console_draw import Fragments, harmless

_AT_ONCE = 65_536  # bytes read from a pipe at a time


class Screen(Protocol):
    """One keyboard and what it shows. `live`: somebody sees the prompt before they type."""

    live: bool

    async def ask(self, prompt: str) -> str | None:
        """The next line typed, empty when it was given up; None when there are no more."""

    async def show(self, fragments: Fragments) -> None:
        """Print, above the prompt if there is one; OSError when nobody reads any more."""


class LivePrompt:
    """A terminal with a person at it.

    What they type is remembered until the end of the process only: it may be personal.
    """

    live = True

    def __init__(
        self,
        complete: Callable[[], Sequence[str]],
        source: Input | None = None,
        output: Output | None = None,
    ) -> None:
        completer = WordCompleter(lambda: list(complete()), sentence=True)
        self._session: PromptSession[str] = PromptSession(
            history=InMemoryHistory(), completer=completer, input=source, output=output
        )

    async def ask(self, prompt: str) -> str | None:
        """The next line; other programs' output meanwhile appears above it."""
        try:
            with patch_stdout():
                return await self._session.prompt_async(prompt)
        except KeyboardInterrupt:
            return ""
        except EOFError:
            return None

    async def show(self, fragments: Fragments) -> None:
        """Print with styles."""
        output, style = self._session.app.output, default_ui_style()
        await run_in_terminal(lambda: print_formatted_text(output, [*fragments], style))


class Transcript:
    """A pipe: each line is read once the bot is idle, and printed as if it had been typed."""

    live = False

    def __init__(
        self, lines: AsyncIterator[str], output: TextIO, idle: Callable[[], Awaitable[None]]
    ) -> None:
        self._lines = lines
        self._output = output
        self._idle = idle

    async def ask(self, prompt: str) -> str | None:
        """The next line, echoed after its prompt."""
        await self._idle()
        line = await anext(self._lines, None)
        if line is not None:
            self._write(f"{prompt}{harmless(line)}\n")
        return line

    async def show(self, fragments: Fragments) -> None:
        """Print without styles."""
        self._write("".join(text for _, text in fragments))

    def _write(self, text: str) -> None:
        known = self._output.encoding or "utf-8"
        self._output.write(text.encode(known, "replace").decode(known))
        self._output.flush()


def screen_for(
    source: Input | AsyncIterator[str] | None,
    output: Output | TextIO | None,
    *,
    complete: Callable[[], Sequence[str]],
    idle: Callable[[], Awaitable[None]],
) -> Screen:
    """A live prompt where both ends are a terminal; ends that are not given are the process's."""
    unset = source is None and output is None
    if isinstance(source, Input) or (unset and sys.stdin.isatty() and sys.stdout.isatty()):
        keyboard = source if isinstance(source, Input) else None
        return LivePrompt(complete, keyboard, output if isinstance(output, Output) else None)
    shown = sys.stdout if output is None or isinstance(output, Output) else output
    return Transcript(source or lines_of(sys.stdin.fileno()), shown, idle)


async def lines_of(descriptor: int) -> AsyncIterator[str]:
    """The lines of a pipe, a terminal or a file, without a thread that would outlive the loop."""
    rest = b""
    while chunk := await _chunk(descriptor):
        *whole, rest = (rest + chunk).split(b"\n")
        for line in whole:
            yield line.decode("utf-8", "replace").rstrip("\r")
    if rest:
        yield rest.decode("utf-8", "replace")


async def _chunk(descriptor: int) -> bytes:
    loop = asyncio.get_running_loop()
    readable = asyncio.Event()
    try:
        loop.add_reader(descriptor, readable.set)
    except PermissionError:  # a regular file, which never makes one wait
        return os.read(descriptor, _AT_ONCE)
    try:
        await readable.wait()
    finally:
        loop.remove_reader(descriptor)
    return os.read(descriptor, _AT_ONCE)
