"""What is posted stays true: an event that changes is corrected wherever it stands, and said once
where somebody may be on their way.

Wherever a change comes from, it is found by comparing what is told with what is known.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial
from itertools import takewhile

from chat.desk import Notice
from chat.edition_cards import corrected
from domain.due import ONE_WEEK
from domain.editions import Edition, Noticed, is_quiet, zone_of
from domain.events import State
from domain.fabriques import Chat
from domain.overlays import Laid, changed, differ
from domain.week import Ground, fits
from scheduling import Bit, Round, at_once
from scheduling.issues import ground_of, told_again
from storage.event_posts import Post
from storage.outbox import AGENDA, DEAD, SENT, UNKNOWN, Outgoing

AT_ONCE = 100
"""Posts of an edition that one look brings up to date."""


async def look_after(round_: Round) -> Sequence[Bit]:
    """See what became of this week's events; each post that tells otherwise is brought to it in its
    own time.
    """
    bits = list[Bit]()
    for edition in await _living(round_):
        edition = await _followed(round_, edition)
        posts = round_.store.event_posts
        behind = await posts.behind(edition.id, edition.version, at_most=AT_ONCE)
        if behind:
            ground, size = await ground_of(round_), at_once(len(edition.events))
            bits += [
                partial(_correct, edition, behind[start : start + size], ground)
                for start in range(0, len(behind), size)
            ]
    return bits


async def next_due(round_: Round) -> datetime | None:
    """When a change has settled; now, when there are more posts than one look corrects."""
    moments = list[datetime | None]()
    for edition in await _living(round_):
        behind = await round_.store.event_posts.behind(edition.id, edition.version, at_most=1)
        moments += [round_.now if behind else edition.settles]
    return min((one for one in moments if one is not None), default=None)


async def _living(round_: Round) -> Sequence[Edition]:
    """Editions of which a day lies ahead; older posts are left as they are."""
    posted = await round_.store.editions.frozen_since(round_.today - ONE_WEEK)
    return [one for one in posted if one.last >= round_.today]


async def _followed(round_: Round, edition: Edition) -> Edition:
    """An edition that knows what its events are now; one that has to be written is read again, for
    another process may write it too.
    """
    followed = _passed(edition, await _changed(round_, edition), round_.now)
    if followed == edition:
        return edition
    held = await round_.store.editions.edition(edition.id)
    if held is None:
        return edition
    followed = _passed(held, await _changed(round_, held), round_.now)
    if followed != held:
        await round_.store.editions.keep(followed)
    return followed


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


def _passed(edition: Edition, laid: Sequence[Laid], now: datetime) -> Edition:
    """Tell what settled, and at once what is urgent, everything that waits along with it."""
    noticed = _noticed(edition, laid, now)
    events = {one.id: one for one in edition.events}
    waiting = {
        number: Laid(edition.told.get(number, events[number]), one.now)
        for number, one in noticed.items()
    }
    urgent = any(one.is_urgent(now) for one in waiting.values())
    unsettled = replace(edition, noticed=noticed)
    if unsettled.settles is None or not (urgent or unsettled.settles <= now):
        return unsettled
    version = edition.version + 1
    return replace(
        edition,
        version=version,
        told={**edition.told, **{number: one.now for number, one in waiting.items()}},
        passes={**edition.passes, version: tuple(waiting.values())},
        noticed={},
    )


async def _correct(edition: Edition, behind: Sequence[Post], ground: Ground, round_: Round) -> None:
    """Bring posts that are behind to what the edition says now."""
    posts = round_.store.event_posts
    for post in behind:
        if await posts.bring(post, edition.version):
            rows = list(takewhile(lambda row: row.state != DEAD, await posts.messages(post)))
            if rows:
                await _correct_in(round_, edition, post, rows, ground)


async def _correct_in(
    round_: Round, edition: Edition, post: Post, rows: Sequence[Outgoing], ground: Ground
) -> None:
    """Redraw a post that tells one of these events, and say once what is urgent; of a post that
    cannot be redrawn, or of which nobody knows what stands there, all that changed.
    """
    chat = await round_.store.chats.chat(post.chat)
    told = await _told(round_, edition, post, rows[0], chat, ground)
    news = _news(edition, post, told)
    if not news:
        return
    if not post.fixed:
        await _redraw(round_, edition, post, rows, told, ground)
    blind = post.fixed or any(row.message is None and row.state in (SENT, UNKNOWN) for row in rows)
    last = [one for one in _last_of_each(news) if one.now.state is not State.MERGED]
    said = [one for one in last if blind or one.is_urgent(round_.now)]
    if said and chat.present:
        _say(round_, chat, rows[0], said)
        known = {**post.telling.said, **{one.now.id: edition.version for one in said}}
        await round_.store.event_posts.said(post, replace(post.telling, said=known))


async def _told(
    round_: Round, edition: Edition, post: Post, head: Outgoing, chat: Chat, ground: Ground
) -> frozenset[int]:
    """The events that a post tells, those among them that came too late and are told from now on
    where they are to the chat's taste.
    """
    told = await round_.store.event_posts.told_in(head.id)
    late = [
        one.now
        for version in range(post.version + 1, edition.version + 1)
        for one in edition.passes.get(version, ())
        if one.is_new and one.now.id not in told
    ]
    added = sorted({one.id for one in late if fits(one, chat.posting.taste, ground)})
    await round_.store.event_posts.tells(added, head.id)
    return frozenset({*told, *added})


def _news(edition: Edition, post: Post, told: Collection[int]) -> list[Laid]:
    """What a post does not tell yet, and nobody said below it."""
    since, said = post.drawn if post.fixed else post.version, post.telling.said
    return [
        one
        for version in range(since + 1, edition.version + 1)
        for one in edition.passes.get(version, ())
        if one.now.id in told and version > said.get(one.now.id, 0)
    ]


async def _redraw(
    round_: Round,
    edition: Edition,
    post: Post,
    rows: Sequence[Outgoing],
    told: frozenset[int],
    ground: Ground,
) -> None:
    """Let all its messages say what is so; what does not fit any more goes on below, in the same
    thread, unless the platform refused a part before.
    """
    telling = replace(post.telling, said={})
    reply = round_.thoughts.of(
        ("again", edition.id, post.first, telling.zone, telling.begun, telling.changes, told),
        (edition, ground),
        partial(told_again, edition, post.first, telling, told, ground, round_.fabrique.zone),
        lines=len(told),
    )
    if reply is not None:
        notice = Notice(
            reply,
            chat=post.chat,
            kind=AGENDA,
            issue=post.issue,
            edits=tuple(row.id for row in rows),
            thread=rows[0].thread,
            cut=post.cut,
            shared=True,
        )
        round_.notices.append(notice)


def _say(round_: Round, chat: Chat, head: Outgoing, said: Sequence[Laid]) -> None:
    zone = zone_of(chat.posting, round_.fabrique.zone)
    notice = Notice(
        corrected(said, round_.fabrique.zone),
        chat=chat.id,
        reply_to=head.message if head.state != UNKNOWN else None,
        thread=head.thread,
        silent=is_quiet(chat.posting, zone, round_.now),
    )
    round_.notices.append(notice)


def _last_of_each(news: Sequence[Laid]) -> list[Laid]:
    """Several changes of one event are one, from what was told first to what is so now."""
    found: dict[int, Laid] = {}
    for one in news:
        first = found.get(one.now.id)
        found[one.now.id] = Laid(first.before, one.now) if first else one
    return list(found.values())
