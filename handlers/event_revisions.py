"""The team's word on what a source says otherwise of an event that it approved, or says no more."""

from __future__ import annotations

from dataclasses import replace

from chat import feed_cards
from chat.command import Where, command
from chat.revision_cards import revision_card
from chat.words import Reply, toast
from domain.errors import Refusal
from domain.event_said import Revision
from domain.events import Status
from handlers.desk import Desk
from handlers.event_corrections import make, own_event, undo_change


@command(where=Where.TEAM)
async def approve_revision(desk: Desk, event: int, seen: str) -> Reply:
    """The new words are told from now on, if they are those that were seen."""
    return await _settle(desk, event, seen, taken=True)


@command(where=Where.TEAM)
async def keep_old_words(desk: Desk, event: int, seen: str) -> Reply:
    """What was approved stands, until the source changes its words again."""
    return await _settle(desk, event, seen, taken=False)


@command(where=Where.TEAM, keeps_choices=True)
async def undo_feed_change(desk: Desk, feed: int, change: int, among: str) -> Reply:
    """One of several changes is taken back; the others can still be."""
    await undo_change.run(desk, {"change": change})
    return (await _changes(desk, feed, among)).redrawn()


@command(where=Where.TEAM, keeps_choices=True)
async def see_feed_changes(desk: Desk, feed: int, among: str) -> Reply:
    """The changes of a reading that its message only counted."""
    return await _changes(desk, feed, among)


@command(where=Where.TEAM)
async def takes_place(desk: Desk, event: int) -> Reply:
    """An event that its calendar lists no more takes place all the same."""
    await own_event(desk, event)
    await desk.store.audit.note("confirm", f"event:{event}", by=desk.person.id, now=desk.now)
    return toast("feed-takes-place")


@command(where=Where.TEAM)
async def call_off_missing(desk: Desk, event: int) -> Reply:
    """An event that its calendar lists no more is called off, as the team calls off any other."""
    found = await own_event(desk, event)
    return await make(desk, found, replace(found, status=Status.CANCELLED))


async def _changes(desk: Desk, feed: int, among: str) -> Reply:
    known = await desk.store.feeds.feed(feed)
    made = await desk.store.event_changes.made([int(one) for one in among.split()])
    if known is None or not made:
        raise Refusal("refusal-choice-stale")
    name = await desk.store.feeds.called(known.address)
    return feed_cards.changes_told(made, feed=feed, name=name)


async def cards_of_revisions(desk: Desk) -> list[Reply]:
    """Each of them that waits."""
    waiting = await desk.store.event_revisions.waiting(since=desk.now)
    return [await _card(desk, one) for one in waiting]


async def _settle(desk: Desk, event: int, seen: str, *, taken: bool) -> Reply:
    revision = await desk.store.event_revisions.of(event)
    if revision is None:
        raise Refusal("refusal-already-decided")
    if seen != revision.seen:
        return (await _card(desk, revision)).redrawn()
    await desk.store.event_revisions.settle(event, taken=taken, now=desk.now)
    act = "edited" if taken else "kept-words"
    await desk.store.audit.note(act, f"event:{event}", by=desk.person.id, now=desk.now)
    return toast("done")


async def _card(desk: Desk, revision: Revision) -> Reply:
    return revision_card(revision, name=await desk.store.feeds.called(revision.event.source))


COMMANDS = (
    approve_revision,
    keep_old_words,
    undo_feed_change,
    see_feed_changes,
    takes_place,
    call_off_missing,
)
