"""As many marks as a telephone shows: what is small is told together, so that nothing is left out.

Labels are words already; amounts are still typed, so that their sums can be written too.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from domain.values import Minutes

BARS_MOST = 14
PARTIES_MOST = 8

Named = Sequence[tuple[str, object]]
"""Labels with their amounts."""


def amount(number: object) -> float:
    """A number to draw, durations in hours; raises TypeError for what no chart draws."""
    match number:
        case Minutes(minutes):
            return minutes / 60
        case int() | float():
            return float(number)
    raise TypeError(f"no chart draws a {type(number).__name__}")


def few(named: Named, most: int, others: Callable[[int], str]) -> Named:
    """The largest first, and at most so many; the rest is one, and comes last."""
    order = sorted(named, key=lambda one: -amount(one[1]))
    if len(order) <= most:
        return order
    rest = [number for _, number in order[most - 1 :]]
    return [*order[: most - 1], (others(len(rest)), _added(rest))]


def together(parts: Iterable[tuple[str, object]]) -> Named:
    """What each name has in all."""
    sums: dict[str, list[object]] = {}
    for name, number in parts:
        sums.setdefault(name, []).append(number)
    return [(name, _added(numbers)) for name, numbers in sums.items()]


def _added(numbers: Sequence[object]) -> object:
    """The sum of numbers of one sort."""
    if all(isinstance(one, Minutes) for one in numbers):
        return Minutes(sum(one.value for one in numbers if isinstance(one, Minutes)))
    if all(isinstance(one, int) for one in numbers):
        return sum(one for one in numbers if isinstance(one, int))
    return sum(amount(one) for one in numbers)
