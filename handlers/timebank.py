"""Noting time: what one ally gave another, and what the other side says of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from chat.cards import choice, exchange_to_confirm, exchange_values
from chat.command import Line, Value, Where, called, command, labelled, valued
from chat.words import Reply, option, say
from domain import days, durations, people, sentences, timebank
from domain.errors import Refusal
from domain.people import Person
from domain.sentences import Direction
from domain.timebank import SUBJECT_MOST, Exchange
from domain.values import Minutes
from handlers.desk import Desk, must_be_reachable, tell_team
from handlers.help import give_up

SMALL_NAME = re.compile(r"\b(?:à|a|avec|de|par|with|to|from|by) @?([^\W\d_][\w'’-]+)", re.I)
"""Words that may name somebody: those after which a person stands."""


@command("heures", "hours")
async def note_exchange(
    desk: Desk,
    partner: int,
    direction: str,
    minutes: int,
    subject: str,
    sure: bool,
    day: date | None = None,
    typed: str = "",
) -> Reply:
    """Note an exchange; it counts once the other side confirms."""
    exchange = await desk.store.exchanges.add(
        _drawn_up(desk, partner, direction, minutes, subject, day)
    )
    noted = await _values(desk, exchange)
    other = exchange.other_side(desk.person.id)
    name = (await desk.store.people.person(other)).name
    desk.tell(other, await _to_confirm(desk, exchange))
    reachable = await desk.store.people.private_chat(other)
    return say("exchange-noted" if reachable else "exchange-noted-unreached", other=name, **noted)


@note_exchange.reads_line
async def one_sentence(desk: Desk, text: str) -> Line:
    """Read who, how long, when and what for from one message; what is missing is asked."""
    await must_be_reachable(desk)
    read = sentences.read_sentence(text, desk.today)
    given: dict[str, object] = {}
    refusal = read.refusal
    if refusal is not None and refusal.name.startswith("refusal-day"):
        raise refusal  # without its day the exchange would silently be today's
    if read.minutes is not None and refusal is None:
        given["minutes"] = read.minutes
    if read.direction in (Direction.GAVE, Direction.RECEIVED):
        given["direction"] = read.direction.value
    if read.day is not None:
        given["day"] = read.day
    elif days.hints_at_day(_beside_subject(text)):
        raise Refusal("refusal-day-unread")
    if read.subject:
        given["subject"] = read.subject
    try:
        given |= await _partner(desk, read.partner, text)
    except Refusal as unknown:
        refusal = refusal or unknown
    return Line(given, refusal)


@note_exchange.hears
def says_so(sentence: str) -> bool:
    """A plain sentence with a duration and a verb of giving or helping."""
    return sentences.looks_like_note(sentence)


@note_exchange.reads("partner")
async def ally_named(desk: Desk, typed: str) -> int:
    """Whom the writer means, however they spell it."""
    found = await _named(desk, typed)
    if len(found) > 1:
        raise Refusal("refusal-person-several", name=typed[:60])
    return _not_oneself(desk, found[0])


@note_exchange.choices("partner")
async def close_names(desk: Desk, typed: str = "") -> Sequence[Value]:
    """Those whose name is close to what was typed."""
    if not typed:
        return ()
    found = people.named(typed, await desk.store.people.everyone())
    return [called(_told_apart(person, found), person.id) for person in found]


@note_exchange.asks("partner")
async def which_ally(desk: Desk, typed: str = "") -> Reply:
    """Ask for a name, or which of several."""
    if typed:
        return say("note-exchange-ask-which", name=typed[:60])
    return say("note-exchange-ask-partner")


@note_exchange.choices("direction")
async def either_way(desk: Desk, partner: int) -> Sequence[Value]:
    """One of the two gave; "avec" does not tell which."""
    other = await desk.store.people.person(partner)
    return [
        labelled("choice-me", Direction.GAVE.value),
        called(other.name, Direction.RECEIVED.value),
    ]


@note_exchange.reads("minutes")
async def how_long(desk: Desk, typed: str) -> int:
    """A duration as people write it."""
    return durations.read(typed)


@note_exchange.choices("minutes")
async def usual_lengths(desk: Desk) -> Sequence[Value]:
    """What most exchanges last."""
    return [valued(Minutes(minutes), minutes) for minutes in durations.usual()]


@note_exchange.reads("subject")
async def in_a_few_words(desk: Desk, typed: str) -> str:
    """What it was for, within what a statement can show."""
    subject = " ".join(typed.split())
    if not subject:
        raise Refusal("refusal-subject-empty")
    if len(subject) > SUBJECT_MOST:
        raise Refusal("refusal-subject-too-long", most=SUBJECT_MOST)
    return subject


@note_exchange.asks("sure")
async def draft(
    desk: Desk,
    partner: int,
    direction: str,
    minutes: int,
    subject: str,
    day: date | None = None,
) -> Reply:
    """Show the exchange before anything is noted."""
    exchange = _drawn_up(desk, partner, direction, minutes, subject, day)
    values = await _values(desk, exchange)
    return say("exchange-draft", **values).choose(option("choice-cancel", give_up))


@note_exchange.choices("sure")
async def right_as_it_is(desk: Desk) -> Sequence[Value]:
    """One tap says that the draft is right."""
    return [labelled("choice-exact", True)]


@command()
async def confirm_exchange(desk: Desk, exchange: int) -> Reply:
    """The other side agrees: both balances change, once."""
    noted = await _exchange(desk, exchange)
    confirmed = timebank.confirmed(noted, by=desk.person.id, at=desk.now)
    await desk.store.exchanges.change(confirmed)
    values = await _values(desk, confirmed)
    theirs = await desk.store.exchanges.balance_of(confirmed.noted_by)
    desk.tell(confirmed.noted_by, say("exchange-confirmed", balance=Minutes(theirs), **values))
    mine = await desk.store.exchanges.balance_of(desk.person.id)
    return say("exchange-confirmed", balance=Minutes(mine), **values)


@command()
async def contest_exchange(desk: Desk, exchange: int) -> Reply:
    """The other side disagrees: nothing counts, and the team looks at it with both."""
    contested = timebank.contested(await _exchange(desk, exchange), by=desk.person.id)
    await desk.store.exchanges.change(contested)
    values = await _values(desk, contested)
    told = say("exchange-contested-noter", name=desk.person.name, **values)
    desk.tell(contested.noted_by, told)
    await tell_team(desk, say("exchange-contested-team", name=desk.person.name, **values))
    return say("exchange-contested", **values)


@command()
async def cancel_exchange(desk: Desk, exchange: int) -> Reply:
    """Whoever noted it takes it back, as long as it does not count."""
    cancelled = timebank.cancelled(await _exchange(desk, exchange), by=desk.person.id)
    await desk.store.exchanges.change(cancelled)
    values = await _values(desk, cancelled)
    told = say("exchange-cancelled-other", name=desk.person.name, **values)
    desk.tell(cancelled.other_side(desk.person.id), told)
    return say("exchange-cancelled", **values)


@command("solde", "balance", where=Where.PRIVATE)
async def balance(desk: Desk) -> Reply:
    """How much time one has, and what still waits."""
    exchanges = desk.store.exchanges
    given, received = await exchanges.turnover_of(desk.person.id)
    waiting = await exchanges.waiting_for(desk.person.id)
    return say(
        "balance",
        balance=Minutes(await exchanges.balance_of(desk.person.id)),
        given=Minutes(given),
        received=Minutes(received),
        waiting=len(waiting),
    )


@command("attente", "pending", where=Where.PRIVATE)
async def pending(desk: Desk) -> Reply:
    """What waits for a word of mine, and what waits for others."""
    waiting = await desk.store.exchanges.waiting_for(desk.person.id)
    for exchange in waiting:
        if exchange.noted_by == desk.person.id:
            desk.post(desk.chat.id, await _waits_for_other(desk, exchange))
        else:
            desk.post(desk.chat.id, await _to_confirm(desk, exchange))
    return say("pending", count=len(waiting))


async def _waits_for_other(desk: Desk, exchange: Exchange) -> Reply:
    other = await desk.store.people.person(exchange.other_side(desk.person.id))
    values = await _values(desk, exchange)
    take_back = choice("choice-take-back", "cancel_exchange", exchange=exchange.id)
    return say("exchange-waits", other=other.name, **values).choose(take_back)


def _drawn_up(
    desk: Desk, partner: int, direction: str, minutes: int, subject: str, day: date | None
) -> Exchange:
    """The exchange as it would be noted now, or the refusal that the rules demand."""
    gave = Direction(direction) is Direction.GAVE
    return timebank.propose(
        giver=desk.person.id if gave else partner,
        receiver=partner if gave else desk.person.id,
        minutes=minutes,
        day=days.allowed(day or desk.today, desk.today),
        subject=subject,
        noted_by=desk.person.id,
        noted_at=desk.now,
        today=desk.today,
    )


def _beside_subject(text: str) -> str:
    """What a sentence says before "pour" and after its last comma: where a day is told."""
    before = re.split(r"\b(?:pour|for)\b", text, maxsplit=1, flags=re.I)[0]
    return f"{before}, {text.rpartition(',')[2] if ',' in text else ''}"


async def _partner(desk: Desk, written: str | None, text: str) -> dict[str, object]:
    """The other side as a known parameter, or as a name to choose from."""
    for speaker in desk.heard.mentions:
        person = await desk.store.people.known(desk.chat.platform, speaker.account)
        if person is not None:
            return {"partner": _not_oneself(desk, person)}
    if not written:
        return await _said_small(desk, text)
    found = await _named(desk, written)
    if len(found) > 1:
        return {"typed": written}
    return {"partner": _not_oneself(desk, found[0])}


async def _said_small(desk: Desk, text: str) -> dict[str, object]:
    """Somebody known, named without a capital: "à basile", "avec chloé"; the card shows who."""
    everyone = await desk.store.people.everyone()
    for word in SMALL_NAME.findall(_beside_subject(text)):
        found = [one for one in people.named(word, everyone) if people.is_called(one, word)]
        if len(found) == 1:
            return {"partner": _not_oneself(desk, found[0])}
        if found:
            return {"typed": word}
    return {}


async def _named(desk: Desk, typed: str) -> list[Person]:
    found = people.named(typed, await desk.store.people.everyone())
    if not found:
        raise Refusal("refusal-person-unknown", name=typed[:60])
    return found


def _not_oneself(desk: Desk, person: Person) -> int:
    if person.id == desk.person.id:
        raise Refusal("refusal-exchange-oneself")
    return person.id


def _told_apart(person: Person, among: Sequence[Person]) -> str:
    """A name, with the handle when somebody else bears the same."""
    same = [other for other in among if people.fold(other.name) == people.fold(person.name)]
    handle = next(iter(person.handles), None)
    return f"{person.name} (@{handle.lstrip('@')})" if handle and len(same) > 1 else person.name


async def _exchange(desk: Desk, number: int) -> Exchange:
    exchange = await desk.store.exchanges.lock(number)
    if exchange is None:
        raise Refusal("refusal-choice-stale")
    return exchange


async def _to_confirm(desk: Desk, exchange: Exchange) -> Reply:
    noter = await desk.store.people.person(exchange.noted_by)
    giver, receiver = await _sides(desk, exchange)
    return exchange_to_confirm(exchange, noter=noter.name, giver=giver, receiver=receiver)


async def _values(desk: Desk, exchange: Exchange) -> dict[str, object]:
    return exchange_values(exchange, *await _sides(desk, exchange))


async def _sides(desk: Desk, exchange: Exchange) -> tuple[str, str]:
    giver = await desk.store.people.person(exchange.giver)
    receiver = await desk.store.people.person(exchange.receiver)
    return giver.name, receiver.name
