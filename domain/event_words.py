"""One message read into an event: what, when, where, for how much, for whom.

Knows French and English, and how both are typed in haste. Must not know the clock, the known places
or the communes: they are given. What was not said stays empty; what is doubtful is asked.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from domain.day_rules import ANY_WEEKDAY, FULL_WEEKDAY, MONTH
from domain.event_days import Occasions, occasions
from domain.event_subjects import subjects_in
from domain.events import Access, Cost, Details, plain
from domain.hours import hours_in
from domain.numbers import TAKEN, blank
from domain.people import flat, fold
from domain.phone_words import spelled
from domain.venues import Venue, venue_in, without_article

TITLE_MOST = 140
PLACE_MOST = 200
TEXT_MOST = 500
READ_MOST = 4_000
"""Characters that are read of one message; a longer one is no announcement."""

SUBJECTS_MOST = 3


@dataclass(frozen=True)
class Said:
    """What a message says of an event. `places` are several that could be meant."""

    title: str
    when: Occasions
    place: str = ""
    link: str = ""
    details: Details = Details()
    places: tuple[str, ...] = ()


def read(
    text: str,
    now: datetime,
    *,
    venues: Iterable[Venue] = (),
    is_place: Callable[[str], bool] = lambda _name: False,
) -> Said:
    """All that a message says of an event."""
    lines = (plain(line, most=READ_MOST) for line in text[:READ_MOST].splitlines())
    text = "; ".join(line for line in lines if line)
    rest = spelled(text.replace(TAKEN, " "))
    link, rest = _link(rest)
    conditions, rest = _joined(_CONDITIONS, rest)
    cost, price, rest = price_in(rest)
    when = occasions(rest, now)
    volunteers, rest = _volunteers(when.rest)
    place, places, rest = _place(rest, tuple(venues), is_place)
    title, words = _title(rest)
    details = Details(
        text=plain(words, most=TEXT_MOST),
        cost=cost,
        price=price,
        conditions=conditions,
        access=access_in(text),
        tags=tuple(str(one) for one in subjects_in(f"{title} {words}")[:SUBJECTS_MOST]),
        families=for_families(text),
        volunteers=volunteers,
    )
    return Said(title, when, place, link, details, places)


_LINK = re.compile(r"(?:https?://|www\.)[^\s<>«»\0]+", re.I)
_UNSAFE = re.compile(r"\b(?:javascript|data|vbscript|file):\S*", re.I)
_TRAILS = ".,;:!?)]}»’'\""


def _link(text: str) -> tuple[str, str]:
    """The first address of the web; others stay out of the title all the same."""
    found = ""
    for match in (*_LINK.finditer(text), *_UNSAFE.finditer(text)):
        said = match[0].rstrip(_TRAILS)
        if not found and not _UNSAFE.match(said) and "." in said:
            found = said if "://" in said else f"https://{said}"
        text = blank(text, match.start(), match.start() + len(said))
    return found, text


def link_in(typed: str) -> str:
    """The address that an answer gives, if any."""
    return _link(typed)[0]


_VOLUNTEERS = re.compile(
    r"\b(?:(?:on|nous) (?:re)?cherch\w+|(?:on|nous) (?:a|avons|aurait|aurons) besoin d[e'] ?|"
    r"(?:re)?cherch(?:e|ons)|besoin d[e'] ?|we (?:need|are looking for|look for)|looking for|"
    r"il (?:nous )?(?:faut|manque)|appel a)[ :]*(?P<what>[^.;!?\0,]*?\b(?:benevoles?|volontaires?|"
    r"coups? de main|bras|mains?|volunteers?|helpers?|hands)\b[^.;!?\0,]*)"
)


def _volunteers(text: str) -> tuple[str, str]:
    match = _VOLUNTEERS.search(flat(text))
    if match is None:
        return "", text
    said = text[match.start("what") : match.end("what")].strip()
    return said, blank(text, *match.span())


_CONDITIONS = re.compile(
    r"\bsur (?:inscription|reservation|rendez-vous|rdv)\b[^,;.!\0]*"
    r"|\b(?:pre-?)?(?:inscription|reservation)s? (?:obligatoires?|conseillees?|souhaitees?|requises?"
    r"|necessaires?|indispensables?|recommandees?|avant|jusqu'au|aupres|par|a l'adresse)[^,;.!\0]*"
    r"|\b(?:places|jauge) limitees?\b|\b(?:booking|registration|rsvp) (?:is )?"
    r"(?:required|needed|recommended|essential|before|by)\b[^,;.!\0]*|\blimited places\b"
    r"|\b[0-9]+ places? (?:max\w*|seulement|disponibles|only)\b"
)


def _joined(pattern: re.Pattern[str], text: str) -> tuple[str, str]:
    found = [text[one.start() : one.end()].strip() for one in pattern.finditer(flat(text))]
    for one in pattern.finditer(flat(text)):
        text = blank(text, *one.span())
    return ", ".join(dict.fromkeys(found)), text


_NUMBER = r"[0-9]{1,3}(?:[.,][0-9]{1,2})?"
_EURO = r"(?:€|euros?\b|eur\b)"
_AMOUNT = (
    rf"(?:(?:de |entre |from )?(?<![\w.,]){_NUMBER}(?:(?: ?{_EURO})? ?(?:/|-|–|a|ou|et|to|or) ?{_NUMBER})"
    rf"{{0,4}} ?{_EURO}|€ ?{_NUMBER})"
)
_FOR = r"(?: pour (?:les |tou\w+ |le )?[^\W\d_]+| for [^\W\d_]+)?"
_OPEN = (
    r"\b(?:a )?(?:prix|participation|contribution|tarif|don)s? libres?\b(?: et (?:conscient|necessaire)s?)?"
    r"|\blibre participation\b|\bau chapeau\b|\bpay what you (?:can|want|like)\b|\bby donation\b"
)
_FREE = (
    r"\b(?:(?:entree|acces|evenement|tarif) )?(?:gratuit(?:e|s|es)?|gratos)\b|\b(?:entree|acces) libre\b"
    r"|\bfree (?:entry|admission|event)\b|\bfor free\b|(?<=, )free\b|^free\b|\bno charge\b"
)
_MEMBERS = (
    r"(?:\bsur |\bavec |\+ ?)?\badhesion\b(?: (?:obligatoire|annuelle|a prix libre|requise))?"
    rf"(?: ?:? ?{_AMOUNT})?"
)
_PRICE = re.compile(
    rf"(?:\b(?:tarifs?|prix|entree|paf|participation|price|tickets?) ?:? )?(?:(?P<open>{_OPEN})|"
    rf"(?P<amount>{_AMOUNT})|(?P<free>{_FREE})|(?P<members>{_MEMBERS})){_FOR}"
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
    return re.sub(
        r"^(?:tarifs?|prix|entrée|paf|price|tickets?) ?:? (?=[0-9€])", "", said.strip(), flags=re.I
    )


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


_PLACE_NOUN = (
    r"(?:salle|maison|place|parc|jardins?|mediatheque|bibliotheque|cafe|bar|cinema|theatre|mairie|ecole"
    r"|gymnase|square|ferme|librairie|centre|espace|atelier de|local|epicerie|auberge|halles?|eglise"
    r"|musee|tiers-lieu|mjc|amicale|foyer|rue|avenue|boulevard|quai|cours|chapelle|friche|village)"
)
_SIGN = re.compile(
    r"(?:@ ?(?![\w.-]+:\w)|📍 ?|\b(?:lieu|ou|adresse|place|where|venue) ?: ?)(?P<where>[^;\0]+)"
)
_PREPOSED = re.compile(
    r"(?P<lead>\b(?:a la|a l'|au|aux|chez|dans la|dans le|dans l'|en|at the|at|in the|in|a|sur la|sur le"
    r"|devant la|devant le|devant l'|rdv|rendez-vous) ?)(?P<where>[^,;.!\0()]+)"
)
_ADDRESS = re.compile(r"\s*[,(]\s*(?P<more>(?:[0-9]{1,4}(?: ?bis| ?ter)?,? )?(?:rue|avenue|av\.|boulevard|bd|"
    r"place|quai|cours|allee|chemin|impasse|route|street|road)\b[^,;.!\0)]*|[0-9]{5}\b[^,;.!\0)]*)")  # fmt: skip
_COMMA = re.compile(r"\s*,\s*(?P<more>[^,;.!\0]{2,40})")
_ALONE = re.compile(
    rf"(?:^|[\0,;.!–—-])\s*(?P<where>(?:la |le |les |l')?{_PLACE_NOUN}\b[^,;.!\0]*)"
)


def _place(
    text: str, venues: tuple[Venue, ...], is_place: Callable[[str], bool]
) -> tuple[str, tuple[str, ...], str]:
    """The one place that is said, or several that could be, and the text without them."""
    found = list(_candidates(text, venues, is_place))
    distinct = list(dict.fromkeys(fold(text[a:b]) for _, a, b in found))
    if not found:
        return "", (), text
    wheres = tuple(dict.fromkeys(_tidy(text[a:b]) for _, a, b in found))
    for start, _, end in found:
        text = blank(text, start, end)
    if len(distinct) > 1:
        return "", wheres, text
    venue = venue_in(wheres[0], venues)
    same = venue is not None and fold(wheres[0]) == fold(without_article(venue.name))
    return venue.name if venue and same else wheres[0][:PLACE_MOST], (), text


def _candidates(
    text: str, venues: tuple[Venue, ...], is_place: Callable[[str], bool]
) -> Iterator[tuple[int, int, int]]:
    """Where a place is named: the span to take out, from the word that leads to it, and its own."""
    said = flat(text)
    for reader in (_signed, _of_venues, _led, _standing_alone):
        spans = list(reader(text, said, venues, is_place))
        if spans:
            yield from (_with_address(said, span, is_place) for span in spans)
            return


Span = tuple[int, int, int]
_BETWEEN = r"[\W_]+"


def _signed(
    _text: str, said: str, _venues: tuple[Venue, ...], _is_place: Callable[[str], bool]
) -> Iterator[Span]:
    for one in _SIGN.finditer(said):
        if re.search(r"[a-z]{2}", one["where"]):
            yield one.start(), one.start("where"), one.end("where")


def _of_venues(
    _text: str, said: str, venues: tuple[Venue, ...], _is_place: Callable[[str], bool]
) -> Iterator[Span]:
    """Known places by name; where several are named, those that a word of place leads to."""
    found = dict[int, tuple[bool, Span]]()
    for called, venue in sorted(_names(venues), key=lambda pair: -len(pair[0])):
        for one in re.finditer(rf"(?<!\w){_VENUE_LEAD}(?P<name>{called})(?!\w)", said):
            span = (one.start(), one.start("name"), one.end("name"))
            found.setdefault(venue, (bool(one["lead"]), span))
            said = blank(said, *one.span())
    led = [span for lead, span in found.values() if lead]
    yield from led or [span for _, span in found.values()]


_VENUE_LEAD = (
    r"(?P<lead>a la |a l'|au |aux |a |chez |dans |at the |at |in |@ ?)?(?:la |le |les |l')?"
)


def _names(venues: tuple[Venue, ...]) -> Iterator[tuple[str, int]]:
    """Patterns of all names, without the article that "au" takes in."""
    for venue in venues:
        for name in (venue.name, *venue.aliases):
            words = re.findall(r"\w+", flat(without_article(name)))
            if words:
                yield _BETWEEN.join(map(re.escape, words)), venue.id


def _led(
    text: str, said: str, _venues: tuple[Venue, ...], is_place: Callable[[str], bool]
) -> Iterator[Span]:
    """After "à la", "au", "chez": a name with a capital, a kind of place, a commune; and whatever
    follows the hour at once.
    """
    fallback = None
    for one in _PREPOSED.finditer(said):
        where, start = one["where"].strip(), one.start("where")
        letters = text[start : one.end("where")].lstrip()
        if not re.search(r"[a-z]{2}", where):
            continue
        lead = one["lead"].strip()
        named = letters[:1].isupper() and lead not in ("en", "a", "in", "at") and one.start() > 0
        follows = TAKEN in said[max(0, one.start() - 2) : one.start()]
        if follows and lead != "en":
            yield one.start(), start, one.end("where")
            return
        if named or re.match(_PLACE_NOUN, where) or is_place(where):
            fallback = fallback or (one.start(), start, one.end("where"))
    if fallback:
        yield fallback


def _standing_alone(
    text: str, said: str, _venues: tuple[Venue, ...], is_place: Callable[[str], bool]
) -> Iterator[Span]:
    """A phrase of its own that is a kind of place or a commune, after the title."""
    for one in _ALONE.finditer(said):
        if re.search(r"\w", said[: one.start()]) or TAKEN in said[: one.start("where")]:
            yield one.start("where"), one.start("where"), one.end("where")
            return
    for one in re.finditer(r"(?<=[\0,;])\s*(?P<where>[a-z][^,;.!\0]{1,40})", said):
        if is_place(text[one.start("where") : one.end("where")].strip()):
            yield one.start("where"), one.start("where"), one.end("where")
            return


def _with_address(said: str, span: Span, is_place: Callable[[str], bool]) -> Span:
    """The same, with the street and the commune that follow it."""
    start, where, end = span
    for _ in range(3):
        more = _ADDRESS.match(said, end)
        if more is None:
            more = _COMMA.match(said, end)
            if more is None or not is_place(more["more"].strip()):
                break
        end = more.end()
    return start, where, end


def _tidy(where: str) -> str:
    where = re.sub(
        r"\s+(?:le|la|les|du|de|à|au|et|pour|the|on|at|from)$", "", where.strip(" ,:-–—\0")
    )
    return where[:1].upper() + where[1:] if where else ""


_GREETING = re.compile(
    r"^\W*(?:bonjour|bonsoir|salut|coucou|hello|hi|hey|cher(?:e)?s?)\b[^,.!:;\0]{0,30}[,.!:;]+\s*"
)
_FILLER = re.compile(
    r"^(?:(?:je|on|nous|we) (?:vous |are )?(?:propos|organis|invit|fai|fer|aur|avons|a |tien|run|host|hav)\w*"
    r"(?: (?:a|au|aux|un|une|une?|le|la|les|l'|des|to|a|an|the))?\s*(?:un |une |le |la )?|venez(?: nombreux| nombreuses| tous)?"
    r"(?: (?:a|au|aux|pour))?(?: un| une| la| le| l')?\s*|il y (?:a|aura) (?:un |une |le |la )?|(?:join us for|come to|there"
    r" (?:is|will be))(?: an?| the)? |(?:un |l'|new )?(?:evenement|event|annonce) ?: ?|a vos agendas ?[:!,]? ?|pour info,? )"
)
_TAIL = re.compile(
    r"[\s,:;(\[–—-]+$|\s(?:le|la|les|l'|du|de|des|a|à|au|aux|pour|on|at|the|in|ce|et|and|from|is|est|aura lieu|a lieu)$",
    re.I,
)
_HEAD = re.compile(r"^[\s,:;.!?)\]•*·–—\-/|+]+")


def _title(text: str) -> tuple[str, str]:
    """The first words that nothing else has read, and those that are left."""
    greeting = _GREETING.match(flat(text))
    if greeting and re.search(r"\w", text[greeting.end() :]):
        text = text[greeting.end() :]
    runs = [one for one in map(_bare_run, _runs(text)) if len(re.findall(r"[^\W\d_]", one)) > 2]
    if not runs:
        return "", ""
    title = runs[0]
    rest = [one for one in runs[1:] if len(one.split()) > 1 and not _told(one)]
    if len(title) > TITLE_MOST:
        head, _, tail = title.partition(", ")
        title, rest = (head, [tail, *rest]) if 5 < len(head) <= TITLE_MOST else (title, rest)
    return plain(_capital(title), most=TITLE_MOST), ". ".join(_capital(one) for one in rest)


def _told(run: str) -> bool:
    """Whether a few words say only for whom it is, which is kept elsewhere."""
    return len(run.split()) < 7 and bool(access_in(run) or for_families(run))


def _runs(text: str) -> list[str]:
    return re.split(rf"[{TAKEN};]+|(?<=[.!?…])\s+(?=[A-ZÀ-Ý0-9«])", text)


def _bare_run(run: str) -> str:
    run = _HEAD.sub("", run)
    if filler := _FILLER.match(flat(run)):
        run = run[filler.end() :]
    before = None
    while before != run:
        before, run = run, _TAIL.sub("", run)
    return run.strip().rstrip(".")


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


_ASKS = re.compile(
    r"[?]|^\W*(?:y a|il y a quoi|qui|quoi|quel|quelle|quels|quelles|quand|comment|pourquoi|ou est|est-ce"
    r"|peux|peut|pouvez|puis-je|as-tu|avez|who|what|when|where|why|how|is|are|do|does|can|could|will|j'ai"
    r"|je(?! (?:vous )?(?:propose|organise|invite|tiens))|j'|i|i'm|i've|merci|thanks|oui|non|yes|no|ok|d'accord|rappelle|dis|annul\w*|report\w*|c'est|on"
    r" (?:se|peut|va|a )|l'atelier|la reunion|le rendez-vous|tu|vous|nous avons|we have|my|mon|ma|mes)\b"
)
_KINDS = re.compile(
    r"\b(?:atelier|fete|concert|reunion|repas|marche|bal|cine\w*|projection|expo\w*|conference|debat|rencontre"
    r"|chantier|apero|soiree|festival|spectacle|stage|formation|visite|balade|randonnee|brocante|troc|vide-\w+"
    r"|permanence|assemblee|lecture|tablee|pique-nique|kermesse|portes? ouvertes?|inauguration|workshop|party"
    r"|meeting|market|talk|walk|film|screening|exhibition|fair|open day|repair cafe|disco soupe|goutez?|gouter)\b"
)


_DAY = re.compile(
    rf"\b(?:{FULL_WEEKDAY}|(?:{ANY_WEEKDAY})\.? [0-9]|demain|tomorrow|ce soir|tonight"
    rf"|[0-9]{{1,2}}(?:er)? (?:{MONTH})|(?:{MONTH}) [0-9])|\b[0-9]{{1,2}}/[0-9]{{1,2}}\b"
)


def looks_like_event(sentence: str) -> bool:
    """Whether a plain sentence announces an event without a doubt: a kind of event, a day and an
    hour, and nothing that asks or tells of oneself.
    """
    said = _link(flat(spelled(sentence[:READ_MOST])))[1]
    greeting = _GREETING.match(said)
    bare = said[greeting.end() :] if greeting else said
    if _ASKS.search(bare) or not _KINDS.search(bare) or len(bare.split()) < 4:
        return False
    return bool(_DAY.search(bare)) and bool(hours_in(bare, late=False)[0])
