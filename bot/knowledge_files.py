"""Knowledge entries as files: Markdown with front matter, one file an entry, one folder a
language.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

import yaml

from domain.permanence import Entry

FENCE = "---\n"
KEYS = ("title", "wordings", "source", "date", "tags")


class KnowledgeError(Exception):
    """Files that are not entries: one line for each problem, with its file."""

    def __init__(self, lines: list[str]) -> None:
        super().__init__("\n".join(lines))
        self.lines = lines


def files_of(folder: Path) -> list[Path]:
    """The entries' files of one fabrique, in a stable order."""
    return sorted(folder.glob("*/*.md"))


def read_all(files: list[Path]) -> Iterator[Entry | str]:
    """Each file's entry, or the line that says what is wrong with it."""
    for file in files:
        try:
            yield read(file)
        except (ValueError, OSError, yaml.YAMLError) as error:
            reason = " ".join(str(error).split())
            yield f"{file.parent.name}/{file.name}: {reason}"


def load(folder: Path) -> list[Entry]:
    """Every entry of a folder, or KnowledgeError: all or nothing."""
    found = list(read_all(files_of(folder)))
    problems = [one for one in found if isinstance(one, str)]
    if problems:
        raise KnowledgeError(problems)
    return [one for one in found if isinstance(one, Entry)]


def read(file: Path) -> Entry:
    """The entry of one file; raises ValueError naming what is missing."""
    opening, fence, rest = file.read_text(encoding="utf-8-sig").partition(FENCE)
    front, fence, body = rest.partition(f"\n{FENCE}")
    if opening or not fence:
        raise ValueError("begins with a front matter between two lines of ---")
    fields = yaml.safe_load(front)
    missing = [key for key in KEYS if not isinstance(fields, dict) or key not in fields]
    if missing:
        raise ValueError(f"the front matter lacks {', '.join(missing)}")
    _check(fields, body)
    return _entry(file, fields, body.strip())


def write(entry: Entry, folder: Path) -> Path:
    """Write an entry as a file, in its language's folder."""
    front = {
        "title": entry.title,
        "wordings": list(entry.wordings),
        "source": entry.source,
        "date": entry.true_on,
        "tags": list(entry.tags),
    }
    text = yaml.safe_dump(front, allow_unicode=True, sort_keys=False, width=1000)
    file = folder / entry.language / f"{entry.key}.md"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(f"{FENCE}{text}{FENCE}{entry.body}\n", encoding="utf-8")
    return file


def _check(fields: dict[str, Any], body: str) -> None:
    """Raise when a field holds what YAML made of a careless text."""
    for key in ("title", "source"):
        if not isinstance(fields[key], str) or not fields[key].strip():
            raise ValueError(f"{key} is not a text")
    for key in ("wordings", "tags"):
        if not isinstance(fields[key], list) or None in fields[key]:
            raise ValueError(f"{key} is not a list of texts")
    for key in ("date", "review") if "review" in fields else ("date",):
        if not isinstance(fields[key], date) or isinstance(fields[key], datetime):
            raise ValueError(f"{key} is not a day such as 2023-12-14")
    if not body.strip():
        raise ValueError("has no answer below the front matter")
    if "\0" in body:
        raise ValueError("holds a null character, which no database keeps")


def _entry(file: Path, fields: dict[str, Any], body: str) -> Entry:
    return Entry(
        id=0,
        key=file.stem,
        title=fields["title"],
        wordings=tuple(str(one) for one in fields["wordings"]),
        body=body,
        source=fields["source"],
        true_on=fields["date"],
        tags=tuple(str(one) for one in fields["tags"]),
        language=file.parent.name,
    )
