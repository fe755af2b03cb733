"""Editions of the agenda: gathered, frozen, and what was laid over them since."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.ext.asyncio import AsyncSession

from domain.editions import Edition, EditionState, Noticed
from domain.events import State
from domain.letter import Item, Section
from domain.overlays import Laid
from storage.engines import insert_or_ignore
from storage.event_rows import event_kept, event_of
from storage.tables import EditionRow

AGENDA = "agenda"

_DAY = len("2026-01-12")


@dataclass(frozen=True)
class Editions:
    """The editions of one fabrique's agenda."""

    session: AsyncSession
    fabrique: int

    async def of(self, name: str) -> Edition | None:
        """The edition of that name, held until the end of the transaction."""
        row = await self.session.scalar(self._at(name))
        return _edition(row) if row else None

    async def edition(self, number: int) -> Edition | None:
        """An edition of this fabrique by number, as it is now, held until the end of the
        transaction: of two processes that correct it, the second sees what the first wrote.
        """
        row = await self.session.get(
            EditionRow, number, with_for_update=True, populate_existing=True
        )
        return _edition(row) if row and row.fabrique_id == self.fabrique else None

    async def frozen_since(self, day: date) -> Sequence[Edition]:
        """What was posted from a day on."""
        rows = await self.session.scalars(
            select(EditionRow)
            .where(
                EditionRow.fabrique_id == self.fabrique,
                EditionRow.kind == AGENDA,
                EditionRow.issue >= day.isoformat(),
                EditionRow.state == EditionState.FROZEN,
            )
            .order_by(EditionRow.issue)
        )
        return [_edition(row) for row in rows]

    async def undecided(self, since: date) -> Sequence[Edition]:
        """Editions from a day on that nobody let go, held ones among them."""
        rows = await self.session.scalars(
            select(EditionRow)
            .where(
                EditionRow.fabrique_id == self.fabrique,
                EditionRow.kind == AGENDA,
                EditionRow.issue >= since.isoformat(),
                EditionRow.state != EditionState.FROZEN,
            )
            .order_by(EditionRow.issue)
        )
        return [_edition(row) for row in rows]

    async def begin(self, edition: Edition) -> Edition:
        """Keep a new edition; of two at once, the first one stands."""
        values = {
            "fabrique_id": self.fabrique,
            "kind": AGENDA,
            "issue": edition.name,
            "state": edition.state,
            "content": _content(edition),
        }
        await insert_or_ignore(self.session, EditionRow, values)
        return _edition((await self.session.scalars(self._at(edition.name))).one())

    async def keep(self, edition: Edition) -> None:
        """Write an edition down as it is now."""
        row = await self.session.get_one(EditionRow, edition.id)
        row.state, row.content = edition.state, _content(edition)
        await self.session.flush()

    async def decide(
        self, number: int, state: EditionState, *, by: int | None = None, at: datetime | None = None
    ) -> None:
        """Keep what the team said of it."""
        row = await self.session.get_one(EditionRow, number)
        row.state, row.approved_by, row.approved_at = state, by, at
        await self.session.flush()

    def _at(self, name: str) -> Select[EditionRow]:
        return (
            select(EditionRow)
            .where(
                EditionRow.fabrique_id == self.fabrique,
                EditionRow.kind == AGENDA,
                EditionRow.issue == name,
            )
            .with_for_update()
            .execution_options(populate_existing=True)
        )


def _content(edition: Edition) -> dict[str, Any]:
    campaign = edition.campaign
    return {
        "events": [event_kept(one) for one in edition.events],
        "changes": [_laid_kept(one) for one in edition.changes],
        "campaign": {"id": campaign.id, "text": campaign.text} if campaign else None,
        "below": [dict(one) for one in edition.below],
        "version": edition.version,
        "again_until": edition.again_until.isoformat() if edition.again_until else None,
        "told": {str(number): event_kept(one) for number, one in edition.told.items()},
        "passes": {
            str(version): [_laid_kept(one) for one in laid]
            for version, laid in edition.passes.items()
        },
        "noticed": {
            str(number): {"now": event_kept(one.now), "at": one.at.isoformat()}
            for number, one in edition.noticed.items()
        },
    }


def _edition(row: EditionRow) -> Edition:
    kept = row.content
    return Edition(
        day=date.fromisoformat(row.issue[:_DAY]),
        alone=row.issue[_DAY:],
        events=tuple(map(event_of, kept["events"])),
        changes=tuple(map(_laid, kept["changes"])),
        campaign=_item(kept["campaign"]) if kept["campaign"] else None,
        below=tuple(kept["below"]),
        state=EditionState(row.state),
        version=kept["version"],
        again_until=_moment(kept.get("again_until")),
        told={int(number): event_of(one) for number, one in kept["told"].items()},
        passes={int(one): tuple(map(_laid, laid)) for one, laid in kept["passes"].items()},
        noticed={
            int(number): Noticed(event_of(one["now"]), datetime.fromisoformat(one["at"]))
            for number, one in kept["noticed"].items()
        },
        id=row.id,
    )


def _moment(kept: str | None) -> datetime | None:
    return datetime.fromisoformat(kept) if kept else None


def _laid_kept(laid: Laid) -> dict[str, Any]:
    return {"before": event_kept(laid.before), "now": event_kept(laid.now)}


def _laid(kept: Mapping[str, Any]) -> Laid:
    return Laid(event_of(kept["before"]), event_of(kept["now"]))


def _item(kept: Mapping[str, Any]) -> Item:
    return Item(kept["id"], kept["text"], "", State.APPROVED, Section.CAMPAIGN)
