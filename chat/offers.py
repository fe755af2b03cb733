"""Who searches the offers, as commands see it; where they are kept is no matter of theirs."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from typing import Protocol, TypeVar

from domain.matching import Match

S_contra = TypeVar("S_contra", contravariant=True)


class OfferSearch(Protocol[S_contra]):
    """Finds whose offers may answer a need."""

    async def closest(
        self,
        store: S_contra,
        wordings: Sequence[str],
        *,
        but: int,
        chance: random.Random,
        concepts: Mapping[str, float] | None = None,
    ) -> list[Match]:
        """The closest people of the open store's fabrique, never `but`; chance orders equals."""
