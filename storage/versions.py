"""Versions of entries, as rows keep them: the whole entry, and what an import or an undo needs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any

from domain.permanence import Entry, EntryState
from storage.tables import EntryVersionRow


@dataclass(frozen=True)
class Version:
    """What an entry was after an act. `by` is nobody for an import."""

    number: int
    at: datetime
    by: int | None
    act: str
    entry: Entry


def version_of(row: EntryVersionRow) -> Version:
    """A version as a value."""
    entry = entry_from_json(row.content["entry"], row.entry_id)
    return Version(row.id, row.at, row.by, row.act, entry)


def steps(
    rows: Sequence[EntryVersionRow],
) -> tuple[EntryVersionRow | None, EntryVersionRow | None]:
    """The version that an entry stands at, and the one before; undone ones are passed over."""
    stack: list[EntryVersionRow] = []
    for row in rows:
        if "of" not in row.content:
            stack.append(row)
        while stack and stack[-1].id > row.content.get("of", row.id):
            stack.pop()
    return (stack[-1] if stack else None, stack[-2] if len(stack) > 1 else None)


def entry_to_json(entry: Entry) -> dict[str, Any]:
    """An entry as a JSON column keeps it, without its number."""
    kept = asdict(entry)
    del kept["id"]
    return kept | {
        "true_on": entry.true_on.isoformat(),
        "review_on": entry.review_on.isoformat() if entry.review_on else None,
    }


def entry_from_json(kept: Mapping[str, Any], number: int) -> Entry:
    """The entry that `entry_to_json` kept."""
    review = kept["review_on"]
    return Entry(
        **{
            **kept,
            "id": number,
            "wordings": tuple(kept["wordings"]),
            "tags": tuple(kept["tags"]),
            "true_on": date.fromisoformat(kept["true_on"]),
            "review_on": date.fromisoformat(review) if review else None,
            "state": EntryState(kept["state"]),
        }
    )
