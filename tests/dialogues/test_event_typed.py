"""Announcements typed in haste: what cannot be is named at once, what is private stays so, and a
poster is kept whatever stands under it.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.dialogues.test_event_proposals import JPEG, photo
from tests.talk import TEAM, Talk

pytestmark = pytest.mark.parametrize("talk", ["telegram"], indirect=True)

PDF = b"%PDF-1.4 imagined"


async def test_a_wrong_weekday_is_answered_with_both_days(talk: Talk) -> None:
    """One tap says which; the title keeps nothing of it."""
    await talk.goes(
        """
        Ada: /proposer Bal des exemples lundi 17 janvier à 20h, Place du Modèle
        Bot: Le 17 janvier 2026 est un samedi, pas un lundi. Lequel ?
        Ada: [lundi 19 janvier à 20 h]
        Bot: Est-ce juste ? … Bal des exemples … lundi 19 janvier à 20 h … Place du Modèle
        """
    )


async def test_a_wrong_weekday_is_named_in_english(talk: Talk) -> None:
    """In the words of the reader."""
    await talk.goes(
        """
        Ada: /language English
        Ada: /propose Bike workshop Monday 17 January at 8pm at Model House
        Bot: 17 January 2026 is a Saturday, not a Monday. Which one? [Saturday 17 January at 20:00]
        Ada: [Saturday 17 January at 20:00]
        Bot: Is it right? … Bike workshop … Saturday 17 January at 20:00
        """
    )


async def test_midnight_asks_which_night(talk: Talk) -> None:
    """A day ends with it, or begins."""
    await talk.goes(
        """
        Ada: /proposer Bal des exemples le 17 janvier à minuit, Place du Modèle
        Bot: À minuit, quelle nuit ? [Nuit du 17 au 18] [Nuit du 16 au 17]
        Ada: [Nuit du 17 au 18]
        Bot: Est-ce juste ? … dimanche 18 janvier à 0 h
        """
    )


async def test_a_day_that_was_said_is_kept_while_its_hour_is_asked(talk: Talk) -> None:
    """However the words come, one by one."""
    await talk.goes(
        """
        Ada: /proposer Bal des exemples
        Ada: [Un événement]
        Bot: Quel jour, à quelle heure
        Ada: samdi
        Bot: C’est noté pour samedi 10 janvier 2026. À quelle heure
        Ada: le matin
        Bot: C’est noté pour samedi 10 janvier 2026. À quelle heure
        Ada: 25h
        Bot: Cette heure n’existe pas
        Ada: 10h
        Bot: Où cela se passe-t-il
        Ada: Place du Modèle
        Bot: L’équipe va regarder … samedi 10 janvier à 10 h
        """
    )


async def test_a_private_address_is_published_only_if_its_writer_says_so(talk: Talk) -> None:
    """The card warns; without a word nobody else reads it."""
    text = "Atelier couture samdi 17 à 14h à la Roue Libre, inscription ada@exemple.org 0612345678"
    await talk.goes(
        f"""
        Ada: {text}
        Bot: Est-ce juste ? … Roue Libre … Je ne publie pas ce contact sans votre accord : ada@
        Ada: [C’est juste, proposer]
        Bot: L’équipe va regarder
        """
    )
    assert "exemple.org" not in talk.last(TEAM)["text"] + str(await talk.dump("events"))
    await talk.goes(
        f"""
        Ada: {text.replace("couture", "tricot")}
        Ada: [Publier ce contact]
        Bot: Est-ce juste ? … Atelier tricot … ada@exemple.org, 0612345678
        Ada: [C’est juste, proposer]
        Bot → #equipe: Atelier tricot … ada@exemple.org
        """
    )


async def test_news_of_the_past_is_still_asked_about(talk: Talk) -> None:
    """It may be for the letter; what is wrong with the day is told first."""
    said = await talk.say("Ada", "/proposer Fête des exemples hier à 18h")
    assert "déjà passé" in said[-1]
    assert "Est-ce un événement" in said[-1]


async def test_what_is_named_as_news_or_a_podcast_is_not_asked_about(talk: Talk) -> None:
    """Its name leaves the text."""
    await talk.goes(
        """
        Ada: /proposer une nouvelle : la rivière est retrouvée
        Bot → #equipe: Ada Exemple propose une nouvelle … La rivière est retrouvée
        """
    )
    assert "nouvelle : la" not in talk.last(TEAM)["text"]


async def test_known_events_say_where_they_stand(talk: Talk) -> None:
    """One's own, another's that waits, and what is public."""
    whole = "/proposer Bal des exemples samedi 17 janvier à 20h, Place du Modèle"
    for who in ("Ada", "Ada", "Basile"):
        await talk.say(who, whole)
        await talk.press(who, "C’est juste, proposer")
    assert "Vous avez déjà proposé cet événement" in talk.last("@ada")["text"]
    assert talk.last("@ada")["choices"] == ["Voir ma proposition"]
    assert "Quelqu’un l’a déjà proposé" in talk.last("@basile")["text"]
    await talk.press("Driss", "Approuver", chat=TEAM)
    await talk.say("Basile", whole)
    await talk.press("Basile", "C’est juste, proposer")
    assert "déjà à l’agenda" in talk.last("@basile")["text"]


@pytest.mark.parametrize(
    "caption",
    [
        "Grande bourse au vélo le 17 janvier 14h",
        "/proposer Grande bourse au vélo le 17 janvier 14h",
        "/proposer Grande bourse au vélo",
    ],
)
async def test_a_poster_is_kept_whatever_its_caption_lacks(
    talk: Talk, tmp_path: Path, caption: str
) -> None:
    """What it lacks is asked; the picture reaches the team."""
    await talk.do(photo(talk, tmp_path, caption=caption))
    if "14h" not in caption:
        await talk.say("Ada", "17 janvier 14h")
    await talk.say("Ada", "Place du Modèle")
    assert "Avec votre image" in talk.last("@ada")["text"]
    await talk.press("Ada", "C’est juste, proposer")
    assert JPEG in talk.received(TEAM)


async def test_a_poster_answers_what_is_proposed(talk: Talk, tmp_path: Path) -> None:
    """With words or without."""
    await talk.say("Ada", "/proposer")
    await talk.do(photo(talk, tmp_path, caption="Bal samedi 17 janvier 20h Place du Modèle"))
    assert "Est-ce juste" in talk.last("@ada")["text"]
    assert "Avec votre image" in talk.last("@ada")["text"]
    await talk.say("Ada", "/annuler")
    await talk.say("Ada", "/proposer")
    await talk.do(photo(talk, tmp_path))
    assert "Quel est le titre" in talk.last("@ada")["text"]


async def test_a_picture_with_the_bare_command_may_be_a_poster(talk: Talk, tmp_path: Path) -> None:
    """So may one whose words are heard as something else."""
    for caption in ("/proposer", "La rivière, vue du pont"):
        await talk.do(photo(talk, tmp_path, caption=caption))
        await talk.press("Ada", "C’est une affiche")
        assert "Que" in talk.last("@ada")["text"]
        await talk.say("Ada", "/annuler")


async def test_a_poster_in_pages_is_refused_with_what_to_do(talk: Talk, tmp_path: Path) -> None:
    """The event is offered all the same; a screenshot then goes with the card."""
    caption = "Bal samedi 17 janvier à 20h, Place du Modèle"
    pages = photo(talk, tmp_path, PDF) | {"kind": "document", "name": "affiche.pdf"}
    for command in ("", "/proposer "):
        await talk.do({**pages, "caption": command + caption})
        told = talk.last("@ada")["text"]
        assert "capture d’écran" in told
        assert "Est-ce juste" in told
        await talk.do(photo(talk, tmp_path))
        assert "Avec votre image" in talk.last("@ada")["text"]
        await talk.say("Ada", "/annuler")
    await talk.do(pages)
    assert "capture d’écran" in talk.last("@ada")["text"]
