"""Profiles: said in one message, changed with a tap, seen by those one lets see it."""

from __future__ import annotations

import pytest

from domain.places import Level
from domain.profiles import Circle, Profile
from tests.dialogues.allies import are_allies
from tests.dialogues.consent import is_shown
from tests.talk import Talk

pytestmark = pytest.mark.parametrize("talk", ["telegram"], indirect=True)


async def profile_of(talk: Talk, who: str) -> Profile:
    """What is kept of somebody."""
    async with talk.stage.app.database.begin(talk.stage.fabrique.id) as store:
        everyone = await store.people.everyone()
        return await store.profiles.of(next(one.id for one in everyone if one.name == who))


async def test_a_profile_is_said_in_one_message(talk: Talk) -> None:
    """Place, hours, languages and a pause; each can be changed with a tap."""
    await talk.goes(
        """
        Ada: /profil
        Bot: Votre profil … Lieu : à préciser … 2 fois par mois [Lieu] [Langues] [Temps à donner]
        Ada: /profil je suis à Firminy, 3h par mois, anglais et arabe, en pause jusqu’en mars
        Bot: Firminy (Loire) … anglais et arabe … 3 h par mois … de retour le 1er mars 2026
        Ada: [Reprendre]
        Bot: Votre profil … 3 h par mois … 2 fois par mois [Lieu]
        Ada: [À quelle fréquence]
        Bot: Combien de fois par mois [1 par mois] [2 par mois] [4 par mois] [Jamais]
        Ada: [1 par mois]
        Bot: Vous demander un coup de main : 1 fois par mois au plus
        Ada: [Langues]
        Bot: Quelles langues parlez-vous
        Ada: anglais et arabe
        Bot: anglais et arabe
        """
    )
    kept = await profile_of(talk, "Ada Exemple")
    assert kept.place is not None
    assert (kept.place.code, kept.place.level) == ("42095", Level.COMMUNE)
    assert (kept.languages, kept.hours_month, kept.asks_month) == (("en", "ar"), 3, 1)
    assert kept.paused_until is None


async def test_a_plain_sentence_is_enough(talk: Talk) -> None:
    """In private, words that plainly tell of oneself need no command."""
    await talk.goes(
        """
        Ada: je suis à Firminy, 3h par mois
        Bot: Votre profil … Firminy (Loire) … 3 h par mois
        Ada: je suis en pause jusqu'en mars
        Bot: En pause : de retour le 1er mars 2026
        """
    )


async def test_a_name_that_exists_several_times_is_chosen(talk: Talk) -> None:
    """Those of one's own département first; what was sure in the same sentence is kept."""
    await talk.goes(
        """
        Ada: /profil je suis à Sainte-Colombe, 2h par mois
        Bot: 12 lieux s’appellent [Sainte-Colombe (Rhône)]
        Ada: Sainte-Colombe, Yonne
        Bot: Sainte-Colombe (Yonne) … 2 h par mois
        Ada: /profil Saint-Martin
        Bot: lieux pour « Saint-Martin » [Saint-Martin (Saint-Martin)]
        Ada: [Saint-Martin (Gers)]
        Bot: Lieu : Saint-Martin (Gers)
        """
    )
    kept = await profile_of(talk, "Ada Exemple")
    assert kept.place is not None
    assert kept.place.departement == "32"


async def test_a_place_of_no_list_is_kept_in_ones_own_words(talk: Talk) -> None:
    """Abroad, or a hamlet: it is near to nothing, and shown as it is."""
    await talk.goes(
        """
        Ada: /profil
        Ada: [Lieu]
        Bot: Où êtes-vous ?
        Ada: Bruxelles-en-Exemple
        Bot: Je ne trouve pas « Bruxelles-en-Exemple » [Garder « Bruxelles-en-Exemple »]
        Ada: [Garder « Bruxelles-en-Exemple »]
        Bot: Lieu : Bruxelles-en-Exemple
        """
    )


async def test_others_see_what_one_shows_and_nothing_else(talk: Talk) -> None:
    """Nobody is in the directory who did not ask for it; each field has its own audience."""
    await are_allies(talk, "Basile")
    await talk.say("Ada", "/offrir relecture")
    await talk.goes(
        """
        Ada: /profil je suis à Firminy, 3h par mois, arabe
        Basile: /profil Ada Exemple
        Bot: Ada Exemple n’est pas dans l’annuaire
        Ada: /profil
        Ada: [Être dans l’annuaire]
        Bot: Qui voit quoi de vous … annuaire : les allié·es
        Basile: /profil @ada
        Bot: Ada Exemple … Lieu : Firminy (Loire) … Langues : arabe … Compétences : « relecture »
        Ada: [Lieu]
        Bot: Qui peut voir où vous êtes ? [Personne] [L’équipe] [Les allié·es] [Tout le monde]
        Ada: [Personne]
        Bot: Lieu : personne
        Ada: [Temps à donner]
        Ada: [L’équipe]
        Bot: Temps à donner : l’équipe
        Ada: [Revoir mon profil]
        Bot: Vous êtes dans l’annuaire
        """
    )
    (seen,) = await talk.say("Basile", "/profil Ada")
    assert "Firminy" not in seen
    assert "3 h" not in seen.replace("\u202f", " ")
    assert "relecture" in seen


async def test_a_group_reads_what_is_shown_to_everyone(talk: Talk) -> None:
    """What allies may see of somebody is told to allies, and in private."""
    await are_allies(talk, "Basile")
    await talk.do({"do": "join", "chat": "#pilat", "from": "@basile"})
    await talk.say("Ada", "/profil je suis à Firminy")
    await is_shown(talk, "Ada")
    await talk.goes(
        """
        Basile: /profil @ada
        Bot: Ada Exemple … Lieu : Firminy
        Basile #pilat: /profil @ada
        Bot: Ada Exemple n’est pas dans l’annuaire
        """
    )


async def test_a_pause_ends_by_itself_and_one_is_told(talk: Talk) -> None:
    """That morning, once, and never while it lasts."""
    await talk.goes(
        """
        Ada: /profil en pause
        Bot: Jusqu’à quand ? [Une semaine] [Un mois] [Trois mois]
        Ada: [Une semaine]
        Bot: En pause : de retour le 12 janvier 2026
        """
    )
    await talk.do({"do": "clock", "to": "2026-01-12T08:59:00+01:00"})
    assert (await profile_of(talk, "Ada Exemple")).paused_until is not None
    said = await talk.do({"do": "clock", "to": "2026-01-12T09:00:00+01:00"})
    assert ["de retour de pause" in one["text"] for one in said if "text" in one] == [True]
    assert (await profile_of(talk, "Ada Exemple")).paused_until is None


async def test_the_team_sees_who_is_there(talk: Talk) -> None:
    """In its chat, what is shown to it; never what is shown to nobody."""
    await talk.goes(
        """
        Ada: /profil je suis à Firminy, 3h par mois
        Driss #equipe: /profil Ada
        Bot: Ada Exemple … Lieu : Firminy (Loire) … Temps à donner : 3 h par mois
        Driss #equipe: /profil @personne
        Bot: Je ne connais pas « @personne »
        """
    )


async def test_circles_come_from_what_one_did(talk: Talk) -> None:
    """Nobody declares them, and several hold at once."""
    await talk.say("Ada", "/offrir relecture")
    await talk.goes(
        """
        Ada: /profil
        Bot: Cercles : soutien
        """
    )
    async with talk.stage.app.database.begin(talk.stage.fabrique.id) as store:
        ada = next(one.id for one in await store.people.everyone() if one.name == "Ada Exemple")
        assert await store.profiles.circles(ada) == [Circle.SUPPORTING]


async def test_the_team_notes_who_is_a_member(talk: Talk) -> None:
    """Said twice, it is taken back; the person is told each time."""
    await talk.say("Ada", "/debut")
    await talk.goes(
        """
        Driss #equipe: /adhesion @ada
        Bot: Ada Exemple est membre de l’association
        Bot → Ada: L’équipe a noté votre adhésion
        Ada: /profil
        Bot: Cercles : adhésion
        Driss #equipe: /adhesion @ada
        Bot: Ada Exemple n’est plus membre
        Bot → Ada: ne dit plus que vous êtes membre
        """
    )


async def test_who_leaves_takes_their_profile_along(talk: Talk) -> None:
    """Nothing of it is kept by those who stay."""
    await talk.goes(
        """
        Ada: /profil je suis à Firminy, 3h par mois
        Driss #equipe: /depart @ada
        Driss #equipe: [C’est juste]
        Bot → Ada: L’équipe a noté votre départ
        """
    )
    assert await profile_of(talk, "Ada Exemple") == Profile(1)


@pytest.mark.parametrize("odd", ["🌱", "999h par mois", "en pause jusqu'en mars 2030", "…", "zzz"])
async def test_what_is_not_understood_changes_nothing(talk: Talk, odd: str) -> None:
    """And says what can be written."""
    (said,) = await talk.say("Ada", f"/profil {odd}")
    assert "Écrivez par exemple" in said
    assert await profile_of(talk, "Ada Exemple") == Profile(1)


async def test_a_profile_is_erased(talk: Talk) -> None:
    """One more tap, and nothing of it is kept."""
    await talk.goes(
        """
        Ada: /profil je suis à Firminy, 3h par mois
        Ada: [Effacer mon profil]
        Bot: J’efface votre lieu [Oui, tout effacer]
        Ada: [Oui, tout effacer]
        Bot: C’est effacé
        Ada: /profil
        Bot: Lieu : à préciser
        """
    )


async def test_in_a_group_a_profile_stays_private(talk: Talk) -> None:
    """What one says of oneself is not for everybody who reads along."""
    (said,) = await talk.say("Ada", "/profil", chat="#groupe")
    assert "en privé" in said


async def test_it_goes_in_english_too(talk: Talk) -> None:
    """The same sentence, the same card."""
    await talk.goes(
        """
        Chloé: /language English
        Chloé: /profile I live in Lyon, English, Spanish, 3h a month, on a break until 12 March
        Bot: Your profile … Lyon (Rhône) … English and Spanish … 3 h a month … back on 12 March 2026
        """
    )


async def test_the_card_says_who_finds_one_and_whether_one_is_asked(talk: Talk) -> None:
    """Whichever audience was chosen; and never both "never" and "you may be asked"."""
    await talk.goes(
        """
        Ada: /profil je suis à Firminy
        Bot: Seule l’équipe vous trouve dans l’annuaire, avec ce que vous dites ici. On peut vous demander
        Ada: [Être dans l’annuaire]
        Ada: [Être dans l’annuaire]
        Ada: [Tout le monde]
        Ada: [Revoir mon profil]
        Bot: Vous êtes dans l’annuaire, visible de tout le monde, dans les groupes aussi. On peut vous
        Ada: [À quelle fréquence]
        Ada: [Jamais]
        Bot: Vous demander un coup de main : jamais
        """  # noqa: E501
    )
    assert "On peut vous demander" not in talk.last("@ada")["text"]
    await talk.goes(
        """
        Ada: [Qui voit quoi]
        Ada: [Être dans l’annuaire]
        Ada: [Personne]
        Ada: [Revoir mon profil]
        Bot: Personne ne vous trouve dans l’annuaire
        """
    )


async def test_a_place_may_be_left_unsaid(talk: Talk) -> None:
    """No is no place; nor is how often one may be asked."""
    await talk.goes(
        """
        Ada: /profil 1 fois par mois max
        Bot: Votre profil
        Ada: /profil Saint-Martin
        Bot: plusieurs lieux
        """
    )
    assert talk.last("@ada")["choices"][-1] == "Laisser comme c’était"
    said = (await talk.say("Ada", "non laisse"))[0]
    assert "Saint-M" not in said
    assert "laisse" not in said


async def test_a_pause_and_the_directory_are_asked_for_plainly(talk: Talk) -> None:
    """In a word or two, without a command."""
    await talk.goes(
        """
        Ada: pause jusqu'en mars
        Bot: En pause
        Ada: plus de pause
        Bot: Votre profil
        Ada: pause
        Bot: Jusqu’à quand
        Ada: non laisse
        """
    )
    await talk.goes(
        """
        Basile: je veux etre dans l'annuaire
        Bot: Qui peut vous trouver dans l’annuaire ?
        """
    )
