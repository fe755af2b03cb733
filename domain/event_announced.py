"""A plain sentence that announces something without naming its kind: when and where are said.

"Réparons nos vélos ensemble samedi 10 janvier 18h30 à la Roue Libre." Whoever asks, needs or tells
of oneself announces nothing. Must not know the known places, nor the clock.
"""

from __future__ import annotations

import re

from domain.day_rules import ANY_WEEKDAY, MONTH
from domain.event_places import PLACE_NOUN
from domain.numbers import TAKEN, blank

_OF_ONESELF = re.compile(
    r"\b(?:je|j'|me|m'|mon|ma|mes|moi|i|i'm|i've|i'll|my|tu|te|t'|ton|ta|tes|toi|merci|thanks|svp|stp"
    r"|please|pls|besoin|cherch\w*|recherch\w*|quelqu'un|someone|anybody|anyone|need\w*|looking for"
    r"|aider|aide|aides|dispo\w*|available|absente?s?|retard|malade|perdue?s?|oublie\w*|rappel\w*"
    r"|note[rz]?|noted|question\w*|reponse\w*|est|sont|etait|etaient|sera|seront|a eu|ont|was|were"
    r"|is|are|has|had|vient|viens|venu\w*|arrive\w*|passe\w*|peux|peut|pouvez|pourr\w*|veux|voul\w*"
    r"|faut|dois|doit|should|could|can|would|want\w*|annul\w*|report\w*|cancel\w*|postpone\w*"
    r"|deplace\w*|decale\w*|complet|au lieu|instead|si|if|pas|not|don't|qui|que|quoi|who|what"
    r"|abonner?|prete?|vends?|train|bus|tram|medecin|docteur|doctor)\b"
)
_DONE = re.compile(r"^\W*\w+é (?:la|les?|une?|à|au|avec|pour|[A-ZÀ-Ý]|l['’])")
"""What somebody did: "gardé les enfants"."""

_WHERE = re.compile(
    r"\b(?:a l'|(?:a la|au|aux|chez|devant|at the|rdv|rendez-vous|depart)(?: ?:)? )[a-z0-9]{2}"
    rf"|(?:@|📍) ?[a-z]|(?:^|[\0,;(] ?){PLACE_NOUN}\b"
    r"|\b(?:en ligne|sur zoom|par zoom|on zoom|online)\b"
)
_AT_NAME = re.compile(r"\b(?:à|a|A|À|at|in) (?:La |Le |Les |L['’])?[A-ZÀ-Ý]")
_DATE = re.compile(
    rf"\b(?:(?:{ANY_WEEKDAY})\b\.?,? )?(?:le |the )?(?:[0-9]{{1,2}}(?:er|st|nd|rd|th)?"
    rf" (?:{MONTH})\b(?: 20[0-9]{{2}})?|[0-9]{{1,2}}/[0-9]{{1,2}}(?:/[0-9]{{2,4}})?)"
    rf"|\b(?:{ANY_WEEKDAY})\.? (?:le |the )?[0-9]{{1,2}}(?! ?(?:h\b|:[0-9]))"
    rf"|\b(?:{MONTH}) [0-9]{{1,2}}\b"
)
_NO_TITLE = frozenset("rendez-vous matin soir midi avec pour dans gratuit libre free".split())


def tells_date(said: str) -> bool:
    """Whether flat words say a day with its number, which no search for something to do says."""
    return _DATE.search(said) is not None


def tells_place(text: str, said: str) -> bool:
    """Whether a place or the web is said; `said` is the text flat, without hours."""
    return _WHERE.search(said) is not None or _AT_NAME.search(text) is not None


def is_impersonal(text: str, said: str) -> bool:
    """Whether words tell nothing of oneself or of what somebody did, and ask for nothing."""
    return _OF_ONESELF.search(said) is None and _DONE.search(text) is None


def names_something(said: str) -> bool:
    """Whether flat words, the day, the hour and the place apart, leave a title."""
    for pattern in (_DATE, _PLACE_SAID):
        for match in pattern.finditer(said):
            said = blank(said, *match.span())
    words = re.findall(r"[a-z][a-z'-]{3,}", said.replace(TAKEN, " "))
    return any(one not in _NO_TITLE and not re.fullmatch(ANY_WEEKDAY, one) for one in words)


_PLACE_SAID = re.compile(
    r"\b(?:a la|a l'|au|aux|chez|devant|at the|at|in|a|rdv|rendez-vous) ?[^,;.:!\0]*"
)
