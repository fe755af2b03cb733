"""Concepts: the skills and resources an alliance speaks of, each with the names people give it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What is offered or asked: what somebody can do, or a thing or room one can use."""

    SKILL = "skill"
    RESOURCE = "resource"


@dataclass(frozen=True)
class Concept:
    """One skill or resource. `names` are by language, the first of each being its title.

    `rome` and `esco` are the identifiers that ROME 4.0 and ESCO give the same thing, where they
    have it: only for exchange with others, never shown.
    """

    key: str
    kind: Kind
    group: str
    names: Mapping[str, tuple[str, ...]]
    transversal: bool = False
    rome: tuple[str, ...] = ()
    esco: tuple[str, ...] = ()

    def title(self, language: str) -> str:
        """How it is called in a language, in French where it has no name there."""
        return (self.names.get(language) or self.names["fr"])[0]


@dataclass(frozen=True)
class Group:
    """A family of concepts. `titles` are by language."""

    key: str
    kind: Kind
    titles: Mapping[str, str]
    concepts: Sequence[Concept]
