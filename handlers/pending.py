"""What waits for a word: of mine, of the others, of the team. One message, a page for each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from chat.command import Where, command
from chat.exchange_cards import exchange_card, exchange_waits, paged
from chat.transport import Act
from chat.words import Reply, say
from domain.events import State
from domain.timebank import Exchange, ExchangeState, Party
from handlers.desk import Desk, party_of
from handlers.exchange_desk import case
from handlers.own_events import of_mine


@command("attente", "pending", where=Where.PRIVATE)
async def pending(desk: Desk) -> Reply:
    """What waits for a word of mine, then what waits for others, then what the team has of mine."""
    page, mine = await _page(desk, 0), await of_mine(desk)
    waiting = sum(events[0].state is State.PROPOSED for events in mine)
    return page.then("pending-proposals", count=waiting) if waiting else page


@command(where=Where.PRIVATE, keeps_choices=True)
async def turn_pending(desk: Desk, page: int) -> Reply:
    """Another page, in the same place."""
    return (await _page(desk, page)).redrawn()


async def page_after(desk: Desk, page: int, told: Reply) -> Reply:
    """What came of a page, and what stands there then, in the same place."""
    then = await _page(desk, page)
    return replace(then, words=(*told.words, *then.words)).redrawn()


async def turn_pressed(desk: Desk, page: int) -> None:
    """Draw the page that was pressed anew, when what follows is said below it."""
    pressed = desk.heard.message if desk.heard.act is Act.PRESSED else None
    row = await desk.store.said.posted(desk.chat.id, pressed) if pressed else None
    if row is not None:
        desk.rewrite(desk.chat.id, [row.id], await _page(desk, page))


async def _page(desk: Desk, page: int) -> Reply:
    party = await party_of(desk)
    waiting = await _waiting(desk, party)
    if not waiting:
        return say("pending-none")
    page = min(page, len(waiting) - 1)
    return paged(await _card(desk, waiting[page], party), page, len(waiting))


async def _waiting(desk: Desk, party: Party) -> Sequence[Exchange]:
    """What waits for me first, then for others, then with the team; the oldest first in each."""
    found = await desk.store.exchanges.concerning(party)
    contested = ExchangeState.CONTESTED
    return sorted(found, key=lambda one: (one.state is contested, not _is_mine(one, party), one.id))


async def _card(desk: Desk, exchange: Exchange, party: Party) -> Reply:
    shown = await case(desk, exchange)
    if exchange.state is ExchangeState.CONTESTED:
        card = exchange_card(shown, team=False)
        return card if _may_agree(exchange, party) else replace(card, choices=())
    if _is_mine(exchange, party):
        return exchange_card(shown, team=False)
    card = exchange_waits(shown)
    mine = exchange.noted_by == party.person or exchange.noted_for in party.accounts
    return card if mine else replace(card, choices=())


def _is_mine(exchange: Exchange, party: Party) -> bool:
    """Whether my word is what it waits for."""
    if exchange.noted_by == party.person or exchange.state is not ExchangeState.PROPOSED:
        return False
    awaited = exchange.awaited is not None and exchange.awaited.id in party.accounts
    return awaited or (exchange.waits_for_team and exchange.referent == party.person)


def _may_agree(exchange: Exchange, party: Party) -> bool:
    awaited = exchange.awaited is not None and exchange.awaited.id in party.accounts
    return awaited and exchange.noted_by != party.person
