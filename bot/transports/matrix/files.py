"""Files to and from the homeserver, encrypted where a room is.

Knows uploads, downloads and their keys; must not know what a file is for.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Mapping
from io import BytesIO
from typing import Any
from urllib.parse import urlsplit

from aiohttp import ContentTypeError
from nio import AsyncClient, EncryptionError
from nio.crypto import decrypt_attachment

from bot.transports.matrix.draw import shown_file
from bot.transports.matrix.send import UNREACHED, asked, failure, headers, known, quoted
from chat.transport import Attachment, File, Place, TransportError

_TRANSFER = 120  # seconds that a file may take, either way
_CHUNK = 64 * 1024


async def content_of(client: AsyncClient, attachment: Attachment, *, at_most: int) -> bytes:
    """A file, decrypted where it was encrypted; permanent failure when larger than `at_most`."""
    ref = json.loads(attachment.ref)
    parts = urlsplit(ref["url"])
    media = f"{quoted(parts.netloc)}/{quoted(parts.path.strip('/'))}"
    try:
        async with asyncio.timeout(_TRANSFER):
            raw = await _download(client, f"/_matrix/client/v1/media/download/{media}", at_most)
    except UNREACHED as error:
        raise TransportError(f"no answer: {error!r}") from error
    return await asyncio.to_thread(_decrypted, raw, ref) if "key" in ref else raw


async def uploaded(client: AsyncClient, place: Place, file: File) -> dict[str, Any]:
    """The part of an event's content that shows a file, encrypted where the room is."""
    encrypt = bool((await known(client, place.chat)).encrypted)
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
    response = await client.send("GET", path, None, headers(client), timeout=_TRANSFER)
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
