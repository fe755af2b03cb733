"""What is laid over a frozen edition, and what of it is said aloud."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from domain.events import Event, State, Status
from domain.overlays import Laid, changed

NOW = datetime(2026, 1, 12, 7, tzinfo=UTC)
CONCERT = Event(
    id=1,
    title="Concert",
    start=NOW + timedelta(hours=12),
    end=None,
    all_day=False,
    place="Place du Modèle",
    link="",
    state=State.APPROVED,
    status=Status.SCHEDULED,
    source="chat",
    uid="1",
)


@pytest.mark.parametrize("off", [Status.CANCELLED, Status.POSTPONED])
def test_what_was_called_off_and_takes_place_is_said(off: Status) -> None:
    """As aloud as the cancellation, within the same two days."""
    was = replace(CONCERT, status=off)
    assert Laid(CONCERT, was).is_urgent(NOW)
    assert Laid(was, CONCERT).is_urgent(NOW)
    assert not Laid(was, CONCERT).is_urgent(NOW - timedelta(days=3))


def test_a_place_that_gets_its_name_is_no_other_place() -> None:
    """What was not said is filled in, or a known place is called otherwise: nobody goes astray."""
    assert not Laid(replace(CONCERT, place=""), CONCERT).is_urgent(NOW)
    here = replace(CONCERT, venue=3)
    renamed = replace(here, place="La Place du Modèle")
    assert not Laid(here, renamed).is_urgent(NOW)
    assert Laid(here, replace(renamed, status=Status.MOVED)).is_urgent(NOW)
    assert Laid(here, replace(renamed, venue=4)).is_urgent(NOW)


def test_one_that_went_into_another_is_not_called_off() -> None:
    """A post that carries it shows the one that stays, and says nothing; one that carries both
    shows one.
    """
    kept = replace(CONCERT, id=2, title="Concert de la chorale")
    (laid,) = changed([CONCERT], {}, {1: kept})
    assert (laid.now.id, laid.now.title, laid.now.status) == (1, kept.title, Status.SCHEDULED)
    assert not laid.is_urgent(NOW)

    (laid,) = changed([CONCERT, kept], {}, {1: kept, 2: kept})
    assert (laid.now.id, laid.now.state, laid.now.status) == (1, State.MERGED, Status.SCHEDULED)
    assert not laid.is_urgent(NOW)


def test_another_hour_is_said_whichever_way_it_came() -> None:
    """Whoever read the hour of the one that is gone would come too late."""
    kept = replace(CONCERT, id=2, start=CONCERT.start - timedelta(hours=1))
    (laid,) = changed([CONCERT], {}, {1: kept})
    assert laid.is_urgent(NOW)
