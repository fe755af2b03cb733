"""Mail leaves: each row of the ledger is claimed, sent, reported, in three transactions, so that a
crash between them is seen at the next start and nothing goes out twice by itself.

A relay that refuses us costs no reader their letter: mails wait, and the team is told what it says.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from email.message import EmailMessage
from typing import Protocol

from bot.clock import Clock
from bot.composer import Composer
from bot.faults import Faults
from bot.letters.mail import Envelope, Say, asking_mail, letter_mail
from bot.letters.shown import pages_for
from bot.mail import Line, Outcome, Relay, Result
from chat.desk import Notice
from chat.letter_cards import mailed, relay_refuses
from chat.words import Reply, say
from domain.fabriques import Fabrique
from domain.letter import Issue
from domain.mailings import ASKING, SERVES, Mailing, Sent, again_at
from locales import Language, Languages
from storage import Database, Store

AT_ONCE = 20
"""Mails taken from the ledger at a time."""

REST = timedelta(minutes=5)
"""A relay that does not serve us is left alone so long."""

_ENDS = {Outcome.SENT: Sent.SENT, Outcome.UNKNOWN: Sent.UNKNOWN}

Writes = Callable[[], EmailMessage]
"""Writes a mail; all that it needs was read."""


class Carrier(Protocol):
    """What takes mails to a relay, one after the other."""

    async def send(self, address: str, message: bytes) -> Result:
        """Hand a mail over, and say what became of it."""
        ...

    async def close(self) -> None:
        """No other mail follows now."""
        ...


@dataclass
class Postman:
    """Sends what is due through a relay; without one, nothing is ever due. `process` tells it from
    others beside it.
    """

    database: Database
    composer: Composer
    languages: Languages
    clock: Clock
    faults: Faults
    relay: Relay | None = None
    dials: Callable[[Relay], Carrier] = Line
    process: str | None = None
    closing: bool = False
    _rests_until: datetime | None = field(default=None, init=False)
    _taken: dict[int, datetime] = field(default_factory=dict, init=False)

    async def recover(self, living: Sequence[str] = ()) -> None:
        """What a process took and did not report on may have arrived: it is not repeated. What the
        living took is theirs.
        """
        async with self.database.begin() as store:
            left = await store.mail.left_claimed(living=living)
        await self._tell_ended(left)

    async def next_due(self) -> datetime | None:
        """When the next mail may leave."""
        if self.relay is None:
            return None
        async with self.database.begin() as store:
            due = await store.mail.next_due()
        if due is None or self._rests_until is None:
            return due
        return max(due, self._rests_until)

    async def drain(self) -> int:
        """Send everything that is due; gives how many mails were handed over or given up."""
        if self.relay is None or self._rests:
            return 0
        line, ended, count, full = self.dials(self.relay), set[tuple[int, str]](), 0, True
        try:
            while full and not self._rests:
                async with self.database.begin() as store:
                    due = await store.mail.due(self.clock.now(), at_most=AT_ONCE)
                full = len(due) == AT_ONCE
                for number in due:
                    if not self._rests:
                        count += await self._one(line, number, ended)
        finally:
            await line.close()
        await self._tell_ended(ended)
        return count

    @property
    def _rests(self) -> bool:
        """Whether nothing is sent now: at a stop, or while the relay does not serve us."""
        until = self._rests_until
        return self.closing or (until is not None and self.clock.now() < until)

    async def _one(self, line: Carrier, number: int, ended: set[tuple[int, str]]) -> bool:
        """Claim, send, report one mail; whether it ended."""
        async with self.database.begin() as store:
            mailing = await store.mail.claim(number, by=self.process)
            writes = await self._to_write(store, mailing) if mailing else None
            if mailing and writes is None:
                await store.mail.settle(number, Sent.REFUSED)
        if mailing is None or writes is None:
            return False
        message = self._written(writes)
        if message is None:
            await self._settle(mailing, Sent.REFUSED)
        elif not await self._report(mailing, await line.send(mailing.reader.address, message)):
            return False
        ended.add((mailing.fabrique, mailing.issue))
        return True

    def _written(self, writes: Writes) -> bytes | None:
        """A mail as it travels; None for one that cannot be written: others do not wait for it."""
        try:
            return writes().as_bytes()
        except Exception as fault:
            self.faults.tell(fault, where="postman")
            return None

    async def _to_write(self, store: Store, mailing: Mailing) -> Writes | None:
        """The mail in its reader's language; None when there is nothing to tell them any more."""
        if self.relay is None:
            return None
        fabrique = await store.fabriques.fabrique(mailing.fabrique)
        envelope = Envelope(
            self.relay.sender,
            mailing.reader,
            fabrique.name,
            fabrique.slug,
            mailing.since,
            mailing.issue,
        )
        if mailing.asks:
            return lambda: self._asking(envelope, fabrique)
        edition = await store.of(fabrique.id).letter_editions.edition(mailing.issue)
        frozen = edition.frozen
        if frozen is None or not mailing.reader.reads:
            return None
        return lambda: self._letter(envelope, fabrique, frozen)

    def _asking(self, envelope: Envelope, fabrique: Fabrique) -> EmailMessage:
        language = self.languages[envelope.reader.language]
        return asking_mail(envelope, _spoken(language, fabrique), language.code)

    def _letter(self, envelope: Envelope, fabrique: Fabrique, issue: Issue) -> EmailMessage:
        language = self.languages[envelope.reader.language]
        pages = pages_for(issue, fabrique, language)
        return letter_mail(pages, envelope, _spoken(language, fabrique))

    async def _report(self, mailing: Mailing, result: Result) -> bool:
        """Write down how a send ended; whether it ended at all."""
        now, outcome = self.clock.now(), result.outcome
        if outcome is Outcome.AWAY:
            self._rests_until = now + REST
        if result.said:
            await self._say_refused(mailing, result.said)
        if outcome is Outcome.SENT:
            self._taken[mailing.reader.id] = now
        if outcome is Outcome.NOBODY and (mailing.asks or self._serves_others(mailing, now)):
            await self._bounced(mailing, now)
            return True
        again = again_at(now, mailing) if outcome not in _ENDS else None
        if again is not None:
            await self._settle(mailing, Sent.WAITING, again)
            return False
        await self._settle(mailing, _ENDS.get(outcome, Sent.REFUSED))
        return True

    async def _settle(self, mailing: Mailing, state: Sent, again: datetime | None = None) -> None:
        async with self.database.begin(mailing.fabrique) as store:
            await store.mail.settle(mailing.id, state, again=again)

    def _serves_others(self, mailing: Mailing, now: datetime) -> bool:
        """Whether the relay took mail for somebody else lately: what it says of one is believed."""
        self._taken = {one: at for one, at in self._taken.items() if now - at < SERVES}
        return bool(self._taken.keys() - {mailing.reader.id})

    async def _bounced(self, mailing: Mailing, now: datetime) -> None:
        """There is nobody at an address. Its reader is told, and it is written to no more; of one
        that was only asked, whoever typed it is told.
        """
        async with self.database.begin(mailing.fabrique) as store:
            await store.mail.settle(mailing.id, Sent.REFUSED)
            if not mailing.asks:
                await store.mail.refuse(mailing.reader.id, now)
            person = mailing.asked_by if mailing.asks else mailing.reader.person
            if person is None:
                return
            words = "mail-nobody" if mailing.asks else "mail-bounced"
            told = Notice(say(words, address=mailing.reader.address), person=person)
            fabrique = await store.fabriques.fabrique(mailing.fabrique)
            await self.composer.tell(store, [told], fabrique.zone, now)

    async def _say_refused(self, mailing: Mailing, said: str) -> None:
        """Tell the team once what the relay says; of mails that ask, once a month."""
        about = f"ask:{mailing.since:%Y-%m}" if mailing.asks else mailing.issue
        async with self.database.begin(mailing.fabrique) as store:
            await self._tell_team(store, relay_refuses(said), "relay", about)

    async def _tell_ended(self, ended: Iterable[tuple[int, str]]) -> None:
        """Tell the team once how the mails of a letter ended, if not all well."""
        for number, issue in sorted(ended):
            if not issue.startswith(ASKING):
                async with self.database.begin(number) as store:
                    await self._tell(store, issue)

    async def _tell(self, store: Store, issue: str) -> None:
        counts = await store.mail.counts(issue)
        unknown, refused = counts.get(Sent.UNKNOWN, 0), counts.get(Sent.REFUSED, 0)
        if counts.get(Sent.WAITING) or counts.get(Sent.CLAIMED) or not (unknown or refused):
            return
        card = mailed(issue, sent=counts.get(Sent.SENT, 0), unknown=unknown, refused=refused)
        await self._tell_team(store, card, "mailed", f"{issue}:{unknown}")

    async def _tell_team(self, store: Store, card: Reply, kind: str, about: str) -> None:
        """A card in the chats of the team, once for what it is about."""
        now = self.clock.now()
        notices = [
            Notice(card, chat=chat.id)
            for chat in await store.chats.team()
            if await store.outbox.open_issue(chat.id, kind, about, now=now)
        ]
        fabrique = await store.fabriques.fabrique(store.fabrique)
        await self.composer.tell(store, notices, fabrique.zone, now)


def _spoken(language: Language, fabrique: Fabrique) -> Say:
    """Messages in a reader's language."""

    def say(id: str, /, **values: object) -> str:
        return language.plain(id, values, zone=fabrique.zone)

    return say
