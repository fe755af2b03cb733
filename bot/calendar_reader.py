"""Calendars, read apart: `domain.calendars` knows what is in them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from bot.apart import read_apart
from domain.calendars import Calendar
from domain.events import FoundEvent, Status, details_of


async def read_calendar(
    content: bytes, *, zone: str, first: date, last: date, seconds: float = 10.0
) -> Calendar:
    """The events of the local days `first` to `last`; refuses what takes longer than `seconds`."""
    there, days = ZoneInfo(zone), (first.isoformat(), last.isoformat())
    said = await read_apart("domain.calendars", content, zone, *days, seconds=seconds)
    events = tuple(_event(event, there) for event in said["events"])
    return Calendar(events, tuple(said["problems"]))


def _event(said: Mapping[str, Any], zone: ZoneInfo) -> FoundEvent:
    end = said["end"]
    return FoundEvent(
        uid=str(said["uid"]),
        title=str(said["title"]),
        start=datetime.fromisoformat(str(said["start"])).astimezone(zone),
        end=datetime.fromisoformat(str(end)).astimezone(zone) if end is not None else None,
        all_day=bool(said["all_day"]),
        place=str(said["place"]),
        link=str(said["link"]),
        status=Status(str(said["status"])),
        details=details_of(said["details"]),
        series=str(said["series"]) if said["series"] else None,
    )
