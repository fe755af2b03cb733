"""What somebody offers: one message in their own words, in which several offers may stand."""

from __future__ import annotations

import re
from collections.abc import Set
from dataclasses import dataclass
from datetime import datetime

from domain.errors import Refusal
from domain.matching import NOTHING
from domain.people import flat, fold
from domain.phone_words import spelled
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

_BETWEEN = re.compile(
    r"[,;\n•](?![^(\n]*\))"
    r"| (?:et|and|puis|mais) (?=(?:aussi|also|je (?:sais|peux)|i can|(?:un peu|a bit|a little) ))",
    re.IGNORECASE,
)
_JOINED = re.compile(r" (?:et|and|&|\+) ", re.IGNORECASE)
_DEED = re.compile(r"\w+(?:er|ir|dre|ire)\b")
_OPENING = re.compile(
    r"^(?:(?:euh+|heu+|ben|bah|alors|oui|bonjour|salut|hello|hi|well|moi|aussi|also)[ ,.!]+)*"
    r"(?:(?:je (?:sais|peux|pourrais)|i (?:can|could|know how to))(?: (?:bien|aussi|also))* "
    r"(?:(?:faire|do|a bit of|offer) )?|j'offre |je propose |(?:je fais|i do) )?"
    r"(?:(?:un peu|a (?:bit|little)) (?:de (?:la |l')?|d'|of )|(?:de la|du|des) |de l')?(?=\w)"
)
_HESITATES = (
    r"euh+|heu+|hu?m+|ben|bah|bof|alors|franchement|desolee?|ah|oh|non|well|er+|sorry|honestly|la"
    r"|comme ca|moi|encore|pour l'instant|trop|vraiment|really|yet|mais|et|but"
)
_VAGUE = re.compile(
    rf"(?:(?:{_HESITATES}"
    r"|je (?:ne )?(?:sais|vois) (?:pas|plus)(?: (?:trop|bien|vraiment|encore|quoi (?:dire|offrir"
    r"|proposer|mettre)|ce que je (?:sais faire|peux offrir)))*|j(?:e )?sp|aucune? (?:idee|talent"
    r"|competence)|(?:pas|plus) d'idees?|je (?:ne )?sais rien(?: faire)?|pas grand[- ]chose"
    r"|rien (?:de|d') ?(?:special|particulier|extraordinaire|precis|bien \w+)"
    r"|je suis (?:tres |plutot |juste )?(?:sympa|gentille?|cool|dispo(?:nible)?|motivee?|serviable"
    r"|souriante?|la|curieu(?:x|se)|de bonne volonte|ouverte?)|(?:de la |ma )?bonne volonte"
    r"|(?:tout )?ce (?:que vous voulez|qu'il (?:faut|vous faut)|qu'on (?:veut|voudra))"
    r"|comme vous (?:voulez|voudrez)|(?:a )?vous de voir|on verra(?: bien)?|je verrai|ca depend"
    r"|(?:ca m'est egal|peu importe)|pleins? de (?:choses|trucs)|des (?:choses|trucs)"
    r"|(?:i )?(?:do not|don't|dunno|idk)(?: (?:really |quite )?know)?(?: what to (?:say|offer))?"
    r"|no idea|not (?:sure|much|a lot)|nothing (?:special|much|in particular)"
    r"|what(?:ever)? you (?:want|need|like)|whatever|it depends"
    r"|i(?:'m| am) (?:very |quite )?(?:nice|friendly|kind|motivated|available|helpful)"
    r"|(?:lots of|many|some) things)[\s,.!?…-]*)+"
)
"""Answers by which nobody is found: whoever gives them is asked more kindly."""


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
    found = [
        _bare(part)
        for folded, part in once.items()
        if folded not in NOTHING | EVERYTHING and not is_vague(part)
    ]
    if not found:
        raise _without_any(once.keys())
    if any(len(offer) > OFFER_MOST for offer in found):
        raise Refusal("refusal-offer-too-long", most=OFFER_MOST)
    if len(found) > OFFERS_MOST:
        raise Refusal("refusal-offers-too-many", most=OFFERS_MOST)
    return found


def is_vague(text: str) -> bool:
    """Whether an answer offers nothing that somebody could look for: "bof", "je suis sympa"."""
    if len(text) > OFFER_MOST:
        return False
    folded = fold(spelled(text))
    talk = small_talk(text)
    said = talk is not None and talk not in (Talk.INSULT, Talk.NOISE)
    return said or bool(_VAGUE.fullmatch(folded))


def halves(offer: str) -> tuple[str, str] | None:
    """What stands before and after the only "et" of an offer: perhaps two of them. One verb of
    two things is one offer: "réparer des vélos et des remorques".
    """
    joined = list(_JOINED.finditer(offer))
    if len(joined) != 1:
        return None
    first, second = offer[: joined[0].start()].strip(), offer[joined[0].end() :].strip()
    if _DEED.match(flat(first)) and not _DEED.match(flat(second)):
        return None
    return first, _bare(second)


def _bare(part: str) -> str:
    """An offer without "je sais faire de la"; its own words where nothing else is left."""
    whole = spelled(part)
    opening = _OPENING.match(flat(whole))
    return (whole[opening.end() :] if opening and opening.end() else part).strip() or part


def insults(text: str) -> bool:
    """Whether somebody is insulted, us or anybody."""
    if small_talk(text) is Talk.INSULT:
        return True
    return any(word in _HARSH for word in re.findall(r"[^\W_]+", fold(text)))


def _without_any(said: Set[str]) -> Refusal:
    """Why nothing of what was said is an offer."""
    if said & EVERYTHING:
        return Refusal("refusal-offer-everything")
    if said & NOTHING:
        return Refusal("refusal-offer-nothing")
    return Refusal("refusal-offer-vague" if said else "refusal-offer-empty")
