"""What one message holds."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.messages import beginning, only_link, questions_in, without_quotes

MAIL = """\
De : Ada Exemple
Objet : Re: une question
Bonjour, combien coûte l'adhésion ?
Ada
--
Ada Exemple, Ville Modèle
Le lundi 5 janvier 2026 à 09:00, Basile Fictif a écrit :
> Où est la salle ?
"""


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("C'est quand ? C'est où ?", ["C'est quand ?", "C'est où ?"]),
        ("Quand a lieu la permanence ?Et où ?", ["Quand a lieu la permanence ?", "Et où ?"]),
        ("Bonjour. C'est quand ? Merci.", ["C'est quand ?"]),
        ("- comment y venir\n- où est l'agenda", ["- comment y venir", "- où est l'agenda"]),
        ("où est-ce ?\nOù est-ce ?", ["où est-ce ?"]),
        ("Je cherche la charte. Elle est en ligne.", []),
        ("?? ?!", []),
        ("", []),
        (MAIL, ["Bonjour, combien coûte l'adhésion ?"]),
    ],
)  # fmt: skip
def test_each_question_is_found_once(text: str, asked: list[str]) -> None:
    """By its sign or its opening, in the order in which they stand."""
    assert list(questions_in(text)) == asked


@pytest.mark.parametrize(
    ("text", "link"),
    [
        ("https://example.org/a?b=1", "https://example.org/a?b=1"),
        (" <https://example.org> ", "https://example.org"),
        ("www.example.org", "www.example.org"),
        ("https://example.org c'est quoi ?", None),
        ("https://a.example https://b.example", None),
        ("exemple", None),
    ],
)
def test_only_a_link_is_only_a_link(text: str, link: str | None) -> None:
    """A word beside it may be a question."""
    assert only_link(text) == link


def test_a_mail_that_is_all_quoted_is_kept_whole() -> None:
    """Better read twice than not at all."""
    assert without_quotes("> Où ?") == "> Où ?"
    assert "Où est la salle" not in without_quotes(MAIL)


@given(st.text(max_size=300), st.integers(1, 100))
def test_a_beginning_is_within_its_length(text: str, most: int) -> None:
    """And is where the text begins."""
    start = beginning(text, most=most)
    assert len(start) <= most or len(text) <= most
    assert text.strip().startswith(start.strip()) or start.strip() in text


@given(st.text(max_size=500))
def test_questions_are_parts_of_the_message(text: str) -> None:
    """Nothing is put in anybody's mouth."""
    assert all(one in text for one in questions_in(text))
