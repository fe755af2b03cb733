"""Fabriques, the people they met, the chats they speak in, and the audit log."""

from __future__ import annotations

from datetime import datetime, time
from typing import Any

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint, false
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.base import OfFabrique, Row


class FabriqueRow(Row):
    """A community, with what it decided about its permanence and its time bank. `site` is where its
    pages are read.
    """

    __tablename__ = "fabriques"

    id: Mapped[int] = mapped_column(primary_key=True)
    slug: Mapped[str] = mapped_column(String(60), unique=True)
    name: Mapped[str]
    timezone: Mapped[str]
    language: Mapped[str] = mapped_column(String(8))
    policy: Mapped[dict[str, Any]] = mapped_column(default=dict, server_default="{}")
    time_policy: Mapped[dict[str, Any]] = mapped_column(default=dict, server_default="{}")
    link_key: Mapped[str | None] = mapped_column(String(40))
    letter_policy: Mapped[dict[str, Any]] = mapped_column(default=dict, server_default="{}")
    site: Mapped[str | None]
    public_agenda: Mapped[bool] = mapped_column(default=False, server_default=false())


class PersonRow(OfFabrique, Row):
    """Somebody the fabrique met, or only heard of. `told_on` is the platform they want to be told
    things on, if not where they wrote last.
    """

    __tablename__ = "people"

    name: Mapped[str]
    language: Mapped[str] = mapped_column(String(8))
    known_since: Mapped[datetime]
    standing: Mapped[str] = mapped_column(String(10), server_default="met")
    wants_statement: Mapped[bool] = mapped_column(server_default=false())
    told_on: Mapped[str | None] = mapped_column(String(20))


class AccountRow(OfFabrique, Row):
    """A person's account on a platform; one person may have several."""

    __tablename__ = "accounts"
    __table_args__ = (
        UniqueConstraint("fabrique_id", "platform", "account"),
        Index(None, "platform", "account"),
    )

    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    platform: Mapped[str] = mapped_column(String(20))
    account: Mapped[str]
    handle: Mapped[str | None]


class ChatRow(OfFabrique, Row):
    """A conversation, and what is posted there: in a group unless it is switched off, in private
    once somebody asked for it. `wishes` are what domain.postings keeps besides. `schedule` is when
    the agenda comes as the clock last saw it, since `scheduled_at` where it was otherwise before.
    """

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
    wishes: Mapped[dict[str, Any]] = mapped_column(default=dict)
    schedule: Mapped[str | None] = mapped_column(String(80))
    scheduled_at: Mapped[datetime | None]
    since: Mapped[datetime]
    heard_at: Mapped[datetime]


class MembershipRow(Row):
    """Who was heard in which group, with what the platform last said of them."""

    __tablename__ = "memberships"

    chat_id: Mapped[int] = mapped_column(ForeignKey("chats.id"), primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), primary_key=True)
    rank: Mapped[str] = mapped_column(String(10))


class AuditRow(OfFabrique, Row):
    """Who did what to what, in the team's name, and why, where a reason was asked for."""

    __tablename__ = "audit"

    at: Mapped[datetime]
    by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    act: Mapped[str] = mapped_column(String(40))
    on: Mapped[str] = mapped_column(String(60))
    why: Mapped[str] = mapped_column(server_default="")
