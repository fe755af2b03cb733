"""The agenda: what happens where, where it was heard of, and what was made of it."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, LargeBinary, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.base import OfFabrique, Row


class VenueRow(OfFabrique, Row):
    """A place where things happen. What a `trusted` one announces is approved by itself."""

    __tablename__ = "venues"

    name: Mapped[str]
    aliases: Mapped[list[Any]]
    address: Mapped[str]
    district: Mapped[str]
    commune: Mapped[str | None] = mapped_column(String(9))
    latitude: Mapped[float | None]
    longitude: Mapped[float | None]
    access: Mapped[list[Any]]
    trusted: Mapped[bool] = mapped_column(default=False)


class VenuePersonRow(Row):
    """Somebody whom the team named as speaking for a place."""

    __tablename__ = "venue_people"

    venue_id: Mapped[int] = mapped_column(ForeignKey("venues.id"), primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), primary_key=True)


class EventRow(OfFabrique, Row):
    """An event on one date, proposed or decided.

    The dates of a `series` are rows of their own, so that one of them can be called off.
    `details` are the fields of domain.events.Details that were said. `sequence` counts the changes
    that calendars which follow it have to hear of (RFC 5545, 3.8.7.4). `heard` is what its source
    last said, part by part; `revision` what of it waits for the team, beside what it approved.
    `merged_into` is the event that stands for it, once both are one; `left_at`
    when it left the agenda, having been public. `proposed_at` is since when it waits for the
    team, which was reminded of it at `reminded_at`.
    """

    __tablename__ = "events"
    __table_args__ = (UniqueConstraint("fabrique_id", "source", "uid"),)

    uid: Mapped[str]
    source: Mapped[str]
    batch: Mapped[str] = mapped_column(String(24), index=True)
    title: Mapped[str]
    start: Mapped[datetime] = mapped_column(index=True)
    end: Mapped[datetime | None]
    all_day: Mapped[bool]
    place: Mapped[str]
    link: Mapped[str]
    state: Mapped[str] = mapped_column(String(12))
    status: Mapped[str] = mapped_column(String(12))
    proposed_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    venue_id: Mapped[int | None] = mapped_column(index=True)
    series: Mapped[str | None] = mapped_column(String(24), index=True)
    details: Mapped[dict[str, Any]]
    sequence: Mapped[int] = mapped_column(default=0)
    changed_at: Mapped[datetime | None]
    heard: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    revision: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    merged_into: Mapped[int | None] = mapped_column(index=True)
    left_at: Mapped[datetime | None]
    proposed_at: Mapped[datetime | None]
    reminded_at: Mapped[datetime | None]


class EventPictureRow(Row):
    """The picture of an event, small enough to be sent with it."""

    __tablename__ = "event_pictures"

    event_id: Mapped[int] = mapped_column(ForeignKey("events.id"), primary_key=True)
    name: Mapped[str]
    media_type: Mapped[str] = mapped_column(String(40))
    content: Mapped[bytes] = mapped_column(LargeBinary)


class BroughtPictureRow(OfFabrique, Row):
    """A picture that came with a proposal which is not made yet; a day later it is gone."""

    __tablename__ = "brought_pictures"
    __table_args__ = (UniqueConstraint("token"),)

    token: Mapped[str] = mapped_column(String(32))
    name: Mapped[str]
    media_type: Mapped[str] = mapped_column(String(40))
    content: Mapped[bytes] = mapped_column(LargeBinary)
    at: Mapped[datetime]


class EventChangeRow(Row):
    """A correction, and what the event said before, to undo it; made by nobody, it is what an
    address told.
    """

    __tablename__ = "event_changes"

    id: Mapped[int] = mapped_column(primary_key=True)
    event_id: Mapped[int] = mapped_column(ForeignKey("events.id"), index=True)
    before: Mapped[dict[str, Any]]
    after: Mapped[dict[str, Any]]
    by_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    at: Mapped[datetime]
    undone_at: Mapped[datetime | None]


class CalendarAddressRow(Row):
    """An address under which a chat's agenda can be followed; whoever has it can read. One that
    another took the place of stays, so that its followers are told it is gone.
    """

    __tablename__ = "calendar_addresses"
    __table_args__ = (UniqueConstraint("token"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    chat_id: Mapped[int] = mapped_column(ForeignKey("chats.id"), index=True)
    token: Mapped[str] = mapped_column(String(36))
    ended_at: Mapped[datetime | None]


class EventSourceRow(OfFabrique, Row):
    """Another source that tells of an event which is in the agenda already; `heard` is what it last
    said of it.
    """

    __tablename__ = "event_sources"
    __table_args__ = (UniqueConstraint("fabrique_id", "source", "uid"),)

    event_id: Mapped[int] = mapped_column(ForeignKey("events.id"), index=True)
    source: Mapped[str]
    uid: Mapped[str]
    heard: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))


class TwinRow(OfFabrique, Row):
    """Two events that may be one; `same` once somebody said."""

    __tablename__ = "event_twins"
    __table_args__ = (UniqueConstraint("first_id", "second_id"),)

    first_id: Mapped[int] = mapped_column(ForeignKey("events.id"))
    second_id: Mapped[int] = mapped_column(ForeignKey("events.id"), index=True)
    same: Mapped[bool | None]


class FeedRow(OfFabrique, Row):
    """An address read again and again, for a place where one is named: a calendar, or a site's news
    ("rss"), which never enter the agenda by themselves.

    `etag` and `modified` are what its server said of the version last read; `listed` how many
    events to come it told, so that a sudden silence is noticed. `told` while its trouble is, which
    `trouble` names. `read_at` is when all of it was last taken in, `answered_at` when its server
    last answered; `missing` are the events that were told to be no longer there; `left_at` is when
    somebody stopped reading it, `added_at` when somebody gave it.
    """

    __tablename__ = "feeds"
    __table_args__ = (UniqueConstraint("fabrique_id", "address"),)

    address: Mapped[str]
    kind: Mapped[str] = mapped_column(String(6), server_default="ics")
    due_at: Mapped[datetime] = mapped_column(index=True)
    failures: Mapped[int] = mapped_column(default=0)
    proposed_by: Mapped[int] = mapped_column(ForeignKey("people.id"))
    venue_id: Mapped[int | None]
    etag: Mapped[str | None]
    modified: Mapped[str | None]
    listed: Mapped[int] = mapped_column(default=0)
    told: Mapped[bool] = mapped_column(default=False)
    added_at: Mapped[datetime | None]
    left_at: Mapped[datetime | None]
    trouble: Mapped[dict[str, Any] | None]
    read_at: Mapped[datetime | None]
    answered_at: Mapped[datetime | None]
    missing: Mapped[list[Any]]


class FeedEntryRow(OfFabrique, Row):
    """An entry of a site's news, by a key that is the same at each reading, so that it is shown
    once; `fate` is what became of it.
    """

    __tablename__ = "feed_entries"
    __table_args__ = (UniqueConstraint("feed_id", "key"),)

    feed_id: Mapped[int] = mapped_column(ForeignKey("feeds.id"))
    key: Mapped[str] = mapped_column(String(32))
    title: Mapped[str]
    link: Mapped[str]
    text: Mapped[str]
    fate: Mapped[str] = mapped_column(String(12))
    at: Mapped[datetime]


class EditionRow(OfFabrique, Row):
    """One issue of the agenda or the letter, gathered, then frozen when it is approved.

    `content` is what it tells, as it was when it was frozen: what each group receives is made of
    that alone.
    """

    __tablename__ = "editions"
    __table_args__ = (UniqueConstraint("fabrique_id", "kind", "issue"),)

    kind: Mapped[str] = mapped_column(String(10))
    issue: Mapped[str] = mapped_column(String(20))
    state: Mapped[str] = mapped_column(String(10))
    approved_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    approved_at: Mapped[datetime | None]
    content: Mapped[dict[str, Any]]


class EventPostRow(OfFabrique, Row):
    """That a post tells of an event, by the first of its messages, so that it can be corrected."""

    __tablename__ = "event_posts"
    __table_args__ = (UniqueConstraint("event_id", "outbox_id"),)

    event_id: Mapped[int] = mapped_column(ForeignKey("events.id"))
    outbox_id: Mapped[int] = mapped_column(ForeignKey("outbox.id"), index=True)


class LetterItemRow(OfFabrique, Row):
    """Something gathered for the letter; `issue` once a letter carried it.

    `phrase` is what we word ourselves, in each reader's language, `source` the thing that it tells
    of. `rank` is its place in its section where the team chose one; `week` the Monday of the only
    week in which a campaign is told; `approved_at` since when it may leave; `ends` the last day
    that it names.
    """

    __tablename__ = "letter_items"

    text: Mapped[str]
    phrase: Mapped[dict[str, Any] | None]
    source: Mapped[str | None] = mapped_column(String(40))
    section: Mapped[str] = mapped_column(String(12))
    state: Mapped[str] = mapped_column(String(12))
    proposed_by: Mapped[int] = mapped_column(ForeignKey("people.id"))
    at: Mapped[datetime]
    issue: Mapped[str | None] = mapped_column(String(20), index=True)
    rank: Mapped[int | None]
    week: Mapped[date | None]
    approved_at: Mapped[datetime | None]
    ends: Mapped[date | None]


class MailReaderRow(OfFabrique, Row):
    """Who has the letter by e-mail: the address counts once its owner confirmed it, and is that of
    the person who proved it last, of nobody until then.

    `refused_at` is when its server said for good that it takes nothing for it.
    """

    __tablename__ = "mail_readers"
    __table_args__ = (UniqueConstraint("fabrique_id", "address"), UniqueConstraint("token"))

    address: Mapped[str]
    token: Mapped[str] = mapped_column(String(40))
    language: Mapped[str] = mapped_column(String(8))
    person_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"), index=True)
    asked_at: Mapped[datetime]
    confirmed_at: Mapped[datetime | None]
    refused_at: Mapped[datetime | None]


class MailingRow(OfFabrique, Row):
    """One letter to one reader; its key is what makes it sent once. Or a mail that asks an address
    whether it wants the letter, for whoever asked (`asked_by`): its issue says that, and when.
    `claimed_by` is the process that sends it, where there are several.
    """

    __tablename__ = "mailings"
    __table_args__ = (UniqueConstraint("reader_id", "issue"),)

    reader_id: Mapped[int] = mapped_column(ForeignKey("mail_readers.id"))
    issue: Mapped[str] = mapped_column(String(20))
    asked_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    state: Mapped[str] = mapped_column(String(10))
    claimed_by: Mapped[str | None] = mapped_column(String(24))
    tries: Mapped[int] = mapped_column(default=0)
    since: Mapped[datetime]
    due_at: Mapped[datetime] = mapped_column(index=True)
