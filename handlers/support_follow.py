"""Whoever asked for support says more, how it goes, that it is over, or takes every word back."""

from __future__ import annotations

from collections.abc import Sequence

from chat.command import Value, Where, command, labelled
from chat.support_cards import OUTCOMES
from chat.words import Reply, option, say
from domain import support as rules
from domain.errors import Refusal
from domain.people import Person
from domain.privacy import masked
from domain.small_talk import Talk, small_talk
from domain.support import Outcome, story_of
from domain.values import Multiline
from handlers.desk import Desk
from handlers.help import give_up
from handlers.support_cases import end_relays, erase, keep, known, own_sent
from storage.outbox import WORDS


@command(about="support", keeps_choices=True)
async def add_to_support(desk: Desk, support: int, text: str) -> Reply:
    """Further words go to the team, numbers and addresses masked; thanks trouble nobody."""
    told = await own_sent(desk, support)
    if small_talk(text) is Talk.THANKS:
        return say("small-talk-thanks")
    words = masked(story_of(text))
    again = rules.spoken_again(told, now=desk.now)
    for chat in await desk.store.chats.team():
        case = await desk.store.supports.case(again)
        more = say("support-more", asker=case.asker, text=Multiline(words))
        desk.post(chat.id, more.on("support", told.id), kind=WORDS)
    await keep(desk, again)
    return say("support-more-sent", masked=words != text.strip()).on("support", told.id)


@add_to_support.asks("text")
async def what_else(desk: Desk, support: int) -> Reply:
    """A few words, or many."""
    return say("add-to-support-ask-text").on("support", support)


@add_to_support.reads("text")
async def as_it_is(desk: Desk, typed: str) -> str:
    """Somebody's words, as they are."""
    return story_of(typed)


@command(where=Where.PRIVATE, keeps_choices=True)
async def close_support(desk: Desk, support: int, outcome: str) -> Reply:
    """It is over, in their word; the team sees that word and asks nothing."""
    told = await own_sent(desk, support)
    closed = rules.closed(told, Outcome(outcome), now=desk.now)
    await end_relays(desk, closed)
    await keep(desk, closed)
    days = desk.fabrique.policy.support_kept
    reply = say("support-closed", outcome=outcome, days=days)
    if outcome != Outcome.BETTER:
        reply = reply.choose(option("choice-support-add", add_to_support, support=support))
    gone = option("choice-support-erase", erase_support, support=support)
    return reply.choose(gone).on("support", support)


async def need_no_support(desk: Desk, person: Person) -> None:
    """Somebody leaves the fabrique: what they asked is over, without a word. Where the team does
    not know who asks it stays open: that it ended just now would tell.
    """
    for one in await desk.store.supports.open_of(person.id):
        told = await known(desk, one.id)
        if not told.share.hides_asker:
            closed = rules.closed(told, None, now=desk.now)
            await end_relays(desk, closed)
            await keep(desk, closed)


@close_support.asks("outcome")
async def how_it_ends(desk: Desk, support: int) -> Reply:
    """Asked once, and no answer is a bad one."""
    if not (await own_sent(desk, support)).is_open:
        raise Refusal("refusal-support-closed")
    return say("close-support-ask-outcome").choose(option("choice-support-keep", give_up))


@close_support.choices("outcome")
async def in_a_word(desk: Desk) -> Sequence[Value]:
    """Better, not better, something else."""
    return [labelled(label, outcome.value) for outcome, label in OUTCOMES.items()]


@command(where=Where.PRIVATE, keeps_choices=True)
async def erase_support(desk: Desk, support: int, sure: bool) -> Reply:
    """Every word goes, here and before the team; that somebody asked still counts."""
    told = await own_sent(desk, support)
    await erase(desk, told)
    return say("support-erased")


@erase_support.asks("sure")
async def is_it_sure(desk: Desk, support: int) -> Reply:
    """What cannot be brought back is asked once."""
    await own_sent(desk, support)
    return say("erase-support-ask-sure").choose(option("choice-support-keep", give_up))


@erase_support.choices("sure")
async def it_is(desk: Desk) -> Sequence[Value]:
    """One tap."""
    return [labelled("choice-support-erase-all", True)]


COMMANDS = (add_to_support, close_support, erase_support)
