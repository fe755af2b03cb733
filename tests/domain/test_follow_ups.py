"""Follow-ups: what leans on the answer before it, and what that answer already says."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.follow_ups import is_follow_up, says

BODY = """\
La charte se signe pour soi-même ou pour une organisation.
Le premier mardi du mois, par visioconférence.
C’est gratuit."""


@pytest.mark.parametrize(
    "text",
    "et c'est payant ?|et pour une association ?|mais à Lyon ?|ok et le samedi ?|donc c'est ouvert|"
    "où ?|quand ?|combien ?|combien ça coûte ?|à quelle heure ?|pour une association ?|c'est où|"
    "where?|how much?|what about students?|and for a town?|is it free?|but when?|why".split("|"),
)
def test_a_short_message_without_a_subject_leans(text: str) -> None:
    """By its opening, by a pronoun, or by being a bare asking word."""
    assert is_follow_up(text)


@pytest.mark.parametrize(
    "text",
    "Comment devenir allié ?|agenda|la charte|Quand a lieu la prochaine permanence ?|zorglub ?||"
    "et je voudrais aussi savoir comment noter les heures données à une voisine|"
    "how do I become an ally".split("|"),
)
def test_a_message_that_says_what_it_is_about_stands_alone(text: str) -> None:
    """A long one too, however it begins."""
    assert not is_follow_up(text)


@pytest.mark.parametrize(
    ("text", "line"),
    {
        "et c'est payant ?": "C’est gratuit.",
        "is it free?": "C’est gratuit.",
        "combien ça coûte ?": "C’est gratuit.",
        "et pour une organisation ?": BODY.split("\n", maxsplit=1)[0],
        "où ?": BODY.split("\n")[1],
        "à quelle date ?": BODY.split("\n")[1],
        "et le zorglub ?": "",
        "et combien coûte le zorglub ?": "",
        "pourquoi ?": "",
    }.items(),
)
def test_an_answer_says_what_its_lines_hold(text: str, line: str) -> None:
    """A price, a place, a time, or each telling word; a word that is nowhere is not answered."""
    assert says(BODY, text) == line


@given(st.text(max_size=100), st.text(max_size=300))
def test_nothing_is_said_that_is_not_in_the_answer(text: str, body: str) -> None:
    """Whole lines, as they stand."""
    lines = {line.strip() for line in body.splitlines()} | {""}
    assert set(says(body, text).split("\n")) <= lines
    assert is_follow_up(text) in (True, False)
