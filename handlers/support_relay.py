"""The way to an ally: first the ally agrees, then whoever asked, and only then names pass."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import replace

from chat.command import Value, Where, called, command
from chat.support_cards import about_phrase, ally_phrase, met
from chat.words import Choice, Reply, Words, option, say
from domain import support as rules
from domain.errors import Refusal
from domain.matching import Match, Offer
from domain.offer_index import meant
from domain.ranking import Candidate, Proposal, Reason, Wanted, eligible, rank
from domain.support import About, Relay, RelayState, Share, Support, story_of
from domain.values import Lines, Multiline, Phrase, Quoted
from handlers.desk import Desk
from handlers.support_cases import ask, keep, known, note, own, tell
from handlers.whom import must_be_here, must_take_part

CONCEPTS: Mapping[About, tuple[str, ...]] = {
    About.EXHAUSTION: ("prevention-epuisement", "ecoute-active", "supervision-coaching"),
    About.CONFLICT: ("mediation-de-conflits", "ecoute-active", "faciliter-une-reunion"),
    About.GOVERNANCE: ("gouvernance-partagee", "vie-associative", "mediation-de-conflits"),
    About.PURPOSE: ("strategie", "conduite-du-changement", "mise-en-recit"),
    About.MONEY: ("modele-economique", "comptabilite-associative", "recherche-de-financements"),
    About.OTHER: ("ecoute-active", "gouvernance-partagee", "supervision-coaching"),
}
"""What somebody should be good at to be of help."""


@command(where=Where.TEAM, keeps_choices=True)
async def find_ally(desk: Desk, support: int, concept: str) -> Reply:
    """Up to three allies who are good at something and free; nobody is asked yet."""
    told = await _may_go(desk, support)
    title = _title(desk, concept)
    found = await _closest(desk, told, concept, title)
    if not found:
        return say("support-nobody", skill=Quoted(title)).on("support", support)
    first = len(await desk.store.supports.relays(support)) + 1
    lines, asks = [], []
    for place, (one, offer) in enumerate(found, first):
        name = await desk.store.supports.name_shown(one.person)
        shows = await desk.store.supports.shows_offers(one.person)
        who = Phrase("ally-on-card", {"name": name, "place": place})
        lines.append(Phrase("need-match", {"who": who, "offer": Quoted(offer) if shows else ""}))
        asks.append(_ask(support, one.person, name, place))
    reply = say("support-allies-found", lines=Lines(tuple(lines)))
    return reply.choose(*asks).on("support", support)


@find_ally.asks("concept")
async def good_at_what(desk: Desk, support: int) -> Reply:
    """Skills that fit what it is about."""
    told = await _may_go(desk, support)
    return say("find-ally-ask-concept", about=about_phrase(told))


@find_ally.choices("concept")
async def fitting(desk: Desk, support: int) -> Sequence[Value]:
    """Three of them, by their names."""
    told = await known(desk, support)
    return [called(_title(desk, key), key) for key in CONCEPTS[told.about]]


@find_ally.reads("concept")
async def another_skill(desk: Desk, typed: str) -> str:
    """Any other skill, by its name."""
    concept = desk.skills.read(typed, language=desk.language).concept
    if concept is None:
        raise Refusal("refusal-support-skill")
    return concept.key


@command(where=Where.TEAM, keeps_choices=True)
async def ask_ally(desk: Desk, support: int, helper: int) -> Reply:
    """Ask one ally, who learns what it is about and no name that was not given for it."""
    told = await _may_go(desk, support)
    await _must_be_free(desk, told, helper)
    relay = await desk.store.supports.ask(support, helper, now=desk.now)
    if relay is None:
        raise Refusal("refusal-already-asked")
    await keep(desk, told)
    await note(desk, "ask-ally", told)
    request = say("support-ally-request", about=about_phrase(told), organisation=_known_name(told))
    desk.tell(helper, _with_answers(request, relay))
    tell(desk, told, say("support-ally-asked"))
    ally = ally_phrase(await desk.store.supports.ally(relay))
    return say("support-ally-is-asked", name=ally).on("support", support)


@command(where=Where.PRIVATE)
async def willing(desk: Desk, relay: int, agrees: bool) -> Reply:
    """The ally's word; only a yes lets whoever asked read their name."""
    if agrees:
        must_take_part(desk)
    kept, told = await _relay(desk, relay)
    answered = rules.helper_answered(kept, by=desk.person.id, agrees=agrees)
    if told.person == desk.person.id:  # two accounts that turned out to be one person's
        answered = rules.relay_over(kept)
    await desk.store.supports.answer(answered)
    await keep(desk, told)
    if answered.state is not RelayState.AGREED:
        return say("support-ally-declined")
    found = say("support-ally-willing", name=desk.person.name, organisation=_known_name(told))
    found = found.choose(
        option("choice-support-meet", agree_to_meet, relay=relay, agrees=True),
        option("choice-support-somebody-else", agree_to_meet, relay=relay, agrees=False),
    )
    ask(desk, told, found)
    return say("support-ally-thanks")


@command(where=Where.PRIVATE, keeps_choices=True)
async def agree_to_meet(desk: Desk, relay: int, agrees: bool) -> Reply:
    """The word of whoever asked: now, and only now, each learns how to reach the other."""
    kept, told = await _relay(desk, relay)
    await own(desk, told.id)
    if agrees:
        must_take_part(desk)
        await must_be_here(desk, kept.helper)
    answered = rules.asker_answered(kept, agrees=agrees)
    await desk.store.supports.answer(answered)
    if answered.state is not RelayState.INTRODUCED:
        await keep(desk, told)
        desk.tell(kept.helper, say("support-ally-spared"))
        return say("support-somebody-else").redrawn()
    await keep(desk, rules.relayed(told, now=desk.now))
    helper = await desk.store.people.person(kept.helper)
    people = desk.store.people
    desk.tell(helper.id, met(kept, desk.person.name, await people.accounts(desk.person.id)))
    return met(kept, helper.name, await people.accounts(helper.id)).redrawn()


@command(about="relay")
async def pass_along(desk: Desk, relay: int, text: str) -> Reply:
    """Words between the two who were put in contact: perhaps they share no platform."""
    kept, told = await _relay(desk, relay)
    if kept.runs and kept.helper == desk.person.id:
        return _not_yet(kept)
    if kept.state is not RelayState.INTRODUCED:
        raise Refusal("refusal-support-relay-over")
    sides = {kept.helper: told.person, told.person: kept.helper}
    other = sides.get(desk.person.id)
    if other is None:
        raise Refusal("refusal-choice-not-yours")
    said = say("support-passed-along", name=desk.person.name, text=Multiline(story_of(text)))
    desk.tell(other, said.on("relay", kept.id))
    return say("support-passed").on("relay", kept.id)


def _not_yet(relay: Relay) -> Reply:
    """To an ally who writes before both agreed: whose word is still missing."""
    if relay.state is RelayState.AGREED:
        return say("support-ally-thanks").on("relay", relay.id)
    return _with_answers(say("support-ally-first"), relay)


def _with_answers(reply: Reply, relay: Relay) -> Reply:
    """What an ally may say."""
    return reply.choose(
        option("choice-support-willing", willing, relay=relay.id, agrees=True),
        option("choice-support-decline", willing, relay=relay.id, agrees=False),
    ).on("relay", relay.id)


def _known_name(told: Support) -> str:
    """The structure's name, where an ally is told it."""
    return told.organisation if told.share is Share.NAMED else ""


async def _may_go(desk: Desk, number: int) -> Support:
    told = await known(desk, number)
    rules.may_reach_ally(told)
    return told


async def _relay(desk: Desk, number: int) -> tuple[Relay, Support]:
    """A way to an ally and what it is about; refuses where it leads nowhere any more."""
    relay = await desk.store.supports.relay(number)
    told = await desk.store.supports.lock(relay.support) if relay else None
    if relay is None or told is None or not told.is_open:
        raise Refusal("refusal-support-relay-over")
    return relay, told


async def _closest(
    desk: Desk, told: Support, concept: str, title: str
) -> Sequence[tuple[Proposal, str]]:
    """Whom to ask, each with what they offer."""
    asker = told.person or 0
    chance = random.Random(desk.token())
    concepts = meant(concept, desk.skills.near(concept))
    matches = await desk.offers.closest(
        desk.store, [title], but=asker, chance=chance, concepts=concepts
    )
    wanted = await _wanted(desk, told)
    pool = await _pool(desk, told, matches, wanted, concept)
    found = rank(wanted, pool, now=desk.now.astimezone(desk.fabrique.zone), chance=chance)
    offers = {match.offer.person: match.offer.text for match in matches}
    return [(one, offers[one.person]) for one in found]


async def _pool(
    desk: Desk, told: Support, matches: Sequence[Match], wanted: Wanted, concept: str | None
) -> list[Candidate]:
    """All that is known of those who may be asked, also that they were asked about this."""
    now = desk.now.astimezone(desk.fabrique.zone)
    pool = await desk.store.candidates.of(matches, wanted, now=now, concept=concept)
    before = {one.helper for one in await desk.store.supports.relays(told.id)}
    return [replace(one, already=one.person in before) for one in pool]


async def _must_be_free(desk: Desk, told: Support, helper: int) -> None:
    """Refuse to ask somebody who paused, or was asked by others, since they were found."""
    wanted = await _wanted(desk, told)
    match = Match(Offer(0, helper, ""), 1.0)
    (candidate,) = await _pool(desk, told, [match], wanted, None)
    reason = eligible(candidate, wanted, desk.now.astimezone(desk.fabrique.zone))
    if reason is Reason.ALREADY:
        raise Refusal("refusal-already-asked")
    if reason is not None:
        raise Refusal("refusal-not-free")


async def _wanted(desk: Desk, told: Support) -> Wanted:
    asker = told.person or 0
    organisations = await desk.store.candidates.organisations([asker])
    return Wanted(asker, remote=True, organisations=organisations[asker])


def _title(desk: Desk, key: str) -> str:
    concept = desk.skills.concept(key)
    return concept.title(desk.language) if concept else key


def _ask(support: int, helper: int, name: str, place: int) -> Choice:
    given: dict[str, object] = {"support": support, "helper": helper}
    if name:
        return Choice(Words("choice-ask-helper", {"name": name}), ask_ally.name, given)
    return Choice(Words("choice-ask-ally", {"place": place}), ask_ally.name, given)


COMMANDS = (find_ally, ask_ally, willing, agree_to_meet, pass_along)
