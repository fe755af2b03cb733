"""Calls for interest and their answers; funding calls answered together."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKey, String, UniqueConstraint, false
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.base import OfFabrique, Row


class CallRow(OfFabrique, Row):
    """A call that the team wrote. `place` holds the codes of its territory, as a profile does."""

    __tablename__ = "calls"

    kind: Mapped[str] = mapped_column(String(12))
    title: Mapped[str]
    what: Mapped[str]
    state: Mapped[str] = mapped_column(String(12), index=True)
    by_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    at: Mapped[datetime]
    closes: Mapped[date]
    places: Mapped[int] = mapped_column(server_default="1")
    criteria: Mapped[list[Any]]
    concept: Mapped[str | None] = mapped_column(String(80))
    place: Mapped[dict[str, Any]] = mapped_column(server_default="{}")
    in_digest: Mapped[bool] = mapped_column(server_default=false())
    reminders: Mapped[int] = mapped_column(server_default="0")
    closed_at: Mapped[datetime | None]


class CallAnswerRow(OfFabrique, Row):
    """What somebody said to a call, from the day they are to be told of it.

    Two rows may be one person's, who had two accounts: the one that says most is read.
    """

    __tablename__ = "call_answers"

    call_id: Mapped[int] = mapped_column(ForeignKey("calls.id"), index=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    state: Mapped[str] = mapped_column(String(12))
    text: Mapped[str] = mapped_column(server_default="")
    said: Mapped[dict[str, Any]] = mapped_column(server_default="{}")
    notes: Mapped[list[Any]] = mapped_column(server_default="[]")
    chosen: Mapped[bool] = mapped_column(server_default=false())
    why: Mapped[str] = mapped_column(server_default="")
    shows_name: Mapped[bool | None]
    told_at: Mapped[datetime | None]
    answered_at: Mapped[datetime | None]


class CallSilenceRow(OfFabrique, Row):
    """Somebody who wants to be told of no calls."""

    __tablename__ = "call_silences"
    __table_args__ = (UniqueConstraint("person_id"),)

    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    at: Mapped[datetime]


class BidRow(OfFabrique, Row):
    """A funding call that several answer together. `told` names the reminders behind us."""

    __tablename__ = "bids"

    title: Mapped[str]
    by_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    at: Mapped[datetime]
    deadline: Mapped[date]
    state: Mapped[str] = mapped_column(String(12), index=True)
    writer_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    halfway: Mapped[date | None]
    links: Mapped[list[Any]] = mapped_column(server_default="[]")
    told: Mapped[list[Any]] = mapped_column(server_default="[]")


class BidPersonRow(OfFabrique, Row):
    """Somebody who is in."""

    __tablename__ = "bid_people"
    __table_args__ = (UniqueConstraint("bid_id", "person_id"),)

    bid_id: Mapped[int] = mapped_column(ForeignKey("bids.id"), index=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    at: Mapped[datetime]
