"""One message read into an event: what, when, where, for how much, for whom.

Knows French and English, and how both are typed in haste. Must not know the clock, the known places
or the communes: they are given. What was not said stays empty; what is doubtful is asked.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field
from datetime import date, datetime

from domain.day_rules import ANY_WEEKDAY, FULL_WEEKDAY, MONTH
from domain.event_announced import is_impersonal, names_something, tells_date, tells_place
from domain.event_days import Occasions, occasions, spans_days
from domain.event_places import place_in
from domain.event_prices import price_in
from domain.event_subjects import subjects_in
from domain.event_terms import (
    access_in,
    conditions_in,
    contacts_in,
    for_families,
    volunteers_in,
)
from domain.events import Details, plain
from domain.hours import hours_in
from domain.numbers import TAKEN, blank
from domain.people import flat, fold
from domain.phone_words import days_spelled, spelled
from domain.quoted import hidden, outside, shown
from domain.venues import Venue

TITLE_MOST = 140
TEXT_MOST = 500
READ_MOST = 4_000
"""Characters that are read of one message; a longer one is no announcement."""

SUBJECTS_MOST = 3


@dataclass(frozen=True)
class Said:
    """What a message says of an event. `places` are several that could be meant; `contact` is an
    address or a number of somebody, published only if its writer says so.
    """

    title: str
    when: Occasions
    place: str = ""
    link: str = ""
    details: Details = field(default_factory=Details)
    places: tuple[str, ...] = ()
    contact: str = ""


def read(
    text: str,
    now: datetime,
    *,
    venues: Iterable[Venue] = (),
    is_place: Callable[[str], bool] = lambda _name: False,
    meant: Collection[date] = (),
) -> Said:
    """All that a message says of an event; of several days, those that are `meant`."""
    lines = (plain(line, most=READ_MOST) for line in text[:READ_MOST].splitlines())
    text = "; ".join(line for line in lines if line).replace(" | ", "; ")
    contact, rest = contacts_in(_mannerless(text.replace(TAKEN, " ")))
    link, rest = _link(outside(rest, _spelled))
    conditions, rest = conditions_in(rest)
    cost, price, rest = price_in(rest)
    when = occasions(hidden(rest), now, meant=meant)
    volunteers, rest = volunteers_in(shown(when.rest, rest))
    place, places, rest = place_in(rest, tuple(venues), is_place)
    title, words = _title(rest)
    details = Details(
        text=_set(plain(words, most=TEXT_MOST)),
        cost=cost,
        price=_set(price),
        conditions=conditions,
        access=access_in(text),
        tags=tuple(str(one) for one in subjects_in(f"{title} {words}")[:SUBJECTS_MOST]),
        families=for_families(text),
        volunteers=volunteers,
    )
    return Said(_set(title), when, _set(place), link, details, places, contact)


_DONT = re.compile(r"(\bdont\b)", re.I)
"""A French word of its own, which hurried English has too: it stays as it is written."""


def _spelled(text: str) -> str:
    words = (one if _DONT.fullmatch(one) else spelled(one) for one in _DONT.split(text))
    return days_spelled("".join(words))


def _set(text: str) -> str:
    """The same with the apostrophes that French and English are printed with."""
    return re.sub(r"(?<=\w)'(?=\w)", "’", text)


_MANNERS = re.compile(
    r"(?:[\s,;!.]+|^)(?:svp|stp|s'il (?:vous|te) plait|please|pls|thanks?(?: you)?"
    r"|merci(?: d'avance| beaucoup| a vous| a tou\w+)?"
    r"|(?:vous |tu )?(?:venez|viens)(?: nombreux| nombreuses| tous| toutes)?"
    r"|bienvenue a tou\w+|on vous attend|a bientot|qui vient|see you there"
    r"|all welcome)\s*[!?.…]*\s*$"
)


def _mannerless(text: str) -> str:
    """The text without what is said to its reader at the end."""
    while (match := _MANNERS.search(flat(text))) and match.start() > 0:
        text = text[: match.start()]
    return text


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


_GREETING = re.compile(
    r"^\W*(?:bonjour|bonsoir|salut|slt|bjr|coucou|hello|hi|hey|cher(?:e)?s?)\b"
    r"(?:[^,.!:;\0]{0,30}[,.!:;]+\s*"
    r"|(?: a tou\w+| everyone| all| there)? (?=(?:on|nous|je|j'|we|i)\b))"
)
_FILLER = re.compile(
    r"^(?:(?:(?:je|on|nous|we|i)(?:'(?:re|m))? |j')(?:vous |are |am )?"
    r"(?:(?:propos|organis|invit|fai|fer|aur|tien|run|host|hav|anim)\w*|avons|a|ai|fe)"
    r"(?: (?:a|au|aux|to|for)\b)?(?: (?:un|une|le|la|les|des|a|an|the)\b| l')? ?"
    r"|(?:(?:est-ce que )?(?:vous|tu) (?:pouvez|pourriez|peux)|(?:pourriez|pouvez)-vous|peux-tu"
    r"|(?:could|can) you(?: please)?|merci d'|(?:je|j')(?: |')?(?:voudrais|aimerais)) ?"
    r"(?:annoncer|ajouter|publier|mettre|proposer|announce|add|post|share)"
    r"(?: (?:notre|nos|mon|ma|le|la|les|l'|un|une|our|my|the|a|an)\b)? ?"
    r"|(?:quoi|titre|what|title) ?: ?|pour (?:un|une|le|la|l') ?(?=[a-z]+ (?:a|au|de|du)\b)"
    r"|venez(?: nombreux| nombreuses| tous)?"
    r"(?: (?:a|au|aux|pour))?(?: un| une| la| le| l')?\s*|il y (?:a|aura) (?:un |une |le |la"
    r" )?|(?:join us for|come to|there"
    r" (?:is|will be))(?: an?| the)? |(?:un |l'|new )?(?:evenement|event|annonce) ?: ?|a vos"
    r" agendas ?[:!,]? ?|pour info,? )"
)
_TAIL = re.compile(
    r"(?:[\s,:;(\[–—-]|[\U0001F000-\U0001FAFF\u2600-\u27BF\uFE0F])+$|\s(?:le|la|les|l'|du|de"
    r"|des|a|à|au|aux|pour|on|at|the|in|ce|et|and|from"
    r"|is|est|aura lieu|a lieu|(?:est|sera) projetée?s?|(?:is|will be) (?:shown|screened))$",
    re.I,
)
_HEAD = re.compile(r"^(?:[\s,:;.!?)\]•*·–—\-/|+]|[^\w\s«»\"'’“”(<&#])+")


def _title(text: str) -> tuple[str, str]:
    """The first words that nothing else has read, and those that are left."""
    greeting = _GREETING.match(flat(text))
    if greeting and re.search(r"\w", text[greeting.end() :]):
        text = text[greeting.end() :]
    runs = [one for one in map(_bare_run, _runs(text)) if _is_named(one)]
    if not runs:
        return "", ""
    title = runs[0]
    rest = [one for one in runs[1:] if len(one.split()) > 1 and not _told(one)]
    if len(title) > TITLE_MOST:
        head, _, tail = title.partition(", ")
        title, rest = (head, [tail, *rest]) if 5 < len(head) <= TITLE_MOST else (title, rest)
    return plain(_capital(title), most=TITLE_MOST), ". ".join(_capital(one) for one in rest)


def _is_named(run: str) -> bool:
    """Whether words say more than that people meet."""
    return len(re.findall(r"[^\W\d_]", run)) > 2 and fold(run) not in ("rdv", "rendez-vous")


def _told(run: str) -> bool:
    """Whether a few words say only for whom it is, which is kept elsewhere."""
    if re.search(r"[0-9]", run):
        return False
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
    r"[?]|\bau lieu d|\binstead of\b|\bje ne\b|\bfinalement\b|^\W*(?:y a|il y a quoi|qui|quoi"
    r"|quel|quelle|quels|quelles|quand|comment|pourquoi|ou"
    r" est|est-ce"
    r"|peux|peut|pouvez|puis-je|as-tu|avez|who|what|when|where|why|how|is|are|do|does|can|could"
    r"|will|j'ai"
    r"|je(?! (?:vous )?(?:propose|organise|invite|tiens))|j'|i|i'm|i've|merci|thanks|oui|non"
    r"|yes|no|ok|d'accord|rappelle|dis|annul\w*|report\w*|c'est|on"
    r" (?:se|peut|va|a )|l'atelier|la reunion|le rendez-vous|tu|vous|nous avons|we have|my|mon"
    r"|ma|mes)\b"
)
_KINDS = re.compile(
    r"\b(?:atelier|fete|concert|reunion|repas|marche|bal|cine\w*|projection|expo\w*|conference"
    r"|debat|rencontre"
    r"|chantier|apero|soiree|festival|spectacle|stage|formation|visite|balade|randonnee"
    r"|brocante|troc|vide-\w+"
    r"|permanence|assemblee|lecture|tablee|pique-nique|kermesse|portes? ouvertes?|inauguration"
    r"|workshop|party"
    r"|meeting|market|talk|walk|film|screening|exhibition|fair|open day|repair cafe|disco soupe"
    r"|goutez?|gouter|cours|initiation|webinaire|webinar|bourse|velorution|cantine|fresque|jam"
    r"|auto-ecole|velo-ecole|bar-theatre|potluck|swap|class|choir|chorale|theatre"
    r"|friperie|braderie|collecte|distribution|lunch|dinner|brunch|picnic|petit[- ]dej\w*"
    r"|vernissage|loto|tournoi|hackathon|jeux)\b"
)


_DAY = re.compile(
    rf"\b(?:{FULL_WEEKDAY}|(?:{ANY_WEEKDAY})\.? [0-9]|demain|tomorrow|ce soir|tonight"
    rf"|[0-9]{{1,2}}(?:er)? (?:{MONTH})|(?:{MONTH}) [0-9])|\b[0-9]{{1,2}}/[0-9]{{1,2}}\b"
)


def asks(sentence: str) -> bool:
    """Whether words ask something, or tell of oneself."""
    said = flat(_mannerless(sentence[:READ_MOST]))
    begs = _BEGS.match(said)
    return bool(_ASKS.search(said[begs.end() :].replace("?", " ") if begs else said))


def names_kind(sentence: str) -> bool:
    """Whether words name a kind of event: a workshop, a concert."""
    return bool(_KINDS.search(flat(sentence[:READ_MOST])))


def looks_like_event(sentence: str) -> bool:
    """Whether a plain sentence announces an event without a doubt: a kind of event, a day and an
    hour; or no kind, and a place besides; or a price in the place of the hour. Nothing in it asks.
    """
    text = _mannerless(contacts_in(sentence[:READ_MOST])[1])
    link, text = _link(outside(text, _spelled))
    named = bool(_KINDS.search(flat(text)))
    bare = _announced(flat(hidden(text)))
    if _ASKS.search(bare) or len(bare.split()) < 4:
        return False
    timed = bool(_DAY.search(bare)) and _has_hour(bare)
    if named and (timed or spans_days(bare)):
        return True
    text = volunteers_in(text)[1][-len(bare) :]
    return _says_where(text, link) and (timed or (named and bool(price_in(text)[1])))


def _announced(said: str) -> str:
    """Flat words without a greeting, and without what says that something is announced."""
    if greeting := _GREETING.match(said):
        said = said[greeting.end() :]
    if begs := _BEGS.match(said):
        said = said[begs.end() :].replace("?", " ")
    announced = _ANNOUNCES.match(said)
    return said[announced.end() :] if announced else said


def _says_where(text: str, link: str) -> bool:
    """Whether words name something, its date and where it is, and tell of nobody."""
    said = flat(text)
    rest = hours_in(hidden(said), late=False)[1]
    return (
        tells_date(said)
        and is_impersonal(text, rest)
        and names_something(rest)
        and (bool(link) or tells_place(text, rest))
    )


def _has_hour(bare: str) -> bool:
    """An hour of the day, not a length of time: "2h" alone is how long something took."""
    return any(
        one.end is not None or (one.start is not None and one.start.hour >= EARLIEST)
        for one in hours_in(bare, late=False)[0]
    )


EARLIEST = 6
"""Hour before which nothing that a plain sentence tells of begins."""

_BEGS = re.compile(
    r"^\W*(?:(?:est-ce que )?(?:vous|tu) (?:pouvez|pourriez|peux)|(?:pourriez|pouvez)-vous|peux-tu"
    r"|(?:could|can) you(?: please)?|merci d') ?(?:annoncer|ajouter|publier|announce|add|post)\b"
)
_ANNOUNCES = re.compile(
    r"^\W*(?:j'organise|j'anime|on (?:fait|fe|a|organise|tient) (?=une? |des )"
    r"|nous (?:organisons|tenons|avons) (?=une? |des )"
    r"|we(?:'re| are) (?:having|hosting|running|holding)"
    r"|quoi ?:|what ?:)"
)
