"""What an answer's choices carry until somebody judges it."""

from __future__ import annotations

import json
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from domain.answers import Asked, Figures
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
