"""Calls for interest: written by the team, told to those who can, answered, taken back, closed."""

from __future__ import annotations

from datetime import date

import pytest

from domain.profiles import Profile
from tests.talk import TEAM, Talk

ONE = (
    "/appel Animer trois ateliers : préparer et animer, à Saint-Étienne, "
    "compétence animation d’ateliers, 2 places, avant le 15 mars"
)


async def opened(talk: Talk, line: str = ONE) -> None:
    """The team writes a call and opens it."""
    await talk.say("Driss", line, chat=TEAM)
    await talk.press("Driss", "Ouvrir", chat=TEAM)


async def test_one_message_writes_a_call_that_is_told_to_those_who_can(talk: Talk) -> None:
    """With its criteria, who decides and until when; one tap and a few words answer it."""
    await talk.goes(
        """
        Basile: /offrir animation d’ateliers
        Chloé: /offrir réparation de vélos
        Driss #equipe: /appel Animer trois ateliers : préparer et animer, à Saint-Étienne, compétence animation d’ateliers, 2 places, avant le 15 mars
        Bot: Appel à vérifier … Animer trois ateliers préparer et animer Territoire : Saint-Étienne 2 places Réponses jusqu’au dimanche 15 mars … Critères : engagement dans l’alliance, compétence et capacité à partager … Une personne qui offre [Ouvrir] [Modifier] [Abandonner]
        Driss #equipe: [Ouvrir]
        Bot: Animer trois ateliers … Ouvert. Une personne va être prévenue en privé. Pas de réponse. [Clore maintenant] [Mettre dans l’agenda]
        Bot → #equipe: Ouvert. Une personne a été prévenue en privé. Pas de réponse.
        Bot → Basile: Animer trois ateliers … L’équipe choisit, selon ces critères : engagement … parce que vous offrez cette compétence [Je suis partant·e] [Pas cette fois] [Ne plus recevoir d’appels]
        Basile: [Je suis partant·e]
        Bot: Qu’est-ce qui vous donne envie … L’équipe lira aussi … Offre : « animation d’ateliers » [Rien à ajouter]
        Basile: J’ai animé dix ateliers à Firminy.
        Bot: vous êtes partant·e pour « Animer trois ateliers » [Retirer ma réponse]
        Bot → #equipe: Une personne a été prévenue en privé. Une réponse. [Réponses] [En CSV]
        """  # noqa: E501
    )
    assert not any("Animer trois" in text for text in await talk.say("Chloé", "bonjour"))


async def test_step_by_step_each_thing_is_asked_and_may_be_changed(talk: Talk) -> None:
    """What is wrong is said, and asked again."""
    await talk.goes(
        """
        Driss #equipe: /appel
        Bot: Quel titre pour cet appel
        Driss #equipe: Tenir la buvette
        Bot: De quoi s’agit-il
        Driss #equipe: Une soirée, à plusieurs.
        Bot: Jusqu’à quel jour
        Driss #equipe: hier
        Bot: est déjà passé … Jusqu’à quel jour
        Driss #equipe: 15 mars
        Bot: Appel à vérifier … Tenir la buvette … Territoire : partout Une place
        """
    )
    if "Aucune en particulier" in talk.last(TEAM)["choices"]:
        await talk.press("Driss", "Aucune en particulier", chat=TEAM)
    await talk.goes(
        """
        Driss #equipe: [Modifier]
        Bot: Que faut-il changer [Titre] [Texte] [Compétence] [Territoire]
        Driss #equipe: [Critères]
        Bot: Tout le monde les lira
        Driss #equipe: la bonne humeur, être sur place
        Bot: Critères : la bonne humeur et être sur place
        Driss #equipe: [Modifier]
        Driss #equipe: [Places]
        Driss #equipe: zéro
        Bot: un nombre de places, de 1 à 50
        Driss #equipe: trois
        Bot: 3 places
        Driss #equipe: [Modifier]
        Driss #equipe: [Territoire]
        Driss #equipe: Firminy
        Bot: Territoire : Firminy
        Driss #equipe: [Modifier]
        Driss #equipe: [Compétence]
        Driss #equipe: animation d’ateliers
        Bot: Compétence : animer un atelier … personne n’offre encore « animer un atelier » [Ouvrir]
        """
    )


async def test_an_unclear_skill_is_settled_in_one_tap(talk: Talk) -> None:
    """Or said to be none in particular."""
    await talk.say(
        "Driss",
        "/appel Journal : écrire un communiqué pour les journaux, avant le 15 mars",
        chat=TEAM,
    )
    drawn = talk.last(TEAM)["choices"]
    assert "Aucune en particulier" in drawn
    await talk.press("Driss", str(drawn[0]), chat=TEAM)
    card = [one for one in talk.events if one.get("chat") == TEAM and "text" in one][-1]
    assert "Compétence : aucune" not in card["text"]
    assert card["choices"][0] == "Ouvrir"


async def test_nobody_competent_is_said_and_the_agenda_is_proposed(talk: Talk) -> None:
    """There it stands until it closes, also in a week without an event."""
    await talk.goes(
        """
        Driss #equipe: /appel Animer trois ateliers : préparer et animer, compétence animation d’ateliers, avant le 15 mars
        Bot: personne n’offre encore
        Driss #equipe: [Ouvrir]
        Bot: Personne n’offre encore « animer un atelier ». Voulez-vous le mettre sous l’agenda [Mettre dans l’agenda]
        Driss #equipe: [Mettre dans l’agenda]
        Bot: il sera sous l’agenda de la semaine
        """  # noqa: E501
    )
    await talk.do({"do": "rank", "chat": "#quartier", "from": "@ada", "as": "admin"})
    await talk.say("Ada", "/agenda", chat="#quartier")
    await talk.do({"do": "clock", "by": "P8D"})
    posted = [
        one["text"] for one in talk.events if one.get("chat") == "#quartier" and "text" in one
    ]
    assert any("Appels de l’équipe" in text and "Animer trois" in text for text in posted)


async def test_whoever_paused_or_wants_none_is_not_told(talk: Talk) -> None:
    """A call is no ask, and still an intrusion."""
    for who in ("Basile", "Chloé", "Ada"):
        await talk.say(who, "/offrir animation d’ateliers")
    await _says(talk, "Basile", paused_until=date(2026, 2, 1))
    await _says(talk, "Chloé", never_asked=True)
    await opened(talk)
    assert "Animer trois" not in str(talk.last("@basile")["text"])
    assert "Animer trois" not in str(talk.last("@chloe")["text"])
    await talk.goes(
        """
        Ada: [Ne plus recevoir d’appels]
        Bot: Je ne vous écrirai plus pour les appels [Recevoir à nouveau]
        """
    )
    await talk.do({"do": "clock", "by": "P10D"})
    await opened(talk, ONE.replace("trois", "quatre"))
    assert "quatre" not in str(talk.last("@ada")["text"])
    await talk.goes(
        """
        Ada: /appels
        Bot: Les appels ouverts … Animer trois ateliers … Animer quatre ateliers
        Ada: [Recevoir à nouveau]
        Bot: un appel par semaine au plus
        """
    )


async def test_a_second_call_waits_a_week_and_is_told_once(talk: Talk) -> None:
    """Also over a restart."""
    await talk.say("Basile", "/offrir animation d’ateliers")
    await opened(talk)
    await opened(talk, ONE.replace("trois", "quatre"))
    assert "trois" in talk.last("@basile")["text"]
    await talk.do({"do": "clock", "by": "P6D"})
    assert "trois" in talk.last("@basile")["text"]
    await talk.restart()
    await talk.do({"do": "clock", "by": "P2D"})
    assert "quatre" in talk.last("@basile")["text"]
    await talk.restart()
    await talk.do({"do": "clock", "by": "P20D"})
    told = [
        one for one in talk.events if one.get("chat") == "@basile" and one["event"] == "message"
    ]
    assert sum("parce que vous offrez" in one["text"] for one in told) == 2


async def test_anybody_may_answer_from_the_list_change_and_take_it_back(talk: Talk) -> None:
    """The new words take the place of the former."""
    await opened(talk)
    await talk.goes(
        """
        Ada: /appels
        Bot: Les appels ouverts … Animer trois … (jusqu’au dimanche 15 mars) [Animer trois ateliers]
        Ada: [Animer trois ateliers]
        Bot: L’équipe choisit, selon ces critères [Je suis partant·e]
        Ada: [Je suis partant·e]
        Ada: [Rien à ajouter]
        Bot: vous êtes partant·e
        Ada: /appels
        Ada: [Animer trois ateliers]
        Bot: Vous avez répondu à cet appel [Changer ma réponse] [Retirer ma réponse]
        Ada: [Changer ma réponse]
        Ada: Je connais le quartier.
        Bot: à la place de votre première réponse
        Bot → #equipe: Une réponse.
        Ada: [Retirer ma réponse]
        Bot: est retirée, avec ce que vous aviez écrit
        Bot → #equipe: Pas de réponse.
        """
    )


async def test_it_closes_on_its_day_once_and_answers_no_more(talk: Talk) -> None:
    """The team is told, and reminded to choose; not twice after a restart."""
    await talk.say("Basile", "/offrir animation d’ateliers")
    await opened(talk, ONE.replace("15 mars", "15 février"))
    card = talk.last("@basile")["id"]
    await talk.do({"do": "clock", "to": "2026-02-15T23:00:00+01:00"})
    await talk.tap("Basile", "Je suis partant·e", card)
    await talk.say("Basile", "De tout cœur.")
    await talk.do({"do": "clock", "to": "2026-02-16T08:00:00+01:00"})
    await talk.goes(
        """
        Ada: /appels
        Bot: Aucun appel n’est ouvert
        """
    )
    await talk.do({"do": "clock", "to": "2026-02-16T09:30:00+01:00"})
    await talk.restart()
    await talk.do({"do": "clock", "by": "PT1H"})
    assert len(_told(talk, "est clos")) == 1
    await talk.say("Driss", "/file", chat=TEAM)
    assert _told(talk, "Clos : à vous de choisir")
    said = await talk.tap("Basile", "Je suis partant·e", card)
    assert "Trop tard pour répondre" in said[0]
    await talk.do({"do": "clock", "by": "P8D"})
    await talk.do({"do": "clock", "by": "P60D"})
    assert len(_told(talk, "attend votre choix")) == 3


async def test_only_the_team_writes_closes_and_reads(talk: Talk) -> None:
    """Whoever is not of it is told what they can do."""
    await opened(talk)
    card = talk.last(TEAM)["id"]
    await talk.goes(
        """
        Ada: /appel Animer : un atelier, avant le 15 mars
        Bot: Les appels s’écrivent dans le salon de l’équipe
        Ada: /appel
        Bot: Les appels s’écrivent dans le salon de l’équipe
        """
    )
    await talk.do({"do": "rank", "chat": TEAM, "from": "@ada", "as": "gone"})
    said = await talk.press("Ada", "Clore maintenant", chat=TEAM, message=card)
    assert said
    assert "Ouvert" in await _drawn(talk, card)


async def test_an_insult_is_reported_and_not_kept(talk: Talk) -> None:
    """Neither in an answer nor in a title."""
    await opened(talk)
    await talk.goes(
        """
        Ada: /appels
        Ada: [Animer trois ateliers]
        Ada: [Je suis partant·e]
        Ada: bande de connards
        Bot: Je ne garde pas ces mots
        Ada: /appel financement bande de connards, avant le 15 mars
        Bot: Je ne garde pas ces mots
        Driss #equipe: /appel bande de connards : un atelier, avant le 15 mars
        Bot: Je ne garde pas ces mots
        Ada: /appels
        Bot: Animer trois ateliers
        """
    )


async def test_a_call_that_is_cancelled_tells_those_who_answered(talk: Talk) -> None:
    """After one more tap; it is in the list no more."""
    await opened(talk)
    await talk.goes(
        """
        Ada: /appels
        Ada: [Animer trois ateliers]
        Ada: [Je suis partant·e]
        Ada: [Rien à ajouter]
        Driss #equipe: /appel
        Driss #equipe: [Animer trois ateliers]
        Driss #equipe: [Annuler l’appel]
        Bot: Faut-il annuler [Oui, l’annuler]
        Driss #equipe: [Oui, l’annuler]
        Bot → Ada: est annulé par l’équipe
        Ada: /appels
        Bot: Aucun appel n’est ouvert
        """
    )


@pytest.mark.parametrize(
    ("line", "answer"),
    [
        ("/appel Récits : écrire, avant le 15 mars 2020", "est déjà passé"),
        ("/appel : , avant le 15 mars", "Quel titre"),
        ("/appel Récits : écrire, 99 places, avant le 15 mars", "de 1 à 50"),
        ("/appel Récits : écrire, 0 place, avant le 15 mars", "de 1 à 50"),
        ("/appel Récits : écrire, avant hier", "est déjà passé"),
        ("/appel Récits : écrire, avant le 15 mars 2031", "bien loin"),
    ],
)
async def test_what_cannot_stand_is_said(talk: Talk, line: str, answer: str) -> None:
    """Nothing of it is kept."""
    said = await talk.say("Driss", line, chat=TEAM)
    assert answer in " ".join(said)


async def test_a_skill_said_by_its_name_is_what_is_looked_for(talk: Talk) -> None:
    """Without the word “compétence”; what was written stays as it is."""
    await talk.say("Basile", "/offrir facilitation d’ateliers")
    await talk.goes(
        """
        Driss #equipe: /appel Trois ateliers sur l’eau : les animer avec les habitants, facilitation d’ateliers, à Firminy, 2 places, avant le 30 janvier
        Bot: les animer avec les habitants, facilitation d’ateliers Territoire : Firminy 2 places … Compétence : animer un atelier Une personne qui offre « animer un atelier » [Ouvrir] [Modifier] [Abandonner]
        """  # noqa: E501
    )


async def test_a_territory_is_kept_and_no_skill_is_asked_for(talk: Talk) -> None:
    """Whoever accompanies one is chosen by three criteria; a tap names those on the list, so that
    nearness counts.
    """
    await talk.goes(
        """
        Driss #equipe: /appel territoire Pilat : bâtir la stratégie avec les élus, avant le 20 janvier
        Bot: Accompagner un territoire : Pilat bâtir la stratégie avec les élus Territoire : Pilat Une place … Critères : une session sur les fondamentaux, compétence attestée par des fiches d’expérience et connaissance du territoire Compétence : aucune en particulier … l’un des territoires ci-dessous [Ouvrir] [Modifier] [Abandonner]
        """  # noqa: E501
    )
    listed = [one for one in talk.last(TEAM)["choices"] if "Monts du Pilat" in one]
    await talk.press("Driss", listed[0], chat=TEAM)
    await talk.goes(
        """
        Driss #equipe: [Ouvrir]
        Bot: Aucune compétence n’est demandée, donc je n’écris à personne en privé. Voulez-vous le mettre sous l’agenda [Mettre dans l’agenda]
        Bot → #equipe: Territoire : CC des Monts du Pilat
        Driss #equipe: /call territory Firminy: a year with the council, before 20 January
        Bot: Territoire : Firminy … Compétence : aucune [Ouvrir] [Modifier] [Abandonner]
        Driss #equipe: /appel territoire : accompagner pendant un an celles et ceux qui le voudront, avant le 20 janvier
        Bot: De quoi s’agit-il
        Driss #equipe: Un an, à notre rythme.
        Bot: Territoire : à préciser
        """  # noqa: E501
    )


async def test_plain_words_take_an_answer_back(talk: Talk) -> None:
    """Of several answers, one is chosen; of none, one is told how to go back on things."""
    await opened(talk)
    await talk.goes(
        """
        Ada: finalement non
        Bot: Pour revenir sur quelque chose
        Ada: /appels
        Ada: [Animer trois ateliers]
        Ada: [Je suis partant·e]
        Ada: [Rien à ajouter]
        Bot: vous êtes partant·e
        Bot → #equipe: Une réponse.
        Ada: finalement non
        Bot: « Animer trois ateliers » est retirée [Je suis partant·e]
        Bot → #equipe: Pas de réponse.
        Ada: [Je suis partant·e]
        Ada: [Rien à ajouter]
        """
    )
    await opened(talk, ONE.replace("trois", "quatre"))
    await talk.goes(
        """
        Ada: /appels
        Ada: [Animer quatre ateliers]
        Ada: [Je suis partant·e]
        Ada: [Rien à ajouter]
        Ada: merci
        Ada: je retire ma réponse
        Bot: Quelle réponse [Animer trois ateliers] [Animer quatre ateliers]
        Ada: [Animer trois ateliers]
        Bot: « Animer trois ateliers » est retirée
        Bot → #equipe: Animer trois ateliers … Pas de réponse.
        """
    )


async def test_a_call_in_english(talk: Talk) -> None:
    """The ally reads English, the team's chat French."""
    await talk.goes(
        """
        Basile: /language en
        Basile: /offer running workshops
        Driss #equipe: /call Run three workshops: prepare and run them, skill animation d’ateliers, 2 seats, before 15 March
        Bot: Appel à vérifier … Run three workshops … 2 places
        Driss #equipe: [Ouvrir]
        Bot → Basile: Run three workshops … Answers until Sunday 15 March … The team chooses, by these criteria: engagement in the alliance [I am interested] [Not this time] [No more calls for me]
        Basile: [I am interested]
        Bot: What draws you to it [Nothing to add]
        Basile: Ten workshops so far.
        Bot: Noted: you are interested
        Basile: /calls
        Bot: Open calls … Run three workshops (until Sunday 15 March)
        """  # noqa: E501
    )


def _told(talk: Talk, words: str) -> list[str]:
    """Messages of the team's chat that say something."""
    posted = [one for one in talk.events if one.get("chat") == TEAM and one["event"] == "message"]
    told = (" ".join(one["text"].split()) for one in posted)
    return [one for one in told if words in one]


async def _drawn(talk: Talk, message: str) -> str:
    """What a message says now."""
    shown = [one for one in talk.events if one.get("id") == message and "text" in one]
    return " ".join(shown[-1]["text"].split())


async def _says(talk: Talk, who: str, **changes: object) -> None:
    """Somebody's profile says something."""
    app = talk.stage.app
    account = {"Basile": "@basile", "Chloé": "@chloe"}[who]
    async with app.database.begin(talk.stage.fabrique.id) as store:
        person = await store.people.known(talk.stage.platform, account)
        assert person is not None
        profile = Profile(person.id, **changes)  # type: ignore[arg-type]
        await store.profiles.save(profile, now=talk.stage.clock.now())
