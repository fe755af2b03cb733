"""How wide and high a picture is, by its first bytes: PNG, GIF and JPEG.

Knows three file formats as far as their size; anybody may have made the bytes, so it is total.
"""

from __future__ import annotations

_PNG, _GIF, _JPEG = b"\x89PNG\r\n\x1a\n", b"GIF8", b"\xff\xd8"
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}  # segments that begin a JPEG's frame


def dimensions(content: bytes) -> tuple[int, int] | None:
    """Width and height in pixels, or None when the bytes do not tell."""
    if content.startswith(_PNG) and len(content) >= 24:
        return _number(content[16:20]), _number(content[20:24])
    if content.startswith(_GIF) and len(content) >= 10:
        return int.from_bytes(content[6:8], "little"), int.from_bytes(content[8:10], "little")
    return _jpeg(content) if content.startswith(_JPEG) else None


def _jpeg(content: bytes) -> tuple[int, int] | None:
    """From one segment to the next, until one says the size."""
    at = 2
    while at + 9 <= len(content) and content[at] == 0xFF:
        if content[at + 1] in _FRAMES:
            return _number(content[at + 7 : at + 9]), _number(content[at + 5 : at + 7])
        at += 2 + _number(content[at + 2 : at + 4])
    return None


def _number(content: bytes) -> int:
    return int.from_bytes(content, "big")
