"""Pages into rooms, and every failure of the library or the server as one kind of error.

Knows transaction ids, files, the state of rooms and error codes; must not know what a page says nor
who asked for it.
"""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import Awaitable, Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import Any
from urllib.parse import quote, urlsplit

from aiohttp import ClientError, ContentTypeError
from nio import AsyncClient, EncryptionError, ErrorResponse, LocalProtocolError
from nio.crypto import decrypt_attachment
from nio.exceptions import GroupEncryptionError, OlmTrustError

from bot.transports.matrix.draw import KEYS, drawn, offered, replacement, shown_file
from bot.transports.matrix.rooms import rank_of
from chat.transport import Attachment, File, Page, Place, Posted, Rank, TransportError

_log = logging.getLogger(__name__)

_UNREACHED = (ClientError, TimeoutError, OSError)
_UNPREPARED = (LocalProtocolError, EncryptionError, GroupEncryptionError, OlmTrustError)
_PASSING = frozenset(
    {"M_UNKNOWN_TOKEN", "M_MISSING_TOKEN", "M_RESOURCE_LIMIT_EXCEEDED", "M_USER_LOCKED"}
)
"""Refusals of the account, not of the message: the same send may succeed later."""

_MEDIA = "media:"  # what `Posted.extras` says of a file, beside reactions, which begin with $
_PAUSE = 5.0  # seconds to wait when the server says only that it was too much
_TRANSFER = 120  # seconds that a file may take, either way
_CHUNK = 64 * 1024


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
    except _UNREACHED as error:
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
        response = await client.send(method, path, data, _headers(client))
        said = await response.json()
    except (*_UNREACHED, ValueError) as error:
        raise TransportError(f"no answer: {error!r}") from error
    return Answer(response.status, said if isinstance(said, dict) else {}, response.headers)


async def post(client: AsyncClient, place: Place, page: Page, key: str) -> Posted:
    """Say a page in a room. Each step has its own transaction, so a repeat says nothing twice."""
    media = await _uploaded(client, place, page.file) if page.file else None
    message = await _say(client, place, "m.room.message", drawn(page, place, media=media), key)
    reactions = await _offer(client, place, message, range(len(page.choices)), key)
    return Posted(message, (*_kept(media), *reactions))


async def amend(client: AsyncClient, place: Place, posted: Posted, page: Page, key: str) -> Posted:
    """Show a page in the place of a posted one, with as many reactions as it has choices.

    Its file stays, unless the page brings another or is withdrawn.
    """
    media = await _uploaded(client, place, page.file) if page.file else _media_of(posted)
    media = None if page.withdrawn else media
    content = replacement(drawn(page, place, media=media), posted.message)
    await _say(client, place, "m.room.message", content, f"{key}-e")
    offers = [one for one in posted.extras if not one.startswith(_MEDIA)]
    kept, spare = offers[: len(page.choices)], tuple(offers[len(page.choices) :])
    missing = range(len(kept), len(page.choices))
    left = await _withdraw(client, place, spare, key)
    more = await _offer(client, place, posted.message, missing, key)
    return Posted(posted.message, (*_kept(media), *kept, *more, *left))


def _kept(media: Mapping[str, Any] | None) -> tuple[str, ...]:
    """What an edit needs to show the same file: where it is, and its keys."""
    return (_MEDIA + json.dumps(media),) if media else ()


def _media_of(posted: Posted) -> dict[str, Any] | None:
    found = [one.removeprefix(_MEDIA) for one in posted.extras if one.startswith(_MEDIA)]
    return dict(json.loads(found[0])) if found else None


async def content_of(client: AsyncClient, attachment: Attachment, *, at_most: int) -> bytes:
    """A file, decrypted where it was encrypted; permanent failure when larger than `at_most`."""
    ref = json.loads(attachment.ref)
    parts = urlsplit(ref["url"])
    media = f"{quoted(parts.netloc)}/{quoted(parts.path.strip('/'))}"
    try:
        async with asyncio.timeout(_TRANSFER):
            raw = await _download(client, f"/_matrix/client/v1/media/download/{media}", at_most)
    except _UNREACHED as error:
        raise TransportError(f"no answer: {error!r}") from error
    return await asyncio.to_thread(_decrypted, raw, ref) if "key" in ref else raw


async def rank_in(client: AsyncClient, place: Place, account: str) -> Rank:
    """By the room's state on the server: the library's copy keeps a level that was taken away."""
    if place.chat not in client.rooms and not await _present(client, place.chat):
        raise _gone("its state is that of the day the bot left")
    member = await _state(client, place.chat, "m.room.member", account)
    if member is None:
        return Rank.GONE
    created = await _state(client, place.chat, "m.room.create")
    levels = await _state(client, place.chat, "m.room.power_levels")
    content = levels.get("content", {}) if levels is not None else None
    return rank_of(account, member.get("content", {}), content, created or {})


async def _state(
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


async def _say(
    client: AsyncClient, place: Place, kind: str, content: Mapping[str, Any], key: str
) -> str:
    room = await _known(client, place.chat)
    await _know_devices(client, room)
    sending = client.room_send(
        place.chat, kind, dict(content), tx_id=key, ignore_unverified_devices=True
    )
    try:
        return str((await asked(sending)).event_id)
    except TransportError as error:
        if error.permanent and not await _present(client, place.chat):
            raise _gone(error.reason) from error
        raise


async def _known(client: AsyncClient, room: str) -> Any:
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


async def _offer(
    client: AsyncClient, place: Place, message: str, choices: range, key: str
) -> tuple[str, ...]:
    """React with each choice in order; stop at a failure, for a number can be typed as well."""
    reactions = []
    for choice in choices[: len(KEYS)]:
        content = offered(message, choice)
        try:
            reactions.append(await _say(client, place, "m.reaction", content, f"{key}-r{choice}"))
        except TransportError as error:
            if "M_DUPLICATE_ANNOTATION" not in error.reason:
                _log.warning("choice %s of %s has no reaction: %s", choice, message, error.reason)
                break
    return tuple(reactions)


async def _withdraw(
    client: AsyncClient, place: Place, reactions: tuple[str, ...], key: str
) -> tuple[str, ...]:
    """Take reactions back; those that stay, for the next edit to try."""
    for number, reaction in enumerate(reactions):
        try:
            tx_id = f"{key}-d{reaction}"
            await asked(client.room_redact(place.chat, reaction, tx_id=tx_id))
        except TransportError as error:
            _log.warning("reactions in %s stay: %s", place.chat, error.reason)
            return reactions[number:]
    return ()


async def _uploaded(client: AsyncClient, place: Place, file: File) -> dict[str, Any]:
    """The part of an event's content that shows a file, encrypted where the room is."""
    encrypt = bool((await _known(client, place.chat)).encrypted)
    response, secret = await _upload(client, file, encrypt=encrypt)
    source = {"file": {**secret, "url": response.content_uri}} if encrypt else {}
    return shown_file(file) | (source or {"url": response.content_uri})


async def _upload(client: AsyncClient, file: File, *, encrypt: bool) -> tuple[Any, Any]:
    sending = client.upload(
        BytesIO(file.content),
        content_type=file.media_type,
        filename=None if encrypt else file.name,
        encrypt=encrypt,
        filesize=len(file.content),
    )
    secret: Any = None

    async def answer() -> Any:
        nonlocal secret
        async with asyncio.timeout(_TRANSFER):
            response, secret = await sending
        return response

    return await asked(answer()), secret


async def _download(client: AsyncClient, path: str, at_most: int) -> bytes:
    response = await client.send("GET", path, None, _headers(client), timeout=_TRANSFER)
    async with response:
        if response.status != 200:
            raise await _refused(response)
        raw = bytearray()
        async for chunk in response.content.iter_chunked(_CHUNK):
            raw += chunk
            if len(raw) > at_most:
                raise TransportError(f"larger than {at_most} bytes", permanent=True)
    return bytes(raw)


async def _refused(response: Any) -> TransportError:
    try:
        said = await response.json()
    except (ContentTypeError, ValueError):
        said = {}
    return failure(
        said.get("error", "no file"),
        code=said.get("errcode"),
        status=response.status,
        retry_after_ms=said.get("retry_after_ms"),
        headers=response.headers,
    )


def _decrypted(raw: bytes, ref: Mapping[str, str]) -> bytes:
    try:
        return bytes(decrypt_attachment(raw, ref["key"], ref["sha256"], ref["iv"]))
    except (EncryptionError, ValueError) as error:
        raise TransportError(f"cannot be decrypted: {error!r}", permanent=True) from error


def quoted(part: str) -> str:
    """One part of a path, or one value of a query."""
    return quote(part, safe="")


def _headers(client: AsyncClient) -> dict[str, str]:
    return {"Authorization": f"Bearer {client.access_token}", "Content-Type": "application/json"}
