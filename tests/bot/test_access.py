"""A platform that refuses the bot's account: the team hears of it where the bot is still heard."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import Any

import pytest

from bot.inbox import StoredInbox
from bot.service import Service
from chat.transport import Inbox, Menu, TransportError
from tests.bot.office import Office


async def note(office: Office, platform: str, *, works: bool) -> None:
    """A transport noticed; whatever is due leaves."""
    await office.app.access.note(platform, works=works, woken=lambda: None)
    await office.app.outbox.drain()


async def test_a_refusal_and_its_end_are_told_once_each(office: Office) -> None:
    """As often as they are noticed; a platform that always worked is no news."""
    for works in (True, False, False, True, True):
        await note(office, "matrix", works=works)
    refused, again = office.telegram.texts
    assert "Matrix ne me laisse plus entrer" in refused
    assert "Matrix me laisse de nouveau entrer" in again
    assert office.wires["matrix"].tried == []


async def test_nobody_is_told_on_the_platform_itself(office: Office) -> None:
    """The team's chat is on Telegram, and Telegram is what went."""
    await note(office, "telegram", works=False)
    assert (office.telegram.tried, office.wires["matrix"].tried) == ([], [])


async def test_a_database_that_is_away_is_no_fault(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What a transport notices it says again."""
    away: Any = lambda *_: (_ for _ in ()).throw(OSError("away"))  # noqa: E731
    with monkeypatch.context() as broken:
        broken.setattr(office.app.database, "begin", away)
        await note_only(office)
    await note(office, "matrix", works=False)
    assert len(office.telegram.texts) == 1


async def note_only(office: Office) -> None:
    """A transport noticed while nothing can be written."""
    await office.app.access.note("matrix", works=False, woken=lambda: None)


async def test_an_account_refused_at_the_start_is_told(office: Office) -> None:
    """The other platform goes on, and says so."""
    matrix = office.wires["matrix"]
    matrix.start = refuse  # type: ignore[method-assign]
    service = Service(office.app)
    running = asyncio.create_task(service.run(_no_menus))
    async with asyncio.timeout(10):
        while not office.telegram.texts:
            await asyncio.sleep(0.02)
    service.stop()
    assert await running
    assert "Matrix ne me laisse plus entrer" in office.telegram.texts[0]


async def refuse(inbox: Inbox, menus: Sequence[Menu]) -> None:
    """The password is wrong."""
    assert isinstance(inbox, StoredInbox)
    raise TransportError("M_FORBIDDEN", permanent=True)


def _no_menus(platform: str) -> list[Menu]:
    return []
