"""Receiving the agenda each week, or no longer: a person in private, ally or not, and a group."""

from __future__ import annotations

from dataclasses import replace

from chat.words import Reply, option, say
from domain.values import Clock, Phrase
from handlers.desk import Desk
from handlers.settings import must_decide_here, set_time, settings


async def receive(desk: Desk, *, wanted: bool) -> Reply:
    """Switch the agenda on or off here; said twice, it says where it stands."""
    must_decide_here(desk)
    posting = replace(desk.chat.posting, agenda=wanted)
    await desk.store.chats.set_posting(desk.chat.id, posting)
    if not wanted:
        return say("agenda-unsubscribed", private=desk.chat.private)
    day = Phrase("weekday", {"number": posting.weekday})
    reply = say("agenda-subscribed", day=day, at=Clock(posting.at), private=desk.chat.private)
    return reply.choose(
        option("choice-other-time", set_time), option("choice-all-settings", settings)
    )
