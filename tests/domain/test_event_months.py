"""Months that a series is kept to, and weekdays whose hour has just passed."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.event_words import Said, read
from domain.venues import Venue
from tests.domain.test_event_words import PARIS

MONDAY = datetime(2026, 1, 5, 9, tzinfo=PARIS)
VENUES = (Venue(1, "La Roue Libre"), Venue(2, "L’Établi"))
THURSDAYS = ["03-05", "03-12", "03-19", "03-26"]


def said(text: str, now: datetime = MONDAY) -> Said:
    """What a message says on the first Monday of January at nine."""
    return read(text, now, venues=VENUES)


def starts(text: str, now: datetime = MONDAY) -> list[str]:
    """The day of each date."""
    return [f"{one.start:%m-%d}" for one in said(text, now).when.timings]


@pytest.mark.parametrize(
    "text",
    [
        "Atelier poterie tous les jeudis de mars à 18h à la Roue Libre",
        "Atelier poterie chaque jeudi en mars à 18h à la Roue Libre",
        "Atelier poterie tous les jeudis du mois de mars 18h à la Roue Libre",
        "Atelier poterie tous les jeudis soir de mars à 18h à la Roue Libre",
        "Atelier poterie les jeudis de mars 2026 à 18h à la Roue Libre",
        "Atelier poterie tous les jeudis à 18h à la Roue Libre en mars",
        "Atelier poterie, en mars, tous les jeudis à 18h à la Roue Libre",
        "Atelier poterie every Thursday in March at 6pm at La Roue Libre",
        "Atelier poterie on Thursdays in March 6pm at La Roue Libre",
        "Atelier poterie every Thursday at 6pm in March at La Roue Libre",
    ],
)
def test_a_series_is_kept_to_its_month(text: str) -> None:
    """Its words are no place, no title and no note."""
    found = said(text)
    assert starts(text) == THURSDAYS
    assert (found.title, found.place, found.details.text) == (
        "Atelier poterie",
        "La Roue Libre",
        "",
    )


@pytest.mark.parametrize(
    ("days", "count", "first", "last"),
    [
        ("chaque mercredi en février", 4, "02-04", "02-25"),
        ("tous les jeudis de février et mars", 8, "02-05", "03-26"),
        ("tous les jeudis de février et avril", 9, "02-05", "04-30"),
        ("tous les jeudis en juillet-août", 9, "07-02", "08-27"),
        ("tous les jeudis de mars à mai", 13, "03-05", "05-28"),
        ("every Thursday from March to May", 13, "03-05", "05-28"),
        ("tous les jeudis entre mars et mai", 13, "03-05", "05-28"),
        ("tous les jeudis de septembre à juin", 25, "01-08", "06-25"),
        ("tous les jeudis jusqu’en juin", 25, "01-08", "06-25"),
        ("tous les jeudis jusqu’à fin mars", 12, "01-08", "03-26"),
        ("tous les jeudis à partir de mars", 44, "03-05", "12-31"),
        ("tous les jeudis de mars sauf le 12", 3, "03-05", "03-26"),
        ("tous les jeudis du mois", 4, "01-08", "01-29"),
        ("every Thursday next month", 4, "02-05", "02-26"),
        ("un jeudi sur deux en mars", 2, "03-05", "03-19"),
        ("le premier samedi du mois de mars", 1, "03-07", "03-07"),
        ("le premier samedi du mois de mars à juin", 4, "03-07", "06-06"),
        ("les mardis et jeudis de mars", 9, "03-03", "03-31"),
        ("every Thursday until March 5", 9, "01-08", "03-05"),
    ],
)
def test_several_months_bound_a_series(days: str, count: int, first: str, last: str) -> None:
    """A list, a span, one end of it, or the month of today."""
    found = starts(f"Chorale {days} à 18h à la Roue Libre")
    assert (len(found), found[0], found[-1]) == (count, first, last)


def test_a_month_of_a_title_bounds_nothing() -> None:
    """ "De mars" far from the days may be said of anything."""
    found = said("Le film du mois, Giboulées de mars, tous les jeudis à 18h à la Roue Libre")
    assert len(found.when.timings) == 52


@pytest.mark.parametrize("text", ["jeudi en mars", "le jeudi du mois de mars"])
def test_one_thursday_of_a_month_is_asked(text: str) -> None:
    """It is not this week's."""
    assert said(f"Chorale {text} à 18h").when.doubt == "refusal-moment-unread"


def test_a_month_that_is_just_over_is_past() -> None:
    """And not eleven months away."""
    assert said("Chorale tous les jeudis de décembre à 18h").when.doubt == "refusal-moment-past"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("lundi et jeudi de 9h à 11h", ["01-08", "01-12"]),
        ("lundi de 9h à 11h", ["01-12"]),
        ("le lundi matin à 8h", ["01-12"]),
        ("lundi et jeudi de 10h à 11h", ["01-05", "01-08"]),
        ("lundi et mardi, de 8h à 9h", ["01-06", "01-12"]),
        ("ce lundi à 8h", []),
        ("lundi 5 janvier à 8h", []),
        ("aujourd’hui à 8h", []),
    ],
)
def test_a_weekday_is_the_next_one_to_come(text: str, expected: list[str]) -> None:
    """Today's, unless its hour has passed; a date is that date."""
    assert starts(f"Cours {text} à la Roue Libre") == expected


NAMES = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre"


@given(st.sampled_from(NAMES.split()), st.dates(date(2026, 1, 1), date(2030, 12, 31)))
def test_each_date_is_in_its_month(month: str, today: date) -> None:
    """Whatever the day: the next such month, this one, or one that is over."""
    now = datetime(today.year, today.month, today.day, 9, tzinfo=PARIS)
    when = said(f"Chorale tous les jeudis de {month} à 18h", now).when
    number = NAMES.split().index(month) + 1
    assert all(
        one.start.month == number and one.start > now and one.start.weekday() == 3
        for one in when.timings
    )
    assert bool(when.timings) != bool(when.doubt)
