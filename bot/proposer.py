"""Whom else to propose for a need when time goes on: the same search as at its asker's desk."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import datetime

from bot.offer_search import OfferIndexes
from bot.skill_shelf import SkillShelf
from domain.needs import Need
from domain.places import Places
from storage import Store
from storage.proposing import Means, propose


@dataclass(frozen=True)
class Proposer:
    """The fabriques' offers, skills and places, as the dispatcher has them."""

    offers: OfferIndexes
    skills: SkillShelf
    places: Places

    async def propose(self, store: Store, need: Need, *, now: datetime, seed: str) -> None:
        """Up to three people more, in the language of whoever looks."""
        language = await store.people.language(need.person)
        means = Means(self.offers.closest, await self.skills.of(store), self.places, language)
        await propose(store, need, means, chance=random.Random(seed), now=now)
