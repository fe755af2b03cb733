"""What a text on skills is made of: pieces of words, and stems of the words that tell something.

Knows letters only. Must not know concepts.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

import snowballstemmer

from domain.matching import STOP, words_of

LONGEST = 500
"""Letters that are read: what somebody can do was said before that."""

GRAMS = (2, 3, 4)  # letters; two for what is short, four for what is rare

ASKING = frozenset(
    "aide aider aiderais aime aimerais aise aisee animee apporter assez besoin bien bon bonne "
    "capable cherche chercher cherchons competence competences coup connais connaissances demande "
    "debrouille dispo disponible domaine doue encore envie experience expert experte fais faire "
    "formee forme main maitrise metier moyen niveau nous offre offrir passionne passionnee peux "
    "peu pouvons pratique pratiquer propose proposer quelqu quelque quelques recherche savoir sais "
    "savons sert souvent specialiste suis svp temps toujours type travaille travaille urgent "
    "vraiment "
    "able about always anyone can experienced expert find give good happy help helping know "
    "knowledge looking lot love need needed offer please really skilled skills some somebody "
    "someone things used want well who work".split()
)
"""Words around what is meant, in an offer or a need."""

SHORT = {
    "admin": "administratif",
    "anim": "animation",
    "appli": "application",
    "asso": "association",
    "assos": "association",
    "com": "communication",
    "comm": "communication",
    "compta": "comptabilite",
    "dev": "developpement",
    "info": "informatique",
    "orga": "organisation",
    "pa": "prise parole",
    "subv": "subvention",
    "trad": "traduction",
    "visio": "visioconference",
}
"""What people say for short, beside the names in the files."""

_ANIMAL = frozenset("animal animale animales animals animaux".split())
"""Whose stem would be that of "animation"."""

_french, _english = snowballstemmer.stemmer("french"), snowballstemmer.stemmer("english")
_LETTERS = re.compile(r"\w")


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """What a folded word keeps once its ending is off, as French has it, then English."""
    if word in _ANIMAL:
        return "animal"
    return str(_english.stemWord(_french.stemWord(word)))


def telling(text: str) -> tuple[str, ...]:
    """The folded words that say what is meant; all of them where none does."""
    words = words_of(text[:LONGEST])
    found = [word for word in words if word not in STOP and word not in ASKING]
    return tuple(SHORT.get(word, word) for word in found or words)


def stems_of(words: tuple[str, ...]) -> Counter[str]:
    """The stems of words."""
    return Counter(stem(word) for word in words)


def grams_of(words: tuple[str, ...]) -> Counter[str]:
    """Pieces of two to four letters, each within a word and its two borders."""
    return Counter(
        piece
        for word in words
        for padded in (f" {word} ",)
        for size in GRAMS
        for piece in (padded[at : at + size] for at in range(max(1, len(padded) - size + 1)))
    )


def says_something(text: str) -> bool:
    """Whether there is a letter or a figure in it; an emoji says nothing one could look up."""
    return bool(_LETTERS.search(text))
