"""Statements as they are read: a page in the chat, a file, a year as a picture, words on a balance.

Every direction is said in words: who gave time, not which way a number went.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from chat.cards import choice
from chat.papers import Chart, Form, Kind, Series, Sheet
from chat.words import Choice, Reply, Words, say
from domain.ledger import Kind as Entered
from domain.periods import Period
from domain.statements import PAGE, Line, Moved, Shared, Statement, Turnover, Year
from domain.values import Lines, Minutes, Month, OnDate, Phrase

SUBJECT_SHOWN, NAME_SHOWN = 80, 40
"""Letters of a subject and of a name in a page; a file has them whole."""


HEADINGS = (
    Words("statement-heading-day"),
    Words("statement-heading-what"),
    Words("statement-heading-with"),
    Words("statement-heading-for"),
    Words("statement-heading-plus"),
    Words("statement-heading-minus"),
    Words("statement-heading-balance"),
)


@dataclass(frozen=True)
class Whose:
    """An account as its reader knows it. `name` is None for one's own.

    `discreet`: of everybody, so that it shows neither who gave or received, nor why somebody was
    helped.
    """

    account: int
    name: str | Phrase | None = None
    discreet: bool = False


def page(whose: Whose, statement: Statement, period: Period | None) -> Reply:
    """Some lines in the chat, with the ways to the others and to files."""
    span = _span(whose, period)
    if not statement.lines:
        return say("statement-empty", **span)
    shown = Lines(tuple(_shown(whose, line) for line in statement.lines))
    reply = say("statement-page", lines=shown, **span, **_balances(statement))
    return reply.choose(*_more(whose, statement, period), *_files(whose, period))


def of_the_month(statement: Statement, turned: Turnover, month: date) -> Reply:
    """A month that has ended, as it is sent to whoever wants it: its newest lines, the rest
    counted.
    """
    shown = [_shown(Whose(0), line) for line in statement.lines[:PAGE]]
    if left := len(statement.lines) - len(shown):
        shown.append(Phrase("statement-more", {"hidden": left}))
    return say(
        "statement-of-month",
        month=Month(month),
        lines=Lines(tuple(shown)),
        given=Minutes(turned.given),
        received=Minutes(turned.received),
        **_balances(statement),
    ).choose(choice("choice-monthly-off", "send_monthly", wanted=False))


def sheet(
    whose: Whose, statement: Statement, period: Period, *, holder: str | Phrase, form: Form
) -> Sheet:
    """Every line of a period, the oldest first, between what the account held before and after."""
    opening = _of_balance("statement-opening", period.first, statement.opening)
    closing = _of_balance("statement-closing", period.last, statement.closing)
    rows = [_row(whose, line) for line in reversed(statement.lines)]
    values = {"first": OnDate(period.first), "last": OnDate(period.last)}
    named = {"from": period.first.isoformat(), "to": period.last.isoformat()}
    return Sheet(
        stem=Words("statement-file-name", named),
        title=Words("statement-file-title"),
        headings=HEADINGS,
        rows=(opening, *rows, closing),
        above=(Words("choice-named", {"name": holder}), Words("statement-period", values)),
        footer=(Words("statement-file-note"),),
        strong=frozenset({0, len(rows) + 1}),
        durations=frozenset({4, 5, 6}),
        form=form,
    )


def year_chart(year: Year) -> Chart:
    """A year as a picture: hours given and received by month."""
    given, received = sum(year.given), sum(year.received)
    values: dict[str, object] = {
        "year": str(year.year),
        "given": Minutes(given),
        "received": Minutes(received),
        "month": Month(date(year.year, year.busiest + 1, 1)),
        "month_given": Minutes(year.given[year.busiest]),
        "month_received": Minutes(year.received[year.busiest]),
    }
    return Chart(
        kind=Kind.MONTHS,
        stem=Words("year-file-name", values),
        title=Words("year-title", values),
        unit=Words("year-unit"),
        alt=Words("year-in-words", values),
        labels=tuple(Month(date(year.year, month, 1)) for month in range(1, 13)),
        series=(
            Series(Words("year-given", values), tuple(map(Minutes, year.given))),
            Series(Words("year-received", values), tuple(map(Minutes, year.received))),
        ),
        note=Words("year-note"),
    )


def shared(found: Shared, period: Period) -> Reply:
    """What a group shared, without a name, and nothing where somebody could be guessed."""
    span = {"first": OnDate(period.first), "last": OnDate(period.last)}
    if not found.may_be_told:
        return say("group-shared-few", **span)
    return say(
        "group-shared",
        minutes=Minutes(found.minutes),
        exchanges=found.exchanges,
        people=found.people,
        **span,
    )


def _shown(whose: Whose, line: Line) -> Phrase:
    """A line of a page: what happened, then what for and the balance."""
    moved = line.moved
    return Phrase(
        "statement-line",
        {
            "what": Phrase(_said(moved)[0], _values(whose, moved, most=NAME_SHOWN)),
            "subject": _cut(_subject(whose, moved), SUBJECT_SHOWN),
            "balance": Minutes(line.balance),
            "corrected": moved.corrected,
        },
    )


def _said(moved: Moved) -> tuple[str, str]:
    """The messages that say which way time went, in a page and in a file."""
    came = moved.minutes > 0
    match moved.kind:
        case Entered.GIFT if came:
            return "statement-gained", "statement-gained-short"
        case Entered.GIFT:
            return "statement-ceded", "statement-ceded-short"
        case Entered.SETTLEMENT:
            return "statement-settled-up" if came else "statement-settled-down", "statement-settled"
        case Entered.CORRECTION:
            up_or_down = "statement-corrected-up" if came else "statement-corrected-down"
            return up_or_down, "statement-corrected"
    if came:
        return "statement-gave", "statement-gave-short"
    return "statement-received", "statement-received-short"


def _values(whose: Whose, moved: Moved, *, most: int) -> dict[str, object]:
    return {
        "day": OnDate(moved.day),
        "time": Minutes(abs(moved.minutes)),
        "other": _other(whose, moved, most),
        "corrects": OnDate(moved.corrects) if moved.corrects else None,
    }


def _other(whose: Whose, moved: Moved, most: int) -> str | Phrase:
    if whose.discreet and moved.other_is_person:
        return Phrase("statement-somebody")
    return _cut(moved.other, most) if isinstance(moved.other, str) else moved.other


def _subject(whose: Whose, moved: Moved) -> str:
    private = whose.discreet and (moved.kind.moves_hours or moved.corrects is not None)
    return "" if private else " ".join(moved.subject.split())


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"


def _row(whose: Whose, line: Line) -> tuple[object, ...]:
    """A line of a file."""
    moved = line.moved
    values = _values(whose, moved, most=len(str(moved.other)))
    came = Minutes(moved.minutes) if moved.minutes > 0 else None
    went = Minutes(-moved.minutes) if moved.minutes < 0 else None
    what = Phrase(_said(moved)[1], values)
    subject = _subject(whose, moved)
    return (moved.day, what, values["other"], subject, came, went, Minutes(line.balance))


def _of_balance(message: str, day: date, balance: int) -> tuple[object, ...]:
    words = Phrase(message, {"day": OnDate(day)})
    return (None, None, words, None, None, None, Minutes(balance))


def _balances(statement: Statement) -> dict[str, object]:
    return {"opening": Minutes(statement.opening), "closing": Minutes(statement.closing)}


def _span(whose: Whose, period: Period | None) -> dict[str, object]:
    return {
        "whose": whose.name,
        "first": OnDate(period.first) if period else None,
        "last": OnDate(period.last) if period else None,
    }


def _given(whose: Whose, period: Period | None) -> dict[str, object]:
    """What a choice needs to show the same account over the same days."""
    days = {"first": period.first, "last": period.last} if period else {}
    return {"account": whose.account, **days}


def _more(whose: Whose, statement: Statement, period: Period | None) -> Sequence[Choice]:
    given, lines = _given(whose, period), statement.lines
    found = []
    if statement.older:
        oldest = lines[-1].moved.leg
        found.append(choice("choice-lines-older", "show_statement", **given, before=oldest))
    if statement.newer:
        newest = lines[0].moved.leg
        found.append(choice("choice-lines-newer", "show_statement", **given, after=newest))
    return found


def _files(whose: Whose, period: Period | None) -> Sequence[Choice]:
    given = _given(whose, period)
    return [
        choice("choice-csv", "statement_file", **given, form=Form.CSV.value),
        choice("choice-pdf", "statement_file", **given, form=Form.PDF.value),
    ]
