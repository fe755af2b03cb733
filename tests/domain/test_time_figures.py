"""A year in figures: what counts, what stands apart, and what is about too few people."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import settings as tried
from hypothesis import strategies as st

from domain.ledger import Account, AccountKind, Kind
from domain.time_figures import FEW, figures, flows, for_everybody
from domain.time_records import Record
from domain.timebank import Exchange, ExchangeState

NOW = datetime(2026, 12, 31, 12, tzinfo=UTC)
PEOPLE = [Account(n, AccountKind.PERSON, n) for n in range(1, 7)]
POT, TEAM = Account(20, AccountKind.POT), Account(21, AccountKind.TEAM)
GROUP = Account(30, AccountKind.ORGANISATION, 1)


def one(giver: Account, receiver: Account, minutes: int = 60, **more: object) -> Exchange:
    """A confirmed exchange of the third of March, confirmed a day after it was noted."""
    made = Exchange(
        id=0,
        giver=giver,
        receiver=receiver,
        minutes=minutes,
        day=date(2026, 3, 3),
        subject="essai",
        noted_by=1,
        noted_at=datetime(2026, 3, 4, tzinfo=UTC),
        state=ExchangeState.CONFIRMED,
        confirmed_by=2,
        confirmed_at=datetime(2026, 3, 5, tzinfo=UTC),
    )
    return replace(made, **more)  # type: ignore[arg-type]


def records(*exchanges: Exchange) -> list[Record]:
    """The exchanges with names that tell their accounts apart."""
    return [
        Record(replace(each, id=n), f"n{each.giver.id}", f"n{each.receiver.id}", "", "", "")
        for n, each in enumerate(exchanges, 1)
    ]


def test_what_counts_and_what_stands_apart() -> None:
    """Gifts and settlements move hours that were counted; paid missions are told by themselves."""
    ada, basile, chloe = PEOPLE[:3]
    found = figures(
        records(
            one(ada, basile),
            one(basile, chloe, 30),
            one(ada, POT, 45),
            one(TEAM, chloe, 15, kind=Kind.SESSION),
            one(GROUP, ada, 10),
            one(ada, POT, 500, kind=Kind.GIFT),
            one(ada, POT, 900, kind=Kind.SETTLEMENT),
            one(ada, basile, 120, paid=True),
            one(ada, basile, state=ExchangeState.CONTESTED),
            one(ada, basile, state=ExchangeState.PROPOSED, confirmed_at=None),
        ),
        reversing=frozenset(),
        now=NOW,
    )
    assert (found.minutes, found.exchanges) == (160, 5)
    assert (found.givers, found.receivers, found.both, found.people) == (2, 3, 2, 3)
    assert (found.to_common, found.from_common, found.gifts) == (45, 15, 500)
    assert (found.paid, found.paid_minutes, found.organisations) == (1, 120, 1)
    assert (found.contested, found.waiting) == (1, 1)


def test_how_soon_people_confirm() -> None:
    """What the team brought in by itself asked nobody; what is too young to judge is left out."""
    ada, basile = PEOPLE[:2]
    noted = datetime(2026, 3, 4, tzinfo=UTC)
    late = one(ada, basile, confirmed_at=noted + timedelta(days=9))
    alone = one(ada, basile, confirmed_by=1, confirmed_at=noted)
    lost = one(ada, basile, state=ExchangeState.EXPIRED, confirmed_at=None, confirmed_by=None)
    young = replace(lost, state=ExchangeState.PROPOSED, noted_at=NOW - timedelta(days=1))
    found = figures(
        records(one(ada, basile), late, alone, lost, young), reversing=frozenset(), now=NOW
    )
    assert found.days_to_confirm == 5
    assert found.soon == 1 / 3
    empty = figures([], reversing=frozenset(), now=NOW)
    assert (empty.days_to_confirm, empty.soon, empty.minutes) == (None, None, 0)


def test_skills_are_one_however_they_are_spelt_and_months_are_in_order() -> None:
    """The most hours first."""
    ada, basile = PEOPLE[:2]
    found = figures(
        records(
            one(ada, basile, 10, skill="Vélo"),
            one(ada, basile, 20, skill="velo", day=date(2026, 1, 9)),
            one(ada, basile, 25, day=date(2026, 1, 31)),
        ),
        reversing=frozenset(),
        now=NOW,
    )
    assert [(part.name, part.minutes, part.people) for part in found.skills] == [
        ("Vélo", 30, 2),
        ("", 25, 2),
    ]
    assert dict(found.months) == {date(2026, 1, 1): 45, date(2026, 3, 1): 10}
    assert list(found.months) == sorted(found.months)


def test_who_gives_to_whom_is_told_by_party() -> None:
    """The largest first; what is not time given is no flow."""
    ada, basile = PEOPLE[:2]
    found = flows(
        records(one(ada, basile, 10), one(basile, ada, 5), one(ada, POT, 100, kind=Kind.GIFT)),
        lambda account, name: "Collectif" if account.id == 1 else name,
    )
    assert [(each.giver, each.receiver, each.minutes) for each in found] == [
        ("Collectif", "n2", 10),
        ("n2", "Collectif", 5),
    ]


@tried(deadline=None)
@given(
    st.lists(
        st.tuples(st.integers(0, 5), st.integers(0, 5), st.integers(1, 600), st.sampled_from("abc"))
    )
)
def test_what_may_be_published_is_never_about_fewer_than_four(
    given_: list[tuple[int, int, int, str]],
) -> None:
    """Neither in all, nor in a skill."""
    told = records(
        *(one(PEOPLE[a], PEOPLE[b], n, skill=skill) for a, b, n, skill in given_ if a != b)
    )
    found = figures(told, reversing=frozenset(), now=NOW)
    published = for_everybody(found)
    people = {side.id for each in told for side in (each.exchange.giver, each.exchange.receiver)}
    assert found.people == len(people)
    assert (published is None) == (len(people) < FEW)
    if published is not None:
        assert all(part.people >= FEW for part in published.skills)
        assert published.months == {}
    assert sum(part.minutes for part in found.skills) == found.minutes
    assert sum(found.months.values()) == found.minutes
