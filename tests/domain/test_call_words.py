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
)

TODAY = date(2026, 1, 5)
IDES = date(2026, 3, 15)


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
    assert read(text, TODAY, is_place=is_place) == found


@given(st.text(max_size=400))
def test_any_text_is_read_and_nothing_is_made_up(text: str) -> None:
    """Each word of the title and of the rest was written."""
    found = read(text, TODAY, is_place=is_place)
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
    assert after_territory("territoires") is None


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
