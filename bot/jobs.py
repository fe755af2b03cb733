"""The job runner: what fell due, each thing in a transaction of its own, the network outside."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import structlog

from bot.calendar_reader import read_calendar
from bot.clock import Clock
from bot.composer import Composer
from bot.faults import Faults
from bot.fetch import Fetch, FetchError
from bot.ledger_check import faults_of_ledger
from bot.look import HORIZON
from domain.calendars import Calendar
from domain.errors import Refusal
from domain.fabriques import Fabrique
from scheduling import (
    Round,
    digests,
    exchanges,
    feeds,
    gaps,
    housekeeping,
    knowledge,
    ledger,
    letters,
    meetings,
    mobilisations,
    questions,
    sessions,
    statements,
)
from storage import Database, Store
from storage.agenda import Feed

POSTS: Mapping[str, Callable[[Round], Awaitable[None]]] = {
    "digests": digests.post_due,
    "letters": letters.post_due,
    "knowledge": knowledge.post_due,
    "gaps": gaps.post_due,
    "meetings": meetings.post_due,
    "questions": questions.look_after,
    "statements": statements.post_due,
    "sessions": sessions.look_after,
    "mobilisations": mobilisations.remind,
    "exchanges": exchanges.look_after,
}

TIDY_EVERY = timedelta(days=1)

LOGGED = 50
"""Faults of a ledger that one line of the log names; one cause seldom brings more."""

log = structlog.get_logger(__name__)


@dataclass
class Jobs:
    """Runs what is due for every fabrique."""

    database: Database
    composer: Composer
    clock: Clock
    token: Callable[[], str]
    faults: Faults
    fetch: Fetch
    _tidied: datetime | None = field(default=None, init=False)

    async def run_due(self) -> None:
        """Run everything that is due now; a fault in one thing does not stop the others."""
        for fabrique in await self._fabriques():
            for name, job in POSTS.items():
                await self._safely(name, self._carry_out(fabrique, job))
        for feed in await self._feeds_due():
            code = await self._safely("feeds", self._read(feed))
            if code is not None:
                await self._safely("feeds", self._put_off(feed, code))
        now = self.clock.now()
        if self._tidied is None or now - self._tidied >= TIDY_EVERY:
            self._tidied = now
            for fabrique in await self._fabriques():
                await self._safely("housekeeping", self._carry_out(fabrique, housekeeping.tidy))
                await self._safely("ledger", self._look_through(fabrique))

    async def next_due(self) -> datetime | None:
        """When something falls due next."""
        moments: list[datetime | None] = []
        async with self.database.begin() as store:
            for fabrique in await store.fabriques.all():
                round_ = self._round(store.of(fabrique.id), fabrique)
                moments += [await digests.next_due(round_), await letters.next_due(round_)]
                moments.append(await knowledge.next_due(round_))
                moments.append(await gaps.next_due(round_))
                moments.append(await meetings.next_due(round_))
                moments.append(await questions.next_due(round_))
                moments.append(await statements.next_due(round_))
                moments.append(await sessions.next_due(round_))
                moments.append(await mobilisations.next_due(round_))
                moments.append(await exchanges.next_due(round_))
            moments.append(await store.feeds.next_due())
        return min((moment for moment in moments if moment is not None), default=None)

    async def _safely(self, name: str, work: Awaitable[None]) -> str | None:
        """Do some work; a fault is told, and tried again at the next round. Gives its code."""
        try:
            await work
        except Exception as fault:
            return self.faults.tell(fault, where=name)
        return None

    async def _carry_out(self, fabrique: Fabrique, job: Callable[[Round], Awaitable[None]]) -> None:
        """Run a job in one transaction, which a fault undoes."""
        async with self.database.begin(fabrique.id) as store:
            round_ = self._round(store, fabrique)
            await job(round_)
            await self.composer.tell(store, round_.notices, fabrique.zone, round_.now)

    async def _look_through(self, fabrique: Fabrique) -> None:
        """Read the whole ledger again; what is wrong is logged by a code and told to the team."""
        found = await faults_of_ledger(self.database, fabrique.id)
        if not found:
            return
        code = self.token()[:6].upper()
        shown = [f"{one.kind.value}:{one.number}" for one in found[:LOGGED]]
        log.error("ledger", code=code, fabrique=fabrique.slug, count=len(found), faults=shown)
        await self._carry_out(fabrique, lambda round_: ledger.tell(round_, found, code=code))

    async def _read(self, feed: Feed) -> None:
        """Read one calendar from outside, then take in what it says."""
        fabrique = await self._fabrique(feed)
        outcome = await self._calendar(feed, fabrique)

        async def keep(round_: Round) -> None:
            if isinstance(outcome, Refusal):
                await feeds.failed(round_, feed, outcome)
            else:
                await feeds.take_in(round_, feed, outcome)

        await self._carry_out(fabrique, keep)

    async def _put_off(self, feed: Feed, code: str) -> None:
        """A calendar that brings a fault waits as one that does not answer, or it stays due."""
        refusal = Refusal("fault", code=code)
        await self._carry_out(
            await self._fabrique(feed), lambda round_: feeds.failed(round_, feed, refusal)
        )

    async def _calendar(self, feed: Feed, fabrique: Fabrique) -> Calendar | Refusal:
        today = self.clock.now().astimezone(fabrique.zone).date()
        try:
            content = await self.fetch.get(feed.address)
            return await read_calendar(
                content, zone=fabrique.timezone, first=today, last=today + HORIZON
            )
        except FetchError as error:
            log.info("feed unread", feed=feed.id, why=error.name)
            return Refusal(error.name, **error.values)
        except Refusal as refusal:
            return refusal

    def _round(self, store: Store, fabrique: Fabrique) -> Round:
        return Round(store, fabrique, self.clock.now(), self.token)

    async def _fabrique(self, feed: Feed) -> Fabrique:
        return next(one for one in await self._fabriques() if one.id == feed.fabrique)

    async def _fabriques(self) -> list[Fabrique]:
        async with self.database.begin() as store:
            return list(await store.fabriques.all())

    async def _feeds_due(self) -> list[Feed]:
        async with self.database.begin() as store:
            return list(await store.feeds.due(self.clock.now()))
