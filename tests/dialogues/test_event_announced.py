"""Announcements that name no kind of event reach the agenda, and nothing else does."""

from __future__ import annotations

import pytest

from tests.talk import TEAM, Talk

pytestmark = pytest.mark.parametrize("talk", ["telegram"], indirect=True)


async def test_a_day_an_hour_and_a_place_are_offered_as_an_event(talk: Talk) -> None:
    """The team is asked nothing before its writer says that it is one."""
    await talk.goes(
        """
        Ada: Réparons nos vélos ensemble samedi 10 janvier 18h30 à la Roue Libre
        Bot: On dirait un événement … Réparons nos vélos ensemble … Roue Libre [C’est juste
        Ada: [Annuler]
        Ada: Nettoyage du Furan samedi 24/01 9h-12h RDV parking du Rond-Point, gants fournis
        Bot: On dirait un événement … Nettoyage du Furan … de 9 h à 12 h … Parking du Rond-Point
        Ada: [Annuler]
        Ada: Visio : rénover sa copropriété, jeudi 15 à 18h, en ligne https://exemple.org/copro
        Bot: On dirait un événement … Visio : rénover sa copropriété … En ligne [C’est juste
        Ada: [C’est juste, proposer]
        Bot → #equipe: Visio : rénover sa copropriété … En ligne [Approuver]
        """
    )


async def test_the_hour_that_is_missing_is_asked_and_read_alone(talk: Talk) -> None:
    """A plain sentence, and the same words after the command."""
    await talk.goes(
        """
        Ada: Repair café dimanche 11 à Bellevue, gratuit
        Bot: On dirait un événement … dimanche 11 janvier 2026. À quelle heure
        Ada: 14h
        Bot: Est-ce juste ? … Repair café … dimanche 11 janvier à 14 h … Bellevue … gratuit
        Ada: [Annuler]
        Ada: /proposer Repair café dimanche 11 à Bellevue, gratuit
        Ada: [Un événement]
        Bot: À quelle heure
        Ada: 14h
        Bot: Est-ce juste ? … Repair café … dimanche 11 janvier à 14 h … Bellevue … gratuit
        """
    )


async def test_in_english(talk: Talk) -> None:
    """As in French."""
    await talk.goes(
        """
        Ada: /language English
        Ada: Let's fix our bikes together Saturday 10 January 6:30pm at Model House
        Bot: This looks like an event … Let’s fix our bikes together … Model House
        Ada: [Cancel]
        Ada: Repair café Sunday 11 at Model House, free
        Bot: This looks like an event … At what time
        Ada: 2pm
        Bot: Is it right? … Repair café … Sunday 11 January at 14:00 … free
        """
    )


async def test_questions_and_needs_keep_their_way(talk: Talk) -> None:
    """A day, an hour and a place alone announce nothing."""
    for words in (
        "Je cherche quelqu’un samedi 10 à 14h à Bellevue pour porter un meuble",
        "qui vient samedi à 18h ?",
        "Rendez-vous samedi 10 à 14h à la gare",
    ):
        said = await talk.say("Ada", words)
        assert not any("On dirait un événement" in one for one in said)
        await talk.say("Ada", "/annuler")
    assert "propose un événement" not in str(talk.last(TEAM))
