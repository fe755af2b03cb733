"""Offers, needs, introductions."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.base import OfFabrique, Row


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
