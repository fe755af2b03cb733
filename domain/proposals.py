"""Whom a need's card names, as the asker may see them."""

from __future__ import annotations

from dataclasses import dataclass

from domain.introductions import Introduction
from domain.ranking import Parts


@dataclass(frozen=True)
class Proposed:
    """Somebody proposed for a need. `name` and `offer` are empty while they are not shown; without
    `parts` nobody knows any more why.
    """

    introduction: Introduction
    name: str
    offer: str
    exploratory: bool
    parts: Parts | None
    shows_place: bool
