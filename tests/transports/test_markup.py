"""The safe markup: what it says, how long it is, and where it may be cut."""

from __future__ import annotations

import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.transports.markup import is_safe, measure_utf16, plain, split

WORDS = st.text(alphabet="aé&<>\" '🌱  \u202f", max_size=12).map(html.escape)
ELEMENTS = st.sampled_from(
    ["b", "i", "u", "s", "code", "pre", "blockquote", 'a href="https://exemple.test/?a=1&amp;b=2"']
)


def _wrapped(element: str, inner: str) -> str:
    return f"<{element}>{inner}</{element.split(' ')[0]}>"


SPANS = st.one_of(
    WORDS,
    st.builds(_wrapped, ELEMENTS, WORDS),
    st.builds(lambda outer, inner: f"<b>{outer}<i>{inner}</i></b>", WORDS, WORDS),
)
LINES = st.lists(SPANS, max_size=4).map("".join)
MARKUP = st.lists(st.one_of(LINES, st.just("")), max_size=6).map("\n".join)


def _text(markup: str) -> str:
    return html.unescape(re.sub(r"</?[a-z][^>]*>", "", markup))


def _unspaced(text: str) -> str:
    return re.sub(r"\s", "", text)


def _bytes(markup: str) -> int:
    return len(markup.encode())


@pytest.mark.parametrize(
    ("markup", "read"),
    [
        ("<b>Bonjour</b> Ada &amp; Basile", "Bonjour Ada & Basile"),
        ("1 &lt; 2 &gt; 0 &quot;oui&quot;", '1 < 2 > 0 "oui"'),
        (
            '<a href="https://exemple.test/?a=1&amp;b=2">ici</a>',
            "ici (https://exemple.test/?a=1&b=2)",
        ),
        ('<a href="https://exemple.test">https://exemple.test</a>', "https://exemple.test"),
        (
            '<a href="https://exemple.test"><b>l’atelier</b></a> !',
            "l’atelier (https://exemple.test) !",
        ),
        ('<a href="https://exemple.test"></a>', "https://exemple.test"),
        ("l&#x27;aide", "l'aide"),
    ],
)
def test_plain_reads_as_a_person_does(markup: str, read: str) -> None:
    """Tags go, entities are decoded, a link says where it leads once."""
    assert plain(markup) == read


def test_telegram_counts_an_emoji_as_two_units() -> None:
    """The limit of 4096 is in UTF-16 units of the text, tags and entities not counted."""
    assert measure_utf16("<b>é&amp;🌱</b>") == 4


@given(MARKUP)
def test_length_is_that_of_the_text(markup: str) -> None:
    """Measured is what is left when tags are removed and entities decoded."""
    assert measure_utf16(markup) == len(_text(markup).encode("utf-16-le")) // 2


@given(MARKUP)
def test_what_pages_are_made_of_is_safe(markup: str) -> None:
    """Nested elements closed on their line, with escaped text, are the subset."""
    assert is_safe(markup)


@pytest.mark.parametrize(
    "markup",
    [
        "<b>ouvert",
        "fermé</b>",
        "<b><i>croisé</b></i>",
        "<b>deux\nlignes</b>",
        "<script>x</script>",
        '<a href="javascript:alert(1)">x</a>',
        '<a href="https://a&b">x</a>',
        '<b class="x">x</b>',
        "<a>x</a>",
        "Ada & Basile",
        "1 < 2",
        "&nbsp;",
        "<B>x</B>",
        "<b><b>x</b></b>",
    ],
)
def test_anything_else_is_not_safe(markup: str) -> None:
    """One element, attribute, address or sign out of the subset makes a page unsafe."""
    assert not is_safe(markup)


@given(MARKUP, st.integers(min_value=2, max_value=40))
def test_no_piece_is_too_long_and_no_text_is_lost(markup: str, most: int) -> None:
    """Pieces fit, are safe, and say together what the page said, but for white space."""
    pieces = split(markup, most=most, measure=measure_utf16)
    assert all(measure_utf16(piece) <= most and is_safe(piece) for piece in pieces)
    assert _unspaced("".join(map(_text, pieces))) == _unspaced(_text(markup))


@given(MARKUP, st.integers(min_value=80, max_value=200))
def test_bytes_may_be_the_measure(markup: str, most: int) -> None:
    """A platform that counts the markup itself is obeyed too, elements re-opened included."""
    pieces = split(markup, most=most, measure=_bytes)
    assert all(_bytes(piece) <= most and is_safe(piece) for piece in pieces)
    assert _unspaced("".join(map(_text, pieces))) == _unspaced(_text(markup))


@pytest.mark.parametrize(
    ("markup", "most", "pieces"),
    [
        ("un\ndeux\n\ntrois quatre", 14, ["un\ndeux", "trois quatre"]),
        ("un deux\ntrois quatre", 14, ["un deux", "trois quatre"]),
        ("un deux trois", 9, ["un deux", "trois"]),
        ("anticonstitutionnel", 10, ["anticonsti", "tutionnel"]),
        ("<b>un deux</b> trois", 4, ["<b>un</b>", "<b>deux</b>", "troi", "s"]),
        ("un <i>deux</i>\n<b>trois</b>", 8, ["un <i>deux</i>", "<b>trois</b>"]),
        ("a&amp;b", 2, ["a&amp;", "b"]),
        ("a🌱🌱", 3, ["a🌱", "🌱"]),
        ("tient", 5, ["tient"]),
        ("", 5, [""]),
        ("      ", 5, []),
    ],
)
def test_cuts_where_a_reader_minds_least(markup: str, most: int, pieces: list[str]) -> None:
    """A paragraph before a line, a line before a word, a word before a character."""
    assert split(markup, most=most, measure=measure_utf16) == pieces


def test_a_narrow_no_break_space_is_not_a_place_to_cut() -> None:
    """French punctuation stays with its word."""
    assert split("Vous venez\u202f?", most=10, measure=measure_utf16) == ["Vous", "venez\u202f?"]


def test_a_piece_too_small_for_one_character_is_refused() -> None:
    """Nothing could be cut to fit, so the caller's limit is at fault."""
    with pytest.raises(ValueError, match="one character"):
        split("🌱🌱", most=1, measure=measure_utf16)


def test_a_whole_letter_is_cut_quickly() -> None:
    """A hundred thousand characters are no more than a few dozen messages."""
    pieces = split("<b>Une ligne</b> de la lettre\n" * 4000, most=4096, measure=measure_utf16)
    assert sum(map(measure_utf16, pieces)) + len(pieces) - 1 == 4000 * 23
