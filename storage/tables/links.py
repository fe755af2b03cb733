"""The same person on two platforms: codes, links, and what became of two people who were one."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.base import OfFabrique, Row


class LinkRow(Row):
    """Two accounts that are the same person's, from a moment until another.

    `changed` is what both had open with themselves, as it stood before.
    """

    __tablename__ = "links"

    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime]
    ended_at: Mapped[datetime | None]
    changed: Mapped[list[Any]]


class LinkedAccountRow(Row):
    """An account of a link that holds: an account has one at most."""

    __tablename__ = "linked_accounts"

    platform: Mapped[str] = mapped_column(String(20), primary_key=True)
    account: Mapped[str] = mapped_column(primary_key=True)
    link_id: Mapped[int] = mapped_column(ForeignKey("links.id"), index=True)


class UnionRow(OfFabrique, Row):
    """Two people of a fabrique who turned out to be one: `joined_id` is now `kept_id`.

    What was written to that end can be undone: `moved` names the rows that passed from one to the
    other, `changed` holds what else they said before, `dropped` those that both had.
    """

    __tablename__ = "unions"

    link_id: Mapped[int] = mapped_column(ForeignKey("links.id"), index=True)
    kept_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    joined_id: Mapped[int] = mapped_column(ForeignKey("people.id"), unique=True)
    moved: Mapped[dict[str, Any]]
    changed: Mapped[list[Any]]
    dropped: Mapped[list[Any]]


class LinkCodeRow(Row):
    """A code, by its digest: to whom it was given, and who typed it."""

    __tablename__ = "link_codes"
    __table_args__ = (Index(None, "platform", "account"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    platform: Mapped[str] = mapped_column(String(20))
    account: Mapped[str]
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    digest: Mapped[str] = mapped_column(String(64))
    at: Mapped[datetime] = mapped_column(index=True)
    state: Mapped[str] = mapped_column(String(8))
    typed_platform: Mapped[str | None] = mapped_column(String(20))
    typed_account: Mapped[str | None]
    typed_person_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))


class LinkTryRow(Row):
    """A code that somebody typed and that was none."""

    __tablename__ = "link_tries"
    __table_args__ = (Index(None, "platform", "account"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    platform: Mapped[str] = mapped_column(String(20))
    account: Mapped[str]
    at: Mapped[datetime] = mapped_column(index=True)
