"""Time asked of the team: what waits is shown again, and what was put off as its month begins."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from chat.mobilisation_cards import mobilisation_card
from chat.words import Words
from domain.mobilising import Mobilisation, next_reminder
from scheduling import Round
from storage.outbox import CARD


async def remind(round_: Round) -> None:
    """Remind the team of each request that has waited long enough."""
    for request in await round_.store.mobilisations.waiting():
        due = next_reminder(request, round_.fabrique.zone)
        if due is not None and due <= round_.now:
            await _remind(round_, request)


async def next_due(round_: Round) -> datetime | None:
    """When the team is reminded next; nobody is where there is no team."""
    if not await round_.store.chats.team():
        return None
    waiting = await round_.store.mobilisations.waiting()
    moments = [next_reminder(one, round_.fabrique.zone) for one in waiting]
    return min((moment for moment in moments if moment is not None), default=None)


async def _remind(round_: Round, request: Mobilisation) -> None:
    team = await round_.store.chats.team()
    if not team:
        return
    case = await round_.store.mobilisations.case(request, round_.fabrique, round_.today)
    card = mobilisation_card(case)
    late = replace(card, words=(Words("mobilisation-late", {"at": request.at}), *card.words))
    for chat in team:
        round_.post(chat.id, late, kind=CARD)
    reminded = replace(request, reminders=request.reminders + 1)
    await round_.store.mobilisations.change(reminded)
