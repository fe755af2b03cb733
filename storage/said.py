"""What we said: the messages that stand in the chats, found by number, by subject, by choice.

Reads what the outbox delivered or is about to. Must not know how a message is sent.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from storage.outbox import CARD, DEAD, SENT, Address, Outgoing, address_of, outgoing_of
from storage.tables import ChatRow, OutboxRow

TOLD_MOST = 30
"""Messages looked back at: what was said before them is out of sight."""


@dataclass(frozen=True)
class Said:
    """Messages of every fabrique, edits left out."""

    session: AsyncSession
    fabrique: int

    async def posted(self, chat: int, message: str) -> Outgoing | None:
        """What we posted in a chat under that message id."""
        row = await self.session.scalar(
            select(OutboxRow)
            .where(OutboxRow.chat_id == chat, OutboxRow.message == message)
            .order_by(OutboxRow.id.desc())  # a group that moved counts its messages anew
            .limit(1)
        )
        return outgoing_of(row) if row else None

    async def posted_so_far(self) -> int:
        """How many messages every fabrique has posted."""
        count = select(func.count()).where(OutboxRow.message.is_not(None))
        return int(await self.session.scalar(count) or 0)

    async def before(self, row: Outgoing) -> str | None:
        """What the platform calls the message of that kind that a chat was posted before a row."""
        return await self.session.scalar(
            select(OutboxRow.message)
            .where(
                OutboxRow.chat_id == row.chat,
                OutboxRow.kind == row.kind,
                OutboxRow.id < row.id,
                OutboxRow.part == 1,
                OutboxRow.message.is_not(None),
            )
            .order_by(OutboxRow.id.desc())
            .limit(1)
        )

    async def newest(self, chat: int) -> Outgoing | None:
        """What was said last in a chat."""
        row = await self.session.scalar(
            select(OutboxRow)
            .where(OutboxRow.chat_id == chat, OutboxRow.edits.is_(None))
            .order_by(OutboxRow.id.desc())
            .limit(1)
        )
        return outgoing_of(row) if row else None

    async def newest_with_choices(self, chat: int) -> Outgoing | None:
        """The newest message of a chat that still offers choices."""
        rows = await self.session.scalars(
            select(OutboxRow)
            .where(OutboxRow.chat_id == chat, OutboxRow.edits.is_(None))
            .order_by(OutboxRow.id.desc())
            .limit(20)
        )
        return next((outgoing_of(row) for row in rows if row.choices), None)

    async def told(self, chat: int, person: int, *, since: datetime) -> Sequence[Outgoing]:
        """What a person was told in a chat since a moment, newest first."""
        rows = await self.session.scalars(
            select(OutboxRow)
            .where(
                OutboxRow.chat_id == chat,
                OutboxRow.edits.is_(None),
                OutboxRow.due_at >= since,
                or_(OutboxRow.person_id.is_(None), OutboxRow.person_id == person),
            )
            .order_by(OutboxRow.id.desc())
            .limit(TOLD_MOST)
        )
        return [outgoing_of(row) for row in rows]

    async def replied_to(self, chat: int, message: str) -> bool:
        """Whether something was posted in reply to somebody's message."""
        found = select(OutboxRow.id).where(
            OutboxRow.chat_id == chat, OutboxRow.reply_to == message, OutboxRow.edits.is_(None)
        )
        return await self.session.scalar(found.limit(1)) is not None

    async def asking(self, chat: int, prompt: str) -> Outgoing | None:
        """The newest message that asks a question and still offers choices for it."""
        rows = await self.session.scalars(
            select(OutboxRow)
            .where(
                OutboxRow.chat_id == chat,
                OutboxRow.prompt == prompt,
                OutboxRow.edits.is_(None),
            )
            .order_by(OutboxRow.id.desc())
        )
        return next((outgoing_of(row) for row in rows if row.choices), None)

    async def about(self, subject: str) -> Sequence[Outgoing]:
        """The messages posted about a thing, such as a question's cards."""
        rows = await self.session.scalars(
            select(OutboxRow)
            .where(OutboxRow.about == subject, OutboxRow.edits.is_(None))
            .order_by(OutboxRow.id)
        )
        return [outgoing_of(row) for row in rows]

    async def copies(self, subject: str) -> Sequence[Sequence[Outgoing]]:
        """What was posted about a thing, perhaps several times: each time the pages of it."""
        copies: list[list[Outgoing]] = []
        for row in await self.about(subject):
            if row.part > 1 and copies and copies[-1][-1].chat == row.chat:
                copies[-1].append(row)
            else:
                copies.append([row])
        return copies

    async def open_before_team(self, kind: str) -> Sequence[Outgoing]:
        """The first message about each thing of a kind before the team, while it offers choices."""
        rows = await self.session.scalars(
            select(OutboxRow)
            .join(ChatRow, ChatRow.id == OutboxRow.chat_id)
            .where(
                OutboxRow.fabrique_id == self.fabrique,
                OutboxRow.about.startswith(f"{kind}:"),
                OutboxRow.edits.is_(None),
                ChatRow.team,
            )
            .order_by(OutboxRow.id)
        )
        first: dict[str | None, Outgoing] = {}
        for row in rows:
            if row.choices:
                first.setdefault(row.about, outgoing_of(row))
        return list(first.values())

    async def last_about(self, chat: int, subject: str) -> datetime | None:
        """When something was last said about a thing in a chat."""
        found: datetime | None = await self.session.scalar(
            select(func.max(OutboxRow.due_at)).where(
                OutboxRow.chat_id == chat, OutboxRow.about == subject, OutboxRow.edits.is_(None)
            )
        )
        return found

    async def drawn(self, subject: str) -> Sequence[tuple[Outgoing, bool]]:
        """Every card of a thing, and whether it is before the team."""
        rows = await self.session.execute(
            select(OutboxRow, ChatRow.team)
            .join(ChatRow, ChatRow.id == OutboxRow.chat_id)
            .where(OutboxRow.about == subject, OutboxRow.kind == CARD, OutboxRow.edits.is_(None))
            .order_by(OutboxRow.id)
        )
        return [(outgoing_of(row), bool(team)) for row, team in rows]

    async def cards(self, subject: str) -> Sequence[Outgoing]:
        """The newest card of a thing in each chat that has one."""
        newest = (
            select(func.max(OutboxRow.id))
            .where(OutboxRow.about == subject, OutboxRow.kind == CARD, OutboxRow.edits.is_(None))
            .group_by(OutboxRow.chat_id)
        )
        rows = await self.session.scalars(
            select(OutboxRow).where(OutboxRow.id.in_(newest)).order_by(OutboxRow.id)
        )
        return [outgoing_of(row) for row in rows]

    async def carded(self, chat: int, subjects: Sequence[str]) -> set[str]:
        """Which of these things have a card in a chat."""
        found = await self.session.scalars(
            select(OutboxRow.about).where(
                OutboxRow.chat_id == chat, OutboxRow.kind == CARD, OutboxRow.about.in_(subjects)
            )
        )
        return {subject for subject in found if subject}

    async def offers_other(self, row: Outgoing, *, since: datetime) -> bool:
        """Whether a message was redrawn since a moment with other choices than before."""
        edits = await self.session.scalars(
            select(OutboxRow).where(
                OutboxRow.chat_id == row.chat,
                OutboxRow.message.is_(None),
                OutboxRow.edits == row.id,
                OutboxRow.state == SENT,
                OutboxRow.done_at > since,
            )
        )
        return any(edit.choices for edit in edits)

    async def close_choices(self, number: int) -> None:
        """A message offers nothing any more, whatever is still drawn on it."""
        (await self.session.get_one(OutboxRow, number)).choices = []

    async def deliveries(self) -> Sequence[tuple[Outgoing, Address]]:
        """Every send of this fabrique, edits left out, oldest first."""
        rows = await self.session.execute(
            select(OutboxRow, ChatRow)
            .join(ChatRow, ChatRow.id == OutboxRow.chat_id)
            .where(OutboxRow.fabrique_id == self.fabrique, OutboxRow.edits.is_(None))
            .order_by(OutboxRow.id)
        )
        return [(outgoing_of(row), address_of(at)) for row, at in rows]

    async def forget(self, *, before: datetime) -> None:
        """Empty the words of messages that are long delivered and offer nothing any more."""
        await self.session.execute(
            update(OutboxRow)
            .where(
                OutboxRow.done_at < before,
                OutboxRow.state.in_((SENT, DEAD)),
                OutboxRow.markup != "",
            )
            .values(markup="", choices=[], extras=[], file=None)
        )

    async def empty(self, subject: str) -> None:
        """Empty at once the words of all that was said about a thing, and of every edit of it."""
        about = select(OutboxRow.id).where(OutboxRow.about == subject)
        await self.session.execute(
            update(OutboxRow)
            .where(
                or_(OutboxRow.about == subject, OutboxRow.edits.in_(about)),
                OutboxRow.state.in_((SENT, DEAD)),
            )
            .values(markup="", choices=[])
        )
