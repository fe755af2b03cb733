"""Telegram's HTML, its entities and its arithmetic in UTF-16 code units.

Knows https://core.telegram.org/bots/api#formatting-options. Must not know chats or people: a link
to tg://user stays a bare id here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import Any

from tests.wire.bot_api_errors import ApiError, Json, bad_request

MOST_ENTITIES = 100
ENTITY_TYPES = frozenset(
    "mention hashtag cashtag bot_command url email phone_number bold italic underline"
    " strikethrough spoiler blockquote expandable_blockquote code pre text_link text_mention"
    " custom_emoji".split()
)

_PLAIN_TAGS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
}
_TAGS = frozenset(_PLAIN_TAGS) | {"a", "span", "tg-emoji", "code", "pre", "blockquote"}
_ATTRIBUTE = r"""\s+([\w.-]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+)))?"""
_ATTRIBUTES = re.compile(_ATTRIBUTE)
_PIECE = re.compile(
    r"</(?P<end>[^>]*)(?P<ended>>?)"
    rf"|<(?P<start>[a-zA-Z][\w-]*)(?P<attributes>(?:{_ATTRIBUTE})*)\s*>"
    r"|<(?P<broken>[^\s>]*)"
    r"|[^<]+"
)
_REFERENCE = re.compile(r"&(?:#x([0-9a-fA-F]+)|#(\d+)|(lt|gt|amp|quot));")
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_USER_LINK = re.compile(r"tg://user/?\?id=(\d+)$")
_LINK = re.compile(
    r"(?:(?:https?|tg|ton|tonsite)://[^\s/?#]+|[^\s/?#:]+\.[^\s/?#:]+(?::\d+)?)(?:[/?#]\S*)?$",
    re.IGNORECASE,
)
_CONTROL = {code: " " for code in range(32) if code not in (9, 10)} | {13: None}


def units(text: str) -> int:
    """How many UTF-16 code units Telegram counts for a text."""
    return len(text.encode("utf-16-le")) // 2


def is_link(url: str) -> bool:
    """Whether Telegram would open it: a web address or one of its own schemes, with a host."""
    return bool(_LINK.match(url))


@dataclass(frozen=True)
class Formatted:
    """A text as people read it, its entities, and the HTML it was written in, if it was."""

    text: str
    entities: tuple[Json, ...] = ()
    html: str | None = None

    def trimmed(self) -> Formatted:
        """Without blanks around it, as every message is stored."""
        left = units(self.text) - units(self.text.lstrip())
        text = self.text.strip()
        kept = (_clipped(entity, left, units(text)) for entity in self.entities)
        return replace(self, text=text, entities=tuple(entity for entity in kept if entity))


def _clipped(entity: Json, left: int, length: int) -> Json | None:
    start = max(entity["offset"] - left, 0)
    end = min(entity["offset"] + entity["length"] - left, length)
    return entity | {"offset": start, "length": end - start} if end > start else None


def plain(text: str, entities: list[Json]) -> Formatted:
    """A text with the entities the sender measured; each is checked against the text."""
    clean = text.translate(_CONTROL)
    for entity in entities:
        _check_entity(entity, units(clean))
    return _counted(Formatted(clean, tuple(entities)))


def _check_entity(entity: Json, length: int) -> None:
    offset, end = entity["offset"], entity["offset"] + entity["length"]
    if offset < 0:
        raise bad_request(f"receive an entity with incorrect offset {offset}")
    if entity["length"] < 0:
        raise bad_request(f"receive an entity with incorrect length {entity['length']}")
    if offset >= length:
        raise bad_request(f"entity begins after the end of the text at UTF-16 offset {offset}")
    if end > length:
        raise bad_request(
            f"entity beginning at UTF-16 offset {offset}"
            f" ends after the end of the text at UTF-16 offset {end}"
        )


def _counted(formatted: Formatted) -> Formatted:
    if len(formatted.entities) > MOST_ENTITIES:
        raise bad_request("ENTITIES_TOO_LONG")
    return formatted


def parse_html(source: str) -> Formatted:
    """Read Telegram's HTML; raises 400 with the place of what it cannot read."""
    draft = _Draft()
    clean = source.translate(_CONTROL)
    for piece in _PIECE.finditer(clean):
        at = len(clean[: piece.start()].encode())
        if piece["start"] or piece["broken"] is not None:
            draft.open(piece, at)
        elif piece["end"] is not None:
            draft.close(piece, at)
        else:
            draft.say(_decoded(piece[0]))
    return _counted(draft.finished(source))


def _decoded(text: str) -> str:
    def character(found: re.Match[str]) -> str:
        if found[3]:
            return _NAMED[found[3]]
        code = int(found[1], 16) if found[1] else int(found[2])
        return chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else found[0]

    return _REFERENCE.sub(character, text)


def _unreadable(reason: str) -> ApiError:
    return bad_request(f"can't parse entities: {reason}")


@dataclass(frozen=True)
class _Open:
    """A start tag that waits for its end."""

    name: str
    attributes: dict[str, str]
    offset: int
    chunk: int


@dataclass
class _Draft:
    """The text read so far."""

    chunks: list[str] = field(default_factory=list)
    length: int = 0
    opened: list[_Open] = field(default_factory=list)
    entities: list[Json] = field(default_factory=list)

    def say(self, text: str) -> None:
        self.chunks.append(text)
        self.length += units(text)

    def open(self, piece: re.Match[str], at: int) -> None:
        name = (piece["start"] or piece["broken"] or "").lower()
        if name not in _TAGS:
            raise _unreadable(f'Unsupported start tag "{name}" at byte offset {at}')
        if not piece["start"]:
            raise _unreadable(f"Unclosed start tag at byte offset {at}")
        found = _ATTRIBUTES.findall(piece["attributes"])
        attributes = {key.lower(): _decoded("".join(values)) for key, *values in found}
        _check_tag(name, attributes, at)
        self.opened.append(_Open(name, attributes, self.length, len(self.chunks)))

    def close(self, piece: re.Match[str], at: int) -> None:
        name = piece["end"].strip().lower()
        if not self.opened:
            raise _unreadable(f"Unexpected end tag at byte offset {at}")
        if not piece["ended"]:
            raise _unreadable(f"Unclosed end tag at byte offset {at}")
        tag = self.opened.pop()
        if name != tag.name:
            raise _unreadable(
                f"Unmatched end tag at byte offset {at},"
                f' expected "</{tag.name}>", found "</{name}>"'
            )
        self._mark(tag)

    def _mark(self, tag: _Open) -> None:
        kind = _entity(tag.name, tag.attributes, "".join(self.chunks[tag.chunk :]))
        if kind is None or self.length == tag.offset:
            return
        entity = {"offset": tag.offset, "length": self.length - tag.offset} | kind
        inner = self.entities[-1] if self.entities else {}
        if entity["type"] == "pre" and _same_code(entity, inner):
            entity["language"] = self.entities.pop()["language"]
        self.entities.append(entity)

    def finished(self, source: str) -> Formatted:
        if self.opened:
            name = self.opened[-1].name
            raise _unreadable(f'Can\'t find end tag corresponding to start tag "{name}"')
        for entity in self.entities:
            if entity["type"] == "code":
                entity.pop("language", None)
        self.entities.sort(key=lambda entity: (entity["offset"], -entity["length"]))
        return Formatted("".join(self.chunks), tuple(self.entities), source)


def _same_code(outer: Json, inner: Json) -> bool:
    same = all(outer[key] == inner.get(key) for key in ("offset", "length"))
    return same and inner.get("type") == "code" and "language" in inner


def _check_tag(name: str, attributes: dict[str, str], at: int) -> None:
    if name == "span" and attributes.get("class") != "tg-spoiler":
        raise _unreadable(f'Tag "span" must have class "tg-spoiler" at byte offset {at}')
    if name == "tg-emoji" and not attributes.get("emoji-id", "").isdecimal():
        raise _unreadable("Invalid custom emoji identifier specified")


def _entity(name: str, attributes: dict[str, str], content: str) -> dict[str, Any] | None:
    if name in _PLAIN_TAGS:
        return {"type": _PLAIN_TAGS[name]}
    if name == "a":
        return _link_entity(attributes.get("href", "") or content)
    if name == "span":
        return {"type": "spoiler"}
    if name == "tg-emoji":
        return {"type": "custom_emoji", "custom_emoji_id": attributes["emoji-id"]}
    if name == "blockquote":
        return {"type": "expandable_blockquote" if "expandable" in attributes else "blockquote"}
    language = attributes.get("class", "").removeprefix("language-") if name == "code" else ""
    return {"type": name} | ({"language": language} if language else {})


def _link_entity(url: str) -> Json | None:
    if person := _USER_LINK.match(url):
        return {"type": "text_mention", "user": {"id": int(person[1])}}
    return {"type": "text_link", "url": url} if is_link(url) else None
