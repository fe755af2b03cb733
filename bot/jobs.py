"""The job runner: what fell due, each thing in a transaction of its own, the network outside."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import NamedTuple

import structlog

from bot.clock import Clock
from bot.composer import Composer
from bot.faults import Faults
from bot.feed_reader import ask
from bot.fetch import Fetch
from bot.ledger_check import faults_of_ledger
from bot.looks import Look, looked
from bot.proposer import Proposer
from chat.thoughts import Apart, Thoughts
from domain.errors import Refusal
from domain.fabriques import Fabrique
from domain.feeds import Feed, Told
from domain.needs import Need
from scheduling import (
    Bit,
    Round,
    calls,
    campaigns,
    corrections,
    digests,
    exchanges,
    feeds,
    gaps,
    get_togethers,
    hosts,
    housekeeping,
    introductions,
    knowledge,
    ledger,
    letters,
    meetings,
    mobilisations,
    needs,
    pairs,
    previews,
    profiles,
    proposals,
    questions,
    sessions,
    statements,
    support,
)
from storage import Database, Store
from storage.changes import Touched


class Job(NamedTuple):
    """One thing that time does, and when it does it next. `next_due` answers for rows as they are
    once `post` has done what is due now: where it is done `bit_by_bit`, now means the next bit.
    `post` gives what is to be done after it, each in a transaction of its own.
    """

    post: Callable[[Round], Awaitable[Sequence[Bit] | None]]
    next_due: Callable[[Round], Awaitable[datetime | None]]
    bit_by_bit: bool = False


IDLE = timedelta(minutes=1)
"""After which a job that is due and wrote nothing is asked again; at once would be for ever."""

JOBS: Mapping[str, Job] = {
    "corrections": Job(corrections.look_after, corrections.next_due, bit_by_bit=True),
    "digests": Job(digests.post_due, digests.next_due, bit_by_bit=True),
    "campaigns": Job(campaigns.look_after, campaigns.next_due),
    "previews": Job(previews.remind, previews.next_due),
    "proposals": Job(proposals.look_after, proposals.next_due),
    "letters": Job(letters.post_due, letters.next_due),
    "knowledge": Job(knowledge.post_due, knowledge.next_due),
    "gaps": Job(gaps.post_due, gaps.next_due),
    "meetings": Job(meetings.post_due, meetings.next_due),
    "questions": Job(questions.look_after, questions.next_due),
    "statements": Job(statements.post_due, statements.next_due),
    "sessions": Job(sessions.look_after, sessions.next_due),
    "pairs": Job(pairs.look_after, pairs.next_due),
    "get_togethers": Job(get_togethers.look_after, get_togethers.next_due),
    "hosts": Job(hosts.look_after, hosts.next_due),
    "needs": Job(needs.look_after, needs.next_due),
    "introductions": Job(introductions.look_after, introductions.next_due),
    "profiles": Job(profiles.look_after, profiles.next_due),
    "support": Job(support.look_after, support.next_due),
    "mobilisations": Job(mobilisations.remind, mobilisations.next_due),
    "calls": Job(calls.look_after, calls.next_due),
    "exchanges": Job(exchanges.look_after, exchanges.next_due),
}

TIDY_EVERY = timedelta(days=1)

LOGGED = 50
"""Faults of a ledger that one line of the log names; one cause seldom brings more."""

log = structlog.get_logger(__name__)


async def _alone(_store: Store) -> bool:
    """Nobody else keeps time."""
    return True


@dataclass
class Jobs:
    """Runs what is due for every fabrique; what was looked at is not looked at again while the
    look holds. `jobs` are what it looks after besides feeds. `may_act`: whether, among several
    processes, this one still keeps time. `more` says that something was done in part.
    """

    database: Database
    composer: Composer
    clock: Clock
    token: Callable[[], str]
    faults: Faults
    fetch: Fetch
    proposer: Proposer
    may_act: Callable[[Store], Awaitable[bool]] = _alone
    jobs: Mapping[str, Job] = field(default_factory=lambda: JOBS)
    more: bool = field(default=False, init=False)
    _reading: set[int] = field(default_factory=set, init=False)
    _taking_in: asyncio.Lock = field(default_factory=asyncio.Lock, init=False)
    _tidied: datetime | None = field(default=None, init=False)
    _looks: dict[tuple[int, str], Look] = field(default_factory=dict, init=False)
    _known: tuple[Look, Sequence[Fabrique]] | None = field(default=None, init=False)

    async def run_due(self) -> bool:
        """Run everything that is due now; a fault in one thing does not stop the others. Says
        whether anything was written.
        """
        before = self.database.changes.count
        self.more = False
        for fabrique in await self._fabriques():
            for name, job in self.jobs.items():
                if not self._holds(fabrique.id, name):
                    await self._safely(name, self._look_after(fabrique, name, job))
        await self._tidy()
        return self.database.changes.count > before

    async def read_feeds(self, *, at_once: int = 1) -> bool:
        """Read the addresses that are due, some at once: apart, for a slow site keeps nobody's
        agenda waiting. One by one they are read in their order. Says whether anything was written.
        """
        if self._holds(0, "feeds"):
            return False
        count, now = self.database.changes.count, self.clock.now()
        async with self.database.begin() as store:
            due = [one for one in await store.feeds.due(now) if one.id not in self._reading]
            then = await store.feeds.next_due()
        self._looks[0, "feeds"] = looked(count, store.touched, at=now, due=then)
        self._reading |= {feed.id for feed in due}
        free = asyncio.Semaphore(at_once)
        try:
            await asyncio.gather(*(self._read_in_turn(feed, free) for feed in due))
        finally:
            self._reading -= {feed.id for feed in due}
        return self.database.changes.count > count

    async def next_due(self) -> datetime | None:
        """When something falls due next, asked anew wherever a look holds no more."""
        moments: list[datetime | None] = []
        fabriques = await self._fabriques()
        forgotten = [
            (fabrique, job)
            for fabrique in fabriques
            for name, job in self.jobs.items()
            if not self._holds(fabrique.id, name)
        ]
        moments += [look.due for key, look in self._looks.items() if self._holds(*key)]
        if forgotten or not self._holds(0, "feeds"):
            async with self.database.begin() as store:
                for fabrique, job in forgotten:
                    moments.append(await job.next_due(self._round(store.of(fabrique.id), fabrique)))
                moments.append(await store.feeds.next_due(beside=self._reading))
        return min((moment for moment in moments if moment is not None), default=None)

    async def _look_after(self, fabrique: Fabrique, name: str, job: Job) -> None:
        """Run a job, and remember when it has something to do again."""
        count = self.database.changes.count
        due, bits, thoughts = None, list[Bit](), Thoughts(apart=True)

        async def post(round_: Round) -> None:
            nonlocal due, bits
            bits = list(await job.post(round_) or ())
            due = round_.now if bits else await job.next_due(round_)

        touched = await self._carry_out(fabrique, post, thoughts)
        codes = [await self._safely(name, self._carry_out(fabrique, bit, thoughts)) for bit in bits]
        if any(codes):
            return
        now = self.clock.now()
        if due is not None and due <= now and self.database.changes.count == count:
            due = now + IDLE
        self.more |= job.bit_by_bit and due is not None and due <= now
        self._looks[fabrique.id, name] = looked(count, touched, at=now, due=due)

    def _holds(self, fabrique: int, name: str) -> bool:
        look = self._looks.get((fabrique, name))
        return look is not None and look.holds(self.database.changes, self.clock.now())

    async def _read_in_turn(self, feed: Feed, free: asyncio.Semaphore) -> None:
        async with free:
            code = await self._safely("feeds", self._read(feed))
            if code is not None:
                await self._safely("feeds", self._put_off(feed, code))
            self._reading.discard(feed.id)

    async def _tidy(self) -> None:
        now = self.clock.now()
        if self._tidied is not None and now - self._tidied < TIDY_EVERY:
            return
        self._tidied = now
        for fabrique in await self._fabriques():
            await self._safely("housekeeping", self._carry_out(fabrique, housekeeping.tidy))
            await self._safely("ledger", self._look_through(fabrique))

    async def _safely(self, name: str, work: Awaitable[object]) -> str | None:
        """Do some work; a fault is told, and tried again at the next round. Gives its code."""
        try:
            await work
        except Exception as fault:
            return self.faults.tell(fault, where=name)
        return None

    async def _carry_out(
        self, fabrique: Fabrique, job: Bit, thoughts: Thoughts | None = None
    ) -> Touched:
        """Run a job in one transaction, which a fault undoes; gives what it touched. What takes
        long to draw is drawn outside of it, and then it begins anew.
        """
        known = thoughts or Thoughts()
        while True:
            await asyncio.sleep(0)
            try:
                async with self.database.begin(fabrique.id) as store:
                    if await self.may_act(store):
                        round_ = replace(self._round(store, fabrique), thoughts=known)
                        await job(round_)
                        notices = round_.notices
                        await self.composer.tell(store, notices, fabrique.zone, round_.now, known)
                return store.touched
            except Apart as apart:
                await asyncio.to_thread(apart.think)

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
        """Ask an address outside, then take in what it tells; never two at once, which would not
        see that they tell of one event.
        """
        fabrique = await self._fabrique(feed)
        told = await ask(self.fetch, feed, fabrique, self.clock.now())
        if isinstance(told.what, Refusal):
            log.info("feed unread", feed=feed.id, why=told.what.name)
        async with self._taking_in:
            await self._carry_out(fabrique, lambda round_: feeds.take_in(round_, feed.id, told))

    async def _put_off(self, feed: Feed, code: str) -> None:
        """An address that brings a fault waits as one that does not answer, or it stays due."""
        told = Told(Refusal("fault", code=code))
        fabrique = await self._fabrique(feed)
        await self._carry_out(fabrique, lambda round_: feeds.take_in(round_, feed.id, told))

    def _round(self, store: Store, fabrique: Fabrique) -> Round:
        now = self.clock.now()
        there = now.astimezone(fabrique.zone)

        async def propose(need: Need) -> None:
            await self.proposer.propose(store, need, now=there, seed=self.token())

        return Round(store, fabrique, now, self.token, propose, self.proposer.places)

    async def _fabrique(self, feed: Feed) -> Fabrique:
        return next(one for one in await self._fabriques() if one.id == feed.fabrique)

    async def _fabriques(self) -> Sequence[Fabrique]:
        changes, now = self.database.changes, self.clock.now()
        if self._known is None or not self._known[0].holds(changes, now):
            count = changes.count
            async with self.database.begin() as store:
                found = await store.fabriques.all()
            self._known = looked(count, store.touched, at=now), found
        return self._known[1]
