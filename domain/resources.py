"""Resources that people share: a link with words, read from one message, recognised when it comes
again, and shown where it fits.

Knows addresses as texts: whether one answers is nobody's promise, and it is never visited.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from ipaddress import ip_address
from urllib.parse import parse_qsl, urlencode, urlsplit

from domain.entries import TITLE_MOST, one_line
from domain.errors import Refusal
from domain.events import State
from domain.matching import STOP, stem, words_of
from domain.people import fold

ADDRESS_MOST = 2000
TAGS_MOST = 8
TAG_MOST = 40
SHORTEST_WORD = 4  # letters; a shorter word in common tells too little
TAG_WEIGHT = 2  # a tag was chosen, a word of a title happened


class Kind(StrEnum):
    """What somebody finds behind a link."""

    LINK = "link"
    ARTICLE = "article"
    VIDEO = "video"
    METHOD = "method"


@dataclass(frozen=True)
class Draft:
    """A resource as one message gives it."""

    title: str
    address: str
    kind: Kind
    tags: tuple[str, ...]


@dataclass(frozen=True)
class Resource:
    """A resource, and who shared it."""

    id: int
    title: str
    address: str
    kind: Kind
    tags: tuple[str, ...]
    state: State
    proposed_by: int | None
    at: datetime


_KINDS = {
    Kind.VIDEO: "video videos film films webinaire webinaires webinar conference podcast",
    Kind.METHOD: "methode methodes method methods outil outils tool kit atelier guide guides "
    "jeu fiche mode tutoriel",
    Kind.ARTICLE: "article articles texte etude rapport livre revue note report paper book",
}
_KIND_OF = {word: kind for kind, words in _KINDS.items() for word in words.split()}
_VIDEO_HOSTS = ("youtube.com", "youtu.be", "vimeo.com", "dailymotion.com")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+", re.I)
_SCHEME = re.compile(r"\b(?:javascript|vbscript|data|file|ftp|blob|about|intent)\s*:", re.I)
_AROUND = ".,;:!?)]}>»”\"'’…"
_UNSAFE = re.compile(r"[\\<>\"{}|^`\x00-\x20\x7f]")
_NOT_PUBLIC = (".local", ".localhost", ".internal", ".lan", ".home", ".home.arpa", ".test")
_TRACKING = re.compile(r"utm_\w+|fbclid|gclid|mc_[ce]id|igshid|si", re.I)
_TAG = re.compile(r"#(\w[\w-]*)")
_TOO_COMMON = frozenset(
    map(
        stem,
        "allie allies alliance fabrique fabriques transition transitions territoire territoires "
        "association comment combien quand quel quelle quels quelles quoi pourquoi faut existe "
        "article video methode guide outil ressource ressources lien fiche question reponse "
        "what when where which much many there work".split(),
    )
)
"""Words that everything here shares, and those of asking."""


def read(text: str) -> Draft:
    """A resource from one message: its address, a title, then tags behind commas or #."""
    address = address_in(text)
    found = _ADDRESS.search(text)
    around = text[: found.start()] + " " + text[found.end() :] if found else text
    tags = _TAG.findall(around)
    title, *more = (one_line(part).strip(" -–—:") for part in _TAG.sub(" ", around).split(","))
    tags = [tag[:TAG_MOST] for tag in dict.fromkeys([*more, *tags]) if tag]
    if len(title) > TITLE_MOST:
        raise Refusal("refusal-entry-too-long", most=TITLE_MOST)
    return Draft(title, address, _kind(title, tags, address), tuple(tags[:TAGS_MOST]))


def retitled(draft: Draft, title: str) -> Draft:
    """The same resource under another title, which may tell what it is."""
    kind = draft.kind
    if kind is Kind.LINK:
        kind = _kind(title, draft.tags, draft.address)
    return replace(draft, title=one_line(title), kind=kind)


def has_address(text: str) -> bool:
    """Whether a message holds something that stands for a link."""
    return bool(_ADDRESS.search(text) or _SCHEME.search(text))


def address_in(text: str) -> str:
    """The link of a message, or a Refusal that says what a link must be."""
    found = _ADDRESS.search(text)
    if not found:
        scheme = _SCHEME.search(text)
        raise Refusal("refusal-link-kind" if scheme else "refusal-link-missing")
    address = found[0].rstrip(_AROUND)
    if len(address) > ADDRESS_MOST:
        raise Refusal("refusal-link-too-long", most=ADDRESS_MOST)
    if not address.lower().startswith("http"):
        address = f"https://{address}"
    _check(address)
    return address


def known_as(address: str) -> str:
    """What two spellings of one address have in common: no scheme, no tracking, no last slash."""
    parts = urlsplit(address)
    host = (parts.hostname or "").removeprefix("www.")
    port = f":{parts.port}" if parts.port not in (None, 80, 443) else ""
    asked = sorted(
        (name, value)
        for name, value in parse_qsl(parts.query, keep_blank_values=True)
        if not _TRACKING.fullmatch(name)
    )
    query = f"?{urlencode(asked)}" if asked else ""
    return f"{host}{port}{parts.path.rstrip('/')}{query}"


def search(resources: Sequence[Resource], words: str) -> list[Resource]:
    """Those that hold most of the words in title, tags or kind, best first; all for no words."""
    wanted = {stem(word) for word in words_of(words) if word not in STOP}
    if not wanted:
        return sorted(resources, key=_newest)
    scored = [(len(wanted & (_stems([one.title, one.kind, *one.tags]))), one) for one in resources]
    found = [pair for pair in scored if pair[0]]
    return [one for _, one in sorted(found, key=lambda pair: (-pair[0], *_newest(pair[1])))]


def related(
    resources: Sequence[Resource], texts: Iterable[str], *, at_most: int = 2
) -> list[Resource]:
    """Those that share a telling word with what was asked and answered; none is better than a
    wrong one.
    """
    asked = _telling(texts)
    scored = [
        (
            len(asked & _telling([one.title])) + TAG_WEIGHT * len(asked & _telling(one.tags)),
            one,
        )
        for one in resources
    ]
    found = [pair for pair in scored if pair[0]]
    best = sorted(found, key=lambda pair: (-pair[0], *_newest(pair[1])))
    return [one for _, one in best[:at_most]]


def _newest(resource: Resource) -> tuple[int]:
    return (-resource.id,)


def _stems(texts: Iterable[str]) -> set[str]:
    return {stem(word) for text in texts for word in words_of(text) if word not in STOP}


def _telling(texts: Iterable[str]) -> set[str]:
    words = (word for text in texts for word in words_of(text))
    long = {stem(word) for word in words if len(word) >= SHORTEST_WORD and word not in STOP}
    return long - _TOO_COMMON


def _kind(title: str, tags: Iterable[str], address: str) -> Kind:
    """What the words say it is, the tags first, else what the host shows."""
    for text in (*tags, title):
        for word in words_of(fold(text)):
            if word in _KIND_OF:
                return _KIND_OF[word]
    host = urlsplit(address).hostname or ""
    video = any(host == one or host.endswith(f".{one}") for one in _VIDEO_HOSTS)
    return Kind.VIDEO if video else Kind.LINK


def _check(address: str) -> None:
    """Refuse what is no public page: malformed, with a password, or of a private network."""
    try:
        parts = urlsplit(address)
        host, _ = parts.hostname or "", parts.port
    except ValueError:
        raise Refusal("refusal-link-unread") from None
    if _UNSAFE.search(address) or not host or parts.username is not None:
        raise Refusal("refusal-link-unread")
    if not _is_public(host.rstrip(".")):
        raise Refusal("refusal-link-private")


def _is_public(host: str) -> bool:
    try:
        return ip_address(host).is_global
    except ValueError:
        last = host.rpartition(".")[2]
        numeric = re.fullmatch(r"\d+|0x[0-9a-f]*", last, re.I) is not None
        return "." in host and not numeric and not host.endswith(_NOT_PUBLIC)
