"""What an entry from outside must hold, whatever kind of file brought it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from domain.entries import key_of, safe_key, tidied
from domain.permanence import Entry

FIELDS = ("title", "wordings", "source", "date", "tags", "review", "live")
"""What is said of an entry beside its answer, under the names that files use."""

REQUIRED = FIELDS[:5]
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z]{2,4})?")
_LIVE_MOST = 20
_FRENCH_DAY = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")
_HALF = re.compile("[\ud800-\udfff]")


class KnowledgeError(Exception):
    """Files that are not entries: one line for each problem, with its file and line."""

    def __init__(self, lines: list[str]) -> None:
        super().__init__("\n".join(lines))
        self.lines = lines


class FieldError(ValueError):
    """A field that holds something else; "" stands for the answer."""

    def __init__(self, field: str, reason: str) -> None:
        super().__init__(reason)
        self.field = field


@dataclass(frozen=True)
class Located:
    """An entry, and where in which file it begins."""

    where: str
    entry: Entry


@dataclass(frozen=True)
class Unsaid:
    """What holds for entries whose file does not say it."""

    language: str
    source: str
    today: date


def entry_of(fields: Mapping[str, Any], answer: object, *, key: str, language: str) -> Entry:
    """The entry that some fields describe, or FieldError about the first that is wrong."""
    for name in fields:
        if name not in FIELDS:
            raise FieldError(name, f"{name} is not a field of an entry")
    title, body = _text(fields, "title"), _answer(answer)
    if not _LANGUAGE.fullmatch(language):
        raise FieldError("language", f"{language!r} is not a language such as fr")
    review = fields.get("review")
    live = str(fields.get("live") or "")
    if len(live) > _LIVE_MOST:
        raise FieldError("live", "live is too long for a name")
    entry = Entry(
        id=0,
        key=safe_key(key) or key_of(title),
        title=title,
        wordings=_texts(fields, "wordings"),
        body=body,
        source=_text(fields, "source"),
        true_on=_day("date", fields["date"]),
        tags=_texts(fields, "tags"),
        language=language,
        review_on=None if review is None else _day("review", review),
        live=live,
    )
    return tidied(entry)


def distinct(found: Iterable[Located | str]) -> Iterator[Entry | str]:
    """Each entry, or the line that says what is wrong with it; no two may have the same name."""
    seen: dict[tuple[str, str], str] = {}
    for one in found:
        if isinstance(one, str):
            yield one
            continue
        name = (one.entry.language, one.entry.key)
        earlier = seen.setdefault(name, one.where)
        same = f"{one.where}: {one.entry.key} is also the name of {earlier}"
        yield one.entry if earlier == one.where else same


def all_or_nothing(found: Iterable[Entry | str]) -> list[Entry]:
    """Every entry, or KnowledgeError with each problem."""
    listed = list(found)
    problems = [one for one in listed if isinstance(one, str)]
    if problems:
        raise KnowledgeError(problems)
    return [one for one in listed if isinstance(one, Entry)]


def day_of(text: str) -> date | str:
    """A day as people and spreadsheets write it, or the text that is none."""
    french = _FRENCH_DAY.fullmatch(text)
    try:
        if french:
            return date(*(int(part) for part in french.groups()[::-1]))
        return date.fromisoformat(text)
    except ValueError:
        return text


def _answer(answer: object) -> str:
    if not isinstance(answer, str) or not answer.strip():
        raise FieldError("", "has no answer")
    return _kept("", answer)


def _text(fields: Mapping[str, Any], name: str) -> str:
    text = fields[name]
    if not isinstance(text, str) or not text.strip():
        raise FieldError(name, f"{name} is not a text")
    return _kept(name, text)


def _texts(fields: Mapping[str, Any], name: str) -> tuple[str, ...]:
    """A list of texts; YAML makes numbers of some, which read the same."""
    texts = fields[name]
    if not isinstance(texts, list) or any(
        one is None or isinstance(one, bool | list | dict) for one in texts
    ):
        raise FieldError(name, f"{name} is not a list of texts")
    return tuple(_kept(name, str(one)) for one in texts)


def _day(name: str, value: object) -> date:
    if not isinstance(value, date) or isinstance(value, datetime):
        raise FieldError(name, f"{name} is not a day such as 2023-12-14")
    return value


def _kept(name: str, text: str) -> str:
    if "\0" in text:
        raise FieldError(name, "holds a null character, which no database keeps")
    if _HALF.search(text):
        raise FieldError(name, "holds half a character")
    return text
