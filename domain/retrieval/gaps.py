"""What people ask and the base does not know: questions that belong together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from domain.matching import words_of
from domain.retrieval.sparse import Floats, Table, Vocabulary
from domain.retrieval.text import LONGEST, grams_of, stems_of
from domain.retrieval.vectors import Centred, Vectors

TOGETHER = 0.35  # mean likeness from which two groups ask for the same
MOST = 2000  # questions; each is compared with each


@dataclass(frozen=True)
class Gap:
    """Questions that one entry might answer, the most typical first."""

    questions: tuple[str, ...]


def gaps(questions: Sequence[str], vectors: Vectors | None = None) -> list[Gap]:
    """Groups of questions that are alike, the largest first; the newest `MOST` are looked at."""
    texts = sorted(one[:LONGEST] for one in questions[-MOST:] if words_of(one))
    if not texts:
        return []
    alike = _alike(texts, vectors)
    groups = _grouped(alike)
    typical = [sorted(group, key=lambda one: -alike[one, group].sum()) for group in groups]
    typical.sort(key=lambda group: (-len(group), texts[group[0]]))
    return [Gap(tuple(texts[one] for one in group)) for group in typical]


def _alike(texts: Sequence[str], vectors: Vectors | None) -> Floats:
    words = [words_of(text) for text in texts]
    everyone = np.arange(len(texts))
    parts = []
    for pieces in ([Counter(stems_of(one)) for one in words], [grams_of(one) for one in words]):
        vocabulary = Vocabulary()
        bags = [vocabulary.bag(counts) for counts in pieces]
        parts.append(Table(vocabulary, bags).gram(everyone))
    if vectors is not None:
        parts.append(Centred(vectors.of(texts)).gram(everyone))
    whole: Floats = np.mean(parts, axis=0)
    return whole


def _grouped(alike: Floats) -> list[list[int]]:
    """Join the two groups that are most alike on average, until none are alike enough."""
    groups = {one: [one] for one in range(len(alike))}
    between = alike.copy()
    np.fill_diagonal(between, -1.0)
    while len(groups) > 1:
        first, second = divmod(int(between.argmax()), len(between))
        if between[first, second] < TOGETHER:
            break
        sizes = len(groups[first]), len(groups[second])
        joined = (sizes[0] * between[first] + sizes[1] * between[second]) / sum(sizes)
        groups[first] += groups.pop(second)
        between[first], between[:, first] = joined, joined
        between[second], between[:, second] = -1.0, -1.0
        between[first, first] = -1.0
    return list(groups.values())
