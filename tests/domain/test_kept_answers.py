"""An answer becomes an entry: the words stay, the people do not."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.kept_answers import (
    TITLE_MOST,
    WORDING_MOST,
    drafted,
    title_of,
    without_people,
    wording_of,
)

NAMES = ["Ada Exemple", "Driss Inventé"]


@pytest.mark.parametrize(
    ("answer", "kept"),
    [
        ("Bonjour Ada,\n\nLe mardi.\n\nBien à vous,\nDriss", "Le mardi."),
        ("Oui Ada, derrière la gare.", "Oui, derrière la gare."),
        ("driss les a rangés au fond", "… les a rangés au fond"),
        ("Ada, c’est derrière la gare", "C’est derrière la gare"),
        ("La salle est libre, Ada !\nBelle journée", "La salle est libre !"),
        ("Derrière la gare.\n— Driss Inventé", "Derrière la gare."),
        ("Bonjour à tous ! C’est le mardi. Cordialement, Driss", "C’est le mardi."),
        ("Demandez à Driss ou à @basile_fictif, le soir.", "Demandez à … ou à …, le soir."),
        ("Hello Ada, on Tuesdays.\nBest regards\nDriss", "On Tuesdays."),
        ("Le pot est en inventaire, un exemple suffit.", None),
        ("Merci à Chloé pour la liste : deux lignes.\nLa seconde.", None),
        ("Écrivez à equipe@exemple.org", None),
    ],
)
def test_greetings_signatures_and_names_go(answer: str, kept: str | None) -> None:
    """A name within a sentence leaves a gap that the team sees; common words are no names."""
    assert without_people(answer, NAMES) == (kept or answer)


@pytest.mark.parametrize(
    ("question", "title"),
    [
        ("bonjour, où est le local ? merci d’avance\nAda", "Où est le local ?"),
        ("Je suis nouvelle. Comment réserver la salle ?", "Comment réserver la salle ?"),
        ("Je cherche un modèle de convention", "Je cherche un modèle de convention"),
        ("Bonjour", "Bonjour"),
        ("Hi Driss! Where is the room? Thanks", "Where is the room?"),
    ],
)
def test_a_title_is_the_sentence_that_asks(question: str, title: str) -> None:
    """Without what was said around it."""
    assert title_of(question, NAMES) == title


def test_a_draft_says_where_it_is_from_and_until_when_it_holds() -> None:
    """The team is the source, and looks at it again in a year."""
    draft = drafted(
        "Salut ! Où est le local ?",
        "Bonjour Ada, derrière la gare.",
        names=NAMES,
        language="fr",
        today=date(2028, 2, 29),
    )

    assert draft.title == "Où est le local ?"
    assert (draft.body, draft.wordings) == ("Derrière la gare.", ())
    assert (draft.source, draft.true_on) == ("Réponse de l’équipe", date(2028, 2, 29))
    assert draft.review_on == date(2029, 2, 28)


@given(st.text(max_size=600), st.text(max_size=600))
def test_any_words_make_an_entry_that_keeps_to_its_place(question: str, answer: str) -> None:
    """Titles stay on a line, and no name is left."""
    title = title_of(f"x{question}", NAMES)
    assert 0 < len(title) <= TITLE_MOST
    assert "\n" not in title
    assert len(wording_of(question, NAMES)) <= WORDING_MOST


@given(st.text("abc Ada,.!?\nDriss Inventé@", max_size=200))
def test_no_known_name_is_left(answer: str) -> None:
    """Wherever it stands as a word of its own."""
    words = without_people(answer, NAMES).replace("\n", " ").split(" ")
    assert not {"Ada", "Driss", "Inventé"} & set(words)
