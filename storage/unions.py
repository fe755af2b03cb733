"""Two people of a fabrique become one, row by row, and two again.

Every column that names a person is found in the tables themselves, so that a table added later is
covered by being one. Nothing of the ledger is written: an account only gets another holder.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Column, ColumnElement, Table, and_, delete, insert, select
from sqlalchemy import update as set_in
from sqlalchemy.ext.asyncio import AsyncSession

from domain.introductions import UNANSWERED, IntroductionState
from domain.linking import standing_of_both
from domain.organisations import Speaker
from domain.people import Standing
from domain.sessions import Presence, SessionState
from domain.support import RelayState
from domain.values import from_json, to_json
from storage.belonging import LET_IN
from storage.ledger import Ledger
from storage.naming import TABLES, keys_with, naming, naming_people, unique
from storage.people import today
from storage.tables import (
    IntroductionRow,
    LedgerAccountRow,
    NeedRow,
    PersonRow,
    SessionRow,
    UnionRow,
)

BETTER: Mapping[str, tuple[str, Sequence[Any]] | None] = {
    "ballots": None,
    "bid_people": None,
    "call_silences": None,
    "buddies": None,
    "circles": ("why", (LET_IN, "")),
    "introductions": (
        "state",
        (
            IntroductionState.ACCEPTED,
            IntroductionState.OFFERED,
            IntroductionState.NEVER,
            IntroductionState.NOT_MY_SUBJECT,
            IntroductionState.NOT_THIS_MONTH,
            IntroductionState.WITHDRAWN,
            IntroductionState.DECLINED,
            IntroductionState.ASKED,
            IntroductionState.EXPIRED,
            IntroductionState.CANCELLED,
            IntroductionState.WAITING,
        ),
    ),
    "meetup_guests": None,
    "meetup_people": ("met", (True, False, None)),
    "memberships": None,
    "offers": None,
    "organisation_people": ("state", (Speaker.ALLOWED, Speaker.ASKED)),
    "profiles": ("never_asked", (True, False)),
    "prompts": None,
    "session_people": ("presence", (Presence.THERE, Presence.AWAY, Presence.ASKED)),
    "support_relays": (
        "state",
        (
            RelayState.INTRODUCED,
            RelayState.DECLINED,
            RelayState.OVER,
            RelayState.AGREED,
            RelayState.ASKED,
        ),
    ),
    "venue_people": None,
    "sign_ups": ("attended", (True, False, None)),
}
"""Where one person has one row and two had two: which word holds, the best first. None: that of
the one who is kept.
"""

AS_IT_IS = "json"

_PEOPLE = TABLES[PersonRow.__tablename__]

Values = dict[str, Any]
"""A row, or a part of one, by column."""

Change = tuple[str, Values, Values, Values]
"""A table, the key of a row in it, what it said before and what it says now."""


@dataclass(frozen=True)
class Unions:
    """What became of people who turned out to be one."""

    session: AsyncSession

    async def unite(self, link: int, kept: int, joined: int) -> None:
        """Let all that is one person's be another's, both of the same fabrique."""
        await self.session.flush()
        changed = await self._as_one(kept, joined)
        dropped: list[tuple[str, Values]] = []
        for column in naming_people():
            for others in keys_with(column):
                dropped += await self._drop_doubles(column, others, kept, joined, changed)
        moved = {
            _name(column): rows
            for column in naming_people()
            if (rows := await self._move(column, kept, joined))
        }
        changed += await self._help_oneself(kept)
        self.session.expire_all()
        await self._open_account(kept, moved)
        fabrique = (await self.session.get_one(PersonRow, kept)).fabrique_id
        self.session.add(
            UnionRow(
                fabrique_id=fabrique,
                link_id=link,
                kept_id=kept,
                joined_id=joined,
                moved=moved,
                changed=[kept_change(one) for one in changed],
                dropped=[[table, _kept(row)] for table, row in dropped],
            )
        )
        await self.session.flush()

    async def divide(self, union: UnionRow) -> None:
        """Give each of two people back what they brought; what came since stays where it is."""
        await self.session.flush()
        kept, joined = union.kept_id, union.joined_id
        moved, changed, dropped = union.moved, union.changed, union.dropped
        now = await self._standing(kept)
        for name, keys in moved.items():
            await self._move_back(_column(name), keys, kept, joined)
        for table, row in dropped:
            await self._bring_back(TABLES[table], _read(row))
        await undo(self.session, changed)
        if now != _after(changed, kept):
            await self._stand(kept, now)
            await self._stand(joined, now)
        await self.session.delete(union)
        await self.session.flush()
        self.session.expire_all()

    async def bring_home(self) -> int:
        """Rows that came to name a joined number while it was joined; gives how many there were."""
        count = 0
        for column in naming_people():
            strays = select(column).where(column.in_(select(UnionRow.joined_id))).distinct()
            for joined in list(await self.session.scalars(strays)):
                kept = await today(self.session, joined)
                for others in keys_with(column):
                    count += len(await self._drop_doubles(column, others, kept, joined, []))
                count += len(await self._move(column, kept, joined))
        self.session.expire_all()
        return count

    async def _as_one(self, kept: int, joined: int) -> list[Change]:
        """How one stands who was two: the other number only leads to this one."""
        rows = await self.session.execute(
            select(_PEOPLE)
            .where(_PEOPLE.c.id.in_((kept, joined)))
            .order_by(_PEOPLE.c.id)
            .with_for_update()
        )
        both = {row.id: row for row in rows}
        standings = [Standing(both[one].standing) for one in (kept, joined)]
        then = {
            "standing": standing_of_both(standings).value,
            "wants_statement": any(row.wants_statement for row in both.values()),
            "told_on": both[kept].told_on or both[joined].told_on,
        }
        changed = []
        for row, now in ((both[kept], then), (both[joined], {"standing": Standing.JOINED.value})):
            for name, value in now.items():
                before = {name: getattr(row, name)}
                key = {"id": row.id}
                changed.append(await change(self.session, _PEOPLE, key, before, {name: value}))
        return changed

    async def _drop_doubles(
        self,
        column: Column[Any],
        others: Sequence[str],
        kept: int,
        joined: int,
        changed: list[Change],
    ) -> list[tuple[str, Values]]:
        """Of two rows where there may be one, that of the kept person says the better word."""
        table, dropped = column.table, []
        for row in await self._rows(table, column == joined):
            same = [table.c[name] == row[name] for name in others]
            for twin in await self._rows(table, column == kept, *same):
                changed += await self._better(table, twin, row)
                changed += await self._point_to(table, row, twin)
                await self.session.execute(delete(table).where(*_is(table, _key(table, row))))
                dropped.append((table.name, row))
        return dropped

    async def _better(self, table: Table, twin: Values, row: Values) -> list[Change]:
        rule = BETTER[table.name]
        if table.name == "session_people":
            await self._draft_anew(row["session_id"])
        if rule is None:
            return []
        name, order = rule
        best = min((twin[name], row[name]), key=list(order).index)
        if best == twin[name]:
            return []
        before, then = {name: twin[name]}, {name: best}
        return [await change(self.session, table, _key(table, twin), before, then)]

    async def _draft_anew(self, session: int) -> None:
        """There is one fewer in it: whoever closes an open session looks again first."""
        await self.session.execute(
            set_in(SessionRow)
            .where(SessionRow.id == session, SessionRow.state == SessionState.OPEN)
            .values(version=SessionRow.version + 1)
        )

    async def _point_to(self, table: Table, row: Values, twin: Values) -> list[Change]:
        """Let whatever names a row that goes name its twin."""
        changed = []
        for column in naming(table):
            for other in await self._rows(column.table, column == row["id"]):
                where = _key(column.table, other)
                before, then = {column.name: row["id"]}, {column.name: twin["id"]}
                changed.append(await change(self.session, column.table, where, before, then))
        return changed

    async def _move(self, column: Column[Any], kept: int, joined: int) -> list[list[Any]]:
        """The rows that name one person name another; gives what else their keys say."""
        table, rest = column.table, _rest(column)
        done = await self.session.execute(
            set_in(table)
            .where(column == joined)
            .values({column.name: kept})
            .returning(*(table.c[name] for name in rest))
        )
        return sorted([to_json(value) for value in row] for row in done)

    async def _move_back(
        self, column: Column[Any], keys: Sequence[Sequence[Any]], kept: int, joined: int
    ) -> None:
        table, rest = column.table, _rest(column)
        for key in keys:
            where = [table.c[name] == from_json(one) for name, one in zip(rest, key, strict=True)]
            await self.session.execute(
                set_in(table).where(column == kept, *where).values({column.name: joined})
            )

    async def _open_account(self, kept: int, moved: Mapping[str, Any]) -> None:
        """What will be noted from now on is entered in an account of their own."""
        if _name(TABLES[LedgerAccountRow.__tablename__].c.person_id) in moved:
            await Ledger(self.session, 0).of_person(kept)

    async def _help_oneself(self, person: int) -> list[Change]:
        """Nobody is asked to help with a need of their own."""
        table = TABLES[IntroductionRow.__tablename__]
        rows = await self._rows(
            table,
            table.c.helper_id == person,
            table.c.state.in_(UNANSWERED),
            table.c.need_id.in_(select(NeedRow.id).where(NeedRow.person_id == person)),
        )
        then = {"state": IntroductionState.DECLINED.value}
        return [
            await change(self.session, table, {"id": row["id"]}, {"state": row["state"]}, then)
            for row in rows
        ]

    async def _bring_back(self, table: Table, row: Values) -> None:
        """A row that both had; not if something took its place meanwhile."""
        same = [and_(*(table.c[name] == row[name] for name in names)) for names in unique(table)]
        for one in same:
            if await self._rows(table, one):
                return
        await self.session.execute(insert(table).values(**row))

    async def _rows(self, table: Table, *conditions: ColumnElement[bool]) -> list[Values]:
        found = await self.session.execute(select(table).where(*conditions))
        return [dict(row) for row in found.mappings()]

    async def _standing(self, person: int) -> str:
        found = select(_PEOPLE.c.standing).where(_PEOPLE.c.id == person)
        return str(await self.session.scalar(found))

    async def _stand(self, person: int, standing: str) -> None:
        await self.session.execute(
            set_in(_PEOPLE).where(_PEOPLE.c.id == person).values(standing=standing)
        )


async def change(
    session: AsyncSession, table: Table, key: Values, before: Values, then: Values
) -> Change:
    """Let a row say something else; gives what is to be kept to take it back."""
    await session.execute(set_in(table).where(*_is(table, key)).values(then))
    return table.name, key, before, then


async def undo(session: AsyncSession, changed: Sequence[Sequence[Any]]) -> None:
    """Take changes back, the last first, where nothing was changed since."""
    for name, key, before, then in reversed(changed):
        table = TABLES[name]
        await session.execute(
            set_in(table)
            .where(*_is(table, _read(key)), *_is(table, _read(then)))
            .values(_read(before))
        )


def _rest(column: Column[Any]) -> list[str]:
    return [one.name for one in column.table.primary_key if one.name != column.name]


def _key(table: Table, row: Mapping[str, Any]) -> Values:
    return {one.name: row[one.name] for one in table.primary_key}


def _is(table: Table, values: Mapping[str, Any]) -> list[ColumnElement[bool]]:
    return [table.c[name].is_not_distinct_from(value) for name, value in values.items()]


def _name(column: Column[Any]) -> str:
    return f"{column.table.name}.{column.name}"


def _column(name: str) -> Column[Any]:
    table, _, column = name.partition(".")
    return TABLES[table].c[column]


def _kept(row: Values) -> dict[str, object]:
    """A row as a journal keeps it; what is JSON in it already stays as it is."""
    return {
        name: {AS_IT_IS: value} if isinstance(value, dict | list) else to_json(value)
        for name, value in row.items()
    }


def _read(row: Mapping[str, Any]) -> Values:
    return {
        name: value[AS_IT_IS] if isinstance(value, dict) and AS_IT_IS in value else from_json(value)
        for name, value in row.items()
    }


def kept_change(changed: Change) -> list[Any]:
    """A change as a journal keeps it."""
    table, *values = changed
    return [table, *(_kept(one) for one in values)]


def _after(changed: Sequence[Sequence[Any]], person: int) -> str:
    """How somebody stood once they were one."""
    return next(
        str(then["standing"])
        for table, key, _, then in changed
        if table == _PEOPLE.name and key["id"] == person and "standing" in then
    )
