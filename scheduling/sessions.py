"""Sessions in time: their organiser is reminded, then they expire; latecomers are told."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from chat.desk import Notice
from chat.session_cards import asked_card, made_card, reminder_card, session_card
from chat.words import say
from domain.sessions import Session, SessionState
from scheduling import Round


async def look_after(round_: Round) -> None:
    """Remind of what was left open, end what nobody closed, tell whoever can be reached now."""
    for session in await round_.store.sessions.waiting():
        if session.due <= round_.now:
            await (_expire if session.reminded else _remind)(round_, session)
    for session, person in await round_.store.sessions.to_tell():
        await _tell(round_, session, person)


async def next_due(round_: Round) -> datetime | None:
    """When an open session falls due next; at once, when somebody can be told."""
    moments = [one.due for one in await round_.store.sessions.waiting()]
    if await round_.store.sessions.to_tell():
        moments.append(round_.now)
    return min(moments, default=None)


async def _remind(round_: Round, session: Session) -> None:
    store = round_.store.sessions
    count = len(await store.present(session.id))
    organiser = await _organiser(round_, session)
    round_.tell(session.organiser, reminder_card(session, organiser=organiser, count=count))
    await store.change(replace(session, reminded=True))


async def _expire(round_: Round, session: Session) -> None:
    """It counts nothing; its organiser learns so, and its cards offer nothing any more."""
    expired = replace(session, state=SessionState.EXPIRED)
    await round_.store.sessions.change(expired)
    round_.tell(session.organiser, say("session-expired", subject=session.subject))
    people = await round_.store.sessions.people(session.id)
    card = session_card(expired, people, organiser=await _organiser(round_, session))
    for row in await round_.store.said.cards(f"session:{session.id}"):
        round_.notices.append(Notice(card, chat=row.chat, edits=(row.id,)))


async def _tell(round_: Round, session: Session, person: int) -> None:
    """Ask somebody who was named, or say what a closed session made for them."""
    organiser = await _organiser(round_, session)
    await round_.store.sessions.told(session.id, person)
    if session.is_open:
        round_.tell(person, asked_card(session, organiser=organiser))
        return
    own = await round_.store.ledger.of_person(person)
    for one in await round_.store.exchanges.of_session(session.id):
        if person in (one.giver.person, one.receiver.person):
            balance = await round_.store.ledger.balance_of(own.id)
            round_.tell(person, made_card(session, one, organiser=organiser, balance=balance))


async def _organiser(round_: Round, session: Session) -> str:
    return (await round_.store.people.person(session.organiser)).name
