"""The weekly agenda: shown to the team the evening before, frozen, posted to each reader at its
hour, once, also after a night off; and who did not get it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from chat.edition_cards import missed_note, preview_card, previewed
from domain.editions import TELLS, Due, Edition, EditionState, Missed, preview_at
from domain.week import Ground
from scheduling import Round
from scheduling.issues import Reader, first_told, gathered, ground_of, post, readers_of, told_to
from scheduling.previews import proposals_of, usual_day
from scheduling.untold import without_untold

AT_ONCE = 200
"""Readers dealt with in one transaction: others write in between."""


@dataclass
class _Desk:
    """One look at what is due: the readers, what they had, and the editions as they are now."""

    round_: Round
    readers: Sequence[Reader]
    opened: set[tuple[int, str]]
    ground: Ground
    editions: dict[date, Edition] = field(default_factory=dict)

    async def edition(self, day: date) -> Edition:
        """The edition of a day: what is kept of it, else what it would tell."""
        if day not in self.editions:
            kept = await self.round_.store.editions.of(day)
            if kept is not None and kept.state is EditionState.FROZEN:
                kept = await without_untold(self.round_, kept)
            self.editions[day] = kept or await gathered(self.round_, day)
        return self.editions[day]

    async def kept(self, day: date, state: EditionState | None = None) -> Edition:
        """The same, kept; in another state from now on where one is given."""
        edition, editions = await self.edition(day), self.round_.store.editions
        if not edition.id:
            edition = await editions.begin(replace(edition, state=state or edition.state))
        elif state is not None:
            await editions.decide(edition.id, state)
            edition = replace(edition, state=state)
        self.editions[day] = edition
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
                edition = await self.edition(due.day)
                due = edition.reaching(due)
                if now >= due.until or not self.waits(edition):
                    found.append((reader, due))
        return found


async def post_due(round_: Round) -> None:
    """Show the team what leaves tomorrow, post what is due, and tell who had nothing."""
    desk = await _look(round_)
    await _preview(desk)
    for reader, due in (await desk.ready())[:AT_ONCE]:
        await _deal_with(desk, reader, due)
    await _tell_missed(round_)


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
    return _Desk(round_, readers, opened, await ground_of(round_))


async def _deal_with(desk: _Desk, reader: Reader, due: Due) -> None:
    """Post an issue; what is too late is not posted, and an empty week is passed over."""
    round_, chat = desk.round_, reader.chat.id
    posts, now = round_.store.event_posts, round_.now
    edition = await desk.edition(due.day)
    first = first_told(edition, now, round_.fabrique.zone)
    if not edition.tells_something:
        await posts.open(chat, due.issue, now=now, first=first)
    elif now >= due.until:
        why = Missed.HELD if desk.waits(edition) else Missed.LATE
        edition = await desk.kept(due.day)
        await posts.open(chat, due.issue, now=now, first=first, edition=edition.id, missed=why)
    else:
        edition = await desk.kept(due.day, _frozen(edition))
        await _post(desk, edition, reader, due, first)


def _frozen(edition: Edition) -> EditionState | None:
    return None if edition.id and edition.state is EditionState.FROZEN else EditionState.FROZEN


async def _post(desk: _Desk, edition: Edition, reader: Reader, due: Due, first: date) -> None:
    round_ = desk.round_
    opened = await round_.store.event_posts.open(
        reader.chat.id,
        due.issue,
        now=round_.now,
        first=first,
        edition=edition.id,
        version=edition.version,
    )
    reply, events = told_to(edition, first, reader, desk.ground, round_.fabrique.zone)
    if opened and reply is not None:
        post(round_, reader, due, reply, events)


async def _preview(desk: _Desk) -> None:
    """Show the team what leaves at the next hours, and again when that changes."""
    round_, zone, usual = desk.round_, desk.round_.fabrique.zone, usual_day(desk.readers)
    coming = defaultdict[date, list[datetime]](list)
    for reader in desk.readers:
        for due in reader.dues:
            if (reader.chat.id, due.issue) not in desk.opened and round_.now < due.until:
                coming[due.day].append(due.at)
    for day, hours in sorted(coming.items()):
        shown = round_.fabrique.policy.agenda_waits or day.weekday() == usual
        if shown and preview_at(day, zone) <= round_.now:
            await _preview_of(desk, day, hours)


async def _preview_of(desk: _Desk, day: date, hours: Sequence[datetime]) -> None:
    round_, kept = desk.round_, await desk.edition(day)
    if kept.state is EditionState.FROZEN or (min(hours) <= round_.now and not kept.id):
        return
    fresh = await gathered(round_, day) if kept.id else kept
    says_nothing = not previewed(fresh, round_.fabrique.zone).words
    if fresh.same_as(kept) if kept.id else says_nothing:
        return
    if kept.id:
        fresh = replace(fresh, id=kept.id, state=kept.state)
        await round_.store.editions.keep(fresh)
        desk.editions[day] = fresh
    elif not await round_.store.chats.team():
        return
    edition = await desk.kept(day)
    await _show(round_, edition, hours)


async def _show(round_: Round, edition: Edition, hours: Sequence[datetime]) -> None:
    """Draw the preview in each chat of the team, in the place of an earlier one."""
    zone = round_.fabrique.zone
    card = preview_card(
        edition,
        previewed(edition, zone, await ground_of(round_)),
        count=len(hours),
        at=min(hours),
        waits=round_.fabrique.policy.agenda_waits,
        proposals=await proposals_of(round_, edition.day),
    )
    drawn = await round_.store.said.about(f"edition:{edition.id}")
    for chat in await round_.store.chats.team():
        rows = [row.id for row in drawn if row.chat == chat.id]
        if rows:
            round_.rewrite(chat.id, rows, card)
        else:
            round_.post(chat.id, card)


async def _tell_missed(round_: Round) -> None:
    """Tell the team once for each edition who did not get it; the note grows with others."""
    absent = await round_.store.event_posts.untold()
    for number in sorted({one.edition for one in absent}):
        edition = await round_.store.editions.edition(number)
        if edition is None:
            continue
        these = [one for one in absent if one.edition == number]
        whom = [(one.title, one.private, one.why) for one in these]
        note = missed_note(edition, whom, again=edition.day + TELLS >= round_.today)
        drawn = await round_.store.said.about(f"missed:{number}")
        for chat in await round_.store.chats.team():
            rows = [row.id for row in drawn if row.chat == chat.id]
            if rows:
                round_.rewrite(chat.id, rows, note)
            else:
                round_.post(chat.id, note)
        await round_.store.event_posts.known([one.id for one in these])
