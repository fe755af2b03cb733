"""Needs as time goes by: cards that nobody confirmed, and days that went by without anybody."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from chat import need_cards
from chat.need_cards import unmet_card
from domain import needs
from domain.needs import DRAFT_DAYS, Need, NeedState
from scheduling import Round

AT = time(9, 0)
"""When a day is far enough on for a word that nobody waits for."""

_DRAFTS_LAST = timedelta(days=DRAFT_DAYS)


async def look_after(round_: Round) -> None:
    """Forget old drafts; the morning after its day, ask about each need that found nobody."""
    oldest, kept_since = await round_.store.needs.oldest_draft(), round_.now - _DRAFTS_LAST
    if oldest is not None and oldest < kept_since:
        await round_.store.needs.forget_drafts(before=kept_since)
    if round_.now < _morning(round_, round_.today):
        return
    for need in await round_.store.needs.ended(round_.today):
        over = needs.expired(need)
        await round_.store.needs.update(over, now=round_.now)
        await redraw_unmet(round_, over)
        round_.tell(need.person, need_cards.ended(need))


async def next_due(round_: Round) -> datetime | None:
    """When the next draft is forgotten, or the next day is behind."""
    moments = []
    if (oldest := await round_.store.needs.oldest_draft()) is not None:
        moments.append(oldest + _DRAFTS_LAST + timedelta(seconds=1))
    if (first := await round_.store.needs.first_end()) is not None:
        moments.append(_morning(round_, first + timedelta(days=1)))
    return min(moments, default=None)


async def nobody_found(round_: Round, need: Need) -> None:
    """Nobody is left to ask: the team looks, and the asker is told."""
    if need.state is not NeedState.OPEN:
        return
    need = needs.unmet(need)
    await round_.store.needs.update(need, now=round_.now)
    if not await redraw_unmet(round_, need):
        card = unmet_card(await round_.store.introductions.case(need))
        for chat in await round_.store.chats.team():
            round_.post(chat.id, card)
    round_.tell(need.person, need_cards.nobody_found(need))


async def redraw_unmet(round_: Round, need: Need) -> bool:
    """Let the team's cards of a need say how it stands; False when there are none."""
    shown = await round_.store.said.about(f"unmet:{need.id}")
    if shown:
        card = unmet_card(await round_.store.introductions.case(need))
        for row in shown:
            round_.rewrite(row.chat, [row.id], card)
    return bool(shown)


def _morning(round_: Round, day: date) -> datetime:
    return datetime.combine(day, AT, tzinfo=round_.fabrique.zone)
