"""Resources: one message says it all, an address is recognised, none is better than a wrong one."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.errors import Refusal
from domain.events import State
from domain.resources import Kind, Resource, address_in, known_as, read, related, retitled, search

NOW = datetime(2026, 1, 5, 8, 0, tzinfo=UTC)
LINK = "https://example.org/a"


def resource(number: int, title: str, *tags: str, kind: Kind = Kind.LINK) -> Resource:
    """An approved resource about nothing real."""
    return Resource(number, title, f"{LINK}{number}", kind, tags, State.APPROVED, 1, NOW)


SHARED = [
    resource(1, "Guide de la facilitation", "méthode", kind=Kind.METHOD),
    resource(2, "Le budget participatif expliqué", "budget", "finances"),
    resource(3, "Réunions efficaces", "facilitation", "réunions"),
    resource(4, "La transition des territoires", "alliance"),
]


@pytest.mark.parametrize(
    ("text", "title", "kind", "tags"),
    [
        (
            f"{LINK} guide de la facilitation, méthode",
            "guide de la facilitation",
            "method",
            ["méthode"],
        ),
        (f"Un bon article : {LINK}.", "Un bon article", "article", []),
        (f"{LINK} Budget #finances #vidéo", "Budget", "video", ["finances", "vidéo"]),
        (f"Les communs, budget,  , salles {LINK}", "Les communs", "link", ["budget", "salles"]),
        (LINK, "", "link", []),
        ("https://www.youtube.com/watch?v=x Les communs", "Les communs", "video", []),
        ("www.example.org/a\nLes communs", "Les communs", "link", []),
    ],
)
def test_one_message_says_it_all(text: str, title: str, kind: str, tags: list[str]) -> None:
    """Title, address, kind and tags, in whatever order they come."""
    draft = read(text)
    assert (draft.title, draft.kind, list(draft.tags)) == (title, kind, tags)
    assert draft.address.startswith("https://")
    assert not draft.address.endswith(".")


def test_a_title_given_later_may_tell_the_kind() -> None:
    """The link alone did not."""
    assert retitled(read(LINK), "Vidéo : les communs").kind is Kind.VIDEO
    assert retitled(read(f"{LINK} x, méthode"), "Vidéo").kind is Kind.METHOD


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("", "refusal-link-missing"),
        ("un guide", "refusal-link-missing"),
        ("javascript:alert(1)", "refusal-link-kind"),
        ("file:///etc/passwd", "refusal-link-kind"),
        ("data:text/html,x", "refusal-link-kind"),
        ("https://localhost/a", "refusal-link-private"),
        ("https://serveur/a", "refusal-link-private"),
        ("http://192.168.1.1/", "refusal-link-private"),
        ("http://10.0.0.1:8080/", "refusal-link-private"),
        ("http://127.1/", "refusal-link-private"),
        ("http://2130706433/", "refusal-link-private"),
        ("http://0x7f.0x1/", "refusal-link-private"),
        ("http://[::1]/", "refusal-link-private"),
        ("http://[fd00::1]/", "refusal-link-private"),
        ("http://169.254.169.254/latest", "refusal-link-private"),
        ("https://nas.local./a", "refusal-link-private"),
        ("https://ada:secret@example.org/", "refusal-link-unread"),
        ("https://example.org\\@evil.example/", "refusal-link-unread"),
        ("https://[::1", "refusal-link-unread"),
        ("https://example.org:99999/", "refusal-link-unread"),
        ("https://", "refusal-link-missing"),
        ("https://?a", "refusal-link-unread"),
        (f"{LINK}{'a' * 3000}", "refusal-link-too-long"),
    ],
)
def test_a_link_that_leads_nowhere_good_is_refused(text: str, name: str) -> None:
    """Kindly, and never visited."""
    with pytest.raises(Refusal, match=name):
        address_in(text)


@pytest.mark.parametrize(
    "other",
    [
        "http://example.org/guide",
        "https://EXAMPLE.org/guide/",
        "https://www.example.org/guide#partie-2",
        "https://example.org:443/guide?utm_source=lettre&utm_medium=mail",
        "https://example.org/guide?fbclid=xyz",
    ],
)
def test_an_address_is_the_same_in_other_spellings(other: str) -> None:
    """And no more than that."""
    assert known_as(other) == known_as("https://example.org/guide")
    for different in ("https://example.org/Guide", "https://example.org/guide?page=2"):
        assert known_as(different) != known_as("https://example.org/guide")


@given(st.text(max_size=60))
def test_any_words_around_a_link_are_read(text: str) -> None:
    """Or refused: never a fault."""
    try:
        draft = read(f"{text} {LINK}")
    except Refusal:
        return
    assert "\n" not in draft.title
    assert known_as(draft.address)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("facilitation", [3, 1]),
        ("facilitations réunion", [3, 1]),
        ("METHODE", [1]),
        ("", [4, 3, 2, 1]),
        ("zorglub", []),
    ],
)
def test_resources_are_found_by_words_and_tags(words: str, found: list[int]) -> None:
    """Those that hold most of them first."""
    assert [one.id for one in search(SHARED, words)] == found


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        (["Comment animer une réunion ?"], [3]),
        (["La facilitation, c’est quoi ?"], [3, 1]),
        (["Comment financer ?", "Budget de l’association", "finances"], [2]),
        (["Comment devenir allié de l’alliance ?", "La transition des territoires"], []),
        (["Quel guide, quelle méthode ?"], []),
        (["", "Et où ?"], []),
    ],
)
def test_under_an_answer_stands_what_shares_a_telling_word(
    texts: list[str], found: list[int]
) -> None:
    """Two at most; a word that everything here shares tells nothing."""
    assert [one.id for one in related(SHARED, texts)] == found
