"""Reading calendars in a process of its own: the same answers, and the bot never waits."""

from __future__ import annotations

import asyncio
import contextlib
import os
from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.apart import MOST_BYTES
from bot.calendar_reader import read_calendar
from domain.calendars import Calendar, read
from domain.errors import Refusal

HEAVY = (
    "BEGIN:VCALENDAR\r\n"
    + "".join(
        f"BEGIN:VEVENT\r\nUID:{number}@exemple.invalid\r\nDTSTART:19000101T000000Z\r\n"
        f"RRULE:FREQ=DAILY;BYHOUR={','.join(map(str, range(24)))}\r\nEND:VEVENT\r\n"
        for number in range(300)
    )
    + "END:VCALENDAR\r\n"
).encode()
"""Three hundred series that have come each hour since 1900."""

SAMPLES = Path(__file__).parent.parent / "samples"
FIRST, LAST = date(2026, 11, 1), date(2026, 11, 30)


async def november(content: bytes, *, seconds: float = 60.0) -> Calendar:
    """What the process reads; a minute is for busy machines, it takes half a second."""
    return await read_calendar(
        content, zone="Europe/Paris", first=FIRST, last=LAST, seconds=seconds
    )


def children() -> set[str]:
    """The processes this one has started and has not buried."""
    found = set()
    for status in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):
            parent = status.read_text().rpartition(")")[2].split()[1]
            found |= {status.parent.name} if int(parent) == os.getpid() else set()
    return found


@pytest.mark.parametrize("name", ["google_fr.ics", "several_days.ics", "one_broken.ics"])
async def test_the_process_reads_what_the_rules_read(name: str) -> None:
    """Nothing is lost on the way back: titles, zones, problems."""
    content = (SAMPLES / name).read_bytes()
    expected = read(content, zone=ZoneInfo("Europe/Paris"), first=FIRST, last=LAST)
    assert await november(content) == expected


@pytest.mark.parametrize(
    ("content", "refusal"),
    [
        (b"bonjour", "refusal-file-not-calendar"),
        (b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", "refusal-calendar-empty"),
    ],
)
async def test_a_refusal_comes_back_as_one(content: bytes, refusal: str) -> None:
    """Whoever sent the file is told why."""
    with pytest.raises(Refusal, match=refusal):
        await november(content)


async def test_too_big_a_file_is_refused_before_any_work() -> None:
    """Five megabytes is ten years of a busy venue."""
    with pytest.raises(Refusal, match="refusal-file-too-big") as refused:
        await november(b" " * (MOST_BYTES + 1))
    assert refused.value.values == {"most_mb": 5}


async def test_endless_work_is_cut_and_leaves_no_process() -> None:
    """More dates than anybody could count."""
    before = children()
    with pytest.raises(Refusal, match="refusal-calendar-too-heavy"):
        await november(HEAVY, seconds=1.0)
    assert children() == before


async def test_a_cancelled_reading_leaves_no_process() -> None:
    """A bot that stops does not wait for a file, nor leave its work behind."""
    before = children()
    reading = asyncio.create_task(november(HEAVY))
    while children() == before:
        await asyncio.sleep(0.01)
    reading.cancel()
    with pytest.raises(asyncio.CancelledError):
        await reading
    assert children() == before


async def test_the_bot_goes_on_while_a_calendar_is_read() -> None:
    """The loop answers others in the meantime."""
    reading = asyncio.create_task(november((SAMPLES / "floating.ics").read_bytes()))
    turns = 0
    while not reading.done():
        await asyncio.sleep(0.001)
        turns += 1
    assert turns > 10
