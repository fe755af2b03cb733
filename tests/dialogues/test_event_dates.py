"""Days of proposed events as people say them: months of a series, days just past, names of streets.

The trial began on Monday 5 January 2026 at nine.
"""

from __future__ import annotations

import pytest

from tests.talk import Talk

pytestmark = pytest.mark.parametrize("talk", ["telegram"], indirect=True)
"""One platform is enough here: `everywhere.txt` proposes on each."""


async def test_the_thursdays_of_march_are_four(talk: Talk) -> None:
    """In both languages; the month is no place."""
    await talk.goes(
        """
        Ada: /proposer Atelier poterie tous les jeudis de mars à 18h à l’Établi, 5 €
        Bot: Est-ce juste ? … Atelier poterie
        Bot: 4 dates à 18 h : jeudi 5 mars, jeudi 12 mars, jeudi 19 mars et jeudi 26 mars
        Ada: /annuler
        Bot: …
        Ada: /language English
        Ada: /propose Choir every Thursday in March at 6pm at La Roue Libre, free
        Bot: Is it right? … 4 dates at 18:00: Thursday 5 March … La Roue Libre
        """
    )


async def test_a_list_of_weekdays_means_the_next_of_each(talk: Talk) -> None:
    """It is Monday at nine: that Monday is in a week."""
    await talk.goes(
        """
        Ada: /proposer Cours lundi et jeudi de 9h à 11h à la Roue Libre
        Bot: Est-ce juste ? … 2 dates de 9 h à 11 h : jeudi 8 janvier et lundi 12 janvier
        """
    )


async def test_a_day_that_has_just_passed_is_not_next_year(talk: Talk) -> None:
    """It is said, and a year that is written is taken and shown to everybody."""
    await talk.goes(
        """
        Ada: /proposer Balade dimanche 4 janvier à 14h, place Jacquard
        Bot: C’est déjà passé : dimanche 4 janvier à 14 h … Est-ce un événement [Un événement]
        Ada: [Un événement]
        Bot: C’est déjà passé : dimanche 4 janvier à 14 h
        Ada: dimanche 3 janvier 2027 à 14h
        Bot: Est-ce juste ? … dimanche 3 janvier 2027 à 14 h
        Ada: [C’est juste, proposer]
        Bot: L’équipe va regarder … dimanche 3 janvier 2027 à 14 h
        Bot → #equipe: Ada Exemple propose … dimanche 3 janvier 2027 à 14 h
        """
    )


async def test_a_past_day_without_its_hour_is_past_all_the_same(talk: Talk) -> None:
    """Its hour is not asked."""
    await talk.goes(
        """
        Ada: /proposer Réunion publique le 2 janvier à la mairie, gratuit
        Bot: Est-ce un événement [Un événement]
        Ada: [Un événement]
        Bot: C’est déjà passé : vendredi 2 janvier 2026.
        """
    )


async def test_a_weekday_of_next_year_shows_its_year(talk: Talk) -> None:
    """The third of January is a Sunday in a year; in English too, with both hours."""
    await talk.goes(
        """
        Ada: /language English
        Ada: /propose Winter walk on Sunday 3 January from 2pm to 4pm at the town hall
        Bot: Is it right? … Sunday 3 January 2027 from 14:00 to 16:00
        """
    )


async def test_a_street_named_after_a_day_is_a_place(talk: Talk) -> None:
    """And a host named Marie stays Marie."""
    await talk.goes(
        """
        Ada: /proposer Loto samedi à 14h, 3 rue du 11 novembre, 4 €
        Bot: Est-ce juste ? … Loto … samedi 10 janvier à 14 h … 3 rue du 11 novembre … 4 €
        Ada: /annuler
        Bot: …
        Ada: Lecture par Marie samedi à 15h à la Roue Libre
        Bot: On dirait un événement … Lecture par Marie … samedi 10 janvier à 15 h … Roue Libre
        Ada: [Le lieu]
        Bot: Où
        Ada: chez Marie, au 12 rue de la République
        Bot: Lecture par Marie … chez Marie, au 12 rue de la République
        """
    )
