"""Entries of the knowledge base, their history, and what goes with them."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.base import OfFabrique, Row


class EntryRow(OfFabrique, Row):
    """An entry of the knowledge base as it is today; one no longer shown keeps its row.

    `live` names the fact that is computed and shown under the answer, "" when there is none.
    """

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
    review_on: Mapped[date | None]
    live: Mapped[str] = mapped_column(String(20), default="", server_default="")
    state: Mapped[str] = mapped_column(String(12), default="current", server_default="current")
    merged_into: Mapped[int | None] = mapped_column(ForeignKey("entries.id"))


class EntryVersionRow(OfFabrique, Row):
    """What an entry became: who did what, when, and the whole entry afterwards.

    The newest number of a fabrique is its knowledge's revision.
    """

    __tablename__ = "entry_versions"

    entry_id: Mapped[int] = mapped_column(ForeignKey("entries.id"), index=True)
    at: Mapped[datetime]
    by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    act: Mapped[str] = mapped_column(String(20))
    content: Mapped[dict[str, Any]]


class ResourceRow(OfFabrique, Row):
    """A link, an article, a video or a method that somebody shared."""

    __tablename__ = "resources"
    __table_args__ = (UniqueConstraint("fabrique_id", "address"),)

    title: Mapped[str]
    address: Mapped[str]
    kind: Mapped[str] = mapped_column(String(12))
    note: Mapped[str]
    tags: Mapped[list[Any]]
    state: Mapped[str] = mapped_column(String(12))
    proposed_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    at: Mapped[datetime]


class OutcomeRow(OfFabrique, Row):
    """Whether an answer was right, with the figures that made it; never who asked, nor what."""

    __tablename__ = "outcomes"

    at: Mapped[datetime]
    band: Mapped[str] = mapped_column(String(8))
    features: Mapped[dict[str, Any]]
    right: Mapped[bool]
