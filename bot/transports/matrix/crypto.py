"""What encryption needs beside the library: a signed device, and messages that wait for a key.

Knows keys, signatures and the store's folder; must not know what is said. Clients that follow the
specification of 2026 send no room key to a device that its own account has not signed, and the
library signs nothing, hence the identity here.
"""

from __future__ import annotations

import asyncio
import base64
import hashlib
import json
import logging
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from Crypto.Cipher import AES
from Crypto.PublicKey import ECC
from Crypto.Random import get_random_bytes
from Crypto.Signature import eddsa
from nio import AsyncClient, EncryptionError, MegolmEvent

from bot.transports.matrix.draw import POLL, POLL_END, POLL_RESPONSE
from bot.transports.matrix.send import Answer, asked, call
from bot.transports.matrix.session import write_private
from chat.transport import TransportError

_log = logging.getLogger(__name__)

_IDENTITY = "identity.json"
_SCRYPT = {"n": 2**15, "r": 8, "p": 1, "maxmem": 2**26}  # 32 MiB, about 0.1 s
_ROLES = ("master", "self_signing", "user_signing")
_SEALED = frozenset({"m.room.message", "m.sticker", "m.reaction", POLL, POLL_RESPONSE, POLL_END})
"""What encryption may hold."""

_UNREADABLE = (ValueError, LookupError, TypeError, AttributeError, RecursionError, EncryptionError)
_WAITING = 1_000  # messages without a key kept in memory; the oldest goes first


@dataclass(frozen=True)
class Identity:
    """The seeds of an account's three cross-signing keys."""

    master: bytes
    self_signing: bytes
    user_signing: bytes

    @classmethod
    def of(cls, store: Path, pickle_key: str) -> Identity:
        """The identity in the store, made at the first call; ValueError when the key is wrong."""
        file = store / _IDENTITY
        if file.exists():
            return cls.opened(json.loads(file.read_text()), pickle_key)
        identity = cls(*(ECC.generate(curve="Ed25519").seed for _ in _ROLES))
        write_private(file, json.dumps(identity.sealed(pickle_key)))
        return identity

    def sealed(self, pickle_key: str) -> dict[str, str]:
        """Encrypted under the key, as JSON holds it."""
        salt, nonce = get_random_bytes(16), get_random_bytes(12)
        seeds = self.master + self.self_signing + self.user_signing
        cipher = AES.new(_derived(pickle_key, salt), AES.MODE_GCM, nonce=nonce)
        data, tag = cipher.encrypt_and_digest(seeds)
        parts = {"salt": salt, "nonce": nonce, "data": data, "tag": tag}
        return {name: _b64(part) for name, part in parts.items()}

    @classmethod
    def opened(cls, sealed: Mapping[str, str], pickle_key: str) -> Identity:
        """The reverse of sealed; ValueError when the key is wrong or the file was changed."""
        salt, nonce, data, tag = (_unb64(sealed[name]) for name in ("salt", "nonce", "data", "tag"))
        cipher = AES.new(_derived(pickle_key, salt), AES.MODE_GCM, nonce=nonce)
        seeds = cipher.decrypt_and_verify(data, tag)
        return cls(seeds[:32], seeds[32:64], seeds[64:])

    def keys_of(self, user_id: str) -> dict[str, dict[str, Any]]:
        """The three public keys as they are uploaded, the lesser two signed by the master."""
        seeds = (self.master, self.self_signing, self.user_signing)
        keys: dict[str, dict[str, Any]] = {}
        for role, seed in zip(_ROLES, seeds, strict=True):
            public = public_key(seed)
            key = {"user_id": user_id, "usage": [role], "keys": {f"ed25519:{public}": public}}
            keys[f"{role}_key"] = key if role == "master" else signed(key, user_id, self.master)
        return keys


def public_key(seed: bytes) -> str:
    """The public key of a seed, in unpadded base64."""
    key = ECC.construct(curve="Ed25519", seed=seed)
    return _b64(key.public_key().export_key(format="raw"))


def signed(what: Mapping[str, Any], user_id: str, seed: bytes) -> dict[str, Any]:
    """An object with its signature by this key alone, in the form that keys are uploaded in."""
    bare = {key: value for key, value in what.items() if key not in ("signatures", "unsigned")}
    canonical = json.dumps(bare, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    key = ECC.construct(curve="Ed25519", seed=seed)
    signature = _b64(eddsa.new(key, "rfc8032").sign(canonical.encode()))
    return {**bare, "signatures": {user_id: {f"ed25519:{public_key(seed)}": signature}}}


async def prove(client: AsyncClient, identity: Identity, password: str | None) -> bool:
    """Publish the identity and its signature of this device; whether the server now shows both."""
    published = await _published(client)
    if client.device_id not in published.devices:
        client.olm.account.shared = False  # a logout elsewhere made the server forget the keys
        await asked(client.keys_upload())
        published = await _published(client)
    mine = identity.keys_of(client.user_id)
    if set(published.master.get("keys", {})) != set(mine["master_key"]["keys"]):
        await _upload(client, mine, password)
    if not _is_signed(published, client, identity):
        await _sign_device(client, identity, mine, published)
        published = await _published(client)
    return _is_signed(published, client, identity)


@dataclass(frozen=True)
class _Published:
    """What the server tells everybody of the account's keys."""

    master: Mapping[str, Any]
    devices: Mapping[str, Mapping[str, Any]]


async def _published(client: AsyncClient) -> _Published:
    me = client.user_id
    asking: dict[str, Any] = {"device_keys": {me: []}}
    body = (await call(client, "POST", "/_matrix/client/v3/keys/query", asking)).ok()
    master = body.get("master_keys", {}).get(me, {})
    return _Published(master, body.get("device_keys", {}).get(me, {}))


def _is_signed(published: _Published, client: AsyncClient, identity: Identity) -> bool:
    """Whether others see the device signed by the key that the published master key vouches for."""
    device = published.devices.get(client.device_id, {})
    ours = signed(device, client.user_id, identity.self_signing)["signatures"][client.user_id]
    theirs = device.get("signatures", {}).get(client.user_id, {})
    masters = published.master.get("keys", {})
    return f"ed25519:{public_key(identity.master)}" in masters and ours.items() <= theirs.items()


async def _upload(client: AsyncClient, keys: Mapping[str, Any], password: str | None) -> None:
    path = "/_matrix/client/v3/keys/device_signing/upload"
    answer = await call(client, "POST", path, keys)
    if answer.status == 401 and "session" in answer.body and password is not None:
        answer = await call(client, "POST", path, {**keys, "auth": _auth(client, answer, password)})
    answer.ok()


def _auth(client: AsyncClient, answer: Answer, password: str) -> dict[str, Any]:
    return {
        "type": "m.login.password",
        "identifier": {"type": "m.id.user", "user": client.user_id},
        "password": password,
        "session": answer.body["session"],
    }


async def _sign_device(
    client: AsyncClient, identity: Identity, keys: Mapping[str, Any], published: _Published
) -> None:
    """Sign the device by the account, and the account by the device, as clients do."""
    me = client.user_id
    device = signed(published.devices[client.device_id], me, identity.self_signing)
    master = dict(keys["master_key"])
    by_device = client.olm.sign_json(master)
    vouched = {**master, "signatures": {me: {f"ed25519:{client.device_id}": by_device}}}
    signatures = {me: {client.device_id: device, public_key(identity.master): vouched}}
    answer = await call(client, "POST", "/_matrix/client/v3/keys/signatures/upload", signatures)
    if failures := answer.ok().get("failures"):
        raise TransportError(f"the server refused a signature: {failures}")


def harden(client: AsyncClient) -> None:
    """Make the library survive, and disbelieve, what anybody may send under encryption.

    One malformed key or message makes it raise in the middle of a sync, and at each repeat. A
    message may also hold the likeness of a kick, a promotion or a move, which it would believe:
    the homeserver vouches only for the state that it can read.
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
        if inside.source.get("type") not in _SEALED:
            raise EncryptionError("not a message")
        return inside

    olm.handle_to_device_event, olm.decrypt_megolm_event = taken, decrypted


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
    """Messages heard before their key. In memory: a crash loses those still waiting."""

    def __init__(self) -> None:
        self._waiting: dict[str, tuple[str, MegolmEvent]] = {}
        self._read: set[str] = set()

    def add(self, room: str, event: MegolmEvent) -> None:
        """Wait for the key of a message."""
        self._waiting[event.event_id] = (room, event)
        while len(self._waiting) > _WAITING:
            del self._waiting[next(iter(self._waiting))]

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


async def ask_for_key(client: AsyncClient, event: MegolmEvent) -> None:
    """Ask the account's other devices for a key, once for each session."""
    _log.warning("no key for %s from %s yet", event.event_id, event.sender)
    try:
        await asked(client.request_room_key(event))
    except TransportError as error:
        _log.info("the key of %s was not requested: %s", event.event_id, error.reason)


def _derived(pickle_key: str, salt: bytes) -> bytes:
    return hashlib.scrypt(pickle_key.encode(), salt=salt, dklen=32, **_SCRYPT)


def _b64(raw: bytes) -> str:
    return base64.b64encode(raw).decode().rstrip("=")


def _unb64(text: str) -> bytes:
    return base64.b64decode(text + "=" * (-len(text) % 4))
