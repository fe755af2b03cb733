"""Reading what somebody can do as a concept: sure, or a few to choose from, and never a guess."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.skill_shelf import shipped, shipped_concepts
from domain.events import State
from domain.skills import Concept, Kind, Skills
from domain.skills.aliases import Alias, own_key, with_names
from domain.skills.index import AT_MOST, SURE

SKILLS = shipped()
NOW = datetime(2026, 1, 5, 8, 0, tzinfo=UTC)


def _alias(text: str, concept: str, kind: Kind = Kind.SKILL) -> Alias:
    return Alias(1, text, "fr", kind, concept, State.APPROVED, None, NOW)


@pytest.mark.parametrize("concept", shipped_concepts(), ids=lambda one: one.key)
def test_every_name_is_read_as_its_concept(concept: Concept) -> None:
    """Without asking, where no other concept has the same name in the other language."""
    for language, names in concept.names.items():
        for name in names:
            found = SKILLS.read(name, language=language).candidates
            assert concept in [one.concept for one in found], name


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("compta associative", "comptabilite-associative"),
        ("FACILITATION D’ATELIERS", "animer-un-atelier"),
        ("montage FEDER", "fonds-europeens"),
        ("Bike repair", "velo"),
        ("bikerepair", "velo"),
    ],
)
def test_a_name_is_accepted_at_once(text: str, key: str) -> None:
    """In either language, in any letters, with the blanks anywhere."""
    reading = SKILLS.read(text)
    assert reading.concept == SKILLS.concept(key)


@pytest.mark.parametrize("text", ["facilitatoin d'ateliers", "comptabillité associative"])
def test_a_slip_of_the_finger_still_finds_it(text: str) -> None:
    """First, though it may be asked about."""
    right = {"facilitatoin d'ateliers": "animer-un-atelier"}.get(text, "comptabilite-associative")
    assert SKILLS.read(text).candidates[0].concept.key == right


@pytest.mark.parametrize("text", ["", "🙂", "…", "   "])
def test_what_says_nothing_means_nothing(text: str) -> None:
    """There is no button to press for an emoji."""
    assert SKILLS.read(text).candidates == ()


def test_two_concepts_that_are_as_near_are_not_told_apart() -> None:
    """A tap decides, and no score."""
    twins = [
        Concept(f"danse-{one}", Kind.SKILL, "x", {"fr": (f"danse {one}",), "en": (one,)})
        for one in ("bretonne", "basque")
    ]
    reading = Skills.of(twins).read("danses")
    assert not reading.sure
    assert len(reading.candidates) == 2


def test_a_kind_is_kept_to() -> None:
    """Who needs a room is shown rooms."""
    found = SKILLS.read("une salle pour une réunion", kind=Kind.RESOURCE).candidates
    assert found[0].concept.key == "salle"
    assert {one.concept.kind for one in found} == {Kind.RESOURCE}


def test_a_kept_name_counts_like_those_of_the_files() -> None:
    """From then on it is accepted at once."""
    assert not SKILLS.read("trésoflou").sure
    taught = with_names(shipped_concepts(), [_alias("trésoflou", "comptabilite-associative")])
    assert taught.read("Trésoflou").concept == SKILLS.concept("comptabilite-associative")


def test_a_fabrique_may_have_a_skill_of_its_own() -> None:
    """Under the name that somebody gave it, and further ones."""
    key = own_key("Dentelle de papier")
    names = [_alias("Dentelle de papier", key), _alias("papier découpé", key)]
    taught = with_names(shipped_concepts(), names)
    own = taught.read("papier decoupé").concept
    assert own is not None
    assert (own.key, own.title("en")) == ("own-dentelle-de-papier", "Dentelle de papier")


def test_a_name_of_a_concept_that_went_is_let_go() -> None:
    """Files change; what was kept to a concept that they no longer hold means nothing."""
    taught = with_names(shipped_concepts(), [_alias("trésoflou", "no-such-concept")])
    assert not taught.read("trésoflou").sure


def test_what_is_near_is_like_it_by_name() -> None:
    """A meeting is nearer to a workshop than bees are."""
    near = SKILLS.near("animer-un-atelier")
    assert near["faciliter-une-reunion"] > near.get("abeilles-animaux", 0.0)
    assert "animer-un-atelier" not in near
    assert SKILLS.near("no-such-concept") == {}


def test_a_word_in_common_makes_no_neighbours_across_families() -> None:
    """Whoever sews is not proposed to photograph, nor a workshop's host for a room."""
    assert "photographie" not in SKILLS.near("couture-textile")
    assert SKILLS.near("salle") == {}
    assert "budget" in SKILLS.near("comptabilite-associative")


def test_a_fabrique_without_any_concept_reads_nothing() -> None:
    """And does not fail."""
    assert Skills.of(()).read("compta").candidates == ()


@given(st.text(max_size=600))
def test_any_text_is_read(text: str) -> None:
    """At most four, the best first; sure only of the first, and the same each time."""
    reading = SKILLS.read(text)
    alike = [one.likeness for one in reading.candidates]
    assert len(alike) <= AT_MOST
    assert alike == sorted(alike, reverse=True)
    assert not reading.sure or alike[0] >= SURE
    assert reading == SKILLS.read(text)
