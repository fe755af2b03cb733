"""The addresses in a plain text, so that they can be followed where a text cannot do it alone."""

from __future__ import annotations

import re
from collections.abc import Iterator

_ADDRESS = re.compile(r"https?://[^\s<>\"\u00ab\u00bb]+")
_AFTER = ".,;:!?)\u2019'\u2026"
"""What ends a sentence, and no address."""


def pieces_of(text: str) -> Iterator[tuple[str, str | None]]:
    """The text in pieces, each with the address that it is, if it is one."""
    at = 0
    for match in _ADDRESS.finditer(text):
        address = match[0].rstrip(_AFTER)
        end = match.start() + len(address)
        if match.start() > at:
            yield text[at : match.start()], None
        yield address, address
        at = end
    if at < len(text):
        yield text[at:], None
