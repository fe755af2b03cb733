"""A leaflet as pages to print: A4, one column, headings in colour, addresses that can be followed.

The same leaflet gives the same bytes: its moment is given, and no number is drawn.
"""

from __future__ import annotations

from datetime import datetime

from fpdf import FPDF
from fpdf.enums import XPos, YPos
from fpdf.fonts import TTFFont

from bot.papers.fonts import drawable, font
from bot.papers.links import pieces_of
from bot.papers.plans import Pages

FACE = "DejaVu"
MARGIN, TOP, FOOT = 25.0, 22.0, 22.0
"""Millimetres, as every length here; sizes of letters are in points."""

OVER, TITLE, MONTH, LEAD, HEADING, TEXT, SMALL = 9.0, 24.0, 12.0, 11.0, 13.0, 10.2, 8.0
LINE, LEAD_LINE = 5.6, 6.2
BETWEEN, BEFORE = 2.6, 5.5
"""The height between two paragraphs, and above a heading."""

KEEP = 24.0
"""Under a heading stand at least some lines of its first paragraph."""

INK, SOFT, GREEN, PALE = (33, 37, 41), (95, 103, 110), (31, 98, 74), (236, 244, 240)


def draw(pages: Pages) -> bytes:
    """The pages of a leaflet."""
    return _Leaflet(pages).drawn()


class _Leaflet(FPDF):
    """One leaflet while it is drawn."""

    def __init__(self, pages: Pages) -> None:
        super().__init__(format="A4")
        self._pages = pages
        self.set_margins(MARGIN, TOP, MARGIN)
        self.c_margin = 0
        self.set_auto_page_break(auto=True, margin=FOOT)
        self.add_font(FACE, "", font())
        self.add_font(FACE, "B", font(bold=True))
        self._faces = [face for face in self.fonts.values() if isinstance(face, TTFFont)]
        self.set_title(drawable(pages.title or pages.head))
        self.set_author(drawable(pages.fabrique))
        self.set_lang(pages.language)
        self.set_creation_date(datetime.fromisoformat(pages.at))

    def drawn(self) -> bytes:
        """Draw from the top; pages break by themselves, never right under a heading."""
        self.add_page()
        self._top()
        if self._pages.opening:
            self._opening()
        for heading, paragraphs in self._pages.chapters:
            self._heading(heading)
            for paragraph in paragraphs:
                self._paragraph(paragraph)
        written = bytes(self.output())
        for face in self._faces:
            face.close()
        return written

    def footer(self) -> None:
        """The foot of a page: whose letter it is, and which page of how many."""
        self.set_y(-FOOT + 8)
        self._pen(SMALL, colour=SOFT)
        page = self._pages.page.replace("{page}", str(self.page_no())).replace("{pages}", "{nb}")
        self.cell(self.epw * 0.7, 4, drawable(self._pages.head))
        self.cell(self.epw * 0.3, 4, drawable(page), align="R")

    def _pen(self, size: float, *, bold: bool = False, colour: tuple[int, int, int] = INK) -> None:
        self.set_font(FACE, "B" if bold else "", size)
        self.set_text_color(*colour)

    def _lines(self, text: str, height: float) -> None:
        self.multi_cell(
            self.epw, height, drawable(text), align="L", new_x=XPos.LMARGIN, new_y=YPos.NEXT
        )

    def _top(self) -> None:
        """Whose letter, its title, its month, over a band of colour."""
        self.set_fill_color(*GREEN)
        self.rect(0, 0, self.w, 5, style="F")
        self._pen(OVER, bold=True, colour=GREEN)
        self._lines(self._pages.fabrique, 5)
        self.ln(3)
        self._pen(TITLE, bold=True)
        self._lines(self._pages.title or self._pages.head, 10.5)
        if self._pages.title:
            self.ln(1)
            self._pen(MONTH, colour=SOFT)
            self._lines(self._pages.head, 6)
        self.ln(3)

    def _opening(self) -> None:
        """The team's words, on a pale ground beside a bar."""
        self.ln(2)
        inset, pad = 7.0, 4.5
        self._pen(LEAD)
        text, width = drawable(self._pages.opening), self.epw - inset - pad
        wrapped = self.multi_cell(width, LEAD_LINE, text, align="L", dry_run=True, output="HEIGHT")
        height = float(str(wrapped)) + 2 * pad
        top = self.get_y()
        if top + height < self.h - FOOT:
            self.set_fill_color(*PALE)
            self.rect(MARGIN, top, self.epw, height, style="F")
            self.set_fill_color(*GREEN)
            self.rect(MARGIN, top, 1.4, height, style="F")
        self.set_xy(MARGIN + inset, top + pad)
        self.set_left_margin(MARGIN + inset)
        self.multi_cell(width, LEAD_LINE, text, align="L", new_x=XPos.LMARGIN, new_y=YPos.NEXT)
        self.set_left_margin(MARGIN)
        self.ln(pad)

    def _heading(self, heading: str) -> None:
        if self.will_page_break(KEEP):
            self.add_page()
        else:
            self.ln(BEFORE)
        self._pen(HEADING, bold=True, colour=GREEN)
        self._lines(heading, 7)
        self.set_draw_color(*GREEN)
        self.set_line_width(0.3)
        self.line(MARGIN, self.get_y() + 0.6, MARGIN + self.epw, self.get_y() + 0.6)
        self.ln(3.4)

    def _paragraph(self, paragraph: str) -> None:
        """A paragraph beside a mark, its addresses in colour."""
        if self.will_page_break(2 * LINE):
            self.add_page()
        self.set_fill_color(*GREEN)
        self.ellipse(MARGIN + 0.3, self.get_y() + LINE / 2 - 0.7, 1.4, 1.4, style="F")
        self.set_left_margin(MARGIN + 5)
        self.set_x(MARGIN + 5)
        for text, address in pieces_of(paragraph):
            self._pen(TEXT, colour=GREEN if address else INK)
            if address:
                self._keep_whole(address)
            self.write(LINE, drawable(text), link=address or "")
        self.set_left_margin(MARGIN)
        self.ln(LINE + BETWEEN)

    def _keep_whole(self, address: str) -> None:
        """An address that a line of its own can hold is not cut in two."""
        wide = self.get_string_width(drawable(address))
        left = self.w - MARGIN - self.get_x()
        if left < wide <= self.epw:
            self.ln(LINE)
