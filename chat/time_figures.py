"""A year's figures as they are said, and drawn."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from math import ceil

from chat.papers import Chart, Flow, Kind, Series
from chat.words import Reply, Words, say
from domain import time_figures
from domain.periods import Period
from domain.time_figures import Figures, Part
from domain.values import Items, Lines, Minutes, Month, OnDate, Phrase

LISTED = 8
"""Skills or months that a message lists; the picture has more."""

NAMED = 3
"""What the words under a picture name."""


def told(figures: Figures, period: Period) -> Reply:
    """All figures in words, with what they include."""
    days, soon = figures.days_to_confirm, figures.soon
    reply = say("figures", first=OnDate(period.first), last=OnDate(period.last), **_values(figures))
    if days is not None:
        share = round(100 * soon) if soon is not None else 0
        reply = reply.then("figures-answers", days=max(1, ceil(days)), share=share)
    if figures.skills:
        lines = Lines(tuple(_part(part) for part in figures.skills[:LISTED]))
        more = max(0, len(figures.skills) - LISTED)
        reply = reply.then("figures-skills", lines=lines, more=more)
    if figures.months:
        lines = Lines(tuple(_month(*pair) for pair in figures.months.items()))
        reply = reply.then("figures-months", lines=lines)
    return reply.then("figures-include")


def charts(figures: Figures, flows: Sequence[time_figures.Flow], period: Period) -> Sequence[Chart]:
    """The pictures that there is something to draw for."""
    found = []
    if flows:
        found.append(_flows(flows, period))
    if [part for part in figures.skills if part.minutes > 0]:
        found.append(_skills(figures, period))
    if len(figures.months) > 1:
        found.append(_months(figures, period))
    return found


def _values(figures: Figures) -> dict[str, object]:
    return {
        "hours": Minutes(figures.minutes),
        "count": figures.exchanges,
        "gave": figures.givers,
        "received": figures.receivers,
        "both": figures.both,
        "organisations": figures.organisations,
        "to": Minutes(figures.to_common),
        "from": Minutes(figures.from_common),
        "gifts": Minutes(figures.gifts),
        "paid": figures.paid,
        "paidhours": Minutes(figures.paid_minutes),
        "contested": figures.contested,
        "waiting": figures.waiting,
    }


def _flows(flows: Sequence[time_figures.Flow], period: Period) -> Chart:
    most = Items(
        tuple(
            Phrase(
                "figures-flow",
                {"giver": one.giver, "receiver": one.receiver, "hours": Minutes(one.minutes)},
            )
            for one in flows[:NAMED]
        )
    )
    return Chart(
        kind=Kind.FLOWS,
        stem=Words("figures-flows-stem"),
        title=Words("figures-flows-title", _span(period)),
        unit=Words("figures-unit"),
        alt=Words("figures-flows-alt", {**_span(period), "most": most}),
        flows=tuple(Flow(one.giver, one.receiver, Minutes(one.minutes)) for one in flows),
        note=Words("figures-note"),
    )


def _skills(figures: Figures, period: Period) -> Chart:
    parts = [part for part in figures.skills if part.minutes > 0]
    most = Items(tuple(map(_part, parts[:NAMED])))
    return Chart(
        kind=Kind.RANKED,
        stem=Words("figures-skills-stem"),
        title=Words("figures-skills-title", _span(period)),
        unit=Words("figures-unit"),
        alt=Words("figures-skills-alt", {**_span(period), "most": most}),
        labels=tuple(_called(part) for part in parts),
        series=(Series(Words("figures-unit"), tuple(Minutes(part.minutes) for part in parts)),),
        note=Words("figures-note"),
    )


def _months(figures: Figures, period: Period) -> Chart:
    months = figures.months
    most = max(months, key=lambda month: months[month])
    alt = {**_span(period), "month": Month(most), "hours": Minutes(months[most])}
    return Chart(
        kind=Kind.MONTHS,
        stem=Words("figures-months-stem"),
        title=Words("figures-months-title", _span(period)),
        unit=Words("figures-unit"),
        alt=Words("figures-months-alt", alt),
        labels=tuple(Month(month) for month in months),
        series=(
            Series(Words("figures-unit"), tuple(Minutes(max(0, one)) for one in months.values())),
        ),
        note=Words("figures-note"),
    )


def _span(period: Period) -> dict[str, object]:
    return {"first": OnDate(period.first), "last": OnDate(period.last)}


def _called(part: Part) -> object:
    return part.name or Words("figures-no-skill")


def _part(part: Part) -> Phrase:
    return Phrase("figures-part", {"name": part.name, "hours": Minutes(part.minutes)})


def _month(month: date, minutes: int) -> Phrase:
    return Phrase("figures-month", {"month": Month(month), "hours": Minutes(minutes)})
