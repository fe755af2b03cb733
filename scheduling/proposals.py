"""Proposals for the agenda: none waits unseen, and none whose day is past waits on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from chat.event_cards import DATES_SHOWN, batch_card, event_phrase
from chat.waiting_cards import passed_card, reminder_card, waiting_list
from chat.words import Reply, say
from domain.event_waits import Waiting, is_over, next_reminder, reminded_of
from domain.events import Event
from domain.values import DayOf, Items
from scheduling import Round


async def look_after(round_: Round) -> None:
    """Set aside what is past, and remind the team of what waits."""
    left = []
    for one in await round_.store.event_waits.all():
        over = [event for event in one.events if is_over(event, round_.now)]
        if over:
            await _pass_by(round_, one, over)
        if ahead := tuple(event for event in one.events if event not in over):
            left.append(replace(one, events=ahead))
    due = reminded_of(left, round_.fabrique.zone, round_.now)
    if due:
        await _remind(round_, due)


async def next_due(round_: Round) -> datetime | None:
    """When something is past next, or the team is reminded; nobody is where there is no team."""
    waiting = await round_.store.event_waits.all()
    moments = [one.over_at for one in waiting]
    if await round_.store.chats.team():
        dues = (next_reminder(one, round_.fabrique.zone) for one in waiting)
        moments += [due for due in dues if due is not None]
    return min(moments, default=None)


async def _remind(round_: Round, due: Sequence[Waiting]) -> None:
    """One of them is shown with its choices; several are named."""
    team = await round_.store.chats.team()
    if not team:
        return
    if len(due) == 1:
        card = await _card(round_, due[0].batch, due[0].events)
        reply = reminder_card(card, due[0], round_.now)
    else:
        reply = waiting_list(due, round_.now)
    for chat in team:
        round_.post(chat.id, reply, kind="nudge")
    numbers = [event.id for one in due for event in one.events]
    await round_.store.event_waits.reminded(numbers, round_.now)


async def _pass_by(round_: Round, waiting: Waiting, over: Sequence[Event]) -> None:
    """Whoever proposed it is told once, unless a calendar did; the cards offer no more than what is
    still to come.
    """
    first = await round_.store.event_waits.pass_by(waiting.batch, [one.id for one in over])
    left = [one for one in waiting.events if one not in over]
    proposers = await round_.store.events.proposers(over[0].id)
    told = bool(proposers) and first and "://" not in over[0].source
    if told:
        for proposer in sorted(proposers):
            round_.tell(proposer, _passed(over[0], left))
    card = await _card(round_, waiting.batch, left) if left else passed_card(over, told=told)
    await _redraw(round_, waiting.batch, card)


def _passed(event: Event, left: Sequence[Event]) -> Reply:
    """A date that passed unseen; of a series, which of the others still wait."""
    days = tuple(DayOf(one.start) for one in left if one.series and one.series == event.series)
    return say(
        "proposal-passed",
        event=event_phrase(event),
        left=len(days),
        days=Items(days[:DATES_SHOWN]),
        more=max(0, len(days) - DATES_SHOWN),
    )


async def _card(round_: Round, batch: str, events: Sequence[Event]) -> Reply:
    person = await round_.store.events.proposer(events[0].id)
    name = (await round_.store.people.person(person)).name if person else events[0].source
    source = events[0].source
    return batch_card(batch, events, source=source, proposer=name, today=round_.today)


async def _redraw(round_: Round, batch: str, card: Reply) -> None:
    """Every card of a batch that still offers something."""
    team = {one.id for one in await round_.store.chats.team()}
    for event in await round_.store.events.batch(batch):
        for row in await round_.store.said.about(f"event:{event.id}"):
            if row.chat in team and row.choices:
                round_.rewrite(row.chat, [row.id], card)
