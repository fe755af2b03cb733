"""Organisations by name: found however they are spelt, and never made twice."""

from __future__ import annotations

import pytest

from domain.errors import Refusal
from domain.holders import holder_of, read_key, told_apart
from domain.ledger import AccountKind
from domain.organisations import NAME_MOST, Organisation, close, key_of, meant, read_name
from domain.people import Person

PILAT = Organisation(1, "La Fabrique du Pilat")
FOREZ = Organisation(2, "La Fabrique du Forez")
CAFE = Organisation(3, "L’Association Café Fictif")
ALL = (PILAT, FOREZ, CAFE)
ADA, BASILE = Person(1, "Ada Exemple", ("ada",)), Person(2, "Basile Fictif", ("basile",))


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("La Fabrique du Pilat", [PILAT]),
        ("fabrique du pilat", [PILAT]),
        ("la FABRIQUE  du-Pilat.", [PILAT]),
        ("fabrique du pila", [PILAT]),
        ("cafe fictif", [CAFE]),
        ("fabrique", [FOREZ, PILAT]),
        ("Pilat", [PILAT]),
        ("la Fabrique du Vercors", []),
        ("Régie inventée", []),
        ("", []),
    ],
)
def test_an_organisation_is_found_by_what_its_spellings_share(
    typed: str, found: list[Organisation]
) -> None:
    """Articles, accents, capitals and one wrong letter aside; a word of two names means both."""
    assert close(typed, ALL) == found


def test_a_person_called_just_so_goes_before_an_organisation_that_is_close() -> None:
    """Who is doubtful is asked about, people first."""
    lab = Organisation(4, "Ada Lab")
    assert meant("Ada", (ADA, BASILE), (lab,)) == [ADA]
    assert meant("@basile", (ADA, BASILE), (lab,)) == [BASILE]
    assert meant("ada lab", (ADA, BASILE), (lab,)) == [lab]
    assert meant("la fabrique du pilat", (ADA, BASILE), ALL) == [PILAT]
    assert meant("Adda", (ADA, BASILE), (lab,)) == [ADA, lab]
    assert meant("@inconnu", (ADA, BASILE), ALL) == []


@pytest.mark.parametrize("typed", ["", "  ", "«»", "12 34", "\u200b"])
def test_a_name_without_a_letter_is_refused(typed: str) -> None:
    """It would stand empty on every card."""
    with pytest.raises(Refusal, match="refusal-organisation-empty"):
        read_name(typed)


def test_a_name_keeps_to_its_line() -> None:
    """Quotes and hidden letters fall away; a report is no name."""
    assert read_name(" « La Fabrique\n du \u202ePilat ». ") == "La Fabrique du Pilat"
    with pytest.raises(Refusal, match="refusal-organisation-too-long"):
        read_name("a" * (NAME_MOST + 1))


def test_a_key_never_is_empty_where_a_name_is_not() -> None:
    """Also for a name that is made of articles."""
    assert (key_of("La"), key_of("L’Association"), key_of("Les Amis")) == (
        "la",
        "association",
        "amis",
    )


def test_a_choice_remembers_its_holder() -> None:
    """By a key that says what kind it is."""
    assert [holder_of(one).key for one in (ADA, PILAT)] == ["person:1", "organisation:1"]
    assert read_key("organisation:1").kind is AccountKind.ORGANISATION
    assert (read_key("fabrique:2:17").fabrique, read_key("fabrique:2:17").id) == (2, 17)
    for broken in ("", "person", "person:x", "pot:1", "fabrique:2", "person:1:2"):
        with pytest.raises(Refusal):
            read_key(broken)


def test_namesakes_are_told_apart_by_handle() -> None:
    """As on every other card."""
    other = holder_of(Person(9, "Ada Exemple", ("@ada2",)))
    assert told_apart(holder_of(ADA), [holder_of(ADA), other]) == "Ada Exemple (@ada)"
    assert told_apart(holder_of(ADA), [holder_of(ADA)]) == "Ada Exemple"
