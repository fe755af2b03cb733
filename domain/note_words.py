"""The words of a note: which way a verb sends the time, and what else a word says of an exchange.

Knows French and English verbs of helping. Must not know names, days or durations.
"""

from __future__ import annotations

import re
from enum import StrEnum

from domain.day_rules import FULL_WEEKDAY
from domain.numbers import TAKEN
from domain.people import flat


class Direction(StrEnum):
    """What the writer says they did: spent time with, gave it, or received it."""

    WITH = "with"
    GAVE = "gave"
    RECEIVED = "received"


_ADVERB = r"(?:(?:\w+ment|deja|aussi|bien|encore|beaucoup|egalement) )?"
_HELPED = (
    r"(?:donne|offert|aide|accompagne|consacre|appuye|forme|rendu service|prete|soutenu|conseille"
    r"|depanne|file|explique|appris|epaule|releve|remplace|transporte|conduit)\w*"
)
_BOOSTED = r"(?:gave|given|helped|offered|supported|trained|coached|taught|drove)"
_DONE = r"(?:relu|traduit|garde|repare|montre|apporte)\w*"
GAVE = re.compile(
    rf"\bj'? ?ai {_ADVERB}{_HELPED}|\bi(?:'ve| have)? {_BOOSTED}(?: out)?\b|^(?:donne|gave)(?= )"
)
RECEIVED = re.compile(
    rf"\bj'? ?ai {_ADVERB}(?:recu|beneficie(?: de)?|ete {_HELPED})|\bmerci a(?= )|\bgrace a(?= )"
    rf"|\bthanks to(?= )|\bi(?:'ve| have)? (?:received|(?:was|been) {_BOOSTED}"
    r"|got(?=.*\b(?:from|help)\b))|^recu(?= )|^received(?= )"
)
TO_ME = re.compile(
    rf"\b(?:m'? ?(?:a|ont)|nous (?:a|ont)) {_ADVERB}(?:{_HELPED}|{_DONE})"
    r"|\best venue? (?:m'|nous )aider\b"
    rf"|\b(?:has |have )?{_BOOSTED} (?:me|us)\b(?: out)?"
)
SHARED = re.compile(
    r"\b(?:j'? ?ai|on a|nous avons)"
    r" (?:passe|travaille|fait|anime|bosse|relu|traduit|tenu|prepare)\w*"
    r"|\b(?:i|we)(?:'ve| have)? (?:spent|worked|did)\b"
)
OF_SOMEBODY = re.compile(
    r"aide|accomp|soutenu|conseil|depann|forme|epaul|remplac|merci|grace|help|support|coach|thank"
)

LINKS = dict.fromkeys(("avec", "with"), Direction.WITH)
LINKS |= dict.fromkeys(("a", "to", "pour", "for"), Direction.GAVE)
LINKS |= dict.fromkeys(("de", "from", "par", "by"), Direction.RECEIVED)
LINK = re.compile(r"\b(?:avec|with|a|to|de|from|par|by) (?=\w)")
SEAM = re.compile(rf"\b(?:pour|for) (?!(?:environ |about |around )?{TAKEN})")
LEADING = re.compile(
    r"(?:[\s,;:.–()-]+|(?:pour|for|de|of|sur|on|about|with|avec|et|and|a propos de|au sujet de"
    r"|concernant) |d')+"
)
TRAILING = re.compile(
    r"(?:[\s,;:.–()-]+|(?:^|(?<=\s))(?:pendant|durant|during|for|pour|environ|about|en|de|le|on"
    r"|et|and|avec|with|a|au|the))+$"
)

_NOT_PAID = r"(?<!non )(?<!pas )(?<!not )(?<!n'est )"
PAID = re.compile(
    rf"{_NOT_PAID}\b(?:(?:mission |heures? |temps |travail )?"
    r"(?:payé(?:e|s|es)?|facturé(?:e|s|es)?|r[ée]mun[ée]r[ée](?:e|s|es)?|r[ée]tribu[ée](?:e|s|es)?"
    r"|paid(?: (?:work|mission|job))?|invoiced)|mission (?:paye|facture)e?)(?!\w)",
    re.IGNORECASE,
)
"""Read with accents: "la facture" and "la paye" are subjects, "facturé" and "payé" are money."""
SPOKEN = re.compile(
    r"(?:\b(?:qui |elle |il |who )?(?:est )?(?:sans |n'a pas (?:de |d')|pas (?:de |d')|has no |no "
    r"|without (?:a )?)(?:telephone|portable|smartphone|internet|phone|mobile)|\bhors ligne"
    r"|\boffline)\b"
)
POT = re.compile(
    r"\b(?:(?:pour|a|au|dans|for|to|into) (?:(?:le|the) )?)?"
    r"(?:pot commun|common pot|caisse commune)\b"
    r"|\b(?:pour le|au|for the|to the) communs?\b(?! des\b)|\b(?:for|to) the commons?\b"
)
ORGANISED = re.compile(
    r"\b(?:pour|a|au|aux|sur|dans|pendant|lors d[ue]|for|on|at) (?:le |la |l'|un |une |the )?"
    r"(?:chantier|comap|atelier (?:organise|collectif|ouvert|de la fabrique))\b"
)
_NOTE = (
    r"(?:(?:peux-tu|tu peux|pouvez-vous|vous pouvez|merci de|il faut|can you|please)\W+)?"
    r"(?:notez|noter|note|log|record) (?!que\b)"
)
_OPENS = re.compile(
    rf"\W*(?:(?:salut|bonjour|bonsoir|coucou|hello|hi)\b[\s,.!:]*(?:{_NOTE})?|{_NOTE})"
)
_ASKS = re.compile(
    r"\?|^\W*(?:combien|quand|comment|ou|qui|que|quoi|quel(?:le)?s?|pourquoi|si|est[ -]ce|faut|puis"
    r"|peut|peux|pouvez|how|when|what|who|where|why|which|if|can|could|do|does|did|is|are|should)\b"
    r"|\b(?:qu'est[ -]ce|est[ -]ce qu|savoir|wonder)|,\s*(?:comment|combien|how|what)\b"
)
_AHEAD = re.compile(
    r"\b(?:demain|prochaine?s?|bientot|tomorrow|next|soon|il reste|cherche|besoin|dispos?"
    r"|disponible|propose|prevu\w*|voudra\w*|aimerai\w*|pourrai\w*|peux|peut|pouvons|faut|faudra\w*"
    r"|vais|va|allons|vont|donnerai|aiderai|serai|sera|need|looking|will|would|could|can|going to"
    r"|plan\w*|j'offre|urgent)\b"
)
_BEGINS = re.compile(
    rf"[\s+-]*(?:(?:(?:hier|avant[ -]?hier|aujourd'hui|yesterday|today|{FULL_WEEKDAY})"
    r"(?: (?:matin|soir|aprem|apres[ -]midi|dernier))?|ce \w+|cet(?:te)? [\w-]+|mission \w+)"
    rf"[\s,:]*)?(?:environ )?{TAKEN}|\s*@\w[^{TAKEN}]*{TAKEN}"
)
_NAMED = re.compile(
    rf"[\s+]*{TAKEN}+(?: d(?:e |['’])[^,;.!?]{{1,40}} (?:à|to)| (?:pour|à|a|for|to|de|from))"
    r" [A-ZÀ-ÖØ-ÞŒ]"
)
_TIED = re.compile(
    rf"\b(?:avec|with) \w|(?:\b(?:a|to|pour|for|de|from|par|by|avec|with) |^[\W{TAKEN}]*)@\w"
)


def opening(said: str) -> int:
    """Where a sentence begins behind a greeting and a request to note it."""
    opened = _OPENS.match(said)
    return opened.end() if opened else 0


def asks(said: str) -> bool:
    """Whether folded words ask something."""
    return bool(_ASKS.search(said))


def tells(said: str) -> bool:
    """Whether a verb tells of help in the past."""
    if any(verb.search(said) for verb in (GAVE, RECEIVED, TO_ME)):
        return True
    return bool(SHARED.search(said) and re.search(r"\b(?:avec|with)\b|[^\w.]@\w", said))


def jots(text: str) -> bool:
    """Whether it is a note without a verb: a length first, then somebody, nothing of the future.

    The length has been read, so that it stands as blanks.
    """
    said = flat(text)
    somebody = _NAMED.match(text) or any(one.search(said) for one in (_TIED, POT, ORGANISED))
    return bool(_BEGINS.match(said) and somebody and not _AHEAD.search(said))
