"""Which rules of repetition can be followed without end of work (RFC 5545, 3.3.10).

Must not know calendars, nor which days are asked for.
"""

from __future__ import annotations

from calendar import isleap
from collections.abc import Mapping
from datetime import date, datetime, time
from functools import lru_cache

from dateutil.rrule import rrulestr

# A venue may play several times a day; a rule that starts more often than hourly is no event.
MOST_STARTS_A_DAY = 24

EARLIEST = 1900
"""No series of days or weeks that still goes on began earlier; all since would be counted."""

PROBED = range(9932, 9960)
"""Years of all fourteen shapes, some decades before the last one that a date can have: a rule is
tried there, where a search for a day that never comes ends soon.
"""

_FILTERS = {"BYMONTH", "BYMONTHDAY", "BYYEARDAY", "BYWEEKNO", "BYSETPOS", "BYDAY"}


def bearable(rule: str) -> bool:
    """Whether a rule repeats daily at most, in a bounded number of starts, and moves on."""
    parts = _parts(rule)
    starts = 1
    for name in ("BYHOUR", "BYMINUTE", "BYSECOND"):
        starts *= parts.get(name, "").count(",") + 1
    return (
        parts.get("FREQ") in ("DAILY", "WEEKLY", "MONTHLY", "YEARLY")
        and starts <= MOST_STARTS_A_DAY
        and parts.get("INTERVAL", "1").strip("0") != ""
    )


def comes_again(rule: str, start: date) -> bool:
    """Whether a rule ever names a day, so that nobody looks for a 30 February until the year 9999;
    raises ValueError where it cannot be read.
    """
    parts = _parts(rule)
    if start.year < EARLIEST and parts.get("FREQ") in ("DAILY", "WEEKLY"):
        return False
    if not _FILTERS & set(parts):
        return True
    kept = ";".join(
        f"{name}={value}" for name, value in parts.items() if name not in ("UNTIL", "COUNT")
    )
    return _named(kept, date(_like(start.year), start.month, start.day))


def _parts(rule: str) -> Mapping[str, str]:
    parts = (part.partition("=") for part in rule.rpartition(":")[2].split(";"))
    return {name: value for name, _, value in parts if name}


def _like(year: int) -> int:
    """A probed year with the same days as another one."""
    shape = date(year, 1, 1).weekday(), isleap(year)
    return next(one for one in PROBED if (date(one, 1, 1).weekday(), isleap(one)) == shape)


@lru_cache(maxsize=512)
def _named(rule: str, start: date) -> bool:
    begins = datetime.combine(start, time.min)
    return next(iter(rrulestr(rule, dtstart=begins)), None) is not None
