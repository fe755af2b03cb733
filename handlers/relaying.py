"""Words between people who were brought together: the bot carries them, for a while.

What is carried is kept nowhere but in the outbox, which forgets it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from chat.command import command
from chat.introduction_cards import answers
from chat.relay_cards import WRITES, relayed
from chat.words import Reply, option, say
from domain import introductions
from domain.errors import Refusal
from domain.introductions import IntroductionState
from domain.people import Standing
from domain.ties import Bond
from domain.values import Items
from handlers.agreeing import known
from handlers.carried import with_file
from handlers.desk import Desk, begin
from handlers.whom import must_take_part

WORDS_MOST = 3000
"""Characters carried at once; more is for a document."""


@command(about="introduction", keeps_choices=True)
async def write_to_other(desk: Desk, introduction: int, text: str, goes_on: bool = False) -> Reply:
    """Bring words or a file to the other of the two; before both agreed there is nobody to bring
    them to, and whoever is asked answers by a tap.
    """
    found = await known(desk, introduction)
    if found.state is IntroductionState.ASKED and found.helper == desk.person.id:
        return say("answer-by-tap").choose(*answers(found)).on("introduction", found.id)
    other = introductions.must_relay(found, by=desk.person.id, now=desk.now)
    return await carry(desk, Bond.INTRODUCTION, found.id, [other], text, goes_on=goes_on)


@write_to_other.asks("text")
async def what_to_carry(desk: Desk, introduction: int, sent: bool = False) -> Reply:
    """What is typed next is carried; further words are too, until it is said that this is all."""
    found = await known(desk, introduction)
    other = introductions.must_relay(found, by=desk.person.id, now=desk.now)
    return await ask_words(desk, Bond.INTRODUCTION, found.id, [other], sent=sent)


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


@command()
async def that_is_all(desk: Desk) -> Reply:
    """What is typed next is for the bot again."""
    await desk.store.prompts.drop(desk.chat.id, desk.person.id)
    return say("relay-all-said")


async def carry(
    desk: Desk, bond: Bond, number: int, others: Sequence[int], text: str, *, goes_on: bool
) -> Reply:
    """Bring words to others, and wait for more where that is wanted."""
    must_take_part(desk)
    here = await _here(desk, others)
    if len(text) > WORDS_MOST:
        raise Refusal("refusal-relay-long", most=WORDS_MOST)
    for other in here:
        desk.tell(other, with_file(desk, relayed(bond, number, text, by=desk.person.name), text))
    if goes_on:
        return await begin(desk, WRITES[bond], {bond.value: number, "goes_on": True, "sent": True})
    return say("relay-sent", names=await _names(desk, here)).on(bond.value, number)


async def ask_words(
    desk: Desk, bond: Bond, number: int, others: Sequence[int], *, sent: bool
) -> Reply:
    """What shall be carried; once something was, what else."""
    names = await _names(desk, await _here(desk, others))
    asked = say("relay-sent", names=names).then("relay-goes-on") if sent else say("relay-ask")
    return replace(asked.choose(option("choice-all-said", that_is_all)), about=f"{bond}:{number}")


async def _names(desk: Desk, people: Sequence[int]) -> Items:
    return Items(tuple([(await desk.store.people.person(one)).name for one in people]))


async def _here(desk: Desk, others: Sequence[int]) -> list[int]:
    """Those who can be written to; refuses where all left, were blocked or cannot be reached."""
    people = desk.store.people
    here = [
        one
        for one in others
        if (await people.person(one)).standing is Standing.MET
        and await people.private_chat(one) is not None
    ]
    if not here:
        raise Refusal("refusal-relay-gone")
    return here


COMMANDS = (write_to_other, stop_relay, that_is_all)
