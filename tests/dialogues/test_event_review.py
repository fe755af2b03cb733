"""The team and its events: one tap for a good one, a reason in a second, one event in two words."""

from __future__ import annotations

import pytest

from tests.talk import TEAM, Talk

pytestmark = pytest.mark.parametrize("talk", ["telegram"], indirect=True)

NAMES = "alpha bravo charlie delta echo foxtrot golf hotel india juliett".split()


async def propose(talk: Talk, text: str, who: str = "Ada") -> None:
    """Somebody proposes an event in one message."""
    await talk.say(who, f"/proposer {text}")
    await talk.press(who, "C’est juste, proposer")


async def test_ten_good_proposals_take_ten_taps_and_no_typing(talk: Talk) -> None:
    """The cards come by themselves; those of `/file` are as many."""
    for day, name in enumerate(NAMES, 10):
        await propose(talk, f"Bal {name} le {day} janvier à 20h, Place du Modèle")
    cards = [one["id"] for one in talk.events if one.get("chat") == TEAM and one.get("choices")]
    shown = await talk.do({"do": "say", "chat": TEAM, "from": "@driss", "text": "/file"})
    assert sum("Approuver" in one.get("choices", []) for one in shown) == len(NAMES)
    taps = 0
    for card in cards:
        await talk.press("Driss", "Approuver", chat=TEAM, message=card)
        taps += 1
    assert taps == len(NAMES)
    assert [row["state"] for row in await talk.dump("events")] == ["approved"] * len(NAMES)


async def test_a_refusal_may_carry_a_reason(talk: Talk) -> None:
    """One tap refuses, another says why; or words of one's own."""
    await propose(talk, "Bal alpha le 17 janvier à 20h, Place du Modèle")
    await propose(talk, "Foire bravo le 18 janvier à 20h, Place du Modèle")
    await talk.goes(
        """
        Driss #equipe: [Refuser]
        Bot → Ada: n’a pas été retenu … Foire bravo
        Driss #equipe: [Hors sujet]
        Bot → Ada: À propos de votre événement … Foire bravo … ne correspond pas
        Driss #equipe: [Refuser]
        Driss #equipe: [Autre raison…]
        Bot: Que faut-il dire
        Driss #equipe: La salle est fermée ce jour-là
        Bot → Ada: L’équipe précise : « La salle est fermée ce jour-là »
        """
    )


async def test_the_team_changes_a_part(talk: Talk) -> None:
    """The card comes back with the new words, and approves these."""
    await propose(talk, "Bal alpha le 17 janvier à 20h, Place du Modèle")
    await talk.goes(
        """
        Driss #equipe: [Modifier]
        Bot: Que faut-il changer [Le titre] [Le jour ou l’heure]
        Driss #equipe: [Le jour ou l’heure]
        Bot: Quel jour
        Driss #equipe: dimanche 18 janvier à 15h
        Bot: Bal alpha … dimanche 18 janvier à 15 h [Approuver] [Refuser] [Modifier]
        Driss #equipe: [Approuver]
        Bot → Ada: Bonne nouvelle … dimanche 18 janvier à 15 h
        """
    )


async def test_two_announcements_may_be_one_event(talk: Talk) -> None:
    """One tap: the one in the agenda keeps its words, and both proposers know."""
    await propose(talk, "Bal alpha le 17 janvier à 20h, Place du Modèle")
    await talk.press("Driss", "Approuver", chat=TEAM)
    await talk.say("Basile", "/proposer Bal alpha le 17 janvier à 21h, Place du Modèle, prix libre")
    await talk.goes(
        """
        Basile: [C’est juste, proposer]
        Bot → #equipe: sont-elles le même événement ? … La n° 2 dit aussi : prix libre
        Driss #equipe: [Oui, une seule]
        Bot → Basile: Votre événement est à l’agenda … Bal alpha … samedi 17 janvier à 20 h
        """
    )
    assert sorted(row["state"] for row in await talk.dump("events")) == ["approved", "merged"]


async def test_nobody_is_asked_again_about_two(talk: Talk) -> None:
    """The team said no; the queue does not show the pair any more."""
    await propose(talk, "Bal alpha le 17 janvier à 20h, Place du Modèle")
    await propose(talk, "Bal alpha le 17 janvier à 21h, Place du Modèle", who="Basile")
    await talk.press("Driss", "Non, deux", chat=TEAM)
    said = await talk.say("Driss", "/file", chat=TEAM)
    assert not any("Ces deux annonces" in one for one in said)
    assert [row["state"] for row in await talk.dump("events")] == ["proposed", "proposed"]


async def test_a_place_is_noted_in_one_message_and_known_by_its_names(talk: Talk) -> None:
    """Its access is told where the event says none."""
    await talk.goes(
        """
        Driss #equipe: /lieux La Roue Libre, 12 rue Fictive, Bellevue, Saint-Étienne, plain-pied
        Bot: La Roue Libre, 12 rue Fictive, Bellevue, Saint-Étienne … plain-pied [Modifier]
        Driss #equipe: [Modifier]
        Driss #equipe: [Un autre nom]
        Driss #equipe: la Roulotte
        Bot: Autres noms : la Roulotte
        Ada: /proposer Atelier samedi 17 janvier à 18h à la Roulotte, prix libre
        Ada: [C’est juste, proposer]
        Bot → #equipe: Atelier … (Bellevue) … Accès : plain-pied
        Driss #equipe: /lieux
        Bot: La Roue Libre
        Driss #equipe: /lieux la roue libre, 3 rue Fictive
        Bot: déjà noté
        """
    )


async def test_a_trusted_place_needs_no_tap(talk: Talk) -> None:
    """Only those whom the team named speak for it; the team may take it back."""
    await talk.goes(
        """
        Ada: bonjour
        Driss #equipe: /lieux La Roue Libre, Saint-Étienne
        Driss #equipe: [Qui parle pour ce lieu]
        Driss #equipe: Ada Exemple
        Bot → Ada: L’équipe vous a noté
        Driss #equipe: [Faire confiance]
        Ada: /proposer Atelier samedi 17 janvier à 18h à la Roue Libre
        Ada: [C’est juste, proposer]
        Bot: C’est à l’agenda
        Bot → #equipe: Lieu de confiance : Ada Exemple [Retirer]
        """
    )
    trusted = talk.last(TEAM)["id"]
    await propose(talk, "Bal samedi 17 janvier à 20h à la Roue Libre", who="Basile")
    states = [row["state"] for row in await talk.dump("events")]
    assert states == ["approved", "proposed"]
    await talk.press("Driss", "Retirer", chat=TEAM, message=trusted)
    assert [row["state"] for row in await talk.dump("events")] == ["refused", "proposed"]
