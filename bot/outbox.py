"""Delivery: rows of the outbox leave after their commit, in order in each chat.

A row is claimed, sent, reported, in three steps, so that a crash between them is seen at the next
start. Where the platform knows a key the same send is repeated without harm; elsewhere a send whose
answer was lost is *unknown*: said once more in private, left to the team in a group.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

import structlog
from sqlalchemy.exc import SQLAlchemyError

from bot.clock import Clock
from bot.composer import Composer, Letterhead
from bot.faults import Faults
from bot.papers import ready
from bot.threads import Threads
from chat.transport import File, Page, Place, Posted, Transport, TransportError
from chat.words import Reply, say
from storage import Database, Store
from storage.outbox import DEAD, UNKNOWN, WITHDRAWN, Address, Outgoing

RETRIES = tuple(timedelta(seconds=s) for s in (2, 5, 15, 60, 300, 900, 3600))
"""Waits between tries; the last one repeats."""

GIVEN_UP = 60
"""Tries after which a send is dead: more than two days of trying."""

log = structlog.get_logger(__name__)


@dataclass
class Outbox:
    """Delivers what is due. `at_once` chats are served side by side; one makes the order total.

    `process` is this one's name among several. Once `closing`, sends under way are finished and no
    other begins.
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
    closing: bool = False

    async def recover(self, living: Sequence[str] = ()) -> None:
        """Look at rows that a killed process was sending; those of the living are theirs."""
        async with self.database.begin() as store:
            for row in await store.outbox.left_claimed(tuple(self.transports), living=living):
                await self._lost(store, row, await store.outbox.address(row.id), died=True)

    async def drain(self) -> int:
        """Deliver what is due now; says how many sends were tried."""
        count = 0
        while not self.closing and (numbers := await self._due()):
            sends = (self._deliver(number) for number in numbers)
            ends = await asyncio.gather(*sends, return_exceptions=True)
            for number, end in zip(numbers, ends, strict=True):
                await self._end(number, end)
            count += len(numbers)
        if not self.closing:
            await self.threads.retitle()
        return count

    async def next_due(self) -> datetime | None:
        """When the next send may be tried."""
        async with self.database.begin() as store:
            return await store.outbox.next_due(tuple(self.transports))

    async def _due(self) -> list[int]:
        async with self.database.begin() as store:
            found = await store.outbox.due(
                self.clock.now(), tuple(self.transports), at_most=self.at_once
            )
            return list(found)

    async def _deliver(self, number: int) -> None:
        async with self.database.begin() as store:
            row = await store.outbox.claim(number, by=self.process)
            if row is None:
                return
            address = await store.outbox.address(number)
            edited = await store.outbox.row(row.edits) if row.edits else None
        try:
            placed = await self.threads.beside_the_card(row, address)
            posted = await self._send(placed, address, edited)
        except TransportError as error:
            async with self.database.begin() as store:
                await self._failed(store, row, address, error)
            return
        async with self.database.begin() as store:
            now = self.clock.now()
            await store.outbox.delivered(row.id, posted.message, posted.extras, at=now)
            await self.threads.stands(store, row, posted.message, address.platform)

    async def _end(self, number: int, end: BaseException | None) -> None:
        """A database that is away is waited for; a fault of ours ends that send alone."""
        if end is None:
            return
        if not isinstance(end, Exception) or isinstance(end, (SQLAlchemyError, OSError)):
            raise end
        self.faults.tell(end, where="outbox")
        async with self.database.begin() as store:
            await store.outbox.settle(number, DEAD, at=self.clock.now())

    async def _send(self, row: Outgoing, address: Address, edited: Outgoing | None) -> Posted:
        transport = self.transports[address.platform]
        place = Place(address.platform, address.address, address.private, address.title, row.thread)
        page = Page(
            markup=row.markup,
            choices=tuple(str(choice["label"]) for choice in row.choices),
            file=await ready(File(*row.file)) if row.file else None,
            reply_to=row.reply_to,
            withdrawn=row.kind == WITHDRAWN,
        )
        if row.edits is None:
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
            await store.outbox.settle(row.id, DEAD, at=now)
            await self._tell_undelivered(store.of(address.fabrique), row, address)
            if error.gone:
                await store.chats.leave(row.chat)
        else:
            await store.outbox.postpone(row.id, now + _wait(row, error))

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
        harmless = transport is None or transport.idempotent or row.edits is not None
        again = harmless or address.private or address.team
        once_more = harmless or died or row.answers_lost == 0
        if again and once_more and row.tries < GIVEN_UP:
            wait = timedelta() if died else RETRIES[min(row.tries, len(RETRIES)) - 1]
            await store.outbox.repeat(row.id, self.clock.now() + wait)
            return
        await store.outbox.settle(row.id, UNKNOWN, at=self.clock.now())
        if not again:
            await self._ask(store.of(address.fabrique), row, address)

    async def _tell_undelivered(self, store: Store, row: Outgoing, address: Address) -> None:
        """The team's answer reached nobody: they are told, for the asker cannot be."""
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


def _wait(row: Outgoing, error: TransportError) -> timedelta:
    if error.retry_after is not None:
        return timedelta(seconds=error.retry_after)
    return RETRIES[min(row.tries, len(RETRIES)) - 1]
