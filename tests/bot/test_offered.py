"""What is typed names a choice: by number, or by its label however it is written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.offered import chosen, label_key
from storage.outbox import Outgoing
from tests.storage.standing import NOW


def offering(*labels: str) -> Outgoing:
    """A message with these choices."""
    choices = [{"label": one, "command": "take", "given": {"at": one}} for one in labels]
    return Outgoing(chat=1, kind="answer", key="k", markup="", due_at=NOW, choices=choices)


ROW = offering("✅ C’est juste", "❌ Annuler", "Chloé Modèle", "2 h 30", "👍🏽")


@pytest.mark.parametrize(
    ("typed", "place"),
    [
        ("C'est juste", 0),
        ("c’est JUSTE", 0),
        ("✅ C’est juste", 0),
        ("  cʼest   juste ", 0),
        ("annuler", 1),
        ("chloe modele", 2),
        ("2 h 30", 3),
        ("2\u202fh\u202f30", 3),
        ("👍🏽", 4),
    ],
)
def test_a_label_is_recognised_however_it_is_typed(typed: str, place: int) -> None:
    """Case, accents, blanks, quotes and a leading emoji do not count."""
    found = chosen(ROW, typed, by_number=False)
    assert found is not None
    assert (found.place, found.command, found.given) == (
        place,
        "take",
        {"at": ROW.choices[place]["label"]},
    )


@pytest.mark.parametrize("typed", ["1", " 1 ", "1)", "1."])
def test_a_number_counts_from_one(typed: str) -> None:
    """As it is drawn."""
    found = chosen(ROW, typed, by_number=True)
    assert found is not None
    assert found.place == 0


@pytest.mark.parametrize("typed", ["0", "6", "99", "100", "-1", "1 2", "1,5", "", "oui", "✅"])
def test_what_names_no_choice_is_none(typed: str) -> None:
    """It is read as an answer instead."""
    assert chosen(ROW, typed, by_number=True) is None


def test_a_number_is_no_choice_where_numbers_are_not_drawn() -> None:
    """There "1" may be one hour."""
    assert chosen(ROW, "1", by_number=False) is None


def test_a_label_that_is_a_number_is_found_by_itself_where_none_are_drawn() -> None:
    """And by its place where they are."""
    row = offering("2", "1")
    numbered, labelled = chosen(row, "1", by_number=True), chosen(row, "1", by_number=False)
    assert numbered is not None
    assert labelled is not None
    assert (numbered.place, labelled.place) == (0, 1)


def test_a_label_cut_short_is_found_when_it_begins_only_one() -> None:
    """As a button too narrow draws it; dots alone begin every label, so they name none."""
    row = offering("Relecture du dossier de demande", "Relecture de la lettre", "…", "Rel…")
    places = [
        found and found.place
        for found in (
            chosen(row, typed, by_number=False)
            for typed in ("Relecture du dos…", "relecture de...", "Relecture…", "…", "rel…")
        )
    ]
    assert places == [0, 1, None, 2, 3]
    assert chosen(offering("Annuler"), "…", by_number=False) is None


@given(st.lists(st.text(min_size=1), min_size=1, unique_by=label_key))
def test_every_choice_is_reached_by_typing_its_label(labels: list[str]) -> None:
    """And every one by its number."""
    row = offering(*labels)
    for place, label in enumerate(labels):
        found = chosen(row, label, by_number=False)
        assert found is not None
        assert found.place == place
        if place < 99:
            numbered = chosen(row, f"{place + 1})", by_number=True)
            assert numbered is not None
            assert numbered.place == place
