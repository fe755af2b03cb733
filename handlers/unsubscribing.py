"""Receiving something no more, in plain words: what comes here is said, and one tap is enough."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum

from chat.command import Line, command
from chat.words import Choice, Reply, option, say
from domain.stop_words import stops_letter, unsubscribes
from handlers.desk import Desk
from handlers.letter_mail import stop_mail
from handlers.settings import must_decide_here, set_here


class Received(StrEnum):
    """What comes to a chat, and may come no more."""

    AGENDA = "agenda"
    LETTER = "letter"
    MAIL = "mail"
    ALL = "all"


@command()
async def unsubscribe(desk: Desk) -> Reply:
    """Stop the one thing that is received here; of several, ask which."""
    must_decide_here(desk)
    received = await _received(desk)
    if not received:
        return say("unsubscribe-nothing", private=desk.chat.private)
    if len(received) == 1:
        return await receive_no_more.run(desk, {"what": received[0].value})
    return say("unsubscribe-which").choose(*map(_stop, (*received, Received.ALL)))


@unsubscribe.reads_line
async def all_is_said(desk: Desk, text: str) -> Line:
    """Nothing more is to be read."""
    return Line({})


@unsubscribe.hears
def plainly_said(sentence: str) -> bool:
    """ "Je veux me désabonner." """
    return unsubscribes(sentence)


@command()
async def receive_no_more(desk: Desk, what: str) -> Reply:
    """Stop one of them, or all; what had stopped already is stopped."""
    must_decide_here(desk)
    posting, which = desk.chat.posting, Received(what)
    every = which is Received.ALL
    if which is not Received.MAIL:
        agenda = posting.agenda and which is Received.LETTER
        letter = posting.letter and which is Received.AGENDA
        await set_here(desk, replace(posting, agenda=agenda, letter=letter))
    if which is Received.MAIL or (every and desk.chat.private):
        stopped = await stop_mail(desk)
        return say("unsubscribed-all", private=True) if every else stopped
    named = "letter-unsubscribed" if which is Received.LETTER else "agenda-unsubscribed"
    return say("unsubscribed-all" if every else named, private=desk.chat.private)


@command()
async def leave_letter_plainly(desk: Desk) -> Reply:
    """The letter comes no more, as a plain sentence asks for it."""
    must_decide_here(desk)
    return await leave_letter(desk)


@leave_letter_plainly.reads_line
async def letter_is_said(desk: Desk, text: str) -> Line:
    """Nothing more is to be read."""
    return Line({})


@leave_letter_plainly.hears
def letter_plainly_left(sentence: str) -> bool:
    """ "Je ne veux plus recevoir la lettre." """
    return stops_letter(sentence)


async def leave_letter(desk: Desk) -> Reply:
    """The letter comes no more, neither here nor by e-mail."""
    if not desk.chat.private:
        return await stop_mail(desk)
    if not desk.chat.posting.letter:
        return await stop_mail(desk) if desk.outlets.mails else say("letter-not-received")
    await set_here(desk, replace(desk.chat.posting, letter=False))
    mailed = await desk.store.mail.withdraw(desk.person.id, now=desk.now)
    said = say("letter-unsubscribed", private=True)
    return said.then("mail-stopped") if mailed else said


async def _received(desk: Desk) -> list[Received]:
    posting = desk.chat.posting
    mailed = desk.chat.private and await _is_mailed(desk)
    comes = {
        Received.AGENDA: posting.agenda,
        Received.LETTER: posting.letter,
        Received.MAIL: mailed,
    }
    return [one for one, is_so in comes.items() if is_so]


async def _is_mailed(desk: Desk) -> bool:
    readers = await desk.store.mail.of_person(desk.person.id)
    return any(one.confirmed_at is not None for one in readers)


def _stop(one: Received) -> Choice:
    return option(_LABELS[one], receive_no_more, what=one.value)


_LABELS = {
    Received.AGENDA: "choice-stop-agenda",
    Received.LETTER: "choice-stop-letter",
    Received.MAIL: "choice-stop-mail",
    Received.ALL: "choice-stop-all",
}

COMMANDS = (unsubscribe, receive_no_more, leave_letter_plainly)
