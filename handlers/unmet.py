"""A need for which nobody is found: the team looks, and nobody is left without an answer."""

from __future__ import annotations

from chat import need_cards
from chat.need_cards import unmet_card
from chat.words import Reply
from domain import needs
from domain.needs import Need, NeedState
from handlers.desk import Desk


async def nobody_found(desk: Desk, need: Need) -> Reply:
    """Hand a need to the team, say so, and ask whether everybody may be asked."""
    if need.state is NeedState.OPEN:
        need = needs.unmet(need)
        await desk.store.needs.update(need, now=desk.now)
    await show_unmet(desk, need)
    return need_cards.nobody_found(need)


async def show_unmet(desk: Desk, need: Need) -> None:
    """Bring a need before the team; a card that is there already only says how it stands."""
    if not await redraw_unmet(desk, need):
        card = unmet_card(await desk.store.introductions.case(need))
        for chat in await desk.store.chats.team():
            desk.post(chat.id, card)


async def redraw_unmet(desk: Desk, need: Need) -> bool:
    """Let the team's cards of a need say how it stands; False when there are none."""
    shown = await desk.store.said.about(f"unmet:{need.id}")
    if shown:
        card = unmet_card(await desk.store.introductions.case(need))
        for row in shown:
            desk.rewrite(row.chat, [row.id], card)
    return bool(shown)
