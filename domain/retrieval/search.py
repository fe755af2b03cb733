"""The entries that a question asks for, best first, and the signs of how sure that is.

A question is read as typed, with its spelling set right, and sentence by sentence when it is long;
the reading that is most like something stored counts.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np

from domain.matching import words_of
from domain.permanence import Found
from domain.retrieval.classifier import posterior
from domain.retrieval.index import Index, Likeness
from domain.retrieval.sparse import Floats, Ints
from domain.retrieval.text import LONGEST, sentences_of, stems_of

LIKELIEST = 20  # entries that are looked at closely; forty find no more
TEXTS = 10  # of each entry, the likest; more change nothing and cost their square
READINGS = 8  # of one message
LONG = 12  # words; a message with more is also read by sentences
COVERS = 0.2  # weight of the share of the question that an entry holds anywhere
DIGITS = 9  # of a rank; the last ones are how a processor sums, and would part equals
SAME = 1 - 1e-6  # as near to one as sums come
LIKE = 0.25  # weight of the score beside the posterior


@dataclass(frozen=True)
class Search:
    """What was found for one question, best first, and what to judge it by."""

    reading: str = ""
    found: tuple[Found, ...] = ()
    signs: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True)
class _Read:
    """One reading of a question beside all that is stored; scores are of places, texts of rows."""

    text: str
    stems: Counter[str]
    likeness: Likeness
    texts: Floats
    covered: Floats
    scores: Floats


def search(index: Index, question: str) -> Search:
    """Look for the likeliest entries."""
    readings = readings_of(index, question)
    if not index.entries or not readings:
        return Search()
    pairs = zip(readings, index.likeness(readings), strict=True)
    read = [_read(index, text, likeness) for text, likeness in pairs]
    return _look(index, max(read, key=lambda one: _to_the_point(index, one)))


def readings_of(index: Index, question: str) -> list[str]:
    """The ways to read a message; none when it holds no word."""
    text = question[:LONGEST].strip()
    typed = [text]
    if len(words_of(text)) > LONG:
        typed += sentences_of(text)
    both = [one for each in typed for one in (each, index.spelling.repaired(each))]
    return [one for one in dict.fromkeys(both) if words_of(one)][:READINGS]


def _read(index: Index, text: str, likeness: Likeness) -> _Read:
    stems = Counter(stems_of(words_of(text)))
    texts = likeness.whole * (0.5 + 0.5 * index.weight)
    best = np.full(index.places, -1.0)
    np.maximum.at(best, index.owner, texts)
    covered = index.covered(stems)
    return _Read(text, stems, likeness, texts, covered, (best + COVERS * covered) / (1 + COVERS))


def _to_the_point(index: Index, read: _Read) -> float:
    """The best entry's score, less what it lacks to what people say beside their question."""
    own, beside = read.scores[: len(index.entries)], read.scores[len(index.entries) :]
    return float(min(own.max(), 2 * own.max() - beside.max()))


def _look(index: Index, read: _Read) -> Search:
    """Compare the likeliest places text by text."""
    likeliest = np.sort(np.argsort(-np.round(read.scores, DIGITS), kind="stable")[:LIKELIEST])
    rows, owner = _rows(index, read.texts, likeliest)
    asked = index.asked(read.likeness, rows)
    shares = posterior(index.kernel(rows), asked, owner, index.weight[rows], among=LIKELIEST)
    shares = shares[: len(likeliest)]
    ranks = np.round(shares + LIKE * read.scores[likeliest], DIGITS)
    order = np.argsort(-ranks, kind="stable")
    places, shares = likeliest[order], shares[order]
    ours = places < len(index.entries)
    found = tuple(
        Found(index.entries[place], max(0.0, float(read.scores[place])), float(share))
        for place, share in zip(places[ours].tolist(), shares[ours], strict=True)
    )
    signs = _signs(index, read, places[ours], shares[ours]) if found else {}
    return Search(read.text, found, signs)


def _rows(index: Index, texts: Floats, likeliest: Ints) -> tuple[Ints, Ints]:
    """The likest texts of each place, and whose they are."""
    each = [np.arange(index.starts[place], index.starts[place + 1]) for place in likeliest]
    kept = [rows[np.argsort(-texts[rows], kind="stable")[:TEXTS]] for rows in each]
    return np.concatenate(kept), np.repeat(np.arange(len(kept)), [len(rows) for rows in kept])


def _signs(index: Index, read: _Read, places: Ints, shares: Floats) -> dict[str, float]:
    """What tells a right first entry from a wrong one, each from 0 to 1."""
    first = int(places[0])
    return {
        "posterior": float(shares[0]),
        "lead": float(shares[0] - shares[1:2].sum()),
        "score": max(0.0, float(read.scores[first])),
        "covered": float(read.covered[first]),
        "exact": float(_is_exactly(index, read, first)),
    }


def _is_exactly(index: Index, read: _Read, place: int) -> bool:
    """Whether an entry, and no other, holds the question word for word."""
    letters, words = read.likeness.letters, read.likeness.words
    same = (np.minimum(letters, words) > SAME) & (index.weight == 1)
    return {place} == set(index.owner[same].tolist())
