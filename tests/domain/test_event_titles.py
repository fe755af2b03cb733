"""Days that are words of a title, and places that are none."""

from __future__ import annotations

from datetime import date

import pytest

from domain.event_words import read
from domain.people import flat
from tests.domain.test_event_words import NOW, said


@pytest.mark.parametrize(
    ("text", "title", "begins"),
    [
        ("Ciné-débat « Demain » vendredi 4 décembre à 20h au Méliès", "Ciné-débat « Demain »", 4),
        (
            'Film screening "Tomorrow" on Friday 4 December at 8pm',
            'Film screening "Tomorrow"',
            4,
        ),
        ("Film screening “Tomorrow” on Friday 4 December at 8pm", "Film screening “Tomorrow”", 4),
        (
            "Conférence « Après-demain, la ville » jeudi 3 décembre à 20h au Fil, 3€",
            "Conférence « Après-demain, la ville »",
            3,
        ),
        ("Atelier « 18h30 » vendredi 4 décembre à 20h", "Atelier « 18h30 »", 4),
        ("Cinéma : Le film Demain, vendredi 4 décembre à 20h", "Cinéma : Le film Demain", 4),
        ("Le film Demain est projeté le vendredi 4 décembre à 20h", "Le film Demain", 4),
        ("Le film Demain, mer 2 à 20h", "Le film Demain", 2),
        (
            "Lecture publique du livre Le Lundi au soleil, mercredi 2 à 20h",
            "Lecture publique du livre Le Lundi au soleil",
            2,
        ),
        ("The film Tomorrow is shown on Friday 4 December at 8pm", "The film Tomorrow", 4),
        (
            "Contes d’hier et d’aujourd’hui, jeudi 3 décembre 20h",
            "Contes d’hier et d’aujourd’hui",
            3,
        ),
    ],
)
def test_a_day_in_a_title_is_no_day(text: str, title: str, begins: int) -> None:
    """Nothing is read between quotation marks, and a full date beats a lone word."""
    found = said(text)
    assert found.title == title
    assert [f"{one.start:%m-%d %H:%M}" for one in found.when.timings] == [f"12-{begins:02} 20:00"]


@pytest.mark.parametrize(
    ("text", "starts"),
    [
        ("Fête samedi et dimanche 29 novembre 14h", ["11-28 14:00", "11-29 14:00"]),
        ("Fête demain mercredi 25 novembre 14h", ["11-25 14:00"]),
        ("Fête demain, vendredi 4 décembre 14h", []),
        ("Fête samedi ou dimanche 29 novembre 14h", []),
        ("Fête samedi 28 novembre de 10h à 12h et dimanche de 10h à 12h", []),
        ("Party Friday, Saturday 28 November at 2pm", ["11-27 14:00", "11-28 14:00"]),
    ],
)
def test_days_side_by_side_are_all_meant(text: str, starts: list[str]) -> None:
    """A word right beside a date is a day of its own, or a slip that is asked about."""
    when = said(text).when
    assert [f"{one.start:%m-%d %H:%M}" for one in when.timings] == starts
    assert starts or when.doubt == "refusal-event-two-days"


def test_the_day_that_is_meant_gives_the_others_back_to_the_title() -> None:
    """Its hour was said; another date that was offered is not part of the title."""
    day = date(2026, 12, 4)
    text = "Cinéma : le film demain, vendredi 4 décembre à 20h"
    found = read(text, NOW, meant=[day])
    assert found.title == "Cinéma : le film demain"
    assert [f"{one.start:%m-%d %H:%M}" for one in found.when.timings] == ["12-04 20:00"]
    other = read("Fête jeudi 3 ou vendredi 4 décembre à 20h", NOW, meant=[day])
    assert (other.title, other.details.text) == ("Fête", "")


@pytest.mark.parametrize(
    ("text", "title", "place"),
    [
        (
            "Visio : rénover sa copropriété, jeudi 3 à 18h, en ligne https://exemple.org/copro",
            "Visio : rénover sa copropriété",
            "En ligne",
        ),
        ("Atelier vélo jeudi 3 à 18h en ligne", "Atelier vélo", "En ligne"),
        ("Rénover sa copropriété, jeudi 3 à 18h sur Zoom", "Rénover sa copropriété", "En ligne"),
        ("Talk: repairing bikes, Thursday 3 at 6pm, online", "Talk: repairing bikes", "Online"),
        ("Réunion jeudi 3 à 18h à Ligné", "Réunion", "Ligné"),
        (
            "slt on fé une soirée jeu de société jeudi 3 a 20h o café Le Zinc, 2 euro",
            "Soirée jeu de société",
            "Café Le Zinc",
        ),
    ],
)
def test_online_is_no_commune(text: str, title: str, place: str) -> None:
    """A commune is called Ligné; what is on the web is nowhere else, and is said once."""
    found = read(text, NOW, is_place=lambda name: flat(name).strip() == "ligne")
    assert (found.title, found.place, found.details.text) == (title, place, "")
