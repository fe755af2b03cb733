"""Follow-ups: a short message that only makes sense after the answer just given.

Knows how such messages begin, and where an answer already says what they ask. Must not know which
entry was shown, nor search.
"""

from __future__ import annotations

import re
from datetime import timedelta

from domain.matching import STOP, stem, words_of
from domain.people import fold

WITHIN = timedelta(minutes=10)
"""After a longer silence somebody speaks of something else."""

WORDS_MOST = 9
"""A longer message says by itself what it is about."""

_OPENS = re.compile(
    r"(?:ok |oui |d'accord |merci |yes |thanks )?,?\s*(?:et|mais|donc|alors|sinon|aussi|du coup|"
    r"par contre|and|but|so|then|also|what about|how about|or|ou bien)\b[ ,]"
)
_LACKS = re.compile(
    r"(?:(?:est-ce que |est ce que )?(?:c'est|c'etait|ca|cela|il|elle|ils|elles|on|y|en|c)\b"
    r"|(?:is|are|was|does|do|can|will|has|could) (?:it|this|that|they|he|she)\b|it\b|they\b|that\b"
    r"|(?:pour|avec|sans|chez|dans|depuis|for|with|without|in|since) |meme |only |seulement )"
)
_ALONE = frozenset(
    "ou quand combien comment pourquoi qui quoi lequel laquelle lesquels a quelle heure date prix "
    "lieu where when how much many why who what which time c'est ca est-ce que y il elle is it one "
    "coute coutent payant gratuit free costs cost exactement exactly precisement encore plus c de "
    "d'ou jusqu'a depuis until".split()
)
_EMPTY = frozenset(
    "ok oui et mais donc alors sinon coup contre what about also then merci bien aussi".split()
)
_PRICE = re.compile(
    r"\b(?:combien (?:ca|c|cela)|prix|tarif|payante?|payer|gratuite?|cout\w*|cher|how much|free|"
    r"price|cost\w*|pay|fee)\b"
)
_TELLS_PRICE = re.compile(
    r"€|euros?\b|gratuit|payant|paye|cotisation|\bfree\b|\bfees?\b|rien n'est demande"
)
_PLACE = re.compile(r"\b(?:ou|lieu|endroit|visio|en ligne|adresse|where|place|online)\b")
_TELLS_PLACE = re.compile(
    r"\b(?:rue|avenue|visio\w*|salle|en ligne|a distance|online|(?:par|by) video|a paris|a lyon|"
    r"a saint-etienne)\b|www\.|@"
)
_TIME = re.compile(r"\b(?:quand|heures?|date|jour|when|time|day)\b")
_TELLS_TIME = re.compile(
    r"\b(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|chaque mois|mensuel\w*|janvier|"
    r"fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre|trimestre|"
    r"semestre|\d{1,2} ?h|20\d\d|monday|tuesday|wednesday|thursday|friday|saturday|sunday|"
    r"(?:each|every) month|monthly)\b"
)
_ASPECTS = ((_PRICE, _TELLS_PRICE), (_PLACE, _TELLS_PLACE), (_TIME, _TELLS_TIME))
"""What follow-ups ask most, and what a line that says it holds."""


def is_follow_up(text: str) -> bool:
    """Whether a message leans on the one before it."""
    seen = fold(text).strip(" ?!.,…")
    words = re.findall(r"[\w'-]+", seen)
    if not 0 < len(words) <= WORDS_MOST:
        return False
    if _OPENS.match(f"{seen} ") or _LACKS.match(f"{seen} "):
        return True
    return all(word in _ALONE for word in words)


def says(body: str, text: str) -> str:
    """The lines of an answer that say what a follow-up asks; nothing when none does.

    A line says it when it holds every telling word, or the kind of thing that is asked for.
    """
    seen = fold(text)
    telling = _telling(seen)
    lines = [line.strip() for line in body.splitlines() if line.strip()]
    for asks, holds in _ASPECTS:
        asked = [found[0] for found in asks.finditer(seen)]
        if asked and telling <= _telling(" ".join(asked)):
            return "\n".join(line for line in lines if holds.search(fold(line)))
    return "\n".join(line for line in lines if telling and telling <= _telling(line))


def _telling(text: str) -> frozenset[str]:
    """The stems of a text's words that are neither asking nor going on."""
    words = (word for word in words_of(text) if word not in STOP and word not in _EMPTY)
    return frozenset(stem(word) for word in words if len(word) > 1 and word not in _ALONE)
