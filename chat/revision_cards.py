"""What a source says otherwise of an approved event, before the team: what was, and what would be."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from chat.cards import choice
from chat.event_cards import event_phrase, event_when
from chat.words import Reply, say
from domain.event_days import Timing
from domain.event_said import DETAILS, WHEN, Revision, said_of
from domain.values import Items, Lines, Phrase, Quoted

OLD_MOST = 120
"""Characters of words that the team knows already; the new ones are shown whole."""


def revision_card(revision: Revision, *, name: str) -> Reply:
    """The event as it stands, each part that would be another, and the choice."""
    event = revision.event
    given = {"event": event.id, "seen": revision.seen}
    lines = Lines(tuple(_lines(said_of(event), revision.said)))
    card = say("event-revision", name=name, event=event_phrase(event), lines=lines)
    card = card.choose(
        choice("choice-approve", "approve_revision", **given),
        choice("choice-keep-old-words", "keep_old_words", **given),
    )
    return card.on("revision", event.id)


def _lines(before: Mapping[str, Any], said: Mapping[str, Any]) -> Iterator[Phrase]:
    if said.keys() & set(WHEN):
        values = {"part": "when", "old": _when(before), "new": _when({**before, **said})}
        yield Phrase("event-revision-line", values)
    for part in ("status", "title", "place", "link", *DETAILS):
        if part in said:
            old, new = _shown(part, before[part], most=OLD_MOST), _shown(part, said[part])
            yield Phrase("event-revision-line", {"part": part, "old": old, "new": new})


def _when(said: Mapping[str, Any]) -> Phrase:
    start, end = (
        datetime.fromisoformat(one) if one else None for one in (said["start"], said["end"])
    )
    assert start is not None
    return event_when([Timing(start, end, said["all_day"])])


def _shown(part: str, value: Any, *, most: int | None = None) -> object:
    """A value as it is read; nothing where nothing is said."""
    if not value:
        return ""
    if part == "access":
        return Items(tuple(Phrase("access-name", {"code": one}) for one in value))
    if part == "tags":
        return Items(tuple(Phrase("subject-name", {"subject": one}) for one in value))
    if part in ("cost", "status", "families"):
        return Phrase("event-revision-value", {"value": str(value).lower()})
    whole = str(value)
    return Quoted(whole if most is None or len(whole) <= most else f"{whole[: most - 1].rstrip()}…")
