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
    return _NAMED.get(fold(text.replace("\u2019", "'")).strip())


def read_item(text: str) -> tuple[Section, str]:
    """The section and the words of an item; an initiative where none is named."""
    kept = clean(text)
    match = _BEFORE.fullmatch(kept)
    section = section_named(match["name"]) if match else None
    if match is None or section is None:
        return Section.INITIATIVE, kept
    rest = match["rest"].strip()
    return section, rest[:1].upper() + rest[1:]
