"""A session while it is open: announced in one message, then each one says that they were there."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from chat.command import Line, Value, command, labelled
from chat.session_cards import asked_card, joined, session_card
from chat.words import Choice, Reply, Words, say
from domain import sessions
from domain.errors import Refusal
from domain.people import Standing
from domain.sessions import Presence, Session, SessionState, Way, names_in
from domain.values import Items
from handlers.desk import Desk, begin, must_be_reachable
from handlers.lengths import how_long, usual_lengths
from handlers.whom import Named, all_named, must_take_part
from storage.outbox import CARD

LISTED = 4
"""Open sessions that are offered to be seen again."""

NAMES_MOST = 60
"""Names that one message may list."""


@command("seance", "session")
async def open_session(
    desk: Desk,
    minutes: int,
    subject: str,
    way: str,
    day: date | None = None,
    names: str | None = None,
) -> Reply:
    """Open a session: a card in the group, or in private names to be written."""
    await must_be_reachable(desk)
    must_take_part(desk)
    session = await desk.store.sessions.open(
        Session(
            id=0,
            way=Way(way),
            organiser=desk.person.id,
            chat=None if desk.chat.private else desk.chat.id,
            subject=subject,
            day=day or desk.today,
            minutes=minutes,
            state=SessionState.OPEN,
            at=desk.now,
        )
    )
    if session.way is Way.COMMON:  # who leads a chantier gave their time there too
        await _note(desk, session, desk.person.id, Presence.THERE)
    await _post_card(desk, session)
    if session.chat is not None:
        return Reply()
    if names is None:
        return await begin(desk, name_present.name, {"session": session.id})
    return await name_present.run(desk, {"session": session.id, "names": names})


@open_session.reads_line
async def announced(desk: Desk, text: str) -> Line:
    """Read how long, when, what and, in private, who from one message."""
    await must_be_reachable(desk)
    read = sessions.read(text, desk.today, day=desk.fabrique.time.day)
    if read.refusal is not None and not read.refusal.name.startswith("refusal-duration-"):
        raise read.refusal  # without its day or its subject it would silently be another session
    given: dict[str, object] = {}
    if read.minutes is not None:
        given["minutes"] = read.minutes
    if read.subject:
        given["subject"] = read.subject
    if read.day is not None:
        given["day"] = read.day
    if read.names and desk.chat.private:
        given["names"] = read.names
    return Line(given, read.refusal)


@open_session.asks("minutes")
async def how_long_it_was(desk: Desk) -> Reply:
    """Ask for the duration; those still open can be seen again instead."""
    found = await desk.store.sessions.led_by(desk.person.id)
    if not desk.chat.private:
        found = await desk.store.sessions.held_in(desk.chat.id)
    again = [
        Choice(
            Words("choice-see-session", {"subject": one.subject}),
            "show_session",
            {"session": one.id},
        )
        for one in found[-LISTED:]
    ]
    return say("open-session-ask-minutes").choose(*again)


open_session.reads("minutes")(how_long)
open_session.choices("minutes")(usual_lengths)


@open_session.reads("subject")
async def what_it_was(desk: Desk, typed: str) -> str:
    """What it was, within what a card can show."""
    subject = sessions.fits(" ".join(typed.split()))
    if not subject:
        raise Refusal("refusal-session-empty")
    return subject


@open_session.choices("way")
async def three_ways(desk: Desk) -> Sequence[Value]:
    """Shared, offered by the pot, or given to the common."""
    return [
        labelled("choice-way-shared", Way.SHARED.value),
        labelled("choice-way-offered", Way.OFFERED.value),
        labelled("choice-way-common", Way.COMMON.value),
    ]


@command(keeps_choices=True)
async def show_session(desk: Desk, session: int) -> Reply:
    """Show an open session again: in its group, or to its organiser in private."""
    found = sessions.still_open(await known(desk, session))
    here = found.chat == desk.chat.id or (desk.chat.private and found.organiser == desk.person.id)
    if not here:
        raise Refusal("refusal-choice-stale")
    await desk.store.prompts.drop(desk.chat.id, desk.person.id)
    await _post_card(desk, found)
    return Reply()


@command(keeps_choices=True, undone_by="was_not_there")
async def was_there(desk: Desk, session: int) -> Reply:
    """Be counted among those who were there; said twice, it counts once."""
    return await _say(desk, session, Presence.THERE)


@command(keeps_choices=True)
async def was_not_there(desk: Desk, session: int) -> Reply:
    """Be counted no more, or not at all."""
    return await _say(desk, session, Presence.AWAY)


@command(keeps_choices=True)
async def name_present(desk: Desk, session: int, names: str) -> Reply:
    """Name those who were there; each of them is asked before being counted."""
    found = sessions.still_open(await known(desk, session))
    if found.organiser != desk.person.id:
        raise Refusal("refusal-session-not-yours")
    named = await all_named(desk, names_in(names))
    offline = [one for one in named.people if one.standing is Standing.OFFLINE]
    others = [one for one in named.people if one not in offline and one.id != desk.person.id]
    asked, unreached = [], []
    for person in others:
        if not await desk.store.sessions.ask(found, person.id, now=desk.now):
            continue
        if await _ask(desk, found, person.id):
            asked.append(person.name)
        else:
            unreached.append(person.name)
    await show(desk, found)
    return _asked(asked, unreached, named, [one.name for one in offline])


@name_present.reads("names")
async def a_list_of_names(desk: Desk, typed: str) -> str:
    """Names with commas, "et", or one on each line."""
    names = names_in(typed)
    if not names:
        raise Refusal("refusal-session-names")
    if len(names) > NAMES_MOST:
        raise Refusal("refusal-session-many", most=NAMES_MOST)
    return typed


async def known(desk: Desk, number: int) -> Session:
    """The session of that number, locked; refuses what is none."""
    found = await desk.store.sessions.lock(number)
    if found is None:
        raise Refusal("refusal-choice-stale")
    return found


async def show(desk: Desk, session: Session) -> None:
    """Draw a session's cards anew, as it stands now."""
    card = await _card(desk, session)
    for row in await desk.store.said.cards(f"session:{session.id}"):
        desk.rewrite(row.chat, [row.id], card)


async def organiser_of(desk: Desk, session: Session) -> str:
    """The name of whoever leads a session."""
    return (await desk.store.people.person(session.organiser)).name


async def _say(desk: Desk, number: int, presence: Presence) -> Reply:
    """Take somebody's own word; in private it is marked where it was asked."""
    session = await known(desk, number)
    sessions.may_come(session, desk.person.id)
    must_take_part(desk)
    if session.chat is None:
        await _must_be_named(desk, session)
    fresh = await _note(desk, session, desk.person.id, presence)
    if fresh:
        await show(desk, session)
    if presence is Presence.AWAY:
        word = Words("session-left")
    else:
        chat = await desk.store.people.private_chat(desk.person.id)
        word = joined(fresh=fresh, reached=chat is not None)
    return Reply(toast=word)


async def _must_be_named(desk: Desk, session: Session) -> None:
    """A session without a group is of those whom its organiser named."""
    people = await desk.store.sessions.people(session.id)
    if desk.person.id not in [one.person for one in people]:
        raise Refusal("refusal-choice-stale")


async def _note(desk: Desk, session: Session, person: int, presence: Presence) -> bool:
    return await desk.store.sessions.answer(session, person, presence, now=desk.now)


async def _card(desk: Desk, session: Session) -> Reply:
    people = await desk.store.sessions.people(session.id)
    return session_card(session, people, organiser=await organiser_of(desk, session))


async def _post_card(desk: Desk, session: Session) -> None:
    """The card is posted, not answered, so that everybody may press it."""
    thread = desk.heard.place.thread
    desk.post(desk.chat.id, await _card(desk, session), kind=CARD, thread=thread)


async def _ask(desk: Desk, session: Session, person: int) -> bool:
    """Ask somebody whether they were there, now or once they can be reached."""
    if await desk.store.people.private_chat(person) is None:
        return False
    desk.tell(person, asked_card(session, organiser=desk.person.name))
    await desk.store.sessions.told(session.id, person)
    return True


def _asked(
    asked: Sequence[str], unreached: Sequence[str], named: Named, offline: Sequence[str]
) -> Reply:
    """What came of a list of names, and what to do about the rest."""
    reply = Reply()
    for id, names in (
        ("session-names-asked", asked),
        ("session-names-unreached", unreached),
        ("session-names-offline", offline),
        ("session-names-several", named.several),
        ("session-names-unknown", named.unknown),
    ):
        if names:
            reply = reply.then(id, names=Items(tuple(names)), count=len(names))
    return reply if reply.words else say("session-names-known")


COMMANDS = (open_session, show_session, was_there, was_not_there, name_present)
