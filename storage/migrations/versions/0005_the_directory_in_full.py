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
    _buddies()
    _pairs()
    _rounds()
    _meetup_guests()
    _meetups()
    _meetup_people()
    _hostings()
    _calls()
    _call_answers()
    _bids()
    _supports()
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


def _supports() -> None:
    op.create_table(
        "supports",
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("about", sa.String(length=12), nullable=False),
        sa.Column("share", sa.String(length=10), nullable=False),
        sa.Column("organisation", sa.Text(), server_default="", nullable=False),
        sa.Column("urgent", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("at", storage.tables.Moment(timezone=True), nullable=False),
        sa.Column("moved_at", storage.tables.Moment(timezone=True), nullable=False),
        sa.Column("taken_by", sa.Integer(), nullable=True),
        sa.Column("answered_by", sa.Integer(), nullable=True),
        sa.Column("asked_at", storage.tables.Moment(timezone=True), nullable=True),
        sa.Column("outcome", sa.String(length=10), nullable=True),
        sa.Column("nudges", sa.Integer(), server_default="0", nullable=False),
        sa.Column("nudged_at", storage.tables.Moment(timezone=True), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("fabrique_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["fabrique_id"], ["fabriques.id"], name=op.f("fk_supports_fabrique_id")
        ),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_supports_person_id")),
        sa.ForeignKeyConstraint(["taken_by"], ["people.id"], name=op.f("fk_supports_taken_by")),
        sa.ForeignKeyConstraint(
            ["answered_by"], ["people.id"], name=op.f("fk_supports_answered_by")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_supports")),
    )
    op.create_index(op.f("ix_supports_fabrique_id"), "supports", ["fabrique_id"])
    op.create_index(op.f("ix_supports_person_id"), "supports", ["person_id"])
    op.create_index(op.f("ix_supports_state"), "supports", ["state"])
    op.create_table(
        "support_relays",
        sa.Column("support_id", sa.Integer(), nullable=False),
        sa.Column("helper_id", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("at", storage.tables.Moment(timezone=True), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("fabrique_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["fabrique_id"], ["fabriques.id"], name=op.f("fk_support_relays_fabrique_id")
        ),
        sa.ForeignKeyConstraint(
            ["helper_id"], ["people.id"], name=op.f("fk_support_relays_helper_id")
        ),
        sa.ForeignKeyConstraint(
            ["support_id"], ["supports.id"], name=op.f("fk_support_relays_support_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_support_relays")),
        sa.UniqueConstraint(
            "support_id", "helper_id", name=op.f("uq_support_relays_support_id_helper_id")
        ),
    )
    op.create_index(op.f("ix_support_relays_fabrique_id"), "support_relays", ["fabrique_id"])
    op.create_index(op.f("ix_support_relays_helper_id"), "support_relays", ["helper_id"])


def _calls() -> None:
    op.create_table(
        "calls",
        sa.Column("kind", sa.String(length=12), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=False),
        sa.Column("at", storage.tables.Moment(timezone=True), nullable=False),
        sa.Column("closes", sa.Date(), nullable=False),
        sa.Column("places", sa.Integer(), server_default="1", nullable=False),
        sa.Column("criteria", sa.JSON(), nullable=False),
        sa.Column("concept", sa.String(length=80), nullable=True),
        sa.Column("place", sa.JSON(), server_default="{}", nullable=False),
        sa.Column("in_digest", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("reminders", sa.Integer(), server_default="0", nullable=False),
        sa.Column("closed_at", storage.tables.Moment(timezone=True), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("fabrique_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["by_id"], ["people.id"], name=op.f("fk_calls_by_id")),
        sa.ForeignKeyConstraint(
            ["fabrique_id"], ["fabriques.id"], name=op.f("fk_calls_fabrique_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_calls")),
    )
    op.create_index(op.f("ix_calls_fabrique_id"), "calls", ["fabrique_id"])
    op.create_index(op.f("ix_calls_state"), "calls", ["state"])
    op.create_table(
        "call_silences",
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("at", storage.tables.Moment(timezone=True), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("fabrique_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_call_silences_person_id")
        ),
        sa.ForeignKeyConstraint(
            ["fabrique_id"], ["fabriques.id"], name=op.f("fk_call_silences_fabrique_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_call_silences")),
        sa.UniqueConstraint("person_id", name=op.f("uq_call_silences_person_id")),
    )
    op.create_index(op.f("ix_call_silences_fabrique_id"), "call_silences", ["fabrique_id"])


def _call_answers() -> None:
    op.create_table(
        "call_answers",
        sa.Column("call_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("text", sa.Text(), server_default="", nullable=False),
        sa.Column("said", sa.JSON(), server_default="{}", nullable=False),
        sa.Column("notes", sa.JSON(), server_default="[]", nullable=False),
        sa.Column("chosen", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("why", sa.Text(), server_default="", nullable=False),
        sa.Column("shows_name", sa.Boolean(), nullable=True),
        sa.Column("told_at", storage.tables.Moment(timezone=True), nullable=True),
        sa.Column("answered_at", storage.tables.Moment(timezone=True), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("fabrique_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["call_id"], ["calls.id"], name=op.f("fk_call_answers_call_id")),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_call_answers_person_id")
        ),
        sa.ForeignKeyConstraint(
            ["fabrique_id"], ["fabriques.id"], name=op.f("fk_call_answers_fabrique_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_call_answers")),
    )
    op.create_index(op.f("ix_call_answers_fabrique_id"), "call_answers", ["fabrique_id"])
    op.create_index(op.f("ix_call_answers_call_id"), "call_answers", ["call_id"])
    op.create_index(op.f("ix_call_answers_person_id"), "call_answers", ["person_id"])


def _bids() -> None:
    op.create_table(
        "bids",
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=False),
        sa.Column("at", storage.tables.Moment(timezone=True), nullable=False),
        sa.Column("deadline", sa.Date(), nullable=False),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("writer_id", sa.Integer(), nullable=True),
        sa.Column("halfway", sa.Date(), nullable=True),
        sa.Column("links", sa.JSON(), server_default="[]", nullable=False),
        sa.Column("told", sa.JSON(), server_default="[]", nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("fabrique_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["by_id"], ["people.id"], name=op.f("fk_bids_by_id")),
        sa.ForeignKeyConstraint(["writer_id"], ["people.id"], name=op.f("fk_bids_writer_id")),
        sa.ForeignKeyConstraint(
            ["fabrique_id"], ["fabriques.id"], name=op.f("fk_bids_fabrique_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bids")),
    )
    op.create_index(op.f("ix_bids_fabrique_id"), "bids", ["fabrique_id"])
    op.create_index(op.f("ix_bids_state"), "bids", ["state"])
    op.create_table(
        "bid_people",
        sa.Column("bid_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("at", storage.tables.Moment(timezone=True), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("fabrique_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["bid_id"], ["bids.id"], name=op.f("fk_bid_people_bid_id")),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_bid_people_person_id")),
        sa.ForeignKeyConstraint(
            ["fabrique_id"], ["fabriques.id"], name=op.f("fk_bid_people_fabrique_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bid_people")),
        sa.UniqueConstraint("bid_id", "person_id", name=op.f("uq_bid_people_bid_id_person_id")),
    )
    op.create_index(op.f("ix_bid_people_fabrique_id"), "bid_people", ["fabrique_id"])
    op.create_index(op.f("ix_bid_people_bid_id"), "bid_people", ["bid_id"])
    op.create_index(op.f("ix_bid_people_person_id"), "bid_people", ["person_id"])


def _buddies() -> None:
    op.create_table(
        "buddies",
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("waits_since", storage.tables.Moment(timezone=True), nullable=True),
        sa.Column("capacity", sa.Integer(), nullable=False),
        sa.Column("rests_until", sa.Date(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("fabrique_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_buddies_person_id")),
        sa.ForeignKeyConstraint(
            ["fabrique_id"], ["fabriques.id"], name=op.f("fk_buddies_fabrique_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_buddies")),
        sa.UniqueConstraint("person_id", name=op.f("uq_buddies_person_id")),
    )
    op.create_index(op.f("ix_buddies_fabrique_id"), "buddies", ["fabrique_id"])


def _pairs() -> None:
    op.create_table(
        "pairs",
        sa.Column("newcomer_id", sa.Integer(), nullable=False),
        sa.Column("guide_id", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("at", storage.tables.Moment(timezone=True), nullable=False),
        sa.Column("newcomer_agrees", sa.Boolean(), nullable=False),
        sa.Column("guide_agrees", sa.Boolean(), nullable=False),
        sa.Column("since", storage.tables.Moment(timezone=True), nullable=True),
        sa.Column("asked_how", sa.Boolean(), nullable=False),
        sa.Column("newcomer_is_well", sa.Boolean(), nullable=False),
        sa.Column("guide_is_well", sa.Boolean(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("fabrique_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["newcomer_id"], ["people.id"], name=op.f("fk_pairs_newcomer_id")),
        sa.ForeignKeyConstraint(["guide_id"], ["people.id"], name=op.f("fk_pairs_guide_id")),
        sa.ForeignKeyConstraint(
            ["fabrique_id"], ["fabriques.id"], name=op.f("fk_pairs_fabrique_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pairs")),
    )
    op.create_index(op.f("ix_pairs_fabrique_id"), "pairs", ["fabrique_id"])
    op.create_index(op.f("ix_pairs_guide_id"), "pairs", ["guide_id"])
    op.create_index(op.f("ix_pairs_newcomer_id"), "pairs", ["newcomer_id"])
    op.create_index(op.f("ix_pairs_state"), "pairs", ["state"])


def _rounds() -> None:
    op.create_table(
        "rounds",
        sa.Column("kind", sa.String(length=12), nullable=False),
        sa.Column("month", sa.Date(), nullable=False),
        sa.Column("at", storage.tables.Moment(timezone=True), nullable=False),
        sa.Column("told_upto", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("fabrique_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["fabrique_id"], ["fabriques.id"], name=op.f("fk_rounds_fabrique_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rounds")),
        sa.UniqueConstraint(
            "fabrique_id", "kind", "month", name=op.f("uq_rounds_fabrique_id_kind_month")
        ),
    )
    op.create_index(op.f("ix_rounds_fabrique_id"), "rounds", ["fabrique_id"])


def _meetup_guests() -> None:
    op.create_table(
        "meetup_guests",
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("how", sa.String(length=8), nullable=False),
        sa.Column("since", storage.tables.Moment(timezone=True), nullable=False),
        sa.Column("first", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("fabrique_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_meetup_guests_person_id")
        ),
        sa.ForeignKeyConstraint(
            ["fabrique_id"], ["fabriques.id"], name=op.f("fk_meetup_guests_fabrique_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_meetup_guests")),
        sa.UniqueConstraint("person_id", name=op.f("uq_meetup_guests_person_id")),
    )
    op.create_index(op.f("ix_meetup_guests_fabrique_id"), "meetup_guests", ["fabrique_id"])


def _meetups() -> None:
    op.create_table(
        "meetups",
        sa.Column("round_id", sa.Integer(), nullable=False),
        sa.Column("question", sa.Integer(), nullable=False),
        sa.Column("told_at", storage.tables.Moment(timezone=True), nullable=True),
        sa.Column("asked_at", storage.tables.Moment(timezone=True), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("fabrique_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["round_id"], ["rounds.id"], name=op.f("fk_meetups_round_id")),
        sa.ForeignKeyConstraint(
            ["fabrique_id"], ["fabriques.id"], name=op.f("fk_meetups_fabrique_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_meetups")),
    )
    op.create_index(op.f("ix_meetups_fabrique_id"), "meetups", ["fabrique_id"])
    op.create_index(op.f("ix_meetups_round_id"), "meetups", ["round_id"])


def _meetup_people() -> None:
    op.create_table(
        "meetup_people",
        sa.Column("meetup_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("met", sa.Boolean(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("fabrique_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["meetup_id"], ["meetups.id"], name=op.f("fk_meetup_people_meetup_id")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_meetup_people_person_id")
        ),
        sa.ForeignKeyConstraint(
            ["fabrique_id"], ["fabriques.id"], name=op.f("fk_meetup_people_fabrique_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_meetup_people")),
        sa.UniqueConstraint(
            "meetup_id", "person_id", name=op.f("uq_meetup_people_meetup_id_person_id")
        ),
    )
    op.create_index(op.f("ix_meetup_people_fabrique_id"), "meetup_people", ["fabrique_id"])
    op.create_index(op.f("ix_meetup_people_person_id"), "meetup_people", ["person_id"])


def _hostings() -> None:
    op.create_table(
        "hostings",
        sa.Column("gathering_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("town", sa.JSON(), server_default="{}", nullable=False),
        sa.Column("seats", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("told_upto", sa.Integer(), nullable=False),
        sa.Column("told", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("asked", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("offered_at", storage.tables.Moment(timezone=True), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("fabrique_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["gathering_id"], ["gatherings.id"], name=op.f("fk_hostings_gathering_id")
        ),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_hostings_person_id")),
        sa.ForeignKeyConstraint(
            ["fabrique_id"], ["fabriques.id"], name=op.f("fk_hostings_fabrique_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_hostings")),
        sa.UniqueConstraint("gathering_id", name=op.f("uq_hostings_gathering_id")),
    )
    op.create_index(op.f("ix_hostings_fabrique_id"), "hostings", ["fabrique_id"])
    op.create_index(op.f("ix_hostings_person_id"), "hostings", ["person_id"])
    op.create_index(op.f("ix_hostings_state"), "hostings", ["state"])
