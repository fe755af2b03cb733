"""Offers, needs, introductions."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKey, String, UniqueConstraint, false
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.base import OfFabrique, Row


class OfferRow(OfFabrique, Row):
    """What somebody can do or lend, in their words, with the concept they confirmed.

    `refused_at`: they said that this is not their subject after all, and are not asked for it.
    """

    __tablename__ = "offers"
    __table_args__ = (UniqueConstraint("person_id", "text"),)

    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    text: Mapped[str]
    at: Mapped[datetime]
    kind: Mapped[str] = mapped_column(String(10), server_default="skill")
    concept: Mapped[str | None] = mapped_column(String(80), index=True)
    refused_at: Mapped[datetime | None]


class NeedRow(OfFabrique, Row):
    """What somebody asks for, as it was said, and as it was understood and confirmed.

    `names_asker`: whether those who are asked may know by whom. `group_id` is the chat it was
    asked or posted in, `called_at` when the team put it into the agenda, `follow_up_at` when one
    asks how it went.
    """

    __tablename__ = "needs"

    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    text: Mapped[str]
    state: Mapped[str] = mapped_column(String(12))
    at: Mapped[datetime]
    kind: Mapped[str] = mapped_column(String(10), server_default="skill")
    concept: Mapped[str | None] = mapped_column(String(80), index=True)
    deadline: Mapped[date | None]
    remote: Mapped[bool] = mapped_column(server_default=false())
    place: Mapped[str] = mapped_column(server_default="")
    commune: Mapped[str | None] = mapped_column(String(5))
    minutes: Mapped[int | None]
    names_asker: Mapped[bool] = mapped_column(server_default=false())
    group_id: Mapped[int | None]
    in_digest: Mapped[bool] = mapped_column(server_default=false())
    subject: Mapped[str] = mapped_column(server_default="")
    urgent: Mapped[bool] = mapped_column(server_default=false())
    named_in_digest: Mapped[bool] = mapped_column(server_default=false())
    called_at: Mapped[datetime | None]
    closed_at: Mapped[datetime | None]
    follow_up_at: Mapped[datetime | None]
    outcome: Mapped[str] = mapped_column(String(12), server_default="")


class IntroductionRow(OfFabrique, Row):
    """An ally asked to help with a need; names pass only when both agreed.

    `place` is their rank among those proposed, `why` the parts of the score that put them there.
    A row that waits has no `asked_at` yet; one that was asked is nobody's turn after `expires_at`.
    `in_turn`: they wait to be asked after others. `stopped_at`: words are carried between the two
    no more. `outcome` is how the helper says it went, the asker's stands with the need;
    `follow_ups` is how often both were asked.
    """

    __tablename__ = "introductions"
    __table_args__ = (UniqueConstraint("need_id", "helper_id"),)

    need_id: Mapped[int] = mapped_column(ForeignKey("needs.id"), index=True)
    helper_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    state: Mapped[str] = mapped_column(String(12))
    at: Mapped[datetime]
    place: Mapped[int] = mapped_column(server_default="0")
    exploratory: Mapped[bool] = mapped_column(server_default=false())
    why: Mapped[dict[str, Any]] = mapped_column(server_default="{}")
    offer_id: Mapped[int | None]
    asked_at: Mapped[datetime | None]
    expires_at: Mapped[datetime | None]
    answered_at: Mapped[datetime | None]
    outcome: Mapped[str] = mapped_column(String(12), server_default="")
    in_turn: Mapped[bool] = mapped_column(server_default=false())
    stopped_at: Mapped[datetime | None]
    follow_ups: Mapped[int] = mapped_column(server_default="0")
