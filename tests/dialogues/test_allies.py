"""Who counts as an ally: somebody whom others know, and nobody by one word in private."""

from __future__ import annotations

from tests.talk import TEAM, Talk


async def _basile_is_shown(talk: Talk) -> None:
    await talk.say("Basile", "/offrir compta associative")
    await talk.say("Basile", "/profil")
    await talk.press("Basile", "Être dans l’annuaire")


async def test_a_stranger_sees_only_what_is_shown_to_everyone(talk: Talk) -> None:
    """In the list, the profile and the map; what allies show is for those whom they know."""
    await _basile_is_shown(talk)
    await talk.goes(
        """
        Ada: /annuaire compta
        Bot: Je ne trouve personne … seulement ce qui est montré à tout le monde [Demander un coup de main] [Demander à l’équipe]
        Ada: /profil Basile
        Bot: Basile Fictif n’est pas dans l’annuaire
        Ada: /carte
        Bot: La carte est encore vide
        Ada: /offrir vélo
        Ada: /annuaire compta
        Bot: Je ne trouve personne
        """  # noqa: E501
    )


async def test_the_team_lets_somebody_in(talk: Talk) -> None:
    """Who said so is on the card and in the log; a second press changes nothing."""
    await _basile_is_shown(talk)
    await talk.goes(
        """
        Ada: /annuaire compta
        Ada: [Demander à l’équipe]
        Bot: C’est demandé à l’équipe
        Bot → #equipe: Ada Exemple demande à voir ce que les allié·es se montrent [C’est un·e allié·e] [Pas encore]
        Driss #equipe: [C’est un·e allié·e]
        Bot: Ada Exemple voit maintenant … C’est Driss qui l’a dit
        Bot → Ada: Vous êtes parmi les allié·es
        Ada: /annuaire compta
        Bot: Une personne … Basile Fictif [Basile Fictif]
        Driss #equipe: /journal
        Bot: Driss Inventé a ouvert l’annuaire à
        """  # noqa: E501
    )


async def test_the_team_does_not_know_somebody_yet(talk: Talk) -> None:
    """They are told what to do, and see no more than before."""
    await _basile_is_shown(talk)
    await talk.goes(
        """
        Ada: /language en
        Ada: /directory bookkeeping
        Bot: I find nobody … Only what is shown to everyone is here [Ask for a hand] [Ask the team]
        Ada: [Ask the team]
        Driss #equipe: [Pas encore]
        Bot: Ada Exemple ne voit que ce qui est montré à tout le monde
        Bot → Ada: The team does not know you yet
        Ada: /directory bookkeeping
        Bot: I find nobody
        """
    )


async def test_a_group_counts_when_the_team_is_in_it(talk: Talk) -> None:
    """Anybody can make a group of their own, and bring the bot into it."""
    await _basile_is_shown(talk)
    await talk.say("Ada", "/aide", chat="#groupe")
    (said,) = await talk.say("Ada", "/annuaire compta")
    assert "Je ne trouve personne" in said
    await talk.say("Driss", "/aide", chat=TEAM)
    await talk.say("Driss", "/aide", chat="#groupe")
    (said,) = await talk.say("Ada", "/annuaire compta")
    assert "Basile Fictif" in said


async def test_an_exchange_that_counts_makes_allies_of_both(talk: Talk) -> None:
    """One that waits for the other's word does not: anybody can note one."""
    await _basile_is_shown(talk)
    await talk.goes(
        """
        Ada: /annuaire compta
        Bot: Je ne trouve personne
        Ada: /heures 2h30 avec @basile pour relecture
        Ada: [Moi]
        Ada: [C’est juste]
        Ada: /annuaire compta
        Bot: Je ne trouve personne
        Basile: [Confirmer]
        Ada: /annuaire compta
        Bot: Une personne … Basile Fictif
        """
    )


async def test_a_need_tells_a_stranger_no_name(talk: Talk) -> None:
    """What is offered may be told to whoever needs it; who and where they are, to allies alone."""
    await _basile_is_shown(talk)
    await talk.goes(
        """
        Ada: /besoin aide pour la compta associative
        Ada: [Chercher]
        Bot: Un·e allié·e offre « compta associative »
        """
    )
    assert "Basile" not in talk.last("@ada")["text"]
    await talk.goes(
        """
        Ada: /annuaire compta
        Ada: [Demander à l’équipe]
        Driss #equipe: [C’est un·e allié·e]
        Ada: /besoin aide pour la compta de notre association samedi
        Ada: [Chercher]
        Bot: Basile Fictif offre « compta associative »
        """
    )
