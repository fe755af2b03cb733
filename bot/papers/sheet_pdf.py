"""A sheet as pages to read and print: A4, the headings on each page, long words wrapped.

The same sheet gives the same bytes: its moment is given, and no number is drawn.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import accumulate

from fpdf import FPDF
from fpdf.enums import XPos, YPos
from fpdf.fonts import TTFFont

from bot.papers.fonts import drawable, font
from bot.papers.plans import Table

FACE = "DejaVu"
MARGIN = 16.0
FOOT = 12.0
"""Millimetres, as every length here; sizes of letters are in points."""

TITLE, WORDS, CELL, SMALL = 17.0, 9.5, 8.5, 7.5
LINE = 4.3
GAP = 3.0
PAD = 1.5
"""The height of a line, the space between columns, and that above and below a row's words."""

WIDE = 7
"""With more columns the page lies down."""

WORD_MOST = 20
"""Letters of a word that a column is made wide for."""

LINES_MOST = 12
"""A cell that somebody filled with a whole letter is cut there."""

INK, SOFT, HAIR = (28, 33, 38), (95, 103, 110), (216, 220, 223)


def draw(table: Table) -> bytes:
    """The pages of a sheet."""
    return _Pages(table).drawn()


@dataclass(frozen=True)
class _Row:
    """A row as it is set: the lines of each cell."""

    cells: Sequence[Sequence[str]]
    strong: bool = False

    @property
    def height(self) -> float:
        return max((len(cell) for cell in self.cells), default=1) * LINE + 2 * PAD


class _Pages:
    """One sheet while it is drawn."""

    def __init__(self, table: Table) -> None:
        self._table = table
        self._pdf = pdf = FPDF(
            orientation="landscape" if len(table.headings) > WIDE else "portrait", format="A4"
        )
        pdf.set_auto_page_break(auto=False)
        pdf.set_margin(MARGIN)
        pdf.c_margin = 0
        pdf.add_font(FACE, "", font())
        pdf.add_font(FACE, "B", font(bold=True))
        self._faces = [face for face in pdf.fonts.values() if isinstance(face, TTFFont)]
        pdf.set_title(drawable(table.title))
        pdf.set_lang(table.language)
        pdf.set_creation_date(datetime.fromisoformat(table.at))

    def drawn(self) -> bytes:
        """Set the rows, see how they fall on pages, then draw page by page."""
        self._pdf.add_page()
        self._begin()
        self._widths = self._measured()
        self._heading = _Row([self._set(one, at, bold=True) for at, one in self._numbered_headings])
        rows = [self._row(number) for number in range(len(self._table.rows))]
        pages = _fallen(rows, self._room(first=True), self._room(first=False))
        self._pages = len(pages)
        for number, page in enumerate(pages, start=1):
            if number > 1:
                self._pdf.add_page()
            self._draw_table(page)
            if number == len(pages):
                self._end()
            self._number(number)
        written = bytes(self._pdf.output())
        for face in self._faces:
            face.close()
        return written

    @property
    def _numbered_headings(self) -> list[tuple[int, str]]:
        return list(enumerate(drawable(one) for one in self._table.headings))

    def _write(self, size: float, *, bold: bool = False, soft: bool = False) -> None:
        self._pdf.set_font(FACE, "B" if bold else "", size)
        self._pdf.set_text_color(*(SOFT if soft else INK))

    def _paragraph(self, text: str, height: float) -> None:
        self._pdf.multi_cell(
            self._pdf.epw, height, drawable(text), align="L", new_x=XPos.LMARGIN, new_y=YPos.NEXT
        )

    def _begin(self) -> None:
        """The title, and what stands above the table."""
        self._write(TITLE, bold=True)
        self._paragraph(self._table.title, 7.5)
        self._pdf.ln(1.5)
        self._write(WORDS, soft=True)
        for line in self._table.above:
            self._paragraph(line, 5)
        self._pdf.ln(4)

    def _end(self) -> None:
        """What stands under the table."""
        self._pdf.ln(4)
        self._write(SMALL, soft=True)
        for line in self._table.footer:
            self._paragraph(line, 4)

    def _room(self, *, first: bool) -> float:
        """The height for rows under the headings, what stands under the table being kept free."""
        top = self._pdf.get_y() if first else MARGIN
        return self._pdf.h - MARGIN - FOOT - top - self._heading.height - self._foot_height()

    def _foot_height(self) -> float:
        self._write(SMALL)
        lines = sum(len(self._lines(one, self._pdf.epw)) for one in self._table.footer)
        return 4 + 4 * min(lines, 30)

    def _measured(self) -> list[float]:
        """The width of each column: narrow ones have what they need, wide ones share the rest."""
        needed = [self._needed(column) for column in range(len(self._table.headings))]
        free = self._pdf.epw - GAP * (len(needed) - 1)
        widths = dict.fromkeys(range(len(needed)), 0.0)
        for done, column in enumerate(sorted(widths, key=needed.__getitem__)):
            widths[column] = min(needed[column], free / (len(needed) - done))
            free -= widths[column]
        words = [at for at in widths if at not in self._table.numeric] or list(widths)
        if words:
            widths[max(words, key=needed.__getitem__)] += free
        return list(widths.values())

    def _needed(self, column: int) -> float:
        """What a column needs: amounts all their width, words that of most cells, for the few
        longer ones wrap.
        """
        self._write(CELL, bold=True)
        heading = self._table.headings[column]
        cells = sorted((str(row[column]) for row in self._table.rows if row[column]), key=len)
        if column not in self._table.numeric and cells:
            words = max((word for cell in cells for word in cell.split()), key=len, default="")
            cells = [cells[len(cells) * 9 // 10], words[:WORD_MOST]]
        shown = {drawable(cell) for cell in (*cells[-20:], heading)}
        return max(self._pdf.get_string_width(cell) for cell in shown) + 0.2

    def _row(self, number: int) -> _Row:
        strong = number in self._table.strong
        cells = enumerate(drawable(str(cell)) for cell in self._table.rows[number])
        return _Row([self._set(cell, at, bold=strong) for at, cell in cells], strong)

    def _set(self, text: str, column: int, *, bold: bool) -> list[str]:
        self._write(CELL, bold=bold)
        lines = self._lines(text, self._widths[column])
        if len(lines) > LINES_MOST:
            lines = [*lines[: LINES_MOST - 1], f"{lines[LINES_MOST - 1][:-1]}…"]
        return lines

    def _lines(self, text: str, width: float) -> list[str]:
        if "\n" not in text and self._pdf.get_string_width(text) <= width:
            return [text]
        lines = self._pdf.multi_cell(width, LINE, text, align="L", dry_run=True, output="LINES")
        return [str(line) for line in lines] if isinstance(lines, list) else [text]

    def _draw_table(self, rows: Sequence[_Row]) -> None:
        self._rule(INK, 0.3, above=self._heading.height)
        self._draw_row(self._heading, heading=True)
        for row in rows:
            self._draw_row(row)
            self._rule(HAIR, 0.15)

    def _rule(self, colour: tuple[int, int, int], thick: float, *, above: float = 0) -> None:
        """A line across the page: under what is drawn, or under what will be."""
        y = self._pdf.get_y() + above
        self._pdf.set_draw_color(*colour)
        self._pdf.set_line_width(thick)
        self._pdf.line(MARGIN, y, self._pdf.w - MARGIN, y)

    def _draw_row(self, row: _Row, *, heading: bool = False) -> None:
        top = self._pdf.get_y()
        self._write(CELL, bold=row.strong or heading)
        starts = accumulate((width + GAP for width in self._widths), initial=MARGIN)
        for column, (lines, start) in enumerate(zip(row.cells, starts, strict=False)):
            right = column in self._table.numeric
            for number, line in enumerate(lines):
                self._pdf.set_xy(start, top + PAD + number * LINE)
                self._pdf.cell(self._widths[column], LINE, line, align="R" if right else "L")
        self._pdf.set_xy(MARGIN, top + row.height)

    def _number(self, number: int) -> None:
        """The foot of a page: the title again, and which page of how many."""
        pdf = self._pdf
        self._write(SMALL, soft=True)
        page = self._table.page.replace("{page}", str(number)).replace("{pages}", str(self._pages))
        pdf.set_xy(MARGIN, pdf.h - MARGIN - 2)
        pdf.cell(pdf.epw, LINE, drawable(page), align="R")
        if number > 1:
            pdf.set_x(MARGIN)
            pdf.cell(
                pdf.epw * 0.8, LINE, self._lines(drawable(self._table.title), pdf.epw * 0.8)[0]
            )


def _fallen(rows: Sequence[_Row], first: float, others: float) -> list[list[_Row]]:
    """The rows of each page; there is always one page."""
    pages: list[list[_Row]] = [[]]
    room = first
    for row in rows:
        if row.height > room and pages[-1]:
            pages.append([])
            room = others
        pages[-1].append(row)
        room -= row.height
    return pages
