"""Reading a calendar in a process of its own, so that no file can hold up the bot.

Knows limits of time and memory. Must not know where the file comes from; `domain.calendars` knows
what is in it.
"""

from __future__ import annotations

import asyncio
import json
import math
import os
import sys
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from domain.calendars import EXHAUSTED, Calendar
from domain.errors import Refusal
from domain.events import FoundEvent, Status, details_of

MEGABYTE = 1_000_000
MOST_BYTES = 5 * MEGABYTE
# Five megabytes of events take some 190 MB; address space counts libraries too.
MOST_MEMORY = 768 * MEGABYTE

TREE = Path(__file__).resolve().parent.parent
# All that the interpreter may need: what a file can reach should not hold the bot's secrets.
PASSED_ON = ("PATH", "PYTHONPATH", "PYTHONHOME", "PYTHONTZPATH", "LANG", "LC_ALL")


async def read_calendar(
    content: bytes, *, zone: str, first: date, last: date, seconds: float = 10.0
) -> Calendar:
    """The events of the local days `first` to `last`; refuses what takes longer than `seconds`."""
    if len(content) > MOST_BYTES:
        raise Refusal("refusal-file-too-big", most_mb=MOST_BYTES // MEGABYTE)
    ZoneInfo(zone)
    limits = (str(math.ceil(seconds)), str(MOST_MEMORY))
    said = await _answer(content, (zone, first.isoformat(), last.isoformat(), *limits), seconds)
    return _calendar(json.loads(said), ZoneInfo(zone))


async def _answer(content: bytes, arguments: tuple[str, ...], seconds: float) -> bytes:
    """What the process writes; it never outlives this call, however the call ends."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "domain.calendars",
        *arguments,
        cwd=TREE,
        env={name: os.environ[name] for name in PASSED_ON if name in os.environ},
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,  # a traceback would repeat what the file says
    )
    try:
        async with asyncio.timeout(seconds):
            said, _ = await process.communicate(content)
    except TimeoutError:
        raise Refusal("refusal-calendar-too-heavy") from None
    finally:
        if process.returncode is None:
            process.kill()
            await process.communicate()  # an unread pipe would keep `wait` waiting
    if process.returncode == EXHAUSTED or (process.returncode or 0) < 0:
        raise Refusal("refusal-calendar-too-heavy")
    if process.returncode:
        raise RuntimeError(f"reading a calendar ended with status {process.returncode}")
    return said


def _calendar(said: Mapping[str, object], zone: ZoneInfo) -> Calendar:
    match said:
        case {"refusal": str(name), "values": dict(values)}:
            raise Refusal(name, **values)
        case {"events": list(events), "problems": list(problems)}:
            return Calendar(tuple(_event(event, zone) for event in events), tuple(problems))
    raise RuntimeError("reading a calendar gave no answer")


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
