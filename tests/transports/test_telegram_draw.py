"""How a page looks on Telegram."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from telegram import ForceReply, InlineKeyboardMarkup

from bot.transports.telegram import draw
from chat.transport import File, Page

PDF = File("bilan.pdf", "application/pdf", b"%PDF")


def _labels(*choices: str, first: int = 0) -> list[list[str]]:
    keyboard = draw.keyboard(Page("", choices), first=first)
    assert keyboard is not None
    return [[button.text for button in row] for row in keyboard.inline_keyboard]


def test_no_choice_is_no_keyboard() -> None:
    """An empty keyboard would be refused."""
    assert draw.keyboard(Page("")) is None


def test_two_short_labels_share_a_row() -> None:
    """Eighteen characters are short; a longer label has its row to itself."""
    assert _labels("Oui", "Non", "Demain", "Une autre fois, plutôt", "Jamais") == [
        ["Oui", "Non"],
        ["Demain"],
        ["Une autre fois, plutôt"],
        ["Jamais"],
    ]


def test_a_long_label_is_cut() -> None:
    """Sixty characters, the last of them an ellipsis."""
    assert _labels("é" * 61, "é" * 60) == [["é" * 59 + "…"], ["é" * 60]]


def _pages(page: Page) -> list[list[str]]:
    """The data of each keyboard, from the first page to the last, turned one by one."""
    pages, first = [], 0
    while True:
        keyboard = draw.keyboard(page, first=first)
        assert keyboard is not None
        assert all(1 <= len(row) <= 2 for row in keyboard.inline_keyboard)
        data = [str(button.callback_data) for row in keyboard.inline_keyboard for button in row]
        pages.append(data)
        further = [int(one[2:]) for one in data if one.startswith("p:") and int(one[2:]) > first]
        if not further:
            return pages
        (first,) = further


@given(st.lists(st.text(min_size=1, max_size=80), min_size=1, max_size=draw.LIMITS.choices))
def test_every_choice_has_one_button_with_its_place_and_mark(choices: list[str]) -> None:
    """Labels may be equal or cut; turning the pages meets each place once, in order."""
    marks = tuple(f"{place:08x}" for place in range(len(choices)))
    pages = _pages(Page("", tuple(choices), marks))
    met = [one for page in pages for one in page if one.startswith("c:")]
    assert met == [f"c:{place}:{mark}" for place, mark in enumerate(marks)]
    assert all(len(one.encode()) <= 64 for one in met)
    assert (len(pages) > 1) == (len(choices) > draw.MOST_AT_ONCE)
    assert all(len(page) <= draw.MOST_AT_ONCE for page in pages)


def test_many_choices_are_turned_over_in_pages() -> None:
    """Each way says which page it leads to; there is none before the first or after the last."""
    labels = [f"Le choix du jour {n}" for n in range(20)]
    ways = [_labels(*labels, first=first)[-1] for first in (0, 8, 16, 19, 400)]
    assert ways == [["2/3 ▶"], ["◀ 1/3", "3/3 ▶"], ["◀ 2/3"], ["◀ 2/3"], ["◀ 2/3"]]


def test_links_are_shown_small_unless_asked() -> None:
    """A page shows what its first link leads to only when it says so."""
    assert draw.previews(Page("x")).is_disabled
    assert not draw.previews(Page("x", previews=True)).is_disabled


def test_a_file_goes_under_its_name() -> None:
    """The name is what people see and what gives the type."""
    document = draw.upload(PDF)
    assert (document.filename, document.mimetype) == ("bilan.pdf", "application/pdf")


def test_a_caption_has_a_thousand_units() -> None:
    """Tags do not count, an emoji counts twice."""
    page = Page("<b>" + "🌱" * 512 + "</b>", file=PDF)
    assert draw.caption(page) == page.markup


def test_a_longer_caption_is_refused() -> None:
    """Whoever sends cuts before; nothing is dropped in silence."""
    with pytest.raises(ValueError, match="caption"):
        draw.caption(Page("a" * 1025, file=PDF))


def test_words_asked_for_in_a_group_have_a_field_that_replies() -> None:
    """Shown to whom is answered or mentioned alone; choices take its place."""
    pressed, said = Page("Qui ?", asks="502"), Page("Qui ?", asks="502", reply_to="4")
    assert draw.words(pressed) == '<a href="tg://user?id=502">↩</a> Qui ?'
    assert draw.words(said) == "Qui ?"
    for page in (pressed, said):
        shown = draw.under(page)
        assert isinstance(shown, ForceReply)
        assert shown.selective
    assert draw.under(Page("Qui ?")) is None
    assert isinstance(draw.under(Page("Qui ?", ("Ada",), asks="502")), InlineKeyboardMarkup)
