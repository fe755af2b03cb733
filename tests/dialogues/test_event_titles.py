"""Titles that name a day: the day is asked once, and the title keeps its words."""

from __future__ import annotations

import pytest

from tests.talk import Talk

pytestmark = pytest.mark.parametrize("talk", ["telegram"], indirect=True)


async def test_a_quoted_title_names_no_day(talk: Talk) -> None:
    """In one message, in French and in English."""
    await talk.goes(
        """
        Ada: Ciné-débat « Demain » vendredi 16 janvier à 20h à la Maison Modèle
        Bot: Est-ce juste ? … Ciné-débat « Demain » … vendredi 16 janvier à 20 h … Maison Modèle
        Ada: [Annuler]
        Ada: /language English
        Ada: Film screening "Tomorrow" on Friday 16 January at 8pm at Model House
        Bot: Is it right? … Film screening "Tomorrow" … Friday 16 January at 20:00 … Model House
        """
    )


async def test_the_day_that_is_answered_keeps_the_hour_and_the_title(talk: Talk) -> None:
    """Two days were read, one is meant: what was said besides stays said."""
    await talk.goes(
        """
        Ada: cinéma : le film demain, vendredi 16 janvier à 20h à la Maison Modèle, 5 €
        Bot: Je lis plusieurs jours
        Ada: vendredi 16 janvier
        Bot: Est-ce juste ? … Cinéma : le film demain … vendredi 16 janvier à 20 h … 5 €
        """
    )


async def test_another_hour_in_the_answer_is_the_hour(talk: Talk) -> None:
    """What was said last counts."""
    await talk.goes(
        """
        Ada: /proposer Fête samedi ou dimanche 11 janvier à 14h à la Maison Modèle
        Bot: Je lis plusieurs jours
        Ada: dimanche 11 à 15h
        Bot: Est-ce juste ? … Fête … dimanche 11 janvier à 15 h
        """
    )


async def test_a_place_in_the_title_and_a_price_with_conditions(talk: Talk) -> None:
    """What the writer says of both is told whole, and no idiom is taken for a place."""
    await talk.goes(
        """
        Ada: /proposer Concert de soutien à l’épicerie, samedi à 20h, Roue Fictive, 5 € adultes
        Bot: Est-ce juste ? … Concert de soutien à l’épicerie … Roue Fictive … 5 € adultes
        Ada: [Annuler]
        Ada: /proposer Bal samedi à 20h, salle des fêtes de Planfoy, 3 € au profit des Exemples
        Bot: Est-ce juste ? … Salle des fêtes de Planfoy … 3 € au profit des Exemples
        Ada: [Annuler]
        Ada: /proposer Bal samedi à 20h, salle des fêtes, 12 € (8 € réduit), gratuit - de 12 ans
        Bot: Est-ce juste ? … 12 € (8 € réduit), gratuit - de 12 ans
        Ada: [Annuler]
        Ada: /language English
        Ada: /propose Ball Saturday at 8pm, village hall, €15 (€10 members), free for under-12s
        Bot: Is it right? … Village hall … €15 (€10 members), free for under-12s
        """
    )
