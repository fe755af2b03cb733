"""The monthly letter: what was approved is frozen into an issue, then posted to each group once."""

from __future__ import annotations

from datetime import date, datetime, time

from chat.cards import letter
from domain.events import State
from domain.letter import letter_due, next_letter
from scheduling import Round

DAY_OF_MONTH = 1
AT = time(8, 0)
"""The first of the month at eight: before the day's work, and easy to remember."""


async def post_due(round_: Round) -> None:
    """Freeze the month's letter when its hour has come, and post it where it is wanted."""
    zone = round_.fabrique.zone
    issue = letter_due(round_.now, day_of_month=DAY_OF_MONTH, at=AT, zone=zone)
    if issue is None:
        return
    if not await round_.store.letter.issue(issue):
        await round_.store.letter.freeze(issue)
    items = await round_.store.letter.issue(issue)
    if not items:
        return
    month = date.fromisoformat(f"{issue}-01")
    due = datetime.combine(month.replace(day=DAY_OF_MONTH), AT, zone)
    for chat in await round_.store.chats.groups():
        wanted = chat.posting.letter and chat.since <= due
        if wanted and await round_.store.outbox.open_issue(
            chat.id, "letter", issue, now=round_.now
        ):
            round_.post(chat.id, letter(month, items), kind="letter", issue=issue)


async def next_due(round_: Round) -> datetime | None:
    """When the next letter leaves, if anything was gathered for it."""
    if not await round_.store.letter.in_state(State.APPROVED):
        return None
    zone = round_.fabrique.zone
    return next_letter(round_.now, day_of_month=DAY_OF_MONTH, at=AT, zone=zone)
