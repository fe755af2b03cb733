"""The body of a request: as much of it as its reader allows, for as long as a body takes."""

from __future__ import annotations

import asyncio
from http import HTTPStatus

from starlette.requests import ClientDisconnect, Request

PATIENCE = 10.0
"""Seconds for the whole of a body."""


class BodyRefused(Exception):
    """A body that is not read to its end; `status` is what its sender is answered."""

    def __init__(self, status: HTTPStatus) -> None:
        super().__init__(status.phrase)
        self.status = status


async def body_of(request: Request, *, at_most: int) -> bytes:
    """The whole body; BodyRefused when it has more bytes, comes too slowly or breaks off."""
    try:
        async with asyncio.timeout(PATIENCE):
            return await _read(request, at_most)
    except TimeoutError:
        raise BodyRefused(HTTPStatus.REQUEST_TIMEOUT) from None
    except ClientDisconnect:
        raise BodyRefused(HTTPStatus.BAD_REQUEST) from None


async def _read(request: Request, at_most: int) -> bytes:
    body = bytearray()
    async for piece in request.stream():
        body += piece
        if len(body) > at_most:
            raise BodyRefused(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
    return bytes(body)
