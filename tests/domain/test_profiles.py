"""Who sees what of somebody, and when they may be asked."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from domain.profiles import Audience, Field, Profile

TODAY = date(2026, 1, 5)
AUDIENCES = st.sampled_from(Audience)
SHOWN = st.dictionaries(st.sampled_from(Field), AUDIENCES)


def test_nobody_is_found_by_allies_who_did_not_ask_for_it() -> None:
    """The team knows who is there; allies see nothing."""
    profile = Profile(1)
    assert not any(profile.shows(field, Audience.ALLIES) for field in Field)
    assert profile.shows(Field.PLACE, Audience.TEAM)
    assert not profile.shows(Field.CONTACT, Audience.TEAM)


@given(SHOWN, st.sampled_from(Field), AUDIENCES)
def test_nothing_is_seen_beside_a_name_that_is_not(
    shown: dict[Field, Audience], field: Field, audience: Audience
) -> None:
    """And a wider audience never sees more than a narrower one."""
    profile = Profile(1, shown=shown)
    sees = profile.shows(field, audience)
    assert not sees or profile.shows(Field.NAME, audience)
    assert not sees or all(profile.shows(field, one) for one in Audience if 0 < one <= audience)
    assert not profile.shows(field, Audience.NOBODY)


@given(st.integers(-400, 400))
def test_a_pause_lasts_until_its_day(days: int) -> None:
    """On the day itself one is back."""
    profile = Profile(1, paused_until=TODAY + timedelta(days=days))
    assert profile.is_paused(TODAY) is (days > 0)
    assert profile.may_be_asked(TODAY) is (days <= 0)
    assert not Profile(1, never_asked=True).may_be_asked(TODAY)
