"""On what terms one comes to an event: price, registration, access, children, help wanted.

Knows French and English. Must not know which event, nor which day.
"""

from __future__ import annotations

import re

from domain.events import Access, Cost
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
    spans = list(_CONDITIONS.finditer(flat(text)))
    found = [text[one.start() : one.end()].strip() for one in spans]
    for one in spans:
        text = blank(text, *one.span())
    return ", ".join(dict.fromkeys(found)), text


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


_NUMBER = r"[0-9]{1,3}(?:[.,][0-9]{1,2})?"
_EURO = r"(?:€|euros?\b|eur\b)"
_AMOUNT = (
    rf"(?:(?:de |entre |from )?(?<![\w.,]){_NUMBER}(?:(?: ?{_EURO})? ?(?:/|-|–|a|ou|et|to|or)"
    rf" ?{_NUMBER})"
    rf"{{0,4}} ?{_EURO}|€ ?{_NUMBER})"
)
_RATE = (
    r"(?: \(?(?:en |au )?(?:(?:tarif )?(?:reduit|plein|normal|solidaire|adherents?)|plein tarif"
    r"|reduced|concessions?|full price)\b\)?)"
)
_AMOUNTS = rf"{_AMOUNT}(?:{_RATE}?(?: ?/ ?| ?[-–] ?|, ?){_AMOUNT})*{_RATE}?"
_FOR = r"(?: pour (?:les |tou\w+ |le )?[^\W\d_]+| for [^\W\d_]+)?"
_OPEN = (
    r"\b(?:a )?(?:prix|participation|contribution|tarif|don)s? libres?\b(?: et (?:conscient"
    r"|necessaire)s?)?"
    r"|\blibre participation\b|\bau chapeau\b|\bpay what you (?:can|want|like)\b|\bby donation\b"
)
_FREE = (
    r"\b(?:(?:entree|acces|evenement|tarif) )?(?:gratuit(?:e|s|es)?|gratos)\b|\b(?:entree"
    r"|acces) libre\b"
    r"|\bfree (?:entry|admission|event)\b|\bfor free\b|(?<=, )free\b|^free\b|\bno charge\b"
)
_MEMBERS = (
    r"(?:\bsur |\bavec |\+ ?)?\badhesion\b(?: (?:obligatoire|annuelle|a prix libre|requise))?"
    rf"(?: ?:? ?{_AMOUNT})?"
)
_PRICE = re.compile(
    rf"(?:\b(?:tarifs?|prix|entree|paf|participation|price|tickets?) ?:? )?(?:(?P<open>{_OPEN})|"
    rf"(?P<amount>{_AMOUNTS})|(?P<free>{_FREE})|(?P<members>{_MEMBERS})){_FOR}"
)


def price_in(text: str) -> tuple[Cost | None, str, str]:
    """What coming costs, as it sorts and in the writer's words, and the text without them."""
    said, kinds = list[str](), set[str]()
    for match in list(_PRICE.finditer(flat(text))):
        said.append(_bare_price(text[match.start() : match.end()]))
        kinds |= {kind for kind, found in match.groupdict().items() if found}
        text = blank(text, *match.span())
    cost = _cost(kinds, said)
    return cost, ", ".join(dict.fromkeys(said)), text


def _bare_price(said: str) -> str:
    said = re.sub(
        r"^(?:tarifs?|prix|entrée|paf|price|tickets?) ?:? (?=[0-9€])", "", said.strip(), flags=re.I
    )
    return price_set(said)


def price_set(said: str) -> str:
    """A price with the space that keeps its sign on the line of its number."""
    return re.sub(r"(?<=[0-9])\s?€", "\u202f€", said)


def _cost(kinds: set[str], said: list[str]) -> Cost | None:
    if "open" in kinds:
        return Cost.OPEN
    if "amount" in kinds and not all(re.fullmatch(r"0 ?\S+", one) for one in said):
        return Cost.PAID
    return Cost.FREE if kinds & {"free", "amount"} else None


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
