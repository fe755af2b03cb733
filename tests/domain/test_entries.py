"""Entries as people keep them: tidy, merged, and imported beside what the team changed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.entries import (
    a_year_on,
    free_key,
    key_of,
    one_line,
    safe_key,
    tidied,
    with_part,
    with_wordings,
)
from domain.errors import Refusal
from domain.permanence import Entry

BASE = Entry(
    id=1,
    key="un",
    title="Un",
    wordings=("une", "deux"),
    body="Réponse.",
    source="Document fictif",
    true_on=date(2023, 12, 14),
    tags=("salles",),
    language="fr",
)
TEXT = st.text(max_size=12)


@given(TEXT, TEXT, st.lists(TEXT))
def test_tidying_twice_changes_nothing(title: str, body: str, wordings: list[str]) -> None:
    """What the base keeps is what it would keep again."""
    once = tidied(replace(BASE, title=title, body=body, wordings=tuple(wordings)))
    assert tidied(once) == once


def test_a_no_break_space_is_part_of_the_words() -> None:
    """French needs it before a question mark."""
    assert one_line(" Où\u202f? \n « ici » ") == "Où\u202f? « ici »"


@given(st.text(max_size=200))
def test_a_key_is_a_file_name(text: str) -> None:
    """Of one folder, of one length, and the same when it comes back."""
    for key in (key_of(text), safe_key(text)):
        assert len(key) <= 80
        assert "/" not in key
        assert "\\" not in key
        assert not key.startswith(".")
        assert safe_key(key) == key


def test_a_taken_key_gets_a_number() -> None:
    """And no longer than a key may be."""
    assert free_key("un", {"un", "un-2"}) == "un-3"
    assert len(free_key("a" * 80, {"a" * 80})) <= 80


def test_a_wording_is_added_once() -> None:
    """Accents and capitals aside."""
    assert with_wordings(BASE, ["UNE", "Trois", "trois", " "]).wordings == ("une", "deux", "Trois")


@pytest.mark.parametrize(
    ("part", "typed", "value"),
    [
        ("title", " Le \n un ", "Le un"),
        ("body", "Une ligne.\r\n<b>Deux</b>\n", "Une ligne.\n<b>Deux</b>"),
        ("source", "Réunion fictive", "Réunion fictive"),
        ("wordings", "- un ?\n\n• UN ?\n1 ?", ("un ?", "1 ?")),
        ("tags", "#salles, prêt ; salles", ("salles", "prêt")),
        ("tags", "", ()),
        ("true_on", "12 mars 2024", date(2024, 3, 12)),
        ("review_on", "12 mars", date(2026, 3, 12)),
        ("review_on", "", None),
    ],
)
def test_each_part_is_edited_as_it_is_typed(part: str, typed: str, value: object) -> None:
    """Markup stays the letters it is made of."""
    assert getattr(with_part(BASE, part, typed, date(2026, 1, 5)), part) == value


@pytest.mark.parametrize(
    ("part", "typed", "name"),
    [
        ("title", "\n", "refusal-entry-empty"),
        ("title", "a" * 201, "refusal-entry-too-long"),
        ("body", "a" * 3001, "refusal-entry-too-long"),
        ("wordings", "a" * 301, "refusal-entry-too-long"),
        ("true_on", "bientôt", "refusal-date-unread"),
        ("key", "autre", "refusal-choice-stale"),
    ],
)
def test_what_makes_no_entry_is_refused(part: str, typed: str, name: str) -> None:
    """Before it is shown to anybody."""
    with pytest.raises(Refusal, match=name):
        with_part(BASE, part, typed, date(2026, 1, 5))


def test_a_year_later_there_may_be_no_such_day() -> None:
    """The 29th of February."""
    assert a_year_on(date(2028, 2, 29)) == date(2029, 2, 28)
