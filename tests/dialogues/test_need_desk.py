"""Needs before the team: who was asked, who answered, and how one is closed and taken up again."""

from __future__ import annotations

import pytest

from domain.needs import NeedState
from tests.dialogues.test_needs import pass_by, state_of
from tests.talk import TEAM, Talk

pytestmark = pytest.mark.parametrize("talk", ["telegram"], indirect=True)
"""One platform is enough here: `everywhere.txt` goes through a card on each."""


async def test_the_team_s_card_says_who_was_asked_and_what_they_said(talk: Talk) -> None:
    """Whom the team thought of, and no one else; a second one is asked after one more tap."""
    await talk.say("Basile", "/debut")
    await talk.goes(
        """
        Chloé: /debut
        Ada: /besoin animer un atelier
        Ada: [Chercher]
        Driss #equipe: [Proposer quelqu’un]
        Driss #equipe: Chloé Modèle
        Bot: J’ai demandé à Chloé Modèle
        Bot → #equipe: Personnes sollicitées par l’équipe • Chloé Modèle, à qui Driss Inventé a pensé : pas encore de réponse [Proposer quelqu’un] [Clore]
        Bot → Chloé: C’est l’équipe qui a pensé à vous : elle saura si c’est oui ou non
        Driss #equipe: /file
        Driss #equipe: [Proposer quelqu’un]
        Driss #equipe: Basile Fictif
        Bot: Chloé Modèle n’a pas encore répondu. Faut-il demander à une autre personne en même temps ? [Demander aussi à Basile Fictif]
        Driss #equipe: [Demander aussi à Basile Fictif]
        Bot: J’ai demandé à Basile Fictif
        Bot → Basile: « animer un atelier » [Oui]
        Chloé: [Pas ce mois-ci]
        Bot → #equipe: Chloé Modèle, à qui Driss Inventé a pensé : pas cette fois • Basile Fictif, à qui Driss Inventé a pensé : pas encore de réponse
        """  # noqa: E501
    )
    await pass_by(talk, days=3)
    assert "Basile Fictif, à qui Driss Inventé a pensé\u202f: pas de réponse" in _cards(talk)[-1]
    await talk.press("Basile", "Oui")
    assert "Basile Fictif, à qui Driss Inventé a pensé\u202f: oui" in _cards(talk)[-1]


async def test_whom_the_asker_asks_stays_off_the_team_s_card(talk: Talk) -> None:
    """Also where they were asked before the team looked."""
    await talk.goes(
        """
        Basile: /offrir réparation de vélos
        Ada: /besoin réparer mon vélo
        Ada: [Chercher]
        Ada: [Demander à l’allié·e n° 1]
        Basile: [Pas ce mois-ci]
        Bot → #equipe: Quelqu’un cherche de l’aide … réparer mon vélo [Proposer quelqu’un]
        """
    )
    assert not any("Basile" in one for one in _cards(talk))


async def test_the_team_closes_and_the_asker_is_told(talk: Talk) -> None:
    """Once; the second press finds nothing to close."""
    await talk.say("Ada", "/besoin animer un atelier")
    await talk.press("Ada", "Chercher")
    card = talk.last(TEAM)["id"]
    await talk.press("Driss", "Clore", chat=TEAM, message=card)
    assert "n’a trouvé personne à qui demander" in talk.last("@ada")["text"]
    assert await state_of(talk, 1) is NeedState.CLOSED


async def test_a_need_closed_too_soon_is_taken_up_again(talk: Talk) -> None:
    """For a day; the asker reads what is true, and the card who closed it."""
    await talk.goes(
        """
        Chloé: /debut
        Ada: /besoin animer un atelier
        Ada: [Chercher]
        Ada: [Oui, sans mon nom]
        Driss #equipe: [Mettre dans l’agenda]
        Driss #equipe: [Proposer quelqu’un]
        Driss #equipe: Chloé Modèle
        Driss #equipe: [Clore]
        Bot → Ada: L’équipe a demandé à une personne pour « animer un atelier », et n’a pas eu de oui. Elle arrête de chercher
        Bot → #equipe: c’est clos … Clos par Driss Inventé [Rouvrir]
        """  # noqa: E501
    )
    assert "agenda" not in _cards(talk)[-1]
    assert await state_of(talk, 1) is NeedState.CLOSED
    await talk.goes(
        """
        Driss #equipe: [Rouvrir]
        Bot → Ada: L’équipe cherche de nouveau pour « animer un atelier »
        Bot → #equipe: Quelqu’un cherche de l’aide … La demande paraît dans l’agenda [Proposer quelqu’un] [Clore]
        """  # noqa: E501
    )
    assert await state_of(talk, 1) is NeedState.UNMET
    await talk.press("Driss", "Clore", chat=TEAM)
    await pass_by(talk, days=2)
    said = await talk.press("Driss", "Rouvrir", chat=TEAM)
    assert "clos depuis plus d’un jour" in said[0]
    assert await state_of(talk, 1) is NeedState.CLOSED


async def test_what_its_asker_closed_is_not_the_team_s_to_open(talk: Talk) -> None:
    """Also by a press on a card that was not redrawn."""
    await talk.say("Ada", "/besoin animer un atelier")
    await talk.press("Ada", "Chercher")
    await talk.press("Driss", "Clore", chat=TEAM)
    card = talk.last(TEAM)["id"]
    await talk.tap("Driss", "Rouvrir", card, chat=TEAM)
    await talk.say("Ada", "/besoins")
    await talk.press("Ada", "Clore")
    assert "Clos par" not in _cards(talk)[-1]
    said = await talk.press("Driss", "Rouvrir", chat=TEAM, message=card)
    assert said
    assert await state_of(talk, 1) is NeedState.CLOSED


def _cards(talk: Talk) -> list[str]:
    """What the team's cards of needs said, one after the other."""
    drawn = [str(one["text"]) for one in talk.events if one.get("chat") == TEAM and "text" in one]
    return [one for one in drawn if "de l’aide" in one]
