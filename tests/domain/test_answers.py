"""What an answer's choices carry until somebody judges it."""

from __future__ import annotations

import json
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.answers import Asked, Figures, is_to_review
from domain.permanence import Band, Entry, Findings, Found

DAY = date(2026, 1, 5)
ENTRY = Entry(7, "fiche", "Titre", (), "Corps", "document fictif", DAY, (), "fr")
FIGURES = st.builds(
    Figures, st.sampled_from(Band), st.dictionaries(st.text(), st.floats(allow_nan=False))
)


@given(
    st.builds(
        Asked,
        st.text(),
        st.none() | st.text(),
        st.lists(st.integers()).map(tuple),
        st.lists(FIGURES, max_size=3).map(tuple),
    )
)
def test_what_was_asked_comes_back_as_it_went(asked: Asked) -> None:
    """Through the text that a row keeps."""
    assert Asked.read(asked.kept()) == asked


def test_what_was_judged_is_not_judged_again() -> None:
    """The question and the entries stay."""
    findings = Findings((Found(ENTRY, 0.9),), Band.SURE, 0.9, {"lead": 1})
    asked = Asked.of("Quand ?", "m1", findings)
    assert asked.unjudged == (Figures(Band.SURE, {"lead": 1.0}),)
    assert asked.judged() == Asked("Quand ?", "m1", (7,), ())
    assert json.loads(asked.kept())[0] == "Quand ?"


@pytest.mark.parametrize(
    ("review_on", "old"),
    [(None, False), (DAY, False), (DAY + timedelta(days=1), False), (DAY - timedelta(1), True)],
)
def test_an_entry_is_to_review_once_its_day_has_passed(
    review_on: date | None, *, old: bool
) -> None:
    """The day itself is still in time; without a day it never is."""
    entry = Entry(1, "f", "T", (), "C", "s", DAY, (), "fr", review_on=review_on)
    assert is_to_review(entry, today=DAY) is old
