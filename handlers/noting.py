"""Noting time: one message, and a draft of the exchange before anything is noted."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from chat.command import Line, Value, called, command, labelled, valued
from chat.words import Reply, option, say
from domain import days, durations, people, sentences, timebank
from domain.errors import Refusal
from domain.people import Person
from domain.sentences import Direction
from domain.timebank import SUBJECT_MOST, Exchange
from domain.values import Minutes
from handlers.confirming import ask_to_confirm, values_of
from handlers.desk import Desk, must_be_reachable, party_of
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
    drawn_up = await _drawn_up(desk, partner, direction, minutes, subject, day)
    exchange = await desk.store.exchanges.add(drawn_up)
    reached = await ask_to_confirm(desk, exchange)
    noted = "exchange-noted" if reached else "exchange-noted-unreached"
    return say(noted, other=(await desk.store.people.person(partner)).name)


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
    exchange = await _drawn_up(desk, partner, direction, minutes, subject, day)
    values = await values_of(desk, exchange)
    return say("exchange-draft", **values).choose(option("choice-cancel", give_up))


@note_exchange.choices("sure")
async def right_as_it_is(desk: Desk) -> Sequence[Value]:
    """One tap says that the draft is right."""
    return [labelled("choice-exact", True)]


async def _drawn_up(
    desk: Desk, partner: int, direction: str, minutes: int, subject: str, day: date | None
) -> Exchange:
    """The exchange as it would be noted now, or the refusal that the rules demand."""
    mine = await desk.store.ledger.of_person(desk.person.id)
    theirs = await desk.store.ledger.of_person(partner)
    gave = Direction(direction) is Direction.GAVE
    return timebank.propose(
        giver=mine if gave else theirs,
        receiver=theirs if gave else mine,
        minutes=minutes,
        day=days.allowed(day or desk.today, desk.today),
        subject=subject,
        by=await party_of(desk),
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
