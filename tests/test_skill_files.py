"""The curated skills: few enough to be read, each with the names people give it."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from bot.skill_files import load
from domain.people import fold
from domain.skills import Concept, Kind
from locales import LANGUAGES

GROUPS = load()
CONCEPTS = [concept for group in GROUPS for concept in group.concepts]


def test_there_are_as_many_as_a_community_can_keep() -> None:
    """A longer list is a taxonomy, which an operator may import."""
    assert 120 <= sum(one.kind is Kind.SKILL for one in CONCEPTS) <= 150


def test_no_two_have_the_same_key() -> None:
    """A key is kept in rows, and says what it is."""
    keys = Counter(one.key for one in CONCEPTS)
    assert [key for key, times in keys.items() if times > 1] == []
    assert [key for key in keys if not re.fullmatch(r"[a-z0-9-]{2,80}", key)] == []


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_name_means_one_thing(code: str) -> None:
    """What two concepts are called alike could never be told apart."""
    names = Counter(fold(name) for one in CONCEPTS for name in one.names[code])
    assert [name for name, times in names.items() if times > 1] == []


@pytest.mark.parametrize("concept", CONCEPTS, ids=lambda one: one.key)
def test_a_concept_has_several_names_in_each_language(concept: Concept) -> None:
    """Names matter more than any algorithm: one alone finds a quarter of what people write."""
    for code in LANGUAGES:
        assert len(concept.names[code]) >= 2, code
