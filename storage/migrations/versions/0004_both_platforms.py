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
    _refusals()


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


def _refusals() -> None:
    op.create_table(
        "refusals",
        sa.Column("platform", sa.String(length=20), nullable=False),
        sa.Column("at", storage.tables.Moment(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("platform", name=op.f("pk_refusals")),
    )


def downgrade() -> None:
    """Go one step back."""
    for table in ("refusals", "presses", "ballots", "polls"):
        op.drop_table(table)
    op.drop_column("fabriques", "link_key")
