"""the permanence in full"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

import storage.tables

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go one step forward."""
    _gatherings()
    _outcomes()
    _entry_versions()
    _resources()
    _sign_ups()
    _question_messages()
    _entries()
    _fabriques()
    _questions()


def _gatherings() -> None:
    op.create_table(
        "gatherings",
        sa.Column("kind", sa.String(length=12), nullable=False),
        sa.Column("issue", sa.String(length=20), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("at", sa.Time(), nullable=True),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("link", sa.Text(), nullable=False),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("fabrique_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["fabrique_id"], ["fabriques.id"], name=op.f("fk_gatherings_fabrique_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_gatherings")),
        sa.UniqueConstraint(
            "fabrique_id", "kind", "issue", name=op.f("uq_gatherings_fabrique_id_kind_issue")
        ),
    )
    with op.batch_alter_table("gatherings", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_gatherings_fabrique_id"), ["fabrique_id"], unique=False
        )


def _outcomes() -> None:
    op.create_table(
        "outcomes",
        sa.Column("at", storage.tables.Moment(timezone=True), nullable=False),
        sa.Column("band", sa.String(length=8), nullable=False),
        sa.Column("features", sa.JSON(), nullable=False),
        sa.Column("right", sa.Boolean(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("fabrique_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["fabrique_id"], ["fabriques.id"], name=op.f("fk_outcomes_fabrique_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outcomes")),
    )
    with op.batch_alter_table("outcomes", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_outcomes_fabrique_id"), ["fabrique_id"], unique=False)


def _entry_versions() -> None:
    op.create_table(
        "entry_versions",
        sa.Column("entry_id", sa.Integer(), nullable=False),
        sa.Column("at", storage.tables.Moment(timezone=True), nullable=False),
        sa.Column("by", sa.Integer(), nullable=True),
        sa.Column("act", sa.String(length=20), nullable=False),
        sa.Column("content", sa.JSON(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("fabrique_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["by"], ["people.id"], name=op.f("fk_entry_versions_by")),
        sa.ForeignKeyConstraint(
            ["entry_id"], ["entries.id"], name=op.f("fk_entry_versions_entry_id")
        ),
        sa.ForeignKeyConstraint(
            ["fabrique_id"], ["fabriques.id"], name=op.f("fk_entry_versions_fabrique_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_entry_versions")),
    )
    with op.batch_alter_table("entry_versions", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_entry_versions_entry_id"), ["entry_id"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_entry_versions_fabrique_id"), ["fabrique_id"], unique=False
        )


def _resources() -> None:
    op.create_table(
        "resources",
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("kind", sa.String(length=12), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("tags", sa.JSON(), nullable=False),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("proposed_by", sa.Integer(), nullable=True),
        sa.Column("at", storage.tables.Moment(timezone=True), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("fabrique_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["fabrique_id"], ["fabriques.id"], name=op.f("fk_resources_fabrique_id")
        ),
        sa.ForeignKeyConstraint(
            ["proposed_by"], ["people.id"], name=op.f("fk_resources_proposed_by")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_resources")),
        sa.UniqueConstraint(
            "fabrique_id", "address", name=op.f("uq_resources_fabrique_id_address")
        ),
    )
    with op.batch_alter_table("resources", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_resources_fabrique_id"), ["fabrique_id"], unique=False)


def _sign_ups() -> None:
    op.create_table(
        "sign_ups",
        sa.Column("gathering_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("at", storage.tables.Moment(timezone=True), nullable=False),
        sa.Column("attended", sa.Boolean(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("fabrique_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["fabrique_id"], ["fabriques.id"], name=op.f("fk_sign_ups_fabrique_id")
        ),
        sa.ForeignKeyConstraint(
            ["gathering_id"], ["gatherings.id"], name=op.f("fk_sign_ups_gathering_id")
        ),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_sign_ups_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sign_ups")),
        sa.UniqueConstraint(
            "gathering_id", "person_id", name=op.f("uq_sign_ups_gathering_id_person_id")
        ),
    )
    with op.batch_alter_table("sign_ups", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_sign_ups_fabrique_id"), ["fabrique_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_sign_ups_person_id"), ["person_id"], unique=False)


def _question_messages() -> None:
    op.create_table(
        "question_messages",
        sa.Column("question_id", sa.Integer(), nullable=False),
        sa.Column("from_team", sa.Boolean(), nullable=False),
        sa.Column("chat_id", sa.Integer(), nullable=False),
        sa.Column("message", sa.Text(), nullable=False),
        sa.Column("outbox_id", sa.Integer(), nullable=False),
        sa.Column("at", storage.tables.Moment(timezone=True), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("fabrique_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["chat_id"], ["chats.id"], name=op.f("fk_question_messages_chat_id")
        ),
        sa.ForeignKeyConstraint(
            ["fabrique_id"], ["fabriques.id"], name=op.f("fk_question_messages_fabrique_id")
        ),
        sa.ForeignKeyConstraint(
            ["outbox_id"], ["outbox.id"], name=op.f("fk_question_messages_outbox_id")
        ),
        sa.ForeignKeyConstraint(
            ["question_id"], ["questions.id"], name=op.f("fk_question_messages_question_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_question_messages")),
    )
    with op.batch_alter_table("question_messages", schema=None) as batch_op:
        batch_op.create_index(
            "ix_question_messages_chat_id_message", ["chat_id", "message"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_question_messages_fabrique_id"), ["fabrique_id"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_question_messages_question_id"), ["question_id"], unique=False
        )


def _entries() -> None:
    with op.batch_alter_table("entries", schema=None) as batch_op:
        batch_op.add_column(sa.Column("review_on", sa.Date(), nullable=True))
        batch_op.add_column(
            sa.Column("live", sa.String(length=20), server_default="", nullable=False)
        )
        batch_op.add_column(
            sa.Column("state", sa.String(length=12), server_default="current", nullable=False)
        )
        batch_op.add_column(sa.Column("merged_into", sa.Integer(), nullable=True))
        batch_op.create_foreign_key(
            batch_op.f("fk_entries_merged_into"), "entries", ["merged_into"], ["id"]
        )


def _fabriques() -> None:
    with op.batch_alter_table("fabriques", schema=None) as batch_op:
        batch_op.add_column(sa.Column("policy", sa.JSON(), server_default="{}", nullable=False))


def _questions() -> None:
    with op.batch_alter_table("questions", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("anonymous", sa.Boolean(), server_default=sa.false(), nullable=False)
        )
        batch_op.add_column(sa.Column("suggested", sa.JSON(), server_default="[]", nullable=False))
        batch_op.add_column(sa.Column("merged_into", sa.Integer(), nullable=True))
        batch_op.add_column(
            sa.Column("nudged_at", storage.tables.Moment(timezone=True), nullable=True)
        )
        batch_op.add_column(
            sa.Column("answered_at", storage.tables.Moment(timezone=True), nullable=True)
        )
        batch_op.add_column(sa.Column("gathering_id", sa.Integer(), nullable=True))
        batch_op.create_foreign_key(
            batch_op.f("fk_questions_merged_into"), "questions", ["merged_into"], ["id"]
        )
        batch_op.create_foreign_key(
            batch_op.f("fk_questions_gathering_id"), "gatherings", ["gathering_id"], ["id"]
        )
