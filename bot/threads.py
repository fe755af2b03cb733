"""Where what is said about a question stands in the team's chat: beside its card.

In a thread under the card where the platform hangs threads, in a topic where the chat has topics,
else as replies to the card. A topic is opened when the first row about a question is delivered, and
noted in a transaction of its own before anything is posted in it: a crash in between uses it again.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

import structlog

from chat.kept import marks
from chat.transport import Page, Place, Transport, TransportError
from domain.questions import QuestionState, title_of
from storage import Database, Store
from storage.carried import Renaming, Thread
from storage.outbox import Address, Outgoing

DONE = "✅ "
"""What the name of a topic begins with once its question needs nobody."""

log = structlog.get_logger(__name__)


@dataclass
class Threads:
    """Finds, opens and renames the place of each question."""

    database: Database
    transports: Mapping[str, Transport]
    _named_right: tuple[int, frozenset[str]] | None = field(default=None, init=False)

    async def beside_the_card(self, row: Outgoing, address: Address) -> Outgoing:
        """The row, placed where its question is talked of; raises TransportError."""
        if row.question is None or row.edits is not None:
            return row
        async with self.database.begin() as store:
            thread = await store.threads.of(row.question, row.chat)
        if thread is None:
            return row
        if thread.card is None:
            thread = await self._begun(thread, row, address)
        if thread.topic is not None:
            return replace(row, thread=thread.topic)
        return replace(row, reply_to=row.reply_to or thread.card)

    async def stands(self, store: Store, row: Outgoing, message: str, platform: str) -> None:
        """A row arrived: the first one about its question is what the others will follow."""
        if row.question is None or row.edits is not None:
            return
        thread = await store.threads.of(row.question, row.chat)
        if thread is not None and thread.card is None:
            await store.threads.carded(thread.id, message, self._topic(thread, message, platform))

    async def misnamed(self) -> Sequence[Renaming]:
        """Topics whose name does not say what became of their question.

        Once all names are right, they stay so until a question changes.
        """
        changes = self.database.changes
        if self._named_right is not None and not changes.since(*self._named_right):
            return ()
        count = changes.count
        async with self.database.begin() as store:
            misnamed = await store.threads.misnamed(tuple(self.transports))
        self._named_right = None if misnamed else (count, frozenset(store.touched.reads))
        return misnamed

    async def retitle(self, misnamed: Sequence[Renaming]) -> None:
        """Let the name of each topic say it."""
        for one in misnamed:
            if await self._named(one):
                async with self.database.begin() as store:
                    await store.threads.named(one.thread, one.state)

    async def _named(self, one: Renaming) -> bool:
        """Whether the topic says it now, or never will."""
        title, closed = _look(one.text, one.state)
        if (title, closed) == _look(one.text, one.shown):
            return True
        place = Place(one.platform, one.address, False, one.title, one.topic)
        try:
            await self.transports[one.platform].retitle_topic(place, title, closed=closed)
        except TransportError as error:
            log.info("topic not renamed", reason=error.reason, again=not error.permanent)
            return error.permanent
        return True

    async def _begun(self, thread: Thread, row: Outgoing, address: Address) -> Thread:
        """Nothing stands there yet, or any more: a topic where there are some, and the card."""
        topic = thread.topic or await self._opened(thread, address)
        thread = replace(thread, topic=topic)
        if thread.card_row == row.id:
            return thread
        return await self._card_again(thread, row, address)

    async def _opened(self, thread: Thread, address: Address) -> str | None:
        """A topic's id, noted before it is used. One that cannot be opened leaves the chat itself.

        Whether a topic was opened whose id got lost nobody can tell: an empty one may stay.
        """
        async with self.database.begin(address.fabrique) as store:
            question = await store.questions.question(thread.question)
        place = Place(address.platform, address.address, address.private, address.title)
        title = title_of(question.text) if question else ""
        try:
            topic = await self.transports[address.platform].open_topic(place, title)
        except TransportError as error:
            if error.permanent and not error.gone:
                log.warning("no topic", chat=address.address, reason=error.reason)
                return None
            raise _not_sent(error) from error
        if topic is not None:
            async with self.database.begin() as store:
                await store.threads.opened(thread.id, topic)
        return topic

    async def _card_again(self, thread: Thread, row: Outgoing, address: Address) -> Thread:
        """The card as it stood, where it can be seen from now on, before what follows it."""
        async with self.database.begin() as store:
            card = await store.outbox.row(thread.card_row)
        if not card.markup:
            return thread
        place = Place(
            address.platform, address.address, address.private, address.title, thread.topic
        )
        labels = tuple(str(choice["label"]) for choice in card.choices)
        page = Page(card.markup, labels, marks(card.choices))
        transport = self.transports[address.platform]
        try:
            posted = await transport.send(place, page, key=f"{card.key}-{row.id}")
        except TransportError as error:
            if error.permanent and not (error.gone or error.thread_gone):
                return thread
            raise
        topic = self._topic(thread, posted.message, address.platform)
        async with self.database.begin() as store:
            await store.outbox.stands_as(card.id, posted.message, posted.extras)
            await store.threads.carded(thread.id, posted.message, topic)
        return replace(thread, card=posted.message, topic=topic)

    def _topic(self, thread: Thread, card: str, platform: str) -> str | None:
        return card if self.transports[platform].hangs_threads else thread.topic


def _look(text: str, state: QuestionState) -> tuple[str, bool]:
    """A topic's name, and whether it is closed: an answer may still be followed by words."""
    if state in (QuestionState.OPEN, QuestionState.TAKEN):
        return title_of(text), False
    return DONE + title_of(text), state is not QuestionState.ANSWERED


def _not_sent(error: TransportError) -> TransportError:
    """No row was sent yet, so that nothing about it is unknown."""
    return TransportError(
        error.reason,
        permanent=error.permanent,
        gone=error.gone,
        retry_after=error.retry_after,
        account=error.account,
        moved_to=error.moved_to,
    )
