"""Needs: one message, one card, one tap; and what becomes of them when nobody is found."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from domain.needs import Need, NeedState
from tests.talk import TEAM, Talk

GROUP = "#entraide"

pytestmark = pytest.mark.parametrize("talk", ["telegram"], indirect=True)
"""One platform is enough here: `everywhere.txt` goes through a card on each."""


async def state_of(talk: Talk, number: int) -> NeedState | None:
    """Where a need stands; None when it is forgotten."""
    async with talk.stage.app.database.begin(talk.stage.fabrique.id) as store:
        found = await store.needs.need(number)
    return found.state if found else None


async def pass_by(talk: Talk, **time: int) -> list[dict[str, Any]]:
    """Time goes by; what it caused."""
    letters = {"days": ("P", "D"), "hours": ("PT", "H")}
    ((unit, count),) = time.items()
    before, after = letters[unit]
    return await talk.do({"do": "clock", "by": f"{before}{count}{after}"})


async def in_group(talk: Talk) -> None:
    """The bot is in a group, and Ada has written to it in private before."""
    joined: Mapping[str, Any] = {"do": "join", "chat": GROUP, "from": "@ada"}
    await talk.do(joined)
    await talk.say("Ada", "/debut")


async def test_one_message_tells_all_and_one_tap_finds(talk: Talk) -> None:
    """Where the subject is sure."""
    await talk.goes(
        """
        Basile: /offrir relecture
        Ada: /besoin quelqu’un pour relire un dossier LEADER avant le 12, à distance
        Bot: Voici ce que j’ai compris … Sujet … D’ici au lundi 12 janvier … À distance [Chercher]
        Ada: [Chercher]
        Bot: offre « relecture » (à distance … [Demander à l’allié·e n° 1]
        """
    )


async def test_the_whole_card_comes_back_with_its_subject(talk: Talk) -> None:
    """What was said of day and place stands there; whoever says which looks it over."""
    await talk.goes(
        """
        Ada: /besoin une animation jeudi a st etienne
        Bot: Voici ce que j’ai compris … jeudi 8 janvier … Lieu : Saint-Étienne … De quoi s’agit-il [faciliter une réunion]
        Ada: [faciliter une réunion]
        Bot: Sujet : faciliter une réunion … jeudi 8 janvier … Lieu : Saint-Étienne [Chercher] [Modifier]
        """  # noqa: E501
    )
    assert await state_of(talk, 1) is NeedState.DRAFT


async def test_what_is_looked_for_already_is_not_looked_for_twice(talk: Talk) -> None:
    """Two people would be asked for one thing; whoever wants that says so."""
    await talk.goes(
        """
        Basile: /offrir relecture
        Ada: /besoin relecture
        Ada: [Chercher]
        Bot: [Demander à l’allié·e n° 1]
        Ada: /besoin relecture
        Bot: Vous cherchez déjà cela : « relecture » [Voir] [Chercher quand même] [Laisser tomber]
        Ada: [Voir]
        Bot: Votre demande
        Ada: /besoin relecture
        Ada: [Chercher quand même]
        Bot: [Demander à l’allié·e n° 1]
        """
    )


async def test_two_cards_of_one_need_ask_once(talk: Talk) -> None:
    """The second is confirmed after the first; another day is another need."""
    await talk.goes(
        """
        Ada: /besoin une salle jeudi
        Ada: /besoin une salle jeudi
        Ada: [Chercher]
        Ada: /besoin une salle jeudi
        Bot: Vous cherchez déjà cela
        Ada: /besoin une salle le 20
        Bot: Voici ce que j’ai compris [Chercher]
        """
    )


async def test_the_same_in_english(talk: Talk) -> None:
    """A thing to borrow is asked for like a skill."""
    await talk.goes(
        """
        Ada: /language en
        Basile: /offrir prêt d’une camionnette
        Ada: /need a van on Thursday for 2 hours, urgent
        Bot: This is what I understood … By Thursday … About 2 h … It is urgent … stays hidden [Look for somebody] [Change]
        Ada: [Look for somebody]
        Bot: An ally offers [Ask ally no. 1]
        Ada: /needs
        Bot: Your request … a van on Thursday [Look again] [Change] [Close]
        """  # noqa: E501
    )


async def test_each_part_can_be_changed_where_it_stands(talk: Talk) -> None:
    """Day, place, distance, length, name and meaning; nobody was asked so far."""
    await talk.goes(
        """
        Ada: /besoin animer un atelier
        Bot: Sujet : animer un atelier … Votre nom reste caché [Chercher] [Modifier]
        Ada: [Modifier]
        Ada: [Date]
        Bot: D’ici à quel jour ?
        Ada: hier
        Bot: Ce jour est déjà passé
        Ada: le 20
        Bot: D’ici au mardi 20 janvier [Chercher]
        Ada: [Modifier]
        Ada: [Lieu]
        Ada: Saint-Martin
        Bot: plusieurs lieux
        Ada: [Saint-Martin (Gers)]
        Bot: Lieu : Saint-Martin (Gers)
        Ada: [Modifier]
        Ada: [Dire mon nom]
        Bot: Les personnes à qui je demande voient votre nom [Chercher]
        Ada: [Modifier]
        Ada: [À distance]
        Bot: • À distance
        Ada: [Modifier]
        Ada: [Durée]
        Ada: 3h
        Bot: Environ 3 h
        Ada: [Modifier]
        Ada: [Autre sujet]
        Bot: De quoi s’agit-il
        """
    )
    assert await talk.dump("introductions") == []
    assert await state_of(talk, 1) is NeedState.DRAFT


async def test_something_else_is_a_name_before_the_team(talk: Talk) -> None:
    """It is looked for in these words at once."""
    await talk.goes(
        """
        Ada: /besoin animation
        Ada: [Autre chose]
        Bot: En deux ou trois mots, de quoi s’agit-il ? [Chercher avec mes mots]
        Ada: tressage de saule
        Bot: Je ne trouve encore personne
        Bot → #equipe: Comment ranger « tressage de saule »
        """
    )


async def test_a_name_that_exists_is_one_place_among_several(talk: Talk) -> None:
    """Asked on the card itself; the place that is chosen is shown with what tells it apart."""
    await talk.goes(
        """
        Ada: /besoin une salle pour quinze jeudi à Saint-Martin
        Bot: Lieu : Saint-Martin … J’ai trouvé plusieurs lieux
        Ada: [Saint-Martin (Gers)]
        Bot: Sujet : prêt de salle … Lieu : Saint-Martin (Gers) [Chercher]
        """
    )


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("tout", "Commençons par une chose"),
        ("rien", "Dites en quelques mots"),
        ("🌱", "Dites en quelques mots"),
        ("x" * 501, "500 caractères au plus"),
        ("un câlin", "ni compétence ni matériel"),
        ("relire un dossier avant le 3 mars 2020", "3 mars 2020 est déjà passé"),
    ],
)
async def test_what_cannot_be_looked_for_is_answered_kindly(
    talk: Talk, text: str, answer: str
) -> None:
    """And what can be kept of it is."""
    assert answer in (await talk.say("Ada", f"/besoin {text}"))[0]


async def test_an_insult_is_reported_and_not_kept(talk: Talk) -> None:
    """Neither the words nor a need."""
    await talk.goes(
        """
        Ada: /besoin un connard pour porter mes cartons
        Bot: je ne les garde pas
        Bot → #equipe: Ada Exemple a écrit une injure dans une demande
        """
    )
    assert "connard" not in talk.last(TEAM)["text"]
    assert await state_of(talk, 1) is None


async def test_a_plain_sentence_is_enough(talk: Talk) -> None:
    """Whoever asks for information is answered by the base, as before."""
    await talk.goes(
        """
        Ada: est-ce que quelqu’un a une camionnette jeudi ?
        Bot: Voici ce que j’ai compris … prêt de véhicule … jeudi 8 janvier [Chercher]
        Ada: we need a room for 15
        Bot: prêt de salle [Chercher]
        """
    )
    assert "compris :" not in (await talk.say("Ada", "comment chercher un financement ?"))[0]
    assert await state_of(talk, 3) is None


async def test_a_card_that_nobody_confirms_is_forgotten(talk: Talk) -> None:
    """Three days later nothing is left of it, and its buttons say so."""
    await talk.say("Ada", "/besoin animer un atelier")
    await pass_by(talk, days=4)

    assert await state_of(talk, 1) is None
    assert await talk.press("Ada", "Chercher") != []
    assert await talk.dump("introductions") == []


async def test_closing_tells_those_who_were_asked(talk: Talk) -> None:
    """A yes that comes after is thanked, and brings nobody together."""
    await talk.goes(
        """
        Basile: /offrir réparation de vélos
        Ada: /besoin réparer mon vélo
        Ada: [Chercher]
        Ada: [Demander à l’allié·e n° 1]
        Ada: /besoins
        Bot: Votre demande … réparer mon vélo [Relancer] [Modifier] [Clore]
        Ada: [Clore]
        Bot: je ne cherche plus … La personne à qui j’avais demandé est prévenue
        Bot → Basile: Plus besoin d’aide pour « réparer mon vélo »
        Ada: /besoins
        Bot: Vous ne cherchez rien
        """
    )
    assert await state_of(talk, 1) is NeedState.CLOSED
    request = next(one for one in talk.events if "Oui" in one.get("choices", []))
    said = await talk.tap("Basile", "Oui", request["id"])
    assert "plus de réponse" in said[0]
    assert [row["state"] for row in await talk.dump("introductions")] == ["cancelled"]


async def test_the_day_after_its_asker_is_asked_gently(talk: Talk) -> None:
    """A week more, or the end; once."""
    await talk.say("Ada", "/besoin animer un atelier avant jeudi")
    await talk.press("Ada", "Chercher")
    await pass_by(talk, days=3)
    assert await state_of(talk, 1) is NeedState.UNMET
    await pass_by(talk, days=1)
    assert "le jour est passé" in talk.last("@ada")["text"]
    assert await state_of(talk, 1) is NeedState.EXPIRED
    before = len(talk.events)
    await pass_by(talk, days=1)
    assert [one for one in talk.events[before:] if one.get("chat") == "@ada"] == []
    await talk.goes(
        """
        Basile: /offrir animer un atelier
        Ada: [Prolonger d’une semaine]
        Bot: Pour « animer un atelier avant jeudi » … 1. Un·e allié·e [Demander à l’allié·e n° 1]
        Ada: /besoins
        Bot: Votre demande … D’ici au samedi 17 janvier [Relancer] [Modifier] [Clore]
        """
    )


async def test_a_week_more_looks_anew_where_nobody_was_found(talk: Talk) -> None:
    """Else it would be open, and nobody would look: not even the team, whose queue it left."""
    await talk.say("Ada", "/besoin animer un atelier avant jeudi")
    await talk.press("Ada", "Chercher")
    await pass_by(talk, days=4)
    await talk.goes(
        """
        Ada: [Prolonger d’une semaine]
        Bot: Je ne trouve encore personne
        Driss #equipe: /file
        Bot: Quelqu’un cherche de l’aide … animer un atelier [Proposer quelqu’un] [Clore]
        """
    )
    assert await state_of(talk, 1) is NeedState.UNMET


async def test_nobody_found_goes_to_the_team_and_with_a_yes_to_the_agenda(talk: Talk) -> None:
    """Without the name that its asker keeps; whoever answers is introduced by one tap."""
    await talk.goes(
        """
        Ada: /besoin quelqu’un pour animer un atelier avant le 16
        Ada: [Chercher]
        Bot: Je ne trouve encore personne … L’équipe cherche aussi, sans votre nom … votre demande paraisse dans l’agenda [Oui] [Oui, sans mon nom] [Non]
        Bot → #equipe: Quelqu’un cherche … Son nom reste caché [Proposer quelqu’un] [Clore]
        Ada: [Oui, sans mon nom]
        Bot: L’équipe l’a sous les yeux
        Ada: /agenda
        Bot: Rien à l’agenda
        Driss #equipe: /file
        Bot: attend une décision
        Bot: d’accord pour l’agenda [Proposer quelqu’un] [Mettre dans l’agenda] [Clore]
        Driss #equipe: [Mettre dans l’agenda]
        Bot → Ada: Votre demande … est dans /agenda, que tout le monde peut lire dès maintenant
        Chloé: /agenda
        Bot: Coups de main cherchés … On cherche : « quelqu’un pour animer un atelier avant le 16 » … /aider 1
        Ada: /aider 1
        Bot: votre propre demande
        Chloé: /aider 1
        Bot: Je le dis tout de suite
        Bot → Ada: Chloé Modèle propose de vous aider [Nous mettre en contact] [Non merci]
        Chloé: /aider 1
        Bot: déjà proposé
        Ada: [Nous mettre en contact]
        Bot: en contact avec Chloé Modèle … @chloe
        Bot → Chloé: en contact avec Ada Exemple … @ada
        Chloé: /agenda
        Bot: Rien à l’agenda
        Basile: /aider 1
        Bot: Je ne connais pas cette demande
        """  # noqa: E501
    )
    called = [one for one in talk.events if "On cherche :" in one.get("text", "")]
    assert not any("Ada" in one["text"] for one in called)
    assert await state_of(talk, 1) is NeedState.FILLED


async def test_the_weekly_agenda_holds_the_calls(talk: Talk) -> None:
    """Also in a week without events; no longer when somebody helps."""
    await in_group(talk)
    await talk.say("Ada", "/besoin animer un atelier avant le 30")
    await talk.press("Ada", "Chercher")
    await talk.press("Ada", "Oui")
    await talk.press("Driss", "Mettre dans l’agenda", chat=TEAM)
    await pass_by(talk, days=7)

    heading = "Coups de main cherchés"
    posted = [one for one in talk.events if one.get("chat") == GROUP and heading in one["text"]]
    assert len(posted) == 1
    assert "Ada Exemple cherche : « animer un atelier avant le 30 »" in " ".join(
        posted[0]["text"].split()
    )


async def test_the_team_names_an_ally_who_is_asked_without_a_name(talk: Talk) -> None:
    """Both agree before anybody learns of anybody; closing tells the asker."""
    await talk.goes(
        """
        Chloé: /debut
        Ada: /besoin animer un atelier
        Ada: [Chercher]
        Driss #equipe: [Proposer quelqu’un]
        Bot: À qui pensez-vous
        Driss #equipe: Ada Exemple
        Bot: ne peut pas être sollicitée pour cette demande. À qui d’autre pensez-vous
        Driss #equipe: Chloé Modèle
        Bot: J’ai demandé à Chloé Modèle, sans dire pour qui
        Bot → Ada: L’équipe a pensé à quelqu’un
        Bot → Chloé: « animer un atelier » [Oui] [Pas ce mois-ci]
        Chloé: [Oui]
        Bot: en contact avec Ada Exemple
        Bot → Ada: en contact avec Chloé Modèle
        """
    )
    told = [one for one in talk.events if one.get("chat") == "@ada"]
    before = [one["text"] for one in told if "L’équipe a pensé" in one.get("text", "")]
    assert not any("Chloé" in text for text in before)


async def test_whom_the_team_thought_of_is_no_number(talk: Talk) -> None:
    """The asker was shown nobody."""
    await talk.goes(
        """
        Chloé: /debut
        Ada: /besoin animer un atelier
        Ada: [Chercher]
        Driss #equipe: [Proposer quelqu’un]
        Driss #equipe: Chloé Modèle
        Chloé: [Pas ce mois-ci]
        Bot → Ada: ce n’est pas possible cette fois pour la personne à qui l’équipe a pensé
        """
    )


async def test_the_next_agenda_is_promised_only_where_it_comes_first(talk: Talk) -> None:
    """What is said of a day and a place is told apart by commas."""
    await talk.do({"do": "rank", "chat": GROUP, "from": "@chloe", "as": "admin"})
    await talk.say("Chloé", "/agenda", chat=GROUP)
    await talk.goes(
        """
        Ada: /besoin animer un atelier à Firminy avant le 8
        Ada: [Chercher]
        Ada: [Oui]
        Bot: si elle l’ajoute à l’agenda, je vous le dis
        Driss #equipe: [Mettre dans l’agenda]
        Bot → Ada: est dans /agenda, que tout le monde peut lire
        Chloé: /agenda
        Bot: (d’ici au jeudi 8 janvier, lieu : Firminy)
        Ada: /besoin animer un atelier à Firminy avant le 30
        Ada: [Chercher]
        Ada: [Oui]
        Driss #equipe: [Mettre dans l’agenda]
        Bot → Ada: et paraîtra dans le prochain agenda des groupes
        """
    )


async def test_a_need_is_posted_in_a_group_without_a_name(talk: Talk) -> None:
    """Whoever presses has agreed; the asker's tap introduces both."""
    await in_group(talk)
    await talk.goes(
        """
        Ada #entraide: /besoin une camionnette jeudi
        Bot: Je vous réponds en privé
        Bot → Ada: prêt de véhicule … jeudi 8 janvier [Chercher] [Modifier]
        Ada: [Modifier]
        Ada: [Publier dans un groupe]
        Bot: Dans quel groupe ? Votre nom n’y sera pas dit [#entraide]
        Ada: [#entraide]
        Bot: C’est publié dans #entraide
        Bot → #entraide: Quelqu’un cherche un coup de main … « une camionnette jeudi » [Je peux aider]
        Basile: /debut
        Basile #entraide: [Je peux aider]
        Bot: Je le dis tout de suite
        Bot → Ada: Basile Fictif propose de vous aider [Nous mettre en contact]
        Ada: [Nous mettre en contact]
        Bot: en contact avec Basile Fictif
        Bot → Basile: en contact avec Ada Exemple
        """  # noqa: E501
    )
    posted = [one for one in talk.events if "cherche un coup de main" in one.get("text", "")]
    assert not any("Ada" in one["text"] for one in posted)
    await talk.say("Chloé", "/debut")
    assert "close" in (await talk.press("Chloé", "Je peux aider", chat=GROUP))[0]


async def test_no_hand_is_taken_by_anybody_else_or_twice(talk: Talk) -> None:
    """A declined hand is thanked; nobody else's need is changed by a press."""
    await in_group(talk)
    await talk.say("Basile", "/debut")
    await talk.say("Ada", "/besoin une camionnette jeudi", chat=GROUP)
    await talk.press("Ada", "Modifier")
    await talk.press("Ada", "Publier dans un groupe")
    await talk.press("Ada", GROUP)
    await talk.press("Basile", "Je peux aider", chat=GROUP)
    hand = talk.last("@ada")["id"]
    await talk.press("Ada", "Non merci", message=hand)
    assert "une autre solution" in talk.last("@basile")["text"]
    assert await state_of(talk, 1) is NeedState.OPEN
    assert [row["state"] for row in await talk.dump("introductions")] == ["declined"]
    before = len(talk.events)
    assert "déjà proposé" in (await talk.press("Basile", "Je peux aider", chat=GROUP))[0]
    assert [one for one in talk.events[before:] if one.get("chat") == "@ada"] == []
    await talk.goes(
        """
        Ada: /besoins
        Ada: [Relancer]
        Bot: Je ne trouve encore personne
        """
    )


async def test_a_need_is_dropped_before_anybody_was_asked(talk: Talk) -> None:
    """Nothing is left to look for."""
    await talk.goes(
        """
        Ada: /besoin animer un atelier
        Bot: Voici ce que j’ai compris [Chercher] [Modifier] [Laisser tomber]
        Ada: [Laisser tomber]
        Bot: C’est oublié
        """
    )
    assert await state_of(talk, 1) is NeedState.CLOSED


async def need_of(talk: Talk, number: int) -> Need:
    """A need as it is kept."""
    async with talk.stage.app.database.begin(talk.stage.fabrique.id) as store:
        found = await store.needs.need(number)
    assert found is not None
    return found


async def test_a_group_post_and_a_call_of_the_same_number_are_two_things(talk: Talk) -> None:
    """What becomes of the one is not written on the other, nor are its buttons taken."""
    await in_group(talk)
    await talk.say("Driss", "/appel Tenir la buvette : un soir, avant le 15 mars", chat=TEAM)
    call = talk.last(TEAM)["id"]
    await talk.say("Ada", "/besoin une camionnette jeudi", chat=GROUP)
    await talk.press("Ada", "Modifier")
    await talk.press("Ada", "Publier dans un groupe")
    await talk.press("Ada", GROUP)
    posted = talk.last(GROUP)["id"]
    posts = talk.stage.world.posts
    await talk.tap("Driss", "Ouvrir", call, chat=TEAM)
    assert posts[posted].choices == ["Je peux aider"]
    await talk.say("Ada", "/besoins")
    await talk.press("Ada", "Clore")
    told = {one["id"] for one in talk.events if "Plus besoin d’aide" in one.get("text", "")}
    assert told == {posted}


async def test_who_asks_is_told_to_the_team_as_their_card_says(talk: Talk) -> None:
    """Hidden, then shown on the same card once they say it, then hidden again, for all uses."""
    await talk.goes(
        """
        Chloé: /debut
        Ada: /besoin animer un atelier
        Bot: Votre nom reste caché jusqu’à un oui
        Ada: [Chercher]
        Bot → #equipe: Quelqu’un cherche de l’aide … Son nom reste caché
        Driss #equipe: /file
        Bot: Quelqu’un cherche de l’aide
        """
    )
    assert not any("Ada" in one["text"] for one in talk.events if one.get("chat") == TEAM)
    await talk.goes(
        """
        Ada: [Oui]
        Bot → #equipe: Ada Exemple cherche de l’aide … d’accord pour l’agenda
        Ada: /besoins
        Ada: [Modifier]
        Ada: [Dire mon nom]
        Ada: [Modifier]
        Ada: [Sans mon nom]
        Bot → #equipe: Quelqu’un cherche de l’aide … d’accord pour l’agenda
        """
    )
    kept = await need_of(talk, 1)
    assert (kept.names_asker, kept.in_digest, kept.named_in_digest) == (False, True, False)


async def test_the_team_is_told_whether_a_name_goes_with_its_ask(talk: Talk) -> None:
    """Before it names somebody, and after."""
    await talk.goes(
        """
        Chloé: /debut
        Ada: /besoin animer un atelier
        Ada: [Modifier]
        Ada: [Dire mon nom]
        Ada: [Chercher]
        Bot: L’équipe cherche aussi, et voit votre nom
        Bot → #equipe: Ada Exemple cherche de l’aide [Proposer quelqu’un]
        Driss #equipe: [Proposer quelqu’un]
        Bot: en disant pour qui
        Driss #equipe: Ada Exemple
        Bot: la personne qui demande
        Driss #equipe: Chloé Modèle
        Bot: J’ai demandé à Chloé Modèle, en disant pour qui
        Bot → Chloé: Ada Exemple
        """
    )


async def test_a_no_to_the_agenda_takes_back_the_yes_before(talk: Talk) -> None:
    """On another card of the same need; it leaves the agenda and the team's card as well."""
    await talk.say("Ada", "/besoin animer un atelier")
    await talk.press("Ada", "Chercher")
    first = talk.last("@ada")["id"]
    await talk.say("Ada", "/besoins")
    await talk.press("Ada", "Relancer")
    second = talk.last("@ada")["id"]
    await talk.tap("Ada", "Oui", first)
    await talk.press("Driss", "Mettre dans l’agenda", chat=TEAM)
    assert "On cherche" not in (await talk.say("Chloé", "/agenda"))[0]
    assert "Ada Exemple cherche" in " ".join(talk.last("@chloe")["text"].split())
    await talk.tap("Ada", "Non", second)
    assert "Rien à l’agenda" in (await talk.say("Chloé", "/agenda"))[0]
    kept = await need_of(talk, 1)
    assert (kept.in_digest, kept.named_in_digest, kept.called_at) == (False, False, None)
    edit = [one for one in talk.events if one.get("chat") == TEAM][-1]
    assert "Quelqu’un cherche de l’aide" in edit["text"]
    assert "agenda" not in edit["text"]


@pytest.mark.parametrize("command", ["/besoin", "/offrir"])
async def test_nobody_is_asked_for_words_that_could_not_be_answered(
    talk: Talk, command: str
) -> None:
    """Who was never met in private is sent there before the question, not after the answer."""
    await in_group(talk)
    said = await talk.say("Basile", command, chat=GROUP)
    assert len(said) == 1
    assert said[0].startswith("Écrivez-moi d’abord en privé")
    assert await talk.say("Basile", "relire un dossier", chat=GROUP) == []
    await talk.say("Basile", "/debut")
    assert "?" in (await talk.say("Basile", command, chat=GROUP))[0]


async def test_a_cry_for_help_is_listened_to(talk: Talk) -> None:
    """It asks for help in the words of a need, and is none."""
    await talk.goes(
        """
        Ada: On cherche de l’aide pour notre association, on est en crise
        Bot: Merci de le dire [Le raconter à l’équipe]
        """
    )
    assert await state_of(talk, 1) is None
