"""Needs and offers in people's own words: which of them tell, and what they have in common.

Must not know how offers are searched, nor availability, load or consent.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from domain.people import fold

SAME_WORD = 84  # two letters swapped in a word of seven; "formation" and "animation" are at 67
SHORTEST_TYPO = 5  # letters; in a shorter one, one letter makes another word

_ENDINGS = sorted(
    (
        "issements issement ements ement atives ative atifs atif ations ation itions ition "
        "ateurs ateur atrices atrice ances ance ences ence euses euse eurs eur abilite "
        "ibilite ites ite ives ive ifs if ables able ibles ible iques ique istes iste ismes "
        "isme ieres iere iers ier ires ire ures ure ages age aux al ales ale elles elle els "
        "el oires oire orial oriale oriaux eaux eau ions ion ees ee ent ant ants er ir ez "
        "es e is it ability ings ing ers ed ness ments ment ly ates ate ators ator ities "
        "ity y s x"
    ).split(),
    key=len,
    reverse=True,
)
_SHORTEST_STEM = 3
STOP = frozenset(
    "a ai ait alors apres as au aucun aussi autre autres aux avait avant avec avez avoir "
    "avons c ca ce cela ces cet cette ceux chez ci comme d dans de des du elle elles en "
    "encore entre es est et etes etre eu eux fait faites faire font il ils j je jusque l la "
    "le les leur leurs lui m ma mais me meme mes moi mon n ne nos notre nous on ont ou par "
    "parce pas peu peut peux plus pour pouvoir pouvez puis puisse qu que qui s sa sans se "
    "sera ses si soit son sont sous suis sur t ta te tes toi ton tous tout toute toutes "
    "tres tu un une vers veux voudrais vos votre vous y an and any are at be been but by "
    "can could did do does for from had has have he her him his how i in into is it its "
    "just like my of or our out she so some than that the their them there these they this "
    "those to us was we were will with would you your".split()
)
_ASKING = frozenset(  # words every need and every offer may hold
    "aide aider aides besoin bien cherche chercher cherchons connait connaitre demande "
    "dispo disponible envie jour propose proposer quelqu'un quelqu quelque recherche "
    "recherchons samedi savoir sait temps urgent help looking need needs needed offer "
    "please somebody someone want".split()
)
_SAME_AS = {  # short for, or of one family that endings do not show
    "admin": "administratif",
    "appli": "application",
    "asso": "association",
    "com": "communication",
    "comm": "communication",
    "compta": "comptabilite",
    "construire": "construction",
    "dev": "developpement",
    "deviens": "devenir",
    "devient": "devenir",
    "ecrire": "ecriture",
    "ecris": "ecriture",
    "info": "informatique",
    "infos": "informatique",
    "inscrire": "inscription",
    "inscris": "inscription",
    "orga": "organisation",
    "paie": "payer",
    "photo": "photographie",
    "photos": "photographie",
    "photographe": "photographie",
    "relire": "relecture",
    "subv": "subvention",
    "traduire": "traduction",
    "visio": "visioconference",
}


@dataclass(frozen=True)
class Offer:
    """What someone says they can do, in their own words, and the concept they confirmed.

    `refused`: they said since that it is not their subject.
    """

    id: int
    person: int
    text: str
    concept: str | None = None
    refused: bool = False


@dataclass(frozen=True)
class Match:
    """An offer that may answer a need; `likeness` is 0 to 1."""

    offer: Offer
    likeness: float


@lru_cache(maxsize=16384)
def stem(word: str) -> str:
    """What a folded word keeps in French and English alike once its ending is off."""
    word = _SAME_AS.get(word, word)
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            return word.removesuffix(ending)
    return word


_WORDS = re.compile(r"(?:\b(?:[cdjlmnst]|qu)')?([^\W_]+)", re.IGNORECASE)


def words_of(text: str) -> list[str]:
    """The folded words of a text, elisions off ("l'atelier" is "atelier")."""
    return _WORDS.findall(fold(text))


@dataclass(frozen=True, slots=True)
class Word:
    """A word without capitals and accents, and without its ending."""

    folded: str
    stem: str


@lru_cache(maxsize=16384)
def telling(text: str) -> tuple[Word, ...]:
    """The words of a need or an offer that say what it is about."""
    return tuple(
        Word(folded, stem(folded))
        for folded in words_of(text)
        if len(folded) > 1 and folded not in STOP and folded not in _ASKING
    )


NOTHING = frozenset(
    ("rien", "rien du tout", "aucun", "aucune", "je ne sais pas", "nothing", "none")
)
"""Modest answers that are no offer and no need."""
