"""What the team keeps: many exchanges at once, leavers, sleepers, and imports that cross."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import date, timedelta

import pytest

from domain import leaving, skills
from domain.errors import Refusal
from domain.ledger import AccountKind, Kind
from domain.people import Standing
from domain.time_figures import figures
from domain.time_lines import Line
from domain.timebank import Exchange, ExchangeState
from storage import Store
from tests.storage.standing import ADA, NOW
from tests.storage.standing import Standing as Stand

DAY = date(2026, 1, 4)


async def counted(standing: Stand, store: Store, minutes: int = 90) -> Exchange:
    """An exchange that both sides agreed on."""
    one = await standing.proposed(store, minutes)
    state = ExchangeState.CONFIRMED
    return replace(one, state=state, confirmed_by=standing.basile, confirmed_at=NOW)


async def test_many_exchanges_are_entered_in_their_order(standing: Stand) -> None:
    """Behind what was entered before; paid ones are kept and not entered."""
    async with standing.database.begin(standing.fabrique) as store:
        await store.exchanges.add(await counted(standing, store))
        many = [await counted(standing, store, minutes) for minutes in range(1, 1203)]
        many[600] = replace(many[600], paid=True)
        await store.time.bring_in(many)
    async with standing.database.begin(standing.fabrique) as store:
        entries = await store.ledger.entries()
        assert [one.number for one in entries] == list(range(1, 1203))
        assert [one.legs[0].minutes for one in entries[1:4]] == [1, 2, 3]
        assert await store.ledger.faults() == []
        assert len(await store.time.records()) == 1203
        assert len(await store.time.records(DAY + timedelta(days=1))) == 0


async def test_two_imports_of_one_book_at_once_bring_it_in_once(standing: Stand) -> None:
    """The second waits for the first, and finds nothing new."""
    lines = [Line(n, "Ada Exemple", "Eve Inventée", n, DAY, "vélo (exemple)") for n in range(2, 40)]

    async def bring() -> int:
        async with standing.database.begin(standing.fabrique) as store:
            await store.ledger.hold()
            planned = await store.time_import.plan(lines, create=True)
            by = standing.basile
            await store.time_import.carry_out(planned, by=by, language="fr", now=NOW)
            return len(planned.fresh)

    assert sorted(await asyncio.gather(bring(), bring())) == [0, 38]
    async with standing.database.begin(standing.fabrique) as store:
        assert await store.ledger.faults() == []
        eve = [one for one in await store.people.everyone() if one.name == "Eve Inventée"]
        assert [one.standing for one in eve] == [Standing.OFFLINE]
        assert [act.on for act in await store.audit.all()] == ["exchanges:38"]


async def test_who_left_is_settled_listed_and_met_again_with_zero(standing: Stand) -> None:
    """Either way the account ends at zero, and the pot holds the difference."""
    async with standing.database.begin(standing.fabrique) as store:
        await store.exchanges.add(await counted(standing, store))
        for person in (standing.ada, standing.basile):
            await store.people.stand(person, Standing.LEFT)
        found = [(one.person, one.balance) for one in await store.time.leavers()]
        assert found == [(standing.ada, 90), (standing.basile, -90)]
        pot = await store.ledger.account(AccountKind.POT)
        for person, balance in found:
            own = await store.ledger.of_person(person)
            settled = leaving.settled(own, pot, balance, by=standing.ada, at=NOW, today=NOW.date())
            assert settled is not None
            assert settled.kind is Kind.SETTLEMENT
            await store.exchanges.add(settled)
            assert await store.ledger.balance_of(own.id) == 0
        assert await store.time.leavers() == []
        assert await store.ledger.faults() == []
    async with standing.database.begin(standing.fabrique) as store:
        ada = await store.people.meet(ADA, language="fr", now=NOW)
        assert ada.standing is Standing.MET


async def test_nobody_notes_time_with_who_left_or_is_blocked(standing: Stand) -> None:
    """Whichever handler asks; the two refusals tell whose standing it is."""
    refusals = []
    for person, standing_ in ((standing.ada, Standing.BLOCKED), (standing.basile, Standing.LEFT)):
        async with standing.database.begin(standing.fabrique) as store:
            await store.people.stand(person, standing_)
        with pytest.raises(Refusal) as refused:
            async with standing.database.begin(standing.fabrique) as store:
                await store.exchanges.add(await standing.proposed(store))
        refusals.append(refused.value.name)
        async with standing.database.begin(standing.fabrique) as store:
            await store.people.stand(person, Standing.MET)
    assert refusals == ["refusal-exchange-kept-out", "refusal-exchange-with-kept-out"]


async def test_who_is_asleep_offered_long_ago_and_exchanged_nothing_since(standing: Stand) -> None:
    """Neither who never offered, nor who left, nor who offered yesterday."""
    year_ago = NOW - timedelta(days=365)
    since = (NOW - timedelta(days=182)).date()
    async with standing.database.begin(standing.fabrique) as store:
        for text in ("relecture", "vélo"):
            await store.offers.keep(standing.ada, text, skills.Kind.SKILL, None, now=year_ago)
        await store.offers.keep(standing.basile, "comptes", skills.Kind.SKILL, None, now=NOW)
        before = NOW - timedelta(days=182)
        assert await store.time.asleep(since, before) == ["Ada Exemple"]
        await store.exchanges.add(await counted(standing, store))
        assert await store.time.asleep(since, before) == []
        assert await store.time.asleep(NOW.date(), before) == ["Ada Exemple"]
        await store.people.stand(standing.ada, Standing.LEFT)
        assert await store.time.asleep(NOW.date(), before) == []


async def test_a_correction_that_takes_back_is_told_from_one_that_adds(standing: Stand) -> None:
    """By who received what it corrects, also when that lies in another period."""
    async with standing.database.begin(standing.fabrique) as store:
        first = await store.exchanges.add(await counted(standing, store))
        back = replace(
            await counted(standing, store, 30),
            giver=first.receiver,
            receiver=first.giver,
            kind=Kind.CORRECTION,
            corrects=first.id,
            day=DAY + timedelta(days=1),
        )
        more = replace(await counted(standing, store, 5), kind=Kind.CORRECTION, corrects=first.id)
        back, more = await store.exchanges.add(back), await store.exchanges.add(more)
        records = await store.time.records()
        assert await store.time.reversing(records) == {back.id}
        later = await store.time.records(DAY + timedelta(days=1))
        assert await store.time.reversing(later) == {back.id}
        told = figures(records, reversing=frozenset({back.id}), now=NOW)
        assert (told.minutes, told.exchanges, told.givers, told.receivers) == (65, 1, 1, 1)
        balance = await store.ledger.balance_of(first.giver.id)
        assert balance == told.minutes
