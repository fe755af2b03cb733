"""Answering a call: told in private or found in the list, in one's own words, and taken back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from chat.bid_cards import bid_line
from chat.call_cards import (
    ASKED,
    Result,
    call_line,
    public_card,
    result_line,
    seen_lines,
)
from chat.command import Value, Where, command, labelled
from chat.words import Choice, Reply, named, option, say, toast
from domain import calls
from domain.call_words import asks_for_calls, takes_back
from domain.calls import Answer, AnswerState, Call, CallKind, CallState
from domain.errors import Refusal
from domain.offers import insults
from domain.people import Person
from domain.seen import known_already
from domain.values import Lines
from handlers.bids import show_bid
from handlers.calls import keep, known
from handlers.desk import Desk, begin, tell_team

LISTED = 6
"""Of each kind, in the list; calls that were decided make room for newer ones."""

NO_WORDS = "-"
"""Chosen by whoever has nothing to add."""


@command("appels", "calls")
async def show_calls(desk: Desk) -> Reply:
    """The calls that are open, what is answered together, and how earlier choices were made."""
    taking = [
        one for one in await desk.store.calls.in_state(CallState.OPEN) if desk.today <= one.closes
    ][:LISTED]
    bids = (await desk.store.bids.open())[:LISTED]
    decided = (await desk.store.calls.in_state(CallState.DECIDED))[-LISTED:]
    reply = say("calls", count=len(taking), lines=Lines(tuple(map(call_line, taking))))
    if bids:
        reply = reply.then("calls-bids", lines=Lines(tuple(map(bid_line, bids))))
    if decided:
        lines = tuple([result_line(await _result(desk, one)) for one in decided])
        reply = reply.then("calls-decided", lines=Lines(lines))
    reply = reply.choose(*(named(one.title, see_call, call=one.id) for one in taking))
    reply = reply.choose(*(named(one.title, show_bid, bid=one.id) for one in bids))
    return reply.choose(*await _hearing(desk))


@show_calls.hears
def which_are_open(sentence: str) -> bool:
    """ "Quels appels sont ouverts ?" """
    return asks_for_calls(sentence)


@command(keeps_choices=True)
async def see_call(desk: Desk, call: int) -> Reply:
    """One call, with what decides, and one's own answer where there is one."""
    found = await _told(desk, call)
    card = public_card(found)
    answer = await desk.store.calls.answer_of(call, desk.person.id)
    if found.state is not CallState.OPEN or desk.today > found.closes:
        return card.then("call-is-over")
    if answer is None or not answer.counts:
        return card.choose(option("choice-come-in", come_in, call=call))
    return card.then("call-you-answered").choose(
        option("choice-answer-again", come_in, call=call),
        option("choice-withdraw-answer", withdraw_answer, call=call),
    )


@command(where=Where.PRIVATE, keeps_choices=True)
async def come_in(desk: Desk, call: int) -> Reply:
    """Want to take part: what the fabrique knows is not asked."""
    found = calls.takes_answers(await _told(desk, call), desk.today)
    if found.kind is CallKind.TERRITORY:
        seen = await desk.store.seen.of(desk.person.id, found)
        given: dict[str, object] = dict(known_already(seen))
    else:
        given = dict.fromkeys(ASKED, "")
    return await begin(desk, answer_call.name, {"call": call, **given})


@command(where=Where.PRIVATE)
async def answer_call(
    desk: Desk, call: int, fundamentals: str, sheets: str, context: str, text: str
) -> Reply:
    """Answer a call; said again, the new words take the place of the former ones."""
    found = calls.takes_answers(await _told(desk, call), desk.today)
    if insults(text):
        await tell_team(desk, say("offer-insult-team", name=desk.person.name))
        return say("call-insult")
    former = await desk.store.calls.answer_of(call, desk.person.id)
    again = former is not None and former.counts
    blank = former or Answer(0, call, desk.person.id, AnswerState.IN)
    said = {"fundamentals": fundamentals, "sheets": sheets, "context": context}
    await desk.store.calls.keep(
        replace(
            blank,
            state=AnswerState.IN,
            text="" if text == NO_WORDS else text,
            said={name: value for name, value in said.items() if value},
            notes={},
            chosen=False,
            why="",
            answered_at=desk.now,
        )
    )
    await keep(desk, found)
    return say("call-answered", again=again, title=found.title, day=found.closes).choose(
        option("choice-withdraw-answer", withdraw_answer, call=call)
    )


@answer_call.choices("fundamentals")
@answer_call.choices("sheets")
async def yes_or_not_yet(desk: Desk) -> Sequence[Value]:
    """One tap."""
    return [labelled("choice-yes", "yes"), labelled("choice-not-yet", "no")]


@answer_call.choices("context")
async def how_one_knows_it(desk: Desk) -> Sequence[Value]:
    """By living there, by having worked there, or not yet."""
    return [
        labelled("choice-lives-there", "lives"),
        labelled("choice-worked-there", "worked"),
        labelled("choice-not-yet", "no"),
    ]


@answer_call.asks("text")
async def in_ones_own_words(desk: Desk, call: int) -> Reply:
    """Ask for a few words, and say what the team will see beside them."""
    found = await _told(desk, call)
    seen = await desk.store.seen.of(desk.person.id, found)
    return say(
        "answer-call-ask-text", seen=seen_lines(seen, replace(found, kind=CallKind.TASK), {})
    )


@answer_call.choices("text")
async def without_words(desk: Desk) -> Sequence[Value]:
    """What the fabrique knows says enough."""
    return [labelled("choice-no-words", NO_WORDS)]


@answer_call.reads("text")
async def words_of_an_answer(desk: Desk, typed: str) -> str:
    """A few sentences."""
    if len(typed) > calls.WORDS_MOST:
        raise Refusal("refusal-call-long", most=calls.WORDS_MOST)
    return typed.strip()


@command(where=Where.PRIVATE)
async def not_this_time(desk: Desk, call: int) -> Reply:
    """A call passes; the next one may come."""
    answer = await desk.store.calls.answer_of((await _told(desk, call)).id, desk.person.id)
    if answer is not None and answer.state is AnswerState.INVITED:
        await desk.store.calls.keep(replace(answer, state=AnswerState.DECLINED))
    return toast("call-declined")


@command(where=Where.PRIVATE)
async def no_more_calls(desk: Desk) -> Reply:
    """Be told of no more calls; the list is there for whoever looks."""
    await desk.store.calls.silence(desk.person.id, now=desk.now)
    return say("calls-silent").choose(option("choice-calls-again", calls_again))


@command(where=Where.PRIVATE)
async def calls_again(desk: Desk) -> Reply:
    """Be told of calls again."""
    await desk.store.calls.hear_again(desk.person.id)
    return say("calls-heard")


@command(where=Where.PRIVATE)
async def withdraw_answer(desk: Desk, call: int) -> Reply:
    """Take one's answer back."""
    found = await _told(desk, call)
    answer = await desk.store.calls.answer_of(call, desk.person.id)
    if answer is None:
        raise Refusal("refusal-choice-stale")
    await _take_back(desk, found, answer)
    return say("call-withdrawn", title=found.title)


@command(where=Where.PRIVATE)
async def not_after_all(desk: Desk) -> Reply:
    """Words that take back one's answer to a call; of several, one is chosen."""
    live = []
    for call in await desk.store.calls.in_state(CallState.OPEN, CallState.CLOSED):
        answer = await desk.store.calls.answer_of(call.id, desk.person.id)
        if answer is not None and answer.counts:
            live.append(call)
    if len(live) == 1:
        taken = await withdraw_answer.run(desk, {"call": live[0].id})
        return taken.choose(option("choice-come-in", come_in, call=live[0].id))
    if not live:
        return say("call-nothing-answered")
    which = (named(one.title, withdraw_answer, call=one.id) for one in live[:LISTED])
    return say("call-which-taken-back").choose(*which)


@not_after_all.hears
def changes_their_mind(sentence: str) -> bool:
    """ "Finalement non." """
    return takes_back(sentence)


async def answer_no_more(desk: Desk, person: Person) -> None:
    """Somebody leaves the fabrique: they are among nobody's answers to be chosen."""
    for call in await desk.store.calls.in_state(CallState.OPEN, CallState.CLOSED):
        found = await known(desk, call.id)
        answer = await desk.store.calls.answer_of(found.id, person.id)
        if answer is not None and answer.counts and found.is_live:
            await _take_back(desk, found, answer)


@command(where=Where.PRIVATE, keeps_choices=True)
async def show_name_for(desk: Desk, call: int, shows: bool) -> Reply:
    """Whether one's name is told with the result of a call; it can be taken back."""
    await known(desk, call)
    answer = await desk.store.calls.answer_of(call, desk.person.id)
    if answer is None or not answer.chosen:
        raise Refusal("refusal-choice-stale")
    await desk.store.calls.keep(replace(answer, shows_name=shows))
    return toast("call-name-shown" if shows else "call-name-hidden")


async def _take_back(desk: Desk, call: Call, answer: Answer) -> None:
    """An answer counts no more, nor another of the same person, who had two accounts; where they
    were chosen the team learns that there is room.
    """
    await desk.store.calls.keep(calls.withdrawn(call, answer))
    for other in await desk.store.calls.others_of(answer):
        if other.counts:
            await desk.store.calls.keep(calls.withdrawn(call, other))
    await keep(desk, call)
    if answer.chosen:
        name = (await desk.store.people.person(answer.person)).name
        await tell_team(desk, say("call-withdrawn-team", name=name, title=call.title))


async def _told(desk: Desk, number: int) -> Call:
    """A call that is before everybody; a draft is not."""
    found = await known(desk, number)
    if found.state in (CallState.DRAFT, CallState.CANCELLED):
        raise Refusal("refusal-choice-stale")
    return found


async def _hearing(desk: Desk) -> list[Choice]:
    """The way back, for whoever wanted to be told of no calls."""
    if desk.chat.private and await desk.store.calls.is_silent(desk.person.id):
        return [option("choice-calls-again", calls_again)]
    return []


async def _result(desk: Desk, call: Call) -> Result:
    """What everybody may know of a choice."""
    answers = await desk.store.calls.that_count(call.id)
    chosen = [one for one in answers if one.chosen]
    agreed = [one.person for one in chosen if one.shows_name]
    names = [(await desk.store.people.person(one)).name for one in agreed]
    return Result(call, len(answers), len(chosen), tuple(names))


COMMANDS = (
    show_calls,
    see_call,
    come_in,
    answer_call,
    not_this_time,
    no_more_calls,
    calls_again,
    withdraw_answer,
    not_after_all,
    show_name_for,
)
