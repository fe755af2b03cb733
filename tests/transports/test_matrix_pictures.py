"""How wide and high a picture is, by its first bytes."""

from __future__ import annotations

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.transports.matrix.draw import shown_file
from bot.transports.matrix.pictures import dimensions
from chat.transport import File
from tests.wire.bot_api_world import PIXEL

SIZES = st.integers(1, 0xFFFF)


@given(SIZES, SIZES)
def test_a_png_tells_its_size(width: int, height: int) -> None:
    """In its first chunk."""
    assert dimensions(PIXEL[:16] + struct.pack(">II", width, height)) == (width, height)


@given(SIZES, SIZES)
def test_a_gif_tells_its_size(width: int, height: int) -> None:
    """After its name."""
    assert dimensions(b"GIF89a" + struct.pack("<HH", width, height)) == (width, height)


@given(SIZES, SIZES, st.lists(st.binary(max_size=40), max_size=4), st.sampled_from([0xC0, 0xC2]))
def test_a_jpeg_tells_its_size(width: int, height: int, before: list[bytes], frame: int) -> None:
    """In its frame, whatever a camera wrote before it."""
    segments = [b"\xff\xe1" + struct.pack(">H", len(one) + 2) + one for one in before]
    size = struct.pack(">HBHH", 17, 8, height, width)
    content = b"\xff\xd8" + b"".join(segments) + bytes([0xFF, frame]) + size + b"..."
    assert dimensions(content) == (width, height)


@given(
    st.sampled_from([b"", b"\x89PNG\r\n\x1a\n", b"GIF8", b"\xff\xd8", b"\xff\xd8\xff\xe0"]),
    st.binary(max_size=60),
)
def test_any_bytes_are_read_without_harm(beginning: bytes, rest: bytes) -> None:
    """Also those that only pretend."""
    dimensions(beginning + rest)


@pytest.mark.parametrize(
    ("media_type", "shown"),
    [
        ("image/png", "m.image"),
        ("audio/mpeg", "m.audio"),
        ("video/mp4", "m.video"),
        ("application/pdf", "m.file"),
        ("text/calendar", "m.file"),
    ],
)
def test_a_file_is_shown_as_what_it_is(media_type: str, shown: str) -> None:
    """In place where clients can; only what somebody spoke is a voice."""
    content = shown_file(File("nom", media_type, b"fictif"))
    assert content["msgtype"] == shown
    assert content["info"] == {"mimetype": media_type, "size": 6}
    assert "org.matrix.msc3245.voice" not in content


def test_a_picture_says_how_large_it_is() -> None:
    """So that nothing jumps when it appears."""
    info = shown_file(File("a.png", "image/png", PIXEL))["info"]
    assert info == {"mimetype": "image/png", "size": len(PIXEL), "w": 1, "h": 1}
