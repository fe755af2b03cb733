"""The tables, and nothing else. Rows never leave `storage/`; queries turn them into domain values.

Every row belongs to a fabrique, directly or through the row it hangs from; what a platform brings
(inbox, seen, cursors) comes before any fabrique is known.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from typing import Any, ClassVar

from sqlalchemy import (
    JSON,
    DateTime,
    Dialect,
    ForeignKey,
    Index,
    LargeBinary,
    MetaData,
    String,
    Text,
    TypeDecorator,
    UniqueConstraint,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}


class Moment(TypeDecorator[datetime]):
    """A moment in UTC: refuses a naive one, and gives an aware one back on every engine."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, _: Dialect) -> datetime | None:
        """To UTC before it is stored."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment needs a time zone")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, _: Dialect) -> datetime | None:
        """Aware when it comes back; SQLite forgets the zone."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Row(DeclarativeBase):
    """The base of every table."""

    metadata = MetaData(naming_convention=NAMING)
    type_annotation_map: ClassVar = {
        datetime: Moment,
        str: Text,
        dict[str, Any]: JSON,
        list[Any]: JSON,
    }


class OfFabrique:
    """The two columns that nearly every table begins with."""

    id: Mapped[int] = mapped_column(primary_key=True)
    fabrique_id: Mapped[int] = mapped_column(ForeignKey("fabriques.id"), index=True)


class FabriqueRow(Row):
    """A community."""

    __tablename__ = "fabriques"

    id: Mapped[int] = mapped_column(primary_key=True)
    slug: Mapped[str] = mapped_column(String(60), unique=True)
    name: Mapped[str]
    timezone: Mapped[str]
    language: Mapped[str] = mapped_column(String(8))


class PersonRow(OfFabrique, Row):
    """Somebody the fabrique met."""

    __tablename__ = "people"

    name: Mapped[str]
    language: Mapped[str] = mapped_column(String(8))
    known_since: Mapped[datetime]


class AccountRow(OfFabrique, Row):
    """A person's account on a platform; one person may have several."""

    __tablename__ = "accounts"
    __table_args__ = (UniqueConstraint("fabrique_id", "platform", "account"),)

    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    platform: Mapped[str] = mapped_column(String(20))
    account: Mapped[str]
    handle: Mapped[str | None]


class ChatRow(OfFabrique, Row):
    """A conversation, and what a group wants to receive there."""

    __tablename__ = "chats"
    __table_args__ = (UniqueConstraint("platform", "address"),)

    platform: Mapped[str] = mapped_column(String(20))
    address: Mapped[str]
    private: Mapped[bool]
    title: Mapped[str]
    language: Mapped[str] = mapped_column(String(8))
    team: Mapped[bool] = mapped_column(default=False)
    present: Mapped[bool] = mapped_column(default=True)
    person_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"), index=True)
    gets_agenda: Mapped[bool] = mapped_column(default=True)
    gets_letter: Mapped[bool] = mapped_column(default=True)
    weekday: Mapped[int] = mapped_column(default=0)
    post_at: Mapped[time] = mapped_column(default=time(8, 0))
    since: Mapped[datetime]
    heard_at: Mapped[datetime]


class MembershipRow(Row):
    """Who was heard in which group, with what the platform last said of them."""

    __tablename__ = "memberships"

    chat_id: Mapped[int] = mapped_column(ForeignKey("chats.id"), primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), primary_key=True)
    rank: Mapped[str] = mapped_column(String(10))


class PromptRow(Row):
    """The question that waits for someone's answer in a chat; one at a time."""

    __tablename__ = "prompts"
    __table_args__ = (UniqueConstraint("chat_id", "person_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    chat_id: Mapped[int] = mapped_column(ForeignKey("chats.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    token: Mapped[str] = mapped_column(String(24))
    command: Mapped[str] = mapped_column(String(60))
    given: Mapped[dict[str, Any]]
    asked: Mapped[list[Any]]
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
    """One send or edit, before and after delivery; also the record of what a message offered."""

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
    tries: Mapped[int] = mapped_column(default=0)
    answers_lost: Mapped[int] = mapped_column(default=0)
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
    prompt: Mapped[str | None] = mapped_column(String(24))
    person_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    file_name: Mapped[str | None]
    file_type: Mapped[str | None]
    file: Mapped[bytes | None] = mapped_column(LargeBinary)


class IssueRow(OfFabrique, Row):
    """An issue of the agenda or the letter for one chat; its key is what makes it posted once."""

    __tablename__ = "issues"
    __table_args__ = (UniqueConstraint("chat_id", "kind", "issue"),)

    chat_id: Mapped[int] = mapped_column(ForeignKey("chats.id"))
    kind: Mapped[str] = mapped_column(String(10))
    issue: Mapped[str] = mapped_column(String(20))
    at: Mapped[datetime]


class ExchangeRow(OfFabrique, Row):
    """An exchange of time as noted, whatever became of it."""

    __tablename__ = "exchanges"

    giver_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    receiver_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    minutes: Mapped[int]
    day: Mapped[date]
    subject: Mapped[str]
    noted_by: Mapped[int] = mapped_column(ForeignKey("people.id"))
    noted_at: Mapped[datetime]
    state: Mapped[str] = mapped_column(String(12))
    confirmed_at: Mapped[datetime | None]


class LegRow(Row):
    """One side of a confirmed exchange; two legs of an exchange sum to zero. Never changed."""

    __tablename__ = "ledger_legs"
    __table_args__ = (UniqueConstraint("exchange_id", "account"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    exchange_id: Mapped[int] = mapped_column(ForeignKey("exchanges.id"))
    account: Mapped[int] = mapped_column(index=True)
    minutes: Mapped[int]
    at: Mapped[datetime]


class OfferRow(OfFabrique, Row):
    """What somebody can do."""

    __tablename__ = "offers"
    __table_args__ = (UniqueConstraint("person_id", "text"),)

    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    text: Mapped[str]
    at: Mapped[datetime]


class NeedRow(OfFabrique, Row):
    """What somebody asks for."""

    __tablename__ = "needs"

    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    text: Mapped[str]
    state: Mapped[str] = mapped_column(String(12))
    at: Mapped[datetime]


class IntroductionRow(OfFabrique, Row):
    """An ally asked to help with a need; names pass only when both agreed."""

    __tablename__ = "introductions"
    __table_args__ = (UniqueConstraint("need_id", "helper_id"),)

    need_id: Mapped[int] = mapped_column(ForeignKey("needs.id"), index=True)
    helper_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    state: Mapped[str] = mapped_column(String(12))
    at: Mapped[datetime]


class EntryRow(OfFabrique, Row):
    """An entry of the knowledge base, as imported."""

    __tablename__ = "entries"
    __table_args__ = (UniqueConstraint("fabrique_id", "language", "key"),)

    key: Mapped[str] = mapped_column(String(80))
    language: Mapped[str] = mapped_column(String(8))
    title: Mapped[str]
    wordings: Mapped[list[Any]]
    body: Mapped[str]
    source: Mapped[str]
    true_on: Mapped[date]
    tags: Mapped[list[Any]]


class QuestionRow(OfFabrique, Row):
    """A question that people answer, because the knowledge base could not."""

    __tablename__ = "questions"

    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    chat_id: Mapped[int] = mapped_column(ForeignKey("chats.id"))
    message: Mapped[str | None]
    thread: Mapped[str | None]
    text: Mapped[str]
    state: Mapped[str] = mapped_column(String(12))
    taken_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    at: Mapped[datetime]


class EventRow(OfFabrique, Row):
    """An event, proposed or decided."""

    __tablename__ = "events"
    __table_args__ = (UniqueConstraint("fabrique_id", "source", "uid"),)

    uid: Mapped[str]
    source: Mapped[str]
    batch: Mapped[str] = mapped_column(String(24), index=True)
    title: Mapped[str]
    start: Mapped[datetime] = mapped_column(index=True)
    end: Mapped[datetime | None]
    all_day: Mapped[bool]
    place: Mapped[str]
    link: Mapped[str]
    state: Mapped[str] = mapped_column(String(12))
    status: Mapped[str] = mapped_column(String(12))
    proposed_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))


class FeedRow(OfFabrique, Row):
    """A calendar's address, read again and again."""

    __tablename__ = "feeds"
    __table_args__ = (UniqueConstraint("fabrique_id", "address"),)

    address: Mapped[str]
    due_at: Mapped[datetime] = mapped_column(index=True)
    failures: Mapped[int] = mapped_column(default=0)
    proposed_by: Mapped[int] = mapped_column(ForeignKey("people.id"))


class LetterItemRow(OfFabrique, Row):
    """Something gathered for the letter; `issue` once a letter carried it."""

    __tablename__ = "letter_items"

    text: Mapped[str]
    section: Mapped[str] = mapped_column(String(12))
    state: Mapped[str] = mapped_column(String(12))
    proposed_by: Mapped[int] = mapped_column(ForeignKey("people.id"))
    at: Mapped[datetime]
    issue: Mapped[str | None] = mapped_column(String(20), index=True)


class AuditRow(OfFabrique, Row):
    """Who did what to what, in the team's name."""

    __tablename__ = "audit"

    at: Mapped[datetime]
    by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    act: Mapped[str] = mapped_column(String(40))
    on: Mapped[str] = mapped_column(String(60))
