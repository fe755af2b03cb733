"""What was called off before any post told of it: nobody expects it, so nobody is told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from domain.editions import Edition
from domain.events import Event, Status
from domain.overlays import laid_over
from domain.week import worth_telling
from scheduling import Round


async def expected(round_: Round, events: Sequence[Event]) -> tuple[Event, ...]:
    """Events without those that are off and that no post told of."""
    off = [one.id for one in events if one.status is Status.CANCELLED]
    told = await round_.store.event_posts.told(off) if off else set()
    return worth_telling(events, told)


async def without_untold(round_: Round, edition: Edition) -> Edition:
    """A frozen edition before it is posted: what was called off since, and never told, is left out
    of it for good.
    """
    known = await round_.store.events.some([one.id for one in edition.events])
    now = [laid_over(one, known.get(one.id)) for one in edition.events]
    kept = {one.id for one in await expected(round_, now)}
    if len(kept) == len(edition.events):
        return edition
    edition = replace(edition, events=tuple(one for one in edition.events if one.id in kept))
    await round_.store.editions.keep(edition)
    return edition
