"""What a short sentence says anew of a card; what says more, or is not sure, says nothing."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from domain.event_days import occasions
from domain.event_drafts import Part, read_part
from domain.event_fixes import Fix, bare, may_fix, new_part, read_fix
from domain.event_words import read
from domain.people import fold

NOW = datetime(2026, 1, 5, 9, tzinfo=ZoneInfo("Europe/Paris"))  # a Monday


def _fix(typed: str, was: str = "samedi 10 janvier à 20h30") -> Fix | None:
    if not may_fix(typed):
        return None
    anew = new_part(typed)
    said = read(f"x, {anew}", NOW, is_place=lambda name: fold(name) == "saint-etienne")
    return read_fix(anew, said, NOW, occasions(was, NOW).timings)


@pytest.mark.parametrize(
    ("typed", "start"),
    [
        ("non, à 19h", "10 19:00"),
        ("en fait c’est à 19h", "10 19:00"),
        ("c'est dimanche", "11 20:30"),
        ("oups pardon, 19h finalement", "10 19:00"),
        ("ça commence à 19h", "10 19:00"),
        ("à 19h, pas à 20h30", "10 19:00"),
        ("pas samedi mais dimanche", "11 20:30"),
        ("19h au lieu de 20h30 svp", "10 19:00"),
        ("actually it's at 7pm", "10 19:00"),
        ("it's on Sunday, sorry", "11 20:30"),
        ("not 8pm but 7pm", "10 19:00"),
    ],
)
def test_a_day_or_an_hour_is_said_anew(typed: str, start: str) -> None:
    """In French and in English, whatever stands around it."""
    fix = _fix(typed)
    assert fix is not None
    assert fix.when is not None
    assert [f"{one.start:%d %H:%M}" for one in fix.when.timings] == [start]
    assert (fix.place, fix.price) == ("", "")


@pytest.mark.parametrize(
    ("typed", "fix"),
    [
        ("gratuit finalement", Fix(price="gratuit")),
        ("non, c’est 5 euros", Fix(price="5 euros")),
        ("free in the end", Fix(price="free")),
        ("prix libre en fait", Fix(price="prix libre")),
        ("plutôt à la MJC", Fix(place="MJC")),
        ("non, à la Roue Libre", Fix(place="La Roue Libre")),
        ("finalement à Saint-Étienne", Fix(place="Saint-Étienne")),
        ("it's at the Model House instead", Fix(place="Model House")),
    ],
)
def test_a_price_or_a_place_is_said_anew(typed: str, fix: Fix) -> None:
    """Without the words around it."""
    assert _fix(typed) == fix


def test_several_parts_may_be_said_at_once() -> None:
    """Each is changed; an end stays an end beside a place."""
    fix = _fix("non, dimanche à 19h à la MJC, gratuit")
    assert fix is not None
    assert fix.when is not None
    assert (fix.place, fix.price, fix.when.timings[0].start.day) == ("MJC", "gratuit", 11)
    ends = _fix("à la MJC jusqu'à 23h")
    assert ends is not None
    assert ends.when is not None
    assert [(one.start.hour, one.end and one.end.hour) for one in ends.when.timings] == [(20, 23)]


@pytest.mark.parametrize(
    "typed",
    [
        "bonjour",
        "merci",
        "non",
        "à demain",
        "à samedi !",
        "c’est à quelle heure ?",
        "je suis libre à 19h",
        "rappelle-moi demain à 19h",
        "c’est pas gratuit",
        "non gratuit, sur adhésion ou pas",
        "une heure plus tard",
        "la semaine prochaine à 19h",
        "peut-être dimanche",
        "à 19h ou 20h",
        "dimanche si possible",
        "annule",
        "place du 8 mai",
        "combien d’heures ai-je",
        "à 19h et n’oubliez pas les outils",
        "Atelier couture dimanche à 19h",
    ],
)
def test_what_says_more_or_is_not_sure_changes_nothing(typed: str) -> None:
    """A card is not changed by guesses."""
    fix = _fix(typed)
    assert fix is None or (fix.when is not None and not fix.when.timings)


def test_one_day_does_not_take_the_place_of_a_series() -> None:
    """Which of its dates is meant was not said; an hour is that of all."""
    series = "les 17 et 24 janvier à 14h"
    assert _fix("c’est dimanche", series) is None
    fix = _fix("c’est à 15h", series)
    assert fix is not None
    assert fix.when is not None
    assert [one.start.hour for one in fix.when.timings] == [15, 15]


@pytest.mark.parametrize(
    ("part", "typed", "kept"),
    [
        (Part.PRICE, "gratuit finalement", "gratuit"),
        (Part.PRICE, "Non, c’est 5 € svp", "5 €"),
        (Part.PRICE, "free in the end", "free"),
        (Part.PLACE, "non, à la MJC de Beaulieu", "MJC de Beaulieu"),
        (Part.PLACE, "plutôt au Méliès, merci", "Le Méliès"),
        (Part.PLACE, "oups, au 12 rue Fictive", "12 rue Fictive"),
        (Part.PLACE, "actually at the Model House", "Model House"),
        (Part.PLACE, "à côté de la mairie", "à côté de la mairie"),
        (Part.PLACE, "au fond du parc", "au fond du parc"),
        (Part.PLACE, "à préciser", "à préciser"),
        (Part.PLACE, "Bon Accueil", "Bon Accueil"),
        (Part.PLACE, "salle des fêtes", "salle des fêtes"),
        (Part.TITLE, "Finalement, on danse", "Finalement, on danse"),
    ],
)
def test_an_answer_loses_the_words_around_it(part: Part, typed: str, kept: str) -> None:
    """A title keeps its own, and a place what is part of its name."""
    assert read_part(part, typed, NOW) == kept


def test_an_answer_of_such_words_alone_stays() -> None:
    """Nothing would be left of it."""
    assert bare("non") == "non"
    assert bare("Non-lieu") == "Non-lieu"
