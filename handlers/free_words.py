"""Words that reply to nothing: for whom they are, where more than one may be meant.

Who has a request for support with the team is asked first: what they write next goes neither to
the team under a name nor to the base by itself. Nor does what may be meant for somebody with whom
one was brought together.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from chat.command import Command, Line, Where, command
from chat.relay_cards import write_choice
from chat.support_cards import listens_now
from chat.words import Choice, Reply, Words, option, say
from domain.permanence import Band
from domain.small_talk import Talk, small_talk
from domain.support import Support
from domain.ties import Bond, Tie
from domain.values import Items
from handlers.agenda_questions import about_event
from handlers.desk import Desk
from handlers.get_togethers import write_to_met
from handlers.pairs import write_to_buddy
from handlers.permanence import ask
from handlers.questions import hand_over
from handlers.relaying import write_to_other
from handlers.small_talk import write_to_team
from handlers.support_follow import add_to_support
from handlers.support_relay import pass_along

KIND_FIRST = (Talk.GRIEF, Talk.HUMAN, Talk.ANGER, Talk.DISTRESS)
"""What is met by a kind word, and may be meant for the team all the same."""

MAYBE_ADDED = (*KIND_FIRST, Talk.DANGER, Talk.YES, Talk.NO, Talk.SORRY, Talk.NOISE, None)
MAYBE_ANSWERS = (Talk.YES, Talk.NO, Talk.SORRY, Talk.NOISE, None)
"""What may answer the team, or somebody; greetings ask for nothing, and reach nobody."""

ASIDES = (Talk.THANKS, Talk.ACK, Talk.EMOJI, Talk.LOVE)
"""What the bot answers as its own, and another may be told as well."""

OTHERS = 4
"""People that one question offers."""

_CARRIES: Mapping[Bond, Command] = {
    Bond.INTRODUCTION: write_to_other,
    Bond.SUPPORT: pass_along,
    Bond.PAIR: write_to_buddy,
    Bond.MEETUP: write_to_met,
}


@command()
async def hear_words(desk: Desk, words: str) -> Reply:
    """A question, unless they may be meant for somebody: then their writer says for whom. What
    names an event of the agenda is meant for nobody.
    """
    if told := await about_event(desk, words):
        return told
    if not desk.chat.private:
        return await ask.run(desk, {"question": words})
    talk = small_talk(words)
    if asked := await for_support(desk, words):
        return asked
    if talk in ASIDES:
        met = await ask.run(desk, {"question": words})
        return met.choose(*await for_others(desk, words))
    asked = await _for_whom(desk, words) if talk in MAYBE_ANSWERS else None
    return asked or await ask.run(desk, {"question": words})


@hear_words.reads_line
async def as_typed(desk: Desk, text: str) -> Line:
    """Words are taken as they are."""
    return Line({"words": text})


@hear_words.asks("words")
async def what_is_it(desk: Desk) -> Reply:
    """Nothing that can be read was said."""
    return say("ask-ask-question")


@hear_words.hears
def anything(sentence: str) -> bool:
    """Whatever no other command understands."""
    return True


async def for_support(desk: Desk, words: str) -> Reply | None:
    """Offer to add words to a request that is with the team; None where they cannot be meant so."""
    waiting = await desk.store.supports.open_of(desk.person.id)
    talk = small_talk(words)
    if not waiting or talk not in MAYBE_ADDED:
        return None
    told = waiting[-1]
    kind = (Words(f"small-talk-{talk.label}"),) if talk in KIND_FIRST and talk else ()
    asked = Reply(words=(*listens_now(words), *kind))
    asked = asked.then("words-for-support", unnamed=told.share.hides_asker)
    return asked.choose(
        _add(told, words),
        *await for_others(desk, words),
        _to_bot(desk, "choice-words-question", words),
        option("choice-words-nothing", words_for_nobody),
    ).on("support", told.id)


async def for_others(desk: Desk, words: str) -> Sequence[Choice]:
    """Those whom words may be meant for, each to be told them by one tap."""
    return [await _for(desk, one, words) for one in await _ties(desk)]


async def ways_on(desk: Desk) -> Sequence[Choice]:
    """For whoever brought what cannot be heard: the team, without a name where their request has
    none, and those to whom it can be carried.
    """
    waiting = await desk.store.supports.open_of(desk.person.id) if desk.chat.private else ()
    team = option("choice-write-team", write_to_team)
    if waiting:
        team = option("choice-support-add", add_to_support, support=waiting[-1].id)
    return [team, *await ways_to_carry(desk)]


async def ways_to_carry(desk: Desk) -> Sequence[Choice]:
    """Those to whom a file can be carried, once one of them is chosen."""
    ties = await _ties(desk) if desk.chat.private else ()
    return [
        write_choice(one.bond, one.number, names=await _listed(desk, one))
        for one in ties
        if one.bond is not Bond.SUPPORT
    ]


@command(where=Where.PRIVATE, keeps_choices=True)
async def words_for_support(desk: Desk, support: int, words: str) -> Reply:
    """They belong to the request, and go where it went."""
    added = await add_to_support.run(desk, {"support": support, "text": words})
    return added.redrawn()


@command(where=Where.PRIVATE, keeps_choices=True)
async def words_for_other(desk: Desk, bond: str, number: int, words: str) -> Reply:
    """They are for somebody with whom one was brought together."""
    carries = _CARRIES[Bond(bond)]
    return (await carries.run(desk, {bond: number, "text": words})).redrawn()


@command(where=Where.PRIVATE, keeps_choices=True)
async def words_for_bot(desk: Desk, words: str, message: str | None) -> Reply:
    """They are a question, heard as it was said; of whoever stays unnamed the team gets no name."""
    await _let_go(desk)
    desk.heard = replace(desk.heard, message=message, text=words)
    waiting = await desk.store.supports.open_of(desk.person.id)
    if any(one.share.hides_asker for one in waiting):
        findings = await desk.library.find(desk.store, words)
        if findings.band is not Band.SURE:
            given = {"question": words, "anonymous": True, "message": message}
            return await hand_over.run(desk, given)
    return await ask.run(desk, {"question": words})


@command(where=Where.PRIVATE, keeps_choices=True)
async def words_for_nobody(desk: Desk) -> Reply:
    """They were said to nobody, and are kept nowhere."""
    return say("words-dropped").redrawn()


async def _for_whom(desk: Desk, words: str) -> Reply | None:
    """Ask for whom words are; None where they can only be for the bot."""
    ties = await _ties(desk)
    if not ties:
        return None
    asked = say("words-for-whom", names=await _names(desk, ties[0]) if len(ties) == 1 else "")
    return asked.choose(
        *await for_others(desk, words), _to_bot(desk, "choice-words-for-bot", words)
    )


async def _ties(desk: Desk) -> Sequence[Tie]:
    ties = await desk.store.ties.open_of(desk.person.id, desk.chat.id, now=desk.now)
    return sorted(ties, key=lambda one: one.since, reverse=True)[:OTHERS]


async def _let_go(desk: Desk) -> None:
    """The message that asked offers nothing any more, and keeps no words."""
    row = await desk.store.said.posted(desk.chat.id, desk.heard.message or "")
    if row is not None:
        desk.rewrite(row.chat, [row.id], say("words-as-question"))


async def _for(desk: Desk, tie: Tie, words: str) -> Choice:
    label = Words("choice-words-for", {"names": await _names(desk, tie)})
    given: dict[str, object] = {"bond": tie.bond.value, "number": tie.number, "words": words}
    return Choice(label, words_for_other.name, given)


async def _names(desk: Desk, tie: Tie) -> Items:
    return Items(tuple(await _listed(desk, tie)))


async def _listed(desk: Desk, tie: Tie) -> list[str]:
    return [(await desk.store.people.person(one)).name for one in tie.others]


def _add(told: Support, words: str) -> Choice:
    return option("choice-words-add", words_for_support, support=told.id, words=words)


def _to_bot(desk: Desk, label: str, words: str) -> Choice:
    return option(label, words_for_bot, words=words, message=desk.heard.message)


COMMANDS = (hear_words, words_for_support, words_for_other, words_for_bot, words_for_nobody)
