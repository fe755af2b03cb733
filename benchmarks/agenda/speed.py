"""Events a second, from bytes to dated events of the next 400 days, on one thread.

The plain libraries parse the file and unfold it over the same days; ours also makes the words
plain, and reads prices, access and subjects from them.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, time, timedelta
from statistics import median
from time import process_time
from zoneinfo import ZoneInfo

import icalendar
import recurring_ical_events

from benchmarks.agenda.written import FIRST, LAST, calendar
from domain.calendar_details import details_in
from domain.calendars import line_of, read

SIZES = (100, 500, 2_000)
SHARES = (0.0, 0.1, 1.0)
TIMES = 3
PARIS = ZoneInfo("Europe/Paris")


def speed() -> None:
    """Print a line for each kind and size of calendar."""
    print(f"speed: VEVENTs a second (CPU), median of {TIMES}; repeating: the part that does")
    print(f"  {'VEVENTs':>7} {'repeating':>9} {'KB':>6}   {'ours':>7} {'plain':>7} {'ratio':>6}")
    for share in SHARES:
        for size in SIZES:
            if share < 1 or size <= SIZES[1]:
                print(f"  {_line(size, share)}", flush=True)


def _line(size: int, share: float) -> str:
    content = calendar(size, repeating=share, seed=size)
    pairs = [(_took(lambda: ours(content)), _took(lambda: plain(content))) for _ in range(TIMES)]
    mine, theirs = median(pair[0] for pair in pairs), median(pair[1] for pair in pairs)
    return (
        f"{size:7} {share:9.0%} {len(content) // 1000:6}   {size / mine:7.0f} {size / theirs:7.0f} "
        f"{theirs / mine:5.2f}x   {ours(content)} and {plain(content)} dates"
    )


def ours(content: bytes) -> int:
    """How many dates the loader finds, no word of theirs being known."""
    details_in.cache_clear()
    line_of.cache_clear()
    return len(read(content, zone=PARIS, first=FIRST, last=LAST).events)


def plain(content: bytes) -> int:
    """How many dates the libraries find by themselves."""
    parsed = icalendar.Calendar.from_ical(content)
    opens = datetime.combine(FIRST, time.min, PARIS).astimezone(UTC)
    closes = datetime.combine(LAST + timedelta(days=1), time.min, PARIS).astimezone(UTC)
    return len(recurring_ical_events.of(parsed).between(opens, closes))


def _took(act: Callable[[], int]) -> float:
    begun = process_time()
    act()
    return process_time() - begun
