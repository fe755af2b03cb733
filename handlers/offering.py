"""What people can do and lend, said in one line: each read as a skill, all on one card."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from chat.cards import choice
from chat.command import Line, command
from chat.skill_cards import concept_choice, offer_lines
from chat.words import Choice, Reply, named, option, say
from domain import profile_words
from domain.answers import Asked
from domain.errors import Refusal
from domain.offer_asks import offers_to_allies
from domain.offers import Offered, halves, insults, split_offers
from domain.profiles import Field
from domain.skills import Kind
from domain.skills.aliases import folded
from domain.small_talk import distress
from domain.tongue import ENGLISH, language_of
from domain.values import Items, Quoted
from handlers.desk import Desk, must_be_reachable, tell_team
from handlers.skill_names import propose_name
from handlers.small_talk import meet

CARDS_AT_ONCE = 3
"""Unknown names of one message that the team is shown at once; the others wait in the queue."""


@command("offrir", "offer")
async def offer(desk: Desk, what: str) -> Reply:
    """Say what one can do or lend; others may find it."""
    await must_be_reachable(desk)
    if (talk := distress(what)) is not None:
        return meet(desk, talk, Asked(what, desk.heard.message, ()))
    texts = [one for text in split_offers(what) for one in _each(desk, text)]
    if any(insults(text) for text in texts):
        await tell_team(desk, say("offer-insult-team", name=desk.person.name))
        return say("offer-insult")
    unknown = [text for text in texts if not await _keep(desk, text)]
    for place, text in enumerate(unknown):
        await propose_name(desk, text, Kind.SKILL, shown=place < CARDS_AT_ONCE)
    card = await _card(desk, desk.now)
    if unknown:
        kept = Items(tuple(Quoted(text) for text in unknown))
        return card.then("offer-own-words", offers=kept, count=len(unknown))
    return card


@offer.reads("what")
async def what_i_can_do(desk: Desk, typed: str) -> str:
    """One or several things, checked before anything is kept."""
    if distress(typed) is None:
        split_offers(typed)
    return typed


@offer.asks("what")
async def what_do_you_offer(desk: Desk) -> Reply:
    """One line; whoever could not be told what becomes of it hears that first."""
    await must_be_reachable(desk)
    return say("offer-ask-what")


@command()
async def hear_offer(desk: Desk, what: str = "") -> Reply:
    """Somebody says what they could do: a tap offers it, and nothing is kept before."""
    if language_of(what) == ENGLISH:
        desk.language = ENGLISH
    return say("offer-heard").choose(
        option("choice-offer-this", offer, what=what),
        choice("choice-was-a-question", "ask", question=what),
    )


@hear_offer.reads_line
async def said_in_passing(desk: Desk, text: str) -> Line:
    """Words that are only kept once their writer says so."""
    return Line({"what": text})


@hear_offer.hears
def plainly_offered(sentence: str) -> bool:
    """ "Je peux prêter une salle." """
    return offers_to_allies(sentence) and not profile_words.is_about_oneself(sentence)


@command()
async def choose_skill(desk: Desk, offer: int, concept: str, since: datetime) -> Reply:
    """What an offer means, as its owner says."""
    kept = await _own(desk, offer)
    meant = desk.skills.concept(concept)
    if meant is None:
        raise Refusal("refusal-choice-stale")
    await desk.store.offers.mean(kept.id, meant.kind, meant.key)
    return (await _card(desk, since)).redrawn()


@command()
async def no_such_skill(desk: Desk, offer: int, since: datetime) -> Reply:
    """None of the skills shown: the words stand for themselves, and the team looks at them."""
    kept = await _own(desk, offer)
    await desk.store.offers.mean(kept.id, kept.kind, None)
    await propose_name(desk, kept.text, kept.kind)
    return (await _card(desk, since)).redrawn()


@command()
async def correct_offers(desk: Desk, since: datetime) -> Reply:
    """Choose which offer to correct."""
    offers = await desk.store.offers.of(desk.person.id)
    return (
        say("offers-correct")
        .choose(
            *(named(one.text, correct_offer, offer=one.id, since=since) for one in offers),
            option("choice-all-right", show_offers, since=since),
        )
        .redrawn()
    )


@command()
async def correct_offer(desk: Desk, offer: int, since: datetime) -> Reply:
    """Say what one offer means, or take it back."""
    kept = await _own(desk, offer)
    return (
        say("offer-which", offer=Quoted(kept.text))
        .choose(
            *_nearest(desk, kept, since),
            option("choice-withdraw-offer", withdraw_offer, offer=offer, since=since),
        )
        .redrawn()
    )


@command()
async def show_offers(desk: Desk, since: datetime) -> Reply:
    """The card, as it stands now."""
    return (await _card(desk, since)).redrawn()


@command()
async def withdraw_offer(desk: Desk, offer: int, since: datetime) -> Reply:
    """Take one offer back."""
    kept = await _own(desk, offer)
    await desk.store.offers.withdraw(kept.id)
    return (await _card(desk, since)).redrawn()


@command()
async def undo_offers(desk: Desk, since: datetime) -> Reply:
    """Take back what the last message added, and leave what was offered before."""
    await desk.store.offers.withdraw_all(desk.person.id, since=since)
    return (await _card(desk, since)).redrawn()


@command()
async def withdraw_offers(desk: Desk) -> Reply:
    """Take all of one's offers back."""
    await desk.store.offers.withdraw_all(desk.person.id)
    return say("offers-withdrawn")


def _each(desk: Desk, text: str) -> tuple[str, ...]:
    """An offer, or the two of "compta et couture": each half is a skill, and the whole is none."""
    both = halves(text)
    if both is None or desk.skills.is_name(text):
        return (text,)
    first, second = (desk.skills.read(one, language=desk.language).concept for one in both)
    return both if first and second and first != second else (text,)


async def _keep(desk: Desk, text: str) -> bool:
    """Keep an offer; False when no skill is anything like it."""
    reading = desk.skills.read(text, language=desk.language)
    concept = reading.concept
    likely = reading.candidates[0].concept.kind if reading.candidates else Kind.SKILL
    kind = concept.kind if concept else likely
    key = concept.key if concept else None
    await desk.store.offers.keep(desk.person.id, text, kind, key, now=desk.now)
    return bool(reading.candidates)


async def _card(desk: Desk, since: datetime) -> Reply:
    """All that the person offers; the first of it that is not clear is asked about."""
    offers = await desk.store.offers.of(desk.person.id)
    if not offers:
        return say("offers-withdrawn")
    card = say("offer-kept", offers=offer_lines(offers, desk.skills, desk.language))
    profile = await desk.store.profiles.of(desk.person.id)
    seen_by = min(profile.audience(Field.NAME), profile.audience(Field.SKILLS))
    card = card.then("offer-seen-by", audience=int(seen_by))
    unclear = await _unclear(desk, [one for one in offers if one.at >= since])
    if unclear is not None:
        asked = card.then("offer-which", offer=Quoted(unclear.text))
        return asked.choose(*_nearest(desk, unclear, since), *_ways_back(offers, since))
    correct = option("choice-correct-offers", correct_offers, since=since)
    return card.then("offer-asked-first").choose(correct, *_ways_back(offers, since))


async def _unclear(desk: Desk, offers: Sequence[Offered]) -> Offered | None:
    """The first offer of which nobody has said yet what it means."""
    open_ones = [one for one in offers if one.concept is None]
    said = await desk.store.aliases.known(one.text for one in open_ones)
    return next((one for one in open_ones if folded(one.text) not in said), None)


def _nearest(desk: Desk, offer: Offered, since: datetime) -> list[Choice]:
    """The skills an offer may mean, and that it means none of them."""
    reading = desk.skills.read(offer.text, language=desk.language)
    given: dict[str, object] = {"offer": offer.id, "since": since}
    found = [
        concept_choice(one.concept, desk.language, choose_skill.name, **given)
        for one in reading.candidates
    ]
    return [*found, option("choice-other-skill", no_such_skill, **given)]


def _ways_back(offers: Sequence[Offered], since: datetime) -> list[Choice]:
    withdraw = option("choice-withdraw-offers", withdraw_offers)
    if any(one.at < since for one in offers) and any(one.at >= since for one in offers):
        return [option("choice-undo-offers", undo_offers, since=since), withdraw]
    return [withdraw]


async def _own(desk: Desk, number: int) -> Offered:
    """An offer of the person who speaks; a card pressed by anybody else does nothing."""
    kept = await desk.store.offers.offer(number)
    if kept is None or kept.person != desk.person.id:
        raise Refusal("refusal-choice-stale")
    return kept


COMMANDS = (
    offer,
    hear_offer,
    choose_skill,
    no_such_skill,
    correct_offers,
    correct_offer,
    show_offers,
    withdraw_offer,
    undo_offers,
    withdraw_offers,
)
