"""Who is named in a sentence beside its writer, and how they are tied to it.

Knows mentions, names and the words that tie them. Must not know who exists.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from domain.note_words import (
    GAVE,
    LINK,
    LINKS,
    OF_SOMEBODY,
    RECEIVED,
    SEAM,
    SHARED,
    TO_ME,
    Direction,
)
from domain.numbers import TAKEN, blank
from domain.people import flat, name_at, name_before

_MENTION = re.compile(r"(?<![\w.@])@\w[\w.:=/+-]*")
_ALSO = re.compile(r" ?(?:,|\bet\b|\band\b|&|\+) ?(?:avec |with )?")
_ARTICLE = re.compile(r"(?:(?:le|la|les|the) |l['’])")
_TITLE = re.compile(r"(?:M|Mme|Mlle|Mr|Mrs|Ms|Dr)\.? ")


@dataclass(frozen=True)
class Verb:
    """A verb that sends time one way, as it is said, and where."""

    direction: Direction
    said: str
    start: int
    end: int


@dataclass(frozen=True)
class Named:
    """Who stands across, how they are tied to the sentence, and what is left of it."""

    names: tuple[str, ...]
    link: Direction | None
    rest: str


def _link_before(text: str, at: int) -> tuple[Direction | None, int]:
    """The word that ties a person to the sentence, and where it begins."""
    before = re.search(r"\b(\w+) $", flat(text[:at]))
    if before and before[1] in LINKS:
        return LINKS[before[1]], before.start()
    return None, at


def mentioned(text: str) -> Named:
    """The first person mentioned; one whose work is the subject ("le dossier de @x") has no
    side.
    """
    match = _MENTION.search(text)
    if not match:
        return Named((), None, text)
    partner = match[0].rstrip(".:,")
    direction, start = _link_before(text, match.start())
    if direction is Direction.RECEIVED and SEAM.search(flat(text[:start])):
        return Named((partner,), None, text)
    return Named((partner,), direction, blank(text, start, match.start() + len(partner)))


def also_mentioned(named: Named, seam: int) -> Named:
    """Those mentioned beside the first, before the why."""
    names, rest = list(named.names), named.rest
    for match in _MENTION.finditer(rest) if names else ():
        other = match[0].rstrip(".:,")
        if match.start() < seam and other not in names:
            also = re.search(r"(?: ?,| et| and| &| avec| with)? ?$", flat(rest[: match.start()]))
            start = also.start() if also else match.start()
            rest = blank(rest, start, match.start() + len(other))
            names.append(other)
    return Named(tuple(names), named.link, rest)


def verb_of(text: str) -> tuple[Verb | None, str]:
    """Which way the verb sends the time; "m'a aidée" is looked for before "j'ai aidé"."""
    said = flat(text)
    for pattern, direction in (
        (TO_ME, Direction.RECEIVED),
        (RECEIVED, Direction.RECEIVED),
        (GAVE, Direction.GAVE),
        (SHARED, None),
    ):
        if match := pattern.search(said):
            verb = Verb(direction, match[0], *match.span()) if direction else None
            return verb, blank(text, *match.span())
    return None, text


def someone(text: str, seam: int, verb: Verb | None) -> Named:
    """Who is named: before "m'a aidée", after "j'ai aidé", or after a word that ties them in."""
    span = _name_by(text, verb) if verb else None
    if span:
        return _with_others(text, span[0], span, None)
    links = LINK.finditer(flat(text))
    for link in sorted(links, key=lambda match: match[0] not in ("avec ", "with ")):
        direction = LINKS[link[0].strip()]
        after_time = text[: link.start()].rstrip().endswith(TAKEN)
        if direction is not Direction.WITH and link.start() > seam:
            continue
        if direction is Direction.RECEIVED and not after_time:
            continue
        small = direction is Direction.WITH or (verb is not None and after_time)
        if span := _name_from(text, link.end(), small=small):
            return _with_others(text, link.start(), span, direction)
    return Named((), None, text)


def _name_from(text: str, at: int, *, small: bool) -> tuple[int, int] | None:
    """The name at a place; behind an article or "M." it has a capital letter, as in "la Fabrique du
    Pilat". "12 personnes" is nobody's.
    """
    title = _TITLE.match(text, at) or _ARTICLE.match(text, at)
    if title and (span := name_at(text, title.end(), small=False)):
        return span
    return None if text[at : at + 1].isdigit() else name_at(text, at, small=small)


def _with_others(text: str, start: int, span: tuple[int, int], link: Direction | None) -> Named:
    """Somebody and those named beside them: "avec Paul et Léa"."""
    names, end = [text[slice(*span)]], span[1]
    for other in _names_after(text, end, capital=names[0][0].isupper()):
        names.append(text[slice(*other)])
        end = other[1]
    return Named(tuple(names), link, blank(text, start, end))


def _names_after(text: str, end: int, *, capital: bool) -> Iterator[tuple[int, int]]:
    """Names that "et" or a comma ties to the one before; small ones only where nothing follows."""
    while also := _ALSO.match(flat(text), end):
        span = name_at(text, also.end(), small=not capital)
        if not span or not re.match(rf" ?(?:$|[,.;{TAKEN}]|et |and |pour |for )", text[span[1] :]):
            return
        yield span
        end = span[1]


def _name_by(text: str, verb: Verb) -> tuple[int, int] | None:
    """The helper before "m'a aidée", or the one helped after "j'ai aidé"."""
    if TO_ME.match(verb.said):
        return name_before(text, verb.start)
    return name_at(text, verb.end + 1, small=bool(OF_SOMEBODY.search(verb.said)))
