"""Questions to the agenda, as people ask them: "Y a quoi dimanche avec des enfants, pas cher ?"

Reads days, price, families, subjects and the words that are left, which are a place or a title.
Must not know what the agenda holds.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from domain.agenda_ask_words import (
    ACCESS,
    AGE,
    ALONE,
    ANYTHING,
    CHEAP,
    ELSEWHERE,
    FAMILIES,
    FREE,
    HOUR_SAID,
    ITS_DAYS,
    KIND_BEFORE_DAY,
    LESS_THAN,
    MONTH,
    MONTHS,
    NAMED_MONTH,
    NAMING,
    NEXT_WEEK,
    NEXT_WEEKEND,
    NOW_ON,
    OF_THE_WEEK,
    OPEN,
    PARTS,
    SEEK,
    SMALL,
    SOMETHING,
    SOMEWHERE,
    SOUGHT,
    STATES,
    TELEPHONE,
    THINGS,
    UPCOMING,
    WEEK,
    WEEKEND,
    WHAT_IS,
    WHAT_WAS,
    WHEELS,
)
from domain.days import find_all
from domain.event_subjects import spaced, stems_in
from domain.event_terms import access_in
from domain.events import Access
from domain.numbers import blank
from domain.people import flat, fold

ASK_MOST = 160
"""Characters of a question; what is longer tells a story."""

OPEN_WORDS = 3
"""Words that nothing here reads, at most: a place or a title. More, and it asks something else."""

HORIZON = timedelta(days=60)
"""How far ahead the nearest that fits is looked for."""

SEVEN_DAYS = timedelta(days=6)

_ENDS = frozenset({"libre", "libres"})
"""Small words that names of places end with."""


class Price(StrEnum):
    """What coming may cost."""

    FREE = "free"
    CHEAP = "cheap"


@dataclass(frozen=True)
class Ask:
    """What somebody looks for: the days `first` to `last`, which they `told` or not, and wishes.

    `past` when they lie behind. `part` is of the day: morning, afternoon or evening. `most` are
    euros, `age` is a child's, `access` what somebody needs to come. `stems` are how the words begin
    that name subjects, `words` any others; `named` are all of these as they were written.
    """

    first: date
    last: date
    told: bool = False
    part: str | None = None
    families: bool = False
    price: Price | None = None
    stems: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    named: tuple[str, ...] = ()
    past: bool = False
    most: int | None = None
    age: int | None = None
    access: tuple[Access, ...] = ()


def asks_agenda(sentence: str) -> bool:
    """Whether a plain sentence asks what happens on some days. One about a meeting of the alliance,
    about how or why, or for somebody's help is for others to hear.
    """
    said = flat(_spelt(sentence)).strip()
    if len(sentence) > ASK_MOST:
        return False
    if SOUGHT.search(said):
        return _is_sought(sentence)
    ask = read_ask(sentence, date(2024, 1, 1))  # any date tells whether a day was said
    if ask.past:
        return _asks_what_was(sentence)
    if _names_its_days(ask, said):
        return True
    if ELSEWHERE.search(said) or len(ask.words) > OPEN_WORDS:
        return False
    things = THINGS.search(said) is not None
    if OPEN.search(said):
        alone = ALONE.fullmatch(said) is not None or SOMEWHERE.match(_spelt(sentence)) is not None
        return ask.told or (things and not ask.words) or alone
    if ask.told and SOMETHING.search(said):
        return not ask.words and not HOUR_SAID.search(said)
    if NAMING.search(said) or _names_kinds(said):
        return _names_enough(ask, said, things=things)
    return ask.told and (_is_of_wishes(ask, said) or _is_of_one_kind(ask, said, things=things))


def _is_sought(sentence: str) -> bool:
    """Whether what is sought on some days is what the agenda holds, and nothing else is said."""
    ask = read_ask(sentence, date(2024, 1, 1))
    others = ELSEWHERE.search(SEEK.sub("", flat(_spelt(sentence))))
    return ask.told and not ask.past and not ask.words and not others


def _names_its_days(ask: Ask, said: str) -> bool:
    """Whether it is the agenda of some days: "l’agenda de la semaine prochaine". That of this week
    is what an entry of the team's may tell about.
    """
    named = ITS_DAYS.search(said) is not None and not OF_THE_WEEK.search(said)
    return ask.told and named and not ask.named


def _names_enough(ask: Ask, said: str, *, things: bool) -> bool:
    """Whether what is asked for by its kind is what the agenda holds."""
    if not ask.told:
        return things and not WHAT_IS.search(said) and len(ask.words) <= bool(ask.stems)
    return things or bool(ask.stems) or (ANYTHING.search(said) is not None and not ask.words)


def _is_of_wishes(ask: Ask, said: str) -> bool:
    """Whether it says days and wishes and nothing else: "moins de 6 euros ce week-end"."""
    wished = ask.price is not None or ask.families or bool(ask.access)
    asked = said.endswith("?") or not STATES.search(said)
    return wished and asked and not ask.named and not HOUR_SAID.search(said)


def _is_of_one_kind(ask: Ask, said: str, *, things: bool) -> bool:
    """Whether it asks for a kind of thing by its name and some days: "expo en ce moment ?"."""
    return things and said.endswith("?") and not ask.words and not HOUR_SAID.search(said)


def _asks_what_was(sentence: str) -> bool:
    """Whether it asks what happened on days that lie behind, and not at a meeting."""
    said = flat(_spelt(sentence))
    for one in reversed(find_all(said, date(2024, 1, 1), ahead=True)):
        said = blank(said, one.start, one.end)
    return WHAT_WAS.match(said.strip()) is not None and not ELSEWHERE.search(said)


def _names_kinds(said: str) -> bool:
    """Whether it begins with kinds of things, in the plural and at no hour: one that is announced
    has an hour.
    """
    begins = KIND_BEFORE_DAY.match(said)
    return begins is not None and bool(THINGS.search(begins[0])) and not HOUR_SAID.search(said)


def _spelt(text: str) -> str:
    """A text as it would be spelt out."""
    for pattern, whole in TELEPHONE.items():
        text = re.sub(pattern, whole, text, flags=re.I)
    return text


def read_ask(text: str, today: date) -> Ask:
    """What a question or a few words look for; days are the next seven unless they are told."""
    text = _spelt(" ".join(text[:ASK_MOST].split()))
    said = flat(text)
    part = next((name for name, pattern in PARTS.items() if pattern.search(said)), None)
    age = AGE.search(said)
    most = _most(said)
    cheap = Price.CHEAP if most is not None or CHEAP.search(said) else None
    days, past, rest = _days(text, today)
    for pattern in (SEEK, ITS_DAYS, LESS_THAN, AGE, ACCESS, FREE, CHEAP, FAMILIES, *PARTS.values()):
        rest = _without(rest, pattern)
    stems = tuple(dict.fromkeys(stem for _, stem in stems_in(rest)))
    told = tuple(_telling(rest))
    first, last = days or (today, today + SEVEN_DAYS)
    return Ask(
        first,
        last,
        told=days is not None,
        part=part,
        families=age is not None or FAMILIES.search(said) is not None,
        price=Price.FREE if FREE.search(said) else cheap,
        stems=stems,
        words=tuple(word for word in told if not _is_of(word, stems)),
        named=told,
        past=past,
        most=most,
        age=int(age["age"]) if age else None,
        access=_needed(said),
    )


def _most(said: str) -> int | None:
    """How many euros at most, where a number of them was said."""
    match = LESS_THAN.search(said)
    return int(match["most"] or match["at_most"]) if match else None


def _needed(said: str) -> tuple[Access, ...]:
    """What somebody needs to come; a wheelchair needs no steps."""
    wheels = (Access.STEP_FREE,) if WHEELS.search(said) else ()
    return tuple(dict.fromkeys((*wheels, *access_in(said))))


def _days(text: str, today: date) -> tuple[tuple[date, date] | None, bool, str]:
    """The days that a text tells, whether they lie behind, and the text without them."""
    for pattern, span in _SPANS.items():
        if match := pattern.search(flat(text)):
            return span(today), False, blank(text, *match.span())
    found = find_all(text, today, ahead=True)
    for one in found:
        text = blank(text, one.start, one.end)
    days = sorted(one.day for one in found)
    if days:
        return ((days[0], days[-1]) if days[0] >= today else None), days[-1] < today, text
    return _months(text, today)


def _months(text: str, today: date) -> tuple[tuple[date, date] | None, bool, str]:
    """The same of months by their names; one without a year is the next of its name."""
    spans = list[tuple[date, date]]()
    for match in NAMED_MONTH.finditer(flat(text)):
        number = MONTHS[match["sure"] or match["month"]]
        year = int(match["year"] or match["year_too"] or today.year + (number < today.month))
        last = date(year, number, monthrange(year, number)[1])
        spans.append((date(year, number, 1), last))
    text = _without(text, NAMED_MONTH)
    if not spans:
        return None, False, text
    first, last = min(spans)[0], max(spans)[1]
    return ((max(first, today), last) if last >= today else None), last < today, text


def _weekend(today: date) -> tuple[date, date]:
    saturday = today + timedelta(days=5 - today.weekday())
    return max(saturday, today), saturday + timedelta(days=1)


def _next_weekend(today: date) -> tuple[date, date]:
    saturday = today + timedelta(days=12 - today.weekday())
    return saturday, saturday + timedelta(days=1)


def _this_week(today: date) -> tuple[date, date]:
    return today, today + timedelta(days=6 - today.weekday())


def _next_week(today: date) -> tuple[date, date]:
    monday = today + timedelta(days=7 - today.weekday())
    return monday, monday + timedelta(days=6)


def _this_month(today: date) -> tuple[date, date]:
    return today, today.replace(day=monthrange(today.year, today.month)[1])


def _to_come(today: date) -> tuple[date, date]:
    return today, today + HORIZON


def _these_days(today: date) -> tuple[date, date]:
    return today, today + SEVEN_DAYS


_SPANS = {
    NOW_ON: _these_days,
    UPCOMING: _to_come,
    NEXT_WEEKEND: _next_weekend,
    WEEKEND: _weekend,
    NEXT_WEEK: _next_week,
    WEEK: _this_week,
    MONTH: _this_month,
}


def _without(text: str, pattern: re.Pattern[str]) -> str:
    for match in reversed(list(pattern.finditer(flat(text)))):
        text = blank(text, *match.span())
    return text


def _telling(text: str) -> Iterator[str]:
    """The words that say what is looked for; of one with hyphens, "Saint-Étienne", all parts. A
    small word ends a name: "la Roue Libre".
    """
    before = -1
    for match in re.finditer(r"[^\W_]+(?:-[^\W_]+)*", text):
        word = match[0]
        small = all(part in SMALL for part in fold(word).split("-"))
        beside = before >= 0 and text[before : match.start()].isspace()
        if not small or (beside and fold(word) in _ENDS):
            before = match.end()
            yield word


def _is_of(word: str, stems: Sequence[str]) -> bool:
    said = spaced(word)
    return any(stem in said or said.strip() in stem.split() for stem in stems)
