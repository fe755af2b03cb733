"""Who is meant, and how a name is shown."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.people import Person, flat, fold, name_at, name_before, named, short_name

ADA = Person(1, "Ada Exemple", ("ada", "@ada:exemple.org"))
BASILE = Person(2, "Basile Fictif", ("basile",))
CHLOE = Person(3, "Chloé Modèle")
DRISS = Person(4, "Driss Inventé", ("driss_i",))
CHLOE_TOO = Person(5, "Chloé Exemple")
NDIAYE = Person(6, "Marie-Ève N’Diaye")
EVERYONE = [ADA, BASILE, CHLOE, DRISS, NDIAYE]


@pytest.mark.parametrize(
    ("typed", "meant"),
    {
        "@ada": ADA,
        "@ADA": ADA,
        "@ada:exemple.org": ADA,
        "driss_i": DRISS,
        "Chloé Modèle": CHLOE,
        "chloe modele": CHLOE,
        "CHLOÉ": CHLOE,
        "Cloé": CHLOE,
        "modèle chloé": CHLOE,
        "marie eve ndiaye": NDIAYE,
        "Ndiaye": NDIAYE,
        "bazile fictif": BASILE,
    }.items(),
)
def test_a_person_is_known_however_they_are_spelt(typed: str, meant: Person) -> None:
    """Accents, capitals, order and one slip of the finger do not matter."""
    assert named(typed, EVERYONE) == [meant]


@pytest.mark.parametrize("typed", ["@adam", "@inconnu", "", "@", "Zoltan", "xy"])
def test_nobody_is_guessed(typed: str) -> None:
    """A handle that nobody has may be anybody's tomorrow."""
    assert named(typed, EVERYONE) == []


def test_a_shared_first_name_offers_everyone_who_has_it() -> None:
    """The writer chooses; the rule does not."""
    assert named("Chloé", [*EVERYONE, CHLOE_TOO]) == [CHLOE_TOO, CHLOE]


def test_an_exact_name_wins_over_close_ones_and_is_not_alone_when_shared() -> None:
    """Two people may have one name: both are offered."""
    twin = Person(9, "chloe modele")
    assert named("Chloé Modèle", [*EVERYONE, CHLOE_TOO, twin]) == [CHLOE, twin]


def test_at_most_four_people_are_offered() -> None:
    """More is a list nobody reads."""
    crowd = [Person(number, f"Ada Exemple{number}") for number in range(9)]
    assert [person.id for person in named("Ada", crowd)] == [0, 1, 2, 3]


@pytest.mark.parametrize(
    ("text", "folded"),
    {
        "  Élodie\u00a0 CŒUR ": "elodie coeur",
        "l’Été": "l'ete",
        "a\u202eb\u200bc": "abc",
        "Straße": "strasse",
        "ﬁn": "fin",
        "": "",
    }.items(),
)
def test_folding_keeps_what_spellings_share(text: str, folded: str) -> None:
    """Accents, ligatures, spaces and hidden signs are off."""
    assert fold(text) == folded


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    """A stored folded name compares with a typed one."""
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_flat_text_keeps_every_place(text: str) -> None:
    """Spans found in the flat text are spans of the text."""
    assert len(flat(text)) == len(text)


@pytest.mark.parametrize(
    ("name", "shown"),
    {
        "Ada\nExemple": "Ada Exemple",
        "\u202eAda\u2066 Exemple\u0000": "Ada Exemple",
        "A" * 50: "A" * 39 + "…",
        "\u200b\u2800\u3164": "",
        "\u200d": "",
        "👩\u200d🌾 Ada": "👩\u200d🌾 Ada",
        "Ada \ud800": "Ada",
    }.items(),
)
def test_a_name_keeps_to_its_line_and_hides_nothing(name: str, shown: str) -> None:
    """Controls, direction marks and blanks that draw nothing go; joined emoji stay."""
    assert short_name(name) == shown


@given(st.text(), st.integers(1, 60))
def test_a_shown_name_is_never_longer_than_asked(name: str, most: int) -> None:
    """And cleaning it again changes nothing of its length."""
    assert len(short_name(name, most)) <= most


def test_a_name_is_cut_out_of_its_sentence() -> None:
    """Capitals carry it on; without them it is a word, or two before a stop."""
    text = "avec Chloé de Modèle pour"
    assert name_at(text, 5, small=False) == (5, 20)
    assert name_at("avec ada exemple, hier", 5, small=True) == (5, 16)
    assert name_at("avec la compta", 5, small=True) is None
    assert name_before("merci, Ada Exemple m'a aidée", 19) == (7, 18)
