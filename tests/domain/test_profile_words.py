"""What a sentence says of whoever wrote it."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.errors import Refusal
from domain.languages import codes_in
from domain.profile_words import (
    SENTENCE_MOST,
    Said,
    asks_said,
    back_on,
    hours_said,
    is_about_oneself,
    lets_go,
    read,
    wants_listing,
)
from domain.profiles import ASKS_MOST, HOURS_MOST

TODAY = date(2026, 1, 5)
MARCH = date(2026, 3, 1)


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        (
            "je suis à Firminy, 3h par mois, anglais et arabe, en pause jusqu’en mars",
            Said("Firminy", ("en", "ar"), 3, pauses=True, paused_until=MARCH),
        ),
        (
            "I live in Lyon, I speak English and Spanish, 3 hours a month, on a break until March",
            Said("Lyon", ("en", "es"), 3, pauses=True, paused_until=MARCH),
        ),
        (
            "J’habite Le Chambon-Feugerolles et je parle français. 2h par semaine, 1 fois par mois",
            Said("Le Chambon-Feugerolles", ("fr",), 8, asks_month=1),
        ),
        ("Sainte-Colombe (Loire)", Said("Sainte-Colombe (Loire)")),
        ("saint etienne 4h / mois", Said("saint etienne", hours_month=4)),
        ("une journée par mois", Said(hours_month=7)),
        ("en pause jusqu'en mars et 3h par mois", Said(None, (), 3, None, True, MARCH)),
        ("en pause", Said(pauses=True)),
        ("en pause pendant 2 mois", Said(pauses=True, paused_until=date(2026, 3, 6))),
        ("de retour", Said(returns=True)),
        ("ne me sollicitez plus", Said(never_asked=True)),
        ("don't ask me", Said(never_asked=True)),
        ("en Corse, je parle corse", Said("Corse", ("co",))),
        ("Pays basque", Said("Pays basque")),
        ("je suis au Puy", Said("Le Puy")),
        ("j’habite aux Herbiers, 2h par mois", Said("Les Herbiers", hours_month=2)),
        ("twice a month", Said(asks_month=2)),
        ("1 fois par mois max", Said(asks_month=1)),
        ("pas plus d'une fois par mois", Said(asks_month=1)),
        ("max 2 fois par mois", Said(asks_month=2)),
        ("no more than once a month", Said(asks_month=1)),
        ("st etienne, 1 fois par mois maxi", Said("st etienne", asks_month=1)),
        ("Saint-Max", Said("Saint-Max")),
        ("non laisse", Said()),
        ("pause", Said(pauses=True)),
        ("pause jusqu'en mars", Said(pauses=True, paused_until=MARCH)),
        ("pause until March", Said(pauses=True, paused_until=MARCH)),
        ("pause 2 semaines", Said(pauses=True, paused_until=date(2026, 1, 19))),
        ("plus de pause", Said(returns=True)),
        ("je ne suis plus en pause", Said(returns=True)),
        ("🌱", Said()),
        ("", Said()),
    ],
)
def test_all_of_a_sentence_is_read_at_once(sentence: str, said: Said) -> None:
    """In any order, in French and English, each thing once; the place as it is called."""
    assert read(sentence, TODAY) == said


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("mars", MARCH),
        ("jusqu’à fin mars", date(2026, 4, 1)),
        ("mi-mars", date(2026, 3, 15)),
        ("fin décembre", date(2027, 1, 1)),
        ("janvier", date(2027, 1, 1)),
        ("le 12 mars", date(2026, 3, 12)),
        ("12/03", date(2026, 3, 12)),
        ("demain", date(2026, 1, 6)),
        ("2 mois", date(2026, 3, 6)),
        ("two weeks", date(2026, 1, 19)),
        ("la rentrée", date(2026, 9, 1)),
        ("until Christmas", date(2026, 12, 25)),
    ],
)
def test_the_end_of_a_pause_is_the_next_such_day(typed: str, day: date) -> None:
    """A month begins on its first; on that day one is back."""
    assert back_on(typed, TODAY) == day


@pytest.mark.parametrize("typed", ["hier", "jamais", "mars 2030", "20 ans", "", "🌱"])
def test_a_pause_without_an_end_in_sight_is_refused(typed: str) -> None:
    """Whoever stays away longer says never."""
    with pytest.raises(Refusal):
        back_on(typed, TODAY)


def test_hours_and_times_are_whole_and_have_a_limit() -> None:
    """A half hour is one, nothing is nothing, and a slip of the finger is noticed."""
    assert [hours_said(one) for one in ("3", "3h", "2h par semaine", "0", "30 min")] == [
        3,
        3,
        8,
        0,
        1,
    ]
    assert [asks_said(one) for one in ("2", "trois fois", "0")] == [2, 3, 0]
    for wrong in ("999", "beaucoup"):
        with pytest.raises(Refusal):
            hours_said(wrong)
        with pytest.raises(Refusal):
            asks_said(wrong)


def test_languages_are_named_in_either_language() -> None:
    """And each once."""
    assert codes_in("français, English, LSF et l’arabe, arabic") == ("fr", "en", "fsl", "ar")
    assert codes_in("klingon") == ()


@pytest.mark.parametrize(
    ("sentence", "about"),
    [
        ("je suis à Firminy, 3h par mois", True),
        ("Je suis en pause jusqu’en mars", True),
        ("mettez-moi en pause jusqu'en mars 2030", True),
        ("ne me sollicitez plus", True),
        ("je suis à la rue, je parle arabe", False),
        ("je suis à bout", False),
        ("j’ai aidé Basile 2h hier", False),
        ("je suis à Firminy, qui peut m'aider ?", False),
        ("Comment devenir allié", False),
    ],
)
def test_only_a_plain_sentence_about_oneself_is_taken_for_one(sentence: str, about: bool) -> None:
    """Anything else is a question, a note, or a cry for help."""
    assert is_about_oneself(sentence) is about


@given(st.text(max_size=2 * SENTENCE_MOST), st.dates(date(2024, 1, 1), date(2036, 12, 31)))
def test_any_text_is_read_or_refused(sentence: str, today: date) -> None:
    """What is read keeps to its limits, and a pause lies ahead."""
    is_about_oneself(sentence)
    try:
        said = read(sentence, today)
    except Refusal:
        return
    assert said.hours_month is None or 0 <= said.hours_month <= HOURS_MOST
    assert said.asks_month is None or 0 <= said.asks_month <= ASKS_MOST
    assert said.paused_until is None or said.paused_until > today


@given(
    st.permutations(["je suis à Firminy", "3h par mois", "arabe", "en pause jusqu’en mars"]),
    st.sampled_from([", ", ". ", " ; "]),
)
def test_the_order_of_a_sentence_does_not_matter(parts: list[str], between: str) -> None:
    """However its parts follow each other."""
    expected = Said("Firminy", ("ar",), 3, pauses=True, paused_until=MARCH)
    assert read(between.join(parts), TODAY) == expected


@pytest.mark.parametrize(
    ("sentence", "plainly"),
    [
        ("pause", True),
        ("pause jusqu’en mars", True),
        ("plus de pause", True),
        ("fin de la pause", True),
        ("pause café à 10h", False),
        ("à quelle heure la pause", False),
        ("je suis de retour", False),
    ],
)
def test_a_pause_is_said_plainly(sentence: str, plainly: bool) -> None:
    """And a coffee break is another."""
    assert is_about_oneself(sentence) is plainly


@pytest.mark.parametrize(
    ("sentence", "wants"),
    [
        ("je veux etre dans l'annuaire", True),
        ("Bonjour, j’aimerais apparaître dans l’annuaire !", True),
        ("I want to be in the directory", True),
        ("je veux chercher dans l’annuaire", False),
        ("qui est dans l’annuaire ?", False),
    ],
)
def test_who_would_be_listed_says_so(sentence: str, wants: bool) -> None:
    """Whoever looks for others is not listed by it."""
    assert wants_listing(sentence) is wants


@pytest.mark.parametrize("answer", ["non laisse", "laisse tomber", "plus tard", "never mind", "no"])
def test_no_answer_is_an_answer(answer: str) -> None:
    """And no place is called so."""
    assert lets_go(answer)
    assert not lets_go("Laissac")
