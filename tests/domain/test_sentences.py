"""Noting time: what a sentence says."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain import sentences
from domain.durations import MOST_MINUTES
from domain.sentences import Direction, looks_like_note, read_sentence
from domain.timebank import SUBJECT_MOST

TODAY = date(2026, 10, 14)
NOW = datetime(2026, 10, 14, 9, 0, tzinfo=UTC)
YESTERDAY, TUESDAY = date(2026, 10, 13), date(2026, 10, 13)
ADA, BASILE, CHLOE = 1, 2, 3
WITH, GAVE, RECEIVED = Direction.WITH, Direction.GAVE, Direction.RECEIVED

Said = tuple[int | None, Direction | None, str | None, date | None, str | None]
SENTENCES: dict[str, Said] = {
    "2h30 avec @paul pour relecture du dossier, hier": (
        *(150, WITH, "@paul", YESTERDAY),
        "relecture du dossier",
    ),
    "@paul 2h relecture": (120, None, "@paul", None, "relecture"),
    "45 min à Chloé Modèle pour la compta": (45, GAVE, "Chloé Modèle", None, "la compta"),
    "1h de @chloe montage": (60, RECEIVED, "@chloe", None, "montage"),
    "2h pour @paul relecture": (120, GAVE, "@paul", None, "relecture"),
    "2h avec @paul:exemple.org.": (120, WITH, "@paul:exemple.org", None, None),
    "2h avec paul modèle pour la compta": (120, WITH, "paul modèle", None, "la compta"),
    "2h avec La Torche pour l'accueil": (120, WITH, "La Torche", None, "l'accueil"),
    "2h d'accompagnement avec Paul": (120, WITH, "Paul", None, "accompagnement"),
    "il y a 3 jours, 2h avec @paul": (120, WITH, "@paul", date(2026, 10, 11), None),
    "2h avec @paul pour la réunion de lundi, hier": (
        *(120, WITH, "@paul", YESTERDAY),
        "la réunion de lundi",
    ),
    "2h avec @paul pour préparer l'atelier de 3h": (
        *(120, WITH, "@paul", None),
        "préparer l'atelier de 3h",
    ),
    "2h avec @paul pour le dossier de @lea": (120, WITH, "@paul", None, "le dossier de @lea"),
    "2h30": (150, None, None, None, None),
    "": (None, None, None, None, None),
    "j'ai donné 2h à Paul pour la relecture": (120, GAVE, "Paul", None, "la relecture"),
    "jai donné 2h a paul pour la compta": (120, GAVE, "paul", None, "la compta"),
    "j'ai aidé paul 2h": (120, GAVE, "paul", None, None),
    "j’ai reçu 1 h de Chloé": (60, RECEIVED, "Chloé", None, None),
    "merci à Paul pour 2h de relecture": (120, RECEIVED, "Paul", None, "relecture"),
    "Paul m'a aidée une heure et demie mardi pour le budget": (
        *(90, RECEIVED, "Paul", TUESDAY),
        "le budget",
    ),
    "hier chloé modèle m'a accompagnée 2h pour le site": (
        *(120, RECEIVED, "chloé modèle", YESTERDAY),
        "le site",
    ),
    "j'ai passé 2h avec Chloé Modèle sur le budget": (
        *(120, WITH, "Chloé Modèle", None),
        "le budget",
    ),
    "I gave Paul two hours for the website": (120, GAVE, "Paul", None, "the website"),
    "Paul helped me for 2 hours": (120, RECEIVED, "Paul", None, None),
    "I received 1h from Chloé for the leaflet": (60, RECEIVED, "Chloé", None, "the leaflet"),
}


@pytest.mark.parametrize(("text", "said"), SENTENCES.items())
def test_one_sentence_says_an_exchange(text: str, said: Said) -> None:
    """What is left out stays None: it is asked for, not guessed."""
    assert read_sentence(text, TODAY) == sentences.Sentence(*said, refusal=None)


@pytest.mark.parametrize(
    ("text", "name"),
    {
        "-2h avec @paul": "refusal-duration-negative",
        "4-5h avec @paul": "refusal-duration-two",
        "30h avec @paul": "refusal-duration-too-long",
        "2h avec @paul demain": "refusal-day-future",
        "2h avec @paul pour " + "x" * (SUBJECT_MOST + 1): "refusal-subject-too-long",
    }.items(),
)
def test_a_part_that_cannot_stand_is_told_and_the_rest_kept(text: str, name: str) -> None:
    """The partner need not be typed again."""
    sentence = read_sentence(text, TODAY)
    assert sentence.partner == "@paul"
    assert sentence.refusal is not None
    assert sentence.refusal.name == name


@given(st.text(max_size=80))
def test_any_text_is_read_as_a_sentence(text: str) -> None:
    """No text is a fault, and what is read can be noted."""
    sentence = read_sentence(text, TODAY)
    assert sentence.minutes is None or 0 < sentence.minutes <= MOST_MINUTES
    assert sentence.day is None or sentence.day <= TODAY
    looks_like_note(text)


@pytest.mark.parametrize(
    "text",
    [
        "j'ai donné 2h à Paul pour la relecture",
        "j’ai reçu 1h de Chloé",
        "Paul m'a aidée une heure et demie mardi",
        "j'ai passé 2h avec Paul",
        "I gave Paul two hours",
        "Paul helped me for 2 hours",
    ],
)
def test_a_plain_sentence_of_help_is_a_note(text: str) -> None:
    """A length and a verb of giving, in the past."""
    assert looks_like_note(text)


@pytest.mark.parametrize(
    "text",
    [
        "combien d'heures ai-je données ?",
        "combien d'heures ai-je données",
        "quand a lieu la permanence de 2h ?",
        "la permanence dure 2h",
        "2h avec paul",
        "je peux donner 2h",
        "je n'ai pas donné 2h",
        "Paul m'a aidé",
        "comment noter 2h que j'ai données",
        "faut-il dire que j'ai donné 2h",
        "j'ai passé 2h dans le train",
        "how do I note that I gave 2 hours",
    ],
)
def test_a_question_or_an_intention_is_no_note(text: str) -> None:
    """A wrong draft costs more than a missed one."""
    assert not looks_like_note(text)
