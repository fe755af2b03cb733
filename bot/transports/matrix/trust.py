"""Whether others may trust the bot's device: what they are shown, and what the bot adds to it.

Knows the endpoints for keys; must not know rooms' contents. An identity that somebody else may have
seen is never replaced without an operator's word: each of its members would be warned.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import Any

from nio import AsyncClient

from bot.transports.matrix.fields import items, mapping, text_of
from bot.transports.matrix.identity import Identity, Published, public_key, signed
from bot.transports.matrix.send import Answer, asked, call
from bot.transports.matrix.store import Store
from chat.transport import TransportError

REPLACE = "`python -m bot identity --replace`"
_STAGE = "m.login.password"


class Doubt(Enum):
    """Why clients that trust signed devices only would not trust this one, with the cure."""

    UNSHOWN = "the account shows no identity of the bot's yet; the bot shows it when it starts"
    UNSIGNED = "the device is not signed by its account yet; the bot signs it when it starts"
    LOST = (
        "the account has an identity that is not in the store; put identity.json back from a"
        f" backup, or make a new one with {REPLACE}: members are then told that it changed"
    )
    OTHER = (
        "somebody gave the account another identity than the bot's; if nobody of you did, change"
        f" its password; then show the bot's own again with {REPLACE}"
    )
    CHANGED = (
        "the homeserver shows other keys for the device than the store's; stop the bot, move"
        " session.json out of the store, and start: it signs in as a new device"
    )


def doubt_about(shown: Published, identity: Identity | None, device: str) -> Doubt | None:
    """What is wrong with what the homeserver shows; None when others see a signed device."""
    if shown.master_key is None:
        return Doubt.UNSHOWN
    if identity is None:
        return Doubt.LOST
    if shown.master_key != public_key(identity.master):
        return Doubt.OTHER
    if not shown.shows(identity):
        return Doubt.UNSHOWN
    return None if shown.signs(device) else Doubt.UNSIGNED


async def prove(client: AsyncClient, store: Store, password: str | None) -> Doubt | None:
    """Show the identity and its signature of this device, if that alarms nobody."""
    shown = await _shown_with_device(client)
    if not _is_ours(client, shown.devices.get(client.device_id, {})):
        return Doubt.CHANGED
    identity = Identity.kept(store, client.user_id)
    doubt = doubt_about(shown, identity, client.device_id)
    strange = doubt in (Doubt.LOST, Doubt.OTHER)
    if doubt is Doubt.UNSHOWN or (strange and not _was_met(client)):
        identity = identity or Identity.made(store, client.user_id)
        await publish(client, identity, password)
        doubt = Doubt.UNSIGNED
    if doubt is Doubt.UNSIGNED and identity is not None:
        await _sign_device(client, identity, shown)
        doubt = doubt_about(await published(client), identity, client.device_id)
    return doubt


async def published(client: AsyncClient) -> Published:
    """What the homeserver tells everybody of this account's keys."""
    query: dict[str, Any] = {"device_keys": {client.user_id: []}}
    said = (await call(client, "POST", "/_matrix/client/v3/keys/query", query)).ok()
    return Published.of(said, client.user_id)


async def publish(client: AsyncClient, identity: Identity, password: str | None) -> None:
    """Show this identity, in place of any other."""
    path = "/_matrix/client/v3/keys/device_signing/upload"
    answer = await call(client, "POST", path, identity.keys)
    if answer.status == 401 and "session" in answer.body:
        auth = _auth(client.user_id, answer, password)
        answer = await call(client, "POST", path, {**identity.keys, "auth": auth})
    answer.ok()


def _auth(user: str, answer: Answer, password: str | None) -> dict[str, Any]:
    """The account's word for a change of identity; TransportError where a password is none."""
    flows = [items(mapping(flow).get("stages")) for flow in items(answer.body.get("flows"))]
    if password is None or [_STAGE] not in flows:
        where = _approval(answer.body)
        raise TransportError(
            f"the homeserver wants the account's owner to approve the identity {where}",
            permanent=True,
        )
    return {
        "type": _STAGE,
        "identifier": {"type": "m.id.user", "user": user},
        "password": password,
        "session": answer.body["session"],
    }


def _approval(body: Mapping[str, Any]) -> str:
    """Where a homeserver with a page for accounts wants it, as it says itself."""
    pages = (text_of(mapping(one).get("url")) for one in mapping(body.get("params")).values())
    page = next((one for one in pages if one), "")
    return f"on {page}, and then another try" if page else "with another client"


def _was_met(client: AsyncClient) -> bool:
    """Whether somebody may have seen the account's identity: people look when they share a room."""
    return bool(client.rooms or client.invited_rooms)


async def _shown_with_device(client: AsyncClient) -> Published:
    """What is shown, with this device: a logout elsewhere makes the server forget its keys."""
    shown = await published(client)
    if client.device_id in shown.devices:
        return shown
    client.olm.account.shared = False
    await asked(client.keys_upload())
    return await published(client)


def _is_ours(client: AsyncClient, device: Mapping[str, Any]) -> bool:
    """Whether a device's keys are those of the store: what is signed is vouched for to all."""
    own = client.olm.account.identity_keys
    ours = {f"{kind}:{client.device_id}": own[kind] for kind in ("curve25519", "ed25519")}
    return bool(mapping(device.get("keys")) == ours)


async def _sign_device(client: AsyncClient, identity: Identity, shown: Published) -> None:
    """Sign the device by the account, and the account by the device, as clients do."""
    me, own = client.user_id, client.device_id
    device = signed(shown.devices[own], me, identity.self_signing)
    master = identity.keys["master_key"]
    by_device = client.olm.sign_json(dict(master))
    vouched = {**master, "signatures": {me: {f"ed25519:{own}": by_device}}}
    signatures = {me: {own: device, public_key(identity.master): vouched}}
    answer = await call(client, "POST", "/_matrix/client/v3/keys/signatures/upload", signatures)
    if failures := answer.ok().get("failures"):
        raise TransportError(f"the server refused a signature: {failures}")
