"""Questions that people answer, and the messages that passed between both sides."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint, false
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.base import OfFabrique, Row


class QuestionRow(OfFabrique, Row):
    """A question that people answer, because the knowledge base could not.

    `suggested` is what the bot would have shown, `answer` all that the team wrote, `entry_id` the
    entry that holds it. Whoever answered, closed or merged it is `settled_by`. It has waited since
    `waits_since`, if not since `at`. `gathering_id` is the meeting to which it was brought.
    """

    __tablename__ = "questions"

    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    chat_id: Mapped[int] = mapped_column(ForeignKey("chats.id"))
    message: Mapped[str | None]
    thread: Mapped[str | None]
    text: Mapped[str]
    state: Mapped[str] = mapped_column(String(12))
    taken_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    at: Mapped[datetime]
    anonymous: Mapped[bool] = mapped_column(default=False, server_default=false())
    suggested: Mapped[dict[str, Any]] = mapped_column(default=dict, server_default="{}")
    merged_into: Mapped[int | None] = mapped_column(ForeignKey("questions.id"), index=True)
    settled_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    answer: Mapped[str] = mapped_column(default="", server_default="")
    answered_at: Mapped[datetime | None]
    waits_since: Mapped[datetime | None]
    nudges: Mapped[int] = mapped_column(default=0, server_default="0")
    nudged_at: Mapped[datetime | None]
    entry_id: Mapped[int | None] = mapped_column(ForeignKey("entries.id"))
    gathering_id: Mapped[int | None] = mapped_column(ForeignKey("gatherings.id"))


class QuestionMessageRow(OfFabrique, Row):
    """A message about a question that was carried to the other side, so that edits can follow."""

    __tablename__ = "question_messages"
    __table_args__ = (Index("ix_question_messages_chat_id_message", "chat_id", "message"),)

    question_id: Mapped[int] = mapped_column(ForeignKey("questions.id"), index=True)
    from_team: Mapped[bool]
    chat_id: Mapped[int] = mapped_column(ForeignKey("chats.id"))
    message: Mapped[str]
    text: Mapped[str]
    outbox_id: Mapped[int] = mapped_column(ForeignKey("outbox.id"))
    at: Mapped[datetime]


class QuestionThreadRow(OfFabrique, Row):
    """Where a question is talked about in one of the team's chats: its card, and what hangs there.

    `card_id` is the outbox row of the card, `card` its message as it stands now. `thread` is the
    topic opened for it, or the thread under the card; None where a platform has neither. `shown` is
    the state that the topic's name tells.
    """

    __tablename__ = "question_threads"
    __table_args__ = (
        UniqueConstraint("question_id", "chat_id"),
        Index("ix_question_threads_chat_id_thread", "chat_id", "thread"),
    )

    question_id: Mapped[int] = mapped_column(ForeignKey("questions.id"))
    chat_id: Mapped[int] = mapped_column(ForeignKey("chats.id"))
    card_id: Mapped[int] = mapped_column(ForeignKey("outbox.id"))
    card: Mapped[str | None]
    thread: Mapped[str | None]
    shown: Mapped[str] = mapped_column(String(12))
