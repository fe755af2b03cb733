"""Both platforms in full depth."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

import storage.tables

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go one step forward."""
    op.add_column("fabriques", sa.Column("link_key", sa.String(length=40), nullable=True))
    _polls()
    _ballots()
    _presses()
    _lockouts()
    _links()
    _leases()


def _polls() -> None:
    op.create_table(
        "polls",
        sa.Column("about", sa.String(length=40), nullable=False),
        sa.Column("options", sa.JSON(), nullable=False),
        sa.Column("closed", sa.Boolean(), nullable=False),
        sa.Column("at", storage.tables.Moment(timezone=True), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("fabrique_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["fabrique_id"], ["fabriques.id"], name=op.f("fk_polls_fabrique_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_polls")),
    )
    op.create_index(op.f("ix_polls_about"), "polls", ["about"])
    op.create_index(op.f("ix_polls_fabrique_id"), "polls", ["fabrique_id"])


def _ballots() -> None:
    op.create_table(
        "ballots",
        sa.Column("poll_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("choice", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_ballots_person_id")),
        sa.ForeignKeyConstraint(["poll_id"], ["polls.id"], name=op.f("fk_ballots_poll_id")),
        sa.PrimaryKeyConstraint("poll_id", "person_id", name=op.f("pk_ballots")),
    )


def _presses() -> None:
    op.create_table(
        "presses",
        sa.Column("platform", sa.String(length=20), nullable=False),
        sa.Column("press", sa.Text(), nullable=False),
        sa.Column("outbox_id", sa.Integer(), nullable=False),
        sa.Column("choice", sa.Integer(), nullable=False),
        sa.Column("at", storage.tables.Moment(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["outbox_id"], ["outbox.id"], name=op.f("fk_presses_outbox_id")),
        sa.PrimaryKeyConstraint("platform", "press", name=op.f("pk_presses")),
    )
    op.create_index(op.f("ix_presses_at"), "presses", ["at"])


def _lockouts() -> None:
    op.create_table(
        "lockouts",
        sa.Column("platform", sa.String(length=20), nullable=False),
        sa.Column("at", storage.tables.Moment(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("platform", name=op.f("pk_lockouts")),
    )


def _links() -> None:
    """The same person on two platforms."""
    op.add_column("people", sa.Column("told_on", sa.String(length=20), nullable=True))
    op.create_table(
        "links",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("at", storage.tables.Moment(timezone=True), nullable=False),
        sa.Column("ended_at", storage.tables.Moment(timezone=True), nullable=True),
        sa.Column("changed", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_links")),
    )
    op.create_table(
        "linked_accounts",
        sa.Column("platform", sa.String(length=20), nullable=False),
        sa.Column("account", sa.Text(), nullable=False),
        sa.Column("link_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["link_id"], ["links.id"], name=op.f("fk_linked_accounts_link_id")),
        sa.PrimaryKeyConstraint("platform", "account", name=op.f("pk_linked_accounts")),
    )
    op.create_index(op.f("ix_linked_accounts_link_id"), "linked_accounts", ["link_id"])
    _unions()
    _link_codes()


def _unions() -> None:
    """Two people who turned out to be one, and the way back."""
    op.create_table(
        "unions",
        sa.Column("link_id", sa.Integer(), nullable=False),
        sa.Column("kept_id", sa.Integer(), nullable=False),
        sa.Column("joined_id", sa.Integer(), nullable=False),
        sa.Column("moved", sa.JSON(), nullable=False),
        sa.Column("changed", sa.JSON(), nullable=False),
        sa.Column("dropped", sa.JSON(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("fabrique_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["fabrique_id"], ["fabriques.id"], name=op.f("fk_unions_fabrique_id")
        ),
        sa.ForeignKeyConstraint(["joined_id"], ["people.id"], name=op.f("fk_unions_joined_id")),
        sa.ForeignKeyConstraint(["kept_id"], ["people.id"], name=op.f("fk_unions_kept_id")),
        sa.ForeignKeyConstraint(["link_id"], ["links.id"], name=op.f("fk_unions_link_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_unions")),
        sa.UniqueConstraint("joined_id", name=op.f("uq_unions_joined_id")),
    )
    for column in ("fabrique_id", "kept_id", "link_id"):
        op.create_index(op.f(f"ix_unions_{column}"), "unions", [column])


def _link_codes() -> None:
    """Codes by their digests, and what was typed that was none."""
    op.create_table(
        "link_codes",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("platform", sa.String(length=20), nullable=False),
        sa.Column("account", sa.Text(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("at", storage.tables.Moment(timezone=True), nullable=False),
        sa.Column("state", sa.String(length=8), nullable=False),
        sa.Column("typed_platform", sa.String(length=20), nullable=True),
        sa.Column("typed_account", sa.Text(), nullable=True),
        sa.Column("typed_person_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_link_codes_person_id")),
        sa.ForeignKeyConstraint(
            ["typed_person_id"], ["people.id"], name=op.f("fk_link_codes_typed_person_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_link_codes")),
    )
    op.create_table(
        "link_tries",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("platform", sa.String(length=20), nullable=False),
        sa.Column("account", sa.Text(), nullable=False),
        sa.Column("at", storage.tables.Moment(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_link_tries")),
    )
    for table in ("link_codes", "link_tries"):
        op.create_index(op.f(f"ix_{table}_at"), table, ["at"])
        op.create_index(op.f(f"ix_{table}_platform_account"), table, ["platform", "account"])


def _leases() -> None:
    op.create_table(
        "leases",
        sa.Column("name", sa.String(length=40), nullable=False),
        sa.Column("holder", sa.String(length=24), nullable=False),
        sa.Column("until", storage.tables.Moment(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_leases")),
    )
    op.add_column("outbox", sa.Column("claimed_by", sa.String(length=24), nullable=True))
