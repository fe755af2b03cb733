"""Finding an ally: by whatever one knows of them, and never by what they do not show."""

from __future__ import annotations

import pytest

from tests.dialogues.allies import are_allies
from tests.talk import TEAM, Talk


async def shows(
    talk: Talk, who: str, offers: str, profile: str, audience: str = "Les allié·es"
) -> None:
    """Somebody says what they can do and where they are, and lets their name be seen."""
    await talk.say(who, f"/offrir {offers}")
    await talk.say(who, f"/profil {profile}")
    await talk.say(who, "/profil")
    await talk.press(who, "Qui voit quoi")
    await talk.press(who, "Être dans l’annuaire")
    await talk.press(who, audience)


async def test_an_ally_is_found_by_any_mix_of_words(talk: Talk) -> None:
    """Skill and place, name with a slip, language, number of a département, in any order."""
    await are_allies(talk, "Ada")
    await shows(talk, "Basile", "compta associative, vélo", "je suis à Saint-Étienne, arabe")
    await shows(talk, "Chloé", "compta associative", "je suis à Lyon")
    await talk.goes(
        """
        Ada: /annuaire compta Saint-Étienne
        Bot: Une personne pour « compta Saint-Étienne » : … Basile Fictif, Saint-Étienne (Loire) : « compta associative » [Basile Fictif]
        Ada: /annuaire 42 comptabilité arabe
        Bot: Une personne pour … Basile Fictif
        Ada: /annuaire bazile
        Bot: Une personne pour « bazile » … Basile Fictif
        Ada: /annuaire compta
        Bot: 2 personnes pour « compta » … Basile Fictif … Chloé Modèle [Basile Fictif] [Chloé Modèle]
        Ada: /annuaire Auvergne-Rhône-Alpes
        Bot: 2 personnes … [Basile Fictif] [Chloé Modèle]
        Ada: [Chloé Modèle]
        Bot: Chloé Modèle … Lieu : Lyon … Compétences : « compta associative » [Demander un coup de main] [Revenir à la liste]
        Ada: [Revenir à la liste]
        Bot: 2 personnes … [Basile Fictif] [Chloé Modèle]
        Ada: [Basile Fictif]
        Ada: [Demander un coup de main]
        Bot: besoin
        """  # noqa: E501
    )


async def test_an_ally_is_found_in_english(talk: Talk) -> None:
    """The same people, by English words."""
    await are_allies(talk, "Ada")
    await shows(talk, "Basile", "compta associative", "je suis à Saint-Étienne, arabe")
    await talk.goes(
        """
        Ada: /language en
        Ada: /directory bookkeeping Saint-Étienne Arabic
        Bot: One person for “bookkeeping Saint-Étienne Arabic”: … Basile Fictif, Saint-Étienne (Loire): “compta associative” [Basile Fictif]
        Ada: /directory juggling Lille
        Bot: I find nobody for “juggling Lille” … [Ask for a hand]
        Ada: /directory all
        Bot: The directory … one person … Basile Fictif
        """  # noqa: E501
    )


async def test_nobody_has_all_of_it(talk: Talk) -> None:
    """Whoever comes closest is shown, and said to be no more than that."""
    await are_allies(talk, "Ada")
    await shows(talk, "Basile", "compta associative", "je suis à Saint-Étienne")
    await talk.goes(
        """
        Ada: /annuaire compta Dunkerque
        Bot: Personne ne correspond tout à fait à « compta Dunkerque » … Basile Fictif
        """
    )


async def test_what_is_not_shown_is_not_searched(talk: Talk) -> None:
    """Neither a name, nor a place, nor a skill: no search tells what its owner keeps."""
    await are_allies(talk, "Ada")
    await talk.say("Basile", "/offrir compta associative")
    await talk.say("Basile", "/profil je suis à Firminy")
    for words in ("Basile", "Basile Fictif", "compta", "Firminy"):
        (said,) = await talk.say("Ada", f"/annuaire {words}")
        assert "Je ne trouve personne" in said
    await shows(talk, "Basile", "vélo", "arabe")
    await talk.goes(
        """
        Basile: /profil
        Basile: [Qui voit quoi]
        Basile: [Lieu]
        Basile: [Personne]
        Ada: /annuaire Firminy
        Bot: Je ne trouve personne
        Ada: /annuaire Basile
        Bot: Basile Fictif : « compta associative » et « vélo »
        """
    )


async def test_three_without_a_name_are_counted_and_two_are_not(talk: Talk) -> None:
    """Of fewer, somebody could guess who they are."""
    await are_allies(talk, "Ada", "Basile")
    await talk.say("Basile", "/offrir compta associative")
    await talk.say("Chloé", "/offrir compta associative")
    (said,) = await talk.say("Ada", "/annuaire compta")
    assert "Je ne trouve personne" in said
    await talk.say("Driss", "/offrir compta associative")
    await talk.goes(
        """
        Ada: /annuaire compta
        Bot: Pour « compta », personne ne montre son nom … 3 personnes correspondent [Demander un coup de main]
        """  # noqa: E501
    )
    await shows(talk, "Zoé", "compta associative", "arabe")
    await talk.goes(
        """
        Ada: /annuaire compta
        Bot: Une personne … Zoé Imaginée … Et 3 autres qui ne montrent pas leur nom [Zoé Imaginée]
        """
    )
    (seen_by_one_of_them,) = await talk.say("Basile", "/annuaire compta")
    assert "autres" not in seen_by_one_of_them, "oneself is not another"


async def test_an_offer_is_seen_by_those_its_card_names(talk: Talk) -> None:
    """The team and no ally at first; the card of an offer says so, and so does the profile."""
    await talk.goes(
        """
        Basile: /offrir compta associative
        Bot: Dans l’annuaire, l’équipe le voit, les allié·es non
        Basile: /profil
        Bot: Seule l’équipe vous trouve dans l’annuaire
        Driss #equipe: /annuaire compta
        Bot: Une personne … Basile Fictif
        Basile: /profil
        Basile: [Être dans l’annuaire]
        Basile: /offrir vélo
        Bot: Dans l’annuaire, l’équipe et les allié·es le voient
        """
    )


async def test_whoever_said_nothing_of_themselves_is_in_no_list(talk: Talk) -> None:
    """Not even the team's: to be left in peace is no wish to be found."""
    await talk.goes(
        """
        Basile: /profil
        Basile: [À quelle fréquence]
        Basile: [Jamais]
        Driss #equipe: /annuaire
        Bot: Personne n’est encore visible ici
        Driss #equipe: /profil Basile Fictif
        Bot: Basile Fictif n’est pas dans l’annuaire
        """
    )


async def test_in_a_group_only_what_is_public_is_said(talk: Talk) -> None:
    """Anybody reads it there; in private there is more."""
    await shows(talk, "Basile", "compta associative", "je suis à Firminy")
    await talk.goes(
        """
        Ada #groupe: /annuaire compta
        Bot: Je ne trouve personne … seulement ce qui est montré à tout le monde
        Basile: /profil
        Basile: [Qui voit quoi]
        Basile: [Être dans l’annuaire]
        Basile: [Tout le monde]
        Ada #groupe: /annuaire Basile
        Bot: Une personne … Basile Fictif … En privé, j’en dis plus
        """
    )
    said = talk.last("#groupe")["text"]
    assert "Firminy" not in said
    assert "compta" not in said


async def test_a_list_has_pages_that_turn_in_place(talk: Talk) -> None:
    """Six people each; a name that two share is told apart by place."""
    await are_allies(talk, "Basile")
    for number in range(8):
        account = f"@ally{number}"
        name = "Ada Exemple" if number in (1, 2) else f"Personne Fictive {number}"
        for text in (
            "/offrir vélo",
            f"/profil je suis à {'Firminy' if number == 1 else 'Roanne'}",
            "/profil",
            "Être dans l’annuaire",
        ):
            said = {"do": "say", "chat": account, "from": account, "text": text, "name": name}
            await talk.do(said)
    await talk.goes(
        """
        Basile: /annuaire tout
        Bot: L’annuaire — 8 personnes (page 1 sur 2) [Ada Exemple (Firminy)] [Ada Exemple (Roanne)] [Personne Fictive 0]
        Basile: [Suivant]
        Bot: L’annuaire — 8 personnes (page 2 sur 2) [Personne Fictive 6] [Personne Fictive 7] [Précédent]
        Basile: [Précédent]
        Bot: page 1 sur 2
        """  # noqa: E501
    )


@pytest.mark.parametrize("words", ["🎉", "%", "_", "''", "???"])
async def test_words_that_say_nothing_are_refused(talk: Talk, words: str) -> None:
    """With an example; a wildcard of the database is no wildcard here."""
    await are_allies(talk, "Ada")
    (said,) = await talk.say("Ada", f"/annuaire {words}")
    assert "Écrivez un nom, un lieu" in said


async def test_long_words_and_places_of_many_are_read(talk: Talk) -> None:
    """Five hundred letters are cut; of six places of one name each counts."""
    await are_allies(talk, "Ada")
    await shows(talk, "Basile", "vélo", "arabe")
    await talk.say("Basile", "/profil Sainte-Colombe")
    await talk.say("Basile", "Sainte-Colombe, Yonne")
    (said,) = await talk.say("Ada", f"/annuaire {'zorglub ' * 70}")
    assert "Je ne trouve personne" in said
    assert len(said) < 600
    await talk.goes(
        """
        Ada: /annuaire Sainte-Colombe
        Bot: Basile Fictif, Sainte-Colombe (Yonne)
        Ada: /annuaire Sainte-Colombe, Gironde
        Bot: Je ne trouve personne
        Ada: /annuaire Sainte-Colombe (Yonne) vélo
        Bot: Une personne … Basile Fictif
        """
    )


async def test_whoever_is_gone_is_in_no_list(talk: Talk) -> None:
    """Also not behind a button that was drawn before."""
    await are_allies(talk, "Ada")
    await shows(talk, "Basile", "vélo", "je suis à Firminy")
    await talk.goes(
        """
        Ada: /annuaire vélo
        Bot: [Basile Fictif]
        Basile: /profil
        Basile: [Quitter l’annuaire]
        Ada: [Basile Fictif]
        Bot: Cette personne n’est plus visible ici
        Ada: /annuaire vélo
        Bot: Je ne trouve personne
        """
    )


async def test_the_team_takes_the_directory_away(talk: Talk) -> None:
    """With what each shows to the team and nothing else; it is noted in the log."""
    await shows(
        talk,
        "Basile",
        "compta associative, =HYPERLINK(1)",
        "je suis à Firminy, arabe, 3h par mois",
        "L’équipe",
    )
    await shows(talk, "Chloé", "vélo", "je suis à Lyon", "Personne")
    await talk.goes(
        """
        Driss #equipe: /annuaire
        Bot: L’annuaire — une personne … Basile Fictif [Basile Fictif] [Tableau (CSV)] [Carnet d’adresses (vCard)]
        Driss #equipe: [Tableau (CSV)]
        Bot: Une personne, avec ce qu’elle montre à l’équipe et rien d’autre
        Driss #equipe: /annuaire vcard
        Bot: Ce fichier s’ouvre dans un carnet d’adresses
        Driss #equipe: /journal
        Bot: Driss Inventé a exporté l’annuaire : CSV … a exporté l’annuaire : VCARD
        """  # noqa: E501
    )
    table, cards = talk.received(TEAM)
    head, row = table.decode("utf-8-sig").splitlines()
    assert head == "Nom;Compétences;Lieu;Département;Langues;Heures par mois;Organisations"
    assert row.startswith("Basile Fictif;comptabilité associative")
    assert row.endswith(";Firminy;Loire;arabe;3;")
    assert b"FN:Basile Fictif\r\n" in cards
    assert b"ADR:;;;Firminy;Loire;;\r\n" in cards
    assert b"Chlo" not in cards


async def test_outside_the_team_nothing_is_taken_away(talk: Talk) -> None:
    """There the word is looked for like any other."""
    await are_allies(talk, "Ada")
    (said,) = await talk.say("Ada", "/annuaire csv")
    assert "Je ne trouve personne" in said
    assert not talk.last("@ada")["files"]


async def test_the_map_is_drawn_three_ways(talk: Talk) -> None:
    """By person, by territory, and what few can do; each leads to the others."""
    await are_allies(talk, "Ada")
    await talk.goes(
        """
        Ada: /carte
        Bot: La carte est encore vide [Par territoire] [Compétences rares]
        """
    )
    for who in ("Basile", "Chloé", "Driss"):
        await shows(talk, who, "compta associative", "je suis à Firminy")
    for who in ("Basile", "Chloé"):
        await talk.say(who, "/offrir jardinage")
    await talk.say("Basile", "/offrir réparation de vélos")
    await talk.goes(
        """
        Ada: /carte
        Bot: Voici qui sait faire ou prête quoi … 3 compétences et ressources, 3 personnes. Par exemple : comptabilité associative (Basile Fictif, Chloé Modèle et Driss Inventé) [Par territoire] [Compétences rares] [L’annuaire]
        Ada: [Par territoire]
        Bot: Un territoire … moins de trois … Financer et gérer [Qui sait faire quoi] [Compétences rares]
        Ada: [Compétences rares]
        Bot: Une chose ne tient qu’à une seule personne : … (Basile Fictif). Qui a envie
        Ada: /carte zorglub
        Bot: Je dessine trois cartes
        """  # noqa: E501
    )
    pictures = talk.received("@ada")
    assert len(pictures) == 3
    assert all(one.startswith(b"\x89PNG") for one in pictures)


async def test_the_map_names_nobody_who_shows_no_name(talk: Talk) -> None:
    """And counts nobody below three, in a group least of all."""
    await are_allies(talk, "Ada")
    for who in ("Basile", "Chloé"):
        await talk.say(who, "/offrir compta associative")
    for chat in (None, "#groupe"):
        for view in ("qui", "territoires", "rares"):
            said = " ".join(await talk.say("Ada", f"/carte {view}", chat=chat))
            assert "Basile" not in said
            assert "compta" not in said
    await talk.say("Driss", "/offrir compta associative")
    await talk.goes(
        """
        Ada: /language en
        Ada: /map
        Bot: This is how many people … accounting (3) [By territory] [Rare skills]
        Ada: /map rare
        Bot: Good news
        """
    )


async def test_a_group_is_told_numbers_of_what_allies_show(talk: Talk) -> None:
    """From three people on, and never a name that it may not see."""
    for who in ("Basile", "Chloé", "Driss"):
        await shows(talk, who, "compta associative, prêt de salle", "je suis à Firminy")
    for view in ("qui", "territoires", "rares"):
        said = " ".join(await talk.say("Ada", f"/carte {view}", chat="#groupe"))
        assert "Basile" not in said
        assert "encore vide" not in said
    await talk.say("Zoé", "/offrir réparation de vélos")
    await talk.goes(
        """
        Ada #groupe: /carte
        Bot: Voici combien de personnes savent faire ou prêtent quoi … comptabilité associative (3)
        """
    )
    assert "vélos" not in talk.last("#groupe")["text"]


async def test_rooms_and_vans_are_on_the_map(talk: Talk) -> None:
    """What is lent counts like what is done, in each picture."""
    await are_allies(talk, "Ada")
    await shows(talk, "Basile", "prêt de salle", "je suis à Firminy")
    await talk.goes(
        """
        Ada: /carte
        Bot: Voici qui sait faire ou prête quoi … salle … (Basile Fictif)
        Ada: [Compétences rares]
        Bot: Une chose ne tient qu’à une seule personne … salle … (Basile Fictif)
        """
    )


@pytest.mark.parametrize(
    ("typed", "view"),
    [
        ("par territoire", "where"),
        ("des compétences par territoire", "where"),
        ("des compétences rares", "rare"),
        ("skills by territory", "where"),
        ("qui sait faire quoi ?", "who"),
    ],
)
async def test_a_picture_is_asked_for_in_ones_own_words(talk: Talk, typed: str, view: str) -> None:
    """Singular or plural, as its button says it."""
    (said,) = await talk.say("Ada", f"/carte {typed}")
    beginnings = {"who": "La carte est encore", "where": "Pas encore assez", "rare": "Rien de rare"}
    assert said.startswith(beginnings[view])


async def test_an_empty_directory_quotes_nothing(talk: Talk) -> None:
    """Three who show no name are counted, and no words are made up that nobody typed."""
    await are_allies(talk, "Ada")
    for who in ("Basile", "Chloé", "Driss"):
        await talk.say(who, "/offrir compta associative")
    await talk.goes(
        """
        Ada: /annuaire
        Bot: Personne ne montre encore son nom ici … 3 personnes correspondent
        Ada: /language en
        Ada: /directory
        Bot: Nobody shows their name here yet
        """
    )


async def test_a_slip_in_a_short_word_is_understood(talk: Talk) -> None:
    """As close as one letter; the word for short is too short for its letters to tell."""
    await are_allies(talk, "Ada")
    await shows(talk, "Basile", "compta associative", "je suis à Firminy")
    await talk.goes(
        """
        Ada: /annuaire conta
        Bot: Une personne pour « conta » … Basile Fictif
        Ada: /annuaire conta Firminy
        Bot: Une personne … Basile Fictif
        """
    )


async def test_who_can_do_something_leads_to_the_directory(talk: Talk) -> None:
    """Whatever else is answered, one tap looks for the people."""
    await are_allies(talk, "Ada")
    await shows(talk, "Basile", "compta associative", "je suis à Saint-Étienne")
    said = await talk.say("Ada", "qui fait de la compta a st etienne ?")
    assert said
    assert "Chercher dans l’annuaire" in talk.last("@ada")["choices"]
    await talk.goes(
        """
        Ada: [Chercher dans l’annuaire]
        Bot: Basile Fictif [Basile Fictif]
        """
    )
    await talk.say("Ada", "Comment devenir allié ?")
    assert "Chercher dans l’annuaire" not in talk.last("@ada")["choices"]


async def test_a_neighbour_is_said_to_be_one(talk: Talk) -> None:
    """Whoever is in the commune that was asked for comes first."""
    await are_allies(talk, "Ada")
    await shows(talk, "Basile", "vélo", "je suis à Saint-Étienne")
    await shows(talk, "Chloé", "vélo", "je suis à Firminy")
    await talk.goes(
        """
        Ada: /annuaire Firminy
        Bot: Chloé Modèle, Firminy (Loire) : « vélo » … Basile Fictif, à côté, à Saint-Étienne (Loire)
        Ada: /annuaire Loire
        Bot: Basile Fictif, Saint-Étienne (Loire)
        Ada: /language en
        Ada: /directory Firminy
        Bot: Basile Fictif, nearby, in Saint-Étienne (Loire)
        """  # noqa: E501
    )
