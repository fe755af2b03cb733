"""What encryption needs beside the library: disbelief, and messages that wait for a key.

Knows keys and the store's folder; must not know what is said.
"""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from nio import AsyncClient, EncryptionError, MegolmEvent

from bot.transports.matrix.draw import POLL, POLL_END, POLL_RESPONSE
from bot.transports.matrix.fields import items, mapping, text_of
from bot.transports.matrix.send import asked
from bot.transports.matrix.store import write_private

_log = logging.getLogger(__name__)

_SEALED = frozenset({"m.room.message", "m.sticker", "m.reaction", POLL, POLL_RESPONSE, POLL_END})
"""What encryption may hold."""

_UNREADABLE = (
    *(ValueError, LookupError, TypeError, AttributeError, AssertionError, RecursionError),
    EncryptionError,
)
_WAITING = 1_000  # messages kept that have no key yet; the oldest goes first
_FILE = "waiting.json"


def harden(client: AsyncClient) -> None:
    """Make the library survive, and disbelieve, what anybody may send under encryption.

    One malformed key or message makes it raise in the middle of a sync, and at each repeat. A
    message may also hold the likeness of a kick, a promotion or a move, which it would believe:
    the homeserver vouches only for the state that it can read. Nor is the homeserver believed that
    somebody said what another person's device has sealed.
    """
    olm = client.olm
    take, decrypt = type(olm).handle_to_device_event, type(olm).decrypt_megolm_event

    def taken(event: Any) -> Any:
        try:
            return take(olm, event)
        except _UNREADABLE as error:
            _log.warning("a to-device message was unreadable: %r", error)
            return None

    def decrypted(event: MegolmEvent, room_id: str | None = None) -> Any:
        try:
            inside = decrypt(olm, event, room_id)
        except _UNREADABLE as error:
            raise EncryptionError(f"unreadable: {error!r}") from error
        if text_of(inside.source.get("type")) not in _SEALED:
            raise EncryptionError("not a message")
        if not _may_have_sealed(olm, event):
            raise EncryptionError("sealed by a device of somebody else")
        return inside

    olm.handle_to_device_event, olm.decrypt_megolm_event = taken, decrypted


def _may_have_sealed(olm: Any, event: MegolmEvent) -> bool:
    """Whether a sender owns the device that sealed a message, or nobody is known to own it yet."""
    owners = {one.user_id for one in olm.device_store if one.curve25519 == event.sender_key}
    return not owners or event.sender in owners


async def exchange_keys(client: AsyncClient) -> None:
    """Send and ask for what encryption needs; a failure is tried again after the next sync."""
    jobs: list[Awaitable[Any]] = [client.send_to_device_messages()]
    if client.should_upload_keys:
        jobs.append(_made(client.keys_upload))
    if client.should_query_keys:
        jobs.append(_made(client.keys_query))
    if client.should_claim_keys:
        jobs.append(_made(client.keys_claim, client.get_users_for_key_claiming()))
    for outcome in await asyncio.gather(*jobs, return_exceptions=True):
        if isinstance(outcome, Exception):
            _log.warning("keys were not exchanged: %r", outcome)


async def _made(request: Callable[..., Awaitable[Any]], *given: Any) -> Any:
    """The answer to a request that is made only now: a stop may come before it begins."""
    return await asked(request(*given))


class Undecrypted:
    """Messages heard before their key, kept sealed in the store: a restart goes on waiting."""

    def __init__(self, store: Path) -> None:
        self._file = store / _FILE
        self._waiting: dict[str, tuple[str, MegolmEvent]] = {}
        self._read: set[str] = set()
        self._noted: list[str] = []

    def find(self) -> None:
        """What waited when the bot stopped; ValueError when the file is none of ours."""
        said = json.loads(self._file.read_text()) if self._file.exists() else []
        for room, source in (items(one) for one in items(said)):
            event = MegolmEvent.from_dict(mapping(source))
            if isinstance(event, MegolmEvent):
                self._waiting[event.event_id] = (text_of(room), event)
        self._noted = list(self._waiting)

    def add(self, room: str, event: MegolmEvent) -> None:
        """Wait for the key of a message."""
        _log.warning("no key for %s from %s yet", event.event_id, event.sender)
        self._waiting[event.event_id] = (room, event)
        while len(self._waiting) > _WAITING:
            del self._waiting[next(iter(self._waiting))]

    def keep(self) -> None:
        """Write down what waits, before the homeserver is told that it was heard."""
        if self._noted != list(self._waiting):
            said = [[room, event.source] for room, event in self._waiting.values()]
            write_private(self._file, json.dumps(said))
            self._noted = list(self._waiting)

    def readable(self, client: AsyncClient) -> list[tuple[str, Any]]:
        """Rooms and messages whose key came meanwhile; the same again until they are stored."""
        found = ((room, opened(client, room, event)) for room, event in self._waiting.values())
        readable = [(room, event) for room, event in found if event is not None]
        self._read = {event.event_id for _, event in readable}
        return readable

    def stored(self) -> None:
        """Wait no more for what was readable."""
        for event_id in self._read:
            self._waiting.pop(event_id, None)
        self._read.clear()


def opened(client: AsyncClient, room: str, event: MegolmEvent) -> Any | None:
    """The message inside an encrypted one, itself if nobody can read it; None without its key."""
    if not client.olm.inbound_group_store.get(room, event.sender_key, event.session_id):
        return None
    event.room_id = room
    try:
        return client.decrypt_event(event)
    except EncryptionError as error:
        _log.warning("%s from %s cannot be read: %s", event.event_id, event.sender, error)
        return event
