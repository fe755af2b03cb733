"""Whom to propose for a need, and whether they may be asked."""

from __future__ import annotations

import random
from datetime import datetime

from domain.errors import Refusal
from domain.introductions import Introduction
from domain.needs import Need
from domain.ranking import Reason
from handlers.desk import Desk
from storage import proposing
from storage.proposing import Means


async def propose(desk: Desk, need: Need) -> None:
    """Find up to three people more, kept with their reasons; nobody is asked yet."""
    means = Means(desk.offers.closest, desk.skills, desk.places, desk.language)
    chance = random.Random(desk.token())
    await proposing.propose(desk.store, need, means, chance=chance, now=_now(desk))


async def must_be_free(desk: Desk, asked: Introduction) -> None:
    """Refuse to ask somebody who paused, or was asked by others, since they were proposed."""
    reason = await desk.store.candidates.barrier(asked, now=_now(desk))
    if reason is Reason.ALREADY:
        raise Refusal("refusal-already-asked")
    if reason is not None:
        raise Refusal("refusal-ally-not-free" if desk.chat.team else "refusal-not-free")


def _now(desk: Desk) -> datetime:
    """The moment in the fabrique's zone: a pause ends when the day begins there."""
    return desk.now.astimezone(desk.fabrique.zone)
