"""What a short sentence says anew of an event that stands on a card: its hour, its day, its price,
its place.

Knows French and English, and the words that people put around an answer. Must not know the clock
nor the known places: what was read of the sentence is given. A sentence that says anything else
says nothing here.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from domain.day_rules import FULL_WEEKDAY
from domain.event_days import Occasions, Timing, occasions
from domain.event_moves import ENDS, UNREAD, said_anew
from domain.event_prices import price_in
from domain.event_words import Said
from domain.events import Details
from domain.hours import hours_in
from domain.numbers import TAKEN
from domain.people import flat

FIX_MOST = 120
"""Characters of a sentence that says one thing; a longer one tells more."""

_MORE = (
    r"c'est|c'etait|ce sera|ca sera|en fait|enfin|plutot|finalement|pardon|desolee?|oups"
    r"|it's|it is|it will be|actually|sorry|rather|oops"
)
_SETS = r"mettez|mets|met|mettre|merci de mettre|vous pouvez mettre|put|set it to|make (?:it|that)"
_BEFORE = re.compile(
    r"(?:"
    rf"(?:non|no|nope|oui|yes|ok|ah|bon|mais|well)(?:\s*[,.:;!…]+|(?= (?:{_MORE})\b)"
    r"|(?<=non)(?= (?:a|au|aux|ce|le|la|les)\b))"
    rf"|(?:{_MORE}|{_SETS}|au final|en fin de compte|du coup|euh|instead|in fact|disons"
    r"|je voulais dire|je veux dire|i mean|i meant|erreur|correction)(?![\w'-])\s*[,.:;!…]*"
    r"|(?:ca|l'evenement|it|on|we)? ?(?:commence|debute|demarre|starts?|begins?)"
    r"(?= (?:a|des|vers|at|plutot|finalement)\b)"
    r"|(?:l'heure|le jour|la date|le prix|le tarif|le lieu|the (?:time|day|date|price|place))"
    r"(?: est| sera|,? c'est| is| will be| ?:)(?= )"
    r")\s*"
)
_AFTER = re.compile(
    r"(?<=\S)[\s,.;!…]+(?:finalement|en fait|au final|plutot|du coup|pardon|desolee?|svp|stp"
    r"|s'il (?:vous|te) plait|merci(?: beaucoup| bien| d'avance| a vous)?|in the end|after all"
    r"|actually|instead|in fact|rather|sorry|please|pls|thanks?(?: you)?)[\s.!…]*$"
)


def bare(typed: str) -> str:
    """An answer without the words around it; as it was typed where nothing else is left."""
    said = typed.strip()
    while match := _BEFORE.match(flat(said)):
        said = said[match.end() :]
    while match := _AFTER.search(flat(said)):
        said = said[: match.start()]
    return said.strip() or typed.strip()


_OLD = (
    rf"(?:(?:a|le|la|au|chez|ce|on|at|in|the|du|de) )*(?:[0-9]|midi\b|noon\b|demain|tomorrow"
    rf"|{FULL_WEEKDAY}|gratuit|payant|free\b)|(?:a la|a l'|au|chez|at the) "
)
_INSTEAD = re.compile(
    r"[\s,]+(?:au lieu d|et non(?! pas)|plutot qu|instead of\b|rather than\b"
    rf"|(?:et |and )?(?:non )?(?:pas|not) (?={_OLD})).*$"
)
_NOT_BUT = re.compile(
    r"^(?:(?:non|no)[ ,]+)?(?:(?:ce )?n'est |c'est |it's )?(?:pas|not) (?:[^,;]*?)[ ,]*"
    r"\b(?:mais|but)\b[ ,]*"
)


def new_part(typed: str) -> str:
    """What a sentence says is so from now on, without what it was: "à 19h, pas à 20h"."""
    said = typed.strip()
    if match := _NOT_BUT.match(flat(said)):
        said = said[match.end() :]
    if (match := _INSTEAD.search(flat(said))) and match.start() > 0:
        said = said[: match.start()]
    return bare(said)


_OPEN = re.compile(
    r"\?|\b(?:pas|ne|not|never|jamais|sans|without|ou|or|peut-etre|maybe|perhaps|si|if|quand|when"
    r"|plus (?:tard|tot)|later|earlier|de (?:plus|moins)|avant|apres|before|after|pendant|dure\w*"
    r"|a la place|decal\w*|avanc\w*|retard\w*|repouss\w*|report\w*|annul\w*|cancel\w*)\b|\bn'"
)
"""What leaves open which part is meant, or says it by way of another."""

_FAREWELL = re.compile(
    rf"a (?:demain|ce soir|plus|bientot|{FULL_WEEKDAY})(?: soir| matin)?[\s.!…]*"
)


def may_fix(typed: str) -> bool:
    """Whether words may say something anew, and nothing more."""
    said = flat(new_part(typed))
    closed = _OPEN.search(said) is None and _FAREWELL.fullmatch(said) is None
    return len(typed) <= FIX_MOST and closed and "\n" not in typed.strip()


@dataclass(frozen=True)
class Fix:
    """The parts that are said anew; what is not said of them stays."""

    when: Occasions | None = None
    place: str = ""
    price: str = ""


def read_fix(typed: str, said: Said, now: datetime, was: Sequence[Timing]) -> Fix | None:
    """What `new_part` of a sentence says anew of an event on some dates, `said` being what was read
    of it; None where it says anything else, or where that is not sure.
    """
    if not _says_only_parts(said) or _DAY_OF_STREET.search(flat(typed)):
        return None
    text = price_in(typed)[2]
    timed = said.when.doubt != UNREAD or bool(hours_in(text, late=False)[0])
    fix = Fix(place=said.place, price=said.details.price)
    if not timed:
        return fix if fix != Fix() else None
    if said.place:
        text = _read_of(text, now)
    when = said_anew(text, now, was)
    unsure = when.doubt == UNREAD or (len(was) > 1 and len(when.timings) == 1)
    return None if unsure else replace(fix, when=when)


def _says_only_parts(said: Said) -> bool:
    known = replace(said.details, cost=None, price="", tags=(), families=False)
    return not (said.title or said.link or said.contact or said.places) and known == Details()


_DAY_OF_STREET = re.compile(r"\b(?:place|rue|avenue|boulevard|square|cours|quai) du (?:1er|[0-9])")


def _read_of(text: str, now: datetime) -> str:
    """Only the words of a text that say a day or an hour."""
    rest = occasions(text, now).rest
    ends = ENDS.search(flat(text))
    kept = (letter if left == TAKEN else " " for letter, left in zip(text, rest, strict=True))
    return f"{ends[0] if ends else ''} {''.join(kept)}"
