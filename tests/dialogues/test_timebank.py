"""Noting time: one message, a card, the other side's word."""

from __future__ import annotations

from tests.talk import Talk


async def test_one_message_and_two_taps_note_an_exchange(talk: Talk) -> None:
    """ "avec" has no direction, so who gave is asked; both balances change once confirmed."""
    await talk.say("Basile", "/debut")

    await talk.goes(
        """
        Ada: /heures 2h30 avec @basile pour relecture du dossier, hier
        Bot: Qui a donné de son temps ? [Moi] [Basile Fictif]
        Ada: [Moi]
        Bot: Ada Exemple … Basile Fictif … 2 h 30 … dimanche 4 janvier … [C’est juste] [Inverser]
        Ada: [C’est juste]
        Bot → Basile: Ada Exemple a noté un échange avec vous … 2 h 30 [Confirmer] [Contester]
        Basile: [Confirmer]
        Bot: −2 h 30
        Bot → Ada: 2 h 30
        """
    )

    assert {row["account"]: row["minutes"] for row in await talk.dump("balances")} == {
        "@ada": 150,
        "@basile": -150,
    }
