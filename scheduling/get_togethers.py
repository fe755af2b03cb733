"""The monthly round: drawn once a month, told a few at a time, asked about a week later.

The row of the month decides: a round that ran twice, in two processes, or late, draws nothing more.
"""

from __future__ import annotations

import asyncio
import random
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from functools import partial

from chat.meetup_cards import asked_card, left_card, meetup_card, person_phrase
from chat.reaching import ways
from domain import rounds
from domain.rounds import ASK_AFTER, Drawn, due_month, moment_of, next_moment
from domain.ties import Bond, Tie
from domain.values import Phrase
from scheduling import Round
from storage.rounds import MEETUPS, Meetup

AT_ONCE = 20
"""Get-togethers that one transaction tells of: a thousand people are told within a minute."""

SOON = timedelta(seconds=1)


async def look_after(round_: Round) -> None:
    """Draw this month's round, tell of it, and ask about an earlier one."""
    month = due_month(round_.now, round_.fabrique.zone)
    if month is not None and await _is_to_draw(round_, month):
        await _draw(round_, month)
    for meetup in await round_.store.rounds.to_tell(AT_ONCE):
        await _tell(round_, meetup)
    for meetup in await round_.store.rounds.to_ask(round_.now - ASK_AFTER, AT_ONCE):
        await _ask(round_, meetup)


async def next_due(round_: Round) -> datetime | None:
    """When the next of these is due; at once, while there is more to tell."""
    moments = []
    store = round_.store.rounds
    if await store.to_tell(1) or await store.to_ask(round_.now - ASK_AFTER, 1):
        moments.append(round_.now + SOON)
    if told := await store.oldest_unasked():
        moments.append(max(told + ASK_AFTER, round_.now + SOON))
    if await store.count():
        moments.append(next_moment(round_.now, round_.fabrique.zone))
    return min(moments, default=None)


async def _is_to_draw(round_: Round, month: date) -> bool:
    """Whether anybody waits for it who was there in time, and it was not drawn yet."""
    store = round_.store.rounds
    in_time = await store.since(moment_of(month, round_.fabrique.zone))
    return in_time and not await store.begun(MEETUPS, month)


async def _draw(round_: Round, month: date) -> None:
    number = await round_.store.rounds.begin(MEETUPS, month, now=round_.now)
    if number is None:
        return
    by = moment_of(month, round_.fabrique.zone)
    guests = await round_.store.rounds.pool(round_.today, by=by)
    met = await round_.store.rounds.met()
    chance = random.Random(round_.token())
    drawn = await asyncio.to_thread(partial(rounds.draw, guests, met, chance=chance))
    await round_.store.rounds.keep(number, drawn)
    _tell_left_over(round_, drawn)


def _tell_left_over(round_: Round, drawn: Drawn) -> None:
    zone = round_.fabrique.zone
    following = next_moment(round_.now, zone).astimezone(zone)
    for person in drawn.left:
        round_.tell(person, left_card(following))


async def _tell(round_: Round, meetup: Meetup) -> None:
    """Each learns of the others; nobody is left alone by accounts that turned out to be one's."""
    await round_.store.rounds.tell(meetup.id, now=round_.now)
    for person in meetup.people:
        others = [one for one in meetup.people if one != person]
        if others:
            people = [await _person(round_, one) for one in others]
            tie = Tie(Bond.MEETUP, meetup.id, tuple(others), round_.now)
            apart = await round_.store.ties.are_apart(person, tie)
            round_.tell(person, meetup_card(meetup.id, people, meetup.question, apart=apart))


async def _person(round_: Round, person: int) -> Phrase:
    """Who is found by no name is always carried to: nobody shares a platform with them."""
    name = (await round_.store.people.person(person)).name
    accounts = await round_.store.people.accounts(person)
    return person_phrase(name, ways(accounts, carried=True))


async def _ask(round_: Round, meetup: Meetup) -> None:
    await round_.store.rounds.ask(meetup.id, now=round_.now)
    for person in meetup.people:
        names = await _names(round_, [one for one in meetup.people if one != person])
        if names:
            round_.tell(person, asked_card(meetup.id, names))


async def _names(round_: Round, people: Sequence[int]) -> list[str]:
    return [(await round_.store.people.person(one)).name for one in people]
