"""The language of a short message, measured on messages as people type them."""

from __future__ import annotations

from collections import Counter
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.tongue import ENGLISH, FRENCH, OTHER, language_of
from tests.domain.test_small_talk import wordings

MESSAGES = Path(__file__).resolve().parents[1] / "samples/short_messages.tsv"


@cache
def _taken() -> Counter[tuple[str, str]]:
    """How many messages of each language are taken for which."""
    lines = MESSAGES.read_text(encoding="utf-8").splitlines()
    pairs = (line.split("\t") for line in lines)
    return Counter((written, language_of(text)) for written, text in pairs)


def test_a_french_message_is_never_taken_for_another() -> None:
    """It would be answered in a language that its writer may not read."""
    taken = _taken()
    assert taken[FRENCH, FRENCH] >= 60
    assert taken[FRENCH, ENGLISH] + taken[FRENCH, OTHER] == 0


def test_nearly_every_english_message_is_known_as_such() -> None:
    """Names and nouns alone decide nothing, and are read as French."""
    taken = _taken()
    assert taken[ENGLISH, ENGLISH] >= 0.9 * (taken[ENGLISH, ENGLISH] + taken[ENGLISH, FRENCH])
    assert taken[ENGLISH, OTHER] == 0


def test_most_messages_of_other_languages_are_known_as_such() -> None:
    """The rest is read as French, and reaches the team by the usual way."""
    taken = _taken()
    assert taken[OTHER, OTHER] >= 0.85 * (taken[OTHER, OTHER] + taken[OTHER, FRENCH])
    assert taken[OTHER, ENGLISH] == 0


def test_no_shipped_wording_is_taken_for_a_third_language() -> None:
    """Whoever asks for an entry is answered with it."""
    assert [one for one in wordings() if language_of(one) == OTHER] == []


@pytest.mark.parametrize("text", ["", "🎉", "12345", "COMAP", "agenda", "\u202e", "Ada Exemple"])
def test_what_decides_nothing_is_read_as_french(text: str) -> None:
    """The alliances are French."""
    assert language_of(text) == FRENCH


@given(st.text(max_size=200))
def test_any_text_has_one_of_three_answers(text: str) -> None:
    """Whatever is typed."""
    assert language_of(text) in (FRENCH, ENGLISH, OTHER)
