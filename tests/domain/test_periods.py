"""Spans of days as people write them for a statement."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.errors import Refusal
from domain.periods import Period, month_of, read, year_of

TODAY = date(2026, 10, 14)


def span(first: str, last: str) -> Period:
    """Two days written as the standard has them."""
    return Period(date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2026", span("2026-01-01", "2026-12-31")),
        ("en 2025", span("2025-01-01", "2025-12-31")),
        ("année 2025", span("2025-01-01", "2025-12-31")),
        ("pour l’année 2025", span("2025-01-01", "2025-12-31")),
        ("janvier", span("2026-01-01", "2026-01-31")),
        ("Février 2024", span("2024-02-01", "2024-02-29")),
        ("octobre", span("2026-10-01", "2026-10-31")),
        ("novembre", span("2025-11-01", "2025-11-30")),
        ("sept. 2026", span("2026-09-01", "2026-09-30")),
        ("en août", span("2026-08-01", "2026-08-31")),
        ("mois de mars", span("2026-03-01", "2026-03-31")),
        ("mois d’avril", span("2026-04-01", "2026-04-30")),
        ("march", span("2026-03-01", "2026-03-31")),
        ("03/2026", span("2026-03-01", "2026-03-31")),
        ("2026-03", span("2026-03-01", "2026-03-31")),
        ("01/03 au 31/03", span("2026-03-01", "2026-03-31")),
        ("du 01/03 au 31/03", span("2026-03-01", "2026-03-31")),
        ("du 1er mars au 15 avril", span("2026-03-01", "2026-04-15")),
        ("du 1er mars au 15 avril 2025", span("2025-03-01", "2025-04-15")),
        ("01/12/25 au 31/01/26", span("2025-12-01", "2026-01-31")),
        ("du 1er octobre au 31 octobre", span("2026-10-01", "2026-10-31")),
        ("1er novembre au 28 février", span("2025-11-01", "2026-02-28")),
        ("2026-03-01 to 2026-03-31", span("2026-03-01", "2026-03-31")),
        ("from 1 March to 31 March", span("2026-03-01", "2026-03-31")),
        ("between 1 March and 3 March", span("2026-03-01", "2026-03-03")),
        ("entre le 1er mars et le 3 mars", span("2026-03-01", "2026-03-03")),
        ("de janvier à mars", span("2026-01-01", "2026-03-31")),
        ("janvier à mars 2025", span("2025-01-01", "2025-03-31")),
        ("2024 à 2025", span("2024-01-01", "2025-12-31")),
        ("01/03 - 31/03", span("2026-03-01", "2026-03-31")),
        ("depuis janvier", span("2026-01-01", "2026-10-14")),
        ("since 12 March 2025", span("2025-03-12", "2026-10-14")),
        ("à partir du 1er septembre", span("2026-09-01", "2026-10-14")),
        ("cette année", span("2026-01-01", "2026-12-31")),
        ("l’année dernière", span("2025-01-01", "2025-12-31")),
        ("last year", span("2025-01-01", "2025-12-31")),
        ("ce mois-ci", span("2026-10-01", "2026-10-31")),
        ("le mois dernier", span("2026-09-01", "2026-09-30")),
        ("last month", span("2026-09-01", "2026-09-30")),
        ("hier", span("2026-10-13", "2026-10-13")),
        ("12 mars", span("2026-03-12", "2026-03-12")),
        ("29/02/2024", span("2024-02-29", "2024-02-29")),
    ],
)
def test_a_period_is_read_as_it_is_written(written: str, expected: Period) -> None:
    """Both days included; without a year, the latest that has begun."""
    assert read(written, TODAY) == expected


@pytest.mark.parametrize(
    ("written", "why"),
    [
        ("2027", "refusal-period-future"),
        ("12 mars 2027", "refusal-period-future"),
        ("du 31/03/2026 au 01/03/2026", "refusal-period-backwards"),
        ("mars 2026 à janvier 2026", "refusal-period-backwards"),
        ("n’importe quoi", "refusal-period-unread"),
        ("29/02/2025", "refusal-period-unread"),
        ("2026-13", "refusal-period-unread"),
        ("31/02 au 31/03", "refusal-period-unread"),
        ("janvier et demi", "refusal-period-unread"),
        ("0000", "refusal-period-unread"),
        ("", "refusal-period-unread"),
        ("mars " * 2000, "refusal-period-unread"),
    ],
)
def test_what_is_no_period_is_refused(written: str, why: str) -> None:
    """Never the wrong days in silence."""
    with pytest.raises(Refusal) as refused:
        read(written, TODAY)
    assert refused.value.name == why


@given(st.text(max_size=90), st.dates(date(2000, 1, 1), date(2090, 1, 1)))
def test_any_text_is_a_period_or_a_refusal(written: str, today: date) -> None:
    """And a period has a beginning that has come."""
    try:
        found = read(written, today)
    except Refusal:
        return
    assert found.first <= min(found.last, today)


@given(st.dates(date(2000, 1, 1), date(2090, 12, 31)))
def test_a_day_is_in_its_month_and_its_year(day: date) -> None:
    """The month within the year."""
    month, year = month_of(day), year_of(day)
    assert day in month
    assert month.first in year
    assert month.last in year
