"""The agenda, and what is gathered for the letter."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.base import OfFabrique, Row


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
