"""What all charts share: a figure for a telephone with its words around it, and its colours.

The colours are those of Okabe and Ito, which all eyes tell apart.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from textwrap import wrap
from typing import Literal

from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.patches import Rectangle
from matplotlib.text import Text

from bot.papers.fonts import drawable, font
from bot.papers.plans import Picture

DOTS = 150
WIDTH = 7.2
"""Inches: with so many dots an inch, 1,080 across, as many as a telephone shows."""

INK, SOFT, HAIR, PAPER = "#1c2126", "#5f676e", "#d8dcdf", "#ffffff"
PAIR = ("#0072b2", "#e69f00")
MANY = ("#0072b2", "#e69f00", "#009e73", "#cc79a7", "#56b4e9", "#d55e00", "#b8ad1f", "#7f7f7f")

EDGE = 0.04
"""The margin at both sides, as a share of the width."""


@dataclass(frozen=True)
class Canvas:
    """A figure with its words written, and the axes between them, `height` inches high."""

    figure: Figure
    axes: Axes
    height: float


def canvas(
    picture: Picture,
    height: float,
    *,
    left: float = EDGE,
    right: float = EDGE,
    legend: bool = True,
) -> Canvas:
    """A figure with `height` inches for what it shows, between its title and its note."""
    title, note = wrap(drawable(picture.title), 38)[:3], wrap(drawable(picture.note), 62)[:4]
    named = picture.names if legend and len(picture.names) > 1 else ()
    top = 0.74 + 0.37 * len(title) + (0.45 if named else 0)
    below = 0.62 + 0.25 * len(note)
    whole = height + top + below
    figure = Figure(figsize=(WIDTH, whole), dpi=DOTS)
    FigureCanvasAgg(figure)
    words(figure, EDGE, 1 - 0.28 / whole, "\n".join(title), 18, bold=True, va="top", space=1.25)
    words(figure, EDGE, 0.2 / whole, "\n".join(note), 11, soft=True, va="bottom", space=1.3)
    _legend(figure, named, 1 - (0.5 + 0.37 * len(title)) / whole, 0.075 / whole)
    axes = figure.add_axes((left, below / whole, 1 - left - right, height / whole))
    for side in axes.spines.values():
        side.set_visible(False)
    axes.tick_params(length=0)
    return Canvas(figure, axes, height)


def words(
    where: Figure | Axes,
    x: float,
    y: float,
    text: str,
    size: float,
    *,
    bold: bool = False,
    soft: bool = False,
    ha: str = "left",
    va: str = "baseline",
    space: float = 1.2,
) -> Text:
    """Words as they are: a dollar sign begins no formula."""
    written = where.text(x, y, text, ha=ha, va=va, color=SOFT if soft else INK, linespacing=space)
    written.set_fontproperties(_face(size, bold=bold))
    written.set_parse_math(False)
    return written


def above(drawn: Canvas, x: float, text: str, *, ha: str = "left") -> None:
    """Quiet words above what is drawn, `x` as a share of the axes."""
    written = words(drawn.axes, x, 1 + 0.15 / drawn.height, drawable(text), 11.5, soft=True, ha=ha)
    written.set_transform(drawn.axes.transAxes)


def dress(
    labels: Iterable[Text], size: float, *, va: Literal["baseline", "center_baseline"]
) -> None:
    """Let the words along an axis look like the others."""
    for label in labels:
        label.set_fontproperties(_face(size))
        label.set_color(SOFT)
        label.set_parse_math(False)
        label.set_verticalalignment(va)


def cut(label: str, most: int) -> str:
    """A label as far as there is room for it."""
    drawn = drawable(label)
    return drawn if len(drawn) <= most else f"{drawn[: most - 1].rstrip()}…"


def _legend(figure: Figure, names: Iterable[str], y: float, half: float) -> None:
    """The names of the colours, one after the other."""
    at = EDGE
    for name, colour in zip(names, PAIR, strict=False):
        figure.add_artist(Rectangle((at, y - half), 0.021, 2 * half, color=colour, linewidth=0))
        written = words(figure, at + 0.034, y - 0.7 * half, cut(name, 24), 13)
        at = float(written.get_window_extent().x1 / figure.bbox.width) + 0.05


def _face(size: float, *, bold: bool = False) -> FontProperties:
    return FontProperties(fname=str(font(bold=bold)), size=size)
