"""Two fabriques in one database: halves that follow each other, at once and in any order."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, replace

import pytest

from domain.errors import Refusal
from domain.fabriques import Fabrique, TimePolicy
from domain.ledger import AccountKind, FaultKind, Kind
from domain.timebank import Exchange, ExchangeState, cancelled, confirmed, contested, propose
from domain.values import Phrase
from storage import Database, Store
from storage.chats import Address
from storage.people import Account
from storage.tables import LedgerEntryRow, LegRow
from tests.storage.standing import NOW

AT_ONCE = 12
MOST = 1000


@dataclass(frozen=True)
class Two:
    """Ada in the first fabrique, Zoé in the second, by number."""

    database: Database
    first: int
    second: int
    ada: int
    zoe: int

    @property
    def sides(self) -> tuple[tuple[int, int], tuple[int, int]]:
        """Each fabrique with its person."""
        return (self.first, self.ada), (self.second, self.zoe)

    async def note(self, minutes: int, *, by_ada: bool = True) -> Exchange:
        """One of them gave time to the other."""
        async with self.database.begin(self.first if by_ada else self.second) as store:
            return await store.exchanges.add(await self.proposed(store, minutes, by_ada=by_ada))

    async def proposed(self, store: Store, minutes: int, *, by_ada: bool = True) -> Exchange:
        """The same, not kept yet."""
        (_, mine), (there, theirs) = self.sides if by_ada else self.sides[::-1]
        return propose(
            giver=await store.ledger.of_person(mine),
            receiver=await store.ledger.across(there, theirs),
            minutes=minutes,
            day=NOW.date(),
            subject="relecture (exemple)",
            by=await store.ledger.party(mine),
            noted_at=NOW,
            today=NOW.date(),
        )

    async def confirm(self, number: int, *, by_ada: bool = False) -> bool:
        """The other one says yes, in their own fabrique, by the number of either half."""
        fabrique, person = self.sides[0 if by_ada else 1]
        async with self.database.begin(fabrique) as store:
            exchange = await store.exchanges.lock(number)
            assert exchange is not None
            try:
                party = await store.ledger.party(person)
                await store.exchanges.change(confirmed(exchange, by=party, at=NOW))
            except Refusal:
                return False
            return True

    async def mutual(self) -> tuple[int, int]:
        """What each holds of the other; neither ledger has a fault."""
        found = []
        for here, there in ((self.first, self.second), (self.second, self.first)):
            async with self.database.begin(here) as store:
                account = await store.ledger.account(AccountKind.FABRIQUE, there)
                found.append(await store.ledger.balance_of(account.id))
                assert await store.ledger.faults() == []
        return found[0], found[1]


@pytest.fixture
async def two(database: Database) -> Two:
    """Two fabriques, with somebody in each."""
    policy = TimePolicy(partner_most=MOST)
    async with database.begin() as store:
        numbers, people = [], []
        for slug, account in (("une", "ada"), ("deux", "zoe")):
            made = Fabrique(0, slug, f"Fabrique {slug}", "Europe/Paris", "fr", time=policy)
            fabrique = await store.fabriques.ensure(made)
            known = Account("telegram", account, account.capitalize(), account)
            person = await store.of(fabrique.id).people.meet(known, language="fr", now=NOW)
            numbers.append(fabrique.id)
            people.append(person.id)
    return Two(database, numbers[0], numbers[1], people[0], people[1])


async def states(two: Two, noted: Exchange) -> list[ExchangeState]:
    """Of both halves."""
    found = []
    for fabrique, _ in two.sides:
        async with two.database.begin(fabrique) as store:
            half = await store.exchanges.lock(noted.id)
            assert half is not None
            found.append(half.state)
    return found


async def test_both_halves_are_kept_and_entered_together(two: Two) -> None:
    """Each in its own chain, with those who stand behind the mutual accounts."""
    noted = await two.note(90)
    assert await two.mutual() == (0, 0)
    assert await two.confirm(noted.id)
    assert await two.mutual() == (-90, 90)
    async with two.database.begin(two.second) as store:
        half = await store.exchanges.lock(noted.id)
        assert half is not None
        assert (half.twin, half.confirmed_by) == (noted.id, two.zoe)
        assert half.across is not None
        assert half.across.behind == await store.ledger.of_person(two.ada)
        assert await store.ledger.people_for(half.across) == [two.ada]


async def test_nobody_confirms_their_own_half(two: Two) -> None:
    """Ada is no side that is awaited, in neither fabrique."""
    noted = await two.note(90)
    assert not await two.confirm(noted.id, by_ada=True)
    assert await two.mutual() == (0, 0)


async def test_many_confirmations_from_both_sides_at_once(two: Two) -> None:
    """No two wait for each other, none is lost, and each counts once."""
    given = [await two.note(minutes, by_ada=True) for minutes in range(1, AT_ONCE + 1)]
    received = [await two.note(minutes, by_ada=False) for minutes in range(1, AT_ONCE + 1)]
    taps = [two.confirm(one.id) for one in given for _ in range(2)]
    taps += [two.confirm(one.id, by_ada=True) for one in received for _ in range(2)]
    won = await asyncio.gather(*taps)
    assert won.count(True) == 2 * AT_ONCE
    assert await two.mutual() == (0, 0)


async def test_a_confirmation_and_a_taking_back_at_once(two: Two) -> None:
    """One of the two wins, on both sides."""
    noted = await two.note(90)

    async def take_back() -> bool:
        async with two.database.begin(two.first) as store:
            exchange = await store.exchanges.lock(noted.id)
            assert exchange is not None
            try:
                party = await store.ledger.party(two.ada)
                await store.exchanges.change(cancelled(exchange, by=party))
            except Refusal:
                return False
            return True

    won = await asyncio.gather(take_back(), two.confirm(noted.id))
    assert won.count(True) == 1
    found = await states(two, noted)
    assert found[0] == found[1]
    assert await two.mutual() == ((0, 0) if won[0] else (-90, 90))


async def test_what_one_side_contests_or_changes_the_other_half_follows(two: Two) -> None:
    """Its length and its direction too."""
    noted = await two.note(90)
    async with two.database.begin(two.second) as store:
        half = await store.exchanges.lock(noted.id)
        assert half is not None
        turned = replace(
            half,
            giver=half.receiver,
            receiver=half.giver,
            minutes=60,
            noted_by=two.zoe,
            noted_for=half.receiver.id,
        )
        await store.exchanges.change(turned)
    async with two.database.begin(two.first) as store:
        mine = await store.exchanges.lock(noted.id)
        assert mine is not None
        own = await store.ledger.of_person(two.ada)
        assert (mine.receiver, mine.minutes, mine.awaited) == (own, 60, own)
        party = await store.ledger.party(two.ada)
        await store.exchanges.change(contested(mine, by=party))
    assert await states(two, noted) == [ExchangeState.CONTESTED, ExchangeState.CONTESTED]


async def test_a_correction_is_kept_in_two_halves_too(two: Two) -> None:
    """Each corrects the half of its own fabrique."""
    noted = await two.note(90)
    assert await two.confirm(noted.id)
    async with two.database.begin(two.first) as store:
        mine = await store.exchanges.lock(noted.id)
        assert mine is not None
        back = replace(
            mine,
            id=0,
            twin=None,
            giver=mine.receiver,
            receiver=mine.giver,
            kind=Kind.CORRECTION,
            corrects=mine.id,
            replaces=mine.id,
            state=ExchangeState.PROPOSED,
        )
        correction = await store.exchanges.add(back)
    assert await two.confirm(correction.id)
    assert await two.mutual() == (0, 0)
    async with two.database.begin(two.second) as store:
        (there,) = await store.exchanges.corrections_of(noted.twin or 0)
        assert there.twin == correction.id
        assert there.replaces == noted.twin


async def test_the_limit_holds_for_what_waits(two: Two) -> None:
    """In the same direction; what goes the other way is free."""
    assert await two.note(MOST - 100)
    with pytest.raises(Refusal, match="refusal-partner-most"):
        await two.note(101)
    assert await two.note(MOST - 100, by_ada=False)


async def test_the_limit_holds_under_haste(two: Two) -> None:
    """Many noted at once may all have been within it; confirmed at once, they are not."""

    async def noted() -> Exchange | None:
        try:
            return await two.note(300)
        except Refusal:
            return None

    kept = [one for one in await asyncio.gather(*(noted() for _ in range(AT_ONCE))) if one]
    won = await asyncio.gather(*(two.confirm(one.id) for one in kept))
    assert won.count(True) == MOST // 300
    assert await two.mutual() == (-900, 900)


async def test_a_half_is_never_kept_alone(two: Two) -> None:
    """A mutual account with nobody behind it has no other half."""
    async with two.database.begin(two.first) as store:
        mutual = await store.ledger.account(AccountKind.FABRIQUE, two.second)
        noted = await two.proposed(store, 30)
        with pytest.raises(ValueError, match="nobody stands behind"):
            await store.exchanges.add(replace(noted, receiver=mutual))


async def test_mutual_balances_that_are_not_opposite_are_found(two: Two) -> None:
    """By both fabriques, at their nightly look."""
    noted = await two.note(90)
    assert await two.confirm(noted.id)
    async with two.database.begin(two.first) as store:
        mine = await store.ledger.of_person(two.ada)
        mutual = await store.ledger.account(AccountKind.FABRIQUE, two.second)
        within = replace(await two.proposed(store, 5), receiver=mine)
        entry = LedgerEntryRow(
            fabrique_id=two.first,
            number=2,
            exchange_id=(await store.exchanges.add(within)).id,
            kind=Kind.EXCHANGE,
            at=NOW,
            previous="",
            digest="",
        )
        store.session.add(entry)
        await store.session.flush()
        legs = ((mine.id, 5), (mutual.id, -5))
        store.session.add_all(
            LegRow(entry_id=entry.id, account_id=account, minutes=minutes)
            for account, minutes in legs
        )
    for fabrique, partner in ((two.first, two.second), (two.second, two.first)):
        async with two.database.begin(fabrique) as store:
            apart = [one for one in await store.ledger.faults() if one.kind is FaultKind.APART]
            assert [one.number for one in apart] == [partner]


async def test_somebody_is_reached_wherever_they_speak_now(two: Two) -> None:
    """Zoé's private chat went over to the first fabrique; the second still finds it."""
    async with two.database.begin(two.second) as store:
        place = Address("telegram", "zoe", True, "")
        chat = await store.chats.open(place, language="fr", now=NOW)
        await store.chats.belongs_to(chat.id, two.zoe)
        assert await store.people.private_chat(two.zoe) == chat.id
        there = store.of(two.first)
        same = Account("telegram", "zoe", "Zoe", "zoe")
        again = await there.people.meet(same, language="fr", now=NOW)
        moved = await there.chats.take_over(chat.id, again.id)
        assert (moved.fabrique, moved.person) == (two.first, again.id)
        assert await store.people.private_chat(two.zoe) == chat.id
        assert set(await store.people.selves(two.zoe)) == {two.zoe, again.id}
        assert [one.id for one in await store.fabriques.of_account("telegram", "zoe")] == [
            two.first,
            two.second,
        ]


async def test_a_statement_names_who_stands_behind_a_mutual_account(two: Two) -> None:
    """And their fabrique, on both sides."""
    assert await two.confirm((await two.note(90)).id)
    others = []
    for here, person in two.sides:
        async with two.database.begin(here) as store:
            own = await store.ledger.of_person(person)
            [line] = (await store.statements.read(own.id, await store.statements.span())).lines
            others.append((line.moved.minutes, line.moved.other))
    assert others == [
        (90, Phrase("holder-elsewhere", {"name": "Zoe", "fabrique": "Fabrique deux"})),
        (-90, Phrase("holder-elsewhere", {"name": "Ada", "fabrique": "Fabrique une"})),
    ]
