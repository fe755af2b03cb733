"""A site's news (RSS, Atom): what it tells, which is never an event before somebody says so.

Knows how entries are told apart. Must not know where they come from or what becomes of them. It
runs in a process of its own, under limits: `python -m domain.news` reads stdin, answers in JSON.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum
from hashlib import blake2b
from io import BytesIO
from typing import Any
from urllib.parse import urljoin

import feedparser

from domain.errors import Refusal
from domain.events import plain
from domain.under_limits import answer_under

MOST_ENTRIES = 200
FIRST_SHOWN = 5
"""Of a site that is read for the first time; what is older is known without a word."""

SHOWN = 5
"""Of one reading; what is left comes with the next."""

TITLE_MOST = 200
TEXT_MOST = 300
LINK_MOST = 500

_BREAK = re.compile(r"<br\s*/?>|</(?:p|div|li|h\d)>", re.I)
_LINK = re.compile(r"https?://[^\s<>\"'\\]+", re.I)


class Fate(StrEnum):
    """What became of an entry; `OLD` stood there before anybody followed the site."""

    OLD = "old"
    PROPOSED = "proposed"
    EVENT = "event"
    LETTER = "letter"
    IGNORED = "ignored"


@dataclass(frozen=True)
class Entry:
    """One entry; `key` is the same at each reading."""

    key: str
    title: str
    link: str
    text: str


@dataclass(frozen=True)
class KeptEntry:
    """An entry as it was found, and what became of it."""

    id: int
    feed: int
    title: str
    link: str
    text: str
    fate: Fate


@dataclass(frozen=True)
class News:
    """What a site tells, newest first."""

    entries: tuple[Entry, ...]


def read(content: bytes, *, address: str) -> News:
    """The entries of a site's news; refuses what is none, a login page among others."""
    said = feedparser.parse(
        BytesIO(content), sanitize_html=False, resolve_relative_uris=False
    )  # bytes by themselves would be taken for the name of a file
    if not said.get("version"):
        raise Refusal("refusal-address-page")
    entries = list(enumerate(said.get("entries", ())))[:MOST_ENTRIES]
    entries.sort(key=lambda pair: (_age(pair[1]), pair[0]))
    found = (_entry(one, address) for _, one in entries)
    return News(tuple({one.key: one for one in found if one.title}.values()))


def _age(said: Mapping[str, Any]) -> float:
    """For sorting only: zones are often wrong, and what has no date stays where it stood."""
    at = said.get("published_parsed" if "published_parsed" in said else "updated_parsed")
    return -float("".join(f"{part:02}" for part in at[:6])) if at else 0.0


def _entry(said: Mapping[str, Any], address: str) -> Entry:
    link = _link(str(said.get("link") or ""), address)
    title = plain(str(said.get("title") or ""), most=TITLE_MOST)
    text = _text(said)
    named = str(said.get("id") or link or title)
    key = blake2b(named.encode(errors="replace"), digest_size=16).hexdigest()
    return Entry(key, title or text[:TITLE_MOST], link, text)


def _link(written: str, address: str) -> str:
    try:
        link = urljoin(address, written.strip()) if written.strip() else ""
    except ValueError:
        return ""
    safe = len(link) <= LINK_MOST and link.isprintable() and _LINK.fullmatch(link)
    return link if safe else ""


def _text(said: Mapping[str, Any]) -> str:
    """A few words of the entry, without markup."""
    bodies = [said.get("summary"), *(one.get("value") for one in said.get("content", ()))]
    written = next((str(body) for body in bodies if body), "")
    return plain(_BREAK.sub(" ", written[: TEXT_MOST * 40]), most=TEXT_MOST)


def answer(content: bytes, *, address: str) -> str:
    """What the process answers: entries or a refusal, in JSON."""
    try:
        return json.dumps(asdict(read(content, address=address)))
    except Refusal as refusal:
        return json.dumps({"refusal": refusal.name, "values": refusal.values})


def _main(address: str, seconds: str, memory: str) -> None:
    answer_under(seconds, memory, lambda said: answer(said, address=address))


if __name__ == "__main__":
    _main(*sys.argv[1:])
