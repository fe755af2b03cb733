"""Calls in time: people are told when their week allows, a call closes on its day, the team is
reminded to choose; those who answer a funding call together are reminded on the way.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from chat.bid_cards import bid_reminder
from chat.call_cards import invitation, team_card
from chat.words import Reply, Words
from domain import bids
from domain.bids import Bid, Reminder
from domain.calls import (
    Answer,
    AnswerState,
    Call,
    CallState,
    closed,
    told_when,
)
from domain.calls import (
    next_due as next_of_call,
)
from domain.people import Standing
from scheduling import Round
from storage.outbox import CARD

LIVE = (CallState.OPEN, CallState.CLOSED)


async def look_after(round_: Round) -> None:
    """Close what is over, remind of what waits, tell whose turn it is."""
    for call in await _live(round_):
        due = next_of_call(call, round_.fabrique.zone)
        if due is not None and due <= round_.now:
            await _go_on(round_, call)
    told = {one.call for one in await round_.store.calls.to_tell() if await _invite(round_, one)}
    for number in sorted(told):
        if (shown := await round_.store.calls.lock(number)) is not None:
            await _redraw(round_, shown)
    for bid in await round_.store.bids.open():
        await _remind(round_, bid)


async def next_due(round_: Round) -> datetime | None:
    """The first of all these."""
    zone = round_.fabrique.zone
    moments = [next_of_call(one, zone) for one in await _live(round_)]
    moments += [await _turn_of(round_, one) for one in await round_.store.calls.to_tell()]
    moments += [bids.next_reminder(one, zone) for one in await round_.store.bids.open()]
    return min((moment for moment in moments if moment is not None), default=None)


async def _live(round_: Round) -> Sequence[Call]:
    return await round_.store.calls.in_state(*LIVE)


async def _go_on(round_: Round, call: Call) -> None:
    """Close a call that is over, or remind of one that closed; the team sees it anew."""
    late = call.state is CallState.CLOSED
    then = replace(call, reminders=call.reminders + 1) if late else closed(call, round_.now)
    await round_.store.calls.change(then)
    card = await _redraw(round_, then)
    first = Words("call-waits" if late else "call-closed", {"title": call.title})
    for chat in await round_.store.chats.team():
        round_.post(chat.id, replace(card, words=(first, *card.words)), kind=CARD)


async def _redraw(round_: Round, call: Call) -> Reply:
    """Let the cards of a call before the team say how it stands; gives what they say."""
    card = team_card(call, await round_.store.calls.answers(call.id))
    for row in await round_.store.said.cards(f"call:{call.id}"):
        round_.rewrite(row.chat, [row.id], card)
    return card


async def _turn_of(round_: Round, answer: Answer) -> datetime | None:
    """When somebody is told of a call, as far as one knows now."""
    profile = await round_.store.profiles.of(answer.person)
    last = await round_.store.calls.last_told(answer.person)
    return told_when(profile, last, round_.now, round_.fabrique.zone)


async def _invite(round_: Round, answer: Answer) -> bool:
    """Tell somebody whose turn it is; whoever wants to be asked nothing is let go. Gives whether
    fewer are to be told now.
    """
    due = await _turn_of(round_, answer)
    call = await round_.store.calls.lock(answer.call)
    gone = not await _here(round_, answer) or await _knows(round_, answer)
    if gone or due is None or call is None or round_.today > call.closes:
        await round_.store.calls.forget(answer.id)
        return True
    if due > round_.now:
        return False
    await round_.store.calls.keep(replace(answer, told_at=round_.now))
    round_.tell(answer.person, invitation(call))
    return True


async def _knows(round_: Round, answer: Answer) -> bool:
    """Whether they were told with another account, or answered."""
    others = await round_.store.calls.others_of(answer)
    return any(one.told_at or one.state is not AnswerState.INVITED for one in others)


async def _here(round_: Round, answer: Answer) -> bool:
    person = await round_.store.people.person(answer.person)
    return person.standing is Standing.MET


async def _remind(round_: Round, bid: Bid) -> None:
    """Tell those who are in where they stand, or ask what came of it."""
    told, reminder = bids.reminded(bid, round_.now, round_.fabrique.zone)
    if reminder is None:
        return
    await round_.store.bids.change(told)
    people = round_.store.people
    writer = (await people.person(bid.writer)).name if bid.writer else ""
    for person in await _to_remind(round_, bid, reminder):
        asks = person in (bid.by, bid.writer)
        round_.tell(person, bid_reminder(bid, reminder, writer=writer, asks=asks))


async def _to_remind(round_: Round, bid: Bid, reminder: Reminder) -> Sequence[int]:
    """Everybody who is in; what came of it, only those who may say it are asked."""
    inside = await round_.store.bids.people(bid.id)
    if reminder is Reminder.OVER:
        return sorted({bid.by} | ({bid.writer} if bid.writer else set()))
    return inside
