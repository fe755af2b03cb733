"""Questions that people answer, and the messages that passed between both sides."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, String, false
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.base import OfFabrique, Row


class QuestionRow(OfFabrique, Row):
    """A question that people answer, because the knowledge base could not.

    `suggested` are the entries that the bot would have shown. `gathering_id` is the meeting to
    which it was brought.
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
    suggested: Mapped[list[Any]] = mapped_column(default=list, server_default="[]")
    merged_into: Mapped[int | None] = mapped_column(ForeignKey("questions.id"))
    nudged_at: Mapped[datetime | None]
    answered_at: Mapped[datetime | None]
    gathering_id: Mapped[int | None] = mapped_column(ForeignKey("gatherings.id"))


class QuestionMessageRow(OfFabrique, Row):
    """A message about a question that was carried to the other side, so that edits can follow."""

    __tablename__ = "question_messages"
    __table_args__ = (Index("ix_question_messages_chat_id_message", "chat_id", "message"),)

    question_id: Mapped[int] = mapped_column(ForeignKey("questions.id"), index=True)
    from_team: Mapped[bool]
    chat_id: Mapped[int] = mapped_column(ForeignKey("chats.id"))
    message: Mapped[str]
    outbox_id: Mapped[int] = mapped_column(ForeignKey("outbox.id"))
    at: Mapped[datetime]
