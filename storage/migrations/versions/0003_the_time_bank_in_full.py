"""the time bank in full"""

from __future__ import annotations

from datetime import UTC, datetime

import sqlalchemy as sa
from alembic import op
from sqlalchemy.engine import Connection

import storage.tables
from domain.ledger import Entry, Kind, following, legs_of

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go one step forward; what was confirmed before is entered anew, in the order it came."""
    _fabriques()
    _people()
    _organisations()
    _ledger_accounts()
    _organisation_people()
    _sessions()
    _session_people()
    op.drop_table("ledger_legs")
    _widen_exchanges()
    _open_accounts(op.get_bind())
    _tie_exchanges()
    _ledger_entries()
    _legs()
    _enter_confirmed(op.get_bind())
    _protect()
    _audit()
    _invitations()
    _mobilisations()


SQLITE = """
CREATE TRIGGER {table}_no_{verb} BEFORE {event} ON {table}
BEGIN SELECT RAISE(ABORT, 'the ledger is only added to'); END
"""

POSTGRESQL = (
    "CREATE TRIGGER {table}_fixed BEFORE UPDATE OR DELETE ON {table} "
    "FOR EACH ROW EXECUTE FUNCTION ledger_is_added_to()",
    "CREATE TRIGGER {table}_kept BEFORE TRUNCATE ON {table} "
    "FOR EACH STATEMENT EXECUTE FUNCTION ledger_is_added_to()",
)


def _protect() -> None:
    """What counts is never changed or taken away, whoever asks the database."""
    for table in ("ledger_entries", "legs"):
        if op.get_bind().dialect.name == "postgresql":
            for statement in POSTGRESQL:
                op.execute(statement.format(table=table))
            continue
        for event in ("UPDATE", "DELETE"):
            op.execute(SQLITE.format(table=table, verb=event.lower(), event=event))


def _open_accounts(connection: Connection) -> None:
    """One account for each person of an exchange, which then names accounts instead of people."""
    connection.execute(
        sa.text(
            "INSERT INTO ledger_accounts (fabrique_id, kind, key, person_id) "
            "SELECT fabrique_id, 'person', 'person:' || id, id FROM people WHERE id IN "
            "(SELECT giver_id FROM exchanges UNION SELECT receiver_id FROM exchanges) ORDER BY id"
        )
    )
    for column, person in (
        ("noted_for", "noted_by"),
        ("giver_id", "giver_id"),
        ("receiver_id", "receiver_id"),
    ):
        exchanges = sa.table("exchanges", sa.column(column), sa.column(person))
        accounts = sa.table("ledger_accounts", sa.column("id"), sa.column("person_id"))
        theirs = sa.select(accounts.c.id).where(accounts.c.person_id == exchanges.c[person])
        connection.execute(sa.update(exchanges).values({column: theirs.scalar_subquery()}))


def _enter_confirmed(connection: Connection) -> None:
    """The chain of each fabrique, from its first confirmed exchange."""
    last: dict[int, Entry] = {}
    confirmed = connection.execute(
        sa.text(
            "SELECT id, fabrique_id, giver_id, receiver_id, minutes, confirmed_at FROM exchanges "
            "WHERE state = 'confirmed' ORDER BY confirmed_at, id"
        ).columns(confirmed_at=storage.tables.Moment())
    )
    for number, fabrique, giver, receiver, minutes, at in confirmed.all():
        legs = legs_of(Kind.EXCHANGE, giver=giver, receiver=receiver, minutes=minutes)
        new = Entry(0, at or datetime.fromtimestamp(0, UTC), Kind.EXCHANGE, number, legs)
        last[fabrique] = following(last.get(fabrique), new)
        _write(connection, fabrique, last[fabrique])


def _write(connection: Connection, fabrique: int, entry: Entry) -> None:
    values = {
        "fabrique_id": fabrique,
        "number": entry.number,
        "exchange_id": entry.exchange,
        "kind": entry.kind.value,
        "at": entry.at,
        "previous": entry.previous,
        "digest": entry.digest,
    }
    at = sa.column("at", storage.tables.Moment())
    names = (sa.column(name) for name in values if name != "at")
    entries = sa.table("ledger_entries", sa.column("id"), at, *names)
    written = connection.execute(sa.insert(entries).values(values).returning(entries.c.id))
    row = written.scalar_one()
    names = (sa.column(name) for name in ("entry_id", "account_id", "minutes"))
    legs = sa.table("legs", *names)
    for leg in entry.legs:
        values = {"entry_id": row, "account_id": leg.account, "minutes": leg.minutes}
        connection.execute(sa.insert(legs).values(values))


def _people() -> None:
    standing = sa.Column("standing", sa.String(length=10), server_default="met", nullable=False)
    wants = sa.Column("wants_statement", sa.Boolean(), server_default=sa.false(), nullable=False)
    for column in (standing, wants):  # not in a batch, for SQLite cannot copy what others name
        op.add_column("people", column)
    op.create_index(op.f("ix_accounts_platform_account"), "accounts", ["platform", "account"])


def _audit() -> None:
    why = sa.Column("why", sa.Text(), server_default="", nullable=False)
    op.add_column("audit", why)


def _fabriques() -> None:
    policy = sa.Column("time_policy", sa.JSON(), server_default="{}", nullable=False)
    op.add_column("fabriques", policy)


def _organisations() -> None:
    op.create_table(
        "organisations",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("at", storage.tables.Moment(timezone=True), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("fabrique_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["fabrique_id"], ["fabriques.id"], name=op.f("fk_organisations_fabrique_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_organisations")),
        sa.UniqueConstraint("fabrique_id", "key", name=op.f("uq_organisations_fabrique_id_key")),
    )
    with op.batch_alter_table("organisations", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_organisations_fabrique_id"), ["fabrique_id"], unique=False
        )


def _ledger_accounts() -> None:
    op.create_table(
        "ledger_accounts",
        sa.Column("kind", sa.String(length=12), nullable=False),
        sa.Column("key", sa.String(length=40), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("organisation_id", sa.Integer(), nullable=True),
        sa.Column("partner_id", sa.Integer(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("fabrique_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["fabrique_id"], ["fabriques.id"], name=op.f("fk_ledger_accounts_fabrique_id")
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisations.id"],
            name=op.f("fk_ledger_accounts_organisation_id"),
        ),
        sa.ForeignKeyConstraint(
            ["partner_id"], ["fabriques.id"], name=op.f("fk_ledger_accounts_partner_id")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_ledger_accounts_person_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ledger_accounts")),
        sa.UniqueConstraint("fabrique_id", "key", name=op.f("uq_ledger_accounts_fabrique_id_key")),
    )
    with op.batch_alter_table("ledger_accounts", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_ledger_accounts_fabrique_id"), ["fabrique_id"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_ledger_accounts_organisation_id"), ["organisation_id"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_ledger_accounts_person_id"), ["person_id"], unique=False
        )


def _organisation_people() -> None:
    op.create_table(
        "organisation_people",
        sa.Column("organisation_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("at", storage.tables.Moment(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisations.id"],
            name=op.f("fk_organisation_people_organisation_id"),
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_organisation_people_person_id")
        ),
        sa.PrimaryKeyConstraint(
            "organisation_id", "person_id", name=op.f("pk_organisation_people")
        ),
    )


def _sessions() -> None:
    op.create_table(
        "sessions",
        sa.Column("kind", sa.String(length=12), nullable=False),
        sa.Column("organiser_id", sa.Integer(), nullable=False),
        sa.Column("chat_id", sa.Integer(), nullable=True),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("at", storage.tables.Moment(timezone=True), nullable=False),
        sa.Column("version", sa.Integer(), server_default="0", nullable=False),
        sa.Column("reminded", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("fabrique_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["chat_id"], ["chats.id"], name=op.f("fk_sessions_chat_id")),
        sa.ForeignKeyConstraint(
            ["fabrique_id"], ["fabriques.id"], name=op.f("fk_sessions_fabrique_id")
        ),
        sa.ForeignKeyConstraint(
            ["organiser_id"], ["people.id"], name=op.f("fk_sessions_organiser_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sessions")),
    )
    with op.batch_alter_table("sessions", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_sessions_fabrique_id"), ["fabrique_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_sessions_state"), ["state"], unique=False)


def _session_people() -> None:
    op.create_table(
        "session_people",
        sa.Column("session_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("presence", sa.String(length=8), nullable=False),
        sa.Column("told", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("at", storage.tables.Moment(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_session_people_person_id")
        ),
        sa.ForeignKeyConstraint(
            ["session_id"], ["sessions.id"], name=op.f("fk_session_people_session_id")
        ),
        sa.PrimaryKeyConstraint("session_id", "person_id", name=op.f("pk_session_people")),
    )


def _widen_exchanges() -> None:
    with op.batch_alter_table("exchanges", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_exchanges_receiver_id"), type_="foreignkey")
        batch_op.drop_constraint(batch_op.f("fk_exchanges_giver_id"), type_="foreignkey")
        batch_op.add_column(
            sa.Column("kind", sa.String(length=12), server_default="exchange", nullable=False)
        )
        batch_op.add_column(sa.Column("skill", sa.Text(), server_default="", nullable=False))
        batch_op.add_column(
            sa.Column("paid", sa.Boolean(), server_default=sa.false(), nullable=False)
        )
        batch_op.add_column(
            sa.Column("spoken", sa.Boolean(), server_default=sa.false(), nullable=False)
        )
        batch_op.add_column(sa.Column("noted_for", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("referent_id", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("corrects", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("twin_id", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("replaces", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("session_id", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("need_id", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("offer_id", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("chat_id", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("reason", sa.Text(), server_default="", nullable=False))
        batch_op.add_column(
            sa.Column("reminders", sa.Integer(), server_default="0", nullable=False)
        )
        batch_op.add_column(sa.Column("confirmed_by", sa.Integer(), nullable=True))


def _tie_exchanges() -> None:
    with op.batch_alter_table("exchanges", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_exchanges_corrects"), ["corrects"], unique=False)
        batch_op.create_index(batch_op.f("ix_exchanges_replaces"), ["replaces"], unique=False)
        batch_op.create_index(batch_op.f("ix_exchanges_session_id"), ["session_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_exchanges_state"), ["state"], unique=False)
        batch_op.create_index(batch_op.f("ix_exchanges_twin_id"), ["twin_id"], unique=False)
        batch_op.create_foreign_key(
            batch_op.f("fk_exchanges_noted_for"), "ledger_accounts", ["noted_for"], ["id"]
        )
        batch_op.create_foreign_key(
            batch_op.f("fk_exchanges_need_id"), "needs", ["need_id"], ["id"]
        )
        batch_op.create_foreign_key(
            batch_op.f("fk_exchanges_corrects"), "exchanges", ["corrects"], ["id"]
        )
        batch_op.create_foreign_key(
            batch_op.f("fk_exchanges_twin_id"), "exchanges", ["twin_id"], ["id"]
        )
        batch_op.create_foreign_key(
            batch_op.f("fk_exchanges_replaces"), "exchanges", ["replaces"], ["id"]
        )
        batch_op.create_foreign_key(
            batch_op.f("fk_exchanges_confirmed_by"), "people", ["confirmed_by"], ["id"]
        )
        batch_op.create_foreign_key(
            batch_op.f("fk_exchanges_offer_id"), "offers", ["offer_id"], ["id"]
        )
        batch_op.create_foreign_key(
            batch_op.f("fk_exchanges_referent_id"), "people", ["referent_id"], ["id"]
        )
        batch_op.create_foreign_key(
            batch_op.f("fk_exchanges_session_id"), "sessions", ["session_id"], ["id"]
        )
        batch_op.create_foreign_key(
            batch_op.f("fk_exchanges_giver_id"), "ledger_accounts", ["giver_id"], ["id"]
        )
        batch_op.create_foreign_key(
            batch_op.f("fk_exchanges_receiver_id"), "ledger_accounts", ["receiver_id"], ["id"]
        )
        batch_op.create_foreign_key(
            batch_op.f("fk_exchanges_chat_id"), "chats", ["chat_id"], ["id"]
        )


def _ledger_entries() -> None:
    op.create_table(
        "ledger_entries",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("exchange_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=12), nullable=False),
        sa.Column("at", storage.tables.Moment(timezone=True), nullable=False),
        sa.Column("previous", sa.String(length=64), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("fabrique_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["exchange_id"], ["exchanges.id"], name=op.f("fk_ledger_entries_exchange_id")
        ),
        sa.ForeignKeyConstraint(
            ["fabrique_id"], ["fabriques.id"], name=op.f("fk_ledger_entries_fabrique_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ledger_entries")),
        sa.UniqueConstraint("exchange_id", name=op.f("uq_ledger_entries_exchange_id")),
        sa.UniqueConstraint(
            "fabrique_id", "number", name=op.f("uq_ledger_entries_fabrique_id_number")
        ),
    )
    with op.batch_alter_table("ledger_entries", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_ledger_entries_fabrique_id"), ["fabrique_id"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_ledger_entries_fabrique_id_at"), ["fabrique_id", "at"], unique=False
        )


def _legs() -> None:
    op.create_table(
        "legs",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("entry_id", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["account_id"], ["ledger_accounts.id"], name=op.f("fk_legs_account_id")
        ),
        sa.ForeignKeyConstraint(["entry_id"], ["ledger_entries.id"], name=op.f("fk_legs_entry_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_legs")),
        sa.UniqueConstraint("entry_id", "account_id", name=op.f("uq_legs_entry_id_account_id")),
    )
    with op.batch_alter_table("legs", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_legs_account_id_id_minutes"),
            ["account_id", "id", "minutes"],
            unique=False,
        )


def _invitations() -> None:
    op.create_table(
        "invitations",
        sa.Column("token", sa.String(length=40), nullable=False),
        sa.Column("exchange_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("at", storage.tables.Moment(timezone=True), nullable=False),
        sa.Column("claimed_by", sa.Integer(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("fabrique_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["claimed_by"], ["people.id"], name=op.f("fk_invitations_claimed_by")
        ),
        sa.ForeignKeyConstraint(
            ["exchange_id"], ["exchanges.id"], name=op.f("fk_invitations_exchange_id")
        ),
        sa.ForeignKeyConstraint(
            ["fabrique_id"], ["fabriques.id"], name=op.f("fk_invitations_fabrique_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_invitations")),
        sa.UniqueConstraint("token", name=op.f("uq_invitations_token")),
    )
    with op.batch_alter_table("invitations", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_invitations_exchange_id"), ["exchange_id"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_invitations_fabrique_id"), ["fabrique_id"], unique=False
        )


def _mobilisations() -> None:
    op.create_table(
        "mobilisations",
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("month", sa.Date(), nullable=False),
        sa.Column("taken_by", sa.Integer(), nullable=True),
        sa.Column("exchange_id", sa.Integer(), nullable=True),
        sa.Column("at", storage.tables.Moment(timezone=True), nullable=False),
        sa.Column("reminders", sa.Integer(), server_default="0", nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("fabrique_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["exchange_id"], ["exchanges.id"], name=op.f("fk_mobilisations_exchange_id")
        ),
        sa.ForeignKeyConstraint(
            ["fabrique_id"], ["fabriques.id"], name=op.f("fk_mobilisations_fabrique_id")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_mobilisations_person_id")
        ),
        sa.ForeignKeyConstraint(
            ["taken_by"], ["people.id"], name=op.f("fk_mobilisations_taken_by")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mobilisations")),
    )
    with op.batch_alter_table("mobilisations", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_mobilisations_fabrique_id"), ["fabrique_id"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_mobilisations_person_id"), ["person_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_mobilisations_state"), ["state"], unique=False)
