"""Knowledge entries as files: Markdown with front matter, one file an entry, one folder a
language; or all in one table, CSV or JSON.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from bot import knowledge_tables
from bot.knowledge_fields import (
    REQUIRED,
    FieldError,
    KnowledgeError,
    Located,
    Unsaid,
    all_or_nothing,
    distinct,
    entry_of,
)
from domain.entries import tidied
from domain.permanence import Entry

__all__ = ["KnowledgeError", "files_of", "load", "read", "read_all", "read_table", "write"]

FENCE = "---\n"
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The same in C, where it was built: ten times faster."""

READERS: Mapping[str, Callable[[str, str, Unsaid], Iterator[Located | str]]] = {
    ".csv": knowledge_tables.read_csv,
    ".json": knowledge_tables.read_json,
}
WRITERS: Mapping[str, Callable[[Sequence[Entry], str], bytes]] = {
    ".csv": knowledge_tables.csv_of,
    ".json": knowledge_tables.json_of,
}


def files_of(folder: Path) -> list[Path]:
    """The entries' files of one fabrique, in a stable order."""
    return sorted(folder.glob("*/*.md"))


def read_all(files: Iterable[Path]) -> Iterator[Entry | str]:
    """Each file's entry, or the line that says what is wrong with it."""
    return distinct(map(_located, files))


def load(folder: Path) -> list[Entry]:
    """Every entry of a folder, or KnowledgeError: all or nothing."""
    return all_or_nothing(read_all(files_of(folder)))


def read_table(path: Path, *, today: date, language: str) -> list[Entry]:
    """Every entry of a CSV or a JSON file, or KnowledgeError: all or nothing."""
    reader = READERS.get(path.suffix.lower())
    if reader is None:
        raise KnowledgeError([f"{path.name}: is neither a folder nor a .csv or .json file"])
    try:
        text = knowledge_tables.decoded(path.read_bytes())
    except OSError as error:
        raise KnowledgeError([f"{path.name}: {error.strerror}"]) from error
    unsaid = Unsaid(language, path.name, today)
    return all_or_nothing(distinct(reader(text, path.name, unsaid)))


def write_path(entries: Sequence[Entry], path: Path, *, name: str) -> list[Path]:
    """Write entries as a folder, a CSV or a JSON file, as the path's ending says. Gives the
    entries' files that were in the folder and are of no entry.
    """
    entries = [tidied(entry) for entry in entries]
    writer = WRITERS.get(path.suffix.lower())
    if writer is not None:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(writer(entries, name))
        return []
    written = {write(entry, path) for entry in entries}
    return [file for file in files_of(path) if file not in written]


def read(file: Path) -> Entry:
    """The entry of one file; raises ValueError naming what is missing."""
    found = _located(file)
    if isinstance(found, str):
        raise ValueError(found)
    return found.entry


def write(entry: Entry, folder: Path) -> Path:
    """Write an entry as a file, in its language's folder."""
    front: dict[str, Any] = {
        "title": entry.title,
        "wordings": list(entry.wordings),
        "source": entry.source,
        "date": entry.true_on,
        "tags": list(entry.tags),
    }
    if entry.review_on:
        front["review"] = entry.review_on
    if entry.live:
        front["live"] = entry.live
    text = yaml.safe_dump(front, allow_unicode=True, sort_keys=False, width=1000)
    file = folder / entry.language / f"{entry.key}.md"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(f"{FENCE}{text}{FENCE}{entry.body}\n", encoding="utf-8")
    return file


def _located(file: Path) -> Located | str:
    """A file's entry, or the line that says what is wrong with it and where."""
    where = f"{file.parent.name}/{file.name}"
    try:
        text = file.read_text(encoding="utf-8-sig")
    except (OSError, ValueError) as error:
        return f"{where}: {' '.join(str(error).split())}"
    opening, _, rest = text.partition(FENCE)
    front, closing, body = rest.partition(f"\n{FENCE}")
    if opening or not closing:
        return f"{where}:1: begins with a front matter between two lines of ---"
    try:
        fields, lines = _front(front)
    except (yaml.YAMLError, ValueError) as error:
        mark = getattr(error, "problem_mark", None)
        reason = getattr(error, "problem", None) or " ".join(str(error).split())
        return f"{where}:{mark.line + 2 if mark else 1}: {reason}"
    missing = [key for key in REQUIRED if key not in fields]
    if missing:
        return f"{where}:1: the front matter lacks {', '.join(missing)}"
    try:
        entry = entry_of(fields, body, key=file.stem, language=file.parent.name)
    except FieldError as error:
        line = lines.get(error.field, 1) if error.field else front.count("\n") + 4
        return f"{where}:{line}: {error}"
    return Located(where, entry)


def _front(front: str) -> tuple[dict[str, Any], dict[str, int]]:
    """The fields of a front matter, and the line of the file on which each begins."""
    loader = LOADER(front)
    node = loader.get_single_node()
    if not isinstance(node, yaml.MappingNode):
        return {}, {}
    lines = {str(key.value): key.start_mark.line + 2 for key, _ in node.value}
    return {str(key): value for key, value in loader.construct_document(node).items()}, lines
