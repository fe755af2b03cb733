"""Facts that are computed when an answer is shown: they change too often to be written down."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from datetime import timedelta

from chat.event_cards import event_phrase
from chat.words import Words
from domain.values import Lines, Minutes
from handlers.desk import Desk
from handlers.meetings import next_meeting_words

AHEAD = timedelta(days=60)
"""What is further away is another season's agenda."""

SHOWN = 3
"""Events under an answer; the agenda itself has the rest."""


async def next_events(desk: Desk) -> Words | None:
    """The next events that the team approved."""
    zone = desk.fabrique.zone
    events = await desk.store.events.approved(desk.today, desk.today + AHEAD, zone)
    coming = [event for event in events if (event.end or event.start) >= desk.now or event.all_day]
    if not coming:
        return Words("live-agenda-empty")
    lines = Lines(tuple(event_phrase(event) for event in coming[:SHOWN]))
    return Words("live-agenda", {"events": lines})


async def own_balance(desk: Desk) -> Words | None:
    """The reader's own balance, where nobody else reads."""
    if not desk.chat.private:
        return Words("live-balance-private")
    own = await desk.store.ledger.of_person(desk.person.id)
    balance = Minutes(await desk.store.ledger.balance_of(own.id))
    return Words("live-balance", {"balance": balance})


LIVE: Mapping[str, Callable[[Desk], Awaitable[Words | None]]] = {
    "agenda": next_events,
    "balance": own_balance,
    "permanence": next_meeting_words,
}
"""What an entry's `live` field names."""


async def live_words(desk: Desk, live: str) -> Words | None:
    """The fact of that name as it is now; None when there is none to tell."""
    fact = LIVE.get(live)
    return await fact(desk) if fact is not None else None
