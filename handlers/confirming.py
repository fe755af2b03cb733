"""What the other side says of an exchange: yes. And what the first side takes back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from chat.cards import choice
from chat.command import command
from chat.exchange_cards import exchange_card, exchange_values
from chat.words import Reply, say, toast
from domain import contests, sentences, timebank
from domain.timebank import OPEN, Exchange, ExchangeState
from handlers.desk import Desk, party_of, tell_team
from handlers.exchange_desk import (
    case,
    locked,
    note,
    people_for,
    post_to_team,
    show,
    tell_confirmed,
    told_confirmed,
)
from handlers.organisations import card_for_team, stands_alone
from handlers.pending import page_after
from storage.outbox import CARD

EDITS_FOLLOWED = timedelta(days=2)
"""How long somebody may think that their edited message changes what they noted."""


@command(keeps_choices=True)
async def confirm_exchange(desk: Desk, exchange: int, page: int | None = None) -> Reply:
    """The other side agrees: both balances change, once."""
    noted = await locked(desk, exchange)
    return await _counts(
        desk, timebank.confirmed(noted, by=await party_of(desk), at=desk.now), page
    )


@command(keeps_choices=True)
async def agree_after_all(desk: Desk, exchange: int, page: int | None = None) -> Reply:
    """Who contested an exchange finds it right after all."""
    noted = await locked(desk, exchange)
    return await _counts(desk, contests.agreed(noted, by=await party_of(desk), at=desk.now), page)


@command(keeps_choices=True)
async def cancel_exchange(desk: Desk, exchange: int, page: int | None = None) -> Reply:
    """Whoever noted it takes it back, as long as it does not count."""
    cancelled = timebank.cancelled(await locked(desk, exchange), by=await party_of(desk))
    await desk.store.exchanges.change(cancelled)
    await show(desk, cancelled)
    values = await values_of(desk, cancelled)
    for person in await people_for(desk, cancelled.awaited):
        desk.tell(person, say("exchange-cancelled-other", name=desk.person.name, **values))
    taken_back = say("exchange-cancelled")
    return taken_back if page is None else await page_after(desk, page, taken_back)


async def ask_to_confirm(desk: Desk, exchange: Exchange) -> bool:
    """Show an exchange to whoever has to speak; whether one of them can be reached.

    What is short enough for the fabrique to ask nobody counts at once, and both sides are told.
    """
    if timebank.needs_no_word(exchange, below=desk.fabrique.time.confirm_below):
        return await _counts_at_once(desk, exchange)
    asked = exchange.waits_for_team
    if exchange.waits_for_team:
        await post_to_team(desk, exchange)
    if await stands_alone(desk, exchange.awaited):
        await tell_team(desk, await card_for_team(desk, exchange))
        return True
    card = exchange_card(await case(desk, exchange), team=False)
    for person in await _asked_in_private(desk, exchange):
        desk.tell(person, card, kind=CARD)
        asked = asked or await desk.store.people.private_chat(person) is not None
    return asked


async def values_of(desk: Desk, exchange: Exchange) -> dict[str, object]:
    """An exchange as sentences mention it, with the names of both sides."""
    return exchange_values(exchange, *await desk.store.ledger.sides(exchange))


async def note_edited(desk: Desk) -> Reply:
    """Who edits the message with which they noted time is told that the note stands as it is."""
    text = desk.heard.text
    if not (desk.chat.private and _notes_time(text)):
        return Reply()
    since = desk.now - EDITS_FOLLOWED
    noted = await desk.store.exchanges.newest_noted(desk.person.id, since=since)
    if noted is None:
        return Reply()
    if noted.state is ExchangeState.CONFIRMED:
        return say("exchange-edited-counts")
    if noted.state not in OPEN:
        return Reply()
    take_back = choice("choice-take-back", "cancel_exchange", exchange=noted.id)
    return say("exchange-edited", **await values_of(desk, noted)).choose(take_back)


def _notes_time(text: str) -> bool:
    word = text.strip().lstrip("/!").split(maxsplit=1)[:1]
    return word in (["heures"], ["hours"]) or sentences.looks_like_note(text)


async def _counts(desk: Desk, exchange: Exchange, page: int | None) -> Reply:
    """Let an exchange count, and say so to whom it concerns."""
    await desk.store.ledger.must_fit(exchange, desk.fabrique.time)
    await desk.store.exchanges.change(exchange)
    await show(desk, exchange)
    await tell_confirmed(desk, exchange)
    if desk.chat.team:
        await note(desk, "confirm", exchange)
        return toast("done")
    told = await told_confirmed(desk, exchange, desk.person.id)
    return told if page is None else await page_after(desk, page, told)


async def _counts_at_once(desk: Desk, exchange: Exchange) -> bool:
    counted = timebank.confirmed_unanswered(exchange, at=desk.now)
    await desk.store.ledger.must_fit(counted, desk.fabrique.time)
    await desk.store.exchanges.change(counted)
    await tell_confirmed(desk, counted)
    desk.tell(desk.person.id, await told_confirmed(desk, counted, desk.person.id))
    return True


async def _asked_in_private(desk: Desk, exchange: Exchange) -> Sequence[int]:
    """The awaited side, and who leads what was given to the common; nobody about their own word."""
    people = [] if exchange.spoken else [*await people_for(desk, exchange.awaited)]
    if exchange.referent is not None and exchange.waits_for_team:
        people.append(exchange.referent)
    return [person for person in people if person != exchange.noted_by]
