"""What a picture shows is said in words too, truly, in its reader's language."""

from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.papers import drawn
from bot.papers.plans import Bar, Picture, from_bytes
from bot.papers.wording import worded
from chat.papers import Chart
from chat.statement_cards import year_chart
from chat.time_figures import charts
from domain.periods import year_of
from domain.statements import Year
from domain.time_figures import Figures, Flow, Part
from locales import Languages

LANGUAGES = Languages(strict=True)
ZONE = ZoneInfo("Europe/Paris")
NOW = datetime(2026, 11, 1, 8, tzinfo=UTC)
FIGURES = Figures(
    minutes=1_170,
    exchanges=9,
    givers=3,
    receivers=4,
    both=2,
    organisations=0,
    to_common=0,
    from_common=0,
    gifts=0,
    paid=0,
    paid_minutes=0,
    contested=0,
    waiting=0,
    days_to_confirm=None,
    soon=None,
    skills=(Part("relecture", 690, 3), Part("", 300, 2), Part("couture", 180, 1)),
    months={date(2026, 2, 1): 330, date(2026, 3, 1): 840},
)
FLOWS = (Flow("Les Jardins fictifs", "L’Atelier inventé", 690), Flow("Ada", "Basile", 480))
CHARTS = {
    **dict(zip(("flows", "skills", "months"), charts(FIGURES, FLOWS, year_of(NOW)), strict=True)),
    "year": year_chart(Year(2026, (0, 60, 840, *[0] * 9), (0, 0, 300, *[0] * 9))),
}


def longest(picture: Picture) -> tuple[set[str], set[str]]:
    """The names of what is largest in a picture, and how large it says that it is."""
    if picture.flows:
        (giver, gave), (receiver, _) = picture.givers[0], picture.receivers[0]
        return {giver, receiver}, {gave.shown}
    most = max(bar.number for bars in picture.bars for bar in bars)
    found = [
        (label, bar)
        for bars in picture.bars
        for label, bar in zip(picture.labels, bars, strict=True)
        if bar.number == most
    ]
    shown: list[Bar] = [bar for _, bar in found]
    return {label for label, _ in found}, {bar.shown for bar in shown}


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("chart", CHARTS.values(), ids=CHARTS)
def test_a_picture_is_told_with_what_is_largest_in_it(chart: Chart, language: str) -> None:
    """Its subject, the year, the names and the number, as they are drawn."""
    planned = worded(chart, LANGUAGES[language], ZONE, NOW)
    picture = from_bytes(planned.content)
    assert isinstance(picture, Picture)
    names, numbers = longest(picture)
    said = picture.alt.casefold()
    assert [name for name in names if name.rstrip(".").casefold() not in said] == []
    assert [number for number in numbers if number not in picture.alt] == []
    assert "2026" in picture.alt
    assert drawn(planned).alt == picture.alt


def test_a_picture_is_told_to_each_in_their_language() -> None:
    """Nothing of one stands in the other."""
    for chart in CHARTS.values():
        said = [
            from_bytes(worded(chart, LANGUAGES[one], ZONE, NOW).content) for one in ("fr", "en")
        ]
        french, english = [one.alt for one in said if isinstance(one, Picture)]
        assert french != english
