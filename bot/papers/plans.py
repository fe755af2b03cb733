"""What is drawn, already in its reader's words: plain data that a row of the outbox keeps."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass

Cell = str | int | float


@dataclass(frozen=True)
class Table:
    """A sheet's words. `numeric` are the columns set to the right; `page` has {page} and {pages} in
    their places; `at` is the moment that the file gives as its making.
    """

    form: str
    name: str
    title: str
    above: Sequence[str]
    headings: Sequence[str]
    rows: Sequence[Sequence[Cell]]
    numeric: Sequence[int]
    strong: Sequence[int]
    footer: Sequence[str]
    page: str
    at: str
    language: str
    locale: str


@dataclass(frozen=True)
class Bar:
    """A number, in the unit of its axis, and how it is written out."""

    number: float
    shown: str


@dataclass(frozen=True)
class Picture:
    """A chart's words. `bars` has one list for each of `names`, in the order in which it is drawn.

    Where bands flow, `names` stand over the two sides, `givers` and `receivers` are names with what
    they gave and received in all, and `flows` are (place among the givers, place among the
    receivers, number). `beside` are words at the end of each row, `ringed` the rows whose dots are
    ringed, `step` what each dot stands for.
    """

    kind: str
    name: str
    title: str
    unit: str
    alt: str
    note: str
    labels: Sequence[str]
    names: Sequence[str]
    bars: Sequence[Sequence[Bar]]
    givers: Sequence[tuple[str, Bar]]
    receivers: Sequence[tuple[str, Bar]]
    flows: Sequence[tuple[int, int, float]]
    locale: str
    beside: Sequence[str] = ()
    ringed: Sequence[int] = ()
    step: int = 1


@dataclass(frozen=True)
class Pages:
    """A leaflet's words. `head` names the issue, `chapters` are headings with their paragraphs;
    `page` has {page} and {pages} in their places.
    """

    name: str
    fabrique: str
    head: str
    title: str
    opening: str
    chapters: Sequence[tuple[str, Sequence[str]]]
    page: str
    at: str
    language: str


Plan = Table | Picture | Pages


def to_bytes(plan: Plan) -> bytes:
    """A plan as a row keeps it."""
    kept = {"plan": type(plan).__name__, **asdict(plan)}
    return json.dumps(kept, ensure_ascii=False, separators=(",", ":")).encode()


def from_bytes(kept: bytes) -> Plan:
    """The plan that a row kept; raises KeyError or TypeError for anything else."""
    data = json.loads(kept)
    kind = data.pop("plan")
    if kind == Table.__name__:
        return Table(**data)
    if kind == Pages.__name__:
        return Pages(**data)
    data["bars"] = [[Bar(**bar) for bar in one] for one in data["bars"]]
    for side in ("givers", "receivers"):
        data[side] = [(name, Bar(**bar)) for name, bar in data[side]]
    return Picture(**data)
