"""Lanes: who shares places, and what a refusal of the account does to them."""

from __future__ import annotations

from datetime import timedelta

from bot.lanes import lanes
from tests.storage.standing import NOW

LATER = NOW + timedelta(seconds=20)


def test_each_platform_has_places_of_its_own() -> None:
    """One place in all makes the order between platforms total."""
    apart = lanes(("telegram", "matrix"), 6)
    assert [(lane.platforms, lane.places) for lane in apart] == [
        (("telegram",), 6),
        (("matrix",), 6),
    ]
    [one] = lanes(("telegram", "matrix"), 1)
    assert (one.platforms, one.places) == (("telegram", "matrix"), 1)


def test_after_a_refusal_a_platform_is_silent_then_careful() -> None:
    """One at a time, and one more with each that arrives: the most urgent is the one that goes."""
    [lane] = lanes(("matrix",), 3)
    lane.narrow("matrix", LATER)
    assert lane.open_at(NOW) == []
    assert lane.open_at(LATER) == ["matrix"]
    places = [lane.places]
    for _ in range(3):
        lane.widen()
        places.append(lane.places)
    assert places == [1, 2, 3, 3]


def test_a_silence_is_never_shortened() -> None:
    """Two sends were under way, and the second refusal asks for less."""
    [lane] = lanes(("matrix",), 3)
    lane.narrow("matrix", LATER)
    lane.narrow("matrix", NOW + timedelta(seconds=3))
    assert lane.open_at(NOW + timedelta(seconds=4)) == []
    assert lane.not_before("matrix", NOW) == LATER
    assert lane.not_before("matrix", None) is None
