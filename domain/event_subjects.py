"""What an event is about, in a dozen subjects that a reader can choose among.

Must not know how a subject is called in a language.
"""

from __future__ import annotations

import re
from enum import StrEnum

from domain.people import fold


class Subject(StrEnum):
    """The subjects, in the order in which they are offered."""

    REPAIR = "repair"
    FOOD = "food"
    MOBILITY = "mobility"
    NATURE = "nature"
    ENERGY = "energy"
    CULTURE = "culture"
    EXHIBITION = "exhibition"
    DEBATE = "debate"
    SOLIDARITY = "solidarity"
    WORKSITE = "worksite"
    LEARNING = "learning"
    DIGITAL = "digital"


_STEMS = {
    Subject.REPAIR: "repar, repair, reemploi, recycl, ressourcerie, troc, gratiferia, friperie, "
    "zero dechet",
    Subject.FOOD: "cuisin, repas, aliment, epicerie, amap, compost, cantine, disco soupe, food, "
    "cook",
    Subject.MOBILITY: "velo, cycl, mobilit, covoitur, marche a pied, transport, bike, rando",
    Subject.NATURE: "jardin, arbre, foret, riviere, biodivers, oiseau, graine, plante, nature, "
    "garden, permacult",
    Subject.ENERGY: "energi, solaire, eolien, renov, isolation, chauffage, climat, sobriet, energy",
    Subject.CULTURE: "concert, cine, film, theatre, spectacle, lecture, danse, musique, conte, "
    "fete, bal , chorale, festival, projection, slam",
    Subject.EXHIBITION: "expo, exhibition, vernissage",
    Subject.DEBATE: "debat, conference, table ronde, rencontre, agora, assemblee, democrat, "
    "atelier citoyen, conseil, discussion, forum",
    Subject.SOLIDARITY: "solidar, entraide, accueil, refugi, exil, migrant, collecte, maraude, "
    "precari",
    Subject.WORKSITE: "chantier, grand menage, coup de main, nettoyage, plantation",
    Subject.LEARNING: "atelier, formation, stage, initiation, cours, apprendre, decouverte, "
    "workshop",
    Subject.DIGITAL: "numeri, informati, logiciel, linux, internet, install party, digital, wiki",
}
"""How words begin that name a subject, without accents; a space at the end ends the word."""

_FOUND = {one: tuple(f" {stem}" for stem in stems.split(", ")) for one, stems in _STEMS.items()}
_GAP = re.compile(r"[\W_]+")


def subjects_in(text: str) -> tuple[Subject, ...]:
    """The subjects that the words of a title or a description name."""
    return tuple(dict.fromkeys(subject for subject, _ in stems_in(text)))


def stems_in(text: str) -> tuple[tuple[Subject, str], ...]:
    """The same, each with how the word begins that names it."""
    words = spaced(text)
    return tuple((one, stem) for one, stems in _FOUND.items() for stem in stems if stem in words)


def spaced(text: str) -> str:
    """The words of a text as stems find them: without accents, a space before and after each."""
    return f" {_GAP.sub(' ', fold(text)).strip()} "
