"""Charts as pictures for a telephone: few marks, large letters, numbers as their reader writes
them.

No state of the library is used but its own defaults, and the same picture gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from io import BytesIO
from threading import Lock

import matplotlib as mpl
from babel.numbers import format_decimal
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import FuncFormatter, MaxNLocator

from bot.papers.drawing import DOTS, HAIR, PAIR, PAPER, SOFT, above, canvas, cut, dress, words
from bot.papers.flows import flows
from bot.papers.grids import dots, grid
from bot.papers.plans import Picture

_ONE_AT_A_TIME = Lock()
"""The library's defaults are one for all threads."""


def draw(picture: Picture) -> bytes:
    """The picture as a PNG, with what it shows among its words."""
    with _ONE_AT_A_TIME, mpl.rc_context():
        mpl.rcdefaults()
        written = BytesIO()
        KINDS[picture.kind](picture).savefig(
            written,
            format="png",
            dpi=DOTS,
            facecolor=PAPER,
            metadata={"Software": None, "Title": picture.title, "Description": picture.alt},
        )
    return written.getvalue()


def _months(picture: Picture) -> Figure:
    """Bars that stand side by side, in the order of time."""
    drawn = canvas(picture, 4.0, left=0.115)
    axes, count = drawn.axes, max(len(picture.bars), 1)
    wide = 0.76 / count
    for number, (bars, colour) in enumerate(zip(picture.bars, PAIR, strict=False)):
        shift = (number - (count - 1) / 2) * wide
        places = [at + shift for at in range(len(bars))]
        axes.bar(places, [bar.number for bar in bars], width=wide * 0.9, color=colour, zorder=2)
    _scale(axes, picture)
    axes.set_xlim(-0.6, max(len(picture.labels), 1) - 0.4)
    axes.set_xticks(range(len(picture.labels)), [cut(label, 7) for label in picture.labels])
    dress(axes.get_xticklabels(), 10.5 if len(picture.labels) > 8 else 12, va="baseline")
    axes.tick_params(axis="x", pad=17)
    above(drawn, 0, picture.unit)
    return drawn.figure


def _scale(axes: Axes, picture: Picture) -> None:
    """Round numbers, written as the reader's language does, and quiet lines behind the bars."""
    top = max((bar.number for bars in picture.bars for bar in bars), default=0)
    axes.set_ylim(0, top * 1.06 or 1)
    axes.yaxis.set_major_locator(MaxNLocator(nbins=5, integer=top >= 4))
    axes.yaxis.set_major_formatter(
        FuncFormatter(lambda at, _: format_decimal(round(at, 2), locale=picture.locale))
    )
    axes.grid(axis="y", color=HAIR, linewidth=0.8, zorder=0)
    axes.axhline(0, color=SOFT, linewidth=1, zorder=3)
    dress(axes.get_yticklabels(), 11, va="center_baseline")


def _ranked(picture: Picture) -> Figure:
    """Bars that lie one under the other, the longest first, each with its number at its end."""
    bars = picture.bars[0] if picture.bars else ()
    drawn = canvas(picture, max(1.0, 0.64 * len(bars)))
    axes = drawn.axes
    longest = max((bar.number for bar in bars), default=0) or 1
    for row, (label, bar) in enumerate(zip(picture.labels, bars, strict=True)):
        axes.barh(-row, bar.number, height=0.36, color=PAIR[0], zorder=2)
        words(axes, 0, 0.27 - row, cut(label, 44), 12.5)
        at = bar.number + longest * 0.014
        words(axes, at, -row, cut(bar.shown, 14), 12.5, bold=True, va="center")
    axes.set_xlim(0, longest * 1.2)
    axes.set_ylim(0.72 - max(len(bars), 1), 0.72)
    axes.set_xticks([])
    axes.set_yticks([])
    above(drawn, 0, picture.unit)
    return drawn.figure


KINDS: Mapping[str, Callable[[Picture], Figure]] = {
    "months": _months,
    "ranked": _ranked,
    "flows": flows,
    "grid": grid,
    "dots": dots,
}
