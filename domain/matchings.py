"""Maximum matchings: as many twos as there can be of people who may meet (Edmonds, 1965).

Whoever comes first in an order is covered first: they are left over only where every way to cover
them leaves over somebody before them.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence

import numpy as np

from domain.fits import Bools, Floats

ALONE = -1


def matching(
    may: Bools, order: Sequence[int], *, costs: Floats, start: Sequence[int] | None = None
) -> list[int]:
    """The partner of each, or ALONE. `start` is a matching whose covered stay covered."""
    mates = list(start) if start is not None else [ALONE] * len(may)
    rank = {vertex: place for place, vertex in enumerate(order)}
    search = _Search(may, mates, [rank.get(vertex, len(rank)) for vertex in range(len(may))])
    for vertex in order:
        if mates[vertex] == ALONE:
            search.cover_simply(vertex, costs[vertex])
    for vertex in order:
        if mates[vertex] == ALONE:
            search.cover(vertex)
    return mates


class _Search:
    """One matching, which grows along augmenting paths."""

    def __init__(self, may: Bools, mates: list[int], rank: Sequence[int]) -> None:
        self._may, self._mates, self._rank = may, mates, rank
        self._neighbours: dict[int, list[int]] = {}
        self._parents: list[int] = []
        self._bases: list[int] = []
        self._outer: list[bool] = []

    def cover_simply(self, vertex: int, costs: Floats) -> None:
        """Take the free neighbour that costs least, if there is one."""
        free = [other for other in self._of(vertex) if self._mates[other] == ALONE]
        if free:
            other = min(free, key=lambda one: float(costs[one]))
            self._mates[vertex], self._mates[other] = other, vertex

    def cover(self, root: int) -> None:
        """Cover somebody: by one more two, or in the place of somebody who comes later."""
        end = self._path_from(root)
        if end != ALONE:
            self._flip(end)
            return
        reached = [one for one in range(len(self._outer)) if self._outer[one]]
        last = max(reached, key=lambda one: self._rank[one])
        if self._rank[last] > self._rank[root]:
            freed = self._mates[last]
            self._mates[last] = ALONE
            self._flip(freed)

    def _of(self, vertex: int) -> list[int]:
        if vertex not in self._neighbours:
            self._neighbours[vertex] = np.flatnonzero(self._may[vertex]).tolist()
        return self._neighbours[vertex]

    def _path_from(self, root: int) -> int:
        """Where an augmenting path from an uncovered vertex ends; ALONE where there is none."""
        size = len(self._mates)
        self._parents, self._bases = [ALONE] * size, list(range(size))
        self._outer = [False] * size
        self._outer[root] = True
        waiting = deque([root])
        while waiting:
            vertex = waiting.popleft()
            for other in self._of(vertex):
                if self._bases[vertex] == self._bases[other] or self._mates[vertex] == other:
                    continue
                if self._is_outer(other, root):
                    waiting.extend(self._shrink(vertex, other))
                elif self._parents[other] == ALONE:
                    self._parents[other] = vertex
                    if self._mates[other] == ALONE:
                        return other
                    self._outer[self._mates[other]] = True
                    waiting.append(self._mates[other])
        return ALONE

    def _is_outer(self, vertex: int, root: int) -> bool:
        mate = self._mates[vertex]
        return vertex == root or (mate != ALONE and self._parents[mate] != ALONE)

    def _shrink(self, one: int, other: int) -> list[int]:
        """Let an odd cycle be one vertex; gives those that become outer by it."""
        base = self._meeting_point(one, other)
        inside: set[int] = set()
        self._mark(one, base, other, inside)
        self._mark(other, base, one, inside)
        fresh = []
        for vertex in range(len(self._bases)):
            if self._bases[vertex] in inside:
                self._bases[vertex] = base
                if not self._outer[vertex]:
                    self._outer[vertex] = True
                    fresh.append(vertex)
        return fresh

    def _meeting_point(self, one: int, other: int) -> int:
        """The first base that the ways of both to the root have in common."""
        passed = set()
        while True:
            one = self._bases[one]
            passed.add(one)
            if self._mates[one] == ALONE:
                break
            one = self._parents[self._mates[one]]
        while self._bases[other] not in passed:
            other = self._parents[self._mates[self._bases[other]]]
        return self._bases[other]

    def _mark(self, vertex: int, base: int, child: int, inside: set[int]) -> None:
        while self._bases[vertex] != base:
            mate = self._mates[vertex]
            inside |= {self._bases[vertex], self._bases[mate]}
            self._parents[vertex] = child
            child = mate
            vertex = self._parents[mate]

    def _flip(self, end: int) -> None:
        """Turn every two along the way from an end to the root."""
        while end != ALONE:
            before = self._parents[end]
            following = self._mates[before]
            self._mates[end], self._mates[before] = before, end
            end = following
