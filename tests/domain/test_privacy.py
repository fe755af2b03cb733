"""Personal data in what people write: found, masked, and not seen where there is none."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.privacy import MASK, Kind, kinds, masked, personal_data


@pytest.mark.parametrize(
    ("text", "kind", "left"),
    [
        ("Rappelez-moi au 06 12 34 56 78, merci", Kind.PHONE, "Rappelez-moi au •••, merci"),
        ("c’est le 0612345678.", Kind.PHONE, "c’est le •••."),
        ("Tél : 06.12.34.56.78", Kind.PHONE, "Tél : •••"),
        ("+33 (0)6 12 34 56 78 ?", Kind.PHONE, "••• ?"),
        ("0033612345678", Kind.PHONE, "•••"),
        ("Call +44 20 7946 0958 please", Kind.PHONE, "Call ••• please"),
        ("écrivez à ada.exemple+bot@exemple.org.", Kind.EMAIL, "écrivez à •••."),
        ("FR76 3000 6000 0112 3456 7890 189 MERCI", Kind.IBAN, "••• MERCI"),
        ("DE89370400440532013000", Kind.IBAN, "•••"),
        ("n° 1 85 05 78 006 084 91", Kind.SOCIAL, "n° •••"),
        ("185057800608491", Kind.SOCIAL, "•••"),
        ("au 12 bis, rue des Lilas, 42000 Saint-Étienne !", Kind.ADDRESS, "au ••• !"),
        ("J’habite 3 avenue Jean Modèle", Kind.ADDRESS, "J’habite •••"),
        ("I live at 12 Church Street", Kind.ADDRESS, "I live at •••"),
    ],
)
def test_what_tells_who_somebody_is_is_found_and_masked(text: str, kind: Kind, left: str) -> None:
    """As people write it, and nothing around it."""
    assert kinds(text) == [kind]
    assert masked(text) == left


@pytest.mark.parametrize(
    "text",
    [
        "le 01.02.2024 à 12h30, ou le 06/12/2026",
        "2h30 mardi, 45min jeudi, de 14h à 16h30",
        "1 200 000 € sur 3 ans, soit 33,5 %",
        "SIRET 552 049 447 00013, SIREN 552049447",
        "il reste 3 places, et 2 cours de français",
        "le 12 place au débat de 2026",
        "42000 Saint-Étienne",
        "les lignes 12 34 56 78 90 du tableau",
        "@basile et https://exemple.org/page?id=0612",
        "version 1.2.3.4, article L123-4, loi 1901",
        "FR76 3000 6000 0112 3456 7890 188",
        "1 85 05 78 006 084 92",
    ],
)
def test_dates_amounts_and_business_numbers_are_left_alone(text: str) -> None:
    """A warning about nothing is a warning nobody reads; a SIRET is public."""
    assert personal_data(text) == []
    assert masked(text) == text


digits = st.text("0123456789", min_size=2, max_size=2)


@given(
    first=st.sampled_from("123456789"),
    pairs=st.lists(digits, min_size=4, max_size=4),
    gap=st.sampled_from(["", " ", ".", "-", "\u00a0", "\u202f"]),
    begins=st.sampled_from(["0", "+33", "+33 ", "0033 ", "+33 (0)"]),
)
def test_each_french_number_is_found(first: str, pairs: list[str], gap: str, begins: str) -> None:
    """However it is spaced."""
    number = begins + first + gap + gap.join(pairs)
    assert masked(f"au {number}, le soir") == f"au {MASK}, le soir"


@given(
    body=st.text("0123456789", min_size=13, max_size=13).filter(lambda one: one[0] in "12"),
    month=st.integers(1, 12),
)
def test_a_social_security_number_is_known_by_its_check(body: str, month: int) -> None:
    """One wrong digit, and it is some other number."""
    thirteen = f"{body[:3]}{month:02}{body[5:]}"
    key = 97 - int(thirteen) % 97
    assert kinds(f"{thirteen}{key:02}") == [Kind.SOCIAL]
    assert kinds(f"{thirteen}{key % 97 + 1:02}") == []


@given(st.text())
def test_masked_words_hold_nothing_any_more(text: str) -> None:
    """Masking twice masks nothing new, and nothing overlaps."""
    assert personal_data(masked(text)) == []
    places = [(one.start, one.end) for one in personal_data(text)]
    assert all(end <= start for (_, end), (start, _) in pairwise(places))


@given(st.text("abcdefghij éàç,.!?'’-\n", max_size=300))
def test_words_without_figures_or_signs_tell_nobody(text: str) -> None:
    """Names are not looked for."""
    assert masked(text) == text
