"""A sheet for a table program: semicolons and a mark of UTF-8, as a French Excel opens it.

Nothing that somebody wrote is ever a formula there; numbers stay numbers.
"""

from __future__ import annotations

import csv
import re
from codecs import BOM_UTF8
from io import StringIO

from babel.numbers import get_decimal_symbol

from bot.papers.plans import Cell, Table

_FORMULA = re.compile("'*[=+\\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")
"""How a text begins that a table program would carry out, apostrophes that hold it aside."""


def draw(table: Table) -> bytes:
    """The headings and the rows; a text that could be a formula is held by an apostrophe."""
    mark = get_decimal_symbol(table.locale)
    written = StringIO(newline="")
    rows = csv.writer(written, delimiter=";", lineterminator="\r\n")
    rows.writerow([held(heading) for heading in table.headings])
    rows.writerows([_cell(cell, mark) for cell in row] for row in table.rows)
    return BOM_UTF8 + written.getvalue().encode()


def held(text: str) -> str:
    """A text with an apostrophe before it where it could be carried out."""
    return f"'{text}" if _FORMULA.match(text) else text


def freed(text: str) -> str:
    """The text that `held` gave back."""
    return text[1:] if text.startswith("'") and _FORMULA.match(text) else text


def _cell(cell: Cell, mark: str) -> str:
    match cell:
        case str():
            return held(cell)
        case float():
            return f"{cell:.6f}".rstrip("0").rstrip(".").replace(".", mark)
    return str(cell)
