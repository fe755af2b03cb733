"""A statement explains a balance to the minute, whatever was corrected or given away."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime

from hypothesis import given
from hypothesis import strategies as st

from domain.ledger import Kind
from domain.statements import Moved, Shared, Told, Turned, by_month, lines, net, turnover

DAY = date(2026, 3, 12)


def moved(number: int, amount: int) -> Moved:
    """Something that happened in an account."""
    at = datetime(2026, 3, 12, tzinfo=UTC)
    return Moved(number, amount, Kind.EXCHANGE, DAY, at, "essai", "Basile Fictif", True)


@given(st.lists(st.integers(-600, 600)), st.integers(-600, 600))
def test_balances_run_from_the_newest_line_to_the_oldest(amounts: list[int], opening: int) -> None:
    """Each is the one before it and what happened."""
    newest_first = [moved(number, amount) for number, amount in enumerate(amounts)][::-1]
    told = lines(newest_first, after=opening + sum(amounts))
    running = opening
    for line in reversed(told):
        running += line.moved.minutes
        assert line.balance == running


@given(
    st.lists(st.integers(-600, 600).filter(bool), max_size=6),
    st.lists(st.tuples(st.integers(-600, 600).filter(bool), st.booleans()), max_size=6),
    st.lists(st.tuples(st.integers(0, 5), st.integers(-900, 900).filter(bool)), max_size=6),
)
def test_given_and_received_are_what_each_exchange_came_to(
    simple: Sequence[int],
    others: Sequence[tuple[int, bool]],
    corrections: Sequence[tuple[int, int]],
) -> None:
    """Counted one by one: corrections in what they correct, also when they turn it round."""
    roots = [(one, False) for one in simple] + list(others)
    changes = [(place, change) for place, change in corrections if place < len(roots)]
    nets = [
        one + sum(by for at, by in changes if at == place) for place, (one, _) in enumerate(roots)
    ]
    legs = [one for one, _ in roots] + [change for _, change in changes]
    told_apart = [Turned(one, moves_hours=True) for one, gift in roots if gift]
    told_apart += [
        Turned(change, roots[place][1], corrects=place, was=roots[place][0])
        for place, change in changes
    ]
    came, went = sum(max(one, 0) for one in legs), sum(max(-one, 0) for one in legs)
    found = turnover(came, went, told_apart)
    time = [one for one, (_, gift) in zip(nets, roots, strict=True) if not gift]
    hours = [one for one, (_, gift) in zip(nets, roots, strict=True) if gift]
    assert (found.given, found.received) == (
        sum(max(one, 0) for one in time),
        sum(max(-one, 0) for one in time),
    )
    assert (found.gained, found.ceded) == (
        sum(max(one, 0) for one in hours),
        sum(max(-one, 0) for one in hours),
    )


def test_an_exchange_is_told_once_with_its_corrections() -> None:
    """One that comes to nothing is not told."""
    told = [Told(1, DAY, 120), Told(2, DAY, 60), Told(1, DAY, -180), Told(2, DAY, -60)]
    assert net(told) == [Told(1, DAY, -60)]


def test_a_year_has_twelve_months() -> None:
    """Other years are left out; the fullest month is told."""
    year = by_month(2026, [Told(1, DAY, 90), Told(2, DAY, -30), Told(3, date(2025, 3, 1), 600)])
    assert (year.given[2], year.received[2]) == (90, 30)
    assert (sum(year.given), sum(year.received)) == (90, 30)
    assert year.busiest == 2


def test_three_people_are_no_crowd() -> None:
    """Each of them could work the others out."""
    assert not Shared(90, 2, 3).may_be_told
    assert Shared(90, 2, 4).may_be_told
