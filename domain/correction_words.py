"""A plain sentence that an event changes: cancelled, full, postponed, moved, at another hour, on.

Knows how people announce it, in French and English. Must not know which events there are, nor who
may say so.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from enum import StrEnum

from domain import days
from domain.errors import Refusal
from domain.events import Event, Status
from domain.numbers import blank
from domain.overlays import CALLED_OFF
from domain.people import flat, fold

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
_STARTS = (
    r"\b(?:commence(?:ra)?|debute(?:ra)?|demarre(?:ra)?|sera|est|passe|aura lieu"
    r"|(?:will )?starts?|begins|is|will be)"
    r"(?: (?:plutot|finalement|maintenant|bien|donc|now|actually|instead))?"
)
_AT_HOUR = r" (?:a|vers|at) (?:[0-9]{1,2} ?(?:h|:|am|pm)|midi|minuit|noon)"
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
        r"|\b(?:we are|i am) cancell?ing\b|\bwon'?t (?:happen|take place)\b"
        r"|\b(?:je dois|on doit|nous devons|i have to|we have to|i must|we must)"
        r" (?:malheureusement )?(?:annuler|cancel)\b",
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
        r"|\b(?:commencera|debutera|will start)(?: plutot| finalement| now| instead)?\b"
        rf"|{_STARTS}(?={_AT_HOUR}[^?]*\b(?:au lieu de|et non|plutot que|instead of)\b)",
    ),
)
_Pattern = tuple[Kind, re.Pattern[str]]

_PATTERNS = tuple((kind, re.compile(pattern)) for kind, pattern in _KINDS)

_BARE = tuple(
    (kind, re.compile(rf"\b(?:{words})\b(?=[ .!]*$|,| (?:a|au|aux|car|faute|to|because)\b)"))
    for kind, words in (
        (Kind.ON, "(?:finalement|bien) maintenue?s?"),
        (Kind.CANCELLED, "annulee?s?|cancelled|canceled"),
        (Kind.FULL, "complete?s?|fully booked|sold out"),
        (Kind.POSTPONED, "reportee?s?|postponed"),
        (Kind.MOVED, "deplacee?s?|relocated"),
        (Kind.HOUR, "decalee?s?|avancee?s?|retardee?s?"),
    )
)
"""As on a notice: the event's name and what becomes of it, without a verb."""

_STATED = re.compile(
    rf"{_STARTS}(?={_AT_HOUR})(?!{_AT_HOUR}[0-9]* (?:de|du|from|away)\b(?! (?:l'apres|matin|soir)))"
)
"""When it is, without a word that this is new; how long a way takes is no hour."""

_BARE_NAME = re.compile(r"(?:[^\W_]+(?:[ ,:'-]+|$)){0,9}")
_TALKS = re.compile(
    r"\b(?:j|je|tu|il|elle|on|nous|vous|ils|elles|qui|que|quoi|quel|quelle|ai|as|avez|avons|ont|sont"
    r"|suis|si|non|pas|i|you|he|she|it|they|what|which|who|have|has|had|can|do|does|did|not|get|was"
    r"|were|am|if)\b"
)
_BARE_OTHERS = re.compile(
    r"\b(?:rendez-vous|rdv|comptes?|abonnements?|formulaires?|dossiers?|virements?|commandes?|trains?"
    r"|bus|tram|vols?|reponses?|demandes?|inscriptions?|echanges?|soldes?|boites?|listes?|temps|salaires?"
    r"|conges?|contrats?|tests?|gestes?|comportements?|propos|voyages?|order|account|flight|reservation|payment)\b"
)

_OPENS = re.compile(
    r"^(?:(?:bonjour|bonsoir|salut|hello|hi|attention|info|urgent|desolee?|sorry|finalement"
    r"|malheureusement|unfortunately|en fait|au final|du coup|actually|in fact|rappel|reminder"
    r"|demain(?: soir| matin)?|ce soir|aujourd'hui|tomorrow|tonight|today)[ ,:!]+)*"
    r"(?:la |le |les |l'|notre |nos |mon |ma |mes |cet? |cette |ces |the |our |my |this "
    r"|j'annule|on annule|nous annulons|we cancel|i cancel|we are cancel|i am cancel"
    r"|je dois (?:malheureusement )?annul|on doit (?:malheureusement )?annul"
    r"|nous devons (?:malheureusement )?annul|(?:i|we) (?:have to|must) cancel"
    r"|on reporte|je reporte|nous reportons|changement d)"
)
_ASKS = re.compile(
    r"\? *$|^(?:est-ce|comment|pourquoi|quand|combien|si |is |are |how|why|when|if )"
    r"|\b(?:c'est (?:bien )?ca|n'est-ce pas|hein|non|right|isn't it)[ .!]*$"
)
_NOT_EVENTS = re.compile(
    r"\b(?:rendez-vous|rdv|compte|abonnement|formulaire|dossier|virement|commande|train|bus|tram"
    r"|reponse|demande|inscription|echange|heures?|solde|boite|liste|form|account|order|reply"
    r"|request|balance|hours)(?= (?:est|sera|a ete|is|has been|was)\b)"
)
_OWN_AFFAIRS = re.compile(
    r"\b(?:annuler|cancel) (?:ma|mon|mes|la|le|les|l'|un|une|notre|my|the|our|a)? ?(?:rendez-vous"
    r"|rdv|compte|abonnement|dossier|virement|commande|train|demande|inscription|echange|participation"
    r"|venue|reservation|vol|appointment|account|order|subscription|request|booking|flight|card)\b"
)
_ENDS = re.compile(r"[,;.!]|\b(?:prévenez|prevenez|merci|please|tell)\b", re.I)
_WHY = re.compile(
    r"[,;.!]|\b(?:car|parce|puisque|à cause|faute|pour cause|prévenez|prevenez|merci|because|since"
    r"|due to|please|tell)\b",
    re.I,
)
_INSTEAD = re.compile(r"\b(?:au lieu d|et non|plutôt qu|plutot qu|instead of)", re.I)
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
    reportons reporte change changement afternoon noon annuler dois doit devons have must commence
    debute demarre starts begins maintenu maintenue fait final coup actually fact rappel reminder
    passe plutot maintenant now instead donc aura commencera debutera demarrera
    start begin""".split()
)


@dataclass(frozen=True)
class Correction:
    """What is said of an event: `day` when it was to be, `words` that name it; and where they are
    said its new day, hour or place. `stated`: nothing says that it was otherwise before.
    """

    kind: Kind
    words: frozenset[str] = frozenset()
    day: date | None = None
    to: date | None = None
    hour: time | None = None
    place: str = ""
    stated: bool = False


def announces(sentence: str) -> bool:
    """Whether a plain sentence says that an event changes."""
    said = flat(" ".join(sentence.split()))
    if len(said) > SENTENCE_MOST or _ASKS.search(said):
        return False
    if _OPENS.search(said) and (_spoken(said) or _stated(said)):
        return not _NOT_EVENTS.search(said) and not _OWN_AFFAIRS.search(said)
    return _noticed(said) is not None


def read_correction(sentence: str, today: date) -> Correction | None:
    """What a sentence announces."""
    sentence = " ".join(sentence.split())
    changes = _kind(flat(sentence))
    found = changes or _stated(flat(sentence))
    if found is None:
        return None
    kind, start, end = found
    before, after = sentence[:start], sentence[end:]
    named = before if naming(before) else _WHY.split(after, maxsplit=1)[0]
    told = next(iter(days.find_all(before, today, ahead=True)), None)
    correction = replace(_with_new(kind, after, today), words=naming(named))
    if changes is None:
        correction = replace(correction, to=None, stated=True)
    if told is None and (correction.stated or kind not in (Kind.POSTPONED, Kind.HOUR)):
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


def _with_new(kind: Kind, said: str, today: date) -> Correction:
    """What is new, in the words that say it; what it stands for is not."""
    said = _INSTEAD.split(said, maxsplit=1)[0]
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
    """On its new day at its old hour, or on its old day at its new one. An end that was announced
    stands where only the beginning is said to be another, unless it would come first.
    """
    before = event.start.astimezone(now.tzinfo)
    day, hour = correction.to or before.date(), correction.hour or before.time()
    start = datetime.combine(day, hour.replace(tzinfo=None), now.tzinfo).astimezone(UTC)
    if start == event.start:
        return replace(event, status=Status.SCHEDULED) if event.status in CALLED_OFF else event
    if start <= now:
        raise Refusal("refusal-moment-past", moment=start)
    end = event.end
    if end and (day != before.date() or end <= start):
        end += start - event.start
    return replace(event, start=start, end=end, status=Status.RESCHEDULED)


def _place(said: str) -> str:
    """The place that words name, without the word that leads to it."""
    cut = " ".join(_ENDS.split(said.strip(" :,"), maxsplit=1)[0].split())
    bare = _LEADS.sub("", cut)
    return (bare[:1].upper() + bare[1:])[:200]


def _kind(said: str) -> tuple[Kind, int, int] | None:
    return _spoken(said) or _noticed(said)


def _spoken(said: str) -> tuple[Kind, int, int] | None:
    """What a sentence with its verb announces."""
    return _first(_PATTERNS, said)


def _noticed(said: str) -> tuple[Kind, int, int] | None:
    """What a notice without a verb announces: the name of an event, and the word."""
    found = _first(_BARE, said)
    if found is None or _BARE_OTHERS.search(said) or _TALKS.search(said):
        return None
    kind, start, _ = found
    alone = not naming(said[:start]) and kind is not Kind.CANCELLED
    return None if alone or not _BARE_NAME.fullmatch(said[:start]) else found


def _stated(said: str) -> tuple[Kind, int, int] | None:
    """What a sentence with its verb says of the hour alone."""
    return None if "?" in said else _first([(Kind.HOUR, _STATED)], said)


def _first(patterns: Iterable[_Pattern], said: str) -> tuple[Kind, int, int] | None:
    for kind, pattern in patterns:
        match = pattern.search(said)
        if match:
            return kind, *match.span()
    return None


def naming(words: str) -> frozenset[str]:
    """The words that tell one event from another, plurals set aside."""
    found = re.findall(r"[^\W_]+", fold(words))
    told = (one for one in found if one not in _FILLING and not _HOUR.fullmatch(one))
    return frozenset(one.rstrip("sx") for one in told if len(one) > 2)


_HOUR = re.compile(r"[0-9]{1,2}(?:h[0-9]{0,2}|am|pm)?")
