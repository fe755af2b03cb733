"""Who gives to whom: bands from givers on the left to receivers on the right, as wide as what
went.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from textwrap import wrap

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import PathPatch, Rectangle
from matplotlib.path import Path

from bot.papers.drawing import MANY, SOFT, above, canvas, cut, words
from bot.papers.plans import Bar, Picture

SIDE = 0.3
"""What names take on each side, as a share of the width."""

NODE = 0.035
"""The width of a party's mark, as a share of the axes."""

OUTSIDE = -0.045
"""Where names begin beside the axes, as a share of their width."""

INCHES = 0.64
"""The height that a name with its number takes."""

GAP = 0.035
"""Between two parties, as a share of all that went."""


@dataclass
class _Party:
    """One who gave, or one who received: where it stands, and how far its bands have come."""

    name: str
    shown: str
    top: float
    size: float
    used: float = 0.0

    def next(self, size: float) -> tuple[float, float]:
        """The edges of its next band."""
        top = self.top - self.used
        self.used += size
        return top, top - size


def flows(picture: Picture) -> Figure:
    """Givers and receivers from the largest down, bands in the colour of who gave."""
    most = max(len(picture.givers), len(picture.receivers), 1)
    height = max(2.4, INCHES * 1.3 * most)
    drawn = canvas(picture, height, left=SIDE, right=SIDE, legend=False)
    axes = drawn.axes
    whole = sum(number for _, _, number in picture.flows) or 1.0
    givers = _stacked(picture.givers, whole * GAP)
    receivers = _stacked(picture.receivers, whole * GAP)
    went: dict[tuple[int, int], float] = defaultdict(float)
    for giver, receiver, number in picture.flows:
        went[giver, receiver] += number
    for (giver, receiver), number in sorted(went.items()):
        start, end = givers[giver].next(number), receivers[receiver].next(number)
        axes.add_patch(_band(start, end, MANY[giver % len(MANY)]))
    bottom = whole * (1 + GAP * (most - 1))
    axes.set_xlim(0, 1)
    axes.set_ylim(-bottom, 0)
    axes.set_xticks([])
    axes.set_yticks([])
    _sides(axes, givers, receivers, bottom * INCHES / height)
    for x, side, name in zip((OUTSIDE, 1 - OUTSIDE), ("right", "left"), picture.names, strict=True):
        above(drawn, x, name, ha=side)
    above(drawn, 0.5, picture.unit, ha="center")
    return drawn.figure


def _stacked(parties: Sequence[tuple[str, Bar]], gap: float) -> list[_Party]:
    """The parties of one side, one under the other."""
    stacked, top = [], 0.0
    for name, bar in parties:
        stacked.append(_Party(name, bar.shown, top, bar.number))
        top -= bar.number + gap
    return stacked


def _band(start: tuple[float, float], end: tuple[float, float], colour: str) -> PathPatch:
    """A band that leaves and arrives level."""
    first, last = NODE, 1 - NODE
    points = [
        *((first, start[0]), (0.5, start[0]), (0.5, end[0]), (last, end[0])),
        *((last, end[1]), (0.5, end[1]), (0.5, start[1]), (first, start[1])),
    ]
    codes = [Path.MOVETO, *[Path.CURVE4] * 3, Path.LINETO, *[Path.CURVE4] * 3]
    return PathPatch(Path(points, codes), facecolor=colour, alpha=0.55, linewidth=0)


def _sides(axes: Axes, givers: Sequence[_Party], receivers: Sequence[_Party], room: float) -> None:
    """The mark of each party, and beside it its name over what went."""
    for x, side, parties in ((0.0, "right", givers), (1 - NODE, "left", receivers)):
        colours = MANY if x == 0.0 else (SOFT,)
        middles = _apart([one.top - one.size / 2 for one in parties], room)
        outside = OUTSIDE if x == 0.0 else 1 - OUTSIDE
        for place, (one, middle) in enumerate(zip(parties, middles, strict=True)):
            colour = colours[place % len(colours)]
            mark = Rectangle((x, one.top - one.size), NODE, one.size, color=colour, linewidth=0)
            axes.add_patch(mark)
            name = "\n".join(wrap(cut(one.name, 32), 17, max_lines=2, placeholder="…"))
            words(axes, outside, middle + room * 0.06, name, 11.5, ha=side, space=1.1)
            words(axes, outside, middle - room * 0.28, one.shown, 11.5, bold=True, ha=side)


def _apart(middles: Sequence[float], room: float) -> list[float]:
    """The places of names, moved down where two would touch."""
    placed: list[float] = []
    for middle in middles:
        placed.append(min(middle, placed[-1] - room) if placed else middle)
    return placed
