"""The time bank."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.base import OfFabrique, Row


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
