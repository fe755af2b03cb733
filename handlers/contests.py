"""A contested exchange: it counts for nothing, and the team talks about it with both.

Under its card in the team's chat, plain words go to both sides; theirs come back there.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from chat.cards import choice
from chat.command import Value, Where, command, labelled, valued
from chat.exchange_cards import exchange_card
from chat.words import Reply, say, toast
from domain import contests, corrections, durations, timebank
from domain.errors import Refusal
from domain.timebank import OPEN, Exchange, ExchangeState
from domain.values import Minutes, Multiline, Quoted
from handlers.between import both_teams
from handlers.carried import with_file
from handlers.changing import change_in_words
from handlers.confirming import values_of
from handlers.desk import Desk, begin, party_of
from handlers.exchange_desk import (
    case,
    everybody,
    locked,
    note,
    people_for,
    post_to_team,
    show,
    speaker,
    tell_confirmed,
)
from handlers.pending import turn_pressed
from storage.outbox import CARD


@command(keeps_choices=True)
async def contest_exchange(desk: Desk, exchange: int, page: int | None = None) -> Reply:
    """The other side disagrees: nothing counts, and the team looks at it with both."""
    contested = timebank.contested(await locked(desk, exchange), by=await party_of(desk))
    await desk.store.exchanges.change(contested)
    await show(desk, contested)
    await post_to_team(desk, contested)
    values = await values_of(desk, contested)
    told = say("exchange-contested-noter", name=speaker(desk), **values)
    for person in await everybody(desk, contested):
        if person not in await people_for(desk, contested.awaited):
            desk.tell(person, told.on("exchange", exchange))
    if desk.chat.team:
        await note(desk, "contest", contested)
        return toast("done")
    if page is not None:
        await turn_pressed(desk, page)
    asking = await begin(desk, "say_why", {"exchange": exchange})
    return replace(asking, words=say("exchange-contested").words)


@command(where=Where.PRIVATE)
async def say_why(desk: Desk, exchange: int, text: str) -> Reply:
    """What happened, in the words of whoever contests; nobody has to say."""
    found = await _concerned(desk, exchange)
    if not text:
        return say("contest-without-words")
    if found.state is ExchangeState.CONTESTED and not found.reason:
        found = replace(found, reason=text[: contests.REASON_MOST])
        await desk.store.exchanges.change(found)
        await show(desk, found)
    return await _to_team(desk, found, text)


@say_why.reads("text")
async def in_own_words(desk: Desk, typed: str) -> str:
    """As it was written."""
    return typed


@say_why.choices("text")
async def or_nothing(desk: Desk) -> Sequence[Value]:
    """Nobody has to explain themselves."""
    return [labelled("choice-skip", "")]


@command(about="exchange")
async def say_about_exchange(desk: Desk, exchange: int, text: str) -> Reply:
    """A plain reply to a message about an exchange: what it means depends on how that stands."""
    found = await _concerned(desk, exchange)
    if found.state is ExchangeState.CONTESTED or (found.waits_for_team and found.state in OPEN):
        return await _to_team(desk, found, text)
    if found.state is ExchangeState.CONFIRMED:
        correct = choice("choice-correct", "correct", exchange=exchange)
        return say("exchange-counts-already").choose(correct)
    timebank.must_be_answerable(found, await party_of(desk))
    if timebank.may_change(found) and (reply := await change_in_words(desk, found, text)):
        return reply
    return exchange_card(await case(desk, found), team=False)


@command(about="exchange", where=Where.TEAM, keeps_choices=True)
async def write_to_both(desk: Desk, exchange: int, text: str) -> Reply:
    """Bring the team's words to both sides."""
    found = await locked(desk, exchange)
    words = say("exchange-team-writes", by=speaker(desk), text=Multiline(text))
    reply = with_file(desk, words, text).on("exchange", exchange)
    told = await everybody(desk, found)
    for person in told:
        desk.tell(person, reply)
    reached = [one for one in told if await desk.store.people.private_chat(one) is not None]
    await note(desk, "write", found)
    return say("exchange-team-wrote", count=len(reached)).on("exchange", exchange)


@write_to_both.asks("text")
async def in_which_words(desk: Desk, exchange: int) -> Reply:
    """A reply to these words goes to both."""
    return say("write-to-both-ask-text").on("exchange", exchange)


@write_to_both.reads("text")
async def in_their_words(desk: Desk, typed: str) -> str:
    """The team's words, as they are."""
    return typed


@command(where=Where.TEAM, keeps_choices=True)
async def uphold_exchange(desk: Desk, exchange: int, reason: str) -> Reply:
    """The team finds that it was right as it was noted: it counts."""
    found = await locked(desk, exchange)
    upheld = contests.upheld(found, by=await party_of(desk), at=desk.now, reason=reason)
    await desk.store.exchanges.change(upheld)
    return await _settled(desk, upheld, "uphold", reason)


@command(where=Where.TEAM, keeps_choices=True)
async def settle_as(desk: Desk, exchange: int, should: int, reason: str) -> Reply:
    """What the two agreed on with the team counts in its place."""
    found = await locked(desk, exchange)
    by = await party_of(desk)
    before, after = contests.settled_as(found, should, by=by, at=desk.now, reason=reason)
    await desk.store.exchanges.change(before)
    kept = await desk.store.exchanges.add(after)
    await show(desk, before)
    return await _settled(desk, kept, "settle-as", reason)


@settle_as.asks("should")
async def what_it_should_be(desk: Desk, exchange: int) -> Reply:
    """Show what was noted, and ask for what it should have been."""
    found = await locked(desk, exchange)
    return say("settle-as-ask-should", **await values_of(desk, found))


@settle_as.choices("should")
async def usual_or_turned(desk: Desk, exchange: int) -> Sequence[Value]:
    """The same the other way, or what most exchanges last."""
    found = await locked(desk, exchange)
    usual = [one for one in durations.usual() if one != found.minutes]
    turned = labelled("choice-other-way", -found.minutes)
    return [turned, *(valued(Minutes(minutes), minutes) for minutes in usual)]


@settle_as.reads("should")
async def as_agreed(desk: Desk, typed: str, exchange: int) -> int:
    """A duration, or that it went the other way."""
    noted = await locked(desk, exchange)
    return corrections.read(typed, noted.minutes, day=desk.fabrique.time.day)


@command(where=Where.TEAM, keeps_choices=True)
async def settle_contest(desk: Desk, exchange: int, reason: str) -> Reply:
    """The contested note is closed and counts for nothing."""
    found = await locked(desk, exchange)
    closed = contests.closed(found, by=await party_of(desk), reason=reason)
    await desk.store.exchanges.change(closed)
    await show(desk, closed)
    await note(desk, "settle", closed, reason)
    told = say("exchange-closed-told", reason=Quoted(reason), **await values_of(desk, closed))
    for person in await everybody(desk, closed):
        desk.tell(person, told)
    return say("exchange-settled")


@uphold_exchange.reads("reason")
@settle_as.reads("reason")
@settle_contest.reads("reason")
async def why(desk: Desk, typed: str) -> str:
    """A reason that both sides read."""
    return contests.reason_typed(typed)


@uphold_exchange.asks("reason")
@settle_as.asks("reason")
@settle_contest.asks("reason")
async def ask_why(desk: Desk) -> Reply:
    """Both sides read it, and so does the log."""
    return say("contest-ask-reason")


async def waiting_for_team(desk: Desk) -> list[Exchange]:
    """What only the team can say: what is contested, then what is for all or for an absent."""
    contested = await desk.store.exchanges.in_state(ExchangeState.CONTESTED)
    proposed = await desk.store.exchanges.in_state(ExchangeState.PROPOSED)
    return [*contested, *(one for one in proposed if one.waits_for_team)]


async def show_to_team(desk: Desk, exchange: Exchange) -> None:
    """Show an exchange once more where somebody of the team looks for what waits."""
    card = exchange_card(await case(desk, exchange), team=True)
    here = desk.heard.place.thread
    desk.post(desk.chat.id, card, kind=CARD, thread=here, apart=True)


async def _settled(desk: Desk, exchange: Exchange, act: str, reason: str) -> Reply:
    await show(desk, exchange)
    await note(desk, act, exchange, reason)
    await tell_confirmed(desk, exchange)
    return say("exchange-settled")


async def _to_team(desk: Desk, exchange: Exchange, text: str) -> Reply:
    """Bring somebody's words under the card in each of the team's chats."""
    words = say("exchange-words", name=desk.person.name, text=Multiline(text))
    reply = with_file(desk, words, text).on("exchange", exchange.id)
    cards = await desk.store.said.cards(f"exchange:{exchange.id}")
    messages = {card.chat: card.message for card in cards}
    for chat in await both_teams(desk, exchange):
        desk.post(chat.id, reply, reply_to=messages.get(chat.id))
    return say("exchange-words-sent").on("exchange", exchange.id)


async def _concerned(desk: Desk, number: int) -> Exchange:
    """An exchange of whoever speaks; refuses that of others."""
    found = await locked(desk, number)
    party = await party_of(desk)
    mine = {found.giver.id, found.receiver.id} & party.accounts
    if not mine and party.person not in (found.noted_by, found.referent):
        raise Refusal("refusal-exchange-not-yours")
    return found
