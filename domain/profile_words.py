"""What a sentence says of whoever wrote it: where they are, their languages, their time, a pause.

Knows French and English. Must not know which places there are, nor today (it is given).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from domain import days, durations
from domain.day_rules import MONTH, month_of
from domain.errors import Refusal
from domain.languages import LANGUAGE, code_of
from domain.numbers import NUMBER, TAKEN, blank, value_of
from domain.people import flat
from domain.phone_words import spelled
from domain.profiles import ASKS_MOST, HOURS_MOST

SENTENCE_MOST = 300
"""Characters; whoever tells more of themselves is asked for the short of it."""

PAUSE_MOST = 366
"""Days; who stays away longer would rather not be asked at all."""

WEEKS_IN_A_MONTH = 4
DAYS_IN_A_MONTH = 30

_JOINT = r"(?: ?/ ?| (?:par|per|each|chaque|a|le|every|tous les) )"
_EACH = re.compile(rf"{_JOINT}(?:(?P<month>mois|month)|(?P<week>semaines?|week))\b")
_AT_MOST = r"(?:au (?:plus|maximum)|maxi(?:mum)?|max|at most)"
_ASKED = re.compile(
    rf"(?:\b(?:(?:pas|jamais) plus (?:que |souvent que |de |d')|(?:no|not) more than "
    rf"|{_AT_MOST},? ))?"
    rf"\b(?:(?P<count>{NUMBER}) (?:demandes?|sollicitations?|fois|requests?|times?)|(?P<once>once)"
    rf"|(?P<twice>twice))(?: {_AT_MOST})?{_JOINT}(?:mois|month)\b(?:,? {_AT_MOST}\b)?"
)
_NEVER = re.compile(
    r"\b(?:ne (?:me |plus |pas )+(?:sollicite|demande|propose|contacte)\w*(?: (?:plus|pas|rien))?"
    r"|(?:do not|don't|never) (?:ask|contact) me)\b"
)
_NO_PAUSE = (
    r"\b(?:fin de (?:ma |la )?pause|(?:je (?:ne )?suis )?plus (?:de |en )pause"
    r"|(?:stop|arrete[rz]?|fini[er]?|finie?) (?:a |de )?(?:ma |la )?pause"
    r"|(?:ma |la )?pause (?:est )?(?:finie|terminee)|no (?:more|longer) (?:on (?:a )?)?(?:break"
    r"|pause)d?"
    r"|end (?:of )?(?:the |my )?(?:break|pause))\b"
)
_BACK = re.compile(
    r"\b(?:(?:je suis )?de retour|i(?:'m| am) back(?: again)?)\b"
    rf"|{_NO_PAUSE}"
)
_A_PAUSE = (
    r"^(?:je (?:prends|fais|veux|voudrais)(?: faire)? |i (?:take|need|want) )?(?:une |ma |la |a )?"
    r"(?:pause|break)(?= *[.!]*$|,| (?:jusqu'|until|till|pendant|pour|for|durant)"
    rf"| (?:de )?{NUMBER} (?:jours?|days?|semaines?|weeks?|mois|months?)\b)"
)
"""The word alone, or until when; a coffee break is another pause."""

_PAUSE = re.compile(
    r"\b(?:(?:je suis |mettez-moi |i(?:'m| am) )?(?:en pause|indisponible|pas disponible"
    r"|paused|on (?:a )?(?:break|pause)|unavailable|not available))\b"
    rf"|{_A_PAUSE}"
)
_UNTIL = re.compile(
    rf"(?:jusqu'(?:a|au|en|aux)|until|till|avant|before)[ {TAKEN}]"
    r"(?P<when>(?:(?! et | and )[^,;.])*)"
)
_FOR = re.compile(
    rf"(?:(?:pendant|pour|durant|for|de) )?(?P<count>{NUMBER}) (?P<unit>jours?|days?|semaines?"
    rf"|weeks?|mois"
    r"|months?)\b"
)
_UNITS = {"j": 1, "d": 1, "s": 7, "w": 7, "m": DAYS_IN_A_MONTH}
_IN_MONTH = re.compile(
    rf"^(?:la |le |the )?(?P<part>fin|end of|mi|mid|milieu|debut|beginning of|early)?[ -]?"
    rf"(?:de |d')?(?P<month>{MONTH})\b(?: (?P<year>20\d\d))?"
)
_SEASONS = (
    (re.compile(r"rentree|back to school"), 9, 1),
    (re.compile(r"noel|christmas"), 12, 25),
    (re.compile(r"l'ete|summer"), 6, 21),
    (re.compile(r"an(?:nee)? prochaine?|next year"), 1, 1),
)
_OPENING = re.compile(
    r"^(?:(?:je suis|je vis|j'?h?abite|je travaille|je parle|je peux(?: donner)?|je donne"
    r"|j'ai|disponible|dispo|basee?|situee?|i am|i'm|i live|i work|i speak|i can(?: give)?|based"
    r"|et|and|aussi|also|environ|about|mais|but|avec|with|parle|langues?|languages?)"
    rf"(?![\w'])[ :{TAKEN}]*)+"
)
_AT_A_PLACE = re.compile(
    r"(?:je suis|j'habite|je vis|i live|i am|i'm) (?:basee? )?(?:a|au|aux|en|in) "
)
_PAUSED = re.compile(
    r"(?:mettez-moi |je suis |i(?:'m| am) )?(?:en pause|on a break|paused)\b"
    rf"|{_A_PAUSE}|{_NO_PAUSE}[ .!]*$"
)
_LISTED = re.compile(
    r"^(?:(?:bonjour|salut|hello|hi)[ ,!]+)?(?:(?:je (?:veux|voudrais|souhaite|peux)|on veut"
    r"|j'aimerais"
    r"|i(?:'d| would)? (?:want|like)(?: to)?) (?:bien )?(?:(?:etre|apparaitre|figurer|be|appear) )?"
    r"(?:dans|sur|visible dans|listed in|in) (?:l'|the |votre )?(?:annuaire|directory)"
    r"|(?:mettez|inscrivez|ajoutez)-moi dans l'annuaire|put me in the directory)[ .!]*$"
)
_LET_GO = re.compile(
    r"(?:(?:non|no|bon|ok|finalement|laisse[rz]?|laissez|tomber|ca|it|tant pis|plus tard|pas besoin"
    r"|oublie[rz]?|annule[rz]?|stop|rien|aucune?|passe[rz]?|peu importe|nulle part|never ?mind|skip"
    r"|leave|forget|cancel|later|nothing|merci|svp|thanks|je prefere pas|je ne veux pas)[ ,.!]*)+"
)
"""Words by which somebody would rather not answer."""

_EMPTY = re.compile(rf"^[\W{TAKEN}]*$")
_AT = re.compile(r"^(?:[àa]|en|dans|in|at|near|vers|autour de|près de) ", re.IGNORECASE)
_ARTICLES = ((re.compile(r"^au ", re.I), "Le "), (re.compile(r"^aux ", re.I), "Les "))
_CLOSING = re.compile(r"[\s,;:.!]*(?:\b(?:et|and|mais|but|environ|about)\b)?[\s,;:.!]*$")


@dataclass(frozen=True)
class Said:
    """What a sentence says; None where it says nothing. `pauses` without a day asks until when;
    `place` may be any words that were left over.
    """

    place: str | None = None
    languages: tuple[str, ...] = ()
    hours_month: int | None = None
    asks_month: int | None = None
    pauses: bool = False
    paused_until: date | None = None
    returns: bool = False
    never_asked: bool = False

    @property
    def count(self) -> int:
        """How many things it says."""
        told = (self.place, self.hours_month, self.asks_month)
        acts = (self.languages, self.pauses, self.returns, self.never_asked)
        return sum(one is not None for one in told) + sum(map(bool, acts))


def read(sentence: str, today: date) -> Said:
    """All that a sentence says of its writer."""
    sentence = " ".join(sentence[:SENTENCE_MOST].split())
    rest, said = flat(sentence), Said()
    for part in (_never, _back, _pause, _asks, _hours, _languages):
        rest, said = part(rest, said, today)
    return replace(said, place=_left_over(sentence, rest))


def is_about_oneself(sentence: str) -> bool:
    """Whether a plain sentence tells of its writer's profile, and asks or notes nothing."""
    text = flat(sentence).strip()
    if "?" in sentence or len(sentence) > SENTENCE_MOST:
        return False
    if _PAUSED.match(text):
        return True
    try:
        said = read(sentence, date.min)
    except Refusal:
        return False
    measured = said.hours_month is not None or said.asks_month is not None
    at_a_place = said.place is not None and _AT_A_PLACE.match(text) is not None
    return (at_a_place and measured) or (said.never_asked and said.count == 1)


def wants_listing(sentence: str) -> bool:
    """Whether somebody says that they would be in the directory."""
    return _LISTED.match(flat(spelled(sentence)).strip()) is not None


def lets_go(answer: str) -> bool:
    """Whether an answer is that there will be none: "non, laisse"."""
    return _LET_GO.fullmatch(flat(answer).strip()) is not None


def hours_said(typed: str) -> int:
    """Whole hours a month of an answer: "3", "3h", "1h par semaine"."""
    rest, said = _hours(flat(typed), Said(), date.min)
    if said.hours_month is not None:
        return said.hours_month
    bare = re.fullmatch(rf"({NUMBER})(?: ?(?:h|heures?|hours?))?\W*", rest.strip())
    if not bare:
        raise Refusal("refusal-hours-unread")
    return _within(value_of(bare[1]), HOURS_MOST, "refusal-hours-many")


def asks_said(typed: str) -> int:
    """How many times a month somebody may be asked, from an answer."""
    found = re.search(rf"\b{NUMBER}", flat(typed))
    if not found:
        raise Refusal("refusal-asks-unread")
    return _within(value_of(found[0]), ASKS_MOST, "refusal-asks-many")


def back_on(typed: str, today: date) -> date:
    """The day on which somebody is back: "mars", "le 12 mars", "2 mois", "jusqu’à la rentrée"."""
    text = flat(typed).strip(" .!")
    span = _FOR.search(text) or _FOR.search(f"for {text}")
    until = _UNTIL.search(text)
    day = _span_end(span, today) if span else _day_of(until["when"] if until else text, today)
    if day is None:
        raise Refusal("refusal-pause-unread")
    if not today < day <= today + timedelta(days=PAUSE_MOST):
        raise Refusal("refusal-pause-far", day=day)
    return day


Part = Callable[[str, Said, date], tuple[str, Said]]
"""Takes out of a text what it can read, and adds it to what was said."""


def _never(rest: str, said: Said, _today: date) -> tuple[str, Said]:
    found = _NEVER.search(rest)
    return (blank(rest, *found.span()), replace(said, never_asked=True)) if found else (rest, said)


def _back(rest: str, said: Said, _today: date) -> tuple[str, Said]:
    found = _BACK.search(rest)
    return (blank(rest, *found.span()), replace(said, returns=True)) if found else (rest, said)


def _pause(rest: str, said: Said, today: date) -> tuple[str, Said]:
    found = _PAUSE.search(rest)
    if not found:
        return rest, said
    after = rest[found.end() :]
    span, until = _FOR.match(after.lstrip()), _UNTIL.match(after.lstrip())
    end = found.end() + len(after) - len(after.lstrip())
    day = None
    if span or until:
        match = span or until
        end += match.end() if match else 0
        day = back_on(match[0] if match else "", today)
    return blank(rest, found.start(), end), replace(said, pauses=True, paused_until=day)


def _asks(rest: str, said: Said, _today: date) -> tuple[str, Said]:
    found = _ASKED.search(rest)
    if not found:
        return rest, said
    count = 1 if found["once"] else 2 if found["twice"] else value_of(found["count"])
    asks = _within(count, ASKS_MOST, "refusal-asks-many")
    return blank(rest, *found.span()), replace(said, asks_month=asks)


def _hours(rest: str, said: Said, _today: date) -> tuple[str, Said]:
    told = [(one, _EACH.match(rest, one.end)) for one in durations.find(rest)]
    for found, each in sorted(told, key=lambda pair: pair[1] is None):
        times = WEEKS_IN_A_MONTH if each and each["week"] else 1
        hours = _within(abs(found.minutes) * times / 60, HOURS_MOST, "refusal-hours-many")
        rest = blank(rest, found.start, each.end() if each else found.end)
        return rest, replace(said, hours_month=hours)
    return rest, said


def _languages(rest: str, said: Said, _today: date) -> tuple[str, Said]:
    codes = []
    for found in LANGUAGE.finditer(rest):
        codes.append(code_of(found[0]))
        rest = blank(rest, *found.span())
    return rest, replace(said, languages=tuple(dict.fromkeys(codes)))


def _left_over(sentence: str, rest: str) -> str | None:
    """The first words that nothing else was read in, as they were written."""
    if len(rest) != len(sentence):
        return None
    at = 0
    for piece in re.split(rf"[,;.!]+(?: |$)| (?:et|and)(?= (?:je|j'|i)\b)|{TAKEN}+", rest):
        start = rest.index(piece, at)
        at = start + len(piece)
        lead = len(piece) - len(piece.lstrip())
        opening = _OPENING.match(piece.lstrip())
        begin = start + lead + (opening.end() if opening else 0)
        words = _CLOSING.sub("", sentence[begin:at]).strip(" :’'-")
        empty = _EMPTY.match(words) or flat(words) in _ALONE or lets_go(words)
        if words and not empty:
            return _without_at(words)
    return None


def _without_at(words: str) -> str:
    """A place as it is called: "à Firminy" is "Firminy", "au Puy" is "Le Puy"."""
    for article, whole in _ARTICLES:
        words = article.sub(whole, words)
    return _AT.sub("", words)


_ALONE = frozenset("et and je i mais but a en de l le la d par h avec with puis ou or".split())


def _span_end(span: re.Match[str], today: date) -> date:
    days_away = _UNITS[span["unit"][0]] * value_of(span["count"])
    return today + timedelta(days=round(min(days_away, 10 * PAUSE_MOST)))


def _day_of(text: str, today: date) -> date | None:
    """The next day that words name, a whole month or a season by its first."""
    text = text.strip()
    if month := _IN_MONTH.match(text):
        return _of_month(month, today)
    if found := days.find_all(text, today, ahead=True):
        return found[0].day
    for pattern, month_number, day in _SEASONS:
        if pattern.search(text):
            return _next(month_number, day, today)
    return None


def _of_month(found: re.Match[str], today: date) -> date:
    number, part = month_of(found["month"]), found["part"] or ""
    day = 15 if part in ("mi", "mid", "milieu") else 1
    first = date(int(found["year"]), number, day) if found["year"] else _next(number, day, today)
    if part in ("fin", "end of"):
        return (first + timedelta(days=DAYS_IN_A_MONTH + 1)).replace(day=1)
    return first


def _next(month: int, day: int, today: date) -> date:
    this = date(today.year, month, day)
    return this if this > today else this.replace(year=today.year + 1)


def _within(value: float, most: int, refusal: str) -> int:
    if value > most:
        raise Refusal(refusal, most=most)
    return max(round(value), 1) if value > 0 else 0
