"""The words on each page of a PDF of ours, as a reader's program would copy them."""

from __future__ import annotations

import re
import zlib

_OBJECT = re.compile(rb"(?m)^(\d+) 0 obj\n(.*?)^endobj", re.S)
_STREAM = re.compile(rb"stream\n(.*)\nendstream", re.S)
_SET = re.compile(rb"/F(\d+) [\d.]+ Tf|\(((?:[^\\()]|\\.)*)\) Tj", re.S)
_PAIR = re.compile(rb"<([0-9A-Fa-f]{4})> <([0-9A-Fa-f]+)>")
_ESCAPED = {b"r": b"\r", b"n": b"\n", b"t": b"\t", b"b": b"\b", b"f": b"\f"}


def pages(content: bytes) -> list[list[str]]:
    """Each page's pieces of text, in the order in which they are set."""
    objects = {int(number): body for number, body in _OBJECT.findall(content)}
    faces = {
        int(face): _signs(objects, int(number))
        for face, number in re.findall(rb"/F(\d+) (\d+) 0 R", content)
    }
    shown = [body for body in objects.values() if b"/Type /Page\n" in body]
    return [_pieces(_stream(objects, body, b"Contents"), faces) for body in shown]


def _stream(objects: dict[int, bytes], body: bytes, name: bytes) -> bytes:
    pointed = re.search(name + rb" (\d+) 0 R", body)
    assert pointed
    content = _STREAM.search(objects[int(pointed[1])])
    assert content
    try:
        return zlib.decompress(content[1])
    except zlib.error:
        return content[1]


def _signs(objects: dict[int, bytes], number: int) -> dict[int, str]:
    """What each glyph of a face stands for."""
    pairs = _PAIR.findall(_stream(objects, objects[number], b"ToUnicode"))
    return {
        int(glyph, 16): bytes.fromhex(sign.decode()).decode("utf-16-be") for glyph, sign in pairs
    }


def _pieces(stream: bytes, faces: dict[int, dict[int, str]]) -> list[str]:
    pieces, signs = [], faces[min(faces)]
    for face, text in _SET.findall(stream):
        if face:
            signs = faces[int(face)]
            continue
        glyphs = re.sub(rb"\\(.)", lambda one: _ESCAPED.get(one[1], one[1]), text, flags=re.S)
        codes = (int.from_bytes(glyphs[at : at + 2], "big") for at in range(0, len(glyphs), 2))
        pieces.append("".join(signs[code] for code in codes))
    return pieces
