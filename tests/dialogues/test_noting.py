"""Noting time: each way in, each thing that may be changed, and what nobody could have meant."""

from __future__ import annotations

import re

import pytest

from domain.organisations import OrganisationState
from domain.people import Standing
from storage.tables import PersonRow
from tests.talk import TEAM, Talk

pytestmark = pytest.mark.slow

GROUP = "#jardin"
CARD = "[C’est juste] [Inverser] [Modifier] [Annuler]"


async def settled(talk: Talk) -> list[tuple[str, str, int, str]]:
    """What is in the ledger: who gave, who received, how long, what for."""
    rows = await talk.dump("ledger")
    return [(row["giver"], row["receiver"], row["minutes"], row["subject"]) for row in rows]


async def stand(talk: Talk, name: str, standing: Standing) -> None:
    """Somebody leaves, or is blocked: what the team's own pages do."""
    async with talk.stage.app.database.begin(talk.stage.fabrique.id) as store:
        everyone = await store.people.everyone()
        (person,) = [one for one in everyone if one.name == name]
        (await store.session.get_one(PersonRow, person.id)).standing = standing.value


async def test_the_card_is_turned_round_in_its_place(talk: Talk) -> None:
    """One tap says that it was the other way, and the other side confirms that."""
    await talk.say("Basile", "/debut")

    await talk.goes(
        f"""
        Ada: j'ai donné 2h à Basile pour la compta, hier
        Bot: A donné de son temps : Ada Exemple … reçu ce temps : Basile Fictif … {CARD}
        Ada: [Inverser]
        Bot: A donné de son temps : Basile Fictif … reçu ce temps : Ada Exemple … {CARD}
        Ada: [C’est juste]
        Bot: C’est noté
        Bot → Basile: Ada Exemple a noté un échange avec vous [Confirmer] [Contester]
        Basile: [Confirmer]
        """
    )

    assert await settled(talk) == [("@basile", "@ada", 120, "la compta")]


CHANGES = {
    "La durée": ("Combien de temps", "45 min", "45 min"),
    "Le jour": ("Quel jour était-ce", "vendredi", "vendredi 2 janvier 2026"),
    "Qui a donné": ("Qui a donné de son temps", "[Basile Fictif]", "temps : Basile Fictif"),
    "La personne": ("Avec qui", "Chloé", "Chloé Modèle"),
    "Le motif": ("Pour quoi", "le site", "Pour : le site"),
}


@pytest.mark.parametrize(("part", "change"), CHANGES.items())
async def test_each_part_is_changed_alone(
    talk: Talk, part: str, change: tuple[str, str, str]
) -> None:
    """It is asked for again, and the card comes back with the others kept."""
    asked, answer, shown = change
    await talk.say("Basile", "/debut")
    await talk.say("Chloé", "/debut")

    await talk.goes(
        f"""
        Ada: /heures 2h à @basile pour la compta, hier
        Ada: [Modifier]
        Bot: Échange à vérifier … [La durée] [Le jour] [Qui a donné] [La personne] [Le motif]
        Ada: [{part}]
        Bot: {asked}
        Ada: {answer}
        Bot: Échange à vérifier … {CARD}
        """
    )

    card = talk.last("@ada")["text"].replace("\u202f", " ")
    kept = {"Le motif": "la compta", "La durée": "2 h", "Le jour": "dimanche 4 janvier 2026"}
    assert shown in card
    assert all(value in card for name, value in kept.items() if name != part)


async def test_nothing_is_changed_after_all(talk: Talk) -> None:
    """The card comes back as it was."""
    await talk.say("Basile", "/debut")

    await talk.goes(
        f"""
        Ada: /heures 2h à @basile pour la compta, hier
        Ada: [Modifier]
        Ada: [Ne rien changer]
        Bot: Ada Exemple … Basile Fictif … la compta {CARD}
        """
    )


async def test_a_paid_mission_counts_in_no_balance(talk: Talk) -> None:
    """By its words, or by a tap on the card; the card says so."""
    await talk.say("Basile", "/debut")

    await talk.goes(
        f"""
        Ada: /heures 3h à @basile pour un audit, facturé
        Bot: un audit … Mission rémunérée : ce temps ne comptera dans aucun solde {CARD}
        Ada: [C’est juste]
        Basile: [Confirmer]
        Ada: /heures 1h à @basile pour un conseil
        Ada: [Modifier]
        Ada: [C’est une mission rémunérée]
        Bot: un conseil … Mission rémunérée {CARD}
        Ada: [Modifier]
        Ada: [Ce n’est pas rémunéré]
        Ada: [C’est juste]
        Basile: [Confirmer]
        """
    )

    assert await settled(talk) == [("@ada", "@basile", 60, "un conseil")]


async def test_without_a_sentence_each_part_is_asked(talk: Talk) -> None:
    """Five short questions, and the card."""
    await talk.say("Basile", "/debut")

    await talk.goes(
        f"""
        Ada: /heures
        Bot: Avec qui
        Ada: basile
        Bot: Qui a donné de son temps ? [Moi] [Basile Fictif]
        Ada: [Moi]
        Bot: Combien de temps ? … [30 min] [1 h] [2 h] [3 h]
        Ada: une heure et demie
        Bot: Quel jour était-ce ? … [Aujourd’hui] [dimanche 4 janvier]
        Ada: avant-hier
        Bot: Pour quoi
        Ada: le jardin
        Bot: 1 h 30 … samedi 3 janvier 2026 … le jardin {CARD}
        """
    )


SENTENCES = [
    ("1,5h pour @basile, le jardin", "1 h 30"),
    ("2h pour Basile", "2 h"),
    ("+2h @basile le jardin", "2 h"),
    ("j'ai filé un coup de main à @basile 2h", "2 h"),
    ("2 x 1h30 d'animation avec @basile", "3 h"),
    ("hier 45 min de compta avec Basile", "45 min"),
]


@pytest.mark.parametrize(("sentence", "length"), SENTENCES)
async def test_a_plain_sentence_is_enough(talk: Talk, sentence: str, length: str) -> None:
    """In private no command is needed; what it leaves out is asked."""
    await talk.say("Basile", "/debut")

    said = (await talk.say("Ada", sentence))[-1]
    if "Qui a donné" in said:
        said = (await talk.press("Ada", "Moi"))[-1]
    if "Pour quoi" in said:
        said = (await talk.say("Ada", "le jardin"))[-1]

    flat = said.replace("\u202f", " ").replace("\u00a0", " ")
    assert "A donné de son temps : Ada Exemple" in flat
    assert "A reçu ce temps : Basile Fictif" in flat
    assert f"Durée : {length}" in flat


async def test_an_exchange_is_noted_in_english(talk: Talk) -> None:
    """The same card, in the reader's language."""
    await talk.say("Basile", "/debut")
    await talk.say("Ada", "/language english")

    await talk.goes(
        """
        Ada: I helped @basile for two and a half hours yesterday with the website
        Bot: Please check this … Ada Exemple … Basile Fictif … [That is right] [Swap] [Edit]
        Ada: [That is right]
        Bot: Noted. The time will count once Basile Fictif has confirmed
        """
    )


async def test_what_is_not_sure_is_asked_and_the_rest_is_kept(talk: Talk) -> None:
    """A range, a length said twice, a day that nobody can name."""
    await talk.say("Basile", "/debut")

    await talk.goes(
        f"""
        Ada: /heures 4-5h à @basile pour le tri, hier
        Bot: plusieurs durées … Combien de temps
        Ada: 4h
        Bot: 4 h … dimanche 4 janvier 2026 … le tri {CARD}
        Ada: /heures 2h lundi et 2h mardi à @basile pour le tri
        Bot: deux fois 2 h … Combien de temps
        Ada: /annuler
        Ada: /heures 2h à @basile pour le tri, la semaine dernière
        Bot: Je n’ai pas compris le jour … Quel jour était-ce
        Ada: samedi
        Bot: samedi 3 janvier 2026 … le tri {CARD}
        Ada: [C’est juste]
        Bot: C’est noté
        """
    )


async def test_of_two_people_one_is_chosen(talk: Talk) -> None:
    """An exchange is of two."""
    await talk.say("Basile", "/debut")
    await talk.say("Chloé", "/debut")

    await talk.goes(
        """
        Ada: /heures 2h avec @basile et @chloe pour le tri
        Bot: avec une personne à la fois … [Basile Fictif] [Chloé Modèle]
        Ada: [Chloé Modèle]
        Bot: Qui a donné de son temps ? [Moi] [Chloé Modèle]
        """
    )


async def test_close_names_are_told_apart(talk: Talk) -> None:
    """Those who bear the same name by their handles."""
    await talk.say("Basile", "/debut")
    await talk.do(
        {"do": "say", "chat": "@bas2", "from": "@bas2", "name": "Basile Fictif", "text": "/debut"}
    )

    await talk.goes(
        """
        Ada: /heures 2h à Basile Fictif pour le tri
        Bot: Qui est … [Basile Fictif (@basile)] [Basile Fictif (@bas2)] [Inviter cette personne]
        Ada: [Basile Fictif (@bas2)]
        Bot: Échange à vérifier
        """
    )


async def invitation(talk: Talk) -> str:
    """Ada notes an exchange with somebody unknown; gives the word to forward."""
    await talk.goes(
        f"""
        Ada: /heures 2h à Chloé Modèle pour le tri, hier
        Bot: Je ne connais pas encore « Chloé Modèle » [Inviter cette personne]
        Ada: [Inviter cette personne]
        Bot: vous aurez un lien à lui envoyer {CARD}
        Ada: [C’est juste]
        Bot: cela attend Chloé Modèle
        Bot: Bonjour ! Ada Exemple a noté 2 h de temps partagé avec vous (le tri)
        """
    )
    said = [one["text"] for one in talk.events if one.get("chat") == "@ada"]
    (word,) = {found for text in said for found in re.findall(r"\bx_\w+", text)}
    assert await settled(talk) == []
    return str(word)


async def test_somebody_new_comes_by_a_link_and_confirms(talk: Talk) -> None:
    """The exchange waits for them; whoever noted it is told."""
    word = await invitation(talk)
    linked = f"https://t.me/fabrique_bot?start={word}" in str(talk.events)
    assert linked == (talk.stage.platform == "telegram")

    await talk.goes(
        f"""
        Chloé: /debut {word}
        Bot: Bonjour Chloé Modèle, et bienvenue
        Bot: Ada Exemple a noté un échange avec vous … 2 h … [Confirmer] [Contester]
        Bot → Ada: Chloé Modèle a ouvert votre invitation
        Chloé: [Confirmer]
        Bot: Échange confirmé
        """
    )

    assert await settled(talk) == [("@ada", "@chloe", 120, "le tri")]
    async with talk.stage.app.database.begin(talk.stage.fabrique.id) as store:
        assert await store.ledger.faults() == []


async def test_a_link_is_answered_kindly_whoever_opens_it(talk: Talk) -> None:
    """By the noter, twice, by a third, after it was taken back, or misspelt."""
    word = await invitation(talk)

    await talk.goes(
        f"""
        Ada: /debut {word}
        Bot: Ce lien est pour Chloé Modèle
        Chloé: /debut {word}
        Bot: a noté un échange avec vous
        Chloé: /debut {word}
        Bot: Vous aviez déjà ouvert ce lien
        Bot: a noté un échange avec vous [Confirmer]
        Basile: /debut {word}
        Bot: Ce lien a déjà servi à quelqu’un d’autre
        Basile: /debut x_jamaisvu
        Bot: Je ne connais pas ce lien
        """
    )
    assert "déjà confirmé" not in str(talk.events)


async def test_a_link_whose_exchange_was_taken_back_is_over(talk: Talk) -> None:
    """Nothing waits any more."""
    word = await invitation(talk)
    await talk.say("Ada", "/attente")
    await talk.press("Ada", "Retirer cet échange")

    assert "n’attend plus" in (await talk.say("Chloé", f"/debut {word}"))[-1]


async def test_who_has_no_telephone_is_noted_by_word_of_mouth(talk: Talk) -> None:
    """Asked for, marked so, and confirmed by the team; the next time she is known."""
    await talk.goes(
        """
        Ada: /heures 2h à Mamie Modèle, sans téléphone, pour les courses
        Bot: Mamie Modèle n’a pas de téléphone … [D’accord, de vive voix] [Inverser] [Modifier]
        Ada: [D’accord, de vive voix]
        Bot: C’est noté
        Bot → #equipe: Ada Exemple … Mamie Modèle … [Confirmer]
        Driss #equipe: [Confirmer]
        Ada: /heures 1h à Mamie Modèle pour le jardin
        Bot: Mamie Modèle n’a pas de téléphone … [D’accord, de vive voix]
        """
    )

    assert [row[2:] for row in await settled(talk)] == [(120, "les courses")]


async def test_time_for_the_common_goes_to_the_pot(talk: Talk) -> None:
    """The team, or whoever leads it, confirms."""
    await talk.goes(
        f"""
        Ada: 3h pour le commun, ménage
        Bot: Ada Exemple … le pot commun … 3 h … ménage … temps pour tout le monde {CARD}
        Ada: [C’est juste]
        Bot: C’est noté
        Bot → #equipe: Ada Exemple
        """
    )


async def test_what_both_noted_counts_once(talk: Talk) -> None:
    """The second to note it is asked, and confirms by one tap."""
    await talk.say("Basile", "/debut")

    await talk.goes(
        """
        Ada: /heures 2h à @basile pour le tri, hier
        Ada: [C’est juste]
        Basile: /heures 2h de @ada pour trier les papiers, hier
        Basile: [C’est juste]
        Bot: Déjà noté ? … Ada Exemple … le tri [C’est le même] [C’est un autre]
        Basile: [C’est le même]
        Bot: Échange confirmé
        Ada: /heures 2h à @basile pour le tri, hier
        Ada: [C’est juste]
        Bot: Déjà noté ? … [C’est le même] [C’est un autre]
        Ada: [C’est le même]
        Bot: je ne le note pas une deuxième fois
        Ada: /heures 2h à @basile pour le tri, hier
        Ada: [C’est juste]
        Ada: [C’est un autre]
        Bot: C’est noté
        Basile: [Confirmer]
        """
    )

    assert await settled(talk) == [("@ada", "@basile", 120, "le tri")] * 2


async def test_what_is_unusual_is_said_on_the_card(talk: Talk) -> None:
    """Nine hours, or a day of last summer, may be meant; the card asks."""
    await talk.say("Basile", "/debut")

    await talk.goes(
        f"""
        Ada: /heures 9h à @basile pour le tri, hier
        Bot: c’est long pour une seule fois {CARD}
        Ada: /heures 2h à @basile pour le tri, le 14/07/2025
        Bot: il y a plus de trois mois {CARD}
        """
    )


async def test_a_day_has_no_more_than_its_hours(talk: Talk) -> None:
    """With what else was noted of it, by either side."""
    await talk.say("Basile", "/debut")
    await talk.goes(
        """
        Ada: /heures 20h à @basile pour le festival, hier
        Ada: [C’est juste]
        """
    )

    said = await talk.say("Ada", "/heures 5h à @basile pour le rangement, hier")

    assert "plus de 24 heures" in said[-1].replace("\u202f", " ")


REFUSED = {
    "0 min avec @basile pour le tri": "à zéro",
    "−2 h avec @basile pour le tri": "sans «",
    "30h avec @basile pour le tri": "trop long",
    "2h avec @basile pour le tri, le 12/03/2027": "pas encore passé",
    "2h avec @basile pour le tri, le 12 mai 1990": "trop ancien",
    "2h avec @basile pour le tri, le 29 février": "trop ancien",
    "2h avec @ada pour le tri": "quelqu’un d’autre",
    "2h avec @basile pour " + "tri " * 3000: "300",
    "2h lundi et 2h mardi avec @basile": "deux fois",
    "2h avec @basile lundi et mardi": "plusieurs jours",
}


@pytest.mark.parametrize(("sentence", "why"), REFUSED.items())
async def test_what_cannot_stand_is_told_kindly(talk: Talk, sentence: str, why: str) -> None:
    """Nothing is noted, and the answer says what to write instead."""
    await talk.say("Basile", "/debut")

    said = await talk.say("Ada", f"/heures {sentence}")

    assert why in said[-1].replace("\u202f", " ")
    assert "Échange à vérifier" not in said[-1]


@pytest.mark.parametrize("standing", [Standing.LEFT, Standing.BLOCKED])
async def test_nothing_is_noted_with_somebody_who_left(talk: Talk, standing: Standing) -> None:
    """Nor by whoever is blocked, who is not told why; whoever left and writes has come back."""
    await talk.say("Basile", "/debut")
    await stand(talk, "Basile Fictif", standing)

    assert "ne fait plus partie" in (await talk.say("Ada", "/heures 2h à @basile"))[-1]
    said = (await talk.say("Basile", "/heures 2h à @ada pour le tri"))[-1]
    assert ("fermé" in said) == (standing is Standing.BLOCKED)


async def test_from_a_group_the_card_goes_on_in_private(talk: Talk) -> None:
    """Shortly there, in full between us; whoever is answered there stands across."""
    await talk.say("Basile", "/debut")
    await talk.say("Ada", "/debut")
    await talk.do({"do": "join", "chat": GROUP, "from": "@ada"})

    await talk.goes(
        f"""
        Ada #jardin: /heures 2h à @basile pour le tri
        Bot: Je vous écris en privé
        Bot → Ada: Ada Exemple … Basile Fictif … le tri {CARD}
        Ada: [C’est juste]
        Bot: C’est noté
        """
    )

    assert "2" not in talk.last(GROUP)["text"]


async def test_a_reply_names_whom_it_answers(talk: Talk) -> None:
    """Where the platform says who that is."""
    await talk.say("Basile", "/debut")
    await talk.say("Ada", "/debut")
    await talk.do({"do": "join", "chat": GROUP, "from": "@ada"})
    await talk.say("Basile", "Merci pour hier", chat=GROUP, **{"as": "thanks"})

    await talk.say("Ada", "/heures 2h de compta", chat=GROUP, reply_to="thanks")

    asked = "Avec qui" if talk.stage.platform == "matrix" else "Qui a donné de son temps"
    assert asked in talk.last("@ada")["text"].replace("\u202f", " ")


async def test_who_never_wrote_in_private_is_asked_to_first(talk: Talk) -> None:
    """A card could not reach them."""
    await talk.do({"do": "join", "chat": GROUP, "from": "@ada"})

    assert "d’abord en privé" in (await talk.say("Ada", "/heures 2h", chat=GROUP))[-1]


@pytest.mark.parametrize(
    "text", ["à 14h avec Basile ?", "dans 2h ?", "il reste 2h avant la réunion", "je peux aider 2h"]
)
async def test_questions_and_plans_are_no_notes(talk: Talk, text: str) -> None:
    """No card comes of them."""
    await talk.say("Basile", "/debut")

    assert "Échange" not in "".join(await talk.say("Ada", text))


async def test_the_skill_is_kept_where_it_is_clear(talk: Talk) -> None:
    """What was given is one of the giver's own offers, or nothing that we know of."""
    await talk.say("Basile", "/debut")
    await talk.say("Ada", "/offrir réparation de vélos")
    await talk.goes(
        """
        Ada: /heures 2h à @basile pour réparer son vélo
        Ada: [C’est juste]
        Ada: /heures 1h à @basile pour la vaisselle
        Ada: [C’est juste]
        """
    )

    async with talk.stage.app.database.begin(talk.stage.fabrique.id) as store:
        ada = await store.people.known(talk.stage.platform, "@ada")
        assert ada is not None
        account = await store.ledger.of_person(ada.id)
        noted = await store.exchanges.waiting_for([account.id])
    assert [one.skill for one in noted] == ["réparation de vélos", ""]


async def test_a_draft_survives_a_restart(talk: Talk) -> None:
    """The card waits in its row."""
    await talk.say("Basile", "/debut")
    await talk.say("Ada", "/heures 2h à @basile pour le tri")
    await talk.press("Ada", "Inverser")

    await talk.restart()
    await talk.press("Ada", "C’est juste")

    assert "Basile Fictif a donné 2 h" in talk.last("@basile")["text"].replace("\u202f", " ")
    assert [one for one in talk.events if one.get("chat") == TEAM] == []


async def organised(talk: Talk, name: str, *speakers: str) -> None:
    """An organisation that the team knows, and who may act for it."""
    async with talk.stage.app.database.begin(talk.stage.fabrique.id) as store:
        now = talk.stage.clock.now()
        made = await store.organisations.propose(name, now=now)
        await store.organisations.decide(made.id, OrganisationState.APPROVED)
        for account in speakers:
            person = await store.people.known(talk.stage.platform, account)
            assert person is not None
            await store.organisations.ask(made.id, person.id, now=now)
            await store.organisations.allow(made.id, person.id)


async def test_an_organisation_stands_across(talk: Talk) -> None:
    """Whoever acts for it confirms, and the team for one for which nobody does."""
    await talk.say("Basile", "/debut")
    await organised(talk, "Fabrique du Modèle", "@basile")
    await organised(talk, "Ressourcerie Fictive")

    await talk.goes(
        f"""
        Ada: 2 x 1h30 d'animation avec la Fabrique du Modèle
        Bot: Qui a donné de son temps ? [Moi] [Fabrique du Modèle]
        Ada: [Moi]
        Bot: Ada Exemple … Fabrique du Modèle … 3 h … animation {CARD}
        Ada: [C’est juste]
        Bot: C’est noté
        Bot → Basile: Ada Exemple a noté un échange [Confirmer] [Contester]
        Basile: [Confirmer]
        Ada: /heures 2h à la Ressourcerie Fictive pour le tri
        Bot: Ada Exemple … Ressourcerie Fictive {CARD}
        Ada: [C’est juste]
        Bot: Je l’ai transmis à qui doit le confirmer
        Bot → #equipe: Ada Exemple
        """
    )

    assert [row[2:] for row in await settled(talk)] == [(180, "animation")]


async def test_one_notes_in_the_name_of_an_organisation(talk: Talk) -> None:
    """One tap on the card, for those who may act for it."""
    await talk.say("Basile", "/debut")
    await talk.say("Ada", "/debut")
    await organised(talk, "Fabrique du Modèle", "@basile")

    await talk.goes(
        """
        Basile: /heures 2h à @ada pour la salle
        Bot: A donné de son temps : Basile Fictif … [C’est juste] [Inverser] [Modifier] [Annuler]
        """
    )
    await talk.press("Basile", 4)
    card = talk.last("@basile")["text"].replace("\u202f", " ")
    await talk.press("Basile", "C’est juste")

    assert "A donné de son temps : Fabrique du Modèle" in card
    assert "Fabrique du Modèle" in talk.last("@ada")["text"]


async def test_somebody_new_is_invited_in_english(talk: Talk) -> None:
    """The message to forward is in the language of its writer."""
    await talk.say("Ada", "/language english")

    await talk.goes(
        """
        Ada: /hours 2h to Chloé Modèle for the website, yesterday
        Bot: I do not know “Chloé Modèle” yet … [Invite them] [They have no phone]
        Ada: [Invite them]
        Bot: you will get a link to send them … [That is right] [Swap] [Edit] [Cancel]
        Ada: [That is right]
        Bot: Noted, and waiting for Chloé Modèle
        Bot: Hello! Ada Exemple noted 2 h of time shared with you (the website)
        """
    )
