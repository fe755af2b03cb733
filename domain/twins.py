"""Two announcements: whether they tell of one event, of two, or whether somebody has to look.

Must not know where they came from, nor what was decided about them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum
from functools import lru_cache

from rapidfuzz import fuzz

from domain.events import Details, State
from domain.people import fold
from domain.venues import without_article

NEAR = timedelta(hours=2)
"""How far two hours of one event may lie apart: doors and curtain, a slip, a zone."""

EXACT = timedelta(minutes=30)
"""Two hours that say the same: "18 h" and "18 h 15"."""

WHOLE_DAY = timedelta(days=1)
ALIKE_WORD = 84
"""Likeness of two words that are spelt in two ways, or inflected."""

ALIKE_TITLE = 72
"""Likeness of two titles that somebody should look at."""

ALIKE_PLACE = 88


class Verdict(Enum):
    """What two announcements are to each other."""

    SAME = "same"
    DOUBTFUL = "doubtful"
    OTHER = "other"


@dataclass(frozen=True)
class Told:
    """What an announcement says, as far as it tells it from others. `venue` is a known place."""

    title: str
    start: datetime
    all_day: bool = False
    place: str = ""
    venue: int | None = None
    link: str = ""


def compared(one: Told, other: Told) -> Verdict:
    """Same hour, same place and one title within the other is one event; what is near is asked."""
    apart = _apart(one, other)
    if apart is None or sessions(one.title) != sessions(other.title):
        return Verdict.OTHER
    where = _same_place(one, other)
    if where is False:
        return Verdict.OTHER
    within = contained(one.title, other.title)
    link = bool(one.link) and one.link == other.link
    if within and apart <= EXACT and where and (_says_much(one, other) or link):
        return Verdict.SAME
    alike = within or fuzz.token_sort_ratio(_plain(one.title), _plain(other.title)) >= ALIKE_TITLE
    known = where or link or (apart <= EXACT and _says_much(one, other))
    return Verdict.DOUBTFUL if alike and known else Verdict.OTHER


def _apart(one: Told, other: Told) -> timedelta | None:
    """How far the hours lie apart; None when they are of other times altogether."""
    apart = abs(one.start - other.start)
    if one.all_day and other.all_day:
        return apart if not apart else None
    if one.all_day or other.all_day:
        whole, timed = (one, other) if one.all_day else (other, one)
        inside = whole.start <= timed.start < whole.start + WHOLE_DAY
        return NEAR if inside else None
    return apart if apart <= NEAR else None


_SESSION = re.compile(
    r"\b(?:seances?|sessions?|groupes?|groups?|parties?|parts?|niveaux?|levels?|cycles?|modules?|volets?"
    r"|episodes?|volumes?|vol|chapitres?|actes?|tours?|series?|salles?|equipes?|no|numero"
    r"|n)\b[ .°]*"
    r"(?P<after>[0-9]+|[a-z]|i{1,3}|iv|vi{0,3})\b"
    r"|\b(?P<nth>[0-9]+(?:er|ere|e|eme|de|nd|st|rd|th)|premiere?|seconde?|deuxieme|troisieme"
    r"|first|second"
    r"|third) (?:seances?|sessions?|groupes?|groups?|parties?|parts?|niveaux?|levels?)\b"
    r"|\b(?P<time>matinee|soiree|matin|apres[- ]midi|soir|morning|afternoon|evening)\b"
    r"|\b(?P<for>debutant|avance|intermediaire|confirme|beginner|advanced|intermediate|adulte|adult"
    r"|ado|senior)s?e?s?\b|(?P<hour>\b[0-9]{1,2} ?h(?: ?[0-9]{2})?\b)|(?P<number>\b[0-9]+\b)"
)
_ORDINAL = {
    word: str(place)
    for place, words in enumerate(
        ("premier premiere first i", "second seconde deuxieme ii", "troisieme third iii", "iv"), 1
    )
    for word in words.split()
}


@lru_cache(maxsize=4096)
def sessions(title: str) -> frozenset[str]:
    """What tells one session from another: "séance 2", "groupe A", "1er niveau", "débutants"."""
    return frozenset(_marks(fold(title)))


def _marks(said: str) -> Iterator[str]:
    for match in _SESSION.finditer(said):
        mark = next(word for word in match.groups() if word)
        if match["nth"]:
            mark = re.sub(r"(?<=[0-9])[a-z]+$", "", mark)
        yield _ORDINAL.get(mark, mark).replace(" ", "")


_EMPTY = frozenset(
    "le la les l un une des du de d a au aux en et ou pour par sur avec chez dans the an of at"
    " in on for"
    " and with to by ce cette notre nos votre son sa ses annule reporte complet cancelled full"
    " new nouveau"
    " nouvelle gratuit libre".split()
)
_GENERIC = frozenset(
    "atelier ateliers concert concerts reunion fete repas marche bal cine projection expo"
    " exposition"
    " conference debat rencontre rencontres chantier apero soiree festival spectacle stage"
    " formation visite"
    " balade randonnee brocante permanence assemblee lecture cours yoga danse chorale jeux"
    " jardin cafe velo"
    " workshop party meeting market talk walk film exhibition class evenement event animation"
    " portes"
    " ouvertes journee seance session initiation decouverte theatre chant musique cinema"
    " public".split()
)


def contained(one: str, other: str) -> bool:
    """Whether all the words of one title are in the other, however they are spelt and inflected."""
    few, many = sorted((words_of(one), words_of(other)), key=len)
    return bool(few) and all(any(_like(word, near) for near in many) for word in few)


@lru_cache(maxsize=4096)
def words_of(title: str) -> frozenset[str]:
    """The words of a title that carry it, folded."""
    return frozenset(word for word in re.findall(r"\w+", fold(title)) if word not in _EMPTY)


def _like(one: str, other: str) -> bool:
    return one == other or (min(len(one), len(other)) > 3 and fuzz.ratio(one, other) >= ALIKE_WORD)


def _says_much(one: Told, other: Told) -> bool:
    """Whether the shorter title is more than the name of a kind of event."""
    few = min(words_of(one.title), words_of(other.title), key=len)
    return bool(few - _GENERIC) or words_of(one.title) == words_of(other.title)


def _same_place(one: Told, other: Told) -> bool | None:
    """None where one of them does not say."""
    if one.venue and other.venue:
        return one.venue == other.venue
    here, there = (_plain(without_article(told.place)) for told in (one, other))
    if not here or not there:
        return None
    few, many = sorted((set(here.split()), set(there.split())), key=len)
    if few <= many or fuzz.token_set_ratio(here, there) >= ALIKE_PLACE:
        return True
    return None if one.venue is None and other.venue is None and few & many - _EMPTY else False


def _plain(text: str) -> str:
    return " ".join(word for word in re.findall(r"\w+", fold(text)) if word not in _EMPTY)


def second_stays(first: str, second: str) -> bool:
    """Which of two events that are one keeps its place, by their states: what is in the agenda
    before what waits, the first before the second.
    """
    return second == State.APPROVED != first


def more_of(kept: Details, told: Details) -> Details:
    """What another announcement says where the kept one says nothing."""
    filled = {
        name: value
        for name, value in told.__dict__.items()
        if value and not getattr(kept, name) and name != "credit"
    }
    if kept.cost is not None or kept.price:  # a price and its kind go together
        filled.pop("cost", None)
        filled.pop("price", None)
    return Details(**filled)


def says_more(kept: Details, told: Details) -> bool:
    """Whether another announcement says what the kept one does not."""
    return more_of(kept, told) != Details()


def richer(kept: Details, told: Details) -> Details:
    """What both announcements say: the kept one's words, and the other's where it says nothing."""
    more = {name: value for name, value in more_of(kept, told).__dict__.items() if value}
    return Details(**{**kept.__dict__, **more})
