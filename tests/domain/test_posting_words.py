"""When posts come, as people write it."""

from __future__ import annotations

from contextlib import suppress
from datetime import time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.errors import Refusal
from domain.posting_words import read_late, read_post_hour, read_quiet, read_zone


@pytest.mark.parametrize("typed", ["2h", "02:00", "2h59", "2 h 30", "2:30 am"])
def test_an_hour_that_some_night_has_twice_is_refused(typed: str) -> None:
    """And that another night does not have."""
    with pytest.raises(Refusal, match="refusal-hour-changes"):
        read_post_hour(typed)


@pytest.mark.parametrize(
    ("typed", "at"),
    [("1h59", time(1, 59)), ("3h", time(3)), ("2pm", time(14)), ("18h30", time(18, 30))],
)
def test_any_other_hour_stands(typed: str, at: time) -> None:
    """As everywhere."""
    assert read_post_hour(typed) == at


@pytest.mark.parametrize(
    ("typed", "hours"),
    [
        ("de 21h à 8h30", (time(21), time(8, 30))),
        ("22:00-07:00", (time(22), time(7))),
        ("22 h – 7 h", (time(22), time(7))),
        ("from 22 to 7", (time(22), time(7))),
        ("de minuit à 6h", (time(0), time(6))),
    ],
)
def test_quiet_hours_are_two(typed: str, hours: tuple[time, time]) -> None:
    """From one to the other, over midnight too."""
    assert read_quiet(typed) == hours


@pytest.mark.parametrize("typed", ["", "la nuit", "22h", "22h 23h 7h", "7h à 7h", "25h à 99h"])
def test_what_is_no_span_is_refused(typed: str) -> None:
    """With an example of one."""
    with pytest.raises(Refusal):
        read_quiet(typed)


@pytest.mark.parametrize(
    ("typed", "hours"), [("6", 6), ("6h", 6), ("12 heures", 12), ("2 jours", 48), ("3 days", 72)]
)
def test_a_delay_is_hours_or_days(typed: str, hours: int) -> None:
    """A bare number is hours."""
    assert read_late(typed) == timedelta(hours=hours)


@pytest.mark.parametrize("typed", ["0", "30 minutes", "4 jours", "bientôt", "-3", "999"])
def test_no_delay_is_longer_than_three_days(typed: str) -> None:
    """What is later is last week's."""
    with pytest.raises(Refusal):
        read_late(typed)


@pytest.mark.parametrize(
    ("typed", "zone"),
    [
        ("Europe/Paris", "Europe/Paris"),
        ("paris", "Europe/Paris"),
        ("La Réunion", "Indian/Reunion"),
        ("Montréal", "America/Montreal"),
        ("Port-au-Prince", "America/Port-au-Prince"),
        ("New York", "America/New_York"),
        ("Nouvelle-Calédonie", "Pacific/Noumea"),
        ("Genève", "Europe/Zurich"),
    ],
)
def test_a_zone_is_its_city(typed: str, zone: str) -> None:
    """Without accents too."""
    assert read_zone(typed) == zone


@given(st.text(max_size=40))
def test_what_is_read_can_be_used(typed: str) -> None:
    """Anything else is refused, and nothing breaks."""
    for read in (read_quiet, read_late, read_post_hour):
        with suppress(Refusal):
            read(typed)
    with suppress(Refusal):
        assert ZoneInfo(read_zone(typed))
