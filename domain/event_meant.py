"""Which event a sentence changes: the one that bears all its words, or those it may mean.

Must not know what becomes of it, nor how the sentence was read.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from rapidfuzz import fuzz

from domain.correction_words import Correction, naming
from domain.due import ONE_MINUTE
from domain.events import Event
from domain.twins import ALIKE_WORD


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


def called(correction: Correction, events: Sequence[Event], zone: ZoneInfo) -> Sequence[Event]:
    """Of some events those that words name, on the day they say: all words, or else the most."""
    that_day = [one for one in events if _is_on(one, correction.day, zone)]
    bearing = [one for one in that_day if correction.words <= _named(one)]
    return bearing or _likeliest(correction.words, that_day, ())


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
    return naming(f"{event.title} {event.place} {event.details.district}")


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
