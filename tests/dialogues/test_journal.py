"""The team's log, in words: every act of needs, calls, names, hosts, pairs and support."""

from __future__ import annotations

import pytest

from tests.dialogues.supports import sent
from tests.talk import TEAM, Talk

pytestmark = pytest.mark.parametrize("talk", ["telegram"], indirect=True)


async def journal(talk: Talk, words: str = "/journal") -> str:
    """What the log says, on one line and with plain spaces."""
    return " ".join((await talk.say("Driss", words, chat=TEAM))[0].split())


async def test_what_becomes_of_needs_is_told_in_words(talk: Talk) -> None:
    """Whom the team asked, and that it closed and opened again; in the language of the chat."""
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
        Driss #equipe: [Rouvrir]
        """
    )
    said = await journal(talk)
    for act in (
        "a mis dans l’agenda la demande « animer un atelier »",
        "a sollicité Chloé Modèle pour la demande « animer un atelier »",
        "a clos la demande « animer un atelier »",
        "a rouvert la demande « animer un atelier »",
    ):
        assert f"Driss Inventé {act}" in said
    assert "Ada" not in said
    await talk.say("Driss", "/langue en", chat=TEAM)
    said = await journal(talk, "/log")
    assert "Driss Inventé asked Chloé Modèle for the request “animer un atelier”" in said


async def test_what_becomes_of_a_call_is_told_in_words(talk: Talk) -> None:
    """With the reason of a choice, and the marks by each criterion."""
    await talk.goes(
        """
        Driss #equipe: /appel Tenir la buvette : une soirée, compétence animation d’ateliers, avant le 15 mars
        Driss #equipe: [Ouvrir]
        Driss #equipe: [Mettre dans l’agenda]
        Ada: /appels
        Ada: [Tenir la buvette]
        Ada: [Je suis partant·e]
        Ada: [Rien à ajouter]
        Driss #equipe: /appel
        Driss #equipe: [Tenir la buvette]
        Driss #equipe: [Clore maintenant]
        Driss #equipe: /appel
        Driss #equipe: [Tenir la buvette]
        Driss #equipe: [Réponses]
        Driss #equipe: [Ada Exemple]
        Driss #equipe: [Oui]
        Driss #equipe: [En partie]
        Driss #equipe: [Oui]
        Driss #equipe: [Retenir]
        Driss #equipe: elle connaît le quartier
        Driss #equipe: [Ne plus retenir]
        Driss #equipe: [Retenir]
        Driss #equipe: elle connaît le quartier
        Driss #equipe: /appel
        Driss #equipe: [Tenir la buvette]
        Driss #equipe: [Annoncer le choix]
        Driss #equipe: [Prévenir tout le monde]
        """  # noqa: E501
    )
    said = await journal(talk)
    for act in (
        "a ouvert l’appel « Tenir la buvette »",
        "a mis dans l’agenda l’appel « Tenir la buvette »",
        "a clos l’appel « Tenir la buvette »",
        "a retenu Ada Exemple pour l’appel « Tenir la buvette » : elle connaît le quartier",
        "ne retient plus Ada Exemple pour l’appel « Tenir la buvette »",
        "a annoncé retenir Ada Exemple pour l’appel « Tenir la buvette »",
        "quartier (engagement dans l’alliance : oui, compétence : en partie et capacité à",
        "a annoncé le choix de l’appel « Tenir la buvette »",
    ):
        assert act in said


async def test_names_hosts_and_support_are_told_in_words(talk: Talk) -> None:
    """Of support neither who asked nor what about."""
    await sent(talk, "Ada")
    await talk.goes(
        """
        Driss #equipe: [Je m’en charge]
        Basile: /offrir zorglubage de la mer
        Basile: [Autre chose]
        Driss #equipe: /file
        """
    )
    if "Un nom nouveau" in talk.last(TEAM)["choices"]:
        await talk.press("Driss", "Un nom nouveau", chat=TEAM)
    await talk.goes(
        """
        Chloé: /accueillir mardi 3 février 18h30
        Chloé: Firminy
        Chloé: 6
        Chloé: [Rien de plus]
        Chloé: [Envoyer à l’équipe]
        Driss #equipe: [Approuver]
        """
    )
    said = await journal(talk)
    assert "a pris en charge une demande de soutien (n° 1)" in said
    assert "a approuvé l’appellation « zorglubage de la mer »" in said
    assert "a approuvé l’accueil d’une rencontre (« Firminy »)" in said
    assert "Ada" not in said
