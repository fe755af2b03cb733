"""Answering at any hour: the entry a question asks for, and when to ask the team."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.permanence import Band, Entry, Found, Index, band


def entry(number: int, title: str, *wordings: str, body: str = "", tags: str = "") -> Entry:
    """An entry of a knowledge base that does not exist."""
    key, source = f"fiche-{number}", "document fictif"
    day = date(2023, 12, 15)
    return Entry(number, key, title, wordings, body, source, day, tuple(tags.split()), "fr")


ENTRIES = [
    entry(
        *(1, "Quand a lieu la permanence ?", "c'est quand la permanence", "date de la permanence"),
        *("prochaine permanence", "when is the permanence", "next permanence date"),
        body="Le premier mardi du mois, par visioconférence.",
    ),
    entry(
        *(2, "Comment devenir allié·e ?", "comment rejoindre l'alliance", "signer la charte"),
        *("je veux devenir allié", "how do I become an ally", "join the alliance"),
        body="En signant la charte.",
    ),
    entry(
        *(3, "Faut-il payer pour être allié·e ?", "c'est gratuit ?", "combien coûte l'adhésion"),
        *("montant de la cotisation", "is there a membership fee", "is it free"),
        body="Non, rien n’est demandé.",
        tags="argent cotisation",
    ),
    entry(
        *(4, "Où trouver l'agenda ?", "agenda de la semaine", "programme des sorties"),
        *("que faire cette semaine", "where is the weekly agenda", "what is on this week"),
    ),
    entry(
        *(5, "Comment noter le temps donné ?", "noter mes heures", "banque de temps"),
        *("enregistrer un échange de temps", "how do I log my hours", "time bank"),
    ),
]
INDEX = Index(ENTRIES)


@pytest.mark.parametrize(
    ("question", "number"),
    {
        "quand est la prochaine permanence ?": 1,
        "la permanense c quand": 1,
        "when is the next permanence?": 1,
        "comment devient-on allié ?": 2,
        "je voudrais rejoindre votre alliance": 2,
        "how can I become an ally": 2,
        "quel est le montant de l'adhésion ?": 3,
        "do I have to pay a membership fee": 3,
        "où est l'agenda de cette semaine": 4,
        "comment je note mes heures": 5,
        "how to log hours": 5,
    }.items(),
)
def test_a_paraphrase_finds_its_entry(question: str, number: int) -> None:
    """In French and in English, sure enough to be answered or offered."""
    found = INDEX.find(question)
    assert found[0].entry.id == number
    assert band(found) in (Band.SURE, Band.MAYBE)


@pytest.mark.parametrize("asked", ENTRIES)
def test_a_stored_wording_is_answered_surely(asked: Entry) -> None:
    """What the team taught once is known the next time."""
    for wording in asked.wordings:
        found = INDEX.find(wording)
        assert (found[0].entry, band(found)) == (asked, Band.SURE)


@pytest.mark.parametrize(
    "question",
    [
        "quelle est la recette de la tarte aux pommes",
        "capital of Australia",
        "what is the capital of Australia",
        "tu peux réparer ma chaudière ?",
        "météo de demain",
        "",
        "🙂",
    ],
)
def test_a_question_about_something_else_goes_to_the_team(question: str) -> None:
    """A word of asking in common is no reason to answer."""
    assert band(INDEX.find(question)) is Band.UNSURE


def test_two_entries_as_likely_are_offered_and_neither_answered() -> None:
    """The writer chooses between titles."""
    twins = [entry(1, "La charte", "lire la charte"), entry(2, "La charte", "lire la charte")]
    found = Index(twins).find("lire la charte")
    assert [one.entry.id for one in found] == [1, 2]
    assert band(found) is Band.MAYBE


def test_nothing_stored_finds_nothing() -> None:
    """A new fabrique begins with no entry."""
    assert Index([]).find("quand est la permanence ?") == []
    assert band([]) is Band.UNSURE


@given(st.text(max_size=80), st.integers(1, 5))
def test_any_question_is_scored_between_zero_and_one(question: str, at_most: int) -> None:
    """Best first, at most as many as asked."""
    found: list[Found] = INDEX.find(question, at_most=at_most)
    scores = [one.score for one in found]
    assert len(scores) <= at_most
    assert scores == sorted(scores, reverse=True)
    assert all(0 < score <= 1 + 1e-9 for score in scores)
