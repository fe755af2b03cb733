"""Changes that somebody announces of another’s event, until the team says what is so."""

from __future__ import annotations

from chat.cards import aged
from chat.edition_cards import DOUBT, doubt_card
from chat.kept import given_from_json
from chat.words import Reply
from domain.errors import Refusal
from domain.event_waits import is_over
from domain.events import Event, State
from domain.overlays import Laid
from handlers.desk import Desk
from handlers.event_corrections import as_claimed
from storage.outbox import Outgoing


async def cards_of_doubts(desk: Desk) -> list[Reply]:
    """One card for all who announce the same, below how long the first of them has waited."""
    rows = await desk.store.said.open_before_team(DOUBT)
    cards = [await _card(desk, row) for row in rows]
    return [card for card in cards if card is not None]


async def _card(desk: Desk, row: Outgoing) -> Reply | None:
    given = given_from_json(row.choices[0]["given"])
    event = await desk.store.events.event(int(str(given["event"])))
    if event is None or event.state is not State.APPROVED or is_over(event, desk.now):
        return None
    by = await desk.store.people.person(int(str(given["person"])))
    words, zone = str(given["words"]), desk.fabrique.zone
    laid = Laid(event, _as_claimed(desk, event, words, str(given.get("said", ""))))
    card = doubt_card(laid, words, given, by=by.name, zone=zone)
    return aged(Reply(card.words, card.choices, about=row.about), row.due_at, desk.now)


def _as_claimed(desk: Desk, event: Event, words: str, said: str) -> Event:
    """How it would be; as it is where what was claimed cannot be any more."""
    try:
        return as_claimed(desk, event, words, said)
    except Refusal:
        return event
