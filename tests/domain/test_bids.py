"""Answering a funding call together: one pen, one end, and each reminder once."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain import bids
from domain.bids import Bid, BidState, Reminder
from domain.errors import Refusal

PARIS = ZoneInfo("Europe/Paris")
NOW = datetime(2026, 1, 5, 8, 0, tzinfo=UTC)
TODAY = date(2026, 1, 5)
ADA, BASILE, CHLOE = 1, 2, 3
BID = Bid(1, "Fondation Exemple", ADA, NOW, date(2026, 3, 16))


@given(
    st.integers(1, 700),
    st.none() | st.integers(1, 700),
    st.lists(st.integers(1, 400), max_size=12),
)
def test_each_reminder_comes_once_whenever_the_bot_looks(
    days: int, halfway: int | None, waits: list[int]
) -> None:
    """Also after a long absence, and when the day on the way is changed in between."""
    bid = replace(BID, deadline=TODAY + timedelta(days=days))
    now, heard = NOW, list[Reminder]()
    for wait in waits:
        now += timedelta(days=wait)
        bid, reminder = bids.reminded(bid, now, PARIS)
        heard += [reminder] if reminder else []
        again, nothing = bids.reminded(bid, now, PARIS)
        assert (again, nothing) == (bid, None)
        due = bids.next_reminder(bid, PARIS)
        assert due is None or due > now
        if halfway is not None and Reminder.HALFWAY not in bid.told:
            day = TODAY + timedelta(days=halfway)
            if now.date() < day < bid.deadline:
                bid = bids.with_halfway(bid, day, now.date())
    assert len(heard) == len(set(heard))


def test_half_the_time_three_days_before_and_the_day_after() -> None:
    """At nine in the morning; the day they set themselves takes the place of the half."""
    at = bids.reminders(BID, PARIS)
    assert [one.date() for one in at.values()] == [
        date(2026, 2, 9),
        date(2026, 3, 13),
        date(2026, 3, 17),
    ]
    own = bids.with_halfway(BID, date(2026, 2, 1), TODAY)
    assert bids.next_reminder(own, PARIS) == datetime(2026, 2, 1, 9, 0, tzinfo=PARIS)


def test_what_would_have_been_due_before_is_passed_over() -> None:
    """Two days are too few for three days before."""
    short = replace(BID, deadline=date(2026, 1, 7))
    assert list(bids.reminders(short, PARIS)) == [Reminder.HALFWAY, Reminder.OVER]


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["take", "hand", "leave", "end"]),
            st.sampled_from([ADA, BASILE, CHLOE]),
        ),
        max_size=30,
    )
)
def test_whoever_holds_the_pen_is_in_and_an_end_is_the_end(acts: list[tuple[str, int]]) -> None:
    """Whoever does what in whatever order."""
    bid, people = BID, {ADA, BASILE, CHLOE}
    for act, who in acts:
        try:
            if act == "take":
                bid = bids.written_by(bid, who, people)
            elif act == "hand":
                bid = bids.handed_over(bid, BASILE, by=who, people=people)
            elif act == "leave":
                bid = bids.left_by(bid, who)
                people.discard(who)
            else:
                bid = bids.finished(bid, BidState.SUBMITTED, by=who, team=False)
                assert who in (bid.by, bid.writer)
        except Refusal:
            pass
        assert bid.writer is None or bid.writer in people
        if not bid.is_open:
            with pytest.raises(Refusal):
                bids.left_by(bid, who)


def test_days_and_links_keep_within_reason() -> None:
    """A day that is past, a middle after the end, a link too many."""
    for day in (TODAY, TODAY - timedelta(days=1), TODAY + timedelta(days=800)):
        with pytest.raises(Refusal):
            bids.due_by(day, TODAY)
    with pytest.raises(Refusal, match="halfway"):
        bids.with_halfway(BID, BID.deadline, TODAY)
    with pytest.raises(Refusal, match="links"):
        bids.with_links(BID, [f"https://exemple.org/{number}" for number in range(11)])
    kept = bids.with_links(bids.with_links(BID, ["https://exemple.org"]), ["https://exemple.org"])
    assert kept.links == ("https://exemple.org",)
