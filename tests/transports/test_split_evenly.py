"""A reply too long for one message: cut between paragraphs, into parts of about one length."""

from __future__ import annotations

import html

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.transports.markup import (
    BOT_API_ELEMENTS,
    is_safe,
    measure_bot_api,
    measure_utf16,
    split_evenly,
)

ABOVE = "<b>Suite</b>"
WORDS = st.text(alphabet="aé&<> 🌱\u202f", min_size=1, max_size=30).map(html.escape)
LINES = st.one_of(
    WORDS,
    WORDS.map(lambda said: f"<b>{said}</b>"),
    WORDS.map(lambda said: f'<b>9 h</b> · <a href="https://exemple.org/?a=1&amp;b=2">{said}</a>'),
)
PARAGRAPHS = st.lists(LINES, min_size=1, max_size=6).map("\n".join)
PAGES = st.lists(PARAGRAPHS, min_size=1, max_size=25)


def _cut(paragraphs: list[str], most: int) -> list[str]:
    return split_evenly("\n\n".join(paragraphs), most=most, measure=measure_bot_api, above=ABOVE)


@given(PAGES, st.integers(600, 2500))
def test_no_part_is_longer_than_a_message(paragraphs: list[str], most: int) -> None:
    """In text and in elements, and each is safe by itself."""
    for part in _cut(paragraphs, most):
        assert measure_bot_api(part) <= most
        assert is_safe(part)


@given(PAGES, st.integers(600, 2500))
def test_nothing_is_lost_and_all_parts_but_the_first_say_that_they_go_on(
    paragraphs: list[str], most: int
) -> None:
    """Paragraph by paragraph, in order."""
    first, *others = _cut(paragraphs, most)
    assert all(part.startswith(f"{ABOVE}\n\n") for part in others)
    bare = [first, *(part.removeprefix(f"{ABOVE}\n\n") for part in others)]

    assert "\n\n".join(bare).split("\n\n") == "\n\n".join(paragraphs).split("\n\n")


@given(PAGES, st.integers(1500, 4096))
def test_no_part_could_be_spared(paragraphs: list[str], most: int) -> None:
    """Two neighbours never fit in one."""
    parts = _cut(paragraphs, most)
    room = most - measure_bot_api(f"{ABOVE}\n\n")
    lengths = [measure_bot_api(one) + 2 for one in paragraphs]

    assert len(parts) == 1 or len(parts) <= 2 * sum(lengths) // room + 1


def test_two_parts_are_of_one_length() -> None:
    """Not 4,082 and 136 characters."""
    days = [f"<b>Jour {n}</b>\n" + "x" * 400 for n in range(11)]
    parts = split_evenly("\n\n".join(days), most=4096, measure=measure_utf16, above=ABOVE)

    assert [len(part.split("Jour")) - 1 for part in parts] in ([6, 5], [5, 6])


def test_a_paragraph_that_is_too_long_is_cut_all_the_same() -> None:
    """At a line."""
    day = "\n".join(f"<b>{n}</b> " + "y" * 90 for n in range(120))
    parts = split_evenly(f"Titre\n\n{day}", most=4096, measure=measure_bot_api, above=ABOVE)

    assert len(parts) > 2
    assert all(measure_bot_api(part) <= 4096 for part in parts)
    assert sum(part.count("<b>") for part in parts) == 120 + len(parts) - 1
    assert all(part.count("<b>") <= BOT_API_ELEMENTS for part in parts)


def test_what_goes_above_must_leave_room() -> None:
    """Else there would be no end of parts."""
    with pytest.raises(ValueError, match="no room"):
        split_evenly("a\n\nb" * 9, most=5, measure=measure_utf16, above="Suite de la suite")
