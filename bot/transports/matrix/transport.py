"""The Matrix transport: one device that hears rooms in order and loses nothing between two starts.

Knows the order of a synchronisation and what must be durable before the next one; must not know
what is said. The library's own loop is not used: it notes how far it read before anybody kept
the events.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import logging
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from nio import AsyncClient, AsyncClientConfig, MatrixRoom, MegolmEvent, SyncResponse

from bot.transports.matrix.crypto import (
    Identity,
    Undecrypted,
    ask_for_key,
    exchange_keys,
    harden,
    opened,
    prove,
)
from bot.transports.matrix.draw import CAPTION, KEYS, LONGEST, measure
from bot.transports.matrix.fields import text_of
from bot.transports.matrix.receive import PLATFORM, Known, heard, refers_to
from bot.transports.matrix.rooms import Origin, Room, arrival, origin_of, own_step, predecessor
from bot.transports.matrix.send import amend, asked, call, content_of, post, quoted, rank_in
from bot.transports.matrix.session import Account, sign_in
from chat.transport import (
    Attachment,
    Heard,
    Inbox,
    Limits,
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
_JOIN = 30  # seconds; the server goes on joining a far room after that
_CLOSING = 1.5  # seconds
_PAUSES = (1.0, 2.0, 5.0, 15.0, 60.0)  # seconds after one, two, … failures in a row
_PAGE = 100  # events in one page of history
_GAP = 2_000  # events of a room read back at most after an absence
_RECENT = 10_000  # senders of earlier events remembered

_QUIET: Mapping[str, Any] = {"presence": {"types": []}, "account_data": {"types": []}}
_ROOM: Mapping[str, Any] = {"ephemeral": {"types": []}, "account_data": {"types": []}}
_SYNC = {**_QUIET, "room": {**_ROOM, "timeline": {"limit": 50}}}
_NO_HISTORY = {**_QUIET, "room": {**_ROOM, "timeline": {"limit": 0}}}
_INVITES = {**_QUIET, "room": {**_ROOM, "timeline": {"limit": 0}, "state": {"types": []}}}


class Matrix:
    """Rooms of one homeserver account, on one device that `store` remembers."""

    platform = PLATFORM
    limits = Limits(text=LONGEST, measure=measure, choices=len(KEYS), caption=CAPTION, sign="!")
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
        self._store = store
        self._pickle_key = pickle_key
        self._forget()

    def _forget(self) -> None:
        """What lives from a start to a stop."""
        self._client: AsyncClient | None = None
        self._hearing: asyncio.Task[None] | None = None
        self._signed_in = False
        self._proved: bool | None = None
        self._filled = False  # whether the library knows the rooms
        self._since: str | None = None
        self._recent: dict[str, Origin | None] = {}
        self._undecrypted = Undecrypted()
        self._ready = asyncio.Event()

    async def join(self, inbox: Inbox) -> None:
        """Nothing: the store stays closed."""

    async def start(self, inbox: Inbox, menus: Sequence[Menu]) -> None:
        """Begin to hear; raises TransportError only when the server refuses the account."""
        del menus  # Matrix shows none
        self._store.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._since = await inbox.cursor()
        self._client = self._new_client()
        try:
            await self._sign_in(self._client)
        except TransportError as error:
            if error.permanent:
                await self.stop()
                raise
            _log.warning("Matrix does not answer yet: %s", error.reason)
        except ValueError as error:
            await self.stop()
            raise TransportError(f"the store cannot be read: {error}", permanent=True) from error
        self._hearing = asyncio.create_task(self._hear(self._client, inbox))
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._ready.wait(), _PATIENCE)

    async def stop(self) -> None:
        """Stop hearing and close; what is being heard is heard again at the next start."""
        client, hearing = self._client, self._hearing
        self._forget()
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(_CLOSING):
                if hearing is not None:
                    hearing.cancel()
                    await asyncio.wait({hearing})
                if client is not None:
                    await client.close()
        if client is not None and client.store is not None:
            client.store.database.close()

    async def send(self, place: Place, page: Page, *, key: str) -> Posted:
        """Deliver a page; the same key posts nothing twice for a day, on the same device.

        What is for one person is not said in a room that somebody else has entered since.
        """
        client = self._connected()
        if place.private and not self._room(client, place.chat).private:
            raise TransportError("somebody else is in that room", permanent=True, gone=True)
        return await post(client, place, page, key)

    async def edit(self, place: Place, posted: Posted, page: Page, *, key: str) -> Posted:
        """Redraw a delivered page, and take back the reactions that are choices no more."""
        return await amend(self._connected(), place, posted, page, key)

    async def open_topic(self, place: Place, title: str) -> str | None:
        """Nothing to open: a thread hangs under a message."""

    async def retitle_topic(self, place: Place, title: str, *, closed: bool) -> None:
        """A thread has no name."""

    def link(self, payload: str) -> str | None:
        """There is none."""

    async def toast(self, heard: Heard, words: str) -> None:
        """Nothing: a reaction has no answer that only its author sees."""

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
            raise TransportError("not connected")
        return self._client

    def _new_client(self) -> AsyncClient:
        """A client that gives up at once: who asked decides about the next try."""
        config = AsyncClientConfig(
            max_limit_exceeded=0,
            max_timeouts=0,
            request_timeout=30,
            store_sync_tokens=False,
            pickle_key=self._pickle_key,
        )
        return AsyncClient(
            self._homeserver, self._account.user, store_path=str(self._store), config=config
        )

    async def _sign_in(self, client: AsyncClient) -> None:
        await sign_in(client, self._account, self._store)
        harden(client)
        self._signed_in, self._proved = True, None

    async def _hear(self, client: AsyncClient, inbox: Inbox) -> None:
        """One round after another; whatever breaks one, the same events are asked for again."""
        failures = 0
        while True:
            (fault,) = await asyncio.gather(self._round(client, inbox), return_exceptions=True)
            if fault is None:
                failures = 0
                continue
            self._signed_in = bool(client.access_token) and "M_UNKNOWN_TOKEN" not in str(fault)
            expected = isinstance(fault, TransportError)
            _log.error("Matrix is not heard: %s", fault, exc_info=None if expected else fault)
            pause = _PAUSES[min(failures, len(_PAUSES) - 1)]
            failures += 1
            await asyncio.sleep(getattr(fault, "retry_after", None) or pause)

    async def _round(self, client: AsyncClient, inbox: Inbox) -> None:
        """Synchronise once: what was heard is durable before the server is told to go on."""
        if not self._signed_in:
            await self._sign_in(client)
        response = await self._synchronised(client)
        await self._join_invited(client, response)
        updates = [] if self._since is None else await self._understood(client, response)
        await inbox.put(updates, cursor=response.next_batch)
        self._undecrypted.stored()
        self._since, self._filled = response.next_batch, True
        await exchange_keys(client)
        if self._proved is None:
            self._proved = await self._prove(client)
        self._ready.set()

    async def _synchronised(self, client: AsyncClient) -> SyncResponse:
        if self._since is None:
            opening = client.sync(timeout=0, sync_filter=_NO_HISTORY, full_state=True)
        elif not self._filled:
            await self._find_invites(client)
            opening = client.sync(0, sync_filter=_SYNC, since=self._since, full_state=True)
        else:
            return await asked(client.sync(_POLL, sync_filter=_SYNC, since=self._since))

        async def in_time() -> SyncResponse:
            async with asyncio.timeout(_FIRST):
                return await opening

        return await asked(in_time())

    async def _find_invites(self, client: AsyncClient) -> None:
        """Join where an earlier try failed: a synchronisation names an invitation only once."""
        path = f"/_matrix/client/v3/sync?timeout=0&filter={quoted(json.dumps(_INVITES))}"
        rooms = (await call(client, "GET", path)).ok().get("rooms", {})
        await asyncio.gather(*(_join(client, room) for room in rooms.get("invite", {})))

    async def _join_invited(self, client: AsyncClient, response: SyncResponse) -> None:
        """Accept each invitation, and go where a room says that it goes on."""
        joins = [_join(client, room) for room in response.rooms.invite]
        for room, info in response.rooms.join.items():
            for event in info.timeline.events:
                if event.source.get("type") == "m.room.tombstone":
                    update = heard(event.source, self._room(client, room), {})
                    if update and update.moved_to and update.moved_to not in client.rooms:
                        joins.append(_join(client, update.moved_to, via=update.speaker.account))
        await asyncio.gather(*joins)

    async def _understood(self, client: AsyncClient, response: SyncResponse) -> list[Heard]:
        updates: list[Heard] = []
        for room, info in response.rooms.join.items():
            events = await self._timeline(client, room, info)
            begun = self._room(client, room, [*info.state, *info.timeline.events])
            updates += await self._translated(client, begun, events)
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
            source = await self._readable(client, room.id, event)
            known = await self._origins(client, room, source)
            if update := heard(source, room, known):
                updates.append(update)
        return updates

    async def _readable(self, client: AsyncClient, room: str, event: Any) -> Mapping[str, Any]:
        """The event as its author wrote it; one without a key waits for it."""
        if isinstance(event, MegolmEvent):
            event.room_id = room
            plain = opened(client, room, event)
            if plain is None:
                self._undecrypted.add(room, event)
                await ask_for_key(client, event)
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
        names = {account: user.display_name or "" for account, user in room.users.items()}
        continues = any(predecessor(event.source) in client.rooms for event in state)
        return Room(room_id, client.user_id, names, room.named_room_name() or "", continues)

    async def _prove(self, client: AsyncClient) -> bool:
        try:
            identity = await asyncio.to_thread(Identity.of, self._store, self._pickle_key)
            proved = await prove(client, identity, self._account.password)
        except (TransportError, ValueError) as error:
            _log.error("the device is not signed: %s", error)
            return False
        if not proved:
            _log.warning("the device is not signed: some clients will not trust it")
        return proved


async def _join(client: AsyncClient, room: str, *, via: str = "") -> None:
    """Enter a room, by the server of an account that is in it; a refusal is only logged."""
    server = quoted(via.partition(":")[2])
    query = f"?via={server}&server_name={server}" if server else ""
    try:
        async with asyncio.timeout(_JOIN):
            (await call(client, "POST", f"/_matrix/client/v3/join/{quoted(room)}{query}", {})).ok()
    except (TransportError, TimeoutError) as error:
        _log.warning("%s was not joined: %s", room, error)
