"""Sheets and charts: worded for their reader, drawn the same each time, whatever people wrote."""

from __future__ import annotations

import csv
import struct
from dataclasses import replace
from datetime import UTC, date, datetime
from io import StringIO
from itertools import pairwise
from math import radians, sin
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.papers import PLANNED, drawn, ready
from bot.papers.few import few, together
from bot.papers.fonts import UNDRAWN, drawable
from bot.papers.grids import grid
from bot.papers.plans import Picture, from_bytes
from bot.papers.sheet_csv import freed, held
from bot.papers.wording import worded
from bot.transports.markup import plain
from chat.papers import Chart, Flow, Form, Kind, Paper, Series, Sheet
from chat.transport import File
from chat.words import Reply, Words
from domain.skill_map import step
from domain.values import Minutes, Month
from locales import Languages
from tests.bot.office import Office
from tests.bot.test_composer import written
from tests.pdf_text import pages

LANGUAGES = Languages(strict=True)
ZONE = ZoneInfo("Europe/Paris")
NOW = datetime(2026, 11, 1, 8, tzinfo=UTC)
HOSTILE = [
    "=1+1",
    "+33",
    "-2",
    "@SUM(A1)",
    "\t=1",
    "'=x",
    "''=x",
    "＝1",
    "a;b",
    'a"b',
    "a\nb",
    " x",
]
MONTHS = tuple(Month(date(2026, month, 1)) for month in range(1, 13))

anything = st.text(max_size=60) | st.sampled_from(HOSTILE)
amounts = st.integers(-100_000, 100_000).map(Minutes)


def raw(text: str) -> Words:
    """A word of nobody's language."""
    return Words("choice-named", {"name": text})


def sheet(*rows: tuple[object, ...], form: Form = Form.CSV) -> Sheet:
    """A small statement."""
    headings = ("Jour", "Avec", "Durée")
    return Sheet(
        stem=raw("Relevé de Zoé / 2026"),
        title=raw("Relevé de votre compte temps"),
        headings=tuple(map(raw, headings)),
        rows=rows,
        above=(raw("Ada Exemple"),),
        footer=(raw("Seuls comptent les échanges confirmés."),),
        form=form,
    )


def year(*numbers: object, kind: Kind = Kind.MONTHS) -> Chart:
    """Twelve months of one series."""
    series = (Series(raw("Donné"), numbers),)
    title, unit = raw("Mon année 2026"), raw("heures")
    return Chart(kind, raw("année"), title, unit, raw("23 h"), MONTHS, series)


def file(paper: Paper, language: str = "fr") -> File:
    """A paper as it leaves."""
    return drawn(worded(paper, LANGUAGES[language], ZONE, NOW))


def rows(content: bytes) -> list[list[str]]:
    """What a table program reads."""
    return list(csv.reader(StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";"))


def size(png: bytes) -> tuple[int, int]:
    """Width and height of a picture."""
    wide, high = struct.unpack(">II", png[16:24])
    return wide, high


@given(st.lists(st.tuples(anything, anything, amounts), max_size=8))
def test_a_csv_reads_back_and_holds_no_live_formula(told: list[tuple[str, str, Minutes]]) -> None:
    """Each text as its reader would see it; durations are whole minutes."""
    read = rows(file(sheet(*told)).content)[1:]
    assert [[freed(cell) for cell in row[:2]] for row in read] == [
        [LANGUAGES["fr"].cell(one, zone=ZONE) for one in row[:2]] for row in told
    ]
    assert [int(row[2]) for row in read] == [row[2].value for row in told]
    assert not [cell for row in read for cell in row[:2] if cell[:1] in tuple("=+-@\t\r")]


@given(anything)
def test_a_held_text_is_given_back(text: str) -> None:
    """Also one that begins with apostrophes of its own."""
    assert freed(held(text)) == text
    assert (held(text) != text) == (text.lstrip("'")[:1] in tuple("=+-@\t\r\n＝＋－＠"))


def test_a_csv_opens_in_a_french_table_program() -> None:
    """A mark of UTF-8, semicolons, the comma of decimals, days as the standard has them."""
    content = file(sheet((date(2026, 3, 12), "Chloé Modèle", Minutes(-150)))).content
    assert content.startswith(b"\xef\xbb\xbf")
    assert content.decode("utf-8-sig").splitlines() == [
        "Jour;Avec;Durée (minutes)",
        "2026-03-12;Chloé Modèle;-150",
    ]
    moment = datetime(2026, 3, 12, 17, 5, tzinfo=UTC)
    row = (moment, Month(date(2026, 3, 1)), 2.5)
    assert rows(file(sheet(row)).content)[1] == ["2026-03-12 18:05", "2026-03", "2,5"]
    assert rows(file(sheet(row), "en").content)[1][2] == "2.5"


def test_a_sheet_says_what_it_holds_on_each_page() -> None:
    """Headings again, pages counted, the balance at the right place, made on a day."""
    told = [(date(2026, 1, 5), "Basile Fictif", Minutes(90 - at)) for at in range(90)]
    first, second, *_ = found = pages(file(sheet(*told, form=Form.PDF)).content)
    assert first[:5] == ["Relevé de votre compte temps", "Ada Exemple", "Jour", "Avec", "Durée"]
    assert second[:3] == ["Jour", "Avec", "Durée"]
    assert [f"Page {at} sur {len(found)}" in page for at, page in enumerate(found, 1)] == [
        True
    ] * len(found)
    assert "5 janv. 2026" in first
    assert "Établi le 1er novembre 2026" in found[-1]
    assert sum(page.count("Basile Fictif") for page in found) == 90


@settings(deadline=None, max_examples=10)
@given(
    st.lists(st.tuples(anything, st.text(max_size=3000), amounts), max_size=6), st.integers(1, 9)
)
def test_whatever_people_wrote_becomes_pages(
    told: list[tuple[str, str, Minutes]], times: int
) -> None:
    """Long words, scripts that the typeface lacks, many columns: pages, and the same ones again."""
    wide = [tuple(cell for _ in range(times) for cell in row) for row in told]
    headings = tuple(raw("x" * 40) for _ in range(3 * times))
    paper = replace(sheet(form=Form.PDF), headings=headings, rows=tuple(wide))
    drawn_once = file(paper).content
    assert pages(drawn_once)
    assert file(paper).content == drawn_once


def test_a_letter_in_a_cell_is_cut() -> None:
    """A row never outgrows a page."""
    found = pages(file(sheet((None, "mot " * 2500, None), form=Form.PDF)).content)
    assert len(found) == 1
    assert sum(one.startswith("mot") for one in found[0]) == 12
    assert any(one.endswith("…") for one in found[0])


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("Ada 🌻🌻", f"Ada {UNDRAWN}"),
        ("👩‍👩‍👧 et Zoé", f"{UNDRAWN} et Zoé"),
        ("e\u0301", "é"),
        ("Łukasz, Ngũgĩ, Αθηνά", "Łukasz, Ngũgĩ, Αθηνά"),
        ("2\u202fh\u202f30", "2\u202fh\u202f30"),
    ],
)
def test_signs_without_a_glyph_are_one_square(typed: str, shown: str) -> None:
    """Everything else is drawn as it is."""
    assert drawable(typed) == shown


def test_the_name_of_a_file_leads_nowhere() -> None:
    """Whoever's name stands in it."""
    assert file(sheet()).name == "releve-de-zoe-2026.csv"
    assert file(replace(sheet(), stem=raw("../../etc/passwd\0"))).name == "etc-passwd.csv"


def test_a_chart_is_as_wide_as_a_telephone_shows() -> None:
    """And the same picture again, byte for byte; it tells what it shows."""
    one = file(year(*(Minutes(60 * at) for at in range(12))))
    assert (one.media_type, one.name) == ("image/png", "annee.png")
    assert size(one.content)[0] == 1080
    assert one.content == file(year(*(Minutes(60 * at) for at in range(12)))).content
    assert b"Description" in one.content
    assert b"Matplotlib" not in one.content


@settings(deadline=None, max_examples=4)
@given(st.lists(st.tuples(anything, anything, st.integers(0, 9000).map(Minutes)), max_size=30))
def test_whatever_people_are_called_becomes_a_picture(told: list[tuple[str, str, Minutes]]) -> None:
    """Formulas of the drawing library and nothing at all included."""
    flows = tuple(Flow(f"$x^2$ {giver}", receiver, number) for giver, receiver, number in told)
    shared = (raw("flux"), raw("$\\frac{1}{0}$"), raw("heures"), raw("rien"))
    ranked = (Series(raw("h"), tuple(number for _, _, number in told)),)
    names = tuple(name for name, _, _ in told)
    for one in (
        Chart(Kind.FLOWS, *shared, flows=flows),
        Chart(Kind.RANKED, *shared, labels=names, series=ranked),
    ):
        assert size(file(one).content)[0] == 1080


def test_a_month_stands_below_its_bar_by_its_short_name() -> None:
    """In the language of the reader."""
    plan = worded(year(*range(12)), LANGUAGES["en"], ZONE, NOW).content.decode()
    assert '"labels":["Jan","Feb","Mar"' in plan


@given(st.lists(st.tuples(st.text(max_size=3), amounts), max_size=30), st.integers(2, 9))
def test_what_is_small_is_told_together_and_nothing_is_left_out(
    named: list[tuple[str, Minutes]], most: int
) -> None:
    """The sum stays, and the largest stand first."""
    told = few(together(named), most, lambda count: f"les {count} autres")
    minutes = [number.value for _, number in told if isinstance(number, Minutes)]
    assert len(told) <= most
    assert sum(minutes) == sum(number.value for _, number in named)
    assert minutes[: most - 1] == sorted(minutes[: most - 1], reverse=True)


async def test_a_paper_is_worded_in_the_transaction_and_drawn_later(office: Office) -> None:
    """The row keeps words; what leaves is the file."""
    words, kept = await written(office, Reply((raw("Voici"),)).attach(sheet()), chat=office.private)
    assert words.file is None
    assert kept.file is not None
    assert kept.file[1] == PLANNED
    leaves = await ready(File(*kept.file))
    assert (leaves.media_type, leaves.content[:3]) == ("text/csv", b"\xef\xbb\xbf")
    assert await ready(leaves) is leaves


async def test_a_chart_says_in_words_what_it_shows(office: Office) -> None:
    """Under the picture, for whoever does not see it."""
    reply = Reply((raw("Votre année"),)).caption(year(*range(12)))
    [row] = await written(office, reply, chat=office.private)
    assert plain(row.markup) == "Votre année\n\n23 h"
    assert row.file is not None
    assert (await ready(File(*row.file))).alt == "23 h"


@pytest.mark.parametrize("words", [(), (raw("Votre année"),), (raw("a" * 1024),)])
async def test_what_a_chart_shows_stands_under_the_chart_itself(
    office: Office, words: tuple[Words, ...]
) -> None:
    """Also where the words of the reply came before it, or leave no room under it."""
    captioned = (
        [Reply(words).caption(year(1, *range(11)))] if words != (raw("Votre année"),) else []
    )
    for reply in (Reply(words).attach(year(1, *range(11))), *captioned):
        *before, shown = (await written(office, reply, chat=office.private))[-1 - len(words) :]
        assert (plain(shown.markup), shown.file is None) == ("23 h", False)
        assert [row.file for row in before] == [None] * len(words)


async def test_what_leaves_is_drawn(office: Office) -> None:
    """By the outbox, on every platform."""
    planned = worded(sheet(), LANGUAGES["fr"], ZONE, NOW)
    kept = (planned.name, planned.media_type, planned.content)
    await office.write(office.private, "", file=kept)
    await office.app.outbox.drain()
    assert [page.file and page.file.media_type for page in office.telegram.delivered] == [
        "text/csv"
    ]


def test_rows_have_as_many_cells_as_headings() -> None:
    """What a caller got wrong is told at once."""
    with pytest.raises(ValueError, match="another length"):
        sheet((1, 2))
    with pytest.raises(ValueError, match="another length"):
        year(1)


names = st.text(max_size=60) | st.sampled_from(
    ["Hugo Échantillon-Démonstration", "$x^2$", "", "é" * 60]
)


@settings(deadline=None, max_examples=6)
@given(st.lists(names, max_size=14), st.lists(names, max_size=26), st.integers(0, 1000))
def test_whatever_a_map_holds_becomes_a_picture(
    columns: list[str], labels: list[str], number: int
) -> None:
    """Nobody, many, long words and formulas of the library; as wide as any."""
    numbers = tuple((at * number) % (number + 1) for at in range(len(labels)))
    table = Chart(
        Kind.GRID,
        *(raw("carte"),) * 4,
        labels=tuple(labels),
        series=tuple(Series(raw(name), numbers) for name in columns),
    )
    dots = Chart(
        Kind.DOTS,
        *(raw("carte"),) * 4,
        labels=tuple(labels),
        series=(Series(raw("n"), numbers),),
        beside=tuple(labels),
        ringed=frozenset(range(0, len(labels), 2)),
        step=step(max(numbers, default=1)),
    )
    for one in (table, dots):
        assert size(file(one).content)[0] == 1080


@pytest.mark.parametrize("people", [1, 3, 9, 13])
def test_no_two_labels_of_a_grid_touch(people: int) -> None:
    """Words over columns end before the margin and stand apart; rows are as high as theirs."""
    long = "Échantillon-Démonstration de nom"
    chart = Chart(
        Kind.GRID,
        *(raw("carte"),) * 4,
        labels=("accompagnement de collectifs et de groupes d’habitants",) * 6,
        series=tuple(Series(raw(long), (1,) * 6) for _ in range(people)),
    )
    plan = from_bytes(worded(chart, LANGUAGES["fr"], ZONE, NOW).content)
    assert isinstance(plan, Picture)
    figure = grid(plan)
    texts = figure.axes[0].texts
    rows = [one.get_window_extent() for one in texts if not one.get_rotation()]
    assert not [1 for one, other in pairwise(rows) if one.y0 < other.y1]
    slanted = [one for one in texts if one.get_rotation()]
    assert all(one.get_window_extent().x1 <= figure.bbox.width for one in slanted)
    apart = [other.get_position()[0] - one.get_position()[0] for one, other in pairwise(slanted)]
    assert all(one * sin(radians(55)) * 72 >= 10.5 for one in apart)
