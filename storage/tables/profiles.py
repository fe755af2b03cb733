"""Profiles: where people are, how much they may be asked, what of it is shown; circles; other names
for concepts.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKey, String, UniqueConstraint, false
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.base import OfFabrique, Row


class ProfileRow(OfFabrique, Row):
    """What somebody said of themselves; without a row, nothing yet.

    `place` is its name, or their own words when it is on no list; the codes are INSEE's. `shown`
    names who may see each field.
    """

    __tablename__ = "profiles"

    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), unique=True)
    place: Mapped[str] = mapped_column(server_default="")
    commune: Mapped[str | None] = mapped_column(String(5))
    epci: Mapped[str | None] = mapped_column(String(9))
    departement: Mapped[str | None] = mapped_column(String(3))
    region: Mapped[str | None] = mapped_column(String(3))
    latitude: Mapped[float | None]
    longitude: Mapped[float | None]
    languages: Mapped[list[Any]] = mapped_column(server_default="[]")
    hours_month: Mapped[int | None]
    asks_month: Mapped[int] = mapped_column(server_default="2")
    paused_until: Mapped[date | None]
    never_asked: Mapped[bool] = mapped_column(server_default=false())
    shown: Mapped[dict[str, Any]] = mapped_column(server_default="{}")
    updated_at: Mapped[datetime]


class CircleRow(OfFabrique, Row):
    """A circle somebody belongs to, from what they did; several at once, and no ladder."""

    __tablename__ = "circles"
    __table_args__ = (UniqueConstraint("person_id", "circle"),)

    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    circle: Mapped[str] = mapped_column(String(20))
    why: Mapped[str] = mapped_column(server_default="")
    since: Mapped[datetime]


class AliasRow(OfFabrique, Row):
    """Another name for a concept: typed by somebody, kept or refused by the team. A concept that
    no file holds is the fabrique's own, called so.
    """

    __tablename__ = "aliases"
    __table_args__ = (UniqueConstraint("fabrique_id", "folded"),)

    text: Mapped[str]
    folded: Mapped[str] = mapped_column(String(200))
    language: Mapped[str] = mapped_column(String(8))
    kind: Mapped[str] = mapped_column(String(10), server_default="skill")
    concept: Mapped[str | None] = mapped_column(String(80))
    state: Mapped[str] = mapped_column(String(12), index=True)
    proposed_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    at: Mapped[datetime]
