"""The other side says it otherwise: another duration, day, direction or subject.

The first note is taken back and linked, the new one is theirs and goes to the first side. Nothing
counts until both agree.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from chat.cards import choice
from chat.command import Value, command, labelled
from chat.exchange_cards import exchange_values
from chat.words import Reply, option, say
from domain import corrections, days, durations, timebank
from domain.errors import Refusal
from domain.timebank import Exchange
from domain.values import Phrase
from handlers.confirming import ask_to_confirm, values_of
from handlers.desk import Desk, begin, party_of
from handlers.exchange_desk import awaited_name, locked, note, show
from handlers.help import give_up
from handlers.lengths import how_long, usual_lengths


@command(keeps_choices=True)
async def change_exchange(
    desk: Desk,
    exchange: int,
    sure: bool,
    minutes: int | None = None,
    day: date | None = None,
    subject: str | None = None,
    swapped: bool = False,
) -> Reply:
    """Note what the other side says instead; the first side is asked in its turn."""
    found = await locked(desk, exchange)
    before, after = await _otherwise(desk, found, minutes, day, subject, swapped=swapped)
    await desk.store.exchanges.change(before)
    kept = await desk.store.exchanges.add(after)
    await show(desk, before)
    if desk.chat.team:
        await note(desk, "change", kept)
    reached = await ask_to_confirm(desk, kept)
    other = await awaited_name(desk, kept)
    return say("exchange-change-noted" if reached else "exchange-change-unreached", other=other)


@change_exchange.asks("sure")
async def what_else(
    desk: Desk,
    exchange: int,
    minutes: int | None = None,
    day: date | None = None,
    subject: str | None = None,
    swapped: bool = False,
) -> Reply:
    """Show what was said and what is said instead, and what else may be changed."""
    found = await locked(desk, exchange)
    now = Phrase("exchange-lines", await values_of(desk, found))
    given = _given(exchange, minutes, day, subject, swapped=swapped)
    if _is_changed(given):
        _, after = await _otherwise(desk, found, minutes, day, subject, swapped=swapped)
        then = exchange_values(after, *await desk.store.ledger.sides(after))
        reply = say("change-exchange-draft", before=now, after=Phrase("exchange-lines", then))
    else:
        await _must_be_answerable(desk, found)
        reply = say("change-exchange-ask-what", before=now)
    return reply.choose(
        choice("choice-part-minutes", "restate_minutes", **given),
        choice("choice-part-day", "restate_day", **given),
        choice("choice-part-direction", "change_exchange", **{**given, "swapped": not swapped}),
        choice("choice-part-subject", "restate_subject", **given),
        option("choice-cancel", give_up),
    )


@change_exchange.choices("sure")
async def send_it(
    desk: Desk,
    minutes: int | None = None,
    day: date | None = None,
    subject: str | None = None,
    swapped: bool = False,
) -> Sequence[Value]:
    """One tap sends it, once something is changed."""
    changed = swapped or not (minutes is None and day is None and subject is None)
    return [labelled("choice-send-change", True)] if changed else []


@command(keeps_choices=True)
async def restate_minutes(
    desk: Desk,
    exchange: int,
    minutes: int,
    day: date | None = None,
    subject: str | None = None,
    swapped: bool = False,
) -> Reply:
    """Another duration."""
    given = _given(exchange, minutes, day, subject, swapped=swapped)
    return await begin(desk, "change_exchange", given)


restate_minutes.reads("minutes")(how_long)
restate_minutes.choices("minutes")(usual_lengths)


@command(keeps_choices=True)
async def restate_day(
    desk: Desk,
    exchange: int,
    day: date,
    minutes: int | None = None,
    subject: str | None = None,
    swapped: bool = False,
) -> Reply:
    """Another day."""
    given = _given(exchange, minutes, day, subject, swapped=swapped)
    return await begin(desk, "change_exchange", given)


@restate_day.reads("day")
async def which_day(desk: Desk, typed: str) -> date:
    """A day as people write it."""
    return days.read(typed, desk.today)


@command(keeps_choices=True)
async def restate_subject(
    desk: Desk,
    exchange: int,
    subject: str,
    minutes: int | None = None,
    day: date | None = None,
    swapped: bool = False,
) -> Reply:
    """Another subject."""
    given = _given(exchange, minutes, day, subject, swapped=swapped)
    return await begin(desk, "change_exchange", given)


@restate_subject.reads("subject")
async def in_a_few_words(desk: Desk, typed: str) -> str:
    """What it was for, within what a statement can show."""
    return timebank.subject_typed(typed)


async def change_in_words(desk: Desk, exchange: Exchange, text: str) -> Reply | None:
    """What a plain reply to the card would change, shown before it does; None for nothing."""
    found = durations.find(text, day=desk.fabrique.time.day)
    minutes = durations.settle(found) if found else None
    day = days.find(text, desk.today)
    given = _given(
        exchange.id,
        minutes if minutes != exchange.minutes else None,
        days.allowed(day.day, desk.today) if day else None,
        None,
        swapped=corrections.says_other_way(text),
    )
    return await begin(desk, "change_exchange", given) if _is_changed(given) else None


async def _otherwise(
    desk: Desk,
    exchange: Exchange,
    minutes: int | None,
    day: date | None,
    subject: str | None,
    *,
    swapped: bool,
) -> tuple[Exchange, Exchange]:
    return timebank.changed(
        exchange,
        by=await party_of(desk),
        at=desk.now,
        today=desk.today,
        minutes=minutes,
        day=day,
        subject=subject,
        swapped=swapped,
    )


async def _must_be_answerable(desk: Desk, exchange: Exchange) -> None:
    """Refuse at the first press what would be refused at the last."""
    timebank.must_be_answerable(exchange, await party_of(desk))
    if not timebank.may_change(exchange):
        raise Refusal("refusal-exchange-fixed")


def _given(
    exchange: int, minutes: int | None, day: date | None, subject: str | None, *, swapped: bool
) -> dict[str, object]:
    """What is said otherwise so far, as choices remember it."""
    said = {"minutes": minutes, "day": day, "subject": subject, "swapped": swapped or None}
    return {"exchange": exchange} | {name: one for name, one in said.items() if one is not None}


def _is_changed(given: dict[str, object]) -> bool:
    return len(given) > 1
