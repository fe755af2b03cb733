"""A cry is heard however it is typed, and ordinary talk of an association is none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.people import fold
from domain.phone_words import spelled
from domain.support_words import tells

CRIES = (
    "jen peu plus on est a bout ds lasso",
    "burn out ds lequipe",
    "on arrive plus a payer les salaires",
    "we are fighting on the board",
    "on fait comment quand on en peut plus ?",
    "ns on est epuisé ds notr collectif",
    "lequipe va tres mal on sait plus quoi faire",
    "y a un conflit ds le CA",
    "gros clash dans l'équipe",
    "on s'engueule tt le temps ds le bureau",
    "on sengueule tout le temps ds lasso",
    "on en peut plus",
    "on n’en peut vraiment plus",
    "nos benevols sont a bout",
    "on pourra plus payer les salaires en mars",
    "l'asso va mettre la clé sous la porte",
    "on a plus de tréso pour l'asso",
    "notr asso est au bord du gouffre",
    "quelqu'un peut nous aider ? on est à bout dans l'asso",
    "aidez nous notre équipe se déchire ?",
    "we cant pay the wages any more",
    "were exhausted, our team is falling apart",
    "we can't go on",
    "our volunteers are burnt out pls help",
    "ambiance toxique dans l'équipe",
    "tensions ds le CA",
    "on est rincés toute l'équipe",
    "ds lasso on se parle plus",
    "le CA se tape dessus on sait pas quoi faire",
    "on part en vrille dans le collectif",
    "plus personne veut venir au CA, on est seuls",
    "nous ne pouvons plus payer nos loyers",
    "we are going under, our co-op is in trouble",
    "big conflict on the board",
)
"""Typed at night on a telephone."""

CALM = (
    "comment prévenir le burn out dans une équipe ?",
    "Comment gérer un conflit dans une association ?",
    "on prépare un atelier sur l'épuisement dans notre équipe bénévole",
    "on organise une conférence sur les conflits dans les associations",
    "notre équipe va bien",
    "on arrive à payer les salaires",
    "on ne peut pas payer les salaires en heures ?",
    "on a un peu plus de monde dans l'asso",
    "on en veut un peu plus pour l'équipe",
    "je cherche quelqu'un pour une médiation",
    "notre association cherche une salle",
    "on est au bout de la rue, l'asso est au fond",
    "we are fighting climate change with our team",
    "we are fighting for the forest with our association",
    "our team is working on conflict resolution",
    "on ferme la salle à 22h, l'équipe s'en va",
    "qui est dans le bureau de l'asso ?",
    "le pneu est crevé, l'asso a un autre vélo",
    "on n'en peut plus d'attendre, c'est quand la réunion ?",
    "on en peut plus de rire",
    "nous tenons plus de réunions dans notre collectif",
    "on a payé les salaires hier",
    "notre CA se réunit jeudi",
    "on a perdu les clés de notre asso",
    "how do we deal with a conflict on our board",
    "does the board meet on Thursday?",
    "we can't make the meeting on Thursday",
    "we cannot come, our team is away",
    "fiche conflits pour les associations",
    "formation gestion de conflits dans les associations",
    "crise climatique : on en parle dans l'asso",
    "on a besoin de plus de bénévoles dans l'équipe",
    "l'équipe est épatante",
    "mon ordi rame, l'asso n'en a pas d'autre",
    "j'ai donné 2h à l'asso",
    "on part en week-end avec l'équipe",
    "plus personne à la permanence ?",
    "la collecte de sous pour l'asso c'est quand",
    "on n'a plus de papier pour l'imprimante de l'asso",
    "nous n'avons plus de place pour la réunion",
)
"""The same words, and nobody in distress."""


@pytest.mark.parametrize("sentence", CRIES)
def test_a_cry_typed_in_haste_is_heard(sentence: str) -> None:
    """Without apostrophes, accents or whole words, and with a question mark."""
    assert tells(sentence)


@pytest.mark.parametrize("sentence", CALM)
def test_ordinary_talk_is_no_cry(sentence: str) -> None:
    """A workshop on exhaustion, a flat tyre, a board that meets."""
    assert not tells(sentence)


@given(st.sampled_from(CRIES), st.sampled_from((str, fold, str.upper, str.capitalize)))
def test_neither_accents_nor_capitals_matter(sentence: str, typed: object) -> None:
    """A cry in capitals is a cry."""
    assert callable(typed)
    assert tells(typed(sentence))


@given(st.text(max_size=120))
def test_what_is_spelled_out_is_spelled_out_once(text: str) -> None:
    """And a text without short forms comes back as it was."""
    assert spelled(spelled(text)) == spelled(text)


@pytest.mark.parametrize(
    ("typed", "whole"),
    [
        ("jcherche qqun pr Ada", "je cherche quelqu'un pour Ada"),
        ("besoin daide ds lasso", "besoin d'aide dans l'asso"),
        ("une laide dune", "une laide dune"),
        ("I cant, im away", "I can't, I'm away"),
        ("a-ds-b", "a-ds-b"),
    ],
)
def test_short_forms_are_spelled_out_and_words_are_left(typed: str, whole: str) -> None:
    """Nothing that is a word of its own is touched."""
    assert spelled(typed) == whole
