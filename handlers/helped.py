"""Noting the time of a help that began with a need: who helped whom, and why, is known already."""

from __future__ import annotations

from chat.command import command
from chat.words import Reply
from domain.errors import Refusal
from domain.introductions import IntroductionState
from domain.ledger import AccountKind
from domain.sentences import Direction
from domain.timebank import SUBJECT_MOST
from handlers.desk import Desk, begin


@command(keeps_choices=True)
async def note_help(desk: Desk, introduction: int) -> Reply:
    """Ask how long and when; the card then says the rest, and all of it may be changed there."""
    found = await desk.store.introductions.introduction(introduction)
    if found is None or found.state is not IntroductionState.ACCEPTED:
        raise Refusal("refusal-choice-stale")
    if desk.person.id not in (found.helper, found.need.person):
        raise Refusal("refusal-choice-not-yours")
    gave = desk.person.id == found.helper
    other = found.need.person if gave else found.helper
    given: dict[str, object] = {
        "partner": f"{AccountKind.PERSON.value}:{other}",
        "direction": (Direction.GAVE if gave else Direction.RECEIVED).value,
        "subject": found.need.text[:SUBJECT_MOST],
        "need": found.need.id,
    }
    return await begin(desk, "note_exchange", given)
