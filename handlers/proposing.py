"""Whom to propose for a need, each with the reasons; the rules are `domain.ranking`'s.

A balance is never told: others learn at most that giving and receiving weighs a little.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime

from chat.command import command
from chat.words import Reply, say
from domain.errors import Refusal
from domain.matching import Match, Offer
from domain.needs import Need
from domain.offer_index import meant
from domain.places import Level, Nearness
from domain.profiles import Audience, Field
from domain.ranking import Parts, Reason, Wanted, eligible, rank
from domain.values import Items, Lines, Phrase, Quoted
from handlers.desk import Desk
from storage.introductions import Proposed

ALIKE, SIMILAR = 0.95, 0.6
"""Of likeness: as good as the same, and clearly related."""

FEW = 2
"""Reasons beside a name on the card; all of them stand behind « why »."""

_NEAR = {
    Nearness.SAME_COMMUNE: "why-same-commune",
    Nearness.SAME_EPCI: "why-same-epci",
    Nearness.SAME_DEPARTEMENT: "why-same-departement",
    Nearness.SAME_REGION: "why-same-region",
}


async def propose(
    desk: Desk,
    need: Need,
    *,
    concept: str | None = None,
    remote: bool = False,
    minutes: int | None = None,
) -> Sequence[Proposed]:
    """Find up to three people, kept with their reasons; nobody is asked yet.

    `concept` is what is asked for, where that is sure; the need says the rest, else its asker.
    """
    concept, remote = need.concept or concept, need.remote or remote
    minutes = need.minutes if minutes is None else minutes
    chance = random.Random(desk.token())
    concepts = meant(concept, desk.skills.near(concept)) if concept else {}
    matches = await desk.offers.closest(
        desk.store, [need.subject or need.text], but=need.person, chance=chance, concepts=concepts
    )
    wanted = await _wanted(desk, need, remote=remote, minutes=minutes)
    there = desk.places.at(Level.COMMUNE, need.commune or "")
    place = there or (await desk.store.profiles.of(need.person)).place
    pool = await desk.store.candidates.of(
        matches, wanted, now=_now(desk), place=place, need=need.id, concept=concept
    )
    found = rank(wanted, pool, now=_now(desk), chance=chance)
    offers = {match.offer.person: match.offer.id for match in matches}
    await desk.store.introductions.propose(need, found, offers, now=desk.now)
    return await desk.store.introductions.proposed(need)


async def must_be_free(desk: Desk, need: Need, helper: int) -> None:
    """Refuse to ask somebody who paused, or was asked by others, since they were proposed."""
    wanted = await _wanted(desk, need)
    match = Match(Offer(0, helper, ""), 1.0)
    (candidate,) = await desk.store.candidates.of([match], wanted, now=_now(desk), need=need.id)
    reason = eligible(candidate, wanted, _now(desk))
    if reason is None:
        return
    name = (await desk.store.people.person(helper)).name
    if reason is Reason.ALREADY:
        raise Refusal("refusal-already-asked", name=name)
    if reason is Reason.UNREACHED:
        raise Refusal("refusal-person-unreached", name=name)
    raise Refusal("refusal-not-free", name=name)


async def lines_of(desk: Desk, proposed: Sequence[Proposed]) -> Lines:
    """Each of them on a line: what they offer, and the reasons that tell most."""
    return Lines(tuple([await _line(desk, one) for one in proposed]))


@command(keeps_choices=True)
async def why_these(desk: Desk, need: int) -> Reply:
    """What speaks for each of those who were proposed, and how they are chosen."""
    kept = await desk.store.needs.need(need)
    if kept is None or kept.person != desk.person.id:
        raise Refusal("refusal-choice-stale")
    lines = []
    for one in await desk.store.introductions.proposed(kept):
        name = (await desk.store.people.person(one.helper)).name
        reasons = Items(tuple([Phrase(*reason) for reason in await _reasons(desk, one)]))
        lines.append(Phrase("why-person", {"name": name, "reasons": reasons}))
    return say("why", need=Quoted(kept.text), people=Lines(tuple(lines))).then("why-rule")


async def _line(desk: Desk, one: Proposed) -> Phrase:
    name = (await desk.store.people.person(one.helper)).name
    offers = await desk.store.offers.of(one.helper)
    text = next((offer.text for offer in offers if offer.id == one.offer), "")
    shown = {"name": name, "offer": Quoted(text)}
    telling = [Phrase(*reason) for reason in await _reasons(desk, one) if reason[0] not in _PLAIN]
    if not telling:
        return Phrase("need-match", shown)
    return Phrase("need-match-because", {**shown, "reasons": Items(tuple(telling[:FEW]))})


_PLAIN = frozenset({"why-alike", "why-similar", "why-related", "why-place-unknown", "why-far"})
"""Reasons that the offer itself says, or that are none."""


async def _reasons(desk: Desk, one: Proposed) -> list[tuple[str, Mapping[str, object]]]:
    """The parts of a score as messages, the most telling first."""
    if one.parts is None:
        return []
    profile = await desk.store.profiles.of(one.helper)
    shows_place = profile.audience(Field.PLACE) >= Audience.ALLIES
    return list(_told(one.parts, exploratory=one.exploratory, shows_place=shows_place))


def _told(
    why: Parts, *, exploratory: bool, shows_place: bool
) -> Iterator[tuple[str, Mapping[str, object]]]:
    if why.helped:
        yield "why-helped", {"times": why.helped}
    yield from _nearness(why, shows_place=shows_place)
    if why.crosses:
        yield "why-other-organisation", {}
    if exploratory:
        yield "why-exploratory", {}
    yield ("why-rested" if why.asked == 0 else "why-asked-lately"), {}
    yield _likeness(why.likeness), {}


def _likeness(likeness: float) -> str:
    if likeness >= ALIKE:
        return "why-alike"
    return "why-similar" if likeness >= SIMILAR else "why-related"


def _nearness(why: Parts, *, shows_place: bool) -> Iterator[tuple[str, Mapping[str, object]]]:
    if why.remote:
        yield "why-remote", {}
    elif not shows_place or why.near is Nearness.UNKNOWN:
        yield "why-place-unknown", {}
    else:
        yield _NEAR.get(why.near, "why-far"), {}


async def _wanted(
    desk: Desk, need: Need, *, remote: bool = False, minutes: int | None = None
) -> Wanted:
    organisations = await desk.store.candidates.organisations([need.person])
    return Wanted(need.person, remote, minutes, organisations[need.person])


def _now(desk: Desk) -> datetime:
    """The moment in the fabrique's zone: a pause ends when the day begins there."""
    return desk.now.astimezone(desk.fabrique.zone)
