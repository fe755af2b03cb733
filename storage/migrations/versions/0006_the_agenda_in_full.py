"""the agenda in full"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

import storage.tables

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go one step forward; private conversations get the agenda only when they ask for it."""
    _venues()
    _widen("events", _EVENT)
    op.create_index(op.f("ix_events_venue_id"), "events", ["venue_id"])
    op.create_index(op.f("ix_events_series"), "events", ["series"])
    op.create_index(op.f("ix_events_merged_into"), "events", ["merged_into"])
    _sources()
    _twins()
    _pictures()
    _changes()
    _widen("feeds", _FEED)
    _entries()
    _addresses()
    _editions()
    _posts()
    _widen("outbox", _DELIVERY)
    _widen("issues", _ISSUE)
    op.create_index(op.f("ix_issues_edition_id"), "issues", ["edition_id"])
    _widen("letter_items", _ITEM)
    _mail()
    _widen("fabriques", _FABRIQUE)
    op.add_column(
        "fabriques", sa.Column("letter_policy", sa.JSON(), server_default="{}", nullable=False)
    )
    op.add_column("chats", sa.Column("wishes", sa.JSON(), server_default="{}", nullable=False))
    _widen("chats", _SCHEDULE)
    op.execute("UPDATE chats SET gets_agenda = false, gets_letter = false WHERE private")
    op.execute("UPDATE chats SET schedule = '' WHERE private OR NOT gets_agenda OR NOT present")


def _widen(table: str, columns: tuple[sa.Column[object], ...]) -> None:
    for column in columns:
        op.add_column(table, column)


_FABRIQUE: tuple[sa.Column[object], ...] = (
    sa.Column("site", sa.Text(), nullable=True),
    sa.Column("public_agenda", sa.Boolean(), server_default=sa.false(), nullable=False),
)

_EVENT: tuple[sa.Column[object], ...] = (
    sa.Column("venue_id", sa.Integer(), nullable=True),
    sa.Column("series", sa.String(length=24), nullable=True),
    sa.Column("details", sa.JSON(), server_default="{}", nullable=False),
    sa.Column("sequence", sa.Integer(), server_default="0", nullable=False),
    sa.Column("changed_at", storage.tables.Moment(timezone=True), nullable=True),
    sa.Column("heard", sa.JSON(none_as_null=True), nullable=True),
    sa.Column("revision", sa.JSON(none_as_null=True), nullable=True),
    sa.Column("merged_into", sa.Integer(), nullable=True),
    sa.Column("left_at", storage.tables.Moment(timezone=True), nullable=True),
    sa.Column("proposed_at", storage.tables.Moment(timezone=True), nullable=True),
    sa.Column("reminded_at", storage.tables.Moment(timezone=True), nullable=True),
)

_FEED: tuple[sa.Column[object], ...] = (
    sa.Column("kind", sa.String(length=6), server_default="ics", nullable=False),
    sa.Column("venue_id", sa.Integer(), nullable=True),
    sa.Column("etag", sa.Text(), nullable=True),
    sa.Column("modified", sa.Text(), nullable=True),
    sa.Column("listed", sa.Integer(), server_default="0", nullable=False),
    sa.Column("told", sa.Boolean(), server_default=sa.false(), nullable=False),
    sa.Column("added_at", storage.tables.Moment(timezone=True), nullable=True),
    sa.Column("left_at", storage.tables.Moment(timezone=True), nullable=True),
    sa.Column("trouble", sa.JSON(), nullable=True),
    sa.Column("read_at", storage.tables.Moment(timezone=True), nullable=True),
    sa.Column("answered_at", storage.tables.Moment(timezone=True), nullable=True),
    sa.Column("missing", sa.JSON(), server_default="[]", nullable=False),
)

_DELIVERY: tuple[sa.Column[object], ...] = (
    sa.Column("tried_at", storage.tables.Moment(timezone=True), nullable=True),
    sa.Column("lost_at", storage.tables.Moment(timezone=True), nullable=True),
    sa.Column("until", storage.tables.Moment(timezone=True), nullable=True),
    sa.Column("silent", sa.Boolean(), server_default=sa.false(), nullable=False),
    sa.Column("unpinned", sa.Boolean(), server_default=sa.false(), nullable=False),
)

_ISSUE: tuple[sa.Column[object], ...] = (
    sa.Column("edition_id", sa.Integer(), nullable=True),
    sa.Column("first", sa.Date(), nullable=True),
    sa.Column("version", sa.Integer(), server_default="0", nullable=False),
    sa.Column("telling", sa.JSON(), nullable=True),
    sa.Column("drawn", sa.Integer(), server_default="0", nullable=False),
    sa.Column("fixed", sa.Boolean(), server_default=sa.false(), nullable=False),
    sa.Column("missed", sa.String(length=10), nullable=True),
    sa.Column("told", sa.Boolean(), server_default=sa.false(), nullable=False),
)

_SCHEDULE: tuple[sa.Column[object], ...] = (
    sa.Column("schedule", sa.String(length=80), nullable=True),
    sa.Column("scheduled_at", storage.tables.Moment(timezone=True), nullable=True),
)

_ITEM: tuple[sa.Column[object], ...] = (
    sa.Column("phrase", sa.JSON(), nullable=True),
    sa.Column("source", sa.String(length=40), nullable=True),
    sa.Column("rank", sa.Integer(), nullable=True),
    sa.Column("week", sa.Date(), nullable=True),
    sa.Column("approved_at", storage.tables.Moment(timezone=True), nullable=True),
    sa.Column("ends", sa.Date(), nullable=True),
)


def _table(name: str, *parts: sa.Column[object] | sa.UniqueConstraint) -> None:
    """A table whose rows belong to a fabrique."""
    op.create_table(
        name,
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("fabrique_id", sa.Integer(), nullable=False),
        *parts,
        sa.ForeignKeyConstraint(
            ["fabrique_id"], ["fabriques.id"], name=op.f(f"fk_{name}_fabrique_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{name}")),
    )
    op.create_index(op.f(f"ix_{name}_fabrique_id"), name, ["fabrique_id"])


def _to(name: str, column: str, table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{table}.id"], name=op.f(f"fk_{name}_{column}"))


def _unique(name: str, *columns: str) -> sa.UniqueConstraint:
    return sa.UniqueConstraint(*columns, name=op.f(f"uq_{name}_{'_'.join(columns)}"))


def _venues() -> None:
    _table(
        "venues",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("aliases", sa.JSON(), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("district", sa.Text(), nullable=False),
        sa.Column("commune", sa.String(length=9), nullable=True),
        sa.Column("latitude", sa.Double(), nullable=True),
        sa.Column("longitude", sa.Double(), nullable=True),
        sa.Column("access", sa.JSON(), nullable=False),
        sa.Column("trusted", sa.Boolean(), nullable=False),
    )

    name = "venue_people"
    op.create_table(
        name,
        sa.Column("venue_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        _to(name, "venue_id", "venues"),
        _to(name, "person_id", "people"),
        sa.PrimaryKeyConstraint("venue_id", "person_id", name=op.f("pk_venue_people")),
    )


def _sources() -> None:
    name = "event_sources"
    _table(
        name,
        sa.Column("event_id", sa.Integer(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("uid", sa.Text(), nullable=False),
        sa.Column("heard", sa.JSON(none_as_null=True), nullable=True),
        _to(name, "event_id", "events"),
        _unique(name, "fabrique_id", "source", "uid"),
    )
    op.create_index(op.f("ix_event_sources_event_id"), name, ["event_id"])


def _twins() -> None:
    name = "event_twins"
    _table(
        name,
        sa.Column("first_id", sa.Integer(), nullable=False),
        sa.Column("second_id", sa.Integer(), nullable=False),
        sa.Column("same", sa.Boolean(), nullable=True),
        _to(name, "first_id", "events"),
        _to(name, "second_id", "events"),
        _unique(name, "first_id", "second_id"),
    )
    op.create_index(op.f("ix_event_twins_second_id"), name, ["second_id"])


def _pictures() -> None:
    name = "event_pictures"
    op.create_table(
        name,
        sa.Column("event_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("media_type", sa.String(length=40), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        _to(name, "event_id", "events"),
        sa.PrimaryKeyConstraint("event_id", name=op.f("pk_event_pictures")),
    )

    name = "brought_pictures"
    _table(
        name,
        sa.Column("token", sa.String(length=32), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("media_type", sa.String(length=40), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("at", storage.tables.Moment(timezone=True), nullable=False),
        _unique(name, "token"),
    )


def _changes() -> None:
    name = "event_changes"
    op.create_table(
        name,
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("event_id", sa.Integer(), nullable=False),
        sa.Column("before", sa.JSON(), nullable=False),
        sa.Column("after", sa.JSON(), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=True),
        sa.Column("at", storage.tables.Moment(timezone=True), nullable=False),
        sa.Column("undone_at", storage.tables.Moment(timezone=True), nullable=True),
        _to(name, "event_id", "events"),
        _to(name, "by_id", "people"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_event_changes")),
    )
    op.create_index(op.f("ix_event_changes_event_id"), name, ["event_id"])


def _entries() -> None:
    name = "feed_entries"
    _table(
        name,
        sa.Column("feed_id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(length=32), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("link", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("fate", sa.String(length=12), nullable=False),
        sa.Column("at", storage.tables.Moment(timezone=True), nullable=False),
        _to(name, "feed_id", "feeds"),
        _unique(name, "feed_id", "key"),
    )


def _addresses() -> None:
    name = "calendar_addresses"
    op.create_table(
        name,
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("chat_id", sa.Integer(), nullable=False),
        sa.Column("token", sa.String(length=36), nullable=False),
        sa.Column("ended_at", storage.tables.Moment(timezone=True), nullable=True),
        _to(name, "chat_id", "chats"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_calendar_addresses")),
        _unique(name, "token"),
    )
    op.create_index(op.f("ix_calendar_addresses_chat_id"), name, ["chat_id"])


def _editions() -> None:
    name = "editions"
    _table(
        name,
        sa.Column("kind", sa.String(length=10), nullable=False),
        sa.Column("issue", sa.String(length=20), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("approved_by", sa.Integer(), nullable=True),
        sa.Column("approved_at", storage.tables.Moment(timezone=True), nullable=True),
        sa.Column("content", sa.JSON(), nullable=False),
        _to(name, "approved_by", "people"),
        _unique(name, "fabrique_id", "kind", "issue"),
    )


def _posts() -> None:
    name = "event_posts"
    _table(
        name,
        sa.Column("event_id", sa.Integer(), nullable=False),
        sa.Column("outbox_id", sa.Integer(), nullable=False),
        _to(name, "event_id", "events"),
        _to(name, "outbox_id", "outbox"),
        _unique(name, "event_id", "outbox_id"),
    )
    op.create_index(op.f("ix_event_posts_outbox_id"), name, ["outbox_id"])


def _mail() -> None:
    name = "mail_readers"
    _table(
        name,
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("token", sa.String(length=40), nullable=False),
        sa.Column("language", sa.String(length=8), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("asked_at", storage.tables.Moment(timezone=True), nullable=False),
        sa.Column("confirmed_at", storage.tables.Moment(timezone=True), nullable=True),
        sa.Column("refused_at", storage.tables.Moment(timezone=True), nullable=True),
        _to(name, "person_id", "people"),
        _unique(name, "fabrique_id", "address"),
        _unique(name, "token"),
    )
    op.create_index(op.f("ix_mail_readers_person_id"), name, ["person_id"])
    name = "mailings"
    _table(
        name,
        sa.Column("reader_id", sa.Integer(), nullable=False),
        sa.Column("issue", sa.String(length=20), nullable=False),
        sa.Column("asked_by", sa.Integer(), nullable=True),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("claimed_by", sa.String(length=24), nullable=True),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("since", storage.tables.Moment(timezone=True), nullable=False),
        sa.Column("due_at", storage.tables.Moment(timezone=True), nullable=False),
        _to(name, "reader_id", "mail_readers"),
        _to(name, "asked_by", "people"),
        _unique(name, "reader_id", "issue"),
    )
    op.create_index(op.f("ix_mailings_due_at"), name, ["due_at"])
