"""How a page looks on Telegram."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.transports.telegram import draw
from chat.transport import File, Page

PDF = File("bilan.pdf", "application/pdf", b"%PDF")


def _labels(*choices: str) -> list[list[str]]:
    keyboard = draw.keyboard(choices)
    assert keyboard is not None
    return [[button.text for button in row] for row in keyboard.inline_keyboard]


def test_no_choice_is_no_keyboard() -> None:
    """An empty keyboard would be refused."""
    assert draw.keyboard(()) is None


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


@given(st.lists(st.text(min_size=1, max_size=80), min_size=1, max_size=draw.LIMITS.choices))
def test_every_choice_has_one_button_with_its_place(choices: list[str]) -> None:
    """Labels may be equal or cut; places are all there, in order, within 64 bytes."""
    keyboard = draw.keyboard(choices)
    assert keyboard is not None
    data = [button.callback_data for row in keyboard.inline_keyboard for button in row]
    assert data == [f"c:{place}" for place in range(len(choices))]
    assert all(1 <= len(row) <= 2 for row in keyboard.inline_keyboard)


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
