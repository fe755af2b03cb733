"""What a person was told a moment ago, as the outbox remembers it, restarts included."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from chat.kept import given_from_json
from domain.answers import Asked
from domain.follow_ups import WITHIN
from domain.people import fold
from domain.permanence import Band, Entry, Findings
from handlers.desk import Desk
from storage.outbox import Outgoing

AGAIN = timedelta(minutes=1)
"""Within it the same question comes from a nervous finger."""


async def last_answered(desk: Desk) -> Entry | None:
    """The entry that the person was just shown here, if nothing else was spoken of since."""
    abouts = (row.about for row in await told_lately(desk, WITHIN) if row.about)
    kind, _, number = next(abouts, "").partition(":")
    return await desk.store.knowledge.entry(int(number)) if kind == "entry" else None


async def said_just_now(desk: Desk, question: str, findings: Findings) -> bool:
    """Whether a sure entry was shown within a minute, in whichever language; else whether the same
    was asked. The same words may be answered by another entry meanwhile, which is worth saying.
    """
    if findings.band is not Band.SURE:
        return await asked_just_now(desk, question)
    entry = findings.found[0].entry
    told = await desk.store.knowledge.by_key(entry.key, desk.language) or entry
    same = {f"entry:{entry.id}", f"entry:{told.id}"}
    return any(row.about in same for row in await told_lately(desk, AGAIN))


async def asked_just_now(desk: Desk, question: str) -> bool:
    """Whether the same words were answered within a minute, and nobody judged the answer since."""
    asked = [one for row in await told_lately(desk, AGAIN) for one in asked_on(row)]
    return any(fold(one.question) == fold(question) for one in asked)


async def told_lately(desk: Desk, within: timedelta) -> Sequence[Outgoing]:
    """The messages that the person may have read here, newest first."""
    return await desk.store.said.told(desk.chat.id, desk.person.id, since=desk.now - within)


def asked_on(row: Outgoing) -> list[Asked]:
    """What was asked, as the choices still open on a message carry it."""
    given = [given_from_json(one["given"]) for one in row.choices]
    return [Asked.read(str(one["asked"])) for one in given if "asked" in one][:1]
