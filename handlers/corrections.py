"""Correcting what counts already: the difference is a new exchange, linked to the first.

Both sides agree to it; the team's counts at once, with a reason, and stands in the log.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from chat.cards import choice
from chat.command import Several, Value, command, labelled, valued
from chat.exchange_cards import becomes, exchange_told, exchange_values
from chat.words import Reply, Words, say
from domain import contests, corrections, durations
from domain.errors import Refusal
from domain.people import fold
from domain.timebank import Exchange
from domain.values import Minutes, OnDate, Phrase
from handlers.confirming import ask_to_confirm
from handlers.desk import Desk, party_of
from handlers.exchange_desk import awaited_name, case, locked, note, tell_confirmed
from storage.exchange_cases import names_of

SHOWN = 6
"""Exchanges offered at a time; more are not read on a telephone."""

NUMBER = re.compile(r"(?:exchange:)?(\d{1,9})")

LOOKED_THROUGH = 60
"""Exchanges among which a name is looked for."""


@command("corriger", "correct")
async def correct(desk: Desk, exchange: int, should: int, reason: str, page: int = 0) -> Reply:
    """Say what an exchange that counts should have been."""
    original, earlier = await _original(desk, exchange)
    added = corrections.correction(
        original, earlier, should, by=await party_of(desk), at=desk.now, reason=reason
    )
    kept = await desk.store.exchanges.add(added)
    if kept.counts or desk.chat.team:
        await note(desk, "correct", original, reason)
        await tell_confirmed(desk, kept)
        return exchange_told(await case(desk, kept))
    reached = await ask_to_confirm(desk, kept)
    other = await awaited_name(desk, kept)
    return say("correction-noted" if reached else "exchange-change-unreached", other=other)


@correct.asks("exchange")
async def which_exchange(desk: Desk, page: int = 0) -> Reply:
    """Choose among the newest, or go further back."""
    found = await _recent(desk, page)
    if not found:
        raise Refusal("refusal-nothing-to-correct")
    reply = say("correct-ask-exchange", team=desk.chat.team)
    if len(found) > SHOWN:
        reply = reply.choose(choice("choice-older", "correct", page=page + 1))
    return reply.choose(choice("choice-cancel", "give_up"))


@correct.choices("exchange")
async def recent_ones(desk: Desk, page: int = 0) -> Sequence[Value]:
    """What counts, the newest first."""
    return [await _labelled(desk, one) for one in (await _recent(desk, page))[:SHOWN]]


@correct.reads("exchange")
async def with_whom(desk: Desk, typed: str) -> object:
    """A name, when the exchange is not in sight; in the team's chat its number, as in the log."""
    number = NUMBER.fullmatch(typed.strip())
    if number and desk.chat.team:
        return int(number[1])
    wanted = fold(typed).lstrip("@")
    found = []
    for one in await _counted(desk, skip=0, at_most=LOOKED_THROUGH):
        names = [fold(name) for name in await names_of(desk.store.exchanges, one)]
        if any(wanted in name for name in names):
            found.append(one)
    if not found:
        raise Refusal("refusal-correction-unknown", name=typed[:60])
    return Several(tuple([await _labelled(desk, one) for one in found[:SHOWN]]))


@correct.asks("should")
async def what_it_should_be(desk: Desk, exchange: int) -> Reply:
    """Show what it comes to now; refuse at once what cannot be corrected."""
    original, earlier = await _original(desk, exchange)
    corrections.must_be_correctable(original, earlier)
    return say("correct-ask-should", **await _values(desk, original, earlier))


@correct.choices("should")
async def other_lengths(desk: Desk, exchange: int) -> Sequence[Value]:
    """That it never was, that it went the other way, or what most exchanges last."""
    original, earlier = await _original(desk, exchange)
    now = corrections.net(original, earlier)
    values = [labelled("choice-never-was", 0)] if now else []
    if now and not original.kind.moves_hours:
        values.append(labelled("choice-other-way", -now))
    usual = [one for one in durations.usual() if one != abs(now)]
    way = -1 if now < 0 else 1
    return [*values, *(valued(Minutes(one), way * one) for one in usual)]


@correct.reads("should")
async def as_typed(desk: Desk, typed: str, exchange: int) -> int:
    """A duration, or that it went the other way."""
    original, earlier = await _original(desk, exchange)
    now = corrections.net(original, earlier)
    return corrections.read(typed, now, day=desk.fabrique.time.day)


@correct.asks("reason")
async def draft(desk: Desk, exchange: int, should: int) -> Reply:
    """Show what would change, and ask for a word that the others read: the team must say why."""
    original, earlier = await _original(desk, exchange)
    by = await party_of(desk)
    corrections.correction(original, earlier, should, by=by, at=desk.now)
    values = await _values(desk, original, earlier)
    change = Phrase("exchange-becomes", becomes(corrections.net(original, earlier), should))
    reply = say("correct-ask-reason", team=desk.chat.team, change=change, **values)
    return reply.choose(choice("choice-cancel", "give_up"))


@correct.choices("reason")
async def without_a_word(desk: Desk) -> Sequence[Value]:
    """The other side may know why already."""
    return [] if desk.chat.team else [labelled("choice-send-correction", "")]


@correct.reads("reason")
async def in_a_few_words(desk: Desk, typed: str) -> str:
    """Why, on one line."""
    return contests.reason_typed(typed)


async def _original(desk: Desk, number: int) -> tuple[Exchange, Sequence[Exchange]]:
    """An exchange, held until the end, with its corrections; of a correction, what it corrects."""
    if not desk.chat.private and not (desk.chat.team and desk.rank.belongs):
        raise Refusal("refusal-private-only")
    found = await locked(desk, number)
    if found.corrects is not None:
        found = await locked(desk, found.corrects)
    party = await party_of(desk)
    if not party.team and not {found.giver.id, found.receiver.id} & party.accounts:
        raise Refusal("refusal-exchange-not-yours")
    return found, await desk.store.exchanges.corrections_of(found.id)


async def _recent(desk: Desk, page: int) -> Sequence[Exchange]:
    """What a page shows, and one more if others follow."""
    return await _counted(desk, skip=page * SHOWN, at_most=SHOWN + 1)


async def _counted(desk: Desk, *, skip: int, at_most: int) -> Sequence[Exchange]:
    if not desk.chat.private and not (desk.chat.team and desk.rank.belongs):
        raise Refusal("refusal-private-only")
    accounts = None if desk.chat.team else (await party_of(desk)).accounts
    return await desk.store.exchanges.counted(accounts, skip=skip, at_most=at_most)


async def _labelled(desk: Desk, one: Exchange) -> Value:
    giver, receiver = await desk.store.ledger.sides(one)
    earlier = await desk.store.exchanges.corrections_of(one.id)
    duration = Minutes(abs(corrections.net(one, earlier)))
    if desk.chat.team:
        values = {"giver": giver, "receiver": receiver, "duration": duration}
        return Value(Words("choice-exchange-between", values), one.id)
    gave = one.giver.id in (await party_of(desk)).accounts
    named = {"name": receiver if gave else giver, "day": OnDate(one.day), "duration": duration}
    return Value(Words("choice-exchange", named), one.id)


async def _values(desk: Desk, original: Exchange, earlier: Sequence[Exchange]) -> dict[str, object]:
    """What was noted, and what it came to since, as sentences mention it."""
    lines = exchange_values(original, *await desk.store.ledger.sides(original))
    net = corrections.net(original, earlier)
    return {
        "before": Phrase("exchange-lines", lines),
        "corrected": net != original.minutes,
        "now": Minutes(abs(net)),
        "turned": net < 0,
    }
