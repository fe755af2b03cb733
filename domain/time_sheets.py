"""A spreadsheet of exchanges as people keep them: its cells, and which column is which.

Knows separators, encodings and headings in French and English. Must not know durations or people.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from domain.people import fold

ROWS_MOST = 20_000
HEADINGS_WITHIN = 10
"""Rows, from the first, among which the headings are looked for: a title may stand above them."""

FIELDS: Mapping[str, str] = {
    "giver": "qui a donne|a donne|donne par|qui donne|giver|given by|who gave|gave|aide par",
    "receiver": "qui a recu|a recu|recu par|qui recoit|receiver|received by|who received|received"
    "|beneficiaire|aide a",
    "duration": "duree|temps|duration|time|heures|hours|minutes|nombre d'heures|nb heures"
    "|nb d'heures|nombre de minutes|temps passe|how long",
    "day": "date|jour|quand|day|when|le|date de l'echange|date du service",
    "subject": "pour|pour quoi|objet|motif|sujet|description|subject|what|for|for what|what for"
    "|service|activite|activity",
    "skill": "competence|domaine|categorie|skill|category",
    "kind": "nature|type|kind",
    "state": "etat|statut|state|status",
    "paid": "retribue|retribution|paye|paid",
    "person": "personne|nom|membre|allie·e|allie|person|name|member|ally|compte|account",
    "balance": "solde|solde reporte|report|balance|opening balance|carried forward",
}
"""Headings by which a column is known, accents and case aside."""

AMBIGUOUS = frozenset(
    "donneur donneuse receveur receveuse payeur payeuse payer payee"
    " de a from to debit credit".split()
)
"""Headings that some books use for who gave time, and others for who gave hours."""

EXCHANGES = ("giver", "receiver", "duration", "day")
BALANCES = ("person", "balance")
UNITS = {"heures": 60, "heure": 60, "h": 60, "hours": 60, "hour": 60, "minutes": 1, "min": 1}
_KNOWN = {word: name for name, words in FIELDS.items() for word in words.split("|")}
_BRACKET = re.compile(r"\(([^)]*)\)")
_FORMULA = re.compile("[=\uff1d]|#[^ ]*[!?A#]$")
_HELD = re.compile("'+[=+\\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")


@dataclass(frozen=True)
class Sent:
    """A table that somebody sent, as text."""

    text: str


class SheetError(Exception):
    """A file in which no line can be read. `reason` says why, `values` what the words mention."""

    def __init__(self, reason: str, **values: object) -> None:
        super().__init__(reason)
        self.reason = reason
        self.values = values


@dataclass(frozen=True)
class Row:
    """A row with the line on which it begins; cells by field.

    `formulas` are fields whose value is not in the file, only how to work it out; `beyond`: there
    are more cells than headings.
    """

    line: int
    cells: Mapping[str, str]
    formulas: frozenset[str] = frozenset()
    beyond: bool = False


@dataclass(frozen=True)
class Table:
    """The rows under the headings. `headings`: how each field's column is called in the file.

    `unit` is how many minutes a bare number stands for, where the heading says it.
    """

    headings: Mapping[str, str]
    rows: Sequence[Row] = field(default=())
    unit: int | None = None

    @property
    def tells_balances(self) -> bool:
        """Whether it has people and balances, and no exchanges."""
        return "balance" in self.headings


def decoded(content: bytes) -> str:
    """The text of a file: with a mark of Unicode, as UTF-8, else as Western Europe wrote."""
    if content[:4] in (b"PK\x03\x04", b"\xd0\xcf\x11\xe0"):
        raise SheetError("workbook")
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return content.decode("utf-16", errors="replace")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp1252", errors="replace")
    if "\0" in text:
        raise SheetError("binary")
    return text


def read_table(text: str, mapping: Mapping[str, str] | None = None) -> Table:
    """The table of a text; `mapping` names the heading of a field. Raises SheetError."""
    rows = list(_rows(text))
    if not rows:
        raise SheetError("empty")
    chosen = {name: _heading(heading)[0] for name, heading in (mapping or {}).items()}
    best: tuple[dict[str, int], int] = ({}, 0)
    for at, (_, cells) in enumerate(rows[:HEADINGS_WITHIN]):
        places = _places(cells, chosen)
        if _complete(places):
            return _table(rows[at + 1 :], cells, places)
        best = max(best, (places, at), key=lambda one: len(one[0]))
    places, at = best
    raise _incomplete(places, rows[at][1], chosen)


def _rows(text: str) -> Iterator[tuple[int, list[str]]]:
    """Each row that holds something, with the line on which it begins."""
    line, body = 0, text
    if declared := re.match("sep=(.)\r?\n", text, re.I):
        line, body = 1, text[declared.end() :]
        delimiter = declared[1]
    else:
        heading = next((one for one in text.splitlines() if one.strip()), "")
        delimiter = max(";\t,", key=re.sub('"[^"]*"', "", _widest(text) or heading).count)
    reader = csv.reader(io.StringIO(body, newline=""), delimiter=delimiter, strict=True)
    begins, count = line + 1, 0
    try:
        for row in reader:
            if any(cell.strip() for cell in row):
                count += 1
                if count > ROWS_MOST:
                    raise SheetError("too-long", most=ROWS_MOST)
                yield begins, row
            begins = line + reader.line_num + 1
    except csv.Error as error:
        raise SheetError("broken", line=begins) from error


def _widest(text: str) -> str:
    """Of the first lines, the one with the most separators: the headings, or lines like them."""
    first = text.splitlines()[:HEADINGS_WITHIN]
    return max(first, key=lambda one: max(map(one.count, ";\t,")), default="")


def _heading(written: str) -> tuple[str, str]:
    """A heading as it is compared, and what stood in brackets."""
    folded = fold(written)
    inside = " ".join(_BRACKET.findall(folded))
    bare = _BRACKET.sub("", folded)
    return " ".join(bare.replace("_", " ").split()).strip(" :?.*'\""), inside.strip()


def _places(cells: Sequence[str], chosen: Mapping[str, str]) -> dict[str, int]:
    """The column of each field that the headings tell; twice the same heading tells nothing."""
    words = [_heading(cell)[0] for cell in cells]
    found: dict[str, list[int]] = {}
    for at, word in enumerate(words):
        name = next((name for name, heading in chosen.items() if heading == word), None)
        if name is None and word in _KNOWN and _KNOWN[word] not in chosen:
            name = _KNOWN[word]
        if name is not None:
            found.setdefault(name, []).append(at)
    twice = [name for name, places in found.items() if len(places) > 1]
    if twice and _complete(dict.fromkeys(found, 0)):
        raise SheetError("column-twice", column=cells[found[twice[0]][1]].strip()[:60])
    return {name: places[0] for name, places in found.items() if len(places) == 1}


def _complete(places: Mapping[str, int]) -> bool:
    return all(name in places for name in EXCHANGES) or all(name in places for name in BALANCES)


def _incomplete(
    places: Mapping[str, int], cells: Sequence[str], chosen: Mapping[str, str]
) -> SheetError:
    """Why the headings are not enough, said so that they can be mended."""
    words = [_heading(cell)[0] for cell in cells]
    if absent := [heading for heading in chosen.values() if heading not in words]:
        return SheetError("no-such-column", column=absent[0][:60])
    unsure = [cell.strip() for cell, word in zip(cells, words, strict=True) if word in AMBIGUOUS]
    sides = not {"giver", "receiver"} <= places.keys()
    if unsure and sides and places:
        return SheetError("ambiguous-column", column=unsure[0][:60])
    missing = [name for name in EXCHANGES if name not in places]
    return SheetError("no-headings", missing=missing)


def _table(
    rows: Sequence[tuple[int, list[str]]], heading: Sequence[str], places: Mapping[str, int]
) -> Table:
    headings = {name: heading[at].strip() for name, at in places.items()}
    unit = None
    for name in ("duration", "balance"):
        if name in headings:
            word, inside = _heading(headings[name])
            unit = UNITS.get(inside) or UNITS.get(word.rpartition(" ")[2]) or unit
            unit = UNITS.get(word.rpartition("'")[2]) or unit
    found = [_row(line, row, len(heading), places) for line, row in rows]
    return Table(headings, found, unit)


def _row(line: int, row: Sequence[str], wide: int, places: Mapping[str, int]) -> Row:
    written = {name: row[at].strip() for name, at in places.items() if at < len(row)}
    return Row(
        line,
        {name: freed(cell) for name, cell in written.items()},
        frozenset(name for name, cell in written.items() if _FORMULA.match(cell)),
        beyond=any(cell.strip() for cell in row[wide:]),
    )


def freed(cell: str) -> str:
    """A cell without the apostrophe that held a formula aside."""
    return cell[1:] if _HELD.match(cell) else cell
