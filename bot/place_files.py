"""The list of French places, as files: tab-separated lines in `places/`."""

from __future__ import annotations

import lzma
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from domain.places import Commune, Places, Territory

FOLDER = Path(__file__).parent.parent / "places"


@cache
def load(folder: Path = FOLDER) -> Places:
    """Every place; read once, which takes a moment."""
    communes = lzma.decompress((folder / "communes.tsv.xz").read_bytes()).decode("utf-8")
    return Places.of(
        (_commune(line) for line in communes.splitlines()),
        (Territory(code, name) for code, name, _ in _lines(folder / "epci.tsv")),
        (Territory(*line) for line in _lines(folder / "departements.tsv")),
        (Territory(*line) for line in _lines(folder / "regions.tsv")),
    )


def _lines(path: Path) -> Iterator[list[str]]:
    return (line.split("\t") for line in path.read_text("utf-8").splitlines())


def _commune(line: str) -> Commune:
    code, name, epci, people, latitude, longitude = line.split("\t")
    return Commune(code, name, epci or None, int(people), _degrees(latitude), _degrees(longitude))


def _degrees(said: str) -> float | None:
    return float(said) if said else None
