"""The team's entries: found, read, reviewed, merged, retired and restored in the chat."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from chat.cards import choice
from chat.command import Several, Value, Where, called, command
from chat.knowledge_cards import entry_card, review_card
from chat.words import Reply, named, option, say
from domain import entries as rules
from domain.errors import Refusal
from domain.people import fold
from domain.permanence import Entry, EntryState
from domain.values import Lines, OnDate, Phrase, Quoted
from handlers.desk import Desk, begin

TITLES = 5
"""Entries that one search offers."""

MERGED_WITH = 4
"""Entries offered to merge with; any other is found by typing."""

HISTORY_LINES = 12
"""Acts of an entry that are shown, the newest."""

NEW = frozenset({"nouvelle", "nouveau", "new"})


@command("fiche", "entry", where=Where.TEAM)
async def find_entry(desk: Desk, words: str) -> Reply:
    """Find entries by what people ask, by title or by number; write a new one."""
    if fold(words) in NEW:
        return await begin(desk, "write_entry", {})
    if words.lstrip("#").isdigit():
        return await card_of(desk, await any_entry(desk, int(words.lstrip("#"))))
    found = await _found(desk, words)
    same = [one for one in found if fold(one.title) == fold(words)]
    if len(same) == 1:
        return await card_of(desk, same[0])
    write = choice("choice-write-entry", "write_entry")
    if not found:
        return say("entries-none", words=Quoted(words)).choose(write)
    titles = [named(one.title, open_entry, entry=one.id) for one in found]
    return say("entries-found", words=Quoted(words)).choose(*titles, write)


@find_entry.reads("words")
async def as_asked(desk: Desk, typed: str) -> str:
    """Words of a question, a title or a number."""
    return rules.one_line(typed)[: rules.TITLE_MOST]


@command(where=Where.TEAM, keeps_choices=True)
async def open_entry(desk: Desk, entry: int) -> Reply:
    """Show an entry whole, with what may be done to it."""
    return await card_of(desk, await any_entry(desk, entry))


@command(where=Where.TEAM, keeps_choices=True)
async def open_review(desk: Desk, entry: int) -> Reply:
    """Show an entry of the weekly list: to be looked at, unless somebody did."""
    kept = await any_entry(desk, entry)
    if kept.is_stale(desk.today) and kept.state is EntryState.CURRENT:
        return review_card(kept, version=await desk.store.knowledge.latest(entry))
    return await card_of(desk, kept)


@command(where=Where.TEAM)
async def retire_entry(desk: Desk, entry: int) -> Reply:
    """The entry answers no more."""
    kept = await current_entry(desk, entry)
    await desk.store.knowledge.retire(entry, by=desk.person.id, now=desk.now)
    await note(desk, "retired", entry)
    return say("entry-retired-now", title=Quoted(kept.title)).choose(
        option("choice-restore", restore_entry, entry=entry)
    )


@command(where=Where.TEAM)
async def restore_entry(desk: Desk, entry: int) -> Reply:
    """The entry answers again."""
    if (await any_entry(desk, entry)).state is EntryState.CURRENT:
        raise Refusal("refusal-already-decided")
    back = await desk.store.knowledge.restore(entry, by=desk.person.id, now=desk.now)
    await note(desk, "restored", entry)
    return await card_of(desk, back, say("entry-published"))


@command(where=Where.TEAM, keeps_choices=True)
async def merge_entry(desk: Desk, entry: int, into: int) -> Reply:
    """Make two entries one; the other stays, asked for in the ways of both."""
    await current_entry(desk, entry)
    whole = await desk.store.knowledge.merge(entry, into, by=desk.person.id, now=desk.now)
    await note(desk, "merged", entry)
    return await card_of(desk, whole, say("entry-merged-now"))


@merge_entry.choices("into")
async def alike(desk: Desk, entry: int) -> Sequence[Value]:
    """The entries that are asked for in nearly the same words."""
    kept = await current_entry(desk, entry)
    return _others(await _found(desk, kept.title), entry)


@merge_entry.reads("into")
async def any_other(desk: Desk, typed: str, entry: int) -> int | Several:
    """An entry by its number, or one of those that the words find."""
    if typed.strip().lstrip("#").isdigit():
        return (await current_entry(desk, int(typed.strip().lstrip("#")))).id
    values = _others(await _found(desk, rules.one_line(typed)), entry)
    if not values:
        raise Refusal("refusal-merge-elsewhere")
    return Several(tuple(values))


@command(where=Where.TEAM)
async def undo_entry(desk: Desk, entry: int, version: int) -> Reply:
    """Take the last change of an entry back, unless another came meanwhile."""
    if await desk.store.knowledge.latest(entry) != version:
        raise Refusal("refusal-entry-changed")
    back = await desk.store.knowledge.undo(entry, by=desk.person.id, now=desk.now)
    await note(desk, "undone", entry)
    return await card_of(desk, back, say("entry-undone"))


@command(where=Where.TEAM, keeps_choices=True)
async def show_history(desk: Desk, entry: int) -> Reply:
    """Who did what to an entry, newest last."""
    kept = await any_entry(desk, entry)
    lines = []
    for one in (await desk.store.knowledge.history(entry))[-HISTORY_LINES:]:
        by = (await desk.store.people.person(one.by)).name if one.by else ""
        values: dict[str, object] = {"at": one.at, "by": by, "act": one.act}
        lines.append(Phrase("history-line", values))
    return say("entry-history", title=kept.title, lines=Lines(tuple(lines)))


@command(where=Where.TEAM)
async def keep_entry(desk: Desk, entry: int, review: date) -> Reply:
    """Somebody looked: it is still true, and is looked at again in a year."""
    await desk.store.knowledge.latest(entry)
    kept = await current_entry(desk, entry)
    if kept.review_on != review:
        raise Refusal("refusal-already-decided")
    year = rules.a_year_on(desk.today)
    changed = rules.with_part(kept, "review_on", year.isoformat(), desk.today)
    await desk.store.knowledge.change(changed, by=desk.person.id, now=desk.now, act="reviewed")
    await note(desk, "reviewed", entry)
    return say("entry-reviewed", title=Quoted(kept.title), day=OnDate(year))


async def _found(desk: Desk, words: str) -> list[Entry]:
    """Entries with all the words in their title, retired ones too, then what the library finds."""
    base, wanted = desk.store.knowledge, fold(words).split()
    listed = [*await base.entries(), *await base.retired()]
    found = [one for one in listed if all(word in fold(one.title) for word in wanted)]
    findings = await desk.library.find(desk.store, words, at_most=TITLES)
    found += [one.entry for one in findings.found if one.entry not in found]
    return found[:TITLES]


def _others(found: Sequence[Entry], entry: int) -> list[Value]:
    current = [one for one in found if one.state is EntryState.CURRENT and one.id != entry]
    return [called(one.title, one.id) for one in current[:MERGED_WITH]]


async def any_entry(desk: Desk, number: int) -> Entry:
    """An entry by number, retired ones too."""
    entry = await desk.store.knowledge.any_entry(number)
    if entry is None:
        raise Refusal("refusal-entry-unknown")
    return entry


async def current_entry(desk: Desk, number: int) -> Entry:
    """An entry that answers today."""
    entry = await any_entry(desk, number)
    if entry.state is not EntryState.CURRENT:
        raise Refusal("refusal-entry-retired")
    return entry


async def card_of(desk: Desk, entry: Entry, first: Reply | None = None) -> Reply:
    """An entry's card, perhaps after a word about what was just done."""
    into = ""
    if entry.merged_into is not None:
        into = (await any_entry(desk, entry.merged_into)).title
    version = await desk.store.knowledge.latest(entry.id)
    card = entry_card(entry, version=version, today=desk.today, into=into)
    return replace(card, words=(*first.words, *card.words)) if first else card


async def note(desk: Desk, act: str, entry: int) -> None:
    """Write down who did what to which entry."""
    await desk.store.audit.note(act, f"entry:{entry}", by=desk.person.id, now=desk.now)


COMMANDS = (
    find_entry,
    open_entry,
    open_review,
    retire_entry,
    restore_entry,
    merge_entry,
    undo_entry,
    show_history,
    keep_entry,
)
