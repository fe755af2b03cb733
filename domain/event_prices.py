"""What coming to an event costs, as its writer says it: sums, who pays them, who pays nothing.

Knows French and English. A price is kept whole: its conditions, its order, both ends of a bracket.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from domain.day_rules import FULL_WEEKDAY
from domain.events import Cost
from domain.numbers import blank
from domain.people import flat

_NUMBER = r"(?:(?<=[,;:(\0] )[1-9] [0-9]{3}|[0-9]{1,3}(?:[.,][0-9]{1,2})?)"
_EURO = r"(?:€(?:[0-9]{2}(?![0-9h:]))?|euros?\b|eur\b)"
_AMOUNT = (
    r"(?:(?:(?:a partir|a compter) de |(?:de|entre|des|environ|from|about) )?(?<![\w.,])"
    rf"{_NUMBER}(?:(?: ?{_EURO})? ?(?:/|-|–|a|ou|et|to|or) ?{_NUMBER}){{0,4}} ?{_EURO}"
    rf"|[€£$] ?{_NUMBER}(?: ?[-–/] ?[€£$]? ?{_NUMBER})?)"
)
_SUM = rf"(?:{_NUMBER} ?{_EURO}|[€£$] ?[0-9])"
_OPEN = (
    r"\b(?:a )?(?:prix|participation|contribution|tarif|don|paf)s? libres?\b(?: et (?:conscient"
    r"|necessaire)e?s?)?"
    r"|\blibre participation\b(?: aux frais)?|\bau chapeau\b"
    r"|\bpay what you (?:can|want|like)\b|\bby donation\b"
)
_ELSE_FREE = "".join(
    rf"(?<!\b{one} )"
    for one in ("stationnement", "parking", "vestiaire", "navette", "wifi", "wi-fi", "cafe", "non")
)
"""Before "gratuit": what is free there without being the event."""

_FREE = (
    rf"\b{_ELSE_FREE}(?:(?:entree|acces|evenement|tarif|100 ?%) )?(?:gratuit(?:e|s|es)?|gratos)\b"
    r"|\b(?:entree|acces) libre\b|\bfree (?:entry|admission|event|of charge)\b|\bfor free\b"
    r"|(?<=, )free\b|^free\b|\bfree(?= for\b)|\bno charge\b"
    r"|(?:(?<=[0-9]s )|(?<=\bkids )|(?<=children )|(?<=members )|(?<=students ))free\b"
)
_MEMBERS = (
    r"(?:\bsur |\bavec |\+ ?)?\badhesion\b(?: (?:obligatoire|annuelle|a prix libre|requise))?"
    rf"(?: ?:? ?{_AMOUNT})?"
)
_AGE = (
    r"(?:(?:les |des |aux )?(?:moins|plus|[-–+<>]) ?(?:de |d')?[0-9]{1,2} ?ans\b"
    r"|(?:les |de )?[0-9]{1,2} ?(?:a|-|–|to) ?[0-9]{1,2} ?(?:ans\b|years?\b)"
    r"|(?:jusqu'a|des|a partir de|avant) [0-9]{1,2} ans\b|[0-9]{1,2} ans\b(?: et (?:plus|moins))?"
    r"|(?:aged? )?\b(?:under|over|up to)(?: the age of)?[ -]?[0-9]{1,2}s?\b)"
)
_PEOPLE = (
    r"\b(?:non[- ]?)?(?:adherente?s?|adh|membres?|members?|etudiante?s?|students?|enfants?|kids?"
    r"|child(?:ren)?|adultes?|adults?|chomeurs?|chomeuses?|demandeurs d'emploi|jeunes?|scolaires?"
    r"|lyceen(?:ne)?s?|collegien(?:ne)?s?|seniors?|retraitee?s?|pensioners?|concessions?|unwaged"
    r"|unemployed|low incomes?|abonnee?s?|licenciee?s?|habitante?s?|residente?s?|familles?"
    r"|famil(?:y|ies)|couples?|groupes?|groups?|benevoles?|volunteers?|accompagnat\w+"
    r"|intermittente?s?|allocataires?|beneficiaires?|precaires?|petits? budgets?|rsa|aah|pmr"
    r"|minima sociaux|exterieure?s?|autres|others|tout le monde|tous|toutes|all|everyone|parents?"
    r"|bebes?|professionnel(?:le)?s?|pros?|associations?|particuliers?|societaires?|usagers?)\b\.?"
)
_RATE = (
    r"(?:\b(?:plein|demi)[- ]tarif\b|\b(?:en |au )?(?:tarifs? )?(?:plein|reduit|normal|solidaire"
    r"|unique|soutien|preferentiel)\b"
    r"|\b(?:reduced|full price|full|concessionary)\b"
    r"|\bt\.?[pr]\b\.?)"
)
_WHO = rf"(?:(?:tarifs? )?(?:les |l')?{_PEOPLE}(?: {_AGE})?|{_RATE}|{_AGE})"
_UNIT = (
    r"(?:personne|pers|enfant|adulte|famille|foyer|couple|an|mois|seance|cours|atelier|jour|nuit"
    r"|repas|place|entree|ticket|billet|tour|assiette|soiree|journee|stage|carte|heure|kilo|kg"
    r"|metre|pass|person|head|child|adult|family|session|meal)\b\.?"
)
_MORE = (
    r"(?:\b(?:minimum|mini|maximum|maxi|conseillee?s?|suggeree?s?|suggested|recommended"
    r"|symboliques?|tout compris|sinon|(?:en )?prevente|sur place|on the (?:door|night)"
    r"|at the door|in advance|a l'avance|each|(?:ou|et) plus|or more|d'adhesion|d'entree"
    r"|de participation(?: aux frais)?|de caution|sliding scale|otherwise|(?:sur|par) internet"
    r"|selon (?:(?:le |la |les |vos |ses )?quotient familial|(?:le |la |les |vos |ses )?\w+)"
    r"|dans la limite des places disponibles)\b"
    r"|\b(?:en ligne|online|sur (?:reservation|inscription))\b"
    rf"(?=(?: ?[,/]| et| ou| puis| and| or) ?{_SUM})"
    r"|\bet ouverte?s? a tou\S*(?: et tou\S*)?|\b(?:[a-z]+ )?(?:comprise?s?|incluse?s?|included)\b)"
)
_STOP = (
    r"(?=\s*(?:$|[,;.:!?\0()])"
    r"| (?:a|au|aux|chez|dans|devant|at|in|on|sur|avec|with|le [0-9]|demain|tomorrow"
    rf"|{FULL_WEEKDAY})\b"
    rf"| (?:(?:et|ou|puis|and|or|[-–/+]) )?(?:{_SUM}|gratuit|free\b|prix libre))"
)
_SAID = rf"(?:{_AGE}|[^,;.:!?\0()0-9€£$]){{0,60}}?{_STOP}"
_FOR = (
    rf" (?:pour|for) (?:(?:(?:tou\w+ )?les |tou\w+|all\b|the |{_WHO}){_SAID}"
    rf"|{_WHO}|tou\w+|(?:(?:le |la |l')?{_UNIT}|[^\W\d_]{{4,}}){_STOP})"
)
_GIVEN = (
    r" (?:au profit|au benefice|en soutien|en faveur|in aid|in support|reverse\w*"
    rf"|(?:integralement|entierement) revers\w+) (?:a |au |aux ){{0,1}}{_SAID}"
)
_BRACKET = rf" ?\((?=[^()]*(?:{_SUM}|{_FREE}|{_OPEN}|{_WHO}|{_MORE}|{_UNIT}))[^()\0;]{{1,80}}\)"
_AND = r"(?: ?/ ?| et | ou | and | or )"
_EACH = (
    rf" (?:le |la |les |l')(?!(?:{FULL_WEEKDAY})\b)(?:[^\W\d_]+"
    r"|(?<=les )[0-9]{1,2}(?: [^\W\d_]+)?)"
    r"(?=\s*(?:$|[,;.)]))"
)
_QUALIFIED = (
    rf"(?: {_WHO}(?:{_AND}{_WHO}|, ?{_WHO}(?=\s*(?:$|[,;.)]))){{0,4}}"
    rf"| ?(?:/|par |per ) ?{_UNIT}| (?:le |la |l'){_UNIT}|{_EACH}| {_MORE}|{_FOR}|{_GIVEN}"
    rf"|{_BRACKET})"
)
_LEAD = (
    r"(?:\b(?:tarifs?|prix|entree|p\.?a\.?f\b\.?|participation(?: aux frais)?|droit d'entree"
    r"|price|tickets?|suggested donation|admission|entry)"
    r" ?(?:[:=]|a\b)? )?"
)
_ONCE = r"premiere? (?:seance|cours|atelier|consommation|verre)|first (?:session|class|drink)"
_FIRST = (
    rf"(?:(?:^|(?<=[,;:(/\0])|(?<=[,;:(/\0] ))(?:{_WHO}(?:{_AND}{_WHO}){{0,2}}|{_ONCE}) ?[:=]? "
    rf"|{_RATE} ?:? )?"
)
_PRICE = re.compile(
    rf"{_LEAD}{_FIRST}(?:(?P<open>{_OPEN})|(?P<amount>{_AMOUNT})|(?P<free>{_FREE})"
    rf"|(?P<members>{_MEMBERS})|\b(?:demi-tarif|half[- ]price)(?={_FOR}))"
    rf"(?P<more>{_QUALIFIED}{{0,4}})"
)
_LABEL = (
    r"(?:repas|assiette|buffet|boissons?|gouter|menu|entree|materiel|formation|atelier|concert"
    r"|film|bal|soiree|journee|pass|week-?end|stage|table|stand|emplacement|location|caution"
    r"|meal|dinner|lunch|entry|drinks?)"
)
_JOIN = re.compile(
    r"\s*(?:[,/|+–-]|et\b|ou\b|puis\b|dont\b|and\b|or\b|plus\b|au lieu\b)?"
    r"\s*(?:(?:et|ou|puis|and|or) )?"
    rf"(?:(?:le |la |l')?{_LABEL} ?:? ?)?"
)
_ANY_SUM = re.compile(_AMOUNT)
_EVERYBODY = re.compile(r"\b(?:tou(?:s|t|te|tes)\b(?! (?:les|le monde sauf))|all\b|everyone\b)")


def price_in(text: str) -> tuple[Cost | None, str, str]:
    """What coming costs, as it sorts and in the writer's words, and the text without them."""
    found = list(_PRICE.finditer(flat(text)))
    said = list[str]()
    for start, end in _together(flat(text), found):
        said.append(_bare_price(text[start:end]))
        text = blank(text, start, end)
    return _cost(found), ", ".join(dict.fromkeys(said)), text


def _together(said: str, found: list[re.Match[str]]) -> Iterator[tuple[int, int]]:
    """Where prices stand; those that only a comma or a word parts stand in one place."""
    start = end = -1
    for one in found:
        if start < 0:
            start = one.start()
        elif not _JOIN.fullmatch(said, end, one.start()):
            yield start, end
            start = one.start()
        end = one.end()
    if found:
        yield start, end


def _bare_price(said: str) -> str:
    """Words of a price without the one that only says that they are one."""
    said = re.sub(r"^(?:tarifs?|prix|price) ?[:=] ?", "", said.strip(), flags=re.I)
    lead = r"^(?:tarifs?|prix|entrée|p\.?a\.?f\.?|price|tickets?) ?[:=]? (?=[0-9€£$])"
    if not re.search(rf"\b{_LABEL}\b", flat(said)[len("entree") :]):
        said = re.sub(lead, "", said, flags=re.I)
    return price_set(said)


def price_set(said: str) -> str:
    """A price with the space that keeps its sign on the line of its number."""
    return re.sub(r"(?<=[0-9])\s?€(?![0-9])", "\u202f€", said)


def _cost(found: list[re.Match[str]]) -> Cost | None:
    """Free is what is free for everybody; what is free for some is not said of the others."""
    if any(one["open"] for one in found):
        return Cost.OPEN
    sums = [one["amount"] for one in found if one["amount"]]
    sums += [each for one in found if not one["members"] for each in _ANY_SUM.findall(one["more"])]
    if any(not re.fullmatch(r"0 ?\S+", one) for one in sums):
        return Cost.PAID
    free = [one for one in found if one["free"]]
    return Cost.FREE if sums or any(_is_for_all(one) for one in free) else None


def _is_for_all(free: re.Match[str]) -> bool:
    said = flat(f"{free[0][: free.start('free') - free.start()]}{free['more']}")
    limited = re.search(rf"{_WHO}|{_ONCE}", said) or re.match(_FOR, free["more"])
    return not limited or bool(_EVERYBODY.search(said))
