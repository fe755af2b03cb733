"""A full list of skills that an operator has, ROME 4.0 or ESCO, as CSV: read, never shipped."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from bot.knowledge_files import KnowledgeError

LONGEST = 80
"""Letters of a name; a longer label is a sentence that nobody types."""

IDENTIFIERS = ("id", "uri", "conceptUri", "code_ogr", "code_ogr_competence")
NAMES: Mapping[str, Sequence[str]] = {
    "fr": ("preferred_fr", "alt_fr", "libelle", "libelle_competence"),
    "en": ("preferred_en", "alt_en"),
}
ESCO_NAMES = ("preferredLabel", "altLabels")
"""Columns of ESCO's own files, which hold one language each."""


@dataclass(frozen=True)
class Listed:
    """A row of such a file: its identifier without the list's prefix, and its names by language."""

    identifier: str
    names: tuple[tuple[str, str], ...]


def read_table(path: Path, *, language: str) -> list[Listed]:
    """Every row; raises KnowledgeError for a file that is no such list."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as opened:
            return list(_rows(csv.DictReader(opened), path, language))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise KnowledgeError([f"{path}: cannot be read as CSV in UTF-8 ({error})"]) from error


def _rows(table: csv.DictReader[str], path: Path, language: str) -> Iterator[Listed]:
    heads = set(table.fieldnames or ())
    identifier = next((one for one in IDENTIFIERS if one in heads), None)
    columns = {code: [one for one in names if one in heads] for code, names in NAMES.items()}
    columns[language] = [*columns.get(language, ()), *(one for one in ESCO_NAMES if one in heads)]
    if identifier is None or not any(columns.values()):
        raise KnowledgeError(
            [
                f"{path}: no list of skills that I know: it needs a column with identifiers"
                f" ({', '.join(IDENTIFIERS)}) and one with names"
                f" ({', '.join(chain(NAMES['fr'], NAMES['en'], ESCO_NAMES))})"
            ]
        )
    for row in table:
        names = [
            (code, name)
            for code, heads_of in columns.items()
            for head in heads_of
            for name in _split(row[head] or "")
        ]
        yield Listed(_bare(row[identifier] or ""), tuple(names))


def _split(cell: str) -> Iterator[str]:
    """The names in a cell: ESCO's files put one on each line, others a bar between."""
    for name in cell.replace("|", "\n").splitlines():
        if 1 < len(name.strip()) <= LONGEST:
            yield " ".join(name.split())


def _bare(identifier: str) -> str:
    """Turn "rome:404890" and "http://…/skill/0ffce932-…" into what a concept carries."""
    return identifier.rsplit("/", 1)[-1].rsplit(":", 1)[-1].strip()
