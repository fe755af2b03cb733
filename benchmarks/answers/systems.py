"""Ways to find an entry: three that anybody would try first, and ours."""

from __future__ import annotations

import re
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from math import log

from rapidfuzz import fuzz, process

from domain.matching import words_of
from domain.permanence import Band, Entry, Findings, Found
from domain.retrieval import Encoder, Index, Vectors, find
from domain.retrieval.text import stems_of

Ask = Callable[[str, int], Findings]
SATURATION, LENGTH = 1.2, 0.75  # of BM25, as everywhere


def token_set(entries: Sequence[Entry]) -> Ask:
    """rapidfuzz, each question against each stored one."""
    texts, owner = _stored(entries)
    folded = [" ".join(words_of(text)) for text in texts]

    def scores(question: str) -> list[float]:
        asked = " ".join(words_of(question))
        return [
            float(one) for one in process.cdist([asked], folded, scorer=fuzz.token_set_ratio)[0]
        ]

    return _best(entries, owner, scores)


def full_text(entries: Sequence[Entry]) -> Ask:
    """SQLite's FTS5, any of the words, its own BM25."""
    texts, owner = _stored(entries)
    base = sqlite3.connect(":memory:")
    base.execute("CREATE VIRTUAL TABLE asked USING fts5(text, tokenize='unicode61')")
    base.executemany("INSERT INTO asked(rowid, text) VALUES (?, ?)", list(enumerate(texts)))

    def scores(question: str) -> list[float]:
        words = " OR ".join(f'"{word}"' for word in dict.fromkeys(re.findall(r"\w+", question)))
        found = [0.0] * len(texts)
        if words:
            query = "SELECT rowid, -bm25(asked) FROM asked WHERE asked MATCH ?"
            for row, score in base.execute(query, (words,)):
                found[row] = score
        return found

    return _best(entries, owner, scores)


def stems(entries: Sequence[Entry]) -> Ask:
    """BM25 on French stems."""
    texts, owner = _stored(entries)
    bags = [Counter(stems_of(words_of(text))) for text in texts]
    average = sum(bag.total() for bag in bags) / max(1, len(bags))
    holders: defaultdict[str, list[tuple[int, float]]] = defaultdict(list)
    for row, bag in enumerate(bags):
        fixed = SATURATION * (1 - LENGTH + LENGTH * bag.total() / average)
        for stem, count in bag.items():
            holders[stem].append((row, count * (SATURATION + 1) / (count + fixed)))

    def scores(question: str) -> list[float]:
        found = [0.0] * len(texts)
        for stem in dict.fromkeys(stems_of(words_of(question))):
            held = holders.get(stem, [])
            rarity = log(1 + (len(texts) - len(held) + 0.5) / (len(held) + 0.5))
            for row, weight in held:
                found[row] += rarity * weight
        return found

    return _best(entries, owner, scores)


def ours(entries: Sequence[Entry], encoder: Encoder | None) -> Ask:
    """The search of the bot."""
    index = Index(entries, Vectors(encoder) if encoder else None)
    return lambda question, at_most: find(index, question, at_most=at_most)


def _stored(entries: Sequence[Entry]) -> tuple[list[str], list[int]]:
    rows = [
        (place, text)
        for place, entry in enumerate(entries)
        for text in dict.fromkeys((entry.title, *entry.wordings))
    ]
    return [text for _, text in rows], [place for place, _ in rows]


def _best(
    entries: Sequence[Entry], owner: Sequence[int], scores: Callable[[str], Sequence[float]]
) -> Ask:
    """An entry scores as its best text; the score is the confidence, and nothing is decided."""

    def ask(question: str, at_most: int) -> Findings:
        best = [0.0] * len(entries)
        for place, score in zip(owner, scores(question), strict=True):
            best[place] = max(best[place], score)
        order = sorted(range(len(entries)), key=lambda place: -best[place])[:at_most]
        found = tuple(Found(entries[place], best[place]) for place in order)
        return Findings(found, Band.UNSURE, found[0].score if found else 0.0)

    return ask
