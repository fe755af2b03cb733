"""One update, one transaction: seen, handled, answered into the outbox, committed.

Nobody below commits. A refusal or a fault undoes what the command did, to a savepoint, and the
words that say so are committed with the update, so that a redelivery is not refused twice.
"""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

import structlog
from sqlalchemy.exc import DataError

from bot.clock import Clock
from bot.composer import Composer
from bot.conversation import Conversation
from bot.faults import Faults
from bot.library import Library
from bot.look import Looker
from bot.offer_search import OfferIndexes
from bot.replicas import Replica
from bot.skill_shelf import SkillShelf
from bot.surroundings import Look, desk_for, is_awaited, open_chat
from chat.command import Commands
from chat.desk import Outlets
from chat.kept import heard_from_json
from chat.transport import Act, Heard, Page, Rank, Transport
from chat.words import Words
from domain.errors import Refusal
from domain.places import Places
from storage import Database, Store
from storage.inbox import Received

AT_ONCE = 50
"""Updates read from the inbox at a time."""

LOOKS, BETWEEN_LOOKS = 40, 0.25
"""How often, and how many seconds apart, one looks whether a send has ended."""

log = structlog.get_logger(__name__)


@dataclass(frozen=True)
class Passing:
    """What a press is answered beside any message: a toast, another page of its choices."""

    toast: str | None = None
    turned: Page | None = None


@dataclass
class Dispatcher:
    """Answers what waits in the inbox, one update after the other.

    Beside other processes, it answers what it heard and what nobody else answered yet. Once
    `closing`, updates under way are finished and no other begins.
    """

    database: Database
    commands: Commands
    composer: Composer
    looker: Looker
    transports: Mapping[str, Transport]
    clock: Clock
    token: Callable[[], str]
    faults: Faults
    library: Library
    places: Places
    skills: SkillShelf
    replica: Replica | None = None
    outlets: Outlets = field(default_factory=Outlets)
    closing: bool = False
    offers: OfferIndexes = field(default_factory=OfferIndexes)

    async def drain(self) -> int:
        """Answer everything that waits; says how many updates took effect.

        What comes meanwhile wakes us again: only a full hand means that more was there.
        """
        count, full = 0, True
        while full and not self.closing:
            waiting = await self._waiting()
            full = len(waiting) == AT_ONCE
            chats = defaultdict(list)
            for received in waiting:
                place = received.body["place"]
                chats[place["platform"], place["chat"]].append(received)
            await asyncio.gather(*(self._take_in_order(each) for each in chats.values()))
            count += len(waiting)
        return count

    async def _take_in_order(self, waiting: Sequence[Received]) -> None:
        """The updates of one chat; another chat need not wait for a platform's slow answer."""
        for received in waiting:
            if not self.closing:
                await self._take(received)

    async def _waiting(self) -> list[Received]:
        async with self.database.begin() as store:
            return list(await store.inbox.waiting(self._served(), at_most=AT_ONCE))

    def _served(self) -> tuple[str, ...]:
        """The platforms whose updates can be answered here: who does not lead has no device."""
        follows = self.replica is not None and not self.replica.leads
        return tuple(
            name for name, one in self.transports.items() if not follows or not one.one_device
        )

    async def _take(self, received: Received) -> None:
        heard = _read(received)
        if heard is None:
            await self._let_go(received)
            return
        with structlog.contextvars.bound_contextvars(
            update=f"{received.platform}:{received.update}"
        ):
            if not await self._concerns_us(heard):
                await self._let_go(received)
                return
            await self._attend(heard)
            await self._until_sent(heard)
            (look,) = await asyncio.gather(self._look(heard), return_exceptions=True)
            try:
                fresh, passing = await self._in_one_transaction(received, heard, look)
            except DataError as fault:  # it would be refused for ever, and hold up all the others
                self.faults.tell(fault, where="dispatcher")
                await self._let_go(received)
                return
            if fresh or self.replica is None:
                log.info("answered", act=heard.act.value)
                await self._finish(heard, passing)

    async def _attend(self, heard: Heard) -> None:
        """Show whoever speaks to us that we are at it."""
        transport = self.transports.get(heard.place.platform)
        if transport is not None and heard.act in (Act.SAID, Act.PRESSED):
            await transport.attend(heard)

    async def _until_sent(self, heard: Heard) -> None:
        """Who answers a message at once is heard when its send has ended, and its row knows it."""
        pressed = heard.message if heard.act is Act.PRESSED else None
        message = pressed or heard.reply_to or self._hung_under(heard)
        for _ in range(LOOKS if message else 0):
            async with self.database.begin() as store:
                place = heard.place
                if not await store.outbox.is_under_way(place.platform, place.chat, str(message)):
                    return
            await asyncio.sleep(BETWEEN_LOOKS)

    def _hung_under(self, heard: Heard) -> str | None:
        """The message in whose thread something is said, where threads hang under one."""
        transport = self.transports.get(heard.place.platform)
        return heard.place.thread if transport is not None and transport.hangs_threads else None

    async def _in_one_transaction(
        self, received: Received, heard: Heard, look: Look | BaseException
    ) -> tuple[bool, Passing]:
        """Whether the update took effect now, and what passes."""
        async with self.database.begin() as store:
            if self.replica is not None:
                await store.leases.one_at_a_time(f"{heard.place.platform} {heard.place.chat}")
            fresh = not await store.inbox.was_seen(received.platform, received.update)
            passing = await self._answer(store, heard, look) if fresh else Passing()
            await store.inbox.done(received, now=self.clock.now())
            if self.replica is not None and not self.replica.leads:
                await store.leases.ring()
        return fresh, passing

    async def _let_go(self, received: Received) -> None:
        """Nothing can be made of an update; it is remembered as seen."""
        async with self.database.begin() as store:
            await store.inbox.done(received, now=self.clock.now())

    async def _look(self, heard: Heard) -> Look:
        if heard.place.platform not in self.transports:
            return Look(Rank.MEMBER if heard.place.private else Rank.GONE)
        return await self.looker.look(heard)

    async def _concerns_us(self, heard: Heard) -> bool:
        """Whether the bot was spoken to; who talks to others in a group is not met."""
        if heard.is_for_us:
            return True
        await self._until_sent(heard)
        async with self.database.begin() as store:
            now = self.clock.now()
            if await is_awaited(store, heard, now=now):
                return True
            await open_chat(store, heard, now=now)
        return False

    async def _answer(self, store: Store, heard: Heard, look: Look | BaseException) -> Passing:
        """Have the conversation; gives what passes. What failed while looking fails here."""
        known = look if isinstance(look, Look) else Look(Rank.GONE)
        transport = self.transports.get(heard.place.platform)
        desk = await desk_for(
            store,
            heard,
            known,
            now=self.clock.now(),
            token=self.token,
            library=self.library,
            skills=self.skills,
            link=transport.link if transport else lambda _payload: None,
            places=self.places,
            offers=self.offers,
            outlets=self.outlets,
        )
        conversation = Conversation(
            desk, self.commands, self.composer, numbered=bool(transport and transport.numbered)
        )
        try:
            async with store.savepoint():
                if isinstance(look, BaseException):
                    raise look
                await conversation.answer()
        except Refusal as refusal:
            log.info("refused", refusal=refusal.name)
            await self._explain(store, conversation, refusal)
        except Exception as fault:
            code = self.faults.tell(fault, where="dispatcher")
            await conversation.say_shortly(Words("fault", {"code": code}))
        return Passing(await self._toast(conversation, transport), conversation.turned)

    async def _explain(self, store: Store, conversation: Conversation, refusal: Refusal) -> None:
        """Say why not and put the question again; one that cannot be put again is given up."""
        try:
            async with store.savepoint():
                await conversation.refuse(refusal)
        except Refusal:
            await conversation.give_up(refusal)

    async def _toast(self, conversation: Conversation, transport: Transport | None) -> str | None:
        if conversation.toast is None:
            return None
        desk = conversation.desk
        pressed = desk.heard.act is Act.PRESSED
        if transport and transport.toasts and pressed and transport.awaits_toast(desk.heard):
            return self.composer.plain(conversation.toast, desk.language, desk.fabrique.zone)
        await conversation.say_words(conversation.toast)
        return None

    async def _finish(self, heard: Heard, passing: Passing) -> None:
        """Let the platform stop showing that a press is under way."""
        transport = self.transports.get(heard.place.platform)
        if transport is not None and heard.act is Act.PRESSED:
            if passing.turned is not None:
                await transport.turn(heard, passing.turned)
            await transport.toast(heard, passing.toast or "")


def _read(received: Received) -> Heard | None:
    """What was heard; a row that another version wrote and nobody can read any more is let go."""
    try:
        return heard_from_json(received.body)
    except (KeyError, TypeError, ValueError) as error:
        log.error("unreadable update", row=received.id, kind=type(error).__name__)
        return None
