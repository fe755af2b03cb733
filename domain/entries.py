"""Entries as people keep them: written tidily, edited part by part, merged.

Knows no file format and no table.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date

from domain import days
from domain.errors import Refusal
from domain.people import fold
from domain.permanence import Entry, EntryState

KEY_MOST = 80
TITLE_MOST = 200
BODY_MOST = 3000
WORDING_MOST = 300
"""What is written in a chat fits on a telephone; files may say more."""

TEAM = {"fr": "L’équipe", "en": "The team"}
"""Where an answer is from that no document gave."""

PARTS = ("title", "body", "wordings", "source", "true_on", "review_on", "tags")
"""What may be edited in a chat."""

_BLANKS = re.compile("[\\t\\n\\r\\v\\f\\x1c-\\x1f\\x85\\u2028\\u2029 ]+")
"""Spaces that break a line or may vanish; a no-break space is part of the words."""

_UNSAFE = re.compile(r"[^\w.-]+")


def one_line(text: str) -> str:
    """Words on one line, no-break spaces kept."""
    return _BLANKS.sub(" ", text).strip(" ")


def several_lines(text: str) -> str:
    """Words whose line feeds are kept, written the same way whatever system they come from."""
    return text.replace("\r\n", "\n").replace("\r", "\n").strip()


def tidied(entry: Entry) -> Entry:
    """The entry as the base keeps it: titles on one line, nothing blank, nothing twice."""
    return replace(
        entry,
        title=one_line(entry.title),
        body=several_lines(entry.body),
        source=one_line(entry.source),
        wordings=_distinct(entry.wordings),
        tags=_distinct(entry.tags),
    )


def _distinct(texts: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, map(one_line, texts))))


def key_of(title: str) -> str:
    """A name for an entry that any file system takes."""
    words = re.sub(r"[^a-z0-9]+", "-", fold(title)).strip("-")
    return words[:KEY_MOST].rstrip("-") or "fiche"


def safe_key(key: str) -> str:
    """A key from outside, without what would lead out of a folder; a safe one is as it was."""
    return _UNSAFE.sub("-", key.strip()).lstrip("-.")[:KEY_MOST]


def free_key(wanted: str, taken: Collection[str]) -> str:
    """The key itself, or with the first number that is free."""
    if wanted not in taken:
        return wanted
    number = 2
    while (key := f"{wanted[: KEY_MOST - 5]}-{number}") in taken:
        number += 1
    return key


def with_wordings(entry: Entry, wordings: Sequence[str]) -> Entry:
    """The entry with more ways of asking for it; what it has, accents and capitals aside, is
    passed over.
    """
    known = {fold(one) for one in (entry.title, *entry.wordings)}
    added = []
    for wording in map(one_line, wordings):
        if wording and fold(wording) not in known:
            known.add(fold(wording))
            added.append(wording)
    return replace(entry, wordings=(*entry.wordings, *added))


def merged(one: Entry, into: Entry) -> Entry:
    """The entry that stays: asked for in the ways of both."""
    if one.id == into.id or into.state is not EntryState.CURRENT:
        raise Refusal("refusal-merge-elsewhere")
    whole = with_wordings(into, (one.title, *one.wordings))
    return replace(whole, tags=tuple(dict.fromkeys((*into.tags, *one.tags))))


def written(
    title: str, body: str, source: str, wordings: Sequence[str], *, today: date, language: str
) -> Entry:
    """An entry that somebody wrote today; a year on, somebody should look at it again."""
    entry = Entry(
        id=0,
        key="",
        title=title,
        wordings=(),
        body=body,
        source=source,
        true_on=today,
        tags=(),
        language=language,
        review_on=a_year_on(today),
    )
    return with_wordings(tidied(entry), wordings)


def with_part(entry: Entry, part: str, text: str, today: date) -> Entry:
    """The entry with one of `PARTS` as somebody typed it; an empty day of review is none."""
    match part:
        case "title":
            return replace(entry, title=title_typed(text))
        case "source":
            return replace(entry, source=title_typed(text))
        case "body":
            return replace(entry, body=body_typed(text))
        case "wordings":
            return with_wordings(replace(entry, wordings=()), wordings_typed(text))
        case "tags":
            return replace(entry, tags=_distinct(re.split(r"[,;\n]", text.replace("#", " "))))
        case "true_on":
            return replace(entry, true_on=_day_typed(text, today))
        case "review_on":
            day = _day_typed(text, today, ahead=True) if text else None
            return replace(entry, review_on=day)
    raise Refusal("refusal-choice-stale")


def title_typed(text: str) -> str:
    """A title or a source, on one line."""
    return _within(one_line(text), TITLE_MOST)


def body_typed(text: str) -> str:
    """An answer, its line feeds kept."""
    return _within(several_lines(text), BODY_MOST)


def wordings_typed(text: str) -> list[str]:
    """Ways of asking, one on each line."""
    lines = [one_line(line).lstrip("-•* ") for line in several_lines(text).split("\n")]
    return [_within(line, WORDING_MOST) for line in lines if line]


def a_year_on(day: date) -> date:
    """The same day of the next year; the 28th for a 29th of February."""
    try:
        return day.replace(year=day.year + 1)
    except ValueError:
        return day.replace(year=day.year + 1, day=28)


def _within(text: str, most: int) -> str:
    if not text:
        raise Refusal("refusal-entry-empty")
    if len(text) > most:
        raise Refusal("refusal-entry-too-long", most=most)
    return text


def _day_typed(text: str, today: date, *, ahead: bool = False) -> date:
    found = days.find_all(text, today, ahead=ahead)
    if not found:
        raise Refusal("refusal-date-unread")
    return found[0].day
