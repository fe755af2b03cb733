"""the directory in full"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

import storage.tables

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go one step forward; offers and needs keep their words, and get a concept when they are next
    looked at.
    """
    _profiles()
    _circles()
    _aliases()
    _widen("offers", _OFFER)
    _widen("needs", _NEED)
    _need_cards()
    _widen("introductions", _INTRODUCTION)
    _widen("introductions", _CONSENT)
    op.create_index(op.f("ix_offers_concept"), "offers", ["concept"])
    op.create_index(op.f("ix_needs_concept"), "needs", ["concept"])
    op.execute("UPDATE introductions SET asked_at = at")


def _widen(table: str, columns: tuple[sa.Column[object], ...]) -> None:
    for column in columns:
        op.add_column(table, column)


_OFFER: tuple[sa.Column[object], ...] = (
    sa.Column("kind", sa.String(length=10), server_default="skill", nullable=False),
    sa.Column("concept", sa.String(length=80), nullable=True),
    sa.Column("refused_at", storage.tables.Moment(timezone=True), nullable=True),
)

_NEED: tuple[sa.Column[object], ...] = (
    sa.Column("kind", sa.String(length=10), server_default="skill", nullable=False),
    sa.Column("concept", sa.String(length=80), nullable=True),
    sa.Column("deadline", sa.Date(), nullable=True),
    sa.Column("remote", sa.Boolean(), server_default=sa.false(), nullable=False),
    sa.Column("place", sa.Text(), server_default="", nullable=False),
    sa.Column("commune", sa.String(length=5), nullable=True),
    sa.Column("minutes", sa.Integer(), nullable=True),
    sa.Column("names_asker", sa.Boolean(), server_default=sa.false(), nullable=False),
    sa.Column("group_id", sa.Integer(), nullable=True),
    sa.Column("in_digest", sa.Boolean(), server_default=sa.false(), nullable=False),
    sa.Column("closed_at", storage.tables.Moment(timezone=True), nullable=True),
    sa.Column("follow_up_at", storage.tables.Moment(timezone=True), nullable=True),
    sa.Column("outcome", sa.String(length=12), server_default="", nullable=False),
)

_INTRODUCTION: tuple[sa.Column[object], ...] = (
    sa.Column("place", sa.Integer(), server_default="0", nullable=False),
    sa.Column("exploratory", sa.Boolean(), server_default=sa.false(), nullable=False),
    sa.Column("why", sa.JSON(), server_default="{}", nullable=False),
    sa.Column("offer_id", sa.Integer(), nullable=True),
    sa.Column("asked_at", storage.tables.Moment(timezone=True), nullable=True),
    sa.Column("expires_at", storage.tables.Moment(timezone=True), nullable=True),
    sa.Column("answered_at", storage.tables.Moment(timezone=True), nullable=True),
    sa.Column("outcome", sa.String(length=12), server_default="", nullable=False),
)


_CONSENT: tuple[sa.Column[object], ...] = (
    sa.Column("in_turn", sa.Boolean(), server_default=sa.false(), nullable=False),
    sa.Column("stopped_at", storage.tables.Moment(timezone=True), nullable=True),
    sa.Column("follow_ups", sa.Integer(), server_default="0", nullable=False),
)
"""Whose turn it is, what is carried between two, and how often one asked how it went."""


def _need_cards() -> None:
    """What a need's card shows beside; a need asked before it speaks of all its words."""
    subject = sa.Column("subject", sa.Text(), server_default="", nullable=False)
    flags = [
        sa.Column(name, sa.Boolean(), server_default=sa.false(), nullable=False)
        for name in ("urgent", "named_in_digest")
    ]
    called = sa.Column("called_at", storage.tables.Moment(timezone=True), nullable=True)
    _widen("needs", (subject, *flags, called))
    op.execute("UPDATE needs SET subject = text")


def _profiles() -> None:
    op.create_table(
        "profiles",
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("place", sa.Text(), server_default="", nullable=False),
        sa.Column("commune", sa.String(length=5), nullable=True),
        sa.Column("epci", sa.String(length=9), nullable=True),
        sa.Column("departement", sa.String(length=3), nullable=True),
        sa.Column("region", sa.String(length=3), nullable=True),
        sa.Column("latitude", sa.Double(), nullable=True),
        sa.Column("longitude", sa.Double(), nullable=True),
        sa.Column("languages", sa.JSON(), server_default="[]", nullable=False),
        sa.Column("hours_month", sa.Integer(), nullable=True),
        sa.Column("asks_month", sa.Integer(), server_default="2", nullable=False),
        sa.Column("paused_until", sa.Date(), nullable=True),
        sa.Column("never_asked", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("shown", sa.JSON(), server_default="{}", nullable=False),
        sa.Column("updated_at", storage.tables.Moment(timezone=True), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("fabrique_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["fabrique_id"], ["fabriques.id"], name=op.f("fk_profiles_fabrique_id")
        ),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_profiles_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_profiles")),
        sa.UniqueConstraint("person_id", name=op.f("uq_profiles_person_id")),
    )
    op.create_index(op.f("ix_profiles_fabrique_id"), "profiles", ["fabrique_id"])


def _circles() -> None:
    op.create_table(
        "circles",
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("circle", sa.String(length=20), nullable=False),
        sa.Column("why", sa.Text(), server_default="", nullable=False),
        sa.Column("since", storage.tables.Moment(timezone=True), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("fabrique_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["fabrique_id"], ["fabriques.id"], name=op.f("fk_circles_fabrique_id")
        ),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_circles_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_circles")),
        sa.UniqueConstraint("person_id", "circle", name=op.f("uq_circles_person_id_circle")),
    )
    op.create_index(op.f("ix_circles_fabrique_id"), "circles", ["fabrique_id"])
    op.create_index(op.f("ix_circles_person_id"), "circles", ["person_id"])


def _aliases() -> None:
    op.create_table(
        "aliases",
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("folded", sa.String(length=200), nullable=False),
        sa.Column("language", sa.String(length=8), nullable=False),
        sa.Column("kind", sa.String(length=10), server_default="skill", nullable=False),
        sa.Column("concept", sa.String(length=80), nullable=True),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("proposed_by", sa.Integer(), nullable=True),
        sa.Column("at", storage.tables.Moment(timezone=True), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("fabrique_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["fabrique_id"], ["fabriques.id"], name=op.f("fk_aliases_fabrique_id")
        ),
        sa.ForeignKeyConstraint(
            ["proposed_by"], ["people.id"], name=op.f("fk_aliases_proposed_by")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_aliases")),
        sa.UniqueConstraint("fabrique_id", "folded", name=op.f("uq_aliases_fabrique_id_folded")),
    )
    op.create_index(op.f("ix_aliases_fabrique_id"), "aliases", ["fabrique_id"])
    op.create_index(op.f("ix_aliases_state"), "aliases", ["state"])
