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
    await round_.store.needs.forget_drafts(before=round_.now - _DRAFTS_LAST)
    if round_.now < _morning(round_, round_.today):
        return
    for need in await round_.store.needs.ended(round_.today):
        await round_.store.needs.update(needs.expired(need), now=round_.now)
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
    asker = (await round_.store.people.person(need.person)).name
    for chat in await round_.store.chats.team():
        round_.post(chat.id, unmet_card(need, asker=asker))
    round_.tell(need.person, need_cards.nobody_found(need))


def _morning(round_: Round, day: date) -> datetime:
    return datetime.combine(day, AT, tzinfo=round_.fabrique.zone)
