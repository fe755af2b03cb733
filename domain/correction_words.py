"""A plain sentence that an event changes: cancelled, full, postponed, moved, at another hour, on.

Knows how people announce it, in French and English. Must not know which events there are, nor who
may say so.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from enum import StrEnum
from zoneinfo import ZoneInfo

from rapidfuzz import fuzz

from domain import days
from domain.due import ONE_MINUTE
from domain.errors import Refusal
from domain.events import Event, Status
from domain.numbers import blank
from domain.people import flat, fold
from domain.twins import ALIKE_WORD

SENTENCE_MOST = 300
"""Longer is a story, and not an announcement."""


class Kind(StrEnum):
    """What becomes of an event."""

    CANCELLED = "cancelled"
    FULL = "full"
    POSTPONED = "postponed"
    MOVED = "moved"
    HOUR = "hour"
    ON = "on"


_BE = (
    r"\b(?:est|sera|serait|a ete|etait|devient|is|has been|will be|was)"
    r"(?: (?:donc|deja|now|unfortunately|malheureusement|finalement))?"
)
_KINDS = (
    (
        Kind.ON,
        r"\bfinalement maintenue?\b|\ba (?:bien |finalement |bien finalement )?lieu\b"
        rf"|{_BE} (?:bien )?maintenue?\b|\bis (?:back )?on (?:after all|again)\b",
    ),
    (
        Kind.CANCELLED,
        rf"{_BE} (?:annulee?s?|cancel+ed|called off)\b|\bn'a(?:ura)? (?:finalement )?pas lieu\b"
        r"|\b(?:j'annule|on annule|nous annulons|we cancel|i cancel)\b"
        r"|\b(?:we are|i am) cancell?ing\b|\bwon'?t (?:happen|take place)\b",
    ),
    (
        Kind.FULL,
        rf"{_BE} (?:complete?s?|full|fully booked|sold out)\b|\baffiche complet\b",
    ),
    (
        Kind.POSTPONED,
        rf"{_BE} (?:reportee?s?|repoussee?s?|postponed|put off)\b"
        r"|\b(?:on|je|nous) report(?:e|ons)\b",
    ),
    (
        Kind.MOVED,
        rf"{_BE} (?:deplacee?s?|moved|relocated)\b|\bchange(?:ment)? de (?:lieu|salle|place)\b"
        r"|\b(?:aura lieu|se passe|se tient|takes place) (?:finalement|plutot|now|instead)\b",
    ),
    (
        Kind.HOUR,
        rf"\bchange(?:ment)? d'(?:heure|horaire)\b"
        rf"|{_BE} (?:decalee?s?|avancee?s?|retardee?s?|brought forward|delayed)\b"
        r"|\b(?:commencera|debutera|will start)(?: plutot| finalement| now| instead)?\b",
    ),
)
_PATTERNS = tuple((kind, re.compile(pattern)) for kind, pattern in _KINDS)

_OPENS = re.compile(
    r"^(?:(?:bonjour|bonsoir|salut|hello|hi|attention|info|urgent|desolee?|sorry|finalement"
    r"|malheureusement|unfortunately)[ ,:!]+)*"
    r"(?:la |le |les |l'|notre |nos |mon |ma |mes |cet? |cette |ces |the |our |my |this "
    r"|j'annule|on annule|nous annulons|we cancel|i cancel|we are cancel|i am cancel"
    r"|on reporte|je reporte|nous reportons|changement d)"
)
_ASKS = re.compile(
    r"\? *$|^(?:est-ce|comment|pourquoi|quand|combien|si |is |are |how|why|when|if )"
)
_NOT_EVENTS = re.compile(
    r"\b(?:rendez-vous|rdv|compte|abonnement|formulaire|dossier|virement|commande|train|bus|tram"
    r"|reponse|demande|inscription|echange|heures?|solde|boite|liste|form|account|order|reply"
    r"|request|balance|hours)(?= (?:est|sera|a ete|is|has been|was)\b)"
)
_ENDS = re.compile(r"[,;.!]|\b(?:prévenez|prevenez|merci|please|tell)\b", re.I)
_WHY = re.compile(
    r"[,;.!]|\b(?:car|parce|puisque|à cause|faute|pour cause|prévenez|prevenez|merci|because|since"
    r"|due to|please|tell)\b",
    re.I,
)
_LEADS = re.compile(r"^(?:à la |à l[’']|au |aux |à |dans |chez |to |at |in )", re.I)
_FILLING = set(
    """le la les l un une des de du d ce cet cette ces mon ma mes notre nos votre vos et a au aux en
    est sera ete a pour tout tous toutes le monde prevenez prevenir merci svp stp dites previens
    the our my this that of and is has been will be to for everybody everyone please tell all on
    soir matin midi demain aujourd hui ce jour today tonight tomorrow evening morning annule annulee
    annules annulees cancelled canceled reporte reportee postponed complet complete full deplace
    deplacee moved finalement malheureusement lundi mardi mercredi jeudi vendredi samedi dimanche
    monday tuesday wednesday thursday friday saturday sunday heure heures h bien lieu
    evenement event animation activite activity bonjour bonsoir salut hello attention info urgent
    desole desolee sorry unfortunately prevu prevue prevus prevues initialement programme scheduled
    planned avec with chez prochain prochaine next semaine week apres avant before after for jour
    dans its your their leur leurs nous vous devait avoir annulons annule cancel cancelling
    reportons reporte change changement afternoon noon""".split()
)


@dataclass(frozen=True)
class Correction:
    """What is said of an event: `day` when it was to be, `words` that name it; and where they are
    said its new day, hour or place.
    """

    kind: Kind
    words: frozenset[str] = frozenset()
    day: date | None = None
    to: date | None = None
    hour: time | None = None
    place: str = ""


def announces(sentence: str) -> bool:
    """Whether a plain sentence says that an event changes."""
    said = flat(" ".join(sentence.split()))
    if len(said) > SENTENCE_MOST or _ASKS.search(said) or not _OPENS.search(said):
        return False
    return _kind(said) is not None and not _NOT_EVENTS.search(said)


def read_correction(sentence: str, today: date) -> Correction | None:
    """What a sentence announces."""
    sentence = " ".join(sentence.split())
    found = _kind(flat(sentence))
    if found is None:
        return None
    kind, start, end = found
    before, after = sentence[:start], sentence[end:]
    named = before if _naming(before) else _WHY.split(after, maxsplit=1)[0]
    told = next(iter(days.find_all(before, today, ahead=True)), None)
    correction = replace(_with_new(kind, after, today), words=_naming(named))
    if told is None and kind not in (Kind.POSTPONED, Kind.HOUR):
        told = next(iter(days.find_all(sentence, today, ahead=True)), None)
    return replace(correction, day=told.day if told else None)


def read_answer(kind: Kind, said: str, today: date) -> Correction:
    """What a few words say is new."""
    return _with_new(kind, said, today)


def corrected(event: Event, correction: Correction, now: datetime) -> Event:
    """The event as it is from now on, `now` being in the zone of the place; raises Refusal where
    its new hour or place is not said.
    """
    match correction.kind:
        case Kind.CANCELLED:
            return replace(event, status=Status.CANCELLED)
        case Kind.FULL:
            return replace(event, status=Status.FULL)
        case Kind.ON:
            return replace(event, status=Status.SCHEDULED)
        case Kind.MOVED if correction.place:
            return replace(event, place=correction.place, status=Status.MOVED)
        case Kind.POSTPONED if correction.to is None and correction.hour is None:
            return replace(event, status=Status.POSTPONED)
        case Kind.POSTPONED if correction.to is not None:
            return _shifted(event, correction, now)
        case Kind.HOUR if correction.to or correction.hour:
            return _shifted(event, correction, now)
    raise Refusal("refusal-change-unread")


@dataclass(frozen=True)
class Meant:
    """The event that a sentence means beyond doubt, or else those that it may mean, likeliest
    first.
    """

    event: Event | None = None
    perhaps: tuple[Event, ...] = ()


def meant(
    correction: Correction, coming: Sequence[Event], own: Collection[int], zone: ZoneInfo
) -> Meant:
    """Which of all coming events a sentence speaks of; `own` are those of whoever says it.

    Beyond doubt is the one event that bears every word of it. A sentence that names no more than a
    kind means one's own event of that day, where there is one only.
    """
    that_day = [one for one in coming if _is_on(one, correction.day, zone)]
    bearing = [one for one in that_day if correction.words <= _named(one)]
    mine = [one for one in that_day if one.id in own]
    if not correction.words - _GENERIC:
        if correction.day is None:
            return Meant(perhaps=_likeliest(correction.words, coming, own))
        if len(mine) == 1 and mine[0] in bearing:
            return Meant(mine[0])
        if mine:
            others = [one for one in bearing if one not in mine]
            return Meant(perhaps=(*mine, *others))
    if len(bearing) == 1 and correction.words:
        return Meant(bearing[0])
    near = bearing or _likeliest(correction.words, that_day, own)
    perhaps = _likeliest(correction.words, near, own)
    perhaps = perhaps or _likeliest(correction.words, coming, own)
    return Meant(perhaps=perhaps or (tuple(mine) if correction.day else ()))


def _likeliest(
    words: frozenset[str], events: Iterable[Event], own: Collection[int]
) -> tuple[Event, ...]:
    """Those that share a word which tells events apart, or a kind where no other word is said:
    one's own first, then by how much they share.
    """
    telling = words - _GENERIC or words
    found = [(_shared(telling, one), _shared(words, one), one) for one in events]
    shared = [one for one in found if one[0]]
    shared.sort(key=lambda one: (one[2].id not in own, -one[0], -one[1], one[2].start))
    return tuple(event for _, _, event in shared)


def _shared(words: frozenset[str], event: Event) -> int:
    named = _named(event)
    return sum(any(_alike(word, near) for near in named) for word in words)


def _alike(one: str, other: str) -> bool:
    """Whether two words are one, spelt in two ways."""
    return one == other or (min(len(one), len(other)) > 3 and fuzz.ratio(one, other) >= ALIKE_WORD)


def _named(event: Event) -> frozenset[str]:
    return _naming(f"{event.title} {event.place} {event.details.district}")


def _is_on(event: Event, day: date | None, zone: ZoneInfo) -> bool:
    """Whether an event is on a day; one of several days is on each of them."""
    if day is None:
        return True
    last = event.start
    if event.end is not None and event.all_day:
        last = max(event.start, event.end - ONE_MINUTE)
    return event.start.astimezone(zone).date() <= day <= last.astimezone(zone).date()


_GENERIC = frozenset(
    "apero atelier balade ball bal chantier cine concert conference cour debat expo exposition fete"
    " festival formation marche permanence projection randonnee rencontre repa reunion soiree"
    " spectacle stage visite class film meeting party screening talk walk workshop".split()
)
"""What many events are; plurals set aside, as in the words of a sentence."""


def _with_new(kind: Kind, said: str, today: date) -> Correction:
    """What is new, in the words that say it."""
    if kind is Kind.MOVED:
        return Correction(kind, place=_place(said))
    if kind not in (Kind.POSTPONED, Kind.HOUR):
        return Correction(kind)
    found = next(iter(days.find_all(said, today, ahead=True)), None)
    rest = blank(said, found.start, found.end) if found else said
    try:
        hour = days.read_hour(rest)
    except Refusal:
        hour = None
    return Correction(kind, to=found.day if found else None, hour=hour)


def _shifted(event: Event, correction: Correction, now: datetime) -> Event:
    """On its new day at its old hour, or on its old day at its new one."""
    before = event.start.astimezone(now.tzinfo)
    day, hour = correction.to or before.date(), correction.hour or before.time()
    start = datetime.combine(day, hour.replace(tzinfo=None), now.tzinfo).astimezone(UTC)
    if start <= now:
        raise Refusal("refusal-moment-past", moment=start)
    end = event.end + (start - event.start) if event.end else None
    return replace(event, start=start, end=end, status=Status.RESCHEDULED)


def _place(said: str) -> str:
    """The place that words name, without the word that leads to it."""
    cut = " ".join(_ENDS.split(said.strip(" :,"), maxsplit=1)[0].split())
    bare = _LEADS.sub("", cut)
    return (bare[:1].upper() + bare[1:])[:200]


def _kind(said: str) -> tuple[Kind, int, int] | None:
    for kind, pattern in _PATTERNS:
        match = pattern.search(said)
        if match:
            return kind, *match.span()
    return None


def _naming(words: str) -> frozenset[str]:
    """The words that tell one event from another, plurals set aside."""
    found = re.findall(r"[^\W_]+", fold(words))
    told = (one for one in found if one not in _FILLING and not _HOUR.fullmatch(one))
    return frozenset(one.rstrip("sx") for one in told if len(one) > 2)


_HOUR = re.compile(r"[0-9]{1,2}(?:h[0-9]{0,2}|am|pm)?")
