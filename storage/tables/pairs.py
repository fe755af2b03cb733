"""Bringing allies together: binômes, monthly get-togethers in twos or threes, and their hosts."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKey, String, UniqueConstraint, false
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.base import OfFabrique, Row


class BuddyRow(OfFabrique, Row):
    """Somebody who waits for a pair since a moment, or takes so many newcomers."""

    __tablename__ = "buddies"

    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), unique=True)
    waits_since: Mapped[datetime | None]
    capacity: Mapped[int]
    rests_until: Mapped[date | None]


class PairRow(OfFabrique, Row):
    """A newcomer and a guide who were asked whether they want each other, and what came of it."""

    __tablename__ = "pairs"

    newcomer_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    guide_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    state: Mapped[str] = mapped_column(String(12), index=True)
    at: Mapped[datetime]
    newcomer_agrees: Mapped[bool]
    guide_agrees: Mapped[bool]
    since: Mapped[datetime | None]
    asked_how: Mapped[bool]
    newcomer_is_well: Mapped[bool]
    guide_is_well: Mapped[bool]


class RoundRow(OfFabrique, Row):
    """What is done once a month and fabrique, whatever happens: the key is what makes it so.

    `told_upto` is the last person who was told of it, where everybody is told by and by.
    """

    __tablename__ = "rounds"
    __table_args__ = (UniqueConstraint("fabrique_id", "kind", "month"),)

    kind: Mapped[str] = mapped_column(String(12))
    month: Mapped[date]
    at: Mapped[datetime]
    told_upto: Mapped[int]


class GuestRow(OfFabrique, Row):
    """Somebody who wants to meet others each month. `first`: they were left over last time."""

    __tablename__ = "meetup_guests"

    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), unique=True)
    how: Mapped[str] = mapped_column(String(8))
    since: Mapped[datetime]
    first: Mapped[bool] = mapped_column(server_default=false())


class MeetupRow(OfFabrique, Row):
    """Two or three who meet this month; `question` is the one that breaks the ice."""

    __tablename__ = "meetups"

    round_id: Mapped[int] = mapped_column(ForeignKey("rounds.id"), index=True)
    question: Mapped[int]
    told_at: Mapped[datetime | None]
    asked_at: Mapped[datetime | None]


class MeetupPersonRow(OfFabrique, Row):
    """Somebody of a get-together, and whether it took place, as they say."""

    __tablename__ = "meetup_people"
    __table_args__ = (UniqueConstraint("meetup_id", "person_id"),)

    meetup_id: Mapped[int] = mapped_column(ForeignKey("meetups.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    met: Mapped[bool | None]


class HostingRow(OfFabrique, Row):
    """A get-together that somebody hosts; day, hour and sign-ups are its gathering's.

    `town` holds the codes of the town that `place` names, as a profile does. `told_upto` is the
    last person near by who was told of it; none is told any more once it is
    `told`.
    """

    __tablename__ = "hostings"

    gathering_id: Mapped[int] = mapped_column(ForeignKey("gatherings.id"), unique=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    place: Mapped[str]
    town: Mapped[dict[str, Any]] = mapped_column(server_default="{}")
    seats: Mapped[int]
    state: Mapped[str] = mapped_column(String(12), index=True)
    told_upto: Mapped[int]
    told: Mapped[bool] = mapped_column(server_default=false())
    asked: Mapped[bool] = mapped_column(server_default=false())
    offered_at: Mapped[datetime]
