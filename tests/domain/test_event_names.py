"""Streets named after a day, and people whose names are a letter away from one."""

from __future__ import annotations

from datetime import datetime

import pytest

from domain.event_words import Said, looks_like_event, read
from domain.quoted import hidden, shown
from domain.venues import Venue
from tests.domain.test_event_words import PARIS

MONDAY = datetime(2026, 1, 5, 9, tzinfo=PARIS)


def said(text: str) -> Said:
    """What a message says on the first Monday of January."""
    return read(text, MONDAY, venues=[Venue(1, "La Roue Libre")])


def starts(text: str) -> list[str]:
    """The day of each date."""
    return [f"{one.start:%m-%d}" for one in said(text).when.timings]


@pytest.mark.parametrize(
    "place",
    [
        "3 rue du 11 novembre",
        "Place du 8 mai",
        "Place du 8 mai 1945",
        "Place du 11-novembre-1918",
        "Avenue du 14 juillet 1789",
        "Boulevard du 1er mai",
        "Rue du 4 septembre",
        "12 cours du 11 novembre 1918",
        "Salle du 8 mai",
        "Place du Samedi",
    ],
)
def test_the_day_of_a_street_belongs_to_the_place(place: str) -> None:
    """Where the event is, and not when; wherever the place is said."""
    for text in (f"Loto samedi à 14h, {place}, 4 €", f"Loto, {place}, samedi à 14h, 4 €"):
        assert (starts(text), said(text).place, said(text).title) == (["01-10"], place, "Loto")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Cours du 15 janvier à 18h à la Roue Libre", "01-15"),
        ("Fête de l’école du 20 juin à 10h à la Roue Libre", "06-20"),
        ("Braderie rue Fictive du 17 janvier à 10h", "01-17"),
        ("Bal place Fictive, le 8 mai à 20h", "05-08"),
    ],
)
def test_a_day_that_no_street_bears_is_a_day(text: str, day: str) -> None:
    """ "Du" alone names no street."""
    assert starts(text) == [day]


def test_the_day_of_a_street_alone_is_asked() -> None:
    """It is no date of the event."""
    found = said("Loto 3 rue du 11 novembre à 14h")
    assert found.when.doubt == "refusal-moment-unread"
    assert not looks_like_event("Loto à 14h, 3 rue du 11 novembre")


@pytest.mark.parametrize(
    ("text", "title", "day"),
    [
        ("Lecture par Marie samedi à 15h à la Roue Libre", "Lecture par Marie", "01-10"),
        ("Lecture par marie samedi à 15h à la Roue Libre", "Lecture par marie", "01-10"),
        ("Lecture avec Mardy à 15h samedi à la Roue Libre", "Lecture avec Mardy", "01-10"),
        ("Concert de Lundy, samedi à 15h à la Roue Libre", "Concert de Lundy", "01-10"),
        ("Concert de Samy samedi à 15h à la Roue Libre", "Concert de Samy", "01-10"),
        ("Concert avec Sam 20h le 17 janvier à la Roue Libre", "Concert avec Sam", "01-17"),
        ("Portrait de Frida à 18h le 8 janvier à la Roue Libre", "Portrait de Frida", "01-08"),
        ("Reading by Marie on Saturday at 3pm at La Roue Libre", "Reading by Marie", "01-10"),
    ],
)
def test_a_name_is_no_weekday(text: str, title: str, day: str) -> None:
    """Neither mended into one, nor a second day."""
    assert (said(text).title, starts(text)) == (title, [day])


@pytest.mark.parametrize(
    "typed", ["samdi 17 a 18h30", "Sam 17 à 18h30", "Saterday 17 at 6.30pm", "sam 17 18h30"]
)
def test_a_misspelt_weekday_is_still_mended(typed: str) -> None:
    """In either language."""
    assert starts(f"Atelier velo {typed} a la Roue Libre") == ["01-17"]


def test_a_place_keeps_the_name_of_its_host() -> None:
    """As when one of two places is chosen."""
    assert said("x @ Chez Marie, au 12 rue de la République").place.startswith("Chez Marie")


def test_what_is_hidden_comes_back() -> None:
    """Positions hold."""
    text = "Loto « Du 8 mai », rue du 11 novembre, place du Lundi"
    bare = hidden(text)
    assert len(bare) == len(text)
    assert "novembre" not in bare
    assert shown(bare, text) == text
