"""The monthly letter: frozen into an issue, then posted once to each chat that wants it, and queued
for those who read it by e-mail.

It leaves by itself with what was approved, unless the team holds it; the team sees it three days
and a day before. One that could not leave in time asks them first.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from chat.desk import Notice
from chat.letter_cards import letter, letter_late, letter_missed, reminder
from chat.words import Reply, say
from domain.due import LATEST, ONE_DAY
from domain.editions import is_quiet
from domain.events import State
from domain.fabriques import Chat
from domain.letter import (
    Edition,
    Issue,
    Item,
    Leaving,
    coming_issue,
    due_of,
    leaving_day,
    letter_due,
    next_letter,
    parts_of,
    still_ahead,
)
from scheduling import Round
from storage.letter_editions import STILL
from storage.outbox import LETTER

BEFORE = (3, 1, 0)
"""Days before the letter leaves on which the team hears of it; on the last only if they hold it."""


async def post_due(round_: Round) -> None:
    """Remind the team, then post the letter wherever its hour has come."""
    await _remind(round_)
    readers = [one for one in await round_.store.chats.readers() if one.posting.letter]
    press = _Press(round_, readers)
    for chat in readers:
        await _post(round_, press, chat)
    await press.issue(_reached(round_, round_.fabrique.zone))
    for name, missed in press.missed.items():
        await _tell_team(round_, letter_missed(Edition(name).month, missed))


async def next_due(round_: Round) -> datetime | None:
    """When the next letter leaves somewhere, or the team is to hear of it."""
    policy, zones = round_.fabrique.letter, await _zones(round_)
    moments = [
        next_letter(round_.now, day_of_month=policy.day, at=policy.at, zone=zone) for zone in zones
    ]
    edition, due = await _coming(round_)
    if edition is not None and not await _is_empty(round_, edition):
        moments += [due - days * ONE_DAY for days in BEFORE]
    elif await _nothing_waits(round_):
        return None
    return min((one for one in moments if one > round_.now), default=None)


async def _post(round_: Round, press: _Press, chat: Chat) -> None:
    """The letter in one chat, unless it comes too late there."""
    zone = ZoneInfo(chat.posting.zone) if chat.posting.zone else round_.fabrique.zone
    name = _reached(round_, zone)
    issue = await press.issue(name)
    if issue is None or name is None:
        return
    due = max(_due(round_, name, zone), press.released(name))
    if chat.id in press.had[name] or chat.since > due:
        return
    late = round_.now >= due + chat.posting.late
    if late and chat.id not in press.awaited(name):
        return
    if not await round_.store.outbox.open_issue(chat.id, LETTER, name, now=round_.now):
        return
    if late:
        press.missed.setdefault(name, []).append(chat)
    else:
        round_.notices.append(_notice(round_, issue, chat, zone))


def _notice(round_: Round, issue: Issue, chat: Chat, zone: ZoneInfo) -> Notice:
    page = round_.fabrique.letter_page(issue.name)
    return Notice(
        letter(issue, page),
        chat=chat.id,
        kind=LETTER,
        issue=issue.name,
        thread=chat.posting.thread,
        silent=is_quiet(chat.posting, zone, round_.now),
    )


@dataclass
class _Press:
    """Which issues leave in a round, to whom; each is looked at once."""

    round_: Round
    readers: Sequence[Chat]
    known: dict[str, Edition] = field(default_factory=dict)
    had: dict[str, set[int]] = field(default_factory=dict)
    missed: dict[str, list[Chat]] = field(default_factory=dict)

    async def issue(self, name: str | None) -> Issue | None:
        """What an issue says whose hour has come somewhere; None when it does not leave."""
        if name is None:
            return None
        if name not in self.known:
            self.had[name] = await self.round_.store.letter_editions.had(name)
            self.known[name] = await self._leaves(name)
        edition = self.known[name]
        return edition.frozen if edition.state is Leaving.GONE else None

    def awaited(self, name: str) -> frozenset[int]:
        """Who was to have it when it left."""
        return self.known[name].awaited

    def released(self, name: str) -> datetime:
        """When the team let it go, if that was later than its hour."""
        return self.known[name].approved_at or self.round_.now - STILL

    async def _leaves(self, name: str) -> Edition:
        """An issue as it stands now that its hour has come somewhere."""
        editions = self.round_.store.letter_editions
        edition = await editions.edition(name)
        if edition.state is Leaving.GATHERING and self.had[name]:
            return await self._kept(replace(edition, state=Leaving.GONE))  # before it was kept
        if edition.state in (Leaving.GATHERING, Leaving.READY):
            edition = await self._in_time(edition)
        if edition.state is not Leaving.READY:
            return edition
        due = _due(self.round_, name, self.round_.fabrique.zone)
        await self.round_.store.mail.send(name, after=max(self.round_.now, due))
        awaited = frozenset(one.id for one in self.readers)
        return await self._kept(replace(edition, state=Leaving.GONE, awaited=awaited))

    async def _in_time(self, edition: Edition) -> Edition:
        """Ready with what is approved; held, if it is too late for what should have left."""
        zones = await _zones(self.round_)
        first = min(_due(self.round_, edition.name, zone) for zone in zones)
        latest = max(first, edition.approved_at or first) + LATEST
        store = self.round_.store
        day = _day(self.round_, edition.name)
        if self.round_.now < latest:
            approved = await store.letter.in_state(State.APPROVED)
            await self._pass_over([one for one in approved if one.is_over(day)])
            items = still_ahead(approved, day)
            return await self._frozen(edition, items) if items and not edition.frozen else edition
        if edition.frozen is not None:
            await store.letter.thaw(edition.name)
            edition = await self._kept(
                Edition(edition.name, title=edition.title, editorial=edition.editorial)
            )
        items = still_ahead(await store.letter.in_state(State.APPROVED), day)
        overdue = [one for one in items if one.approved_at and one.approved_at < latest]
        if not overdue:
            return edition
        await _tell_team(self.round_, letter_late(edition, len(items)))
        return await self._kept(
            Edition(edition.name, Leaving.HELD, edition.title, edition.editorial)
        )

    async def _frozen(self, edition: Edition, items: Sequence[Item]) -> Edition:
        """Nobody held it."""
        await self.round_.store.letter.freeze(edition.name, items)
        frozen = Issue(edition.name, parts_of(items), edition.title, edition.editorial)
        return replace(edition, state=Leaving.READY, frozen=frozen)

    async def _pass_over(self, over: Sequence[Item]) -> None:
        """What no letter can carry any more; whoever proposed it in their own words is told."""
        for item in over:
            await self.round_.store.letter.decide(item.id, State.PASSED)
            if item.source is None:
                self.round_.tell(int(item.proposer), say("item-over", text=item.shown))

    async def _kept(self, edition: Edition) -> Edition:
        await self.round_.store.letter_editions.keep(edition)
        return edition


async def _tell_team(round_: Round, card: Reply) -> None:
    for chat in await round_.store.chats.team():
        round_.post(chat.id, card)


async def _remind(round_: Round) -> None:
    """Tell the team what leaves soon, or what waits for them; once for each day."""
    edition, due = await _coming(round_)
    if edition is None or edition.state in (Leaving.READY, Leaving.GONE):
        return
    reached = [days for days in BEFORE if due - days * ONE_DAY <= round_.now]
    days = reached[-1] if reached else None
    if days is None or round_.now >= due - days * ONE_DAY + ONE_DAY:
        return
    held = edition.state is Leaving.HELD
    if (not days and not held) or await _is_empty(round_, edition):
        return
    day, approved = _day(round_, edition.name), await round_.store.letter.in_state(State.APPROVED)
    card = reminder(
        edition,
        due=due,
        days=days,
        count=len(still_ahead(approved, day)),
        over=[one for one in approved if one.is_over(day)],
        waiting=len(await round_.store.letter.in_state(State.PROPOSED)),
    )
    for chat in await round_.store.chats.team():
        cue = f"{edition.name}:{days}"
        if await round_.store.outbox.open_issue(chat.id, "cue", cue, now=round_.now):
            round_.post(chat.id, card)


async def _coming(round_: Round) -> tuple[Edition | None, datetime]:
    """The issue that leaves next, or the one that was to leave within a day; and when."""
    policy, zone = round_.fabrique.letter, round_.fabrique.zone
    name = letter_due(
        round_.now, day_of_month=policy.day, at=policy.at, zone=zone, late=timedelta(days=1)
    )
    if name is None:
        name = coming_issue(round_.now, day_of_month=policy.day, at=policy.at, zone=zone)
    return await round_.store.letter_editions.edition(name), _due(round_, name, zone)


async def _is_empty(round_: Round, edition: Edition) -> bool:
    """Whether there is nothing to tell the team of."""
    return edition.frozen is None and await _nothing_waits(round_)


async def _nothing_waits(round_: Round) -> bool:
    """Whether nothing is gathered, and no issue that left is still to reach a chat."""
    last = _reached(round_, round_.fabrique.zone)
    if last is not None and (await round_.store.letter_editions.edition(last)).frozen is not None:
        return False
    letter_ = round_.store.letter
    return not (await letter_.in_state(State.APPROVED) or await letter_.in_state(State.PROPOSED))


async def _zones(round_: Round) -> set[ZoneInfo]:
    """The zones in which the letter is read."""
    readers = [one for one in await round_.store.chats.readers() if one.posting.letter]
    named = {ZoneInfo(one.posting.zone) for one in readers if one.posting.zone}
    return named | {round_.fabrique.zone}


def _reached(round_: Round, zone: ZoneInfo) -> str | None:
    """The last issue whose hour came in a zone, within a month."""
    policy = round_.fabrique.letter
    return letter_due(round_.now, day_of_month=policy.day, at=policy.at, zone=zone, late=STILL)


def _day(round_: Round, issue: str) -> date:
    """The day of an issue in the fabrique's zone, or today where that is past."""
    zone = round_.fabrique.zone
    return leaving_day(_due(round_, issue, zone), round_.now, zone)


def _due(round_: Round, issue: str, zone: ZoneInfo) -> datetime:
    policy = round_.fabrique.letter
    return due_of(issue, day_of_month=policy.day, at=policy.at, zone=zone)
