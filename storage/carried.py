"""What passed between askers and the team, and where a question is talked of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from domain.questions import QuestionState
from storage.engines import insert_or_ignore
from storage.tables import (
    ChatRow,
    OutboxRow,
    QuestionMessageRow,
    QuestionRow,
    QuestionThreadRow,
)


@dataclass(frozen=True)
class Copy:
    """A message of a question on the other side: the outbox row that says it there.

    `text` is what the author wrote.
    """

    question: int
    from_team: bool
    row: int
    text: str
    at: datetime


@dataclass(frozen=True)
class Copies:
    """Messages carried to the other side, so that what becomes of them can follow."""

    session: AsyncSession
    fabrique: int

    async def keep(
        self,
        question: int,
        chat: int,
        message: str,
        rows: Sequence[int],
        *,
        text: str,
        from_team: bool,
        now: datetime,
    ) -> None:
        """Remember which rows say, on the other side, what a message says."""
        for row in rows:
            self.session.add(
                QuestionMessageRow(
                    fabrique_id=self.fabrique,
                    question_id=question,
                    from_team=from_team,
                    chat_id=chat,
                    message=message,
                    text=text,
                    outbox_id=row,
                    at=now,
                )
            )
        await self.session.flush()

    async def of(self, chat: int, message: str) -> Sequence[Copy]:
        """The copies of a message, in the order in which they were written."""
        rows = await self.session.scalars(
            select(QuestionMessageRow)
            .where(
                QuestionMessageRow.fabrique_id == self.fabrique,
                QuestionMessageRow.chat_id == chat,
                QuestionMessageRow.message == message,
            )
            .order_by(QuestionMessageRow.id)
        )
        return [_copy(row) for row in rows]

    async def reword(self, chat: int, message: str, text: str) -> None:
        """Keep what the author of a message wrote in its place."""
        await self.session.execute(
            update(QuestionMessageRow)
            .where(
                QuestionMessageRow.fabrique_id == self.fabrique,
                QuestionMessageRow.chat_id == chat,
                QuestionMessageRow.message == message,
            )
            .values(text=text)
        )

    async def newest(self, question: int, chat: int) -> Copy | None:
        """The last copy of what was said about a question in a chat."""
        row = await self.session.scalar(
            select(QuestionMessageRow)
            .where(
                QuestionMessageRow.question_id == question,
                QuestionMessageRow.chat_id == chat,
                QuestionMessageRow.fabrique_id == self.fabrique,
            )
            .order_by(QuestionMessageRow.id.desc())
            .limit(1)
        )
        return _copy(row) if row else None

    async def brought(self, chat: int, *, since: datetime) -> int | None:
        """The question for whose other side a file was brought to a chat last, if that is new."""
        return await self.session.scalar(
            select(QuestionMessageRow.question_id)
            .join(OutboxRow, OutboxRow.id == QuestionMessageRow.outbox_id)
            .where(
                QuestionMessageRow.fabrique_id == self.fabrique,
                QuestionMessageRow.chat_id == chat,
                QuestionMessageRow.at >= since,
                OutboxRow.file_name.is_not(None),
            )
            .order_by(QuestionMessageRow.id.desc())
            .limit(1)
        )


@dataclass(frozen=True)
class Thread:
    """Where a question is talked of in a chat. `card_row` says the card; `card` is its message.

    `topic` is the thread or topic. Without `card` nothing stands there yet, or any more.
    """

    id: int
    question: int
    chat: int
    card_row: int
    card: str | None
    topic: str | None


@dataclass(frozen=True)
class Renaming:
    """A topic whose name tells another state than its question has."""

    thread: int
    text: str
    shown: QuestionState
    state: QuestionState
    platform: str
    address: str
    title: str
    topic: str


@dataclass(frozen=True)
class Threads:
    """Where each question is talked of, in each chat of the team."""

    session: AsyncSession
    fabrique: int

    async def begin(self, question: int, chat: int, row: int) -> None:
        """The first row about a question in a chat is its card; later ones change nothing."""
        await insert_or_ignore(
            self.session,
            QuestionThreadRow,
            {
                "fabrique_id": self.fabrique,
                "question_id": question,
                "chat_id": chat,
                "card_id": row,
                "shown": QuestionState.OPEN.value,
            },
        )

    async def of(self, question: int, chat: int) -> Thread | None:
        """Where a question is talked of in a chat."""
        row = await self.session.scalar(
            select(QuestionThreadRow).where(
                QuestionThreadRow.question_id == question, QuestionThreadRow.chat_id == chat
            )
        )
        return _thread(row) if row else None

    async def question_in(self, chat: int, topic: str) -> int | None:
        """The question that a thread or topic of a chat of the team is about."""
        return await self.session.scalar(
            select(QuestionThreadRow.question_id)
            .join(ChatRow, ChatRow.id == QuestionThreadRow.chat_id)
            .where(
                QuestionThreadRow.chat_id == chat,
                QuestionThreadRow.thread == topic,
                ChatRow.team,
            )
        )

    async def opened(self, thread: int, topic: str) -> None:
        """A topic was opened; nothing stands in it yet."""
        row = await self.session.get_one(QuestionThreadRow, thread)
        row.thread, row.card, row.shown = topic, None, QuestionState.OPEN.value

    async def carded(self, thread: int, message: str, topic: str | None) -> None:
        """The card stands where the rest will follow."""
        row = await self.session.get_one(QuestionThreadRow, thread)
        row.card, row.thread = message, topic

    async def lost(self, question: int, chat: int) -> None:
        """Somebody deleted the topic: what comes next opens another, the card first."""
        await self.session.execute(
            update(QuestionThreadRow)
            .where(QuestionThreadRow.question_id == question, QuestionThreadRow.chat_id == chat)
            .values(thread=None, card=None)
        )

    async def misnamed(self, platforms: Sequence[str]) -> Sequence[Renaming]:
        """Topics whose name tells another state than their question has, oldest first."""
        rows = await self.session.execute(
            select(QuestionThreadRow, QuestionRow, ChatRow)
            .join(QuestionRow, QuestionRow.id == QuestionThreadRow.question_id)
            .join(ChatRow, ChatRow.id == QuestionThreadRow.chat_id)
            .where(
                QuestionThreadRow.shown != QuestionRow.state,
                QuestionThreadRow.card.is_not(None),
                QuestionThreadRow.thread.is_not(None),
                ChatRow.platform.in_(platforms),
                ChatRow.present,
            )
            .order_by(QuestionThreadRow.id)
        )
        return [
            Renaming(
                thread=row.id,
                text=asked.text,
                shown=QuestionState(row.shown),
                state=QuestionState(asked.state),
                platform=at.platform,
                address=at.address,
                title=at.title,
                topic=row.thread or "",
            )
            for row, asked, at in rows
        ]

    async def named(self, thread: int, state: QuestionState) -> None:
        """The topic's name tells that state now."""
        (await self.session.get_one(QuestionThreadRow, thread)).shown = state.value


def _copy(row: QuestionMessageRow) -> Copy:
    return Copy(row.question_id, row.from_team, row.outbox_id, row.text, row.at)


def _thread(row: QuestionThreadRow) -> Thread:
    return Thread(row.id, row.question_id, row.chat_id, row.card_id, row.card, row.thread)
