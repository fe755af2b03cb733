"""Whom to propose for a need; the rules are `domain.ranking`'s."""

from __future__ import annotations

import random
from datetime import datetime

from domain.errors import Refusal
from domain.introductions import Introduction
from domain.needs import Need
from domain.offer_index import meant
from domain.places import Level
from domain.ranking import Reason, Wanted, rank
from handlers.desk import Desk


async def propose(desk: Desk, need: Need) -> None:
    """Find up to three people more, kept with their reasons; nobody is asked yet."""
    chance = random.Random(desk.token())
    concept = need.concept or _sure_concept(desk, need)
    concepts = meant(concept, desk.skills.near(concept)) if concept else {}
    matches = await desk.offers.closest(
        desk.store, [need.subject or need.text], but=need.person, chance=chance, concepts=concepts
    )
    organisations = await desk.store.candidates.organisations([need.person])
    wanted = Wanted(need.person, need.remote, need.minutes, organisations[need.person])
    there = desk.places.at(Level.COMMUNE, need.commune or "")
    place = there or (await desk.store.profiles.of(need.person)).place
    pool = await desk.store.candidates.of(
        matches, wanted, now=_now(desk), place=place, need=need.id, concept=concept
    )
    known = {one.helper for one in await desk.store.introductions.of(need.id)}
    new = [one for one in pool if one.person not in known]
    found = rank(wanted, new, now=_now(desk), chance=chance)
    offers = {match.offer.person: match.offer.id for match in matches}
    await desk.store.introductions.propose(need, found, offers, now=desk.now)


async def must_be_free(desk: Desk, asked: Introduction) -> None:
    """Refuse to ask somebody who paused, or was asked by others, since they were proposed."""
    reason = await desk.store.candidates.barrier(asked, now=_now(desk))
    if reason is Reason.ALREADY:
        raise Refusal("refusal-already-asked")
    if reason is not None:
        raise Refusal("refusal-not-free")


def _sure_concept(desk: Desk, need: Need) -> str | None:
    """What the words surely mean, where nobody said it."""
    concept = desk.skills.read(need.subject or need.text, language=desk.language).concept
    return concept.key if concept else None


def _now(desk: Desk) -> datetime:
    """The moment in the fabrique's zone: a pause ends when the day begins there."""
    return desk.now.astimezone(desk.fabrique.zone)
