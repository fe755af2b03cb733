"""At which hours an agenda can still leave."""

from __future__ import annotations

from collections.abc import Sequence

from domain.due import ONE_WEEK
from domain.editions import Due, Edition, dues, zone_of
from handlers.desk import Desk


async def open_dues(desk: Desk, edition: Edition) -> Sequence[Due]:
    """Its issues for those who neither got nor missed it, and to whom it is not too late to send
    it.
    """
    zone, found = desk.fabrique.zone, list[tuple[int, Due]]()
    for chat, changed in await desk.store.chats.scheduled(zone, now=desk.now):
        there = zone_of(chat.posting, zone)
        since = max(chat.since, desk.now - 2 * ONE_WEEK)
        for due in dues(chat.posting, there, desk.now, since=since, changed=changed):
            if edition.is_of(due) and desk.now < edition.reaching(due).until:
                found.append((chat.id, due))
    opened = await desk.store.event_posts.opened({due.issue for _, due in found})
    return [due for chat, due in found if (chat, due.issue) not in opened]
