"""What was received, what waits for an answer, what is sent."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, LargeBinary, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.base import OfFabrique, Row


class PromptRow(Row):
    """The question that waits for someone's answer in a chat; one at a time.

    `thread` is the thread or topic in which it was put.
    """

    __tablename__ = "prompts"
    __table_args__ = (UniqueConstraint("chat_id", "person_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    chat_id: Mapped[int] = mapped_column(ForeignKey("chats.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    token: Mapped[str] = mapped_column(String(24))
    command: Mapped[str] = mapped_column(String(60))
    given: Mapped[dict[str, Any]]
    asked: Mapped[list[Any]]
    thread: Mapped[str | None]
    at: Mapped[datetime]


class InboxRow(Row):
    """An update received and not yet answered; gone once it is."""

    __tablename__ = "inbox"
    __table_args__ = (UniqueConstraint("platform", "update_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    platform: Mapped[str] = mapped_column(String(20))
    update_id: Mapped[str]
    body: Mapped[dict[str, Any]]


class SeenRow(Row):
    """An update that took effect, so that it never does again."""

    __tablename__ = "seen"

    platform: Mapped[str] = mapped_column(String(20), primary_key=True)
    update_id: Mapped[str] = mapped_column(primary_key=True)
    at: Mapped[datetime] = mapped_column(index=True)


class CursorRow(Row):
    """How far a platform was read."""

    __tablename__ = "cursors"

    platform: Mapped[str] = mapped_column(String(20), primary_key=True)
    cursor: Mapped[str]


class OutboxRow(OfFabrique, Row):
    """One send or edit, before and after delivery; also the record of what a message offered.

    `question_id` is the question beside whose card it is posted, in a chat of the team.
    `claimed_by` is the process that sends it, where there are several; `tried_at` when it was last
    tried, `lost_at` the first time that it may have arrived without our knowing. What is not sent
    by `until` is not sent any more.
    """

    __tablename__ = "outbox"
    __table_args__ = (
        Index("ix_outbox_chat_id_message", "chat_id", "message"),
        Index("ix_outbox_state_due_at", "state", "due_at"),
    )

    chat_id: Mapped[int] = mapped_column(ForeignKey("chats.id"))
    kind: Mapped[str] = mapped_column(String(10))
    issue: Mapped[str | None] = mapped_column(String(20))
    part: Mapped[int] = mapped_column(default=1)
    key: Mapped[str] = mapped_column(String(40))
    state: Mapped[str] = mapped_column(String(10))
    claimed_by: Mapped[str | None] = mapped_column(String(24))
    tries: Mapped[int] = mapped_column(default=0)
    answers_lost: Mapped[int] = mapped_column(default=0)
    tried_at: Mapped[datetime | None]
    lost_at: Mapped[datetime | None]
    until: Mapped[datetime | None]
    silent: Mapped[bool] = mapped_column(default=False)
    unpinned: Mapped[bool] = mapped_column(default=False)
    due_at: Mapped[datetime]
    done_at: Mapped[datetime | None]
    markup: Mapped[str]
    choices: Mapped[list[Any]]
    thread: Mapped[str | None]
    reply_to: Mapped[str | None]
    edits: Mapped[int | None] = mapped_column(ForeignKey("outbox.id"))
    message: Mapped[str | None]
    extras: Mapped[list[Any]]
    about: Mapped[str | None] = mapped_column(String(40), index=True)
    question_id: Mapped[int | None] = mapped_column(ForeignKey("questions.id"))
    prompt: Mapped[str | None] = mapped_column(String(24))
    person_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    file_name: Mapped[str | None]
    file_type: Mapped[str | None]
    file: Mapped[bytes | None] = mapped_column(LargeBinary)


class IssueRow(OfFabrique, Row):
    """An issue of the agenda or the letter for one chat; its key is what makes it posted once.

    Of an agenda, `edition_id` is what it was made of, `first` the first day it tells, `telling` how
    its reader wanted it then. `version` are the corrections that were brought to it, `drawn` those
    that surely stand there, `fixed` whether its platform refuses to change it. `missed` is why the
    chat did not get it, which `told` says the team knows.
    """

    __tablename__ = "issues"
    __table_args__ = (UniqueConstraint("chat_id", "kind", "issue"),)

    chat_id: Mapped[int] = mapped_column(ForeignKey("chats.id"))
    kind: Mapped[str] = mapped_column(String(10))
    issue: Mapped[str] = mapped_column(String(20))
    at: Mapped[datetime]
    edition_id: Mapped[int | None] = mapped_column(index=True)
    first: Mapped[date | None]
    version: Mapped[int] = mapped_column(default=0)
    telling: Mapped[dict[str, Any] | None]
    drawn: Mapped[int] = mapped_column(default=0)
    fixed: Mapped[bool] = mapped_column(default=False)
    missed: Mapped[str | None] = mapped_column(String(10))
    told: Mapped[bool] = mapped_column(default=False)
