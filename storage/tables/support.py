"""What structures in difficulty told the team, and the allies asked about it."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, String, UniqueConstraint, false
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.base import OfFabrique, Row


class SupportRow(OfFabrique, Row):
    """What a structure in difficulty told, until it is emptied: then its kind and quarter stay.

    `moved_at` is the moment of its last step, `answered_by` who wrote last for the team,
    `asked_at` when they were asked how it goes.
    """

    __tablename__ = "supports"

    person_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"), index=True)
    text: Mapped[str]
    about: Mapped[str] = mapped_column(String(12))
    share: Mapped[str] = mapped_column(String(10))
    organisation: Mapped[str] = mapped_column(server_default="")
    urgent: Mapped[bool] = mapped_column(server_default=false())
    state: Mapped[str] = mapped_column(String(10), index=True)
    at: Mapped[datetime]
    moved_at: Mapped[datetime]
    taken_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    answered_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    asked_at: Mapped[datetime | None]
    outcome: Mapped[str | None] = mapped_column(String(10))
    nudges: Mapped[int] = mapped_column(server_default="0")
    nudged_at: Mapped[datetime | None]


class SupportRelayRow(OfFabrique, Row):
    """An ally whom the team asked to speak with a structure; once for each."""

    __tablename__ = "support_relays"
    __table_args__ = (UniqueConstraint("support_id", "helper_id"),)

    support_id: Mapped[int] = mapped_column(ForeignKey("supports.id"))
    helper_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    state: Mapped[str] = mapped_column(String(10))
    at: Mapped[datetime]
