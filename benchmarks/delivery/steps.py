"""How long an agenda of hundreds of events holds everybody else up, while hundreds of groups get it
and while one of its events is called off.

A step is what the event loop does before it looks at anybody else; its time is that of the
processor, which other programs do not lengthen.
"""

from __future__ import annotations

import time
from asyncio import events
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from unittest.mock import patch

from sqlalchemy import text

from domain.events import Details, FoundEvent, State, Status
from storage import Database, Store
from storage.chats import Address
from tests.bot.office import Office, furnish, office_in
from tests.storage.standing import NOW

MONDAY = date(2026, 1, 12)
HOUR = datetime(2026, 1, 12, 7, 1, tzinfo=UTC)


@dataclass
class Held:
    """The longest times in seconds: of steps, and of transactions by the clock of the wall."""

    steps: list[float] = field(default_factory=list)
    transactions: list[float] = field(default_factory=list)


async def held_up(folder: Path, many: int, groups: int) -> AsyncIterator[str]:
    """Post so many events to so many groups, then correct one; says what each took."""
    furnished = await furnish(folder)
    async with office_in(folder, furnished) as office:
        await _fill(office, many, groups)
        await office.app.jobs.run_due()
        office.clock.set(HOUR - timedelta(hours=14))
        yield await _measured(office, "shown to the team")
        office.clock.set(HOUR)
        yield await _measured(office, "posted")
        await _call_off(office)
        yield await _measured(office, "corrected")


async def _fill(office: Office, many: int, groups: int) -> None:
    async with office.app.database.begin(office.standing.fabrique) as store:
        for number in range(groups):
            address = Address("telegram", f"-9{number}", False, f"Groupe fictif {number}")
            await store.chats.open(address, language="fr", now=NOW)
        found = [_event(number, timedelta(days=6) / many) for number in range(many)]
        await store.events.take_in(found, source="chat", batch="b", by=None, state=State.APPROVED)


def _event(number: int, apart: timedelta) -> FoundEvent:
    title, start = f"Concert fictif {number}", HOUR + timedelta(hours=1) + number * apart
    return FoundEvent(
        uid=title,
        title=title,
        start=start,
        end=None,
        all_day=False,
        place=f"Lieu fictif {number}",
        link="https://exemple.org",
        status=Status.SCHEDULED,
        details=Details(text="mot " * 50),
    )


async def _call_off(office: Office) -> None:
    """All of it arrived; then one of the first events does not take place."""
    async with office.app.database.begin(office.standing.fabrique) as store:
        arrived = "UPDATE outbox SET state = 'sent', message = 'm' || id WHERE state = 'waiting'"
        await store.session.execute(text(arrived))
        zone = (await store.fabriques.fabrique(office.standing.fabrique)).zone
        first = (await store.events.approved(MONDAY, MONDAY, zone))[0]
        off = replace(first, status=Status.CANCELLED)
        now = office.clock.now()
        await store.event_changes.make(first, off, by=office.standing.ada, now=now)


async def _measured(office: Office, what: str) -> str:
    wall, processor = time.perf_counter(), time.process_time()
    with _steps() as held, _transactions(held):
        await office.app.jobs.run_due()
        while office.app.jobs.more:
            await office.app.jobs.run_due()
    wall, processor = time.perf_counter() - wall, time.process_time() - processor
    steps, transactions = (sorted(one)[-3:] for one in (held.steps, held.transactions))
    return (
        f"{what}: {wall:.1f} s, {processor:.1f} s of processor;"
        f" longest steps {_told(steps)} ms, longest transactions {_told(transactions)} ms"
    )


def _told(seconds: list[float]) -> str:
    return ", ".join(f"{1000 * one:.0f}" for one in seconds)


@contextmanager
def _steps() -> Iterator[Held]:
    held, run = Held(), events.Handle._run

    def timed(handle: events.Handle) -> None:
        began = time.thread_time()
        run(handle)
        held.steps.append(time.thread_time() - began)

    with patch.object(events.Handle, "_run", timed):
        yield held


@contextmanager
def _transactions(held: Held) -> Iterator[None]:
    begin = Database.begin

    @asynccontextmanager
    async def timed(database: Database, fabrique: int = 0) -> AsyncIterator[Store]:
        async with begin(database, fabrique) as store:
            began = time.perf_counter()
            yield store
        held.transactions.append(time.perf_counter() - began)

    with patch.object(Database, "begin", timed):
        yield
