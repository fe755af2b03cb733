"""Entries in one file: CSV as spreadsheets write and read it, JSON with `title`, `answer` and
`variants`.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from bot.knowledge_fields import FieldError, Located, Unsaid, day_of, entry_of
from domain.permanence import Entry

COLUMNS = (
    "id",
    "language",
    "title",
    "answer",
    "wordings",
    "source",
    "date",
    "tags",
    "review",
    "live",
)
_LISTS = ("wordings", "tags")
_DAYS = ("date", "review")
_FORMULA = re.compile(r"'*[=+\-@\t\r]")
"""How a cell begins that a spreadsheet would carry out, or that was protected from it."""

_BLANKS = re.compile(r"[ \t\n\r]*")


def decoded(content: bytes) -> str:
    """The text of a file: UTF-8, else what older spreadsheets of Western Europe write."""
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def csv_of(entries: Sequence[Entry], _: str) -> bytes:
    """A table for a spreadsheet: a mark at the start, semicolons, several texts on lines of one
    cell, and nothing that would be carried out.
    """
    written = io.StringIO(newline="")
    table = csv.writer(written, delimiter=";", quoting=csv.QUOTE_ALL)
    table.writerow(COLUMNS)
    for entry in entries:
        fields = _fields(entry)
        table.writerow([_cell(fields[name]) for name in COLUMNS])
    return written.getvalue().encode("utf-8-sig")


def read_csv(text: str, file: str, unsaid: Unsaid) -> Iterator[Located | str]:
    """Each row's entry, or what is wrong with it on which line."""
    heading = text.partition("\n")[0]
    delimiter = max(";,\t", key=heading.count)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        columns = [name.strip().lower() for name in next(rows, [])]
        wrong = _wrong_columns(columns)
        if wrong:
            yield f"{file}:1: {wrong}"
            return
        line = rows.line_num + 1
        for row in rows:
            if any(cell.strip() for cell in row):
                cells = dict(zip(columns, map(_uncelled, row), strict=False))
                yield _entry(_from_cells(cells), f"{file}:{line}", unsaid)
            line = rows.line_num + 1
    except csv.Error as error:
        yield f"{file}:{rows.line_num}: {error}"


def json_of(entries: Sequence[Entry], name: str) -> bytes:
    """One object with all entries, and no question to measure with."""
    languages = sorted({entry.language for entry in entries})
    whole = {
        "name": name,
        "lang": languages[0] if len(languages) == 1 else "",
        "licence": "",
        "source": "",
        "entries": [_as_json(entry) for entry in entries],
        "queries": [],
    }
    return (json.dumps(whole, ensure_ascii=False, indent=1) + "\n").encode()


def read_json(text: str, file: str, unsaid: Unsaid) -> Iterator[Located | str]:
    """Each entry, or what is wrong with it on which line."""
    try:
        entries, rest = _parsed(text)
    except json.JSONDecodeError as error:
        yield f"{file}:{error.lineno}: {error.msg}"
        return
    if entries is None:
        yield f'{file}:1: is not an object with "entries"'
        return
    said = Unsaid(
        language=str(rest.get("lang") or unsaid.language),
        source=str(rest.get("source") or unsaid.source),
        today=unsaid.today,
    )
    for at, value in entries:
        where = f"{file}:{text.count(chr(10), 0, at) + 1}"
        if isinstance(value, dict):
            yield _entry(_from_json(value), where, said)
        else:
            yield f"{where}: is not an entry"


def _entry(fields: Mapping[str, Any], where: str, unsaid: Unsaid) -> Located | str:
    """The entry of a row, with what rows may leave unsaid."""
    said = {name: value for name, value in fields.items() if value not in (None, "")}
    key, language = str(said.pop("id", "")), str(said.pop("language", unsaid.language))
    answer = said.pop("answer", "")
    whole = {
        "title": "",
        "wordings": [],
        "source": unsaid.source,
        "date": unsaid.today,
        "tags": [],
        **said,
    }
    try:
        return Located(where, entry_of(whole, answer, key=key, language=language))
    except FieldError as error:
        return f"{where}: {error}"


def _fields(entry: Entry) -> dict[str, Any]:
    """An entry under the names of the columns."""
    return {
        "id": entry.key,
        "language": entry.language,
        "title": entry.title,
        "answer": entry.body,
        "wordings": list(entry.wordings),
        "source": entry.source,
        "date": entry.true_on.isoformat(),
        "tags": list(entry.tags),
        "review": entry.review_on.isoformat() if entry.review_on else "",
        "live": entry.live,
    }


def _as_json(entry: Entry) -> dict[str, Any]:
    fields = _fields(entry)
    first = {"id": fields.pop("id"), "title": fields.pop("title"), "answer": fields.pop("answer")}
    return {**first, "variants": fields.pop("wordings"), **fields}


def _from_json(value: Mapping[str, Any]) -> dict[str, Any]:
    fields = {("wordings" if name == "variants" else name): one for name, one in value.items()}
    return fields | {
        name: day_of(fields[name]) for name in _DAYS if isinstance(fields.get(name), str)
    }


def _cell(value: Any) -> str:
    if isinstance(value, list):
        value = "\n".join(value)
    return f"'{value}" if _FORMULA.match(value) else str(value)


def _uncelled(cell: str) -> str:
    protected = cell.startswith("'") and _FORMULA.match(cell[1:])
    return cell[1:] if protected else cell


def _from_cells(cells: Mapping[str, str]) -> dict[str, Any]:
    fields: dict[str, Any] = dict(cells)
    for name in _LISTS:
        fields[name] = [one for one in cells.get(name, "").split("\n") if one.strip()]
    for name in _DAYS:
        text = cells.get(name, "").strip()
        fields[name] = day_of(text) if text else ""
    return fields


def _wrong_columns(columns: Sequence[str]) -> str:
    """What keeps a first row from naming the columns; "" when it does."""
    unknown = [name for name in columns if name not in COLUMNS]
    missing = [name for name in ("title", "answer") if name not in columns]
    if missing:
        return f"the first row names no column {', '.join(missing)}"
    if unknown:
        return f"{', '.join(unknown)}: not a column; there are {', '.join(COLUMNS)}"
    twice = sorted({name for name in columns if columns.count(name) > 1})
    return f"the column {', '.join(twice)} stands twice" if twice else ""


def _parsed(text: str) -> tuple[list[tuple[int, Any]] | None, dict[str, Any]]:
    """The entries of an object with the place where each begins, and the other members."""
    read = json.JSONDecoder().raw_decode
    whole = json.loads(text)
    if not isinstance(whole, dict) or not isinstance(whole.get("entries"), list):
        return None, {}
    entries: list[tuple[int, Any]] = []
    at = _skip(text, 0) + 1
    while text[_skip(text, at)] != "}":
        name, end = read(text, _skip(text, at))
        at = _skip(text, _skip(text, end) + 1)
        if name == "entries" and text[at] == "[":
            entries, at = _elements(text, at + 1)
        else:
            _, at = read(text, at)
        at = _skip(text, at)
        at += text[at] == ","
    return entries, whole


def _elements(text: str, at: int) -> tuple[list[tuple[int, Any]], int]:
    """The elements of a list from behind its bracket, and where it ends."""
    read = json.JSONDecoder().raw_decode
    found: list[tuple[int, Any]] = []
    while text[_skip(text, at)] != "]":
        start = _skip(text, at)
        value, end = read(text, start)
        found.append((start, value))
        at = _skip(text, end)
        at += text[at] == ","
    return found, _skip(text, at) + 1


def _skip(text: str, at: int) -> int:
    blanks = _BLANKS.match(text, at)
    return blanks.end() if blanks else at
