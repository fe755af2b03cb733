"""News of an agenda as an Atom feed (RFC 4287)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID
from xml.etree.ElementTree import Element, SubElement, tostring

from domain.ics import readable

NAMESPACE = "http://www.w3.org/2005/Atom"


@dataclass(frozen=True)
class Entry:
    """One event as a feed tells it; `key` is its for good, `updated` when it last changed."""

    key: UUID
    title: str
    updated: datetime
    page: str
    text: str = ""
    subjects: tuple[str, ...] = ()


@dataclass(frozen=True)
class Feed:
    """What a feed says of itself: where it is, which page it is about, whose it is."""

    address: str
    page: str
    title: str
    author: str
    language: str


def atom(feed: Feed, entries: Iterable[Entry], *, at: datetime) -> bytes:
    """The feed, the latest news first; `at` is when nothing had changed yet."""
    listed = sorted(entries, key=lambda one: (one.updated, str(one.key)), reverse=True)
    root = Element("feed", {"xmlns": NAMESPACE, "xml:lang": feed.language})
    _add(root, "id", feed.address)
    _add(root, "title", feed.title)
    _add(root, "updated", _moment(max((one.updated for one in listed), default=at)))
    _add(SubElement(root, "author"), "name", feed.author)
    _link(root, "self", feed.address, "application/atom+xml")
    _link(root, "alternate", feed.page, "text/html")
    for one in listed:
        _add_entry(root, one)
    return bytes(tostring(root, encoding="utf-8", xml_declaration=True))


def _add_entry(root: Element, entry: Entry) -> None:
    element = SubElement(root, "entry")
    _add(element, "id", f"urn:uuid:{entry.key}")
    _add(element, "title", entry.title)
    _add(element, "updated", _moment(entry.updated))
    _link(element, "alternate", entry.page, "text/html")
    for subject in entry.subjects:
        SubElement(element, "category", {"term": readable(subject)})
    if entry.text:
        _add(element, "content", entry.text)


def _add(parent: Element, name: str, text: str) -> None:
    SubElement(parent, name).text = readable(text)


def _link(parent: Element, relation: str, address: str, kind: str) -> None:
    SubElement(parent, "link", {"rel": relation, "href": address, "type": kind})


def _moment(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
