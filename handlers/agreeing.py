"""Introductions, the helper's side: a yes brings two people together, a no stays the helper's."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from chat.cards import choice
from chat.command import Value, Where, command, labelled
from chat.introduction_cards import refused_to_asker, taken_back_to_asker
from chat.words import Reply, option, say
from domain import introductions
from domain.errors import Refusal
from domain.introductions import Introduction, IntroductionState
from domain.people import Standing
from handlers.desk import Desk
from handlers.help import give_up
from handlers.introducing import bring_together, redraw
from handlers.unmet import redraw_unmet
from handlers.whom import must_take_part


@command()
async def accept(desk: Desk, introduction: int) -> Reply:
    """The helper agrees: now, and only now, each learns how to reach the other."""
    asked = await known(desk, introduction)
    must_take_part(desk)
    await _must_be_here(desk, asked.need.person)
    zone = desk.fabrique.zone
    agreed = introductions.accepted(asked, by=desk.person.id, now=desk.now, zone=zone)
    return await bring_together(desk, agreed)


@command()
async def not_this_month(desk: Desk, introduction: int) -> Reply:
    """Not now: nobody asks them again before the next month."""
    await _refuse(desk, introduction, IntroductionState.NOT_THIS_MONTH)
    return say("refused-this-month")


@command()
async def not_my_subject(desk: Desk, introduction: int) -> Reply:
    """Not what they offer: that offer is proposed no more, until they offer it again."""
    refused = await _refuse(desk, introduction, IntroductionState.NOT_MY_SUBJECT)
    if refused.offer is not None:
        await desk.store.offers.refuse(refused.offer, now=desk.now)
    return say("refused-subject")


@command()
async def never_again(desk: Desk, introduction: int) -> Reply:
    """Never ask them: one tap takes it back."""
    await _refuse(desk, introduction, IntroductionState.NEVER)
    profile = await desk.store.profiles.of(desk.person.id)
    await desk.store.profiles.save(replace(profile, never_asked=True), now=desk.now)
    return say("refused-ever").choose(choice("choice-ask-me-again", "resume"))


@command(where=Where.PRIVATE, keeps_choices=True)
async def take_back_yes(desk: Desk, introduction: int, sure: bool) -> Reply:
    """The helper cannot after all: the asker is told, and the next is asked."""
    agreed = await known(desk, introduction)
    back = introductions.taken_back(agreed, by=desk.person.id, now=desk.now)
    await desk.store.introductions.reopen(back, now=desk.now)
    await redraw(desk, back.need.id)
    await redraw_unmet(desk, back.need)
    then = introductions.step(await desk.store.introductions.of(back.need.id))
    desk.tell(back.need.person, taken_back_to_asker(back, desk.person.name, then))
    return say("yes-taken-back")


@take_back_yes.asks("sure")
async def is_it_so(desk: Desk, introduction: int) -> Reply:
    """What another counts on is asked once."""
    introductions.taken_back(await known(desk, introduction), by=desk.person.id, now=desk.now)
    return say("take-back-yes-ask-sure").choose(option("choice-keep-yes", give_up))


@take_back_yes.choices("sure")
async def it_is_so(desk: Desk) -> Sequence[Value]:
    """One tap."""
    return [labelled("choice-take-back-sure", True)]


async def known(desk: Desk, number: int) -> Introduction:
    """The introduction of that number, which nobody else changes meanwhile."""
    found = await desk.store.introductions.held(number)
    if found is None:
        raise Refusal("refusal-choice-stale")
    return found


async def _refuse(desk: Desk, number: int, how: IntroductionState) -> Introduction:
    """Keep a no; the asker learns that it is one, and no more."""
    asked = await known(desk, number)
    refused = introductions.refused(asked, how, by=desk.person.id, now=desk.now)
    await desk.store.introductions.save(refused, now=desk.now)
    await redraw(desk, asked.need.id)
    await redraw_unmet(desk, asked.need)
    then = introductions.step(await desk.store.introductions.of(asked.need.id))
    if asked.state is IntroductionState.ASKED and introductions.goes_on(asked.need, then):
        seen = await desk.store.introductions.seen(refused)
        desk.tell(asked.need.person, refused_to_asker(seen, then))
    return refused


async def _must_be_here(desk: Desk, asker: int) -> None:
    """Nobody is brought together with somebody who left or was blocked meanwhile."""
    if (await desk.store.people.person(asker)).standing is not Standing.MET:
        raise Refusal("refusal-introduction-over")


COMMANDS = (accept, not_this_month, not_my_subject, never_again, take_back_yes)
