"""Says where a program is, for whoever kills it, and lets it speak on Telegram as fast as a server
on loopback takes: loaded by its interpreter, given by PYTHONPATH.

Each phase has one byte in a file mapped in memory: how many calls are inside it now. The file
outlives the process, so it is read after the kill and tells exactly where the kill hit. Knows which
functions of the program a phase is; changes nothing of what they do. Without `WATCH` in the
environment it says nothing, without `AT_ONCE` it keeps Telegram's published pace.
"""

from __future__ import annotations

import mmap
import os
import sys
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import partialmethod
from pathlib import Path
from typing import Any

VARIABLE = "WATCH"
"""Names the mapped file, which exists."""

AT_ONCE = "AT_ONCE"
"""Whether to keep no pace: a journey of forty answers in one chat would take as many seconds."""

RECEIVING, HANDLER, COMMIT, SENDING = PHASES = ("receiving", "handler", "commit", "sending")
"""Storing what was heard; a handler at work; the commit of its work; a send under way."""

Call = Callable[..., Any]


def _watch(file: Path) -> None:
    from sqlalchemy.engine.default import DefaultDialect

    from bot.conversation import Conversation
    from bot.dispatcher import Dispatcher
    from bot.inbox import StoredInbox
    from bot.outbox import Outbox

    with file.open("r+b") as opened:
        depths = mmap.mmap(opened.fileno(), len(PHASES))
    _wrap(StoredInbox, "put", lambda put: _awaited(put, depths, RECEIVING))
    _wrap(Conversation, "answer", lambda answer: _awaited(answer, depths, HANDLER))
    _wrap(Outbox, "_send", lambda send: _awaited(send, depths, SENDING))
    answering: ContextVar[bool] = ContextVar("answering", default=False)
    _wrap(Dispatcher, "_take", lambda take: _marked(take, answering))
    _wrap(DefaultDialect, "do_commit", lambda commit: _committing(commit, depths, answering))


def _wrap(owner: type, name: str, around: Callable[[Call], Any]) -> None:
    setattr(owner, name, around(getattr(owner, name)))


def _awaited(call: Callable[..., Awaitable[Any]], depths: mmap.mmap, phase: str) -> Call:
    async def watched(*given: Any, **named: Any) -> Any:
        with _inside(depths, phase):
            return await call(*given, **named)

    return watched


def _marked(call: Callable[..., Awaitable[Any]], answering: ContextVar[bool]) -> Call:
    """Other transactions commit too; only an update's own counts."""

    async def watched(*given: Any) -> Any:
        answering.set(True)
        try:
            return await call(*given)
        finally:
            answering.set(False)

    return watched


def _committing(call: Call, depths: mmap.mmap, answering: ContextVar[bool]) -> Call:
    def watched(*given: Any) -> Any:
        if not answering.get():
            return call(*given)
        with _inside(depths, COMMIT):
            return call(*given)

    return watched


@contextmanager
def _inside(depths: mmap.mmap, phase: str) -> Iterator[None]:
    place = PHASES.index(phase)
    depths[place] += 1
    try:
        yield
    finally:
        depths[place] -= 1


def _keep_no_pace() -> None:
    from bot.transports.telegram.pace import Pace, Speed
    from bot.transports.telegram.transport import Telegram

    pace = Pace(Speed(overall=0, chat=0, group=1_000_000, span=0))
    _wrap(Telegram, "__init__", lambda init: partialmethod(init, pace=pace))


sys.path.insert(0, str(Path(__file__).parents[3]))
if AT_ONCE in os.environ:
    _keep_no_pace()
if VARIABLE in os.environ:
    _watch(Path(os.environ[VARIABLE]))
