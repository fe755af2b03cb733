"""Binômes in time: the team is reminded each month, nobody waits for an answer for ever, and those
who are together are asked once how it goes.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta

from chat.pair_cards import how_card, team_card
from chat.words import say
from domain.meetings import nth_weekday
from domain.pairs import REST, Pair, lapsed
from scheduling import Round
from storage.rounds import PAIRS

NTH, WEEKDAY, AT = 1, 0, time(9, 0)
"""The first Monday: the week begins, and so does the month."""

SUMMER = frozenset({8})


async def look_after(round_: Round) -> None:
    """Do what is due about pairs."""
    await _remind_team(round_)
    for pair in await round_.store.pairs.asked():
        if over := lapsed(pair, round_.now):
            await _lapse(round_, over)
    for pair in await round_.store.pairs.to_ask_how():
        if pair.ask_how_at is not None and pair.ask_how_at <= round_.now:
            await _ask_how(round_, pair)


async def next_due(round_: Round) -> datetime | None:
    """When the next of these is due; the team is told only while somebody waits."""
    moments = [pair.answer_by for pair in await round_.store.pairs.asked()]
    for pair in await round_.store.pairs.to_ask_how():
        moments += [pair.ask_how_at] if pair.ask_how_at else []
    if await round_.store.chats.team() and await round_.store.pairs.somebody_waits():
        moments.append(await _next_word(round_))
    return min(moments, default=None)


async def _remind_team(round_: Round) -> None:
    """Show the team how many wait, once a month, or when the first of a month comes later."""
    month = round_.today.replace(day=1)
    if month.month in SUMMER or round_.now < _moment(round_, month):
        return
    team = await round_.store.chats.team()
    if not team or not await round_.store.pairs.somebody_waits():
        return
    if await round_.store.rounds.begin(PAIRS, month, now=round_.now) is None:
        return
    pool = await round_.store.pairs.pool(round_.today)
    if not pool.newcomers:
        return
    card = team_card(len(pool.newcomers), pool.places, await round_.store.pairs.figures())
    for chat in team:
        round_.post(chat.id, card)


async def _lapse(round_: Round, pair: Pair) -> None:
    """Whoever did not answer is left in peace for a month; whoever did stays on the list."""
    await round_.store.pairs.change(pair)
    for person in pair.both:
        if pair.agrees(person):
            role = "newcomer" if person == pair.newcomer else "guide"
            round_.tell(person, say("pair-not-this-time", role=role))
            continue
        buddy = await round_.store.pairs.buddy(person)
        await round_.store.pairs.keep(replace(buddy, rests_until=round_.today + REST))
        round_.tell(person, say("pair-unanswered"))


async def _ask_how(round_: Round, pair: Pair) -> None:
    await round_.store.pairs.change(replace(pair, asked_how=True))
    for person in pair.both:
        other = await round_.store.people.person(pair.other(person))
        round_.tell(person, how_card(pair, other.name))


async def _next_word(round_: Round) -> datetime:
    month = round_.today.replace(day=1)
    begun = await round_.store.rounds.begun(PAIRS, month)
    while begun or month.month in SUMMER:
        begun, month = False, (month + timedelta(days=31)).replace(day=1)
    return _moment(round_, month)


def _moment(round_: Round, month: date) -> datetime:
    day = nth_weekday(month, NTH, WEEKDAY)
    return datetime.combine(day, AT, tzinfo=round_.fabrique.zone)
