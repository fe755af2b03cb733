"""Noting time: one message, and a card of the exchange before anything is noted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from chat.command import Line, Several, Value, act, called, command, labelled, valued
from chat.desk import Notice
from chat.words import Reply, Words, option, say
from domain import days, sentences, timebank
from domain.errors import Refusal
from domain.sentences import Direction, Sentence
from domain.timebank import Exchange, ExchangeState
from domain.values import NearDay
from handlers import counterparts, drafts, invited
from handlers.between import found_elsewhere
from handlers.confirming import ask_to_confirm, confirm_exchange, values_of
from handlers.desk import Desk, begin, must_be_reachable
from handlers.drafts import Draft
from handlers.lengths import how_long, usual_lengths
from handlers.organisations import stands_alone


@command("heures", "hours")
async def note_time(desk: Desk, sentence: str = "") -> Reply:
    """Read one message, ask what it leaves out, and show the exchange before it is noted."""
    if desk.person.standing in counterparts.GONE:
        raise Refusal("refusal-noting-closed")
    if not desk.chat.private:
        await must_be_reachable(desk)
    given, refusal = await _said(desk, sentence) if sentence else ({}, None)
    first = Reply(words=(Words(refusal.name, refusal.values),) if refusal else ())
    return await _begin(desk, given, first)


@note_time.reads_line
async def whole_sentence(desk: Desk, text: str) -> Line:
    """All that follows the command is the sentence."""
    return Line({"sentence": text})


@note_time.hears
def says_so(sentence: str) -> bool:
    """A plain sentence with a duration, and a verb of helping or somebody beside it."""
    return sentences.looks_like_note(sentence)


@command()
async def note_exchange(
    desk: Desk,
    partner: str,
    direction: str,
    minutes: int,
    day: date,
    subject: str,
    sure: bool,
    paid: bool = False,
    group: int | None = None,
    referent: int | None = None,
    acting: str = "",
    need: int | None = None,
    another: bool = False,
    typed: str = "",
) -> Reply:
    """Note an exchange; it counts once the other side confirms."""
    draft = Draft(partner, direction, minutes, day, subject, paid, group, referent, acting, need)
    drawn_up = await drafts.drawn_up(desk, draft)
    if not another and (same := await _same(desk, drawn_up)):
        return await _already_noted(desk, same, draft)
    whole = await drafts.with_newcomer(desk, draft, drawn_up)
    exchange = await desk.store.exchanges.add(whole)
    if exchange.state is ExchangeState.INVITED:
        return await invited.invite(desk, exchange, await counterparts.name_of(desk, partner))
    reached = await ask_to_confirm(desk, exchange)
    now = await desk.store.exchanges.lock(exchange.id)
    if now is not None and now.state is ExchangeState.CONFIRMED:
        return Reply()  # short enough to need no word: both sides were told so
    if exchange.waits_for_team or await stands_alone(desk, exchange.awaited):
        return say("exchange-noted-team")
    other = await desk.store.ledger.called(exchange.other_side(exchange.noted_for or 0))
    return say("exchange-noted" if reached else "exchange-noted-unreached", other=other)


@note_exchange.reads("partner")
async def ally_named(desk: Desk, typed: str) -> str | Several:
    """Whom the writer means, however they spell it; somebody new may be invited."""
    return await counterparts.answered(desk, typed)


@note_exchange.choices("partner")
async def close_names(desk: Desk, typed: str = "") -> Sequence[Value]:
    """Those whose name is close to what was typed."""
    return await counterparts.choices_for(desk, typed) if typed else ()


@note_exchange.asks("partner")
async def which_ally(desk: Desk, typed: str = "") -> Reply:
    """Ask for a name, or which of several."""
    if not typed:
        return say("note-exchange-ask-partner")
    return Reply(words=(await counterparts.asked_about(desk, typed),))


@note_exchange.choices("direction")
async def either_way(desk: Desk, partner: str) -> Sequence[Value]:
    """One of the two gave; "avec" does not tell which."""
    other = await counterparts.name_of(desk, partner)
    theirs = called(other, Direction.RECEIVED.value) if isinstance(other, str) else None
    mine = labelled("choice-me", Direction.GAVE.value)
    return [mine, theirs or valued(other, Direction.RECEIVED.value)]


note_exchange.reads("minutes")(how_long)
note_exchange.choices("minutes")(usual_lengths)


@note_exchange.reads("day")
async def which_day(desk: Desk, typed: str) -> date:
    """A day as people write it, that lies behind."""
    return days.read(typed, desk.today)


@note_exchange.choices("day")
async def latest_days(desk: Desk) -> Sequence[Value]:
    """Most people note the same day or the next."""
    yesterday = desk.today - timedelta(days=1)
    return [labelled("choice-today", desk.today), valued(NearDay(yesterday), yesterday)]


@note_exchange.reads("subject")
async def in_a_few_words(desk: Desk, typed: str) -> str:
    """What it was for, within what a statement can show."""
    return timebank.subject_typed(typed)


@note_exchange.asks("sure")
async def show_draft(
    desk: Desk,
    partner: str,
    direction: str,
    minutes: int,
    day: date,
    subject: str,
    paid: bool = False,
    group: int | None = None,
    referent: int | None = None,
    acting: str = "",
    need: int | None = None,
) -> Reply:
    """Show the exchange before anything is noted."""
    draft = Draft(partner, direction, minutes, day, subject, paid, group, referent, acting, need)
    return await drafts.card(desk, draft)


@command()
async def same_exchange(desk: Desk, exchange: int) -> Reply:
    """It was noted already: by the other side, and this confirms it; or by one's own."""
    noted = await desk.store.exchanges.lock(exchange)
    if noted is None:
        raise Refusal("refusal-choice-stale")
    party = await desk.store.ledger.party(desk.person.id)
    awaited = noted.awaited
    waits_for_me = awaited is not None and awaited.id in party.accounts
    if noted.state is ExchangeState.PROPOSED and waits_for_me and noted.noted_by != party.person:
        return await confirm_exchange.run(desk, {"exchange": exchange})
    return say("exchange-not-twice")


async def _begin(desk: Desk, given: dict[str, object], first: Reply) -> Reply:
    """Ask what is missing, or show the card; from a group, in private."""
    if desk.chat.private:
        return replace(await begin(desk, note_exchange.name, given), words=first.words)
    number = await desk.store.people.private_chat(desk.person.id)
    if number is None:
        raise Refusal("refusal-write-first")
    chat = await desk.store.chats.chat(number)
    language = await desk.store.people.language(desk.person.id)
    there = replace(desk, chat=chat, language=language)
    await begin(there, note_exchange.name, given)
    prompt = await desk.store.prompts.waiting(number, desk.person.id, now=desk.now)
    asked = await _question(there, given, first)
    token = prompt.token if prompt else None
    desk.notices.append(Notice(asked, person=desk.person.id, prompt=token))
    return say("noting-in-private")


async def _question(desk: Desk, given: dict[str, object], first: Reply) -> Reply:
    """What is asked next, with its choices."""
    parameter = note_exchange.missing(given) or "sure"
    question = await note_exchange.question(desk, parameter, given)
    values = await note_exchange.choices_for(desk, parameter, given)
    offered = (act(note_exchange, given, parameter, value) for value in values)
    return Reply(words=(*first.words, *question.words)).choose(*offered, *question.choices)


async def _said(desk: Desk, text: str) -> tuple[dict[str, object], Refusal | None]:
    """What a sentence gives, and what was wrong with the rest; what is missing is asked."""
    elsewhere, text = await found_elsewhere(desk, text[: sentences.SENTENCE_MOST + 1])
    read = sentences.read_sentence(text, desk.today, day=desk.fabrique.time.day)
    if len(text) > sentences.SENTENCE_MOST and read.refusal:
        raise read.refusal
    given: dict[str, object] = {"minutes": read.minutes, "subject": read.subject}
    given["day"] = None if read.undated else read.day or desk.today
    if read.direction in (Direction.GAVE, Direction.RECEIVED):
        given["direction"] = read.direction.value
    given["paid"] = True if read.paid else None
    given["group"] = None if desk.chat.private else desk.chat.id
    refusal = read.refusal
    try:
        if elsewhere:
            given["partner"] = await counterparts.across(desk, elsewhere[0])
        else:
            given |= await _across(desk, read, text)
    except Refusal as unknown:
        refusal = refusal or unknown
    return {name: value for name, value in given.items() if value is not None}, refusal


async def _across(desk: Desk, read: Sentence, text: str) -> dict[str, object]:
    """Who stands across; what was given to the common goes to the pot, and one named leads it."""
    if not read.common:
        return await counterparts.across_in(desk, read, text)
    given: dict[str, object] = {"partner": counterparts.POT}
    if read.direction is not Direction.RECEIVED:
        given["direction"] = Direction.GAVE.value
    if read.partner:
        given["referent"] = await counterparts.leader(desk, read.partner)
    return given


async def _same(desk: Desk, drawn_up: Exchange) -> Exchange | None:
    """What was noted lately and may be this one, not taken back since."""
    since = desk.now - timedelta(days=drafts.LATELY)
    noted = await desk.store.exchanges.of_day(drawn_up.giver.id, drawn_up.day)
    lately = (one for one in noted if one.noted_at >= since)
    return next((one for one in lately if timebank.may_be_same(one, drawn_up)), None)


async def _already_noted(desk: Desk, same: Exchange, draft: Draft) -> Reply:
    """Ask whether it is the one that was noted already."""
    noter = await desk.store.people.person(same.noted_by)
    return say("exchange-same", noter=noter.name, **await values_of(desk, same)).choose(
        option("choice-same-one", same_exchange, exchange=same.id),
        option("choice-another-one", note_exchange, **draft.given(), sure=True, another=True),
    )


COMMANDS = (note_time, note_exchange, same_exchange, *drafts.COMMANDS)
"""All that noting is made of."""
