"""Whom to propose for a need; the rules are `domain.ranking`'s."""

from __future__ import annotations

import random
from collections.abc import Awaitable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Protocol

from domain.matching import Match
from domain.needs import Need
from domain.offer_index import meant
from domain.places import Level, Places
from domain.ranking import Wanted, rank
from domain.skills import Skills

if TYPE_CHECKING:
    from storage import Store


class Closest(Protocol):
    """Asks which people's offers are closest to some words."""

    def __call__(
        self,
        store: Store,
        wordings: Sequence[str],
        *,
        but: int,
        chance: random.Random,
        concepts: Mapping[str, float] | None = None,
    ) -> Awaitable[Sequence[Match]]:
        """The closest people, never `but`."""


@dataclass(frozen=True)
class Means:
    """What is asked to find somebody: offers by likeness, skills by name, places. `language` is
    that of whoever looks.
    """

    closest: Closest
    skills: Skills
    places: Places
    language: str


async def propose(
    store: Store, need: Need, means: Means, *, chance: random.Random, now: datetime
) -> None:
    """Find up to three people more, kept with their reasons; nobody is asked yet. `now` is in the
    fabrique's zone: a pause ends when the day begins there.
    """
    concept = need.concept or _sure_concept(need, means)
    concepts = meant(concept, means.skills.near(concept)) if concept else {}
    wordings = [need.subject or need.text]
    matches = await means.closest(
        store, wordings, but=need.person, chance=chance, concepts=concepts
    )
    organisations = await store.candidates.organisations([need.person])
    wanted = Wanted(need.person, need.remote, need.minutes, organisations[need.person])
    there = means.places.at(Level.COMMUNE, need.commune or "")
    place = there or (await store.profiles.of(need.person)).place
    pool = await store.candidates.of(
        matches, wanted, now=now, place=place, need=need.id, concept=concept
    )
    known = {one.helper for one in await store.introductions.of(need.id)}
    new = [one for one in pool if one.person not in known]
    found = rank(wanted, new, now=now, chance=chance)
    offers = {match.offer.person: match.offer.id for match in matches}
    await store.introductions.propose(need, found, offers, now=now.astimezone(UTC))


def _sure_concept(need: Need, means: Means) -> str | None:
    """What the words surely mean, where nobody said it."""
    reading = means.skills.read(need.subject or need.text, language=means.language)
    return reading.concept.key if reading.concept else None
