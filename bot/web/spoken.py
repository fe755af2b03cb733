"""Which of our languages a browser wants (RFC 9110, 12.5.4), or its reader chose by a link."""

from __future__ import annotations

import re

from starlette.requests import Request

from locales import LANGUAGES

CHOSEN = "langue"
_WISH = re.compile(
    r"\s*([a-z]{1,8}|\*)(?:-[a-z0-9-]*)?\s*(?:;\s*q\s*=\s*([01](?:\.\d{0,3})?)\s*)?", re.I
)


def spoken(request: Request, usual: str) -> str:
    """The language of an answer; the `usual` one where none of ours is wanted."""
    chosen = request.query_params.get(CHOSEN)
    if chosen in LANGUAGES:
        return chosen
    wishes = []
    for one in request.headers.get("accept-language", "")[:400].split(","):
        if wish := _WISH.fullmatch(one):
            wishes.append((wish[1].lower(), float(wish[2] or 1)))
    wanted = [(weight, code) for code, weight in wishes if weight > 0 and code in (*LANGUAGES, "*")]
    best = max(wanted, key=lambda pair: pair[0], default=(0.0, "*"))[1]
    return best if best in LANGUAGES else usual
