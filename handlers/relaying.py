"""Words between two who were introduced and share no platform: the bot carries them, for a while.

What is carried is kept nowhere but in the outbox, which forgets it.
"""

from __future__ import annotations

from chat.command import command
from chat.introduction_cards import answers, relayed
from chat.words import Reply, say
from domain import introductions
from domain.errors import Refusal
from domain.introductions import Introduction, IntroductionState
from domain.people import Standing
from handlers.agreeing import known
from handlers.carried import with_file
from handlers.desk import Desk
from handlers.whom import must_take_part

WORDS_MOST = 3000
"""Characters carried at once; more is for a document."""


@command(about="introduction", keeps_choices=True)
async def write_to_other(desk: Desk, introduction: int, text: str) -> Reply:
    """Bring words or a file to the other of the two; before both agreed there is nobody to bring
    them to, and whoever is asked answers by a tap.
    """
    found = await known(desk, introduction)
    if found.state is IntroductionState.ASKED and found.helper == desk.person.id:
        return say("answer-by-tap").choose(*answers(found)).on("introduction", found.id)
    other = introductions.must_relay(found, by=desk.person.id, now=desk.now)
    must_take_part(desk)
    await _must_be_here(desk, other)
    if len(text) > WORDS_MOST:
        raise Refusal("refusal-relay-long", most=WORDS_MOST)
    words = with_file(desk, relayed(found, text, by=desk.person.name), text)
    desk.tell(other, words)
    return await _sent(desk, found, other)


@write_to_other.reads("text")
async def as_it_is(desk: Desk, typed: str) -> str:
    """Words are carried as they are."""
    return typed


@command(keeps_choices=True)
async def stop_relay(desk: Desk, introduction: int) -> Reply:
    """Carry no more words between the two; both know."""
    found = await known(desk, introduction)
    introductions.must_relay(found, by=desk.person.id, now=desk.now)
    stopped = introductions.stopped(found, by=desk.person.id, now=desk.now)
    await desk.store.introductions.save(stopped, now=desk.now)
    other = found.other(desk.person.id)
    desk.tell(other, say("relay-stopped-by-other", name=desk.person.name))
    return say("relay-stopped", name=(await desk.store.people.person(other)).name)


async def _sent(desk: Desk, found: Introduction, other: int) -> Reply:
    name = (await desk.store.people.person(other)).name
    return say("relay-sent", name=name).on("introduction", found.id)


async def _must_be_here(desk: Desk, other: int) -> None:
    """Refuse where the other left, was blocked or cannot be written to any more."""
    standing = (await desk.store.people.person(other)).standing
    if standing is not Standing.MET or await desk.store.people.private_chat(other) is None:
        raise Refusal("refusal-relay-gone")


COMMANDS = (write_to_other, stop_relay)
