"""A card is corrected in words, and the bot hears the answers to its own questions."""

from __future__ import annotations

import pytest

from tests.talk import TEAM, Talk

pytestmark = pytest.mark.parametrize("talk", ["telegram"], indirect=True)


async def test_words_under_a_card_change_the_part_they_plainly_say(talk: Talk) -> None:
    """As if the part had been pressed and typed; what was proposed is what stands there."""
    await talk.goes(
        """
        Ada: /proposer Atelier samedi à 20h30 à la Roue Libre
        Bot: Est-ce juste ? … samedi 10 janvier à 20 h 30 … La Roue Libre
        Ada: non, à 19h
        Bot: Est-ce juste ? … samedi 10 janvier à 19 h … La Roue Libre
        Ada: c'est dimanche
        Bot: Est-ce juste ? … dimanche 11 janvier à 19 h … La Roue Libre
        Ada: gratuit finalement
        Bot: Est-ce juste ? … dimanche 11 janvier à 19 h … La Roue Libre … gratuit
        Ada: plutôt à la MJC
        Bot: Est-ce juste ? … dimanche 11 janvier à 19 h … MJC … gratuit
        Ada: rappelle-moi demain
        Bot: Choisissez l’une des réponses proposées … MJC
        Ada: 1
        Bot: L’équipe va regarder
        """
    )
    told = talk.last(TEAM)["text"]
    assert all(words in told for words in ("dimanche 11 janvier à 19", "MJC", "gratuit"))


async def test_words_under_a_card_change_it_in_english(talk: Talk) -> None:
    """In the words of the reader."""
    await talk.goes(
        """
        Ada: /language English
        Ada: /propose Bike workshop Saturday 10 January at 8pm at Model House
        Ada: actually it's at 7pm
        Bot: Is it right? … Saturday 10 January at 19:00
        Ada: free in the end
        Bot: Is it right? … Saturday 10 January at 19:00 … free
        """
    )


async def test_a_card_that_words_changed_is_confirmed_on_its_new_drawing_only(talk: Talk) -> None:
    """The old one would propose what is wrong."""
    await talk.say("Ada", "/proposer Atelier samedi à 20h30 à la Roue Libre")
    old = str(talk.last("@ada")["id"])
    await talk.say("Ada", "non, à 19h")
    said = await talk.press("Ada", "C’est juste, proposer", message=old)
    assert "plus valable" in said[-1]
    assert await talk.dump("events") == []
    await talk.press("Ada", "C’est juste, proposer")
    assert "à 19" in talk.last(TEAM)["text"]


async def test_a_doubtful_day_said_under_a_card_is_asked(talk: Talk) -> None:
    """With what may be meant, at the hour that stands."""
    await talk.goes(
        """
        Ada: /proposer Atelier samedi 24 janvier à 20h à la Roue Libre
        Ada: c'est dimanche
        Bot: Quel jour est-ce ? [dimanche 11 janvier à 20 h] [dimanche 25 janvier à 20 h]
        Ada: le 25
        Bot: Est-ce juste ? … dimanche 25 janvier à 20 h
        Ada: en fait vendredi 13 février
        Bot: Est-ce juste ? … vendredi 13 février à 20 h
        Ada: non, mardi 12 février
        Bot: Le 12 février 2026 est un jeudi, pas un mardi. Lequel ?
        Ada: jeudi
        Bot: Est-ce juste ? … jeudi 12 février à 20 h
        Ada: c'est hier
        Bot: C’est déjà passé
        Ada: vendredi 13 février
        Bot: Est-ce juste ? … vendredi 13 février à 20 h
        """
    )


async def test_an_hour_or_a_day_alone_keeps_the_other_of_the_card(talk: Talk) -> None:
    """The question is not put in circles; words around a price and a place are not kept."""
    await talk.goes(
        """
        Ada: /proposer Atelier samedi à 20h30 à la Roue Libre
        Ada: [Le jour ou l’heure]
        Ada: plutôt 19h
        Bot: Est-ce juste ? … samedi 10 janvier à 19 h
        Ada: [Le jour ou l’heure]
        Ada: dimanche matin
        Bot: C’est noté pour dimanche 11 janvier 2026. À quelle heure
        Ada: 10h
        Bot: Est-ce juste ? … dimanche 11 janvier à 10 h
        Ada: [Le prix]
        Ada: gratuit finalement
        Bot: Est-ce juste ? … gratuit
        Ada: [Le lieu]
        Ada: non, à la MJC de Beaulieu
        Bot: Est-ce juste ? … MJC de Beaulieu … gratuit
        """
    )
    text = talk.last("@ada")["text"]
    assert "finalement" not in text
    assert "à la MJC" not in text


@pytest.mark.parametrize(
    ("answer", "then"),
    [
        ("mardi", "mardi 13 janvier à 20"),
        ("vendredi", "vendredi 16 janvier à 20"),
        ("le 13", "mardi 13 janvier à 20"),
        ("16", "vendredi 16 janvier à 20"),
        ("plutôt vendredi à 21h", "vendredi 16 janvier à 21"),
    ],
)
async def test_words_that_fit_one_of_the_days_offered_choose_it(
    talk: Talk, answer: str, then: str
) -> None:
    """No third date, and the hour stands."""
    asked = await talk.say("Ada", "/proposer Ciné-débat vendredi 13 janvier à 20h au Méliès")
    assert "Lequel" in asked[-1]
    said = " ".join((await talk.say("Ada", answer))[-1].split())
    assert "Est-ce juste" in said
    assert then in said


async def test_a_day_that_was_offered_without_an_hour_is_kept_while_it_is_asked(
    talk: Talk,
) -> None:
    """Its weekday alone names it too."""
    await talk.goes(
        """
        Ada: /proposer Ciné-débat vendredi 13 janvier au Méliès
        Bot: Le 13 janvier 2026 est un mardi, pas un vendredi. Lequel ?
        Ada: vendredi
        Bot: C’est noté pour vendredi 16 janvier 2026. À quelle heure
        Ada: 20h
        Bot: Est-ce juste ? … vendredi 16 janvier à 20 h … Le Méliès
        """
    )


@pytest.mark.parametrize("answer", ["le 15 janvier à 18h", "le 15 janvier", "jeudi 15"])
async def test_a_date_typed_after_one_that_is_over_is_heard(talk: Talk, answer: str) -> None:
    """With the title, the place, and the hour where no other is said."""
    await talk.goes(
        f"""
        Ada: /proposer Réunion le 15 décembre 2025 à 18h à la mairie
        Bot: C’est déjà passé … Est-ce un événement
        Ada: {answer}
        Bot: Est-ce juste ? … Réunion … jeudi 15 janvier à 18 h … Mairie
        """
    )


async def test_what_is_over_may_still_be_news(talk: Talk) -> None:
    """Then no day is asked any more."""
    await talk.goes(
        """
        Ada: /proposer Réunion le 15 décembre 2025 à 18h à la mairie
        Ada: une nouvelle
        Bot: relire cette nouvelle
        Bot → #equipe: Ada Exemple propose une nouvelle … Réunion le 15 décembre
        Ada: bonjour
        Bot: Bonjour
        """
    )
    assert await talk.dump("events") == []
