"""The weekly agenda: shown to the team the evening before, frozen, posted to each reader at its
hour, once, also after a night off; and who did not get it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import partial

from chat.desk import Notice
from chat.edition_cards import missed_note, preview_card, previewed
from chat.words import Reply
from domain.editions import (
    Due,
    Edition,
    EditionState,
    Missed,
    Telling,
    alone_at,
    preview_at,
)
from domain.week import Ground
from scheduling import Bit, Round, at_once
from scheduling.issues import Reader, first_told, gathered, ground_of, post, readers_of, told_to
from scheduling.previews import proposals_of, usual_day
from scheduling.untold import without_untold

AT_ONCE = 100
"""Readers dealt with in one look: what changes meanwhile is corrected before the others' turn."""


@dataclass(frozen=True)
class _Turn:
    """A reader, what is due there, and the edition that they get, or why they do not."""

    reader: Reader
    due: Due
    edition: Edition
    missed: Missed | None = None


@dataclass
class _Desk:
    """One look at what is due: the readers, what they had, and the editions as they are now."""

    round_: Round
    readers: Sequence[Reader]
    opened: set[tuple[int, str]]
    editions: dict[tuple[date, str], Edition] = field(default_factory=dict)

    def key(self, due: Due) -> tuple[date, str]:
        """Which edition somebody gets now; where the team must say so, the one that it sees."""
        fabrique = self.round_.fabrique
        strict = fabrique.policy.agenda_waits
        return due.day, due.of if strict else alone_at(due, fabrique.zone, self.round_.now)

    async def edition(self, day: date, alone: str = "") -> Edition:
        """What is kept of an edition, else what it would tell."""
        if (day, alone) not in self.editions:
            kept = await self.round_.store.editions.of(f"{day.isoformat()}{alone}")
            if kept is not None and kept.state is EditionState.FROZEN:
                kept = await without_untold(self.round_, kept)
            self.editions[day, alone] = kept or await gathered(self.round_, day, alone)
        return self.editions[day, alone]

    async def kept(self, edition: Edition, state: EditionState | None = None) -> Edition:
        """An edition, kept; in another state from now on where one is given."""
        editions = self.round_.store.editions
        if not edition.id:
            edition = await editions.begin(replace(edition, state=state or edition.state))
        if state not in (None, edition.state):
            await editions.decide(edition.id, state)
            edition = replace(edition, state=state)
        self.editions[edition.day, edition.alone] = edition
        return edition

    def waits(self, edition: Edition) -> bool:
        """Whether an edition may not leave before the team says so."""
        undecided = edition.state is EditionState.DRAFT
        strict = self.round_.fabrique.policy.agenda_waits
        return edition.state is EditionState.HELD or (undecided and strict)

    async def ready(self) -> list[tuple[Reader, Due]]:
        """What can be posted now, or will not be any more."""
        now, found = self.round_.now, list[tuple[Reader, Due]]()
        for reader in self.readers:
            for due in reader.dues:
                if due.at > now or (reader.chat.id, due.issue) in self.opened:
                    continue
                edition = await self.edition(*self.key(due))
                due = edition.reaching(due)
                if now >= due.until or not self.waits(edition):
                    found.append((reader, due))
        return found

    async def turn(self, reader: Reader, due: Due) -> _Turn:
        """What somebody gets: what is too late is not posted, an empty week is passed over."""
        edition = await self.edition(*self.key(due))
        if not edition.tells_something:
            return _Turn(reader, due, edition)
        if self.round_.now >= due.until:
            why = Missed.HELD if self.waits(edition) else Missed.LATE
            return _Turn(reader, due, await self.kept(edition), why)
        return _Turn(reader, due, await self.kept(edition, EditionState.FROZEN))


async def post_due(round_: Round) -> Sequence[Bit]:
    """Show the team what leaves tomorrow, tell who had nothing, and see what is due: each post is
    written in its own time.
    """
    desk = await _look(round_)
    await _preview(desk)
    turns = [await desk.turn(*one) for one in (await desk.ready())[:AT_ONCE]]
    await _tell_missed(round_)
    if not turns:
        return ()
    ground = await ground_of(round_)
    size = at_once(max(len(one.edition.events) for one in turns))
    return [
        partial(_deal_with, turns[start : start + size], ground)
        for start in range(0, len(turns), size)
    ]


async def next_due(round_: Round) -> datetime | None:
    """When something is due next; now, when there was too much for once."""
    desk = await _look(round_)
    if await desk.ready():
        return round_.now
    zone, moments = round_.fabrique.zone, set[datetime]()
    for reader in desk.readers:
        for due in reader.dues:
            if due.at > round_.now:
                moments |= {due.at, preview_at(due.day, zone)}
            elif (reader.chat.id, due.issue) not in desk.opened:
                moments.add(due.until)
    return min((moment for moment in moments if moment > round_.now), default=None)


async def _look(round_: Round) -> _Desk:
    readers = await readers_of(round_)
    issues = {due.issue for one in readers for due in one.dues if due.at <= round_.now}
    opened = await round_.store.event_posts.opened(issues)
    return _Desk(round_, readers, opened)


async def _deal_with(turns: Sequence[_Turn], ground: Ground, round_: Round) -> None:
    """Post what is due to some readers, or keep why they get nothing."""
    posts = round_.store.event_posts
    changed = {
        number
        for turn in turns
        for number in (*turn.edition.told, *(one.now.id for one in turn.edition.changes))
    }
    knew = await posts.told_before({turn.reader.chat.id for turn in turns}, changed)
    for turn in turns:
        if turn.missed or not turn.edition.tells_something:
            await _pass_over(round_, turn)
        else:
            await _post(round_, turn, ground, frozenset(knew[turn.reader.chat.id]))


async def _pass_over(round_: Round, turn: _Turn) -> None:
    await round_.store.event_posts.open(
        turn.reader.chat.id,
        turn.due.issue,
        now=round_.now,
        first=first_told(turn.edition, round_.now, round_.fabrique.zone),
        edition=turn.edition.id if turn.missed else None,
        missed=turn.missed,
    )


async def _post(round_: Round, turn: _Turn, ground: Ground, knew: frozenset[int]) -> None:
    """Post an edition in the words that all have who read the same."""
    reader, edition, zone = turn.reader, turn.edition, round_.fabrique.zone
    first = first_told(edition, round_.now, zone)
    reply, events, changes = round_.thoughts.of(
        ("agenda", edition.id, first, reader.zone.key, reader.posting.taste, knew),
        (edition, ground),
        partial(told_to, edition, first, reader, ground, knew, zone),
        lines=len(edition.events),
    )
    opened = await round_.store.event_posts.open(
        reader.chat.id,
        turn.due.issue,
        now=round_.now,
        first=first,
        edition=edition.id,
        telling=Telling(reader.zone.key, edition.version, changes),
    )
    if opened and reply is not None:
        post(round_, reader, turn.due, reply, events)


async def _preview(desk: _Desk) -> None:
    """Show the team what leaves at the next hours, and again when that changes."""
    round_, zone, usual = desk.round_, desk.round_.fabrique.zone, usual_day(desk.readers)
    coming = defaultdict[tuple[date, str], list[datetime]](list)
    for reader in desk.readers:
        for due in reader.dues:
            if (reader.chat.id, due.issue) not in desk.opened and round_.now < due.until:
                coming[due.day, due.of].append(due.at)
    for (day, of), hours in sorted(coming.items()):
        shown = round_.fabrique.policy.agenda_waits or (day.weekday(), of) == usual
        if shown and preview_at(day, zone) <= round_.now:
            await _preview_of(desk, day, of, hours)


async def _preview_of(desk: _Desk, day: date, of: str, hours: Sequence[datetime]) -> None:
    round_, kept = desk.round_, await desk.edition(day, of)
    if kept.state is EditionState.FROZEN or (min(hours) <= round_.now and not kept.id):
        return
    fresh = await gathered(round_, day, of) if kept.id else kept
    if kept.id and fresh.same_as(kept):
        return
    ground = await ground_of(round_)
    card = _card(round_, fresh, ground)
    if not kept.id and not (card.words and await round_.store.chats.team()):
        return
    if kept.id:
        drawn = _card(round_, kept, ground)
        fresh = replace(fresh, id=kept.id, state=kept.state)
        await round_.store.editions.keep(fresh)
        desk.editions[day, of] = fresh
        if card == drawn:
            return
    await _show(round_, await desk.kept(fresh), card, hours)


def _card(round_: Round, edition: Edition, ground: Ground) -> Reply:
    """What an edition tells, as the team sees it."""
    lines = len(edition.events)
    name = ("preview", edition.name, edition.id)
    zone = round_.fabrique.zone
    draw = partial(previewed, edition, zone, ground)
    return round_.thoughts.of(name, (edition, ground), draw, lines=lines)


async def _show(round_: Round, edition: Edition, told: Reply, hours: Sequence[datetime]) -> None:
    """Draw the preview in each chat of the team, in the place of an earlier one."""
    waits, proposals = round_.fabrique.policy.agenda_waits, await proposals_of(round_, edition)
    card = round_.thoughts.of(
        ("card", edition.name),
        (edition.id, edition.state, told, tuple(hours), proposals),
        partial(
            preview_card,
            edition,
            told,
            count=len(hours),
            at=min(hours),
            waits=waits,
            proposals=proposals,
        ),
        lines=0,
    )
    copies = await round_.store.said.copies(f"edition:{edition.id}")
    for chat in await round_.store.chats.team():
        drawn = [tuple(page.id for page in pages) for pages in copies if pages[0].chat == chat.id]
        for pages in drawn or [()]:
            round_.notices.append(Notice(card, chat=chat.id, edits=pages, shared=True))


async def _tell_missed(round_: Round) -> None:
    """Tell the team once for each edition who did not get it; the note grows with others."""
    absent = await round_.store.event_posts.untold()
    for number in sorted({one.edition for one in absent}):
        edition = await round_.store.editions.edition(number)
        if edition is None:
            continue
        these = [one for one in absent if one.edition == number]
        whom = [(one.title, one.private, one.why) for one in these]
        note = missed_note(edition, whom, again=edition.last >= round_.today)
        copies = await round_.store.said.copies(f"missed:{number}")
        for chat in await round_.store.chats.team():
            drawn = [pages for pages in copies if pages[0].chat == chat.id]
            for pages in drawn:
                round_.rewrite(chat.id, [page.id for page in pages], note)
            if not drawn:
                round_.post(chat.id, note)
        await round_.store.event_posts.known([one.id for one in these])
