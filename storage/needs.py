"""What people ask for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime

from sqlalchemy import delete, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from domain.introductions import IntroductionState
from domain.needs import Need, NeedState, in_agenda
from domain.people import Standing
from domain.skills import Kind
from storage.tables import ChatRow, IntroductionRow, NeedRow, OutboxRow, PersonRow

SEEKING = (NeedState.OPEN.value, NeedState.UNMET.value)
"""Needs for which somebody may still be found."""

UNANSWERED = (IntroductionState.ASKED.value, IntroductionState.OFFERED.value)


@dataclass(frozen=True)
class Needs:
    """The needs of one fabrique."""

    session: AsyncSession
    fabrique: int

    async def ask(self, person: int, text: str, *, now: datetime) -> Need:
        """Keep a need of which nothing but the words is known, open at once."""
        return await self.keep(Need(0, person, text, NeedState.OPEN, now, subject=text))

    async def keep(self, need: Need) -> Need:
        """Keep a new need; its number is given here."""
        row = NeedRow(fabrique_id=self.fabrique, **_values(need))
        self.session.add(row)
        await self.session.flush()
        return need_from(row)

    async def need(self, number: int) -> Need | None:
        """A need of this fabrique by number."""
        row = await self.session.get(NeedRow, number, with_for_update=True)
        return need_from(row) if row and row.fabrique_id == self.fabrique else None

    async def of(self, person: int) -> Sequence[Need]:
        """What somebody still looks for, oldest first."""
        mine = NeedRow.person_id == person, NeedRow.state.in_(SEEKING)
        return await self._which(*mine)

    async def update(self, need: Need, *, now: datetime) -> None:
        """Keep how a need stands now, and when it came to an end."""
        row = await self.session.get_one(NeedRow, need.id)
        for name, value in _values(need).items():
            setattr(row, name, value)
        over = need.state in (NeedState.CLOSED, NeedState.EXPIRED, NeedState.FILLED)
        row.closed_at = (row.closed_at or now) if over else None

    async def unmet(self) -> Sequence[Need]:
        """Those for which the team looks, oldest first."""
        return await self._which(NeedRow.state == NeedState.UNMET)

    async def called(self, now: datetime) -> Sequence[tuple[Need, str]]:
        """Those that the weekly agenda calls for, each with the name of its asker, who is here."""
        rows = await self.session.execute(
            select(NeedRow, PersonRow.name)
            .join(PersonRow, PersonRow.id == NeedRow.person_id)
            .where(
                NeedRow.fabrique_id == self.fabrique,
                PersonRow.standing == Standing.MET,
                NeedRow.in_digest,
                NeedRow.called_at.is_not(None),
            )
            .order_by(NeedRow.id)
        )
        found = [(need_from(row), name) for row, name in rows]
        return [(need, name) for need, name in found if in_agenda(need, now)]

    async def ended(self, today: date) -> Sequence[Need]:
        """Those whose day is behind, though somebody is still looked for."""
        seeking = await self._which(NeedRow.state.in_(SEEKING))
        return [one for one in seeking if one.ends < today]

    async def first_end(self) -> date | None:
        """The first day after which a need ends."""
        seeking = await self._which(NeedRow.state.in_(SEEKING))
        return min((one.ends for one in seeking), default=None)

    async def oldest_draft(self) -> datetime | None:
        """Since when the oldest card waits to be confirmed."""
        drafts = await self._which(NeedRow.state == NeedState.DRAFT)
        return min((one.at for one in drafts), default=None)

    async def forget_drafts(self, *, before: datetime) -> None:
        """Let go of cards that nobody confirmed; nobody was asked."""
        await self.session.execute(
            delete(NeedRow).where(
                NeedRow.fabrique_id == self.fabrique,
                NeedRow.state == NeedState.DRAFT,
                NeedRow.at < before,
            )
        )

    async def waiting_helpers(self, need: Need) -> Sequence[int]:
        """Those who were asked or offered a hand, and have no answer yet."""
        row = IntroductionRow
        found = await self.session.scalars(
            select(row.helper_id)
            .where(row.need_id == need.id, row.state.in_(UNANSWERED))
            .order_by(row.id)
        )
        return list(found)

    async def groups_of(self, person: int) -> Sequence[tuple[int, str]]:
        """The groups, by number and title, in which somebody was answered or asked for help."""
        answered = select(OutboxRow.chat_id).where(OutboxRow.person_id == person)
        asked = select(NeedRow.group_id).where(NeedRow.person_id == person)
        rows = await self.session.execute(
            select(ChatRow.id, ChatRow.title)
            .where(
                ChatRow.fabrique_id == self.fabrique,
                ~ChatRow.private,
                ~ChatRow.team,
                ChatRow.present,
                or_(ChatRow.id.in_(answered), ChatRow.id.in_(asked)),
            )
            .order_by(ChatRow.id)
        )
        return [(number, title) for number, title in rows]

    async def _which(self, *conditions: object) -> Sequence[Need]:
        rows = await self.session.scalars(
            select(NeedRow)
            .where(NeedRow.fabrique_id == self.fabrique, *conditions)  # type: ignore[arg-type]
            .order_by(NeedRow.id)
        )
        return [need_from(row) for row in rows]


def _values(need: Need) -> Mapping[str, object]:
    """The columns of a need, but its number."""
    values = asdict(need)
    person = values.pop("person")
    del values["id"]
    return values | {"person_id": person, "state": need.state.value, "kind": need.kind.value}


def need_from(row: NeedRow) -> Need:
    """A need as its row keeps it."""
    return Need(
        row.id,
        row.person_id,
        row.text,
        NeedState(row.state),
        row.at,
        kind=Kind(row.kind),
        concept=row.concept,
        deadline=row.deadline,
        remote=row.remote,
        place=row.place,
        commune=row.commune,
        minutes=row.minutes,
        names_asker=row.names_asker,
        in_digest=row.in_digest,
        subject=row.subject,
        urgent=row.urgent,
        named_in_digest=row.named_in_digest,
        group_id=row.group_id,
        called_at=row.called_at,
    )
