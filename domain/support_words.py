"""What words tell of a structure in difficulty: that it is one, what about, who is named in them.

Knows patterns of French and English only. A pattern guesses; whoever wrote the words decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from domain.people import fold
from domain.phone_words import spelled
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
_NOT_OF_IT = r"(?<!sur )(?<!sur l')(?<!sur le )(?<!sur la )(?<!sur les )(?<!contre l')(?<!about )"
"""A workshop on exhaustion is not exhausted."""

_TROUBLE = re.compile(
    rf"{_NOT_OF_IT}\b(?:epuise(?:e?s|·es|e)?|epuisement|a bout(?: de souffle)?|burn[- ]?outs?"
    r"|en (?:plein )?conflit|se (?:dechire(?:nt)?|dispute(?:nt)?|parle(?:nt)? plus)"
    r"|ne (?:se parle(?:nt)? plus|tien(?:t|nent) plus)|en (?:pleine )?crise"
    r"|au bord (?:du gouffre|de l'(?:implosion|explosion|epuisement|eclatement))"
    r"|en (?:grande |grosse )?(?:difficulte|souffrance)s?|en peu(?:t|x|vent)? (?:plus|pu)"
    r"|(?:perd|perdu|perdons) (?:le |du |notre )?sens|va (?:tres |vraiment )?mal|s'effondre"
    r"|s'(?:engueul\w+|ecroule)|s'entend(?:ent)? plus|y arrive plus"
    r"|se (?:(?:tape|tire)(?:nt)? (?:dessus|dans les pattes)|bouffe(?:nt)? le nez"
    r"|deteste(?:nt)?|supporte plus)"
    r"|(?:est|sommes|sont) (?:\w+ )?(?:epuiser|rinces?|crames?|lessives?|creves?|vides?|a genoux)"
    r"|au bout du rouleau|part(?:ent)? en vrille|plus personne (?:ne |n')?(?:veut|y croit)\w*"
    r"|exhausted|burn(?:ed|t|ing)[ -]out|in (?:open )?conflict|falling apart|in crisis"
    r"|(?:fighting|arguing)(?! (?:for|against|climate))|at each other's throats"
    r"|struggling(?! to (?:find|open|read))|at breaking point|no longer (?:speak|talk)\w*"
    r"|not speaking|in (?:deep |serious )?trouble)\b"
)
_WAGES = (
    r"(?:salaires?|salarie\w*|loyers?|charges|urssaf|paies?|factures|wages|salaries|rent|staff)"
)
_MONEY_GONE = re.compile(
    r"\b(?:on|nous|l'asso\w*|notre \w+|we)\b.{0,30}"
    rf"\b(?:(?:plus|pas|pu) (?:pouvoir )?(?:a )?(?:payer|verser|regler) (?:\w+ )?{_WAGES}"
    rf"|(?:can'?t|cannot|no longer|unable to) (?:pay|afford|make) (?:\w+ )?(?:{_WAGES}|payroll)"
    r"|(?:mettre|met) la cle sous la porte|depose\w* le bilan|cessation de paiement"
    r"|plus (?:de |un )(?:tresorerie|treso|sous?|argent)\b|running out of money|going (?:under|bust"
    r"|bankrupt))"
)
_WE_CANNOT = re.compile(
    r"\b(?:(?:on|nous) (?:n')?en p(?:eu[tx]?|ouvons) (?:vraiment |tellement |juste )?(?:plus|pu)\b"
    r"(?! (?:d'attendre|de rire|de ce temps|de la pluie))"
    r"|we can(?:'?t|not) (?:take it|go on|cope)(?: any ?(?:more|longer))?(?= ?(?:[.!?,…]|$)))"
)
"""What nobody says of a thing: it is heard in a question also."""

_WITHIN = re.compile(
    r"^[\W_]*(?:(?:bonjour|salut|bonsoir|hello|hi|c'est|il y a|y a|ya|on a|there's|there is|we have"
    r"|de la|des|du|le|la|une?|a|en|gros(?:se)?s?|plein(?:e)?(?: de)?|enorme|trop de|big"
    r"|huge)[ ,!]+)*"
    r"(?:burn[- ]?outs?|epuisement|conflits?|tensions?|clash|embrouilles?|crise|engueulades?|guerre"
    r"|ambiance (?:pourrie|horrible|toxique|detestable|de merde)|souffrance|conflict|tension"
    r"|infighting)"
    r" (?:\w+ )?(?:dans|au sein de|entre|in|within|on) (?:l'|la |les |notre |nos |the |our )?"
    rf"{_GROUP}\b(?! des? )"
)
_ASKS_HOW = re.compile(
    r"^[\W_]*(?:comment|quels?|quelles?|pourquoi|combien|ou|qui|est-ce"
    r"|how|what|why|who|where|do you)\b"
)
_ASKS_HELP = re.compile(
    r"\b(?:quelqu'un|aide[rz]?|soutien|une oreille|que faire|quoi faire|fait quoi|on fait comment"
    r"|anyone|someone|help|what (?:can|do) we do)\b"
)
_ABOUT: Mapping[About, re.Pattern[str]] = {
    About.EXHAUSTION: re.compile(
        r"\b(?:epuis\w+|fatigu\w+|a bout|burn[- ]?outs?|surcharge\w*|craqu\w+|en peu\w* plus"
        r"|arret maladie|rinces?|crames?|lessives?|surmen\w+"
        r"|exhaust\w+|burn(?:ed|t|ing)[ -]out|overwork\w*|worn out|tired)\b"
    ),
    About.CONFLICT: re.compile(
        r"\b(?:conflits?|tensions?|disput\w+|dechir\w+|clash\w*|accus\w+|hostil\w+|insult\w+"
        r"|embrouilles?|se tape\w* dessus"
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
        r"\b(?:argent|tresorerie|treso|sous|bilan|dettes?|subventions?|financ\w+|budget\w*|impay\w+|salaires|loyers?"
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
    """Whether somebody plainly says that their structure is not well; a question is a question,
    but for one that asks for help, or cries.
    """
    folded = fold(spelled(sentence))
    if len(sentence) > SENTENCE_MOST:
        return False
    if _WE_CANNOT.search(folded):
        return True
    if _ASKS_HOW.search(folded) or ("?" in folded and not _ASKS_HELP.search(folded)):
        return False
    ours = _OURS.search(folded) and _TROUBLE.search(folded)
    return bool(ours or _MONEY_GONE.search(folded) or _WITHIN.search(folded))


def guessed(text: str) -> About:
    """What it is about, by what is said most; something else when nothing says it."""
    folded = fold(spelled(text))
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
