"""Who can help: a need in someone's own words against offers in others' own words.

Knows words, their stems and what they share. Must not know availability, load or consent: those
weigh in later, on what is found here.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from math import log, sqrt

from rapidfuzz import fuzz

from domain.people import fold

LIKE_ENOUGH = 0.3  # one shared word out of three on each side; below, the reason shown is thin
SAME_WORD = 84  # two letters swapped in a word of seven; "formation" and "animation" are at 67
UNKNOWN = 0.5  # a need's word that no offer holds is as often when or why as it is what
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
    """What someone says they can do, in their own words."""

    id: int
    person: int
    text: str


@dataclass(frozen=True)
class Match:
    """An offer that may answer a need. `likeness` is 0 to 1; `shared` its words that say why."""

    offer: Offer
    likeness: float
    shared: tuple[str, ...]


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
class _Word:
    written: str
    folded: str
    stem: str


@lru_cache(maxsize=16384)
def _telling(text: str) -> tuple[_Word, ...]:
    """The words of a need or an offer that say what it is about."""
    pairs = ((word, fold(word)) for word in _WORDS.findall(text.replace("’", "'")))
    return tuple(
        _Word(word, folded, stem(folded))
        for word, folded in pairs
        if len(folded) > 1 and folded not in STOP and folded not in _ASKING
    )


def who_can_help(need: str, offers: Sequence[Offer], *, but: int, at_most: int = 3) -> list[Match]:
    """One match a person, the likeliest first, never `but`; equals in the order of their offers."""
    others = [offer for offer in offers if offer.person != but]
    weights = _weights(others)
    wanted = _near(need, others, weights)
    matches = [match for offer in others if (match := _match(offer, wanted, weights))]
    matches.sort(key=lambda match: (-match.likeness, match.offer.id))
    best: dict[int, Match] = {}
    for match in matches:
        best.setdefault(match.offer.person, match)
    return list(best.values())[:at_most]


def _weights(offers: Sequence[Offer]) -> dict[str, float]:
    """How telling each stem is: the fewer offers hold it, the more."""
    held = ({word.stem for word in _telling(offer.text)} for offer in offers)
    counts = Counter(chain.from_iterable(held))
    return {known: log(1 + len(offers) / count) for known, count in counts.items()}


@dataclass(frozen=True)
class _Need:
    close: Mapping[str, float]
    weight: float


def _near(need: str, offers: Sequence[Offer], weights: Mapping[str, float]) -> _Need:
    """The offers' stems that a need means, typing errors included, and the weight of it all."""
    close: dict[str, float] = {}
    weight = 0.0
    for word in {word.stem: word for word in _telling(need)}.values():
        same = {word.stem: 1.0} if word.stem in weights else _misspelt(word.folded, offers)
        close |= same
        unknown = UNKNOWN * log(1 + len(offers))
        weight += max((weights[known] for known in same), default=unknown)
    return _Need(close, weight)


def _misspelt(wanted: str, offers: Sequence[Offer]) -> dict[str, float]:
    """Stems of the offers' words that differ by a slip of the finger."""
    if len(wanted) < SHORTEST_TYPO:
        return {}
    words = {word.folded: word.stem for offer in offers for word in _telling(offer.text)}
    return {
        known: ratio / 100
        for folded, known in words.items()
        if (ratio := fuzz.ratio(wanted, folded, score_cutoff=SAME_WORD))
    }


def _match(offer: Offer, need: _Need, weights: Mapping[str, float]) -> Match | None:
    words = _telling(offer.text)
    stems = {word.stem for word in words}
    shared = sum(need.close.get(known, 0) * weights[known] for known in stems)
    if not shared:
        return None
    likeness = min(1.0, shared / sqrt(need.weight * sum(weights[known] for known in stems)))
    why = dict.fromkeys(word.written for word in words if word.stem in need.close)
    return Match(offer, likeness, tuple(why)) if likeness >= LIKE_ENOUGH else None


NOTHING = frozenset(
    ("rien", "rien du tout", "aucun", "aucune", "je ne sais pas", "nothing", "none")
)
"""Modest answers that are no offer and no need."""
