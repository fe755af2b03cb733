"""What has to be looked up at a platform before a transaction opens: a rank, a file."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import timedelta
from mimetypes import guess_extension

from bot.calendar_reader import MOST_BYTES, read_calendar
from bot.clock import Clock
from bot.subjects import is_carried
from bot.surroundings import Look
from chat.desk import Read
from chat.time_import_words import sheet_error
from chat.transport import Act, Attachment, File, Heard, Rank, Transport, TransportError
from domain.errors import Refusal
from domain.time_sheets import Sent, SheetError, decoded
from storage import Database

HORIZON = timedelta(days=400)
"""Events further away than a year are another season's agenda."""

MOST_CARRIED = 10_000_000
"""Bytes of a file that is carried to the other side of a question."""

MOST_BOOK = 300_000
"""Bytes of a book of exchanges sent in a chat; a longer one is for the command line."""

_UNFIT = re.compile(r"[\0-\x1f\x7f\u202a-\u202e\u2066-\u2069]")  # what no file should be named with
_LONGEST_NAME = 100  # characters


class Looker:
    """Looks things up, outside any transaction."""

    def __init__(
        self, database: Database, transports: Mapping[str, Transport], clock: Clock
    ) -> None:
        self._database = database
        self._transports = transports
        self._clock = clock

    async def look(self, heard: Heard) -> Look:
        """The speaker's rank in a group, and the file that came along."""
        if heard.act in (Act.LEFT, Act.MIGRATED):
            return Look()
        rank = Rank.MEMBER if heard.place.private else await self._rank(heard)
        new = heard.attachment if heard.act is Act.SAID else None
        file = await self._file(heard, new) if new else None
        return Look(rank, file)

    async def _rank(self, heard: Heard) -> Rank:
        """What the platform says now; nobody has a right that could not be checked."""
        try:
            return await self._transports[heard.place.platform].rank(
                heard.place, heard.speaker.account
            )
        except TransportError:
            return Rank.GONE

    async def _file(self, heard: Heard, attachment: Attachment) -> Read:
        async with self._database.begin() as store:
            carried = await is_carried(store, heard, now=self._clock.now())
        if carried:
            return await self._whole(heard, attachment)
        if _is_table(attachment) and await self._for_team(heard):
            return await self._table(heard, attachment)
        if _asks(heard, attachment):
            return await self._whole(heard, attachment)
        if attachment.kind != "document":
            return Read(attachment.name, refusal=Refusal("refusal-file-kind"))
        if not _is_calendar(attachment):
            return Read(attachment.name, refusal=Refusal("refusal-file-not-calendar"))
        if attachment.size > MOST_BYTES:
            most_mb = MOST_BYTES // 1_000_000
            return Read(attachment.name, refusal=Refusal("refusal-file-too-big", most_mb=most_mb))
        return await self._calendar(heard, attachment)

    async def _whole(self, heard: Heard, attachment: Attachment) -> Read:
        """Any file as it is, to be carried to the other side of a question."""
        name = _named(attachment)
        if attachment.kind == "sticker" or not attachment.ref:
            return Read(name, refusal=Refusal("refusal-carried-kind"))
        if attachment.size > MOST_CARRIED:
            most_mb = MOST_CARRIED // 1_000_000
            return Read(name, refusal=Refusal("refusal-carried-too-big", most_mb=most_mb))
        try:
            content = await self._transports[heard.place.platform].read(
                attachment, at_most=MOST_CARRIED
            )
        except TransportError:
            return Read(name, refusal=Refusal("refusal-file-unreadable"))
        if not content:
            return Read(name, refusal=Refusal("refusal-carried-empty"))
        return Read(name, File(name, attachment.media_type, content))

    async def _for_team(self, heard: Heard) -> bool:
        place = heard.place
        async with self._database.begin() as store:
            fabrique = await store.fabriques.of_chat(place.platform, place.chat)
            chat = await store.of(fabrique.id).chats.known(place.platform, place.chat)
        return chat is not None and chat.team

    async def _table(self, heard: Heard, attachment: Attachment) -> Read:
        """A book of exchanges, as text."""
        if attachment.size > MOST_BOOK:
            refusal = Refusal("refusal-book-too-big", most_kb=MOST_BOOK // 1_000)
            return Read(attachment.name, refusal=refusal)
        try:
            content = await self._transports[heard.place.platform].read(
                attachment, at_most=MOST_BOOK
            )
            return Read(attachment.name, Sent(decoded(content)))
        except TransportError:
            return Read(attachment.name, refusal=Refusal("refusal-file-unreadable"))
        except SheetError as error:
            words = sheet_error(error)
            return Read(attachment.name, refusal=Refusal(words.id, **words.values))

    async def _calendar(self, heard: Heard, attachment: Attachment) -> Read:
        async with self._database.begin() as store:
            fabrique = await store.fabriques.of_chat(heard.place.platform, heard.place.chat)
        today = self._clock.now().astimezone(fabrique.zone).date()
        try:
            content = await self._transports[heard.place.platform].read(
                attachment, at_most=MOST_BYTES
            )
            calendar = await read_calendar(
                content, zone=fabrique.timezone, first=today, last=today + HORIZON
            )
        except TransportError:
            return Read(attachment.name, refusal=Refusal("refusal-file-unreadable"))
        except Refusal as refusal:
            return Read(attachment.name, refusal=refusal)
        return Read(attachment.name, calendar)


def _asks(heard: Heard, attachment: Attachment) -> bool:
    """Whether the words under a file may be a question, which the file then goes with; a picture
    may be a poster without any.
    """
    poster = heard.place.private and _is_picture(attachment)
    return heard.is_for_us and (poster or bool(heard.text.strip())) and not _is_calendar(attachment)


def _is_picture(attachment: Attachment) -> bool:
    of_picture = attachment.media_type.startswith("image/")
    return attachment.kind == "photo" or (attachment.kind == "document" and of_picture)


def _is_table(attachment: Attachment) -> bool:
    name = attachment.name.casefold()
    return attachment.kind == "document" and (
        attachment.media_type in ("text/csv", "text/tab-separated-values")
        or name.endswith((".csv", ".tsv", ".xls", ".xlsx", ".ods"))
    )


def _is_calendar(attachment: Attachment) -> bool:
    name = attachment.name.casefold()
    return attachment.media_type == "text/calendar" or name.endswith((".ics", ".ical", ".ifb"))


def _named(attachment: Attachment) -> str:
    """A file's name that leads nowhere, shows as it is, and ends as files of its kind do."""
    last = _UNFIT.sub("", attachment.name.replace("\\", "/").rpartition("/")[2]).strip(" .")
    name = last[-_LONGEST_NAME:] or "file"
    return name if "." in name else name + (guess_extension(attachment.media_type) or "")
