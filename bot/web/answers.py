"""An answer that may be kept: what it holds tells whether it changed, and nobody else's code runs.

Must not know what is told.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from hashlib import blake2b
from http import HTTPStatus

from starlette.requests import Request
from starlette.responses import Response

KEPT = 300
"""Seconds for which an answer is kept: a change is read everywhere within five minutes."""

SAFE = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
}


@dataclass(frozen=True)
class Content:
    """What is answered to whoever may read it; `shared` when that is anybody."""

    body: bytes
    media_type: str
    shared: bool = True
    headers: dict[str, str] = field(default_factory=dict)
    status: HTTPStatus = HTTPStatus.OK


def answered(request: Request, content: Content) -> Response:
    """The content, or that what the asker has still holds."""
    tag = f'"{blake2b(content.body, digest_size=16).hexdigest()}"'
    whose = "public" if content.shared else "private"
    headers = SAFE | content.headers
    headers |= {"etag": tag, "cache-control": f"{whose}, max-age={KEPT}"}
    if content.status is HTTPStatus.OK and _has(request, tag):
        return Response(status_code=HTTPStatus.NOT_MODIFIED, headers=headers)
    return Response(content.body, content.status, headers, media_type=content.media_type)


def refused(status: HTTPStatus, **headers: str) -> Response:
    """A plain word, in nobody's language, for what programs ask."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    told = SAFE | {"cache-control": "no-store"} | named
    return Response(status.phrase, status, told, media_type="text/plain")


def _has(request: Request, tag: str) -> bool:
    """Proxies that compress make a tag a weak one."""
    named = (one.strip() for one in request.headers.get("if-none-match", "").split(","))
    return any(one in ("*", tag) or one.removeprefix("W/") == tag for one in named)
