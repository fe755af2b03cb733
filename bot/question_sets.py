"""Question sets as files: entries, and questions whose entry is known (docs/cli.md)."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from bot.knowledge_files import KnowledgeError
from domain.permanence import Entry
from domain.retrieval.measures import Asked

NO_DAY = date(1, 1, 1)
"""Sets say nothing of when an answer was true, and no measure looks at it."""

EACH = 5
"""One wording in so many is held out where a set has no questions of its own."""


@dataclass(frozen=True)
class QuestionSet:
    """What one file holds."""

    name: str
    entries: tuple[Entry, ...]
    questions: tuple[Asked, ...]


def read_set(file: Path) -> QuestionSet:
    """A file's set; raises KnowledgeError with what is wrong with it."""
    try:
        whole = json.loads(file.read_text(encoding="utf-8"))
    except OSError as error:
        raise KnowledgeError([f"{file}: cannot be read ({error.strerror})"]) from error
    except ValueError as error:
        raise KnowledgeError([f"{file}: is not JSON ({error})"]) from error
    if not isinstance(whole, dict):
        raise KnowledgeError([f"{file}: is not an object with entries and queries"])
    try:
        language = str(whole.get("lang", "fr"))
        listed = enumerate(whole.get("entries") or (), start=1)
        entries = tuple(_entry(number, one, language) for number, one in listed)
        questions = tuple(_asked(one) for one in whole.get("queries") or ())
    except (KeyError, TypeError, AttributeError) as error:
        reason = "entries need id, title, answer and variants; queries need q and gold"
        raise KnowledgeError([f"{file}: {reason} ({error})"]) from error
    return QuestionSet(str(whole.get("name", file.stem)), entries, questions)


def held_out(entries: Sequence[Entry]) -> tuple[list[Entry], list[Asked]]:
    """Entries without one wording in five, and those wordings as questions."""
    kept, asked = [], []
    for entry in entries:
        out = entry.wordings[EACH - 1 :: EACH] or entry.wordings[1:][-1:]
        asked += [Asked(wording, entry.key) for wording in out]
        rest = tuple(one for one in entry.wordings if one not in out)
        kept.append(replace(entry, wordings=rest))
    return kept, asked


def _entry(number: int, fields: Mapping[str, Any], language: str) -> Entry:
    return Entry(
        id=number,
        key=str(fields["id"]),
        title=str(fields["title"]),
        wordings=tuple(str(one) for one in fields.get("variants") or ()),
        body=str(fields.get("answer") or ""),
        source=str(fields.get("source") or ""),
        true_on=NO_DAY,
        tags=tuple(str(one) for one in fields.get("tags") or ()),
        language=str(fields.get("lang") or language),
    )


def _asked(fields: Mapping[str, Any]) -> Asked:
    gold = fields["gold"]
    return Asked(str(fields["q"]), None if gold is None else str(gold))
