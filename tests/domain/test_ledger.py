"""The ledger: a chain that any change breaks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.ledger import Entry, Fault, FaultKind, Kind, Leg, faults_of, following, legs_of, seal

NOW = datetime(2026, 10, 14, 9, 0, tzinfo=UTC)

ENTRIES = st.lists(
    st.builds(
        lambda kind, pair, minutes, exchange: Entry(
            0, NOW, kind, exchange, legs_of(kind, giver=pair[0], receiver=pair[1], minutes=minutes)
        ),
        st.sampled_from(Kind),
        st.lists(st.integers(1, 50), min_size=2, max_size=2, unique=True),
        st.integers(1, 1440),
        st.integers(1, 10**6),
    ),
    min_size=1,
    max_size=12,
)


def chain(entries: list[Entry]) -> list[Entry]:
    """The same, each after the other."""
    made: list[Entry] = []
    for entry in entries:
        made.append(following(made[-1] if made else None, entry))
    return made


@given(ENTRIES)
def test_a_chain_as_it_was_entered_has_no_fault(entries: list[Entry]) -> None:
    """Numbers run from one, and the sum of all legs is zero."""
    made = chain(entries)
    assert list(faults_of(made)) == []
    assert [entry.number for entry in made] == list(range(1, len(made) + 1))
    assert sum(leg.minutes for entry in made for leg in entry.legs) == 0


CHANGES: dict[str, Callable[[Entry], Entry]] = {
    "minutes": lambda one: replace(
        one, legs=tuple(replace(leg, minutes=2 * leg.minutes) for leg in one.legs)
    ),
    "accounts": lambda one: replace(
        one, legs=tuple(replace(leg, account=leg.account + 100) for leg in one.legs)
    ),
    "moment": lambda one: replace(one, at=one.at + timedelta(microseconds=1)),
    "exchange": lambda one: replace(one, exchange=one.exchange + 1),
    "previous": lambda one: replace(one, previous="0" * 64),
    "resealed": lambda one: seal(replace(one, exchange=one.exchange + 1)),
}


@pytest.mark.parametrize("what", CHANGES)
@given(ENTRIES, st.data())
def test_any_change_breaks_the_chain(what: str, entries: list[Entry], data: st.DataObject) -> None:
    """Also one that is sealed again, unless all that follows is too."""
    made = chain([*entries, entries[0]])
    at = data.draw(st.integers(0, len(made) - 2))
    made[at] = CHANGES[what](made[at])
    assert any(fault.kind is FaultKind.BROKEN for fault in faults_of(made))


@given(ENTRIES, st.data())
def test_an_entry_that_was_taken_out_is_missed(entries: list[Entry], data: st.DataObject) -> None:
    """Unless it is the last one, which its exchange misses."""
    made = chain([*entries, entries[0]])
    del made[data.draw(st.integers(0, len(made) - 2))]
    assert FaultKind.GAP in {fault.kind for fault in faults_of(made)}


def test_legs_that_do_not_balance_or_stand_alone_are_told() -> None:
    """By the number of their entry."""
    lame = following(None, Entry(0, NOW, Kind.EXCHANGE, 1, (Leg(1, 30), Leg(2, -20))))
    alone = following(lame, Entry(0, NOW, Kind.EXCHANGE, 2, (Leg(1, 0),)))
    assert list(faults_of([lame, alone])) == [
        Fault(FaultKind.UNBALANCED, 1),
        Fault(FaultKind.ALONE, 2),
    ]


def test_the_same_moment_in_another_zone_is_the_same_seal() -> None:
    """Engines give moments back in the zone they like."""
    entry = Entry(1, NOW, Kind.GIFT, 1, legs_of(Kind.GIFT, giver=1, receiver=2, minutes=5))
    elsewhere = replace(entry, at=NOW.astimezone(timezone(timedelta(hours=-4))))
    assert seal(entry).digest == seal(elsewhere).digest
