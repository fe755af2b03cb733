"""Delivery: rows of the outbox leave after their commit, in order in each chat.

A row is claimed, sent, reported, in three steps, so that a crash between them is seen at the next
start. Where the platform knows a key the same send is repeated without harm, while it remembers
that; elsewhere a send whose answer was lost is *unknown*: said once more in private, left to the
team in a group.

Chats are served side by side, each platform's in a lane of its own. A chat that has to wait is
waited for before its row is claimed, and takes no place meanwhile.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from functools import partial
from typing import Any

import structlog
from sqlalchemy.exc import SQLAlchemyError

from bot.clock import Clock
from bot.composer import Composer, Letterhead
from bot.faults import Faults
from bot.lanes import Lane, lanes
from bot.papers import ready
from bot.threads import Threads
from chat.kept import marks
from chat.transport import File, Page, Place, Posted, Transport, TransportError
from chat.words import Reply, say
from domain.editions import Missed
from storage import Database, Store
from storage.outbox import (
    AGENDA,
    DEAD,
    FAREWELL,
    LETTER,
    SENT,
    UNKNOWN,
    VOTE,
    WITHDRAWN,
    Address,
    Due,
    Outgoing,
)

RETRIES = tuple(timedelta(seconds=s) for s in (2, 5, 15, 60, 300, 900, 3600))
"""Waits between tries; the last one repeats."""

GIVEN_UP = 60
"""Tries after which a send is dead: more than two days of trying."""

REMEMBERED = timedelta(minutes=30)
"""How long a platform that knows keys surely remembers one: Synapse promises no longer. A repeat
after that may be another message.
"""

log = structlog.get_logger(__name__)


REPORTS = (1.0, 2.0, 5.0, 15.0, 60.0, 300.0)
"""Seconds between tries to write down how a send ended, while the database is away."""

REST = 3.0
"""Seconds that a chat is waited for without a word to its row; a longer wait is noted there."""

LOOKED_AT = 60
"""Chats looked at for those that may be written to now: more than ever rest at the same time."""


@dataclass
class Outbox:
    """Delivers what is due. `at_once` chats of a platform are served side by side; one makes the
    order total.

    `written` is set by whoever wrote rows; `process` is this one's name among several. Once closed,
    sends under way are finished and no other begins.
    """

    database: Database
    transports: Mapping[str, Transport]
    composer: Composer
    clock: Clock
    faults: Faults
    threads: Threads
    ask_team: Callable[[Outgoing, str], Reply]
    at_once: int = 6
    process: str | None = None
    sleep: Callable[[float], Awaitable[object]] = asyncio.sleep
    written: asyncio.Event = field(default_factory=asyncio.Event, init=False)
    closing: bool = field(default=False, init=False)
    _draining: bool = field(default=False, init=False)
    _lanes: list[Lane] = field(init=False)
    _under_way: dict[asyncio.Future[None], Due | None] = field(default_factory=dict, init=False)

    def __post_init__(self) -> None:
        self._lanes = lanes(tuple(self.transports), self.at_once)

    def close(self) -> None:
        """Begin nothing more."""
        self.closing = True
        if self._draining:
            self.written.set()

    async def recover(self, living: Sequence[str] = ()) -> None:
        """Look at rows that a killed process was sending; those of the living are theirs."""
        async with self.database.begin() as store:
            for row in await store.outbox.left_claimed(tuple(self.transports), living=living):
                await self._lost(store, row, await store.outbox.address(row.id), died=True)

    async def drain(self) -> int:
        """Deliver what is due, and what is written meanwhile; says how many sends were tried."""
        count, renamed = 0, False
        self._draining = True
        try:
            while True:
                self.written.clear()
                rest = None if self.closing else await self._begin()
                if rest is None and not self._under_way:
                    if renamed or self.closing or not (names := await self.threads.misnamed()):
                        return count
                    renamed = True
                    self._start(self.threads.retitle(names), None)
                count += await self._ended(rest)
        except asyncio.CancelledError:
            for one in self._under_way:
                one.cancel()
            raise
        finally:
            self._draining = False
            await self._finish()

    async def next_due(self) -> datetime | None:
        """When the next send may be tried."""
        async with self.database.begin() as store:
            moments = [
                lane.not_before(platform, await store.outbox.next_due((platform,)))
                for lane in self._lanes
                for platform in lane.platforms
            ]
        return min((moment for moment in moments if moment is not None), default=None)

    async def _begin(self) -> float | None:
        """Start what may leave; the seconds until a chat that rests may be written to again."""
        rests = [await self._fill(lane) for lane in self._lanes]
        return min((rest for rest in rests if rest is not None), default=None)

    async def _fill(self, lane: Lane) -> float | None:
        """Give the lane's free places to chats that may be written to now."""
        busy = [one for one in self._under_way.values() if one is not None]
        free = lane.places - sum(one.address.platform in lane.platforms for one in busy)
        now, rests = self.clock.now(), list[float]()
        platforms = lane.open_at(now)
        if free <= 0 or not platforms:
            return None
        async with self.database.begin() as store:
            besides = [one.chat for one in busy]
            due = await store.outbox.due(now, platforms, at_most=LOOKED_AT, besides=besides)
            for one in due:
                pause = self.transports[one.address.platform].pause(_place(one.address))
                if pause > REST:
                    await store.outbox.hold(one.row, now + timedelta(seconds=pause))
                elif pause > 0:
                    rests.append(pause)
                elif free > 0:
                    free -= 1
                    self._start(self._deliver(one.row), one)
        return min(rests, default=None)

    def _start(self, work: Awaitable[None], what: Due | None) -> None:
        self._under_way[asyncio.ensure_future(work)] = what

    async def _ended(self, rest: float | None) -> int:
        """Wait until something can be done, and see what ended; says how many sends that were."""
        others: list[asyncio.Future[Any]] = [asyncio.ensure_future(self.written.wait())]
        if rest is not None:
            others.append(asyncio.ensure_future(self.sleep(rest)))
        try:
            await asyncio.wait([*self._under_way, *others], return_when=asyncio.FIRST_COMPLETED)
        finally:
            for one in others:
                one.cancel()
        return await self._reaped()

    async def _reaped(self) -> int:
        """Take what ended out; raises what is for whoever called, once all the others are seen."""
        done = [one for one in self._under_way if one.done()]
        ended = [(self._under_way.pop(one), one) for one in done]
        looks = (self._end(what, one) for what, one in ended)
        for fault in await asyncio.gather(*looks, return_exceptions=True):
            if fault is not None:
                raise fault
        return sum(what is not None for what, _ in ended)

    async def _finish(self) -> None:
        """Leave nothing behind: what has begun is ended and reported, whatever happened."""
        while self._under_way:
            await asyncio.wait(self._under_way)
            with suppress(SQLAlchemyError, OSError):
                await self._reaped()

    async def _deliver(self, number: int) -> None:
        async with self.database.begin() as store:
            row = await store.outbox.claim(number, by=self.process, at=self.clock.now())
            if row is None:
                return
            address = await store.outbox.address(number)
            if await self._left_unsent(store, row, address):
                return
            head = await store.outbox.head(row)
            edited = await store.outbox.row(row.edits) if row.edits else None
            earlier = await store.said.before(row) if _is_pinned(row) else None
            asks = await _asked(store, row, address)
        try:
            placed = await self.threads.beside_the_card(row, address)
            if head is not None and row.edits is None:
                placed = replace(placed, reply_to=head.message)
            posted = await self._send(placed, address, edited, earlier=earlier, asks=asks)
        except TransportError as error:
            self._slow_down(address.platform, error)
            await self._report(partial(self._failed, row=row, address=address, error=error))
        else:
            self._lane(address.platform).widen()
            await self._report(partial(self._arrived, row=row, address=address, posted=posted))

    async def _left_unsent(self, store: Store, row: Outgoing, address: Address) -> bool:
        """Whether it is too late: for its readers, or for a repeat to be known as one."""
        now = self.clock.now()
        if row.edits is None and self._is_forgotten(row, address, now):
            await self._settle_unknown(store, row, address)
            return True
        late = row.until is not None and now > row.until and row.part == 1 and row.lost_at is None
        if late:
            await self._never_arrives(store.of(address.fabrique), row, address, Missed.LATE)
        return late

    def _is_forgotten(self, row: Outgoing, address: Address, then: datetime) -> bool:
        """Whether the platform may have forgotten at a moment what it was sent in a group."""
        transport = self.transports.get(address.platform)
        known = transport is not None and transport.idempotent
        group = not (address.private or address.team)
        return known and group and row.lost_at is not None and then - row.lost_at > REMEMBERED

    async def _settle_unknown(self, store: Store, row: Outgoing, address: Address) -> None:
        await store.outbox.settle(row.id, UNKNOWN, at=self.clock.now())
        await self._ask(store.of(address.fabrique), row, address)

    async def _never_arrives(
        self, store: Store, row: Outgoing, address: Address, why: Missed
    ) -> None:
        """A send ends without having arrived; what went on with it ends too, and of an issue it is
        kept who did not get it, or not all of it.
        """
        now = self.clock.now()
        await store.outbox.settle(row.id, DEAD, at=now)
        if row.issue is None:
            return
        if row.edits is None:
            await store.outbox.give_up_after(row, at=now)
            whole = row.part == 1
            await store.event_posts.missed(row.chat, row.issue, why if whole else Missed.PART)
            if row.kind == AGENDA and not whole and not address.private:
                await self._to_team(store, address, say("agenda-cut-short", chat=address.title))
        else:
            await store.event_posts.cannot_change(row.chat, row.issue)

    async def _arrived(self, store: Store, row: Outgoing, address: Address, posted: Posted) -> None:
        now = self.clock.now()
        edited = await store.outbox.row(row.edits) if row.edits and address.team else None
        if edited is not None and _is_posted_anew(row, edited, address):
            await store.outbox.stands_as(edited.id, posted.message, posted.extras)
        await store.outbox.delivered(row.id, posted.message, posted.extras, at=now)
        await self.threads.stands(store, row, posted.message, address.platform)
        if row.kind == AGENDA and row.issue is not None:
            await store.event_posts.stands(row.chat, row.issue)

    async def _report(self, tell: Callable[[Store], Awaitable[None]]) -> None:
        """Write down how a send ended: a row that is left claimed would hold its chat up."""
        for wait in (*REPORTS, None):
            try:
                async with self.database.begin() as store:
                    await tell(store)
                return
            except (SQLAlchemyError, OSError) as error:
                if wait is None or self.closing:
                    raise
                log.warning("send not reported yet", kind=type(error).__name__)
                await self.sleep(wait)

    def _lane(self, platform: str) -> Lane:
        return next(one for one in self._lanes if platform in one.platforms)

    def _slow_down(self, platform: str, error: TransportError) -> None:
        """The platform wants to hear nothing of this account for a while."""
        if error.account and error.retry_after is not None:
            until = self.clock.now() + timedelta(seconds=error.retry_after)
            log.info("platform asks for patience", platform=platform, seconds=error.retry_after)
            self._lane(platform).narrow(platform, until)

    async def _end(self, what: Due | None, ended: asyncio.Future[None]) -> None:
        """A database that is away is waited for; a fault of ours ends that send alone."""
        end = None if ended.cancelled() else ended.exception()
        if end is None:
            return
        if not isinstance(end, Exception) or isinstance(end, (SQLAlchemyError, OSError)):
            raise end
        self.faults.tell(end, where="outbox")
        if what is not None:
            async with self.database.begin() as store:
                row = await store.outbox.row(what.row)
                there = store.of(row.fabrique)
                await self._never_arrives(there, row, what.address, Missed.REFUSED)

    async def _send(
        self,
        row: Outgoing,
        address: Address,
        edited: Outgoing | None,
        *,
        earlier: str | None,
        asks: str | None,
    ) -> Posted:
        transport = self.transports[address.platform]
        place = replace(_place(address), thread=row.thread)
        page = Page(
            markup=row.markup,
            choices=tuple(str(choice["label"]) for choice in row.choices),
            marks=marks(row.choices),
            silent=row.silent,
            file=await ready(File(*row.file)) if row.file else None,
            reply_to=row.reply_to,
            withdrawn=row.kind == WITHDRAWN,
            vote=row.kind == VOTE,
            pinned=_is_pinned(row),
            unpins=earlier,
            leaves=row.kind == FAREWELL,
            asks=asks,
        )
        if row.edits is None or _is_posted_anew(row, edited, address):
            return await transport.send(place, page, key=row.key)
        if edited is None or edited.message is None:
            raise TransportError("the message to edit never arrived", permanent=True)
        posted = Posted(edited.message, tuple(edited.extras))
        return await transport.edit(place, posted, page, key=row.key)

    async def _failed(
        self, store: Store, row: Outgoing, address: Address, error: TransportError
    ) -> None:
        log.info("send failed", row=row.id, reason=error.reason, permanent=error.permanent)
        now = self.clock.now()
        if error.moved_to is not None and row.tries < GIVEN_UP:
            await store.of(address.fabrique).chats.move(row.chat, error.moved_to)
            await store.outbox.postpone(row.id, now)
        elif error.thread_gone and row.edits is None and row.tries < GIVEN_UP:
            await self._out_of_the_thread(store, row, now)
        elif error.unknown:
            await self._lost(store, row, address)
        elif error.permanent or (row.tries >= GIVEN_UP and error.retry_after is None):
            await self._never_arrives(store.of(address.fabrique), row, address, Missed.REFUSED)
            await self._tell_undelivered(store.of(address.fabrique), row, address)
            if error.gone:
                await store.chats.leave(row.chat)
        elif error.retry_after is not None:
            until = now + timedelta(seconds=error.retry_after)
            await store.outbox.hold(row.id, until, claimed=True)
        else:
            await store.outbox.postpone(row.id, now + RETRIES[min(row.tries, len(RETRIES)) - 1])

    async def _out_of_the_thread(self, store: Store, row: Outgoing, now: datetime) -> None:
        """Somebody deleted it: a question gets another, anything else goes to the chat itself."""
        if row.question is not None:
            await store.threads.lost(row.question, row.chat)
        await store.outbox.leave_thread(row.id, now)

    async def _lost(
        self, store: Store, row: Outgoing, address: Address, *, died: bool = False
    ) -> None:
        """Nobody knows whether the row arrived. A process that `died` says nothing against another
        try: each death costs one, and no wait.
        """
        transport = self.transports.get(address.platform)
        wait = timedelta() if died else RETRIES[min(row.tries, len(RETRIES)) - 1]
        then = self.clock.now() + wait
        lost = replace(row, lost_at=row.lost_at or row.tried_at)
        keyed = transport is None or transport.idempotent
        harmless = row.edits is not None or (keyed and not self._is_forgotten(lost, address, then))
        again = harmless or address.private or address.team
        once_more = harmless or died or row.answers_lost == 0
        if again and once_more and row.tries < GIVEN_UP:
            await store.outbox.repeat(row.id, then)
        elif again:
            await store.outbox.settle(row.id, UNKNOWN, at=self.clock.now())
        else:
            await self._settle_unknown(store, row, address)

    async def _tell_undelivered(self, store: Store, row: Outgoing, address: Address) -> None:
        """The team's answer reached nobody: they are told, for the asker cannot be; and so they are
        of a letter that a group did not get.
        """
        if row.kind == LETTER and row.part == 1 and not address.private:
            await self._to_team(store, address, say("letter-undelivered", chat=address.title))
        answers = row.kind == "answer" and row.about and row.about.startswith("question:")
        if answers and not address.team:
            question = int(str(row.about).partition(":")[2])
            reply = say("answer-undelivered").on("question", question)
            await self._to_team(store, address, reply, question=question)

    async def _ask(self, store: Store, row: Outgoing, address: Address) -> None:
        await self._to_team(store, address, self.ask_team(row, address.title))

    async def _to_team(
        self, store: Store, address: Address, reply: Reply, *, question: int | None = None
    ) -> None:
        fabrique = await store.fabriques.of_chat(address.platform, address.address)
        for chat in await store.chats.team():
            head = Letterhead(
                chat=chat,
                language=chat.language,
                zone=fabrique.zone,
                now=self.clock.now(),
                kind="notice",
                question=question,
            )
            await self.composer.write(store, reply, head)


def _place(address: Address) -> Place:
    return Place(address.platform, address.address, address.private, address.title)


async def _asked(store: Store, row: Outgoing, address: Address) -> str | None:
    """The account of whoever is asked for words in a group, with nothing to choose."""
    if row.prompt is None or row.person is None or row.choices or address.private:
        return None
    accounts = await store.people.accounts(row.person)
    return next((one for platform, one, _ in accounts if platform == address.platform), None)


def _is_posted_anew(row: Outgoing, edited: Outgoing | None, address: Address) -> bool:
    """Whether what the team is to read stands nobody knows where, its answer being lost."""
    lost = edited is not None and edited.state == SENT and edited.message is None
    return lost and address.team and row.kind != WITHDRAWN


def _is_pinned(row: Outgoing) -> bool:
    """The week's agenda stays in sight, by its first part, where that is wanted."""
    return row.kind == AGENDA and row.part == 1 and row.edits is None and not row.unpinned
