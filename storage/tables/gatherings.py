"""Meetings, and who comes."""

from __future__ import annotations

from datetime import date, datetime, time

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.base import OfFabrique, Row


class GatheringRow(OfFabrique, Row):
    """A meeting of the fabrique; `at` is unknown until somebody of the team says the hour."""

    __tablename__ = "gatherings"
    __table_args__ = (UniqueConstraint("fabrique_id", "kind", "issue"),)

    kind: Mapped[str] = mapped_column(String(12))
    issue: Mapped[str] = mapped_column(String(20))
    day: Mapped[date]
    at: Mapped[time | None]
    minutes: Mapped[int]
    link: Mapped[str]
    state: Mapped[str] = mapped_column(String(12))


class SignUpRow(OfFabrique, Row):
    """Somebody who comes to a meeting; `attended` once somebody said so."""

    __tablename__ = "sign_ups"
    __table_args__ = (UniqueConstraint("gathering_id", "person_id"),)

    gathering_id: Mapped[int] = mapped_column(ForeignKey("gatherings.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    at: Mapped[datetime]
    attended: Mapped[bool | None]
