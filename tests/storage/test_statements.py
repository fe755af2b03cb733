"""Statements on both engines: places in the ledger, pages, sums, and who is sent one."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from domain.ledger import Kind
from domain.statements import Turnover
from domain.timebank import ExchangeState
from storage import Store
from storage.tables import ChatRow
from tests.storage.standing import NOW, Standing

JANUARY = datetime(2026, 1, 1, tzinfo=UTC)


async def counted(standing: Standing, minutes: int, *, at: datetime = NOW, **more: Any) -> int:
    """What Ada gave Basile, confirmed; its number."""
    async with standing.database.begin(standing.fabrique) as store:
        made = await standing.proposed(store, minutes)
        agreed = replace(made, state=ExchangeState.CONFIRMED, confirmed_at=at, **more)
        return (await store.exchanges.add(agreed)).id


async def account(store: Store, person: int) -> int:
    """The number of somebody's account."""
    return (await store.ledger.of_person(person)).id


async def test_a_period_lies_between_two_places(standing: Standing) -> None:
    """Its balances are those before and after, also where nothing happened in it."""
    for day in range(4):
        await counted(standing, 10 + day, at=NOW + timedelta(days=day))
    async with standing.database.begin(standing.fabrique) as store:
        ada = await account(store, standing.ada)
        span = await store.statements.span(NOW + timedelta(days=1), NOW + timedelta(days=3))
        found = await store.statements.read(ada, span)
        assert [line.moved.minutes for line in found.lines] == [12, 11]
        assert [line.balance for line in found.lines] == [33, 21]
        assert (found.opening, found.closing) == (10, 33)
        later = await store.statements.span(NOW + timedelta(days=9), NOW + timedelta(days=10))
        empty = await store.statements.read(ada, later)
        assert (empty.lines, empty.opening, empty.closing) == ([], 46, 46)


async def test_pages_follow_each_other_without_gap(standing: Standing) -> None:
    """Back and forth, the balance going on."""
    for minutes in range(1, 8):
        await counted(standing, minutes)
    async with standing.database.begin(standing.fabrique) as store:
        basile = await account(store, standing.basile)
        span = await store.statements.span()
        first = await store.statements.read(basile, span, at_most=3)
        second = await store.statements.read(
            basile, span, before=first.lines[-1].moved.leg, at_most=3
        )
        last = await store.statements.read(
            basile, span, before=second.lines[-1].moved.leg, at_most=3
        )
        back = await store.statements.read(basile, span, after=last.lines[0].moved.leg, at_most=3)
    shown = [line for part in (first, second, last) for line in part.lines]
    assert [line.moved.minutes for line in shown] == [-7, -6, -5, -4, -3, -2, -1]
    assert [line.balance for line in shown] == [-28, -21, -15, -10, -6, -3, -1]
    assert [(part.older, part.newer) for part in (first, second, last, back)] == [
        (True, False),
        (True, True),
        (False, True),
        (True, True),
    ]
    assert back.lines == second.lines


async def test_sums_count_a_correction_into_what_it_corrects(standing: Standing) -> None:
    """In the ledger, by day, and for paid missions, which no balance counts."""
    first = await counted(standing, 120, day=date(2026, 1, 2))
    paid = await counted(standing, 420, paid=True)
    async with standing.database.begin(standing.fabrique) as store:
        sides = (await standing.proposed(store)).receiver, (await standing.proposed(store)).giver
    turned: dict[str, Any] = {"giver": sides[0], "receiver": sides[1], "kind": Kind.CORRECTION}
    await counted(standing, 30, corrects=first, **turned)
    await counted(standing, 60, corrects=paid, paid=True, **turned)
    await counted(standing, 15, kind=Kind.GIFT)
    async with standing.database.begin(standing.fabrique) as store:
        ada, basile = await account(store, standing.ada), await account(store, standing.basile)
        span = await store.statements.span()
        assert await store.turnovers.of(ada, span) == Turnover(90, 0, 0, 15)
        assert await store.turnovers.of(basile, span) == Turnover(0, 90, 15, 0)
        assert await store.turnovers.paid(ada) == (360, 0)
        assert await store.turnovers.paid(basile) == (0, 360)
        [told] = await store.turnovers.services(ada, date(2026, 1, 1), date(2026, 1, 31))
        assert (told.day, told.minutes) == (date(2026, 1, 2), 90)
        assert not await store.turnovers.services(ada, date(2026, 1, 3), date(2026, 1, 31))


async def test_a_group_is_told_what_its_exchanges_came_to(standing: Standing) -> None:
    """One that a correction took back is none, and those of other groups are not its own."""
    kept = await counted(standing, 120, group=standing.group)
    gone = await counted(standing, 60, group=standing.group)
    await counted(standing, 30, group=standing.other)
    async with standing.database.begin(standing.fabrique) as store:
        giver, receiver = (
            (await standing.proposed(store)).receiver,
            await store.ledger.of_person(standing.ada),
        )
    turned: dict[str, Any] = {"giver": giver, "receiver": receiver, "kind": Kind.CORRECTION}
    await counted(standing, 60, corrects=gone, group=standing.group, **turned)
    await counted(standing, 20, corrects=kept, group=standing.group, **turned)
    async with standing.database.begin(standing.fabrique) as store:
        found = await store.turnovers.shared_in(
            standing.group, date(2026, 1, 1), date(2026, 12, 31)
        )
    assert (found.minutes, found.exchanges, found.people) == (100, 1, 2)


async def test_a_statement_is_sent_to_each_who_wants_it_and_had_none(standing: Standing) -> None:
    """Only where something came to count, and where they can be reached."""
    await counted(standing, 90)
    async with standing.database.begin(standing.fabrique) as store:
        span = await store.statements.span(JANUARY)
        for person in (standing.ada, standing.basile):
            await store.statements.send_each_month(person, wanted=True)
        assert await store.statements.anybody_wants()
        assert await store.statements.still_to_send("2026-02", span, at_most=9) == []
        await store.chats.belongs_to(standing.group, standing.ada)
        (await store.session.get_one(ChatRow, standing.group)).private = True
        assert await store.statements.still_to_send("2026-02", span, at_most=9) == [standing.ada]
        assert await store.outbox.open_issue(standing.group, "statement", "2026-02", now=NOW)
        assert await store.statements.still_to_send("2026-02", span, at_most=9) == []
        assert await store.statements.still_to_send("2026-03", span, at_most=9) == [standing.ada]
