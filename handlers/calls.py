"""The team's calls once they are written: opened, closed, opened again, cancelled."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from chat.call_cards import team_card
from chat.cards import aged
from chat.command import Value, Where, command, labelled
from chat.words import Reply, option, say, toast
from domain import calls, days
from domain.calls import Call, CallState
from domain.errors import Refusal
from domain.people import Standing
from handlers.desk import Desk
from storage.outbox import CARD


@command(where=Where.TEAM)
async def open_call(desk: Desk, call: int) -> Reply:
    """People may answer; whoever offers the skill is told, each when their week allows."""
    found = calls.opened(await known(desk, call), desk.today)
    people = await reached(desk, found)
    await desk.store.calls.change(found)
    await desk.store.calls.invite(call, people)
    await note(desk, "open-call", found)
    await post_card(desk, found)
    if people:
        return toast("done")
    return say("call-opened-nobody", skill=skill_title(desk, found)).choose(
        option("choice-in-digest", put_in_digest, call=call)
    )


@command(where=Where.TEAM, keeps_choices=True)
async def put_in_digest(desk: Desk, call: int) -> Reply:
    """Let groups read of it under the week's agenda, until it closes."""
    found = calls.takes_answers(await known(desk, call), desk.today)
    await keep(desk, replace(found, in_digest=True))
    await note(desk, "digest-call", found)
    return toast("call-in-digest")


@command(where=Where.TEAM, keeps_choices=True)
async def close_call(desk: Desk, call: int) -> Reply:
    """No more answers, before its day."""
    found = calls.closed(await known(desk, call), desk.now)
    await keep(desk, found)
    await note(desk, "close-call", found)
    return toast("done")


@command(where=Where.TEAM, keeps_choices=True)
async def reopen_call(desk: Desk, call: int, closes: date) -> Reply:
    """Answers are taken again until another day."""
    found = calls.reopened(await known(desk, call), closes, desk.today)
    await keep(desk, found)
    await note(desk, "reopen", found)
    return say("call-reopened", title=found.title, day=closes)


async def until_when(desk: Desk, typed: str) -> date:
    """A day ahead."""
    return calls.closing(day_ahead(typed, desk.today), desk.today)


reopen_call.reads("closes")(until_when)


@command(where=Where.TEAM, keeps_choices=True)
async def cancel_call(desk: Desk, call: int, sure: bool) -> Reply:
    """Nothing comes of it, and whoever answered is told."""
    found = calls.cancelled(await known(desk, call))
    for answer in await desk.store.calls.that_count(call):
        desk.tell(answer.person, say("call-cancelled", title=found.title))
    await keep(desk, found)
    await note(desk, "cancel-call", found)
    return say("call-cancelled-team", title=found.title)


@cancel_call.choices("sure")
async def only_when_sure(desk: Desk) -> Sequence[Value]:
    """One more tap, since people are told."""
    return [labelled("choice-yes-cancel", value=True)]


def day_ahead(typed: str, today: date) -> date:
    """The day that is typed, the next one of that name."""
    found = days.find_all(typed, today, ahead=True)
    if not found:
        raise Refusal("refusal-call-day")
    return found[0].day


async def known(desk: Desk, number: int) -> Call:
    """The call of that number, nobody else's until the transaction ends."""
    found = await desk.store.calls.lock(number)
    if found is None:
        raise Refusal("refusal-choice-stale")
    return found


async def keep(desk: Desk, call: Call) -> None:
    """Keep a call as it now is, and let its cards say it."""
    await desk.store.calls.change(call)
    card = await card_of(desk, call)
    for row in await desk.store.said.cards(f"call:{call.id}"):
        desk.rewrite(row.chat, [row.id], card)


def skill_title(desk: Desk, call: Call) -> str:
    """What the skill that is looked for is called."""
    concept = desk.skills.concept(call.concept)
    return concept.title(desk.language) if concept else ""


async def card_of(desk: Desk, call: Call) -> Reply:
    """A call before the team."""
    return team_card(call, await desk.store.calls.answers(call.id))


async def cards_of_calls(desk: Desk) -> list[Reply]:
    """The calls that wait for the team's choice, and since when."""
    closed = await desk.store.calls.in_state(CallState.CLOSED)
    since = sorted((one.closed_at or one.at, one.id, one) for one in closed)
    return [aged(await card_of(desk, one), at, desk.now) for at, _, one in since]


async def post_card(desk: Desk, call: Call) -> None:
    """Show a call in each of the team's chats, where it follows what becomes of it."""
    card = await card_of(desk, call)
    for chat in await desk.store.chats.team():
        desk.post(chat.id, card, kind=CARD)


async def note(desk: Desk, act: str, call: Call, why: str = "") -> None:
    """Write down what the team did to a call."""
    await desk.store.audit.note(act, f"call:{call.id}", by=desk.person.id, now=desk.now, why=why)


async def reached(desk: Desk, call: Call) -> list[int]:
    """Whoever offers what is looked for and may be told."""
    found = []
    for person in await desk.store.calls.offering(call.concept) if call.concept else ():
        if person != call.by and await _may_hear(desk, person):
            found.append(person)
    return found


async def _may_hear(desk: Desk, person: int) -> bool:
    profile = await desk.store.profiles.of(person)
    if not profile.may_be_asked(desk.today) or await desk.store.calls.is_silent(person):
        return False
    here = (await desk.store.people.person(person)).standing is Standing.MET
    return here and await desk.store.people.private_chat(person) is not None


COMMANDS = (open_call, put_in_digest, close_call, reopen_call, cancel_call)
