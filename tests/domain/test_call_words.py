"""A call in one message: each part of it, and nothing made up."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.call_words import (
    Funding,
    Written,
    after_funding,
    after_territory,
    asks_for_calls,
    read,
    read_funding,
    takes_back,
)

TODAY = date(2026, 1, 5)
IDES = date(2026, 3, 15)


def is_skill(name: str) -> bool:
    """Two skills are known here."""
    return name.casefold() in ("facilitation d’ateliers", "écrire")


def is_place(name: str) -> bool:
    """Two places are known here."""
    return name.casefold() in ("firminy", "saint-étienne")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Animer trois ateliers : préparer et animer, à Firminy, 2 places, avant le 15 mars",
            Written("Animer trois ateliers", "préparer et animer", IDES, 2, None, "Firminy"),
        ),
        (
            "Run three workshops: prepare and run them, in Firminy, 2 seats, before 15 March",
            Written("Run three workshops", "prepare and run them", IDES, 2, None, "Firminy"),
        ),
        (
            "Récits. On écrit ensemble, compétence écriture, jusqu’au 15 mars",
            Written("Récits", "On écrit ensemble", IDES, None, "écriture", None),
        ),
        (
            "Récits : écrire, compétence : écriture, pour deux places",
            Written("Récits", "écrire", None, 2, "écriture", None),
        ),
        (
            "Ateliers : les animer, facilitation d’ateliers, à Firminy, 2 places",
            Written(
                "Ateliers",
                "les animer, facilitation d’ateliers",
                None,
                2,
                "facilitation d’ateliers",
                "Firminy",
            ),
        ),
        (
            "Récits : trier, écrire, facilitation d’ateliers",
            Written("Récits", "trier, écrire, facilitation d’ateliers"),
        ),
        ("Écrire : un récit", Written("Écrire", "un récit")),
        ("Récits : écrit à la main, 0 place", Written("Récits", "écrit à la main", None, 0)),
        ("Récits : à relire, avant hier", Written("Récits", "à relire", date(2026, 1, 3))),
        ("Récits d’avant hier : à relire", Written("Récits d’avant hier", "à relire")),
        ("Récits : ceux d’avant-hier, à relire", Written("Récits", "ceux d’avant-hier, à relire")),
        ("Récits", Written("Récits")),
        (
            "Fête du 15 mars : tenir la buvette",
            Written("Fête du 15 mars", "tenir la buvette"),
        ),
        (
            "Récits : écrire, à plusieurs mains",
            Written("Récits", "écrire, à plusieurs mains"),
        ),
        ("", Written()),
        (" , ; :", Written()),
    ],
)
def test_each_part_is_found_where_it_is_said(text: str, found: Written) -> None:
    """The title before the colon; the day only where it closes the call."""
    assert read(text, TODAY, is_place=is_place, is_skill=is_skill) == found


@given(st.text(max_size=400))
def test_any_text_is_read_and_nothing_is_made_up(text: str) -> None:
    """Each word of the title and of the rest was written."""
    found = read(text, TODAY, is_place=is_place, is_skill=is_skill)
    for part in (found.title, found.what):
        assert part is None or part.strip()
        assert "\0" not in (part or "") or "\0" in text


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Fondation Exemple, avant le 15 mars, https://exemple.org/reglement",
            Funding("Fondation Exemple", IDES, ("https://exemple.org/reglement",)),
        ),
        (
            "https://exemple.org/a, Example Foundation by 15 March https://exemple.org/b.",
            Funding("Example Foundation", IDES, ("https://exemple.org/a", "https://exemple.org/b")),
        ),
        ("Fondation Exemple", Funding("Fondation Exemple", None, ())),
        ("", Funding(None, None, ())),
    ],
)
def test_a_funding_call_is_a_title_a_day_and_links(text: str, found: Funding) -> None:
    """In any order."""
    assert read_funding(text, TODAY) == found


def test_one_word_says_what_it_is() -> None:
    """And only in front."""
    assert after_funding("Financement : Fondation Exemple") == "Fondation Exemple"
    assert after_funding("funding Example") == "Example"
    assert after_funding("un financement") is None
    assert after_territory("territoire Pilat : un an") == "Pilat : un an"
    assert after_territory("territoire du Pilat : un an") == "Pilat : un an"
    assert after_territory("territoire de l’Ondaine") == "Ondaine"
    assert after_territory("territory of the Pilat") == "Pilat"
    assert after_territory("territoires") is None


@pytest.mark.parametrize(
    ("sentence", "takes"),
    [
        ("finalement non", True),
        ("Finalement, non !", True),
        ("ah finalement je peux pas", True),
        ("finalement je ne suis plus partante", True),
        ("non finalement", True),
        ("je retire ma réponse", True),
        ("Actually, no.", True),
        ("I take my answer back", True),
        ("finalement non, je cherche plutôt une salle", False),
        ("non", False),
        ("finalement", False),
    ],
)
def test_plain_words_take_an_answer_back(sentence: str, takes: bool) -> None:
    """Whole sentences only: whatever else is said goes on to where it belongs."""
    assert takes_back(sentence) is takes


@pytest.mark.parametrize(
    ("sentence", "asks"),
    [
        ("Quels appels sont ouverts ?", True),
        ("les appels à manifestation d’intérêt en cours", True),
        ("Which calls are open?", True),
        ("Are there any open calls?", True),
        ("les appels", True),
        ("Comment répondre à un appel à manifestation d’intérêt ?", False),
        ("j’ai donné 2h pour les appels", False),
    ],
)
def test_a_plain_question_asks_for_the_list(sentence: str, asks: bool) -> None:
    """Whole sentences only; how to answer one is a question for the base."""
    assert asks_for_calls(sentence.replace("’", "'")) is asks
