"""The Matrix transport: one device that hears rooms in order and loses nothing between two starts.

Knows the order of a synchronisation and what must be durable before the next one; must not know
what is said. The library's own loop is not used: it notes how far it read before anybody kept
the events.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from nio import AsyncClient, AsyncClientConfig, MatrixRoom, MegolmEvent, SyncResponse

from bot.transports.matrix.attention import Attention
from bot.transports.matrix.comings import arrived, find_invites, join_invited, pasts
from bot.transports.matrix.crypto import Undecrypted, exchange_keys, harden, opened
from bot.transports.matrix.draw import CAPTION, KEYS, LONGEST, PART, measure
from bot.transports.matrix.fields import text_of
from bot.transports.matrix.files import content_of
from bot.transports.matrix.identity import Identity
from bot.transports.matrix.pages import amend, post
from bot.transports.matrix.receive import PLATFORM, Known, heard, refers_to
from bot.transports.matrix.rooms import Origin, Room, arrival, origin_of, own_step
from bot.transports.matrix.send import asked, call, quoted, rank_in
from bot.transports.matrix.session import Account, sign_in
from bot.transports.matrix.store import Store, unopened
from bot.transports.matrix.trust import prove
from chat.transport import (
    Attachment,
    Heard,
    Inbox,
    Limits,
    Lookup,
    Menu,
    Page,
    Place,
    Posted,
    Rank,
    TransportError,
)

_log = logging.getLogger(__name__)

_PATIENCE = 10.0  # seconds that a start waits for the first synchronisation
_POLL = 30_000  # milliseconds that the server holds a synchronisation open
_FIRST = 300  # seconds for the first one, which carries the state of every room
_CLOSING = 1.5  # seconds
_RECONNECT = 1.0  # seconds until a send may find us connected; that it was too early is no try
_PAUSES = (1.0, 2.0, 5.0, 15.0, 60.0)  # seconds after one, two, … failures in a row
_SHUT_OUT = ("M_USER_LOCKED", "M_USER_DEACTIVATED")  # no password helps
_PAGE = 100  # events in one page of history
_GAP = 2_000  # events of a room read back at most after an absence
_RECENT = 10_000  # senders of earlier events remembered

_QUIET: Mapping[str, Any] = {"presence": {"types": []}, "account_data": {"types": []}}
_ROOM: Mapping[str, Any] = {"ephemeral": {"types": []}, "account_data": {"types": []}}
_SYNC = {**_QUIET, "room": {**_ROOM, "timeline": {"limit": 50}}}
_NO_HISTORY = {**_QUIET, "room": {**_ROOM, "timeline": {"limit": 0}}}


class Matrix:
    """Rooms of one homeserver account, on one device that `store` remembers."""

    platform = PLATFORM
    limits = Limits(
        text=LONGEST, measure=measure, choices=len(KEYS), caption=CAPTION, sign="!", part=PART
    )
    idempotent = True
    numbered = True
    toasts = False
    hangs_threads = True
    one_device = True  # its keys are in one store, which one process opens

    def __init__(
        self,
        homeserver: str,
        user: str,
        *,
        password: str | None,
        token: str | None = None,
        store: Path,
        pickle_key: str,
        device_name: str = "fabrique",
    ) -> None:
        self._homeserver = homeserver.rstrip("/")
        self._account = Account(user, password, token, device_name)
        self._store = Store(store, pickle_key, user)
        self._forget()

    def _forget(self) -> None:
        """What lives from a start to a stop."""
        self._client: AsyncClient | None = None
        self._hearing: asyncio.Task[None] | None = None
        self._signed_in = False
        self._proved: bool | None = None
        self._works = False  # whether the account was seen to work
        self._filled = False  # whether the library knows the rooms
        self._since: str | None = None
        self._recent: dict[str, Origin | None] = {}
        self._earlier: dict[str, str] = {}  # the room that another one replaces
        self._undecrypted = Undecrypted(self._store.folder)
        self._attention: Attention | None = None
        self._ready = asyncio.Event()
        self.away = True

    def look_up_in(self, lookup: Lookup) -> None:
        """Nobody looks anything up from elsewhere."""

    async def join(self, inbox: Inbox) -> None:
        """Nothing: the store stays closed."""

    async def start(self, inbox: Inbox, menus: Sequence[Menu]) -> None:
        """Begin to hear; raises TransportError only when the server refuses the account."""
        del menus  # Matrix shows none
        await self._store.open()
        self._since = await inbox.cursor()
        self._client = self._new_client()
        self._attention = Attention(self._client)
        try:
            Identity.kept(self._store, self._account.user)
            self._undecrypted.find()
            await self._sign_in(self._client)
        except TransportError as error:
            if error.permanent:
                await self.stop()
                raise
            _log.warning("Matrix does not answer yet: %s", error.reason)
        except ValueError as error:
            await self.stop()
            raise unopened(self._store.folder, error) from error
        self._hearing = asyncio.create_task(self._hear(self._client, inbox))
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._ready.wait(), _PATIENCE)

    async def stop(self) -> None:
        """Stop hearing and close; what is being heard is heard again at the next start."""
        client, hearing, attention = self._client, self._hearing, self._attention
        self._forget()
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(_CLOSING):
                if hearing is not None:
                    hearing.cancel()
                    await asyncio.wait({hearing})
                if attention is not None:
                    await attention.close()
                if client is not None:
                    await client.close()
        if client is not None and client.store is not None:
            client.store.database.close()
        self._store.close()

    async def send(self, place: Place, page: Page, *, key: str) -> Posted:
        """Deliver a page; the same key posts nothing twice for a day, on the same device.

        What is for one person is not said in a room that somebody else has entered since.
        """
        client = self._connected()
        if place.private and not self._room(client, place.chat).private:
            raise TransportError("somebody else is in that room", permanent=True, gone=True)
        author = self._recent.get(page.reply_to or "")
        posted = await post(client, place, page, key, answers=author.sender if author else "")
        if self._attention is not None:
            self._attention.end(place.chat)
        return posted

    async def edit(self, place: Place, posted: Posted, page: Page, *, key: str) -> Posted:
        """Redraw a delivered page, and take back the reactions that are choices no more."""
        return await amend(self._connected(), place, posted, page, key)

    def pause(self, place: Place) -> float:
        """Nobody knows a homeserver's limits before it refuses."""
        del place
        return 0.0

    async def open_topic(self, place: Place, title: str) -> str | None:
        """Nothing to open: a thread hangs under a message."""

    async def retitle_topic(self, place: Place, title: str, *, closed: bool) -> None:
        """A thread has no name."""

    def link(self, payload: str) -> str | None:
        """There is none."""

    def awaits_toast(self, heard: Heard) -> bool:
        """A press has no passing answer here."""
        del heard
        return False

    async def attend(self, heard: Heard) -> None:
        """Mark it as read, and type until the answer is there."""
        if self._attention is not None and self._filled:
            self._attention.begin(heard.place.chat, heard.update)

    async def toast(self, heard: Heard, words: str) -> None:
        """Nothing: a reaction has no answer that only its author sees."""

    async def turn(self, heard: Heard, page: Page) -> None:
        """Choices are shown all at once."""

    async def rank(self, place: Place, account: str) -> Rank:
        """What the room's state says now."""
        return await rank_in(self._connected(), place, account)

    async def read(self, attachment: Attachment, *, at_most: int) -> bytes:
        """The file's content, decrypted."""
        return await content_of(self._connected(), attachment, at_most=at_most)

    def verified(self) -> bool:
        """Whether the account's own key has signed this device, for all to see."""
        return self._proved is True

    def _connected(self) -> AsyncClient:
        if self._client is None or not self._filled:
            raise TransportError("not connected", retry_after=_RECONNECT, account=True)
        return self._client

    def _new_client(self) -> AsyncClient:
        """A client that gives up at once: who asked decides about the next try."""
        config = AsyncClientConfig(
            max_limit_exceeded=0,
            max_timeouts=0,
            request_timeout=30,
            store_sync_tokens=False,
            pickle_key=self._store.secret.library,
        )
        folder = str(self._store.folder)
        return AsyncClient(self._homeserver, self._account.user, store_path=folder, config=config)

    async def _sign_in(self, client: AsyncClient) -> None:
        await sign_in(client, self._account, self._store.folder)
        harden(client)
        self._signed_in, self._proved = True, None

    async def _hear(self, client: AsyncClient, inbox: Inbox) -> None:
        """One round after another; whatever breaks one, the same events are asked for again."""
        failures = 0
        while True:
            (fault,) = await asyncio.gather(self._round(client, inbox), return_exceptions=True)
            self.away = fault is not None
            if fault is None:
                failures = 0
                continue
            self._signed_in = bool(client.access_token) and "M_UNKNOWN_TOKEN" not in str(fault)
            if any(code in str(fault) for code in _SHUT_OUT):
                await self._refused(inbox)
            expected = isinstance(fault, TransportError)
            _log.error("Matrix is not heard: %s", fault, exc_info=None if expected else fault)
            pause = _PAUSES[min(failures, len(_PAUSES) - 1)]
            failures += 1
            await asyncio.sleep(getattr(fault, "retry_after", None) or pause)

    async def _round(self, client: AsyncClient, inbox: Inbox) -> None:
        """Synchronise once: what was heard is durable before the server is told to go on."""
        if not self._signed_in:
            await self._sign_in_again(client, inbox)
        response = await self._synchronised(client)
        self._earlier |= pasts(response)
        await join_invited(client, response)
        updates = [] if self._since is None else await self._understood(client, response)
        self._undecrypted.keep()
        await inbox.put(updates, cursor=response.next_batch)
        self._undecrypted.stored()
        self._since, self._filled = response.next_batch, True
        await exchange_keys(client)
        if self._proved is None or client.user_id in response.device_list.changed:
            self._proved = await self._prove(client)
        if not self._works:
            await inbox.account(works=True)
            self._works = True
        self._ready.set()

    async def _sign_in_again(self, client: AsyncClient, inbox: Inbox) -> None:
        """A token was revoked: the password gives another one, unless it was changed too."""
        try:
            await self._sign_in(client)
        except TransportError as error:
            if error.permanent:
                await self._refused(inbox)
            raise

    async def _refused(self, inbox: Inbox) -> None:
        self._works = False
        await inbox.account(works=False)

    async def _synchronised(self, client: AsyncClient) -> SyncResponse:
        if self._since is None:
            opening = client.sync(timeout=0, sync_filter=_NO_HISTORY, full_state=True)
        elif not self._filled:
            await find_invites(client)
            opening = client.sync(0, sync_filter=_SYNC, since=self._since, full_state=True)
        else:
            return await asked(client.sync(_POLL, sync_filter=_SYNC, since=self._since))

        async def in_time() -> SyncResponse:
            async with asyncio.timeout(_FIRST):
                return await opening

        return await asked(in_time())

    async def _understood(self, client: AsyncClient, response: SyncResponse) -> list[Heard]:
        updates: list[Heard] = []
        for room, info in response.rooms.join.items():
            events = await self._timeline(client, room, info)
            before = [event.source for event in (*info.state, *info.timeline.events)]
            seen = [event.source for event in events]
            entered = await arrived(client, self._room(client, room), seen, before)
            updates += await self._translated(client, entered, events)
        for room, info in response.rooms.leave.items():
            left = self._room(client, room, info.state)
            going = [e for e in info.timeline.events if own_step(e.source, left) == "leave"]
            updates += await self._translated(client, left, going)
            client.rooms.pop(room, None)
        for room, event in self._undecrypted.readable(client):
            updates += await self._translated(client, self._room(client, room), [event])
        return updates

    async def _timeline(self, client: AsyncClient, room: str, info: Any) -> list[Any]:
        """A room's events since the last round, or since the bot arrived there, oldest first."""
        events, start = list(info.timeline.events), info.timeline.prev_batch
        view = self._room(client, room)
        more = info.timeline.limited
        while (begins := arrival([e.source for e in events], view)) is None and more:
            page = await asked(client.room_messages(room, start, self._since, limit=_PAGE))
            events, start = [*reversed(page.chunk), *events], page.end
            more = bool(page.chunk and page.end) and len(events) < _GAP
            if len(events) >= _GAP:
                _log.error("%s said too much meanwhile: the oldest was not read", room)
        return events[begins or 0 :]

    async def _translated(
        self, client: AsyncClient, room: Room, events: Iterable[Any]
    ) -> list[Heard]:
        updates = []
        for event in events:
            source = self._readable(client, room.id, event)
            known = await self._origins(client, room, source)
            if update := heard(source, room, known):
                updates.append(update)
        return updates

    def _readable(self, client: AsyncClient, room: str, event: Any) -> Mapping[str, Any]:
        """The event as its author wrote it; one without a key waits for it."""
        if isinstance(event, MegolmEvent):
            event.room_id = room
            plain = opened(client, room, event)
            if plain is None:
                self._undecrypted.add(room, event)
            event = plain or event
        source: Mapping[str, Any] = event.source
        self._remember(text_of(source.get("event_id")), origin_of(source))
        return source

    async def _origins(self, client: AsyncClient, room: Room, source: Mapping[str, Any]) -> Known:
        """The earlier events that decide what this one means, asked for when not seen before."""
        earlier = refers_to(source, room)
        if earlier is not None and earlier not in self._recent:
            path = f"/_matrix/client/v3/rooms/{quoted(room.id)}/event/{quoted(earlier)}"
            answer = await call(client, "GET", path)
            gone = answer.status in (403, 404)
            said = {} if gone else answer.ok()
            self._remember(earlier, None if gone else origin_of(said))
        return self._recent

    def _remember(self, event_id: str, origin: Origin | None) -> None:
        self._recent[event_id] = origin
        while len(self._recent) > _RECENT:
            del self._recent[next(iter(self._recent))]

    def _room(self, client: AsyncClient, room_id: str, state: Iterable[Any] = ()) -> Room:
        """A room as events are read in it; one that was left meanwhile is known by its state."""
        room = client.rooms.get(room_id)
        if room is None:
            room = MatrixRoom(room_id, client.user_id)
            for event in state:
                take = room.handle_membership if hasattr(event, "membership") else room.handle_event
                take(event)
        earlier = client.rooms.get(self._earlier.get(room_id, ""))
        names = {**(_names(earlier) if earlier else {}), **_names(room)}
        return Room(room_id, client.user_id, names, room.named_room_name() or "")

    async def _prove(self, client: AsyncClient) -> bool | None:
        """Whether others see the device signed; None when that is to be asked again."""
        try:
            doubt = await prove(client, self._store, self._account.password)
        except TransportError as error:
            _log.error("the device is not signed: %s", error)
            return False if error.permanent else None
        except ValueError as error:
            _log.error("the device is not signed: %s", unopened(self._store.folder, error))
            return False
        if doubt is not None:
            _log.error("some clients will not trust the bot: %s", doubt.value)
        return doubt is None


def _names(room: MatrixRoom) -> dict[str, str]:
    """Who is there or invited. Whoever was there before a room moved comes later."""
    return {account: user.display_name or "" for account, user in room.users.items()}
