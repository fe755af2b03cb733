"""Answering at any hour: which stored entry a question asks for, and how sure that is.

Knows words only: what a question shares with the wordings people used before. Must not know who
asks, nor write an answer of its own; unsure questions go to the team. Its constants were measured
by leaving one wording out of a hundred entries.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache
from itertools import chain
from math import log, sqrt

from domain.matching import STOP, stem, words_of
from domain.people import fold

SURE = 1.05  # of score plus lead: five in six of the answers above it were right
SURE_ALONE = 0.7  # of score: below, a word nobody ever asked with may be the one that counts
MAYBE = 0.4  # of score: one question in ten about something else reaches it
SECOND = 0.6  # a second wording that agrees closes this share of the gap it can close
WHOLE = 0.6  # weight of the entry as a whole beside its best wording
IN_BODY = 0.6  # a word of the answer counts less than one that somebody asked with
IN_TAGS = 0.8
LIGHT = 0.8  # the most a word of asking weighs; rare as "who" is here, it tells nothing
GRAMS = (3, 4)  # letters; they carry typing errors and endings
_ASKING = frozenset(
    map(
        stem,
        "comment combien quand ou qui quel quelle quels quelles quoi pourquoi faut existe peut "
        "doit veut veux dire faire savoir marche how what who where when why which much many "
        "happen do does is are get want know work there tell".split(),
    )
)
_GREETINGS = frozenset(
    "bonjour bonsoir salut coucou hello hi hey bonne journee soiree nuit yo re rebonjour good "
    "morning evening tous toutes tout le monde a et les amis allies there all everyone ca "
    "va comment vous allez".split()
)
_GREETS = frozenset(
    "bonjour bonsoir bonne salut coucou hello hi hey yo morning evening va allez".split()
)
_THANKS = frozenset(
    "merci mercis remerciements beaucoup bien infiniment mille grand un super parfait "
    "genial top ok d'accord thanks thank you so much lot thx great perfect a tous toutes pour "
    "mon ma petit petite votre ta reponse aide the your help answer for very many vous toi et "
    "bonne journee soiree".split()
)
_THANKING = frozenset(
    "merci mercis remerciements thanks thank thx ok super parfait genial top great perfect "
    "d'accord".split()
)


_ASIDES = frozenset(
    "oui non ouais nan ok ah oh bon ben bah hum hmm mm d'accord voila allo yes no yeah yep".split()
)
"""What people say on the way: nothing is asked, and nobody has to read it."""


@dataclass(frozen=True)
class Entry:
    """One answer with the ways people ask for it; `true_on` is when its source said so."""

    id: int
    key: str
    title: str
    wordings: tuple[str, ...]
    body: str
    source: str
    true_on: date
    tags: tuple[str, ...]
    language: str


@dataclass(frozen=True)
class Found:
    """An entry that may answer: how alike it is, 0 to 1, and its share of what is likely."""

    entry: Entry
    score: float
    posterior: float = 0.0


class Band(StrEnum):
    """What to do with what was found: answer, offer titles, or ask the team."""

    SURE = "sure"
    MAYBE = "maybe"
    UNSURE = "unsure"


def _stems(text: str) -> frozenset[str]:
    words = words_of(text)
    return frozenset(stem(word) for word in words if word not in STOP) or frozenset(
        map(stem, words)
    )


def _grams(text: str) -> Counter[str]:
    padded = [f" {word} " for word in words_of(text)]
    return Counter(
        word[at : at + size]
        for word in padded
        for size in GRAMS
        for at in range(len(word) - size + 1)
    )


class _Weights:
    """How telling each piece is: the fewer of the `total` hold it, the more; unknown ones most."""

    def __init__(self, holders: Iterable[Collection[str]], light: Collection[str] = ()) -> None:
        each = [set(held) for held in holders]
        counts = Counter(chain.from_iterable(each))
        total = len(each)
        self._unknown = log(1 + total)
        self._known = {piece: log(1 + total / count) for piece, count in counts.items()}
        self._light = light

    def __getitem__(self, piece: str) -> float:
        weight = self._known.get(piece, self._unknown)
        return min(weight, LIGHT) if piece in self._light else weight

    def of(self, pieces: Iterable[str]) -> float:
        """The weight of all pieces together."""
        return sum(self[piece] for piece in pieces)

    def vector(self, counts: Mapping[str, int]) -> dict[str, float]:
        """The pieces as a direction of length one."""
        raw = {piece: (1 + log(count)) * self[piece] for piece, count in counts.items()}
        length = sqrt(sum(value * value for value in raw.values())) or 1.0
        return {piece: value / length for piece, value in raw.items()}


class Index:
    """Entries ready to be asked: built anew when one changes, some 0.1 s for a hundred."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        """Read each title and wording as a question that was once asked."""
        self._entries = tuple(entries)
        asked = [
            (place, text)
            for place, entry in enumerate(self._entries)
            for text in dict.fromkeys((entry.title, *entry.wordings))
        ]
        self._owners = [place for place, _ in asked]
        self._wholes = [_whole(entry) for entry in self._entries]
        self._weights = _Weights(self._wholes, _ASKING)
        grams = [_grams(text) for _, text in asked]
        self._gram_weights = _Weights(grams)
        stems = [_stems(text) for _, text in asked]
        self._sizes = [self._weights.of(each) for each in stems]
        self._by_stem: defaultdict[str, list[int]] = defaultdict(list)
        self._by_gram: defaultdict[str, list[tuple[int, float]]] = defaultdict(list)
        for place, each in enumerate(stems):
            for one in each:
                self._by_stem[one].append(place)
        for place, counts in enumerate(grams):
            for gram, value in self._gram_weights.vector(counts).items():
                self._by_gram[gram].append((place, value))

    def find(self, question: str, *, at_most: int = 3) -> list[Found]:
        """The likeliest entries, best first; those that share nothing are left out."""
        asked = _stems(question)
        size = self._weights.of(asked)
        if not size:
            return []
        best = self._by_entry(self._alike(asked, size, question))
        scored = [
            (best.get(place, 0.0) + WHOLE * self._covers(place, asked, size)) / (1 + WHOLE)
            for place in range(len(self._entries))
        ]
        found = [Found(*pair) for pair in zip(self._entries, scored, strict=True) if pair[1] > 0]
        return sorted(found, key=lambda one: (-one.score, one.entry.id))[:at_most]

    def _alike(self, asked: Collection[str], size: float, question: str) -> dict[int, float]:
        """How alike each stored wording is: half by words, half by letters."""
        shared: defaultdict[int, float] = defaultdict(float)
        for one in asked:
            for place in self._by_stem.get(one, ()):
                shared[place] += self._weights[one]
        alike: defaultdict[int, float] = defaultdict(float)
        for place, weight in shared.items():
            alike[place] = 0.5 * min(1.0, weight / sqrt(size * self._sizes[place]))
        for gram, value in self._gram_weights.vector(_grams(question)).items():
            for place, stored in self._by_gram.get(gram, ()):
                alike[place] += 0.5 * value * stored
        return alike

    def _by_entry(self, alike: Mapping[int, float]) -> dict[int, float]:
        """Each entry's best wording, raised a little by the next best."""
        pairs: defaultdict[int, tuple[float, float]] = defaultdict(lambda: (0.0, 0.0))
        for place, value in alike.items():
            first, second = pairs[self._owners[place]]
            pairs[self._owners[place]] = (max(first, value), max(second, min(first, value)))
        return {
            owner: min(1.0, first + SECOND * second * (1 - first))
            for owner, (first, second) in pairs.items()
        }

    def _covers(self, place: int, asked: Collection[str], size: float) -> float:
        """The share of the question that an entry holds anywhere."""
        whole = self._wholes[place]
        return sum(whole.get(one, 0.0) * self._weights[one] for one in asked) / size


def _whole(entry: Entry) -> dict[str, float]:
    """Every stem of an entry, with what it counts for where it stands."""
    whole = dict.fromkeys(_stems(entry.body), IN_BODY)
    whole |= dict.fromkeys(_stems(" ".join(entry.tags)), IN_TAGS)
    for text in (entry.title, *entry.wordings):
        whole |= dict.fromkeys(_stems(text), 1.0)
    return whole


def band(found: Sequence[Found]) -> Band:
    """How sure the first one is, from its score and its lead over the second."""
    if not found:
        return Band.UNSURE
    best = found[0].score
    lead = best - (found[1].score if len(found) > 1 else 0.0)
    if best >= SURE_ALONE and best + lead >= SURE:
        return Band.SURE
    return Band.MAYBE if best >= MAYBE else Band.UNSURE


def small_talk(text: str) -> str | None:
    """What asks for no answer: "greeting", "thanks" or "noise"; None when something is asked."""
    words = set(re.findall(r"[^\W_]+(?:'[^\W_]+)?", fold(text)))
    if sum(len(word) for word in words) <= 1 or words <= _ASIDES - _THANKING:
        return "noise"
    if words & _THANKING and words <= _THANKS | _GREETINGS:
        return "thanks"
    if words & _GREETS and words <= _GREETINGS:
        return "greeting"
    return None


@lru_cache(maxsize=8)
def index_of(entries: tuple[Entry, ...]) -> Index:
    """The index of these entries, kept until they change; a few fabriques fit in memory at once."""
    return Index(entries)
