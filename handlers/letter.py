"""The monthly letter, as members read it and as the team prepares it."""

from __future__ import annotations

from datetime import date

from chat import cards
from chat.command import command
from chat.words import Reply, say
from domain.events import State
from handlers.desk import Desk


@command("lettre", "letter")
async def show_letter(desk: Desk) -> Reply:
    """The latest letter; in the team's chat, what the next one holds so far."""
    if desk.chat.team:
        return await _preview(desk)
    latest = await desk.store.letter.latest()
    if latest is None:
        return say("letter-none")
    items = await desk.store.letter.issue(latest)
    return cards.letter(date.fromisoformat(f"{latest}-01"), items)


async def _preview(desk: Desk) -> Reply:
    items = await desk.store.letter.in_state(State.APPROVED)
    if not items:
        return say("letter-preview-empty")
    reply = say("letter-preview", count=len(items))
    for word in cards.letter(desk.today, items).words:
        reply = reply.then(word.id, **word.values)
    return reply
