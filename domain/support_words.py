"""What words tell of a structure in difficulty: that it is one, what about, who is named in them.

Knows patterns of French and English only. A pattern guesses; whoever wrote the words decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from domain.people import fold
from domain.privacy import MASK, masked
from domain.support import About

SENTENCE_MOST = 600
"""Characters of a plain sentence; what is longer is a story of another kind, and is asked about."""

NAMES_MOST = 12
"""Names shown at most: a list that long is read, a longer one is not."""

_GROUP = (
    r"(?:asso(?:ciation)?s?|structures?|collectifs?|equipes?|cooperatives?|scop|scic"
    r"|tiers[- ]lieux?|conseil d'administration|(?:le|du|au) ca|bureau|salarie(?:e?s|·es)?"
    r"|benevoles|codir|organi[sz]ations?|collectives?|teams?|boards?|staff|volunteers|co-?op)"
)
_OURS = re.compile(
    rf"\b(?:notre ca\b|(?:notre|nos|mon|ma|mes|our|my)\b.{{0,30}}\b{_GROUP}\b"
    rf"|(?:on|nous|we)\b.{{0,80}}\b{_GROUP}\b"
    rf"|{_GROUP}\b.{{0,60}}\b(?:on|nous|we|us)\b)"
)
_TROUBLE = re.compile(
    r"\b(?:epuise(?:e?s|·es|e)?|epuisement|a bout(?: de souffle)?|burn[- ]?outs?"
    r"|en (?:plein )?conflit|se (?:dechire(?:nt)?|disputent?|parlent? plus)"
    r"|ne (?:se parle(?:nt)? plus|tien(?:t|nent) plus)|en (?:pleine )?crise"
    r"|au bord (?:du gouffre|de l'(?:implosion|explosion|epuisement|eclatement))"
    r"|en (?:grande |grosse )?(?:difficulte|souffrance)s?|n'en peu(?:t|x|vent) plus"
    r"|(?:perd|perdu|perdons) (?:le |du |notre )?sens|va (?:tres )?mal|s'effondre"
    r"|exhausted|burn(?:ed|t|ing)[ -]out|in (?:open )?conflict|falling apart|in crisis"
    r"|struggling|at breaking point|no longer (?:speak|talk)\w*|not speaking"
    r"|in (?:deep |serious )?trouble)\b"
)
_ASKS = re.compile(
    r"\?|^(?:comment|quels?|quelles?|pourquoi|combien|ou|qui|est-ce"
    r"|how|what|why|who|where|do you)\b"
)
_ABOUT: Mapping[About, re.Pattern[str]] = {
    About.EXHAUSTION: re.compile(
        r"\b(?:epuis\w+|fatigu\w+|a bout|burn[- ]?outs?|surcharge\w*|craqu\w+|n'en peu\w+ plus"
        r"|arret maladie|surmen\w+|exhaust\w+|burn(?:ed|t|ing)[ -]out|overwork\w*|worn out|tired)\b"
    ),
    About.CONFLICT: re.compile(
        r"\b(?:conflits?|tensions?|disput\w+|dechir\w+|clash\w*|accus\w+|hostil\w+|insult\w+"
        r"|ne se parle\w* plus|engueul\w+|harcel\w+|conflicts?|argu(?:e|ing|ments?)|fight\w*"
        r"|not speaking|no longer (?:speak|talk)\w*)\b"
    ),
    About.GOVERNANCE: re.compile(
        r"\b(?:gouvernance|decisions?|decid\w+|pouvoirs?|statuts|conseil d'administration|bureau"
        r"|president\w*|reunions?|instances?|governance|board|power|bylaws)\b"
    ),
    About.PURPOSE: re.compile(
        r"\b(?:sens|raison d'etre|projet (?:associatif|commun)|valeurs|vision|cap"
        r"|ne sait plus (?:pourquoi|ou)|purpose|meaning|mission|direction)\b"
    ),
    About.MONEY: re.compile(
        r"\b(?:argent|tresorerie|dettes?|subventions?|financ\w+|budget\w*|impay\w+|salaires|loyers?"
        r"|depot de bilan|money|funding|cash|debts?|bankrupt\w*|wages)\b"
    ),
}
_VIOLENCE = re.compile(
    r"\b(?:violences?|violent\w*|viols?|violee?s?|agress(?:ion|ions|ee?s?|er)|frapp(?:e|ee?s?|er)"
    r"|coups|menace[sr]?(?:ee?s?)?(?: de mort)?|harcelement|harcelee?s?|en danger"
    r"|violence|raped?|assault\w*|beaten|threaten\w*|harass\w*|in danger)\b"
)
_CAPITAL = r"[A-ZÀ-ÖØ-Þ][\w'’-]+"
_CALLED = re.compile(
    r"\b(?:M\.|MM\.|Mmes?|Mlle|Monsieur|Madame|Mr\.?|Mrs\.?|Ms\.?)"
    rf"\s+({_CAPITAL}(?:\s+{_CAPITAL})?)"
)
_PAIR = re.compile(rf"\b{_CAPITAL}(?:\s+(?:de\s+|du\s+)?{_CAPITAL})+")
_BEFORE = re.compile(r"(?:^|[.!?…:;\n]\s*)$")


def tells(sentence: str) -> bool:
    """Whether somebody plainly says that their structure is not well; a question is a question."""
    folded = fold(sentence)
    if len(sentence) > SENTENCE_MOST or _ASKS.search(folded):
        return False
    return bool(_OURS.search(folded) and _TROUBLE.search(folded))


def guessed(text: str) -> About:
    """What it is about, by what is said most; something else when nothing says it."""
    folded = fold(text)
    said = {about: len(pattern.findall(folded)) for about, pattern in _ABOUT.items()}
    best = max(said, key=lambda about: said[about])
    return best if said[best] else About.OTHER


def tells_violence(text: str) -> bool:
    """Whether somebody may be harmed by others."""
    return bool(_VIOLENCE.search(fold(text)))


def names_in(text: str, known: Iterable[str]) -> list[str]:
    """What may be names of people, as they stand there: known ones, and what is written like one.

    Better one too many: they are only shown to whoever wrote them.
    """
    found = [match[1] for match in _CALLED.finditer(text)]
    for name in known:
        words = (name, name.split()[0]) if name.split() else ()
        found += [word for word in words if len(word) > 2 and _stands(word, text)]
    sure = tuple(found)
    for pair in _PAIR.finditer(text):
        if not _begins(text, pair) and not any(one in pair[0] for one in sure):
            found.append(pair[0])
    kept: list[str] = []
    for name in sorted(dict.fromkeys(found), key=len, reverse=True):
        if not any(name in longer for longer in kept):
            kept.append(name)
    return sorted(kept, key=text.find)[:NAMES_MOST]


def without_names(text: str, names: Iterable[str]) -> str:
    """The same words with a mask in place of names, whole or in part, numbers and addresses."""
    whole = sorted(names, key=len, reverse=True)
    parts = [one for name in whole for one in name.split() if len(one) > 2 and one[0].isupper()]
    for name in (*whole, *parts):
        text = re.sub(rf"\b{re.escape(name)}\b", MASK, text)
    return masked(text)


def _begins(text: str, match: re.Match[str]) -> bool:
    """Whether two capitals only begin a sentence, as in "Notre CA"."""
    words = match[0].split()
    first = bool(_BEFORE.search(text[: match.start()]))
    return len(words) == 2 and first and (words[1].isupper() or fold(words[0]) in _STARTERS)


_STARTERS = frozenset(
    "notre nos mon ma mes le la les un une depuis chez dans avec our my the since at with".split()
)


def _stands(word: str, text: str) -> bool:
    return bool(re.search(rf"\b{re.escape(word)}\b", text))
