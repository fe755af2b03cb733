"""What is posted stays true: an event that changes is corrected wherever it stands, and said once
where somebody may be on their way.

Wherever a change comes from, it is found by comparing what is told with what is known.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from chat.desk import Notice
from chat.edition_cards import corrected
from domain.editions import TELLS, Edition, Noticed, is_quiet, zone_of
from domain.events import State
from domain.overlays import SETTLING, Laid, changed, differ
from domain.week import Ground
from scheduling import Round
from scheduling.issues import Reader, ground_of, told_to
from storage.event_posts import Post
from storage.outbox import AGENDA, DEAD, UNKNOWN, Outgoing

AT_ONCE = 100
"""Posts that one transaction corrects: others write in between."""


async def look_after(round_: Round) -> None:
    """Let every post of this week tell what is so now."""
    for edition in await _living(round_):
        noticed = _noticed(edition, await _changed(round_, edition), round_.now)
        edition = await _pass(round_, replace(edition, noticed=noticed), before=edition)
        if edition.version:
            await _correct(round_, edition)


async def next_due(round_: Round) -> datetime | None:
    """When a change has settled; now, when there are more posts than one look corrects."""
    moments = []
    for edition in await _living(round_):
        behind = await round_.store.event_posts.behind(edition.id, edition.version, at_most=1)
        moments += [round_.now] if behind else []
        moments += [one.at + SETTLING for one in edition.noticed.values()]
    return min(moments, default=None)


async def _living(round_: Round) -> Sequence[Edition]:
    """Editions of which a day lies ahead; older posts are left as they are."""
    return await round_.store.editions.frozen_since(round_.today - TELLS)


async def _changed(round_: Round, edition: Edition) -> Sequence[Laid]:
    known = await round_.store.events.some([one.id for one in edition.events])
    return changed(edition.events, edition.told, known)


def _noticed(edition: Edition, laid: Sequence[Laid], now: datetime) -> Mapping[int, Noticed]:
    """What waits to be told, each since it last became something else."""
    found = {}
    for one in laid:
        before = edition.noticed.get(one.now.id)
        same = before is not None and not differ(before.now, one.now)
        found[one.now.id] = before if before and same else Noticed(one.now, now)
    return found


async def _pass(round_: Round, edition: Edition, *, before: Edition) -> Edition:
    """Tell what settled, and at once what is urgent, everything that waits along with it."""
    events = {one.id: one for one in edition.events}
    waiting = {
        number: Laid(edition.told.get(number, events[number]), one.now)
        for number, one in edition.noticed.items()
    }
    urgent = any(one.is_urgent(round_.now) for one in waiting.values())
    settled = all(one.at + SETTLING <= round_.now for one in edition.noticed.values())
    if waiting and (urgent or settled):
        version = edition.version + 1
        edition = replace(
            edition,
            version=version,
            told={**edition.told, **{number: one.now for number, one in waiting.items()}},
            passes={**edition.passes, version: tuple(waiting.values())},
            noticed={},
        )
    if not edition.same_as(before):
        await round_.store.editions.keep(edition)
    return edition


async def _correct(round_: Round, edition: Edition) -> None:
    """Bring posts that are behind to what the edition says now."""
    posts, ground = round_.store.event_posts, await ground_of(round_)
    for post in await posts.behind(edition.id, edition.version, at_most=AT_ONCE):
        rows = await posts.messages(post)
        if rows and all(row.state != DEAD for row in rows):
            await _correct_in(round_, edition, post, rows, ground)
        await posts.says(post, edition.version)


async def _correct_in(
    round_: Round, edition: Edition, post: Post, rows: Sequence[Outgoing], ground: Ground
) -> None:
    """Redraw a post that tells one of these events, and say once what is urgent."""
    told = await round_.store.event_posts.told_in(rows[0].id)
    news = [
        one
        for version in range(post.version + 1, edition.version + 1)
        for one in edition.passes.get(version, ())
        if one.now.id in told or one.is_new
    ]
    if not news:
        return
    chat = await round_.store.chats.chat(post.chat)
    reader = Reader(chat, zone_of(chat.posting, round_.fabrique.zone), ())
    reply, events = told_to(edition, post.first, reader, ground, round_.fabrique.zone)
    news = await _with_added(round_, news, events, rows[0], told)
    if not news:
        return
    if reply is not None and not post.fixed:
        numbers = tuple(row.id for row in rows)
        round_.notices.append(
            Notice(reply, chat=chat.id, kind=AGENDA, issue=post.issue, edits=numbers)
        )
    last = [one for one in _last_of_each(news) if one.now.state is not State.MERGED]
    said = [one for one in last if post.fixed or one.is_urgent(round_.now)]
    if said and chat.present:
        _say(round_, reader, rows[0], said)


async def _with_added(
    round_: Round, news: list[Laid], events: Sequence[int], head: Outgoing, told: set[int]
) -> list[Laid]:
    """What came too late and is told there from now on; not what is to another taste."""
    added = {one.now.id for one in news if one.is_new} - told
    await round_.store.event_posts.tells(sorted(added & set(events)), head.id)
    return [one for one in news if one.now.id in told | set(events)]


def _say(round_: Round, reader: Reader, head: Outgoing, said: Sequence[Laid]) -> None:
    reply_to = head.message if head.state != UNKNOWN else None
    notice = Notice(
        corrected(said),
        chat=reader.chat.id,
        reply_to=reply_to,
        thread=head.thread,
        silent=is_quiet(reader.chat.posting, reader.zone, round_.now),
    )
    round_.notices.append(notice)


def _last_of_each(news: Sequence[Laid]) -> list[Laid]:
    """Several changes of one event are one, from what was told first to what is so now."""
    found: dict[int, Laid] = {}
    for one in news:
        first = found.get(one.now.id)
        found[one.now.id] = Laid(first.before, one.now) if first else one
    return list(found.values())
