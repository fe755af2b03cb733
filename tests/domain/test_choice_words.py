"""Typed words name a choice when only one can be meant."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.choice_words import near, spelt

NEED = ("Chercher", "Changer", "Laisser tomber")
SURE = ("Oui, supprimer", "Non, je garde")
CALL = ("Je suis partant·e", "Pas cette fois", "Ne plus recevoir d’appels")


@pytest.mark.parametrize(
    ("typed", "labels", "label"),
    [
        ("oui supprimer", SURE, "Oui, supprimer"),
        ("oui", SURE, "Oui, supprimer"),
        ("Oui merci !", SURE, "Oui, supprimer"),
        ("non", SURE, "Non, je garde"),
        ("NON JE GARDE.", SURE, "Non, je garde"),
        ("pas cette fois…", CALL, "Pas cette fois"),
        ("yes", ("Yes, do it", "No"), "Yes, do it"),
    ],
)
def test_signs_do_not_count(typed: str, labels: tuple[str, ...], label: str) -> None:
    """Nor does the rest of a choice that begins with yes or no."""
    assert spelt(typed, labels) == labels.index(label)


@pytest.mark.parametrize(
    ("typed", "labels", "label"),
    [
        ("chercehr", NEED, "Chercher"),
        ("cherchr", NEED, "Chercher"),
        ("ok cherche", NEED, "Chercher"),
        ("Oui, cherche s’il te plaît", NEED, "Chercher"),
        ("finalement non", NEED, "Laisser tomber"),
        ("non laisse tomber", NEED, "Laisser tomber"),
        ("laissez tomber", NEED, "Laisser tomber"),
        ("annuler", NEED, "Laisser tomber"),
        ("je suis partante", CALL, "Je suis partant·e"),
        ("je suis partant", CALL, "Je suis partant·e"),
        ("ne plus recevoir dappels", CALL, "Ne plus recevoir d’appels"),
        ("actually no", ("Search", "Never mind"), "Never mind"),
        ("forget it", ("Search", "Never mind"), "Never mind"),
    ],
)
def test_a_slip_or_other_words_for_it_will_do(
    typed: str, labels: tuple[str, ...], label: str
) -> None:
    """As people write on a telephone."""
    assert near(typed, labels) == labels.index(label)


@pytest.mark.parametrize(
    ("typed", "labels"),
    [
        ("oui", NEED),
        ("oui", ("Oui, samedi", "Oui, dimanche")),
        ("incorrect", ("Correct", "Annuler")),
        ("je ne viens pas", ("Je viens", "Peut-être")),
        ("je viens pas", ("Je viens", "Peut-être")),
        ("jeudi 9 mai", ("Jeudi 8 mai", "Vendredi 10 mai")),
        ("nom", ("Non", "Oui")),
        ("chercher un logement à Firminy", NEED),
        ("comment changer de groupe ?", NEED),
        ("non, je cherche une salle", NEED),
        ("lundi", ("Mardi", "Jeudi")),
        ("finalement non", ("Laisser tomber", "Pas maintenant")),
        ("supprimer la lignx", ("Supprimer la ligne", "Supprimer la ligna")),
        ("", NEED),
        ("?!", ("…", "!")),
    ],
)
def test_what_may_mean_something_else_names_nothing(typed: str, labels: tuple[str, ...]) -> None:
    """Another number, a denial, a longer sentence, two choices as near."""
    assert (spelt(typed, labels), near(typed, labels)) == (None, None)


@given(st.lists(st.text(min_size=1), min_size=1, max_size=9), st.text())
def test_words_name_a_label_or_none(labels: list[str], typed: str) -> None:
    """Whatever they are."""
    for place in (spelt(typed, labels), near(typed, labels)):
        assert place is None or 0 <= place < len(labels)


@given(st.sampled_from([NEED, SURE, CALL]), st.data())
def test_a_label_typed_with_one_letter_too_many_is_never_another(
    labels: tuple[str, ...], data: st.DataObject
) -> None:
    """It is that label, or none."""
    label = data.draw(st.sampled_from(labels))
    at = data.draw(st.integers(1, len(label)))
    letter = data.draw(st.sampled_from("abcdefgrstuv"))
    found = near(label[:at] + letter + label[at:], labels)
    assert found in (None, labels.index(label))
