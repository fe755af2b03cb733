"""Noting time: what a sentence says."""

from __future__ import annotations

from datetime import UTC, date, datetime
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain import sentences
from domain.durations import MOST_MINUTES
from domain.sentences import SENTENCE_MOST, Direction, looks_like_note, read_sentence
from domain.timebank import SUBJECT_MOST

TODAY = date(2026, 10, 14)
WORDS = (
    "2h 2h30 1,5 h 45' 12/03 @paul @lea Paul avec pour de à et lundi hier le 12 mars une heure "
    "demie trois quarts d'heure - + x 2 fois j'ai aidé m'a payé sans téléphone pot commun 14h16 "
    "soixante et dix cent minutes 1/2 ½ , ? ( ) 2026-03-12 semaine dernière demi-journée"
).split()
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
    "salut, j'ai donné 2h à Paul hier": (120, GAVE, "Paul", YESTERDAY, None),
    "peux-tu noter 2h avec Paul": (120, WITH, "Paul", None, None),
    "2h de couture à Paul pour son costume": (120, GAVE, "Paul", None, "son costume"),
    "Paul est venu m'aider 2h mardi": (120, RECEIVED, "Paul", TUESDAY, None),
    "Paul m'a relu un dossier 1h": (60, RECEIVED, "Paul", None, "un dossier"),
    "1h avec M. Fictif": (60, WITH, "Fictif", None, None),
    "donné 2h à Paul": (120, GAVE, "Paul", None, None),
    "j'ai animé un atelier de 2h avec 12 personnes": (
        *(120, None, None, None),
        "un atelier 12 personnes",
    ),
    "I gave Paul two hours for the website": (120, GAVE, "Paul", None, "the website"),
    "Paul helped me for 2 hours": (120, RECEIVED, "Paul", None, None),
    "I received 1h from Chloé for the leaflet": (60, RECEIVED, "Chloé", None, "the leaflet"),
}


@pytest.mark.parametrize(("text", "said"), SENTENCES.items())
def test_one_sentence_says_an_exchange(text: str, said: Said) -> None:
    """What is left out stays None: it is asked for, not guessed."""
    assert read_sentence(text, TODAY) == sentences.Sentence(*said, refusal=None)


def test_a_note_needs_no_verb() -> None:
    """A length and somebody are enough."""
    basile = read_sentence("1,5h pour @basile", TODAY)
    assert (basile.minutes, basile.direction, basile.partner) == (90, GAVE, "@basile")
    workshop = read_sentence("2 x 1h30 d'animation avec la Fabrique du Pilat", TODAY)
    assert (workshop.minutes, workshop.partner) == (180, "Fabrique du Pilat")
    assert workshop.subject == "animation"


@pytest.mark.parametrize(
    ("text", "direction"),
    {
        "+2h @basile relecture": GAVE,
        "+2h avec @basile relecture": GAVE,
        "-1h @basile relecture": RECEIVED,
        "- 2h avec @basile relecture": WITH,
    }.items(),
)
def test_plus_and_minus_say_the_direction(text: str, direction: Direction) -> None:
    """ "+2h" was given, "-1h" received; a dash that opens a line of a list says nothing."""
    read = read_sentence(text, TODAY)
    assert (read.direction, read.refusal, read.subject) == (direction, None, "relecture")


@pytest.mark.parametrize(
    ("text", "names"),
    {
        "2h avec @paul et @lea": ("@paul", "@lea"),
        "2h avec @paul, @lea et @max pour la compta": ("@paul", "@lea", "@max"),
        "2h avec Paul Modèle, Léa Fictive et Max pour le site": (
            "Paul Modèle",
            "Léa Fictive",
            "Max",
        ),
        "2h avec paul et lea": ("paul", "lea"),
        "j'ai aidé Basile et Chloé 2h": ("Basile", "Chloé"),
        "2h avec paul et préparation du dossier": ("paul",),
        "2h avec @paul pour le dossier de @lea": ("@paul",),
    }.items(),
)
def test_everybody_named_is_kept(text: str, names: tuple[str, ...]) -> None:
    """An exchange is of two; which two is asked."""
    read = read_sentence(text, TODAY)
    assert (read.minutes, read.partner, *read.others) == (120, *names)


MARKS = {
    "2h avec @paul pour relecture, facturé": {"paid"},
    "3h de mission rémunérée pour @paul, audit": {"paid"},
    "2h paid mission with @paul": {"paid"},
    "2h avec @paul pour relire la facture": set(),
    "2h non payé avec @paul": set(),
    "2h avec Mamie Modèle, sans téléphone": {"spoken"},
    "2h de courses avec Mamie Modèle qui n'a pas de téléphone": {"spoken"},
    "2h with Granny Modèle, no phone": {"spoken"},
    "2h avec @paul pour un stage sans téléphone": set(),
    "3h pour le commun, ménage": {"common"},
    "3h au pot commun": {"common"},
    "3h pour le chantier Accueil": {"common"},
    "2h pour la COMAP récits, hier": {"common"},
    "3h au bar de la fête pour le commun": {"common"},
    "3h for the commons, cleaning": {"common"},
    "3h au bar de la fête": set(),
    "2h avec @paul pour le chantier accueil": set(),
}


@pytest.mark.parametrize(("text", "marks"), MARKS.items())
def test_money_word_of_mouth_and_the_common_are_marked(text: str, marks: set[str]) -> None:
    """Only where the words say so."""
    read = read_sentence(text, TODAY)
    assert {mark for mark in ("paid", "spoken", "common") if getattr(read, mark)} == marks
    assert read.minutes in (120, 180)


@pytest.mark.parametrize(
    ("text", "name"),
    {
        "2h avec @paul la semaine dernière": "refusal-day-unread",
        "2h avec @paul mardy pour la compta": "refusal-day-unread",
        "2h30 réunion de lundi avec @paul": "refusal-day-unread",
        "2h avec @paul 31/02": "refusal-day-unread",
        "2h avec @paul le 12 mai 1990": "refusal-day-too-old",
        "2h avec @paul lundi et mardi": "refusal-day-two",
        "2h lundi et 2h mardi avec @paul": "refusal-duration-twice",
        "2h par semaine avec @paul": "refusal-duration-unsure",
    }.items(),
)
def test_a_day_or_a_length_that_is_not_sure_is_asked(text: str, name: str) -> None:
    """Nothing is settled in silence."""
    refusal = read_sentence(text, TODAY).refusal
    assert refusal is not None
    assert refusal.name == name


def test_a_day_of_help_is_as_long_as_the_fabrique_says() -> None:
    """Six hours where a day has six."""
    assert read_sentence("une journée avec @paul", TODAY, day=360).minutes == 360


@given(st.integers(SENTENCE_MOST + 1, 10_000))
def test_a_very_long_text_is_refused_at_once(length: int) -> None:
    """Ten thousand letters are a report."""
    refusal = read_sentence("2h " * (length // 3 + 1), TODAY).refusal
    assert refusal is not None
    assert refusal.name == "refusal-subject-too-long"
    assert not looks_like_note("2h avec @paul " * 1000)


@settings(deadline=None)  # the processor's own time is what counts
@given(st.lists(st.sampled_from(WORDS), max_size=60))
def test_any_words_are_read_quickly(words: list[str]) -> None:
    """Those of the grammar in any order: none is a fault, and none takes long."""
    text = " ".join(words)[:SENTENCE_MOST]
    began = process_time()
    read_sentence(text, TODAY)
    looks_like_note(text)
    assert process_time() - began < 0.5


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
        "1,5h pour @basile",
        "bonjour ! 2h avec Basile pour le tri",
        "peux-tu noter 2h avec Basile",
        "2h de couture à Driss",
        "2h pour Basile",
        "2h avec paul",
        "2 x 1h30 d'animation avec la Fabrique du Pilat",
        "hier 2h relecture pour @basile",
        "+2h @basile",
        "@basile 2h relecture",
        "3h pour le commun, ménage",
        "on a bossé 2h avec chloé sur le budget",
        "j'ai filé 2h à @paul",
    ],
)
def test_a_plain_sentence_of_help_is_a_note(text: str) -> None:
    """A length and a verb of giving, in the past; or a length, and then somebody."""
    assert looks_like_note(text)


@pytest.mark.parametrize(
    "text",
    [
        "combien d'heures ai-je données ?",
        "combien d'heures ai-je données",
        "quand a lieu la permanence de 2h ?",
        "la permanence dure 2h",
        "2h avec paul ?",
        "2h demain avec paul",
        "2h de train pour Paris",
        "besoin de 2h avec quelqu'un",
        "je peux donner 2h",
        "je vais donner 2h à @paul",
        "j'aiderai @paul 2h",
        "dans 2h ?",
        "il reste 2h avant la réunion",
        "à 14h avec @paul",
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
