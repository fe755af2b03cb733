"""Events into rooms, and every failure of the library or the server as one kind of error.

Knows transaction ids, the state of rooms and error codes; must not know what an event says nor who
asked for it.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Awaitable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from aiohttp import ClientConnectorError, ClientError
from nio import AsyncClient, EncryptionError, ErrorResponse, LocalProtocolError
from nio.exceptions import GroupEncryptionError, OlmTrustError

from bot.transports.matrix.rooms import rank_of
from chat.transport import Place, Rank, TransportError

_log = logging.getLogger(__name__)

UNREACHED = (ClientError, TimeoutError, OSError)
"""What a network raises that brings no answer."""

_UNPREPARED = (LocalProtocolError, EncryptionError, GroupEncryptionError, OlmTrustError)
_PASSING = frozenset(
    {"M_UNKNOWN_TOKEN", "M_MISSING_TOKEN", "M_RESOURCE_LIMIT_EXCEEDED", "M_USER_LOCKED"}
)
"""Refusals of the account, not of the message: the same send may succeed later."""

_PAUSE = 5.0  # seconds to wait when the server says only that it was too much


def failure(
    reason: str,
    *,
    code: str | None,
    status: int,
    retry_after_ms: int | None = None,
    headers: Mapping[str, str] | None = None,
) -> TransportError:
    """What a refusal means for the same send, by the server's error code and HTTP status.

    A limit holds for the account, in all its rooms.
    """
    reason = f"{code or status}: {reason}"
    if code == "M_LIMIT_EXCEEDED" or status == 429:
        wait = _asked_seconds(headers or {}, retry_after_ms)
        return TransportError(reason, retry_after=wait, account=True)
    understood = code is not None and code not in _PASSING
    permanent = status == 413 or (understood and 400 <= status < 500 and status != 408)
    return TransportError(reason, permanent=permanent)


def _asked_seconds(headers: Mapping[str, str], retry_after_ms: int | None) -> float:
    """How long the server wants us to wait: in the body, or as newer ones say it, in a header."""
    if retry_after_ms:
        return retry_after_ms / 1000
    said = headers.get("Retry-After", "")
    return float(said) if said.isdecimal() and int(said) else _PAUSE


async def asked(request: Awaitable[Any]) -> Any:
    """The library's answer; raises TransportError for each way in which it says no."""
    try:
        response = await request
    except UNREACHED as error:
        raise TransportError(f"no answer: {error!r}") from error
    except _UNPREPARED as error:
        raise TransportError(f"not ready: {error!r}") from error
    if not isinstance(response, ErrorResponse):
        return response
    http = response.transport_response
    raise failure(
        response.message,
        code=response.status_code,
        status=http.status if http else 0,
        retry_after_ms=response.retry_after_ms,
        headers=http.headers if http else None,
    )


@dataclass(frozen=True)
class Answer:
    """What the server said to a request that the library has no name for."""

    status: int
    body: Mapping[str, Any]
    headers: Mapping[str, str]

    def ok(self) -> Mapping[str, Any]:
        """The body; raises TransportError unless the request succeeded."""
        if self.status == 200:
            return self.body
        raise failure(
            str(self.body.get("error", "")),
            code=self.body.get("errcode"),
            status=self.status,
            retry_after_ms=self.body.get("retry_after_ms"),
            headers=self.headers,
        )


async def call(
    client: AsyncClient, method: str, path: str, body: Mapping[str, Any] | None = None
) -> Answer:
    """A request to the client-server API; raises TransportError when nothing answers."""
    data = None if body is None else json.dumps(body)
    try:
        response = await client.send(method, path, data, headers(client))
        said = await response.json()
    except (*UNREACHED, ValueError) as error:
        raise TransportError(f"no answer: {error!r}") from error
    return Answer(response.status, said if isinstance(said, dict) else {}, response.headers)


async def say(
    client: AsyncClient, place: Place, kind: str, content: Mapping[str, Any], key: str
) -> str:
    """Send an event once for each key; gives its id."""
    room = await known(client, place.chat)
    await _know_devices(client, room)
    sending = client.room_send(
        place.chat, kind, dict(content), tx_id=key, ignore_unverified_devices=True
    )
    try:
        return str((await asked(sending)).event_id)
    except TransportError as error:
        if error.permanent and not await _present(client, place.chat):
            raise _gone(error.reason) from error
        if _may_have_arrived(error):
            raise TransportError(error.reason, unknown=True) from error
        raise


def _may_have_arrived(error: TransportError) -> bool:
    """Whether the server may have taken an event of which it never said so."""
    cause = error.__cause__
    return isinstance(cause, UNREACHED) and not isinstance(cause, ClientConnectorError)


async def rank_in(client: AsyncClient, place: Place, account: str) -> Rank:
    """By the room's state on the server: the library's copy keeps a level that was taken away."""
    if place.chat not in client.rooms and not await _present(client, place.chat):
        raise _gone("its state is that of the day the bot left")
    member = await state_of(client, place.chat, "m.room.member", account)
    if member is None:
        return Rank.GONE
    created = await state_of(client, place.chat, "m.room.create")
    levels = await state_of(client, place.chat, "m.room.power_levels")
    content = levels.get("content", {}) if levels is not None else None
    return rank_of(account, member.get("content", {}), content, created or {})


async def state_of(
    client: AsyncClient, room: str, kind: str, key: str = ""
) -> Mapping[str, Any] | None:
    """A state event, or None when there is none; servers before `format` give the content alone."""
    path = f"/_matrix/client/v3/rooms/{quoted(room)}/state/{kind}/{quoted(key)}?format=event"
    answer = await call(client, "GET", path)
    if answer.status == 404:
        return None
    try:
        body = answer.ok()
    except TransportError as error:
        raise TransportError(
            error.reason, permanent=error.permanent, gone=answer.status == 403
        ) from error
    return body if "sender" in body else {"content": body}


async def known(client: AsyncClient, room: str) -> Any:
    """The library's room. One joined a moment ago is not known: what goes there may be secret."""
    if room not in client.rooms:
        if await _present(client, room):
            raise TransportError("the room is not synchronised yet")
        raise _gone("not in the room")
    return client.rooms[room]


def _gone(reason: str) -> TransportError:
    return TransportError(reason, permanent=True, gone=True)


async def _present(client: AsyncClient, room: str) -> bool:
    """Whether the bot is in a room, by the server's word: the library forgets no room it left."""
    return room in (await asked(client.joined_rooms())).rooms


async def _know_devices(client: AsyncClient, room: Any) -> None:
    """Learn the newest devices first: the library looks only when it shares its first key."""
    if not room.encrypted or not client.should_query_keys:
        return
    try:
        await asked(client.keys_query())
    except TransportError as error:
        _log.warning("devices in %s are not known: %s", room.room_id, error.reason)


def quoted(part: str) -> str:
    """One part of a path, or one value of a query."""
    return quote(part, safe="")


def headers(client: AsyncClient) -> dict[str, str]:
    """Who asks."""
    return {"Authorization": f"Bearer {client.access_token}", "Content-Type": "application/json"}
