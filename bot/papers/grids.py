"""Who holds what, as marks in rows: where a row meets a column, or one after the other.

Rows are as high as their words need, and columns as far apart as theirs: no two labels touch.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, sqrt
from textwrap import wrap

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from bot.papers.drawing import (
    EDGE,
    HAIR,
    INK,
    PAIR,
    PAPER,
    SOFT,
    WIDTH,
    Canvas,
    above,
    canvas,
    cut,
    words,
)
from bot.papers.fonts import drawable
from bot.papers.plans import Bar, Picture

RING = "#d55e00"
"""What rings what is rare; it is a shape too, so that no eye needs the colour."""

BAND = "#f4f6f7"
ROOM = WIDTH * (1 - 2 * EDGE)
"""Inches across, between the margins."""

LABELS = 2.55
"""Inches for the words at the beginning of a row."""

LINE, PADDING, LETTERS, LABEL_MOST = 0.19, 0.17, 27, 54
"""Inches of a line of words and around it, letters in a line, and letters of a label."""

SLANT, HEADING_MOST, HEADING_INCH = 55, 22, 0.093
"""Degrees of the words over a column, their most letters, and what a letter takes."""

COLUMN_MOST = 0.78
DOT, RINGED, SPACE = 0.085, 0.115, 0.2
"""Inches: half a dot, half a ring around one, and from one dot to the next."""


@dataclass(frozen=True)
class _Row:
    """A row: its words in lines, and how far below the top its middle and its bottom are."""

    lines: Sequence[str]
    middle: float
    bottom: float


def grid(picture: Picture) -> Figure:
    """A dot where a row meets a column, or a disc with its number, as large as that is."""
    names = [cut(one, HEADING_MOST) for one in picture.names]
    rise = max((len(one) for one in names), default=0) * HEADING_INCH * 0.82 + 0.16
    rows = _rows(picture.labels, LETTERS, rise)
    drawn = _canvas(picture, rows, rise)
    lean = len(names[-1]) * HEADING_INCH * 0.57 if names else 0.0
    apart = min(COLUMN_MOST, (ROOM - LABELS - lean) / max(len(names), 1))
    columns = [LABELS + apart * (at + 0.5) for at in range(len(names))]
    _stripes(drawn.axes, rows)
    _begin(drawn.axes, rows)
    for x, name in zip(columns, names, strict=True):
        drawn.axes.plot([x, x], [-rise, -rows[-1].bottom if rows else -rise], color=HAIR, lw=0.6)
        written = words(drawn.axes, x - 0.03, 0.08 - rise, name, 10.5)
        written.set_rotation(SLANT)
        written.set_rotation_mode("anchor")
    most = max((bar.number for bars in picture.bars for bar in bars), default=1)
    for x, bars in zip(columns, picture.bars, strict=True):
        for row, bar in zip(rows, bars, strict=True):
            _mark(drawn.axes, x, -row.middle, bar, most, apart)
    return drawn.figure


def dots(picture: Picture) -> Figure:
    """A dot for each, or for each few, then their number; what is told of a row stands after it."""
    bars = picture.bars[0] if picture.bars else ()
    rows = _rows(picture.labels, LETTERS, 0.0)
    drawn = _canvas(picture, rows, 0.0)
    _stripes(drawn.axes, rows)
    _begin(drawn.axes, rows)
    beside = picture.beside or [""] * len(rows)
    for at, (row, bar, told) in enumerate(zip(rows, bars, beside, strict=True)):
        count = ceil(bar.number / picture.step)
        places = [LABELS + SPACE * (one + 0.7) for one in range(count)]
        _round(drawn.axes, places, -row.middle, DOT, PAIR[0])
        if at in picture.ringed:
            _rings(drawn.axes, places, -row.middle)
        after = LABELS + SPACE * (count + 0.55)
        if told:
            most = int((ROOM - after) / 0.083)
            words(drawn.axes, after, -row.middle, cut(told, most), 11, va="center_baseline")
        else:
            words(drawn.axes, after, -row.middle, bar.shown, 11.5, bold=True, va="center_baseline")
    above(drawn, LABELS / ROOM, picture.unit)
    return drawn.figure


def _rows(labels: Sequence[str], letters: int, top: float) -> list[_Row]:
    """Each row under the one before, two lines of words at most."""
    rows, at = [], top
    for label in labels:
        lines = wrap(cut(label, LABEL_MOST), letters, max_lines=2, placeholder="…") or [""]
        height = LINE * len(lines) + PADDING
        rows.append(_Row(lines, at + height / 2, at + height))
        at += height
    return rows


def _canvas(picture: Picture, rows: Sequence[_Row], rise: float) -> Canvas:
    """Axes whose unit is the inch, from the top left corner to the right and down."""
    height = max(rows[-1].bottom if rows else rise, 0.6)
    drawn = canvas(picture, height, legend=False)
    drawn.axes.set_xlim(0, ROOM)
    drawn.axes.set_ylim(-height, 0)
    drawn.axes.set_xticks([])
    drawn.axes.set_yticks([])
    return drawn


def _stripes(axes: Axes, rows: Sequence[_Row]) -> None:
    """Every other row on a quiet band, so that the eye keeps to its line."""
    for row in rows[::2]:
        axes.axhspan(-row.bottom, -2 * row.middle + row.bottom, color=BAND, lw=0, zorder=0)


def _begin(axes: Axes, rows: Sequence[_Row]) -> None:
    """The words of each row."""
    for row in rows:
        written = words(
            axes, 0.07, -row.middle, "\n".join(row.lines), 11, va="center", space=1.15
        )
        written.set_color(INK)


def _mark(axes: Axes, x: float, y: float, bar: Bar, most: float, apart: float) -> None:
    """One is a dot; more are a disc with their number, as large as its share of the most."""
    if bar.number <= 0:
        return
    if bar.number == 1:
        _round(axes, [x], y, DOT, PAIR[0])
        return
    largest = min(0.235, apart * 0.45)
    _round(axes, [x], y, max(0.145, largest * sqrt(bar.number / most)), PAIR[0])
    size = 9.5 if len(bar.shown) < 3 else 8
    written = words(axes, x, y, bar.shown, size, bold=True, ha="center", va="center_baseline")
    written.set_color(PAPER)


def _round(axes: Axes, places: Sequence[float], y: float, radius: float, colour: str) -> None:
    """Dots of a radius in inches; a point is a 72nd of one."""
    heights = [y] * len(places)
    axes.scatter(places, heights, s=(radius * 144) ** 2, color=colour, linewidths=0, zorder=3)


def _rings(axes: Axes, places: Sequence[float], y: float) -> None:
    axes.scatter(
        places,
        [y] * len(places),
        s=(RINGED * 144) ** 2,
        facecolors="none",
        edgecolors=RING,
        linewidths=2,
        zorder=4,
    )
