"""The time bank: exchanges as people tell them, and the ledger, which is only added to."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint, false
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.base import OfFabrique, Row


class OrganisationRow(OfFabrique, Row):
    """An organisation that may hold time. `key` is its name as it is compared: no two alike."""

    __tablename__ = "organisations"
    __table_args__ = (UniqueConstraint("fabrique_id", "key"),)

    name: Mapped[str]
    key: Mapped[str]
    state: Mapped[str] = mapped_column(String(12))
    at: Mapped[datetime]


class OrganisationPersonRow(Row):
    """Who may act for an organisation, once the team has said so."""

    __tablename__ = "organisation_people"

    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisations.id"), primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), primary_key=True)
    state: Mapped[str] = mapped_column(String(12))
    at: Mapped[datetime]


class LedgerAccountRow(OfFabrique, Row):
    """An account by an opaque number, and who holds it. `key` lets there be one for each holder."""

    __tablename__ = "ledger_accounts"
    __table_args__ = (UniqueConstraint("fabrique_id", "key"),)

    kind: Mapped[str] = mapped_column(String(12))
    key: Mapped[str] = mapped_column(String(40))
    person_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"), index=True)
    organisation_id: Mapped[int | None] = mapped_column(ForeignKey("organisations.id"), index=True)
    partner_id: Mapped[int | None] = mapped_column(ForeignKey("fabriques.id"))


class SessionRow(OfFabrique, Row):
    """Something many take part in: its time is shared among them, or given to or by the pot."""

    __tablename__ = "sessions"

    kind: Mapped[str] = mapped_column(String(12))
    organiser_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    chat_id: Mapped[int | None] = mapped_column(ForeignKey("chats.id"))
    subject: Mapped[str]
    day: Mapped[date]
    minutes: Mapped[int]
    state: Mapped[str] = mapped_column(String(12), index=True)
    at: Mapped[datetime]
    version: Mapped[int] = mapped_column(server_default="0")
    reminded: Mapped[bool] = mapped_column(server_default=false())


class SessionPersonRow(Row):
    """Who was there, or is asked whether they were. `told`: what concerns them now was said."""

    __tablename__ = "session_people"

    session_id: Mapped[int] = mapped_column(ForeignKey("sessions.id"), primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), primary_key=True)
    presence: Mapped[str] = mapped_column(String(8))
    told: Mapped[bool] = mapped_column(server_default=false())
    at: Mapped[datetime]


class ExchangeRow(OfFabrique, Row):
    """An exchange of time as noted, whatever became of it. `twin_id`: its other half, kept by
    another fabrique.
    """

    __tablename__ = "exchanges"

    giver_id: Mapped[int] = mapped_column(ForeignKey("ledger_accounts.id"), index=True)
    receiver_id: Mapped[int] = mapped_column(ForeignKey("ledger_accounts.id"), index=True)
    kind: Mapped[str] = mapped_column(String(12), server_default="exchange")
    minutes: Mapped[int]
    day: Mapped[date]
    subject: Mapped[str]
    skill: Mapped[str] = mapped_column(server_default="")
    paid: Mapped[bool] = mapped_column(server_default=false())
    spoken: Mapped[bool] = mapped_column(server_default=false())
    noted_by: Mapped[int] = mapped_column(ForeignKey("people.id"))
    noted_for: Mapped[int | None] = mapped_column(ForeignKey("ledger_accounts.id"))
    noted_at: Mapped[datetime]
    state: Mapped[str] = mapped_column(String(12), index=True)
    referent_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    corrects: Mapped[int | None] = mapped_column(ForeignKey("exchanges.id"), index=True)
    twin_id: Mapped[int | None] = mapped_column(ForeignKey("exchanges.id"), index=True)
    replaces: Mapped[int | None] = mapped_column(ForeignKey("exchanges.id"), index=True)
    session_id: Mapped[int | None] = mapped_column(ForeignKey("sessions.id"), index=True)
    need_id: Mapped[int | None] = mapped_column(ForeignKey("needs.id"))
    offer_id: Mapped[int | None] = mapped_column(ForeignKey("offers.id"))
    chat_id: Mapped[int | None] = mapped_column(ForeignKey("chats.id"))
    reason: Mapped[str] = mapped_column(server_default="")
    reminders: Mapped[int] = mapped_column(server_default="0")
    confirmed_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    confirmed_at: Mapped[datetime | None]


class LedgerEntryRow(OfFabrique, Row):
    """A confirmed exchange in its place in the chain. Never changed."""

    __tablename__ = "ledger_entries"
    __table_args__ = (
        UniqueConstraint("fabrique_id", "number"),
        UniqueConstraint("exchange_id"),
        Index(None, "fabrique_id", "at"),
    )

    number: Mapped[int]
    exchange_id: Mapped[int] = mapped_column(ForeignKey("exchanges.id"))
    kind: Mapped[str] = mapped_column(String(12))
    at: Mapped[datetime]
    previous: Mapped[str] = mapped_column(String(64))
    digest: Mapped[str] = mapped_column(String(64))


class LegRow(Row):
    """One side of an entry; the legs of an entry sum to zero. Never changed."""

    __tablename__ = "legs"
    __table_args__ = (
        UniqueConstraint("entry_id", "account_id"),
        Index(None, "account_id", "id", "minutes"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    entry_id: Mapped[int] = mapped_column(ForeignKey("ledger_entries.id"))
    account_id: Mapped[int] = mapped_column(ForeignKey("ledger_accounts.id"))
    minutes: Mapped[int]


class InvitationRow(OfFabrique, Row):
    """A link for somebody the bot has not met, which the writer of an exchange forwards."""

    __tablename__ = "invitations"

    token: Mapped[str] = mapped_column(String(40), unique=True)
    exchange_id: Mapped[int] = mapped_column(ForeignKey("exchanges.id"), index=True)
    name: Mapped[str]
    at: Mapped[datetime]
    claimed_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))


class MobilisationRow(OfFabrique, Row):
    """Time of the team that somebody asks for."""

    __tablename__ = "mobilisations"

    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    minutes: Mapped[int]
    what: Mapped[str]
    state: Mapped[str] = mapped_column(String(12), index=True)
    month: Mapped[date]
    taken_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    exchange_id: Mapped[int | None] = mapped_column(ForeignKey("exchanges.id"))
    at: Mapped[datetime]
    reminders: Mapped[int] = mapped_column(server_default="0")
