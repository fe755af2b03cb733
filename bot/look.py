"""What has to be looked up at a platform before a transaction opens: a rank, a file."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

from bot.calendar_reader import MOST_BYTES, read_calendar
from bot.clock import Clock
from bot.surroundings import Look
from chat.desk import Read
from chat.transport import Act, Attachment, Heard, Rank, Transport, TransportError
from domain.errors import Refusal
from storage import Database

HORIZON = timedelta(days=400)
"""Events further away than a year are another season's agenda."""


class Looker:
    """Looks things up, outside any transaction."""

    def __init__(
        self, database: Database, transports: Mapping[str, Transport], clock: Clock
    ) -> None:
        self._database = database
        self._transports = transports
        self._clock = clock

    async def look(self, heard: Heard) -> Look:
        """The speaker's rank in a group, and the calendar that came along."""
        if heard.act in (Act.LEFT, Act.MIGRATED):
            return Look()
        rank = Rank.MEMBER if heard.place.private else await self._rank(heard)
        file = await self._file(heard, heard.attachment) if heard.attachment else None
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
        if attachment.kind != "document":
            return Read(attachment.name, refusal=Refusal("refusal-file-kind"))
        if not _is_calendar(attachment):
            return Read(attachment.name, refusal=Refusal("refusal-file-not-calendar"))
        if attachment.size > MOST_BYTES:
            most_mb = MOST_BYTES // 1_000_000
            return Read(attachment.name, refusal=Refusal("refusal-file-too-big", most_mb=most_mb))
        return await self._calendar(heard, attachment)

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


def _is_calendar(attachment: Attachment) -> bool:
    name = attachment.name.casefold()
    return attachment.media_type == "text/calendar" or name.endswith((".ics", ".ical", ".ifb"))
