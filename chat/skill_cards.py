"""Cards of skills: what somebody offers, and names before the team."""

from __future__ import annotations

from collections.abc import Sequence

from chat.cards import choice
from chat.words import Choice, Reply, Words, say
from domain.offers import Offered
from domain.people import fold
from domain.skills import Concept, Skills
from domain.skills.aliases import Alias
from domain.values import Lines, Phrase, Quoted


def offer_lines(offers: Sequence[Offered], skills: Skills, language: str) -> Lines:
    """Each offer in its own words, and as it was understood where that says more."""
    return Lines(tuple(_line(one, skills.concept(one.concept), language) for one in offers))


def _line(offer: Offered, concept: Concept | None, language: str) -> Phrase:
    title = concept.title(language) if concept else offer.text
    if fold(title) == fold(offer.text):
        return Phrase("offer-as-said", {"offer": Quoted(offer.text)})
    return Phrase("offer-as-read", {"offer": Quoted(offer.text), "title": title})


def concept_choice(concept: Concept, language: str, command: str, **given: object) -> Choice:
    """A choice labelled by what a concept is called."""
    label = Words("choice-named", {"name": concept.title(language)})
    return Choice(label, command, {**given, "concept": concept.key})


def name_card(alias: Alias, near: Sequence[Concept], *, proposer: str, language: str) -> Reply:
    """A name that no concept has, before the team: whose is it?"""
    concepts = [concept_choice(one, language, "keep_name", alias=alias.id) for one in near]
    return (
        say("name-card", name=Quoted(alias.text), proposer=proposer)
        .choose(
            *concepts,
            choice("choice-another-skill", "keep_name", alias=alias.id),
            choice("choice-new-skill", "keep_as_new", alias=alias.id),
            choice("choice-refuse", "refuse_name", alias=alias.id),
        )
        .on("name", alias.id)
    )
