"""A session while it is closed: a draft, then one entry for each pair, and what it made for each.

Locks are taken in one order: the session, then exchanges, then the ledger.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from chat.command import Where, command
from chat.exchange_cards import exchange_card
from chat.session_cards import (
    disputed_notice,
    hours_to_confirm,
    made_card,
    session_draft,
    thin_card,
)
from chat.words import Reply, say, toast
from domain import sessions, timebank
from domain.errors import Refusal
from domain.ledger import COMMON
from domain.sessions import Session, SessionState, Way
from domain.timebank import Exchange, ExchangeState
from handlers.desk import Desk, party_of, tell_team
from handlers.exchange_desk import case
from handlers.questions import hand_over
from handlers.sessions import known, organiser_of, show
from storage.outbox import CARD
from storage.sessions import Participant


@command(keeps_choices=True)
async def close_session(desk: Desk, session: int) -> Reply:
    """Show what closing would enter; a group's organiser reads it in private, with the names."""
    found = await _led(desk, session)
    people = await desk.store.sessions.people(found.id)
    aside = not desk.chat.private and not desk.chat.team
    mine = found.organiser == desk.person.id
    if aside and mine and await desk.store.people.private_chat(desk.person.id) is not None:
        desk.tell(desk.person.id, await _draft(desk, found, people, few=False))
        return toast("session-draft-in-private")
    return await _draft(desk, found, people, few=aside)


@command()
async def enter_session(desk: Desk, session: int, version: int) -> Reply:
    """Enter what the draft said, if it still holds; closed twice, it counts once."""
    found = await _led(desk, session)
    people = await desk.store.sessions.people(found.id)
    if found.version != version:
        again = await _draft(desk, found, people, few=not desk.chat.private)
        return replace(again, words=(*say("session-changed").words, *again.words))
    present = [one for one in people if one.presence is sessions.Presence.THERE]
    sessions.must_be_worth(found, len(present))
    closed = replace(found, state=SessionState.CLOSED)
    made = await desk.store.sessions.enter(
        closed,
        [one.person for one in present],
        by=await party_of(desk),
        at=desk.now,
        witness=await _witness(desk, closed, present),
    )
    await _tell_present(desk, closed, made)
    await _ask_for_confirmation(desk, closed, made, count=len(present))
    await show(desk, closed)
    waiting = sum(one.state is ExchangeState.PROPOSED for one in made)
    told = say("session-entered", subject=closed.subject, count=len(present), waiting=waiting)
    if found.organiser != desk.person.id:
        desk.tell(found.organiser, told)
    return told


@command()
async def leave_session_open(desk: Desk, session: int) -> Reply:
    """Nothing is entered; people may still come and go."""
    await _led(desk, session)
    return toast("session-left-open")


@command()
async def cancel_session(desk: Desk, session: int) -> Reply:
    """Nothing is entered, and whoever said to be there is told."""
    found = await _led(desk, session)
    cancelled = replace(found, state=SessionState.CANCELLED)
    await desk.store.sessions.change(cancelled)
    for one in await desk.store.sessions.present(found.id):
        if one.person != desk.person.id:
            desk.tell(one.person, say("session-cancelled-there", subject=found.subject))
    await show(desk, cancelled)
    return say("session-cancelled", subject=found.subject)


@command()
async def let_pot_offer(desk: Desk, session: int) -> Reply:
    """Those present owe nothing: the pot gives the organiser's time back."""
    found = await _led(desk, session)
    offered = replace(found, way=Way.OFFERED)
    await desk.store.sessions.change(offered)
    await show(desk, offered)
    people = await desk.store.sessions.people(found.id)
    return await _draft(desk, offered, people, few=not desk.chat.private)


@command(where=Where.TEAM)
async def confirm_session(desk: Desk, session: int) -> Reply:
    """All hours of a session that wait for the team, in one tap; never one's own."""
    waiting, by = await _waiting_for_team(desk, session), await party_of(desk)
    others = [one for one in waiting if one.noted_by != by.person]
    if not others:
        raise Refusal("refusal-exchange-own-word" if waiting else "refusal-already-decided")
    confirmed = [timebank.confirmed(one, by=by, at=desk.now) for one in others]
    for one in confirmed:
        await desk.store.exchanges.change(one)
    await _tell_present(desk, await known(desk, session), confirmed)
    await desk.store.audit.note("confirm", f"session:{session}", by=by.person, now=desk.now)
    return say("session-hours-confirmed", count=len(confirmed), more=len(waiting) - len(others))


@command(where=Where.TEAM)
async def contest_session(desk: Desk, session: int) -> Reply:
    """Nothing of what waits counts; the team talks about it with those concerned."""
    waiting, by = await _waiting_for_team(desk, session), await party_of(desk)
    if not waiting:
        raise Refusal("refusal-already-decided")
    found = await known(desk, session)
    for one in waiting:
        if one.noted_by == by.person:
            raise Refusal("refusal-exchange-own-word")
        await desk.store.exchanges.change(timebank.contested(one, by=by))
        desk.tell(one.noted_by, say("session-hours-contested-there", subject=found.subject))
    await desk.store.audit.note("contest", f"session:{session}", by=by.person, now=desk.now)
    return say("session-hours-contested", count=len(waiting))


@command()
async def dispute_session(desk: Desk, exchange: int, why: str) -> Reply:
    """Somebody does not find themselves in what a session made: the team reads why, and answers."""
    made = await desk.store.exchanges.lock(exchange)
    if made is None or desk.person.id not in (made.giver.person, made.receiver.person):
        raise Refusal("refusal-choice-stale")
    giver, receiver = await desk.store.ledger.sides(made)
    await tell_team(desk, disputed_notice(made, giver, receiver, name=desk.person.name))
    return await hand_over.run(desk, {"question": f"{made.subject} — {why}"})


@dispute_session.reads("why")
async def in_their_words(desk: Desk, typed: str) -> str:
    """What is not right, as it is written."""
    return sessions.fits(" ".join(typed.split()))


async def _led(desk: Desk, number: int) -> Session:
    """An open session that whoever speaks may close, locked."""
    found = sessions.still_open(await known(desk, number))
    administers = found.chat == desk.chat.id and desk.rank.administers
    sessions.may_lead(found, await party_of(desk), administers=administers)
    return found


async def _draft(
    desk: Desk, session: Session, people: Sequence[Participant], *, few: bool
) -> Reply:
    count = sum(one.presence is sessions.Presence.THERE for one in people)
    if sessions.is_thin(session, count):
        return thin_card(session, count=count)
    sessions.must_be_worth(session, count)
    organiser = await organiser_of(desk, session)
    return session_draft(session, people, organiser=organiser, few=few)


async def _witness(desk: Desk, session: Session, present: Sequence[Participant]) -> int | None:
    """Who may confirm the organiser's own hours where there is no team: one of those present."""
    if await desk.store.chats.team():
        return None
    return next((one.person for one in present if one.person != session.organiser), None)


async def _tell_present(desk: Desk, session: Session, made: Sequence[Exchange]) -> None:
    """What a session made for each one; somebody never met in private is told when they come."""
    organiser = await organiser_of(desk, session)
    await desk.store.sessions.told(session.id)
    for one in made:
        person = _whose(one)
        waits = one.state is ExchangeState.PROPOSED
        if person is None or (waits and person == desk.person.id):
            continue
        if await desk.store.people.private_chat(person) is None:
            await desk.store.sessions.told(session.id, person, told=False)
            continue
        account = one.giver if one.giver.person == person else one.receiver
        balance = await desk.store.ledger.balance_of(account.id)
        desk.tell(person, made_card(session, one, organiser=organiser, balance=balance))


def _whose(exchange: Exchange) -> int | None:
    """Who is told of an exchange: who received a share, or gave to the pot."""
    return exchange.giver.person if exchange.receiver.kind in COMMON else exchange.receiver.person


async def _ask_for_confirmation(
    desk: Desk, session: Session, made: Sequence[Exchange], *, count: int
) -> None:
    """What the pot gives and nobody may confirm yet goes to the team, else to a witness."""
    waiting = [one for one in made if one.state is ExchangeState.PROPOSED]
    if not waiting:
        return
    organiser = await organiser_of(desk, session)
    named = [(one, await desk.store.ledger.called(one.giver)) for one in waiting]
    card = hours_to_confirm(session, named, organiser=organiser, count=count)
    await tell_team(desk, card)
    for one in waiting:
        if one.referent is not None:
            card = exchange_card(await case(desk, one), team=False)
            desk.tell(one.referent, card, kind=CARD)


async def _waiting_for_team(desk: Desk, session: int) -> list[Exchange]:
    """The exchanges of a session that nobody answered yet, locked in the order of numbers."""
    await known(desk, session)
    found = [
        await desk.store.exchanges.lock(one.id)
        for one in await desk.store.exchanges.of_session(session)
    ]
    return [one for one in found if one is not None and one.state is ExchangeState.PROPOSED]


COMMANDS = (
    close_session,
    enter_session,
    leave_session_open,
    cancel_session,
    let_pot_offer,
    confirm_session,
    contest_session,
    dispute_session,
)
