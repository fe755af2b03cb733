"""Papers and pictures as they are meant: what they show, before a language and a file format.

Whoever answers says a `Sheet`, a `Chart` or a `Diary`; it is worded for its reader when the reply
is written, and drawn when the file leaves.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from chat.words import Words
from domain.events import Event
from domain.fabriques import Fabrique
from domain.venues import Venue


class Form(StrEnum):
    """What a sheet becomes: a table that other programs read, or pages that people do."""

    CSV = "csv"
    PDF = "pdf"


class Kind(StrEnum):
    """How a chart shows its numbers."""

    MONTHS = "months"  # bars side by side, one group for each label, in the order of time
    RANKED = "ranked"  # lying bars, the longest first
    FLOWS = "flows"  # bands from those who gave to those who received
    GRID = "grid"  # a mark where a row meets a column: a dot for one, a disc with its number
    DOTS = "dots"  # a dot for each of those who are counted, one row for each label


@dataclass(frozen=True)
class Sheet:
    """A table: rows of typed values under headings, as many in each row as there are headings.

    `above` stands between the title and the table, `footer` under it; a CSV has the table alone.
    `strong` are the places, from 0, of rows that stand out; `durations` those of columns that are
    told as durations also where none of their cells holds one. `stem` is the file's name without
    its ending. In a CSV a duration is a number of minutes and a day is written 2026-03-12.
    """

    stem: Words
    title: Words
    headings: tuple[Words, ...]
    rows: tuple[tuple[object, ...], ...]
    above: tuple[Words, ...] = ()
    footer: tuple[Words, ...] = ()
    strong: frozenset[int] = frozenset()
    durations: frozenset[int] = frozenset()
    form: Form = Form.PDF

    def __post_init__(self) -> None:
        if any(len(row) != len(self.headings) for row in self.rows):
            raise ValueError("a row has another length than the headings")

    def in_form(self, form: Form) -> Sheet:
        """The same sheet as another file."""
        return replace(self, form=form)


@dataclass(frozen=True)
class Series:
    """Numbers under one name, one for each label of the chart: `Minutes`, or plain numbers."""

    name: Words
    numbers: tuple[object, ...]


@dataclass(frozen=True)
class Flow:
    """How much went from one to the other; the two are any values that a sentence shows."""

    giver: object
    receiver: object
    number: object


@dataclass(frozen=True)
class Chart:
    """A picture of numbers. `unit` names the axis (durations are shown in hours); `note` says below
    what is included.

    `alt` says in words what the picture shows: it stands under the picture, since no other place
    reaches every reader. `series` (one or two; in a grid one for each column) go with `labels`;
    `flows` stand for both. `beside` tells more of each label, at the end of its row; `ringed` are
    the places, from 0, of rows whose dots are ringed; each dot stands for `step`.
    """

    kind: Kind
    stem: Words
    title: Words
    unit: Words
    alt: Words
    labels: tuple[object, ...] = ()
    series: tuple[Series, ...] = ()
    flows: tuple[Flow, ...] = ()
    note: Words | None = None
    beside: tuple[object, ...] = ()
    ringed: frozenset[int] = frozenset()
    step: int = 1

    def __post_init__(self) -> None:
        if any(len(one.numbers) != len(self.labels) for one in self.series):
            raise ValueError("a series has another length than the labels")
        if self.beside and len(self.beside) != len(self.labels):
            raise ValueError("not as much is told beside as there are labels")


@dataclass(frozen=True)
class Diary:
    """Events for one's own calendar, with the venues that are known where they are held. `stem` is
    the file's name without its ending.
    """

    stem: Words
    events: tuple[Event, ...]
    fabrique: Fabrique
    venues: tuple[Venue, ...] = ()


@dataclass(frozen=True)
class Chapter:
    """A heading, and paragraphs under it."""

    heading: Words
    paragraphs: tuple[Words, ...]


@dataclass(frozen=True)
class Leaflet:
    """Pages to read: chapters under a title. `head` names the issue, `title` and `opening` are
    somebody's words and may be empty.
    """

    stem: Words
    head: Words
    fabrique: str
    title: str
    opening: str
    chapters: tuple[Chapter, ...]


Paper = Sheet | Chart | Diary | Leaflet
