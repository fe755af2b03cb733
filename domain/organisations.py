"""Organisations: how they are named, so that none is made twice; who or what is meant by a name.

Must not know who may act for one, nor how it is stored.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from rapidfuzz import fuzz

from domain import people
from domain.errors import Refusal
from domain.people import MOST_CLOSE, Person

NAME_MOST = 60  # letters; more does not stand on a line beside a duration
LEADING = frozenset("la le les l the association asso".split())
"""Words before a name that some say and others leave out."""


class OrganisationState(StrEnum):
    """Where an organisation stands with the team; only an approved one can be named by others."""

    PROPOSED = "proposed"
    APPROVED = "approved"
    REFUSED = "refused"


class Speaker(StrEnum):
    """How somebody stands to an organisation: asked to act for it, or may."""

    ASKED = "asked"
    ALLOWED = "allowed"


@dataclass(frozen=True)
class Organisation:
    """Something that people act for. It has no account of its own on a platform."""

    id: int
    name: str
    state: OrganisationState = OrganisationState.APPROVED
    handles: tuple[str, ...] = ()


def read_name(typed: str) -> str:
    """A name on one line, with nothing hidden in it."""
    name = people.short_name(typed, most=len(typed) + 1).strip(' .,;:!?«»"“”')
    if not re.search(r"[^\W\d_]", name):
        raise Refusal("refusal-organisation-empty")
    if len(name) > NAME_MOST:
        raise Refusal("refusal-organisation-too-long", most=NAME_MOST)
    return name


def key_of(name: str) -> str:
    """What spellings of one name have in common: "la Fabrique du Pilat", "FABRIQUE DU PILAT"."""
    words = re.sub(r"[\W_]+", " ", people.fold(name)).split()
    while len(words) > 1 and words[0] in LEADING:
        words = words[1:]
    return " ".join(words)


def close(typed: str, organisations: Sequence[Organisation]) -> list[Organisation]:
    """Those that may be meant, best first, at most four; the one of that very name alone."""
    key = key_of(typed[: people.LONGEST])
    if not key:
        return []
    scored = [(_likeness(key, key_of(one.name)), one) for one in organisations]
    if same := [one for _, one in scored if key_of(one.name) == key]:
        return same
    alike = [(score, one) for score, one in scored if score >= people.CLOSE]
    alike.sort(key=lambda pair: (-pair[0], key_of(pair[1].name)))
    return [one for _, one in alike[:MOST_CLOSE]]


def _likeness(wanted: str, name: str) -> float:
    """By the word that fits worst: "Fabrique du Forez" is not "Fabrique du Pilat", though two words
    of three are the same.
    """
    words = name.split()
    return min(max(fuzz.ratio(part, word) for word in words) for part in wanted.split())


def meant(
    typed: str, known: Sequence[Person], organisations: Sequence[Organisation]
) -> list[Person | Organisation]:
    """Who or what the writer may mean, best first, at most four; alone when there is no doubt.

    What is called just so goes before what is only close to it.
    """
    by_name = people.named(typed, known)
    if typed.strip().startswith("@"):
        return list(by_name)
    among = close(typed, organisations)
    exact: list[Person | Organisation] = [one for one in by_name if people.is_called(one, typed)]
    exact += [one for one in among if key_of(one.name) == key_of(typed)]
    return (exact or [*by_name, *among])[:MOST_CLOSE]
