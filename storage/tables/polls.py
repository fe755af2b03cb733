"""Votes, and presses that may be taken back."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.base import OfFabrique, Row


class PollRow(OfFabrique, Row):
    """Something put to the vote: `about` a thing such as "meeting:3", among `options`."""

    __tablename__ = "polls"

    about: Mapped[str] = mapped_column(String(40), index=True)
    options: Mapped[list[Any]]
    closed: Mapped[bool]
    at: Mapped[datetime]


class BallotRow(Row):
    """What somebody chose in a vote; one option each, by its place."""

    __tablename__ = "ballots"

    poll_id: Mapped[int] = mapped_column(ForeignKey("polls.id"), primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), primary_key=True)
    choice: Mapped[int]


class PressRow(Row):
    """A press that can be taken back: platforms then name the press, and not what it chose."""

    __tablename__ = "presses"

    platform: Mapped[str] = mapped_column(String(20), primary_key=True)
    press: Mapped[str] = mapped_column(primary_key=True)
    outbox_id: Mapped[int] = mapped_column(ForeignKey("outbox.id"))
    choice: Mapped[int]
    at: Mapped[datetime] = mapped_column(index=True)
