"""Sheets and charts in their reader's words: plans to be drawn. A diary is a file at once."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from bot.papers import PLANNED
from bot.papers.few import BARS_MOST, PARTIES_MOST, Named, amount, few, together
from bot.papers.plans import Bar, Cell, Pages, Picture, Plan, Table, to_bytes
from bot.told_events import Teller
from chat.papers import Chart, Diary, Form, Kind, Leaflet, Paper, Sheet
from chat.transport import File
from chat.words import Words
from domain.people import fold
from domain.values import Minutes, Month, OnDate
from locales import Language

_UNNAMED = re.compile("[^a-z0-9]+")


def worded(paper: Paper, language: Language, zone: ZoneInfo, now: datetime) -> File:
    """A paper in the words of its reader, as a file still to be drawn."""
    return _Wording(language, zone, now).file(paper)


def pages_of(leaflet: Leaflet, language: Language, zone: ZoneInfo, now: datetime) -> Pages:
    """A leaflet in the words of its reader, for whoever shows it elsewhere than in a chat."""
    return _Wording(language, zone, now).pages(leaflet)


@dataclass(frozen=True)
class _Wording:
    """For whom something is worded, and when."""

    language: Language
    zone: ZoneInfo
    now: datetime

    def file(self, paper: Paper) -> File:
        if isinstance(paper, Diary):
            return self._diary(paper)
        name, plan = self._planned(paper)
        return File(name, PLANNED, to_bytes(plan))

    def _diary(self, diary: Diary) -> File:
        teller = Teller(self.language, diary.fabrique)
        content = teller.calendar(diary.events, venues=diary.venues, at=self.now)
        return File(self._name(diary.stem, "ics"), "text/calendar", content)

    def pages(self, leaflet: Leaflet) -> Pages:
        return Pages(
            name=self._name(leaflet.stem, "pdf"),
            fabrique=leaflet.fabrique,
            head=self._plain(leaflet.head),
            title=leaflet.title,
            opening=leaflet.opening,
            chapters=[
                (self._plain(one.heading), [self._plain(words) for words in one.paragraphs])
                for one in leaflet.chapters
            ],
            page=self._plain(Words("paper-page", {"page": "{page}", "pages": "{pages}"})),
            at=self.now.astimezone(self.zone).isoformat(),
            language=self.language.code,
        )

    def _planned(self, paper: Sheet | Chart | Leaflet) -> tuple[str, Plan]:
        match paper:
            case Sheet():
                name = self._name(paper.stem, paper.form.value)
                return name, self._table(paper, name)
            case Leaflet():
                pages = self.pages(paper)
                return pages.name, pages
        name = self._name(paper.stem, "png")
        return name, self._picture(paper, name)

    def _name(self, stem: Words, ending: str) -> str:
        return f"{_UNNAMED.sub('-', fold(self._plain(stem))).strip('-')[:60]}.{ending}"

    def _table(self, sheet: Sheet, name: str) -> Table:
        columns = list(zip(*sheet.rows, strict=True)) or [()] * len(sheet.headings)
        lasting = sheet.durations | {at for at, one in enumerate(columns) if _is_lasting(one)}
        numeric = [at for at, one in enumerate(columns) if at in lasting or _is_numeric(one)]
        headings = [self._plain(heading) for heading in sheet.headings]
        if sheet.form is Form.CSV:
            headings = [
                self._in_minutes(heading) if at in lasting else heading
                for at, heading in enumerate(headings)
            ]
        cell = self._figure if sheet.form is Form.CSV else self._shown
        made = Words("paper-made", {"day": OnDate(self.now.astimezone(self.zone).date())})
        page = Words("paper-page", {"page": "{page}", "pages": "{pages}"})
        return Table(
            form=sheet.form.value,
            name=name,
            title=self._plain(sheet.title),
            above=[self._plain(line) for line in sheet.above],
            headings=headings,
            rows=[[cell(one) for one in row] for row in sheet.rows],
            numeric=numeric,
            strong=sorted(sheet.strong),
            footer=[self._plain(line) for line in (*sheet.footer, made)],
            page=self._plain(page),
            at=self.now.astimezone(self.zone).isoformat(),
            language=self.language.code,
            locale=self.language.locale,
        )

    def _picture(self, chart: Chart, name: str) -> Picture:
        labels = [self._label(one) for one in chart.labels]
        bars = [one.numbers for one in chart.series]
        if chart.kind is Kind.RANKED and bars:
            ranked = few(list(zip(labels, bars[0], strict=True)), BARS_MOST, self._others)
            labels, bars = [label for label, _ in ranked], [tuple(one for _, one in ranked)]
        names = [self._plain(one.name) for one in chart.series]
        flows = [(self._shown(one.giver), self._shown(one.receiver), one) for one in chart.flows]
        givers = self._parties((giver, one.number) for giver, _, one in flows)
        receivers = self._parties((receiver, one.number) for _, receiver, one in flows)
        return Picture(
            kind=chart.kind.value,
            name=name,
            title=self._plain(chart.title),
            unit=self._plain(chart.unit),
            alt=self._plain(chart.alt),
            note=self._plain(chart.note) if chart.note else "",
            labels=labels,
            names=names if chart.kind is not Kind.FLOWS else self._sides(),
            bars=[[self._bar(number) for number in one] for one in bars],
            givers=[(party, self._bar(total)) for party, total in givers],
            receivers=[(party, self._bar(total)) for party, total in receivers],
            flows=[
                (_place(giver, givers), _place(receiver, receivers), amount(one.number))
                for giver, receiver, one in flows
            ],
            locale=self.language.locale,
            beside=[self._shown(one) for one in chart.beside],
            ringed=sorted(chart.ringed),
            step=chart.step,
        )

    def _parties(self, parts: Iterable[tuple[str, object]]) -> Named:
        return few(together(parts), PARTIES_MOST, self._others)

    def _sides(self) -> list[str]:
        """What stands over those who gave and over those who received."""
        return [self._plain(Words("paper-gave")), self._plain(Words("paper-received"))]

    def _others(self, count: int) -> str:
        return self._plain(Words("paper-others", {"count": count}))

    def _plain(self, words: Words) -> str:
        return self.language.plain(words.id, words.values, zone=self.zone)

    def _in_minutes(self, heading: str) -> str:
        return self._plain(Words("paper-in-minutes", {"heading": heading}))

    def _shown(self, value: object) -> str:
        if isinstance(value, Words):
            return self._plain(value)
        return self.language.cell(value, zone=self.zone)

    def _label(self, value: object) -> str:
        """A month of a chart is told by its first letters, below its bar."""
        if isinstance(value, Month):
            return self.language.month(value.day)
        return self._shown(value)

    def _figure(self, value: object) -> Cell:
        """A cell that another program reads: durations in minutes, days as the standard has it."""
        match value:
            case int() | float() if not isinstance(value, bool):
                return value
            case Minutes(minutes):
                return minutes
            case datetime():
                return value.astimezone(self.zone).strftime("%Y-%m-%d %H:%M")
            case date():
                return value.isoformat()
            case Month(day):
                return day.strftime("%Y-%m")
        return self._shown(value)

    def _bar(self, number: object) -> Bar:
        return Bar(amount(number), self._shown(number))


def _place(party: str, among: Named) -> int:
    """Where a party stands; those told together stand last."""
    return next((at for at, (name, _) in enumerate(among) if name == party), len(among) - 1)


def _is_numeric(column: Iterable[object]) -> bool:
    """Whether all that a column holds are amounts, which stand to the right."""
    held = [one for one in column if one is not None]
    return bool(held) and all(isinstance(one, Minutes | int | float) for one in held)


def _is_lasting(column: Iterable[object]) -> bool:
    return any(isinstance(one, Minutes) for one in column)
