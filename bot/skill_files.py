"""The curated skills and resources, as files: YAML, one file a group, in `skills/`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from bot.knowledge_files import LOADER
from domain.skills import Concept, Group, Kind
from locales import LANGUAGES

FOLDER = Path(__file__).parent.parent / "skills"


def load(folder: Path = FOLDER) -> tuple[Group, ...]:
    """Every group with its concepts, in the order of their files; the project's own are tested."""
    return tuple(_group(_read(path)) for path in _files(folder))


def _files(folder: Path) -> Iterable[Path]:
    return sorted(folder.glob("*.yml"))


def _read(path: Path) -> Mapping[str, Any]:
    said: Mapping[str, Any] = LOADER(path.read_text("utf-8")).get_single_data()
    return said


def _group(said: Mapping[str, Any]) -> Group:
    kind = Kind(said["kind"])
    return Group(
        key=said["group"],
        kind=kind,
        titles={code: said[code] for code in LANGUAGES},
        concepts=tuple(_concept(one, kind, said["group"]) for one in said["concepts"]),
    )


def _concept(said: Mapping[str, Any], kind: Kind, group: str) -> Concept:
    return Concept(
        key=said["key"],
        kind=kind,
        group=group,
        names={code: tuple(said[code]) for code in LANGUAGES},
        transversal=said.get("transversal", False),
        rome=tuple(map(str, said.get("rome", ()))),
        esco=tuple(map(str, said.get("esco", ()))),
    )
