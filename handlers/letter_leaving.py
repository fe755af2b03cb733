"""When an issue of the letter leaves, for what has to be known before it does."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from domain.letter import (
    LONGEST_MONTH,
    Edition,
    Leaving,
    coming_issue,
    due_of,
    issue_of,
    leaving_day,
)
from handlers.desk import Desk


def due_of_edition(desk: Desk, edition: Edition) -> datetime:
    """When an issue leaves, in the fabrique's zone."""
    policy, zone = desk.fabrique.letter, desk.fabrique.zone
    return due_of(edition.name, day_of_month=policy.day, at=policy.at, zone=zone)


async def open_edition(desk: Desk) -> Edition:
    """The issue that what is approved now enters: the one that the team works on, or the next where
    that one is frozen.
    """
    current = await desk.store.letter_editions.current(desk.fabrique, desk.now)
    if current.state is not Leaving.READY:
        return current
    return Edition(issue_of(current.month + timedelta(days=LONGEST_MONTH)))


def next_due(desk: Desk) -> datetime:
    """When a letter leaves next, as it is planned."""
    policy, zone = desk.fabrique.letter, desk.fabrique.zone
    coming = coming_issue(desk.now, day_of_month=policy.day, at=policy.at, zone=zone)
    return due_of_edition(desk, Edition(coming))


def day_of_edition(desk: Desk, edition: Edition) -> date:
    """The day on which it is read: what is over by then is not printed."""
    return leaving_day(due_of_edition(desk, edition), desk.now, desk.fabrique.zone)


async def coming_day(desk: Desk) -> date:
    """The day of the issue that the team works on."""
    current = await desk.store.letter_editions.current(desk.fabrique, desk.now)
    return day_of_edition(desk, current)
