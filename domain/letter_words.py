"""The section that somebody names in front of what they propose: "podcast : …"."""

from __future__ import annotations

import re

from domain.letter import Section, clean
from domain.people import fold

_NAMED: dict[str, Section] = {
    word: section
    for section, words in {
        Section.INITIATIVE: "initiative,initiatives,nouvelle,nouvelles,news,actu",
        Section.CALL: "appel,appels,appel a projets,call,calls,open call",
        Section.CHANTIER: "chantier,chantiers,atelier,ateliers,worksite,workshop,working party",
        Section.EXPERIENCE: (
            "experience,experiences,retour d'experience,retours d'experience,retour,temoignage,"
            "lesson,lessons,lessons learnt,lessons learned,story"
        ),
        Section.RESOURCE: "ressource,ressources,resource,resources,a lire,lecture,to read",
        Section.CAMPAIGN: (
            "campagne,campagnes,financement participatif,cagnotte,collecte,campaign,campaigns,"
            "crowdfunding,fundraiser,coup de pouce"
        ),
        Section.FIGURES: "chiffre,chiffres,le chiffre,figure,figures,number,numbers",
        Section.PODCAST: "podcast,podcasts,episode,emission,a ecouter,to listen",
        Section.MEETING: (
            "rencontre,rencontres,prochaine rencontre,prochaines rencontres,meeting,meetings,"
            "next meeting,next meetings"
        ),
    }.items()
    for word in words.split(",")
}

_BEFORE = re.compile(r"(?P<name>[^:\n]{3,40}?)\s*:(?!//)\s*(?P<rest>.+)", re.S)


def section_named(text: str) -> Section | None:
    """The section that a few words name, and nothing but they."""
    said = fold(text.replace("\u2019", "'")).strip()
    return _NAMED.get(_ARTICLE.sub("", said), _NAMED.get(said))


_ARTICLE = re.compile(r"^(?:une?|la|le|an?|the|some) ")


_ONLY_NEWS = (
    Section.INITIATIVE,
    Section.EXPERIENCE,
    Section.CAMPAIGN,
    Section.FIGURES,
    Section.PODCAST,
)
"""Sections whose name, in front of a text, says that it is for the letter and no event."""


def is_item(text: str) -> bool:
    """Whether the words in front of a text say that it is for the letter."""
    match = _BEFORE.fullmatch(text.strip())
    return match is not None and section_named(match["name"]) in _ONLY_NEWS


def read_item(text: str) -> tuple[Section, str]:
    """The section and the words of an item; an initiative where none is named."""
    kept = clean(text)
    match = _BEFORE.fullmatch(kept)
    section = section_named(match["name"]) if match else None
    if match is None or section is None:
        return Section.INITIATIVE, kept
    rest = match["rest"].strip()
    return section, rest[:1].upper() + rest[1:]
