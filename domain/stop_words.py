"""How people say that they want to receive nothing any more, or the letter no more.

Knows French and English. Must not know what comes to whom.
"""

from __future__ import annotations

import re

from domain.people import fold

MOST = 120
"""Characters of such a sentence; what is longer tells a story."""

_HELLO = r"(?:(?:bonjour|bonsoir|salut|coucou|hello|hi|please|alors|ok) )*"
_WISH = (
    r"(?:(?:je (?:veux|voudrais|souhaite|souhaiterais|desire|dois|peux|vais)|j'aimerais"
    r"|(?:est-ce que )?je (?:peux|voudrais)|puis-je|peut-on|est-il possible de"
    r"|comment(?: faire pour| (?:je|on) (?:peux|peut|fais|fait)(?: pour)?)?"
    r"|(?:pouvez-vous|vous pouvez|tu peux|peux-tu)"
    r"|i (?:want|wish|would like|need) to|i'd like to|can (?:i|you)|could (?:i|you)|may i"
    r"|how (?:do|can) i) )?(?:bien |please |also )?"
)
_MANNERS = r"(?: (?:svp|stp|s'il (?:vous|te) plait|merci|please|thanks|thank you))*"
_LEAVE = (
    r"(?:(?:je )?(?:me |m'en |m')?desabonne[rz]?(?:[- ]moi)?|(?:mon )?desabonnement"
    r"|unsubscribe(?: me)?)"
)
_OF_ALL = (
    r"(?: (?:de tout|d'ici|de la liste|de tes messages|de vos messages|from (?:all|everything)))?"
)
_LETTER = (
    r"(?:de |d'|from |a |to )?(?:la |votre |ta |cette |the |your |this )?"
    r"(?:lettre|newsletter|letter|infolettre)(?: (?:du mois|mensuelle|de l'alliance|of the month))?"
)
_NO_MORE = (
    r"(?:(?:je )?ne (?:veux|voudrais|souhaite|desire) plus(?: recevoir| avoir)?"
    r"|je veux plus(?: recevoir)?|ne m'envo(?:ie|yez)s? plus|arrete[rz]?(?: de m'envoyer)?|stop"
    r"|(?:i )?(?:do not|don't|no longer) want(?: to (?:receive|get))?"
    r"|stop (?:sending me|sending|receiving))"
)
_ALL = re.compile(f"{_HELLO}{_WISH}{_LEAVE}{_OF_ALL}{_MANNERS}")
_THE_LETTER = re.compile(
    rf"{_HELLO}(?:{_WISH}{_LEAVE}|{_NO_MORE}) {_LETTER}(?: any ?more)?{_MANNERS}"
)


def unsubscribes(sentence: str) -> bool:
    """ "Je veux me désabonner", of whatever comes here."""
    return _is(_ALL, sentence)


def stops_letter(sentence: str) -> bool:
    """ "Je ne veux plus recevoir la lettre." """
    return _is(_THE_LETTER, sentence)


def _is(pattern: re.Pattern[str], sentence: str) -> bool:
    if len(sentence) > MOST:
        return False
    said = " ".join(re.sub(r"[.!?,;:]+", " ", fold(sentence.replace("\u2019", "'"))).split())
    return pattern.fullmatch(said) is not None
