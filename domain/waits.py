"""How long an exchange waits for a word: who waits is reminded twice, then it ends.

Days are the fabrique's, counted from the one on which it was noted; what is due is due in the
morning. Must not know who can be reached.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time, timedelta
from enum import Enum
from zoneinfo import ZoneInfo

from domain.timebank import OPEN, Exchange, may_take_silence_for_yes

REMINDED_AFTER = (3, 7)
EXPIRES_AFTER = 30
"""Days without a word."""

MORNING = time(9, 0)


class Due(Enum):
    """What is due about an exchange that waits."""

    REMIND = "remind"
    CONFIRM = "confirm"
    EXPIRE = "expire"


def after(exchange: Exchange, days: int, zone: ZoneInfo) -> datetime:
    """The morning some days after an exchange was noted."""
    noted = exchange.noted_at.astimezone(zone).date()
    return datetime.combine(noted + timedelta(days=days), MORNING, zone)


def due(
    exchange: Exchange, now: datetime, zone: ZoneInfo, *, confirm_after: int | None
) -> Due | None:
    """What is due now. Two reminders missed are one."""
    if exchange.state not in OPEN:
        return None
    counts = _counts_unanswered(exchange, zone, confirm_after)
    if counts is not None and counts <= now:
        return Due.CONFIRM
    if after(exchange, EXPIRES_AFTER, zone) <= now:
        return Due.EXPIRE
    return Due.REMIND if _passed(exchange, now, zone) > exchange.reminders else None


def reminded(exchange: Exchange, now: datetime, zone: ZoneInfo) -> Exchange:
    """The exchange once its side was reminded: nothing that has passed is said again."""
    return replace(exchange, reminders=_passed(exchange, now, zone))


def next_due(
    exchange: Exchange, now: datetime, zone: ZoneInfo, *, confirm_after: int | None
) -> datetime | None:
    """When something falls due next."""
    if exchange.state not in OPEN:
        return None
    moments = [
        after(exchange, days, zone)
        for days in (*REMINDED_AFTER[exchange.reminders :], EXPIRES_AFTER)
    ]
    counts = _counts_unanswered(exchange, zone, confirm_after)
    if counts is not None and counts > now:  # one whose side nobody reached goes on waiting
        moments.append(counts)
    return min(moments)


def _counts_unanswered(
    exchange: Exchange, zone: ZoneInfo, confirm_after: int | None
) -> datetime | None:
    if confirm_after is None or not may_take_silence_for_yes(exchange):
        return None
    return after(exchange, confirm_after, zone)


def _passed(exchange: Exchange, now: datetime, zone: ZoneInfo) -> int:
    return sum(after(exchange, days, zone) <= now for days in REMINDED_AFTER)
