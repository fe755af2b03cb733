"""Whoever announced a change of somebody else's event hears what the team made of it, once."""

from __future__ import annotations

from chat.edition_cards import CLAIMED
from chat.words import Reply
from handlers.desk import Desk

SETTLED = ("refuse-change", "undo-change")
"""Acts after which the same announcement is another one."""


async def tell_claimants(desk: Desk, event: int, claim: int, person: int, reply: Reply) -> None:
    """Tell the person of the card that was pressed, and all who announced the same in private."""
    settled = await desk.store.audit.acts([f"event:{event}"], *SETTLED)
    people = {person}
    for row in await desk.store.said.about(f"{CLAIMED}:{claim}"):
        if not settled or row.due_at > settled[-1].at:
            chat = await desk.store.chats.chat(row.chat)
            people |= {chat.person} if chat.person is not None else set()
    for one in sorted(people):
        desk.tell(one, reply)
