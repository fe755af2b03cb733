"""Mail leaves: each row of the ledger is claimed, sent, reported, in three transactions, so that a
crash between them is seen at the next start and nothing goes out twice by itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from email.message import EmailMessage
from functools import partial
from typing import Protocol

from bot.clock import Clock
from bot.composer import Composer
from bot.letters.mail import Envelope, asking_mail, letter_mail
from bot.letters.shown import pages_for
from bot.mail import Line, Outcome, Relay
from chat.desk import Notice
from chat.letter_cards import mailed
from chat.words import say
from domain.fabriques import Fabrique
from domain.mailings import ASKING, Mailing, Sent, again_at
from locales import Languages
from storage import Database, Store

AT_ONCE = 20
"""Mails taken from the ledger at a time."""

REST = timedelta(minutes=5)
"""A relay that does not serve us is left alone so long."""

_ENDS = {Outcome.SENT: Sent.SENT, Outcome.UNKNOWN: Sent.UNKNOWN}


class Carrier(Protocol):
    """What takes mails to a relay, one after the other."""

    async def send(self, message: EmailMessage) -> Outcome:
        """Hand a mail over, and say what became of it."""
        ...

    async def close(self) -> None:
        """No other mail follows now."""
        ...


@dataclass
class Postman:
    """Sends what is due through a relay; without one, nothing is ever due."""

    database: Database
    composer: Composer
    languages: Languages
    clock: Clock
    relay: Relay | None = None
    dials: Callable[[Relay], Carrier] = Line
    closing: bool = False
    _rests_until: datetime | None = field(default=None, init=False)

    async def recover(self) -> None:
        """What a process took and did not report on may have arrived: it is not repeated."""
        async with self.database.begin() as store:
            left = await store.mail.left_claimed()
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
            mailing = await store.mail.claim(number)
            message = await self._written(store, mailing) if mailing else None
            if mailing and message is None:
                await store.mail.settle(number, Sent.REFUSED)
        if mailing is None or message is None:
            return False
        outcome = await line.send(message)
        if outcome is Outcome.AWAY:
            self._rests_until = self.clock.now() + REST
        if not await self._report(mailing, outcome):
            return False
        ended.add((mailing.fabrique, mailing.issue))
        return True

    async def _written(self, store: Store, mailing: Mailing) -> EmailMessage | None:
        """The mail in its reader's language; None when there is nothing to tell them any more."""
        if self.relay is None:
            return None
        fabrique = await store.fabriques.fabrique(mailing.fabrique)
        language = self.languages[mailing.reader.language]
        speak = partial(_plain, self, fabrique, mailing.reader.language)
        envelope = Envelope(
            self.relay.sender,
            mailing.reader,
            fabrique.name,
            fabrique.slug,
            mailing.since,
            mailing.issue,
        )
        if mailing.asks:
            return asking_mail(envelope, speak, language.code)
        edition = await store.of(fabrique.id).letter_editions.edition(mailing.issue)
        if edition.frozen is None or not mailing.reader.reads:
            return None
        return letter_mail(pages_for(edition.frozen, fabrique, language), envelope, speak)

    async def _report(self, mailing: Mailing, outcome: Outcome) -> bool:
        """Write down how a send ended; whether it ended at all."""
        now = self.clock.now()
        again = None
        if outcome in (Outcome.LATER, Outcome.AWAY):
            again = again_at(now, mailing)
        async with self.database.begin(mailing.fabrique) as store:
            if again is not None:
                await store.mail.settle(mailing.id, Sent.WAITING, again=again)
                return False
            await store.mail.settle(mailing.id, _ENDS.get(outcome, Sent.REFUSED))
            if outcome is Outcome.NOBODY:
                await self._bounced(store, mailing, now)
        return True

    async def _bounced(self, store: Store, mailing: Mailing, now: datetime) -> None:
        """The address takes nothing: its reader is told, and it is written to no more."""
        await store.mail.refuse(mailing.reader.id, now)
        if mailing.reader.person is None:
            return
        told = Notice(
            say("mail-bounced", address=mailing.reader.address), person=mailing.reader.person
        )
        fabrique = await store.fabriques.fabrique(mailing.fabrique)
        await self.composer.tell(store, [told], fabrique.zone, now)

    async def _tell_ended(self, ended: Iterable[tuple[int, str]]) -> None:
        """Tell the team once how the mails of a letter ended, if not all well."""
        for number, issue in sorted(ended):
            if not issue.startswith(ASKING):
                async with self.database.begin(number) as store:
                    await self._tell(store, number, issue)

    async def _tell(self, store: Store, number: int, issue: str) -> None:
        counts, now = await store.mail.counts(issue), self.clock.now()
        unknown, refused = counts.get(Sent.UNKNOWN, 0), counts.get(Sent.REFUSED, 0)
        if counts.get(Sent.WAITING) or counts.get(Sent.CLAIMED) or not (unknown or refused):
            return
        card = mailed(issue, sent=counts.get(Sent.SENT, 0), unknown=unknown, refused=refused)
        notices = [
            Notice(card, chat=chat.id)
            for chat in await store.chats.team()
            if await store.outbox.open_issue(chat.id, "mailed", f"{issue}:{unknown}", now=now)
        ]
        fabrique = await store.fabriques.fabrique(number)
        await self.composer.tell(store, notices, fabrique.zone, now)


def _plain(
    postman: Postman, fabrique: Fabrique, language: str, id: str, /, **values: object
) -> str:
    return postman.languages[language].plain(id, values, zone=fabrique.zone)
