"""Who holds what, as marks in rows: where a row meets a column, or one after the other.

Rows are as high as their words need, and columns as far apart as theirs: no two labels touch.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, cos, radians, sin, sqrt
from textwrap import wrap

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.textpath import TextPath

from bot.papers.drawing import (
    EDGE,
    HAIR,
    INK,
    PAIR,
    PAPER,
    WIDTH,
    Canvas,
    above,
    canvas,
    cut,
    words,
)
from bot.papers.fonts import font
from bot.papers.plans import Bar, Picture

RING = "#d55e00"
"""What rings what is rare; it is a shape too, so that no eye needs the colour."""

FEW, PALE = "#b5d6ea", 0.45
"""What colours a small disc, and the share of the largest below which a disc is small."""

BAND = "#f4f6f7"
ROOM = WIDTH * (1 - 2 * EDGE)
"""Inches across, between the margins."""

LABELS = 2.55
"""Inches for the words at the beginning of a row."""

LINE, PADDING, LETTERS, LABEL_MOST = 0.19, 0.17, 27, 54
"""Inches of a line of words and around it, letters in a line, and letters of a label."""

SLANT, HEADING, HEADING_MOST = 55, 10.5, 30
"""Degrees of the words over a column, their size, and their most letters."""

COLUMN_MOST = 0.78
LETTER = 0.088
"""Inches that a letter after the dots takes, at most."""

DOT, RINGED, SPACE, RING_SPACE = 0.085, 0.12, 0.2, 0.3
"""Inches: half a dot, half a ring around one, and from one to the next."""

SMALLEST, LARGEST, NUMBERED = 0.14, 0.205, 0.08
"""Inches: half a disc with a number, and what its row is higher by."""


@dataclass(frozen=True)
class _Row:
    """A row: its words in lines, and how far below the top its middle and its bottom are."""

    lines: Sequence[str]
    middle: float
    bottom: float


def grid(picture: Picture) -> Figure:
    """A dot where a row meets a column, or a disc with its number, as large as that is."""
    names = [cut(one, HEADING_MOST) for one in picture.names]
    long = [_inches(one, HEADING) for one in names]
    most = max((bar.number for bars in picture.bars for bar in bars), default=1)
    rise = max(long, default=0.0) * sin(radians(SLANT)) + 0.16
    rows = _rows(picture.labels, rise, PADDING + (NUMBERED if most > 1 else 0))
    drawn = _canvas(picture, rows, rise)
    apart = _apart([one * cos(radians(SLANT)) for one in long])
    columns = [LABELS + apart * (at + 0.5) for at in range(len(names))]
    _stripes(drawn.axes, rows)
    _begin(drawn.axes, rows)
    for x, name in zip(columns, names, strict=True):
        _heading(drawn.axes, x, rise, drawn.height, name)
    for x, bars in zip(columns, picture.bars, strict=True):
        for row, bar in zip(rows, bars, strict=True):
            _mark(drawn.axes, x, -row.middle, bar, most, apart)
    return drawn.figure


def dots(picture: Picture) -> Figure:
    """A dot for each, or for each few, then their number; what is told of a row stands after it."""
    bars = picture.bars[0] if picture.bars else ()
    rows = _rows(picture.labels, 0.0, PADDING)
    drawn = _canvas(picture, rows, 0.0)
    _stripes(drawn.axes, rows)
    _begin(drawn.axes, rows)
    beside = picture.beside or [""] * len(rows)
    for at, (row, bar, told) in enumerate(zip(rows, bars, beside, strict=True)):
        count = ceil(bar.number / picture.step)
        space = RING_SPACE if at in picture.ringed else SPACE
        places = [LABELS + 0.14 + space * one for one in range(count)]
        _round(drawn.axes, places, -row.middle, DOT, PAIR[0])
        if at in picture.ringed:
            _rings(drawn.axes, places, -row.middle)
        after = LABELS + 0.14 + space * count
        if told:
            room = cut(told, int((ROOM - after) / LETTER))
            words(drawn.axes, after, -row.middle, room, 11, va="center")
        else:
            words(drawn.axes, after, -row.middle, bar.shown, 11.5, bold=True, va="center")
    above(drawn, LABELS / ROOM, picture.unit)
    return drawn.figure


def _rows(labels: Sequence[str], top: float, padding: float) -> list[_Row]:
    """Each row under the one before, two lines of words at most."""
    rows, at = [], top
    for label in labels:
        lines = wrap(cut(label, LABEL_MOST), LETTERS, max_lines=2, placeholder="…") or [""]
        height = LINE * len(lines) + padding
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


def _apart(leans: Sequence[float]) -> float:
    """How far apart columns stand, so that the words over each end before the margin."""
    room = ROOM - LABELS
    each = [(room - lean - 0.1) / (at + 0.5) for at, lean in enumerate(leans)]
    return min([COLUMN_MOST, room / max(len(leans), 1), *each])


def _inches(text: str, size: float) -> float:
    """How wide words are; a point is a 72nd of an inch."""
    if not text.strip():
        return 0.0
    shape = TextPath((0, 0), text, size=size, prop=FontProperties(fname=str(font())))
    return float(shape.get_extents().width) / 72


def _heading(axes: Axes, x: float, top: float, bottom: float, name: str) -> None:
    """The words over a column, and the quiet line that leads down from them."""
    axes.plot([x, x], [-top, -bottom], color=HAIR, lw=0.6)
    written = words(axes, x - 0.03, 0.08 - top, name, HEADING)
    written.set_rotation(SLANT)
    written.set_rotation_mode("anchor")


def _stripes(axes: Axes, rows: Sequence[_Row]) -> None:
    """Every other row on a quiet band, so that the eye keeps to its line."""
    for row in rows[::2]:
        axes.axhspan(-row.bottom, -2 * row.middle + row.bottom, color=BAND, lw=0, zorder=0)


def _begin(axes: Axes, rows: Sequence[_Row]) -> None:
    """The words of each row."""
    for row in rows:
        written = words(axes, 0.07, -row.middle, "\n".join(row.lines), 11, va="center", space=1.15)
        written.set_color(INK)


def _mark(axes: Axes, x: float, y: float, bar: Bar, most: float, apart: float) -> None:
    """One is a dot; more are a disc with their number, as large as its share of the most."""
    if bar.number <= 0:
        return
    if bar.number == 1:
        _round(axes, [x], y, DOT, PAIR[0])
        return
    share = sqrt(bar.number / most)
    largest = min(LARGEST, apart * 0.45)
    _round(axes, [x], y, max(SMALLEST, largest * share), _shade(share))
    size = 9.5 if len(bar.shown) < 3 else 8
    written = words(axes, x, y, bar.shown, size, bold=True, ha="center", va="center_baseline")
    written.set_color(PAPER if share > PALE else INK)


def _shade(share: float) -> str:
    """Pale for few, the colour of all dots for many: the numbers on both are easy to read."""
    return PAIR[0] if share > PALE else FEW


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
