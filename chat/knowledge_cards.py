"""Cards of entries and resources: how the knowledge of a fabrique is shown to those who tend it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from chat.cards import choice
from chat.words import Choice, Reply, Words, say
from domain.permanence import Entry, EntryState
from domain.resources import Kind, Resource
from domain.values import Items, Lines, Multiline, OnDate, Phrase, Quoted

REVIEWS_SHOWN = 8
"""Entries to review that one message lists; the rest comes when these are dealt with."""


def entry_card(entry: Entry, *, version: int, today: date, into: str = "") -> Reply:
    """An entry before the team, whole, with what may be done to it."""
    reply = shown_entry(entry)
    if entry.is_stale(today):
        reply = reply.then("entry-to-review", day=_day(entry.review_on))
    if entry.state is EntryState.CURRENT:
        still = [_still_true(entry)] if entry.is_stale(today) else []
        return reply.choose(*still, *_acts(entry, version))
    reply = reply.then("entry-merged" if into else "entry-retired", into=Quoted(into))
    return reply.choose(
        choice("choice-restore", "restore_entry", entry=entry.id),
        choice("choice-history", "show_history", entry=entry.id),
        choice("choice-undo", "undo_entry", entry=entry.id, version=version),
    )


def shown_entry(entry: Entry) -> Reply:
    """All that an entry says, markup shown as it was typed."""
    reply = say("entry-card", title=entry.title, body=Multiline(entry.body))
    if entry.wordings:
        lines = Lines(tuple(Quoted(one) for one in entry.wordings))
        reply = reply.then("entry-wordings", wordings=lines)
    return reply.then("entry-facts", lines=Lines(tuple(_facts(entry))))


def _facts(entry: Entry) -> Iterator[Phrase]:
    yield Phrase("entry-source", {"source": entry.source, "day": OnDate(entry.true_on)})
    if entry.tags:
        yield Phrase("entry-tags", {"tags": Items(entry.tags)})
    if entry.live:
        yield Phrase("entry-live", {"live": entry.live})
    if entry.review_on:
        yield Phrase("entry-review", {"day": OnDate(entry.review_on)})
    if entry.id:
        yield Phrase("entry-number", {"number": str(entry.id)})


def review_card(entry: Entry, *, version: int) -> Reply:
    """An entry whose day of review has come, before the team."""
    return (
        say("entry-card", title=entry.title, body=Multiline(entry.body))
        .then("entry-source", source=entry.source, day=OnDate(entry.true_on))
        .then("entry-to-review", day=_day(entry.review_on))
        .choose(
            _still_true(entry),
            choice("choice-edit", "edit_entry", entry=entry.id, version=version),
            choice("choice-retire", "retire_entry", entry=entry.id),
        )
        .on("entry", entry.id)
    )


def reviews(entries: Sequence[Entry]) -> Reply:
    """One message about all the entries to review."""
    more = max(0, len(entries) - REVIEWS_SHOWN)
    titles = [
        Choice(Words("choice-named", {"name": entry.title}), "open_review", {"entry": entry.id})
        for entry in entries[:REVIEWS_SHOWN]
    ]
    return say("reviews-due", count=len(entries), more=more).choose(*titles)


def resource_card(resource: Resource, *, proposer: str) -> Reply:
    """A proposed resource before the team."""
    shown = resource_phrase(resource.title, resource.address, resource.kind, resource.tags)
    return (
        say("resource-card", proposer=proposer, resource=shown)
        .choose(
            choice("choice-publish", "publish_resource", resource=resource.id),
            choice("choice-refuse", "refuse_resource", resource=resource.id),
            choice("choice-edit-title", "rename_resource", resource=resource.id),
        )
        .on("resource", resource.id)
    )


def resource_phrase(
    title: str, address: str, kind: Kind, tags: Sequence[str], *, by: str = ""
) -> Phrase:
    """A resource on two lines: its title as a link, what it is, its tags, who shared it."""
    values: dict[str, object] = {"title": title, "link": address, "kind": kind.value}
    return Phrase("resource-line", values | {"tags": Items(tuple(tags)), "by": by})


def _day(day: date | None) -> OnDate | None:
    return OnDate(day) if day else None


def _still_true(entry: Entry) -> Choice:
    return choice("choice-still-true", "keep_entry", entry=entry.id, review=entry.review_on)


def _acts(entry: Entry, version: int) -> list[Choice]:
    return [
        choice("choice-edit", "edit_entry", entry=entry.id, version=version),
        choice("choice-add-wording", "add_entry_wording", entry=entry.id),
        choice("choice-retire", "retire_entry", entry=entry.id),
        choice("choice-merge", "merge_entry", entry=entry.id),
        choice("choice-history", "show_history", entry=entry.id),
        choice("choice-undo", "undo_entry", entry=entry.id, version=version),
    ]
