"""How people say that they want to receive the agenda, when, and of what; or no longer.

Knows French and English. Must not know which places there are, nor who asks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import time

from domain.agenda_ask_words import FAMILIES, FREE, SMALL
from domain.day_rules import FULL_WEEKDAY, FULL_WEEKDAYS
from domain.errors import Refusal
from domain.event_subjects import Subject, spaced, stems_in, subjects_in
from domain.numbers import TAKEN, blank
from domain.people import flat, fold
from domain.posting_words import read_post_hour

ORDER_MOST = 160
"""Characters of an order; what is longer tells a story."""

OPEN_WORDS = 3
"""Words that nothing here reads, at most, in a plain sentence: a place. More, and it says more."""


@dataclass(frozen=True)
class Order:
    """That the agenda is wanted, or no longer; what is None or empty was not said. `places` are as
    they were written, whether or not anything bears their name.
    """

    wanted: bool
    weekday: int | None = None
    at: time | None = None
    subjects: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    families: bool = False
    free: bool = False


def read_order(text: str) -> Order | None:
    """What words after the command order, or a plain sentence; None for what only asks."""
    said = flat(text[:ORDER_MOST])
    if _STOP.fullmatch(said.strip(" .!")) or stops(text):
        return Order(wanted=False)
    begin = _BEGIN.match(said) or (_asked(said) if orders(text) else None)
    if begin is None:
        return None
    return _wishes(blank(text[:ORDER_MOST], *begin.span()))


def orders(sentence: str) -> bool:
    """Whether a plain sentence asks to be sent the agenda, or to be sent it no more."""
    said = flat(sentence).strip()
    if len(sentence) > ORDER_MOST or _ELSEWHERE.search(said):
        return False
    if stops(sentence):
        return True
    match = _asked(said)
    if match is None or (_ONCE.search(said) and not _FROM_NOW_ON.search(said)):
        return False
    left = blank(sentence.strip(), *match.span())
    return len(list(_telling(_unread(left)))) <= OPEN_WORDS


def stops(sentence: str) -> bool:
    """Whether a plain sentence says that the agenda is wanted no more."""
    said = flat(sentence).strip()
    return _PLAIN_STOP.search(said) is not None and not _ELSEWHERE.search(said)


def _wishes(text: str) -> Order:
    said = flat(text)
    days = tuple(dict.fromkeys(FULL_WEEKDAYS[one[1]] for one in _WEEKDAY.finditer(said)))
    if len(days) > 1:
        raise Refusal("refusal-one-day")
    hour = _HOUR.search(said)
    rest = _unread(text)
    return Order(
        wanted=True,
        weekday=days[0] if days else None,
        at=read_post_hour(hour[0]) if hour else None,
        subjects=tuple(str(one) for one in Subject if one in subjects_in(rest)),
        places=tuple(_places(rest)),
        families=FAMILIES.search(said) is not None,
        free=FREE.search(said) is not None,
    )


def _unread(text: str) -> str:
    """A text without its days, hours, families and price."""
    for pattern in (_HOUR, _WEEKDAY, FREE, FAMILIES):
        for match in reversed(list(pattern.finditer(flat(text)))):
            text = blank(text, *match.span())
    return text


def _places(rest: str) -> Iterator[str]:
    """What is left between commas and small words, without what names a subject."""
    stems = [stem for _, stem in stems_in(rest)]
    for part in re.split(rf"[,;{TAKEN}]|\b(?:et|ou|and|or)\b", rest):
        words = part.split()
        while words and _is_small(words[0]):
            words = words[1:]
        while words and _is_small(words[-1]):
            words = words[:-1]
        name = " ".join(words).strip(" .!?:")
        if name and not any(stem in spaced(name) for stem in stems):
            yield name


def _telling(text: str) -> Iterator[str]:
    for word in re.findall(r"[^\W_]+(?:-[^\W_]+)*", text):
        if not _is_small(word) and not subjects_in(word):
            yield word


def _is_small(word: str) -> bool:
    parts = re.split(r"[-'’\W]+", fold(word))
    return all(part in _SMALL for part in parts if part)


def _asked(said: str) -> re.Match[str] | None:
    return _PLAIN_BEGIN.search(said)


_POLITE = frozenset(
    "svp plait avance stp volontiers bonne journee chaque tous toutes every each please matin "
    "matins soir soirs semaines week weekly hebdomadaire plus aussi seulement uniquement only just "
    "autour quartier sujet sujets lieu lieux sur concernant concerne about regarding sauf prive "
    "private prefere preference".split()
)
"""Words of an order that say nothing of it."""

_SMALL = (SMALL | _POLITE) - {"libre", "libres", "truc", "temps"}
"""And words of questions, but for those that names of places end with."""

_WEEKDAY = re.compile(
    rf"\b(?:chaque |tous les |toutes les |every |each |on |le |les )?({FULL_WEEKDAY})s?\b"
    r"(?: (?:matin|soir|morning|evening)s?\b)?"
)
_HOUR = re.compile(
    r"\b(?:a |at |vers |around )?(?:midi|minuit|noon|midnight|\d{1,2} ?(?:h|heures?) ?(?:\d{1,2})?"
    r"|\d{1,2}:\d{2}|\d{1,2}(?::\d{2})? ?(?:am|pm))(?![a-z\d])"
    r"(?: (?:du matin|du soir|in the (?:morning|evening)))?"
)

_AGENDA = r"(?:l'|votre |cet |ton |mon |the |your |this |a l'|to the )?agenda"
_OF_THE_WEEK = r"(?: (?:de la semaine|hebdomadaire|of the week))?"
_BEGIN = re.compile(
    r"\s*(?:(?:je )?(?:veux |voudrais )?(?:m'|s')?abonne(?:r|z|ment)?(?:[- ]moi)?|recevoir"
    rf"|subscribe|receive)(?: {_AGENDA})?{_OF_THE_WEEK}(?![\w-])"
)
"""After the command: what begins like this is no day, subject or place."""

_STOP = re.compile(
    r"(?:(?:me |m'en )?desabonne(?:r|z)?(?:[- ]moi)?|desabonnement|arrete[rz]?|stop|unsubscribe"
    rf"|ne plus recevoir)(?: {_AGENDA})?(?:,? (?:svp|stp|merci|please|thanks))*"
)

_PLAIN_BEGIN = re.compile(
    r"(?:^|.*?\b)(?:(?:je (?:voudrais|veux|souhaite|souhaiterais|desire|peux|pourrais)|j'aimerais"
    r"|j'ai envie de|on voudrait|nous voudrions|puis-je|peut-on|est-ce que je peux"
    r"|est-il possible de|i want to|i(?:'d| would) like to|i wish to|can i|could i|may i)"
    r"(?: bien| aussi| also| please)? "
    r"(?:recevoir|m'abonner|s'abonner|avoir|etre abonnee?|m'inscrire|receive|get|have|subscribe)"
    r"(?: aussi| bien| also)?"
    r"|je m'abonne|abonne[z]?[- ]moi|envoie[sz]?[- ]moi|envoyez[- ]moi"
    r"|(?:tu peux|peux-tu|pouvez-vous|vous pouvez|pourriez-vous|pourrais-tu) m'(?:envoyer|abonner)"
    r"|(?:please |can you |could you )?(?:send|subscribe) me(?: to)?|subscribe to"
    r"|i want|i(?:'d| would) like)"
    rf" {_AGENDA}{_OF_THE_WEEK}(?![\w-])"
)
_PLAIN_STOP = re.compile(
    r"\b(?:(?:je )?ne (?:veux|voudrais|souhaite|desire) (?:plus|pas)(?: du tout)?"
    r"(?: que (?:tu|vous) m'envoy\w+| recevoir| avoir| qu'on m'envoie)?"
    r"|je veux plus(?: recevoir)?"
    r"|(?:ne )?m'envoyez plus|(?:ne )?m'envoie[sz]? plus|n'envoyez plus|n'envoie[sz]? plus"
    r"|arrete[rz]? (?:de m'envoyer|d'envoyer|de recevoir|l'envoi de)|(?:je veux|j') ?arreter?"
    r"|(?:me |m'en )?desabonne[rz]?(?:[- ]moi)? de"
    r"|(?:i )?(?:do not|don't|no longer) (?:want|wish|send me)(?: to)?(?: (?:receive|get))?"
    r"|stop (?:sending|sending me|receiving|getting)|unsubscribe(?: me)? from|stop)"
    rf" {_AGENDA}{_OF_THE_WEEK}(?![\w-])"
)
_ONCE = re.compile(
    r"\b(?:semaine prochaine|prochaine semaine|next week|cette semaine|this week"
    r"|(?:ce|du) week[- ]?end|this weekend|(?:de |for )?(?:demain|tomorrow)"
    r"|d'aujourd'hui|for today)\b"
)
"""The agenda of some days, to be read once."""
_FROM_NOW_ON = re.compile(
    r"\b(?:recevoir|abonne\w*|receive|subscribe|a partir|des la|from|starting|as of)\b"
)
_ELSEWHERE = re.compile(
    r"\b(?:lettre|newsletter|letter|e-?mails?|mails?|courriels?|reunions?|permanences?|meetings?"
    r"|comment|pourquoi|quand|how|why|when|calendriers?|calendars?|google|outlook|papier|postal"
    r"|evenements?|events?|ajout\w+|add|publi\w+|mettre|put|annonc\w+|propos\w+)\b"
)
"""What others hear: the letter, how and why, and whoever wants something put in the agenda."""
