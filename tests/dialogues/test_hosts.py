"""Get-togethers that an ally hosts: offered, approved, come to, and what comes of it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from domain.places import Level, Place
from domain.profiles import Profile
from tests.talk import PEOPLE, Talk

LOIRE = Place("42095", "Firminy", Level.COMMUNE, None, "42", "84", 45.39, 4.29)
BREST = Place("29019", "Brest", Level.COMMUNE, None, "29", "53", 48.39, -4.49)

OFFERED = """
    Ada: /accueillir 20 janvier à 18h30
    Bot: Où cela se passe-t-il
    Ada: Firminy, café de la gare
    Bot: Combien de personnes
    Ada: 2
    Bot: Que faut-il savoir pour venir [Rien de plus]
    Ada: sonner deux fois
    Bot: mardi 20 janvier à 18 h 30, Firminy, café de la gare — avec Ada Exemple … 2 places, et pour les personnes inscrites : « sonner deux fois » … votre nom sera montré aux allié·es [Envoyer à l’équipe] [Annuler]
    Ada: [Envoyer à l’équipe]
    Bot: L’équipe regarde
    Bot → #equipe: Une rencontre à accueillir … mardi 20 janvier … 2 places [Approuver] [Refuser]
"""  # noqa: E501
APPROVED = f"""
    {OFFERED}
    Driss #equipe: [Approuver]
    Bot: C’est fait
    Bot → Ada: c’est à l’agenda … mardi 20 janvier
"""


async def _to(talk: Talk, moment: str) -> None:
    await talk.do({"do": "clock", "to": moment})


async def _lives(talk: Talk, who: str, place: Place) -> None:
    async with talk.stage.app.database.begin(talk.stage.fabrique.id) as store:
        person = await store.people.known(talk.stage.platform, PEOPLE[who][0])
        assert person is not None
        profile = replace(Profile(person.id), place=place)
        await store.profiles.save(profile, now=talk.stage.clock.now())


def _heard(talk: Talk, who: str) -> str:
    account = PEOPLE[who][0]
    said = [one for one in talk.events if one.get("chat") == account and "text" in one]
    return " ".join(" ".join(one["text"].split()) for one in said)


async def test_an_ally_hosts_and_others_come(talk: Talk) -> None:
    """What only guests need is told to guests alone; the agenda shows day and place."""
    await talk.goes(APPROVED)
    await talk.goes(
        """
        Basile: /rencontres
        Bot: Accueillies par des allié·es … mardi 20 janvier à 18 h 30, Firminy, café de la gare — avec Ada Exemple
        Basile: [Je viens mardi 20 janvier]
        Bot: Vous êtes inscrit·e … Votre hôte connaît votre nom … Pour venir : « sonner deux fois » [Je ne viens plus]
        Bot → Ada: Basile Fictif vient à votre rencontre. Reste une place
        Chloé: /agenda
        """  # noqa: E501
    )
    assert "sonner" not in _heard(talk, "Chloé")
    await _to(talk, "2026-01-15T10:00:00+01:00")
    await talk.goes(
        """
        Chloé: /agenda
        Bot: Mardi 20 janvier … 18 h 30 · Rencontre d’allié·es … Firminy
        """
    )
    await _to(talk, "2026-01-19T09:30:00+01:00")
    assert "C’est demain" in _heard(talk, "Basile")
    assert "Une personne vient : Basile Fictif" in _heard(talk, "Ada")
    await _to(talk, "2026-01-21T10:00:00+01:00")
    await talk.goes(
        """
        Ada: [Elle a eu lieu]
        Bot: Merci d’avoir ouvert la porte … Envie qu’on vous retrouve [Voir mon profil]
        Bot → Basile: Étiez-vous à la rencontre [J’y étais] [Je n’y étais pas]
        Basile: [J’y étais]
        Bot: Merci … Envie qu’on vous retrouve [Voir mon profil]
        """
    )
    async with talk.stage.app.database.begin(talk.stage.fabrique.id) as store:
        ada = await store.people.known(talk.stage.platform, "@ada")
        basile = await store.people.known(talk.stage.platform, "@basile")
        assert ada is not None
        assert basile is not None
        assert [one.value for one in await store.profiles.circles(ada.id)] == ["producing"]
        assert [one.value for one in await store.profiles.circles(basile.id)] == ["contributing"]


async def test_an_ally_hosts_in_english(talk: Talk) -> None:
    """From the offer to the approval."""
    await talk.goes(
        """
        Ada: /language English
        Ada: /host 20 January at 6:30pm
        Bot: Where is it
        Ada: Firminy
        Bot: How many people can come
        Ada: 5
        Bot: What does one need to know [Nothing more]
        Ada: [Nothing more]
        Bot: To check … Firminy — with Ada Exemple … 5 seats
        Ada: [Send to the team]
        Bot: The team looks at it
        Driss #equipe: [Approuver]
        Bot → Ada: it is in the agenda
        """
    )


async def test_the_last_seat_is_taken_once(talk: Talk) -> None:
    """Then it is full, until somebody comes no more; the host needs no seat."""
    await talk.goes(APPROVED)
    await talk.goes(
        """
        Basile: /rencontres
        Basile: [Je viens mardi 20 janvier]
        Chloé: /rencontres
        Chloé: [Je viens mardi 20 janvier]
        Bot → Ada: Chloé Modèle vient à votre rencontre. C’est complet
        Driss: /rencontres
        Driss: [Je viens mardi 20 janvier]
        Bot: C’est complet
        Basile: [Je ne viens plus]
        Bot: votre place est libre
        Bot → Ada: Basile Fictif ne vient plus
        Driss: /rencontres
        Driss: [Je viens mardi 20 janvier]
        Bot: Vous êtes inscrit·e
        """
    )


async def test_a_host_who_cannot_calls_it_off(talk: Talk) -> None:
    """Those who would come are told, and the agenda says so."""
    await talk.goes(APPROVED)
    await talk.say("Basile", "/rencontres")
    listed = talk.last(PEOPLE["Basile"][0])["id"]
    await talk.goes(
        """
        Basile: [Je viens mardi 20 janvier]
        Ada: /rencontres
        Ada: [Annuler mardi 20 janvier]
        Bot: C’est annulé
        Bot → Basile: Cette rencontre n’aura pas lieu
        Bot → #equipe: Cette rencontre n’aura pas lieu
        """
    )
    again = await talk.press("Basile", "Je viens mardi 20 janvier", message=listed)
    assert "plus valable" in " ".join(again)
    await talk.say("Basile", "/rencontres")
    assert _heard(talk, "Basile").count("Accueillies par") == 1
    await _to(talk, "2026-01-22T10:00:00+01:00")
    assert "a-t-elle eu lieu" not in _heard(talk, "Ada")


async def test_the_team_may_refuse(talk: Talk) -> None:
    """Its host is told, and nobody else ever knew."""
    await talk.goes(OFFERED)
    await talk.goes(
        """
        Driss #equipe: /file
        Bot → #equipe: Une rencontre à accueillir [Approuver] [Refuser]
        Driss #equipe: /rencontres
        Bot: Rencontres à deux ou trois
        Bot → #equipe: Une rencontre à accueillir [Approuver] [Refuser]
        Driss #equipe: [Refuser]
        Bot → Ada: L’équipe ne retient pas cette rencontre
        """
    )
    await talk.say("Basile", "/rencontres")
    assert "Firminy" not in _heard(talk, "Basile")


async def test_those_near_by_who_like_to_meet_are_told(talk: Talk) -> None:
    """Not those far away, nor those who would rather meet at a distance, nor the host."""
    for who, how in (("Ada", "oui"), ("Basile", "oui"), ("Chloé", "oui"), ("Driss", "à distance")):
        await talk.say(who, f"/rencontres {how}")
    for who, place in (("Ada", LOIRE), ("Basile", LOIRE), ("Chloé", BREST), ("Driss", LOIRE)):
        await _lives(talk, who, place)
    await talk.goes(APPROVED)
    await _to(talk, "2026-01-06T10:00:00+01:00")
    told = [who for who in PEOPLE if "Une rencontre près de chez vous" in _heard(talk, who)]
    assert told == ["Basile"]


async def test_allies_are_called_to_host_ten_times_a_year(talk: Talk) -> None:
    """On the third Thursday for the month after, but for July and August, until somebody offers."""
    await talk.say("Basile", "/rencontres oui")
    await _to(talk, "2026-12-31T10:00:00+01:00")
    assert _heard(talk, "Basile").count("Qui accueille une rencontre en") == 10
    assert "Qui accueille une rencontre en juillet" not in _heard(talk, "Basile")


async def test_nobody_is_called_where_somebody_offered(talk: Talk) -> None:
    """A February that has a host needs no call; a restart calls nobody again."""
    await talk.say("Basile", "/rencontres oui")
    await talk.goes(OFFERED.replace("20 janvier", "10 février"))
    await _to(talk, "2026-02-15T10:00:00+01:00")
    assert "Qui accueille" not in _heard(talk, "Basile")
    await _to(talk, "2026-02-19T10:00:00+01:00")
    await talk.restart()
    await _to(talk, "2026-02-20T10:00:00+01:00")
    assert _heard(talk, "Basile").count("Qui accueille une rencontre en mars") == 1


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("/accueillir hier à 18h", "déjà passé"),
        ("/accueillir bientôt", "pas compris le jour"),
        ("/accueillir 20 janvier", "À quelle heure"),
    ],
)
async def test_a_day_that_cannot_be_is_asked_again(talk: Talk, typed: str, answer: str) -> None:
    """Past, unread, or without an hour."""
    assert answer in " ".join(await talk.say("Ada", typed))


async def test_places_and_numbers_are_checked(talk: Talk) -> None:
    """An emoji is no place, and a thousand people fit in no room."""
    await talk.goes(
        """
        Ada: /accueillir 20 janvier à 18h30
        Ada: 🎉
        Bot: Un lieu en quelques mots
        Ada: Firminy
        Ada: mille
        Bot: Un nombre de 2 à 60
        Ada: 5000
        Bot: Un nombre de 2 à 60
        """
    )


async def test_those_near_the_town_are_told_wherever_its_host_lives(talk: Talk) -> None:
    """Words that name no town leave it at where the host lives."""
    for who, place in (("Ada", BREST), ("Basile", LOIRE), ("Chloé", BREST)):
        await talk.say(who, "/rencontres oui")
        await _lives(talk, who, place)
    await talk.goes(APPROVED)
    await _to(talk, "2026-01-06T10:00:00+01:00")
    told = [who for who in PEOPLE if "Une rencontre près de chez vous" in _heard(talk, who)]
    assert told == ["Basile"]
    await talk.goes(
        APPROVED.replace("Firminy, café", "chez nous, café").replace("20 jan", "27 jan")
    )
    await _to(talk, "2026-01-07T10:00:00+01:00")
    told = [who for who in PEOPLE if "Une rencontre près de chez vous" in _heard(talk, who)]
    assert told == ["Basile", "Chloé"]


async def test_one_comes_from_the_agenda_or_by_plain_words(talk: Talk) -> None:
    """In private by a tap; a group reads how."""
    await talk.goes(
        """
        Basile: je viens
        Bot: Où cela ? Je ne vois pas de rencontre
        """
    )
    await talk.goes(APPROVED)
    await _to(talk, "2026-01-15T10:00:00+01:00")
    await talk.do({"do": "rank", "chat": "#quartier", "from": "@chloe", "as": "admin"})
    await talk.goes(
        """
        Chloé #quartier: /agenda
        Bot: Rencontre d’allié·es … Firminy, café de la gare … Pour venir … écrivez-moi en privé
        Basile: /agenda
        Bot: Rencontre d’allié·es … Firminy, café de la gare [Je viens mardi 20 janvier]
        Basile: je viens
        Bot: Vous êtes inscrit·e [Je ne viens plus]
        Bot → Ada: Basile Fictif vient
        Chloé: I’m coming!
        Bot: Vous êtes inscrit·e
        """
    )
