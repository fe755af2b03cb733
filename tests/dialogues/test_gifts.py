"""Gifts of hours, and hours asked of the pot."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from tests.dialogues.ledgers import balances, earned, faults
from tests.talk import TEAM, Talk

pytestmark = pytest.mark.slow


@pytest.fixture(autouse=True)
async def sound(talk: Talk) -> AsyncIterator[None]:
    """Whatever happened, nothing is wrong with the ledger."""
    yield
    assert await faults(talk) == []


async def test_a_gift_moves_once_it_is_accepted(talk: Talk) -> None:
    """One message, a draft, and the other side says yes."""
    await earned(talk, "Ada", by="Basile", hours=6)
    await talk.say("Chloé", "/debut")
    await talk.goes(
        """
        Ada: /don 2h à @chloe pour son déménagement
        Bot: 2 h pour Chloé Modèle, pour : son déménagement … Il vous restera 4 h
        Ada: [C’est juste]
        Bot: quand Chloé Modèle aura dit oui
        Bot → Chloé: Ada Exemple vous offre 2 h … déménagement [Accepter] [Refuser poliment]
        Chloé: [Accepter]
        Bot: 2 h de plus. Votre solde : 2 h
        Bot → Ada: Chloé Modèle accepte vos 2 h
        """
    )

    assert await balances(talk) == {"@ada": 240, "@basile": -360, "@chloe": 120}


async def test_a_gift_may_be_declined_kindly(talk: Talk) -> None:
    """Nothing moves, and nobody is in the wrong: the team is not troubled."""
    await earned(talk, "Ada", by="Basile", hours=6)
    await talk.goes(
        """
        Ada: /don 2h à @basile
        Ada: [C’est juste]
        Basile: [Refuser poliment]
        Bot: rien ne bouge
        Bot → Ada: Basile Fictif vous remercie
        """
    )

    assert await balances(talk) == {"@ada": 360, "@basile": -360}
    assert "Plus rien n’attend" in (await talk.say("Driss", "/file", chat=TEAM))[0]


async def test_the_pot_takes_a_gift_at_once(talk: Talk) -> None:
    """On the giver's own word, since it credits nobody; written with or without "commun"."""
    await earned(talk, "Ada", by="Basile", hours=6)
    await talk.goes(
        """
        Ada: /don 2h au pot
        Bot: 2 h pour le pot commun … Il vous restera 4 h [C’est juste] [Annuler]
        Ada: [C’est juste]
        Bot: Le pot commun a reçu 2 h. Votre solde : 4 h
        """
    )

    assert await balances(talk) == {"@ada": 240, "@basile": -360, "pot": 120}


async def test_what_a_line_leaves_out_is_asked(talk: Talk) -> None:
    """To whom, how long; the pot is one tap away."""
    await earned(talk, "Ada", by="Basile", hours=6)
    await talk.goes(
        """
        Ada: /don
        Bot: À qui [Le pot commun]
        Ada: Zoé
        Bot: Je ne connais pas
        Ada: le pot commun
        Bot: Combien d’heures
        Ada: 1h30
        Bot: 1 h 30 pour le pot commun
        Ada: [C’est juste]
        Bot: Merci
        """
    )


async def test_an_english_gift_reads_english(talk: Talk) -> None:
    """Each side in their own language."""
    await earned(talk, "Ada", by="Basile", hours=6)
    await talk.goes(
        """
        Ada: /langue English
        Ada: /gift 1h to Basile for moving house
        Bot: 1 h for Basile Fictif, for: moving house … You will have 5 h left
        Ada: [That is right]
        Bot: once Basile Fictif has said yes
        Bot → Basile: Ada Exemple vous offre 1 h
        Basile: [Accepter]
        Bot → Ada: Basile Fictif gladly accepts your 1 h
        """
    )


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("/don 7h au pot", "plus que ce que vous avez : 6 h"),
        ("/don 2h à @ada", "C’est déjà à vous"),
        ("/don 0 min au pot", "à zéro"),
        ("/don -2h au pot", "sans « moins »"),
        ("/don 30h au pot", "trop long"),
        ("/don 2h ou 3h au pot", "plusieurs durées"),
        ("/don 2h à Zoé", "Je ne connais pas"),
        ("/don " + "z" * 10_000, "un peu long"),
    ],
)
async def test_a_gift_that_cannot_be_is_said_kindly(talk: Talk, line: str, said: str) -> None:
    """More than one has, to oneself, or of no length."""
    await earned(talk, "Ada", by="Basile", hours=6)
    assert said in " ".join((await talk.say("Ada", line))[0].split())
    assert await balances(talk) == {"@ada": 360, "@basile": -360}


async def test_nobody_gives_away_what_they_owe(talk: Talk) -> None:
    """Zero or less is nothing to give; in a group it is not spoken of."""
    await earned(talk, "Ada", by="Basile", hours=6)
    assert "solde est à zéro ou moins" in (await talk.say("Basile", "/don 1h au pot"))[0]
    assert "en privé" in (await talk.say("Ada", "/don 1h au pot", chat="#quartier"))[0]


async def test_a_gift_whose_hours_are_gone_waits(talk: Talk) -> None:
    """Two gifts of the same hours: only one of them moves."""
    await earned(talk, "Ada", by="Basile", hours=2)
    await talk.say("Chloé", "/debut")
    for whom in ("@basile", "@chloe"):
        await talk.say("Ada", f"/don 2h à {whom}")
        await talk.press("Ada", "C’est juste")
    await talk.press("Basile", "Accepter")
    said = await talk.press("Chloé", "Accepter")

    assert "ne sont plus sur son compte" in said[0]
    assert (await balances(talk))["@ada"] == 0
    await earned(talk, "Ada", by="Basile", hours=3)
    await talk.say("Chloé", "/attente")
    await talk.press("Chloé", "Accepter")
    assert (await balances(talk))["@chloe"] == 120


async def test_accepting_twice_counts_once(talk: Talk) -> None:
    """Two taps at once on the same card."""
    await earned(talk, "Ada", by="Basile", hours=6)
    await talk.say("Ada", "/don 2h à @basile")
    await talk.press("Ada", "C’est juste")
    card = talk.last("@basile")["id"]
    for _ in range(2):
        pressed = {"do": "press", "chat": "@basile", "from": "@basile", "choice": 0}
        await talk.stage.bring({**pressed, "message": card})
    await talk.stage.app.settle()

    assert await balances(talk) == {"@ada": 240, "@basile": -240}


async def test_anybody_may_ask_the_pot(talk: Talk) -> None:
    """A balance below zero is no obstacle; the team decides, and sees both balances."""
    await earned(talk, "Ada", by="Basile", hours=6)
    await talk.goes(
        """
        Basile: /pot 2h pour finir les travaux
        Bot: C’est transmis à l’équipe : 2 h
        Bot → #equipe: Basile Fictif demande 2 h au pot commun … solde : −6 h. Le pot : 0 min
        Basile: /pot 3h pour autre chose
        Bot: attend déjà la réponse de l’équipe
        Driss #equipe: [Accorder]
        Bot: Il reste −2 h au pot. Il est sous zéro
        Bot → Basile: le pot commun vous donne 2 h. Votre solde : −4 h
        """
    )

    assert await balances(talk) == {"@ada": 360, "@basile": -240, "pot": -120}


async def test_the_pot_may_say_not_this_time(talk: Talk) -> None:
    """Kindly, with another way; one may ask again."""
    await talk.goes(
        """
        Ada: /pot 2h
        Bot: Pour quoi
        Ada: les travaux
        Bot: C’est transmis
        Driss #equipe: [Pas cette fois]
        Bot: C’est dit
        Bot → Ada: Pas cette fois … besoin
        Ada: /pot 1h pour les travaux
        Bot: C’est transmis
        """
    )

    assert await balances(talk) == {}


async def test_somebody_of_the_team_does_not_grant_their_own_wish(talk: Talk) -> None:
    """Somebody else of the team has to."""
    await talk.say("Driss", "/pot 2h pour les travaux")
    said = await talk.press("Driss", "Accorder", chat=TEAM)

    assert "l’autre personne de confirmer" in said[0]
    assert await balances(talk) == {}
