"""Pictures of events: which ones are taken, told by what is in them and not by their name."""

from __future__ import annotations

from dataclasses import dataclass

from domain.errors import Refusal

MOST_BYTES = 5_000_000
"""A poster of a telephone has a tenth of that; more is a scan for a printer."""

_KINDS = (
    (b"\xff\xd8\xff", 0, "image/jpeg", "affiche.jpg"),
    (b"\x89PNG\r\n\x1a\n", 0, "image/png", "affiche.png"),
    (b"WEBP", 8, "image/webp", "affiche.webp"),
)
"""How each kind begins, from which byte on."""


@dataclass(frozen=True)
class Picture:
    """A picture that every client can show in place."""

    name: str
    media_type: str
    content: bytes


def picture(content: bytes) -> Picture:
    """The picture that a file holds; refuses what is none, or too heavy to be sent on."""
    if len(content) > MOST_BYTES:
        raise Refusal("refusal-picture-too-big", most_mb=MOST_BYTES // 1_000_000)
    for begins, at, media_type, name in _KINDS:
        if content[at : at + len(begins)] == begins:
            return Picture(name, media_type, content)
    raise Refusal("refusal-picture-kind")
