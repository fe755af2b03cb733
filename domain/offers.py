"""What somebody offers: one message in their own words, in which several offers may stand."""

from __future__ import annotations

import re
from collections.abc import Set
from dataclasses import dataclass
from datetime import datetime

from domain.errors import Refusal
from domain.matching import NOTHING
from domain.people import fold
from domain.skills import Kind
from domain.small_talk import Talk, small_talk

OFFER_MOST = 200  # letters; an offer is a label, a paragraph is several offers
OFFERS_MOST = 12  # in one message; a longer list is a curriculum nobody reads

EVERYTHING = frozenset(
    "tout, un peu de tout, un peu tout, tout ce que vous voulez, n'importe quoi, tout et rien, "
    "everything, anything, all, a bit of everything, whatever you need".split(", ")
)
"""Generous answers by which nobody is found."""

_HARSH = frozenset(
    "abruti abrutie asshole bastard batard bitch bouffon connard connards connasse cretin cretine "
    "encule encules enfoire fdp fuck fucking idiot idiote imbecile moron ntm pute putes salaud "
    "salope shit".split()
)
"""Words that insult wherever they stand; "con" and "nul" may be Spanish and a score."""

_BETWEEN = re.compile(r"[,;\n•](?![^(\n]*\))")


@dataclass(frozen=True)
class Offered:
    """Something offered, in somebody's words, and the concept that is meant where it is known."""

    id: int
    person: int
    text: str
    kind: Kind
    concept: str | None
    at: datetime


def split_offers(text: str) -> list[str]:
    """The offers in one message, between commas, semicolons or lines, each once."""
    if len(text) > 2 * OFFERS_MOST * OFFER_MOST:
        raise Refusal("refusal-offers-too-many", most=OFFERS_MOST)
    parts = [" ".join(part.split()).strip(" -–.*!") for part in _BETWEEN.split(text)]
    once: dict[str, str] = {}
    for part in parts:
        if re.search(r"\w", part):
            once.setdefault(fold(part), part)
    found = [part for folded, part in once.items() if folded not in NOTHING | EVERYTHING]
    if not found:
        raise _without_any(once.keys())
    if any(len(offer) > OFFER_MOST for offer in found):
        raise Refusal("refusal-offer-too-long", most=OFFER_MOST)
    if len(found) > OFFERS_MOST:
        raise Refusal("refusal-offers-too-many", most=OFFERS_MOST)
    return found


def insults(text: str) -> bool:
    """Whether somebody is insulted, us or anybody."""
    if small_talk(text) is Talk.INSULT:
        return True
    return any(word in _HARSH for word in re.findall(r"[^\W_]+", fold(text)))


def _without_any(said: Set[str]) -> Refusal:
    """Why nothing of what was said is an offer."""
    if said & EVERYTHING:
        return Refusal("refusal-offer-everything")
    return Refusal("refusal-offer-nothing" if said else "refusal-offer-empty")
