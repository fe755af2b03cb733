"""What a source says of an event, part by part, and what of it the source changed since.

Must not know where it is kept, nor who decides about it.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import UTC, datetime
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit

from domain.events import Details, Event, FoundEvent

WHEN = ("start", "end", "all_day")
WHERE = ("place", "district", "commune")
PRICE = ("cost", "price")
DETAILS = tuple(one.name for one in fields(Details))
NOTHING: tuple[object, ...] = (None, "", False, [])

_MARKS = re.compile(
    r"utm_\w+|mc_[ce]id|[fg]clid|msclkid|igshid|_ga|_gl|sid|s|phpsessid|jsessionid|aspsessionid\w*"
    r"|cfid|cftoken|sess(?:ion)?(?:_?id)?|token|nonce",
    re.I,
)
"""What a site adds to an address for a visit, and not for a page."""

_IN_PATH = re.compile(r";(?:jsessionid|phpsessid|sid)=[^/?#]*", re.I)
_WEB = re.compile(r"https?:|www\.|\w\.[a-z]{2,}(?:/|\b)", re.I)


@dataclass(frozen=True)
class Revision:
    """An approved event, and the words that its source has for it now, which wait for the team."""

    event: Event
    said: Mapping[str, Any]

    @property
    def seen(self) -> str:
        """A mark of the words that somebody decides about: other words have another."""
        words = json.dumps(dict(self.said), sort_keys=True)
        return hashlib.sha256(words.encode()).hexdigest()[:8]


def said_of(event: Event | FoundEvent) -> dict[str, Any]:
    """Each part of an event in plain data; what was not said is None."""
    kept = event.details.kept()
    return {
        "title": event.title,
        "start": _moment(event.start),
        "end": _moment(event.end),
        "all_day": event.all_day,
        "place": event.place,
        "link": event.link,
        "status": str(event.status),
        **{name: kept.get(name) for name in DETAILS},
    }


def changed(before: Mapping[str, Any], now: Mapping[str, Any]) -> dict[str, Any]:
    """What is said otherwise than before; parts that mean something together come together."""
    names = {name for name in now if not _alike(name, before.get(name), now[name])}
    for together in (WHEN, WHERE, PRICE):
        if names & set(together):
            names |= set(together)
    return {name: value for name, value in now.items() if name in names}


def otherwise(current: Mapping[str, Any], said: Mapping[str, Any]) -> dict[str, Any]:
    """What of it the event does not say already."""
    return {
        name: value for name, value in said.items() if not _alike(name, current.get(name), value)
    }


def facts_in(said: Mapping[str, Any]) -> dict[str, Any]:
    """When, where and whether it takes place: what people rely on. A place that is missing, or
    names a site of the web, is words.
    """
    place = said.get("place") or ""
    where = WHERE if place and not _WEB.search(place) else ()
    facts = {*WHEN, *where, "status"}
    return {name: value for name, value in said.items() if name in facts}


def without_marks(link: str) -> str:
    """An address without what a site adds to it for one visit."""
    try:
        parts = urlsplit(link)
        query = parse_qsl(parts.query, keep_blank_values=True)
    except ValueError:
        return link
    kept = [pair for pair in query if not _MARKS.fullmatch(pair[0])]
    path = _IN_PATH.sub("", parts.path)
    return parts._replace(path=path, query=urlencode(kept)).geturl()


def _alike(name: str, one: Any, other: Any) -> bool:
    if name == "link" and one and other:
        return without_marks(one) == without_marks(other)
    return one == other or (one in NOTHING and other in NOTHING)


def _moment(moment: datetime | None) -> str | None:
    return moment.astimezone(UTC).isoformat() if moment else None
