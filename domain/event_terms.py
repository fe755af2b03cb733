"""On what terms one comes to an event: registration, access, children, help wanted.

Knows French and English. Must not know which event, nor which day.
"""

from __future__ import annotations

import re

from domain.events import Access
from domain.numbers import blank
from domain.people import flat

_VOLUNTEERS = re.compile(
    r"\b(?:(?:on|nous) (?:re)?cherch\w+|(?:on|nous) (?:a|avons|aurait|aurons) besoin d[e'] ?|"
    r"(?:re)?cherch(?:e|ons)|besoin d[e'] ?|we (?:need|are looking for|look for)|looking for|"
    r"il (?:nous )?(?:faut|manque)|appel a)[ :]*(?P<what>[^.;!?\0,]*?\b(?:benevoles?|volontaires?|"
    r"coups? de main|bras|mains?|volunteers?|helpers?|hands)\b[^.;!?\0,]*)"
)


def volunteers_in(text: str) -> tuple[str, str]:
    """Which help is wanted, in the writer's words, and the text without them."""
    match = _VOLUNTEERS.search(flat(text))
    if match is None:
        return "", text
    said = text[match.start("what") : match.end("what")].strip()
    return said, blank(text, *match.span())


_CONDITIONS = re.compile(
    r"\bsur (?:inscription|reservation|rendez-vous|rdv)\b[^,;.!\0]*"
    r"|\b(?:pre-?)?(?:inscription"
    r"|reservation)s? (?:obligatoires?|conseillees?|souhaitees?|requises?"
    r"|necessaires?|indispensables?|recommandees?|avant|jusqu'au|aupres|par|a l'adresse)[^,;.!\0]*"
    r"|\b(?:places|jauge) limitees?\b|\b(?:booking|registration|rsvp) (?:is )?"
    r"(?:required|needed|recommended|essential|before|by)\b[^,;.!\0]*|\blimited places\b"
    r"|\b[0-9]+ places? (?:max\w*|seulement|disponibles|only)\b"
)


def conditions_in(text: str) -> tuple[str, str]:
    """Whether one has to register, in the writer's words, and the text without them."""
    said = flat(text)
    spans = [one for one in _CONDITIONS.finditer(said) if not _is_of_one_price(said, one)]
    found = [text[one.start() : one.end()].strip() for one in spans]
    for one in spans:
        text = blank(text, *one.span())
    return ", ".join(dict.fromkeys(found)), text


def _is_of_one_price(said: str, condition: re.Match[str]) -> bool:
    """Whether it is said of one price among others: "8 € sur réservation, 10 € sur place"."""
    after = r"(?: ?[,/]| et| ou| puis| and| or) ?(?:[0-9.,]+ ?(?:€|eur)|[€£] ?[0-9])"
    before = said[: condition.start()].rstrip()
    return before.endswith(("€", "euro", "euros")) and bool(
        re.match(after, said[condition.end() :])
    )


_EMAIL = r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
_PHONE = r"(?<![\w/.+-])(?:\+33 ?(?:\(0\) ?)?|0033 ?|0)[1-9](?:[ .-]?[0-9]{2}){4}(?![0-9])"
_CONTACT_LEAD = (
    r"(?:(?:(?:pour )?(?:inscriptions?|s'inscrire|reservations?|reserver|renseignements?"
    r"|rens|infos?|contacts?|contactez|tel(?:ephone)?|e?-?mail|courriel|sms|ecrire|ecrivez|appelez?|aupres"
    r"|call|email|text|write|register|booking|bookings|rsvp)\.?|au|a|par|et|ou|to|at|or|and|by"
    r"|on|de|pres de) ?[:,/-]? ?)*"
)
_CONTACT = re.compile(
    rf"(?P<lead>(?:(?<=^)|(?<=[\s,;.(])){_CONTACT_LEAD}|)(?P<who>{_EMAIL}|{_PHONE})"
)


def contacts_in(text: str) -> tuple[str, str]:
    """Addresses and numbers of people, and the text without them: no one's private number is
    published for standing in a message.
    """
    spans = list(_CONTACT.finditer(flat(text)))
    found = [text[one.start("who") : one.end("who")].rstrip(".") for one in spans]
    for one in reversed(spans):
        text = f"{text[: one.start()]} ; {text[one.end() :]}"
    return ", ".join(dict.fromkeys(found)), text


_ACCESS = {
    Access.STEP_FREE: r"plain[- ]pied|\bpmr\b|fauteuils? roulants?|accessibles?(?: a tou\w+| aux "
    r"(?:fauteuils|personnes a mobilite reduite))?\b|step[- ]free|wheelchair",
    Access.TOILETS: r"(?:toilettes|wc) (?:accessibles?|adaptee?s|pmr)|accessible toilets?",
    Access.HEARING_LOOP: r"boucle (?:magnetique|a induction)|hearing loop|induction loop",
    Access.SIGN_LANGUAGE: r"\blsf\b|langue des signes|sign language|\bbsl\b|\basl\b",
    Access.SIGHT: r"audio[- ]?descri\w+|\bbraille\b|audio[- ]described",
    Access.EASY_WORDS: r"\bfalc\b|facile a lire|easy[- ](?:read|words)|plain language",
}
_NOT = re.compile(r"(?:\bpas|\bnon|\bpeu|\bnot|\bsans|\bno)(?: [a-z]+)?[ -]?$")


def access_in(text: str) -> tuple[Access, ...]:
    """Who can take part without help, as far as words say; "pas accessible" says nothing."""
    said = flat(text)
    found = []
    for code, pattern in _ACCESS.items():
        matches = re.finditer(pattern, said)
        if any(not _NOT.search(said[: one.start()][-24:]) for one in matches):
            found.append(code)
    toilets_only = re.fullmatch(r".*(?:toilettes|wc) accessibles?.*", said, re.S) and not re.search(
        r"pmr|plain|fauteuil", said
    )
    return tuple(one for one in found if not (toilets_only and one is Access.STEP_FREE))


_FAMILIES = re.compile(
    r"\b(?:en famille|familles?|familial\w*|enfants?|tou(?:t|s) publics?|jeune public|bambins?"
    r"|tout-petits?|des [0-9]+ ans|kids|child(?:ren)?|famil(?:y|ies)|all ages)\b"
)
_GROWN_UP = re.compile(r"\b(?:sans|interdit aux|pas d'?|pas pour les|no|adults? only) ?$")


def for_families(text: str) -> bool:
    """Whether it is said that children are welcome."""
    said = flat(text)
    return any(not _GROWN_UP.search(said[: one.start()]) for one in _FAMILIES.finditer(said))
