"""The time bank before its team: what waits, who is asleep, who left something behind."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from chat.command import Where, command
from chat.exchange_cards import exchange_values
from chat.time_papers import book
from chat.words import Choice, Reply, Words, option, say
from domain import time_figures
from domain.errors import Refusal
from domain.periods import year_of
from domain.timebank import Exchange, ExchangeState
from domain.values import Items, Lines, Minutes, OnDate, Phrase
from handlers.desk import Desk
from handlers.time_figures import show_figures
from handlers.time_leavers import see_off
from storage.time_keeping import Leaver

PAGE = 6
"""Exchanges that one message lists."""

ASLEEP_AFTER = timedelta(days=182)
"""Half a year without an exchange, for somebody who offered to help."""

NAMES = 40
EXPORTED_MOST = 20_000
"""Exchanges that the chat writes out; more would keep everybody waiting."""

LEAVERS = 5


@command("temps", "time", where=Where.TEAM)
async def time_bank(desk: Desk) -> Reply:
    """One page: what waits, and the way to everything else."""
    exchanges = desk.store.exchanges
    waiting = await exchanges.in_state(ExchangeState.PROPOSED, ExchangeState.INVITED)
    contested = await exchanges.in_state(ExchangeState.CONTESTED)
    asleep = await _asleep(desk)
    leavers = await desk.store.time.leavers()
    year = year_of(desk.today)
    records = await desk.store.time.records(year.first, year.last)
    reversing = await desk.store.time.reversing(records)
    told = time_figures.figures(records, reversing=reversing, now=desk.now)
    oldest = min((one.noted_at for one in waiting), default=desk.now)
    reply = say(
        "time-bank",
        waiting=len(waiting),
        days=(desk.now - oldest).days,
        contested=len(contested),
        asleep=len(asleep),
        leavers=len(leavers),
        hours=Minutes(told.minutes),
        count=told.exchanges,
        people=told.people,
        first=OnDate(year.first),
    )
    offered = [
        option("choice-time-waiting", list_waiting, page=0) if waiting else None,
        option("choice-time-contested", list_contested) if contested else None,
        option("choice-time-asleep", list_asleep) if asleep else None,
        option("choice-time-leavers", list_leavers) if leavers else None,
        option("choice-time-export", export_book),
        option("choice-time-figures", show_figures, period=""),
    ]
    return reply.choose(*(one for one in offered if one is not None))


@command(where=Where.TEAM, keeps_choices=True)
async def list_waiting(desk: Desk, page: int) -> Reply:
    """What waits for a word, the oldest first, a page at a time."""
    waiting = await desk.store.exchanges.in_state(ExchangeState.PROPOSED, ExchangeState.INVITED)
    waiting = sorted(waiting, key=lambda one: (one.noted_at, one.id))
    shown = waiting[page * PAGE : (page + 1) * PAGE]
    if not shown:
        return say("time-nothing")
    reply = say("time-waiting", count=len(waiting), lines=await _lines(desk, shown))
    if len(waiting) <= (page + 1) * PAGE:
        return reply
    return reply.choose(option("choice-time-more", list_waiting, page=page + 1))


@command(where=Where.TEAM, keeps_choices=True)
async def list_contested(desk: Desk) -> Reply:
    """What somebody contested; the queue has the buttons."""
    contested = await desk.store.exchanges.in_state(ExchangeState.CONTESTED)
    if not contested:
        return say("time-nothing")
    lines = await _lines(desk, contested[:PAGE])
    return say("time-contested", count=len(contested), lines=lines)


@command(where=Where.TEAM, keeps_choices=True)
async def list_asleep(desk: Desk) -> Reply:
    """Who offered to help and has exchanged nothing for half a year: for a kind word, no list."""
    names = await _asleep(desk)
    if not names:
        return say("time-nothing")
    more = max(0, len(names) - NAMES)
    return say("time-asleep", count=len(names), names=Items(tuple(names[:NAMES])), more=more)


@command(where=Where.TEAM, keeps_choices=True)
async def list_leavers(desk: Desk) -> Reply:
    """Who left with a balance, each to be settled in a tap."""
    leavers = await desk.store.time.leavers()
    if not leavers:
        return say("time-nothing")
    lines = tuple(
        Phrase("time-leaver", {"name": one.name, "balance": Minutes(one.balance)})
        for one in leavers
    )
    settle = [_to_settle(one) for one in leavers[:LEAVERS]]
    return say("time-leavers", count=len(leavers), lines=Lines(lines)).choose(*settle)


@command(where=Where.TEAM, keeps_choices=True)
async def export_book(desk: Desk) -> Reply:
    """Every exchange as a table."""
    records = await desk.store.time.records()
    if len(records) > EXPORTED_MOST:
        raise Refusal("refusal-book-too-long", most=EXPORTED_MOST)
    return say("time-exported", count=len(records)).attach(book(records))


def _to_settle(leaver: Leaver) -> Choice:
    label = Words("choice-time-settle", {"name": leaver.name})
    return Choice(label, see_off.name, {"person": leaver.person})


async def _asleep(desk: Desk) -> Sequence[str]:
    since = desk.now - ASLEEP_AFTER
    return await desk.store.time.asleep(since.date(), since)


async def _lines(desk: Desk, exchanges: Sequence[Exchange]) -> Lines:
    lines = []
    for one in exchanges:
        values = exchange_values(one, *await desk.store.ledger.sides(one))
        days = (desk.now - one.noted_at).days
        lines.append(Phrase("time-line", {**values, "number": str(one.id), "days": days}))
    return Lines(tuple(lines))


COMMANDS = (
    time_bank,
    list_waiting,
    list_contested,
    list_asleep,
    list_leavers,
    export_book,
)
